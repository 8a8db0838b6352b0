// Every screen: accessible, within its page, and quiet under the strict policy.
// With $SHOTS a picture of each is kept there.
import { inaccessible } from "../../e2e/accessible.ts";
import { manifest } from "../../manifest.mjs";
import * as types from "../../src/core/types.ts";
import { expect, test } from "./harness.ts";
import { all, form } from "./snapshots.ts";

/** The values of a type that crosses from Go. */
const valuesOf = (type: string): string[] =>
  Object.entries(types).flatMap(([name, value]) => (name.match(`^${type}[A-Z]`) ? [String(value)] : []));

test("there is a snapshot of every screen, code and field", () => {
  const shown = Object.values(all);
  // What was wrong with a call is told to who called, and no screen shows it.
  const unseen: string[] = [types.CodeNotNow, types.CodeAborted];
  const wanted = {
    screen: valuesOf("Screen"),
    code: valuesOf("Code").filter((code) => !unseen.includes(code)),
    field: valuesOf("FieldName"),
  };
  const there: Record<keyof typeof wanted, unknown[]> = {
    screen: shown.map(({ screen }) => screen),
    code: shown.map(({ problem }) => problem?.code),
    field: shown.flatMap(({ fields }) => fields.map(({ name }) => name)),
  };
  for (const kind of ["screen", "code", "field"] as const) {
    expect(wanted[kind].length, kind).toBeGreaterThan(5);
    expect(
      wanted[kind].filter((value) => !there[kind].includes(value)),
      kind,
    ).toEqual([]);
  }
});

test("the manifest names every part that a screen has", async ({ page, widget }) => {
  const named = manifest().modules[0]?.declarations?.[0]?.cssParts.map(({ name }) => name) ?? [];
  await widget.show(form);
  const seen = new Set<string>();
  for (const snapshot of Object.values(all)) {
    await widget.emit(snapshot);
    await widget.sees(snapshot.screen);
    const parts = page.locator("[data-part]");
    for (const part of await parts.evaluateAll((all) => all.map(({ dataset }) => dataset.part))) {
      for (const name of part?.split(" ") ?? []) seen.add(name);
    }
  }
  expect(seen.size).toBeGreaterThan(40);
  expect([...seen].filter((name) => !named.includes(name))).toEqual([]);
});

/** A widget in each root, in each direction. */
const widgets = ["light", "shadow"].flatMap((root) => [
  `<fedi-signup server="tidepool.example" root="${root}" loading="eager"></fedi-signup>`,
  `<div lang="ar" dir="rtl"><fedi-signup server="tidepool.example" root="${root}" loading="eager"></fedi-signup></div>`,
]);

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on any screen, in both roots and directions: ${colorScheme}`, async ({
    page,
    widget,
  }) => {
    test.setTimeout(300_000);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await widget.load(widgets.join(""), { snapshot: all.form });
    await expect(page.getByRole("button", { name: "Create account" })).toHaveCount(2);
    await expect(page.getByRole("button", { name: "إنشاء حساب" })).toHaveCount(2);
    for (const [name, snapshot] of Object.entries(all)) {
      await page.evaluate((s) => globalThis.stub.emitToAll(s), snapshot);
      // Each widget has regions of the same names. In the dark colours alone are
      // others; with all journeys it is looked at by all rules all the same.
      const colours = colorScheme === "dark" && !process.env.ALL_JOURNEYS;
      const rules = colours ? { only: ["color-contrast"] } : { without: ["landmark-unique"] };
      expect.soft(await inaccessible(page, "fedi-signup", rules), name).toEqual([]);
    }
  });
}

test("no screen is wider than its page", async ({ page, widget }) => {
  test.setTimeout(300_000);
  await widget.show(form);
  for (const [name, snapshot] of Object.entries(all)) {
    await widget.emit(snapshot);
    await widget.sees(snapshot.screen);
    for (const width of [320, 1200]) {
      await page.setViewportSize({ width, height: 900 });
      const needed = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(needed, `${name}, ${width} px`).toBe(width);
      if (!process.env.SHOTS) continue;
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        const path = `${process.env.SHOTS}/${name}-${colorScheme}-${width}.png`;
        await page.screenshot({ path, fullPage: true });
      }
    }
  }
});
