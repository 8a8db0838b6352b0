/** A storage may be forbidden, which shows only when it is touched. */
function storageOf(kind: string): Storage | undefined {
  if (kind === "session") return globalThis.sessionStorage;
  if (kind === "local") return globalThis.localStorage;
  return undefined;
}

/** What is kept in the page's storage of a kind: session or local. Null if nothing is. */
export function get(kind: string, key: string): string | null {
  try {
    return storageOf(kind)?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

export function set(kind: string, key: string, value: string): void {
  try {
    storageOf(kind)?.setItem(key, value);
  } catch {
    // It is full or forbidden: a reload will have forgotten.
  }
}

export function remove(kind: string, key: string): void {
  try {
    storageOf(kind)?.removeItem(key);
  } catch {
    // It is forbidden, so nothing was kept.
  }
}
