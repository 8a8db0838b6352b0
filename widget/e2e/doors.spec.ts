// Where no account can be made here and now: a sentence why, and a link that goes on.
import { expect, test } from "./test.ts";

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
  await expect(visitor.widget.getByRole("link", { name: "Sign up at Tidepool" }).first()).toHaveAttribute(
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
