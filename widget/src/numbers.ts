import { tags } from "./tags.js";

/** The forms of a word by the kinds of numbers that a language tells apart. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/**
 * Numbers and lists in English: all that the first form needs. The first use of Intl
 * takes a browser 15 ms, as it looks through all its languages.
 */
export class Numbers {
  protected readonly language: string | undefined;

  /** Takes the language of the texts, and what the visitor prefers, which may name a region of it. */
  constructor(language: string, preferred: readonly string[] = []) {
    const [same] = language.split("-");
    this.language = tags([preferred.find((tag) => tag.split("-")[0] === same), language])[0];
  }

  /** A whole number. */
  number(n: number): string {
    return `${n}`;
  }

  /** Chooses the form of a word that goes with a number. */
  plural(n: number, forms: Plural): string {
    return (n === 1 && forms.one) || forms.other;
  }

  /** Puts parts of any kind into a list, with the words between them. */
  join<T>(items: readonly T[]): (T | string)[] {
    const last = items.length - 1;
    const and = last > 1 && /^en(-US)?$/.test(this.language as string) ? ", and " : " and ";
    return items.flatMap((item, i) => (i ? [i < last ? ", " : and, item] : [item]));
  }
}
