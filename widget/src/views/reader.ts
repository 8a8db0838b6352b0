import type { Verbs } from "../acts.js";
import type { Document } from "../core/types.js";
import { html, nothing, render } from "../html.js";
import { own } from "../own.js";
import { say } from "../say.js";
import { markup } from "../trusted.js";
import { expose, link } from "./parts.js";
import type { FullView, View } from "./view.js";

const pause = 400; // milliseconds without the text before the visitor sees that something happens

/** What the reader needs of the widget around it. */
export interface ReaderHost {
  readonly element: Pick<Verbs, "document">;
  readonly mount: {
    readonly container: HTMLElement;
    readonly view: View;
  };
}

/** Shows the server's documents in place. */
export class Reader {
  readonly #host: ReaderHost;
  readonly #unreadable = new Set<string>(); // documents whose text cannot be had: their links are plain

  constructor(host: ReaderHost) {
    this.#host = host;
  }

  close(): void {
    this.#host.mount.container.querySelector("dialog")?.close();
  }

  /** Follows a click on the link to a document. */
  follow(event: MouseEvent, document: Document): void {
    const { view } = this.#host.mount;
    const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!plain || !view.extras || this.#unreadable.has(document.url)) return;
    event.preventDefault();
    this.#open(view, document, event.currentTarget as HTMLElement);
  }

  /** Follows the link if there is no text to be had, unless the open dialog can say so. */
  async #open(v: FullView, document: Document, link: HTMLElement): Promise<void> {
    const { element, mount } = this.#host;
    const { container } = mount;
    const dialog = container.ownerDocument.createElement("dialog");
    dialog.dataset.part = "reader";
    dialog.setAttribute("aria-labelledby", `${v.id}reader`);
    dialog.addEventListener("close", () => dialog.remove());
    dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
    let opened = false;
    const show = (content: Content) => {
      const closed = opened && !dialog.isConnected;
      if (closed || !container.isConnected) return;
      draw(v, dialog, document, content);
      if (!opened) container.append(dialog);
      expose(container);
      if (!opened) dialog.showModal();
      opened = true;
    };
    const timer = setTimeout(show, pause, "loading");
    try {
      const { html: text, date } = await element.document(document.kind);
      const host = v.state.server?.host ?? "";
      show({ frame: frameOf(text, document.url, host, dialog), date });
    } catch {
      if (opened) show("failed");
      else if (link.isConnected) {
        this.#unreadable.add(document.url);
        link.click();
      }
    } finally {
      clearTimeout(timer);
    }
  }
}

type Content = "loading" | "failed" | { frame: HTMLIFrameElement; date: string | undefined };

function draw(v: FullView, dialog: HTMLDialogElement, { kind, url }: Document, content: Content): void {
  const { t, f } = v;
  const shown = typeof content === "object" ? content : undefined;
  const page = link(v, url, say(t.documentPage, v));
  render(
    html`
      <div data-part="reader-head">
        <h2 data-part="subtitle" id=${`${v.id}reader`}>${own(t.documents, kind) ?? kind}</h2>
        <button data-part="button secondary small" type="button" @click=${() => dialog.close()}>
          ${t.close}
        </button>
      </div>
      ${
        shown
          ? shown.frame
          : content === "loading"
            ? html`<p data-part="loading"><span data-part="spinner"></span>${t.documentLoading}</p>`
            : html`<div role="alert"><p data-part="text">${t.documentFailed}</p></div>`
      }
      <p data-part="hint">
        ${shown?.date ? html`${say(t.documentDate, { date: f.day(shown.date) })} · ` : nothing}
        ${page}
      </p>
    `,
    dialog,
  );
  shown?.frame.setAttribute("title", own(t.documents, kind) ?? kind);
}

const words = (text: string) => new Set(text.split(" "));

/** What a text is made of. Of other elements only what they hold is taken. */
const kept = words(
  "a abbr address article aside b bdi bdo blockquote br caption center cite code col colgroup dd del details dfn div dl dt em fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr hgroup i img ins kbd legend li main mark menu nav ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr",
);
const attributes = words(
  "abbr alt colspan datetime dir headers height id lang open reversed rowspan scope span start title translate type value width",
);

