// Pages that change without being loaded: by Turbo Drive, and by htmx. Both keep a copy for the way back.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Snapshot } from "../../src/core/types.ts";
import { expect, test, type Widget } from "./harness.ts";
import { confirm, form } from "./snapshots.ts";

const require = createRequire(import.meta.url);
const turbo = readFileSync(require.resolve("@hotwired/turbo/dist/turbo.es2017-umd.js"), "utf8");
const htmx = readFileSync(require.resolve("htmx.org/dist/htmx.js"), "utf8");
const morph = readFileSync(require.resolve("idiomorph/dist/idiomorph-ext.js"), "utf8");

declare global {
  var Turbo: { session: { refresh(url: string): void } };
  var loads: number; // of the page, which are more than one if a library is not at work
}

const libraries: Record<string, { script: string; attributes: string; metas: string }> = {
  Turbo: {
    script: turbo,
    attributes: "",
    metas:
      '<meta name="turbo-refresh-method" content="morph"><meta name="turbo-refresh-scroll" content="preserve">',
  },
  htmx: { script: `${htmx};${morph}`, attributes: 'hx-boost="true" hx-ext="morph"', metas: "" },
};

/** Loads a page with the widget and a library; tells what the site is sent from then on. */
async function load(widget: Widget, name: string, snapshot: Snapshot, content = "Join"): Promise<string[]> {
  const { script = "", attributes = "", metas = "" } = libraries[name] ?? {};
  const { page } = widget;
  widget.policy = "";
  await page.route("https://site.example/library.js", (route) =>
    route.fulfill({
      contentType: "text/javascript",
      body: `globalThis.loads = (globalThis.loads ?? 0) + 1; ${script}`,
    }),
  );
  const other = `<!doctype html><html lang="en"><head><title>Elsewhere</title></head><body><h1>Elsewhere</h1></body></html>`;
  await page.route("https://site.example/other", (route) =>
    route.fulfill({ contentType: "text/html", body: other }),
  );
  await page.route("https://site.example/part", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: '<fedi-signup server="tidepool.example">Come in</fedi-signup>',
    }),
  );
  await widget.load(
    `<div ${attributes}><a href="/other">Elsewhere</a>
     <button type="button" hx-get="/part" hx-target="fedi-signup" hx-swap="morph:outerHTML">Again</button></div>
     <fedi-signup server="tidepool.example">${content}</fedi-signup>`,
    { snapshot },
    `<html lang="en"><head>${metas}<script src="library.js"></script>`,
  );
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET" || /secret|alice/.test(request.url()))
      sent.push(`${request.method()} ${request.url()}`);
  });
  await widget.sees(snapshot.screen);
  return sent;
}

/** Goes away and back, twice. */
async function wayBack(widget: Widget): Promise<void> {
  const { page } = widget;
  for (let times = 0; times < 2; times++) {
    await page.getByRole("link", { name: "Elsewhere" }).click();
    await expect(page.getByRole("heading", { name: "Elsewhere" })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("link", { name: "Elsewhere" })).toBeVisible();
  }
  expect(await page.evaluate(() => globalThis.loads)).toBe(1);
}

const types = async (widget: Widget) => {
  await widget.username.fill("alice");
  await widget.password.fill("a secret of mine");
};

for (const name of Object.keys(libraries)) {
  test.describe(name, () => {
    for (const [way, submit] of Object.entries<(widget: Widget) => Promise<unknown>>({
      "the button": (widget) => widget.submit.click(),
      "the Enter key": (widget) => widget.password.press("Enter"),
      "the page's script": (widget) => widget.page.evaluate(() => document.forms[0]?.requestSubmit()),
    })) {
      test(`back on the page there is one form, and it works, by ${way}`, async ({ widget }) => {
        const sent = await load(widget, name, form);
        await types(widget);
        await wayBack(widget);
        await widget.sees("form");
        await expect(widget.page.locator("form")).toHaveCount(1);
        await expect(widget.page.locator("[data-part=fedi-signup]")).toHaveCount(1);
        const before = (await widget.called("submit")).length;
        await types(widget);
        await submit(widget);
        await expect.poll(async () => (await widget.called("submit")).length).toBe(before + 1);
        expect(await widget.called("submit")).toEqual([
          [expect.objectContaining({ username: "alice", password: "a secret of mine" })],
        ]);
        expect(sent).toEqual([]);
      });
    }

    test("back on the page a mail is waited for once", async ({ widget }) => {
      await load(widget, name, confirm);
      await wayBack(widget);
      await widget.sees("confirm");
      await expect(widget.element.getByRole("heading", { name: "Check your email" })).toHaveCount(1);
      await expect(widget.page.locator("[data-part=fedi-signup]")).toHaveCount(1);
    });

    for (const content of [
      "Join",
      '<p><a href="https://tidepool.example/">Join</a></p>',
      "<div>Join</div>",
    ]) {
      test(`the page is compared with what the server sends anew: ${content}`, async ({ page, widget }) => {
        const sent = await load(widget, name, form, content);
        await widget.email.fill("alice@example.org");
        await types(widget);
        await widget.username.focus();
        const drawn = page.waitForResponse(/\/(page|part)\b/);
        await page.evaluate(
          (drive) =>
            drive
              ? globalThis.Turbo.session.refresh(location.href)
              : document.querySelector<HTMLElement>("[hx-get]")?.click(),
          name === "Turbo",
        );
        await drawn;
        await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
        await widget.sees("form");
        await expect(page.locator("form")).toHaveCount(1);
        await expect(widget.username).toBeFocused();
        await expect(widget.email).toHaveValue("alice@example.org");
        await widget.submit.click();
        await expect
          .poll(() => widget.called("submit"))
          .toEqual([[expect.objectContaining({ username: "alice", password: "a secret of mine" })]]);
        expect(sent).toEqual([]);
        expect(await page.evaluate(() => globalThis.loads)).toBe(1);
      });
    }
  });
}
