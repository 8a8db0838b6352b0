// Whether the page may say something of the element that it does not mean. The
// pack packs/advice.ts looks closely, and few pages need it.
import type { FediSignup } from "./element.js";
import type { Part } from "./files.js";
import { type Attribute, textOf } from "./options.js";
import { partOf } from "./parts.js";
import { ignore } from "./promises.js";

type Advice = typeof import("./packs/advice.js");

export interface AdviserHost {
  readonly element: HTMLElement;
  loadPart(part: Part): Promise<unknown>;
}

/** What the attributes begin with that most elements have. */
const common = /^(class|id|style|data|aria|on|[^a-z])/;

/** What no attribute of ours should hold: addresses beyond the web, tags as other systems write them. */
const odd = /^(?!https?:)\w+:|_|^false$/;

/** Makes what tells the owner of the page about mistakes that are there by now. */
export function adviserFor({ element, loadPart }: AdviserHost): () => void {
  const { observedAttributes } = element.constructor as typeof FediSignup;
  let advice: Promise<Advice> | undefined;
  const doubtful = (name: string) => {
    const value = textOf(element, name as Attribute);
    // As a property, an attribute has one of the values that it knows.
    return observedAttributes.includes(name)
      ? odd.test(value) || (value && value !== (Reflect.get(element, name) ?? value))
      : !common.test(name);
  };
  return () => {
    if (location.protocol === "file:" || element.getAttributeNames().some(doubtful)) {
      advice ??= loadPart(partOf("advice")) as Promise<Advice>;
      advice.then(({ advise }) => advise(element), ignore);
    }
  };
}
