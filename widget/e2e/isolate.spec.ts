// With isolate="…": the form is in a frame of the edge's origin.
import { openMail } from "./desk.ts";
import { type Edge, startEdge } from "./edge.ts";
import { readable, watchPage } from "./nosy.ts";
import { strictPolicy } from "./policy.ts";
import { test as base, expect } from "./test.ts";
import { alice, Visitor } from "./visitor.ts";

const test = base.extend<{ inside: Visitor; isolated: string }, { edge: Edge }>({
  edge: [
    async ({ demo, ownSite, dist }, use, worker) => {
      const edge = await startEdge(dist, demo.server, `${ownSite.origin}/`, worker.parallelIndex);
      await use(edge);
      await edge.stop();
    },
    { scope: "worker" },
  ],

  /** What is in the frame. */
  inside: async ({ page }, use) => {
    const frame = page.locator("fedi-signup iframe").contentFrame();
    await use(new Visitor(page, frame.locator("fedi-signup")));
  },

  isolated: async ({ demo, edge }, use) => use(`server="${demo.server}" isolate="${edge.url}"`),
});

/** Whether the browser is set to keep anything for frames of other sites. Debian's Chromium is not. */
const keepsForFrames = ({ widget }: Visitor) =>
  widget.evaluate(() => {
    try {
      return Boolean(sessionStorage);
    } catch {
      return false;
    }
  });

/** The policy of a page that leaves all but the scripts to the frame. */
const policyFor = (edge: Edge) =>
  `${strictPolicy().replace(/connect-src [^;]*/, "connect-src 'none'")}; frame-src ${edge.url}`;

test.beforeEach(async ({ desk, expected }) => {
  expected.push(/tidepool\.svg.*Content Security Policy|Content-Security-Policy.*tidepool\.svg/); // the server's picture is on a host of this machine
  await desk.play("open");
});

