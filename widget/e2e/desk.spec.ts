// The demo's own pages.
import { inaccessible } from "./accessible.ts";
import { expect, test } from "./test.ts";
import { alice } from "./visitor.ts";

test("the mail box notices a mail by itself", async ({ context, page, desk, visitor }) => {
  await desk.play("open");
  const mailBox = await context.newPage();
  await mailBox.goto("/desk/mail");
  await expect(mailBox.getByText("No mail yet")).toBeVisible();
  await page.bringToFront();
  await visitor.opensSite();
  await visitor.signsUp(alice);
  await visitor.sees("confirm");
  await expect(page.getByRole("link", { name: "Mail box 1" })).toBeVisible();
  await mailBox.bringToFront();
  await expect(mailBox.getByRole("article")).toContainText("To alice@example.org");
});

test("another scenario begins anew, on the site too", async ({ page, desk, visitor }) => {
  await desk.play("open");
  await visitor.opensSite();
  await visitor.signsUp(alice);
  await visitor.sees("confirm");
  await page.goto("/desk");
  await page.getByRole("button", { name: "Minimum age" }).click();
  await visitor.sees("form");
  await expect(visitor.born).toBeVisible();
});

test("a page whose script did not arrive costs nobody what waits", async ({
  page,
  desk,
  visitor,
  expected,
}) => {
  expected.push(/ERR_FAILED/);
  await desk.play("open");
  await page.route("**/static/desk.js", (route) => route.abort(), { times: 1 });
  await visitor.opensSite();
  await visitor.signsUp(alice);
  await visitor.sees("confirm");
  await page.goto("/desk");
  await page.goBack();
  await visitor.sees("confirm");
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test("axe finds nothing on the desk", async ({ page, desk }) => {
      await desk.play("throttled"); // which has requests to list
      for (const path of ["/desk", "/desk/mail", "/desk/moderators", "/desk/requests"]) {
        await page.goto(path);
        expect(await inaccessible(page), path).toEqual([]);
      }
    });
  });
}
