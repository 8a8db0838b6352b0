import type { Document, FieldName, FieldProblem } from "../core/types.js";
import { html, nothing, type Part } from "../html.js";
import { named } from "../names.js";
import { own } from "../own.js";
import { say } from "../say.js";
import type { StateProblem } from "../state.js";
import type { About } from "../strings.js";
import type { View } from "./view.js";

/** An address from a server, if it is one of the web. */
export function web(url: string | undefined): string | undefined {
  return url && /^https?:\/\//i.test(url) ? url : undefined;
}

/** Lets the page style what is drawn in the widget's own shadow tree. */
export function expose(container: HTMLElement): void {
  if (container.slot) return;
  for (const part of [container, ...container.querySelectorAll<HTMLElement>("[data-part]")]) {
    part.setAttribute("part", part.dataset.part ?? "");
  }
}

/** A link that leaves the form open in its own tab. */
export function link(v: View, url: string | undefined, label: string, part = "link"): Part {
  const href = web(url);
  return href
    ? html`
        <a data-part=${part} href=${href} target="_blank" rel="noopener noreferrer">
          ${lettering(v, label, part)}
        </a>
      `
    : label;
}

/** Pages colour their links; what stands in a button has a colour of its own. */
const lettering = (v: View, label: string, part: string) =>
  html`
    ${part === "link" ? label : html`<span data-part="button-label">${label}</span>`}
    <span data-part="hidden"> ${v.t.opensNewTab}</span>
  `;

/** That the server is asked. */
export function progress(v: View): Part {
  return html`
    <p data-part="loading"><span data-part="spinner"></span>${v.t.loading}</p>
    ${v.state.slow ? v.extras?.slow(v) : nothing}
  `;
}

/** The server's host name, which it cannot choose, where its title is another. */
export function host({ state: { server } }: View): Part {
  return server && server.title !== server.host
    ? html`<p data-part="host" dir="ltr" translate="no">${server.host}</p>`
    : nothing;
}

/** A link to a document, which is read in place where that can be done. */
export function documentLink(v: View, document: Document, label: string): Part {
  return v.extras && web(document.url)
    ? html`
        <a
          data-part="link"
          href=${document.url}
          target="_blank"
          rel="noopener noreferrer"
          aria-haspopup="dialog"
          @click=${(e: MouseEvent) => v.reader.follow(e, document)}
        >
          ${label}
        </a>
      `
    : link(v, document.url, label);
}

/** A link by which the visitor goes on at the server. */
export function handOver(v: View, url: string | undefined, label: string, part = "button"): Part {
  const href = web(url);
  return href
    ? html`
        <a
          data-part=${part}
          href=${href}
          target="_blank"
          rel="noopener noreferrer"
          @click=${(e: Event) => v.acts.handOver(e, href, v.state.problem)}
        >
          ${lettering(v, label, part)}
        </a>
      `
    : nothing;
}

/** What a sentence may speak of. */
const about = (v: View, more: Partial<About>): About => ({
  server: v.server,
  software: named(v.state.server?.softwareTitle ?? ""),
  limit: 0,
  pattern: "",
  detail: "",
  retryAt: 0,
  retryable: false,
  f: v.f,
  ...more,
});

/** The sentence for what is wrong with a field. */
export function fieldSentence(v: View, p: FieldProblem): string {
  const texts = v.t.fields;
  const field = v.state.fields.find(({ name }) => name === p.field);
  // A text for this very field is best; then what the server says.
  const told = own(texts, `${p.field}.${p.code}`) ?? (p.message ? undefined : own(texts, p.code));
  if (told) return say(told, about(v, { limit: p.limit ?? 0, pattern: field?.pattern ?? "" }));
  const message = p.message || say(texts.ERR_INVALID ?? "", about(v, {}));
  return field ? sentence(message) : sentence(`“${named(p.field)}” ${message}`);
}

/** What servers say of a field is the end of a sentence: "is invalid". */
function sentence(text: string): string {
  const stop = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]$/u.test(text) ? "。" : ".";
  return text.charAt(0).toUpperCase() + text.slice(1) + (/[\p{STerm}…]$/u.test(text) ? "" : stop);
}

/** The sentence for what is wrong beyond the fields. */
export function problemSentence(
  v: View,
  { code, detail = "", retryAt = 0, retryable = false }: StateProblem,
): string {
  return say(
    own(v.t.problems, code) ?? v.t.problems.internal ?? code,
    about(v, { detail, retryAt, retryable }),
  );
}

/** What a field is called. */
export function labelOf({ t }: View, name: FieldName): string {
  const labels: Record<FieldName, string> = {
    username: t.username,
    email: t.email,
    password: t.password,
    date_of_birth: t.dateOfBirth,
    reason: t.reason,
    invite_code: t.inviteCode,
    captcha_solution: t.captcha,
    agreement: t.agreementLabel,
  };
  return own(labels, name) ?? name;
}

/** Everything wrong with a field, each sentence once, for the element of this id. */
export function errorList(v: View, id: string, problems: readonly FieldProblem[]): Part {
  const seen = new Set<string>();
  const each = problems.filter((p) => {
    const text = fieldSentence(v, p);
    return !seen.has(text) && seen.add(text);
  });
  return each.length
    ? html`
        <div data-part="errors" id=${`${id}-error`}>
          ${each.map((p) => html`<p data-part="error"><bdi>${fieldSentence(v, p)}</bdi></p>`)}
        </div>
        ${each.map((p) => v.extras?.wayOut(v, p) ?? nothing) /* links are no part of what describes the field */}
      `
    : nothing;
}
