import type { Guard } from "./guard.js";
import { html, render } from "./html.js";
import { shell } from "./styles.js";
import { expose } from "./views/parts.js";

/** How the widget is to stand in its element. */
export interface Stand {
  light: boolean; // among the page's own content, or in the shadow tree
  page: boolean; // whether the page's own content is shown
  looks: string[];
  state: string; // for data-state, if it is told yet
  lang: string;
  said: string; // to those who do not see the screen
}

/** Where an element is to be seen, which need not be the window of the script. */
export function windowOf(element: HTMLElement): (Window & typeof globalThis) | null {
  return element.isConnected ? element.ownerDocument.defaultView : null;
}

/** Style sheets belong to a document, where all widgets share them. */
const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

function dress(tree: Document | ShadowRoot, looks: string[]): void {
  const document = tree.ownerDocument ?? (tree as Document);
  const { CSSStyleSheet } = document.defaultView as Window & typeof globalThis;
  const known = sheets.get(document) ?? new Map<string, CSSStyleSheet>();
  sheets.set(document, known);
  for (const css of looks) {
    const sheet = known.get(css) ?? new CSSStyleSheet();
    if (!known.has(css)) sheet.replaceSync(css);
    known.set(css, sheet);
    if (!tree.adoptedStyleSheets.includes(sheet)) tree.adoptedStyleSheets.push(sheet);
  }
}

let count = 0;

/** Where the widget stands in its element: with root="light" among the content of the page. */
export class Place {
  readonly container = document.createElement("div");
  id = ""; // begins all ids, so that several widgets fit on a page
  guard: Guard | undefined; // once it is there

  readonly #host: HTMLElement;
  readonly #shadow: ShadowRoot;
  readonly #page = document.createElement("slot");
  readonly #slot = document.createElement("slot"); // of the container
  readonly #status = document.createElement("div");
  #root: Node | undefined; // of the tree that the host was in
  #end = document.createComment(""); // of what is drawn

  constructor(host: HTMLElement) {
    this.#host = host;
    this.#shadow = host.attachShadow({ mode: "open" });
    this.#slot.name = "fedi-signup";
    this.#status.setAttribute("role", "status");
    this.#shadow.append(this.#page, this.#slot, this.#status);
    this.#clear();
  }

  /** Puts the widget where it is to stand. */
  settle({ light, page, looks, state, lang, said }: Stand): void {
    const { container } = this;
    const host = this.#host;
    const root = host.getRootNode() as Document | ShadowRoot;
    this.guard?.heed();
    dress(this.#shadow, light ? [shell] : [shell, ...looks]);
    if (light) dress(root, looks);
    this.#page.hidden = !page;
    this.#status.lang = container.lang = lang;
    render(html`${said}`, this.#status);
    if (state && host.dataset.state !== state) host.dataset.state = state;
    this.#sweep(host);
    container.slot = light ? this.#slot.name : "";
    const parent = light ? host : this.#shadow;
    if (container.parentNode === parent && this.#root === root) return;
    this.#root = root;
    this.#sweep(root);
    if (container.parentNode !== parent) parent.append(container);
    while (!this.id || this.#taken(root)) this.id = `fedi-signup-${++count}-`;
    container.id = `${this.id}place`; // so that nobody takes it for another element of the page
  }

  draw(content: unknown): void {
    if (this.guard?.torn) this.#clear();
    const draw = () => render(content, this.container, { renderBefore: this.#end });
    try {
      draw();
    } catch {
      this.#clear(); // others took away the marks between its parts
      draw();
    }
    expose(this.container);
  }

  /** Begins anew, with nothing drawn. */
  #clear(): void {
    this.container.dataset.part = "fedi-signup";
    this.#end = document.createComment("");
    this.container.replaceChildren(this.#end);
  }

  /** Removes what a copy of the page holds of another widget: nobody listens to it. */
  #sweep(within: ParentNode): void {
    for (const copy of within.querySelectorAll("[data-part=fedi-signup]")) {
      const parent = copy.parentElement;
      const stray = parent === this.#host || !parent?.localName.includes("-");
      if (stray && copy !== this.container) copy.remove();
    }
  }

  #taken(root: ParentNode): boolean {
    const same = [...root.querySelectorAll(`[id^="${this.id}"]`)];
    return same.some((part) => !this.container.contains(part));
  }
}

/**
 * When the page is there and has nothing more to do: a framework that drew it
 * on a server has found it by then as it was sent. Astro tells of each part
 * when that is so.
 */
export async function quiet(host: HTMLElement): Promise<void> {
  const event = (target: EventTarget, name: string) =>
    new Promise((come) => target.addEventListener(name, come, { once: true }));
  if (document.readyState !== "complete") await event(globalThis, "load");
  const island = host.closest("astro-island[ssr]");
  if (island) await event(island, "astro:hydrate");
  await new Promise((idle) => (globalThis.requestIdleCallback ?? setTimeout)(idle));
}
