import type { Chooser } from "../chooser.js";
import { valuesOf, type Wanted } from "../directory.js";
import { html, nothing, type Part, type TemplateResult } from "../html.js";
import { named } from "../names.js";
import { own } from "../own.js";
import { fill, filled } from "../say.js";
import type { ServerStrings } from "../server-strings.js";
import type { State as Shown } from "../state.js";
import { button } from "./panel.js";
import { web } from "./parts.js";
import type { FullView } from "./view.js";

type State = keyof ServerStrings["states"];

/** The screen on which a server is chosen. */
export function choice(v: FullView, chooser: Chooser): TemplateResult {
  const { texts, returned } = chooser;
  return html`
    <div data-part="panel">
      ${
        returned
          ? html`<p data-part="notice">${fill(texts.returned, { server: named(returned) })}</p>`
          : nothing
      }
      <h2 data-part="title" tabindex="-1">${texts.title}</h2>
      <p data-part="description">${texts.intro}</p>
      ${chooser.open ? directory(v, chooser) : offered(v, chooser)}
    </div>
  `;
}

/** Leads back to it from the screens of one server. */
export const back = (chooser: Chooser): Part =>
  chooser.offered
    ? html`<p data-part="back">${button(chooser.texts.back, chooser.back, "plain")}</p>`
    : nothing;

/** The servers that the page names, in its order. */
function offered(v: FullView, chooser: Chooser): TemplateResult {
  const { texts } = chooser;
  return html`
    <ul data-part="servers">
      ${chooser.names.map((name, i) => {
        const there = chooser.there.get(name);
        const { server } = there ?? {};
        const n = server?.activeUsers ?? 0;
        const host = server?.host ?? chooser.hostOf(name);
        return card(v, chooser, i, {
          name,
          title: server?.title ?? host,
          host,
          icon: server?.icon,
          description: server?.description,
          facts: n ? [filled(texts.monthly, { n: v.f.number(n) })] : [],
          state: stateOf(there),
        });
      })}
    </ul>
  `;
}

/** What a server's screen means to somebody who may choose it. */
function stateOf(there: Shown | undefined): State {
  if (!there) return "loading";
  switch (there.screen) {
    case "form":
    case "returned":
      return there.server?.approvalRequired ? "approval" : "open";
    case "closed":
      return there.fields.length ? "invite" : "closed";
    case "elsewhere":
      return "elsewhere";
    default:
      return there.problem?.code === "bad-server" ? "unnamed" : "failed";
  }
}

interface Card {
  name: string;
  title: string;
  host: string;
  icon?: string | undefined;
  description?: string | undefined;
  facts: string[];
  state: State;
}

/** The button is named by what decides, and as large as the card; what the server says of itself describes it. */
function card(v: FullView, chooser: Chooser, i: number, c: Card): TemplateResult {
  const about = `${v.id}about-${i}`;
  const icon = web(c.icon);
  const dim = ["closed", "failed", "unnamed"].includes(c.state);
  return html`
    <li data-part=${dim ? "card dim" : "card"}>
      ${
        icon
          ? html`
              <img
                data-part="server-icon"
                src=${icon}
                alt=""
                width="48"
                height="48"
                loading="lazy"
                decoding="async"
                referrerpolicy="no-referrer"
              >
            `
          : nothing
      }
      <div data-part="card-text">
        <button
          data-part="server"
          type="button"
          aria-describedby=${c.description ? about : nothing}
          @click=${() => chooser.take(c.name)}
        >
          <span data-part="server-title" dir="auto" translate="no">${c.title}</span>${" "}
          ${
            c.title === c.host
              ? nothing
              : html`<span data-part="host" dir="ltr" translate="no">${c.host}</span>${" "}`
          }
          <span data-part="facts">
            <span data-part=${`fact ${c.state}`}>${own(chooser.texts.states, c.state) ?? ""}</span>
            ${c.facts.map((fact) => html`${" "}<span data-part="fact">${fact}</span>`)}
          </span>
        </button>
        ${c.description ? html`<p data-part="server-about" id=${about} dir="auto">${c.description}</p>` : nothing}
      </div>
    </li>
  `;
}

/** The servers of a directory, and what finds one among them. */
function directory(v: FullView, chooser: Chooser): TemplateResult {
  const { texts, listings, loading, failed } = chooser;
  return html`
    ${search(v, chooser)}
    ${listings ? filters(v, chooser) : nothing}
    ${failed ? failure(v, chooser) : loading ? skeletons(texts) : results(v, chooser)}
    <p data-part="hint">${fill(texts.source, { host: named(chooser.source) })}</p>
  `;
}

