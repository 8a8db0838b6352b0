// The pictures of README, made anew by ./build.sh screenshots.
import { fileURLToPath } from "node:url";
import { expect, test } from "./test.ts";
import { alice, Visitor } from "./visitor.ts";

const folder = fileURLToPath(new URL("../../examples/demo/", import.meta.url));

for (const [name, width, colorScheme] of [
  ["screenshot", 1200, "light"],
  ["screenshot-phone", 390, "light"],
  ["screenshot-phone-dark", 390, "dark"],
] as const) {
  test(name, async ({ page, desk, demo }) => {
    await desk.play("open");
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 844 });
    await page.goto(demo.site);
    const visitor = new Visitor(page);
    await visitor.fills({ ...alice, username: "limpet" });
    await expect(visitor.widget.locator("[data-part~=good]").first()).toBeVisible();
    await visitor.agreement.blur();
    // As high as it takes to see the button.
    const height = await visitor.submit.evaluate((button) =>
      Math.ceil(button.getBoundingClientRect().bottom + scrollY),
    );
    await page.setViewportSize({ width, height: height + 32 });
    await page.evaluate(() => scrollTo(0, 0));
    await page.screenshot({ path: `${folder}${name}.png` });
  });
}
