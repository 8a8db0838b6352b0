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

const settled = 900; // milliseconds without a word after which somebody has finished

/** Something that the visitor did, and all that was said until the next. */
interface Act {
  what: string;
  at: number; // seconds since 1970
}

export class Reader {
  readonly #folder: string;
  readonly #desktop: ChildProcess;
  readonly #browser: string;
  #program: ChildProcess | undefined;
  #acts: Act[] = [];

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
  async open(url: string): Promise<void> {
    await this.close();
    const profile = mkdtempSync(join(this.#folder, "profile-"));
    const lines = Object.entries(preferences).map(
      ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`,
    );
    writeFileSync(join(profile, "user.js"), lines.join(""));
    if (isRoot) execFileSync("chown", ["-R", "nobody:nogroup", profile]);
    this.#acts = [];
    this.#mark(`open the page`);
    const command = browsers[this.#browser]?.(profile, url) ?? [];
    const [program = "", ...args] = this.#onDesktop(...command);
    this.#program = spawn(program, args, { detached: true, stdio: "ignore" });
    await this.hears(/^Finished loading|document web/, 60_000);
    await this.#rest();
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

  /** Presses keys, one after the other, each when the one before was answered. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.#mark(key);
      this.#send("key", key);
      await this.#answered(key);
    }
  }

  /** Types a text as a quick typist does, and waits until all is said. */
  async type(text: string): Promise<void> {
    this.#mark(`type ${text}`);
    this.#send("type", "--delay", "120", text);
    await this.#rest();
  }

  /** Lets something happen that the visitor has no part in. */
  async meanwhile(what: string, happen: () => Promise<unknown>): Promise<void> {
    this.#mark(`(${what})`);
    await happen();
    await this.#answered(what);
  }

  /** Waits for a sentence since the last act. */
  async hears(text: RegExp, timeout = 20_000): Promise<void> {
    const { at } = this.#acts.at(-1) as Act;
    await expect
      .poll(() => this.#said().filter((line) => line.at >= at && text.test(line.text)).length, {
        timeout,
        message: `hears ${text}`,
      })
      .toBeGreaterThan(0);
    await this.#rest();
  }

  /** What was said since the last act. */
  get now(): string[] {
    const { at } = this.#acts.at(-1) as Act;
    return this.#said()
      .filter((line) => line.at >= at)
      .map(({ text }) => text);
  }

  /** Everything that was done, each with what was said. */
  get transcript(): string {
    const said = this.#said();
    const blocks = this.#acts.map(({ what, at }, i) => {
      const end = this.#acts[i + 1]?.at ?? Number.POSITIVE_INFINITY;
      return [
        `# ${what}`,
        ...said.filter((line) => line.at >= at && line.at < end).map(({ text }) => text),
      ].join("\n");
    });
    return `${blocks.join("\n\n")}\n`.replace(/\b(127\.0\.0\.1:)\d+/g, "$1PORT");
  }

  /** What was said twice, one right after the other, to the same act. */
  get doubles(): string[] {
    const blocks = this.transcript.split("\n\n").map((block) => block.split("\n"));
    return blocks.flatMap((lines) => lines.filter((line, i) => line === lines[i - 1]));
  }

  #mark(what: string): void {
    this.#acts.push({ what, at: Date.now() / 1000 });
  }

  /** Whoever does something hears something. */
  async #answered(what: string): Promise<void> {
    await expect
      .poll(() => this.now.length, { timeout: 5000, message: `silence after ${what}` })
      .toBeGreaterThan(0);
    await this.#rest();
  }

  /** Resolves when nothing more is said. */
  async #rest(): Promise<void> {
    let before = -1;
    const quiet = () => {
      const count = this.#said().length;
      const same = count === before;
      before = count;
      return same;
    };
    await expect.poll(quiet, { intervals: [settled], timeout: 30_000 }).toBe(true);
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
