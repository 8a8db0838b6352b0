// The recipes, held to what a release has and the element knows. Those that need
// nothing but a host are tried here, some others in frameworks.spec.ts; the rest were tried by hand.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { manifest } from "../../manifest.mjs";
import { expect, test } from "../test.ts";
import { alice, Visitor } from "../visitor.ts";
import { host, remove } from "./apps.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const folder = join(root, "examples/recipes");
const read = (...path: string[]) => readFileSync(join(root, ...path), "utf8");

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  .filter((file) => file !== "README.md");

/** What people copy: the recipes, and the snippets of HTML in the documents. */
const copied: Record<string, string> = {
  ...Object.fromEntries(files.map((file) => [file, read("examples/recipes", file)])),
  "README.md": [...read("README.md").matchAll(/^```html\n(.*?)^```/gms)].map(([, html]) => html).join(""),
};

const element = manifest().modules[0]?.declarations?.[0];
const names = (of: "attributes" | "events") => element?.[of].map(({ name }) => name) ?? [];

test("the index names every recipe, and nothing else", () => {
  const links = [...read("examples/recipes/README.md").matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link);
  expect(links.filter((link) => !link?.startsWith("..")).sort()).toEqual(files.sort());
});

for (const [file, text] of Object.entries(copied)) {
  test(`${file} is right`, () => {
    expect.soft(text, "a line ends within a tag").not.toMatch(/<[a-z][^<>]*$/m);
    expect.soft(text, "HTML does not close the element so").not.toMatch(/<fedi-signup[^>]*\/>/);

    // The names that a release keeps.
    for (const [, name] of text.matchAll(/(?:fedi-signup|files)\/([\w.-]+\.\w+)/g)) {
      expect.soft(["fedi-signup-early.js", "fedi-signup.js"]).toContain(name);
    }
    const { exports } = JSON.parse(read("widget/package.json"));
    for (const [, entry] of text.matchAll(/(?:import|from) "fedi-signup([^"]*)"/g)) {
      expect.soft(Object.keys(exports)).toContain(`.${entry}`);
    }

    const known = ["id", ...names("attributes"), ...names("events")];
    const tags = text.replace(/\{\{[^<].*?\}\}/g, "").matchAll(/[<[]\s*fedi[-_]signup\s([^<]*?)\s*>?[>\]]/g);
    for (const [, attributes = ""] of tags) {
      const plain = attributes.replace(/\{[^{}]*(\}|$)/g, ""); // without values of JSX
      for (const [, , name] of plain.matchAll(/(^|\s)(?::|@|on(?=fedi-))?([a-z-]+)(?=[\s=]|$)/g)) {
        expect.soft(known, attributes).toContain(name);
      }
    }
  });
}

test("authors of WordPress name what the element knows, but not where code and secrets come from", () => {
  const [, list = ""] =
    /ATTRIBUTES = \[(.*)\]/.exec(read("examples/recipes/wordpress/fedi-signup.php")) ?? [];
  const allowed = [...list.matchAll(/'([^']+)'/g)].map(([, name]) => name);
  const ofOneServer = ["servers", "directory", "display"]; // the plugin shows the form of one, in the post
  const withheld = [
    ...ofOneServer,
    "broker",
    "challenge",
    "core-src",
    "email",
    "expose-token",
    "isolate",
    "reason",
    "username",
  ];
  expect([...allowed, ...withheld].sort()).toEqual(names("attributes").sort());
});

for (const [file, pattern] of Object.entries({
  "nginx/fedi-signup.conf": /location ~ "(.*)"/,
  "apache/.htaccess": /<FilesMatch "(.*)">/,
})) {
  test(`${file} has browsers keep what changes its name`, ({ dist }) => {
    const kept = new RegExp(pattern.exec(read("examples/recipes", file))?.[1] ?? "");
    const shipped = readdirSync(dist).filter((name) => /\.(js|wasm)$/.test(name));
    // A release names the first two by their content, and has no frame of the edge.
    const lasting = ["core.js", "element.js", "fedi-signup-early.js", "fedi-signup.js", "isolated.js"];
    expect(shipped.filter((name) => !kept.test(name))).toEqual(lasting);
  });
}

for (const page of ["html/index.html", "github-pages/join/index.html", "htmx/join.html"]) {
  test.describe(page, () => {
    test.use({ expected: [/404 .*favicon\.ico/] });

    test(`${page} signs up`, async ({ page: tab, desk, demo, dist }) => {
      await desk.play("open");
      const site = mkdtempSync(join(root, ".build/recipe-"));
      // Under a path, as of a project, where the recipe allows it.
      const base = page.startsWith("htmx") ? "" : "project/";
      const path = `${base}${page.slice(page.indexOf("/") + 1)}`;
      mkdirSync(join(site, dirname(path)), { recursive: true });
      const text = copied[page]?.replaceAll(/(https:\/\/)?example\.social(?=["/])/g, demo.server) ?? "";
      writeFileSync(join(site, path), text);
      cpSync(dist, join(site, base, "fedi-signup"), { recursive: true });
      const htmx = createRequire(import.meta.url).resolve("htmx.org/dist/htmx.min.js");
      cpSync(htmx, join(site, "htmx.min.js"));
      const served = await host(site);
      try {
        await tab.goto(`${served.origin}/${path}`);
        const visitor = new Visitor(tab);
        await visitor.signsUp(alice);
        await visitor.sees("confirm");
      } finally {
        served.stop();
        remove(site);
      }
    });
  });
}
