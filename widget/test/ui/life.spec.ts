// The element among other elements: when it loads, what its attributes do, what it tells the page.
import { basename } from "node:path";
import type { FediSignup } from "../../src/element.ts";
import { own } from "../../src/own.ts";
import { children, expect, test } from "./harness.ts";
import { confirm, form, fullForm, ready, refused, server, submitting, wrong } from "./snapshots.ts";

const link = (widget: { element: import("@playwright/test").Locator }) =>
  widget.element.getByRole("link", { name: "Join Tidepool" });

test("loading=lazy waits until it is near, loading=eager does not", async ({ page, widget }) => {
  const tall = Array.from({ length: 200 }, () => "<p>A line</p>").join("");
  await widget.load(`${tall}<fedi-signup server="tidepool.example">${children}</fedi-signup>`, {
    snapshot: form,
  });
  await widget.sees("idle");
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  expect(await widget.called("startCore")).toEqual([]);
  await widget.element.evaluate((element) => element.setAttribute("loading", "eager"));
  await widget.sees("form");
  await widget.element.evaluate((element) => element.scrollIntoView());
  expect(await widget.called("startCore")).toHaveLength(1);
});

test("a form that is begun in a task which the page then gives up comes all the same", async ({
  page,
  widget,
}) => {
  await widget.load(`<fedi-signup loading="lazy" hidden>${children}</fedi-signup>`, { snapshot: form });
  await page.evaluate(() => {
    const task = new TaskController();
    const begin = () => {
      const element = document.querySelector("fedi-signup");
      element?.removeAttribute("hidden");
      element?.open("tidepool.example");
      task.abort();
    };
    return scheduler.postTask(begin, { signal: task.signal }).catch(() => {});
  });
  await widget.sees("form");
});

test("an element without a box of its own is woken when its content comes near", async ({ page, widget }) => {
  await widget.load(
    `<div hidden><fedi-signup server="tidepool.example" class="boxless">${children}</fedi-signup></div>`,
    { snapshot: form },
  );
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(".boxless { display: contents }");
    document.adoptedStyleSheets.push(sheet);
    return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  });
  expect(await widget.called("startCore")).toEqual([]);
  await page.evaluate(() => document.querySelector("[hidden]")?.removeAttribute("hidden"));
  await widget.sees("form");
});

test("the page's own link is there until the form is, and when there can be none", async ({
  page,
  widget,
}) => {
  await widget.load(`<fedi-signup server="tidepool.example">${children}</fedi-signup>`);
  await widget.sees("loading");
  await expect(widget.element.getByRole("link", { name: /Join|Go to/ })).toHaveCount(1);
  await widget.emit(form);
  await expect(link(widget)).toBeHidden();
  await widget.username.fill("alice");
  await widget.password.fill("a secret of mine");
  await page.evaluate(() => globalThis.stub.die());
  await widget.sees("failed");
  await expect(link(widget)).toBeVisible();
  await expect(widget.element).toContainText("stopped unexpectedly");
  await expect(widget.element.getByRole("link", { name: "Go to" }), "there is a link already").toHaveCount(0);

  await test.step("a new core goes on with what was typed, but for the password", async () => {
    await widget.element.getByRole("button", { name: "Try again" }).click();
    await widget.emit(form);
    await expect(widget.username).toHaveValue("alice");
    await expect(widget.password).toHaveValue("");
    await expect(link(widget)).toBeHidden();
  });
});

for (const [code, says] of Object.entries({
  "wasm-blocked": "'wasm-unsafe-eval'",
  "core-unreachable": "couldn't be loaded",
  "made-up": "the core cannot run",
})) {
  test(`no core (${code}): why, the page's own link, and another try`, async ({ page, widget }) => {
    await widget.load(`<fedi-signup server="tidepool.example">${children}</fedi-signup>`, { refusal: code });
    await widget.sees("failed");
    await expect(widget.element).toContainText(says);
    await expect(link(widget)).toBeVisible();
    await page.evaluate((snapshot) => Object.assign(globalThis.stub, { refusal: "", snapshot }), form);
    await widget.element.getByRole("button", { name: "Try again" }).click();
    await widget.sees("form");
  });
}

