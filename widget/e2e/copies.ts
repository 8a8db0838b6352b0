// A page with two copies of the script, and what their ids must be.
import type { OwnPage } from "./own-site.ts";
import { withoutTrustedTypes } from "./policy.ts";

export const twoCopies = (server: string): OwnPage => ({
  body: ["fedi-signup", "other-signup"]
    .map((tag) => `<${tag} server="${server}" loading="eager"></${tag}>`)
    .join(""),
  policy: withoutTrustedTypes, // which take one policy of a name
  entry: "two-copies.js",
});

/** Puts a clone beside each element. */
export function clone(): void {
  for (const element of document.querySelectorAll("fedi-signup, other-signup")) {
    element.after(element.cloneNode(true));
  }
}

/** How many forms there are, the ids that more than one element has, and the labels that lead to another form. */
export function mixedUp(): { forms: number; twice: string[]; astray: string[] } {
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  const labels = [...document.querySelectorAll("label")];
  return {
    forms: document.querySelectorAll("form:has(label)").length,
    twice: ids.filter((id, i) => ids.indexOf(id) !== i),
    astray: labels
      .filter(({ form, control }) => !control || form !== control.closest("form"))
      .map(({ htmlFor }) => htmlFor),
  };
}
