// A page whose core is late, with a form that was made ahead by examples/snapshot and without one.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import type { OwnSite } from "./own-site.ts";
import { expect, test } from "./test.ts";
import { password } from "./visitor.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Holds back the core of a page until it may come. */
async function holdCore(page: Page): Promise<() => void> {
  let comes = () => {};
  const late = new Promise<void>((come) => {
    comes = come;
  });
  await page.route("**/*.wasm", async (route) => {
    await late;
    await route.continue();
  });
  return comes;
}

/** Serves a page that has the server's form at hand. */
async function serveForm(ownSite: OwnSite, server: string): Promise<void> {
  const { stdout } = await promisify(execFile)("go", ["run", "./examples/snapshot", server], { cwd: root });
  const script = `<script type="application/json">${stdout}</script>`;
  ownSite.serve({
    body: `<fedi-signup server="${server}" loading="eager">${script}</fedi-signup>`,
    connect: server,
  });
}

test("somebody types before the core is there, and it sends what stands in the form", async ({
  page,
  desk,
  demo,
  ownSite,
}) => {
  await desk.play("open");
  await serveForm(ownSite, demo.server);
  const coreComes = await holdCore(page);
  await page.goto(ownSite.origin);
  const form = page.locator("fedi-signup");
  await form.getByRole("textbox", { name: "Username" }).fill("rta");
  await form.getByRole("textbox", { name: "Email" }).fill("rita@example.org");
  await form.getByLabel("Password", { exact: true }).fill(password);
  await form.getByRole("checkbox").check();
  await form.getByRole("textbox", { name: "Username" }).focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  coreComes();
  await expect.poll(async () => (await desk.received()).map(({ path }) => path)).toContain("/api/v1/apps");
  await page.keyboard.type("i");
  await form.getByRole("button", { name: "Create account" }).click();
  await expect(form).toHaveAttribute("data-state", "confirm");
  await expect(form.getByText("@rita")).toBeVisible();
});

test("a form that is at hand is drawn before anything is asked for that only the core needs", async ({
  page,
  desk,
  demo,
  ownSite,
}) => {
  await desk.play("open");
  await serveForm(ownSite, demo.server);
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector("fedi-signup [type=checkbox]")) return;
      observer.disconnect();
      performance.mark("drawn");
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(ownSite.origin);
  const asked = () =>
    page.evaluate(() => {
      const at = (name: RegExp) => performance.getEntries().find((entry) => name.test(entry.name))?.startTime;
      return { drawn: at(/^drawn$/), later: [at(/\.wasm$/), at(/wasm_exec/), at(/instance$/)] };
    });
  await expect.poll(async () => (await asked()).later.filter(Boolean).length).toBe(3);
  const { drawn = Number.POSITIVE_INFINITY, later } = await asked();
  expect(later.map((at = 0) => at > drawn)).toEqual([true, true, true]);
});

test("what a browser or a password manager has filled in before the core is there goes along, whether it told or not", async ({
  page,
  desk,
  demo,
  ownSite,
}) => {
  await desk.play("open");
  ownSite.serve({
    body: `<fedi-signup server="${demo.server}" loading="eager"></fedi-signup>`,
    connect: demo.server,
  });
  const coreComes = await holdCore(page);
  await page.goto(ownSite.origin);
  const form = page.locator("fedi-signup");
  const secret = form.getByLabel("Password", { exact: true });
  await expect(secret).toBeEditable();
  for (const [field, value, tells] of [
    [form.getByRole("textbox", { name: "Username" }), "rita", true],
    [form.getByRole("textbox", { name: "Email" }), "rita@example.org", false],
    [secret, password, true],
  ] as const) {
    await field.evaluate(
      (input: HTMLInputElement, [text, events]) => {
        input.value = text;
        if (!events) return;
        for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, { bubbles: true }));
      },
      [value, tells] as const,
    );
  }
  coreComes();
  await form.getByRole("checkbox").check();
  await expect(form.getByText("rita seems to be free")).toBeVisible();
  await form.getByRole("button", { name: "Create account" }).click();
  await expect(form).toHaveAttribute("data-state", "confirm");
  await expect(form.getByText("rita@example.org")).toBeVisible();
});
