/**
 * Stands in for Lit in the packs: the script that loads a pack lends it its
 * own, so that the page holds one. Nothing may be drawn before.
 */
import type * as Lit from "lit/html.js";

export type Lent = Pick<typeof Lit, "html" | "svg" | "nothing" | "render">;

export let html: Lent["html"];
export let svg: Lent["svg"];
export let nothing: Lent["nothing"];
export let render: Lent["render"];

export function lend(lit: Lent): void {
  ({ html, svg, nothing, render } = lit);
}
