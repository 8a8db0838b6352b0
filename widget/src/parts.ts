import type { Part } from "./files.js";
import { own } from "./own.js";

/** The parts that can be loaded from here, by their names, each with its SHA-256 in base64. */
declare const __PARTS__: Record<string, string>;

/** The languages that there are texts of this kind in, beside English. */
export const languagesOf = (kind: string): string[] =>
  Object.keys(__PARTS__).flatMap((name) => (name.startsWith(kind) ? name.slice(kind.length) : []));

/** A part by its name, which the file's name begins with. */
export function partOf(name: string): Part {
  const hash = own(__PARTS__, name) ?? "";
  const hex = Array.from(atob(hash).slice(0, 6), (byte) => byte.charCodeAt(0).toString(16).padStart(2, "0"));
  return { name, file: `${name}.${hex.join("")}.js`, integrity: `sha256-${hash}` };
}
