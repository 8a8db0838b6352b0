import { bare } from "./own.js";

/** The part of Trusted Types that is used here, where the browser has it. */
interface Policy {
  createHTML(text: string): string;
  createScriptURL(url: string): string;
}
interface Policies {
  createPolicy(name: string, rules: Policy): Policy;
}

let policy: Policy | undefined;

function getPolicy(): Policy {
  const same = (text: string) => text;
  const rules: Policy = bare({ createHTML: same, createScriptURL: same });
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  try {
    policy ??= trustedTypes?.createPolicy("fedi-signup", rules);
  } catch {
    // The page allows none of this name. It may take plain texts nevertheless.
  }
  policy ??= rules;
  return policy;
}

/** A text becomes markup by this alone: our templates; a server's where no script runs, and in a frame without any. */
export const markup = (text: string): string => getPolicy().createHTML(text);

/** The address of a script whose hash the browser will check. */
export const scriptUrl = (url: string): string => getPolicy().createScriptURL(url);

let reader: Document | undefined; // of HTML, which only documents of HTML read: the page may be one of XML

/** A template for Lit. */
export function template(text: string): HTMLTemplateElement {
  reader ??= document.implementation.createHTMLDocument();
  const made = reader.createElement("template");
  made.innerHTML = markup(text);
  return made;
}
