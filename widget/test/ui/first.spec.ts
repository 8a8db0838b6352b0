// The first fields, which a script of their own draws before the widget is there.
import type { Page } from "@playwright/test";
import { FormVersion } from "../../src/core/types.ts";
import type { FediSignup } from "../../src/element.ts";
import { children, expect, test, type Widget } from "./harness.ts";
import { form } from "./snapshots.ts";

declare global {
  var early: boolean | undefined; // whether anything was drawn before the widget was there, once that is known
}

/** The page's policy allows what that of the other tests does. */
const page = (element: string, more = "") => `<!doctype html><html lang="en"><title>The shore</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="icon.svg">
<script type="module" src="fedi-signup-early.js"></script><script type="module" src="fedi-signup.js"></script>
${more}${element}`;

const element = (attributes = "", within = "") =>
  `<fedi-signup server="tidepool.example" ${attributes}>${within}${children}</fedi-signup>`;

/** A page whose widget is not there until it is let. */
async function load(widget: Widget, body: string, fault?: "lost" | "broken"): Promise<() => Promise<void>> {
  let go = (): void => {};
  const may = new Promise<void>((resolve) => {
    go = resolve;
  });
  await widget.page.route("https://site.example/fedi-signup.js", async (route) => {
    await may;
    if (fault === "lost") await route.abort();
    else if (fault) await route.fulfill({ contentType: "text/javascript", body: "export {}; half(" });
    else await route.fallback();
  });
  await widget.page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.querySelector("[data-early]")) globalThis.early = true;
    }).observe(document, { childList: true, subtree: true });
  });
  await widget.page.route("https://tidepool.example/**", (route) => route.abort());
  await widget.page.route("https://site.example/core.*", (route) => route.fulfill({ body: "" }));
  await widget.page.route("https://site.example/support.*", (route) =>
    route.fulfill({ contentType: "text/javascript", body: "" }),
  );
  await widget.page.route("https://site.example/page?*", (route) =>
    route.fulfill({
      contentType: "text/html",
      headers: { "content-security-policy": widget.policy },
      body,
    }),
  );
  await widget.page.goto(widget.address, { waitUntil: "commit" });
  await widget.page.waitForFunction(() => globalThis.early !== undefined);
  return async () => {
    go();
    await widget.page.waitForLoadState("load");
  };
}

test.beforeEach(async ({ widget, scripts, fails }) => {
  fails.console.push(/ERR_FAILED/); // the server, which nobody needs here
  await widget.page.route("https://site.example/fedi-signup-early.js", (route) =>
    route.fulfill({
      contentType: "text/javascript",
      body: `${scripts["fedi-signup-early.js"]}\nglobalThis.early ??= false;`,
    }),
  );
});

const drawn = (within: Page) => within.locator("[data-early]");

/** What is drawn, but for Lit's marks, the beginning of all ids, and values, which only the first fields have as attributes. */
const markup = (container: Element): string =>
  [...container.querySelectorAll("*")]
    .map(({ localName, attributes, parentElement, childNodes }) => {
      const all = [...attributes].filter(({ name }) => name !== "value");
      const texts = [...childNodes].filter((node) => node instanceof Text).map(({ data }) => data);
      return [
        parentElement?.localName,
        localName,
        ...all.map(({ name, value }) => `${name}=${value}`).sort(),
        texts.join(""),
      ].join(" ");
    })
    .join("\n")
    .replace(/fedi-signup-(early-)?\d+-/g, "");

test("the first fields can be typed into before the widget is there, and keep it all", async ({ widget }) => {
  const arrives = await load(widget, page(element()));
  await expect(drawn(widget.page)).toBeVisible();
  await expect(widget.element.getByRole("link", { name: "Join Tidepool" })).toBeHidden();
  await widget.password.fill("correct horse");
  await widget.username.fill("adalovelace");
  await widget.username.evaluate((field: HTMLInputElement) => field.setSelectionRange(3, 5));
  const before = await widget.username.boundingBox();
  await arrives();
  await expect(drawn(widget.page)).toHaveCount(0);
  await expect(widget.username).toHaveValue("adalovelace");
  await expect(widget.password).toHaveValue("correct horse");
  await expect(widget.username).toBeFocused();
  expect(await widget.username.boundingBox()).toEqual(before);
  expect(
    await widget.username.evaluate((field: HTMLInputElement) => [field.selectionStart, field.selectionEnd]),
  ).toEqual([3, 5]);
  await expect(widget.element).toContainText("@adalovelace@tidepool.example");
  await expect(widget.username).toHaveCount(1);
});

