import { markup } from "../trusted.js";

const words = (text: string) => new Set(text.split(" "));

/** The elements that plain documents need. Of others only the content is kept. */
const kept = words(
  "a abbr address article aside b bdi bdo blockquote br caption center cite code col colgroup dd del details dfn div dl dt em fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr hgroup i img ins kbd legend li main mark menu nav ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr",
);
const attributes = words(
  "abbr alt colspan datetime dir headers height id lang open reversed rowspan scope span start title translate type value width",
);

/** Elements whose content is no text. */
const empty = words(
  "datalist iframe noembed noframes object script select style template textarea title xmp",
);

const filter = (node: Node): number => {
  if (node instanceof Text) return NodeFilter.FILTER_ACCEPT;
  if (node instanceof HTMLFormElement) return NodeFilter.FILTER_SKIP; // its fields can pose as its properties
  if (!(node instanceof HTMLElement) || empty.has(node.localName)) return NodeFilter.FILTER_REJECT;
  return kept.has(node.localName) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
};

/** Where a text is from, and what it is called. */
interface Source {
  url: string;
  host: string;
  title: string;
}

/** A document with the text of another, rebuilt from these elements and attributes only. */
function rebuilt(text: string, { url, host, title }: Source) {
  const page = document.implementation.createHTMLDocument(title); // which is read out when the focus comes into it
  const source = new DOMParser().parseFromString(markup(text), "text/html");
  const walker = document.createTreeWalker(source, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, filter);
  const fill = (into: Node): void => {
    if (!walker.firstChild()) return;
    do {
      const node = walker.currentNode;
      if (node instanceof HTMLElement) {
        const made = into.appendChild(like(node));
        fill(made.firstChild ?? made);
      } else into.appendChild(new Text(node.nodeValue ?? ""));
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
      // Orca says nothing of a link by which the focus comes into a frame, unless it holds an element.
      made.append(Object.assign(page.createElement("span"), { role: "paragraph" }));
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
export function frameOf(text: string, source: Source, dialog: HTMLElement): HTMLIFrameElement {
  const { url, host, title } = source;
  const page = rebuilt(text, source);
  const policy = page.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  // With its scheme: Firefox takes that of a name alone from the frame, about:, and shows no picture.
  policy.content = `default-src 'none'; img-src ${new URL(url).protocol}//${host}; base-uri 'none'; form-action 'none'`;
  const referrer = page.createElement("meta");
  [referrer.name, referrer.content] = ["referrer", "no-referrer"];
  page.head.append(policy, referrer);
  page.documentElement.dir = "auto"; // its language need not be the page's
  (page.head.firstElementChild as HTMLTitleElement).dir = "auto"; // or it would decide for the text
  const frame = document.createElement("iframe");
  frame.title = title;
  // What scrolls is around it: a stop of the Tab key here would say nothing.
  if (!page.links.length) frame.tabIndex = -1;
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
  const { documentElement: root } = inside.document;
  const { color, backgroundColor, colorScheme, fontFamily } = getComputedStyle(dialog);
  const sheet = new inside.CSSStyleSheet();
  sheet.replaceSync(`:root { overflow: auto hidden; color-scheme: ${colorScheme}; color: ${color}; background: ${backgroundColor}; font: 100%/1.6 ${fontFamily} }
body { margin: 1rem; overflow-wrap: anywhere } a { color: LinkText } img, table { max-width: 100%; height: auto }
pre { white-space: pre-wrap } h1 { font-size: 1.4em } h2 { font-size: 1.2em } h3 { font-size: 1.05em }`);
  inside.document.adoptedStyleSheets = [sheet];
  new ResizeObserver(() => {
    frame.style.blockSize = `${root.offsetHeight}px`;
  }).observe(root);
  frame.dataset.ready = "";
}
