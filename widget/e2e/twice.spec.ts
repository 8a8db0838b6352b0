// Whatever happens twice, or at the same time.
import { expect, test } from "./test.ts";
import { alice, Visitor } from "./visitor.ts";

const posts = (received: { method: string; path: string }[]) =>
  received.filter(({ method, path }) => method === "POST" && path === "/api/v1/accounts").length;

test("a double click makes one account", async ({ desk, visitor }) => {
  await desk.play("open");
  await visitor.opensSite();
  await visitor.fills(alice);
  await visitor.submit.dblclick();
  await visitor.sees("confirm");
  expect(posts(await desk.received())).toBe(1);
});

test("Enter, and Enter again", async ({ page, desk, visitor }) => {
  await desk.play("open");
  await visitor.opensSite();
  await visitor.fills(alice);
  await visitor.email.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await visitor.sees("confirm");
  expect(posts(await desk.received())).toBe(1);
});

test("who leaves the page and comes back finds the account that waits", async ({
  page,
  demo,
  desk,
  visitor,
}) => {
  await desk.play("open");
  await visitor.opensSite();
  await visitor.signsUp(alice);
  await visitor.sees("confirm");
  await desk.link(alice.email);
  await page.goto(`${demo.site}/desk`);
  await page.goBack();
  await visitor.sees("confirm");
  expect(posts(await desk.received())).toBe(1);
});

test("what was typed is still there after the server was in trouble", async ({ desk, visitor, expected }) => {
  expected.push(/429/);
  await desk.play("throttled");
  await visitor.opensSite();
  await visitor.signsUp(alice);
  await expect(visitor.widget).toContainText("You can try again in");
  await expect(visitor.username).toHaveValue("alice");
  await expect(visitor.email).toHaveValue(alice.email);
  await expect(visitor.agreement).toBeChecked();
});

test.describe("two tabs that share what they keep", () => {
  test.beforeEach(async ({ page, demo, desk, ownSite, visitor }) => {
    await desk.play("open");
    ownSite.serve({
      body: `<fedi-signup server="${demo.server}" persist="local"></fedi-signup>`,
      connect: demo.server,
    });
    await page.goto(ownSite.origin);
    await visitor.sees("form");
  });

  test("the second shows the account of the first instead of making another", async ({
    context,
    ownSite,
    desk,
    visitor,
  }) => {
    const tab = await context.newPage();
    await tab.goto(ownSite.origin);
    const second = new Visitor(tab);
    await second.sees("form");
    await visitor.signsUp(alice);
    await visitor.sees("confirm");
    await second.signsUp({ ...alice, username: "bert", email: "bert@example.org" });
    await second.sees("confirm");
    await expect(second.widget).toContainText("@alice@");
    expect(posts(await desk.received())).toBe(1);
  });

  test("when one has arrived and given the token back, the other arrives too", async ({
    context,
    ownSite,
    desk,
    request,
    visitor,
    expected,
  }) => {
    expected.push(/401/);
    await visitor.signsUp(alice);
    await visitor.sees("confirm");
    const tab = await context.newPage();
    await tab.goto(ownSite.origin);
    const second = new Visitor(tab);
    await second.sees("confirm");
    await request.get(await desk.link(alice.email));
    await second.widget.getByRole("button", { name: "Check now" }).click();
    await second.sees("ready");
    await expect
      .poll(async () => (await desk.received()).some(({ path }) => path === "/oauth/revoke"))
      .toBe(true);
    await visitor.page.bringToFront();
    await visitor.widget.getByRole("button", { name: "Check now" }).click();
    await visitor.sees("ready");
  });

  test("when one begins anew, the other does too, and is told of no refusal", async ({
    context,
    ownSite,
    visitor,
    expected,
  }) => {
    expected.push(/401/);
    await visitor.signsUp(alice);
    await visitor.sees("confirm");
    const tab = await context.newPage();
    await tab.goto(ownSite.origin);
    const second = new Visitor(tab);
    await second.sees("confirm");
    await second.widget.getByText("Something wrong with this account?").click();
    await second.widget.getByRole("button", { name: "Start over" }).click();
    await second.sees("form");
    await visitor.page.bringToFront();
    await visitor.widget.getByRole("button", { name: "Check now" }).click();
    await visitor.sees("form");
    await expect(visitor.alert).toHaveCount(0);
  });
});
