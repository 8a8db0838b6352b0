/**
 * The files beside the script, as they lie on a host: their names change with
 * their content, and the browser checks their hashes. The npm package loads
 * them as bundlers expect it: files-bundled.ts.
 */
import { importChecked } from "./checked.js";
import { coreBuild } from "./core/build-info.js";
import { own } from "./own.js";

/** What each pack exports that the script loads itself. The extras know the other parts. */
export interface Packs {
  extras: typeof import("./packs/extras.js");
  dialog: typeof import("./packs/dialog.js");
  isolate: typeof import("./packs/isolate.js");
}

/** A part of the widget, in a file beside the script. */
export interface Part {
  name: string;
  file: string;
  integrity: string;
}

declare const __PACKS__: Record<keyof Packs, Part>;
declare const __OPENER__: { file: string; integrity: string } | undefined;

const here = import.meta.url; // apart, or bundlers would look for the files

/** Where a file is: beside the script, or in another folder. */
export const addressOf = (file: string, folder = here): string => new URL(file, folder).href;

type Compile = (url: string, integrity?: string) => Promise<WebAssembly.Module>;

/** Has the core compiled from where it is. */
export const loadCore = (compile: Compile, folder?: string): Promise<WebAssembly.Module> =>
  compile(addressOf(coreBuild.wasm.file, folder), coreBuild.wasm.integrity);

/** A program, where it is; with its hash, unless a bundler gave it its name. */
export interface Program {
  url: string;
  integrity?: string;
}

/** The opener, if there is one: TinyGo alone makes it small enough. */
export const openerIn = (folder?: string): Program | undefined =>
  __OPENER__ && { url: addressOf(__OPENER__.file, folder), integrity: __OPENER__.integrity };

/** Loads the support code of the core's compiler. */
export const loadSupport = (folder?: string, signal?: AbortSignal): Promise<unknown> =>
  importChecked(addressOf(coreBuild.exec.file, folder), coreBuild.exec.integrity, signal);

/** Loads a part. */
export const loadPart = ({ file, integrity }: Part, folder?: string): Promise<unknown> =>
  importChecked(addressOf(file, folder), integrity);

/** Loads a part that the script needs itself. */
export const loadPack = <Name extends keyof Packs>(name: Name, folder?: string): Promise<Packs[Name]> =>
  loadPart(own(__PACKS__, name) as Part, folder) as Promise<Packs[Name]>;
