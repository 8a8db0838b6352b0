import { importChecked } from "../checked.js";
import { own } from "../own.js";

/** What each pack exports. */
interface Packs {
  extras: typeof import("./extras.js");
  strength: typeof import("./strength.js");
}

interface Pack {
  file: string;
  integrity: string;
}

declare const __PACKS__: Record<keyof Packs, Pack>;

/** Loads a part of the widget from the folder of the script or from another. */
export async function loadPack<Name extends keyof Packs>(
  name: Name,
  folder = new URL(".", import.meta.url).href,
): Promise<Packs[Name]> {
  const { file, integrity } = own(__PACKS__, name) as Pack;
  return importChecked(new URL(file, folder).href, integrity) as Promise<Packs[Name]>;
}
