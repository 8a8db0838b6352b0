import type { FieldProblem } from "../core/types.js";
import { html, nothing, type Part, type TemplateResult } from "../html.js";
import { named } from "../names.js";
import { fill, say } from "../say.js";
import { mistyped } from "./aid.js";
import { button, contact, explained, panel, signs } from "./panel.js";
import { errorList, handOver, link } from "./parts.js";
import type { FullView } from "./view.js";

// The screens of an account that was made.

// ---- one that waits

/** The account's handle. */
const handle = (v: FullView): TemplateResult =>
  html`<strong data-part="handle" dir="ltr">${named(v.state.account?.handle ?? "")}</strong>`;

/** What is wrong while the account waits. */
function trouble(v: FullView): TemplateResult {
  return html`
    <div role="alert">
      ${
        v.state.problem
          ? html`<div data-part="alert" tabindex="-1">${explained(v, v.state.problem)}</div>`
          : nothing
      }
    </div>
  `;
}

/** A button that asks for the status, where the server can answer. */
function checkNow(v: FullView): Part {
  if (!v.state.account?.watched) return nothing;
  const busy = v.requests.busy.has("refresh");
  return html`
    <button
      data-part=${v.state.account.webMail ? "button secondary" : "button"}
      type="button"
      aria-disabled=${busy}
      @click=${v.requests.refresh}
    >
      ${busy ? html`<span data-part="spinner"></span>${v.t.checking}` : v.t.checkNow}
    </button>
    ${v.requests.note ? html`<p data-part="note">${v.requests.note}</p>` : nothing}
  `;
}

/** A link to sign in, where the page cannot see when that works. */
function signIn(v: FullView): Part {
  const { account, server } = v.state;
  return account?.watched
    ? nothing
    : handOver(v, server?.signInUrl, say(v.t.signIn, v), account?.webMail ? "button secondary" : "button");
}

/** Where the email went: in full for who has just typed it, until the page is left. */
function address({ state, requests }: FullView): string {
  const { email = "" } = state.account ?? {};
  const [first = "", domain = ""] = email.split("•••");
  const typed = requests.address.trim();
  return domain && typed.startsWith(first) && typed.endsWith(domain) ? typed : email;
}

export function confirm(v: FullView): TemplateResult {
  const { state, t } = v;
  const { account, server } = state;
  const next = account?.approvalOnly
    ? t.confirmApproval
    : account?.watched
      ? t.confirmWatched
      : server?.approvalRequired
        ? t.confirmUnwatchedReview
        : t.confirmUnwatched;
  return panel(
    v,
    t.confirmTitle,
    signs.mail,
    html`
      <p data-part="text">
        ${fill<unknown>(t.confirmText, {
          email: html`<strong dir="ltr" translate="no">${address(v)}</strong>`,
        })} ${say(t.confirmDays, { link: account?.linkDays ?? 0, life: account?.lifeDays ?? 0, server: v.server, f: v.f })}
      </p>
      ${trouble(v)}
      <div data-part="actions">
        ${account?.webMail ? link(v, account.webMail, t.openMail, "button") : nothing}
        ${checkNow(v)}
        ${signIn(v)}
      </div>
      <p data-part="text">${fill<unknown>(t.handle, { handle: handle(v) })} ${say(next, v)}</p>
      ${resend(v)}
      ${restart(v)}
    `,
  );
}

function resend(v: FullView): TemplateResult {
  const { state, t, id, server } = v;
  const waits = (state.resendAt ?? 0) > Date.now();
  const clock = waits ? named(v.f.countdown(state.resendAt ?? 0)) : "";
  const problems = state.problems.filter((p) => p.field === "email");
  const field = `${id}other-email`;
  return html`
    <section data-part="aside" aria-labelledby=${`${id}no-mail`}>
      <h3 data-part="subtitle" id=${`${id}no-mail`}>${t.noMailTitle}</h3>
      <p data-part="text">
        ${say(t.noMailText, { host: state.server ? named(state.server.host) : server })}
      </p>
      ${
        state.resendAt
          ? html`
              <form data-part="resend" method="dialog" novalidate @submit=${v.requests.resend}>
                ${state.account?.watched ? otherEmail(v, field, problems) : nothing}
                <div data-part="actions">
                  <button
                    data-part="button secondary"
                    type="submit"
                    formmethod="dialog"
                    aria-disabled=${waits || v.requests.busy.has("resend")}
                  >
                    ${t.resend}
                  </button>
                  ${
                    clock
                      ? html`<span data-part="hint" role="timer">${say(t.resendAt, { clock })}</span>`
                      : nothing
                  }
                </div>
              </form>
            `
          : nothing
      }
      ${state.resent ? html`<p data-part="text">${say(t.noEffectText, v)}</p>` : nothing}
      ${contact(v)}
      ${statusPage(v)}
    </section>
  `;
}