test("no core and no link on the page: the server's own page", async ({ widget }) => {
  await widget.load('<fedi-signup server="tidepool.example"></fedi-signup>', { refusal: "wasm-blocked" });
  await expect(widget.element.getByRole("link", { name: "Go to tidepool.example" })).toHaveAttribute(
    "href",
    "https://tidepool.example/",
  );
});

test.describe("the core is told the visitor's time zone", () => {
  test.use({ timezoneId: "Pacific/Auckland" });

  for (const browser of ["one that has Temporal", "one that has not"]) {
    test(`by ${browser}`, async ({ page, widget }) => {
      if (browser === "one that has not") await page.addInitScript("delete globalThis.Temporal");
      await widget.show(form);
      const told = await page.evaluate(() => globalThis.stub.options);
      expect(told).toMatchObject([{ timeZone: "Pacific/Auckland" }]);
    });
  }
});

test("the first form in English has nothing of Intl that has to look through all languages", async ({
  page,
  widget,
}) => {
  await page.addInitScript(() => {
    for (const name of ["NumberFormat", "ListFormat", "DateTimeFormat"] as const)
      Object.assign(Intl, {
        [name]: class {
          constructor() {
            throw new Error(`Intl.${name} is slow`);
          }
        },
      });
  });
  await widget.show(form);
  await expect(widget.submit).toBeVisible();
});

test("attributes become the core's options; rubbish falls to the defaults", async ({ page, widget }) => {
  await page.route("https://edge.example/**", (route) => route.fulfill({ json: {} }));
  await widget.show(
    form,
    `app-name=" Shore club " invite=" abc " persist="local" return-url="/back" locale="de"
    broker="https://edge.example/" lang="fr" app-website="https://club.example"`,
  );
  expect(await page.evaluate(() => globalThis.stub.options)).toEqual([
    {
      appName: "Shore club",
      appWebsite: "https://club.example/",
      returnUrl: "https://site.example/back",
      broker: "https://edge.example/",
      invite: "abc",
      persist: "local",
      languages: ["de", "fr", "en", "en-US"],
      timeZone: expect.any(String),
    },
  ]);
  await widget.show(
    form,
    `persist="stone" return-url="javascript:alert(1)" locale="!!" broker="data:,x" theme="pink"
    root="oak" loading="soon" lang="" app-website="ftp://x"`,
  );
  expect(await page.evaluate(() => globalThis.stub.options)).toEqual([
    {
      appName: "The shore",
      appWebsite: "https://site.example",
      returnUrl: "https://site.example/page",
      persist: "session",
      languages: ["en", "en-US"],
      timeZone: expect.any(String),
    },
  ]);
});

for (const given of ["/w", "/w/", "/w?v=1", "/w/?v=1/2#part"]) {
  test(`core-src names a folder: ${given}`, async ({ page, widget, scripts }) => {
    await page.route("https://site.example/w/*", (route) => {
      const body = own(scripts, basename(route.request().url())) ?? "";
      return route.fulfill({ contentType: "text/javascript", body });
    });
    await widget.show(confirm, `core-src="${given}"`);
    await expect(widget.element.getByRole("heading", { name: "Check your email" })).toBeVisible();
    expect(await widget.called("startCore")).toMatchObject([[{ src: "https://site.example/w/" }]]);
  });
}

