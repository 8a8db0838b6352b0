// What README lists, and the manifest that its tables are made of, held to the sources.
import { readdirSync, readFileSync } from "node:fs";
import { languages } from "../../bundle.mjs";
import { documented, manifest } from "../../manifest.mjs";
import * as values from "../../src/core/types.ts";
import { attributes } from "../../src/options.ts";
import { expect, test } from "./harness.ts";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const found = (text: string, pattern: RegExp) =>
  [...new Set([...text.matchAll(pattern)].map(([, name = ""]) => name))].sort();
const names = (list: { name: string }[] = []) => list.map(({ name }) => name).sort();

const chapters = new Map(
  read("../../../README.md")
    .split(/^## /m)
    .map((text) => [text.slice(0, text.indexOf("\n")), text]),
);
const chapter = (title: string) => chapters.get(title) ?? "";

const element = read("../../src/element.ts");
const events = found(read("../../src/events.ts"), /"(fedi-signup-[a-z]+)":/g);
const members = found(element, /^ {2}(?:static |async |get |override )*([a-z]\w*)\(.*\{$/gim).filter(
  (name) => !/^constructor$|Callback$/.test(name),
);

test("the README has its chapters in the order that owners of pages need them", () => {
  expect([...chapters.keys()].slice(1).join(", ")).toBe(
    "Install, Markup, Attributes, Events, Styling, Content security policy, Privacy, Sizes, Browsers, Languages, Support",
  );
});

test("the README has the tables that ./build.sh generate makes of the element's comments", () => {
  const readme = read("../../../README.md");
  expect(readme, "run ./build.sh generate").toBe(documented(readme));
});

test("the README lists every method and language, and no other", () => {
  const [, methods = ""] = /\*\*Methods\*\*(.*?)\. They reject/.exec(chapter("Events")) ?? [];
  const verbs = found(element, /^ {2}async (\w+)\(/gm);
  expect(found(methods, /`(\w+)\(/g)).toEqual(verbs);

  const [, first = ""] = /^(.*?), using the terms/m.exec(chapter("Languages")) ?? [];
  const display = new Intl.DisplayNames("en", { type: "language", languageDisplay: "standard" });
  expect(first.split(/, | and /).sort()).toEqual(
    ["en", ...languages].map((language) => display.of(language)).sort(),
  );
});

test("the README promises the sizes that ./build.sh size holds the files to", () => {
  const promised = new Map(
    [...chapter("Sizes").matchAll(/^\| ([^|]+) \| (\d+) kB \|$/gm)].map(([, part, kB]) => [part, kB]),
  );
  const source = read("../../size.mjs").replace(/\$\{file[^}]*\}/, "a language");
  const budgets = [
    ...[...source.matchAll(/measure\([`"](.*?), brotli 11[`"], .*?(\d+) \* kB/g)].map(([, what, kB]) => [
      what,
      kB,
    ]),
    ...[...source.matchAll(/\["(\w+)", (\d+) \* kB\]/g)].map(([, compiler, kB]) => [
      `core by ${compiler}`,
      kB,
    ]),
  ].filter(([what]) => !what?.includes("$"));
  expect(budgets.length).toBeGreaterThan(4);
  expect([...promised].sort()).toEqual(budgets.sort());
});

test("the README explains every code that the console is told", () => {
  const folder = new URL("../../src/", import.meta.url);
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  const told = found(sources.map((file) => read(`../../src/${file}`)).join(), /\b(FS\d\d): /g);
  const rows = [...chapter("Support").matchAll(/^\| `(FS\d\d)` \| [^|]+ \| [^|]+ \|$/gm)].map(
    ([, code]) => code,
  );
  expect(rows.filter((code) => code !== "FS04")).toEqual(told); // which the browser alone can tell
});

test("the manifest names every attribute, event, member, variable and state of the element", () => {
  const [declared] = manifest().modules.flatMap(({ declarations }) => declarations ?? []);
  expect(names(declared?.attributes)).toEqual([...attributes].sort());
  const properties = attributes
    .filter((name) => name !== "lang")
    .map((name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase()));
  expect(names(declared?.members)).toEqual([...members, ...properties].sort());
  expect(names(declared?.events)).toEqual(events);
  expect(names(declared?.cssProperties)).toEqual(
    found(read("../../src/styles.ts"), /var\((--fedi-signup-[a-z-]+)/g),
  );
  const screens = Object.entries(values).flatMap(([name, value]) => (/^Screen/.test(name) ? value : []));
  expect(names(declared?.cssStates)).toEqual(["choose", "idle", ...screens].sort());
  for (const entry of [
    declared?.attributes,
    declared?.events,
    declared?.cssProperties,
    declared?.cssStates,
  ].flat()) {
    expect.soft(entry?.description, entry?.name).toBeTruthy();
  }
});
