// Who comes to type need not wait for the server: its fields are there before it has answered.
import type { Locator, Page } from "@playwright/test";
import { children, expect, test, type Widget } from "./harness.ts";
import { closedToAll, confirm, form, server, wrong } from "./snapshots.ts";

const never = 600_000; // milliseconds that a test's core stays away, unless it is told to go on

/** A page whose core is not there yet. */
async function early(widget: Widget, attributes = "", prepare: object = {}): Promise<void> {
  await widget.load(`<fedi-signup server="tidepool.example" ${attributes}>${children}</fedi-signup>`, {
    delays: { startCore: never },
    ...prepare,
  });
  await expect(widget.username).toBeEditable();
}

/** The core comes, and finds this. */
async function coreComes(widget: Widget, snapshot: object): Promise<void> {
  await widget.page.evaluate((s) => {
    Object.assign(globalThis.stub, { snapshot: s, delays: {} });
    globalThis.stub.proceed();
  }, snapshot);
}

async function fill(widget: Widget): Promise<void> {
  await widget.username.fill("rita");
  await widget.email.fill("rita@example.org");
  await widget.password.fill("correct horse battery");
}

for (const root of ["light", "shadow"]) {
  test(`name, email and password can be typed before the server has answered: ${root}`, async ({
    widget,
  }) => {
    await early(widget, `root="${root}"`);
    await widget.sees("loading");
    await expect(widget.element).toContainText("Loading the sign-up form");
    await expect(widget.element.getByText("@tidepool.example", { exact: true })).toBeVisible();
    await fill(widget);
    await widget.username.fill("rta");
    await widget.username.evaluate((input: HTMLInputElement) => input.setSelectionRange(1, 1));
    const place = await widget.username.boundingBox();
    await coreComes(widget, form);
    await widget.sees("form");
    await expect(widget.element.getByRole("checkbox")).toBeVisible();
    expect(await widget.username.boundingBox()).toEqual(place);
    await expect(widget.username).toBeFocused();
    await widget.page.keyboard.type("i");
    await expect(widget.username).toHaveValue("rita");
    await expect(widget.email).toHaveValue("rita@example.org");
    await expect(widget.password).toHaveValue("correct horse battery");
    await expect(widget.element.getByText("rita seems to be free")).toBeVisible();
    expect(await widget.called("prepare"), "who has begun to type is prepared for").toHaveLength(1);
    await widget.element.getByRole("checkbox").check();
    await widget.submit.click();
    await expect.poll(() => widget.called("submit")).toHaveLength(1);
  });
}

for (const [of, description] of [
  ["of two lines", server.description],
  ["of one line", "A small server."],
]) {
  test(`on a phone the fields stay in place as words ${of} come to stand above them`, async ({
    widget,
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await early(widget);
    const top = () => widget.username.evaluate((input) => input.getBoundingClientRect().top);
    const before = await top();
    await coreComes(widget, { ...form, server: { ...server, description } });
    await widget.sees("form");
    await widget.painted();
    expect(await top()).toBeCloseTo(before, 0);
  });
}

for (const [where, above] of [
  ["at the top of the page", 0],
  ["further down", 2000],
] as const) {
  test(`what is being typed into stays in view, whatever a server says above it: ${where}`, async ({
    widget,
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 568 });
    await early(widget);
    await widget.username.focus();
    await page.evaluate((px) => {
      document.body.style.paddingBlock = `${px}px 2000px`;
      scrollTo(0, px);
      document.documentElement.style.scrollBehavior = "smooth";
    }, above);
    await page.keyboard.type("ri");
    const top = () => widget.username.evaluate((input) => input.getBoundingClientRect().top);
    const before = await top();
    expect(before).toBeLessThan(568);
    const description = "A small server for people who like to kneel in cold water. ".repeat(8);
    await coreComes(widget, { ...form, server: { ...server, title: "Tidepool ".repeat(8), description } });
    await widget.sees("form");
    await widget.painted();
    expect(await top()).toBeCloseTo(before, 0);
    await page.keyboard.type("ta");
    await expect(widget.username).toHaveValue("rita");
  });
}