test("attributes can change at any time", async ({ page, widget }) => {
  await widget.show(form, 'username="alice" email="a@example.org"');
  await expect(widget.username).toHaveValue("alice");
  const set = (name: string, value: string) =>
    widget.element.evaluate((element, [n, v]) => element.setAttribute(n, v), [name, value] as const);

  await set("email", "b@example.org");
  await expect(widget.email).toHaveValue("b@example.org");
  await widget.email.fill("mine@example.org");
  await set("email", "c@example.org");
  await expect(widget.email).toHaveValue("mine@example.org");

  await set("server", " other.example ");
  await expect.poll(() => widget.called("open")).toEqual([["tidepool.example"], ["other.example"]]);
  await set("invite", "xyz");
  await expect
    .poll(() => page.evaluate(() => globalThis.stub.options.map((o) => o.invite)))
    .toEqual([undefined, "xyz"]);
  expect(await widget.called("close")).toHaveLength(1);
  await expect(widget.email).toHaveValue("mine@example.org");

  await test.step("the theme and the root do not touch what was typed", async () => {
    await widget.password.fill("a secret of mine");
    await set("theme", "dark");
    await set("root", "shadow");
    await expect(widget.password).toHaveValue("a secret of mine");
    expect(await page.evaluate(() => document.querySelector("input"))).toBeNull();
    expect(await widget.element.evaluate((e) => e.shadowRoot?.querySelector("[part=form]")?.localName)).toBe(
      "form",
    );
    await set("root", "light");
    await expect(page.locator("fedi-signup > div input[data-name=password]")).toHaveValue("a secret of mine");
  });
});

test("attributes that change while the core loads count as they are when it is there", async ({
  page,
  widget,
}) => {
  await widget.load('<fedi-signup server="tidepool.example" loading="eager" invite="old"></fedi-signup>', {
    snapshot: form,
    delays: { startCore: 600_000 },
  });
  await widget.username.fill("alice");
  await widget.element.evaluate((element) => {
    const changed = {
      "app-name": "Another",
      "app-website": "https://another.example",
      "return-url": "https://another.example/joined",
      locale: "cy",
      lang: "en-GB",
      persist: "none",
      broker: "https://edge.example",
      invite: "new",
      follow: "alice@tidepool.example",
    };
    for (const [name, value] of Object.entries(changed)) element.setAttribute(name, value);
  });
  await page.evaluate(() => globalThis.stub.proceed());
  await widget.sees("form");
  expect(await page.evaluate(() => globalThis.stub.options)).toEqual([
    expect.objectContaining({
      appName: "Another",
      appWebsite: "https://another.example/",
      returnUrl: "https://another.example/joined",
      languages: expect.arrayContaining(["cy", "en-GB"]),
      persist: "none",
      broker: "https://edge.example/",
      invite: "new",
      follow: "alice@tidepool.example",
    }),
  ]);
  expect(await widget.called("startCore")).toHaveLength(1);
  await expect(widget.username).toHaveValue("alice");
});

test("the server that the page opened stays, whatever else changes", async ({ page, widget }) => {
  await widget.show(form);
  const set = (name: string, value: string) =>
    widget.element.evaluate((element, [n, v]) => element.setAttribute(n, v), [name, value] as const);
  await widget.element.evaluate((element) => (element as FediSignup).open("other.example"));
  await widget.password.fill("a secret of mine");
  await page.evaluate(() => {
    document.title = "(1) News";
    history.pushState(null, "", "/elsewhere");
  });
  await set("theme", "dark");
  await expect(widget.element.locator("[data-theme=dark]")).toBeVisible();
  await expect(widget.password).toHaveValue("a secret of mine");
  expect(await widget.called("close")).toEqual([]);

  await widget.emit(wrong("failed", "server-error", { retryable: true }));
  await widget.element.getByRole("button", { name: "Try again" }).click();
  await expect.poll(() => widget.called("open")).toHaveLength(3);
  await set("app-name", "Another");
  await expect.poll(() => widget.called("open")).toHaveLength(4);
  const servers = (await widget.called("open")).map(([server]) => server);
  expect(servers).toEqual(["tidepool.example", "other.example", "other.example", "other.example"]);
  await set("server", "third.example");
  await expect.poll(async () => (await widget.called("open")).at(-1)).toEqual(["third.example"]);
});

