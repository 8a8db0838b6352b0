// The element as editors and catalogues read it, in the form of
// https://github.com/webcomponents/custom-elements-manifest: what the comments of
// the class say, with what only the other sources know. The tables of README are
// made of it:
//   node manifest.mjs
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { create, ts } from "@custom-elements-manifest/analyzer";

const here = dirname(fileURLToPath(import.meta.url));
const read = (...path) => readFileSync(join(here, ...path), "utf8");

/** The names of parts in the templates and in the style sheets. */
function partsOf(views, styles) {
  const drawn = views.flatMap((text) => [...text.matchAll(/data-part=(?:("[^"]+")|\$\{([^}]*)\})/g)]);
  const names = drawn.flatMap(
    ([, name, expression]) =>
      (name ?? expression.replace(/=== "\w+"/g, "")).match(/(?<=")[a-z -]+(?=")/g) ?? [],
  );
  const styled = [...styles.matchAll(/\[(?:data-)?part~?=([a-z-]+)\]/g)].map(([, name]) => name);
  return [...names.flatMap((name) => name.split(" ")), ...styled];
}

/** What the comments cannot say, or the analyzer misreads. */
const known = {
  name: "fedi-signup",
  packageLinkPhase({ customElementsManifest }) {
    const [{ declarations, exports }] = customElementsManifest.modules;
    const element = declarations.find(({ name }) => name === "FediSignup");
    const views = readdirSync(join(here, "src/views")).map((file) => read("src/views", file));
    const screens = read("src/core/types.ts").matchAll(/\/\*\* (.*) \*\/\nexport const Screen\w+ = "(\w+)"/g);
    element.description = JSON.parse(read("package.json")).description;
    element.superclass = { name: "HTMLElement" }; // but for where there is no page
    // Those without a comment are the parts of the constructor.
    element.members = element.members.filter(
      ({ privacy, description }) => description && privacy !== "private",
    );
    for (const attribute of element.attributes) {
      const { name, type, description } = attribute;
      if (name === "lang") continue; // every element has it
      attribute.fieldName = name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
      const property = { kind: "field", name: attribute.fieldName, type, description };
      element.members.push({ ...property, attribute: name, reflects: true });
    }
    const parts = new Set(partsOf(views, read("src/styles.ts") + read("src/server-styles.ts")));
    element.cssParts = [...parts].sort().map((name) => ({ name }));
    element.cssStates = [
      { name: "idle", description: "the core is not wanted yet" },
      { name: "choose", description: "a server is to be chosen" },
      ...[...screens].map(([, description, name]) => ({ name, description })),
    ];
    const reference = { name: "FediSignup", module: "element.js" };
    customElementsManifest.schemaVersion = "2.1.0"; // which has the states
    customElementsManifest.modules = [
      {
        kind: "javascript-module",
        path: "element.js",
        declarations: [element],
        exports: exports.filter(({ name }) => name === "FediSignup"),
      },
      {
        kind: "javascript-module",
        path: "fedi-signup.js",
        exports: [{ kind: "custom-element-definition", name: "fedi-signup", declaration: reference }],
      },
    ];
  },
};

export function manifest() {
  const source = ts.createSourceFile("element.js", read("src/element.ts"), ts.ScriptTarget.ES2022, true);
  return create({ modules: [source], plugins: [known] });
}

/** README with its tables made anew; each is known by its head. */
export function documented(readme) {
  const [{ declarations }] = manifest().modules;
  const [element] = declarations;
  const value = (text) => (text === undefined ? "–" : text);
  const tables = {
    "| attribute | meaning | default |": element.attributes.map(
      ({ name, description, default: standard }) => [`\`${name}\``, description, value(standard)],
    ),
    "| event | when | detail |": element.events.map(({ name, description }) => [
      `\`${name}\``,
      ...description.split(". Detail: "),
    ]),
    "| variable | sets | default |": element.cssProperties.map(({ name, description, default: standard }) => [
      `\`${name}\``,
      description,
      value(standard),
    ]),
    "| state | meaning |": element.cssStates.map(({ name, description }) => [`\`${name}\``, description]),
  };
  return Object.entries(tables).reduce((text, [head, rows]) => {
    const start = text.indexOf(`${head}\n`);
    if (start < 0) throw new Error(`README has no table ${head}`);
    const end = text.indexOf("\n\n", start);
    const line = head.replace(/[^|]+/g, " --- ");
    const table = [head, line, ...rows.map((row) => `| ${row.join(" | ")} |`)].join("\n");
    return text.slice(0, start) + table + text.slice(end);
  }, readme);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = join(here, "../README.md");
  writeFileSync(file, documented(readFileSync(file, "utf8")));
}
