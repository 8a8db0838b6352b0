// Every screen: accessible, within its page, and quiet under the strict policy.
// With $SHOTS a picture of each is kept there.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./harness.ts";
import { all } from "./snapshots.ts";

for (const [name, snapshot] of Object.entries(all)) {
  test(`screen ${name}`, async ({ page, widget }) => {
    await widget.show(snapshot);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      for (const width of [320, 1200]) {
        await page.setViewportSize({ width, height: 900 });
        await test.step(`${colorScheme}, ${width} px`, async () => {
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth),
            "no sideways scrolling",
          ).toBe(width);
          if (process.env.SHOTS) {
            await page.screenshot({
              path: `${process.env.SHOTS}/${name}-${colorScheme}-${width}.png`,
              fullPage: true,
            });
          }
        });
      }
      const { violations } = await new AxeBuilder({ page }).include("fedi-signup").analyze();
      expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" ")}`)).toEqual([]);
    }
  });
}
