import { own } from "./own.js";

/** The text itself, or what its function makes of the details. */
export function say<T>(text: string | ((about: T) => string), about: T): string {
  return typeof text === "string" ? text : text(about);
}

/** Puts parts into a text at their {names}. */
export function fill<T>(text: string, parts: Record<string, T>): (T | string)[] {
  return text.split(/\{(\w+)\}/).map((piece, i) => (i % 2 ? (own(parts, piece) ?? "") : piece));
}

/** The same in one text. */
export const filled = (text: string, parts: Record<string, string>): string => fill(text, parts).join("");

/** Sentences in one text: Chinese and Japanese have no spaces between them. */
export function joined(sentences: readonly string[], lang: string): string {
  return sentences.filter(Boolean).join(/^(ja|zh)\b/.test(lang) ? "" : " ");
}
