import type { Aids } from "./aids.js";
import {
  type Availability,
  type CallOptions,
  type DocumentKind,
  type DocumentText,
  type FieldProblem,
  type Signup,
  SignupError,
  startCore,
  type Values,
} from "./core/index.js";
import { dispatch, type FediSignupEventMap } from "./events.js";
import { changed, Form, type FormHost, type NameCheck } from "./form.js";
import { Format } from "./format.js";
import { html, nothing, render, svg } from "./html.js";
import { named, read } from "./names.js";
import { addressOf, attributes, choiceOf, languagesOf, optionsOf, returnedFrom, textOf } from "./options.js";
import { own } from "./own.js";
import { loadPack } from "./packs/load.js";
import { Place, quiet } from "./place.js";
import { loading, type State, type StateProblem } from "./state.js";
import { type FormStrings, type Strings, type StringsOverride, say, stringsWith } from "./strings.js";
import { looks } from "./styles.js";
import { markup } from "./trusted.js";
import { drawn } from "./views/drawn.js";
import { fieldSentence } from "./views/parts.js";
import type { Acts, Busy, Rest, View } from "./views/view.js";

export type { SignupError } from "./core/index.js";
export type * from "./core/types.js";
export type * from "./events.js";
export type { State, StateProblem } from "./state.js";
export type { Strings, StringsOverride } from "./strings.js";

declare global {
  interface HTMLElementTagNameMap {
    "fedi-signup": FediSignup;
  }
  interface HTMLElementEventMap extends FediSignupEventMap {}
}

// Where there is no DOM the class can be imported, though not used.
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

const made = ["confirm", "review", "ready"]; // screens of an account

const patience = 5000; // milliseconds that the form waits for what is beyond it

/** The snapshot shows a visitor what failed; this is for promises that nobody else waits for. */
const shown = (): void => {};

/**
 * Sign-up for a server. The page's own content is shown until the form is
 * there, and where there can be none.
 */
export class FediSignup extends Base {
  static readonly observedAttributes: readonly string[] = attributes;

  /** Makes the element known under a tag, once. */
  static define(tag = "fedi-signup"): typeof FediSignup {
    if (globalThis.customElements && !customElements.get(tag)) {
      // A class goes with one tag only.
      customElements.define(tag, tag === "fedi-signup" ? FediSignup : class extends FediSignup {});
    }
    return FediSignup;
  }

  readonly #internals = this.attachInternals();
  readonly #place = new Place(this);
  readonly #container = this.#place.container;
  readonly #busy = new Set<Busy>();
  readonly #unreadable = new Set<string>(); // documents whose text cannot be had: their links are plain
  readonly #form: Form;

  #state: State = loading;
  #strings: StringsOverride = {};
  #texts: FormStrings & Partial<Strings> = stringsWith();
  #rest: { pack: Rest; aids: Aids } | undefined; // what draws all but the form, once it is there
  #signup: Signup | undefined;
  #starting: Promise<Signup> | undefined;
  #drawable = Promise.resolve(); // when the page is ready for the first screen, and shows it
  #runs = 0; // to tell what belongs to an earlier core or flow
  #given = ""; // the options that the flow was made with
  #server = ""; // that was opened
  #left = false; // whether the focus was here when the screen began to load
  #submitting = false; // until the visitor was told the outcome
  #intended = false;
  #returned = ""; // the server whose mail's link led here
  #picture = ""; // the last captcha
  #note = "";
  #rejected: readonly FieldProblem[] = [];
  #announced = "";
  #scheduled = false;
  #clock: ReturnType<typeof setInterval> | undefined;
  #watch: IntersectionObserver | undefined;
  #stay = new AbortController(); // ends what is listened to in a document
  #shown = false; // whether there has been something to show

  constructor() {
    super();
    const element = this;
    const host: FormHost = {
      get state() {
        return element.#state;
      },
      get signup() {
        return element.#signup;
      },
      container: this.#container,
      update: () => this.#update(),
      announceName: (name) => this.#announceName(name),
      announceShortened: () => this.#announce(this.#texts.usernameShortened),
    };
    this.#form = new Form(host);
  }

