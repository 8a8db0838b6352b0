import * as storage from "./core/storage.js";
import { type Form, FormVersion } from "./core/types.js";
import { openedForm } from "./opener.js";
import {
  addressOf,
  choiceOf,
  folderOf,
  inviteOf,
  preferredLanguages,
  serverOf,
  serverUrlOf,
} from "./options.js";
import { bare } from "./own.js";
import { early, type State } from "./state.js";

const day = 86_400_000; // milliseconds

/** What is kept for a server here; empty if there is nothing. */
const stored = (element: HTMLElement, what: string, server = "") =>
  storage.get(choiceOf(element, "persist"), `fedi-signup:${what} ${server}`) ?? "";

/** A form that is at hand as JSON, unless it is old, foreign or broken, or there is an account to show instead. */
function formIn(element: HTMLElement, json: string, days: number): State | undefined {
  if (!json) return undefined;
  try {
    const { version, at, server, snapshot }: Form = JSON.parse(json);
    const fits = version === FormVersion && server === serverUrlOf(serverOf(element))?.host;
    const recent = Math.abs(Date.now() - at) < days * day;
    const { fields, rules, documents } = snapshot;
    const sound = snapshot.screen === "form" && [fields, rules, documents].every(Array.isArray);
    const account = stored(element, "account", snapshot.server?.host);
    return fits && recent && sound && !account ? { ...snapshot, problems: [], ahead: true } : undefined;
  } catch {
    return undefined; // there is none
  }
}

const scriptIn = (element: HTMLElement) => element.querySelector(":scope > script[type='application/json']");

/**
 * What can be shown at once of the server that the page names: the form that
 * examples/snapshot made as JSON in a script within the element, or which was seen
 * here last; or else the fields that every server has. Nothing if there is an account.
 */
export function formAtHand(element: HTMLElement): State | undefined {
  const host = serverUrlOf(serverOf(element))?.host;
  if (!host) return undefined;
  const script = scriptIn(element);
  const form = script
    ? formIn(element, script.textContent, 30)
    : formIn(element, stored(element, "form", host), 1);
  return form ?? (stored(element, "account", host) ? undefined : early);
}

/**
 * The form where the page has none itself: the one that the site's edge has at hand,
 * or which the opener makes of the server's document.
 */
export async function formOnItsWay(element: HTMLElement): Promise<State | undefined> {
  const broker = addressOf(element, "broker");
  const server = serverUrlOf(serverOf(element));
  if (!server || inviteOf(element)) return undefined; // with an invite, the form has one more field
  const form = broker
    ? formOfEdge(broker, server.origin)
    : openedForm(server.origin, preferredLanguages(element), folderOf(element));
  return formIn(element, await form.catch(() => ""), 30);
}

/** The form, as JSON, that the site's edge has at hand. */
async function formOfEdge(broker: string, server: string): Promise<string> {
  const url = `${broker.replace(/\/$/, "")}/v1/form?server=${encodeURIComponent(server)}`;
  const answer = await fetch(url, bare({ credentials: "omit", referrerPolicy: "no-referrer" } as const));
  return answer.text();
}
