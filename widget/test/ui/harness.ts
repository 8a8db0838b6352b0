// A page with the widget on a core that the test plays.
import { fileURLToPath } from "node:url";
import { test as base, expect, type Locator, type Page } from "@playwright/test";
import { bundlePacks, bundleScripts, named } from "../../bundle.mjs";
import { strictPolicy } from "../../e2e/policy.ts";
import type { Snapshot } from "../../src/core/types.ts";
import type { Stub } from "./stub-core.ts";

export { expect };

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The widget's scripts, by name of file. */
async function bundle(): Promise<Record<string, string>> {
  const packs = await bundlePacks();
  const scripts = await bundleScripts({
    packs,
    core: { wasm: named("core", ".wasm", ""), exec: named("support", ".js", "") },
    entryPoints: {
      "fedi-signup": here("../../src/fedi-signup.ts"),
      "fedi-signup-early": here("../../src/early.ts"),
    },
    outdir: "/",
    plugins: [
      {
        name: "stub core",
        setup: ({ onResolve }) => {
          onResolve({ filter: /\/core\/index\.js$/ }, () => ({ path: here("stub-core.ts") }));
        },
      },
    ],
  });
  const texts = Object.values(packs).map(({ file, text }) => [file, text]);
  return { ...scripts, ...Object.fromEntries(texts) };
}

const policy = `${strictPolicy()}; style-src 'self'`;

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" fill="#0b7285"/><path d="M4 30c8-8 12 6 20-2s12 6 20-2" stroke="#fff" stroke-width="4" fill="none"/></svg>`;

const style = `:root { color-scheme: light dark; background: Canvas; color: CanvasText; font: 100%/1.5 system-ui, sans-serif }
body { max-width: 64rem; margin: 0 auto; padding: 1rem }`;

export const children = '<p><a href="https://tidepool.example/auth/sign_up">Join Tidepool</a></p>';

export const site = "https://site.example/page?from=here#top";

/** What a test does on the page. */
export class Widget {
  address = site; // of the page
  policy = policy; // the page's, if it has one
  readonly element: Locator;
  readonly username: Locator;
  readonly email: Locator;
  readonly password: Locator;
  readonly submit: Locator;
  readonly alert: Locator;
  readonly status: Locator;

  constructor(readonly page: Page) {
    this.element = page.locator("fedi-signup");
    this.username = this.element.getByRole("textbox", { name: "Username" });
    this.email = this.element.getByRole("textbox", { name: "Email" });
    this.password = this.element.getByLabel("Password", { exact: true });
    this.submit = this.element.getByRole("button", { name: /create account|apply for/i });
    this.alert = this.element.locator("[data-part=alert]");
    this.status = this.element.getByRole("status");
  }

  /** Loads a page with this body, with a core that plays as `prepare` says. */
  async load(
    body: string,
    prepare: Partial<Stub> = {},
    html = '<html lang="en">',
    script = true, // whether the page loads the widget by itself
  ): Promise<void> {
    await this.page.route("https://site.example/page?*", (route) =>
      route.fulfill({
        contentType: "text/html; charset=utf-8",
        headers: this.policy ? { "content-security-policy": this.policy } : {},
        body: `<!doctype html>${html}<head><title>The shore</title><meta name="viewport" content="width=device-width">
<link rel="icon" href="icon.svg"><link rel="stylesheet" href="page.css"><script src="stub.js"></script>
${script ? '<script type="module" src="fedi-signup.js"></script>' : ""}</head><body><main>${body}</main></body></html>`,
      }),
    );
    await this.page.route("https://site.example/stub.js", (route) =>
      route.fulfill({
        contentType: "text/javascript",
        body: `window.prepared = ${JSON.stringify(prepare)};`,
      }),
    );
    await this.page.goto("about:blank");
    await this.page.goto(this.address);
    if (script) await this.page.evaluate(() => customElements.whenDefined("fedi-signup"));
  }

  /** Shows a snapshot in a widget with these attributes. */
  async show(snapshot: Snapshot, attributes = "", prepare: Partial<Stub> = {}, html?: string): Promise<void> {
    const server = attributes.includes("server=") ? "" : 'server="tidepool.example"';
    await this.load(
      `<fedi-signup ${server} ${attributes}>${children}</fedi-signup>`,
      { snapshot, ...prepare },
      html,
    );
    await this.sees(snapshot.screen);
  }

  async sees(screen: string): Promise<void> {
    if (screen !== "idle" && screen !== "loading") {
      await expect(this.element).toHaveAttribute("data-state", screen);
    } else {
      // The attribute comes with what there is to show; scripts can ask before.
      await expect
        .poll(() => this.element.evaluate((element, state) => element.matches(`:state(${state})`), screen))
        .toBe(true);
    }
  }

  /** Keeps a pack away until what this returns is called. */
  async hold(pack: "extras" | "isolate"): Promise<() => void> {
    let come = () => {};
    const called = new Promise<void>((resolve) => {
      come = resolve;
    });
    await this.page.route(`**/${pack}.*`, async (route) => {
      await called;
      await route.fallback();
    });
    return come;
  }

  /** Resolves when the next frame has been painted. */
  async painted(): Promise<void> {
    await this.page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => setTimeout(seen))));
  }

  /** Lets the core tell a snapshot, once the widget has begun with it. */
  async emit(snapshot: Snapshot): Promise<void> {
    await expect.poll(() => this.page.evaluate(() => globalThis.stub.options.length)).toBeGreaterThan(0);
    return this.page.evaluate((s) => globalThis.stub.emit(s), snapshot);
  }

  /** What the widget asked of the core. */
  called(verb: string): Promise<unknown[][]> {
    return this.page.evaluate((v) => globalThis.stub.called(v), verb);
  }

  /** Keeps the details of an event that come from now on. */
  async listen(name: string, prevent = false): Promise<() => Promise<unknown[]>> {
    await this.page.evaluate(
      ([event, stop]) => {
        const page = globalThis as unknown as Record<string, unknown[]>;
        page[event] = [];
        document.addEventListener(event, (e) => {
          page[event]?.push((e as CustomEvent).detail);
          if (stop) e.preventDefault();
        });
      },
      [name, prevent] as const,
    );
    return () =>
      this.page.evaluate((n) => (globalThis as unknown as Record<string, unknown[]>)[n] ?? [], name);
  }
}

export const test = base.extend<
  { widget: Widget; quiet: undefined; fails: { console: RegExp[] } },
  { scripts: Record<string, string> }
>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern
  scripts: [async ({}, use) => use(await bundle()), { scope: "worker" }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern
  fails: async ({}, use) => use({ console: [] }),

  widget: async ({ page, scripts }, use) => {
    const files: Record<string, [string, string]> = {
      ...Object.fromEntries(
        Object.entries(scripts).map(([file, text]) => [file, ["text/javascript", text] as [string, string]]),
      ),
      "page.css": ["text/css", style],
      "icon.svg": ["image/svg+xml", icon],
    };
    await page.route("https://site.example/**", (route) => {
      const [contentType, body] = files[new URL(route.request().url()).pathname.slice(1)] ?? [];
      return contentType ? route.fulfill({ contentType, body: body ?? "" }) : route.abort();
    });
    await use(new Widget(page));
  },

  // Nothing may go wrong in the console, whatever a test is about.
  quiet: [
    async ({ page, fails }, use) => {
      const wrong: string[] = [];
      page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
      page.on("pageerror", (error) => wrong.push(String(error)));
      await use(undefined);
      expect(wrong.filter((text) => !fails.console.some((known) => known.test(text)))).toEqual([]);
    },
    { auto: true },
  ],
});
