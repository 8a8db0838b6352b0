import { own } from "./own.js";
import { say } from "./say.js";
import {
  extraTexts,
  type FormStrings,
  type Strings,
  type StringsOverride,
  type Translation,
} from "./strings.js";

/** Texts with those of the page in their place. */
export const overridden = <T>(texts: T, over: unknown): T => merged(texts, over, true) as T;

/** Those of the form with all others, in English or translated, and those of the page in their place. */
export const textsWith = (
  form: FormStrings,
  over: StringsOverride,
  more: Translation | typeof extraTexts = extraTexts,
): Strings => overridden(merged(form, more) as Strings, over);

/** The texts of the first with those of the second over them, at any depth. */
function merged(texts: unknown, over: unknown, theirs = false, said = false): unknown {
  if (over == null || (theirs && !fits(typeof over, typeof texts, said))) return texts;
  if (theirs && typeof over === "function") return orElse(over as Speaker, (texts ?? "") as string | Speaker);
  if (typeof over !== "object") return over;
  const all = Object.assign(Array.isArray(texts ?? over) ? [] : Object.create(null), texts);
  for (const [name, text] of Object.entries(over)) {
    all[name] = merged(own(all, name), text, theirs, said || name === "fields" || name === "problems");
  }
  return all;
}

/** Whether a text of the page's is of a kind that can stand for ours; some of ours are always said. */
const fits = (theirs: string, ours: string, said: boolean) =>
  theirs === ours ||
  (theirs === "object"
    ? ours === "undefined"
    : ours !== "object" && (theirs === "string" || (said && theirs === "function")));

type Speaker = (about: unknown) => string;

const reported = new WeakSet<Speaker>();

/** A function of the page's that says what ours says where it throws or makes no text. */
const orElse = (theirs: Speaker, ours: string | Speaker) => (about: unknown) => {
  try {
    const text: unknown = theirs(about);
    if (typeof text === "string") return text;
  } catch (error) {
    if (!reported.has(theirs)) reportError(error);
    reported.add(theirs);
  }
  return say(ours, about);
};
