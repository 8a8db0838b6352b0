import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Screen } from "../core/types.js";
import { fill } from "../format.js";
import { say } from "../strings.js";
import { formScreen } from "./form.js";
import { contact, explained, fieldSentence, handOver, link, panel, signs, wayOut } from "./parts.js";
import type { View } from "./view.js";

/** The widget as it is to be seen and heard. */
export function drawn(v: View): TemplateResult {
  return html`<div role="status">${v.announced}</div>${v.awake ? screens[v.state.screen](v) : nothing}`;
}

const screens: Record<Screen, (v: View) => TemplateResult> = {
  loading: (v) => html`<p data-part="loading"><span data-part="spinner"></span>${v.t.loading}</p>`,
  form: formScreen,
  submitting: formScreen,
  confirm,
  review,
  ready,
  returned: (v) => door(v, v.t.returnedTitle, say(v.t.goServer, v)),
  closed: (v) => door(v, say(v.t.closedTitle, v), say(v.t.goServer, v)),
  elsewhere: (v) => door(v, say(v.t.elsewhereTitle, v), say(v.t.goSignUp, v)),
  stopped: (v) => door(v, v.t.stoppedTitle, say(v.t.goServer, v)),
  failed: (v) => door(v, v.t.failedTitle, say(v.t.goServer, v)),
};

const handle = (v: View) => html`<strong data-part="handle" dir="ltr">${v.state.account?.handle}</strong>`;

/** What is wrong while the account waits. */
function trouble(v: View): TemplateResult {
  return html`<div role="alert">${
    v.state.problem
      ? html`<div data-part="alert" tabindex="-1">${explained(v, v.state.problem)}</div>`
      : nothing
  }</div>`;
}

/** Asks for the status, where the server can tell it. */
function checkNow(v: View): TemplateResult | typeof nothing {
  if (!v.state.resendAt) return nothing;
  const busy = v.busy.has("refresh");
  return html`<div data-part="actions"><button data-part="button" type="button" aria-disabled=${busy} @click=${v.acts.refresh}>${
    busy ? html`<span data-part="spinner"></span>${v.t.checking}` : v.t.checkNow
  }</button>${v.note ? html`<p data-part="note">${v.note}</p>` : nothing}</div>`;
}

function confirm(v: View): TemplateResult {
  const { state, t } = v;
  const email = html`<strong dir="ltr">${state.account?.email}</strong>`;
  return panel(
    v,
    t.confirmTitle,
    signs.mail,
    html`<p data-part="text">${fill<unknown>(t.confirmText, { email })}</p><p data-part="text">${fill<unknown>(
      t.handle,
      { handle: handle(v) },
    )}${state.resendAt ? ` ${t.confirmWaiting}` : nothing}</p>${trouble(v)}${checkNow(v)}${resend(v)}`,
  );
}

function resend(v: View): TemplateResult {
  const { state, t, id } = v;
  const waits = (state.resendAt ?? 0) > Date.now();
  const clock = waits ? v.f.countdown(state.resendAt ?? 0) : "";
  const problems = state.problems.filter((p) => p.field === "email");
  const field = `${id}other-email`;
  return html`<section data-part="aside" aria-labelledby=${`${id}no-mail`}><h3 data-part="subtitle" id=${`${id}no-mail`}>${t.noMailTitle}</h3><p data-part="text">${t.noMailText}</p>${
    state.resendAt
      ? html`<form data-part="resend" method="post" novalidate @submit=${v.acts.resend}><div data-part="field"><label data-part="label" for=${field}>${t.otherEmail} <span data-part="optional">${t.optional}</span></label><div data-part=${problems.length ? "control invalid" : "control"} dir="ltr"><input data-part="input" id=${field} name="email" type="email" autocomplete="email" autocapitalize="none" spellcheck="false" aria-invalid=${problems.length > 0} aria-describedby=${`${field}-error ${field}-hint`}></div><div data-part="errors" id=${`${field}-error`} role="alert">${problems.map(
          (p) => html`<p data-part="error">${fieldSentence(v, p)}${wayOut(v, p)}</p>`,
        )}</div><p data-part="hint" id=${`${field}-hint`}>${t.otherEmailHint}</p></div><div data-part="actions"><button data-part="button secondary" type="submit" aria-disabled=${waits || v.busy.has("resend")}>${t.resend}</button>${
          clock ? html`<span data-part="hint" role="timer">${say(t.resendAt, { clock })}</span>` : nothing
        }</div></form>`
      : nothing
  }${contact(v)}</section>`;
}

function review(v: View): TemplateResult {
  const { t } = v;
  return panel(
    v,
    t.reviewTitle,
    signs.wait,
    html`<p data-part="text">${say(t.reviewText, v)}</p><p data-part="text">${fill<unknown>(t.handle, {
      handle: handle(v),
    })} ${t.reviewNext}</p>${trouble(v)}${checkNow(v)}${contact(v)}`,
  );
}

function ready(v: View): TemplateResult {
  const { state, t } = v;
  return panel(
    v,
    t.readyTitle,
    signs.done,
    html`<p data-part="text">${fill<unknown>(t.readyText, { handle: handle(v) })}</p>${
      state.problem ? html`<div data-part="notice">${explained(v, state.problem)}</div>` : nothing
    }<p data-part="text">${say(
      t.readyNext,
      v,
    )}</p><div data-part="actions">${handOver(v, state.server?.signInUrl, say(t.signIn, v))}${link(v, state.account?.url, t.profile)}</div>`,
  );
}

/** An end of the way, with its reason and where to go on. */
function door(v: View, heading: string, label: string): TemplateResult {
  const { state, t } = v;
  const { problem, screen } = state;
  const stopped = screen === "stopped";
  const url = problem?.handover || v.home;
  const sign = screen === "closed" || screen === "elsewhere" ? signs.door : signs.stop;
  return panel(
    v,
    heading,
    sign,
    html`${problem ? explained(v, problem) : nothing}<div data-part="actions">${handOver(v, url, label)}${
      screen === "failed" && problem?.retryable
        ? html`<button data-part="button secondary" type="button" @click=${v.acts.again}>${t.again}</button>`
        : nothing
    }${stopped ? html`<button data-part="button secondary" type="button" @click=${v.acts.startOver}>${t.startOver}</button>` : nothing}</div>${contact(v)}`,
  );
}
