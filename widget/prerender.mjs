// Draws the first fields when the scripts are made, by the widget's own templates:
// src/early.ts draws them without Lit, before the widget is there.
import { build } from "esbuild";
import { parseFragment } from "parse5";

/** What stands in for Lit: its templates are texts. */
const texts = `
export const nothing = Symbol("nothing");
export const noChange = nothing;
export class Directive {}
export const directive = () => (text) => text;
export const render = undefined;
const escaped = (value) => String(value).replace(/[&<>"]/g, (sign) => "&#" + sign.charCodeAt() + ";");
const child = (value) =>
  Array.isArray(value) ? value.map(child).join("")
  : value === nothing || value == null ? ""
  : value.markup ?? escaped(value);
export const html = (strings, ...values) => {
  let markup = "";
  strings.forEach((string, i) => {
    const value = values[i];
    const [all, kind, name] = /\\s([.?@]?)([\\w-]+)=$/.exec(string) ?? [""];
    markup += string.slice(0, string.length - all.length);
    if (i === values.length) return;
    if (!all) markup += child(value);
    else if (kind === "?" ? value : !kind && value !== nothing) markup += \` \${name}="\${kind ? "" : escaped(value)}"\`;
  });
  return { markup };
};
export const svg = html;
`;

const inPlaceOfLit = {
  name: "in place of Lit",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^lit\// }, () => ({ path: "lit", namespace: "texts" }));
    onLoad({ filter: /./, namespace: "texts" }, () => ({ contents: texts }));
  },
};

/** An element as [tag, attributes, ...content], a text as itself. */
const piece = ({ tagName, attrs, childNodes, value }) =>
  tagName
    ? [tagName, Object.fromEntries(attrs.map(({ name, value }) => [name, value])), ...childNodes.map(piece)]
    : value;

/** The first fields, with {marks} for what only the page knows. Takes what esbuild is told of all scripts. */
export async function prerender(options) {
  const { outputFiles } = await build({
    ...options,
    entryPoints: ["src/views/first.ts"],
    plugins: [...options.plugins, inPlaceOfLit],
    write: false,
  });
  const script = `data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`;
  const { firstFields } = await import(script);
  const [all] = parseFragment(firstFields.markup).childNodes.map(piece);
  // What a handle ends with need not be what the server is called.
  return JSON.stringify(all).replaceAll("@{server}", "@{domain}").replaceAll("https://{onward}", "{onward}");
}
