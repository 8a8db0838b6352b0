// The core on a page that draws its own form.
import type { Signup, Snapshot } from "../src/core/index.ts";
import type { FediSignup } from "../src/element.ts";
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

test("what a verb does not take is refused with one code, and the core lives on", async ({
  page,
  desk,
  demo,
}) => {
  await desk.play("open");
  await page.goto("/desk");
  const told = await page.evaluate(async (server) => {
    const address = "/widget/core.js";
    const { startCore } = (await import(address)) as typeof import("../src/core/index.ts");
    const signup = (await startCore()).createSignup(
      { appName: "Own form", returnUrl: location.href, languages: [], persist: "none" },
      () => {},
    );
    await signup.open(server);
    const { prepare, newCaptcha, refresh, forget, revoke, accessToken, close, ...taking } = signup;
    const codes: Record<string, unknown> = {};
    const expectRefusal = async (name: string, call: () => Promise<unknown>) => {
      let answer: Promise<unknown> | undefined;
      try {
        answer = call();
      } catch {}
      codes[name] = answer ? await answer.then(String, (error) => error.code) : "thrown";
    };
    const circle: unknown[] = [];
    circle.push(circle);
    for (const [name, verb] of Object.entries(taking) as [
      string,
      (...args: unknown[]) => Promise<unknown>,
    ][]) {
      for (const wrong of [
        5,
        [],
        Symbol.iterator,
        () => {},
        5n,
        circle,
        ...(name === "resend" ? [] : [null, undefined]),
      ]) {
        await expectRefusal(`${name} ${typeof wrong}`, () => verb(wrong));
      }
    }
    const other = document.body.appendChild(document.createElement("iframe")).contentWindow as Window &
      typeof globalThis;
    const none = [
      5,
      "",
      false,
      {},
      { aborted: false },
      { aborted: true },
      Object.create(AbortSignal.prototype),
      new Proxy(
        {},
        {
          getPrototypeOf: () => {
            throw new Error("no");
          },
        },
      ),
    ];
    for (const [i, signal] of none.entries()) {
      const options = { signal: signal as AbortSignal };
      await expectRefusal(`signal ${i}`, () => signup.available("alice", options));
      await expectRefusal(`forget, signal ${i}`, () => signup.forget(options));
    }
    await expectRefusal("a getter", () =>
      signup.available("alice", {
        get signal(): AbortSignal {
          throw new Error("mine");
        },
      }),
    );
    const good = [new AbortController().signal, new other.AbortController().signal, null, undefined];
    const names = await Promise.all(
      good.map((signal) => signup.available("alice", { signal: signal as AbortSignal })),
    );
    return {
      codes: [...new Set(Object.values(codes))],
      names,
      none: await signup.available("alice", null as never),
    };
  }, demo.server);
  expect(told).toEqual({
    codes: ["bad-argument"],
    names: ["free", "free", "free", "free"],
    none: "free",
  });
});

test("the element refuses what its verbs do not take", async ({ page, desk, demo }) => {
  await desk.play("open");
  await page.goto("/desk");
  await page.evaluate(() => import("/widget/fedi-signup.js" as string));
  await page.evaluate((server) => {
    const element = document.createElement("fedi-signup");
    element.setAttribute("server", server);
    element.setAttribute("loading", "eager");
    document.body.append(element);
  }, demo.server);
  const widget = page.locator("fedi-signup").last();
  const screen = () => widget.evaluate((element: FediSignup) => element.state.screen);
  await expect.poll(screen).toBe("form");
  const told = await widget.evaluate(async (element: FediSignup) => {
    const codes: unknown[] = [];
    for (const call of [
      () => element.submit(null as never),
      () => element.check(5 as never),
      () => element.open({} as never),
      () => element.open(null as never),
      () => element.available("alice", { signal: { aborted: false } as never }),
    ]) {
      codes.push(await call().then(String, (error) => error.code));
    }
    return { codes, name: await element.available("alice") };
  });
  expect(told).toEqual({ codes: Array(5).fill("bad-argument"), name: "free" });
  expect(await screen()).toBe("form");
});

test("the headless core: what is called as it closes ends, before and after", async ({
  page,
  desk,
  demo,
}) => {
  await desk.play("open");
  await page.goto("/desk");
  const ends = await page.evaluate(async (server) => {
    const address = "/widget/core.js";
    const { startCore } = (await import(address)) as typeof import("../src/core/index.ts");
    const core = await startCore();
    const ended: Record<string, string> = {};
    for (const when of ["before", "after"]) {
      const signup = core.createSignup(
        { appName: "Own form", returnUrl: location.href, languages: [], persist: "none" },
        () => {},
      );
      await signup.open(server);
      const { close, setVisible, accessToken, ...rest } = signup;
      const verbs = Object.entries(rest) as [string, (arg: unknown) => Promise<unknown>][];
      const closed = when === "after" ? close() : undefined;
      const calls = verbs.map(([name, verb]) => {
        const arg = name === "submit" || name === "check" ? {} : name === "document" ? "about" : "alice";
        return [
          name,
          verb(arg).then(
            () => "done",
            ({ code }) => code,
          ),
        ] as const;
      });
      await (closed ?? close());
      for (const [name, end] of calls) ended[`${name} ${when}`] = await end;
    }
    return ended;
  }, demo.server);
  const after = Object.entries(ends).filter(([name]) => name.endsWith("after"));
  expect(after.length).toBeGreaterThan(10);
  for (const [name, end] of after) expect(end, name).toBe("aborted");
});
