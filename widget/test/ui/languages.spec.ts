// The texts in other languages: which one is chosen, when, and that all is there.
import { readFileSync } from "node:fs";
import { bundlePacks, languages } from "../../bundle.mjs";
import type { FediSignup } from "../../src/element.ts";
import { Format } from "../../src/format.ts";
import { parts as bundled } from "../../src/parts-bundled.ts";
import { extraTexts, formTexts, type Translation } from "../../src/strings.ts";
import { expect, test } from "./harness.ts";
import { confirm, form } from "./snapshots.ts";

const english = {
  ...formTexts,
  ...extraTexts,
  fields: { ...formTexts.fields, ...extraTexts.fields },
  problems: { ...formTexts.problems, ...extraTexts.problems },
};

const all: Record<string, Translation> = {};
for (const language of languages) all[language] = (await import(`../../src/texts/${language}.ts`)).default;

/** What the functions of texts may be told. */
const details = {
  server: "⟦server⟧",
  software: "⟦software⟧",
  handle: "⟦handle⟧",
  name: "⟦name⟧",
  address: "⟦address⟧",
  date: "⟦date⟧",
  email: "⟦email⟧",
  username: "⟦username⟧",
  host: "⟦host⟧",
  clock: "⟦clock⟧",
  id: "⟦id⟧",
  pattern: "[a-z]",
  detail: "",
  retryAt: Date.now() + 720_000,
  resetAt: Date.now() + 720_000,
  retryable: true,
  ...{ n: 4321, limit: 4321, min: 4321, length: 4321, left: 4321, link: 4321, life: 4321 },
};

/** Every text by its path, as it is said in this language. */
function said(texts: object, language: string): Map<string, string> {
  const f = new Format(language);
  const found = new Map<string, string>();
  const walk = (node: unknown, path: string): void => {
    if (typeof node === "string") found.set(path, node);
    else if (typeof node === "function") found.set(path, node({ ...details, f }));
    else for (const [key, text] of Object.entries(node as object)) walk(text, path ? `${path}/${key}` : key);
  };
  walk(texts, "");
  return found;
}

/** The details of problems that English has words for. */
const source = readFileSync(new URL("../../src/strings.ts", import.meta.url), "utf8");
const known = new Set(
  [...source.matchAll(/detail === "([a-z-]+)"|^ {2}"?([a-z-]+)"?: (?:"|\(\) =>|\(server\) =>)/gm)].map(
    ([, compared, key]) => compared ?? key ?? "",
  ),
);

/** What a text speaks of: links and parts in braces, and the details. */
const spokenOf = (text: string, language: string) => {
  const number = new Format(language).number(4321);
  const parts = text.match(/\{\w+\}|⟦\w+⟧/g) ?? [];
  return [...new Set([...parts, ...(text.includes(number) ? ["number"] : [])])].sort();
};

for (const [language, texts] of Object.entries(all)) {
  test(`${language} says all that English says, of the same things`, () => {
    expect(texts.lang).toBe(language);
    const [ours, theirs] = [said(english, "en"), said(texts, language)];
    expect([...theirs.keys()].sort()).toEqual([...ours.keys()].sort());
    for (const [path, text] of theirs) {
      expect(text.trim(), path).toBeTruthy();
      expect(text, path).not.toMatch(/undefined|\[object|NaN/);
      if (path === "lang") continue;
      expect(spokenOf(text, language), path).toEqual(spokenOf(ours.get(path) ?? "", "en"));
    }
  });

  test(`${language} tells apart what English does`, () => {
    const told = (of: object, tag: string, detail: string) => {
      const about = { ...details, detail, f: new Format(tag) };
      return Object.entries(of).flatMap(([code, text]) =>
        typeof text === "function" && text(about) !== text({ ...about, detail: "" }) ? [code] : [],
      );
    };
    for (const detail of known) {
      expect(told(texts.problems, language, detail), detail).toEqual(told(english.problems, "en", detail));
    }
  });

  test(`${language} has the forms of words for every number`, () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    for (const n of [0, 1, 2, 3, 5, 11, 21, 22, 100, 1000, 1_000_000]) {
      const told = texts.rulesLeftOut;
      const text = typeof told === "string" ? told : told({ n, f: new Format(language) });
      expect(text, `${n} of ${pluralCategories}`).not.toMatch(/undefined/);
    }
  });
}

test("bundlers find every part", async () => {
  const { extras, dialog, isolate, ...others } = await bundlePacks(); // the script itself loads the first three
  expect(Object.keys(bundled).sort()).toEqual(Object.keys(others).sort());
});

test("texts are in the language of the page, in a variant of it too", async ({ widget }) => {
  await widget.show(form, "", {}, '<html lang="de-AT">');
  await expect(widget.element.getByRole("button", { name: "Konto anlegen" })).toBeVisible();
  await expect(widget.element.locator("[data-part=fedi-signup]")).toHaveAttribute("lang", "de");
  await widget.emit(confirm);
  await expect(widget.element.getByRole("heading", { name: "Sieh in dein Postfach" })).toBeVisible();
});

test("the element's own language comes before the page's", async ({ widget }) => {
  await widget.show(form, 'lang="en"', {}, '<html lang="de">');
  await expect(widget.submit).toHaveText("Create account");
});

test.describe("for a visitor whose browser speaks German", () => {
  test.use({ locale: "de-CH" });

  test("on a page that names no language they are in the browser's", async ({ widget }) => {
    await widget.show(form, "", {}, "<html>");
    await expect(widget.element.getByRole("button", { name: "Konto anlegen" })).toBeVisible();
  });

  test("on a page in English they stay English", async ({ widget }) => {
    await widget.show(form, "", {}, '<html lang="en-GB">');
    await expect(widget.submit).toHaveText("Create account");
  });

  test("a language that we have not gives way to the next", async ({ widget }) => {
    await widget.show(form, 'lang="tlh"', {}, "<html>");
    await expect(widget.element.getByRole("button", { name: "Konto anlegen" })).toBeVisible();
  });
});

test("another language at run time keeps what was typed", async ({ widget }) => {
  await widget.show(form);
  await widget.username.fill("alice");
  await widget.password.fill("a secret of mine");
  await widget.element.evaluate((element) => element.setAttribute("lang", "de"));
  await expect(widget.element.getByRole("button", { name: "Konto anlegen" })).toBeVisible();
  await expect(widget.element.getByRole("textbox", { name: "Profilname" })).toHaveValue("alice");
  await expect(widget.element.getByLabel("Passwort", { exact: true })).toHaveValue("a secret of mine");
  await widget.element.evaluate((element) => element.setAttribute("lang", "en"));
  await expect(widget.submit).toHaveText("Create account");
});

test("texts of the page's own stand on top, and name the language of the others", async ({ widget }) => {
  await widget.show(form);
  await widget.element.evaluate((element) => {
    (element as FediSignup).strings = { lang: "de", submit: "Los geht’s" };
  });
  await expect(widget.element.getByRole("button", { name: "Los geht’s" })).toBeVisible();
  await expect(widget.element.getByRole("textbox", { name: "Profilname" })).toBeVisible();
});

test("where the texts cannot be loaded they are English", async ({ page, widget, fails }) => {
  fails.console.push(/404/, /integrity/);
  await page.route(/\/texts-de\./, (route) => route.fulfill({ status: 404, body: "" }));
  await widget.show(form, 'lang="de"');
  await expect(widget.submit).toHaveText("Create account");
  await expect(widget.element.locator("[data-part=fedi-signup]")).toHaveAttribute("lang", "en");
});
