import { hasFocus } from "./focus.js";
import { agreementLapsed, type Form } from "./form.js";
import { named, textWithNames } from "./names.js";
import { joined, say } from "./say.js";
import type { State } from "./state.js";
import type { Strings } from "./strings.js";
import type { NameCheck } from "./username.js";
import { fieldSentence, problemSentence } from "./views/parts.js";
import type { FullView, View } from "./views/view.js";

/** What the narrator needs of the widget around it. */
export interface NarratorHost {
  readonly element: HTMLElement;
  readonly session: { readonly state: State };
  readonly form: Form;
  readonly announcer: { announce(text: string): void };
  readonly mount: {
    readonly container: HTMLElement;
    readonly texts: Strings;
    readonly view: View;
    clear(): void;
  };
}

const rest = 1500; // milliseconds without a key after which somebody who types would listen

const ofAccounts = ["confirm", "review", "ready", "stopped"];

/** Whether it goes on with an account, which the visitor need not have caused. */
const goesOn = (from: string, to: string) => ofAccounts.includes(from) && ofAccounts.includes(to);

/** Lets those know who cannot see what has changed: moves the focus, or has something read out. */
export class Narrator {
  readonly #host: NarratorHost;
  #focused = false; // whether the focus was in the widget before the last change
  #lost = false; // whether what had it has gone
  #met = false; // whether there was a screen before
  #left = false; // whether it was when the screen began to load
  #name: NameCheck | undefined; // that was told last
  #shortened = false;
  #score: number | undefined; // of the password
  #told: Partial<Record<"shortened" | "name" | "strength" | "counter", string>> = {}; // what waits until the visitor rests
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: NarratorHost) {
    this.#host = host;
    const { container } = host.mount;
    container.addEventListener("input", this.#wait);
    container.addEventListener("focusout", this.#tell);
  }

  /** To be called before a new state is drawn. */
  beforeDraw(before: State): void {
    const { element, session, mount, announcer } = this.#host;
    const { screen, account, resent = 0 } = session.state;
    const { activeElement, body } = element.ownerDocument;
    // What was clicked is gone while another screen loads.
    this.#lost = this.#left && activeElement === body;
    this.#focused = hasFocus(mount.container) || this.#lost;
    this.#left = this.#focused && screen === "loading";
    if (screen !== before.screen) {
      announcer.announce("");
      this.#told = {};
      // A heading that stays the same element is not read out when it gets the focus again.
      if (goesOn(before.screen, screen)) mount.clear();
    }
    if (before.account && resent > (before.resent ?? 0)) {
      announcer.announce(say(mount.texts.resent, { email: named(account?.email ?? "") }));
    }
  }

  /** To be called once it is drawn. */
  afterDraw(before: State, lapsed: boolean): void {
    const { session, mount, announcer } = this.#host;
    const { container, texts, view } = mount;
    const { screen, slow } = session.state;
    const news: string[] = [];
    if (screen !== before.screen) {
      if (screen === "submitting") news.push(texts.submitting);
      // Whoever is in the form already stays there.
      else if (screen === "form" && (before.screen === "submitting" || before.ahead)) this.#met = true;
      else if (screen !== "loading") {
        const heading = container.querySelector<HTMLElement>("[data-part=title]");
        if (this.#focused) heading?.focus();
        if (goesOn(before.screen, screen)) news.push(this.#outcome());
        // What is there from the beginning is found there, but for what became of an account.
        // Where what had the focus has gone, Orca says nothing in Chromium of a heading that gets it,
        // unless it holds an element, as the form's does.
        else if (
          (!this.#focused || (this.#lost && screen !== "form")) &&
          (this.#met || ofAccounts.includes(screen))
        ) {
          news.push(this.#withHost(textWithNames(heading)));
        }
        this.#met = true;
      }
    }
    if (slow && !before.slow) {
      const server = this.#withHost(view.server);
      news.push(say(screen === "loading" ? texts.slowLoading : texts.slowSubmitting, { server }));
    }
    if (lapsed) news.push(fieldSentence(view, agreementLapsed));
    if (!news.length) return;
    this.#told = {}; // it would take the place of what matters more
    announcer.announce(joined(news, texts.lang));
  }

  /** What became of an account, in a sentence. */
  #outcome(): string {
    const { session, mount } = this.#host;
    const { screen, account, problem } = session.state;
    const { texts, view } = mount;
    if (screen === "ready") {
      const text = problem ? texts.readyBut : texts.readyText;
      return text.replace("{handle}", named(account?.handle ?? ""));
    }
    if (screen === "review") {
      return say(account?.watched ? texts.reviewText : texts.reviewUnwatched, view);
    }
    return problem ? problemSentence(view, problem) : "";
  }

  /** To be called whenever the form was drawn. */
  followForm(): void {
    const { form, mount } = this.#host;
    const { texts, view } = mount;
    const { name, shortened } = form;
    const { score } = (view as FullView).aids.password;
    if (shortened && !this.#shortened) this.#told.shortened = texts.usernameShortened;
    this.#shortened = shortened;
    if (name !== this.#name) this.#nameChecked(name);
    this.#name = name;
    if (score !== this.#score) this.#told.strength = (score !== undefined && texts.strengths.at(score)) || "";
    this.#score = score;
    if (!this.#timer) this.#tell();
  }

  #nameChecked(name: NameCheck | undefined): void {
    const { mount, announcer } = this.#host;
    const { texts } = mount;
    this.#told.name = "";
    if (!name?.aloud) return;
    const told = { name: named(name.text) };
    if (name.answer === "free") this.#told.name = say(texts.usernameFree, told);
    if (name.answer === "taken") {
      const { suggestions } = name;
      const free = suggestions.length
        ? `${texts.usernameSuggestions} ${mount.view.f.list(suggestions.map(named))}`
        : "";
      announcer.announce(joined([say(texts.usernameTaken, told), free], texts.lang));
    }
  }

  /** Starts the wait anew with each key. */
  readonly #wait = ({ target }: Event): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const counter = (target as HTMLElement)
        .closest("[data-field=reason]")
        ?.querySelector("[data-part=counter]");
      this.#told.counter = textWithNames(counter ?? null);
      this.#tell();
    }, rest);
  };

  readonly #tell = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { announcer, mount } = this.#host;
    const { shortened = "", name = "", strength = "", counter = "" } = this.#told;
    const told = joined([shortened, name, strength, counter], mount.texts.lang);
    this.#told = {};
    if (told) announcer.announce(told);
  };

  /** Adds the server's host name, which it cannot choose, to what is said of it. */
  #withHost(text: string): string {
    const { host } = this.#host.session.state.server ?? {};
    return !host || text === named(host) ? text : `${text} (${named(host)})`;
  }
}
