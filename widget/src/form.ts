import type { FieldName, FieldProblem, Signup, Values } from "./core/index.js";
import { hasFocus } from "./focus.js";
import { turn } from "./promises.js";
import type { State } from "./state.js";
import type { FormStrings, Strings } from "./strings.js";
import type { NameCheck, Username } from "./username.js";

/** What a form needs of the widget around it. */
export interface FormHost {
  readonly session: {
    readonly state: State;
    readonly host: string | undefined;
    readonly signup: Signup | undefined;
  };
  readonly mount: {
    readonly container: HTMLElement;
    readonly texts: FormStrings & Partial<Strings>;
    update(): void;
    render(): void;
  };
}

/** Every field has a place of its own, or what was typed would go with one that comes before it. */
export const places: FieldName[] = [
  "username",
  "email",
  "password",
  "date_of_birth",
  "reason",
  "invite_code",
  "captcha_solution",
  "agreement",
];

type Control = (HTMLInputElement | HTMLTextAreaElement) & { field: FieldName; filled?: true };

/**
 * The controls have no name, so that sending a copy of the form sends nothing of
 * it; and attributes like ours are taken away on some pages. Nor can their class
 * identify them once the element was moved into another window.
 */
const isControl = (target: EventTarget | null): target is Control =>
  Boolean((target as Partial<Control> | null)?.field);

const isChecked = (control: Control | null): boolean =>
  (control as HTMLInputElement | null)?.checked ?? false;

/** What the visitor has typed so far, and what is known to be wrong with it. */
export class Form {
  name: NameCheck | undefined;
  username: Username | undefined; // what helps with it, once it is there
  shortened = false; // whether an email address was cut down to a username
  revealed = false; // whether the password can be read
  refused: readonly FieldProblem[] = []; // what was wrong when the form was last sent
  lapsed = false; // whether the terms have changed since the visitor agreed

  readonly #session: FormHost["session"];
  readonly #mount: FormHost["mount"];
  readonly #draft = new Map<string, string | boolean>(); // all but the password, to outlive the fields
  readonly #edited = new Set<string>(); // by the visitor, so attributes no longer change them
  readonly #fromAttributes = new Map<string, string>(); // so that each value is used once
  #server = ""; // that the draft is for
  #terms: string | undefined; // that the box is about
  #wrong = ""; // what the core said last
  #touched = new Set<string>(); // since the last submission: these are checked here
  #local: FieldProblem[] = [];
  #checks = 0;
  #checked = -1; // the last check that was answered
  #form: HTMLFormElement | null = null;
  #password: Control | null = null; // whose value is kept nowhere else

  constructor({ session, mount }: FormHost) {
    this.#session = session;
    this.#mount = mount;
    mount.container.addEventListener("pointerdown", this.#hold);
  }

  /** The problems to show at a field. */
  problems(field: string): FieldProblem[] {
    const { state } = this.#session;
    if (field === "agreement" && this.lapsed) return [agreementLapsed];
    if (!this.#touched.has(field)) return state.problems.filter((p) => p.field === field);
    const found = this.#local.filter((p) => p.field === field);
    return field === "username" && this.#taken ? [...found, usernameTaken] : found;
  }

  /** Everything that is wrong, with these fields or with none of them. */
  get allProblems(): FieldProblem[] {
    const names = this.#names;
    return [
      ...names.flatMap((name) => this.problems(name)),
      ...this.#session.state.problems.filter((p) => !names.includes(p.field)),
    ];
  }

  get #names(): string[] {
    const { fields, asked = [] } = this.#session.state;
    return [...fields, ...asked].map((field) => field.name);
  }

  get #taken(): boolean {
    return this.name?.answer === "taken" && this.name.text === this.text("username");
  }

  /** Whether it could be sent, as far as that is known by now. */
  get valid(): boolean {
    const answered = this.#checked === this.#checks;
    return answered && !this.#local.length && !this.#taken && !this.allProblems.length;
  }

