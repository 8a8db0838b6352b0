// Writes what failed, and what passed at the second try only, to the file that
// $FAILED_TESTS names: a few lines each, for the end of a log that is long.
import { appendFileSync } from "node:fs";
import type { FullConfig, Reporter, Suite, TestCase } from "@playwright/test/reporter";

export default class FailedTests implements Reporter {
  #suite: Suite | undefined;

  printsToStdio(): boolean {
    return false;
  }

  onBegin(_: FullConfig, suite: Suite): void {
    this.#suite = suite;
  }

  onEnd(): void {
    const file = process.env.FAILED_TESTS;
    if (!file) return;
    for (const test of this.#suite?.allTests() ?? []) {
      const outcome = test.outcome();
      if (outcome === "unexpected" || outcome === "flaky") {
        appendFileSync(file, `${outcome === "flaky" ? "flaky" : "failed"}: ${name(test)}: ${reason(test)}\n`);
      }
    }
  }
}

/** The project, the file and the titles of a test. */
function name(test: TestCase): string {
  return test.titlePath().filter(Boolean).join(" › ");
}

/** The first line of its first error, and how what was seen differs from what was expected. */
function reason(test: TestCase): string {
  const message = test.results.find(({ error }) => error)?.error?.message ?? "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what colours a terminal
  const [first, ...rest] = message.replace(/\u001b\[[0-9;]*m/g, "").split("\n");
  const differences = rest.filter((line) => /^(Expected|Received|[-+] )/.test(line.trim()));
  return [first, ...differences.slice(0, 8)].join("\n    ");
}
