import { FormVersion, type Form as Kept } from "./core/types.js";
import type { Form } from "./form.js";
import { choiceOf } from "./options.js";
import type { State } from "./state.js";

/** What keeping a form needs of the widget around it. */
export interface LastFormHost {
  readonly element: HTMLElement;
  readonly session: { readonly state: State };
  readonly form: Pick<Form, "text">;
}

/**
 * To be called when there is a new state. Once a server has answered, keeps its form
 * for the next visit where accounts that wait are kept, and forgets it if there is none.
 */
export function keepForm({ element, session, form }: LastFormHost, before: State): void {
  const { screen, server, fields, rules, rulesLeftOut, documents, terms, ahead } = session.state;
  const persist = choiceOf(element, "persist");
  if (!server || ahead || !(before.ahead || before.screen === "loading") || persist === "none") return;
  const snapshot = { screen, server, fields, rules, rulesLeftOut, documents, terms, problems: [] };
  const kept = { version: FormVersion, at: Date.now(), server: server.host, snapshot } as Kept;
  const key = `fedi-signup:form ${server.host}`;
  try {
    const storage = persist === "local" ? localStorage : sessionStorage;
    // With an invite, the server may ask for something else.
    if (screen === "form" && !form.text("invite_code")) storage.setItem(key, JSON.stringify(kept));
    else storage.removeItem(key);
  } catch {
    // It is full or forbidden: the next visit waits for the server.
  }
}
