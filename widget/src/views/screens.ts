import { html, nothing, type Part, type TemplateResult } from "../html.js";
import { named } from "../names.js";
import { own } from "../own.js";
import { fill, say } from "../say.js";
import type { State } from "../state.js";
import { confirm, ready, returned, review } from "./account.js";
import { closed, elsewhere, failed, stopped } from "./doors.js";
import { handOver } from "./parts.js";
import type { FullView } from "./view.js";

/** Every screen beyond the form. */
export function screen(v: FullView): TemplateResult {
  return (own(screens, v.state.screen) ?? failed)(v);
}

const screens: Partial<Record<State["screen"], (v: FullView) => TemplateResult>> = {
  choose: (v) => v.choosing?.screen(v) ?? failed(v),
  confirm,
  review,
  ready,
  returned,
  closed,
  elsewhere,
  stopped,
};

/** The server takes its time, and what to do meanwhile. */
export function slow(v: FullView): TemplateResult {
  const { state, t } = v;
  return state.screen === "submitting"
    ? html`<p data-part="note">${say(t.slowSubmitting, v)}</p>`
    : html`
        <p data-part="note">${say(t.slowLoading, v)}</p>
        <div data-part="actions">${handOver(v, v.onward && (state.server?.signUpUrl ?? v.onward), say(t.goServer, v))}</div>
      `;
}

/** What comes before every screen. */
export function above(v: FullView): Part {
  const { screen, returned } = v.state;
  return html`${returned && screen !== "choose" ? returnedThere(v) : nothing}${v.choosing?.back() ?? nothing}`;
}

/** An email of another server has led here. Anybody can make up such an address, so it is no link. */
function returnedThere(v: FullView): TemplateResult {
  const { returned = "" } = v.state;
  return html`<p data-part="notice">${fill(v.t.returnedThere, { server: named(returned) })}</p>`;
}
