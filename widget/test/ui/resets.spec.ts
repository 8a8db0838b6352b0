// Pages that take the browser's looks from every element.
import type { Page } from "@playwright/test";
import { expect, test } from "./harness.ts";
import { closedToAll, confirm, fullForm, refused } from "./snapshots.ts";

const resets = {
  "all: unset": "* { all: unset }",
  "all: initial with what stands before and after": "*, *::before, *::after { all: initial }",
  "nothing but text":
    "*, *::before, *::after { margin: 0; padding: 0; border: 0; outline: 0; background: none; appearance: none; display: inline; list-style: none }",
};

/** What a visitor would notice of each element's looks. */
const looks = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const all = document.querySelectorAll("[data-part=fedi-signup], [data-part=fedi-signup] *");
    return [...all].map((element) => {
      const s = getComputedStyle(element);
      const { width, height } = element.getBoundingClientRect();
      return `${element.localName} ${element.getAttribute("data-part")} ${width}x${height} ${s.display} ${s.appearance} ${s.border} ${s.backgroundColor} ${s.color} ${s.padding} ${s.margin} ${s.outline} ${s.position} ${s.d}`;
    });
  });

for (const [name, css] of Object.entries(resets)) {
  for (const [screen, snapshot] of Object.entries({ fullForm, refused, confirm, closedToAll })) {
    test(`${name}: the widget looks as on any page: ${screen}`, async ({ page, widget }) => {
      await widget.show(snapshot);
      await page.evaluate((text) => {
        const sheet = new CSSStyleSheet();
        document.adoptedStyleSheets.unshift(sheet); // the page's own come first, as its style elements do
        // Its body is the page's own business, and so is what text inherits from there.
        const body =
          "html, body, main { display: block; font: 16px/1.5 sans-serif; color: #000; background: #fff; padding: 0; margin: 0 }";
        sheet.replaceSync(body);
        Object.assign(globalThis, { reset: () => sheet.replaceSync(`${text} ${body}`) });
      }, css);
      const before = await looks(page);
      await page.evaluate(() => (globalThis as unknown as { reset(): void }).reset());
      expect(await looks(page)).toEqual(before);
    });
  }
}

for (const root of ["light", "shadow"]) {
  test(`a page that sets its style sheets anew keeps ours: root=${root}`, async ({ page, widget }) => {
    await widget.show(fullForm, `root="${root}"`);
    const columns = widget.element.locator("[data-part=columns]");
    await expect(columns).toHaveCSS("display", "flex");
    await page.evaluate(() => {
      const { shadowRoot } = document.querySelector("fedi-signup") as Element;
      for (const tree of [document, shadowRoot]) if (tree) tree.adoptedStyleSheets = [];
    });
    await expect(columns).toHaveCSS("display", "flex");
  });
}
