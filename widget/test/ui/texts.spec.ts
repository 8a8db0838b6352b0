// What is written on the screens, and in which direction.
import { readFileSync } from "node:fs";
import { inaccessible } from "../../e2e/accessible.ts";
import type { FediSignup } from "../../src/element.ts";
import { Format } from "../../src/format.ts";
import { textsWith } from "../../src/overrides.ts";
import { joined, say } from "../../src/say.ts";
import { formTexts } from "../../src/strings.ts";
import { expect, test } from "./harness.ts";
import { captchaForm, confirm, form, fullForm, server, submitting, wrong } from "./snapshots.ts";

const english = textsWith(formTexts, {});
const types = readFileSync(new URL("../../src/core/types.ts", import.meta.url), "utf8");

test("every problem of the flow has a sentence of its own", () => {
  const codes = [...types.matchAll(/^export const Code\w+ = "([^"]+)"/gm)].map(([, code]) => code ?? "");
  expect(codes.length).toBeGreaterThan(15);
  expect(Object.keys(english.problems)).toEqual(expect.arrayContaining(codes));
});

test("every refusal that servers are known to give has a sentence for its field", () => {
  const known: Record<string, string[]> = {
    username: ["BLANK", "TAKEN", "INVALID", "TOO_LONG", "RESERVED"],
    email: ["BLANK", "TAKEN", "INVALID", "TOO_LONG", "UNREACHABLE", "BLOCKED", "UNCHANGED"],
    password: ["BLANK", "TOO_SHORT", "TOO_LONG", "TOO_WEAK"],
    captcha_solution: ["BLANK", "INVALID", "EXPIRED"],
    agreement: ["ACCEPTED", "BLANK", "CHANGED"],
    reason: ["BLANK", "TOO_LONG", "TOO_SHORT"],
    date_of_birth: ["BLANK", "INVALID", "BELOW_LIMIT"],
    invite_code: ["BLANK", "INVALID"],
    locale: ["INCLUSION"],
    "": ["MORE"], // of no field
  };
  const codes = [...types.matchAll(/^export const FieldCode\w+ = "ERR_([^"]+)"/gm)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(10);
  const spoken = Object.values(known).flat();
  expect(codes.filter((code) => !spoken.includes(code ?? ""))).toEqual([]);
  const texts: Record<string, unknown> = english.fields;
  for (const [field, refusals] of Object.entries(known)) {
    for (const code of refusals)
      expect(texts[`${field}.ERR_${code}`] ?? texts[`ERR_${code}`], `${field} ${code}`).toBeDefined();
  }
});

