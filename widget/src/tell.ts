const told = new Set<string>();

/** Tells the owner of the page what to mend, in the console and once. */
export function tell(text: string): void {
  if (told.has(text)) return;
  told.add(text);
  // biome-ignore lint/suspicious/noConsole: visitors cannot mend it
  console.warn(text);
}
