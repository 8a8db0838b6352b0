// Orca, and a browser that it reads, as one user has them on a desktop.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "@playwright/test";
import { idle } from "./work.ts";

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** Whether all that is needed is installed. */
export const installed = [
  "/usr/bin/orca",
  "/usr/bin/Xvfb",
  "/usr/bin/xdotool",
  "/usr/bin/openbox",
  "/usr/bin/dbus-run-session",
  "/usr/libexec/at-spi-bus-launcher",
].every(existsSync);

const firefox = ["/usr/bin/firefox-esr", "/usr/bin/firefox"].find(existsSync) ?? "";
const chromium = process.env.CHROME ?? "/usr/bin/chromium";

/** How each browser is started with its profile, for a page. */
const browsers: Record<string, (profile: string, url: string) => string[]> = {
  firefox: (profile, url) => [firefox, "--no-remote", "--profile", profile, "--kiosk", url],
  chromium: (profile, url) => [
    chromium,
    "--no-sandbox",
    "--force-renderer-accessibility",
    "--no-first-run",
    "--password-store=basic",
    "--disable-background-networking",
    "--disable-quic",
    "--disable-component-update",
    "--disable-sync",
    `--user-data-dir=${profile}`,
    `--app=${url}`,
  ],
};

/** What keeps Firefox from talking about itself. */
const preferences = {
  "accessibility.force_disabled": -1,
  "browser.aboutwelcome.enabled": false,
  "browser.newtab.preload": false,
  "browser.formfill.enable": false,
  "browser.sessionstore.resume_from_crash": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "datareporting.policy.dataSubmissionEnabled": false,
  "signon.rememberSignons": false,
};

/** Milliseconds without work of the browser and of Orca after which nothing more comes. */
const settled = {
  act: 600, // more than what waits for somebody to finish
  typing: 2200, // more than the widget waits before it talks to somebody who types
  silence: 3000,
};

/** What Orca says of itself, and of the browser, as it comes to it. */
const ofTheirOwn =
  /^((Focus|Browse) mode|Loading\. {2}Please wait\.|Finished loading.*|Page has .*|.* frame\.|.* web)$/;

/** Something that happened on a screen, and all that was said until the next. */
interface Act {
  screen: string;
  what: string;
  at: number; // seconds since 1970
}

export class Reader {
  readonly #folder: string;
  readonly #desktop: ChildProcess;
  readonly #browser: string;
  #program: ChildProcess | undefined;
  #acts: Act[] = [];
  #screen = "";

  private constructor(folder: string, desktop: ChildProcess, browser: string) {
    this.#folder = folder;
    this.#desktop = desktop;
    this.#browser = browser;
  }