test("nothing can be agreed to or sent before the server has answered, and there is another way", async ({
  widget,
}) => {
  await early(widget);
  await expect(widget.element.getByRole("checkbox")).toHaveCount(0);
  await expect(widget.submit).toHaveCount(0);
  await fill(widget);
  await widget.password.press("Enter");
  const link = widget.element.getByRole("link", { name: "Go to tidepool.example" });
  await expect(link).toBeVisible();
  // Once the extras have come, its border is what underlines it.
  await expect(link).toHaveCSS("border-bottom-style", "solid");
  const width = (part: Locator) => part.evaluate((shown) => shown.getBoundingClientRect().width);
  expect(await width(link), "no wider than its words").toBeLessThan(
    (await width(widget.element.locator("form"))) / 2,
  );
  await coreComes(widget, form);
  await widget.sees("form");
  expect(await widget.called("submit")).toEqual([]);
  await expect(widget.alert).toHaveCount(0);
});

test("a field that comes with the server's answer holds what the page has put into it", async ({
  widget,
}) => {
  await early(widget, 'reason="I look at crabs" invite="AbC123xy"');
  await fill(widget);
  const asked = [{ name: "reason" }, { name: "invite_code" }];
  await coreComes(widget, { ...form, fields: [...form.fields, ...asked] });
  await expect(widget.element.locator("textarea")).toHaveValue("I look at crabs");
  await expect(widget.element.getByRole("textbox", { name: "Invite" })).toHaveValue("AbC123xy");
  await expect(widget.element.getByRole("checkbox")).not.toBeChecked();
  // As password managers and WebDriver empty fields, which tell nobody.
  await widget.element.locator("textarea").evaluate((field: HTMLTextAreaElement) => {
    field.value = "";
  });
  await widget.username.fill("alice");
  await expect(widget.element.getByText("alice seems to be free")).toBeVisible();
  await expect(widget.element.locator("textarea"), "what was taken out stays out").toHaveValue("");
});

test("that it takes long is said beside the fields", async ({ widget }) => {
  await early(widget, "", { delays: { open: never } });
  await fill(widget);
  await widget.emit({ ...form, screen: "loading", fields: [], slow: true });
  await expect(widget.element.locator("form")).toContainText("taking a long time to answer");
  await expect(widget.password).toHaveValue("correct horse battery");
});

test("a server that turns out to be closed says so, and what was typed is kept", async ({ widget }) => {
  await early(widget);
  await fill(widget);
  await coreComes(widget, closedToAll);
  await widget.sees("closed");
  await expect(widget.element.locator("[data-part=title]")).toBeFocused();
  await widget.emit(form);
  await expect(widget.username).toHaveValue("rita");
  await expect(widget.email).toHaveValue("rita@example.org");
});

for (const [what, prepare] of Object.entries({
  "the core never comes": { refusal: "core-unreachable" },
  "the server does not answer": { snapshot: wrong("failed", "unreachable", { retryable: true }) },
})) {
  test(`where ${what}, another try finds what was typed, but for the password`, async ({ widget }) => {
    await early(widget);
    await fill(widget);
    await widget.page.evaluate((p) => {
      Object.assign(globalThis.stub, { delays: {}, ...p });
      globalThis.stub.proceed();
    }, prepare);
    await widget.sees("failed");
    await expect(widget.element.getByRole("link", { name: "Join Tidepool" })).toBeVisible();
    await widget.page.evaluate((s) => Object.assign(globalThis.stub, { refusal: "", snapshot: s }), form);
    await widget.element.getByRole("button", { name: "Try again" }).click();
    await widget.sees("form");
    await expect(widget.username).toHaveValue("rita");
    await expect(widget.email).toHaveValue("rita@example.org");
    await expect(widget.password).toHaveValue("");
  });
}

test("a password is not taken along to another server", async ({ widget }) => {
  await early(widget);
  await fill(widget);
  await widget.element.evaluate((element) => element.setAttribute("server", "rockpool.example"));
  await coreComes(widget, { ...form, server: { ...server, host: "rockpool.example" } });
  await widget.sees("form");
  await expect(widget.username).toHaveValue("rita");
  await expect(widget.password).toHaveValue("");
});

