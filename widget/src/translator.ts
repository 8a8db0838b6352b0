import type { Part } from "./files.js";
import { languagesOf, partOf } from "./parts.js";

/** What is shown in the visitor's language. */
export interface Translated<Texts> {
  readonly preferred: readonly string[];
  translation: Texts | undefined; // undefined for English
}

/** Has texts shown in the language that is wanted now. */
export class Translator<Texts> {
  readonly #kind: string;
  readonly #target: Translated<Texts>;
  readonly #load: (part: Part) => Promise<unknown>;
  #asked = ""; // what was preferred when the language was chosen last
  #chosen = "en";

  /** The parts with the texts are named by the kind and their language. */
  constructor(kind: string, target: Translated<Texts>, load: (part: Part) => Promise<unknown>) {
    this.#kind = kind;
    this.#target = target;
    this.#load = load;
  }

  /** Resolves when the texts are there. */
  async follow(): Promise<void> {
    const { preferred } = this.#target;
    const asked = preferred.join();
    if (asked === this.#asked) return;
    this.#asked = asked;
    const language = chosen(preferred, ["en", ...languagesOf(this.#kind)]);
    if (language === this.#chosen) return;
    this.#chosen = language;
    const texts = language === "en" ? undefined : await this.#texts(language);
    if (language === this.#chosen) this.#target.translation = texts;
  }

  /** English stands where a part cannot be loaded; the browser has logged why. */
  #texts(language: string): Promise<Texts | undefined> {
    return this.#load(partOf(this.#kind + language)).then(
      (loaded) => (loaded as { default: Texts }).default,
      () => undefined,
    );
  }
}

/** The language of ours that suits these best: the first that has one in its script. */
export function chosen(preferred: readonly string[], ours: readonly string[]): string {
  for (const tag of preferred) {
    if (/^en\b/.test(tag)) return "en"; // most often, and to ask Intl takes 4 ms
    const found = ours.find((language) => written(language) === written(tag));
    if (found) return found;
  }
  return "en";
}

/** A language in its script: Hant for Taiwan's Chinese, Latn for Portuguese of any country. */
function written(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  return `${language}-${script}`;
}
