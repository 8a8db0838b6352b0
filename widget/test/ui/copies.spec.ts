// A page that copies itself, or comes with a copy of the widget: one form stands in each element, and works.
import { children, expect, test, type Widget } from "./harness.ts";
import { confirm, form } from "./snapshots.ts";

/** Fills in the only form there is, and sends it. */
async function signsUp(widget: Widget): Promise<void> {
  await expect(widget.page.locator("form:not(#own)")).toHaveCount(1);
  await widget.username.fill("alice");
  await widget.password.fill("a secret of mine");
  await widget.submit.click();
  await expect
    .poll(() => widget.called("submit"))
    .toEqual([[expect.objectContaining({ username: "alice", password: "a secret of mine" })]]);
}

const tag = (content = children) => `<fedi-signup server="tidepool.example">${content}</fedi-signup>`;

test.beforeEach(({ widget }) => {
  widget.policy = ""; // a strict one lets nobody write markup
});

for (const [how, surroundings] of Object.entries({
  "in the page": tag(),
  "in a paragraph, which ends where a copied form begins": `<p>Come in: ${tag()}</p>`,
  "in a form of the page": `<form id="own" action="/list">${tag("")}</form>`,
})) {
  test(`a page that writes itself anew: ${how}`, async ({ page, widget }) => {
    await widget.load(surroundings, { snapshot: form });
    await widget.sees("form");
    await page.evaluate(() => {
      // biome-ignore lint/correctness/noSelfAssign: it is not the same afterwards
      document.body.innerHTML = document.body.innerHTML;
    });
    await widget.sees("form");
    await signsUp(widget);
  });
}

test("a copy of the element beside it: two forms, each with what was typed there", async ({
  page,
  widget,
}) => {
  await widget.show(form);
  await widget.username.fill("alice");
  await page.evaluate(() => {
    const element = document.querySelector("fedi-signup");
    element?.after(element.cloneNode(true));
  });
  const [one, two] = [widget.element.nth(0), widget.element.nth(1)];
  await expect(two.locator("[data-name=username]")).toHaveValue("");
  await expect(page.locator("form")).toHaveCount(2);
  await two.locator("[data-name=username]").fill("bert");
  await expect(one.locator("[data-name=username]")).toHaveValue("alice");
  const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
});

test("a page that was saved with its form, and whose script runs again", async ({ page, widget }) => {
  await widget.show(form);
  const saved = await page.evaluate(() => document.querySelector("main")?.innerHTML ?? "");
  expect(saved).toContain("<form");
  await widget.load(saved, { snapshot: form });
  await widget.sees("form");
  await signsUp(widget);
});

test("what is left of a form elsewhere on the page keeps its ids, and the form has others", async ({
  page,
  widget,
}) => {
  await widget.show(form);
  const left = await page.evaluate(() => document.querySelector("form")?.innerHTML ?? "");
  await widget.load(`<div hidden>${left}</div>${tag()}`, { snapshot: form });
  await widget.sees("form");
  const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  await widget.username.fill("alice");
  await expect(page.locator("fedi-signup [data-name=username]")).toHaveValue("alice");
});

test("every other screen stands there once, too", async ({ page, widget }) => {
  await widget.show(confirm);
  const panels = widget.element.getByRole("heading", { name: "Check your email" });
  await page.evaluate(() => {
    // biome-ignore lint/correctness/noSelfAssign: it is not the same afterwards
    document.body.innerHTML = document.body.innerHTML;
  });
  await widget.sees("confirm");
  await expect(panels).toHaveCount(1);
  await page.evaluate(() => document.body.append(document.body.firstElementChild?.cloneNode(true) ?? ""));
  await expect(panels).toHaveCount(2);
  await expect(page.locator("[data-part=fedi-signup]")).toHaveCount(2);
});

test("before the server has answered, a copied form is gone, and there are only the fields", async ({
  page,
  widget,
}) => {
  await widget.show(form, 'persist="none"');
  const saved = await page.evaluate(() => document.querySelector("main")?.innerHTML ?? "");
  await widget.load(saved, { delays: { open: 60_000 }, snapshot: form });
  await widget.sees("loading");
  await expect(page.locator("form")).toHaveCount(1);
  await expect(widget.submit).toHaveCount(0);
  await page.evaluate(() => globalThis.stub.proceed());
  await widget.sees("form");
  await signsUp(widget);
});