/** Where the server tells whether it is in trouble. */
function statusPage(v: FullView): Part {
  const url = v.state.server?.statusUrl;
  return url
    ? html`<p data-part="hint">${fill<unknown>(v.t.status, { link: link(v, url, new URL(url).host) })}</p>`
    : nothing;
}

/** Where another address is typed, on servers that take one: folded away, since few need it. */
function otherEmail(v: FullView, field: string, problems: FieldProblem[]): TemplateResult {
  const { t, requests } = v;
  return html`
    <details data-part="fold" ?open=${requests.unfolded} @toggle=${requests.fold}>
      <summary data-part="more">${t.wrongAddress}</summary>
      <div data-part="field">
        <label data-part="label" for=${field}>${t.otherEmail}</label>
        <div data-part=${problems.length ? "control invalid" : "control"} dir="ltr">
          <input
            data-part="input"
            id=${field}
            data-name="email"
            type="text"
            inputmode="email"
            autocomplete="email"
            autocapitalize="none"
            autocorrect="off"
            spellcheck="false"
            aria-invalid=${problems.length > 0 || nothing}
            aria-describedby=${`${field}-error ${field}-hint`}
          >
        </div>
        <div role="alert">${errorList(v, field, problems)}</div>
        <div data-part="aid">${mistyped(v)}</div>
        <p data-part="hint" id=${`${field}-hint`}>${t.otherEmailHint}</p>
      </div>
    </details>
  `;
}

/** The way back to an empty form, folded away so that nobody takes it by mistake. */
function restart(v: FullView): TemplateResult {
  const { t, acts, state } = v;
  return html`
    <details data-part="fold">
      <summary data-part="more">${t.restartTitle}</summary>
      <p data-part="hint">${say(t.restartText, v)}</p>
      <div data-part="actions">
        ${button(t.restart, acts.forget, "button secondary small")}
        ${handOver(v, state.server?.signInUrl, say(t.signIn, v), "button secondary small")}
      </div>
    </details>
  `;
}

export function review(v: FullView): TemplateResult {
  const { t, state } = v;
  return panel(
    v,
    t.reviewTitle,
    signs.wait,
    html`
      <p data-part="text">${say(state.account?.watched || state.told ? t.reviewText : t.reviewUnwatched, v)}</p>
      <p data-part="text">${fill<unknown>(t.handle, { handle: handle(v) })} ${t.reviewNext}</p>
      ${trouble(v)}
      <div data-part="actions">${checkNow(v)}${signIn(v)}</div>
      ${contact(v)}
      ${restart(v)}
    `,
  );
}

// ---- one that works

export function ready(v: FullView): TemplateResult {
  const { state, t, server } = v;
  const { account, follow, problem } = state;
  const byName = state.server?.signInWith === "username";
  return panel(
    v,
    problem ? t.readyButTitle : t.readyTitle,
    signs.done,
    html`
      <p data-part="text">${fill<unknown>(problem ? t.readyBut : t.readyText, { handle: handle(v) })}</p>
      ${problem ? html`<div data-part="notice">${explained(v, problem)}</div>` : nothing}
      <p data-part="text">
        ${say(t.readyNext, {
          server,
          email: named(account?.email ?? ""),
          username: byName ? named(account?.username ?? "") : "",
        })}
      </p>
      ${
        state.server?.clientsUrl
          ? html`
              <p data-part="text">
                ${fill(say(t.readyClients, v), { link: link(v, state.server.clientsUrl, t.clients) })}
              </p>
            `
          : nothing
      }
      <div data-part="actions">
        ${handOver(v, state.server?.signInUrl, say(t.signIn, v))}
        ${link(v, account?.url, t.profile)}
      </div>
      ${
        follow
          ? html`
              <div data-part="aside">
                <p data-part="text">
                  ${t.followText} ${link(v, follow.url, say(t.follow, { handle: named(follow.handle) }))}
                </p>
              </div>
            `
          : nothing
      }
      ${another(v)}
    `,
  );
}

/** For visitors who are not the one whose account is shown. */
export function another(v: FullView): TemplateResult {
  const { t, acts, state } = v;
  const free = state.problem?.code === "rejected"; // the address, with the account
  return html`
    <p data-part="hint">${button(t.another, acts.forget, "plain")} ${free ? nothing : say(t.anotherHint, v)}</p>
  `;
}

/** For visitors who opened the email's link in another browser than the form, or just have its address. */
export function returned(v: FullView): TemplateResult {
  const { t, state } = v;
  const approval = state.server?.approvalRequired;
  return panel(
    v,
    t.returnedTitle,
    signs.mail,
    html`
      <p data-part="text">${say(approval ? t.returnedReview : t.returnedText, v)} ${t.returnedAlso}</p>
      <div data-part="actions">${handOver(v, state.server?.signInUrl, say(t.signIn, v))}</div>
      <div data-part="aside">
        <p data-part="text">${t.returnedElse}</p>
        <div data-part="actions">${button(t.submit, v.acts.forget, "button secondary")}</div>
      </div>
      ${contact(v)}
    `,
  );
}
