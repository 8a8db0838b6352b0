import { html, nothing, render } from "lit/html.js";
import type { Document, DocumentText } from "./core/types.js";
import { own } from "./own.js";
import { markup } from "./packs/lent.js";
import { say } from "./strings.js";
import { expose, link } from "./views/parts.js";
import type { FullView } from "./views/view.js";

const pause = 400; // milliseconds without the text before the visitor sees that something happens

/**
 * Opens a document in place. Where its text cannot be had, its page has to be
 * opened, unless the dialog is there by then and can tell it.
 */
export async function read(
  v: FullView,
  container: HTMLElement,
  document: Document,
  load: () => Promise<DocumentText>,
  openPage: () => void,
): Promise<void> {
  const dialog = globalThis.document.createElement("dialog");
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
    const { html: text, date } = await load();
    show({ frame: frameOf(text, document.url, dialog), date });
  } catch {
    if (opened) show("failed");
    else openPage();
  } finally {
    clearTimeout(timer);
  }
}

type Content = "loading" | "failed" | { frame: HTMLIFrameElement; date: string | undefined };

function draw(v: FullView, dialog: HTMLDialogElement, { kind, url }: Document, content: Content): void {
  const { t, f } = v;
  const shown = typeof content === "object" ? content : undefined;
  const page = link(v, url, say(t.documentPage, v));
  render(
    html`<div data-part="reader-head"><h2 data-part="subtitle" id=${`${v.id}reader`}>${own(t.documents, kind) ?? kind}</h2><button data-part="button secondary small" type="button" @click=${() => dialog.close()}>${t.close}</button></div>${
      shown
        ? shown.frame
        : content === "loading"
          ? html`<p data-part="loading"><span data-part="spinner"></span>${t.documentLoading}</p>`
          : html`<div role="alert"><p data-part="text">${t.documentFailed}</p></div>`
    }<p data-part="hint">${shown?.date ? html`${say(t.documentDate, { date: f.day(shown.date) })} · ` : nothing}${page}</p>`,
    dialog,
  );
  shown?.frame.setAttribute("title", own(t.documents, kind) ?? kind);
}

/** What does something, which a text need not. */
const active =
  "script, style, link, meta, base, iframe, frame, object, embed, svg, math, form, input, button, select, textarea";

/** A frame with the text and nothing that acts: no script runs in it, and links leave it. */
function frameOf(text: string, url: string, dialog: HTMLElement): HTMLIFrameElement {
  const page = new DOMParser().parseFromString(markup(text), "text/html");
  for (const part of page.querySelectorAll(active)) part.remove();
  for (const part of page.querySelectorAll("*")) {
    for (const { name } of [...part.attributes])
      if (/^(on|style$|srcset$|ping$)/.test(name)) part.removeAttribute(name);
    for (const name of ["href", "src"]) {
      const value = part.getAttribute(name);
      if (value === null) continue;
      const address = URL.canParse(value, url) ? new URL(value, url) : undefined;
      if (address && /^(https?|mailto):$/.test(address.protocol)) part.setAttribute(name, address.href);
      else part.removeAttribute(name);
    }
  }
  for (const anchor of page.querySelectorAll("a, area"))
    Object.assign(anchor, { target: "_blank", rel: "noopener noreferrer" });
  page.documentElement.dir ||= "auto"; // its language need not be the page's
  const frame = document.createElement("iframe");
  frame.dataset.part = "reader-frame";
  // Our own style needs the same origin; the server's text gets nothing from it without scripts.
  frame.setAttribute("sandbox", "allow-same-origin allow-popups allow-popups-to-escape-sandbox");
  frame.referrerPolicy = "no-referrer";
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
