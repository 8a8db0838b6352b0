import { named } from "./names.js";
import { bare, own } from "./own.js";

/** A server as the directory lists it. The server itself knows better. */
export interface Listing {
  name: string; // of the server's host
  description: string;
  thumbnail: string; // address of a picture
  languages: string[];
  category: string;
  region: string;
  users: number; // who came in the last week
  reviewed: boolean; // staff look at every sign-up
}

/** The list of joinmastodon.org. Others that answer in the same way can take its place. */
export const joinMastodon = "https://api.joinmastodon.org/servers";

// joinmastodon.org lists a few hundred servers in a few hundred kilobytes.
const maxSize = 2_000_000;
const maxListings = 2000;
const patience = 15_000; // milliseconds

/**
 * Reads the servers of a directory, of one ownership: "juridicial" (as it is
 * written there) or "natural"; empty for all. What it says of them all are the
 * other filters' to sift, so that it is asked once.
 */
export async function readDirectory(address: string, ownership: string): Promise<Listing[]> {
  const url = new URL(address);
  for (const filter of ["language", "category", "region", "ownership", "registrations"]) {
    url.searchParams.set(filter, filter === "ownership" ? ownership : "");
  }
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), patience);
  try {
    const init = bare({ credentials: "omit", referrerPolicy: "no-referrer", signal: late.signal });
    const response = await fetch(url, init);
    if (!response.ok) throw new Error(`${url} has status ${response.status}`);
    return listingsOf(JSON.parse(await textOf(response)));
  } finally {
    clearTimeout(timer);
  }
}

/** The text of an answer, unless it is too long. */
async function textOf({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let size = 0; reader; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > maxSize) {
      reader.cancel();
      throw new Error("the list is too long");
    }
    text += decoder.decode(value, { stream: true });
  }
  return text;
}

/** What can be read of a directory's answer: each server once. */
export function listingsOf(answer: unknown): Listing[] {
  if (!Array.isArray(answer)) throw new Error("this is no list");
  const listings = new Map<string, Listing>();
  for (const item of answer.slice(0, maxListings)) {
    if (!item || typeof item !== "object") continue;
    const member = (name: string): unknown => own(item as object, name);
    const line = (name: string, most: number) => {
      const value = member(name);
      return typeof value === "string" ? plain(value).slice(0, most) : "";
    };
    const name = line("domain", 253).toLowerCase();
    const languages = member("languages");
    if (!/^(?=.*[a-z])[^\s/?#@:%\\<>]+\.[^\s/?#@:%\\<>.]{2,}$/u.test(name) || listings.has(name)) continue;
    const users = Number(member("last_week_users"));
    listings.set(name, {
      name,
      description: line("description", 500),
      thumbnail: /^https:\/\//i.test(line("proxied_thumbnail", 2000)) ? line("proxied_thumbnail", 2000) : "",
      languages: (Array.isArray(languages) ? languages : [])
        .slice(0, 50)
        .filter((tag): tag is string => typeof tag === "string" && /^[a-z]{2,3}([-_]\w{2,8})*$/i.test(tag))
        .map((tag) => tag.replaceAll("_", "-")),
      category: line("category", 40).toLowerCase(),
      region: line("region", 40).toLowerCase(),
      users: Number.isFinite(users) && users > 0 ? Math.floor(users) : 0,
      reviewed: member("approval_required") === true,
    });
  }
  return [...listings.values()];
}

/** Text in one line, without what would change how the text around it shows. */
const plain = (text: string) => named(text).slice(1, -1).replace(/\s+/g, " ");

/** What a visitor is looking for. Empty filters let all pass. */
export interface Wanted {
  words: string;
  language: string;
  category: string;
  region: string;
  registrations: string; // "instant" or "manual"
  sort: "suggested" | "active" | "name";
}

export const anything: Wanted = {
  words: "",
  language: "",
  category: "",
  region: "",
  registrations: "",
  sort: "suggested",
};

const languageOf = (tag: string) => tag.split("-")[0] ?? "";

/** The servers that a visitor who prefers these languages may look for, in the wanted order. */
export function sifted(
  listings: readonly Listing[],
  wanted: Wanted,
  preferred: readonly string[],
): Listing[] {
  const words = wanted.words.toLowerCase().split(/\s+/).filter(Boolean);
  const ours = preferred.map(languageOf);
  const rank = ({ languages, reviewed }: Listing) =>
    (languages.some((tag) => ours.includes(languageOf(tag))) ? 0 : 2) + (reviewed ? 1 : 0);
  return listings
    .filter(
      (l) =>
        words.every((word) => `${l.name} ${l.description}`.toLowerCase().includes(word)) &&
        (!wanted.language || l.languages.some((tag) => languageOf(tag) === wanted.language)) &&
        (!wanted.category || l.category === wanted.category) &&
        (!wanted.region || l.region === wanted.region) &&
        (!wanted.registrations || l.reviewed === (wanted.registrations === "manual")),
    )
    .sort((a, b) => {
      if (wanted.sort === "name") return a.name < b.name ? -1 : 1;
      return (wanted.sort === "suggested" ? rank(a) - rank(b) : 0) || b.users - a.users;
    });
}

/** The values that servers have for a filter, with how many have each, most first. */
export function valuesOf(
  listings: readonly Listing[],
  filter: "language" | "category" | "region",
): [string, number][] {
  const counts = new Map<string, number>();
  for (const listing of listings) {
    const values =
      filter === "language"
        ? listing.languages.map(languageOf)
        : [filter === "category" ? listing.category : listing.region];
    for (const value of new Set(values)) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
