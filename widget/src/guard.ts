import { hasFocus } from "./focus.js";

const period = 3000; // milliseconds
const maxRepairs = 30; // in a period, before the page gets its way

/** Whether it breaks more than the looks: some pages take all attributes away that they do not know. */
const isDamage = ({ type, target, attributeName: name }: MutationRecord): boolean =>
  type === "attributes" && !(name?.startsWith("data-") && !(target as Element).hasAttribute(name));

/**
 * Keeps what is drawn alive while the page redraws, copies, moves or compares its
 * own content. The page may have good reason to remove it, so a page that insists
 * gets its way.
 */
export class Guard {
  damaged = false; // whether others have changed what was drawn
  #repaired = false; // whether the last drawing repaired something
  #repairs: number[] = []; // when that was
  #ownParts: Set<Element>;
  #foreignParts = new Set<Element>(); // which password managers add
  #focused: HTMLInputElement | undefined; // where the visitor is
  readonly #host: HTMLElement;
  readonly #container: HTMLElement;
  readonly #observer: MutationObserver;
  readonly #sizes: ResizeObserver;
  #sheets: CSSStyleSheet[] = []; // in the tree of the container

  /** `redraw` draws the widget again, `leave` closes it. */
  constructor(host: HTMLElement, container: HTMLElement, redraw: () => void, leave: () => void) {
    this.#host = host;
    this.#container = container;
    this.#ownParts = new Set(this.#parts);
    this.#observer = new MutationObserver((records) => {
      this.#noteRecords(records);
      redraw();
      if (!this.#repaired) return;
      const now = performance.now();
      this.#repairs = [...this.#repairs.filter((at) => now - at < period), now];
      if (this.#repairs.length > maxRepairs) leave();
    });
    // Nothing tells of style sheets, but without ours the size is another.
    this.#sizes = new ResizeObserver(() => {
      const worn = this.#worn;
      if (!this.#sheets.every((sheet) => worn.includes(sheet))) requestAnimationFrame(redraw);
    });
    container.addEventListener("focusin", ({ target }) => {
      this.#focused = target as HTMLInputElement;
    });
    // In the capture phase: other listeners may draw while the focus moves from field to field.
    container.addEventListener(
      "focusout",
      ({ target, relatedTarget }) => {
        const left = target as HTMLInputElement;
        if (relatedTarget) this.#focused = undefined;
        // What the page removes loses the focus as well, but gets it back.
        queueMicrotask(() => {
          if (this.#focused === left && left.isConnected && !hasFocus(left)) this.#focused = undefined;
        });
      },
      true,
    );
  }

  /** Starts observing, once the element is in a document. */
  watch(): void {
    this.#sizes.observe(this.#container);
    this.#observer.observe(this.#host, { childList: true, attributeFilter: ["data-state"] });
    this.#observer.observe(this.#container, {
      childList: true,
      subtree: true,
      attributeFilter: ["data-part", "data-name", "id", "for", "slot"],
    });
  }

  unwatch(): void {
    this.#observer.disconnect();
    this.#sizes.disconnect();
  }

  /** Notes what others did, before anything is drawn. */
  noteChanges(): void {
    this.#noteRecords(this.#observer.takeRecords());
  }

  #noteRecords(records: MutationRecord[]): void {
    this.damaged ||=
      records.some((record) => record.target !== this.#host && isDamage(record)) ||
      (records.length > 0 && [...this.#ownParts].some((part) => !this.#container.contains(part)));
    this.#foreignParts = new Set(this.#parts.filter((part) => !this.#ownParts.has(part)));
  }

  /** Everything in the container except dialogs, which live on their own. */
  get #parts(): Element[] {
    return [...this.#container.querySelectorAll(":not(dialog, dialog *)")];
  }

  get #worn(): CSSStyleSheet[] {
    return (this.#container.getRootNode() as Document).adoptedStyleSheets ?? [];
  }

  /** Takes what was just drawn as what has to be there. */
  afterDraw(): void {
    const dialog = this.#container.querySelector<HTMLDialogElement>("dialog[open]:not(:modal)");
    if (dialog) {
      dialog.open = false; // it was removed with everything else, and is not modal any more
      dialog.showModal();
    }
    this.#ownParts = new Set(this.#parts.filter((part) => !this.#foreignParts.has(part)));
    const own = this.#observer.takeRecords();
    this.#repaired = this.damaged || own.some(({ target }) => target === this.#host);
    this.damaged = false;
    this.#sheets = [...this.#worn];
    this.#refocus();
  }

  /** Gives the focus back to what was removed and is back. */
  #refocus(): void {
    const before = this.#focused;
    if (!before || hasFocus(before)) return;
    const now = this.#container.contains(before)
      ? before
      : this.#container.querySelector<HTMLInputElement>(`[id="${before.id}"]`);
    this.#focused = now ?? undefined;
    const { activeElement, body } = this.#host.ownerDocument;
    if (!now || activeElement !== body) return;
    now.focus({ preventScroll: true });
    if (now !== before && before.selectionStart !== null) {
      now.setSelectionRange?.(before.selectionStart, before.selectionEnd);
    }
  }
}