test("sentences are whole, with and without what they speak of", () => {
  const f = new Format("en");
  const usual = {
    server: "Tidepool",
    software: "",
    limit: 8,
    pattern: "[a-z0-9_]+",
    detail: "",
    retryAt: 0,
    retryable: false,
    f,
  };
  const details = [
    "offline",
    "dns",
    "refused",
    "tls",
    "timeout",
    "redirects",
    "cors",
    "free",
    "taken",
    "unknown",
    "daily-limit",
    "backlog",
    "email",
  ];
  for (const about of [
    usual,
    { ...usual, limit: 0, retryAt: Date.now() + 60_000 },
    { ...usual, limit: 1, software: "PeerTube", retryable: true },
    { ...usual, detail: "app-registration", retryAt: Date.now() + 60_000 },
    ...["no-dot", "app-registration", "return-url", ...details].map((detail) => ({ ...usual, detail })),
  ]) {
    for (const [code, text] of Object.entries({ ...english.fields, ...english.problems })) {
      const sentence = say<typeof usual>(text, about);
      expect(sentence, code).toMatch(/^[A-Z“].*[^ ][.!?]$|^Tidepool .*\.$/);
      expect(sentence, code).not.toMatch(/undefined|NaN|\{|\b0\b/);
    }
  }
});

test("sentences are joined as their language does it", () => {
  for (const lang of ["en", "ko", "zun"]) expect(joined(["A.", "", "B."], lang), lang).toBe("A. B.");
  for (const lang of ["ja", "ja-JP", "zh-Hans", "zh-Hant"]) {
    expect(joined(["一。", "", "二。"], lang), lang).toBe("一。二。");
  }
});

test("what a server says of a field becomes a sentence, with one full stop of its script", async ({
  widget,
}) => {
  const said = {
    "is odd": "Is odd.",
    "is odd.": "Is odd.",
    "is it odd?": "Is it odd?",
    "and so on …": "And so on …",
    無効です: "無効です。",
    "無効です。": "無効です。",
    无效: "无效。",
    "有效吗？": "有效吗？",
    "유효하지 않습니다": "유효하지 않습니다.",
  };
  const problems = Object.keys(said).map((message) => ({
    field: "username",
    code: "ERR_ODD",
    origin: "server" as const,
    message,
  }));
  await widget.show({ ...form, problems });
  await expect(widget.element.locator("[data-field=username] [data-part=error]")).toHaveText([
    ...new Set(Object.values(said)),
  ]);
});

test("a page sets single texts at any depth; the others stay, and nothing is no text", () => {
  const nested = Object.entries<unknown>({ ...english }).filter(([, texts]) => typeof texts === "object");
  expect(nested.length).toBeGreaterThan(6);
  for (const [name, texts] of nested as [string, Record<string, unknown>][]) {
    const [first = "", ...others] = Object.keys(texts);
    const merged = textsWith(formTexts, { [name]: { [first]: "Ours", more: "Added" } });
    const now = merged[name as keyof typeof merged] as unknown as Record<string, unknown>;
    expect(now[first], name).toBe("Ours");
    expect(now.more, name).toBe("Added");
    for (const other of others) expect(now[other], `${name}.${other}`).toBe(texts[other]);
  }
  expect(textsWith(formTexts, { strengths: ["Weak"] }).strengths).toEqual([
    "Weak",
    ...english.strengths.slice(1),
  ]);

  const unset = { submit: undefined, documents: { about: undefined }, fields: null, username: null };
  expect(textsWith(formTexts, unset)).toEqual(english);
  const hostile = JSON.parse('{"__proto__": {"submit": "?"}, "fields": {"__proto__": {"ERR_BLANK": "?"}}}');
  expect(textsWith(formTexts, hostile).submit).toBe(english.submit);
  expect(textsWith(formTexts, hostile).fields.ERR_BLANK).toBe(english.fields.ERR_BLANK);
});

test("what a server says is text, never markup", async ({ widget, page }) => {
  const html = '<img src=x onerror="document.title=1"><b>bold</b>';
  await widget.show({
    ...form,
    server: { ...server, title: html, description: html, icon: "javascript:alert(1)" },
    rules: [{ id: "1", text: html, hint: html }],
    documents: [{ kind: "about", url: "javascript:alert(1)", agreed: true }],
    problems: [{ field: "username", code: "ERR_ODD", origin: "server", message: html }],
    problem: { code: "invalid", message: html, handover: "javascript:alert(1)" },
  });
  expect(await widget.element.getByText("<b>bold</b>").count()).toBeGreaterThanOrEqual(5);
  await expect(widget.element.locator("b, img")).toHaveCount(0);
  await expect(widget.element.locator("[href^=javascript]")).toHaveCount(0);
  expect(await page.title()).toBe("The shore");
  await widget.emit(wrong("closed", "closed", { message: html, handover: "javascript:alert(1)" }));
  await expect(widget.element.locator("b, [href^=javascript]")).toHaveCount(0);
});

test("pictures are asked for without a referrer, wherever they lie", async ({ widget, page }) => {
  const asked = new Map<string, string | null>();
  await page.route("https://media.example/**", async (route) => {
    asked.set(new URL(route.request().url()).pathname, await route.request().headerValue("referer"));
    await route.fulfill({ contentType: "image/svg+xml", body: '<svg xmlns="http://www.w3.org/2000/svg"/>' });
  });
  const at = (name: string) => ({ ...server, icon: `https://media.example/${name}` });
  const image = "https://media.example/captcha";
  await widget.show({ ...captchaForm, server: at("icon"), captcha: { image, expiresAt: 0 } });
  await expect.poll(() => [...asked.keys()].sort()).toEqual(["/captcha", "/icon"]);
  await widget.emit({ ...confirm, server: at("brand-icon") });
  await expect.poll(() => asked.get("/brand-icon")).toBeNull();
  expect([...asked.values()]).toEqual([null, null, null]);
});

test("an icon that does not load leaves no broken picture", async ({ widget, page, fails }) => {
  fails.console.push(/Failed to load resource/);
  const at = (name: string) => ({ ...server, icon: `https://media.example/${name}` });
  await page.route("https://media.example/**", (route) =>
    route.request().url().endsWith("there.svg")
      ? route.fulfill({
          contentType: "image/svg+xml",
          body: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
        })
      : route.fulfill({ status: 404 }),
  );
  // A page's own rule for pictures is stronger than the attribute hidden.
  await page.addInitScript(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("img { display: block }");
    document.adoptedStyleSheets.push(sheet);
  });
  const icon = widget.element.locator("img");
  await widget.show({ ...form, server: at("gone.svg") });
  await expect(icon).toHaveCount(1);
  await expect(icon).toBeHidden();
  await widget.emit({ ...form, server: at("there.svg") });
  await expect(icon).toBeVisible();
  await widget.emit({ ...confirm, server: at("gone.svg") });
  await expect(icon).toHaveCount(1);
  await expect(icon).toBeHidden();
});