test("an account that waits is not lost when an option changes", async ({ widget }) => {
  await widget.show(confirm);
  await widget.element.evaluate((element) => element.setAttribute("app-name", "Another"));
  await widget.element.evaluate(() => new Promise(requestAnimationFrame));
  await widget.sees("confirm");
  expect(await widget.called("close")).toEqual([]);
});

test("options that change while an account is shown count for the next one", async ({ page, widget }) => {
  await widget.show(confirm);
  await widget.element.evaluate((element) => element.setAttribute("app-name", "Another"));
  await page.evaluate((snapshot) => {
    globalThis.stub.snapshot = snapshot;
    globalThis.stub.emit(snapshot); // as forget does, which the stub does not
    return (document.querySelector("fedi-signup") as FediSignup).forget();
  }, form);
  await expect
    .poll(() => page.evaluate(() => globalThis.stub.options.map((o) => o.appName)))
    .toEqual(["The shore", "Another"]);
  await widget.sees("form");
});

test.describe("while an account is being made", () => {
  // What the page does then, in one go.
  type Page = import("@playwright/test").Page;
  const during = (page: Page, act: (element: FediSignup) => unknown) =>
    page.evaluate(`(async () => {
      const element = window.left = document.querySelector("fedi-signup");
      window.told = [];
      element.addEventListener("fedi-signup-success", (event) => told.push(event.detail.handle));
      (${act})(element);
      await new Promise(requestAnimationFrame);
    })()`);
  const told = (page: Page) => page.evaluate("told");

  test.beforeEach(async ({ widget }) => {
    await widget.show(form);
    await widget.emit(submitting);
  });

  test("another server waits; the account that was made stays", async ({ page, widget }) => {
    await during(page, (element) => {
      element.setAttribute("server", "other.example");
      element.setAttribute("app-name", "Another");
    });
    await widget.emit(confirm);
    await widget.sees("confirm");
    expect(await told(page)).toEqual(["@alice@tidepool.example"]);
    expect(await widget.called("open")).toEqual([["tidepool.example"]]);
    expect(await widget.called("close")).toEqual([]);
  });

  test("another server waits, and is opened after a refusal", async ({ page, widget }) => {
    await during(page, (element) => element.setAttribute("server", "other.example"));
    expect(await widget.called("open")).toHaveLength(1);
    await widget.emit(refused);
    await expect.poll(() => widget.called("open")).toEqual([["tidepool.example"], ["other.example"]]);
  });

  test("a widget that is removed hears what became of it, and ends then", async ({ page, widget }) => {
    await during(page, (element) => element.remove());
    expect(await widget.called("close")).toEqual([]);
    await widget.emit(confirm);
    await expect.poll(() => widget.called("close")).toHaveLength(1);
    expect(await told(page)).toEqual(["@alice@tidepool.example"]);
  });

  test("a widget that is removed and comes back goes on", async ({ page, widget }) => {
    await during(page, (element) => element.remove());
    await page.evaluate("document.body.append(left)");
    await widget.emit(confirm);
    await widget.sees("confirm");
    expect(await told(page)).toEqual(["@alice@tidepool.example"]);
    expect(await widget.called("close")).toEqual([]);
  });

  test("another server that the page opens waits, and the account is told of", async ({ page, widget }) => {
    await during(page, (element) => {
      element.open("other.example");
    });
    expect(await widget.called("open")).toEqual([["tidepool.example"]]);
    await widget.emit(confirm);
    await expect.poll(() => widget.called("open")).toEqual([["tidepool.example"], ["other.example"]]);
    expect(await told(page)).toEqual(["@alice@tidepool.example"]);
  });

  test("close waits, unless open is called after it", async ({ page, widget }) => {
    await during(page, (element) => {
      const first = element.close();
      const second = element.close();
      Object.assign(window, { after: Promise.all([first, second]).then(() => element.state.screen) });
    });
    await widget.sees("submitting");
    await widget.emit(refused);
    expect(await page.evaluate("after")).toBe("loading");
    expect(await widget.called("close")).toHaveLength(1);

    await widget.element.evaluate((element) => (element as FediSignup).open());
    await widget.sees("form");
    await widget.emit(submitting);
    await during(page, (element) => {
      element.close();
      element.open("other.example");
    });
    await widget.emit(refused);
    await expect.poll(async () => (await widget.called("open")).at(-1)).toEqual(["other.example"]);
    await widget.sees("form");
    expect(await widget.called("close")).toHaveLength(1);
  });
});

