// The core on a page that draws its own form.
import type { Signup, Snapshot } from "../src/core/index.ts";
import { expect, test } from "./test.ts";
import { alice } from "./visitor.ts";

declare global {
  interface Window {
    signup: Signup;
    screens: string[];
    snapshot: Snapshot;
  }
}

test("the headless core: from the server's name to a working account", async ({
  page,
  desk,
  demo,
  request,
}) => {
  await desk.play("open");
  await page.goto("/desk");
  await page.evaluate(async (server) => {
    const address = "/widget/core.js";
    const { startCore } = (await import(address)) as typeof import("../src/core/index.ts");
    const core = await startCore();
    window.screens = [];
    window.signup = core.createSignup(
      { appName: "Own form", returnUrl: `${location.origin}/`, languages: ["en"], persist: "none" },
      (snapshot) => {
        window.snapshot = snapshot;
        if (window.screens.at(-1) !== snapshot.screen) window.screens.push(snapshot.screen);
      },
    );
    await window.signup.open(server);
  }, demo.server);
  const left = await page.evaluate(() =>
    ["Go", "fs", "process", "path"].filter((name) => name in globalThis),
  );
  expect(left, "what the compiler's support code leaves on the page").toEqual([]);
  expect(await page.evaluate(() => window.snapshot.fields.map((field) => field.name))).toEqual([
    "username",
    "email",
    "password",
    "agreement",
  ]);
  await page.evaluate((person) => window.signup.submit({ ...person, agreement: true }), alice);
  await request.get(await desk.link(alice.email));
  await page.evaluate(() => window.signup.refresh());
  expect(await page.evaluate(() => window.screens)).toEqual([
    "loading",
    "form",
    "submitting",
    "confirm",
    "ready",
  ]);
  expect(await page.evaluate(() => window.snapshot.account?.handle)).toBe("@alice@tidepool.example");

  await page.evaluate(() => window.signup.close());
  const verb = await page.evaluate(() => window.signup.refresh().catch((error) => error.code));
  expect(verb).toBe("aborted");
});

test("the headless core: a verb rejects with an error that says what is wrong", async ({ page, desk }) => {
  await desk.play("open");
  await page.goto("/desk");
  const error = await page.evaluate(async () => {
    const address = "/widget/core.js";
    const { startCore } = (await import(address)) as typeof import("../src/core/index.ts");
    const signup = (await startCore()).createSignup(
      { appName: "Own form", returnUrl: location.href, languages: [], persist: "none" },
      () => {},
    );
    return signup
      .open("not a server")
      .catch((e) => ({ isError: e instanceof Error, code: e.code, detail: e.detail }));
  });
  expect(error).toEqual({ isError: true, code: "bad-server", detail: expect.any(String) });
});
