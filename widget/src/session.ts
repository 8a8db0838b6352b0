import { formAtHand, formOnItsWay } from "./ahead.js";
import { type CallOptions, type Core, type Signup, SignupError, startCore } from "./core/index.js";
import { dispatch } from "./events.js";
import { loadPack } from "./files.js";
import {
  folderOf,
  optionAttributes,
  optionsOf,
  returnedFrom,
  serverOf,
  serverUrlOf,
  textOf,
} from "./options.js";
import { own } from "./own.js";
import type { IsolateHost } from "./packs/isolate.js";
import { briefly, frame, ignore, turn } from "./promises.js";
import { early, loading, type State, type StateProblem } from "./state.js";
import type { FormStrings } from "./strings.js";

const accountScreens = ["confirm", "review", "ready"];

/** What a session needs of the widget around it. */
export interface SessionHost {
  readonly element: HTMLElement;
  readonly mount: {
    readonly texts: FormStrings;
    readyForFirstScreen(): Promise<unknown>;
    readyForForm(firstScreen: Promise<unknown>): Promise<unknown> | undefined;
    choose(): Promise<void>;
    update(): void;
  };
  /** Is called when the sign-up is being made. */
  began(): void;
  /** Draws the state that follows this one. */
  show(before: State): void;
}

/** The core's sign-up: opens it, dispatches what comes of it to the page, closes it. */
export class Session {
  state: State = loading;
  core: Core | undefined; // that made the sign-up
  signup: Signup | undefined;

  readonly #host: SessionHost;
  #starting: Promise<Signup> | undefined;
  #firstScreen: Promise<unknown> = Promise.resolve(); // until the page is ready for it, and it is there
  #runs = 0; // counted, to recognise what belongs to an earlier one
  #optionsKey = ""; // the attributes that the sign-up was made with
  #server = ""; // that was opened
  #attributes = ""; // what they said of servers at that time
  returned = ""; // the server whose email's link led here
  #aheadOf: string | undefined; // the server whose form was at hand
  soon = false; // whether there is something to show in the next turn
  #closing = false;
  #choosing = false; // a server: what the one before still says is not shown
  readonly #waiting: (() => void)[] = []; // until no account is being made, or the core has come

  constructor(host: SessionHost) {
    this.#host = host;
  }

  get begun(): boolean {
    return this.#starting !== undefined;
  }

  /** Whether there is anything to show. */
  get awake(): boolean {
    return this.begun || this.state !== loading;
  }

  /** The host of the server whose form is shown, also while that has not answered. */
  get host(): string | undefined {
    const { server, ahead } = this.state;
    return server?.host ?? (ahead && serverUrlOf(this.#aheadOf ?? "")?.host);
  }

  /** Makes the sign-up when it is first needed. */
  begin(): Promise<Signup> {
    if (!this.#starting) {
      this.#starting = this.#start();
      this.#host.began();
    }
    return this.#starting;
  }

  /** The core's sign-up, once a form that was at hand has become the server's own. */
  async settled(): Promise<Signup> {
    const signup = await this.begin();
    if (this.state.ahead) await this.#next();
    const { ahead, problem } = this.state;
    if (ahead || signup !== this.signup)
      throw new SignupError(problem?.code ?? "aborted", problem?.message ?? "the sign-up was closed");
    return signup;
  }

  async open(server: string, options?: CallOptions): Promise<void> {
    this.#closing = false;
    const beginning = this.begin();
    this.#leaveAhead(server);
    const signup = await beginning;
    if (signup !== this.signup) return signup.open(server, options); // in a frame
    await this.#answered();
    await this.#go(signup, server, options);
  }

  /** Opens a server, or where none is named and there are several, the choice of one. */
  async #go(signup: Signup, server: string, options?: CallOptions): Promise<void> {
    const { element, mount } = this.#host;
    this.#remember(server);
    this.#choosing = !server && textOf(element, "servers") !== "";
    if (!this.#choosing) return signup.open(server, options);
    await this.#firstScreen; // until the extras are there
    return mount.choose();
  }

  async forget(options?: CallOptions): Promise<void> {
    const signup = await this.begin();
    this.returned = "";
    await signup.forget(options);
    this.followAttributes();
  }

  /**
   * Closes the sign-up, unless it is wanted again before; what was typed is kept. An
   * account that is being made is awaited, so that the page hears of it.
   */
  async end(): Promise<void> {
    this.#closing = true;
    await this.#answered();
    if (this.#closing) await this.#end();
  }

  /** Resolves when no account is being made. */
  #answered(): Promise<void> {
    return this.state.screen === "submitting" ? this.#next() : Promise.resolve();
  }

  #next(): Promise<void> {
    return new Promise((go) => {
      this.#waiting.push(go);
    });
  }

  async #end(): Promise<void> {
    const { signup } = this;
    this.#drop();
    this.#show(loading);
    await signup?.close().catch(ignore);
  }

