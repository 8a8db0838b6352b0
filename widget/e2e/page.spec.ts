// The widget among everything else on a page: policies, attributes, other widgets.
import { basename, join } from "node:path";
import type { Page } from "@playwright/test";
import { inaccessible } from "./accessible.ts";
import { clone, mixedUp, twoCopies } from "./copies.ts";
import { openMail } from "./desk.ts";
import { withoutTrustedTypes } from "./policy.ts";
import { expect, test } from "./test.ts";
import { alice, Visitor } from "./visitor.ts";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test.skip(({ browserName }) => browserName === "firefox", "Playwright cannot turn scripts off there");
  test("the link is there", async ({ page, demo, desk }) => {
    await desk.play("open");
    await page.goto("/");
    await page.getByRole("link", { name: "Join Tidepool" }).click();
    await expect(page).toHaveURL(`${demo.server}/auth/sign_up`);
  });
});

test("a policy without 'wasm-unsafe-eval': what to add, and the link stays", async ({
  page,
  demo,
  ownSite,
  desk,
  visitor,
  expected,
}) => {
  expected.push(/wasm-unsafe-eval|WebAssembly|Content.Security.Policy/);
  await desk.play("open");
  const opens = async (script: string) => {
    ownSite.serve({
      body: `<fedi-signup server="${demo.server}"><a href="${demo.server}/auth/sign_up">Join Tidepool</a></fedi-signup>`,
      connect: demo.server,
      script,
    });
    await page.goto(ownSite.origin);
  };
  const link = visitor.widget.locator(`a[href="${demo.server}/auth/sign_up"]`);
  await opens("'self'");
  await visitor.sees("failed");
  await expect(visitor.widget).toContainText("'wasm-unsafe-eval'");
  await expect(link).toBeVisible();

  await test.step("where no script may run, it is all there is", async () => {
    await opens("'none'");
    await link.click();
    await expect(page).toHaveURL(`${demo.server}/auth/sign_up`);
  });
});

test("core-src: everything but the script comes from another origin that allows it", async ({
  page,
  demo,
  dist,
  ownSite,
  desk,
  visitor,
}) => {
  await desk.play("open");
  const parts = "https://parts.example";
  const loaded: string[] = [];
  await page.route(`${parts}/widget/*`, (route) => {
    const file = basename(new URL(route.request().url()).pathname);
    loaded.push(file.split(/[.-]/)[0] ?? "");
    return route.fulfill({ path: join(dist, file), headers: { "access-control-allow-origin": "*" } });
  });
  ownSite.serve({
    body: `<fedi-signup server="${demo.server}" core-src="${parts}/widget"></fedi-signup>`,
    connect: `${demo.server} ${parts}`,
    script: `'self' ${parts} 'wasm-unsafe-eval'`,
  });
  await page.goto(ownSite.origin);
  await visitor.sees("form");
  await visitor.password.fill("limpets");
  await expect(visitor.widget.getByRole("meter")).toBeVisible();
  expect(loaded.sort().filter((name) => name !== "opener")).toEqual([
    "core",
    "extras",
    "strength",
    "wasm_exec",
  ]);
});

test("two widgets on a page, under two tags, go their own ways with one core", async ({
  page,
  demo,
  ownSite,
  desk,
}) => {
  await desk.play("open");
  const programs: string[] = [];
  page.on("request", (request) => request.url().endsWith(".wasm") && programs.push(request.url()));
  const other = demo.server.replace("127.0.0.1", "localhost");
  ownSite.serve({
    body: `<fedi-signup server="${demo.server}"></fedi-signup>
     <other-signup server="${other}"></other-signup>`,
    connect: `${demo.server} ${other}`,
    entry: "two-tags.js",
  });
  await page.goto(ownSite.origin);
  const one = new Visitor(page);
  const two = new Visitor(page, page.locator("other-signup"));
  await one.sees("form");
  await two.sees("form");
  await one.username.fill("bert");
  await two.signsUp(alice);
  await two.sees("confirm");
  await one.sees("form");
  await expect(one.username).toHaveValue("bert");
  expect(programs.filter((url) => url.includes("core-"))).toHaveLength(1);
  expect(programs, "nor the opener twice").toEqual([...new Set(programs)]);
});

