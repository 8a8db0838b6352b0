import { returnMark, serverUrlOf } from "./options.js";
import type { State } from "./state.js";

/**
 * Takes the mark of an email's link out of the page's address, so that a bookmark
 * does not repeat it. For a reload the page's entry in the history keeps it, until
 * a widget for its server shows a screen that does not speak of it.
 */
export function keepReturn({ screen, server, told }: State): void {
  if (screen === "loading" || screen === "failed") return;
  const all = history.state;
  const { fediSignup: before, ...others } = all ?? {};
  const from = serverUrlOf(returnMark())?.host;
  const own = from === server?.host;
  const now = screen === "returned" || told ? server?.host : own ? undefined : from;
  const takes = !all || Object.getPrototypeOf(all) === Object.prototype; // it is the page's own
  const state = takes && now !== before ? { ...others, ...(now && { fediSignup: now }) } : all;
  const url = new URL(location.href);
  const pairs = url.search.slice(1).split("&"); // the rest stays as it is written
  const rest = pairs.filter((pair) => !new URLSearchParams(pair).has("fedi-signup"));
  if (rest.length < pairs.length) url.search = rest.join("&");
  else if (state === all) return;
  try {
    history.replaceState(state, "", url);
  } catch {
    // Some frames may not.
  }
}