  retry(): void {
    if (this.signup) this.#openServer();
    else this.begin().catch(ignore);
  }

  /** Tries once more, now that there is a network, what failed for want of one. */
  reconnect(): void {
    const { screen, problem, ahead } = this.state;
    if (
      (screen === "failed" || ahead) &&
      (problem?.detail === "offline" || problem?.code === "core-unreachable")
    ) {
      this.retry();
    }
  }

  /** Reads from the page's address whether an email's link led here. */
  readReturn(): void {
    this.returned = returnedFrom();
  }

  /** Goes on, though it was to be closed. */
  keep(): void {
    this.#closing = false;
    this.reportVisibility();
  }

  reportVisibility(): void {
    const visible = this.#host.element.ownerDocument.visibilityState === "visible";
    this.signup?.setVisible(visible).catch(ignore);
  }

  /** Takes over what the attributes say now; but an account is made, and shown, as it was begun. */
  followAttributes(): void {
    const { screen } = this.state;
    this.#leaveAhead(serverOf(this.#host.element));
    // Whatever was closed before counts no more for a sign-up that is on its way.
    if (!this.#starting || screen === "submitting" || (this.#closing && this.signup)) return;
    if (!accountScreens.includes(screen) && this.#optionsKey !== this.#keyOfOptions()) {
      this.#end();
      this.begin().catch(ignore);
    } else if (this.#named !== this.#attributes) this.#openServer();
  }

  /**
   * What else the options depend on, the page's title and address, is no reason to start
   * over. Until they are made, no more is than the frame.
   */
  #keyOfOptions(): string {
    const names = this.signup ? optionAttributes : (["isolate"] as const);
    return JSON.stringify(names.map((name) => textOf(this.#host.element, name)));
  }

  /** What the attributes say of servers. */
  get #named(): string {
    const { element } = this.#host;
    return [textOf(element, "server"), textOf(element, "servers")].join();
  }

  /** The server that was wanted last, by the visitor, the page or the attributes; empty while it is to be chosen. */
  get wanted(): string {
    return this.#named === this.#attributes ? this.#server : serverOf(this.#host.element);
  }

  #remember(server: string): void {
    this.#closing = false;
    this.#leaveAhead(server);
    this.#attributes = this.#named;
    if (typeof server === "string") this.#server = server; // else the core refuses it
  }

  /** Gives up a form that was at hand or is on its way, unless it is that of this server. */
  #leaveAhead(server: string): void {
    if (server === this.#aheadOf) return;
    this.#aheadOf = undefined;
    if (this.state.ahead) this.#show(loading);
  }

  /** Shows what there is until the core has asked the server, as soon as the page can take it. */
  async #showAhead(current: () => boolean, form: State): Promise<void> {
    const { mount } = this.#host;
    const ready = mount.readyForForm(this.#firstScreen);
    this.soon = !ready && this.state === loading; // what is there is drawn meanwhile
    await (ready ?? turn());
    this.soon = false;
    const fits = current() && this.state.screen === "loading" && this.#aheadOf === this.wanted;
    if (fits) this.arrive(form);
    else mount.update();
  }

  /** Shows the first fields, then the form that is made before the core is there. */
  async #showEarly(current: () => boolean): Promise<void> {
    const onItsWay = formOnItsWay(this.#host.element);
    await this.#showAhead(current, early);
    const form = await onItsWay;
    if (form) await this.#showAhead(current, form);
  }

  async #start(): Promise<Signup> {
    const { element, mount } = this.#host;
    const run = ++this.#runs;
    const current = () => run === this.#runs;
    const check = () => {
      if (!current()) throw new SignupError("aborted", "the sign-up was closed");
    };
    this.#optionsKey = this.#keyOfOptions();
    const { problem: _, ...rest } = this.state;
    this.state = rest.ahead ? rest : loading; // for another try
    const waiting: State[] = []; // snapshots
    let ready = false;
    const src = folderOf(element);
    try {
      if (textOf(element, "isolate")) {
        const { isolate } = await loadPack("isolate", src);
        check();
        return isolate(this.#host as IsolateHost, SignupError); // from here on the session is that of the frame
      }
      this.#firstScreen = mount.readyForFirstScreen().then(async () => {
        await turn();
        ready = true;
        for (const snapshot of waiting) if (current()) this.arrive(snapshot);
      });
      const atHand = this.returned ? undefined : formAtHand(element);
      if (atHand) this.#aheadOf = serverOf(element);
      // A form that is at hand has the line and the processor for itself.
      if (atHand && atHand !== early) await briefly(this.#showAhead(current, atHand).then(frame));
      check();
      const server = serverUrlOf(serverOf(element))?.origin;
      const starting = startCore({ ...(src && { src }), ...(server && { server }) });
      if (atHand === early) this.#showEarly(current);
      const core = await starting;
      await turn(); // a slow processor has enough to do with the start alone, and with each that follows
      if (!current()) throw new SignupError("aborted", "the sign-up was closed");
      core.died.then((error) => current() && this.#fail(error));
      const signup = core.createSignup(optionsOf(element, this.returned), (snapshot) => {
        if (!current() || this.#choosing) return;
        if (ready) this.arrive(snapshot);
        else waiting.push(snapshot);
      });
      this.core = core;
      this.signup = signup;
      this.#optionsKey = this.#keyOfOptions();
      this.reportVisibility();
      await turn();
      if (current()) this.#openServer();
      return signup;
    } catch (error) {
      await this.#firstScreen;
      if (current()) this.#fail(SignupError.of(error));
      throw error;
    }
  }

  #openServer(): void {
    const run = this.#runs;
    const { signup } = this;
    if (!signup) return;
    this.#go(signup, this.wanted).catch(async (error) => {
      await this.#firstScreen; // the core's own snapshot says more
      const failed = SignupError.of(error);
      const superseded = run !== this.#runs || failed.code === "aborted"; // by another open
      if (!superseded && this.state.screen === "loading") this.#fail(failed);
    });
  }

