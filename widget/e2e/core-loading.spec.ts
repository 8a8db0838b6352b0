// How the core comes to a page, and what happens when it goes.
import type { Page } from "@playwright/test";
import type { Core, Signup } from "../src/core/index.ts";
import { expect, test } from "./test.ts";

declare global {
  interface Window {
    core: Core;
    opened: Signup;
    deadly: boolean;
    traps: number;
    instances: number;
  }
}

/** Starts a core and tells its compiler, or the code of the error. */
async function started(page: Page, src?: string): Promise<string> {
  return page.evaluate(async (folder) => {
    const address = "/widget/core.js";
    const { startCore, coreBuild } = (await import(address)) as typeof import("../src/core/index.ts");
    try {
      window.core = await startCore(folder ? { src: folder } : {});
      return coreBuild.compiler;
    } catch (error) {
      return (error as { code?: string }).code ?? String(error);
    }
  }, src);
}

async function open(page: Page, server: string): Promise<string> {
  return page.evaluate(async (name) => {
    const options = {
      appName: "Site",
      returnUrl: `${location.origin}/`,
      languages: [],
      persist: "none" as const,
    };
    window.opened = window.core.createSignup(options, () => {});
    return window.opened.open(name).then(
      () => "opened",
      (error) => error.code,
    );
  }, server);
}

test.beforeEach(async ({ desk, page }) => {
  await desk.play("open");
  await page.goto("/desk");
});

test("the script says which compiler made its core", async ({ page }) => {
  expect(await started(page)).toMatch(/^(tinygo|go) version /);
});

test("a core that is sent under another type than WebAssembly's runs all the same", async ({
  page,
  demo,
}) => {
  await page.route("**/*.wasm", async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      headers: { ...response.headers(), "content-type": "application/octet-stream" },
    });
  });
  expect(await started(page)).toContain("version");
  expect(await open(page, demo.server)).toBe("opened");
});

test("the server is asked while the core is on its way, and not again by the core", async ({
  page,
  demo,
  ownSite,
  visitor,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/v2/instance")) asked.push(request.url());
  });
  await page.route("**/*.wasm", async (route) => {
    await expect.poll(() => asked).toHaveLength(1);
    await route.continue();
  });
  ownSite.serve({ body: `<fedi-signup server="${demo.server}"></fedi-signup>`, connect: demo.server });
  await page.goto(ownSite.origin);
  await visitor.sees("form");
  expect(asked).toHaveLength(1);
});

test("all sign-ups of a page share one core, and go on when one of them is closed", async ({
  page,
  demo,
}) => {
  let downloads = 0;
  page.on("request", (request) => {
    if (request.url().endsWith(".wasm")) downloads++;
  });
  await page.evaluate(() => {
    const { instantiate } = WebAssembly;
    window.instances = 0;
    WebAssembly.instantiate = ((module: WebAssembly.Module, imports: WebAssembly.Imports) => {
      window.instances++;
      return instantiate(module, imports);
    }) as typeof WebAssembly.instantiate;
  });
  await Promise.all([started(page), started(page)]);
  expect(await open(page, demo.server)).toBe("opened");
  const first = await page.evaluateHandle(() => window.opened);
  await started(page);
  expect(await open(page, demo.server)).toBe("opened");
  await first.evaluate((signup) => signup.close());
  await page.evaluate(() => window.opened.prepare());
  expect([downloads, await page.evaluate(() => window.instances)]).toEqual([1, 1]);
});