  /** Starts a desktop with Orca. */
  static async start(browser: string): Promise<Reader> {
    const folder = mkdtempSync(join(tmpdir(), "heard-"));
    const customizations = join(folder, ".local/share/orca");
    mkdirSync(customizations, { recursive: true });
    cpSync(here("orca-customizations.py"), join(customizations, "orca-customizations.py"));
    cpSync(here("desktop.sh"), join(folder, "desktop.sh"));
    chmodSync(folder, 0o755);
    const [program = "", ...args] = asUser("bash", join(folder, "desktop.sh"), folder);
    if (isRoot) execFileSync("chown", ["-R", "nobody:nogroup", folder]);
    const desktop = spawn(program, args, { detached: true, stdio: "inherit" });
    const reader = new Reader(folder, desktop, browser);
    await expect
      .poll(() => reader.#said().map(({ text }) => text), { timeout: 60_000 })
      .toContain("Screen reader on.");
    return reader;
  }

  /** Opens a page in a new browser, and waits until it has been announced. */
  async open(url: string, screen = "form"): Promise<void> {
    await this.close();
    const profile = mkdtempSync(join(this.#folder, "profile-"));
    const lines = Object.entries(preferences).map(
      ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`,
    );
    writeFileSync(join(profile, "user.js"), lines.join(""));
    if (isRoot) execFileSync("chown", ["-R", "nobody:nogroup", profile]);
    this.#acts = [];
    this.screen(screen);
    this.#mark("open the page");
    const started = this.#acts[0]?.at ?? 0;
    const command = browsers[this.#browser]?.(profile, url) ?? [];
    const [program = "", ...args] = this.#onDesktop(...command);
    this.#program = spawn(program, args, { detached: true, stdio: "ignore" });
    const loaded = () => this.#said().some(({ at, text }) => at >= started && /^Finished loading/.test(text));
    await expect.poll(loaded, { timeout: 60_000, message: "the page has loaded" }).toBe(true);
    await this.#rest(settled.typing);
  }

  async close(): Promise<void> {
    if (!this.#program) return;
    const exited = once(this.#program, "exit");
    process.kill(-(this.#program.pid as number));
    await exited;
    this.#program = undefined;
  }

  async stop(): Promise<void> {
    await this.close();
    const exited = once(this.#desktop, "exit");
    process.kill(-(this.#desktop.pid as number));
    await exited;
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Names the screen that the next acts lead to, or are made on. */
  screen(name: string): void {
    this.#screen = name;
  }

  /** Presses keys, one after the other, each when the one before was answered. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.#mark(key);
      this.#send("key", key);
      await this.#rest(settled.act);
      if (!this.now.length) await this.#rest(settled.silence);
      expect(this.now, `what is said to ${key}`).not.toEqual([]);
    }
  }

  /** Presses a key after which something goes on, until that is told. */
  async starts(key: string, told: RegExp): Promise<void> {
    this.#mark(key);
    this.#send("key", key);
    await this.#told(told);
  }

  /** Types a text as a quick typist does, and waits until all is said. */
  async type(text: string): Promise<void> {
    this.#mark(`type ${text}`);
    this.#send("type", "--delay", "120", text);
    await this.#rest(settled.typing);
  }

  /** Presses keys, where what is said is heard elsewhere. */
  async skip(...keys: string[]): Promise<void> {
    this.#mark("");
    this.#send("key", "--delay", "120", ...keys);
    await this.#rest(settled.act);
  }

  /** Lets something happen that the visitor has no part in, and waits until it was told. */
  async meanwhile(what: string, happen: () => unknown, told: RegExp): Promise<void> {
    this.#mark(`(${what})`);
    await happen();
    await this.#told(told);
    await this.#rest(settled.act);
  }

  /** What was said since the last act. */
  get now(): string[] {
    return this.#saidTo(this.#acts.length - 1);
  }

  /** Everything that was done on each screen, and what was said to it. */
  get transcripts(): Map<string, string> {
    const screens = new Map<string, string>();
    for (const [i, { screen, what }] of this.#acts.entries()) {
      if (!what) continue;
      const text = [`# ${what}`, ...this.#saidTo(i), "", ""].join("\n");
      screens.set(screen, (screens.get(screen) ?? "") + text);
    }
    return screens;
  }

  /** What was said twice, one right after the other, to the same act. */
  get doubles(): string[] {
    return this.#acts.flatMap(({ what }, i) =>
      what ? this.#saidTo(i).filter((line, j, lines) => line === lines[j - 1]) : [],
    );
  }

  #mark(what: string): void {
    this.#acts.push({ screen: this.#screen, what, at: Date.now() / 1000 });
  }

  async #told(text: RegExp): Promise<void> {
    await expect
      .poll(() => this.now.some((line) => text.test(line)), { timeout: 60_000, message: `${text} is told` })
      .toBe(true);
  }

  /** Resolves when all is done and said. */
  async #rest(milliseconds: number): Promise<void> {
    const all = [this.#desktop.pid ?? 0, this.#program?.pid ?? 0];
    await idle(all, milliseconds);
  }

  /** What the page had said to an act. */
  #saidTo(act: number): string[] {
    const [from, to] = [this.#acts[act]?.at ?? 0, this.#acts[act + 1]?.at ?? Number.POSITIVE_INFINITY];
    return this.#said()
      .filter(({ at, text }) => at >= from && at < to && !ofTheirOwn.test(text))
      .map(({ text }) =>
        text.replace(/\b(127\.0\.0\.1:)\d+/g, "$1PORT").replace(/\b[A-Z][a-z]+ \d+, \d{4}\b/g, "DATE"),
      );
  }

  #said(): { at: number; text: string }[] {
    const log = join(this.#folder, "speech.log");
    if (!existsSync(log)) return [];
    const lines = readFileSync(log, "utf8").split("\n").slice(0, -1);
    return lines.map((line) => {
      const [at, text] = JSON.parse(line) as [number, string];
      return { at, text };
    });
  }

  #send(...command: string[]): void {
    const [program = "", ...args] = this.#onDesktop("xdotool", ...command);
    execFileSync(program, args);
  }

  #onDesktop(...command: string[]): string[] {
    const run = 'cd "$0" && . ./session.env && exec "$@"';
    return asUser("bash", "-c", run, this.#folder, ...command);
  }
}

const isRoot = process.getuid?.() === 0;

/** Neither Orca nor Firefox likes to be root. */
function asUser(...command: string[]): string[] {
  const clean = ["env", "-i", "PATH=/usr/local/bin:/usr/bin:/bin", ...command];
  return isRoot ? ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", ...clean] : clean;
}
