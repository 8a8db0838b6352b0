/** Shows the widget in a dialog, which the page's own buttons and links open. */
import { dispatch } from "../events.js";
import { textWithNames } from "../names.js";
import { choiceOf } from "../options.js";
import type { Place } from "../place.js";
import { ignore } from "../promises.js";
import { schemeOf } from "../scheme.js";
import type { Session } from "../session.js";
import type { FormStrings, Strings } from "../strings.js";
import { dialogStyles } from "../styles.js";

/** What the dialog needs of the widget around it. */
export interface DialogHost {
  readonly element: HTMLElement;
  readonly session: Pick<Session, "state" | "begin" | "returned">;
  readonly mount: {
    readonly container: HTMLElement;
    readonly texts: FormStrings & Partial<Strings>;
    update(): void;
  };
  readonly place: Pick<Place, "moveTo">;
}

/** What an email's link leads to, or may. */
const afterMail = ["returned", "confirm", "review", "ready", "stopped"];

/** Holds the page still behind the dialog, and keeps the place of its scroll bar. */
const still = (bar: boolean) =>
  `:root { overflow: hidden !important; ${bar ? "scrollbar-gutter: stable" : ""} }`;

export class Dialog {
  readonly #host: DialogHost;
  readonly #dialog: HTMLDialogElement;
  readonly #close: HTMLButtonElement;
  #opener: Element | undefined;
  #pressed = false; // whether the pointer went down beside the dialog
  #returning: boolean; // by an email's link
  #lock: CSSStyleSheet | undefined;
  #stay = new AbortController(); // ends what is listened to in a document

  constructor(host: DialogHost) {
    this.#host = host;
    const { ownerDocument, shadowRoot } = host.element;
    this.#returning = host.session.returned !== "";
    const dialog = ownerDocument.createElement("dialog");
    const head = ownerDocument.createElement("div");
    const close = ownerDocument.createElement("button");
    for (const [part, name] of [
      [dialog, "dialog"],
      [head, "dialog-head"],
      [close, "dialog-close"],
    ] as const) {
      part.setAttribute("part", name);
    }
    close.type = "button";
    dialog.tabIndex = -1;
    head.append(close);
    dialog.append(head);
    shadowRoot?.append(dialog);
    [this.#dialog, this.#close] = [dialog, close];
    host.place.moveTo(dialog, dialogStyles);
    close.addEventListener("click", () => this.hide());
    dialog.addEventListener("pointerdown", (event) => {
      this.#pressed = this.#isBeside(event);
    });
    dialog.addEventListener("click", (event) => this.#pressed && this.#isBeside(event) && this.hide());
    dialog.addEventListener("close", () => this.#closed());
    host.element.addEventListener("fedi-signup-statechange", ({ target }) => {
      if (target === host.element) this.#follow();
    });
    this.watch();
    this.#follow();
  }

  /** Listens to the page that the element is in. */
  watch(): void {
    const { session, element } = this.#host;
    this.#stay.abort();
    this.#stay = new AbortController();
    const { signal } = this.#stay;
    const { ownerDocument } = element;
    ownerDocument.addEventListener("click", this.#clicked, { signal });
    for (const sign of ["pointerover", "focusin"]) {
      const wake = (event: Event) => this.#openerOf(event) && session.begin().catch(ignore);
      ownerDocument.addEventListener(sign, wake, { signal });
    }
    if (this.#returning) session.begin().catch(ignore);
    if (this.#dialog.open && !this.#dialog.matches(":modal")) {
      this.#dialog.open = false; // it was moved with the element
      this.#dialog.showModal();
    }
  }

  /** Ends all that, once the element is gone, or shown without a dialog. */
  unwatch(): void {
    this.#stay.abort();
    this.hide();
    this.#unlock();
    if (choiceOf(this.#host.element, "display") !== "dialog") this.#dialog.remove();
  }

  show(opener?: Element): void {
    const { element, session, mount } = this.#host;
    session.begin().catch(ignore);
    if (this.#dialog.open || !element.isConnected) return;
    this.#opener = opener;
    this.#name();
    const theme = choiceOf(element, "theme");
    this.#dialog.style.colorScheme = theme === "auto" ? schemeOf(element) : theme;
    this.#dialog.showModal();
    // Its name is read then, which would not be if a button in it had the focus.
    this.#dialog.focus();
    this.#dialog.scrollTop = 0;
    mount.update(); // in the colours of the page as it is now
    const { documentElement, defaultView } = element.ownerDocument;
    const { CSSStyleSheet, innerWidth } = defaultView as Window & typeof globalThis;
    this.#lock = new CSSStyleSheet();
    this.#lock.replaceSync(still(innerWidth > documentElement.clientWidth));
    element.ownerDocument.adoptedStyleSheets.push(this.#lock);
    dispatch(element, "fedi-signup-open", { opener });
  }

  /** Closes it; the sign-up goes on. */
  hide(): void {
    this.#dialog.close();
  }

  #closed(): void {
    if (this.#dialog.open) return; // again, by now
    this.#unlock();
    // Browsers give it back to what had it, but not every one gives it to what is clicked.
    (this.#opener as HTMLElement | undefined)?.focus();
    dispatch(this.#host.element, "fedi-signup-close", null);
  }

  #unlock(): void {
    const { ownerDocument } = this.#host.element;
    ownerDocument.adoptedStyleSheets = ownerDocument.adoptedStyleSheets.filter((s) => s !== this.#lock);
  }

  /** Opens by itself for who comes from an email, and is called what it shows. */
  #follow(): void {
    const { screen } = this.#host.session.state;
    if (this.#returning && screen !== "loading") {
      this.#returning = false;
      if (afterMail.includes(screen)) this.show();
    }
    this.#name();
  }

  #name(): void {
    const { container, texts } = this.#host.mount;
    const title = container.querySelector("[data-part=title]");
    this.#dialog.setAttribute("aria-label", title ? textWithNames(title) : texts.loading);
    this.#close.setAttribute("aria-label", texts.close ?? "Close");
    this.#close.lang = texts.lang;
  }

  readonly #clicked = (event: MouseEvent): void => {
    const opener = this.#openerOf(event);
    const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!opener || !plain || event.defaultPrevented) return;
    event.preventDefault();
    this.show(opener);
  };

  /** What names the element as that which it opens; in the element no name is needed. */
  #openerOf(event: Event): Element | undefined {
    const { element } = this.#host;
    const path = event.composedPath() as Partial<HTMLElement>[];
    return path.find(({ dataset }) => {
      const id = dataset?.fediSignupOpen;
      return id === undefined ? false : id ? id === element.id : path.includes(element);
    }) as Element | undefined;
  }

  #isBeside({ target, clientX, clientY }: MouseEvent): boolean {
    const { left, right, top, bottom } = this.#dialog.getBoundingClientRect();
    const within = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
    return target === this.#dialog && !within;
  }
}
