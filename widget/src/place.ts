import type { Guard } from "./guard.js";
import { html, render } from "./html.js";
import { shadowStyles } from "./styles.js";
import { expose } from "./views/parts.js";

/** How the widget is placed in its element. */
export interface Placement {
  light: boolean; // among the page's own content, or in the shadow tree
  page: boolean; // whether the page's own content is shown
  styles: string[];
  state: string; // for data-state; empty: not yet
  lang: string;
  status: string; // read out to those who cannot see the screen
}

/** Where an element is to be seen, which need not be the window of the script. */
export function windowOf(element: HTMLElement): (Window & typeof globalThis) | null {
  return element.isConnected ? element.ownerDocument.defaultView : null;
}

/** Style sheets belong to a document, where all widgets share them. */
const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

function adoptStyles(tree: Document | ShadowRoot, styles: string[]): void {
  const document = tree.ownerDocument ?? (tree as Document);
  const { CSSStyleSheet } = document.defaultView as Window & typeof globalThis;
  const known = sheets.get(document) ?? new Map<string, CSSStyleSheet>();
  sheets.set(document, known);
  for (const css of styles) {
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
  #statusText = "";
  #root: Node | undefined; // of the tree that the host was in
  #frame: ParentNode; // around what is drawn, in the shadow tree
  #frameStyle = "";
  #end = document.createComment(""); // of what is drawn

  constructor(host: HTMLElement) {
    this.#host = host;
    this.#shadow = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    this.#frame = this.#shadow;
    this.#page.hidden = this.early;
    this.#slot.name = "fedi-signup";
    this.#status.setAttribute("role", "status");
    this.#shadow.replaceChildren(this.#page, this.#slot, this.#status);
    this.container.dir = "ltr"; // for English; other texts come with their direction
    this.clear();
  }

  /** Whether the first fields have been drawn before, by early.ts, which takes them away when there are others. */
  get early(): boolean {
    return this.#host.querySelector(":scope > [data-early]") !== null;
  }

  /** Shows what is drawn in a part of the shadow tree; without one, in all of it. */
  moveTo(frame: ParentNode = this.#shadow, style = ""): void {
    this.#frame = frame;
    this.#frameStyle = style;
    frame.append(this.#slot, this.#status);
  }

  /** Puts the widget in its place. */
  settle({ light, page, styles, state, lang, status }: Placement): void {
    const { container } = this;
    const host = this.#host;
    const root = host.getRootNode() as Document | ShadowRoot;
    this.guard?.noteChanges();
    adoptStyles(this.#shadow, [shadowStyles, this.#frameStyle, ...(light ? [] : styles)]);
    if (light) adoptStyles(root, styles);
    if (!page && !this.#page.hidden && !light) container.remove(); // all in it is new: nothing has moved
    this.#page.hidden = !page;
    container.toggleAttribute("data-under", page && this.#page.assignedElements().length > 0);
    this.#status.lang = container.lang = lang;
    if (status !== this.#statusText) render(html`${status}`, this.#status);
    this.#statusText = status;
    if (state && host.dataset.state !== state) host.dataset.state = state;
    const parent = light ? host : this.#frame;
    const settled = container.parentNode === parent;
    const handsOver = light && !settled; // early.ts does, from what it has drawn
    this.#sweep(host, handsOver);
    container.slot = light ? this.#slot.name : "";
    if (settled && this.#root === root) return;
    this.#root = root;
    this.#sweep(root, handsOver);
    if (!settled) parent.append(container);
    while (!this.id || this.#taken(root)) this.id = `fedi-signup-${++count}-`;
    container.id = `${this.id}place`; // or the page could take it for another of its elements
  }

  draw(content: unknown): void {
    if (this.guard?.damaged) this.clear();
    const draw = () => render(content, this.container, { renderBefore: this.#end });
    try {
      draw();
    } catch {
      this.clear(); // others removed the marks between its parts
      draw();
    }
    expose(this.container);
  }

  /** Starts over with nothing drawn. */
  clear(): void {
    this.container.dataset.part = "fedi-signup";
    this.#end = document.createComment("");
    this.container.replaceChildren(this.#end);
  }

  /** Removes what a copy of the page contains of another widget, which nothing would react to. */
  #sweep(within: ParentNode, butEarly: boolean): void {
    for (const copy of within.querySelectorAll(
      `[data-part=fedi-signup]${butEarly ? ":not([data-early])" : ""}`,
    )) {
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
