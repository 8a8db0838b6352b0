/** What each pack exports. */
interface Packs {
  rest: typeof import("./rest.js");
  strength: typeof import("./strength.js");
}

declare const __PACKS__: Record<keyof Packs, { file: string; integrity: string }>;

let attempts = 0;

/**
 * Loads a part of the widget from the folder of the script or from another. A
 * preloaded module that does not have the known hash is never run: an import
 * cannot be told a hash, but takes what has been preloaded for its address.
 */
export async function loadPack<Name extends keyof Packs>(
  name: Name,
  folder = new URL(".", import.meta.url).href,
): Promise<Packs[Name]> {
  const { file, integrity } = __PACKS__[name];
  // Browsers remember an address that failed.
  const url = new URL(file, folder).href + (attempts ? `?${attempts}` : "");
  try {
    await preload(url, integrity);
    return await import(url);
  } catch (error) {
    attempts++;
    throw error;
  }
}

async function preload(href: string, integrity: string): Promise<void> {
  const link = document.createElement("link");
  if (!link.relList.supports("modulepreload")) return;
  Object.assign(link, { rel: "modulepreload", crossOrigin: "anonymous", href, integrity });
  await new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => reject(new Error(`${href} could not be loaded`));
    document.head.append(link);
  }).finally(() => link.remove());
}
