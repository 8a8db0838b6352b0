// What the core tells, but cannot be read: the visitor is told, and has a way on.
import type { Core, Signup } from "../src/core/index.ts";
import { expect, test } from "./test.ts";
import { alice } from "./visitor.ts";

declare global {
  interface Window {
    /** What of the core's texts this page fails to read. */
    unreadable: string | undefined;
    core: Core;
    other: Signup;
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

for (const [what, piece] of [
  ["a snapshot", '"screen":"form"'],
  ["a list", "["],
] as const) {
  test(`after ${what}, none of the core's sign-ups asks the server any more`, async ({ page, demo }) => {
    await page.clock.install();
    await page.goto("/desk");
    await page.evaluate(
      async ([server, person]) => {
        const address = "/widget/core.js";
        const { startCore } = (await import(address)) as typeof import("../src/core/index.ts");
        window.core = await startCore();
        const options = {
          appName: "Site",
          returnUrl: location.href,
          languages: [],
          persist: "none" as const,
        };
        const waiting = window.core.createSignup(options, () => {});
        await waiting.open(server);
        await waiting.submit({ ...person, agreement: true });
        window.other = window.core.createSignup(options, () => {});
        await window.other.open(server);
      },
      [demo.server, alice] as const,
    );
    const asked: string[] = [];
    page.on("request", (request) => request.url().startsWith(demo.server) && asked.push(request.url()));
    await page.clock.runFor("01:00");
    await expect.poll(() => asked, "while it runs, for the account that waits").not.toEqual([]);

    const after = await page.evaluate(
      async ([unreadable, server]) => {
        window.unreadable = unreadable;
        const { core, other } = window;
        const values = { username: "", email: "", password: "", agreement: false };
        await (unreadable === "[" ? other.check(values) : other.open(server)).catch(() => {});
        await core.died;
        window.unreadable = undefined;
        try {
          core.createSignup({ appName: "", returnUrl: "", languages: [], persist: "none" }, () => {});
        } catch (error) {
          return (error as { code?: string }).code;
        }
        return "another sign-up";
      },
      [piece, demo.server] as const,
    );
    expect.soft(after).toBe("core-died");
    asked.length = 0;
    await page.clock.runFor("10:00");
    await page.evaluate((server) => fetch(`${server}/api/v2/instance?last`), demo.server);
    await expect.poll(() => asked.at(-1)).toContain("?last");
    expect(asked).toHaveLength(1);
  });
}
