import type { Field, FieldProblem } from "../core/types.js";
import { html, nothing, type Part, type TemplateResult } from "../html.js";
import { named } from "../names.js";
import { own } from "../own.js";
import { fill, say } from "../say.js";
import type { Look } from "./form.js";
import { handOver, link, web } from "./parts.js";
import type { FullView } from "./view.js";

/** What helps with a field, beyond its hint. */
export function aid(v: FullView, field: Field): Part {
  const id = `${v.id}${field.name}-aid`;
  if (field.name === "captcha_solution") return captcha(v, id);
  if (field.name === "username") return username(v);
  const content =
    field.name === "email" ? mistyped(v) : field.name === "password" ? strength(v, field) : nothing;
  return html`<div data-part="aid" id=${id}>${content}</div>`;
}

/** What is known of the name that was typed. */
function username(v: FullView): TemplateResult {
  const { t, form } = v;
  const { name } = form;
  const told =
    name?.answer === "free"
      ? say(t.usernameFree, { name: named(name.text) })
      : name?.answer === "checking" && t.usernameChecking;
  return html`
    ${form.shortened ? html`<p data-part="note">${t.usernameShortened}</p>` : nothing}
    ${
      told && !form.problems("username").length
        ? html`<p data-part=${name?.answer === "free" ? "note good" : "note"}>${told}</p>`
        : nothing
    }
    ${
      name?.suggestions.length
        ? html`
            <div data-part="suggestions" role="group" aria-label=${t.usernameSuggestions}>
              <span data-part="note">${t.usernameSuggestions}</span>
              ${name.suggestions.map(
                (suggestion) =>
                  html`
                    <button
                      data-part="suggestion"
                      type="button"
                      dir="ltr"
                      translate="no"
                      @click=${() => form.username?.take(suggestion)}
                    >
                      ${suggestion}
                    </button>
                  `,
              )}
            </div>
          `
        : nothing
    }
  `;
}

/** An address that was probably meant. */
export function mistyped({ t, aids }: FullView): Part {
  const { suggestion } = aids;
  return suggestion
    ? html`
        <button data-part="suggestion" type="button" @click=${aids.takeAddress}>
          ${say(t.mistyped, { address: named(suggestion) })}
        </button>
      `
    : nothing;
}

/** How hard the password is to guess, and how much of its space is used up. */
function strength({ t, f, aids }: FullView, { maxLength = 0, maxBytes = 0 }: Field): Part {
  const { score, characters, bytes } = aids.password;
  const used =
    maxBytes && bytes > characters && bytes > maxBytes * 0.75
      ? say(t.passwordBytes, { length: bytes, limit: maxBytes, f })
      : maxLength && characters > maxLength * 0.75
        ? say(t.passwordLength, { length: characters, limit: maxLength, f })
        : "";
  return html`
    ${
      score === undefined
        ? aids.weighing
          ? html`<div data-part="strength"></div>`
          : nothing
        : html`
            <div data-part="strength" data-score=${score}>
              <span
                data-part="meter"
                role="meter"
                aria-label=${t.strength}
                aria-valuemin="0"
                aria-valuemax="4"
                aria-valuenow=${score}
                aria-valuetext=${t.strengths.at(score) ?? ""}
              >
                ${[0, 1, 2, 3].map(
                  (step) => html`<span data-part=${step < score ? "step reached" : "step"}></span>`,
                )}
              </span>
              <span data-part="note" aria-hidden="true">${t.strengths.at(score)}</span>
            </div>
          `
    }
    ${used ? html`<p data-part="counter">${used}</p>` : nothing}
  `;
}

/** How the fields beyond name, email and password are drawn. */
export function look({ t, f, form, server }: FullView, field: Field): Look {
  const { name, minAge = 0, unkept = false, maxLength: limit } = field;
  if (name === "date_of_birth") {
    return {
      hint: say(t.dateOfBirthHint, { min: minAge, unkept, server, f }),
      repeated: ["ERR_BELOW_LIMIT"],
      type: "date",
      autocomplete: "bday",
    };
  }
  if (name === "reason") {
    const length = [...form.text(name)].length;
    const used = limit && html`<p data-part="counter">${say(t.reasonCounter, { length, limit, f })}</p>`;
    return {
      hint: own(t.reasonHint, field.why ?? "") ?? nothing,
      autocomplete: "off",
      beside: used || nothing,
    };
  }
  const captcha = name === "captcha_solution";
  return { hint: captcha ? t.captchaHint : nothing, autocomplete: "off", above: captcha };
}

/** How many rules the server's own page has beside these. */
export function rulesLeftOut(v: FullView): Part {
  const { rulesLeftOut: n, documents } = v.state;
  const about = documents.find((d) => d.kind === "about")?.url;
  return n ? html`<p data-part="hint">${link(v, about, say(v.t.rulesLeftOut, { n, f: v.f }))}</p>` : nothing;
}

/** The rules among what is agreed to: they are further up, perhaps folded. */
export function rulesLink({ id, rules, state, t }: FullView): Part {
  return state.rules.length
    ? html`<a data-part="link" href=${`#${id}rules`} @click=${rules.follow}>${t.agreedRules}</a>`
    : t.agreedRules;
}

/** What to do where correcting a field is not the answer. */
export function wayOut(v: FullView, p: FieldProblem): Part {
  const { kind, url } = p.wayOut ?? {};
  return kind === "sign-in" && web(url)
    ? html`<p data-part="text">${link(v, url, say(v.t.signIn, v))}</p>`
    : nothing;
}

/** When the server takes the next try. */
export function wait({ t, f, waitUntil }: FullView): Part {
  if (!waitUntil) return nothing;
  return html`<p data-part="hint" role="timer">${say(t.wait, { clock: named(f.countdown(waitUntil)) })}</p>`;
}

/** The picture to read, and what to do where it cannot be read. */
function captcha(v: FullView, id: string): TemplateResult {
  const { t, requests, state } = v;
  return html`
    <div data-part="captcha">
      <div data-part="captcha-frame" id=${id}>${picture(v)}</div>
      <div data-part="actions">
        <button
          data-part="button secondary small"
          type="button"
          aria-disabled=${requests.busy.has("captcha")}
          @click=${requests.newCaptcha}
        >
          ${t.captchaAnother}
        </button>
      </div>
      <p data-part="hint">
        ${fill<unknown>(t.captchaUnseen, {
          link: handOver(v, state.server?.signUpUrl, say(t.goSignUp, v), "link"),
        })}
      </p>
    </div>
  `;
}

function picture(v: FullView): Part {
  const { t, requests, aids } = v;
  const { image = "", expiresAt = 0 } = v.state.captcha ?? {};
  const coming = (text: string) => html`<p data-part="loading"><span data-part="spinner"></span>${text}</p>`;
  if (requests.busy.has("captcha")) return coming(t.captchaLoading);
  if (image ? aids.broken === image : v.state.problem?.code === "captcha") {
    return html`<p data-part="note">${t.captchaFailed}</p>`;
  }
  if (!image) return coming(t.captchaLoading);
  if (expiresAt && expiresAt <= Date.now()) return coming(t.captchaExpired);
  if (image.startsWith("data:")) {
    // A strict policy has no place for such addresses, so it is painted.
    return html`
      <canvas data-part="captcha-picture" role="img" aria-label=${t.captchaPicture} width="1" height="1"></canvas>
    `;
  }
  return html`
    <img
      data-part="captcha-picture"
      src=${web(image) ?? nothing}
      alt=${t.captchaPicture}
      referrerpolicy="no-referrer"
      @error=${aids.spoiled}
    >
  `;
}
