import { textOf } from "./options.js";
import { ignore } from "./promises.js";
import { schemeOf } from "./scheme.js";
import type { State } from "./state.js";
import type { ToolsHost } from "./views/view.js";

/** Cloudflare's Turnstile, as the page itself loads it: a foreign script is the page's decision. */
interface Turnstile {
  render(place: Element, options: Record<string, unknown>): string;
  reset(id: string): void;
  remove(id: string): void;
}

const turnstile = (): Turnstile | undefined => (globalThis as { turnstile?: Turnstile }).turnstile;

/** Whether a broker wants a challenge solved, or wants another answer. */
export const wantsChallenge = (state: State): boolean =>
  state.problem?.detail?.startsWith("challenge_") ?? false;

/** Shows the challenge in the form, and brings the answer to the broker once somebody fills that in. */
export class Challenge {
  readonly #host: ToolsHost;
  #place: Element | undefined;
  #id = ""; // what Turnstile calls it
  #answer = "";
  #intended = false;

  constructor(host: ToolsHost) {
    this.#host = host;
    host.mount.container.addEventListener("focusin", () => {
      if (this.#intended) return;
      this.#intended = true;
      this.#bring();
    });
    if (this.wanted && !turnstile()) addEventListener("load", () => this.afterDraw(), { once: true });
  }

  get wanted(): boolean {
    return textOf(this.#host.element, "challenge") !== "";
  }

  /** Whether there is one to solve: the page's script for it may have been blocked. */
  get shown(): boolean {
    return this.#id !== "";
  }

  /** What was not good, or came too late, is good no more. */
  beforeDraw(before: State): void {
    const { state } = this.#host.session;
    if (this.shown && state.problem !== before.problem && wantsChallenge(state)) turnstile()?.reset(this.#id);
  }

  afterDraw(): void {
    const place = this.#host.mount.container.querySelector("[data-part=challenge]") ?? undefined;
    if (place === this.#place || (place && !turnstile())) return;
    if (this.shown) turnstile()?.remove(this.#id);
    this.#id = "";
    this.#place = place;
    if (!place) return;
    try {
      this.#id = this.#render(place) ?? "";
    } catch (error) {
      reportError(error); // it does not like the page's site key
    }
  }

  #render(place: Element): string | undefined {
    const { element, mount } = this.#host;
    return turnstile()?.render(place, {
      sitekey: textOf(element, "challenge"),
      action: "fedi-signup",
      language: mount.texts.lang.replace("-Hans", "-CN").replace("-Hant", "-TW"),
      theme: schemeOf(mount.container),
      size: "flexible",
      "response-field": false,
      callback: (answer: string) => {
        this.#answer = answer;
        this.#bring();
      },
    });
  }

  #bring(): void {
    if (!this.#answer || !this.#intended) return;
    this.#host.session.signup?.prepare(undefined, this.#answer).catch(ignore);
    this.#answer = "";
  }
}
