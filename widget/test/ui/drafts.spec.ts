// What was typed and not sent yet, over a reload and over the way back.
import config from "../../playwright.config.ts";
import { test as base, children, expect } from "./harness.ts";
import { confirm, form, fullForm, server } from "./snapshots.ts";

// Playwright turns the cache for the way back off, and only whole browsers have it.
const whole = config.projects?.find(({ name }) => name === "journeys-tinygo")?.use?.launchOptions;
const test = base.extend({
  launchOptions: [
    async ({ launchOptions }, use) =>
      use({ ...launchOptions, ...whole, ignoreDefaultArgs: ["--disable-back-forward-cache"] }),
    { scope: "worker" },
  ],
});

/** What is kept of the visitor. */
const kept = () =>
  JSON.stringify(
    [localStorage, sessionStorage].map((storage) =>
      Object.fromEntries(Object.entries(storage).filter(([key]) => !key.startsWith("fedi-signup:form "))),
    ),
  );
const draft = (...typed: string[]) =>
  JSON.stringify([
    {},
    typed.length
      ? { "fedi-signup:draft tidepool.example": JSON.stringify({ username: typed[0], email: typed[1] }) }
      : {},
  ]);

for (const persist of ["session", "local"]) {
  test(`a reload keeps the name and the address and nothing else, until there is an account: persist="${persist}"`, async ({
    page,
    widget,
  }) => {
    await widget.show(fullForm, `persist="${persist}" username="from-the-page"`);
    await widget.username.fill("alice");
    await widget.email.fill("alice@example.org");
    await widget.password.fill("correct horse battery");
    await widget.element.getByLabel("Why do you want to join?").fill("For the anemones.");
    await widget.element.getByRole("checkbox").check();
    await expect.poll(() => page.evaluate(kept)).toBe(draft("alice", "alice@example.org"));

    await page.reload();
    await widget.sees("form");
    await expect(widget.username).toHaveValue("alice");
    await expect(widget.email).toHaveValue("alice@example.org");
    await expect(widget.password).toHaveValue("");
    await expect(widget.element.getByLabel("Why do you want to join?")).toHaveValue("");
    await expect(widget.element.getByRole("checkbox")).not.toBeChecked();
    await expect(widget.status).toHaveText("");

    await widget.emit({ ...fullForm, screen: "submitting" });
    await widget.emit(confirm);
    await widget.sees("confirm");
    expect(await page.evaluate(kept)).toBe(draft());
  });
}

test("what comes back where the visitor is already gives way to what they type", async ({ page, widget }) => {
  await widget.show(form);
  await widget.username.fill("alice");
  await expect.poll(() => page.evaluate(kept)).toContain("alice");
  const come = await widget.hold("extras");
  await page.reload();
  await widget.sees("form");
  await widget.username.focus();
  come();
  await expect(widget.username).toHaveValue("alice");
  await page.keyboard.type("rita");
  await expect(widget.username).toHaveValue("rita");
});

test("reset and close forget the draft, what the page says is none, and persist=none keeps none", async ({
  page,
  widget,
}) => {
  const act = (verb: "reset" | "close" | "open") =>
    widget.element.evaluate((element: HTMLElementTagNameMap["fedi-signup"], name) => element[name](), verb);
  await widget.show(form, 'username="from-the-page"');
  await widget.email.fill("alice@example.org");
  await expect.poll(() => page.evaluate(kept)).toContain('{\\"email\\":\\"alice@example.org\\"}');
  await act("reset");
  await expect.poll(() => page.evaluate(kept)).toBe(draft());
  await widget.username.fill("alice");
  await expect.poll(() => page.evaluate(kept)).toContain("alice");
  await act("close");
  expect(await page.evaluate(kept)).toBe(draft());
  await act("open");
  await expect(widget.username).toHaveValue("alice");
  await expect.poll(() => page.evaluate(kept)).toContain("alice");

  await widget.element.evaluate((element) => element.setAttribute("persist", "none"));
  await widget.sees("form");
  await expect.poll(() => page.evaluate(kept)).toBe(draft());
  await expect(widget.username).toHaveValue("alice");
});

test("a draft is for one server, and one that cannot be read is none", async ({ page, widget }) => {
  const other = { ...form, server: { ...server, host: "other.example" } };
  await widget.show(form);
  await widget.username.fill("alice");
  await expect.poll(() => page.evaluate(kept)).toContain("alice");
  await widget.load(`<fedi-signup server="other.example">${children}</fedi-signup>`, { snapshot: other });
  await widget.sees("form");
  await expect(widget.username).toHaveValue("");
  for (const rubbish of ['{"username":', '"alice"', "null", '{"username":7,"password":"x","__proto__":{}}']) {
    await page.evaluate((text) => sessionStorage.setItem("fedi-signup:draft other.example", text), rubbish);
    await page.reload();
    await widget.sees("form");
    await expect(widget.username, rubbish).toHaveValue("");
    await expect(widget.password, rubbish).toHaveValue("");
  }
});

for (const cached of [true, false]) {
  test(`the way back ${cached ? "to a page that the browser may keep" : "to a page that it loads anew"} finds what was typed`, async ({
    page,
    widget,
  }) => {
    await page.route("https://site.example/elsewhere", (route) =>
      route.fulfill({ contentType: "text/html", body: "<title>Elsewhere</title>" }),
    );
    await widget.show(form);
    if (!cached) await page.evaluate(() => addEventListener("unload", () => {}));
    await widget.username.fill("alice");
    await widget.email.fill("alice@example.org");
    await page.evaluate(() => {
      addEventListener("pageshow", ({ persisted }) =>
        document.body.setAttribute("data-persisted", `${persisted}`),
      );
    });
    await page.goto("https://site.example/elsewhere");
    await page.goBack({ waitUntil: "commit" }); // what was kept is not loaded again
    await widget.sees("form");
    // Whether a page is kept is the browser's to say, which differs from run to run.
    if (!cached) await expect(page.locator("body[data-persisted=true]")).toHaveCount(0);
    await expect(widget.username).toHaveValue("alice");
    await expect(widget.email).toHaveValue("alice@example.org");
    await widget.username.fill("alicia");
    await expect.poll(() => page.evaluate(kept)).toContain("alicia");
  });
}
