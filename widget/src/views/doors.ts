import { html, nothing, type Part, type TemplateResult } from "../html.js";
import { named } from "../names.js";
import { own } from "../own.js";
import { say } from "../say.js";
import { another } from "./account.js";
import { button, contact, explained, panel, signs } from "./panel.js";
import { errorList, handOver } from "./parts.js";
import type { FullView } from "./view.js";

/** A screen where the sign-up ends: why, and where to go on; `before` comes first, `rather` is what may suit better. */
function door(
  v: FullView,
  heading: string,
  label: string,
  { before = nothing, rather, after = nothing }: { before?: Part; rather?: Part; after?: Part } = {},
): TemplateResult {
  const { problem, screen } = v.state;
  const sign = screen === "closed" || screen === "elsewhere" ? signs.door : signs.stop;
  return panel(
    v,
    heading,
    sign,
    html`
      ${before}
      ${problem ? explained(v, problem) : nothing}
      ${onward(v, label, rather)}
      ${contact(v)}
      ${after}
    `,
  );
}

function onward(v: FullView, label: string, rather?: Part): TemplateResult {
  const link = handOver(v, v.onward, label, rather ? "button secondary" : "button");
  return html`<div data-part="actions">${rather}${link}</div>`;
}

export function closed(v: FullView): TemplateResult {
  const { state, t } = v;
  const { problem } = state;
  if (!state.fields.some(({ name }) => name === "invite_code")) {
    return door(v, say(t.closedTitle, v), say(t.goServer, v));
  }
  return panel(
    v,
    say(t.closedTitle, v),
    signs.door,
    html`
      <p data-part="text">${say(t.closedInvites, v)}</p>
      ${problem ? explained(v, problem, false) : nothing}
      ${invite(v)}
      ${contact(v)}
    `,
  );
}

function invite(v: FullView): TemplateResult {
  const { t, id } = v;
  const field = `${id}invite_code`;
  const problems = [...v.state.problems, ...v.requests.rejected].filter((p) => p.field === "invite_code");
  return html`
    <form data-part="aside" method="dialog" novalidate @submit=${v.requests.useInvite}>
      <h3 data-part="subtitle">${t.inviteTitle}</h3>
      <div data-part="field">
        <label data-part="label" for=${field}>${t.inviteCode}</label>
        <div data-part=${problems.length ? "control invalid" : "control"} dir="ltr">
          <input
            data-part="input"
            id=${field}
            data-name="invite_code"
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            aria-required="true"
            aria-invalid=${problems.length > 0 || nothing}
            aria-describedby=${`${field}-error ${field}-hint`}
          >
        </div>
        <div role="alert">${errorList(v, field, problems)}</div>
        <p data-part="hint" id=${`${field}-hint`}>${say(t.inviteHint, v)}</p>
      </div>
      <div data-part="actions">
        <button
          data-part="button"
          type="submit"
          formmethod="dialog"
          aria-disabled=${v.requests.busy.has("invite")}
        >
          ${
            v.requests.busy.has("invite")
              ? html`<span data-part="spinner"></span>${t.inviteChecking}`
              : t.inviteUse
          }
        </button>
        ${handOver(v, v.onward, say(t.goServer, v), "button secondary")}
      </div>
    </form>
  `;
}

export function stopped(v: FullView): TemplateResult {
  const { t, state, acts } = v;
  const code = state.problem?.code ?? "";
  const heading = own(t.stoppedTitle, code) ?? t.stopped;
  if (code === "expired") {
    return door(v, heading, say(t.goServer, v), { rather: button(t.signUpAgain, acts.forget, "button") });
  }
  return door(v, heading, say(t.goServer, v), { after: another(v) });
}

export function failed(v: FullView): TemplateResult {
  const { t, state, acts } = v;
  const { problem, account } = state;
  const again = problem?.retryable || problem?.code === "unreachable";
  return door(v, account ? t.keptTitle : t.failedTitle, say(t.goServer, v), {
    before: account
      ? html`
          <p data-part="text">
            ${say(t.keptText, { handle: named(account.handle), email: named(account.email) })}
          </p>
        `
      : nothing,
    ...(again ? { rather: button(t.again, acts.again, "button") } : {}),
    after: problem?.detail === "offline" ? html`<p data-part="note">${t.offline}</p>` : nothing,
  });
}

export const elsewhere = (v: FullView) => door(v, say(v.t.elsewhereTitle, v), say(v.t.goSignUp, v));
