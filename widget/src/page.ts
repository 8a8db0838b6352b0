const ours = /\/fedi-signup(-early)?\.js(\?|$)/;

/** Scripts that may yet look for the page as it was sent, as a framework does that drew it on a server, or listen once it has loaded. */
const mayLook = ({ src, type, text }: HTMLScriptElement) =>
  src !== import.meta.url &&
  !ours.test(src) &&
  (src || type === "module" || (/^$|javascript/.test(type) && /import\(|load/i.test(text)));

declare const __BUNDLED__: boolean; // whether it is for bundlers, which put the page's own into the same file

/** Whether the page can be changed at once, since no script but ours came with it. */
export const alone =
  globalThis.document?.readyState === "interactive" && !__BUNDLED__ && ![...document.scripts].some(mayLook);

const event = (target: EventTarget, name: string) =>
  new Promise((come) => target.addEventListener(name, come, { once: true }));

/** Resolves when the page has loaded what came with it, or after so many milliseconds. */
export async function pageHasLoaded(patience?: number): Promise<void> {
  if (alone || document.readyState === "complete") return;
  const late = new Promise((over) => patience && setTimeout(over, patience));
  await Promise.race([event(globalThis, "load"), late]);
}

/**
 * Resolves when the page has loaded and is idle: by then a framework that drew it
 * on a server has found it as it was sent. Undefined where there is none to wait for.
 */
export const pageIsIdle = (host: HTMLElement): Promise<void> | undefined => (alone ? undefined : idle(host));

async function idle(host: HTMLElement): Promise<void> {
  await pageHasLoaded();
  // Astro fires an event for each part.
  const island = host.closest("astro-island[ssr]");
  if (island) await event(island, "astro:hydrate");
  await new Promise((idle) => (globalThis.requestIdleCallback ?? setTimeout)(idle));
}
