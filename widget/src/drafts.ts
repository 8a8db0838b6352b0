import type { FieldName } from "./core/types.js";
import type { Form } from "./form.js";
import { choiceOf } from "./options.js";
import { own } from "./own.js";
import type { State } from "./state.js";

/** What the drafts need of the widget around them. */
export interface DraftsHost {
  readonly element: HTMLElement;
  readonly session: { readonly state: State; readonly awake: boolean };
  readonly form: Pick<Form, "typed" | "restore">;
}

/** What a reload may bring back. Never the password. */
const fields = ["username", "email"] as const satisfies FieldName[];

/** Whose draft is kept, by key: of several forms for a server on one page the first. */
const keepers = new Map<string, HTMLElement>();

/**
 * Keeps the name and the address that were typed while no account is made of them,
 * so that a reload of the page does not lose them: in this tab alone.
 */
export class Drafts {
  readonly #host: DraftsHost;
  #server = "";
  #key = ""; // empty where another form keeps its draft
  #kept = ""; // what is in the storage

  constructor(host: DraftsHost) {
    this.#host = host;
    this.beforeDraw();
  }

  /** To be called before a new state is drawn: fills in what was typed for this server before a reload. */
  beforeDraw(): void {
    const { element, session, form } = this.#host;
    const { host } = session.state.server ?? {};
    if (!host || host === this.#server) return;
    this.#write(""); // what was typed for another server goes on to this one
    this.#server = host;
    const key = `fedi-signup:draft ${host}`;
    const keeper = keepers.get(key);
    const taken = keeper !== element && keeper?.isConnected;
    this.#key = taken ? "" : key;
    if (taken) return;
    keepers.set(key, element);
    const draft = this.#read();
    for (const field of fields) {
      const text = own(draft, field);
      if (typeof text === "string" && !form.typed(field)) form.restore(field, text);
    }
  }

  /** To be called whenever something was drawn: keeps what is typed by now. */
  afterDraw(): void {
    const { session, form } = this.#host;
    const typed = fields.flatMap((field) => {
      const text = this.#wanted && session.awake && form.typed(field);
      return text ? [[field, text]] : [];
    });
    this.#write(typed.length ? JSON.stringify(Object.fromEntries(typed)) : "");
  }

  #read(): Record<string, unknown> {
    try {
      this.#kept = sessionStorage.getItem(this.#key) ?? "";
      if (!this.#wanted) return {};
      return Object(JSON.parse(this.#kept || "{}"));
    } catch {
      return {}; // forbidden, or something else's
    }
  }

  #write(draft: string): void {
    if (draft === this.#kept || !this.#key) return;
    this.#kept = draft;
    try {
      if (draft) sessionStorage.setItem(this.#key, draft);
      else sessionStorage.removeItem(this.#key);
    } catch {
      // It is full or forbidden: a reload will have forgotten.
    }
  }

  get #wanted(): boolean {
    return choiceOf(this.#host.element, "persist") !== "none";
  }
}
