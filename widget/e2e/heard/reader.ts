// Orca, and a browser that it reads, as one user has them on a desktop.
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
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

/** What keeps Firefox from talking about itself, and from working on its own. */
const firefoxPreferences = {
  "accessibility.force_disabled": -1,
  "app.normandy.enabled": false,
  "browser.aboutwelcome.enabled": false,
  "browser.formfill.enable": false,
  "browser.newtabpage.enabled": false,
  "browser.safebrowsing.update.enabled": false,
  "browser.sessionstore.resume_from_crash": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "browser.urlbar.autoFill": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "signon.rememberSignons": false,
  "ui.caretBlinkTime": 0,
};

const chromiumPreferences = {
  autofill: { profile_enabled: false }, // or fields open menus of what was typed before
  credentials_enable_service: false,
  profile: { password_manager_enabled: false, password_manager_leak_detection: false },
};

/** How each browser is started with a new profile. */
const browsers: Record<string, (profile: string) => string[]> = {
  firefox(profile) {
    const lines = Object.entries(firefoxPreferences).map(
      ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`,
    );
    writeFileSync(join(profile, "user.js"), lines.join(""));
    return [
      firefox,
      "--no-remote",
      "--profile",
      profile,
      "--width",
      "1280",
      "--height",
      "1600",
      "about:blank",
    ];
  },
  chromium(profile) {
    mkdirSync(join(profile, "Default"));
    writeFileSync(join(profile, "Default/Preferences"), JSON.stringify(chromiumPreferences));
    return [
      chromium,
      "--no-sandbox",
      "--test-type", // or it would tell that it has no sandbox
      "--force-renderer-accessibility",
      "--no-first-run",
      "--class=chromium", // whichever it is
      "--password-store=basic",
      "--disable-background-networking",
      "--disable-quic",
      "--disable-component-update",
      "--disable-sync",
      "--window-size=1280,1600",
      `--user-data-dir=${profile}`,
      "about:blank",
    ];
  },
};

/** Milliseconds without work of the browser and of Orca after which nothing more comes. */
const settled = {
  word: 300, // more than lies between two utterances that belong together
  act: 600, // more than what waits for somebody to finish
  typing: 2200, // more than the widget waits before it talks to somebody who types
  silence: 2000, // before what was done counts as not answered
};

/** What Orca says of itself, and of the browser, as it comes to it. */
const ofTheirOwn =
  /^((Focus|Browse) mode|Loading\. {2}Please wait\.|Finished loading.*|Page has .*|.* frame\.|.* web|.* page tab\.|blank|Text unselected\.|(Search with|Address and search).*)$/;

/** Comes before what the page told of its own accord. */
const news = "» ";

interface Utterance {
  at: number; // seconds since 1970
  text: string;
  why: string | null;
}

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
    await comes(() => reader.#said().some(({ text }) => text === "Screen reader on."), "Orca has started");
    return reader;
  }

  /** Opens a page, as its address is typed, and waits until it has been announced. */
  async open(url: string, screen = "form"): Promise<void> {
    if (!this.#program) await this.#startBrowser();
    this.#acts = [];
    this.screen(screen);
    await this.go(url).catch(async () => {
      await this.close(); // its window may have missed the focus
      await this.#startBrowser();
      await this.go(url);
    });
  }

  /** The same within a journey, in the tab in front. */
  async go(url: string): Promise<void> {
    const before = this.#acts.length;
    await expect(async () => {
      this.#acts.length = before;
      this.#mark("");
      this.#send("key", "ctrl+l");
      await this.#rest(settled.act);
      this.#send("type", url);
      await this.#rest(settled.act);
      this.#mark("open the page");
      this.#send("key", "Return");
      const { at: started = 0 } = this.#acts.at(-1) ?? {};
      const loaded = () =>
        this.#said().some(({ at, text }) => at >= started && /^Finished loading/.test(text));
      await comes(loaded, "the page has loaded", 15_000);
    }).toPass({ timeout: 45_000 }); // on a busy machine the address may miss its field
    await this.#rest(settled.typing);
  }

  async #startBrowser(): Promise<void> {
    const profile = mkdtempSync(join(this.#folder, "profile-"));
    const command = browsers[this.#browser]?.(profile) ?? [];
    if (isRoot) execFileSync("chown", ["-R", "nobody:nogroup", profile]);
    const [program = "", ...args] = this.#onDesktop(...command);
    this.#program = spawn(program, args, { detached: true, stdio: "ignore" });
    await this.#shown();
    await this.#rest(settled.typing);
  }

  /** Resolves when the browser has a window. */
  async #shown(): Promise<void> {
    const search = this.#onDesktop("xdotool", "search", "--onlyvisible", "--class", this.#browser);
    const [program = "", ...args] = search;
    await comes(() => spawnSync(program, args).status === 0, "the browser has a window");
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

  /** Presses keys, one after the other, each when the one before was answered; what was said to the last. */
  async press(...keys: string[]): Promise<string[]> {
    for (const key of keys) {
      this.#mark(key);
      this.#send("key", key);
      await this.#rest(settled.act);
      if (!this.now.length) await this.#rest(settled.silence);
      expect(this.now, `what is said to ${key}`).not.toEqual([]);
    }
    return this.now;
  }

  /** Presses a key after which something goes on, until that is told. */
  async starts(key: string, told: RegExp): Promise<string[]> {
    this.#mark(key);
    this.#send("key", key);
    return this.told(told);
  }

  /** Presses a key again and again until something is told. */
  async until(key: string, told: RegExp): Promise<string[]> {
    await expect(async () => {
      this.#mark("");
      this.#send("key", key);
      await this.told(/./);
      await this.#rest(settled.act);
      expect(this.now.join()).toMatch(told);
    }).toPass({ intervals: [5000], timeout: 120_000 });
    return this.now;
  }

  /** Types a text as a quick typist does, and waits until all is said. */
  async type(text: string): Promise<string[]> {
    this.#mark(`type ${text}`);
    this.#send("type", "--delay", "120", text);
    await this.#rest(settled.typing);
    return this.now;
  }

  /** Presses a key until something is told, which is heard elsewhere: how often depends on what is on the way. */
  async find(told: RegExp, key = "Tab"): Promise<void> {
    for (let presses = 0; presses < 20; presses++) {
      this.#mark("");
      this.#send("key", key);
      await comes(() => this.now.length > 0, `something is said to ${key}`);
      await this.#rest(settled.word);
      if (this.now.some((line) => told.test(line))) return;
    }
    throw new Error(`${key} leads to nothing like ${told}`);
  }

  /** Types a text where Orca is heard elsewhere. */
  async fill(text: string): Promise<void> {
    this.#mark("");
    this.#send("type", "--delay", "30", text);
    await this.#rest(settled.act);
  }

  /** Presses a key, where what is said is heard elsewhere. */
  async skip(key: string): Promise<void> {
    this.#mark("");
    this.#send("key", key);
    await this.#rest(settled.act);
  }

  /** Lets something happen that the visitor has no part in, and waits until it was told. */
  async meanwhile(what: string, happen: () => unknown, told: RegExp): Promise<string[]> {
    this.#mark(`(${what})`);
    await happen();
    await this.told(told);
    await this.#rest(settled.act);
    return this.now;
  }

  /** Waits until all is said that comes of the last act. */
  async rest(): Promise<string[]> {
    await this.#rest(settled.act);
    return this.now;
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

  /** Waits until something is told that comes of the last act. */
  async told(text: RegExp): Promise<string[]> {
    const told = () => this.now.some((line) => text.test(line.replace(news, "")));
    await comes(told, `${text} is told`);
    return this.now;
  }

  /** Resolves when all is done and said. */
  async #rest(milliseconds: number): Promise<void> {
    const all = [this.#desktop.pid ?? 0, this.#program?.pid ?? 0];
    await idle(all, milliseconds);
  }

  /**
   * What was said to an act: first of what has the focus, then, marked, what the page told of its own accord.
   * Which comes first is up to the browser.
   */
  #saidTo(act: number): string[] {
    const [from, to] = [this.#acts[act]?.at ?? 0, this.#acts[act + 1]?.at ?? Number.POSITIVE_INFINITY];
    const said = this.#said().filter(({ at, text }) => at >= from && at < to && !ofTheirOwn.test(text));
    return ["", news].flatMap((mark) =>
      said
        .filter(({ why }) => why !== "typed" && (why === "live") === Boolean(mark))
        .map(({ text }) => {
          return mark + timeless(text);
        }),
    );
  }

  #said(): Utterance[] {
    const log = join(this.#folder, "speech.log");
    if (!existsSync(log)) return [];
    const lines = readFileSync(log, "utf8").split("\n").slice(0, -1);
    return lines.map((line) => {
      const [at, text, why] = JSON.parse(line) as [number, string, string | null];
      return { at, text, why };
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

/** Resolves when something is the case. */
function comes(something: () => boolean, message: string, timeout = 60_000): Promise<void> {
  return expect.poll(something, { intervals: [100], timeout, message }).toBe(true);
}

/** A text without what is another each time. */
const timeless = (text: string) =>
  text
    .replace(/\s+/g, " ") // of which Orca puts one more here or there
    .replace(/\b(127\.0\.0\.1:)\d+/g, "$1PORT")
    .replace(/\b[A-Z][a-z]+ \d+, \d{4}\b/g, "DATE")
    .replace(/(DATE, )?\b\d+:\d\d [AP]M\b/g, "TIME") // with its day where that is tomorrow
    .replace(/\b\d+:\d\d\b/g, "CLOCK")
    .replace(/\b\d+ (second|minute)s?\b/g, "N minutes")
    .replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, "ID");

const isRoot = process.getuid?.() === 0;

/** Neither Orca nor Firefox likes to be root. Keys come at the pace of a typist, so other work has to wait. */
function asUser(...command: string[]): string[] {
  const clean = ["env", "-i", "PATH=/usr/local/bin:/usr/bin:/bin", ...command];
  return isRoot
    ? ["nice", "-n", "-10", "setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", ...clean]
    : clean;
}
