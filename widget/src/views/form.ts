import type { Field, FieldName } from "../core/types.js";
import { places } from "../form.js";
import { html, nothing, type Part, type TemplateResult } from "../html.js";
import { named, splitAtNames } from "../names.js";
import { own } from "../own.js";
import { fill, say } from "../say.js";
import { documentLink, errorList, handOver, labelOf, link, problemSentence, progress, web } from "./parts.js";
import { intro } from "./server.js";
import type { View } from "./view.js";

/** The form, also while it is being sent. */
export function formScreen(v: View): TemplateResult {
  const { state, acts, form, sending } = v;
  return html`
    <div data-part="columns">
      ${intro(v)}
      <form
        data-part="form"
        method="dialog"
        novalidate
        aria-busy=${sending}
        @submit=${acts.submit}
        @input=${form.input}
        @compositionend=${form.input}
        @focusin=${acts.intend}
        @focusout=${form.blur}
      >
        ${alert(v)}
        ${places.map((name) => {
          const field = state.fields.find((asked) => asked.name === name);
          return field ? question(v, field) : nothing;
        })}
        ${v.extras?.challenge(v)}
        ${state.server ? actions(v) : beforehand(v)}
      </form>
    </div>
  `;
}

/** Nothing can be agreed to or sent before the server has answered. */
function beforehand(v: View): TemplateResult {
  return html`
    <div data-part="actions">
      ${progress(v)}
      ${v.state.slow ? nothing : handOver(v, v.onward, say(v.t.goServer, v), "link")}
    </div>
  `;
}

function actions(v: View): TemplateResult {
  const { state, t, acts, sending } = v;
  return html`
    <div data-part="actions">
      <button
        data-part="button"
        type="submit"
        formmethod="dialog"
        aria-disabled=${sending || v.waitUntil > 0}
        @click=${acts.submit /* a frame may be forbidden to submit forms */}
      >
        ${sending ? html`<span data-part="spinner"></span>${t.submitting}` : state.server?.approvalRequired ? t.apply : t.submit}
      </button>
      ${v.extras?.wait(v)}
      ${sending && state.slow ? v.extras?.slow(v) : nothing}
      <p data-part="hint">
        ${fill(t.haveAccount, { link: link(v, state.server?.signInUrl, say(t.signIn, v)) })}
      </p>
    </div>
  `;
}

/** Everything that was wrong with the last try, in one place. */
function alert(v: View): Part {
  if (!v.state.problem && !v.form.refused.length) return nothing;
  return v.extras ? v.extras.alert(v) : plainAlert(v);
}

function plainAlert(v: View): TemplateResult {
  const { problem } = v.state;
  return html`
    <div data-part="alert" tabindex="-1">
      <p data-part="text">
        ${problem?.code === "lost-answer" ? nothing : v.t.unsent}
        ${problem ? (problem.message ?? problemSentence(v, problem)) : nothing}
      </p>
    </div>
  `;
}

/** How a field is drawn, beyond what the server asks. */
export interface Look {
  hint?: Part;
  said?: string; // in place of a hint that changes with each key
  type?: string;
  inputmode?: string;
  autocomplete?: string;
  before?: string;
  after?: Part;
  beside?: Part; // its hint
  repeated?: string[]; // the codes whose sentences say what the hint says
  above?: boolean; // whether its aid comes before it
}

function question(v: View, field: Field): TemplateResult {
  return field.name === "agreement" ? agreement(v, field) : textual(v, field, look(v, field));
}

function look(v: View, field: Field): Look {
  const { t, f, form } = v;
  // Password managers should keep as the name what people sign in with.
  const byName = v.state.server?.signInWith === "username";
  switch (field.name) {
    case "username": {
      const domain = v.state.server?.domain ?? splitAtNames(v.server)[1];
      const hint = (handle: string) => say(t.usernameHint, { handle });
      return {
        hint: hint(named(`@${form.text("username").trim() || t.usernameExample}@${domain}`)),
        said: hint(`@${t.usernameExample}@${domain}`), // Chromium reads a space where a name may break
        autocomplete: byName ? "username" : "nickname",
        before: "@",
        after: html`
          <span data-part="affix" dir="ltr" translate="no" aria-hidden="true">${`@${domain}`}</span>
        `,
      };
    }
    case "email":
      return {
        hint: (field.required ? (byName && t.emailHintMail) || t.emailHint : t.emailHintOptional) ?? nothing,
        repeated: ["ERR_TAKEN"],
        inputmode: "email", // of the type email, Firefox keeps saying that it is invalid once it was
        autocomplete: byName ? "email" : "username",
      };
    case "password": {
      const hint = field.minLength ? say(t.passwordHint, { min: field.minLength, f }) : "";
      return {
        hint: (field.entropy ? `${hint} ${say(t.passwordEntropy ?? "", v)}` : hint) || nothing,
        repeated: ["ERR_TOO_SHORT", "ERR_TOO_WEAK"],
        type: form.revealed ? "text" : "password",
        autocomplete: "new-password",
        after: html`
          <button
            data-part="toggle"
            type="button"
            aria-label=${t.showPassword}
            aria-pressed=${form.revealed}
            aria-controls=${`${v.id}password`}
            @click=${v.acts.reveal}
          >
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M2 12s3.6-7 10-7 10 7 10 7-3.6 7-10 7S2 12 2 12Z" />
              <circle cx="12" cy="12" r="3" />
              <path data-part="slash" d="m4 20 16-16" />
            </svg>
          </button>
        `,
      };
    }
    default:
      return (
        v.extras?.look(v, field) ?? {
          type: field.name === "date_of_birth" ? "date" : "text",
          autocomplete: "off",
        }
      );
  }
}

