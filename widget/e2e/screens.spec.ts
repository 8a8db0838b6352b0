// Every end of every scenario, as examples/screens plays it: the right screen,
// its sentence, nothing for axe to find, no error of ours, and nothing that the
// strict policy of its pages forbids.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { test as base, expect } from "@playwright/test";
import { inaccessible } from "./accessible.ts";
import { forbidden } from "./policy.ts";
import type { Options } from "./surroundings.ts";
import { password, Visitor } from "./visitor.ts";

interface Scene {
  name: string;
  title: string;
  part: string;
  screen: string;
  says: string[];
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const program = join(root, ".build", "screens");
mkdirSync(join(root, ".build"), { recursive: true });
execFileSync("go", ["build", "-o", program, "./examples/screens"], { cwd: root, stdio: "inherit" });
const scenes = JSON.parse(execFileSync(program, ["-list"], { encoding: "utf8" })) as Scene[];

const test = base.extend<object, Options & { site: string }>({
  dist: [fileURLToPath(new URL("../dist", import.meta.url)), { scope: "worker", option: true }],
  site: [
    async ({ dist }, use) => {
      const child = spawn(program, ["-site", "127.0.0.1:0", "-server", "127.0.0.1:0", "-widget", dist], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      const exited = once(child, "exit");
      for await (const line of createInterface({ input: child.stdout })) {
        const site = line.match(/http:\/\/[0-9.:]+/)?.[0];
        if (!site) continue;
        await use(site);
        break;
      }
      child.kill("SIGTERM");
      await exited;
    },
    { scope: "worker" },
  ],
});

for (const scene of scenes) {
  test(`${scene.part}: ${scene.title}`, async ({ page, site }) => {
    const wrong: string[] = await forbidden(page);
    page.on("pageerror", (error) => wrong.push(String(error)));
    page.on("console", (message) => {
      // The browser itself reports what servers refuse, and what they keep from it.
      const reported = /Failed to load resource|blocked by CORS policy/.test(message.text());
      if (message.type() === "error" && !reported) wrong.push(message.text());
    });
    await page.goto(`${site}/scene/${scene.name}`);
    await expect(page.locator("html")).toHaveAttribute("data-played", "");
    const widget = page.locator("fedi-signup");
    await new Visitor(page).sees(scene.screen, 15_000);
    for (const words of scene.says) await expect(widget).toContainText(words);
    await expect(widget).not.toContainText(/undefined|\[object|NaN|\{\w+\}/);
    expect(await inaccessible(page, "fedi-signup")).toEqual([]);
    for (const root of ["light", "shadow"]) {
      await widget.evaluate((element, value) => element.setAttribute("root", value), root);
      await expect(widget).toContainText(scene.says[0] ?? "");
      if (scene.screen === "form" && scene.part === "The form") await showsAll(new Visitor(page));
    }
    expect(wrong).toEqual([]);
  });
}

/** Has the form show what it shows when it is asked: how good a password is, and a document. */
async function showsAll({ page, widget }: Visitor): Promise<void> {
  await widget.locator("[data-name=password]").fill(password); // whatever the language calls it
  await expect(widget.getByRole("meter")).toBeVisible();
  const document = widget.locator("[data-part=documents] a").first();
  if (!(await document.isVisible())) return;
  const elsewhere = page.waitForEvent("popup").then((tab) => tab.close()); // where it can be read there only
  await document.click();
  const dialog = widget.getByRole("dialog");
  const told = dialog.locator("iframe[data-ready], [role=alert] [data-part=text]"); // or that members alone read it
  await Promise.race([elsewhere, told.first().waitFor()]);
  if (!(await dialog.isVisible())) return;
  elsewhere.catch(() => {}); // the test ends before
  await dialog.getByRole("button").click();
}
