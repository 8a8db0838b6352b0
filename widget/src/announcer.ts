import { hasFocus } from "./focus.js";
import { agreementLapsed, type NameCheck } from "./form.js";
import { named, textWithNames } from "./names.js";
import { say } from "./say.js";
import type { State } from "./state.js";
import type { FormStrings, Strings } from "./strings.js";
import { fieldSentence } from "./views/parts.js";
import type { View } from "./views/view.js";

/** What the announcer needs of the widget around it. */
export interface AnnouncerHost {
  readonly element: HTMLElement;
  readonly session: { readonly state: State };
  readonly mount: {
    readonly container: HTMLElement;
    readonly texts: FormStrings & Partial<Strings>;
    readonly view: View;
    update(): void;
  };
}

/** Lets those know who cannot see what has changed: moves the focus, or has something read out. */
export class Announcer {
  text = ""; // that is read out

  readonly #host: AnnouncerHost;
  #focused = false; // whether the focus was in the widget before the last change
  #left = false; // whether it was when the screen began to load

  constructor(host: AnnouncerHost) {
    this.#host = host;
  }

  announce(text: string): void {
    // The same words again are read out only if they differ.
    this.text = text === this.text ? `${text}\u00a0` : text;
    this.#host.mount.update();
  }

  announceName({ text, answer, suggestions }: NameCheck): void {
    const { texts } = this.#host.mount;
    const name = named(text);
    if (answer === "free") this.announce(say(texts.usernameFree, { name }));
    if (answer === "taken") {
      const free = suggestions.length
        ? ` ${texts.usernameSuggestions} ${suggestions.map(named).join(", ")}`
        : "";
      this.announce(say(texts.usernameTaken, { name }) + free);
    }
  }

  /** To be called before a new state is drawn. */
  beforeDraw(before: State): void {
    const { element, session, mount } = this.#host;
    const { screen, account, resent = 0 } = session.state;
    const { activeElement, body } = element.ownerDocument;
    // What was clicked is gone while another screen loads.
    this.#focused = hasFocus(mount.container) || (this.#left && activeElement === body);
    this.#left = this.#focused && screen === "loading";
    if (screen !== before.screen) this.text = "";
    if (before.account && resent > (before.resent ?? 0)) {
      this.announce(say(mount.texts.resent ?? "", { email: named(account?.email ?? "") }));
    }
  }

  /** To be called once it is drawn. */
  afterDraw(before: State, lapsed: boolean): void {
    const { session, mount } = this.#host;
    const { container, texts, view } = mount;
    const { screen, slow } = session.state;
    const news: string[] = [];
    if (screen !== before.screen) {
      if (screen === "submitting") news.push(texts.submitting);
      else if (screen !== "loading" && !(screen === "form" && before.screen === "submitting")) {
        const heading = container.querySelector<HTMLElement>("h2");
        if (this.#focused) heading?.focus();
        else news.push(this.#withHost(textWithNames(heading)));
      }
    }
    if (slow && !before.slow) {
      const { slowLoading = "", slowSubmitting = "" } = texts;
      const server = this.#withHost(view.server);
      news.push(say(screen === "loading" ? slowLoading : slowSubmitting, { server }));
    }
    if (lapsed) news.push(fieldSentence(view, agreementLapsed));
    if (news.length) this.announce(news.join(" "));
  }

  /** Adds the server's host name, which it cannot choose, to what is said of it. */
  #withHost(text: string): string {
    const { host } = this.#host.session.state.server ?? {};
    return !host || text === named(host) ? text : `${text} (${named(host)})`;
  }
}
