/**
 * A name among our words, as the functions of texts get it. Where it is drawn,
 * src/html.ts sets it apart, so that translators leave it alone and its
 * letters run in their own direction; anywhere else these characters keep the direction.
 */
export function named(text: string): string {
  return text && `\u2068${text.replace(/[\p{Cc}\p{Bidi_C}]/gu, " ").trim()}\u2069`;
}

/** Our words and the names among them, by turns. */
export const splitAtNames = (text: string): string[] => text.split(/[\u2068\u2069]/);

/** The text of an element, with the names in it marked. */
export function textWithNames(drawn: Element | null): string {
  const copy = drawn?.cloneNode(true) as Element | undefined;
  for (const name of copy?.querySelectorAll("bdi") ?? []) name.textContent = named(name.textContent);
  return copy?.textContent ?? "";
}
