import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Field, FieldName, FieldProblem } from "../core/types.js";
import { fill } from "../format.js";
import { say } from "../strings.js";
import { explained, fieldSentence, link, type Part, wayOut, web } from "./parts.js";
import { intro } from "./server.js";
import type { View } from "./view.js";

/** The form, also while it is being sent. */
export function formScreen(v: View): TemplateResult {
  const { state, t, acts, form } = v;
  const sending = state.screen === "submitting";
  const clock = v.waitUntil ? v.f.countdown(v.waitUntil) : "";
  return html`<div data-part="columns">${intro(v)}<form data-part="form" method="post" novalidate aria-busy=${sending} @submit=${acts.submit} @input=${form.input} @focusin=${acts.intend} @focusout=${form.blur} @pointerdown=${form.press}>${alert(v)}${state.fields.map(
    (field) => question(v, field),
  )}<div data-part="actions"><button data-part="button" type="submit" aria-disabled=${sending || clock !== ""}>${
    sending
      ? html`<span data-part="spinner"></span>${t.submitting}`
      : state.server?.approvalRequired
        ? t.apply
        : t.submit
  }</button>${clock ? html`<p data-part="hint" role="timer">${say(t.wait, { clock })}</p>` : nothing}<p data-part="hint">${fill(
    t.haveAccount,
    { link: link(v, state.server?.signInUrl, say(t.signIn, v)) },
  )}</p></div></form></div>`;
}

/** Everything that is wrong, in one place. */
function alert(v: View): TemplateResult {
  const { state, t, form } = v;
  const problems = form.allProblems;
  const { tries } = state;
  return html`<div role="alert">${
    state.problem || state.problems.length
      ? html`${
          state.problem || problems.length
            ? html`<div data-part="alert" tabindex="-1">${state.problem ? explained(v, state.problem) : nothing}${summary(v, problems)}${
                tries && tries.left < tries.limit && state.problem?.code !== "rate-limited"
                  ? html`<p data-part="text">${say(t.triesLeft, { ...tries, f: v.f })}</p>`
                  : nothing
              }</div>`
            : nothing
        }`
      : nothing
  }</div>`;
}

/** Which fields need attention; what is wrong with each stands beside it. */
function summary(v: View, problems: FieldProblem[]): Part {
  if (!problems.length) return nothing;
  const fields = v.state.fields.filter(({ name }) => problems.some((p) => p.field === name));
  const others = problems.filter((p) => fields.every(({ name }) => name !== p.field));
  const go = (event: Event, field: string) => {
    event.preventDefault();
    v.form.focus(field);
  };
  return html`${
    fields.length
      ? html`<p data-part="text">${say(v.t.summary, { n: fields.length, f: v.f })} ${v.f.join(
          fields.map(
            ({ name }) =>
              html`<a data-part="link" href=${`#${v.id}${name}`} @click=${(e: Event) => go(e, name)}>${labelOf(v, name)}</a>`,
          ),
        )}</p>`
      : nothing
  }${others.map((p) => html`<p data-part="text">${fieldSentence(v, p)}</p>`)}`;
}

function labelOf({ t }: View, name: FieldName): string {
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
  return labels[name] ?? name;
}

/** How a field is drawn, beyond what the server asks. */
interface Look {
  hint?: Part;
  type?: string;
  autocomplete?: string;
  before?: string;
  after?: Part;
  below?: Part;
}

function question(v: View, field: Field): TemplateResult {
  return field.name === "agreement" ? agreement(v, field) : textual(v, field, look(v, field));
}

function look(v: View, field: Field): Look {
  const { t, f, form, server } = v;
  switch (field.name) {
    case "username": {
      const domain = v.state.server?.domain ?? "";
      return {
        hint: say(t.usernameHint, {
          handle: `@${form.text("username").trim() || t.usernameExample}@${domain}`,
        }),
        autocomplete: "nickname",
        before: "@",
        after: html`<span data-part="affix" dir="ltr" aria-hidden="true">@${domain}</span>`,
        below: username(v),
      };
    }
    case "email": // people sign in with it, so password managers shall keep it as the name
      return { hint: t.emailHint, type: "email", autocomplete: "username" };
    case "password":
      return {
        hint: say(t.passwordHint, { min: field.minLength ?? 0, f }),
        type: form.revealed ? "text" : "password",
        autocomplete: "new-password",
        after: html`<button data-part="toggle" type="button" aria-label=${t.showPassword} title=${t.showPassword} aria-pressed=${form.revealed} aria-controls=${`${v.id}password`} @click=${v.acts.reveal}><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M2 12s3.6-7 10-7 10 7 10 7-3.6 7-10 7S2 12 2 12Z" /><circle cx="12" cy="12" r="3" /><path data-part="slash" d="m4 20 16-16" /></svg></button>`,
      };
    case "date_of_birth":
      return {
        hint: say(t.dateOfBirthHint, { min: field.minAge ?? 0, server, f }),
        type: "date",
        autocomplete: "bday",
      };
    case "reason":
      return {
        hint: t.reasonHint[field.why ?? ""] ?? nothing,
        autocomplete: "off",
      };
    default:
      return { autocomplete: "off" };
  }
}