  text(field: FieldName): string {
    return String(this.#draft.get(field) ?? "");
  }

  /** Takes a value from the page, unless the visitor knows better. */
  prefill(field: FieldName, value: string): void {
    if ((this.#fromAttributes.get(field) ?? "") === value) return;
    this.#fromAttributes.set(field, value);
    this.#offer(field, value);
  }

  /** Fills a field that the visitor has left alone. Whoever is there already and begins to type does not add to it. */
  #offer(field: string, value: string): void {
    if (this.#edited.has(field)) return;
    this.put(field, value);
    const control = this.#control(field);
    if (control && hasFocus(control)) control.select();
  }

  /** Fills a field with what was typed elsewhere. */
  put(field: string, value: string): void {
    this.#draft.set(field, value);
    const control = this.#control(field);
    if (control) control.value = value;
  }

  /** What the visitor has typed into a field, as opposed to the page. */
  typed(field: FieldName): string {
    return this.#edited.has(field) ? this.text(field) : "";
  }

  /** Fills a field with what the visitor typed before a reload, unless they have typed again. */
  restore(field: FieldName, value: string): void {
    this.#offer(field, value);
    this.#edited.add(field);
  }

  /** Empties a field whose question has changed. */
  clear(field: string): void {
    this.#touched.delete(field);
    this.put(field, "");
  }

  /**
   * Drops what belonged to another screen, server or person. True if an
   * agreement has lapsed because the terms are different now.
   */
  beforeDraw(before: State): boolean {
    const { host } = this.#session;
    const { screen, account, terms, problems, ahead } = this.#session.state;
    if (screen === "loading") this.#leave();
    if (before.ahead && !ahead && screen === "form") this.#catchUp();
    const wrong = JSON.stringify(problems);
    if (wrong !== this.#wrong) this.refused = problems.length ? this.allProblems : [];
    this.#wrong = wrong;
    if (account && !before.account) {
      this.#draft.clear();
      this.#edited.clear();
      this.shortened = this.lapsed = false;
      this.#takeInvite();
    }
    if (host && host !== this.#server) {
      this.#server = host;
      this.#password = this.#control("password"); // of the form that was there before this server, if any
      this.#takeInvite();
    }
    if (screen !== "form" || terms === this.#terms) return false;
    this.#terms = terms;
    const box = this.#control("agreement");
    if (!isChecked(box) && !this.#draft.get("agreement")) return false;
    this.#draft.delete("agreement");
    if (box) (box as HTMLInputElement).checked = false;
    this.lapsed = true;
    return true;
  }

  /** Has the core look at what was typed before it was there. */
  #catchUp(): void {
    this.#check();
    if (this.#edited.has("username")) this.username?.lookUp(this.text("username").trim(), false);
  }

  /** What is known about the fields holds for one server only. */
  #leave(): void {
    this.username?.drop();
    this.name = undefined;
    this.#touched.clear();
    this.#local = [];
    this.refused = [];
    this.#checks++;
    this.clear("captcha_solution");
  }

  /** An invite for another server or person is of no use. */
  #takeInvite(): void {
    this.#edited.delete("invite_code");
    this.put("invite_code", this.#fromAttributes.get("invite_code") ?? "");
  }

  /** Fills fields that have just been drawn, with their form or later, with what was typed before. */
  afterDraw(): void {
    const form = this.#mount.container.querySelector("form");
    const drawn = form !== this.#form;
    const password = form && this.#password?.value;
    this.#form = form;
    for (const control of (form ?? []) as Iterable<Control & HTMLInputElement>) {
      const value = this.#draft.get(control.field);
      if (!control.filled && value !== undefined) {
        control.value = value as string; // which tells nothing of a box
        control.checked = value === true;
      }
      control.filled = true;
    }
    if (!drawn) return;
    this.revealed = false;
    // While the same server is opened again, with other options, it is kept.
    if (form || this.#session.state.screen !== "loading") this.#password = this.#control("password");
    if (this.#password && password) this.#password.value = password; // the same form, drawn again
    if (form && this.#edited.has("username")) this.username?.lookUp(this.text("username").trim(), false);
  }

  /** What stands in the fields. */
  values(): Values {
    const { asked } = this.#session.state;
    const text = (name: string) => this.#control(name)?.value ?? "";
    return {
      ...(Object.fromEntries(places.map((name) => [name, text(name)])) as Record<FieldName, string>),
      agreement: isChecked(this.#control("agreement")),
      ...(asked && { asked: asked.map(({ name }) => ({ name, value: text(name) })) }),
      ...(this.#terms === undefined ? {} : { terms: this.#terms }),
    };
  }

  #control(field: string): Control | null {
    return ([...(this.#form ?? [])] as Control[]).find((control) => control.field === field) ?? null;
  }

  readonly input = (event: Event): void => {
    const control = event.target;
    if (!isControl(control)) return;
    const { field } = control;
    if (field === "username") this.username?.typed(control, event as InputEvent);
    this.#edited.add(field);
    if (field !== "password") {
      this.#draft.set(field, control.type === "checkbox" ? isChecked(control) : control.value);
    }
    if (field === "agreement" && isChecked(control)) this.lapsed = false;
    // A problem goes as soon as it is solved; a new one waits until the field is left.
    if (this.problems(field).length > 0) this.#touched.add(field);
    this.#check();
    this.#mount.update();
  };

  /** Resolves when no pointer is down: what moves the page in mid-click would swallow the click. */
  released = Promise.resolve();

  readonly #hold = (): void => {
    this.username?.left();
    const over = new AbortController();
    const view = this.#mount.container.ownerDocument.defaultView;
    this.released = new Promise((released) => {
      setTimeout(released, 1000); // in a menu, no window hears of the pointer
      for (const end of ["pointerup", "pointercancel"]) {
        const lifted = () => {
          over.abort();
          setTimeout(released); // the click comes first
        };
        view?.addEventListener(end, lifted, { signal: over.signal });
      }
    });
  };

  readonly blur = async (event: FocusEvent): Promise<void> => {
    this.username?.left();
    const control = event.target;
    // The submission checks everything anyway.
    const submitting = (event.relatedTarget as HTMLButtonElement | null)?.type === "submit";
    if (!isControl(control) || control.type === "checkbox" || !control.value || submitting) return;
    await this.released;
    // It may have been taken away by the page, and be back with the focus.
    if (!control.isConnected || hasFocus(control)) return;
    const { field } = control;
    // What a server said of a value stands until the value changes.
    if (this.problems(field).length === 0) this.#touch(field);
  };

  #touch(field: string): void {
    this.#touched.add(field);
    this.#check();
  }

  async #check(): Promise<void> {
    const check = ++this.#checks;
    await turn(); // what was typed is drawn first
    if (check !== this.#checks) return;
    const problems = await this.#session.signup?.check(this.values()).catch(() => undefined);
    if (!problems || check !== this.#checks) return;
    this.#checked = check;
    this.#local = problems;
    this.#mount.update();
  }

  /** Takes in what is known of the name now, and whether that is wrong with its field. */
  setName(name: NameCheck, wrong = false): void {
    if (wrong) this.#touched.add("username");
    this.name = name;
    this.#mount.update();
  }

  /** Fills a field with what the visitor chose elsewhere, and goes there. */
  take(field: FieldName, value: string): void {
    this.#edited.add(field);
    this.put(field, value);
    this.focus(field);
    this.#touch(field);
  }

  /**
   * Prepares to submit; false if that would be pointless: the server counts
   * each try, so a name that is known to be taken is not sent.
   */
  async submit(): Promise<boolean> {
    this.revealed = false;
    this.refused = [];
    this.username?.sent();
    const hopeless = this.#taken;
    this.#touched = new Set(hopeless ? this.#names : []);
    this.#local = [];
    if (hopeless) await this.#check();
    else this.#checks++;
    return !hopeless;
  }

  /** Says what has to be corrected, where the focus is then: until the next try, whatever changes in the fields. */
  tellProblems(): void {
    this.refused = this.allProblems;
    this.#mount.render();
    const box = this.#form?.querySelector<HTMLElement>(":scope > [tabindex]");
    // All of it is the name of the box, which is read out once as the focus comes there.
    // biome-ignore lint/performance/useDomNodeTextContent: blocks stand apart in this one alone
    box?.setAttribute("aria-label", box.innerText);
    box?.focus();
  }

  /** Whether it is valid; says what is wrong if it is not. */
  report(): boolean {
    const { valid } = this;
    if (!valid) {
      this.#touched = new Set(this.#names);
      this.#check().then(() => this.#form && this.allProblems.length && this.tellProblems());
    }
    return valid;
  }

  /** Empties all fields, but for what the page gave. */
  reset(): void {
    this.#form?.reset();
    this.#draft.clear();
    this.#edited.clear();
    this.#leave();
    this.shortened = this.lapsed = false;
    this.#touched = new Set(this.#names); // a refusal was about what is gone
    for (const [field, value] of this.#fromAttributes) this.put(field as FieldName, value);
    this.#mount.update();
  }

  focus(field: string): void {
    this.#control(field)?.focus();
  }
}

const usernameTaken: FieldProblem = { field: "username", code: "ERR_TAKEN", origin: "local" };

/** What the checkbox says when an agreement has lapsed. */
export const agreementLapsed: FieldProblem = { field: "agreement", code: "ERR_CHANGED", origin: "local" };
