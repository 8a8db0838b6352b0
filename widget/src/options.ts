import { folderAt } from "./core/folder.js";
import type { Options } from "./core/types.js";
import { own } from "./own.js";
import { tags } from "./tags.js";

/** The attributes that make the options of the core. */
export const optionAttributes = [
  "app-name",
  "app-website",
  "return-url",
  "locale",
  "lang",
  "persist",
  "broker",
  "isolate",
  "invite",
  "follow",
] as const;

/** All attributes that the element knows. */
export const attributes = [
  ...optionAttributes,
  "server",
  "servers",
  "directory",
  "theme",
  "root",
  "display",
  "loading",
  "username",
  "email",
  "reason",
  "expose-token",
  "core-src",
  "challenge",
] as const;

export type Attribute = (typeof attributes)[number];

/** The attributes that know a few values alone, the default first. */
export const choices = {
  theme: ["auto", "light", "dark"],
  root: ["light", "shadow"],
  display: ["inline", "dialog"],
  loading: ["lazy", "eager"],
  persist: ["session", "local", "none"],
} as const;

type Choices = { [Name in keyof typeof choices]: (typeof choices)[Name][number] } & {
  "expose-token": boolean | "";
};

/** The attributes as templates of frameworks give them. */
export type FediSignupAttributes = {
  [Name in Attribute]?: (Name extends keyof Choices ? Choices[Name] : string) | undefined;
};

type Property<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Tail>}`
  : Name;

/**
 * The attributes as properties: texts without the white space around them, one
 * of the known values. Null takes the attribute away.
 */
export type FediSignupProperties = {
  [Name in Exclude<Attribute, "lang" | "expose-token"> as Property<Name>]: Name extends keyof typeof choices
    ? Choices[Name]
    : string;
} & { exposeToken: boolean };

/** The text of an attribute without the white space that pasting brings. */
export function textOf(element: HTMLElement, name: Attribute): string {
  return element.getAttribute(name)?.trim() ?? "";
}

/** One of the known values, else the first. */
export function choiceOf<Name extends keyof typeof choices>(element: HTMLElement, name: Name): Choices[Name] {
  const value = textOf(element, name).toLowerCase();
  const known = own(choices, name) as readonly string[];
  return (known.includes(value) ? value : known[0]) as Choices[Name];
}

/** Gives a class its attributes as properties. Returns their names. */
export function mirror({ prototype }: { prototype: HTMLElement }): string[] {
  return attributes.flatMap((name) => {
    const property = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    if (property in prototype) return []; // lang, which every element mirrors
    const flag = name === "expose-token";
    Object.defineProperty(prototype, property, {
      get(this: HTMLElement) {
        if (flag) return this.hasAttribute(name);
        return own(choices, name) ? choiceOf(this, name as keyof typeof choices) : textOf(this, name);
      },
      set(this: HTMLElement, value: unknown) {
        if (value === null || value === undefined || (flag && !value)) this.removeAttribute(name);
        else this.setAttribute(name, flag ? "" : String(value));
      },
    });
    return property;
  });
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
  return address ? folderAt(address) : undefined;
}

/** The server that the attributes name, where they leave no choice. */
export const serverOf = (element: HTMLElement): string =>
  textOf(element, "server") || (/^(?!directory$)[^\s,]+$/.exec(textOf(element, "servers"))?.[0] ?? "");

/** The address of a server, if what was given for it is a web address or the name in one. */
export function serverUrlOf(given: string): URL | undefined {
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

/** Those of the email and the account, before the page's and the visitor's. */
export const preferredLanguages = (element: HTMLElement): string[] =>
  tags([textOf(element, "locale"), ...languagesOf(element)]);

/** A parameter of the page's own address. */
const parameter = (name: string) => new URLSearchParams(location.search).get(name)?.trim() ?? "";

/** The mark of an email's link: in the page's address, or after a reload in its entry in the history. */
export const returnMark = (): string =>
  parameter("fedi-signup") || (history.state?.fediSignup as string) || "";

let returned: string | undefined;

/** The server whose email's link led to this page, if the mark is right; empty if there was none. */
export function returnedFrom(): string {
  returned ??= returnMark();
  return returned;
}

/** The invite that the attributes or the page's address hold. */
export const inviteOf = (element: HTMLElement): string => textOf(element, "invite") || parameter("invite");

/** The visitor's time zone. To ask Intl takes 15 ms, so that is for browsers from before 2026. */
const timeZone = (): string =>
  (globalThis as { Temporal?: { Now?: { timeZoneId?(): string } } }).Temporal?.Now?.timeZoneId?.() ??
  Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What the core has to know about the page. One without an address of the web has that of the page around it, if any. */
export function optionsOf(element: HTMLElement, returned: string): Options {
  const page = [location.href, document.baseURI].find((address) => /^https?:/.test(address));
  const { host, origin, pathname } = page ? new URL(page) : { host: "", origin: "", pathname: "" };
  const options: Options = {
    appName: textOf(element, "app-name") || document.title.trim() || host,
    appWebsite: addressOf(element, "app-website") || origin,
    returnUrl: addressOf(element, "return-url") || origin + pathname,
    languages: preferredLanguages(element),
    timeZone: timeZone(),
    persist: choiceOf(element, "persist"),
  };
  const more = {
    broker: addressOf(element, "broker"),
    invite: inviteOf(element),
    follow: textOf(element, "follow"),
    returned,
  };
  for (const [name, value] of Object.entries(more)) {
    if (value) options[name as keyof typeof more] = value;
  }
  return options;
}