test("what happens before the page can take the first screen is told, all of it", async ({ widget }) => {
  const arrive = await widget.hold("extras");
  await widget.load('<fedi-signup server="tidepool.example" hidden></fedi-signup>');
  const success = await widget.listen("fedi-signup-success");
  await widget.element.evaluate((element) => element.setAttribute("loading", "eager"));
  for (const snapshot of [form, submitting, confirm]) await widget.emit(snapshot);
  await widget.sees("loading");
  arrive();
  await widget.sees("confirm");
  expect(await success()).toHaveLength(1);
});

test("moving keeps the sign-up, removing ends it, and coming back begins anew", async ({ widget, page }) => {
  await widget.show(form);
  await widget.username.fill("alice");
  await page.evaluate(() => document.body.append(document.querySelector("fedi-signup") ?? ""));
  await widget.sees("form");
  await expect(widget.username).toHaveValue("alice");
  expect(await widget.called("close")).toEqual([]);
  const closed = await page.evaluate(async () => {
    const element = document.querySelector("fedi-signup");
    element?.remove();
    await new Promise(requestAnimationFrame);
    const closed = globalThis.stub.called("close").length;
    document.body.append(element ?? "");
    return closed;
  });
  expect(closed).toBe(1);
  await widget.sees("form");
  await expect(widget.username).toHaveValue("alice");
  await expect.poll(() => widget.called("open")).toHaveLength(2);
});

test("an attribute that is set while the element is away for a moment is followed", async ({
  page,
  widget,
}) => {
  await widget.show(form);
  await page.evaluate(() => {
    const element = document.querySelector("fedi-signup") as HTMLElement;
    element.remove();
    element.setAttribute("server", "other.example");
    document.body.append(element);
  });
  await expect.poll(() => widget.called("open")).toEqual([["tidepool.example"], ["other.example"]]);
});

test("a property that was set before the element was known", async ({ page, widget }) => {
  await widget.show(form);
  const heading = await page.evaluate(() => {
    const early = document.createElement("later-signup") as HTMLElement & { strings: object };
    early.strings = { joinKicker: "Werde Teil von" };
    early.setAttribute("server", "tidepool.example");
    document.body.append(early);
    (customElements.get("fedi-signup") as unknown as { define(tag: string): void }).define("later-signup");
    return new Promise((resolve) => {
      early.addEventListener("fedi-signup-statechange", () => resolve(early.textContent));
    });
  });
  expect(heading).toContain("Werde Teil von");
});

