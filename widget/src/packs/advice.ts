/** What is told in the console of mistakes in the page, each with what mends it. README lists the codes. */
import { addressOf, attributes, choices, textOf } from "../options.js";
import { own } from "../own.js";
import { tags } from "../tags.js";
import { tell } from "../tell.js";

/** How many letters have to be put in, left out or changed to make one word of another. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...to].entries()) {
      const [left = 0, above = 0, before = 0] = [next.at(j), row.at(j + 1), row.at(j)];
      next.push(Math.min(left + 1, above + 1, before + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The attribute that was probably meant. */
function meant(name: string): string | undefined {
  const bare = (text: string) => text.replace(/[^a-z]/g, "");
  const near = attributes
    .map((known) => ({ known, far: distance(bare(name), bare(known)) }))
    .filter(({ known, far }) => far <= (known.length > 4 ? 2 : 1))
    .sort((a, b) => a.far - b.far);
  return near[0]?.known;
}

const or = (words: readonly string[]) =>
  new Intl.ListFormat("en", { type: "disjunction" }).format(words.map((word) => `"${word}"`));

/** What mends the value of an attribute; nothing if it is right. */
function correction(element: HTMLElement, name: (typeof attributes)[number]): string {
  const value = textOf(element, name);
  const known: readonly string[] | undefined = own(choices, name);
  if (known && !known.includes(value.toLowerCase())) {
    return `has a value it does not know, so "${known[0]}" is used. Use ${or(known)}.`;
  }
  switch (name) {
    case "app-website":
    case "return-url":
    case "broker":
    case "isolate":
    case "directory":
    case "core-src":
      if (addressOf(element, name)) return "";
      return "is not a web address, so it is ignored. Use one that begins with https://.";
    case "lang":
    case "locale":
      if (tags([value]).length) return "";
      return 'is not a language tag, so it is ignored. Use one like "en" or "pt-BR".';
    case "expose-token":
      if (value !== "false") return "";
      return "is on, whatever its value. Remove the attribute to turn it off.";
    default:
      return "";
  }
}

function* mistakes(element: HTMLElement): Generator<string> {
  for (const name of element.getAttributeNames()) {
    const ours = attributes.find((known) => known === name);
    const known = !ours && meant(name);
    if (known) yield `FS02: <fedi-signup> has no attribute "${name}". Did you mean "${known}"?`;
    const value = ours && textOf(element, ours);
    const mending = value && correction(element, ours);
    if (mending) yield `FS01: <fedi-signup ${name}="${value}"> ${mending}`;
  }
  if (location.protocol === "file:") {
    yield "FS05: this page was opened as a file, and browsers keep much from such pages. Open it through a web server, such as `npx serve`.";
  }
}

export function advise(element: HTMLElement): void {
  for (const text of mistakes(element)) {
    tell(`fedi-signup ${text} (README: Messages in the console)`);
  }
}
