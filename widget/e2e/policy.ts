// The policy that README promises to be enough, and what a page's policy forbids.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";

const readme = readFileSync(fileURLToPath(new URL("../../README.md", import.meta.url)), "utf8");

/** README's policy, for servers at these origins besides those of the web. */
export function strictPolicy(servers = ""): string {
  const [promised = ""] = readme.match(/^default-src 'none';.*$/m) ?? [];
  return promised.replaceAll("https:", `https: ${servers}`.trim());
}

/** A policy of a page that does not know Trusted Types. */
export const withoutTrustedTypes = "script-src 'self' 'wasm-unsafe-eval'";

/** What the policies of a page and of the frames in it forbade so far, or would have forbidden. */
export async function forbidden(page: Page): Promise<string[]> {
  const found: string[] = [];
  await page.exposeFunction("forbade", (text: string) => found.push(text));
  await page.addInitScript(() => {
    const { forbade } = globalThis as unknown as { forbade(text: string): void };
    addEventListener("securitypolicyviolation", (e) =>
      forbade(
        `${e.disposition} ${e.effectiveDirective} ${e.blockedURI} ${e.sample} ${e.sourceFile}:${e.lineNumber}`,
      ),
    );
  });
  // In a frame that runs no script, that script runs in Firefox only.
  if (page.context().browser()?.browserType().name() === "firefox") return found;
  const browser = await page.context().newCDPSession(page);
  browser.on("Audits.issueAdded", ({ issue }) => {
    const details = issue.details.contentSecurityPolicyIssueDetails;
    if (details) found.push(`${details.violatedDirective} ${details.contentSecurityPolicyViolationType}`);
  });
  await browser.send("Audits.enable");
  return found;
}
