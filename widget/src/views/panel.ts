import type { TextPart } from "../core/types.js";
import { html, nothing, type Part, svg, type TemplateResult } from "../html.js";
import { named } from "../names.js";
import { fill, say } from "../say.js";
import type { StateProblem } from "../state.js";
import { host, link, problemSentence, web } from "./parts.js";
import type { FullView } from "./view.js";

/** Where the server's own words say no more than ours. */
const wordless = new Set<string>([
  "rate-limited",
  "server-error",
  "bad-answer",
  "unreachable",
  "lost-answer",
  "duplicate",
]);

/** The server's own words, with their links. */
function words(v: FullView, { message, notice, code }: StateProblem): Part {
  const said = notice?.length ? notice : message && !wordless.has(code) ? [{ text: message }] : [];
  return said.length
    ? html`
        <figure data-part="quote">
          <figcaption>${say(v.t.serverSays, v)}</figcaption>
          <blockquote data-part="words" dir="auto">
            ${said.map((part: TextPart) => link(v, part.url, part.text))}
          </blockquote>
        </figure>
      `
    : nothing;
}

/** The problem with all that is known of it, unless our own sentence says less than the screen does. */
export function explained(v: FullView, p: StateProblem, ours = true): TemplateResult {
  return html`
    ${ours ? html`<p data-part="text">${problemSentence(v, p)}</p>` : nothing}
    ${words(v, p)}
    ${p.requestId ? html`<p data-part="hint">${say(v.t.requestId, { id: named(p.requestId) })}</p>` : nothing}
  `;
}

/** A screen beyond the form: whose it is, what it is, and the rest. */
export function panel(
  v: FullView,
  heading: string,
  sign: () => TemplateResult,
  content: TemplateResult,
): TemplateResult {
  const { server } = v.state;
  const icon = web(server?.icon);
  return html`
    <div data-part="panel">
      ${
        server
          ? html`
              <div data-part="brand">
                ${
                  icon
                    ? html`
                        <img
                          data-part="brand-icon"
                          src=${icon}
                          alt=""
                          width="24"
                          height="24"
                          decoding="async"
                          referrerpolicy="no-referrer"
                        >
                      `
                    : nothing
                }
                <span dir="auto">${v.server}</span>
                ${host(v)}
              </div>
            `
          : nothing
      }
      <div data-part="heading">
        <svg data-part=${sign === signs.stop ? "sign stop" : "sign"} viewBox="0 0 24 24" aria-hidden="true">${sign()}</svg>
        <h2 data-part="title" tabindex="-1">${heading}</h2>
      </div>
      ${content}
    </div>
  `;
}

/** How to reach the server's staff. */
export function contact(v: FullView): Part {
  const address = v.state.server?.contactEmail;
  if (!address?.includes("@")) return nothing;
  const href = `mailto:${encodeURIComponent(address).replace("%40", "@")}`;
  return html`
    <p data-part="hint">
      ${fill(v.t.contact, {
        link: html`<a data-part="link" href=${href}>${named(address)}</a>`,
      })}
    </p>
  `;
}

/** A button that does something. */
export const button = (label: string, act: () => void, part: string) =>
  html`<button data-part=${part} type="button" @click=${act}>${label}</button>`;

/** Drawings of what a screen is about. */
export const signs = {
  mail: () => svg`<path d="M3 6h18v12H3zM3 7l9 6.5L21 7" />`,
  wait: () => svg`<circle cx="12" cy="12" r="9" /><path d="M12 7v5l3.5 2" />`,
  done: () => svg`<circle cx="12" cy="12" r="9" /><path d="m8 12.3 2.8 2.8L16 9.5" />`,
  door: () => svg`<path d="M6 21V3h9v18M3 21h18M15 6h4v15M12 12v.5" />`,
  stop: () => svg`<circle cx="12" cy="12" r="9" /><path d="M12 7v6M12 16.5v.2" />`,
};
