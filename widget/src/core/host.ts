import { bare } from "../own.js";
import { turn } from "../promises.js";
import { answerTo, askAhead } from "./asked.js";
import { get, remove, set } from "./storage.js";

/** What the page lends to the core. Nothing here throws: TinyGo could not catch it. */
export interface Host {
  fetch(url: string, init: RequestInit): Promise<Response>;
  get(kind: string, key: string): string | null;
  set(kind: string, key: string, value: string): void;
  remove(kind: string, key: string): void;
  ascii(name: string): string;
}

// The page's cookies and address are no business of the server's.
const request = async (url: string, init: RequestInit) =>
  fetch(url, bare({ ...init, credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" }));

/** The document that tells what a server asks of new people. */
export const documentOf = (origin: string): string => `${origin}/api/v2/instance`;

/** Asks a server, by its origin, for what the core will want to know first, and keeps the answer for it. */
export function askServer(origin: string): void {
  const url = documentOf(origin);
  // What the core would ask in another way or not at all, such as a single word, is left to it.
  const asIs = /^(https:\/\/[^/:]+\.[a-z][^/:.]*|http:\/\/(localhost|127\.[\d.]+|\[::1\]))(:|$)/.test(origin);
  if (asIs) askAhead(url, (signal) => request(url, { signal, headers: { Accept: "application/json" } }));
}

export const host: Host = {
  fetch(url, init) {
    return answerTo(url, init.signal)?.finally(turn) ?? request(url, init); // the core has just been at work
  },

  get,
  set,
  remove,

  /** A name in another script, in the form that requests use; empty if there is none. */
  ascii(name) {
    try {
      return new URL(`https://${name}`).hostname;
    } catch {
      return "";
    }
  },
};