function textual(
  v: View,
  field: Field,
  { hint: whole, repeated, said, type, inputmode, autocomplete, before, after, beside, above }: Look,
): TemplateResult {
  const twice = v.form.problems(field.name).some(({ code }) => repeated?.includes(code));
  const hint = twice ? nothing : (whole ?? nothing);
  const { id, described, wrong, invalid } = wiring(v, field.name, hint !== nothing);
  const date = type === "date";
  const empty = date && !v.form.text(field.name);
  const aid = v.extras?.aid(v, field);
  const control =
    field.name === "reason"
      ? html`
          <textarea
            data-part="input"
            id=${id}
            data-name=${field.name}
            .field=${field.name}
            rows="3"
            autocomplete=${autocomplete}
            dir="auto"
            aria-required=${field.required || nothing}
            ?readonly=${v.sending}
            aria-invalid=${invalid}
            aria-describedby=${described || nothing}
          ></textarea>
        `
      : html`
          <input
            data-part="input"
            id=${id}
            data-name=${field.name}
            .field=${field.name}
            type=${type ?? "text"}
            inputmode=${inputmode ?? nothing}
            autocomplete=${autocomplete}
            autocapitalize="none"
            autocorrect="off"
            spellcheck="false"
            dir="ltr"
            min=${date ? "1900-01-01" : nothing}
            max=${field.latest || nothing}
            minlength=${(field.name === "password" && field.minLength) || nothing}
            aria-required=${field.required || nothing}
            ?readonly=${v.sending}
            aria-invalid=${invalid}
            aria-describedby=${described || nothing}
          >
        `;
  return html`
    <div data-part="field" data-field=${field.name}>
      <label data-part="label" id=${`${id}-label`} for=${id}>
        ${labelOf(v, field.name)}
        ${field.required ? nothing : html` <span data-part="optional">${v.t.optional}</span>`}
      </label>
      ${above ? aid : nothing}
      <div
        data-part=${["control", wrong && "invalid", empty && "empty"].filter(Boolean).join(" ")}
        dir=${field.name === "reason" ? nothing : "ltr"}
        role=${date ? "group" : nothing /* Firefox names the parts of a date after nothing else */}
        aria-labelledby=${date ? `${id}-label ${described || ""}` : nothing}
      >
        ${before ? html`<span data-part="affix" aria-hidden="true">${before}</span>` : nothing}
        ${control}
        ${after}
      </div>
      ${errorList(v, id, v.form.problems(field.name))}
      ${above ? nothing : aid}
      <div data-part="foot">
        ${
          said
            ? html`<p data-part="hint" aria-hidden="true">${hint}</p><p hidden id=${`${id}-hint`}>${said}</p>`
            : hint !== nothing
              ? html`<p data-part="hint" id=${`${id}-hint`}>${hint}</p>`
              : nothing
        }
        ${beside}
      </div>
    </div>
  `;
}

function agreement(v: View, field: Field): TemplateResult {
  const { state, t } = v;
  const { id, described, wrong, invalid } = wiring(v, field.name, false);
  const documents = state.documents
    .filter((d) => d.agreed && web(d.url))
    .map((d) => documentLink(v, d, own(t.agreedDocuments, d.kind) ?? d.kind));
  const all: Part[] =
    state.rules.length || state.rulesLeftOut || !documents.length
      ? [v.extras ? v.extras.rulesLink(v) : t.agreedRules, ...documents]
      : documents;
  return html`
    <div data-part="field" data-field=${field.name}>
      <div data-part=${wrong ? "agreement invalid" : "agreement"}>
        <input
          data-part="checkbox"
          id=${id}
          data-name=${field.name}
          .field=${field.name}
          type="checkbox"
          aria-required=${field.required || nothing}
          aria-invalid=${invalid}
          aria-describedby=${described || nothing}
        >
        <label data-part="agreement-label" for=${id}>
          ${fill<unknown>(t.agreement, { documents: v.f.join(all), server: v.server })}
        </label>
      </div>
      ${errorList(v, id, v.form.problems(field.name))}
    </div>
  `;
}

/** Ties a field to its messages. */
function wiring(v: View, name: FieldName, hint: boolean) {
  const id = v.id + name;
  const wrong = v.form.problems(name).length > 0;
  const described = [wrong && `${id}-error`, hint && `${id}-hint`, name === "captcha_solution" && `${id}-aid`]
    .filter(Boolean)
    .join(" ");
  return { id, described, wrong, invalid: wrong || nothing };
}
