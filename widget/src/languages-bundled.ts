/** The texts by their language, at addresses that bundlers know how to follow. */
import type { Translation } from "./strings.js";

export const texts: Record<string, () => Promise<{ default: Translation }>> = {
  ar: () => import("./texts/ar.js"),
  ca: () => import("./texts/ca.js"),
  cs: () => import("./texts/cs.js"),
  cy: () => import("./texts/cy.js"),
  de: () => import("./texts/de.js"),
  es: () => import("./texts/es.js"),
  eu: () => import("./texts/eu.js"),
  fa: () => import("./texts/fa.js"),
  fr: () => import("./texts/fr.js"),
  he: () => import("./texts/he.js"),
  hi: () => import("./texts/hi.js"),
  id: () => import("./texts/id.js"),
  it: () => import("./texts/it.js"),
  ja: () => import("./texts/ja.js"),
  ko: () => import("./texts/ko.js"),
  nl: () => import("./texts/nl.js"),
  pl: () => import("./texts/pl.js"),
  "pt-BR": () => import("./texts/pt-BR.js"),
  ru: () => import("./texts/ru.js"),
  tr: () => import("./texts/tr.js"),
  uk: () => import("./texts/uk.js"),
  "zh-Hans": () => import("./texts/zh-Hans.js"),
  "zh-Hant": () => import("./texts/zh-Hant.js"),
};
