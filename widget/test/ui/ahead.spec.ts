// A form that the page has at hand is there before the core is, and becomes the server's own.
import { FormVersion } from "../../src/core/types.ts";
import type { FediSignup } from "../../src/element.ts";
import { expect, test, type Widget } from "./harness.ts";
import { closedToAll, confirm, form, fullForm, server, wrong } from "./snapshots.ts";

const never = 600_000; // milliseconds that a test's core stays away, unless it is told to go on
const day = 86_400_000;

/** JSON as examples/snapshot prints it. */
const made = (changes: object = {}, snapshot: object = form) =>
  JSON.stringify({
    version: FormVersion,
    at: Date.now(),
    server: "tidepool.example",
    snapshot,
    ...changes,
  }).replaceAll("<", "\\u003c");

const pageWith = (json: string, attributes = "") =>
  `<fedi-signup server="tidepool.example" ${attributes}><script type="application/json">${json}</script>
<a href="https://tidepool.example/auth/sign_up">Join</a></fedi-signup>`;

/** A page with a form at hand, whose core is not there yet. */
async function ahead(widget: Widget, prepare: object = {}, attributes = "", html?: string): Promise<void> {
  await widget.load(pageWith(made(), attributes), { delays: { startCore: never }, ...prepare }, html);
  await widget.sees("form");
}

const goOn = (widget: Widget) => widget.page.evaluate(() => globalThis.stub.proceed());

/** The core comes, and finds this. */
async function coreComes(widget: Widget, snapshot: object): Promise<void> {
  await widget.page.evaluate((s) => {
    globalThis.stub.snapshot = s as typeof globalThis.stub.snapshot;
    globalThis.stub.proceed();
  }, snapshot);
}

async function fill(widget: Widget): Promise<void> {
  await widget.username.fill("rita");
  await widget.email.fill("rita@example.org");
  await widget.password.fill("correct horse battery");
  await widget.element.getByRole("checkbox").check();
}

for (const root of ["light", "shadow"]) {
  test(`the form is there before the core, and what was typed stays as it comes: ${root}`, async ({
    widget,
  }) => {
    await ahead(widget, {}, `root="${root}"`);
    await expect(widget.element.getByText("Be kind.")).toBeVisible();
    await fill(widget);
    await widget.username.fill("rta");
    await widget.username.evaluate((input: HTMLInputElement) => input.setSelectionRange(1, 1));
    await coreComes(widget, { ...form, rules: [...form.rules], terms: "" });
    await expect.poll(() => widget.called("check")).not.toEqual([]);
    await widget.page.keyboard.type("i");
    await expect(widget.username).toHaveValue("rita");
    await expect(widget.username).toBeFocused();
    await expect(widget.password).toHaveValue("correct horse battery");
    await expect(widget.element.getByText("rita seems to be free")).toBeVisible();
    expect(await widget.called("prepare"), "who has begun to type is prepared for").toHaveLength(1);
  });
}

for (const [where, width, fields, snapshot] of [
  ["on a phone the fields of a form", 390, 4, form],
  ["on a phone the first fields of a form for approval", 390, 4, fullForm],
  ["where there is room the fields of a form for approval", 1280, 7, fullForm],
] as const) {
  test(`${where} stay in place as the extras come`, async ({ widget, page }) => {
    await page.setViewportSize({ width, height: 844 });
    const come = await widget.hold("extras");
    const description = "A small server.\nFor people who like to kneel in cold water.";
    const shown = { ...snapshot, server: { ...server, ...snapshot.server, description } };
    await widget.load(pageWith(made({}, shown)), { delays: { startCore: never } });
    await widget.sees("form");
    /** Where the fields are in the next frame, by which the extras have looked how much room there is. */
    const tops = async () => {
      await widget.painted();
      const all = await widget.element
        .locator("[data-field]")
        .evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().top));
      return all.slice(0, fields);
    };
    const before = await tops();
    expect(before).toHaveLength(fields);
    come();
    await expect(widget.element.locator("[data-part=aid]").first()).toBeAttached();
    expect(await tops()).toEqual(before);
  });
}

