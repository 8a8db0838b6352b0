// Sign-ups on servers that are not Mastodon, from the form to the account.
import { expect, test } from "./test.ts";
import { alice } from "./visitor.ts";

test("Akkoma: a wrong captcha brings another, the right one an account", async ({
  page,
  desk,
  request,
  visitor,
  expected,
}) => {
  expected.push(/status of 40[04]/); // it has no newer instance document
  await desk.play("akkoma");
  await visitor.opensSite();
  const picture = visitor.widget.getByRole("img", { name: /picture/i });
  await expect(picture).toBeVisible();
  const painted = () =>
    picture.evaluate((canvas: HTMLCanvasElement) => {
      const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      return new Set(pixels).size > 1 && canvas.toDataURL();
    });
  await expect.poll(painted).toBeTruthy();
  const first = await painted();

  const captcha = visitor.widget.getByRole("textbox", { name: "Characters in the picture" });
  await captcha.fill("wrong");
  await visitor.signsUp(alice);
  await visitor.sees("form");
  await expect(captcha).toHaveAttribute("aria-invalid", "true");
  await expect(visitor.alert).toBeFocused();
  await expect.poll(painted).not.toBe(first);

  await captcha.fill(await desk.captcha());
  await page.keyboard.press("Enter");
  await visitor.sees("confirm");
  await expect(visitor.widget).toContainText(alice.email);
  await expect(visitor.widget, "there is no token to ask with").not.toContainText("Check now");

  await page.reload();
  await visitor.sees("confirm");
  await request.get(await desk.link(alice.email));
  await expect(visitor.widget.getByRole("link", { name: /Log in/ })).toBeVisible();
});

test("Akkoma: another picture, when asked for", async ({ desk, visitor, expected }) => {
  expected.push(/status of 404/);
  await desk.play("akkoma");
  await visitor.opensSite();
  await expect(visitor.widget.locator("canvas")).toBeVisible();
  const before = await desk.captcha();
  await visitor.widget.getByRole("button", { name: "Another picture" }).click();
  await expect.poll(() => desk.captcha()).not.toBe(before);
});

test("GoToSocial 0.18: what is easy to guess is not sent; staff let people in", async ({
  page,
  demo,
  desk,
  visitor,
  expected,
}) => {
  expected.push(/status of 40[14]/); // it has no call for the confirmation, and knows nobody before
  await desk.play("gotosocial-018");
  await visitor.opensSite();
  await visitor.username.fill(alice.username);
  await expect(visitor.widget, "by WebFinger").toContainText("@alice seems to be free.");
  const reason = "I have looked at rock pools for thirty years, and would like to show what I found.";
  await visitor.signsUp({ ...alice, password: "password", reason });
  await expect(visitor.password).toHaveAttribute("aria-invalid", "true");
  expect(await desk.received()).not.toContainEqual(expect.objectContaining({ path: "/api/v1/accounts" }));
  await visitor.signsUp({ ...alice, reason });
  await visitor.sees("confirm");
  await expect(visitor.widget).toContainText("you'll get an email when they accept you");
  await visitor.widget.getByRole("button", { name: "Check now" }).click();
  await expect(visitor.widget).toContainText("Not accepted yet");

  await page.goto(await desk.link(alice.email));
  await page.getByRole("button").click(); // its page wants one more press
  await desk.moderate("approve", "alice");
  await page.goto(demo.site);
  await visitor.sees("ready");
  await expect(visitor.widget.getByRole("link", { name: "See which apps there are" })).toHaveAttribute(
    "href",
    `${demo.server}/login`,
  );
});
