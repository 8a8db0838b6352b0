// Where no account can be made here and now: a sentence why, and a link that goes on.
import type { Desk } from "./desk.ts";
import { expect, test } from "./test.ts";
import { alice } from "./visitor.ts";

test("closed: the server's own words", async ({ page, desk, visitor }) => {
  await desk.play("closed");
  await page.goto("/");
  await visitor.sees("closed");
  await expect(visitor.widget).toContainText("We take new people again in spring");
  await expect(visitor.widget.getByRole("link").first()).toBeVisible();
});

test("invite only, without an invite", async ({ page, desk, visitor }) => {
  await desk.play("invite-only");
  await page.goto("/");
  await visitor.sees("closed");
  await expect(visitor.widget).toContainText("Ask a friend");
});

test("GoToSocial: the way to its own page", async ({ page, desk, demo, visitor }) => {
  await desk.play("gotosocial");
  await page.goto("/");
  await visitor.sees("elsewhere");
  await expect(visitor.widget.getByRole("link", { name: "Sign up on Tidepool" }).first()).toHaveAttribute(
    "href",
    `${demo.server}/signup`,
  );
});

test("broken: trying again works once the server is back", async ({ page, desk, visitor, expected }) => {
  expected.push(/status of 503/, /CORS policy|Cross-Origin Request Blocked/, /net::ERR_FAILED/);
  await desk.play("broken");
  await page.goto("/");
  await visitor.sees("failed");
  await expect(visitor.widget.getByRole("link").first()).toBeVisible();
  await desk.play("open");
  await visitor.widget.getByRole("button", { name: "Try again" }).click();
  await visitor.sees("form");
});

test("offline: said, and tried by itself as soon as the visitor is back", async ({
  context,
  desk,
  page,
  visitor,
  expected,
}) => {
  expected.push(/ERR_INTERNET_DISCONNECTED|CORS request did not succeed/);
  await desk.play("open");
  await page.goto("/desk"); // whatever comes from the site is there
  await visitor.opensSite();
  await context.setOffline(true);
  await visitor.widget.evaluate((widget: HTMLElement & { open(): Promise<void> }) =>
    widget.open().catch(() => {}),
  );
  await visitor.sees("failed");
  await expect(visitor.widget).toContainText("offline");
  await context.setOffline(false);
  await visitor.sees("form");
});

test.describe("a sign-up without a network", () => {
  test.beforeEach(async ({ context, desk, visitor, expected }) => {
    expected.push(/ERR_INTERNET_DISCONNECTED|CORS request did not succeed/);
    await desk.play("open");
    await visitor.opensSite();
    await visitor.fills(alice);
    await expect(visitor.widget).toContainText("@alice seems to be free.");
    await context.setOffline(true);
    await visitor.submit.click();
    await expect(visitor.alert).toContainText(
      /Not sent\..*You seem to be offline\..*This form will try again as soon as you're back online\./s,
    );
    await visitor.sees("form");
  });

  const posts = async (desk: Desk) =>
    (await desk.received()).filter(({ method, path }) => method === "POST" && path === "/api/v1/accounts")
      .length;

  test("it is not sent, and is sent by itself once there is one", async ({ context, desk, visitor }) => {
    await context.setOffline(false);
    await visitor.sees("confirm");
    expect(await posts(desk)).toBe(1);
  });

  test("nothing is sent by itself that was changed since", async ({ context, page, desk, visitor }) => {
    await visitor.fillsEmail("alice@example.n");
    await expect(visitor.widget).not.toContainText("will try again");
    await expect(visitor.widget).toContainText("Not sent.");
    await context.setOffline(false);
    await page.waitForFunction(() => navigator.onLine);
    await visitor.fillsEmail("alice@example.net");
    await visitor.submit.click();
    await visitor.sees("confirm");
    await expect(visitor.widget).toContainText("@example.net");
    expect(await posts(desk)).toBe(1);
  });
});