test("two copies of the script: no id twice, and each label leads to the field of its own form", async ({
  page,
  demo,
  ownSite,
  desk,
}) => {
  await desk.play("open");
  ownSite.serve(twoCopies(demo.server));
  await page.goto(ownSite.origin);
  const one = new Visitor(page);
  const two = new Visitor(page, page.locator("other-signup"));
  await one.sees("form");
  await two.sees("form");
  await page.evaluate(clone);
  await expect.poll(() => page.evaluate(mixedUp)).toEqual({ forms: 4, twice: [], astray: [] });
  for (const widget of await page.locator("fedi-signup, other-signup").all()) {
    await expect(widget).toHaveAttribute("data-state", "form");
    await widget.getByText("Username", { exact: true }).click();
    await expect(widget.getByRole("textbox", { name: "Username" })).toBeFocused();
  }
});

test("a service worker that answers everything from its cache does not keep an account from being ready", async ({
  page,
  demo,
  ownSite,
  desk,
  request,
  visitor,
}) => {
  await desk.play("open");
  ownSite.serve({
    body: `<fedi-signup server="${demo.server}"></fedi-signup>`,
    policy: withoutTrustedTypes, // which the site's own script does not know
    entry: "with-worker.js",
  });
  await page.goto(ownSite.origin);
  await visitor.sees("form");
  await visitor.signsUp(alice);
  await visitor.sees("confirm");
  const check = visitor.widget.getByRole("button", { name: "Check now" });
  await check.click();
  await expect(visitor.widget).toContainText("Not confirmed yet");
  await request.get(await desk.link(alice.email));
  await check.click();
  await visitor.sees("ready");
});

test("a widget that comes and goes and comes back", async ({ desk, visitor }) => {
  await desk.play("open");
  await visitor.opensSite();
  await visitor.widget.evaluate((element) => {
    const parent = element.parentElement;
    element.remove();
    parent?.append(element);
  });
  await visitor.sees("form");
  await expect(visitor.submit).toHaveCount(1);
  await visitor.signsUp(alice);
  await visitor.sees("confirm");
});

for (const [name, attributes, says] of [
  ["no server", "", /server/i],
  ["an empty server", 'server="  "', /server/i],
  ["rubbish for a server", 'server="<b>not a server</b>"', /server/i],
  ["a word for a server", 'server="tidepool"', /server/i],
] as const) {
  test(`bad attributes: ${name}`, async ({ page, demo, ownSite, visitor }) => {
    ownSite.serve({
      body: `<fedi-signup ${attributes}><a href="https://example.org/">Join</a></fedi-signup>`,
      connect: demo.server,
    });
    await page.goto(ownSite.origin);
    await visitor.sees("failed");
    await expect(visitor.widget).toContainText(says);
    await expect(visitor.widget.locator("b")).toHaveCount(0);
  });
}

test("bad attributes: unknown values fall to the default", async ({ page, demo, ownSite, desk, visitor }) => {
  await desk.play("open");
  ownSite.serve({
    body: `<fedi-signup server=" ${demo.server}/about " theme="pink" root="oak" display="hologram" loading="soon" persist="stone"
      lang="tlh" locale="!!" username="  alice " app-website="nowhere" return-url="javascript:alert(1)"></fedi-signup>`,
    connect: demo.server,
  });
  await page.goto(ownSite.origin);
  await visitor.sees("form");
  await expect(visitor.username).toHaveValue("alice");
  await visitor.signsUp(alice);
  await visitor.sees("confirm");
});

test.describe("a page whose lists and texts turn into other JSON", () => {
  // The password goes to the server by way of the network before it.
  test.use({ secrets: undefined });

  test("sends what it would send otherwise", async ({ page, ownSite, desk, unsteady, visitor }) => {
    await desk.play("open");
    await page.addInitScript(() => {
      // As Prototype 1.6 does, and worse.
      for (const { prototype } of [Object, Array, String, Date]) {
        Object.assign(prototype, { toJSON: () => "[]" });
      }
    });
    ownSite.serve({
      body: `<fedi-signup server="${unsteady.origin}" locale="de"></fedi-signup>`,
      connect: unsteady.origin,
    });
    await page.goto(ownSite.origin);
    await visitor.sees("form");
    await visitor.signsUp(alice);
    await visitor.sees("confirm");
    const sent = unsteady.calls.find(({ method, path }) => method === "POST" && path === "/api/v1/accounts");
    expect(String(sent?.body)).toContain('"locale":"de"');
  });
});

