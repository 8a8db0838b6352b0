// The themes of examples/themes, in both schemes and both roots. With $THEMES their
// pictures are kept there.
import { readdirSync, readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { faint } from "./contrast.ts";
import { expect, test } from "./harness.ts";
import { confirm, form, refused } from "./snapshots.ts";

const folder = new URL("../../../examples/themes/", import.meta.url);
const themes = readdirSync(folder)
  .filter((file) => file.endsWith(".css"))
  .map((file) => [file.replace(".css", ""), readFileSync(new URL(file, folder), "utf8")] as const);

/** Many dark pages do not say that they are dark. */
const unsaid = ":root { color-scheme: normal; background: #111; color: #eee }";

async function wear(page: Page, css: string, root: string): Promise<void> {
  await page.evaluate(
    async ([text, value]) => {
      document.querySelector("fedi-signup")?.setAttribute("root", value);
      const sheet = new CSSStyleSheet();
      await sheet.replace(text);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets.slice(0, -1), sheet];
      const frame = () => new Promise(requestAnimationFrame);
      for (let i = 0; i < 4; i++) await frame(); // the colour of the text is followed
    },
    [css, root] as const,
  );
}

test("every theme can be read, and so can a dark page that does not say so", async ({ page, widget }) => {
  await page.setViewportSize({ width: 480, height: 900 });
  await widget.show(form);
  await page.evaluate(() => document.adoptedStyleSheets.push(new CSSStyleSheet())); // to be replaced
  for (const snapshot of [refused, confirm]) {
    await widget.emit(snapshot);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      for (const [name, css] of [...themes, ["unsaid", unsaid] as const]) {
        for (const root of ["light", "shadow"]) {
          await wear(page, css, root);
          const least = name === "contrast" ? 7 : 4.5;
          expect.soft(await faint(page, least), `${name}, ${colorScheme}, ${root}`).toEqual([]);
        }
      }
    }
  }
});

test("a scheme that holds already is not said, which would have every element styled anew", async ({
  page,
  widget,
}) => {
  await widget.show(form);
  await page.evaluate(() => document.adoptedStyleSheets.push(new CSSStyleSheet())); // to be replaced
  const said = () =>
    widget.element.locator("[data-part=fedi-signup]").evaluate((part: HTMLElement) => part.style.colorScheme);
  await wear(page, "", "light");
  expect(await said()).toBe("");
  await wear(page, unsaid, "light");
  expect(await said()).toBe("dark");
});

test("a denser form is shorter, and what is clicked stays large enough", async ({ page, widget }) => {
  await widget.show(form);
  await page.evaluate(() => document.adoptedStyleSheets.push(new CSSStyleSheet())); // to be replaced
  const measured = async (density: string) => {
    await wear(page, `fedi-signup { --fedi-signup-density: ${density} }`, "light");
    return page.evaluate(() => {
      const heightOf = (target: string) =>
        (document.querySelector(target) as Element).getBoundingClientRect().height;
      return { form: heightOf("form"), input: heightOf("input"), button: heightOf("[type=submit]") };
    });
  };
  const [compact, usual, roomy] = [await measured("0.75"), await measured("1"), await measured("1.25")];
  expect(compact.form).toBeLessThan(usual.form * 0.9);
  expect(usual.form).toBeLessThan(roomy.form * 0.95);
  for (const height of [compact.input, compact.button]) expect(height).toBeGreaterThanOrEqual(32);
});

test("pictures of the themes", async ({ page, widget }) => {
  test.skip(!process.env.THEMES, "$THEMES names no folder");
  await page.setViewportSize({ width: 480, height: 920 });
  await widget.show(form);
  await page.evaluate(() => document.adoptedStyleSheets.push(new CSSStyleSheet())); // to be replaced
  for (const [name, css] of themes) {
    await wear(page, css, "light");
    await page.screenshot({ path: `${process.env.THEMES}/${name}.png` });
  }
});
