import type { FieldProblem } from "../core/types.js";
import { html, nothing, type Part, type TemplateResult } from "../html.js";
import { say } from "../say.js";
import { explained } from "./panel.js";
import { fieldSentence, handOver, labelOf } from "./parts.js";
import type { FullView } from "./view.js";

/** Everything that is wrong with the form. */
export function alert(v: FullView): Part {
  const { problem, tries } = v.state;
  const problems = v.form.allProblems;
  if (!problem && !problems.length) return nothing;
  return html`
    <div data-part="alert" tabindex="-1">
      ${
        problem?.code === "captcha"
          ? html`<p data-part="text">${say(v.t.captchaMissing, v)}</p>`
          : problem
            ? html`
                ${problem.code === "unreachable" ? html`<p data-part="text">${v.t.unsent}</p>` : nothing}
                ${explained(v, problem)}
                ${
                  problem.detail === "app-registration" || problem.code === "broker"
                    ? handOver(v, problem.handover, say(v.t.goSignUp, v), "button secondary")
                    : nothing
                }
                ${v.acts.waits ? html`<p data-part="text">${v.t.offline}</p>` : nothing}
              `
            : nothing
      }
      ${summary(v, problems)}
      ${
        tries && tries.left < tries.limit && !["rate-limited", "lost-answer"].includes(problem?.code ?? "")
          ? html`<p data-part="text">${say(v.t.triesLeft, { ...tries, f: v.f })}</p>`
          : nothing
      }
    </div>
  `;
}

/** Which fields need attention; what is wrong with each stands beside it. */
function summary(v: FullView, problems: FieldProblem[]): Part {
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
            <p data-part="text">
              ${say(v.t.summary, { n: fields.length, f: v.f })} ${v.f.join(
                fields.map(
                  ({ name }): TemplateResult =>
                    html`
                      <a data-part="link" href=${`#${v.id}${name}`} @click=${(e: Event) => go(e, name)}>
                        ${labelOf(v, name)}
                      </a>
                    `,
                ),
              )}
            </p>
          `
        : nothing
    }
    ${others.map((p) => html`<p data-part="text">${fieldSentence(v, p)}</p>`)}
  `;
}
