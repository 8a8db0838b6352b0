import { html, nothing, svg, type TemplateResult } from "lit/html.js";
import type { FieldProblem } from "../core/types.js";
import { fill } from "../format.js";
import type { StateProblem } from "../state.js";
import { type About, say } from "../strings.js";
import type { View } from "./view.js";

export type Part = TemplateResult | string | typeof nothing;

/** An address from a server, unless it is none of the web. */
export function web(url: string | undefined): string | undefined {
  return url && /^https?:\/\//i.test(url) ? url : undefined;
}

/** A link that leaves the form open in its own tab. */
export function link(v: View, url: string | undefined, label: string, part = "link"): Part {
  const href = web(url);
  return href
    ? html`<a data-part=${part} href=${href} target="_blank" rel="noopener noreferrer">${label}<span data-part="hidden"> ${v.t.opensNewTab}</span></a>`
    : label;
}

/** A link by which the visitor goes on at the server. */
export function handOver(v: View, url: string | undefined, label: string): Part {
  const href = web(url);
  return href
    ? html`<a data-part="button" href=${href} target="_blank" rel="noopener noreferrer" @click=${(e: Event) => v.acts.handOver(e, href, v.state.problem)}><span data-part="button-label">${label}</span><span data-part="hidden"> ${v.t.opensNewTab}</span></a>`
    : nothing;
}

/** How to reach the server's staff. */
export function contact(v: View): Part {
  const address = v.state.server?.contactEmail;
  if (!address?.includes("@")) return nothing;
  const href = `mailto:${encodeURIComponent(address).replace("%40", "@")}`;
  return html`<p data-part="hint">${fill(v.t.contact, { link: html`<a data-part="link" href=${href}>${address}</a>` })}</p>`;
}

const about = (v: View, more: Partial<About>): About => ({
  server: v.server,
  limit: 0,
  pattern: "",
  detail: "",
  retryAt: 0,
  f: v.f,
  ...more,
});

/** The sentence for what is wrong with a field. */
export function fieldSentence(v: View, p: FieldProblem): string {
  const texts = v.t.fields;
  const field = v.state.fields.find(({ name }) => name === p.field);
  // What is told of this field in particular is best; then what the server says.
  const own = texts[`${p.field}.${p.code}`] ?? (p.message ? undefined : texts[p.code]);
  if (own) return say(own, about(v, { limit: p.limit ?? 0, pattern: field?.pattern ?? "" }));
  const message = p.message || say(texts.ERR_INVALID ?? "", about(v, {}));
  return sentence(field ? message : `“${p.field}” ${message}`);
}

/** What servers say of a field is the end of a sentence: "is invalid". */
function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?…]$/.test(text) ? "" : ".");
}

/** The sentence for what is wrong beyond the fields. */
export function problemSentence(v: View, { code, detail = "", retryAt = 0 }: StateProblem): string {
  return say(v.t.problems[code] ?? v.t.problems.internal ?? code, about(v, { detail, retryAt }));
}

/** Where the server's own words say no more than ours. */
const wordless = new Set<string>([
  "rate-limited",
  "server-error",
  "bad-answer",
  "unreachable",
  "lost-answer",
]);

/** The problem with all that is known of it. */
export function explained(v: View, p: StateProblem): TemplateResult {
  return html`<p data-part="text">${problemSentence(v, p)}</p>${
    p.message && !wordless.has(p.code)
      ? html`<figure data-part="quote"><figcaption>${say(v.t.serverSays, v)}</figcaption><blockquote data-part="words" dir="auto">${p.message}</blockquote></figure>`
      : nothing
  }${p.requestId ? html`<p data-part="hint">${say(v.t.requestId, { id: p.requestId })}</p>` : nothing}`;
}

/** What to do where correcting a field is not the answer. */
export function wayOut(v: View, p: FieldProblem): Part {
  const { kind, url } = p.wayOut ?? {};
  if (!web(url)) return nothing;
  if (kind === "sign-in") return html` ${link(v, url, say(v.t.signIn, v))}`;
  return kind === "reset-password" ? html` ${link(v, url, v.t.resetPassword)}` : nothing;
}

/** A screen beyond the form: whose it is, what it is, and the rest. */
export function panel(
  v: View,
  heading: string,
  sign: TemplateResult,
  content: TemplateResult,
): TemplateResult {
  const { server } = v.state;
  const icon = web(server?.icon);
  return html`<div data-part="panel">${
    server
      ? html`<p data-part="brand">${
          icon
            ? html`<img data-part="brand-icon" src=${icon} alt="" width="24" height="24" decoding="async">`
            : nothing
        }<span dir="auto">${v.server}</span></p>`
      : nothing
  }<div data-part="heading"><svg data-part="sign" viewBox="0 0 24 24" aria-hidden="true">${sign}</svg><h2 data-part="title" tabindex="-1">${heading}</h2></div>${content}</div>`;
}

/** Drawings of what a screen is about. */
export const signs = {
  mail: svg`<path d="M3 6h18v12H3zM3 7l9 6.5L21 7" />`,
  wait: svg`<circle cx="12" cy="12" r="9" /><path d="M12 7v5l3.5 2" />`,
  done: svg`<circle cx="12" cy="12" r="9" /><path d="m8 12.3 2.8 2.8L16 9.5" />`,
  door: svg`<path d="M6 21V3h9v18M3 21h18M15 6h4v15M12 12v.5" />`,
  stop: svg`<circle cx="12" cy="12" r="9" /><path d="M12 7v6M12 16.5v.2" />`,
};
