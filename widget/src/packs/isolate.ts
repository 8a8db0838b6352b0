/** Shows the form in a frame of another origin, where no script of the page can read it. */
import type { CallOptions, Signup, SignupError } from "../core/index.js";
import type { FediSignup } from "../element.js";
import { keepReturn } from "../entry.js";
import { dispatch } from "../events.js";
import type { Form } from "../form.js";
import { Frame, lookOf } from "../isolating.js";
import { passed, type Settings, type ToPage, told, type Verb, verbs } from "../isolation.js";
import type { Mount } from "../mount.js";
import { addressOf, choiceOf, optionsOf, textOf } from "../options.js";
import { ignore } from "../promises.js";
import type { Session } from "../session.js";
import { loading, type State } from "../state.js";
import { tell } from "../tell.js";

/** What the pack needs of the widget around it. */
export interface IsolateHost {
  readonly element: FediSignup;
  readonly session: Session;
  readonly form: Form;
  readonly mount: Mount;
  began(): void;
  show(before: State): void;
}

interface Call {
  resolve(value: never): void;
  reject(error: SignupError): void;
}

/** The address of the frame's page; nothing if that would isolate nothing. */
function pageOf(element: HTMLElement): URL | undefined {
  const address = addressOf(element, "isolate");
  if (!address) return undefined;
  const url = new URL("v1/isolated", address.replace(/\/?([?#].*)?$/, "/"));
  const safe = url.protocol === "https:" || /^(localhost|127\.[\d.]+|\[::1\])$/.test(url.hostname);
  return safe && url.origin !== location.origin ? url : undefined;
}

/**
 * Puts the session and the form in the frame in the place of the element's own, and
 * begins. Errors are of the script's class.
 */
export function isolate(
  { element, session, form, mount, ...host }: IsolateHost,
  Failed: typeof SignupError,
): Signup {
  const page = optionsOf(element, "");
  const title = document.createElement("span");
  Object.assign(title, { hidden: true }).dataset.part = "title";
  const calls = new Map<number, Call>();
  let frame: Frame | undefined;
  let closing = false;
  let valid = false;
  let { strings } = mount;
  let count = 0;

  function settings(box: HTMLElement): Settings {
    const theme = choiceOf(element, "theme");
    if (theme === "auto") delete box.dataset.theme;
    else box.dataset.theme = theme;
    const given = Object.fromEntries(passed.map((name) => [name, textOf(element, name)]));
    const attributes = {
      ...given,
      directory: addressOf(element, "directory"),
      "app-name": given["app-name"] || page.appName || "",
      "app-website": addressOf(element, "app-website") || page.appWebsite || "",
      "return-url": addressOf(element, "return-url") || page.returnUrl || "",
      invite: given.invite || page.invite || "",
    };
    return { attributes, strings: JSON.parse(JSON.stringify(strings)), look: lookOf(box) };
  }

  function hear(message: ToPage): void {
    if (message.type === "drawn") {
      title.textContent = message.title;
      valid = message.valid;
      frame?.fit(message.height, message.title);
    } else if (message.type === "answer") {
      const { id, value, failure } = message;
      const call = calls.get(id);
      calls.delete(id);
      if (failure)
        call?.reject(new Failed(failure.code as SignupError["code"], failure.message, failure as object));
      else call?.resolve(value as never);
    } else if (told.some((name) => name === message.name)) {
      if (message.name === "fedi-signup-statechange") show(message.detail);
      dispatch(element, message.name, message.detail);
    }
  }

  function show(state: State): void {
    const before = session.state;
    session.state = state;
    host.show(before);
    keepReturn(state); // the page's extras, which do that elsewhere, do not come
  }

  function giveUp(code: SignupError["code"], why: string): void {
    for (const { reject } of calls.values()) reject(new Failed(code, why));
    calls.clear();
  }

  function drop(): void {
    frame?.remove();
    frame = mount.isolated = undefined;
    valid = mount.container.hidden = false;
  }

  function fail(why: string): void {
    tell(`fedi-signup FS08: ${why}`);
    giveUp("core-unreachable", why);
    drop();
    session.arrive({ ...loading, screen: "failed", problem: { code: "core-unreachable", retryable: true } });
  }

  function begin(): void {
    closing = false;
    if (frame) return;
    const url = pageOf(element);
    if (!url) {
      fail(`isolate="${textOf(element, "isolate")}" is no https:// address of another origin.`);
      return;
    }
    frame = new Frame(
      {
        returned: session.returned,
        settings,
        hear,
        again: () => giveUp("aborted", "the page has moved the frame"),
        failed: () =>
          fail(
            `${url} is no frame for this page. Name this page in SITES of your edge, and the edge in frame-src of this page's policy.`,
          ),
      },
      url,
    );
    mount.isolated = title;
    mount.container.hidden = true;
    host.began();
    show(loading);
    place();
  }

  /** Puts the frame where the form is to be shown. */
  async function place(): Promise<void> {
    const box = frame?.box;
    const { shadowRoot } = element;
    const around = ((await mount.dialog) && shadowRoot?.querySelector("dialog")) || shadowRoot;
    if (box && box === frame?.box && box.parentNode !== around) around?.append(box);
  }

  function follow(): void {
    const url = pageOf(element);
    if (frame && url && url.href !== frame.page.href) {
      giveUp("aborted", "the page names another edge");
      drop();
      begin();
    }
    place();
    frame?.follow();
  }

  async function call<T>(verb: Verb, args: unknown[] = [], options?: CallOptions): Promise<T> {
    const signal = options?.signal;
    if (signal !== undefined && !(signal instanceof AbortSignal))
      throw new Failed("bad-argument", "signal is none");
    begin();
    if (!frame) throw new Failed("core-unreachable", "there is no frame");
    const id = ++count;
    try {
      frame.say({ type: "call", id, verb, args });
    } catch {
      throw new Failed("bad-argument", `${verb} takes plain data`);
    }
    const abort = () => frame?.say({ type: "abort", id });
    if (signal?.aborted) abort();
    signal?.addEventListener("abort", abort);
    return new Promise((resolve, reject) => calls.set(id, { resolve, reject }));
  }

  const signup = Object.fromEntries(
    Object.entries(verbs).map(([verb, most]) => [
      verb,
      (...args: unknown[]) => call(verb as Verb, args.slice(0, most), args.at(most) as CallOptions),
    ]),
  ) as unknown as Signup;
  const begun = async () => {
    begin();
    return signup;
  };

  Object.defineProperties(session, {
    begun: { get: () => frame !== undefined },
    awake: { get: () => frame !== undefined || session.state !== loading },
  });
  Object.assign(session, {
    begin: begun,
    settled: begun,
    open: signup.open,
    forget: signup.forget,
    async end() {
      if (!frame) return show(loading);
      if (frame.listens) {
        const closed = call("close").catch(ignore);
        closing = true;
        await closed;
        if (!closing) return;
      }
      giveUp("aborted", "the sign-up was closed");
      drop();
      show(loading);
    },
    keep() {
      closing = false;
    },
    retry: begun,
    reconnect() {},
    reportVisibility() {},
    followAttributes: follow,
  } satisfies Partial<Session>);
  Object.defineProperty(form, "valid", { get: () => valid });
  Object.assign(form, {
    values: () => undefined, // what is typed is in the frame alone
    reset: () => void call("reset"),
    report() {
      call("reportValidity");
      return valid;
    },
  });
  Object.defineProperty(mount, "strings", {
    get: () => strings,
    set(ours) {
      strings = ours;
      frame?.follow();
    },
  });
  // The frame tells what is sent: the page cannot know it before.
  element.submit = signup.submit;
  element.focus = (options) => {
    frame?.focus(options);
    call("focus").catch(ignore);
  };
  new MutationObserver(() => frame?.follow()).observe(element, { attributes: true }); // its class, say
  begin();
  return signup;
}
