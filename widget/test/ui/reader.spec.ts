// The server's documents, read in place.
import type { Page } from "@playwright/test";
import { inaccessible } from "../../e2e/accessible.ts";
import { expect, test } from "./harness.ts";
import { form } from "./snapshots.ts";

const hostile = `<h1>Privacy</h1><p id="seen" style="color: red" onclick="top.taken = 1">We keep <b>little</b>.</p>
<script>top.taken = 1</script><img src="x.png" onerror="top.taken = 1" alt=""><iframe src="https://evil.example/"></iframe>
<p><a href="/about#staff">relative</a> <a href="https://elsewhere.example/" target="_top" rel="opener">absolute</a>
<a href="javascript:top.taken = 1">script</a></p><meta http-equiv="refresh" content="0;url=https://evil.example/">
<svg><a href="javascript:top.taken = 1"><text>drawn</text></a></svg><form action="https://evil.example/"><input name="password"></form><style>#seen { display: none }</style>`;

const plain = "<h1>Privacy</h1><p>We keep <b>little</b>. Read <a href='/about'>more</a>.</p>";
const prepare = { documents: { "privacy-policy": { html: plain, date: "2026-05-01" } } };

const quiet = async (page: Page) => {
  await page.route("https://tidepool.example/**", (route) =>
    route.fulfill({ contentType: "image/svg+xml", body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
  );
};

test("a document opens in place, with its date and its page, and gives the focus back", async ({
  widget,
  page,
}) => {
  await quiet(page);
  await widget.show(form, "", prepare);
  const link = widget.element.getByRole("listitem").getByRole("link", { name: "Privacy policy" });
  await link.click();
  const dialog = page.getByRole("dialog", { name: "Privacy policy" });
  await expect(dialog).toBeVisible();
  await expect(dialog).toContainText("Version of May 1, 2026");
  await expect(dialog.getByRole("link", { name: "Open the page on Tidepool" })).toHaveAttribute(
    "href",
    "https://tidepool.example/privacy-policy",
  );
  await expect(dialog.frameLocator("iframe").getByText("We keep little.")).toBeVisible();
  const named = await dialog
    .locator("iframe")
    .evaluate((frame: HTMLIFrameElement) => [frame.title, frame.contentDocument?.title]);
  expect(named).toEqual(["Privacy policy", "Privacy policy"]);
  expect(page.context().pages()).toHaveLength(1);
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(link).toBeFocused();
  await expect(widget.element.getByRole("checkbox")).not.toBeChecked();

  await widget.element.locator("[data-part=agreement-label]").getByRole("link", { name: "privacy" }).click();
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(widget.element.getByRole("checkbox")).not.toBeChecked();
  expect(await widget.called("document")).toEqual([["privacy-policy"], ["privacy-policy"]]);
});

test("nothing in a document acts: no script, no form, no frame, and its links leave the page", async ({
  widget,
  page,
  fails,
}) => {
  fails.console.push(notRun);
  await quiet(page);
  await widget.show(form, "", { documents: { "privacy-policy": { html: hostile } } });
  await widget.element.getByRole("listitem").getByRole("link", { name: "Privacy policy" }).click();
  const frame = page.getByRole("dialog").locator("iframe");
  await expect(frame).toHaveAttribute(
    "sandbox",
    "allow-same-origin allow-popups allow-popups-to-escape-sandbox",
  );
  const inside = frame.contentFrame();
  await inside.getByText("We keep little.").click();
  await expect(
    inside.locator("script, iframe, form, input, svg, style, body meta, base, [style], [onclick]"),
  ).toHaveCount(0);
  for (const [name, href] of Object.entries({
    relative: "https://tidepool.example/about#staff",
    absolute: "https://elsewhere.example/",
  })) {
    const link = inside.getByRole("link", { name, exact: true });
    await expect(link).toHaveAttribute("href", href);
    await expect(link).toHaveAttribute("target", "_blank");
    await expect(link).toHaveAttribute("rel", "noopener noreferrer");
  }
  await expect(inside.locator("a", { hasText: /^script$/ })).not.toHaveAttribute("href");
  await page.context().route("https://elsewhere.example/", (route) => route.fulfill({ body: "Hello" }));
  const [opened] = await Promise.all([
    page.context().waitForEvent("page"),
    inside.getByText("absolute").click(),
  ]);
  await expect(opened).toHaveURL("https://elsewhere.example/");
  expect(await page.evaluate(() => (globalThis as { taken?: number }).taken)).toBeUndefined();
  expect(page.url()).toContain("https://site.example/page");
});

/** What the browser tells of a text that it does nothing with. */
const notRun = /inline style|inline event handler/;

const evil = "https://evil.example";

/** The requests that reach another host. */
async function watched(page: Page): Promise<string[]> {
  await quiet(page);
  const asked: string[] = [];
  await page.route(`${evil}/**`, (route) => {
    asked.push(route.request().url());
    return route.abort();
  });
  return asked;
}

/** Ways in which more than a text comes with a text. Each would load from the other host, or do something. */
const smuggled: Record<string, string> = {
  "a declarative shadow root": `<div><template shadowrootmode="open"><iframe src="${evil}/1"></iframe><style>@import "${evil}/2"; * { background: url(${evil}/3) }</style><form action="${evil}"><input></form><a href="${evil}" target="_top" rel="opener">out</a></template></div>`,
  "shadow roots within shadow roots": `<p><template shadowrootmode="closed"><p><template shadowrootmode="open"><img src="${evil}/4"><slot></slot></template></p></template></p>`,
  "a template": `<template><img src="${evil}/5"><script>top.taken = 1</script></template>`,
  "markup that parses another way the second time": `<svg></p><style><a id="</style><img src=${evil}/6 onerror=top.taken=1>"></a></style></svg><math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=${evil}/7 onerror=top.taken=1&gt;"></table></mtext></math><noscript><p title="</noscript><img src=${evil}/8>"></noscript>`,
  "pictures of another host": `<img src="${evil}/9" alt="A limpet"><img src="//evil.example/10" alt=""><img srcset="${evil}/11 2x" src="data:image/svg+xml,<svg/>"><picture><source srcset="${evil}/12"><img alt="A whelk"></picture><input type="image" src="${evil}/13">`,
  media: `<video src="${evil}/14" poster="${evil}/15" autoplay></video><audio src="${evil}/16" autoplay></audio><object data="${evil}/17"><embed src="${evil}/18"></object><svg><image href="${evil}/19" /><use href="${evil}/20#a" /><foreignObject><img src="${evil}/21"></foreignObject></svg>`,
  "styles and what loads": `<link rel="stylesheet" href="${evil}/22"><link rel="preload" as="image" href="${evil}/23"><style>@import "${evil}/24"</style><p style="background: url(${evil}/25)">styled</p><table background="${evil}/26"><tr><td background="${evil}/27">cell</td></tr></table><body background="${evil}/28">`,
  "another base": `<base href="${evil}/" target="_top"><img src="29"><a href="about">base</a>`,
  "a way away": `<meta http-equiv="refresh" content="0;url=${evil}/30"><iframe srcdoc="<img src=${evil}/31>"></iframe><frameset><frame src="${evil}/32"></frameset><portal src="${evil}/33"></portal>`,
  "fields that pose as properties": `<form id="f"><input name="childNodes"><input name="firstChild"><input name="localName"><input name="attributes"><img src="${evil}/34"></form><img name="body" src="${evil}/35"><img name="createTreeWalker"><img name="documentElement">`,
};

for (const [what, html] of Object.entries(smuggled)) {
  test(`a document brings nothing but a text with it: ${what}`, async ({ widget, page, fails }) => {
    fails.console.push(notRun);
    const asked = await watched(page);
    await widget.show(form, "", {
      documents: { "privacy-policy": { html: `${html}<p>We keep little.</p>` } },
    });
    await widget.element.getByRole("listitem").getByRole("link", { name: "Privacy policy" }).click();
    const frame = page.getByRole("dialog").locator("iframe");
    await expect(frame).toHaveAttribute("data-ready");
    const inside = frame.contentFrame();
    await expect(inside.getByText("We keep little.")).toBeVisible();
    const left = await inside.locator("body").evaluate((body) => {
      const within = (root: ParentNode): Element[] =>
        [...root.querySelectorAll("*")].flatMap((element) => [
          element,
          ...(element.shadowRoot ? within(element.shadowRoot) : []),
        ]);
      return within(body).map(({ localName, attributes }) =>
        [localName, ...[...attributes].map(({ name, value }) => (name === "src" ? value : name))].join(" "),
      );
    });
    for (const element of left) {
      expect(element).toMatch(
        /^(span role|(p|div|table|tbody|tr|td|a|img)( (id|title|alt|href|target|rel|https:..tidepool.*))*)$/,
      );
      if (element.startsWith("a ")) expect(element).toMatch(/target rel$/);
    }
    expect(asked).toEqual([]);
    expect(await page.evaluate(() => (globalThis as { taken?: number }).taken)).toBeUndefined();
  });
}

test("what makes up a text stays: its structure, its languages, its places, pictures of the server", async ({
  widget,
  page,
  fails,
}) => {
  fails.console.push(/Blocked script execution/); // of the test's own, when it follows the link
  const asked: [string, string | undefined][] = [];
  await page.route("https://tidepool.example/**", async (route) => {
    asked.push([route.request().url(), (await route.request().headerValue("referer")) ?? undefined]);
    await route.fulfill({ contentType: "image/svg+xml", body: '<svg xmlns="http://www.w3.org/2000/svg"/>' });
  });
  const text = `<h2 id="top">One</h2><p lang="de" dir="ltr">Wir <em>mögen</em> <bdi>x</bdi></p><ol start="3" type="a"><li value="4">four</li></ol><table><caption>Data</caption><thead><tr><th scope="col" colspan="2">What</th></tr></thead><tbody><tr><td>a</td><td>b</td></tr></tbody></table><details open=""><summary>More</summary>less</details><blockquote>said</blockquote><pre>  as it is</pre><dl><dt>t</dt><dd>d</dd></dl><p>H<sub>2</sub>O <abbr title="and so on">etc.</abbr> <code>x</code><br>line</p>`;
  const html = `<section><form><custom-box>${text}</custom-box></form></section><p><img src="/limpet.svg" alt="A limpet" width="20" height="10"><a href="#end">down</a></p>${"<p>.</p>".repeat(80)}<p><a name="end">The end</a></p>`;
  await widget.show(form, "", { documents: { "privacy-policy": { html } } });
  await widget.element.getByRole("listitem").getByRole("link", { name: "Privacy policy" }).click();
  const frame = page.getByRole("dialog").locator("iframe");
  await expect(frame).toHaveAttribute("data-ready");
  const inside = frame.contentFrame();
  expect(await inside.locator("section").evaluate((section) => section.innerHTML)).toBe(text);
  await expect(inside.getByAltText("A limpet")).toHaveJSProperty("complete", true);
  expect(asked).toEqual([["https://tidepool.example/limpet.svg", undefined]]);

  const region = page.getByRole("dialog").getByRole("region", { name: "Privacy policy" });
  const top = () => region.evaluate(({ scrollTop }) => scrollTop);
  expect(await top()).toBe(0);
  await inside.getByText("down").click();
  await expect.poll(top).toBeGreaterThan(500);
  await region.focus();
  await page.keyboard.press("Home");
  await expect.poll(top, "it scrolls by keys").toBe(0);
  await expect(inside.getByText("Wir mögen")).toBeAttached();
});

test("the frame itself lets nothing else in", async ({ widget, page, fails }) => {
  fails.console.push(/Content Security Policy/);
  const asked = await watched(page);
  await widget.show(form, "", prepare);
  await widget.element.getByRole("listitem").getByRole("link", { name: "Privacy policy" }).click();
  const frame = page.getByRole("dialog").locator("iframe");
  await expect(frame).toHaveAttribute("data-ready");
  await frame.evaluate(async (element) => {
    const { body, defaultView } = (element as HTMLIFrameElement).contentDocument ?? document;
    const all = Object.entries({ img: "src", link: "href", iframe: "src", video: "src" }).map(
      ([name, source]) => {
        const added = body.ownerDocument.createElement(name);
        added.setAttribute("rel", "stylesheet");
        added.setAttribute(source, "https://evil.example/");
        return new Promise((over) => {
          for (const end of ["load", "error"]) added.addEventListener(end, over);
          body.append(added);
          defaultView?.setTimeout(over, 1000);
        });
      },
    );
    await Promise.all(all);
  });
  expect(asked).toEqual([]);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`a document can be read in the colours of the page (${colorScheme})`, async ({ widget, page }) => {
    await quiet(page);
    await page.emulateMedia({ colorScheme });
    await widget.show(form, "", prepare);
    await widget.element.getByRole("listitem").getByRole("link", { name: "Privacy policy" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.locator("iframe")).toHaveAttribute("data-ready");
    const colours = await dialog
      .locator("iframe")
      .contentFrame()
      .locator("html")
      .evaluate((root) => [getComputedStyle(root).color, getComputedStyle(root).backgroundColor]);
    expect(colours).toEqual(
      await dialog.evaluate((d) => [getComputedStyle(d).color, getComputedStyle(d).backgroundColor]),
    );
    for (const width of [320, 1200]) {
      await page.setViewportSize({ width, height: 900 });
      const box = await dialog.boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      if (process.env.SHOTS) {
        await page.screenshot({ path: `${process.env.SHOTS}/reader-${colorScheme}-${width}.png` });
      }
    }
    expect(await inaccessible(page, "dialog")).toEqual([]);
  });
}

test("a document runs in the direction of its own text", async ({ widget, page }) => {
  await quiet(page);
  const link = widget.element.locator("[data-part=documents] a").first();
  await widget.show(form, "", prepare, '<html lang="ar" dir="rtl">');
  await link.click();
  const frame = page.getByRole("dialog").locator("iframe");
  await expect(frame).toHaveAttribute("data-ready");
  await expect(frame.contentFrame().getByText("We keep little.")).toHaveCSS("direction", "ltr");

  await widget.show(form, "", { documents: { "privacy-policy": { html: "<p>نحفظ القليل.</p>" } } });
  await link.click();
  await expect(frame.contentFrame().getByText("نحفظ القليل.")).toHaveCSS("direction", "rtl");
});

test('the page can style the dialog with root="shadow", as every other part', async ({ widget, page }) => {
  await widget.show(form, 'root="shadow"', { ...prepare, delays: { document: 60_000 } });
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "fedi-signup::part(reader), fedi-signup::part(reader-frame) { border-color: rgb(1, 2, 3) }",
    );
    document.adoptedStyleSheets.push(sheet);
  });
  await widget.element.getByRole("listitem").getByRole("link", { name: "Privacy policy" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toHaveCSS("border-color", "rgb(1, 2, 3)");
  await page.evaluate(() => globalThis.stub.proceed());
  await expect(dialog.locator("[data-part=reader-frame]")).toHaveCSS("border-color", "rgb(1, 2, 3)");
  const sealed = await widget.element.evaluate((element) =>
    [...(element.shadowRoot?.querySelectorAll<HTMLElement>("[data-part]:not([part])") ?? [])].map(
      ({ dataset }) => dataset.part,
    ),
  );
  expect(sealed).toEqual([]);
});

test("an open document goes with the sign-up", async ({ widget, page }) => {
  await quiet(page);
  await widget.show(form, "", prepare);
  await widget.element.getByRole("listitem").getByRole("link", { name: "Privacy policy" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.evaluate(() => document.querySelector("fedi-signup")?.close());
  await expect(page.locator("dialog")).toHaveCount(0);
});

test("a document that was still coming when the sign-up ended opens nothing", async ({ widget, page }) => {
  await page.context().route("https://tidepool.example/**", (route) => route.fulfill({ body: "The page" }));
  await widget.show(form, "", { rejects: { document: "aborted" }, delays: { document: 60_000 } });
  await page.evaluate(async () => {
    const element = document.querySelector("fedi-signup");
    element?.querySelector<HTMLElement>("[data-part=documents] a")?.click();
    await element?.close();
    globalThis.stub.proceed();
  });
  await widget.sees("idle");
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  expect(await widget.called("document")).toHaveLength(1);
  expect(page.context().pages()).toHaveLength(1);
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("where the text cannot be had, and with a key held down, the link is a plain link", async ({
  widget,
  page,
}) => {
  await page.context().route("https://tidepool.example/**", (route) => route.fulfill({ body: "The page" }));
  await widget.show(form, "", { rejects: { document: "not-supported" } });
  const link = widget.element.getByRole("listitem").getByRole("link", { name: "Terms of service" });
  const [opened] = await Promise.all([page.context().waitForEvent("page"), link.click()]);
  await expect(opened).toHaveURL("https://tidepool.example/terms-of-service");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(await widget.called("document")).toHaveLength(1);

  const other = widget.element.getByRole("listitem").getByRole("link", { name: "Privacy policy" });
  for (const modifier of ["Control", "Shift", "Alt", "Meta"] as const) {
    const prevented = page.evaluate(
      () =>
        new Promise((resolve) => {
          const look = (event: Event) => {
            resolve(event.defaultPrevented);
            event.preventDefault(); // the test wants no tab
          };
          addEventListener("click", look, { once: true });
        }),
    );
    await other.click({ modifiers: [modifier] });
    expect(await prevented, modifier).toBe(false);
  }
  expect(await widget.called("document")).toHaveLength(1);
});

test("a text that takes its time: the dialog waits for it, and says so when it does not come", async ({
  widget,
  page,
}) => {
  await widget.show(form, "", { rejects: { document: "unreachable" }, delays: { document: 60_000 } });
  await widget.element.getByRole("listitem").getByRole("link", { name: "About this server" }).click();
  const dialog = page.getByRole("dialog", { name: "About this server" });
  await expect(dialog).toContainText("Loading");
  await page.evaluate(() => globalThis.stub.proceed());
  await expect(dialog.getByRole("alert")).toContainText("doesn't let this page show it");
  await expect(dialog.getByRole("link")).toHaveAttribute("href", "https://tidepool.example/about");
  expect(page.context().pages()).toHaveLength(1);
});

test("terms tell from when they are in force, and until when", async ({ widget, page }) => {
  const date = "2026-05-01";
  const documents = {
    "terms-of-service": { html: plain, date, comesIntoForce: true },
    "privacy-policy": { html: plain, date, succeededBy: "2026-09-01" },
  };
  await widget.show(form, "", { documents });
  await widget.element.getByRole("listitem").getByRole("link", { name: "Terms of service" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Takes effect on May 1, 2026 ·");
  await expect(dialog).not.toContainText("Version of");
  await page.keyboard.press("Escape");
  await widget.element.getByRole("listitem").getByRole("link", { name: "Privacy policy" }).click();
  await expect(dialog).toContainText(
    "Version of May 1, 2026 · Another version replaces it on September 1, 2026 ·",
  );
});

test("what a server shows to its members only is told at once: its page says no more", async ({
  widget,
  page,
}) => {
  const rejects = { document: "not-supported" };
  await widget.show(form, "", { rejects, rejectedDetail: "members-only" });
  await widget.element.getByRole("listitem").getByRole("link", { name: "Privacy policy" }).click();
  const dialog = page.getByRole("dialog", { name: "Privacy policy" });
  await expect(dialog.getByRole("alert")).toHaveText(
    "Tidepool shows this only to its members. You can still sign up.",
  );
  expect(page.context().pages()).toHaveLength(1);
});

test("a document without a word is no empty box", async ({ widget, page }) => {
  await page.context().route("https://tidepool.example/**", (route) => route.fulfill({ body: "The page" }));
  const rejects = { document: "not-supported" };
  await widget.show(form, "", { rejects, rejectedDetail: "empty" });
  const link = widget.element.getByRole("listitem").getByRole("link", { name: "About this server" });
  const [opened] = await Promise.all([page.context().waitForEvent("page"), link.click()]);
  await expect(opened).toHaveURL("https://tidepool.example/about");
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await widget.show(form, "", { rejects, rejectedDetail: "empty", delays: { document: 60_000 } });
  await link.click();
  await expect(page.getByRole("dialog")).toContainText("Loading");
  await page.evaluate(() => globalThis.stub.proceed());
  await expect(page.getByRole("alert")).toHaveText("Tidepool hasn't written anything here.");
});
