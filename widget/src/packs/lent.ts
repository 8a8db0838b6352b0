/**
 * What the packs borrow from the script that loads them, so that the page holds
 * it once: in packs this stands in for src/html.ts and src/trusted.ts. Nothing
 * may be drawn before.
 */
import type * as Html from "../html.js";
import type * as Trusted from "../trusted.js";

export type Lent = Pick<typeof Html & typeof Trusted, "html" | "svg" | "nothing" | "render" | "markup">;

export let html: Lent["html"];
export let svg: Lent["svg"];
export let nothing: Lent["nothing"];
export let render: Lent["render"];
export let markup: Lent["markup"];

export function lend(lent: Lent): void {
  ({ html, svg, nothing, render, markup } = lent);
}
