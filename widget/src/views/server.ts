import type { Rule } from "../core/types.js";
import { html, noChange, nothing, type TemplateResult } from "../html.js";
import { own } from "../own.js";
import { say } from "../say.js";
import { documentLink, host, web } from "./parts.js";
import type { View } from "./view.js";

/** Whose account it will be, and on what terms. */
export function intro(v: View): TemplateResult {
  const { state, t } = v;
  // The extras know where there is room to name again what is agreed to.
  const documents = state.documents.filter((d) => web(d.url) && (v.extras || !d.agreed));
  return html`
    <div
      data-part="intro"
      data-steady=${state.server ? noChange : "" /* the fields stay where they are as this comes to stand above them */}
    >
      ${header(v)}
      ${
        state.server?.approvalRequired ? html`<p data-part="notice">${say(t.approvalNotice, v)}</p>` : nothing
      }
      ${rules(v)}
      ${
        documents.length
          ? html`
              <ul data-part="documents">
                ${documents.map(
                  (d) =>
                    html`<li data-part=${d.agreed ? "document agreed" : "document"}>${documentLink(v, d, own(t.documents, d.kind) ?? d.kind)}</li>`,
                )}
              </ul>
            `
          : nothing
      }
    </div>
  `;
}

function header(v: View): TemplateResult {
  const { server } = v.state;
  const icon = web(server?.icon);
  return html`
    <div data-part="header">
      ${
        icon
          ? html`
              <img
                data-part="icon"
                src=${icon}
                alt=""
                width="48"
                height="48"
                decoding="async"
                referrerpolicy="no-referrer"
              >
            `
          : server
            ? nothing
            : html`<span data-part="icon"></span>`
      }
      <div data-part="headline">
        <h2 data-part="title" tabindex="-1">
          <span data-part="kicker" role="paragraph">${v.t.joinKicker}\u00a0</span><span dir="auto">${v.server}</span>
        </h2>
        ${host(v)}
      </div>
    </div>
    ${server?.description ? html`<p data-part="description" dir="auto">${server.description}</p>` : nothing}
  `;
}

function rules(v: View): TemplateResult | typeof nothing {
  const { rules, rulesLeftOut: n = 0 } = v.state;
  return rules.length || n
    ? html`
        <details data-part="rules-box" id=${`${v.id}rules`}>
          <summary data-part="rules-title">
            <h3 data-part="subtitle">${v.t.rulesTitle}\u00a0</h3><span data-part="count">
              ${v.f.number(rules.length + n)}
            </span>
          </summary>
          <ol data-part="rules">
            ${rules.map((rule) => {
              const { text, hint, lang } = translated(rule, v.languages);
              return html`
                <li data-part="rule" lang=${lang ?? nothing} dir="auto">
                  ${text}
                  ${
                    hint
                      ? html`
                          <details data-part="details">
                            <summary data-part="more" lang=${lang ? v.t.lang : nothing}>${v.t.ruleHint}</summary>
                            <p data-part="hint">${hint}</p>
                          </details>
                        `
                      : nothing
                  }
                </li>
              `;
            })}
          </ol>
          ${v.extras?.rulesLeftOut(v) ?? nothing}
        </details>
      `
    : nothing;
}

/** The rule in the first language of the visitor that it has. */
function translated(
  rule: Rule,
  languages: readonly string[],
): { text: string; hint?: string; lang?: string } {
  const known = Object.entries(rule.translations ?? {});
  const plain = (tag: string) => tag.toLowerCase().replace("_", "-");
  for (const wanted of languages.flatMap((tag) => [plain(tag), plain(tag).split("-")[0]])) {
    const found = known.find(([tag, { text }]) => plain(tag) === wanted && text);
    if (found) return { ...found[1], lang: found[0] };
  }
  return rule;
}
