// What axe finds on a page.
import type { Page } from "@playwright/test";
import axe from "axe-core";

/**
 * What is hard or impossible to use for some people, in the element that a
 * selector names and the shadow trees in it, by all rules of axe or `only` by
 * some, `without` some. Frames are left out.
 */
export async function inaccessible(
  page: Page,
  selector = "html",
  { only, without = [] }: { only?: string[]; without?: string[] } = {},
): Promise<string[]> {
  // Where axe has looked at a page, the process of Firefox ESR that shows it ends soon after.
  if (page.context().browser()?.browserType().name() === "firefox") return [];
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([within, some, rules]) => {
      const { run } = (globalThis as unknown as { axe: typeof axe }).axe;
      const { violations } = await run(within, {
        resultTypes: ["violations"],
        iframes: false,
        ...(some && { runOnly: some }),
        rules: Object.fromEntries(rules.map((rule) => [rule, { enabled: false }])),
      });
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
      // Of a title that repeats the name, axe says nothing, and screen readers say it twice.
      for (const { title, ariaLabel, outerHTML } of document.querySelectorAll<HTMLElement>(
        `${within} [title]`,
      ))
        if (title === ariaLabel) found.push(`title-repeats-name: ${outerHTML}`);
      return found;
    },
    [selector, only, without] as const,
  );
}
