// What an agreement is to, and what is left of the person before.
import type { Page } from "@playwright/test";
import type { FediSignupEventMap } from "../src/events.ts";
import { expect, test } from "./test.ts";
import { alice, Visitor } from "./visitor.ts";

const agreed = /What .* asks you to agree to has changed/;

/** Opens a server in the widget, as a page does. */
const opens = (page: Page, server: string) =>
  page.evaluate((name) => document.querySelector("fedi-signup")?.open(name), server);

test("an agreement ends when the rules are others, and only then", async ({ page, demo, desk, visitor }) => {
  await desk.play("open");
  await visitor.opensSite();
  await visitor.fills(alice);

  await test.step("not by another core, nor once the versions of the documents are known", async () => {
    await expect
      .poll(async () => (await desk.received()).map((r) => r.path))
      .toContain("/api/v1/instance/terms_of_service");
    await page.evaluate(() => document.querySelector("fedi-signup")?.close());
    await opens(page, demo.server);
    await visitor.sees("form");
    await expect(visitor.agreement).toBeChecked();
  });

  await page.route("**/api/v2/instance", async (route) => {
    const response = await route.fetch();
    const json = await response.json();
    json.rules[0].hint = "And never on Sundays.";
    await route.fulfill({ response, json });
  });
  await opens(page, demo.server);
  await visitor.sees("form");
  await expect(visitor.agreement).not.toBeChecked();
  await expect(visitor.agreement).toHaveAccessibleDescription(agreed);
  await expect(visitor.widget.getByRole("status")).toHaveText(agreed);
  await expect(visitor.username).toHaveValue(alice.username);

  await visitor.password.fill(alice.password);
  await visitor.submit.click();
  await expect(visitor.alert).toBeFocused();
  expect((await desk.received()).filter((r) => r.path === "/api/v1/accounts")).toEqual([]);

  const success = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        document.addEventListener("fedi-signup-success", (event) => {
          const { consent } = (event as FediSignupEventMap["fedi-signup-success"]).detail;
          resolve(consent?.ruleIds.length ?? 0);
        });
      }),
  );
  await visitor.agreement.check();
  await expect(visitor.agreement).not.toHaveAttribute("aria-invalid");
  await visitor.submit.click();
  await visitor.sees("confirm");
  expect(await success).toBeGreaterThan(0);
});

test("an agreement is to one server, though another has the same rules", async ({
  page,
  demo,
  desk,
  ownSite,
  visitor,
}) => {
  await desk.play("open");
  const other = demo.server.replace("127.0.0.1", "localhost");
  ownSite.serve({
    body: `<fedi-signup server="${demo.server}"></fedi-signup>`,
    connect: `${demo.server} ${other}`,
  });
  await page.goto(ownSite.origin);
  await visitor.sees("form");
  await visitor.fills(alice);
  await visitor.widget.evaluate((element, name) => element.setAttribute("server", name), other);
  await expect(visitor.widget).toContainText(new URL(other).host);
  await visitor.sees("form");
  await expect(visitor.agreement).not.toBeChecked();
  await expect(visitor.agreement).toHaveAccessibleDescription(agreed);
  await expect(visitor.password).toHaveValue("");
  await visitor.widget.evaluate((element, name) => element.setAttribute("server", name), demo.server);
  await expect(visitor.widget).toContainText(new URL(demo.server).host);
  await expect(visitor.agreement).not.toBeChecked();
});

test("a page cannot pass an old agreement on", async ({ page, desk, visitor }) => {
  await desk.play("open");
  await visitor.opensSite();
  const refused = await page.evaluate(async () => {
    const element = document.querySelector("fedi-signup");
    const values = {
      username: "alice",
      email: "alice@example.org",
      password: "x".repeat(20),
      agreement: true,
    };
    return element?.submit({ ...values, terms: "of yesterday" }).catch((error) => [error.code, error.fields]);
  });
  expect(refused).toEqual([
    "invalid",
    [expect.objectContaining({ field: "agreement", code: "ERR_CHANGED", origin: "local" })],
  ]);
  expect((await desk.received()).filter((r) => r.path === "/api/v1/accounts")).toEqual([]);
});

for (const persist of ["session", "local", "none"]) {
  test(`nothing is left of the person before, with persist="${persist}"`, async ({
    page,
    demo,
    desk,
    ownSite,
    visitor,
  }) => {
    await desk.play("open");
    ownSite.serve({
      body: `<fedi-signup server="${demo.server}" persist="${persist}" email="${alice.email}"></fedi-signup>`,
      connect: demo.server,
    });
    await page.goto(ownSite.origin);
    await visitor.sees("form");
    await visitor.fills({ ...alice, username: "@alice@elsewhere.example" });
    await expect(visitor.widget).toContainText("Only the part before the @ was kept");
    await visitor.submit.click();
    await visitor.sees("confirm");
    await visitor.widget.getByText("Something wrong with this account?").click();
    await visitor.widget.getByRole("button", { name: "Start over" }).click();
    await visitor.sees("form");
    for (const field of [visitor.username, visitor.email, visitor.password])
      await expect(field).toHaveValue("");
    await expect(visitor.agreement).not.toBeChecked();
    await expect(visitor.agreement).not.toHaveAttribute("aria-invalid");
    const left = await page.evaluate(() => {
      const element = document.querySelector("fedi-signup");
      element?.removeAttribute("email");
      return JSON.stringify([
        document.documentElement.outerHTML,
        element?.shadowRoot?.innerHTML,
        element?.state,
        { ...localStorage },
        { ...sessionStorage },
        location.href,
      ]);
    });
    expect(left).not.toMatch(/alice|was kept/i);

    await test.step("and the next one signs up", async () => {
      await visitor.signsUp({ ...alice, username: "bert", email: "bert@example.org" });
      await visitor.sees("confirm");
      await expect(visitor.widget).toContainText("@bert@");
    });
  });
}

test("another tab that forgets the account leaves nothing of it here", async ({
  page,
  context,
  demo,
  desk,
  ownSite,
  visitor,
  expected,
}) => {
  expected.push(/401 .*check_confirmation/); // by which it finds out
  await page.clock.install();
  await desk.play("open");
  ownSite.serve({
    body: `<fedi-signup server="${demo.server}" persist="local"></fedi-signup>`,
    connect: demo.server,
  });
  await page.goto(ownSite.origin);
  await visitor.sees("form");
  await visitor.signsUp(alice);
  await visitor.sees("confirm");
  const tab = await context.newPage();
  await tab.goto(ownSite.origin);
  const second = new Visitor(tab);
  await second.sees("confirm");
  await second.widget.getByText("Something wrong with this account?").click();
  await second.widget.getByRole("button", { name: "Start over" }).click();
  await second.sees("form");
  await page.bringToFront();
  await page.clock.fastForward("00:40");
  await visitor.sees("form");
  await expect(visitor.username).toHaveValue("");
  await expect(visitor.email).toHaveValue("");
  await expect(visitor.agreement).not.toBeChecked();
});
