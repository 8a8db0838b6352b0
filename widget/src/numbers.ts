import { own } from "./own.js";
import { tags } from "./tags.js";

/** The forms of a word by the kinds of numbers that a language tells apart. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Numbers as people of one language write them, and lists of parts: all that the first form needs. */
export class Numbers {
  protected readonly language: string | undefined;

  /** Takes the language of the texts, and what the visitor prefers, which may name a region of it. */
  constructor(language: string, preferred: readonly string[] = []) {
    const [same] = language.split("-");
    this.language = tags([preferred.find((tag) => tag.split("-")[0] === same), language])[0];
  }

  number(n: number): string {
    return new Intl.NumberFormat(this.language).format(n);
  }

  /** Chooses the form of a word that goes with a number. */
  plural(n: number, forms: Plural): string {
    return own(forms, new Intl.PluralRules(this.language).select(n)) ?? forms.other;
  }

  /** Puts parts of any kind into a list, with the words between them. */
  join<T>(items: readonly T[]): (T | string)[] {
    const left = [...items];
    return new Intl.ListFormat(this.language)
      .formatToParts(items.map(String))
      .map((part) => (part.type === "element" ? (left.shift() as T) : part.value));
  }
}