function textual(
  v: View,
  field: Field,
  { hint, type, autocomplete, before, after, below }: Look,
): TemplateResult {
  const { id, described, invalid } = wiring(v, field.name, Boolean(hint && hint !== nothing));
  const sending = v.state.screen === "submitting";
  const control =
    field.name === "reason"
      ? html`<textarea data-part="input" id=${id} name=${field.name} rows="3" autocomplete=${autocomplete} dir="auto" ?required=${field.required} ?readonly=${sending} aria-invalid=${invalid} aria-describedby=${described}></textarea>`
      : html`<input data-part="input" id=${id} name=${field.name} type=${type ?? "text"} autocomplete=${autocomplete} autocapitalize="none" autocorrect="off" spellcheck="false" dir="ltr" min=${type === "date" ? "1900-01-01" : nothing} max=${field.latest || nothing} minlength=${(field.name === "password" && field.minLength) || nothing} ?required=${field.required} ?readonly=${sending} aria-invalid=${invalid} aria-describedby=${described}>`;
  return html`<div data-part="field" data-field=${field.name}><label data-part="label" for=${id}>${labelOf(v, field.name)}${
    field.required ? nothing : html` <span data-part="optional">${v.t.optional}</span>`
  }</label><div data-part=${invalid === "true" ? "control invalid" : "control"} dir=${field.name === "reason" ? nothing : "ltr"}>${
    before ? html`<span data-part="affix" aria-hidden="true">${before}</span>` : nothing
  }${control}${after ?? nothing}</div>${errors(v, field.name)}${below ?? nothing}<div data-part="foot">${
    hint && hint !== nothing ? html`<p data-part="hint" id=${`${id}-hint`}>${hint}</p>` : nothing
  }${field.name === "reason" ? counter(v, field) : nothing}</div></div>`;
}

function counter({ t, f, form }: View, { maxLength: limit }: Field): Part {
  const length = [...form.text("reason")].length;
  return limit ? html`<p data-part="counter">${say(t.reasonCounter, { length, limit, f })}</p>` : nothing;
}

/** What is known of the name that was typed. */
function username(v: View): TemplateResult {
  const { t, form } = v;
  const { name } = form;
  const texts = {
    checking: t.usernameChecking,
    free: say(t.usernameFree, { name: name?.text ?? "" }),
    taken: "",
    unknown: "",
  };
  return html`${form.shortened ? html`<p data-part="note">${t.usernameShortened}</p>` : nothing}${
    name && texts[name.answer] && !form.problems("username").length
      ? html`<p data-part=${name.answer === "free" ? "note good" : "note"}>${texts[name.answer]}</p>`
      : nothing
  }${
    name?.suggestions.length
      ? html`<div data-part="suggestions" role="group" aria-label=${t.usernameSuggestions}><span data-part="note">${t.usernameSuggestions}</span>${name.suggestions.map(
          (suggestion) =>
            html`<button data-part="suggestion" type="button" dir="ltr" @click=${() => form.take(suggestion)}>${suggestion}</button>`,
        )}</div>`
      : nothing
  }`;
}

function agreement(v: View, field: Field): TemplateResult {
  const { state, t } = v;
  const { id, described, invalid } = wiring(v, field.name, false);
  const documents = state.documents
    .filter((d) => d.agreed && web(d.url))
    .map((d) => link(v, d.url, t.agreedDocuments[d.kind] ?? d.kind));
  const all: Part[] = state.rules.length || !documents.length ? [t.agreedRules, ...documents] : documents;
  return html`<div data-part="field" data-field=${field.name}><div data-part=${invalid === "true" ? "agreement invalid" : "agreement"}><input data-part="checkbox" id=${id} name=${field.name} type="checkbox" ?required=${field.required} aria-invalid=${invalid} aria-describedby=${described}><label data-part="agreement-label" for=${id}>${fill<unknown>(
    t.agreement,
    { documents: v.f.join(all), server: v.server },
  )}</label></div>${errors(v, field.name)}</div>`;
}

/** Ties a field to its messages. */
function wiring(v: View, name: FieldName, hint: boolean) {
  const id = v.id + name;
  const wrong = v.form.problems(name).length > 0;
  const described = [wrong && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return { id, described: described || nothing, invalid: wrong ? "true" : "false" };
}

function errors(v: View, name: FieldName): Part {
  const seen = new Set<string>();
  const problems = v.form.problems(name).filter((p) => {
    const text = fieldSentence(v, p);
    return !seen.has(text) && seen.add(text);
  });
  return problems.length
    ? html`<div data-part="errors" id=${`${v.id + name}-error`}>${problems.map(
        (p) => html`<p data-part="error">${fieldSentence(v, p)}${wayOut(v, p)}</p>`,
      )}</div>`
    : nothing;
}