test("another server while the page is open", async ({ demo, desk, visitor }) => {
  await desk.play("open");
  await visitor.opensSite();
  await visitor.widget.evaluate((element) => element.setAttribute("server", "rubbish"));
  await visitor.sees("failed");
  await visitor.widget.evaluate((element, server) => element.setAttribute("server", server), demo.server);
  await visitor.sees("form");
  await visitor.signsUp(alice);
  await visitor.sees("confirm");
});

test.describe("axe finds nothing, and nothing is cut off", () => {
  const check = async (page: Page) => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    expect(await inaccessible(page, "fedi-signup")).toEqual([]);
  };

  for (const [colorScheme, width] of [
    ["light", 1200],
    ["dark", 320],
  ] as const) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } });

      test("from the form to the account", async ({ page, demo, desk, visitor }) => {
        await desk.play("approval");
        await visitor.opensSite();
        await check(page);
        await visitor.submit.click();
        await expect(visitor.username).toHaveAttribute("aria-invalid", "true");
        await check(page);
        await visitor.signsUp({ ...alice, reason: "I count limpets for a living." });
        await visitor.sees("confirm");
        await check(page);
        await openMail(page, demo);
        await visitor.sees("review");
        await check(page);
        await desk.moderate("approve", "alice");
        await page.reload();
        await visitor.sees("ready");
        await check(page);
      });

      test("the doors", async ({ page, desk, visitor, expected }) => {
        expected.push(/status of 503/, /CORS policy|Cross-Origin Request Blocked/, /net::ERR_FAILED/);
        for (const [scenario, screen] of Object.entries({
          closed: "closed",
          gotosocial: "elsewhere",
          broken: "failed",
        })) {
          await desk.play(scenario);
          await page.goto("/");
          await visitor.sees(screen);
          await check(page);
        }
      });
    });
  }
});

test("what is typed before the widget has come is signed up with, and nothing is asked twice", async ({
  page,
  demo,
  ownSite,
  desk,
  visitor,
}) => {
  await desk.play("open");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const count = (pattern: RegExp) => asked.filter((path) => pattern.test(path)).length;
  let comes = (): void => {};
  const late = new Promise<void>((resolve) => {
    comes = resolve;
  });
  await page.route("**/fedi-signup.js", async (route) => {
    await late;
    await route.continue();
  });
  ownSite.serve({
    body: `<fedi-signup server="${demo.server}"><a href="${demo.server}/auth/sign_up">Join Tidepool</a></fedi-signup>`,
    connect: demo.server,
    early: true,
  });
  await page.goto(ownSite.origin, { waitUntil: "commit" });
  await visitor.username.fill(alice.username);
  await visitor.email.fill(alice.email);
  await visitor.password.fill(alice.password);
  await expect.poll(() => [count(/instance$/), count(/core-.*\.wasm$/)]).toEqual([1, 1]);
  comes();
  await visitor.sees("form");
  await expect(visitor.password).toBeFocused();
  await visitor.agreement.press("Space");
  await visitor.submit.click();
  await visitor.sees("confirm");
  expect([count(/instance$/), count(/core-.*\.wasm$/)]).toEqual([1, 1]);
});

test("a core that hangs, which the first fields asked for, is given up before the next try", async ({
  page,
  demo,
  ownSite,
  desk,
  visitor,
}) => {
  await desk.play("open");
  await page.clock.install();
  await page.route("**/core-*.wasm", () => {}, { times: 1 });
  const givenUp = page.waitForEvent("requestfailed", (request) => request.url().includes("/core-"));
  await page.route("**/fedi-signup.js", async (route) => {
    await expect(page.locator("[data-early]")).toBeVisible();
    await route.continue();
  });
  ownSite.serve({
    body: `<fedi-signup server="${demo.server}"><a href="${demo.server}/auth/sign_up">Join Tidepool</a></fedi-signup>`,
    connect: demo.server,
    early: true,
  });
  await page.goto(ownSite.origin);
  await expect(page.locator("[data-early]")).toHaveCount(0);
  await page.clock.runFor(60_000);
  await givenUp; // or the browser would have the next request wait for it
  await expect(visitor.alert).toContainText("couldn't be loaded");
  await visitor.signsUp(alice);
  await visitor.sees("confirm");
});