test("a form that is old, foreign or broken is not shown", async ({ widget, page }) => {
  const bad = {
    old: made({ at: Date.now() - 31 * day }),
    "from the future": made({ at: Date.now() + 31 * day }),
    "of another version": made({ version: FormVersion + 1 }),
    "of another server": made({ server: "rockpool.example" }),
    "no form": made({}, { ...form, screen: "confirm" }),
    "without fields": made({}, { ...form, fields: undefined }),
    "no JSON": "{",
    "no object": "null",
  };
  await widget.load(
    Object.values(bad)
      .map((json) => pageWith(json, 'loading="eager"'))
      .join(""),
    { delays: { startCore: never } },
  );
  await page.waitForFunction(
    (n) => [...document.querySelectorAll("fedi-signup:state(loading)")].length === n,
    Object.keys(bad).length,
  );
  await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
  await expect(page.locator("fedi-signup:state(form)")).toHaveCount(0);
});

test("a form comes from the site's edge as well", async ({ widget, page }) => {
  const asked: string[] = [];
  await page.route("https://edge.example/**", (route) => {
    asked.push(route.request().url());
    return route.fulfill({ body: made(), headers: { "access-control-allow-origin": "*" } });
  });
  widget.policy = widget.policy.replace("connect-src", "connect-src https://edge.example");
  await widget.load('<fedi-signup server="tidepool.example" broker="https://edge.example/"></fedi-signup>', {
    delays: { startCore: never },
  });
  await widget.sees("form");
  expect(asked).toEqual(["https://edge.example/v1/form?server=https%3A%2F%2Ftidepool.example"]);
});

test("a form that comes late is not shown for another server, which the page has opened meanwhile", async ({
  widget,
  page,
}) => {
  let comes = () => {};
  const late = new Promise<void>((come) => {
    comes = come;
  });
  await page.route("https://edge.example/**", async (route) => {
    await late;
    await route.fulfill({ body: made(), headers: { "access-control-allow-origin": "*" } });
  });
  widget.policy = widget.policy.replace("connect-src", "connect-src https://edge.example");
  await widget.load('<fedi-signup server="tidepool.example" broker="https://edge.example/"></fedi-signup>', {
    delays: { open: never },
  });
  await expect.poll(() => widget.called("open")).toHaveLength(1);
  await page.evaluate(() => {
    const element = document.querySelector("fedi-signup") as FediSignup;
    element.open("rockpool.example").catch(() => {});
  });
  await expect.poll(() => widget.called("open")).toHaveLength(2);
  const come = page.waitForResponse("https://edge.example/**");
  comes();
  await (await come).finished();
  await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
  await expect(page.locator("fedi-signup:state(loading)")).toHaveCount(1);
});

test("an account that waits on this device is shown instead", async ({ widget, page }) => {
  await page.addInitScript(() => {
    if (location.protocol === "https:") sessionStorage.setItem("fedi-signup:account tidepool.example", "{}");
  });
  await widget.load(pageWith(made()), { snapshot: confirm });
  const states: string[] = await page.evaluate(() => {
    const seen: string[] = [];
    document.addEventListener("fedi-signup-statechange", (event) =>
      seen.push((event as CustomEvent).detail.screen),
    );
    return seen;
  });
  await widget.sees("confirm");
  expect(states).not.toContain("form");
});

test("what is sent before the core is there waits for it in sight, and goes out once", async ({ widget }) => {
  await ahead(widget);
  const submits = await widget.listen("fedi-signup-beforesubmit");
  await fill(widget);
  await widget.submit.click();
  const waiting = widget.element.getByRole("button", { name: "Creating account" });
  await expect(waiting).toBeVisible();
  await waiting.click({ force: true });
  await expect(widget.username).toHaveAttribute("readonly", "");
  await coreComes(widget, form);
  await expect.poll(() => widget.called("submit")).toHaveLength(1);
  const [[values]] = (await widget.called("submit")) as [[Record<string, unknown>]];
  expect(values).toMatchObject({
    username: "rita",
    email: "rita@example.org",
    password: "correct horse battery",
  });
  expect(values.agreement).toBe(true);
  expect(await submits()).toHaveLength(1);
});

test("what waits for the server's answer ends as the page closes the sign-up", async ({ widget }) => {
  await widget.load(pageWith(made()), { delays: { open: never } });
  await widget.sees("form");
  await expect.poll(() => widget.called("open")).toHaveLength(1);
  const outcome = widget.element.evaluate((element: FediSignup) => {
    const sent = element.submit({ username: "rita", email: "", password: "", agreement: true });
    return Promise.all([sent.catch(({ code }) => code), element.close()]);
  });
  expect((await outcome)[0]).toBe("aborted");
  expect(await widget.called("submit")).toEqual([]);
});