test("a password is not taken along to the fields of another server", async ({ widget, page }) => {
  const goTo = (host: string, name: string) =>
    widget.element.evaluate(
      (element, [host = "", name = ""]) => {
        element.setAttribute("server", host);
        element.setAttribute("app-name", name); // which begins anew
      },
      [host, name],
    );
  await widget.load('<fedi-signup server="tidepool.example" persist="none"></fedi-signup>', {
    snapshot: form,
  });
  await widget.sees("form");
  await fill(widget);
  const coreStaysAway = (delays: object) =>
    page.evaluate((d) => {
      Object.assign(globalThis.stub, { delays: d });
    }, delays);
  await coreStaysAway({ startCore: never });
  await goTo("tidepool.example", "Another");
  await widget.sees("loading");
  await expect(widget.password, "the same server's").toHaveValue("correct horse battery");
  await coreComes(widget, form);
  await widget.sees("form");
  await expect(widget.password).toHaveValue("correct horse battery");
  await coreStaysAway({ open: never });
  await goTo("rockpool.example", "A third");
  await widget.sees("loading");
  await expect(widget.password, "after a form").toHaveValue("");
  await expect(widget.username).toHaveValue("rita");
  await widget.password.fill("correct horse battery");
  await goTo("seaside.example", "A fourth");
  await expect(widget.password, "after fields").toHaveValue("");
});

test("an account that waits, and the link of an email, are no reason to type", async ({ widget, page }) => {
  const fields = () =>
    page.evaluate(
      () =>
        new Promise<number>((seen) => {
          requestIdleCallback(() => setTimeout(() => seen(document.querySelectorAll("form").length)));
        }),
    );
  await widget.load(`<fedi-signup server="tidepool.example" loading="eager"></fedi-signup>`, {
    delays: { startCore: never },
  });
  await expect(widget.username).toBeEditable();
  await page.evaluate(() => sessionStorage.setItem("fedi-signup:account tidepool.example", "{}"));
  await page.reload();
  await widget.sees("loading");
  expect(await fields()).toBe(0);
  await coreComes(widget, confirm);
  await widget.sees("confirm");
});

test.describe("the form that was seen last", () => {
  const kept = (page: Page) =>
    page.evaluate(() => ({
      session: sessionStorage.getItem("fedi-signup:form tidepool.example"),
      local: localStorage.getItem("fedi-signup:form tidepool.example"),
    }));

  test("is there at once on the next visit, whole, with nothing of the visitor", async ({ widget, page }) => {
    await widget.load(`<fedi-signup server="tidepool.example">${children}</fedi-signup>`, { snapshot: form });
    await widget.sees("form");
    await fill(widget);
    await widget.element.getByRole("checkbox").check();
    const { session, local } = await kept(page);
    expect(local).toBeNull();
    expect(session).not.toMatch(/rita|correct horse/);
    expect(JSON.parse(session ?? "").snapshot).toMatchObject({ screen: "form", fields: form.fields });
    await widget.load(`<fedi-signup server="tidepool.example">${children}</fedi-signup>`, {
      delays: { startCore: never },
    });
    await widget.sees("form");
    await expect(widget.element.getByRole("checkbox")).not.toBeChecked();
    await expect(widget.submit).toBeVisible();
  });

  test("is kept where accounts are, and not where none are kept", async ({ widget, page }) => {
    for (const [persist, expected] of [
      ["local", { session: null, local: expect.any(String) }],
      ["none", { session: null, local: null }],
    ] as const) {
      await page.evaluate(() => location.protocol === "https:" && localStorage.clear());
      await widget.load(`<fedi-signup server="tidepool.example" persist="${persist}"></fedi-signup>`, {
        snapshot: form,
      });
      await widget.sees("form");
      await expect.poll(() => kept(page), persist).toEqual(expected);
    }
  });

  test("is not shown after a day, and forgotten once there is none", async ({ widget, page }) => {
    await widget.show(form);
    await page.evaluate(() => {
      const key = "fedi-signup:form tidepool.example";
      const old = JSON.parse(sessionStorage.getItem(key) ?? "");
      sessionStorage.setItem(key, JSON.stringify({ ...old, at: Date.now() - 86_400_001 }));
    });
    await early(widget);
    await widget.sees("loading");
    await coreComes(widget, closedToAll);
    await widget.sees("closed");
    expect((await kept(page)).session).toBeNull();
  });

  test("is not kept with an invite, which may lead to other questions", async ({ widget, page }) => {
    await widget.show(form, 'invite="abc"');
    expect((await kept(page)).session).toBeNull();
  });
});
