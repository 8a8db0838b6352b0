// The element as editors and catalogues read it, in the form of
// https://github.com/webcomponents/custom-elements-manifest, made of what
// README and the sources say already.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const read = (...path) => readFileSync(join(here, ...path), "utf8");

/** The rows of README's table whose first column has this head, each as its names and its other columns. */
function rowsOf(readme, head) {
  const [, table = ""] = new RegExp(`^\\| ${head} \\|.*\\n\\| -.*\\n((?:\\|.*\\n)+)`, "m").exec(readme) ?? [];
  return table
    .trim()
    .split("\n")
    .map((row) => row.split(/\s*(?<!\\)\|\s*/).slice(1, -1))
    .map(([first, ...others]) => ({
      names: [...first.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
      others,
    }));
}

/** What pages may call and read, with its comment; its types are in element.d.ts. */
function membersOf(source) {
  const body = source.slice(source.indexOf("export class FediSignup"));
  const member = /^ {2}\/\*\*((?:[^*]|\*(?!\/))+)\*\/\n {2}(static )?(?:async )?(get )?(\w+)\(/gm;
  return [...body.matchAll(member)].map(([, description, isStatic, field, name]) => ({
    kind: field ? "field" : "method",
    name,
    description: description.replace(/\s*\n\s*\*\s*/g, " ").trim(),
    ...(isStatic ? { static: true } : {}),
    ...(field ? { readonly: !body.includes(`set ${name}(`) } : {}),
  }));
}

/** The names of parts in the templates and in the style sheets. */
function partsOf(views, styles) {
  const drawn = views.flatMap((text) => [...text.matchAll(/data-part=(?:("[^"]+")|\$\{([^}]*)\})/g)]);
  const names = drawn.flatMap(
    ([, name, expression]) =>
      (name ?? expression.replace(/=== "\w+"/g, "")).match(/(?<=")[a-z -]+(?=")/g) ?? [],
  );
  const styled = [...styles.matchAll(/\[data-part~?=([a-z-]+)\]/g)].map(([, name]) => name);
  return [...names.flatMap((name) => name.split(" ")), ...styled];
}

const unique = (names) => [...new Set(names)].sort().map((name) => ({ name }));

export function manifest() {
  const readme = read("../README.md");
  const element = read("src/element.ts");
  const views = readdirSync(join(here, "src/views")).map((file) => read("src/views", file));
  const styles = read("src/styles.ts");
  const screens = [...read("src/core/types.ts").matchAll(/^export const Screen\w+ = "(\w+)"/gm)];
  const reference = { name: "FediSignup", module: "element.js" };
  return {
    schemaVersion: "2.1.0",
    modules: [
      {
        kind: "javascript-module",
        path: "element.js",
        declarations: [
          {
            kind: "class",
            customElement: true,
            tagName: "fedi-signup",
            name: "FediSignup",
            description: JSON.parse(read("package.json")).description,
            superclass: { name: "HTMLElement" },
            attributes: rowsOf(readme, "attribute").flatMap(({ names, others: [description, value] }) =>
              names.map((name) => ({ name, description, ...(value === "–" ? {} : { default: value }) })),
            ),
            members: membersOf(element),
            events: rowsOf(readme, "event").flatMap(({ names, others: [when, detail] }) =>
              names.map((name) => ({
                name,
                description: `${when}. Detail: ${detail}.`,
                type: { text: `FediSignupEventMap["${name}"]` },
              })),
            ),
            slots: [
              {
                name: "",
                description: "What the page shows until the form is there, and where there can be none.",
              },
            ],
            cssParts: unique(partsOf(views, styles)),
            cssProperties: unique(styles.match(/--fedi-signup-[a-z-]+/g)),
            cssStates: unique(["idle", ...screens.map(([, name]) => name)]),
          },
        ],
        exports: [{ kind: "js", name: "FediSignup", declaration: reference }],
      },
      {
        kind: "javascript-module",
        path: "fedi-signup.js",
        exports: [{ kind: "custom-element-definition", name: "fedi-signup", declaration: reference }],
      },
    ],
  };
}
