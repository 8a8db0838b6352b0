// A page whose core is late, and whose form the opener makes of the server's own document.
import { readdirSync } from "node:fs";
import type { Page, Route } from "@playwright/test";
import { expect, test } from "./test.ts";
import { alice } from "./visitor.ts";

test.beforeEach(({ dist }) => {
  test.skip(!readdirSync(dist).some((file) => file.startsWith("opener-")), "only TinyGo makes one");
});

/** Holds back the files of a kind until they may come. */
async function hold(page: Page, kind: "core" | "opener"): Promise<() => void> {
  let come = () => {};
  const late = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route(`**/${kind}-*.wasm`, async (route) => {
    await late;
    await route.continue();
  });
  return come;
}

for (const early of [true, false]) {
  test.describe(early ? "with the first fields' script" : "with the widget's script alone", () => {
    test("rules and agreement are there before the core, around what was typed, and are sent by it", async ({
      page,
      demo,
      desk,
      ownSite,
      visitor,
    }) => {
      await desk.play("approval");
      const asked: string[] = [];
      page.on("request", (request) => asked.push(new URL(request.url()).pathname));
      ownSite.serve({
        body: `<fedi-signup server="${demo.server}"></fedi-signup>`,
        connect: demo.server,
        early,
      });
      const openerComes = await hold(page, "opener");
      const coreComes = await hold(page, "core");
      await page.goto(ownSite.origin);
      await visitor.username.fill("lice");
      await visitor.username.press("Home");
      await expect(visitor.agreement).toBeHidden();
      openerComes();
      await expect(visitor.agreement).toBeVisible();
      await expect(visitor.username).toBeFocused();
      await page.keyboard.type("a");
      await expect(visitor.username).toHaveValue("alice");
      await visitor.email.fill(alice.email);
      await visitor.password.fill(alice.password);
      await visitor.widget.getByRole("textbox", { name: /why/i }).fill("I look at crabs");
      await visitor.agreement.check();
      await visitor.submit.click();
      expect(asked).not.toContain("/api/v1/apps");
      coreComes();
      await visitor.sees("confirm");
      expect(asked.filter((path) => path.endsWith("/instance"))).toHaveLength(1);
      expect(asked.filter((path) => path.endsWith(".wasm"))).toHaveLength(2);
    });
  });
}

for (const scene of ["closed", "akkoma", "gotosocial"]) {
  test(`where it takes more than the document, the core decides: ${scene}`, async ({
    page,
    demo,
    desk,
    ownSite,
    visitor,
    expected,
  }) => {
    expected.push(/v2\/instance/); // which Akkoma does not have
    await desk.play(scene);
    const coreComes = await hold(page, "core");
    const opened = page.waitForResponse("**/opener-*.wasm");
    ownSite.serve({ body: `<fedi-signup server="${demo.server}"></fedi-signup>`, connect: demo.server });
    await page.goto(ownSite.origin);
    await opened;
    await visitor.username.fill("alice");
    await expect(visitor.agreement).toBeHidden();
    coreComes();
    await visitor.sees(scene === "akkoma" ? "form" : scene === "closed" ? "closed" : "elsewhere");
    if (scene === "akkoma") await expect(visitor.username).toHaveValue("alice");
  });
}

test("a document that comes with an error makes no form, which the core would take back", async ({
  page,
  demo,
  desk,
  ownSite,
  visitor,
  expected,
}) => {
  expected.push(/500/);
  await desk.play("open");
  await page.route("**/api/v2/instance", async (route) =>
    route.fulfill({ response: await route.fetch(), status: 500 }),
  );
  const coreComes = await hold(page, "core");
  await page.addInitScript(() => {
    const screens: string[] = [];
    Reflect.set(globalThis, "screens", screens);
    addEventListener("fedi-signup-statechange", (event) =>
      screens.push((event as CustomEvent).detail.screen),
    );
  });
  const answers = ["**/opener-*.wasm", "**/api/v2/instance"].map((url) => page.waitForResponse(url));
  ownSite.serve({ body: `<fedi-signup server="${demo.server}"></fedi-signup>`, connect: demo.server });
  await page.goto(ownSite.origin);
  for (const answer of answers) await (await answer).finished();
  await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
  coreComes();
  await visitor.sees("failed");
  expect(await page.evaluate(() => Reflect.get(globalThis, "screens"))).not.toContain("form");
});

for (const [how, answer] of [
  ["does not come", (route: Route) => route.abort()],
  ["hangs", () => {}],
  ["is no program", (route: Route) => route.fulfill({ contentType: "application/wasm", body: "\0asm" })],
] as const) {
  test(`an opener that ${how} costs nobody the form`, async ({
    page,
    demo,
    desk,
    ownSite,
    visitor,
    expected,
  }) => {
    expected.push(/opener-.*wasm|digest/);
    await desk.play("open");
    await page.route("**/opener-*.wasm", answer);
    ownSite.serve({
      body: `<fedi-signup server="${demo.server}"></fedi-signup>`,
      connect: demo.server,
      early: true,
    });
    await page.goto(ownSite.origin);
    await visitor.sees("form");
    await expect(visitor.agreement).toBeVisible();
  });
}

for (const early of [true, false]) {
  test(`with an invite, which adds a field, the core alone makes the form${early ? ", also after the first fields' script" : ""}`, async ({
    page,
    demo,
    desk,
    ownSite,
    visitor,
  }) => {
    await desk.play("open");
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    ownSite.serve({
      body: `<fedi-signup server="${demo.server}" invite="AbC123xy"></fedi-signup>`,
      connect: demo.server,
      early,
    });
    await page.goto(ownSite.origin);
    await visitor.sees("form");
    await expect(visitor.widget.getByRole("textbox", { name: "Invite" })).toHaveValue("AbC123xy");
    expect(asked.filter((path) => path.startsWith("/opener-"))).toEqual([]);
  });
}

test("a form that is at hand needs no opener", async ({ page, demo, desk, ownSite, visitor }) => {
  await desk.play("open");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  ownSite.serve({
    body: `<fedi-signup server="${demo.server}"></fedi-signup>`,
    connect: demo.server,
    early: true,
  });
  await page.goto(ownSite.origin);
  await visitor.sees("form");
  await expect(visitor.agreement).toBeVisible();
  expect(asked.filter((path) => path.startsWith("/opener-"))).toHaveLength(1);
  const kept = () => page.evaluate(() => Object.keys(sessionStorage).join());
  await expect.poll(kept, "once the core has answered").toContain("fedi-signup:form");
  await page.reload();
  await visitor.sees("form");
  expect(asked.filter((path) => path.startsWith("/opener-"))).toHaveLength(1);
});
