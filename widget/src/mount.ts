import type { Acts, Verbs } from "./acts.js";
import type { Announcer } from "./announcer.js";
import { loadPack, loadPart } from "./files.js";
import { holdFocused } from "./focus.js";
import type { Form } from "./form.js";
import type { Format } from "./format.js";
import { html, nothing, render, svg } from "./html.js";
import { named } from "./names.js";
import { Numbers } from "./numbers.js";
import { choiceOf, folderOf, languagesOf, serverUrlOf } from "./options.js";
import type { Dialog } from "./packs/dialog.js";
import { pageIsIdle } from "./page.js";
import { Place, windowOf } from "./place.js";
import { ignore } from "./promises.js";
import type { Session } from "./session.js";
import { type State, waitUntil } from "./state.js";
import {
  type FormStrings,
  formTexts,
  type Strings,
  type StringsOverride,
  type Translation,
} from "./strings.js";
import { formStyles } from "./styles.js";
import { tags } from "./tags.js";
import { markup } from "./trusted.js";
import { content } from "./views/content.js";
import type { Extras, Tools, View } from "./views/view.js";

const withPage = ["idle", "loading", "failed"]; // screens that show the page's own content, too
const patience = 5000; // milliseconds that the first screen waits for the extras and for the page

/** What the mount needs of the widget around it. */
export interface MountHost {
  readonly element: HTMLElement & Verbs & { close(): Promise<void> };
  readonly session: Pick<
    Session,
    "state" | "awake" | "soon" | "core" | "signup" | "begin" | "wanted" | "returned" | "arrive"
  >;
  readonly form: Form;
  readonly acts: Acts;
  readonly announcer: Pick<Announcer, "text" | "announce" | "tellWait">;
  /** Whether the sign-up will begin by itself. */
  expected(): boolean;
}

/** Draws the widget in its element. */
export class Mount {
  texts: FormStrings & Partial<Strings> = formTexts;
  isolated: Node | undefined; // what there is to draw where the form is in a frame

  readonly #host: MountHost;
  readonly #place: Place;
  readonly #internals: ElementInternals;
  #strings: StringsOverride = {};
  #translation: Translation | undefined; // of our own texts
  #extras: Extras | undefined; // draws everything but the form, once loaded
  #tools: Tools | undefined; // of the extras
  #dialog: Promise<Dialog | undefined> | undefined;
  #frame: Dialog | null | undefined; // null: to come
  #scheduled = false;
  #shown = false; // whether there has been something to show
  #told = false; // whether what the server says of itself is drawn
  #unfit = false; // whether what there is to show cannot be drawn

  constructor(host: MountHost) {
    this.#host = host;
    this.#place = new Place(host.element);
    this.#internals = host.element.attachInternals();
  }

  get container(): HTMLElement {
    return this.#place.container;
  }

  /** Texts to show instead of the English ones. */
  get strings(): StringsOverride {
    return this.#strings;
  }

  set strings(strings: StringsOverride) {
    this.#strings = strings;
    this.texts = this.#extras?.textsWith(formTexts, strings, this.translation) ?? formTexts;
    this.update();
  }

  set translation(texts: Translation | undefined) {
    this.#translation = texts;
    this.strings = this.#strings;
  }

  get translation(): Translation | undefined {
    return this.#translation;
  }

