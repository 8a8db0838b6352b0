/** The well-formed language tags among texts, each once, in their usual spelling. */
export function tags(texts: readonly (string | null | undefined)[]): string[] {
  const all = texts.flatMap((text) => {
    try {
      return Intl.getCanonicalLocales(text?.trim() || []);
    } catch {
      return [];
    }
  });
  return [...new Set(all)];
}