test("a sign-up through the frame, to a working account; the page's scripts see neither the password nor a token", async ({
  page,
  demo,
  edge,
  ownSite,
  isolated,
  visitor,
  inside,
}) => {
  await watchPage(page);
  ownSite.serve({ body: `<fedi-signup ${isolated}></fedi-signup>`, policy: policyFor(edge) });
  const asked: string[] = [];
  const tokens: string[] = [];
  page.on("request", (request) => asked.push(`${request.method()} ${request.url()}`));
  page.on("response", async (response) => {
    const body = /token|accounts$/.test(response.url()) ? await response.text().catch(() => "") : "";
    tokens.push(...[...body.matchAll(/"access_token":"([^"]+)"/g)].map(([, token = ""]) => token));
  });
  await page.goto(ownSite.origin);
  await visitor.sees("form");
  for (const [field, token] of [
    [inside.username, "nickname"],
    [inside.email, "username"],
    [inside.password, "new-password"],
  ] as const) {
    await expect(field).toHaveAttribute("autocomplete", token);
  }
  await inside.username.fill(alice.username);
  await inside.fillsEmail(alice.email);
  await inside.password.fill(alice.password);
  // Firefox's driver brings no clicks and keys into frames of other sites.
  for (const control of [inside.agreement, inside.submit]) {
    await control.evaluate((element) => (element as HTMLElement).click());
  }
  await visitor.sees("confirm");
  expect(asked).toContain(`POST ${edge.url}/v1/app-token`);
  expect(asked).not.toContain(`POST ${demo.server}/api/v1/apps`);
  await expect.poll(() => tokens.length).toBeGreaterThan(1); // the app's, the account's
  expect(await readable(page, [alice.password, ...tokens])).toEqual([]);

  await openMail(page, demo);
  await expect(page).toHaveURL(`${ownSite.origin}/`);
  if (await keepsForFrames(inside)) {
    await visitor.sees("ready");
    await expect(inside.widget).toContainText("@alice@");
  } else await visitor.sees("returned");
  expect(await readable(page, [alice.password, ...tokens])).toEqual([]);
});

test.describe("around the frame", () => {
  test.skip(
    ({ browserName }) => browserName === "firefox",
    "its driver reaches less of frames of other sites",
  );

  test("the address of the page keeps no mark, and a visitor who comes by another's link is told nothing that is not proven", async ({
    page,
    demo,
    edge,
    ownSite,
    isolated,
    visitor,
  }) => {
    ownSite.serve({ body: `<fedi-signup ${isolated}></fedi-signup>`, policy: policyFor(edge) });
    const { host } = new URL(demo.server);
    await page.goto(`${ownSite.origin}/?fedi-signup=${host}`);
    await visitor.sees("returned");
    await expect(page).toHaveURL(`${ownSite.origin}/`);
    await page.reload();
    await visitor.sees("returned");
  });

  test("the frame follows the page: height, width, language, texts, colours, attributes, and the page's own content", async ({
    page,
    edge,
    ownSite,
    isolated,
    visitor,
    inside,
  }) => {
    ownSite.serve({
      body: `<fedi-signup ${isolated} username="alice"><a href="/join">Join</a></fedi-signup><p>After</p>`,
      policy: policyFor(edge),
    });
    await page.goto(ownSite.origin);
    await visitor.sees("form");
    await expect(page.getByRole("link", { name: "Join" })).toBeHidden();
    await expect(inside.username).toHaveValue("alice");
    const frame = page.locator("fedi-signup iframe");
    await expect(frame).toHaveAttribute("title", /Tidepool/);
    const fits = () =>
      expect
        .poll(async () => {
          const heights = inside.widget.evaluate(() => [
            document.body.getBoundingClientRect().height,
            document.documentElement.clientHeight,
          ]);
          const [wanted = 0, given = 0] = await heights;
          return Math.abs(wanted - given) < 1;
        })
        .toBe(true);
    await fits();
    await page.setViewportSize({ width: 360, height: 700 });
    await fits();
    await inside.submit.click(); // which names every problem
    await expect(inside.alert).toBeVisible();
    await fits();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);

    const colour = () => inside.widget.evaluate((element) => getComputedStyle(element).color);
    const scheme = () =>
      inside.widget.locator("[data-part=fedi-signup]").evaluate((part) => getComputedStyle(part).colorScheme);
    expect(await scheme()).not.toBe("dark");
    await visitor.widget.evaluate((element) => {
      element.style.color = "rgb(250, 250, 240)";
      element.style.setProperty("--fedi-signup-accent", "rgb(1, 2, 3)");
    });
    await expect.poll(colour).toBe("rgb(250, 250, 240)");
    await expect.poll(scheme).toBe("dark");
    await expect(inside.submit).toHaveCSS("background-color", "rgb(1, 2, 3)");

    await visitor.widget.evaluate((element) => element.setAttribute("lang", "de"));
    await expect(inside.password).toHaveCount(0);
    await expect(inside.widget.getByLabel("Passwort", { exact: true })).toBeVisible();
    await visitor.widget.evaluate((element) =>
      Object.assign(element, { strings: { submit: "Los!", title: () => "no function goes there" } }),
    );
    await expect(inside.widget.getByRole("button", { name: "Los!" })).toBeVisible();
    await visitor.widget.evaluate((element) => element.setAttribute("username", "bob"));
    await expect(inside.widget.locator("[data-name=username]")).toHaveValue("bob");
  });

  test("the keyboard goes into the frame and out of it, and methods reach what is in it", async ({
    page,
    edge,
    ownSite,
    isolated,
    visitor,
    inside,
  }) => {
    ownSite.serve({
      body: `<button>Before</button><fedi-signup ${isolated}></fedi-signup><button>After</button>`,
      policy: policyFor(edge),
    });
    await page.goto(ownSite.origin);
    await visitor.sees("form");
    const ask = <T>(code: (element: never) => T) =>
      visitor.widget.evaluate(code as never) as Promise<Awaited<T>>;

    await ask((element: HTMLElement) => element.focus());
    await expect(inside.username).toBeFocused();
    // A frame of another process has the keyboard until the browser knows better, as it does of a click.
    await page.getByRole("button", { name: "Before" }).click();
    const within = () => page.evaluate(() => document.activeElement?.localName === "fedi-signup");
    await page.keyboard.press("Tab");
    await expect.poll(within).toBe(true);
    for (let tries = 0; (await within()) && tries < 30; tries++) await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "After" })).toBeFocused();
    await page.keyboard.press("Shift+Tab");
    await expect.poll(within).toBe(true);

    const known = await inside.widget.evaluate((element) => (element as HTMLInputElement).checkValidity());
    expect(await ask((element: { checkValidity(): boolean }) => element.checkValidity())).toBe(known);
    await ask((element: { reportValidity(): boolean }) => element.reportValidity());
    await expect(inside.alert).toBeVisible();
    await expect
      .poll(() => ask((element: { checkValidity(): boolean }) => element.checkValidity()))
      .toBe(false);
    await inside.username.fill("carol");
    await ask((element: { reset(): void }) => element.reset());
    await expect(inside.username).toHaveValue("");

    type Verbs = {
      available(name: string, options?: unknown): Promise<{ state: string }>;
      open(server: unknown): Promise<void>;
    };
    expect(await ask((element: Verbs) => element.available("dora"))).toBeTruthy();
    const refused = (code: (element: Verbs) => Promise<unknown>) =>
      ask(code as never).then(String, (error: Error) => error.message);
    expect(
      await ask((element: Verbs) =>
        element.available("dora", { signal: AbortSignal.abort() }).catch((e) => e.code),
      ),
    ).toBe("aborted");
    expect(
      await ask((element: Verbs) => element.available("dora", { signal: "soon" }).catch((e) => e.code)),
    ).toBe("bad-argument");
    expect(await ask((element: Verbs) => element.open(() => "").catch((e) => e.code))).toBe("bad-argument");
    expect(await refused((element) => element.open("not a server").catch((e) => e.code))).toMatch(/[a-z-]+/);

    await ask((element: { close(): Promise<void> }) => element.close());
    await expect(page.locator("fedi-signup iframe")).toHaveCount(0);
    await ask((element: { open(): Promise<void> }) => element.open());
    await visitor.sees("form");
  });

  test("in a dialog, the frame is in that", async ({ page, edge, ownSite, isolated, visitor, inside }) => {
    ownSite.serve({
      body: `<fedi-signup id="join" display="dialog" ${isolated}></fedi-signup><button data-fedi-signup-open="join">Sign up</button>`,
      policy: policyFor(edge),
    });
    await page.goto(ownSite.origin);
    await page.getByRole("button", { name: "Sign up" }).click();
    await visitor.sees("form");
    await expect(page.getByRole("dialog", { name: /Tidepool/ })).toBeVisible();
    await expect(inside.username).toBeVisible();
    await inside.username.fill("alice");
    await page.getByRole("button", { name: "Close" }).click();
    await expect(page.getByRole("dialog")).toBeHidden();
    await page.getByRole("button", { name: "Sign up" }).click();
    await expect(inside.username).toHaveValue("alice");
  });

  test("a site that the settings do not list gets nothing: neither a frame nor an answer, and its visitors the link", async ({
    page,
    edge,
    ownSite,
    isolated,
    visitor,
    expected,
  }) => {
    expected.push(/frame-ancestors|target origin provided|Refused to frame|chrome-error|loopback|ERR_FAILED/);
    ownSite.serve({
      body: `<fedi-signup ${isolated} loading="eager"><a href="/join">Join</a></fedi-signup>`,
      policy: policyFor(edge),
    });
    const elsewhere = ownSite.origin.replace("127.0.0.1", "127.0.0.2"); // the same page at another origin
    const answers = () => page.evaluate(() => (globalThis as { answers?: unknown[] }).answers);
    await page.route(`${elsewhere}/**`, async (route) => {
      const response = await route.fetch({ url: route.request().url().replace("127.0.0.2", "127.0.0.1") });
      await route.fulfill({ response });
    });
    await page.clock.install();
    await page.goto(elsewhere);
    await expect(page.locator("fedi-signup iframe")).toHaveCount(1);
    await expect(async () => {
      await page.clock.fastForward(11_000);
      await visitor.sees("failed", 1000);
    }).toPass();
    await expect(page.getByRole("link", { name: "Join" })).toBeVisible();
    await expect(page.locator("fedi-signup iframe")).toHaveCount(0);

    // The frame's own check, were it shown all the same.
    await page.route(`${edge.url}/v1/isolated`, async (route) => {
      const response = await route.fetch();
      const { "content-security-policy": _, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    });
    for (const [where, silent] of [
      [elsewhere, true],
      [ownSite.origin, false],
    ] as const) {
      await page.goto(where);
      await page.evaluate(async (address) => {
        const frame = document.createElement("iframe");
        frame.src = address;
        const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
        document.body.append(frame);
        await loaded;
        const { port1, port2 } = new MessageChannel();
        const answers: unknown[] = [];
        Object.assign(globalThis, { answers });
        port1.onmessage = ({ data }) => answers.push(data.type);
        const look = { variables: {} };
        const hello = { fediSignup: 1, returned: "", settings: { attributes: {}, strings: {}, look } };
        frame.contentWindow?.postMessage(hello, "*", [port2]);
      }, `${edge.url}/v1/isolated`);
      const last = page.frames().at(-1);
      if (silent) {
        // What is sent afterwards has come, so that the hello before it has, too.
        await last?.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
        await expect(last?.locator("fedi-signup") ?? page.locator("nothing")).toHaveCount(0);
        expect(await answers()).toEqual([]);
      } else {
        await expect.poll(answers).toContain("drawn");
      }
    }
  });

  test("the frame listens to the page around it alone, and to no other window of the site", async ({
    page,
    edge,
    ownSite,
  }) => {
    ownSite.serve({ body: "", policy: policyFor(edge) });
    await page.goto(ownSite.origin);
    await page.evaluate(async (address) => {
      const frame = document.createElement("iframe");
      frame.src = address;
      const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
      document.body.append(frame, document.createElement("iframe"));
      await loaded;
    }, `${edge.url}/v1/isolated`);
    const greet = () => {
      const { port1, port2 } = new MessageChannel();
      const answers: unknown[] = [];
      Object.assign(globalThis, { answers });
      port1.onmessage = ({ data }) => answers.push(data.type);
      const settings = { attributes: {}, strings: {}, look: { variables: {} } };
      top?.frames[0]?.postMessage({ fediSignup: 1, returned: "", settings }, "*", [port2]);
    };
    const sibling = page.frames().find((frame) => frame.parentFrame() && !frame.url().includes("isolated"));
    await sibling?.evaluate(greet);
    await page.evaluate(greet);
    const answers = () => (globalThis as { answers?: string[] }).answers ?? [];
    await expect.poll(() => page.evaluate(answers)).toContain("drawn");
    expect(await sibling?.evaluate(answers)).toEqual([]);
  });
});
