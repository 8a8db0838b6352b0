const soon = 3000; // milliseconds
const often = 30; // times in that that a page may undo what is drawn before it gets its will

/**
 * Sees to it that what is drawn outlives what a page does to its own content:
 * draws it anew, copies, moves or compares it. The page may be right to take it
 * away, too; so who insists gets his will.
 */
export class Guard {
  torn = false; // whether others have taken from what was drawn
  #mended = false; // whether the last drawing put something right
  #mends: number[] = []; // when that was
  #drawn: Set<Element>;
  #added = new Set<Element>(); // by others, as password managers do
  #focused: HTMLInputElement | undefined; // where the visitor is
  readonly #host: HTMLElement;
  readonly #container: HTMLElement;
  readonly #others: MutationObserver;

  /** Takes what draws again, and what makes the widget leave. */
  constructor(host: HTMLElement, container: HTMLElement, again: () => void, leave: () => void) {
    this.#host = host;
    this.#container = container;
    this.#drawn = new Set(this.#parts);
    this.#others = new MutationObserver((records) => {
      this.#heed(records);
      again();
      if (!this.#mended) return;
      const now = performance.now();
      this.#mends = [...this.#mends.filter((at) => now - at < soon), now];
      if (this.#mends.length > often) leave();
    });
    container.addEventListener("focusin", ({ target }) => {
      this.#focused = target as HTMLInputElement;
    });
    // Before all others, who may draw while the visitor is on the way from field to field.
    container.addEventListener(
      "focusout",
      ({ target, relatedTarget }) => {
        const left = target as HTMLInputElement;
        if (relatedTarget) this.#focused = undefined;
        // What is taken away loses the focus as well, but gets it back.
        queueMicrotask(() => {
          if (this.#focused === left && left.isConnected && !left.matches(":focus"))
            this.#focused = undefined;
        });
      },
      true,
    );
  }

  /** Begins to look, when the element has come into a document. */
  watch(): void {
    this.#others.observe(this.#host, { childList: true, attributeFilter: ["data-state"] });
    this.#others.observe(this.#container, {
      childList: true,
      subtree: true,
      attributeFilter: ["data-part", "data-name", "id", "for", "slot"],
    });
  }

  unwatch(): void {
    this.#others.disconnect();
  }

  /** Takes note of what others did, before anything is drawn. */
  heed(): void {
    this.#heed(this.#others.takeRecords());
  }

  #heed(records: MutationRecord[]): void {
    this.torn ||=
      records.some(({ type, target }) => type === "attributes" && target !== this.#host) ||
      (records.length > 0 && [...this.#drawn].some((part) => !this.#container.contains(part)));
    this.#added = new Set(this.#parts.filter((part) => !this.#drawn.has(part)));
  }

  /** All that is there, but for what has a life of its own. */
  get #parts(): Element[] {
    return [...this.#container.querySelectorAll(":not(dialog, dialog *)")];
  }

  /** Takes what was drawn for what there has to be. */
  afterDraw(): void {
    const dialog = this.#container.querySelector<HTMLDialogElement>("dialog[open]:not(:modal)");
    if (dialog) {
      dialog.open = false; // it was taken away with the rest, and is none of the page's any more
      dialog.showModal();
    }
    this.#drawn = new Set(this.#parts.filter((part) => !this.#added.has(part)));
    const own = this.#others.takeRecords();
    this.#mended = this.torn || own.some(({ target }) => target === this.#host);
    this.torn = false;
    this.#refocus();
  }

  /** Gives the focus back to what was taken away and has come again. */
  #refocus(): void {
    const before = this.#focused;
    if (!before || before.matches(":focus")) return;
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
