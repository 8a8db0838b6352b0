import { Acts, type Verbs } from "./acts.js";
import { Announcer } from "./announcer.js";
import {
  type Availability,
  type CallOptions,
  type DocumentKind,
  type DocumentText,
  type FieldProblem,
  SignupError,
  type Values,
} from "./core/index.js";
import { dispatch, type FediSignupEventMap } from "./events.js";
import { Form } from "./form.js";
import { Mount } from "./mount.js";
import {
  attributes,
  choiceOf,
  type FediSignupProperties,
  inviteOf,
  mirror,
  serverOf,
  textOf,
} from "./options.js";
import { windowOf } from "./place.js";
import { ignore } from "./promises.js";
import { Session } from "./session.js";
import type { State } from "./state.js";
import type { StringsOverride } from "./strings.js";

export type { SignupError } from "./core/index.js";
export type * from "./core/types.js";
export type * from "./events.js";
export type { FediSignupAttributes, FediSignupProperties } from "./options.js";
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

const signsOfInterest = ["pointerover", "focusin"];

/** The parts of a widget. Each declares what it needs of the others. */
interface Parts {
  element: FediSignup;
  mount: Mount;
  announcer: Announcer;
  session: Session;
  form: Form;
  acts: Acts;
  began(): void;
  expected(): boolean;
  show(before: State): void;
}

/** The attributes as properties. */
export interface FediSignup extends FediSignupProperties {}

