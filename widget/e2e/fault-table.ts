// Prints, once the tests are over, where each fault of each call ends; a dot
// where a call did not meet a fault.
import type { FullConfig, Reporter, Suite, TestCase, TestResult } from "@playwright/test/reporter";
import { faults } from "./unsteady.ts";

export default class FaultTable implements Reporter {
  #calls: string[] = []; // in the order of the file
  readonly #tables = new Map<string, Map<string, Map<string, string>>>(); // project, call, fault

  printsToStdio(): boolean {
    return false;
  }

  onBegin(_: FullConfig, suite: Suite): void {
    this.#calls = suite.allTests().map(({ title }) => title);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    for (const { type, description = "" } of result.annotations) {
      if (type !== "fault") continue;
      const [call, fault, cell] = JSON.parse(description) as [string, string, string];
      const project = test.parent.project()?.name ?? "";
      const table = this.#tables.get(project) ?? new Map();
      this.#tables.set(project, table);
      table.set(call, (table.get(call) ?? new Map()).set(fault, cell));
    }
  }

  onEnd(): void {
    for (const [project, table] of this.#tables) {
      const met = new Set([...table.values()].flatMap((cells) => [...cells.keys()]));
      const columns = faults.filter((fault) => met.has(fault));
      const lines = [["", ...columns]];
      const rows = [...table].sort(([a], [b]) => this.#calls.indexOf(a) - this.#calls.indexOf(b));
      for (const [call, cells] of rows) {
        const parts = columns.map((fault) => (cells.get(fault) ?? "·").split("\n"));
        const height = Math.max(...parts.map((p) => p.length));
        for (let i = 0; i < height; i++) lines.push([i ? "" : call, ...parts.map((p) => p[i] ?? "")]);
      }
      const widths = lines[0]?.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0))) ?? [];
      const text = lines.map((line) =>
        line
          .map((c, i) => c.padEnd(widths[i] ?? 0))
          .join("  ")
          .trimEnd(),
      );
      process.stdout.write(`\n${project}: where each fault of each call ends\n\n${text.join("\n")}\n`);
    }
  }
}
