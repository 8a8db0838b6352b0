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
  "expose-token",
  "core-src",
] as const;

export type Attribute = (typeof attributes)[number];

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

/** The languages of the page around the element and of the visitor, preferred first. */
export function languagesOf(element: HTMLElement): string[] {
  return tags([
    element.getAttribute("lang"),
    element.parentElement?.closest("[lang]")?.getAttribute("lang"),
    ...navigator.languages,
  ]);
}

/** What the core is told about the page. */
export function optionsOf(element: HTMLElement): Options {
  const options: Options = {
    appName: textOf(element, "app-name") || document.title.trim() || location.host,
    appWebsite: addressOf(element, "app-website") || location.origin,
    returnUrl: addressOf(element, "return-url") || location.origin + location.pathname,
    languages: tags([textOf(element, "locale"), ...languagesOf(element)]),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    persist: choiceOf(element, "persist", ["session", "local", "none"]),
  };
  const [broker, invite] = [addressOf(element, "broker"), textOf(element, "invite")];
  if (broker) options.broker = broker;
  if (invite) options.invite = invite;
  return options;
}