/**
 * Sign-up for a server. The page's own content is shown until the form is
 * there, and where there can be none.
 *
 * README and custom-elements.json have this from here (manifest.mjs):
 *
 * @tagname fedi-signup
 *
 * @attr {string} server - the server's name or address
 * @attr {string} servers - several servers to [choose](#choosing-a-server) from, with spaces between them, or `directory` for those that joinmastodon.org lists; without effect beside `server`
 * @attr {string} [directory=joinmastodon.org's] - address of another list of servers that answers as [that](https://api.joinmastodon.org/servers) does, such as a relay on your own host
 * @attr {string} [app-name=the page's title] - what your site is called in the confirmation email and to the server's staff
 * @attr {string} [app-website=the page's origin] - its address there
 * @attr {string} [return-url=this page, without query and fragment; in a `srcdoc` frame, the page around it] - where the link in the email leads back to
 * @attr {string} [invite=that of `invite` in the page's address] - an invite code or link
 * @attr {string} username - prefills the form; once an account was created, only if it changes
 * @attr {string} email - prefills the form, likewise
 * @attr {string} reason - prefills the form, likewise
 * @attr {string} [lang=the page's, then the browser's] - language of our texts ([which there are](#languages)) and preferred language of the server's rules
 * @attr {string} [locale=`lang`, then the browser's] - language of the confirmation email and the account
 * @attr {"auto" | "light" | "dark"} [theme=`auto`] - whether the form is `light` or `dark`; `auto`: as the page's text suggests
 * @attr {"light" | "shadow"} [root=`light`] - `light`: the page's styles and password managers see real fields; `shadow`: sealed off
 * @attr {"inline" | "dialog"} [display=`inline`] - `inline`: the form stands where the element does; `dialog`: it opens in a [dialog](#in-a-dialog)
 * @attr {"lazy" | "eager"} [loading=`lazy`] - `lazy`: load the core when the form is about to be seen; `eager`: at once
 * @attr {"session" | "local" | "none"} [persist=`session`] - where to keep a sign-up that is still waiting, so that a reload finds it, and for a day the form that the server has: `session`, `local`, `none`; what is being typed is kept in the session, with `none` not at all
 * @attr {string} broker - address of your edge Worker, which hands out app tokens so that no client secret is in the page
 * @attr {string} isolate - address of your edge Worker: the form is [in a frame of its origin](#in-a-frame-of-its-own), where no script of your page can read it
 * @attr {string} challenge - site key of a Turnstile, where your edge wants one solved; [your page loads its script](examples/cloudflare/README.md#against-bots)
 * @attr {string} follow - someone to follow, offered when the account is ready: `@club@example.social`
 * @attr {boolean} [expose-token=off] - gives the new account's access token to your page in `fedi-signup-confirmed`
 * @attr {string} core-src - folder of the core and the other parts, if not beside the script; another origin has to allow it with CORS
 *
 * @fires {CustomEvent<State>} fedi-signup-statechange - what is shown changes, except by `close()`. Detail: all of it, as in `state`
 * @fires {CustomEvent<ChooseDetail>} fedi-signup-choose - the visitor chose a server; cancelable. Detail: `server`, as it was named
 * @fires {CustomEvent<Omit<Values, "password">>} fedi-signup-beforesubmit - before anything is sent; cancelable. Detail: the values, without the password
 * @fires {CustomEvent<SuccessDetail>} fedi-signup-success - the account was created. Detail: `server`, `handle`, `consent`: what was agreed to, and when
 * @fires {CustomEvent<ConfirmedDetail>} fedi-signup-confirmed - the account works; again after a reload within a day, then without the token. Detail: `server`, `handle`, `url` of the profile; `token` if `expose-token` is set
 * @fires {CustomEvent<ErrorDetail>} fedi-signup-error - something went wrong. Detail: `code`, `fields`: the `field` and `code` of each; where known, `detail`, `retryAt`, `handover`, `requestId`
 * @fires {CustomEvent<HandoverDetail>} fedi-signup-handover - a link to the server's own page is followed; cancelable. Detail: `url`, `code`: why, if something was wrong
 *
 * @fires {CustomEvent<OpenDetail>} fedi-signup-open - the dialog opened. Detail: `opener`: what was clicked, if anything
 * @fires {CustomEvent<null>} fedi-signup-close - the dialog closed. Detail: none
 *
 * @slot - What the page shows until the form is there, and where there can be none.
 *
 * @cssprop [--fedi-signup-accent=blue] - buttons, links, and the frame of what has the focus
 * @cssprop [--fedi-signup-on-accent=white, or dark blue] - text on buttons
 * @cssprop [--fedi-signup-danger=red] - what is wrong
 * @cssprop [--fedi-signup-success=green] - what is right
 * @cssprop [--fedi-signup-muted=paler than the page's text] - hints and other small text
 * @cssprop [--fedi-signup-border=paler than the page's text] - the frames of fields
 * @cssprop [--fedi-signup-field=a tint of the page's text] - the background of fields
 * @cssprop [--fedi-signup-radius=0.5em] - how round corners are
 * @cssprop [--fedi-signup-gap=1.25em] - space between the parts
 * @cssprop [--fedi-signup-density=1] - how much room fields, buttons and the space between them take: less than 1 is compact
 * @cssprop [--fedi-signup-font=the page's] - font family
 * @cssprop [--fedi-signup-max-width=34em] - how wide a column may be
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: mirror, below, makes the properties
export class FediSignup extends Base implements Verbs {
  static readonly observedAttributes: readonly string[] = attributes;

  /** Defines the element under a tag, once. Returns the class that the tag has then. */
  static define(tag = "fedi-signup", registry = globalThis.customElements): typeof FediSignup {
    const known = registry?.get(tag) as typeof FediSignup | undefined;
    // A class goes with one tag of a registry only. On a server there is no registry.
    const made = known ?? (registry && tag !== "fedi-signup" ? class extends FediSignup {} : FediSignup);
    if (registry && !known) registry.define(tag, made);
    return made;
  }

  readonly #parts: Parts;
  #nearby: IntersectionObserver | undefined;
  #stay: AbortController | undefined; // ends what is listened to in a document

  constructor() {
    super();
    const parts = {} as Parts; // that know each other before all of them are there
    parts.element = this;
    parts.began = () => {
      this.#sleep();
      parts.mount.update();
    };
    parts.expected = () => this.#nearby !== undefined;
    parts.show = (before) => this.#show(before);
    parts.mount = new Mount(parts);
    parts.session = new Session(parts);
    parts.announcer = new Announcer(parts);
    parts.form = new Form(parts);
    parts.acts = new Acts(parts);
    this.#parts = parts;
  }

  connectedCallback(): void {
    for (const name of properties) {
      // It may have been set before the class was there.
      if (!Object.hasOwn(this, name)) continue;
      const value = Reflect.get(this, name);
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
    const view = windowOf(this);
    if (!view) return;
    const { acts, mount, session } = this.#parts;
    this.#stay?.abort(); // whose error costs time, while a page opens
    this.#stay = new AbortController();
    const { signal } = this.#stay;
    view.document.addEventListener("visibilitychange", () => session.reportVisibility(), { signal });
    const reconnect = () => {
      session.reconnect();
      acts.reconnect();
    };
    view.addEventListener("online", reconnect, { signal });
    mount.watch();
    this.#sleep();
    if (session.begun) {
      session.keep();
      this.#followAttributes(); // which may have changed elsewhere
      return;
    }
    session.readReturn();
    for (const sign of signsOfInterest) this.addEventListener(sign, this.#wake);
    this.#followAttributes();
    if (mount.dialog || session.begun) return; // a dialog is wanted when it is opened
    this.#nearby = new view.IntersectionObserver(
      (entries) => entries.some((e) => e.isIntersecting) && this.#wake(),
      { rootMargin: "200px" },
    );
    this.#nearby.observe(this);
    this.#nearby.observe(this.shadowRoot?.lastElementChild as Element); // has a box where the element has none
    mount.update(); // with the room for what is expected now
  }

  disconnectedCallback(): void {
    // An element that is moved comes back immediately, perhaps in another document.
    queueMicrotask(() => {
      if (windowOf(this)) return;
      this.#stay?.abort();
      this.#parts.mount.unwatch();
      this.close();
    });
  }

  attributeChangedCallback(): void {
    if (this.isConnected) queueMicrotask(() => windowOf(this) && this.#followAttributes());
  }

  /** What is shown now. */
  get state(): State {
    return this.#parts.session.state;
  }

  /** Texts to show instead of the English ones. */
  get strings(): StringsOverride {
    return this.#parts.mount.strings;
  }

  set strings(strings: StringsOverride) {
    this.#parts.mount.strings = strings ?? {};
  }

  /** Whether what was typed could be sent, as far as that is known by now. */
  checkValidity(): boolean {
    return this.#parts.form.valid;
  }

  /** The same, and shows what is wrong, as trying to send it does. */
  reportValidity(): boolean {
    return this.#parts.form.report();
  }

  /** Empties the form, but for what the attributes say. */
  reset(): void {
    this.#parts.form.reset();
  }

  /** Gives the focus to the first field, or to the heading of a screen without any. */
  override focus(options?: FocusOptions): void {
    const find = (target: string) => this.#parts.mount.container.querySelector<HTMLElement>(target);
    (find("input") ?? find("[tabindex]"))?.focus(options);
  }

  /**
   * Reads what the server, or another one, says of itself, and shows the form. With
   * `display="dialog"` the dialog opens, which without a server goes on where it was.
   * Without a name, the visitor chooses among `servers`.
   */
  async open(server?: string, options?: CallOptions): Promise<void> {
    const { mount, session } = this.#parts;
    const { begun } = session;
    const dialog = mount.dialog && (await mount.dialog);
    dialog?.show();
    if (dialog && begun && server === undefined) return;
    await session.open(server === undefined ? serverOf(this) : server, options);
  }

  /** Opens the form of a closed server with an invite: its code or its link. */
  async useInvite(invite: string, options?: CallOptions): Promise<void> {
    await (await this.#parts.session.begin()).useInvite(invite, options);
  }

  /** Asks for another picture, where the server wants its characters typed. */
  async newCaptcha(options?: CallOptions): Promise<void> {
    await (await this.#parts.session.begin()).newCaptcha(options);
  }

  /** Finds everything in the values that the server would certainly refuse. */
  async check(values: Values = this.#parts.form.values()): Promise<FieldProblem[]> {
    return (await this.#parts.session.begin()).check(values);
  }

  /** Checks whether a username seems free. */
  async available(username: string, options?: CallOptions): Promise<Availability> {
    return (await this.#parts.session.begin()).available(username, options);
  }

  /** Finds names like this one that are free. */
  async suggest(username: string, options?: CallOptions): Promise<string[]> {
    return (await this.#parts.session.begin()).suggest(username, options);
  }

  /** Creates the account from the values, or from what was typed. */
  async submit(values: Values = this.#parts.form.values(), options?: CallOptions): Promise<void> {
    const signup = await this.#parts.session.settled();
    const { password: _, ...told } = { ...values }; // which the core checks
    if (!dispatch(this, "fedi-signup-beforesubmit", told, true)) {
      throw new SignupError("aborted", "the page prevented the sign-up");
    }
    await signup.submit(values, options);
  }

  /** Sends the confirmation email again, to another address if one is given. */
  async resend(email?: string, options?: CallOptions): Promise<void> {
    await (await this.#parts.session.begin()).resend(email, options);
  }

  /** Asks for the account's status now. */
  async refresh(options?: CallOptions): Promise<void> {
    await (await this.#parts.session.begin()).refresh(options);
  }

  /** Reads a document of the server. Its HTML must only be shown in a sandboxed frame. */
  async document(kind: DocumentKind, options?: CallOptions): Promise<DocumentText> {
    return (await this.#parts.session.begin()).document(kind, options);
  }

  /** Drops the account that waits or is ready on this device, and shows the form again. */
  async forget(options?: CallOptions): Promise<void> {
    await this.#parts.session.forget(options);
  }

  /** Makes the new account's access token worthless. */
  async revoke(options?: CallOptions): Promise<void> {
    await (await this.#parts.session.begin()).revoke(options);
  }

  /**
   * Ends the sign-up and shows the page's own content again, until open is called.
   * An account that is being made is awaited first, as by open.
   */
  async close(): Promise<void> {
    this.#sleep();
    const { mount, session } = this.#parts;
    mount.dialog?.then((dialog) => dialog?.hide());
    await session.end();
  }

  readonly #wake = (): void => {
    this.#parts.session.begin().catch(ignore);
  };

  /** Stops waiting for signs of interest. */
  #sleep(): void {
    this.#nearby?.disconnect();
    this.#nearby = undefined;
    for (const sign of signsOfInterest) this.removeEventListener(sign, this.#wake);
  }

  #followAttributes(): void {
    const { form, session, mount } = this.#parts;
    for (const field of ["username", "email", "reason"] as const) form.prefill(field, textOf(this, field));
    form.prefill("invite_code", inviteOf(this));
    mount.followDisplay();
    const { begun } = session;
    if (choiceOf(this, "loading") === "eager") this.#wake();
    session.followAttributes();
    // In an element that was moved, the focus must be back at once.
    if (begun) mount.render();
    else mount.update();
  }

  /** Draws a new state and lets those know who cannot see the change. */
  #show(before: State): void {
    const { acts, form, mount } = this.#parts;
    mount.beforeDraw(before);
    acts.beforeDraw();
    const lapsed = form.beforeDraw(before);
    mount.render();
    acts.afterDraw(before);
    mount.afterDraw(before, lapsed);
  }
}

const properties = ["strings", ...mirror(FediSignup)];
