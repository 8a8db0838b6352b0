import type { AskedField, Field, FieldName, FieldProblem } from "../core/types.js";
import { html, nothing, type Part } from "../html.js";
import { own } from "../own.js";
import { say } from "../say.js";
import { errorList, labelOf } from "./parts.js";
import type { FullView } from "./view.js";

/** Fields that only this server knows: each one's name in words is all that there is of a label. */
export const asked = (v: FullView): Part[] =>
  (v.state.asked ?? []).map((field) => question(withAsked(v), field));

/** What a field is called: of these, what its name says in words. */
export function titleOf(v: FullView, name: string): Part {
  if (!v.state.asked?.some((field) => field.name === name)) return labelOf(v, name as FieldName);
  const words = name.replaceAll("_", " ").trim();
  return html`<bdi>${words.charAt(0).toUpperCase() + words.slice(1)}</bdi>`;
}

/** The view in which these fields are among the others. */
export const withAsked = (v: FullView): FullView => ({
  ...v,
  state: { ...v.state, fields: [...v.state.fields, ...((v.state.asked ?? []) as unknown as Field[])] },
});

/** The problem without the server's words, where they stand at the field already. */
export function inOurWords({ state, t }: FullView, { message = "", ...p }: FieldProblem): FieldProblem {
  const said = state.asked?.find(({ name }) => name === p.field)?.message;
  return !message || (message === said && own(t.fields, p.code)) ? p : { ...p, message };
}

function question(v: FullView, { name, message, maxLength }: AskedField): Part {
  const { t, form, sending } = v;
  const id = `${v.id}asked-${name}`;
  const problems = form.problems(name).map((p) => inOurWords(v, p));
  const wrong = problems.length > 0;
  return html`
    <div data-part="field" data-field=${name}>
      <label data-part="label" for=${id}>${titleOf(v, name)}</label>
      <div data-part=${wrong ? "control invalid" : "control"}>
        <input
          data-part="input"
          id=${id}
          data-name=${name}
          .field=${name}
          type="text"
          autocomplete="off"
          dir="auto"
          maxlength=${maxLength}
          aria-required="true"
          ?readonly=${sending}
          aria-invalid=${wrong || nothing}
          aria-describedby=${wrong ? `${id}-error ${id}-hint` : `${id}-hint`}
        >
      </div>
      ${errorList(v, id, problems)}
      <p data-part="hint" id=${`${id}-hint`}>
        ${message ? html`${say(t.serverSays, v)} <q dir="auto">${message}</q>` : own(t.reasonHint, "server-asked")}
      </p>
    </div>
  `;
}