test("an unknown refusal is told in the server's own words", async ({ widget }) => {
  await widget.show({
    ...form,
    problems: [
      { field: "password", code: "ERR_PWNED", origin: "server", message: "was found in a leak" },
      { field: "password", code: "ERR_INVALID", origin: "server", message: "is 12% strong, try more words" },
    ],
  });
  await expect(widget.password).toHaveAccessibleDescription(
    /Was found in a leak\. Is 12% strong, try more words\./,
  );
});

test("what opens the hint of a rule is in the language of our texts, whatever the rule's is", async ({
  widget,
}) => {
  const translations = { lb: { text: "Kee Spam.", hint: "Och net Ären." } };
  await widget.show(
    { ...form, rules: [{ id: "1", text: "No spam.", hint: "Nor yours.", translations }] },
    'lang="lb"',
  );
  const rule = widget.element.getByRole("listitem").filter({ hasText: "Kee Spam." });
  await expect(rule).toHaveAttribute("lang", "lb");
  await expect(rule.getByText("More about this rule")).toHaveAttribute("lang", "en");
});

test("rules come in the visitor's language, marked as such, with their hints folded", async ({ widget }) => {
  await widget.show(form, 'lang="de-AT"');
  const rule = widget.element.getByRole("listitem").filter({ hasText: "Kein Spam." });
  await expect(rule).toHaveAttribute("lang", "de");
  const hint = rule.getByText("Dein eigener Laden");
  await expect(hint).toBeHidden();
  await rule.getByText("Mehr zu dieser Regel").click();
  await expect(hint).toBeVisible();
  await expect(widget.element.getByText("Describe your pictures")).toBeVisible();
});

test("the page's own texts replace the English ones", async ({ widget }) => {
  await widget.show(form);
  await widget.element.evaluate((element) => {
    (element as HTMLElement & { strings: object }).strings = {
      lang: "de",
      username: "Name",
      submit: "Los geht’s",
      fields: { "username.ERR_TAKEN": "Den gibt es schon." },
    };
  });
  await expect(widget.element.getByRole("button", { name: "Los geht’s" })).toBeVisible();
  await widget.emit({ ...form, problems: [{ field: "username", code: "ERR_TAKEN", origin: "server" }] });
  await expect(widget.element.getByRole("textbox", { name: "Name" })).toHaveAccessibleDescription(
    /Den gibt es schon/,
  );
  await expect(widget.element.locator("[data-part=fedi-signup]")).toHaveAttribute("lang", "de");
});