function search(v: FullView, chooser: Chooser): TemplateResult {
  const { texts, bad, unlisted } = chooser;
  const id = `${v.id}search`;
  return html`
    <form data-part="search" method="dialog" novalidate @submit=${chooser.goTyped}>
      <div data-part="field">
        <label data-part="label" for=${id}>${texts.search}</label>
        <div data-part=${bad ? "control invalid" : "control"}>
          <input
            data-part="input"
            type="search"
            id=${id}
            dir="auto"
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            aria-invalid=${bad || nothing}
            aria-describedby=${bad ? `${id}-error` : nothing}
            .value=${chooser.typed}
            @input=${chooser.search}
          >
        </div>
        ${
          bad
            ? html`<div data-part="errors" id=${`${id}-error`}><p data-part="error">${texts.badName}</p></div>`
            : nothing
        }
      </div>
      ${
        unlisted
          ? html`
              <button data-part="button" type="submit" aria-disabled=${chooser.busy || nothing}>
                ${chooser.busy ? html`<span data-part="spinner"></span>` : nothing}
                <span>${fill(texts.go, { server: named(unlisted) })}</span>
              </button>
            `
          : nothing
      }
    </form>
  `;
}

/** The filters that joinmastodon.org has, and the order. */
function filters(v: FullView, chooser: Chooser): TemplateResult {
  const { texts, wanted } = chooser;
  const all = chooser.listings ?? [];
  const counted = (filter: "language" | "category" | "region", names: (value: string) => string) =>
    valuesOf(all, filter).map(([value, n]): [string, string] => [
      value,
      `${names(value)} (${v.f.number(n)})`,
    ]);
  const languages = new Intl.DisplayNames([v.t.lang], { type: "language" });
  const set = (name: keyof Wanted) => (value: string) => chooser.want({ [name]: value });
  const any: [string, string] = ["", texts.any];
  return html`
    <details data-part="filters">
      <summary data-part="more">${texts.filters}</summary>
      <div data-part="filter-grid">
        ${select(v, "language", texts.language, wanted.language, set("language"), [
          any,
          ...counted("language", (tag) => languages.of(tag) ?? tag),
        ])}
        ${select(v, "category", texts.category, wanted.category, set("category"), [
          any,
          ...counted("category", (name) => own(texts.categories, name) ?? name),
        ])}
        ${select(v, "region", texts.region, wanted.region, set("region"), [
          any,
          ...counted("region", (name) => own(texts.regions, name) ?? name),
        ])}
        ${select(v, "ownership", texts.ownership, chooser.ownership, (value) => chooser.wantOwner(value), [
          any,
          ["juridicial", texts.organisation],
          ["natural", texts.person],
        ])}
        ${select(v, "registrations", texts.registrations, wanted.registrations, set("registrations"), [
          any,
          ["instant", texts.states.open],
          ["manual", texts.states.approval],
        ])}
        ${select(v, "sort", texts.sort, wanted.sort, set("sort"), [
          ["suggested", texts.suggested],
          ["active", texts.active],
          ["name", texts.name],
        ])}
      </div>
    </details>
  `;
}

function select(
  v: FullView,
  name: string,
  label: string,
  now: string,
  set: (value: string) => void,
  options: [string, string][],
): TemplateResult {
  const id = `${v.id}${name}`;
  return html`
    <div data-part="field">
      <label data-part="label" for=${id}>${label}</label>
      <div data-part="control">
        <select
          data-part="select"
          id=${id}
          @change=${(event: Event) => set((event.target as HTMLSelectElement).value)}
        >
          ${options.map(
            ([value, text]) => html`<option value=${value} .selected=${value === now}>${text}</option>`,
          )}
        </select>
      </div>
    </div>
  `;
}

function results(v: FullView, chooser: Chooser): Part {
  const { texts, found, shown, unlisted } = chooser;
  if (!found.length) return unlisted ? nothing : html`<p data-part="text">${texts.none}</p>`;
  return html`
    <p data-part="note">${filled(texts.found, { n: v.f.number(found.length) })}</p>
    <ul data-part="servers">
      ${found.slice(0, shown).map((l, i) =>
        card(v, chooser, i, {
          name: l.name,
          title: l.name,
          host: l.name,
          icon: l.thumbnail,
          description: l.description,
          facts: l.users ? [filled(texts.weekly, { n: v.f.number(l.users) })] : [],
          state: l.reviewed ? "approval" : "open",
        }),
      )}
    </ul>
    ${found.length > shown ? button(texts.more, chooser.showMore, "button secondary") : nothing}
  `;
}

function skeletons(texts: ServerStrings): TemplateResult {
  return html`
    <p data-part="loading"><span data-part="spinner"></span>${texts.listLoading}</p>
    <ul data-part="servers" aria-hidden="true">
      ${[0, 1, 2, 3].map(() => html`<li data-part="card skeleton"></li>`)}
    </ul>
  `;
}

function failure(v: FullView, chooser: Chooser): TemplateResult {
  return html`
    <p data-part="text">${chooser.texts.listFailed}</p>
    <div data-part="actions">${button(v.t.again, chooser.list, "button secondary")}</div>
  `;
}