test("the page is told what happens, without secrets", async ({ page, widget }) => {
  await widget.show(form);
  const names = ["statechange", "beforesubmit", "success", "confirmed", "error"];
  const told = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await widget.listen(`fedi-signup-${name}`)] as const)),
  );
  await widget.username.fill("alice");
  await widget.password.fill("a secret of mine");
  await widget.submit.click();
  await widget.emit(submitting);
  await widget.emit(refused);
  await widget.emit(submitting);
  const consent = { at: 1, ruleIds: ["1"], documents: [] };
  await widget.emit({ ...confirm, consent });
  await widget.emit({ ...ready, consent });
  expect(await told.beforesubmit?.()).toEqual([
    expect.objectContaining({ username: "alice", agreement: false }),
  ]);
  expect(await told.success?.()).toEqual([
    { server: "tidepool.example", handle: "@alice@tidepool.example", consent },
  ]);
  await expect
    .poll(() => told.confirmed?.())
    .toEqual([
      {
        server: "tidepool.example",
        handle: "@alice@tidepool.example",
        url: "https://tidepool.example/@alice",
      },
    ]);
  expect(await told.error?.()).toEqual([
    expect.objectContaining({
      code: "invalid",
      fields: expect.arrayContaining([{ field: "username", code: "ERR_TAKEN" }]),
    }),
  ]);
  expect(await told.statechange?.()).toHaveLength(5);
  const everything = JSON.stringify(await Promise.all(names.map((name) => told[name]?.())));
  expect(everything).not.toContain("secret");
  expect(everything).not.toContain("token");
  expect(await page.evaluate(() => document.querySelector("fedi-signup")?.state.screen)).toBe("ready");
  await expect.poll(() => widget.called("revoke")).toHaveLength(1);
});

test("expose-token hands out the token, which then is not revoked", async ({ widget }) => {
  await widget.show(form, "expose-token");
  const confirmed = await widget.listen("fedi-signup-confirmed");
  await widget.emit(ready);
  await expect.poll(confirmed).toEqual([expect.objectContaining({ token: "the-token" })]);
  expect(await widget.called("revoke")).toEqual([]);
});

test("the page can prevent the sign-up", async ({ widget }) => {
  await widget.show(form);
  const asked = await widget.listen("fedi-signup-beforesubmit", true);
  await widget.submit.click();
  await expect.poll(asked).toHaveLength(1);
  expect(await widget.called("submit")).toEqual([]);
});

test("the page can take the hand-over into its own hands", async ({ widget, page }) => {
  await widget.show(wrong("elsewhere", "captcha", { handover: server.signUpUrl }));
  const told = await widget.listen("fedi-signup-handover", true);
  await widget.element.getByRole("link", { name: "Sign up on Tidepool" }).click();
  await expect.poll(told).toEqual([{ url: server.signUpUrl, code: "captcha" }]);
  expect(page.context().pages()).toHaveLength(1);
});

test("verbs of the element reject with a code, and close shows the page's own link", async ({
  widget,
  page,
}) => {
  await widget.show(form);
  await page.evaluate(() => Object.assign(globalThis.stub, { rejects: { available: "unreachable" } }));
  expect(
    await page.evaluate(() =>
      document
        .querySelector("fedi-signup")
        ?.available("alice")
        .catch((error: { code: string }) => error.code),
    ),
  ).toBe("unreachable");
  await page.evaluate(() => document.querySelector("fedi-signup")?.close());
  await widget.sees("idle");
  await expect(link(widget)).toBeVisible();
  await page.evaluate(() => document.querySelector("fedi-signup")?.open());
  await widget.sees("form");
});

test("custom states mirror data-state", async ({ widget }) => {
  await widget.show(form);
  expect(await widget.element.evaluate((element) => element.matches(":state(form)"))).toBe(true);
  await widget.emit(submitting);
  expect(
    await widget.element.evaluate((element) => element.matches(":state(submitting):not(:state(form))")),
  ).toBe(true);
});

test("polling sleeps while the page is hidden", async ({ widget, page }) => {
  await widget.show(confirm);
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  expect((await widget.called("setVisible")).at(-1)).toEqual([false]);
});

test("two widgets on a page do not share an id", async ({ widget, page }) => {
  const tag = '<fedi-signup server="tidepool.example" loading="eager"></fedi-signup>';
  await widget.load(tag + tag, { snapshot: fullForm });
  await expect(page.getByRole("checkbox")).toHaveCount(2);
  const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map((element) => element.id));
  expect(new Set(ids).size).toBe(ids.length);
});
