import { html, nothing, type Part, type TemplateResult } from "../html.js";
import { named } from "../names.js";
import { own } from "../own.js";
import { say } from "../say.js";
import { formScreen } from "./form.js";
import { handOver, host, problemSentence, progress } from "./parts.js";
import type { View } from "./view.js";

/** What the widget shows now. */
export function content(v: View): Part {
  if (!v.awake) return v.expected ? skeleton() : nothing;
  return html`${v.extras ? v.extras.above(v) : nothing}${screen(v)}`;
}

function screen(v: View): TemplateResult {
  const { screen, ahead } = v.state;
  if (screen === "loading" && !ahead) return skeleton(progress(v));
  if (["loading", "form", "submitting"].includes(screen)) return formScreen(v);
  return v.extras ? v.extras.screen(v) : plain(v);
}

/** The room that the form will probably take, so that nothing on the page moves when it comes. */
function skeleton(told: Part = nothing): TemplateResult {
  return html`
    <div data-part="columns" aria-busy="true">
      <div data-part="intro">${told}</div>
      <div data-part="room"></div>
    </div>
  `;
}

/** What a screen comes down to where the extras could not be loaded. */
function plain(v: View): TemplateResult {
  const { t, acts } = v;
  const { screen, account, problem } = v.state;
  return html`
    <div data-part="panel">
      ${host(v)}
      <h2 data-part="title" tabindex="-1">${own(t.plain, screen)}</h2>
      ${problem ? html`<p data-part="text">${problem.message ?? problemSentence(v, problem)}</p>` : nothing}
      ${
        account
          ? html`
              <p data-part="text">
                <strong data-part="handle" dir="ltr">${named(account.handle)}</strong>
              </p>
            `
          : nothing
      }
      <div data-part="actions">
        ${handOver(v, v.onward, say(t.goServer, v))}
        ${
          screen === "failed" || screen === "returned"
            ? html`
                <button
                  data-part="button secondary"
                  type="button"
                  @click=${screen === "failed" ? acts.again : acts.forget}
                >
                  ${screen === "failed" ? t.again : t.submit}
                </button>
              `
            : nothing
        }
      </div>
    </div>
  `;
}
