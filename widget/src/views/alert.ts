import { wantsChallenge } from "../challenge.js";
import type { FieldProblem } from "../core/types.js";
import { html, nothing, type Part } from "../html.js";
import { joined, say } from "../say.js";
import { asked, inOurWords, titleOf, withAsked } from "./asked.js";
import { explained } from "./panel.js";
import { fieldSentence, handOver } from "./parts.js";
import type { FullView } from "./view.js";

/** Everything that is wrong with the form. */
export function alert(v: FullView): Part {
  const { problem, tries } = v.state;
  const problems = v.form.refused;
  const local = problems.length > 0 && problems.every(({ origin }) => origin === "local");
  return html`
    <div data-part="alert" role="group" tabindex="-1">
      ${local ? html`<p data-part="text">${v.t.unsent}</p>` : nothing}
      ${
        problem?.code === "captcha"
          ? html`<p data-part="text">${say(v.t.captchaMissing, v)}</p>`
          : problem
            ? html`
                ${problem.code === "unreachable" ? html`<p data-part="text">${v.t.unsent}</p>` : nothing}
                ${
                  wantsChallenge(v.state) && v.challenge.shown
                    ? html`<p data-part="text">${v.t.challenge}</p>`
                    : explained(v, problem)
                }
                ${
                  problem.detail === "app-registration" || problem.code === "broker" || v.state.ahead
                    ? handOver(v, problem.handover, say(v.t.goSignUp, v), "button secondary")
                    : nothing
                }
                ${v.acts.waits ? html`<p data-part="text">${v.t.offline}</p>` : nothing}
              `
            : nothing
      }
      ${summary(
        withAsked(v),
        problems.map((p) => inOurWords(v, p)),
      )}
      ${
        tries && tries.left < tries.limit && !["rate-limited", "lost-answer"].includes(problem?.code ?? "")
          ? html`<p data-part="text">${say(v.t.triesLeft, { ...tries, f: v.f })}</p>`
          : nothing
      }
    </div>
  `;
}

/** What only this server or this site wants: fields of its own, and where the broker's challenge is shown. */
export const challenge = (v: FullView): Part => html`
  ${asked(v)}
  ${v.challenge.wanted ? html`<div data-part="challenge"></div>` : nothing}
`;

/** Which fields need attention, and why. */
function summary(v: FullView, problems: readonly FieldProblem[]): Part {
  if (!problems.length) return nothing;
  const fields = v.state.fields.filter(({ name }) => problems.some((p) => p.field === name));
  const others = problems.filter((p) => fields.every(({ name }) => name !== p.field));
  const go = (event: Event, field: string) => {
    event.preventDefault();
    v.form.focus(field);
  };
  return html`
    ${
      fields.length
        ? html`
            <p data-part="text">${say(v.t.summary, { n: fields.length, f: v.f })}</p>
            <ul data-part="summary">
              ${fields.map(
                ({ name }) => html`
                  <li>
                    <a data-part="link" href=${`#${v.id}${name}`} @click=${(e: Event) => go(e, name)}>
                      ${titleOf(v, name)}
                    </a>: ${sentences(v, problems, name)}
                  </li>
                `,
              )}
            </ul>
          `
        : nothing
    }
    ${others.map((p) => html`<p data-part="text">${fieldSentence(v, p)}</p>`)}
  `;
}

/** Everything wrong with a field, each sentence once. */
const sentences = (v: FullView, problems: readonly FieldProblem[], name: string) =>
  joined(
    [...new Set(problems.filter(({ field }) => field === name).map((p) => fieldSentence(v, p)))],
    v.t.lang,
  );
