import { host } from "./core/host.js";
import { type Form, FormVersion } from "./core/types.js";
import { addressOf, choiceOf, serverOf, serverUrlOf } from "./options.js";
import { bare } from "./own.js";
import type { State } from "./state.js";

const longest = 30 * 86_400_000; // milliseconds that a form is worth showing

/** The form that the site's edge has at hand. */
async function formOfEdge(element: HTMLElement, server: URL | undefined): Promise<Form> {
  const broker = addressOf(element, "broker").replace(/\/$/, "");
  const url = `${broker}/v1/form?server=${encodeURIComponent(server?.origin ?? "")}`;
  return (await fetch(url, bare({ credentials: "omit", referrerPolicy: "no-referrer" }))).json();
}

/**
 * The form of the server that the page has at hand: what examples/snapshot made
 * of it, as JSON in a script within the element, or else the edge. Nothing if it
 * is old, foreign or broken, or if there is an account to show instead.
 */
export async function formAhead(element: HTMLElement): Promise<State | undefined> {
  const script = element.querySelector(":scope > script[type='application/json']");
  if (!script && !addressOf(element, "broker")) return undefined;
  try {
    const asked = serverUrlOf(serverOf(element));
    const form: Form = script ? JSON.parse(script.textContent ?? "") : await formOfEdge(element, asked);
    const { version, at, server, snapshot } = form;
    const fits = version === FormVersion && server === asked?.host;
    const recent = Math.abs(Date.now() - at) < longest;
    const account = host.get(choiceOf(element, "persist"), `fedi-signup:account ${snapshot.server?.host}`);
    const { fields, rules, documents } = snapshot;
    const sound = snapshot.screen === "form" && [fields, rules, documents].every(Array.isArray);
    return fits && recent && sound && !account ? { ...snapshot, problems: [], ahead: true } : undefined;
  } catch {
    return undefined; // there is none
  }
}
