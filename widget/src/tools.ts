import { Aids } from "./aids.js";
import { Challenge } from "./challenge.js";
import { Drafts } from "./drafts.js";
import { keepReturn } from "./entry.js";
import { Guard } from "./guard.js";
import { html, nothing, render, svg } from "./html.js";
import { keepForm } from "./last-form.js";
import { adviserFor } from "./mistakes.js";
import { Narrator } from "./narrator.js";
import { partOf } from "./parts.js";
import { Requests } from "./requests.js";
import { Rules } from "./rules.js";
import { followText } from "./scheme.js";
import { waitUntil } from "./state.js";
import type { Translation } from "./strings.js";
import { extraStyles } from "./styles.js";
import { Tabs } from "./tabs.js";
import { Translator } from "./translator.js";
import { markup } from "./trusted.js";
import { Username } from "./username.js";
import { Reader } from "./views/reader.js";
import type { Choosing, Tools, ToolsHost } from "./views/view.js";

/** Languages that are written so; not every browser tells. */
const rightToLeft = /^(ar|ckb|dv|fa|he|iw|ps|sd|ug|ur|yi)\b/i;

export function toolsFor(host: ToolsHost): Tools {
  const { element, session, form, mount } = host;
  const aids = new Aids(host);
  const challenge = new Challenge(host);
  const requests = new Requests(host);
  const reader = new Reader(host);
  const rules = new Rules(mount.container);
  const translator = new Translator<Translation>("texts-", mount, host.loadPart);
  const narrator = new Narrator(host);
  form.username = new Username(host);
  const name = mount.container.querySelector<HTMLInputElement>("[data-name=username]");
  if (name && form.typed("username")) form.username.found(name);
  const drafts = new Drafts(host);
  const tabs = new Tabs(host);
  const followColour = followText(mount.container);
  const advise = adviserFor(host);
  const guard = new Guard(
    element,
    mount.container,
    () => mount.render(),
    () => element.close(),
  );
  for (const event of ["load", "error"]) mount.container.addEventListener(event, hideBroken, true);
  mount.container.addEventListener("submit", ({ target }) => setTimeout(enable, 0, target), true);
  let choosing: Choosing | undefined;
  let clock: ReturnType<typeof setInterval> | undefined;
  return {
    get styles() {
      return [extraStyles, ...(choosing ? [choosing.styles] : [])];
    },
    get choosing() {
      return choosing;
    },
    async choose() {
      if (!choosing) {
        const loaded = await host.loadPart(partOf("servers")).catch((error) => {
          throw Object.assign(error, { code: "core-unreachable" }); // as for the core
        });
        const pack = loaded as typeof import("./packs/servers.js");
        pack.lend({ html, svg, nothing, render, markup });
        choosing ??= pack.choosingFor(host);
      }
      await choosing.begin();
    },
    aids,
    challenge,
    requests,
    reader,
    rules,
    guard,
    translator,
    beforeDraw(before) {
      narrator.beforeDraw(before);
      aids.beforeDraw();
      drafts.beforeDraw();
      challenge.beforeDraw(before);
      requests.beforeDraw(before);
      tabs.beforeDraw();
      const { screen, problem } = session.state;
      if (screen === "loading") {
        reader.close();
        for (const { name } of before.asked ?? []) form.clear(name); // no other server is told
      }
      // The name may be the visitor's own by now.
      if (problem?.code === "lost-answer") form.name = undefined;
    },
    afterNews(before, lapsed) {
      narrator.afterDraw(before, lapsed);
      const { asked = [], problems } = session.state;
      const added = asked.filter(({ name }) => before.asked?.every((field) => field.name !== name) ?? true);
      // Where there is more to correct, the box with all of it has the focus.
      if (added[0] && problems.every((p) => added.some(({ name }) => name === p.field)))
        form.focus(added[0].name);
      keepForm(host, before);
    },
    afterDraw() {
      keepReturn(session.state);
      narrator.followForm();
      mount.container.dir = rightToLeft.test(mount.texts.lang) ? "rtl" : "ltr";
      aids.afterDraw();
      challenge.afterDraw();
      guard.afterDraw();
      drafts.afterDraw();
      void translator.follow();
      advise();
      // What looks at the layout waits until there is one, for all that is drawn until then.
      mount.container.ownerDocument.defaultView?.requestAnimationFrame(() => {
        followColour();
        rules.afterDraw();
      });
    },
    tick(present) {
      const { state } = session;
      const until = Math.max(waitUntil(state), state.resendAt ?? 0, state.captcha?.expiresAt ?? 0);
      if (present && until > Date.now()) clock ??= setInterval(() => mount.render(), 1000);
      else {
        clearInterval(clock);
        clock = undefined;
      }
    },
  };
}

/** Hides a server's icon that does not load. */
function hideBroken({ type, target }: Event): void {
  const image = target as HTMLElement;
  if (image.matches("[data-part$=icon]")) image.style.display = type === "error" ? "none" : "";
}

/** Enables what the page has disabled on submit: it can be needed again, and nothing is sent twice. */
function enable(form: HTMLFormElement): void {
  for (const control of form.querySelectorAll<HTMLInputElement>("[disabled]")) control.disabled = false;
}
