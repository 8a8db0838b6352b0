// The page that the widget stands in: it is left as it was sent while a script of its own may look for that.
import { FormVersion } from "../../src/core/types.ts";
import { children, expect, test, type Widget } from "./harness.ts";
import { confirm, form } from "./snapshots.ts";

/** Nothing happens for want of patience. */
test.beforeEach(async ({ page }) => {
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
});

/** Begins to load a page with these scripts of its own, which is not there as long as its picture is not. */
async function load(widget: Widget, scripts: string, attributes = ""): Promise<() => Promise<void>> {
  widget.policy = "";
  let shows = (): void => {};
  const shown = new Promise<void>((resolve) => {
    shows = resolve;
  });
  await widget.page.route("https://site.example/slow.png", async (route) => {
    await shown;
    await route.abort();
  });
  await widget.page.route("https://site.example/own.js", (route) =>
    route.fulfill({ contentType: "text/javascript", body: "" }),
  );
  await widget.page.route("https://site.example/page?*", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><html lang="en"><title>The shore</title>
<script>window.prepared = ${JSON.stringify({ snapshot: form })}</script>
<script type="application/ld+json">{ "name": "Downloads" }</script><script type="module" src="fedi-signup.js"></script>
<fedi-signup server="tidepool.example" ${attributes}>${children}</fedi-signup><img src="slow.png" alt="">${scripts}`,
    }),
  );
  await widget.page.goto(widget.address, { waitUntil: "commit" });
  return async () => {
    shows();
    await widget.page.waitForLoadState("load");
  };
}

test("a page that came without other scripts is changed at once, and its pictures may come later", async ({
  widget,
  fails,
}) => {
  fails.console.push(/slow\.png|ERR_FAILED/);
  const loaded = await load(widget, "");
  await widget.sees("form");
  await expect(widget.username).toBeEditable();
  expect(await widget.page.evaluate(() => document.readyState)).toBe("interactive");
  await loaded();
});

test("a form that comes late from the site's edge holds up nothing", async ({ widget, fails }) => {
  fails.console.push(/slow\.png|ERR_FAILED/);
  const { page } = widget;
  let answers = (): void => {};
  const late = new Promise<void>((resolve) => {
    answers = resolve;
  });
  await page.route("https://edge.example/**", async (route) => {
    await late;
    const made = { version: FormVersion, at: Date.now(), server: "tidepool.example", snapshot: form };
    await route.fulfill({ json: made, headers: { "access-control-allow-origin": "*" } });
  });
  const loaded = await load(widget, "", 'broker="https://edge.example"');
  await widget.sees("form");
  const waiting = await page.evaluateHandle(() => {
    const turns: (() => void)[] = []; // that the page does not give yet
    Object.assign(globalThis.scheduler, { yield: () => new Promise<void>((go) => turns.push(go)) });
    return turns;
  });
  answers();
  await expect.poll(() => waiting.evaluate(({ length }) => length)).toBe(1);
  await widget.emit(confirm);
  await widget.sees("confirm");
  await loaded();
});

for (const [what, scripts] of Object.entries({
  "by an address": '<script src="own.js" async></script>',
  "as a module": '<script type="module">document.title</script>',
  "that imports others": "<script>import('./own.js')</script>",
  "that waits for the page": "<script>document.addEventListener('DOMContentLoaded', () => {})</script>",
})) {
  test(`a page with a script ${what} is left as it was sent until it has loaded`, async ({
    widget,
    fails,
  }) => {
    fails.console.push(/slow\.png|ERR_FAILED/);
    const loaded = await load(widget, scripts);
    const sent = () => widget.element.innerHTML();
    await expect.poll(() => widget.called("open").catch(() => [])).toHaveLength(1); // the core has told what to show
    expect((await sent()).trim()).toBe(children.trim());
    await loaded();
    await widget.page.clock.resume();
    await widget.sees("form");
  });
}

test("a page with scripts of its own has loaded before our files have", async ({ page, widget }) => {
  let asked = "";
  await page.route("https://site.example/extras.*", (route) => {
    asked = route.request().url(); // which is never answered
  });
  await widget.load(`<fedi-signup server="tidepool.example" loading="eager">${children}</fedi-signup>`, {
    snapshot: form,
  });
  expect(await page.evaluate(() => document.readyState)).toBe("complete");
  await expect.poll(() => asked).not.toBe("");
});