  #drop(): void {
    this.#runs++;
    this.signup = this.#starting = undefined;
  }

  /** Shows that there is no core, or none any more. */
  #fail({ code, message }: SignupError): void {
    this.#drop();
    const problem: StateProblem = { code, retryable: true };
    if (!own(this.#host.mount.texts.problems, code)) problem.message = message;
    const { problem: _, ...rest } = this.state;
    const { server, ahead } = rest;
    if (ahead && server) problem.handover = server.signUpUrl;
    const screen = ahead && server ? "form" : "failed";
    this.arrive({ ...(server ? rest : loading), screen, problems: [], problem });
  }

  #show(state: State): void {
    const before = this.state;
    this.state = state;
    this.#host.show(before);
    if (before.screen === "submitting" || (before.ahead && !(state.ahead && !state.problem)))
      for (const go of this.#waiting.splice(0)) go();
  }

  /** Shows a state, and dispatches the events of what has changed. */
  arrive(state: State): void {
    const { element } = this.#host;
    const before = this.state;
    if (before.ahead && state.screen === "loading") {
      if (state.slow) this.#show({ ...before, slow: true });
      return;
    }
    const told = JSON.stringify([before.problem, before.problems]);
    this.#show(state);
    const { screen, server, account, problem, problems } = state;
    dispatch(element, "fedi-signup-statechange", state);
    const host = server?.host ?? "";
    if (before.screen === "submitting" && account && accountScreens.includes(screen)) {
      dispatch(element, "fedi-signup-success", {
        server: host,
        handle: account.handle,
        consent: state.consent,
      });
    }
    if (screen === "ready" && before.screen !== "ready") this.#confirmed(state);
    if ((problem || problems.length) && told !== JSON.stringify([problem, problems])) {
      const { retryable: _, message: __, notice: ___, ...rest } = problem ?? { code: "invalid" };
      const fields = problems.map(({ field, code }) => ({ field, code }));
      dispatch(element, "fedi-signup-error", { ...rest, fields });
    }
    if (before.screen === "submitting" && screen === "form") this.followAttributes();
  }

  /** Hands the page the access token if it asked for it; otherwise nobody needs the token any more. */
  async #confirmed({ server, account }: State): Promise<void> {
    const { element } = this.#host;
    const { signup } = this;
    const expose = element.hasAttribute("expose-token");
    const token = expose ? await signup?.accessToken().catch(ignore) : "";
    dispatch(element, "fedi-signup-confirmed", {
      server: server?.host ?? "",
      handle: account?.handle ?? "",
      url: account?.url ?? "",
      ...(token ? { token } : {}),
    });
    if (!expose) signup?.revoke().catch(ignore);
  }
}
