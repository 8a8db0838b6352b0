// Every end of every scenario, as examples/screens plays it: the right screen,
// its sentence, nothing for axe to find, no error of ours, and nothing that the
// strict policy of its pages forbids.
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { test as base, expect } from "@playwright/test";
import { languages } from "../bundle.mjs";
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

/** The themes, by the names that owners of pages know. */
const presets = readdirSync(join(root, "examples/themes")).flatMap(
  (file) => file.match(/^(.*)\.css$/)?.[1] ?? [],
);

const test = base.extend<object, Options & { site: string }>({
  dist: [fileURLToPath(new URL("../dist", import.meta.url)), { scope: "worker", option: true }],
  site: [
    async ({ dist }, use) => {
      const child = spawn(program, ["-site", "127.0.0.1:0", "-server", "127.0.0.1:0", "-widget", dist], {
        cwd: root,
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

for (const [index, scene] of scenes.entries()) {
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
    }
    // Each form in one root, the next in the other: what it shows is loaded first.
    if (scene.screen === "form" && scene.part === "The form") {
      if (index % 2) await widget.evaluate((element) => element.setAttribute("root", "light"));
      await showsAll(new Visitor(page));
    }
    expect(wrong).toEqual([]);
  });
}

test("the configurator shows each look at once, and writes what to copy", async ({ page, site, dist }) => {
  const wrong: string[] = await forbidden(page);
  page.on("pageerror", (error) => wrong.push(String(error)));
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${site}/configurator/`);
  const form = page.frameLocator("iframe").locator("fedi-signup");
  await expect(form).toHaveAttribute("data-state", "form");
  const setting = (label: string) => page.getByRole("form").getByLabel(label);
  expect(await setting("Language").locator("option").count()).toBe(2 + languages.length); // English, and as the page

  await setting("Your server").fill("https://example.org/about");
  await setting("Theme").selectOption("dark");
  await page.getByText("Colours, corners").click();
  await setting("Corners").fill("3px");
  await setting("Language").selectOption("de");
  await expect(form.getByRole("textbox", { name: "Profilname" })).toBeVisible();
  await expect(form.locator("[data-part=fedi-signup]")).toHaveCSS("color-scheme", "dark");
  await expect(form.locator("[data-part~=control]").first()).toHaveCSS("border-radius", "3px");

  const entry = createHash("sha384")
    .update(readFileSync(join(dist, "fedi-signup.js")))
    .digest("base64");
  await expect(page.locator("#html")).toHaveText(
    `<script type="module" src="/fedi-signup/fedi-signup.js" integrity="sha384-${entry}" crossorigin="anonymous"></script> ` +
      '<fedi-signup server="example.org" theme="dark" lang="de"><a href="https://example.org/auth/sign_up">Join example.org</a></fedi-signup>',
  );
  await setting("Language").selectOption("");
  await expect(page.locator("#html")).toContainText(
    'src="/fedi-signup/fedi-signup-early.js" integrity="sha384-',
  );
  await setting("Language").selectOption("de");
  await setting("Density").selectOption("compact");
  await expect(page.locator("#css")).toHaveText(
    "fedi-signup { --fedi-signup-density: 0.75; --fedi-signup-radius: 3px; }",
  );
  await expect(page.locator("#policy")).toHaveText(
    "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' https://example.org; img-src 'self' https:; require-trusted-types-for 'script'; trusted-types fedi-signup",
  );

  const field = form.getByRole("textbox").first();
  await setting("Place").selectOption("dialog");
  await expect(field).toBeHidden();
  await expect(page.locator("#html")).toContainText(
    '<fedi-signup id="join" server="example.org" display="dialog" theme="dark" lang="de"></fedi-signup> ' +
      '<a href="https://example.org/auth/sign_up" data-fedi-signup-open="join">Join example.org</a>',
  );
  await page.frameLocator("iframe").getByRole("button", { name: "Sign up" }).click();
  await expect(field).toBeInViewport();
  expect((await field.boundingBox())?.height).toBeLessThan(40); // of 44, as dense as was chosen
  if (process.env.SHOTS)
    await page.screenshot({ path: join(process.env.SHOTS, "dialog.png"), fullPage: true });
  await setting("Place").selectOption("");
  await expect(field).toBeVisible();

  await setting("Preset").selectOption("rounded");
  await expect(form).toHaveCSS("border-radius", /^2\dpx|^3\dpx/);
  await expect(page.locator("#html")).toContainText(
    '<link rel="stylesheet" href="/fedi-signup/themes/rounded.css"> <script type="module"',
  );
  await setting("Preset").selectOption("");
  await expect(form).toHaveCSS("border-radius", "0px");
  expect(await setting("Preset").locator("option").allTextContents()).toEqual(["none", ...presets]);

  const screen = page.getByLabel("Screen, at a made-up server");
  expect(await screen.locator("option").count()).toBe(scenes.length);
  await screen.selectOption({ label: "Waiting for approval" });
  await expect(form).toHaveAttribute("data-state", "review");
  await expect(form).toHaveAttribute("theme", "dark");

  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await inaccessible(page), colorScheme).toEqual([]);
    if (process.env.SHOTS)
      await page.screenshot({ path: join(process.env.SHOTS, `${colorScheme}.png`), fullPage: true });
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  if (process.env.SHOTS) {
    await page.setViewportSize({ width: 1200, height: 900 });
    await page.screenshot({ path: join(process.env.SHOTS, "wide.png"), fullPage: true });
  }
  expect(wrong).toEqual([]);
});

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
