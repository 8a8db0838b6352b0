import { pageHasLoaded } from "./page.js";
import { tell } from "./tell.js";
import { scriptUrl } from "./trusted.js";

let failures = 0;

/**
 * Imports a module that has the known hash, and runs no other. import() cannot
 * be told a hash, and WebKit does not check that of a preloaded module; every
 * browser checks that of a script element, from which import() takes over.
 */
export async function importChecked(
  address: string,
  integrity: string,
  signal?: AbortSignal,
): Promise<unknown> {
  const url = address + (failures ? `?${failures}` : ""); // browsers remember an address that failed
  const script = document.createElement("script");
  try {
    await pageHasLoaded(1000); // which the script would delay
    await new Promise((resolve, reject) => {
      Object.assign(script, { type: "module", crossOrigin: "anonymous", integrity, src: scriptUrl(url) });
      script.onload = resolve;
      const failed = () => reject(new Error(`${url} could not be loaded`));
      script.onerror = failed;
      signal?.addEventListener("abort", failed);
      document.head.append(script);
    });
    return await import(/* @vite-ignore */ /* webpackIgnore: true */ url); // which bundlers cannot follow
  } catch (error) {
    failures++;
    void report(address);
    throw error;
  } finally {
    script.remove();
  }
}

/** Tells the owner of the page which file does not come, and its status. */
async function report(address: string): Promise<void> {
  const why = await fetch(address).then(({ status }) => status, String);
  tell(`fedi-signup FS03: ${address}: ${why}. Upload all files of one release, unchanged.`);
}
