// What the core tells, but cannot be read: the visitor is told, and has a way on.
import { expect, test } from "./test.ts";
import { alice } from "./visitor.ts";

declare global {
  interface Window {
    /** What of the core's texts this page fails to read. */
    unreadable: string | undefined;
  }
}

test.beforeEach(async ({ page, expected, desk }) => {
  expected.push(/the core sent what cannot be read/);
  await page.addInitScript(() => {
    const { parse } = JSON;
    JSON.parse = (text, reviver) => {
      const given = String(text);
      return parse(window.unreadable && given.includes(window.unreadable) ? `${given}\\x7f` : given, reviver);
    };
  });
  await desk.play("open");
});

test("a snapshot ends at the screen failed, from where it goes on with what was typed", async ({
  page,
  visitor,
}) => {
  await page.addInitScript(() => {
    window.unreadable = '"screen":"form"';
  });
  await page.goto("/");
  await visitor.sees("failed");
  await page.evaluate(() => {
    window.unreadable = undefined;
  });
  await visitor.widget.getByRole("button", { name: "Try again" }).click();
  await visitor.sees("form");

  await page.evaluate(() => {
    window.unreadable = '"screen":"submitting"';
  });
  await visitor.signsUp(alice);
  await visitor.sees("failed");
  await page.evaluate(() => {
    window.unreadable = undefined;
  });
  await visitor.widget.getByRole("button", { name: "Try again" }).click();
  await expect(visitor.widget).toHaveAttribute("data-state", /form|confirm/);
  if ((await visitor.widget.getAttribute("data-state")) === "form") {
    await expect(visitor.username).toHaveValue(alice.username);
  }
});

for (const [what, verb] of [
  ["a list", "check"],
  ["an error", "open"],
] as const) {
  test(`${what} rejects the verb, and the core is over`, async ({ page }) => {
    await page.goto("/desk");
    const codes = await page.evaluate(async (asked) => {
      const address = "/widget/core.js";
      const { startCore } = (await import(address)) as typeof import("../src/core/index.ts");
      const core = await startCore();
      const signup = core.createSignup(
        { appName: "Site", returnUrl: location.href, languages: [], persist: "none" },
        () => {},
      );
      window.unreadable = asked === "check" ? "[" : '{"code":"bad-server"';
      const call =
        asked === "check"
          ? signup.check({ username: "", email: "", password: "", agreement: false })
          : signup.open("not a server");
      const code = (promise: Promise<unknown>) =>
        promise.then(
          () => "resolved",
          (error) => error.code,
        );
      return [await code(call), (await core.died).code, await code(signup.refresh())];
    }, verb);
    expect(codes).toEqual(["core-died", "core-died", "core-died"]);
  });
}
