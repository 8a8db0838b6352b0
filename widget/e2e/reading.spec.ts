// Documents in place, and help with single fields.
import { expect, test } from "./test.ts";

test.beforeEach(async ({ desk, visitor }) => {
  await desk.play("open");
  await visitor.opensSite();
});

test("the privacy policy is read in place, and what was typed stays", async ({ page, visitor }) => {
  await visitor.username.fill("alice");
  const policy = visitor.widget.getByRole("link", { name: "Privacy policy" }).first();
  await policy.click();
  const reader = page.getByRole("dialog", { name: "Privacy policy" });
  await expect(reader).toBeVisible();
  const frame = reader.frameLocator("iframe");
  await expect(frame.getByRole("heading", { name: "Privacy" })).toBeVisible();
  await expect(frame.locator("body")).toContainText("nothing for advertising");
  await page.keyboard.press("Escape");
  await expect(reader).toHaveCount(0);
  await expect(policy).toBeFocused();
  await expect(visitor.username).toHaveValue("alice");
});

test("terms of service come with their date; nothing in them acts", async ({ page, visitor, expected }) => {
  expected.push(/inline event handler/); // the browser tells that it ran nothing
  await page.route("**/api/v1/instance/terms_of_service", async (route) => {
    await route.fulfill({
      headers: { "Access-Control-Allow-Origin": "*" },
      json: {
        effective_date: "2026-01-15",
        effective: true,
        content: `<h1>Terms</h1><script>parent.document.title = "hacked"</script><img src="x" onerror="parent.document.title='hacked'">
          <form action="/steal"><input name="password"></form><a href="/rules">our rules</a>`,
        succeeded_by: null,
      },
    });
  });
  await visitor.widget.getByRole("link", { name: "Terms of service" }).first().click();
  const reader = page.getByRole("dialog", { name: "Terms of service" });
  await expect(reader).toContainText("2026");
  const frame = reader.frameLocator("iframe");
  await expect(frame.getByRole("heading", { name: "Terms" })).toBeVisible();
  await expect(frame.locator("script, form, input, [onerror]")).toHaveCount(0);
  await expect(frame.getByRole("link", { name: "our rules" })).toHaveAttribute("target", "_blank");
  await expect(frame.getByRole("link", { name: "our rules" })).toHaveAttribute(
    "href",
    /^http:\/\/127\.0\.0\.1/,
  );
  expect(await page.title()).not.toBe("hacked");
});

test("a mistyped mail provider is noticed, and put right with one click", async ({ visitor }) => {
  await visitor.email.fill("alice@gmial.com");
  await visitor.email.blur();
  await visitor.widget.getByRole("button", { name: /alice@gmail\.com/ }).click();
  await expect(visitor.email).toHaveValue("alice@gmail.com");
});

test("the strength of a password is shown; what measures it comes when it is wanted", async ({
  page,
  visitor,
}) => {
  const strength = page.waitForRequest(/strength[.-]/);
  const loadedBefore = await page.evaluate(() =>
    performance.getEntriesByType("resource").some(({ name }) => /strength[.-]/.test(name)),
  );
  expect(loadedBefore).toBe(false);
  await visitor.password.fill("password1");
  await strength;
  const meter = visitor.widget.getByRole("meter");
  await expect(meter).toHaveAttribute("aria-valuenow", /[01]/);
  await visitor.password.fill("correct horse battery staple seaweed");
  await expect(meter).toHaveAttribute("aria-valuenow", "4");
});
