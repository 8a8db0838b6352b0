import { Directive, directive } from "lit/directive.js";
import { html as lit, noChange, type nothing, type TemplateResult } from "lit/html.js";
import { splitAtNames } from "./names.js";

export { noChange, nothing, render, svg, type TemplateResult } from "lit/html.js";

/** What can stand between the tags of a template. */
export type Part = TemplateResult | string | typeof nothing;

/**
 * A text that gets a node of its own whenever it changes. Lit would write into
 * the one that it made, and translators take that out of the page.
 */
class FreshText extends Directive {
  #now: string | undefined;

  render(text: string) {
    if (text === this.#now) return noChange;
    this.#now = text;
    return new Text(text);
  }
}

const freshText = directive(FreshText);

const withFreshTexts = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withFreshTexts);
  if (typeof value !== "string") return value;
  const pieces = splitAtNames(value);
  if (pieces.length === 1) return freshText(value);
  return pieces.map((piece, i) =>
    i % 2 ? lit`<bdi translate="no">${piece.split(beforeServer).map(breakable)}</bdi>` : freshText(piece),
  );
};

/** A handle breaks before its server, and an address before its host, if it has to. */
const beforeServer = /(?<!^)(?=@)/;

const breakable = (piece: string, i: number) => (i ? lit`<wbr>${freshText(piece)}` : freshText(piece));

/** Lit's html, except that texts between the tags survive translators, and that names stand apart in them. */
export const html: typeof lit = (strings, ...values) => {
  let within = false; // a tag
  const all = values.map((value, i) => {
    const before = strings.at(i) ?? "";
    const [begins, ends] = [before.lastIndexOf("<"), before.lastIndexOf(">")];
    if (begins !== ends) within = begins > ends;
    return within ? value : withFreshTexts(value);
  });
  return lit(strings, ...all);
};
