// A page whose scripts look wherever a page's scripts can look: at events, messages,
// keys, addresses, storage, and into frames.
import type { Page } from "@playwright/test";

/** Runs in the page, before its own scripts: notes all that they could hear. */
export function listen(): void {
  const heard: string[] = [];
  Object.assign(globalThis, { heard });
  const note = (what: unknown) => {
    try {
      heard.push(JSON.stringify(what) ?? "");
    } catch {
      heard.push(String(what));
    }
  };
  for (const type of ["input", "change", "keydown", "beforeinput", "paste", "submit"]) {
    addEventListener(
      type,
      (event) =>
        note([
          type,
          (event as KeyboardEvent).key,
          (event as InputEvent).data,
          (event.target as HTMLInputElement).value,
        ]),
      true,
    );
  }
  for (const name of ["statechange", "choose", "beforesubmit", "success", "confirmed", "error", "handover"]) {
    addEventListener(`fedi-signup-${name}`, (event) => note((event as CustomEvent).detail), true);
  }
  addEventListener("message", ({ data }) => note(data));
  // What comes by a port is heard by whoever was there before the widget.
  const port = MessagePort.prototype;
  const { set = () => {} } = Object.getOwnPropertyDescriptor(port, "onmessage") ?? {};
  Object.defineProperty(port, "onmessage", {
    set(this: MessagePort, listener) {
      this.addEventListener("message", ({ data }) => note(data));
      set.call(this, listener);
    },
  });
}

/** Runs in the page: all that it can read by now, as one text. */
export function look(): string {
  const found: unknown[] = [(globalThis as { heard?: string[] }).heard, location.href, history.state];
  found.push({ ...localStorage }, { ...sessionStorage }, document.cookie, document.documentElement.outerHTML);
  const frames = [...document.querySelectorAll("fedi-signup")].flatMap((element) => [
    ...(element.shadowRoot?.querySelectorAll("iframe") ?? []),
  ]);
  for (const frame of frames) {
    found.push(frame.outerHTML, frame.contentDocument?.documentElement.outerHTML);
    for (const ask of [
      () => frame.contentWindow?.document.body.innerHTML,
      () => ({ ...frame.contentWindow?.sessionStorage }),
      () => frame.contentWindow?.location.href,
    ]) {
      try {
        found.push(ask());
      } catch {
        // it is another origin's
      }
    }
  }
  for (const element of document.querySelectorAll("fedi-signup"))
    found.push((element as { state?: unknown }).state);
  return JSON.stringify(found);
}

/** Has a page of the test watched. */
export const watchPage = (page: Page): Promise<unknown> => page.addInitScript(listen);

/** Which of these secrets a page's script can read. */
export async function readable(page: Page, secrets: string[]): Promise<string[]> {
  const all = await page.evaluate(look);
  return secrets.filter((secret) => all.includes(secret));
}
