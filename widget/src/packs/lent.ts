/**
 * What the packs borrow of the script that loads them: its Lit, in whose place
 * this stands, so that the page holds one, and its policy, of which there can
 * be only one. Nothing may be drawn before.
 */
import type * as Lit from "lit/html.js";

export interface Lent extends Pick<typeof Lit, "html" | "svg" | "nothing" | "render"> {
  markup(text: string): string;
}

export let html: Lent["html"];
export let svg: Lent["svg"];
export let nothing: Lent["nothing"];
export let render: Lent["render"];
export let markup: Lent["markup"];

export function lend(lent: Lent): void {
  ({ html, svg, nothing, render, markup } = lent);
}
