import type { Options } from "./core/types.js";
import { tags } from "./format.js";

/** All attributes that the element knows. */
export const attributes = [
  "server",
  "invite",
  "app-name",
  "app-website",
  "return-url",
  "broker",
  "lang",
  "locale",
  "theme",
  "root",
  "loading",
  "username",
  "email",
  "reason",
  "persist",
  "follow",
  "expose-token",
  "core-src",
] as const;

/** The attributes that make the options of the core. */
export const optionAttributes = [
  "app-name",
  "app-website",
  "return-url",
  "locale",
  "lang",
  "persist",
  "broker",
  "invite",
  "follow",
] as const;

export type Attribute = (typeof attributes)[number];

/** The attributes that know a few values alone. */
interface Choices {
  theme: "auto" | "light" | "dark";
  root: "light" | "shadow";
  loading: "lazy" | "eager";
  persist: "session" | "local" | "none";
  "expose-token": boolean | "";
}

/** The attributes as templates of frameworks give them. */
export type FediSignupAttributes = {
  [Name in Attribute]?: (Name extends keyof Choices ? Choices[Name] : string) | undefined;
};

/** The text of an attribute without the white space that pasting brings. */
export function textOf(element: HTMLElement, name: Attribute): string {
  return element.getAttribute(name)?.trim() ?? "";
}

/** One of the known values, else the first. */
export function choiceOf<T extends string>(
  element: HTMLElement,
  name: Attribute,
  known: readonly [T, ...T[]],
): T {
  const value = textOf(element, name).toLowerCase();
  return known.find((choice) => choice === value) ?? known[0];
}

/** An address of the web, absolute; empty if the attribute holds none. */
export function addressOf(element: HTMLElement, name: Attribute): string {
  const value = textOf(element, name);
  if (!value || !URL.canParse(value, document.baseURI)) return "";
  const { protocol, href } = new URL(value, document.baseURI);
  return /^https?:$/.test(protocol) ? href : "";
}

/** Where the core and the packs are, if not beside the script. */
export function folderOf(element: HTMLElement): string | undefined {
  const address = addressOf(element, "core-src");
  return address ? address.replace(/\/?([?#].*)?$/, "/") : undefined;
}

/** The address of the server that the attribute names, if it is a web address or the name in one. */
export function serverUrlOf(element: HTMLElement): URL | undefined {
  const given = textOf(element, "server");
  const url = given.includes("://") ? given : `https://${given}`;
  return given && URL.canParse(url) ? new URL(url) : undefined;
}

/** The languages of the page around the element and of the visitor, preferred first. */
export function languagesOf(element: HTMLElement): string[] {
  return tags([
    element.getAttribute("lang"),
    element.parentElement?.closest("[lang]")?.getAttribute("lang"),
    ...navigator.languages,
  ]);
}

/** A parameter of the page's own address. */
const parameter = (name: string) => new URLSearchParams(location.search).get(name)?.trim() ?? "";

let returned: string | undefined;

/**
 * The server whose mail's link led to this page, if the address is right, or the
 * entry of a page that was reloaded; empty if they name none.
 */
export function returnedFrom(): string {
  returned ??= parameter("fedi-signup") || (history.state?.fediSignup as string) || "";
  return returned;
}

/** What the core has to know about the page. One without an address of the web has that of the page around it, if any. */
export function optionsOf(element: HTMLElement, returned: string): Options {
  const page = [location.href, document.baseURI].find((address) => /^https?:/.test(address));
  const { host, origin, pathname } = page ? new URL(page) : { host: "", origin: "", pathname: "" };
  const options: Options = {
    appName: textOf(element, "app-name") || document.title.trim() || host,
    appWebsite: addressOf(element, "app-website") || origin,
    returnUrl: addressOf(element, "return-url") || origin + pathname,
    languages: tags([textOf(element, "locale"), ...languagesOf(element)]),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    persist: choiceOf(element, "persist", ["session", "local", "none"]),
  };
  const more = {
    broker: addressOf(element, "broker"),
    invite: textOf(element, "invite") || parameter("invite"),
    follow: textOf(element, "follow"),
    returned,
  };
  for (const [name, value] of Object.entries(more)) {
    if (value) options[name as keyof typeof more] = value;
  }
  return options;
}