  /** The languages that texts are wanted in: that of the page's own texts, of the page, of the visitor. */
  get preferred(): string[] {
    return tags([this.#strings.lang as string, ...languagesOf(this.#host.element)]);
  }

  /** Keeps what is drawn alive whatever the page does to its content. */
  watch(): void {
    this.#place.guard?.watch();
    this.#frame?.watch();
  }

  unwatch(): void {
    this.#place.guard?.unwatch();
    this.#frame?.unwatch();
  }

  /** The dialog that it is shown in, where the page wants that. */
  get dialog(): Promise<Dialog | undefined> | undefined {
    return this.#dialog;
  }

  followDisplay(): void {
    const { element, session } = this.#host;
    const wanted = choiceOf(element, "display") === "dialog";
    if (wanted === Boolean(this.#dialog)) return;
    this.#frame?.unwatch();
    this.#place.moveTo();
    this.#frame = wanted ? null : undefined;
    this.#dialog = wanted ? this.#loadDialog() : undefined;
    if (!wanted) session.begin().catch(ignore);
  }

  async #loadDialog(): Promise<Dialog | undefined> {
    const { element, session } = this.#host;
    try {
      const { Dialog } = await loadPack("dialog", folderOf(element));
      if (this.#frame === null)
        this.#frame = new Dialog({ element, session, mount: this, place: this.#place });
    } catch {
      this.#frame = undefined; // then it is shown where it stands
      session.begin().catch(ignore);
    }
    this.update();
    return this.#frame ?? undefined;
  }

  /** Resolves when the page can take the first screen and the extras have come, or patience is over. */
  readyForFirstScreen(): Promise<unknown> {
    return Promise.race([
      Promise.all([this.#loadExtras(), pageIsIdle(this.#host.element)]),
      new Promise((enough) => {
        setTimeout(enough, patience);
      }),
    ]);
  }

  /** Resolves when the page can take a form, or is undefined if it can now; texts other than our English ones come with the extras. */
  readyForForm(firstScreen: Promise<unknown>): Promise<unknown> | undefined {
    const ours = this.preferred[0]?.startsWith("en") && !Object.keys(this.#strings).length;
    return ours ? pageIsIdle(this.#host.element) : firstScreen;
  }

  /** Without the extras, every screen beyond the form comes down to a plain sentence. */
  async #loadExtras(): Promise<void> {
    if (this.#tools) return;
    const { element } = this.#host;
    const folder = folderOf(element);
    try {
      const extras: Extras = await loadPack("extras", folder);
      extras.lend({ html, svg, nothing, render, markup });
      this.#extras = extras;
      this.strings = this.#strings; // the extras have more to translate
      this.#tools = extras.toolsFor({
        ...this.#host,
        mount: this as this & { texts: Strings },
        loadPart: (part) => loadPart(part, folder),
      });
      this.#place.guard = this.#tools.guard;
      this.watch();
      await this.#tools.translator.follow();
    } catch {
      // The browser has logged why.
    }
  }

  /** Has the visitor choose a server; throws where the extras have not come. */
  async choose(): Promise<void> {
    await (this.#tools as Tools).choose();
  }

  /** Draws in a moment, once for all changes until then, and under no pointer that is down. */
  update(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#host.form.released.then(() => this.#scheduled && this.render());
  }

  get view(): View {
    const { element, session, form, acts } = this.#host;
    const { state } = session;
    const { server } = state;
    const [extras, tools] = [this.#extras, this.#tools];
    const languages = languagesOf(element);
    const always = {
      state,
      // Without the extras, no text needs more.
      f: new (extras?.Format ?? Numbers)(this.texts.lang, languages) as Format,
      id: this.#place.id,
      languages,
      server: named(server?.title || server?.host || serverUrlOf(session.wanted)?.host || session.wanted),
      onward: this.#onward,
      sending: state.screen === "submitting" || (Boolean(state.ahead) && acts.submitting),
      form,
      acts,
      waitUntil: waitUntil(state),
      awake: this.#awake,
      expected: this.#host.expected(),
    };
    return extras && tools
      ? { ...always, ...tools, extras, t: this.texts as Strings }
      : { ...always, t: this.texts };
  }

  /** To be called before a new state is drawn. */
  beforeDraw(before: State): void {
    this.#tools?.beforeDraw(before);
  }

  /** To be called once it is drawn. */
  afterDraw(before: State, lapsed: boolean): void {
    this.#tools?.afterNews(before, lapsed);
    // Without the extras there is no clock, but the button has to be there again.
    const until = waitUntil(this.#host.session.state);
    if (until) setTimeout(() => this.update(), until - Date.now());
  }

  /** Has the next screen drawn anew. */
  clear(): void {
    this.#place.clear();
  }

  /** Draws at once. Where that fails, the page's own content is better than half a form. */
  render(): void {
    const { element, session } = this.#host;
    this.#scheduled = false;
    this.#unfit &&= session.awake;
    const present = windowOf(element) !== null;
    try {
      if (present && !session.soon) this.#draw();
    } catch (error) {
      reportError(error);
      if (this.#awake) {
        this.#unfit = true;
        element.close();
        this.update();
      } else this.unwatch(); // or the guard would have it drawn without end
    }
    this.#tools?.tick(present);
  }

  get #awake(): boolean {
    return this.#host.session.awake && !this.#unfit && this.#frame !== null;
  }

  #draw(): void {
    const { element, session, form, announcer } = this.#host;
    const { state } = session;
    const { container } = this;
    const awake = this.#awake;
    this.#shown = awake && (this.#shown || state.screen !== "loading" || state.ahead === true);
    const name = awake ? state.screen : "idle";
    this.#mirror(name);
    if (!this.#shown && this.#place.early && (awake || this.#host.expected())) return; // there is more already
    this.#place.settle({
      // What the page's framework expects to find is changed when there is reason to.
      light: this.#shown && choiceOf(element, "root") === "light",
      page: Boolean(this.#frame) || (withPage.includes(name) && !state.ahead),
      styles: [formStyles, ...(this.#tools?.styles ?? [])],
      state: this.#shown || element.dataset.state ? name : "",
      lang: this.texts.lang,
      status: announcer.text,
    });
    const theme = choiceOf(element, "theme");
    if (theme === "auto") delete container.dataset.theme;
    else container.dataset.theme = theme;
    const hold = this.#told ? ignore : holdFocused(container);
    this.#place.draw(this.isolated ?? content(this.view));
    this.#told = Boolean(state.server);
    hold(); // however much the server says above the fields
    form.afterDraw();
    this.#tools?.afterDraw();
  }

  /** The server's page to go on at; nothing while the page itself shows a link. */
  get #onward(): string | undefined {
    const { element, session } = this.#host;
    const { server, problem, screen, ahead } = session.state;
    if (
      !this.#frame &&
      !ahead &&
      withPage.includes(screen) &&
      element.querySelector("a[href]:not([data-part])")
    )
      return undefined;
    return problem?.handover || (server ? new URL("/", server.signUpUrl) : serverUrlOf(session.wanted))?.href;
  }

  #mirror(state: string): void {
    try {
      const { states } = this.#internals;
      if (states.has(state)) return;
      states.clear();
      states.add(state);
    } catch {
      // Browsers from before 2024 have no custom states; there is the attribute.
    }
  }
}