test("a folder is named as in the element, and is one however it is written", async ({ page }) => {
  let downloads = 0;
  page.on("request", (request) => {
    if (request.url().endsWith(".wasm")) downloads++;
  });
  const body = '<!doctype html><link rel="icon" href="data:,"><base href="/somewhere/else">';
  await page.route("**/based", (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto("/based");
  const address = await page.evaluate(() => `${location.origin}/widget`);
  const cores = [];
  for (const folder of ["../widget", "../widget/", "/widget", address, `${address}/?v=1/2#part`]) {
    expect(await started(page, folder), folder).toContain("version");
    cores.push(await page.evaluateHandle(() => window.core));
  }
  expect(await page.evaluate((all) => new Set(all).size, cores)).toBe(1);
  expect(downloads).toBe(1);
});

test("a folder that is no address is refused, and that is all", async ({ page }) => {
  await page.clock.install();
  const late: string[] = [];
  page.on("pageerror", (error) => late.push(String(error)));
  expect(await started(page, "https://[")).toContain("URL");
  await page.clock.runFor(60_000);
  expect(await started(page)).toContain("version");
  expect(late).toEqual([]);
});

test("the core keeps apart from what the page has under the names of Node's modules", async ({
  page,
  demo,
}) => {
  const names = ["fs", "process", "path", "Go", "fedi-signup hand-over"];
  await page.evaluate(() => {
    document.body.append(
      Object.assign(document.createElement("form"), { id: "process" }),
      Object.assign(document.createElement("img"), { id: "path", alt: "" }),
    );
    Object.assign(window, { fs: { of: "the page" } });
  });
  const seen = () =>
    page.evaluate(
      (all) => all.map((name) => String(Reflect.get(window, name)?.of ?? Reflect.get(window, name))),
      names,
    );
  const before = await seen();
  expect(before).toEqual([
    "the page",
    "[object HTMLFormElement]",
    "[object HTMLImageElement]",
    "undefined",
    "undefined",
  ]);
  expect(await started(page)).toContain("version");
  expect(await open(page, demo.server)).toBe("opened");
  expect(await seen()).toEqual(before);
});

test.describe("when something is wrong", () => {
  test.beforeEach(({ expected }) => {
    expected.push(/Failed to load resource/, /integrity/, /ended unexpectedly/);
  });

  for (const file of ["core-*.wasm", "wasm_exec-*.js*"]) {
    test(`a core of which ${file} does not arrive is loaded anew the next time`, async ({ page, demo }) => {
      const told: string[] = [];
      page.on("console", (message) => message.type() === "warning" && told.push(message.text()));
      await page.route(`**/${file}`, (route) => route.abort(), { times: 1 });
      expect(await started(page)).toBe("core-unreachable");
      const name = file.slice(0, file.indexOf("*"));
      await expect.poll(() => told).toEqual([expect.stringMatching(`^fedi-signup FS03: .*/${name}`)]);
      expect(await started(page)).toContain("version");
      expect(await open(page, demo.server)).toBe("opened");
    });
  }

  for (const file of ["core-*.wasm", "wasm_exec-*.js*"]) {
    test(`a core of which ${file} hangs is given up, and loaded anew the next time`, async ({
      page,
      demo,
    }) => {
      await page.clock.install();
      await page.route(`**/${file}`, () => {}, { times: 1 });
      const asked = page.waitForRequest(`**/${file}`);
      const first = started(page);
      await asked;
      await page.clock.runFor(60_000);
      expect(await first).toBe("core-unreachable");
      expect(await started(page)).toContain("version");
      expect(await open(page, demo.server)).toBe("opened");
    });
  }

  for (const file of ["core-*.wasm", "wasm_exec-*.js*"]) {
    test(`a core of which ${file} was changed on its way is not run, at no try`, async ({ page, demo }) => {
      const changed = `**/${file}`;
      await page.route(changed, async (route) => {
        const response = await route.fetch();
        const body = Buffer.concat([await response.body(), Buffer.from("\nglobalThis.taken = true;")]);
        await route.fulfill({ response, body });
      });
      for (let tries = 0; tries < 3; tries++) expect(await started(page)).toBe("core-unreachable");
      expect(await page.evaluate(() => "taken" in globalThis)).toBe(false);
      await page.unrouteAll({ behavior: "wait" }); // with what asks for the status
      expect(await started(page)).toContain("version");
      expect(await open(page, demo.server)).toBe("opened");
    });
  }

  test("a core that dies rejects what is pending, says so once, and can be started again", async ({
    page,
    demo,
    desk,
  }) => {
    // From some moment on, whatever is called inside the core traps.
    await page.evaluate(() => {
      window.traps = 0;
      const { instantiate } = WebAssembly;
      WebAssembly.instantiate = (async (module: WebAssembly.Module, imports: WebAssembly.Imports) => {
        const instance = await instantiate(module, imports);
        const exports = Object.fromEntries(
          Object.entries(instance.exports).map(([name, value]) => [
            name,
            typeof value !== "function"
              ? value
              : (...args: unknown[]) => {
                  if (window.deadly) window.traps++;
                  if (window.deadly) throw new WebAssembly.RuntimeError("unreachable");
                  return value(...args);
                },
          ]),
        );
        return Object.create(WebAssembly.Instance.prototype, { exports: { value: exports } });
      }) as typeof WebAssembly.instantiate;
    });
    const said: string[] = [];
    page.on("console", (message) => message.type() === "error" && said.push(message.text()));

    await started(page);
    expect(await open(page, demo.server)).toBe("opened");
    await desk.play("slow");
    const codes = await page.evaluate(async (server) => {
      const { opened, core } = window;
      const code = (promise: Promise<unknown>) =>
        promise.then(
          () => "resolved",
          (error) => error.code,
        );
      const pending = code(opened.open(server));
      window.deadly = true;
      const called = code(opened.available("alice"));
      const died = (await core.died).code;
      return [await pending, await called, died, await code(opened.refresh())];
    }, demo.server);
    expect(codes).toEqual(["core-died", "core-died", "core-died", "core-died"]);
    expect(await page.evaluate(() => window.traps), "nothing is called after the first").toBe(1);
    expect(said.filter((text) => text.includes("ended unexpectedly"))).toHaveLength(1);

    await page.evaluate(() => {
      window.deadly = false;
    });
    await desk.play("open");
    await started(page);
    expect(await open(page, demo.server)).toBe("opened");
  });
});
