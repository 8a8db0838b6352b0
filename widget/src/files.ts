/**
 * The files beside the script, as they lie on a host: their names change with
 * their content, and the browser checks their hashes. The npm package loads
 * them as bundlers expect it: files-bundled.ts.
 */
import { importChecked } from "./checked.js";
import { coreBuild } from "./core/build-info.js";
import { own } from "./own.js";
import type { Translation } from "./strings.js";
import type { TextsFile } from "./translator.js";

/** What each pack exports. */
export interface Packs {
  extras: typeof import("./packs/extras.js");
  strength: typeof import("./packs/strength.js");
  advice: typeof import("./packs/advice.js");
  dialog: typeof import("./packs/dialog.js");
}

interface Pack {
  file: string;
  integrity: string;
}

declare const __PACKS__: Record<keyof Packs, Pack>;

const here = import.meta.url; // apart, or bundlers would look for the files

/** Where a file is: beside the script, or in another folder. */
const addressOf = (file: string, folder = here) => new URL(file, folder).href;

type Compile = (url: string, integrity?: string) => Promise<WebAssembly.Module>;

/** Has the core compiled from where it is. */
export const loadCore = (compile: Compile, folder?: string): Promise<WebAssembly.Module> =>
  compile(addressOf(coreBuild.wasm.file, folder), coreBuild.wasm.integrity);

/** Loads the support code of the core's compiler. */
export const loadSupport = (folder?: string, signal?: AbortSignal): Promise<unknown> =>
  importChecked(addressOf(coreBuild.exec.file, folder), coreBuild.exec.integrity, signal);

/** Loads texts in another language. */
export const loadTexts = (
  { file, integrity }: TextsFile,
  folder?: string,
): Promise<{ default: Translation }> =>
  importChecked(addressOf(file, folder), integrity) as Promise<{ default: Translation }>;

/** Loads a part of the widget. */
export function loadPack<Name extends keyof Packs>(name: Name, folder?: string): Promise<Packs[Name]> {
  const { file, integrity } = own(__PACKS__, name) as Pack;
  return importChecked(addressOf(file, folder), integrity) as Promise<Packs[Name]>;
}
