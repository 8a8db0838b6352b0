import type { Verbs } from "../acts.js";
import { DetailEmpty, DetailMembersOnly, type Document, type DocumentText } from "../core/types.js";
import { html, nothing, render } from "../html.js";
import { own } from "../own.js";
import { say } from "../say.js";
import type { Strings } from "../strings.js";
import { frameOf } from "./frame.js";
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
    const title = own(v.t.documents, document.kind) ?? document.kind;
    dialog.ariaLabel = title;
    dialog.addEventListener("close", () => dialog.remove());
    dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
    let opened = false;
    const show = (content: Content) => {
      const closed = opened && !dialog.isConnected;
      if (closed || !container.isConnected) return;
      draw(v, dialog, title, document.url, content);
      if (!opened) container.append(dialog);
      expose(container);
      if (!opened) dialog.showModal();
      opened = true;
    };
    const timer = setTimeout(show, pause, "loading");
    try {
      const { html: text, ...dates } = await element.document(document.kind);
      const host = v.state.server?.host ?? "";
      show({ ...dates, frame: frameOf(text, { url: document.url, host, title }, dialog) });
    } catch (error) {
      const { detail } = error as { detail?: string };
      // Its page says no more to strangers.
      if (detail === DetailMembersOnly) show(detail);
      else if (opened) show(detail === DetailEmpty ? detail : "failed");
      else if (link.isConnected) {
        this.#unreadable.add(document.url);
        link.click();
      }
    } finally {
      clearTimeout(timer);
    }
  }
}

type Refusal = "failed" | typeof DetailMembersOnly | typeof DetailEmpty;
type Content = "loading" | Refusal | (Omit<DocumentText, "html"> & { frame: HTMLIFrameElement });

function draw(v: FullView, dialog: HTMLDialogElement, title: string, url: string, content: Content): void {
  const { t, f } = v;
  const shown = typeof content === "object" ? content : undefined;
  const page = link(v, url, say(t.documentPage, v));
  const dated = (text: Strings["documentDate"], day: string | undefined) =>
    day ? html`${say(text, { date: f.day(day) })} · ` : nothing;
  render(
    html`
      <div data-part="reader-head">
        <h2 data-part="subtitle" tabindex="-1" autofocus>
          <span role="paragraph">${title}</span>
        </h2>
        <button data-part="button secondary small" type="button" @click=${() => dialog.close()}>
          ${t.close}
        </button>
      </div>
      <p data-part="hint">
        ${dated(shown?.comesIntoForce ? t.documentComes : t.documentDate, shown?.date)}
        ${dated(t.documentSucceeded, shown?.succeededBy)}
        ${page}
      </p>
      ${
        shown
          ? html`
              <div data-part="reader-frame" role="region" tabindex="0" aria-label=${title}>${shown.frame}</div>
            `
          : content === "loading"
            ? html`<p data-part="loading"><span data-part="spinner"></span>${t.documentLoading}</p>`
            : html`<div role="alert"><p data-part="text">${refusal(v, content as Refusal)}</p></div>`
      }
    `,
    dialog,
  );
}

function refusal(v: FullView, content: Refusal): string {
  if (content === DetailMembersOnly) return say(v.t.documentForMembers, v);
  return content === DetailEmpty ? say(v.t.documentEmpty, v) : v.t.documentFailed;
}
