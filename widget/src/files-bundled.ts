/**
 * files.ts for the npm package: addresses that bundlers know how to follow. They
 * give the files names of their own, and put them where the script finds them.
 * Only a folder that the page names holds them as they lie on a host.
 */

import type { SignupError } from "./core/error.js";
import type { Packs } from "./files.js";
import * as hosted from "./files.js";
import { own } from "./own.js";

export const loadCore: typeof hosted.loadCore = (compile, folder) =>
  folder
    ? hosted.loadCore(compile, folder)
    : compile(new URL("./core.wasm", import.meta.url).href).catch(useSpare);

declare const __OPENER__: object | undefined;

export const openerIn: typeof hosted.openerIn = (folder) =>
  folder ? hosted.openerIn(folder) : __OPENER__ && { url: new URL("./opener.wasm", import.meta.url).href };

/** Some bundlers keep the address as it is and leave the file behind. Then the core comes as a script. */
async function useSpare(error: SignupError): Promise<WebAssembly.Module> {
  if (error.code === "wasm-blocked") throw error;
  const { default: core } = await import("./core-inline.js").catch(() => {
    throw error;
  });
  return WebAssembly.compile(Uint8Array.from(atob(core), (byte) => byte.charCodeAt(0)));
}

export const loadSupport: typeof hosted.loadSupport = (folder, signal) =>
  folder ? hosted.loadSupport(folder, signal) : import("./wasm_exec.js");

export const loadPart: typeof hosted.loadPart = async (part, folder) => {
  if (folder) return hosted.loadPart(part, folder);
  const { parts } = await import("./parts-bundled.js");
  const load = own(parts, part.name);
  if (!load) throw new Error(`there is no part ${part.name}`);
  return load();
};

const packs = {
  extras: () => import("./packs/extras.js"),
  dialog: () => import("./packs/dialog.js"),
  isolate: () => import("./packs/isolate.js"),
};

export function loadPack<Name extends keyof Packs>(name: Name, folder?: string): Promise<Packs[Name]> {
  if (folder) return hosted.loadPack(name, folder);
  return own(packs, name)?.() as Promise<Packs[Name]>;
}
