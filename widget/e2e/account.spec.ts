// From the form to an account that works, or to the end of that hope.
import { openMail } from "./desk.ts";
import { expect, test } from "./test.ts";
import { alice } from "./visitor.ts";

test("open server: from the form over the mail to a working account", async ({
  page,
  desk,
  demo,
  visitor,
}) => {
  await desk.play("open");
  await visitor.opensSite();
  await expect(visitor.agreement).not.toBeChecked();
  await visitor.signsUp(alice);
  await visitor.sees("confirm");
  await expect(visitor.widget).toContainText(alice.email);

  await openMail(page, demo);
  await expect(page).toHaveURL(`${demo.site}/`);
  await visitor.sees("ready");
  await expect(visitor.widget).toContainText("@alice@tidepool.example");
});

test("the mail is opened on another device: the page finds out by itself", async ({
  page,
  desk,
  request,
  visitor,
}) => {
  await page.clock.install();
  await desk.play("open");
  await visitor.opensSite();
  await visitor.signsUp(alice);
  await visitor.sees("confirm");
  await request.get(await desk.link(alice.email));
  await page.clock.fastForward("00:06");
  await visitor.sees("ready");
});

test("the visitor asks for the status at once", async ({ desk, request, visitor }) => {
  await desk.play("open");
  await visitor.opensSite();
  await visitor.signsUp(alice);
  await visitor.sees("confirm");
  await request.get(await desk.link(alice.email));
  await visitor.widget.getByRole("button", { name: "Check now" }).click();
  await visitor.sees("ready");
});

test("approval: reason, review, and a moderator who approves", async ({ page, demo, desk, visitor }) => {
  await desk.play("approval");
  await visitor.opensSite();
  await visitor.signsUp({ ...alice, reason: "I count limpets for a living." });
  await visitor.sees("confirm");
  await openMail(page, demo);
  await visitor.sees("review");

  await page.goto("/desk/moderators");
  const application = page.getByRole("article", { name: "alice" });
  await expect(application).toContainText("I count limpets for a living.");
  await application.getByRole("button", { name: "Approve" }).click();
  await expect(application).toContainText("active");
  await page.goto("/");
  await visitor.sees("ready");
});

test("approval: a moderator who rejects", async ({ page, demo, desk, visitor, expected }) => {
  expected.push(/status of 40[13]/);
  await desk.play("approval");
  await visitor.opensSite();
  await visitor.signsUp({ ...alice, reason: "Cheap watches." });
  await visitor.sees("confirm");
  await openMail(page, demo);
  await visitor.sees("review");
  await desk.moderate("reject", "alice");
  await visitor.widget.getByRole("button", { name: "Check now" }).click();
  await visitor.sees("stopped");

  await page.reload();
  await visitor.sees("form");
});

for (const verb of ["suspend", "disable"]) {
  test(`approval: a moderator who approves and then ${verb}s`, async ({
    page,
    demo,
    desk,
    visitor,
    expected,
  }) => {
    expected.push(/status of 403/);
    await desk.play("approval");
    await visitor.opensSite();
    await visitor.signsUp({ ...alice, reason: "I count limpets for a living." });
    await visitor.sees("confirm");
    await openMail(page, demo);
    await visitor.sees("review");
    await desk.moderate("approve", "alice");
    await desk.moderate(verb, "alice");
    await visitor.widget.getByRole("button", { name: "Check now" }).click();
    await visitor.sees("stopped");
  });
}

test("minimum age: the young are told before anything is sent", async ({ page, demo, desk, visitor }) => {
  await desk.play("minimum-age");
  await visitor.opensSite();
  const year = new Date().getFullYear();
  await visitor.signsUp({ ...alice, born: `${year - 15}-01-02` });
  await expect(visitor.alert).toBeFocused();
  await expect(visitor.born).toHaveAccessibleDescription(/16/);
  expect((await desk.received()).some((r) => r.path === "/api/v1/accounts")).toBe(false);

  await visitor.born.fill("0090-01-02"); // what browsers make of two digits
  await visitor.submit.click();
  await expect(visitor.born).toHaveAccessibleDescription(/four digits for the year/);
  expect((await desk.received()).some((r) => r.path === "/api/v1/accounts")).toBe(false);

  await visitor.born.fill(`${year - 20}-01-02`);
  await visitor.submit.click();
  await visitor.sees("confirm");
  await openMail(page, demo);
  await visitor.sees("ready");
});

