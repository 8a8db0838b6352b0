// WebKitGTK as Debian packages it: its MiniBrowser, driven over WebDriver.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { expect } from "@playwright/test";
import { Builder, By, Capabilities, Key, until, type WebDriver, type WebElement } from "selenium-webdriver";

/** Where a Debian of this machine's kind keeps the browser. */
const browser = (existsSync("/usr/lib") ? readdirSync("/usr/lib") : [])
  .map((folder) => `/usr/lib/${folder}/webkit2gtk-4.1/MiniBrowser`)
  .find(existsSync);
const driverProgram = "/usr/bin/WebKitWebDriver";

/** Whether the engine, and a screen to show it on, is installed. */
export const installed = [browser ?? "", driverProgram, "/usr/bin/xvfb-run"].every(existsSync);

export interface Engine {
  driver: WebDriver;
  stop(): Promise<void>;
}

export async function startWebKitGtk(): Promise<Engine> {
  const port = await freePort();
  const screen = ["-a", "--server-args=-screen 0 1280x1600x24"];
  const server = spawn("xvfb-run", [...screen, driverProgram, `--port=${port}`], { detached: true });
  const exited = once(server, "exit");
  const address = `http://127.0.0.1:${port}`;
  await expect(async () => expect((await fetch(`${address}/status`)).ok).toBe(true)).toPass();
  const driver = await new Builder()
    .usingServer(address)
    .withCapabilities(
      new Capabilities({
        browserName: "MiniBrowser",
        "webkitgtk:browserOptions": { binary: browser, args: ["--automation"] },
      }),
    )
    .build();
  return {
    driver,
    async stop() {
      await driver.quit().catch(() => {});
      process.kill(-(server.pid as number)); // xvfb-run and what it started
      await exited;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** The widget in the window that is in front, and what a visitor does there. */
export class Visitor {
  constructor(readonly driver: WebDriver) {}

  async opens(url: string): Promise<void> {
    await this.driver.get(url);
  }

  /** Runs a function of the page, without what surrounds it here. */
  run<T, A extends unknown[]>(code: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    return this.driver.executeScript(`return (${code})(...arguments)`, ...args);
  }

  /** Waits for an element of the widget. */
  async find(css: string): Promise<WebElement> {
    return this.driver.wait(until.elementLocated(By.css(`fedi-signup ${css}`)), 20_000);
  }

  field(name: string): Promise<WebElement> {
    return this.find(`[data-name=${name}]`);
  }

  async fills(name: string, text: string): Promise<void> {
    const field = await this.field(name);
    await field.clear();
    await field.sendKeys(text);
  }

  async signsUp(person: {
    username: string;
    email: string;
    password: string;
    reason?: string;
  }): Promise<void> {
    for (const [name, text] of Object.entries(person)) await this.fills(name, text);
    const agreement = await this.field("agreement");
    if (!(await agreement.isSelected())) await agreement.sendKeys(Key.SPACE);
    await this.submits();
  }

  async submits(): Promise<void> {
    await (await this.find("button[type=submit]")).click();
  }

  /** Clicks what is called so: a button or a link, in the widget or around it. */
  async clicks(name: string): Promise<void> {
    await expect(async () => {
      const named = await this.driver.findElements(
        By.xpath(`//*[self::a or self::button][contains(., "${name}")]`),
      );
      await (named[0] as WebElement).click();
    }).toPass();
  }

  /** Waits for a screen, and until it can be seen: before, what is clicked may still find its place. */
  async sees(screen: string): Promise<void> {
    await expect
      .poll(() => this.run(() => document.querySelector("fedi-signup")?.getAttribute("data-state")))
      .toBe(screen);
    await this.run(() => new Promise((seen) => requestAnimationFrame(() => setTimeout(seen))));
  }

  reads(text: string | RegExp): Promise<void> {
    return expect
      .poll(() => this.run(() => document.querySelector("fedi-signup")?.textContent ?? ""))
      .toMatch(text);
  }

  /** What is said of a field that was filled in wrongly. */
  async complaint(name: string): Promise<string> {
    return this.run((field) => {
      const input = document.querySelector(`fedi-signup [data-name=${field}]`);
      const ids = input?.getAttribute("aria-describedby")?.split(" ") ?? [];
      const wrong = input?.getAttribute("aria-invalid") === "true";
      return wrong ? ids.map((id) => document.getElementById(id)?.textContent).join(" ") : "";
    }, name);
  }

  /** The data-name of the element with the focus, or its text. */
  focused(): Promise<string> {
    return this.run(() => {
      const active = document.activeElement as HTMLElement;
      return active.dataset.name ?? active.textContent ?? "";
    });
  }
}
