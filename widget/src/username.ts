import type { Availability, Signup } from "./core/index.js";
import { hasFocus } from "./focus.js";
import type { Form } from "./form.js";
import { ignore } from "./promises.js";
import type { State } from "./state.js";

/** What the help with a username needs of the widget around it. */
export interface UsernameHost {
  readonly session: { readonly state: State; readonly signup: Signup | undefined };
  readonly form: Form;
}

/** Whether a username is free, as far as it is known. */
export interface NameCheck {
  text: string;
  answer: Availability | "checking";
  suggestions: string[];
  aloud?: boolean; // whether the visitor has just typed it
}

const pause = 300; // milliseconds without a key before a name is looked up
const at = /[@＠]/;

/** Makes names of handles and addresses, looks up whether they are free, and finds others. */
export class Username {
  readonly #session: UsernameHost["session"];
  readonly #form: Form;
  #pending = new AbortController();
  #unasked = ""; // the name that is looked up next
  #localPart = ""; // the username, while what is typed behind it is still the rest of a handle or an address

  constructor({ session, form }: UsernameHost) {
    this.#session = session;
    this.#form = form;
  }

  /** Takes in what was typed; what is more than a name is cut off. */
  typed(control: HTMLInputElement | HTMLTextAreaElement, { data, isComposing }: Partial<InputEvent>): void {
    if (isComposing) return; // an input method would lose its place
    if (this.#localPart && control.value !== this.#localPart && control.value.startsWith(this.#localPart)) {
      control.value = this.#localPart;
      return;
    }
    this.#shorten(control, at.test(data?.at(-1) ?? ""));
    this.lookUp(control.value.trim());
  }

  /** Takes in what was typed before this was there. */
  found(control: HTMLInputElement): void {
    this.#shorten(control, hasFocus(control));
    this.#form.put("username", control.value);
    this.lookUp(control.value.trim(), false);
  }

  /** Cuts off what is more than a name; the rest may yet be typed. */
  #shorten(control: HTMLInputElement | HTMLTextAreaElement, goesOn: boolean): void {
    const form = this.#form;
    const [local = "", domain] = control.value.replace(/^\s*[@＠]/, "").split(at);
    const cut = domain !== undefined;
    form.shortened = cut || (form.shortened && control.value === form.text("username"));
    this.#localPart = cut && goesOn ? local : "";
    if (at.test(control.value)) control.value = local;
  }

  /** To be called when another field is gone to: what is typed next is no rest of an address. */
  left(): void {
    this.#localPart = "";
  }

  /**
   * Looks a name up once nothing has been typed for a moment, and announces the
   * answer if the visitor is waiting for it. Late answers are dropped.
   */
  lookUp(text: string, aloud = true): void {
    this.drop();
    this.#form.name = undefined;
    if (!text) return;
    const signal = this.#begin();
    this.#unasked = text;
    const timer = setTimeout(() => this.#check(text, signal, aloud), pause);
    signal.addEventListener("abort", () => clearTimeout(timer));
  }

  /** Takes over a suggested name. */
  take(name: string): void {
    const form = this.#form;
    this.drop();
    form.shortened = false;
    form.take("username", name);
    form.setName({ text: name, answer: "free", suggestions: [] });
  }

  /** Ends the look-up that is on its way. */
  drop(): void {
    this.#unasked = "";
    this.#pending.abort();
  }

  /**
   * To be called when the form is sent. A look-up on its way is not shown any
   * more, but goes on, and one to come begins: it tells the core whether the
   * name was free when the account was made.
   */
  sent(): void {
    if (this.#unasked) this.#session.signup?.available(this.#unasked).catch(ignore);
    this.#begin();
  }

  /** Suggests free names after the server refused one. */
  async suggestAfterRefusal(): Promise<void> {
    const text = this.#form.text("username").trim();
    const { signup, state } = this.#session;
    if (!signup || !state.problems.some((p) => p.field === "username" && p.wayOut?.kind === "another-name"))
      return;
    this.drop();
    const signal = this.#begin();
    const suggestions = await signup.suggest(text, { signal }).catch(() => []);
    if (!this.#isOver(signal)) this.#form.setName({ text, answer: "taken", suggestions });
  }

  #begin(): AbortSignal {
    this.#unasked = "";
    this.#pending = new AbortController();
    return this.#pending.signal;
  }

  #isOver(signal: AbortSignal): boolean {
    return signal.aborted || signal !== this.#pending.signal;
  }

  async #check(text: string, signal: AbortSignal, aloud: boolean): Promise<void> {
    const { signup } = this.#session;
    const form = this.#form;
    try {
      if (this.#isOver(signal)) return;
      this.#unasked = "";
      const problems = await signup?.check(form.values());
      if (!signup || this.#isOver(signal) || problems?.some((p) => p.field === "username")) return;
      form.setName({ text, answer: "checking", suggestions: [] });
      const answer = await signup.available(text, { signal });
      if (this.#isOver(signal)) return;
      const suggestions = answer === "taken" ? await signup.suggest(text, { signal }) : [];
      if (!this.#isOver(signal)) form.setName({ text, answer, suggestions, aloud }, answer === "taken");
    } catch {
      if (!this.#isOver(signal)) form.setName({ text, answer: "unknown", suggestions: [] });
    }
  }
}