test("where a text of the page's throws or makes none, ours stands, and it is reported once", async ({
  page,
  widget,
  fails,
}) => {
  fails.console.push(/theirs/);
  let reports = 0;
  page.on("pageerror", () => reports++);
  await widget.show(form);
  await widget.element.evaluate((element) => {
    const throws = () => {
      throw new Error("theirs");
    };
    (element as FediSignup).strings = {
      submit: "Go",
      usernameHint: throws,
      passwordHint: (() => undefined) as unknown as () => string,
      haveAccount: 5 as unknown as string,
      agreement: ["a"] as unknown as string,
    };
  });
  await expect(widget.element.getByRole("button", { name: "Go" })).toBeVisible();
  await expect(widget.element).toContainText("People find you as");
  await expect(widget.element).toContainText("Longer is better.");
  await expect(widget.element).toContainText("Already have an account?");
  await expect(widget.element).toContainText("I have read and agree");
  await widget.username.fill("alice");
  await expect(widget.element).toContainText("@alice seems to be free.");
  expect(reports).toBe(1);
});

/** Texts as a page would write them. */
const source = (strings: object) =>
  `{ ${Object.entries(strings).map(([key, value]) => `${key}: ${typeof value === "string" ? `"${value}"` : value}`)} }`;

for (const [name, strings] of Object.entries({
  "a language that is none": { lang: 5 },
  "a function where a text is wanted": { lang: () => "de", submit: () => "Los", agreement: () => "Ja" },
  "a text where texts are wanted": { documents: "all", fields: "none" },
  "a text in place of all": "x",
})) {
  test(`what cannot be a text is passed over: ${name}`, async ({ widget }) => {
    await widget.show(form);
    await widget.element.evaluate(
      `(element) => { element.strings = ${typeof strings === "string" ? `"${strings}"` : source(strings)}; }`,
    );
    await widget.emit(form);
    await expect(widget.element.getByRole("button", { name: "Create account" })).toBeVisible();
    await expect(widget.element).toContainText("I have read and agree");
  });
}

for (const drawn of [form, submitting]) {
  test(`what cannot be drawn gives way to the page's own content, and is reported once: ${drawn.screen}`, async ({
    page,
    widget,
    fails,
  }) => {
    fails.console.push(/reading .find/);
    let reports = 0;
    page.on("pageerror", () => reports++);
    await widget.show(form);
    await widget.emit(drawn);
    await widget.emit({ ...drawn, fields: null as never });
    await expect(widget.element.getByRole("link", { name: "Join Tidepool" })).toBeVisible();
    await widget.sees("idle");
    expect(reports).toBe(1);
    await widget.emit(form);

    await test.step("the form can be opened again when the page has mended that", async () => {
      await widget.element.evaluate((element) => {
        (element as FediSignup).strings = {};
        return (element as FediSignup).open();
      });
      await widget.sees("form");
      await expect(widget.submit).toBeVisible();
      expect(reports).toBe(1);
    });
  });
}