test("rules that have changed since are not agreed to", async ({ widget }) => {
  await widget.load(pageWith(made({}, { ...form, terms: "one" })), { delays: { startCore: never } });
  await widget.sees("form");
  await fill(widget);
  await coreComes(widget, { ...form, terms: "two", rules: [{ id: "1", text: "Be kinder." }] });
  await expect(widget.element.getByText("Be kinder.")).toBeVisible();
  await expect(widget.element.getByRole("checkbox")).not.toBeChecked();
  await expect(widget.element.locator("[data-field=agreement]")).toContainText("changed");
  await expect(widget.username).toHaveValue("rita");
});

test("a server that has closed since says so, and what was typed is kept", async ({ widget }) => {
  await ahead(widget);
  await fill(widget);
  await coreComes(widget, closedToAll);
  await widget.sees("closed");
  await widget.emit(form);
  await widget.sees("form");
  await expect(widget.username).toHaveValue("rita");
  await expect(widget.email).toHaveValue("rita@example.org");
});

test("where the core never comes, the form stays and leads to the server's own page", async ({ widget }) => {
  await ahead(widget, { refusal: "wasm-unsupported" });
  await fill(widget);
  await widget.submit.click();
  await goOn(widget);
  const page = widget.alert.getByRole("link");
  await expect(page).toHaveAttribute("href", server.signUpUrl);
  await expect(widget.alert).toBeFocused();
  await expect(widget.password).toHaveValue("correct horse battery");
  await widget.page.evaluate((s) => {
    Object.assign(globalThis.stub, { refusal: "", delays: {}, snapshot: s });
  }, form);
  await widget.submit.click();
  await expect.poll(() => widget.called("submit")).toHaveLength(1);
  await expect(widget.alert).toHaveCount(0);
});

test("a server that does not answer after all is told as ever", async ({ widget }) => {
  await ahead(widget);
  await coreComes(widget, wrong("failed", "unreachable", { retryable: true }));
  await widget.sees("failed");
});

test("the page can change its mind while the core is on its way", async ({ widget }) => {
  await ahead(widget);
  await widget.element.evaluate((element) => element.setAttribute("server", "rockpool.example"));
  await widget.sees("loading");
  await coreComes(widget, form);
  await widget.sees("form");
  expect(await widget.called("open")).toEqual([["rockpool.example"]]);
});

test("no server is asked that the page has stopped to name by the time the form at hand is drawn", async ({
  widget,
  page,
}) => {
  await page.addInitScript(() => {
    document.addEventListener(
      "fedi-signup-statechange",
      ({ target }) => (target as FediSignup).setAttribute("server", "rockpool.example"),
      { once: true },
    );
  });
  await widget.load(pageWith(made()), { delays: { startCore: never } });
  await expect.poll(() => widget.called("startCore")).toEqual([[{ server: "https://rockpool.example" }]]);
});

test("a form at hand is not shown for another server that the page opens before the core is there", async ({
  widget,
}) => {
  await ahead(widget);
  await widget.element.evaluate((element: FediSignup) => {
    element.open("rockpool.example").catch(() => {});
  });
  await widget.sees("loading");
  await coreComes(widget, form);
  await widget.sees("form");
  await expect.poll(() => widget.called("open")).toContainEqual(["rockpool.example"]);
});

for (const [whose, html, strings, title] of [
  ["in another language", '<html lang="de">', {}, "Konto anlegen"],
  ["of the page", undefined, { submit: "Join us" }, "Join us"],
] as const) {
  test(`the form comes with the texts ${whose}`, async ({ widget, page }) => {
    const titles: string[] = [];
    await page.exposeFunction("note", (title: string) => titles.push(title));
    await page.addInitScript((strings) => {
      document.addEventListener("DOMContentLoaded", () => {
        for (const element of document.querySelectorAll("fedi-signup")) element.strings = strings;
      });
      document.addEventListener("fedi-signup-statechange", ({ target }) => {
        const drawn = (target as HTMLElement).querySelector("form button[type=submit]");
        Reflect.get(globalThis, "note")(drawn?.textContent?.trim() ?? "");
      });
    }, strings);
    await ahead(widget, {}, "", html);
    await expect.poll(() => titles).toEqual([title]);
  });
}