test("invite only: the letter lets its reader in", async ({ page, demo, desk, visitor }) => {
  await desk.play("invite-only");
  await page.goto("/desk");
  await page.getByRole("link", { name: "invitation letter" }).click();
  await visitor.sees("form");
  await visitor.signsUp(alice);
  await visitor.sees("confirm");
  await openMail(page, demo);
  await visitor.sees("ready");
});

test("invite only: a wrong code is a problem of its field", async ({ page, desk, visitor, expected }) => {
  expected.push(/status of 403/);
  await desk.play("invite-only");
  await page.goto("/?invite=HighTide");
  await visitor.sees("form");
  await visitor.signsUp(alice);
  await expect(visitor.alert).toBeFocused();
});

test("a reload while the mail is on its way goes on where it was", async ({ page, desk, demo, visitor }) => {
  await desk.play("open");
  await visitor.opensSite();
  await visitor.signsUp(alice);
  await visitor.sees("confirm");
  await page.reload();
  await visitor.sees("confirm");
  await expect(visitor.widget).toContainText("a•••@example.org");
  await openMail(page, demo);
  await visitor.sees("ready");
});

test("the mail is sent again, after a minute", async ({ page, desk, visitor }) => {
  await page.clock.install();
  await desk.play("open");
  await visitor.opensSite();
  await visitor.signsUp(alice);
  await visitor.sees("confirm");
  const again = visitor.widget.getByRole("button", { name: /Send again|Available in/ });
  await expect(again).toBeDisabled();
  await page.clock.fastForward("01:01");
  await again.click();
  await expect(again).toBeDisabled();
  await expect
    .poll(
      async () =>
        (await desk.received()).filter(
          (r) => r.path === "/api/v1/emails/confirmations" && r.method === "POST",
        ).length,
    )
    .toBe(1);
});

test("a mistyped address is corrected, and its mail confirms the account", async ({
  page,
  desk,
  demo,
  visitor,
}) => {
  await page.clock.install();
  await desk.play("open");
  await visitor.opensSite();
  await visitor.signsUp({ ...alice, email: "alcie@example.org" });
  await visitor.sees("confirm");
  await page.clock.fastForward("01:01");
  await visitor.widget.getByText("Wrong address?").click();
  await visitor.widget.getByRole("textbox", { name: "Another email address" }).fill(alice.email);
  await visitor.widget.getByRole("button", { name: "Send again" }).click();
  await desk.link(alice.email);
  await openMail(page, demo);
  await expect(page, "the link of the second mail does not know the app").toHaveURL(
    `${demo.server}/auth/sign_in`,
  );
  await page.goto(demo.site);
  await visitor.sees("ready");
});

test.describe("the connection breaks before the answer", () => {
  // The password goes to the server by way of the network before it.
  test.use({ secrets: undefined });

  test("a browser that sends again by itself does not make a stranger of the visitor", async ({
    page,
    desk,
    ownSite,
    unsteady,
    visitor,
    expected,
  }) => {
    expected.push(/422|Failed to load|404/);
    await desk.play("open");
    ownSite.serve({
      body: `<fedi-signup server="${unsteady.origin}"></fedi-signup>`,
      connect: unsteady.origin,
    });
    await page.goto(ownSite.origin);
    await visitor.sees("form");
    await visitor.fills(alice);
    const free = visitor.widget.locator("[data-part~=good]", { hasText: "seems to be free" });
    await expect(free).toBeVisible();
    const signUps = unsteady.cutsFirst("/api/v1/accounts");
    await visitor.submit.click();
    await expect(visitor.alert).toContainText("your account was most likely created");
    expect(signUps()).toBe(2);
    await expect(free).toHaveCount(0);
    await expect(visitor.widget).not.toContainText(/left until|username is taken/);
    await expect(visitor.username).not.toHaveAttribute("aria-invalid");
    await desk.link(alice.email); // which came
  });
});