test("right to left: the form is mirrored, names and addresses are not", async ({ widget, page }) => {
  await widget.show(fullForm, "", {}, '<html lang="ar" dir="rtl">');
  await expect(widget.element.locator("[data-part=fedi-signup]")).toHaveAttribute("lang", "ar");
  await page.setViewportSize({ width: 320, height: 900 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  const box = async (part: string) =>
    (await widget.element.locator(`[data-part=${part}]`).first().boundingBox())?.x ?? 0;
  expect(await box("icon")).toBeGreaterThan(await box("headline"));
  const name = widget.element.locator("[data-name=username]");
  expect(await name.evaluate((element) => getComputedStyle(element).direction)).toBe("ltr");
  expect(await box("checkbox")).toBeGreaterThan(await box("agreement-label"));
});

test("Chromium reads the rules' title and how many there are apart", async ({ page, widget }) => {
  await widget.load(`<fedi-signup server="tidepool.example"></fedi-signup>`, { snapshot: form });
  await widget.sees("form");
  const browser = await page.context().newCDPSession(page);
  const names = async () => {
    const { nodes } = await browser.send("Accessibility.getFullAXTree");
    return nodes.map(({ name }) => String(name?.value).replaceAll("\u00a0", " ").trim());
  };
  await expect.poll(names).toContain(`Server rules ${form.rules.length}`);
});

test("English texts on a page from right to left keep their direction, and servers' texts have theirs", async ({
  widget,
  page,
}) => {
  const rules = [
    { id: "1", text: "No bad words." },
    { id: "2", text: "لا كلمات سيئة." },
  ];
  await widget.show({ ...fullForm, rules }, 'lang="en"', {}, '<html lang="ar" dir="rtl">');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(
    await page.evaluate(() => innerWidth),
  );
  const label = widget.element.locator("[data-part=label]").first();
  expect(await label.evaluate((element) => getComputedStyle(element).direction)).toBe("ltr");
  const directions = await widget.element
    .locator("[data-part=rule]")
    .evaluateAll((all) => all.map((rule) => getComputedStyle(rule).direction));
  expect(directions).toEqual(["ltr", "rtl"]);
});

test("a long server name does not widen a narrow page", async ({ widget, page }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  const domain = `${"people-who-kneel-in-cold-water.".repeat(3)}example`;
  await widget.show({ ...fullForm, server: { ...server, host: domain, domain, title: domain } });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test("a rule that names the element wins over the widget's looks, and so do variables", async ({
  widget,
  page,
}) => {
  await widget.show(form, 'id="join"');
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "#join [data-part=button] { background: rgb(1, 2, 3) } fedi-signup { --fedi-signup-radius: 3px }",
    );
    document.adoptedStyleSheets.push(sheet);
  });
  await expect(widget.submit).toHaveCSS("background-color", "rgb(1, 2, 3)");
  await expect(widget.submit).toHaveCSS("border-radius", "3px");
});

test("numbers, times and lists follow the language", () => {
  const f = new Format("en", ["de", "en-GB"]);
  expect(f.list(["a", "b", "c"])).toBe("a, b and c");
  expect(f.countdown(Date.now() + 65_000)).toMatch(/^1:0[45]$/);
  expect(f.countdown(Date.now() + 3_600_000)).toMatch(/^(1:00:00|59:59)$/);
  expect(f.countdown(0)).toBe("0:00");
  expect(new Format("fa").countdown(0)).toBe("۰:۰۰");
  expect(new Format("!!").number(1)).toBe("1");
  expect(new Format("de").number(1000)).toBe("1.000");
  expect(new Format("fa").number(12)).toBe("۱۲");
  expect(new Format("de").join(["a", "b"]).join("")).toBe("a und b");
  expect(new Format("pl").plural(3, { one: "znak", few: "znaki", other: "znaków" })).toBe("znaki");
});

test("what English forms write without Intl is what Intl writes", () => {
  for (const tag of ["en", "en-US", "en-GB", "en-IN", "en-ZA", "en-CA", "en-150"]) {
    const f = new Format(tag);
    for (const n of [0, 1, 7, 999, 1000, 12345]) {
      expect(f.number(n)).toBe(new Intl.NumberFormat(tag).format(n));
      expect(f.plural(n, { one: "one", other: "other" })).toBe(new Intl.PluralRules(tag).select(n));
    }
    for (const items of [[], ["a"], ["a", "b"], ["a", "b", "c"]])
      expect(f.join(items).join("")).toBe(new Intl.ListFormat(tag).format(items));
  }
});

test("link buttons can be read whatever colour the page gives its links", async ({ widget, page }) => {
  await widget.show(wrong("elsewhere", "captcha", { handover: server.signUpUrl }));
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("a, a:hover { color: #2a5bd0; text-decoration: none }");
    document.adoptedStyleSheets.push(sheet);
  });
  expect(await inaccessible(page, "fedi-signup")).toEqual([]);
});