for (const [what, attributes] of Object.entries({
  "of a server": "",
  "in the dark, prefilled": 'theme="dark" username="ada" email="ada@example.org"',
})) {
  test(`the first fields ${what} are drawn as the widget draws them`, async ({ widget }) => {
    await widget.page.route("https://site.example/extras.*", () => {}); // which would draw more
    const arrives = await load(widget, page(element(attributes)));
    const early = await drawn(widget.page).evaluate(markup);
    const values = () =>
      widget.element
        .locator("input")
        .evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value));
    const typed = await values();
    await arrives();
    await expect(drawn(widget.page)).toHaveCount(0);
    const container = widget.element.locator("> [data-part=fedi-signup]");
    expect(early).toBe(await container.evaluate(markup));
    expect(await values()).toEqual(typed);
    expect(await widget.page.evaluate(() => document.adoptedStyleSheets.length)).toBe(1);
  });
}

test("what is prefilled can be typed over", async ({ widget }) => {
  const arrives = await load(widget, page(element('username="ada" email="ada@example.org"')));
  await widget.username.fill("lovelace");
  await widget.email.fill("");
  await arrives();
  await expect(drawn(widget.page)).toHaveCount(0);
  await expect(widget.username).toHaveValue("lovelace");
  await expect(widget.email).toHaveValue("");
});

test("what is prefilled and left alone still follows its attribute", async ({ widget }) => {
  const arrives = await load(widget, page(element('username="ada"')));
  await arrives();
  await expect(drawn(widget.page)).toHaveCount(0);
  await widget.element.evaluate((element) => element.setAttribute("username", "grace"));
  await expect(widget.username).toHaveValue("grace");
});

test("a password can be shown before the widget is there, and stays so", async ({ widget }) => {
  const arrives = await load(widget, page(element()));
  const toggle = widget.element.getByRole("button", { name: "Show password" });
  await widget.password.fill("correct horse");
  await toggle.click();
  await expect(widget.password).toHaveAttribute("type", "text");
  await expect(toggle).toHaveAttribute("aria-pressed", "true");
  await arrives();
  await expect(drawn(widget.page)).toHaveCount(0);
  await expect(widget.password).toHaveAttribute("type", "text");
  await expect(widget.password).toHaveValue("correct horse");
  await expect(toggle).toBeFocused();
});

test("on a page that was scrolled, the field that has the focus stays in place", async ({ widget }) => {
  await widget.page.setViewportSize({ width: 320, height: 568 });
  widget.address = "https://site.example/page?scrolled"; // which leads to no part of the page
  const arrives = await load(widget, page(element()));
  await widget.password.fill("correct horse");
  await widget.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const place = () => widget.password.evaluate((field) => [scrollY, field.getBoundingClientRect().top]);
  const before = await place();
  expect(before[0]).toBeGreaterThan(0);
  await arrives();
  await expect(drawn(widget.page)).toHaveCount(0);
  await expect(widget.password).toBeFocused();
  expect(await place()).toEqual(before);
});

test("of what is longer than its field, the end that was typed last stays in view", async ({ widget }) => {
  await widget.page.setViewportSize({ width: 320, height: 568 });
  const arrives = await load(widget, page(element()));
  await widget.email.fill("somebody.with.many.names@mail.department.university.example");
  await widget.email.press("End");
  await arrives();
  await expect(drawn(widget.page)).toHaveCount(0);
  await expect(widget.email).toBeFocused();
  expect(await widget.email.evaluate((field) => field.scrollLeft)).toBeGreaterThan(100);
});

test("a password is not taken along to the server that the page names meanwhile", async ({ widget }) => {
  const arrives = await load(widget, page(element()));
  await widget.username.fill("adalovelace");
  await widget.password.fill("correct horse");
  await widget.element.evaluate((element) => element.setAttribute("server", "rockpool.example"));
  await arrives();
  await expect(drawn(widget.page)).toHaveCount(0);
  await expect(widget.element).toContainText("@adalovelace@rockpool.example");
  await expect(widget.password).toHaveValue("");
});

test("English fields on a page that is read from right to left stand as they stay", async ({ widget }) => {
  const body = page(element()).replace("<html", '<html dir="rtl"');
  const arrives = await load(widget, body);
  const title = widget.element.getByRole("heading");
  const before = await title.boundingBox();
  await arrives();
  await expect(drawn(widget.page)).toHaveCount(0);
  await expect(widget.element.locator("> [data-part=fedi-signup]")).toHaveAttribute("dir", "ltr");
  expect(await title.boundingBox()).toEqual(before);
});

test("whoever has come to the link with the keyboard stays there", async ({ widget }) => {
  await widget.page.route("https://site.example/extras.*", () => {}); // which would bring the form
  const arrives = await load(widget, page(element()));
  const link = widget.element.getByRole("link", { name: /tidepool/i });
  await link.focus();
  await arrives();
  await expect(drawn(widget.page)).toHaveCount(0);
  await expect(link).toBeFocused();
});

