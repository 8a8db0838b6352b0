import { host } from "./core/host.js";
import { type Form, FormVersion } from "./core/types.js";
import { addressOf, choiceOf, serverOf, serverUrlOf } from "./options.js";
import { bare } from "./own.js";
import { early, type State } from "./state.js";

const day = 86_400_000; // milliseconds

/** The form that the site's edge has at hand, as JSON; empty if there is none. */
async function formOfEdge(broker: string, server: URL): Promise<string> {
  const url = `${broker.replace(/\/$/, "")}/v1/form?server=${encodeURIComponent(server.origin)}`;
  const options = bare({ credentials: "omit", referrerPolicy: "no-referrer" } as const);
  return fetch(url, options).then(
    (answer) => answer.text(),
    () => "",
  );
}

/**
 * What can be shown of the server that the page names before the core is there, one
 * after the other: the form that is at hand, which examples/snapshot made as JSON in
 * a script within the element, or which was seen here last; or else the fields that
 * every server has, and then the form that the site's edge has. None that is old,
 * foreign or broken, and nothing if there is an account to show instead.
 */
export async function* formsAhead(element: HTMLElement): AsyncGenerator<State> {
  const asked = serverUrlOf(serverOf(element));
  if (!asked) return;
  const stored = (what: string, server = asked.host) =>
    host.get(choiceOf(element, "persist"), `fedi-signup:${what} ${server}`) ?? "";
  const shown = (json: string, days: number): State | undefined => {
    try {
      const { version, at, server, snapshot }: Form = JSON.parse(json);
      const fits = version === FormVersion && server === asked.host;
      const recent = Math.abs(Date.now() - at) < days * day;
      const { fields, rules, documents } = snapshot;
      const sound = snapshot.screen === "form" && [fields, rules, documents].every(Array.isArray);
      const account = stored("account", snapshot.server?.host);
      return fits && recent && sound && !account ? { ...snapshot, problems: [], ahead: true } : undefined;
    } catch {
      return undefined; // there is none
    }
  };
  const script = element.querySelector(":scope > script[type='application/json']");
  const atHand = script ? shown(script.textContent, 30) : shown(stored("form"), 1);
  if (atHand || !stored("account")) yield atHand ?? early;
  const broker = addressOf(element, "broker");
  const ofEdge = !atHand && !script && broker && shown(await formOfEdge(broker, asked), 30);
  if (ofEdge) yield ofEdge;
}