/** What holds no text. */
const empty = words(
  "datalist iframe noembed noframes object script select style template textarea title xmp",
);

const filter = (node: Node): number => {
  if (node instanceof Text) return NodeFilter.FILTER_ACCEPT;
  if (node instanceof HTMLFormElement) return NodeFilter.FILTER_SKIP; // its fields can pose as its properties
  if (!(node instanceof HTMLElement) || empty.has(node.localName)) return NodeFilter.FILTER_REJECT;
  return kept.has(node.localName) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
};

/** A document with the text of another, rebuilt from nothing but what texts are made of. */
function rebuilt(text: string, url: string, host: string) {
  const page = document.implementation.createHTMLDocument();
  const source = new DOMParser().parseFromString(markup(text), "text/html");
  const walker = document.createTreeWalker(source, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, filter);
  const fill = (into: Node): void => {
    if (!walker.firstChild()) return;
    do {
      const node = walker.currentNode;
      if (node instanceof HTMLElement) fill(into.appendChild(like(node)));
      else into.appendChild(new Text(node.nodeValue ?? ""));
    } while (walker.nextSibling());
    walker.parentNode();
  };
  const like = (node: HTMLElement): Node => {
    const made = page.createElement(node.localName);
    for (const { name, value } of node.attributes) if (attributes.has(name)) made.setAttribute(name, value);
    if (made instanceof HTMLImageElement) {
      const src = address(node.getAttribute("src"));
      if (src?.host !== host) return new Text(made.alt);
      made.src = src.href;
    } else if (made instanceof HTMLAnchorElement) {
      const [href, name] = [node.getAttribute("href"), node.getAttribute("name")];
      const to = address(href);
      if (href?.startsWith("#")) made.href = `about:srcdoc${href}`;
      else if (to) Object.assign(made, { href: to.href, target: "_blank", rel: "noopener noreferrer" });
      if (name) made.id ||= name;
    }
    return made;
  };
  const address = (given: string | null): URL | undefined => {
    const to = given !== null && URL.canParse(given, url) ? new URL(given, url) : undefined;
    return to && /^(https?|mailto):$/.test(to.protocol) ? to : undefined;
  };
  fill(page.body);
  return page;
}

/** A frame with the text, in which no script runs and nothing of another host is loaded. */
function frameOf(text: string, url: string, host: string, dialog: HTMLElement): HTMLIFrameElement {
  const page = rebuilt(text, url, host);
  const policy = page.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = `default-src 'none'; img-src ${host}; base-uri 'none'; form-action 'none'`;
  const referrer = page.createElement("meta");
  [referrer.name, referrer.content] = ["referrer", "no-referrer"];
  page.head.append(policy, referrer);
  page.documentElement.dir = "auto"; // its language need not be the page's
  const frame = document.createElement("iframe");
  frame.dataset.part = "reader-frame";
  // Our own style needs the same origin; the server's text gets nothing from it without scripts.
  frame.setAttribute("sandbox", "allow-same-origin allow-popups allow-popups-to-escape-sandbox");
  frame.srcdoc = markup(`<!doctype html>${page.documentElement.outerHTML}`);
  frame.addEventListener("load", () => dress(frame, dialog));
  return frame;
}

/** Gives the text the colours of the dialog around it. */
function dress(frame: HTMLIFrameElement, dialog: HTMLElement): void {
  const inside = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!inside) return;
  const { color, backgroundColor, colorScheme, fontFamily } = getComputedStyle(dialog);
  const sheet = new inside.CSSStyleSheet();
  sheet.replaceSync(`:root { color-scheme: ${colorScheme}; color: ${color}; background: ${backgroundColor}; font: 100%/1.6 ${fontFamily} }
body { margin: 1rem; overflow-wrap: anywhere } a { color: LinkText } img, video, table { max-width: 100%; height: auto }
pre { white-space: pre-wrap } h1 { font-size: 1.4em } h2 { font-size: 1.2em } h3 { font-size: 1.05em }`);
  inside.document.adoptedStyleSheets = [sheet];
  frame.dataset.ready = "";
}