for (const fault of ["lost", "broken"] as const) {
  test(`where the widget's script is ${fault}, the page's own link is there again`, async ({
    widget,
    fails,
  }) => {
    fails.console.push(/SyntaxError/);
    const breaks = await load(widget, page(element()), fault);
    const link = widget.element.getByRole("link", { name: "Join Tidepool" });
    await expect(drawn(widget.page)).toBeVisible();
    await expect(link).toBeHidden();
    const sheets = () => widget.page.evaluate(() => document.adoptedStyleSheets.length);
    await widget.page.evaluate(() => {
      document.adoptedStyleSheets = [new CSSStyleSheet()]; // of the page's
    });
    await breaks();
    await expect(link).toBeVisible();
    await expect(widget.username).toHaveCount(0);
    expect(await sheets()).toBe(1);
  });
}

test("a widget's script that the page holds back is left alone", async ({ widget }) => {
  const held = page(element()).replace('"module" src="fedi-signup.js"', '"text/plain" src="fedi-signup.js"');
  const arrives = await load(widget, held);
  await arrives();
  expect(await widget.page.evaluate(() => globalThis.early)).toBe(false);
  await expect(widget.element.getByRole("link", { name: "Join Tidepool" })).toBeVisible();
  expect(await widget.page.evaluate(() => customElements.get("fedi-signup"))).toBeUndefined();
});

for (const [what, change] of Object.entries({
  "a dialog is wanted": (element) => element.setAttribute("display", "dialog"),
  "the page closes it": (element) => {
    customElements.whenDefined("fedi-signup").then(() => (element as FediSignup).close());
  },
} satisfies Record<string, (element: Element) => void>)) {
  test(`where ${what} by the time the widget is there, no field stays that nothing reacts to`, async ({
    widget,
  }) => {
    const arrives = await load(widget, page(element()));
    await widget.element.evaluate(change);
    await arrives();
    await expect(widget.username).toHaveCount(0);
    await expect(widget.element.getByRole("link", { name: "Join Tidepool" })).toBeVisible();
    expect(await widget.page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  });
}

for (const [what, find] of Object.entries({
  "the page": () => [document.body],
  "the element": () => [...document.querySelectorAll("fedi-signup")],
  "its content": () => [...document.querySelectorAll("fedi-signup > *")],
})) {
  test(`where ${what} was copied before the widget is there, there is one form`, async ({ widget }) => {
    const arrives = await load(widget, page(element()));
    const whole = await widget.page.evaluateHandle(find);
    await whole.evaluate((parts) => parts.map((part) => part.replaceWith(part.cloneNode(true))));
    await arrives();
    await widget.emit(form);
    await expect(widget.submit).toBeVisible();
    await expect(widget.username).toHaveCount(1);
  });
}

for (const [what, attributes, { more = "", query = "", after = "" }] of [
  ["in another language", 'lang="de"', {}],
  ["in a dialog", 'display="dialog"', {}],
  ["in the shadow tree", 'root="shadow"', {}],
  ["in a frame", 'isolate="https://edge.example"', {}],
  ["of no server", 'servers="one.example two.example"', {}],
  ["far down the page", "", { more: '<div style="height: 500vh"></div>' }],
  ["beside another script", "", { more: '<script src="own.js" async></script>' }],
  [
    "where an account waits",
    "",
    { more: `<script>sessionStorage["fedi-signup:account tidepool.example"] = "{}"</script>` },
  ],
  [
    "with texts of the page's",
    "",
    { after: `<script>document.querySelector("fedi-signup").strings = {}</script>` },
  ],
  ["after the email's link", "", { query: "?fedi-signup=tidepool.example" }],
] satisfies [string, string, { more?: string; query?: string; after?: string }][]) {
  test(`nothing is drawn before a widget ${what}`, async ({ widget, fails }) => {
    fails.console.push(/./); // of what stands around the widget here
    widget.policy = "";
    if (query) widget.address = `https://site.example/page${query}`;
    const whole =
      what === "of no server" ? element(attributes).replace(/ server="[^"]*"/, "") : element(attributes);
    const arrives = await load(widget, page(whole + after, more));
    await arrives();
    await widget.page.evaluate(() => customElements.whenDefined("fedi-signup"));
    expect(await widget.page.evaluate(() => globalThis.early)).toBe(false);
  });
}

const snapshot = () => {
  const made = { version: FormVersion, at: Date.now(), server: "tidepool.example", snapshot: form };
  return `<script type="application/json">${JSON.stringify(made)}</script>`;
};

test("beside the rules of a form that is at hand, the first fields stand where they stay", async ({
  widget,
}) => {
  await widget.page.setViewportSize({ width: 1200, height: 800 });
  const arrives = await load(widget, page(element("", snapshot())));
  await expect(widget.element).toContainText("Create an account on Tidepool");
  const before = await widget.username.boundingBox();
  await arrives();
  await expect(widget.submit).toBeVisible();
  expect(await widget.username.boundingBox()).toEqual(before);
});

test("below its rules, they wait for these", async ({ widget }) => {
  await widget.page.setViewportSize({ width: 400, height: 800 });
  const arrives = await load(widget, page(element("", snapshot())));
  await arrives();
  await expect(widget.submit).toBeVisible();
  expect(await widget.page.evaluate(() => globalThis.early)).toBe(false);
});
