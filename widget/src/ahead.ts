import { host } from "./core/host.js";
import { type Form, FormVersion } from "./core/types.js";
import { choiceOf, serverUrlOf } from "./options.js";
import type { State } from "./state.js";

const longest = 30 * 86_400_000; // milliseconds that a form is worth showing

/**
 * The form of the server that the page has at hand: what examples/snapshot made
 * of it, as JSON in a script within the element. Nothing if it is old, foreign or
 * broken, or if there is an account to show instead.
 */
export function formAhead(element: HTMLElement): State | undefined {
  try {
    const script = element.querySelector(":scope > script[type='application/json']");
    const { version, at, server, snapshot } = JSON.parse(script?.textContent ?? "") as Form;
    const fits = version === FormVersion && server === serverUrlOf(element)?.host;
    const recent = Math.abs(Date.now() - at) < longest;
    const account = host.get(choiceOf(element, "persist"), `fedi-signup:account ${snapshot.server?.host}`);
    const { fields, rules, documents } = snapshot;
    const sound = snapshot.screen === "form" && [fields, rules, documents].every(Array.isArray);
    return fits && recent && sound && !account ? { ...snapshot, problems: [], ahead: true } : undefined;
  } catch {
    return undefined; // there is none
  }
}