  connectedCallback(): void {
    // A property may have been set before the class was there.
    if (Object.hasOwn(this, "strings")) {
      const { strings } = this;
      Reflect.deleteProperty(this, "strings");
      this.strings = strings;
    }
    const view = this.#window;
    if (!view) return;
    this.#stay.abort();
    this.#stay = new AbortController();
    const { signal } = this.#stay;
    view.document.addEventListener("visibilitychange", this.#seen, { signal });
    view.addEventListener("online", this.#connected, { signal });
    this.#place.guard?.watch();
    this.#sleep();
    if (this.#starting) {
      this.#seen();
      this.#render();
      return;
    }
    this.#returned = returnedFrom();
    for (const sign of ["pointerover", "focusin"]) this.addEventListener(sign, this.#wake);
    this.#watch = new view.IntersectionObserver(
      (entries) => entries.some((e) => e.isIntersecting) && this.#wake(),
      { rootMargin: "200px" },
    );
    this.#watch.observe(this);
    this.#changed();
  }

  disconnectedCallback(): void {
    // An element that is moved comes back at once, though perhaps in another document.
    queueMicrotask(() => {
      if (this.#window) return;
      this.#stay.abort();
      this.#place.guard?.unwatch();
      this.#sleep();
      this.#end();
    });
  }

  /** Where the element is to be seen, which need not be the window of the script. */
  get #window(): (Window & typeof globalThis) | null {
    return this.isConnected ? this.ownerDocument.defaultView : null;
  }

  attributeChangedCallback(): void {
    if (this.isConnected) queueMicrotask(() => this.#window && this.#changed());
  }

  /** What is shown now. */
  get state(): State {
    return this.#state;
  }

  /** Texts to show instead of the English ones. */
  get strings(): StringsOverride {
    return this.#strings;
  }

  set strings(own: StringsOverride) {
    this.#strings = own ?? {};
    this.#translate();
    this.#update();
  }

  #translate(): void {
    const rest = this.#rest?.pack.texts;
    this.#texts = rest ? stringsWith(this.#strings, rest) : stringsWith(this.#strings);
  }

  /** Reads what the server, or another one, says of itself, and shows the form. */
  async open(server = textOf(this, "server"), options?: CallOptions): Promise<void> {
    const signup = await this.#begin();
    this.#server = server;
    await signup.open(server, options);
  }

  /** Opens the form of a closed server with an invite: its code or its link. */
  async useInvite(invite: string, options?: CallOptions): Promise<void> {
    await (await this.#begin()).useInvite(invite, options);
  }

  /** Asks for another picture, where the server wants its characters typed. */
  async newCaptcha(options?: CallOptions): Promise<void> {
    await (await this.#begin()).newCaptcha(options);
  }

  /** Finds everything in the values that the server would certainly refuse. */
  async check(values: Values = this.#form.values()): Promise<FieldProblem[]> {
    return (await this.#begin()).check(values);
  }

  /** Tells whether a username seems free. */
  async available(username: string, options?: CallOptions): Promise<Availability> {
    return (await this.#begin()).available(username, options);
  }

  /** Finds names like this one that are free. */
  async suggest(username: string, options?: CallOptions): Promise<string[]> {
    return (await this.#begin()).suggest(username, options);
  }

  /** Creates the account from the values, or from what was typed. */
  async submit(values: Values = this.#form.values(), options?: CallOptions): Promise<void> {
    const signup = await this.#begin();
    const { password: _, ...told } = values;
    if (!dispatch(this, "fedi-signup-beforesubmit", told, true)) {
      throw new SignupError("aborted", "the page prevented the sign-up");
    }
    await signup.submit(values, options);
  }

  /** Sends the confirmation mail again, to another address if one is given. */
  async resend(email?: string, options?: CallOptions): Promise<void> {
    await (await this.#begin()).resend(email, options);
  }

  /** Asks for the account's status now. */
  async refresh(options?: CallOptions): Promise<void> {
    await (await this.#begin()).refresh(options);
  }

  /** Reads a document of the server. Its HTML must only be shown in a sandboxed frame. */
  async document(kind: DocumentKind, options?: CallOptions): Promise<DocumentText> {
    return (await this.#begin()).document(kind, options);
  }

  /** Drops the account that waits or is ready on this device, and shows the form again. */
  async forget(options?: CallOptions): Promise<void> {
    const signup = await this.#begin();
    this.#returned = "";
    await signup.forget(options);
  }

  /** Makes the new account's access token worthless. */
  async revoke(options?: CallOptions): Promise<void> {
    await (await this.#begin()).revoke(options);
  }

  /** Ends the sign-up and shows the page's own content again, until open is called. */
  async close(): Promise<void> {
    this.#sleep();
    await this.#end();
  }

  // ---- life

  readonly #wake = (): void => {
    this.#begin().catch(shown);
  };

  #sleep(): void {
    this.#watch?.disconnect();
    this.#watch = undefined;
    for (const sign of ["pointerover", "focusin"]) this.removeEventListener(sign, this.#wake);
  }

  readonly #seen = (): void => {
    this.#signup?.setVisible(this.ownerDocument.visibilityState === "visible").catch(shown);
  };

  /** What failed for want of a network is tried once more when there is one. */
  readonly #connected = (): void => {
    const { screen, problem } = this.#state;
    if (screen === "failed" && (problem?.detail === "offline" || problem?.code === "core-unreachable")) {
      this.#acts.again();
    }
  };

  /** The flow, which is made when it is first wanted. */
  #begin(): Promise<Signup> {
    if (!this.#starting) {
      this.#sleep();
      this.#starting = this.#start();
      this.#render();
    }
    return this.#starting;
  }

  async #start(): Promise<Signup> {
    const run = ++this.#runs;
    const current = () => run === this.#runs;
    this.#state = loading;
    let last: State | undefined; // that the core has told
    let ready = false;
    this.#drawable = Promise.race([
      Promise.all([this.#loadRest(), quiet(this)]),
      new Promise((enough) => {
        setTimeout(enough, patience);
      }),
    ]).then(() => {
      ready = true;
      if (last && current()) this.#arrive(last);
    });
    try {
      const src = this.#folder;
      const core = await startCore(src ? { src } : {});
      if (!current()) throw new SignupError("aborted", "the sign-up was closed");
      core.died.then((error) => current() && this.#fail(error));
      const options = optionsOf(this, this.#returned);
      const signup = core.createSignup(options, (snapshot) => {
        if (!current()) return;
        last = snapshot;
        if (ready) this.#arrive(snapshot);
      });
      this.#signup = signup;
      this.#given = JSON.stringify({ ...options, returned: undefined });
      this.#seen();
      this.#openServer();
      return signup;
    } catch (error) {
      await this.#drawable;
      if (current()) this.#fail(SignupError.of(error));
      throw error;
    }
  }

  /** Where the core and the packs are, if not beside the script. */
  get #folder(): string | undefined {
    return addressOf(this, "core-src").replace(/[^/]$/, "$&/") || undefined;
  }

  /** Without the rest, what is beyond the form is told in plain sentences. */
  async #loadRest(): Promise<void> {
    if (this.#rest) return;
    try {
      const pack = await loadPack("rest", this.#folder);
      pack.lend({ html, svg, nothing, render, markup });
      const element = this;
      const aids = new pack.Aids({
        get state() {
          return element.#state;
        },
        get texts() {
          return element.#texts as Strings;
        },
        get released() {
          return element.#form.released;
        },
        container: this.#container,
        loadStrength: () => loadPack("strength", this.#folder),
        update: () => this.#update(),
        announce: (text) => this.#announce(text),
      });
      this.#rest = { pack, aids };
      this.#place.guard = new pack.Guard(
        this,
        this.#container,
        () => this.#render(),
        () => this.close(),
      );
      this.#place.guard.watch();
      this.#translate();
      this.#update();
    } catch {
      // The browser has told the console why.
    }
  }

  #openServer(): void {
    const run = this.#runs;
    this.#server = textOf(this, "server");
    this.#signup?.open(this.#server).catch(async (error) => {
      await this.#drawable; // what the core tells of it says more
      const failed = SignupError.of(error);
      const superseded = run !== this.#runs || failed.code === "aborted"; // by another open
      if (!superseded && this.#state.screen === "loading") this.#fail(failed);
    });
  }

  /** Forgets the flow; what was typed is kept. */
  async #end(): Promise<void> {
    this.#runs++;
    const signup = this.#signup;
    this.#signup = this.#starting = undefined;
    this.#submitting = false;
    clearInterval(this.#clock);
    this.#clock = undefined;
    this.#show(loading);
    await signup?.close().catch(shown);
  }

  /** There is no core, or none any more. */
  #fail({ code, message }: SignupError): void {
    this.#runs++;
    this.#signup = this.#starting = undefined;
    const problem: StateProblem = { code, retryable: true };
    if (!own(this.#texts.problems, code)) problem.message = message;
    const { problem: _, ...rest } = this.#state;
    this.#arrive({ ...rest, screen: "failed", problems: [], problem });
  }

  /** Takes over what the attributes say now. */
  #changed(): void {
    for (const field of ["username", "email", "reason"] as const) {
      this.#form.prefill(field, textOf(this, field));
    }
    this.#form.prefill("invite_code", optionsOf(this, "").invite ?? "");
    if (choiceOf(this, "loading", ["lazy", "eager"]) === "eager") this.#wake();
    if (this.#signup) {
      const settled = made.includes(this.#state.screen) || this.#state.screen === "submitting";
      const other = textOf(this, "server") !== this.#server;
      if (!settled && JSON.stringify(optionsOf(this, "")) !== this.#given) {
        this.#end();
        this.#begin().catch(shown);
      } else if (other) this.#openServer();
    }
    this.#render();
  }

  // ---- what the core tells

  #arrive(state: State): void {
    const before = this.#state;
    const told = JSON.stringify([before.problem, before.problems]);
    this.#show(state);
    const { screen, server, account, problem, problems } = state;
    dispatch(this, "fedi-signup-statechange", state);
    const host = server?.host ?? "";
    if (before.screen === "submitting" && account && made.includes(screen)) {
      dispatch(this, "fedi-signup-success", { server: host, handle: account.handle, consent: state.consent });
    }
    if (screen === "ready" && before.screen !== "ready") this.#ready(state);
    if ((problem || problems.length) && told !== JSON.stringify([problem, problems])) {
      const { retryable: _, message: __, notice: ___, ...rest } = problem ?? { code: "invalid" };
      const fields = problems.map(({ field, code }) => ({ field, code }));
      dispatch(this, "fedi-signup-error", { ...rest, fields });
    }
  }

  async #ready({ server, account }: State): Promise<void> {
    const [signup, expose] = [this.#signup, this.hasAttribute("expose-token")];
    const token = expose ? await signup?.accessToken().catch(shown) : "";
    dispatch(this, "fedi-signup-confirmed", {
      server: server?.host ?? "",
      handle: account?.handle ?? "",
      url: account?.url ?? "",
      ...(token ? { token } : {}),
    });
    if (!expose) signup?.revoke().catch(shown);
  }

  /** Draws a state, and takes those along who cannot see that it changed. */
  #show(state: State): void {
    const before = this.#state;
    const { activeElement, body } = this.ownerDocument;
    // What was clicked is gone while another screen loads.
    const focused = this.matches(":focus-within") || (this.#left && activeElement === body);
    this.#left = focused && state.screen === "loading";
    this.#state = state;
    const moved = state.screen !== before.screen;
    const sending =
      state.screen === "submitting" || (before.screen === "submitting" && state.screen === "form");
    if (moved) [this.#note, this.#rejected] = ["", []];
    if (state.screen === "loading") {
      [this.#announced, this.#picture, this.#intended] = ["", "", false];
      this.#container.querySelector("dialog")?.close();
    }
    const lapsed = this.#form.follow(before);
    const picture = state.captcha?.image;
    if (picture && picture !== this.#picture) {
      if (this.#picture) {
        this.#form.clear("captcha_solution");
        this.#announce(this.#texts.captchaChanged ?? "");
      }
      this.#picture = picture;
    }
    if (before.account && (state.resent ?? 0) > (before.resent ?? 0)) {
      this.#announce(say(this.#texts.resent ?? "", { email: named(state.account?.email ?? "") }));
    }
    this.#render();
    const news: string[] = [];
    if (moved && !sending && state.screen !== "loading") {
      const heading = this.#container.querySelector<HTMLElement>("[data-part=title]");
      if (focused) heading?.focus();
      else news.push(this.#withHost(read(heading)));
    } else if (moved && state.screen === "submitting") news.push(this.#texts.submitting);
    if (state.slow && !before.slow) {
      const { slowLoading = "", slowSubmitting = "" } = this.#texts;
      const server = this.#withHost(this.#view.server);
      news.push(say(state.screen === "loading" ? slowLoading : slowSubmitting, { server }));
    }
    if (lapsed) news.push(fieldSentence(this.#view, changed));
    if (news.length) this.#announce(news.join(" "));
    const refused = this.#submitting && (state.problem || state.problems.length > 0);
    if (state.screen === "form" && (refused || before.screen === "submitting")) {
      this.#submitting = false;
      this.#form.focusProblem();
      this.#form.refused();
    }
  }

  /** Adds the name of the server that it cannot choose to what is said of it. */
  #withHost(text: string): string {
    const { host } = this.#state.server ?? {};
    return !host || text === named(host) ? text : `${text} (${named(host)})`;
  }

  #announce(text: string): void {
    // The same words again are said again only if they differ.
    this.#announced = text === this.#announced ? `${text}\u00a0` : text;
    this.#update();
  }

  #announceName({ text, answer, suggestions }: NameCheck): void {
    const t = this.#texts;
    const name = named(text);
    if (answer === "free") this.#announce(say(t.usernameFree, { name }));
    if (answer === "taken") {
      const free = suggestions.length ? ` ${t.usernameSuggestions} ${suggestions.map(named).join(", ")}` : "";
      this.#announce(say(t.usernameTaken, { name }) + free);
    }
  }

  // ---- what the visitor does

  readonly #acts: Acts = {
    submit: (event) => {
      event.preventDefault();
      this.#submitForm().catch(shown);
    },
    intend: () => {
      if (this.#intended) return;
      this.#intended = true;
      this.#signup?.prepare().catch(shown);
    },
    useInvite: (event) => {
      event.preventDefault();
      const field = (event.target as HTMLFormElement).querySelector("input") as HTMLInputElement;
      this.#rejected = [];
      this.#form.put("invite_code", field.value.trim());
      this.#once("invite", () => this.useInvite(field.value.trim()))?.catch((error) => {
        this.#rejected = SignupError.of(error).fields;
        this.#render();
        field.focus();
      });
    },
    newCaptcha: () => {
      this.#once("captcha", () => this.newCaptcha())?.catch(shown);
    },
    resend: (event) => {
      event.preventDefault();
      const form = event.target as HTMLFormElement;
      const field = form.querySelector("input"); // some servers take no other
      if ((this.#state.resendAt ?? 0) > Date.now()) return;
      this.#once("resend", () => this.resend(field?.value))?.then(
        () => form.reset(),
        () => field?.focus(),
      );
    },
    refresh: () => {
      const { screen } = this.#state;
      this.#note = "";
      this.#once("refresh", () => this.refresh())?.then(() => {
        if (this.#state.screen !== screen) return;
        this.#note = (screen === "confirm" ? this.#texts.notYet : this.#texts.notDecided) ?? "";
        this.#announce(this.#note);
      }, shown);
    },
    again: () => {
      if (this.#signup) this.#openServer();
      else this.#begin().catch(shown);
    },
    forget: () => {
      this.forget().catch(shown);
    },
    read: (event, document) => {
      const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
      const view = this.#view;
      if (!plain || !view.rest || this.#unreadable.has(document.url)) return;
      event.preventDefault();
      const link = event.currentTarget as HTMLElement;
      const load = () => this.document(document.kind);
      view.rest.read(view, this.#container, document, load, () => {
        if (!link.isConnected) return; // the sign-up ended
        this.#unreadable.add(document.url);
        link.click();
      });
    },
    handOver: (event, url, problem) => {
      if (!dispatch(this, "fedi-signup-handover", { url, code: problem?.code }, true)) event.preventDefault();
    },
    reveal: () => {
      this.#form.revealed = !this.#form.revealed;
      this.#update();
    },
  };

  async #submitForm(): Promise<void> {
    if (this.#submitting || this.#state.screen !== "form" || this.#waitUntil) return;
    this.#submitting = true;
    try {
      if (await this.#form.submit()) {
        this.#update();
        await this.submit();
      } else {
        this.#render();
        this.#form.focusProblem();
      }
    } finally {
      this.#submitting = false;
    }
  }

  /** Does what a visitor asked for, unless that is being done already. */
  #once(verb: Busy, work: () => Promise<void>): Promise<void> | undefined {
    if (this.#busy.has(verb)) return undefined;
    this.#busy.add(verb);
    this.#update();
    return work().finally(() => {
      this.#busy.delete(verb);
      this.#update();
    });
  }

  /** When the server takes the next try; 0 if it does now. */
  get #waitUntil(): number {
    const { problem, tries } = this.#state;
    const until = problem?.retryAt || (tries?.left === 0 ? tries.resetAt : 0);
    return until > Date.now() ? until : 0;
  }

  // ---- drawing

  #update(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      if (this.#scheduled) this.#render();
    });
  }

  get #awake(): boolean {
    return this.#starting !== undefined || this.#state.screen === "failed";
  }

  get #view(): View {
    const state = this.#state;
    const languages = languagesOf(this);
    const always = {
      state,
      f: new Format(this.#texts.lang, languages),
      id: this.#place.id,
      languages,
      server: named(state.server?.title || state.server?.host || this.#named?.host || textOf(this, "server")),
      home: this.#home,
      form: this.#form,
      acts: this.#acts,
      busy: this.#busy,
      waitUntil: this.#waitUntil,
      rejected: this.#rejected,
      note: this.#note,
      awake: this.#awake,
    };
    if (!this.#rest) return { ...always, t: this.#texts };
    const { pack, aids } = this.#rest;
    return { ...always, rest: pack, aids, t: this.#texts as Strings };
  }

  #render(): void {
    this.#scheduled = false;
    const state = this.#state;
    const awake = this.#awake;
    if (!this.#window) return;
    this.#shown = awake && (this.#shown || state.screen !== "loading");
    const name = awake ? state.screen : "idle";
    this.#mirror(name);
    this.#place.settle({
      // What the page's framework expects to find is changed when there is reason to.
      light: this.#shown && choiceOf(this, "root", ["light", "shadow"]) === "light",
      page: ["idle", "loading", "failed"].includes(name),
      looks: [looks, this.#rest?.pack.looks ?? ""],
      state: this.#shown || this.dataset.state ? name : "",
      lang: this.#texts.lang,
      said: this.#announced,
    });
    const theme = choiceOf(this, "theme", ["auto", "light", "dark"]);
    if (theme === "auto") delete this.#container.dataset.theme;
    else this.#container.dataset.theme = theme;
    this.#place.draw(drawn(this.#view));
    this.#form.drawn();
    this.#rest?.aids.drawn();
    this.#place.guard?.drawn();
    this.#tick();
  }

  /** The server that the attribute names, if it is a web address or the name in one. */
  get #named(): URL | undefined {
    const given = textOf(this, "server");
    const url = given.includes("://") ? given : `https://${given}`;
    return given && URL.canParse(url) ? new URL(url) : undefined;
  }

  /** The server's start page; nothing if the page itself has a link to show. */
  get #home(): string | undefined {
    const { server } = this.#state;
    if (server) return new URL("/", server.signUpUrl).href;
    return this.querySelector("a[href]:not([data-part])") ? undefined : this.#named?.href;
  }

  #mirror(state: string): void {
    try {
      const { states } = this.#internals;
      if (states.has(state)) return;
      states.clear();
      states.add(state);
    } catch {
      // Browsers of before 2024 know no custom states; there is the attribute.
    }
  }

  /** Draws every second while a clock runs down. */
  #tick(): void {
    const { resendAt = 0, captcha } = this.#state;
    const runs = this.#waitUntil > 0 || Math.max(resendAt, captcha?.expiresAt ?? 0) > Date.now();
    if (runs && this.#clock === undefined) this.#clock = setInterval(() => this.#render(), 1000);
    if (!runs && this.#clock !== undefined) {
      clearInterval(this.#clock);
      this.#clock = undefined;
    }
  }
}
