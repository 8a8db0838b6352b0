// The room that the form takes: on phones, beside what introduces it, and while it comes.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { Rule } from "../../src/core/types.ts";
import { extraTexts, formTexts } from "../../src/strings.ts";
import { expect, site, test, type Widget } from "./harness.ts";
import { entropyForm, form, fullForm, server, wrong } from "./snapshots.ts";

const texts = [
  "Be kind.",
  "No spam, and nothing that only sells, whether by hand or by machine.",
  "Describe your pictures for people who cannot see them.",
];
const rules = (n: number): Rule[] =>
  Array.from({ length: n }, (_, i) => ({ id: `${i}`, text: texts[i % texts.length] ?? "" }));

/** Shows a form that nobody has folded or unfolded anything in. */
async function anew(widget: Widget, snapshot: typeof form): Promise<void> {
  await widget.emit({ ...snapshot, screen: "loading" });
  await widget.emit(snapshot);
}

test("the first field is in the first view of a phone, whatever the number of rules, and every document is named once", async ({
  page,
  widget,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await widget.show(form);
  for (const n of [0, 1, 3, 12, 100]) {
    await anew(widget, { ...fullForm, rules: rules(n) });
    const box = await widget.username.boundingBox();
    expect((box?.y ?? 844) + (box?.height ?? 0), `${n} rules`).toBeLessThan(700);
    await expect(widget.element.getByRole("link", { name: "Privacy policy" })).toHaveCount(1);
    await expect(widget.element.getByRole("link", { name: "Terms of service" })).toHaveCount(1);
    await expect(widget.element.getByRole("link", { name: "About this server" })).toHaveCount(1);
    if (n) await expect(page.locator("summary").first()).toHaveText(`Server rules ${n}`);
    await expect(page.getByText("Be kind.").first()).toBeHidden();
  }
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Be kind.").first()).toBeVisible();
});

for (const root of ["light", "shadow"]) {
  test(`who is asked to agree to folded rules is led to them, and back: root=${root}`, async ({
    page,
    widget,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await widget.show({ ...fullForm, rules: rules(12) }, `root="${root}"`);
    const link = widget.element.getByRole("link", { name: "server rules" });
    const rule = widget.element.getByText("Be kind.").first();
    const summary = widget.element.locator("summary").first();
    await expect(rule).toBeHidden();
    await link.click();
    await expect(rule).toBeInViewport();
    await expect(summary).toBeFocused();
    await expect(widget.element.getByRole("checkbox")).not.toBeChecked();
    expect(page.url()).toBe(site);
    await page.keyboard.press("Enter");
    await expect(rule).toBeHidden();
    await expect(link).toBeFocused();
    await expect(link).toBeInViewport();
    await summary.click();
    await expect(rule).toBeVisible();
    await summary.click();
    await expect(link).not.toBeFocused(); // who unfolded them there is not led anywhere
  });
}

test("beside the form the rules are unfolded while they are no longer than it; what is folded by hand stays so", async ({
  page,
  widget,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await widget.show({ ...form, rules: rules(3) });
  const rule = page.getByText("Be kind.").first();
  await expect(rule).toBeVisible();
  await expect(widget.element.getByRole("link", { name: "Privacy policy" })).toHaveCount(2);
  await page.locator("summary").first().click();
  await widget.email.fill("someone@example.org");
  await widget.emit({ ...form, rules: rules(4) });
  await expect(rule).toBeHidden();
  await anew(widget, { ...form, rules: rules(12) });
  await expect(rule).toBeHidden();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(widget.element.getByRole("link", { name: "Privacy policy" })).toHaveCount(1);

  // What introduces the form is as wide as its fields where it stands above them.
  await page.setViewportSize({ width: 800, height: 800 });
  const width = async (part: string) =>
    (await page.locator(`[data-part=columns] > [data-part=${part}]`).boundingBox())?.width;
  expect(await width("intro")).toBe(await width("form"));
  expect(await width("intro")).toBe(34 * 16);
});

test("the name's domain stands beside it where both fit, and below it where it is long", async ({
  page,
  widget,
}) => {
  await widget.show(form);
  for (const [width, domain, beside] of [
    [320, "tide.example", true],
    [360, "tidepool.example", true],
    [390, "rockpool.example.org", true],
    [390, `${"long.".repeat(12)}example`, false],
    [1280, `${"long.".repeat(12)}example`, false],
  ] as const) {
    await page.setViewportSize({ width, height: 844 });
    await widget.emit({ ...form, server: { ...server, domain } });
    await widget.painted(); // or the width that is new would move one place between the two looks
    const affix = await page.locator("[data-part=affix]", { hasText: domain }).boundingBox();
    const name = await widget.username.boundingBox();
    if (!affix || !name) throw new Error("nothing to be seen");
    expect(affix.y < name.y + name.height / 2, domain).toBe(beside);
    expect(affix.x + affix.width, domain).toBeLessThanOrEqual(width - 16);
    expect(name.width, domain).toBeGreaterThanOrEqual(8 * 16); // half a long name
  }
});

/** All runs of four words in a text. */
function phrases(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];
  return words.slice(3).map((_, i) => words.slice(i, i + 4).join(" "));
}

test("a field's hint and what is wrong with it never say the same", async ({ page, widget }) => {
  await widget.show(fullForm);
  const known = Object.keys({ ...formTexts.fields, ...extraTexts.fields }).map((name) => name.split("."));
  for (const snapshot of [fullForm, entropyForm]) {
    for (const [field = "", code = ""] of known) {
      const { minLength, minAge, maxLength } = snapshot.fields.find(({ name }) => name === field) ?? {};
      const limit = (code === "ERR_TOO_LONG" ? maxLength : (minLength ?? minAge)) ?? 0;
      await widget.emit({ ...snapshot, problems: [{ field, code, origin: "server", limit }] });
      const place = page.locator(`[data-field=${field}]`);
      if (!(await place.count())) continue;
      const error = (await place.locator("[data-part=error]").textContent()) ?? "";
      const hint = (await place.locator("[data-part=hint]").allTextContents()).join(" ");
      expect
        .soft(
          phrases(error).filter((phrase) => phrases(hint).includes(phrase)),
          `${error} ${hint}`,
        )
        .toEqual([]);
      const described = await place.locator("[aria-describedby]").first().getAttribute("aria-describedby");
      for (const id of described?.split(" ") ?? []) await expect(page.locator(`[id="${id}"]`)).toHaveCount(1);
    }
  }
});

test("the page's own link has room above what failed", async ({ page, widget }) => {
  const link = '<a href="https://tidepool.example/auth/sign_up">Join Tidepool</a>';
  for (const root of ["light", "shadow"]) {
    await widget.load(`<fedi-signup server="tidepool.example" root="${root}">${link}</fedi-signup>`, {
      snapshot: wrong("failed", "unreachable"),
    });
    await widget.sees("failed");
    const above = await page.getByRole("link", { name: "Join Tidepool" }).boundingBox();
    const below = await widget.element.locator("[data-part=panel]").boundingBox();
    expect((below?.y ?? 0) - (above?.y ?? 0) - (above?.height ?? 0), root).toBeGreaterThan(12);
  }
});

/** How far the page has moved so far, as browsers rate it. */
const shift = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            const moved = (globalThis as unknown as { moved: PerformanceObserver }).moved;
            const all = [
              ...moved.takeRecords(),
              ...(globalThis as unknown as { known: PerformanceEntry[] }).known,
            ];
            resolve(
              all.reduce((sum, entry) => sum + (entry as PerformanceEntry & { value: number }).value, 0),
            );
          }),
        );
      }),
  );

/** What README has pages say while the element is not defined yet. */
const [, reserved = ""] =
  /```css\n(@media \(scripting.*?)```/s.exec(
    readFileSync(new URL("../../../README.md", import.meta.url), "utf8"),
  ) ?? [];

test("nothing moves from the link to the form, nor when the extras and the page's font come", async ({
  page,
  widget,
}) => {
  widget.policy = ""; // which lets tests add scripts and styles
  await page.addInitScript(() => {
    const page = globalThis as unknown as { moved: PerformanceObserver; known: PerformanceEntry[] };
    page.known = [];
    page.moved = new PerformanceObserver((list) => page.known.push(...list.getEntries()));
    page.moved.observe({ type: "layout-shift", buffered: true });
  });
  await page.route("https://site.example/page.css", (route) =>
    route.fulfill({ contentType: "text/css", body: `${reserved} body { font: 16px/1.5 sans-serif }` }),
  );
  await page.clock.install();
  for (const root of ["light", "shadow"]) {
    for (const [width, height] of [
      [390, 844],
      [1280, 800],
    ] as const) {
      for (const late of [false, true]) {
        const where = `${root}, ${width}, ${late ? "late" : "early"} extras`;
        await page.setViewportSize({ width, height });
        const come = await widget.hold("extras");
        if (!late) come();
        await widget.load(
          `<h1>Join us</h1><fedi-signup server="tidepool.example" root="${root}" persist="none"><p><a href="https://tidepool.example/">Join Tidepool</a></p></fedi-signup><p>${"What comes after it. ".repeat(60)}</p>`,
          {},
          undefined,
          false,
        );
        await expect(page.getByRole("link", { name: "Join Tidepool" })).toBeVisible();
        await shift(page); // the link has been seen
        await page.addScriptTag({ url: "fedi-signup.js", type: "module" });
        const busy = widget.element.getByText("Loading the sign-up form");
        await expect(busy).toBeVisible();
        await expect(widget.username).toBeEditable();
        await expect(widget.status).toHaveText("");
        await shift(page);
        await widget.emit({ ...form, rules: rules(12) });
        if (late) await page.clock.runFor(6000);
        await widget.sees("form");
        await expect(busy).toHaveCount(0);
        await shift(page);
        come();
        await expect(widget.element.locator("[data-part=aid]").first()).toBeAttached();
        await page.addStyleTag({ content: "body { letter-spacing: .01em }" }); // as another font would be
        expect.soft(await shift(page), where).toBeLessThan(0.05);
      }
    }
  }
});

test("the room is given back when the page closes the form before it is there", async ({ page, widget }) => {
  await widget.load(
    `<fedi-signup server="tidepool.example"><a href="https://tidepool.example/">Join</a></fedi-signup>`,
  );
  const height = async () => (await widget.element.boundingBox())?.height ?? 0;
  expect(await height()).toBeGreaterThan(500);
  await widget.element.evaluate((element: HTMLElementTagNameMap["fedi-signup"]) => element.close());
  expect(await height()).toBeLessThan(100);
  await expect(page.getByRole("link", { name: "Join" })).toBeVisible();
});
