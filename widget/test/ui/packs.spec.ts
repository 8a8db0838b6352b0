// The parts of the widget that are loaded when they are wanted.
import type { Page } from "@playwright/test";
import { children, expect, test } from "./harness.ts";
import { confirm, form, returned, review, wrong } from "./snapshots.ts";

const extras = /site\.example\/extras\.[0-9a-f]{12}\.js/;

test("no pack is loaded before the widget is woken, and each once", async ({ page, widget }) => {
  const loaded: string[] = [];
  page.on("request", (request) => /(extras|strength)\./.test(request.url()) && loaded.push(request.url()));
  const tall = Array.from({ length: 200 }, () => "<p>A line</p>").join("");
  await widget.load(`${tall}<fedi-signup server="tidepool.example">${children}</fedi-signup>`, {
    snapshot: form,
  });
  await widget.sees("idle");
  expect(loaded).toEqual([]);
  await widget.element.evaluate((element) => element.scrollIntoView());
  await widget.sees("form");
  await widget.emit(confirm);
  await expect(widget.element.getByRole("heading", { name: "Check your email" })).toBeVisible();
  expect(loaded).toEqual([expect.stringMatching(extras)]);
});

/** Keeps requests for the pack waiting, until their answers are called for. */
async function held(page: Page, scripts: Record<string, string>): Promise<(() => Promise<void>)[]> {
  const answers: (() => Promise<void>)[] = [];
  await page.route(extras, (route) => {
    const body = Object.entries(scripts).find(([file]) => file.startsWith("extras."))?.[1] ?? "";
    answers.push(() => route.fulfill({ contentType: "text/javascript", body }));
  });
  return answers;
}

test("without the pack, too, the button can be pressed again once the server takes the next try", async ({
  page,
  widget,
  fails,
}) => {
  fails.console.push(/ERR_FAILED/);
  await page.clock.install();
  await page.route(extras, (route) => route.abort());
  await widget.show(form);
  const retryAt = (await page.evaluate(() => Date.now())) + 600_000;
  await widget.emit(wrong("form", "rate-limited", { retryAt, retryable: true }));
  await expect(widget.submit).toHaveAttribute("aria-disabled", "true");
  await page.clock.fastForward(600_000);
  await expect(widget.submit).toHaveAttribute("aria-disabled", "false");
});

test("a pack that does not answer is not waited for, and used when it comes after all", async ({
  page,
  widget,
  scripts,
}) => {
  await page.clock.install();
  const answers = await held(page, scripts);
  await widget.load(`<fedi-signup server="tidepool.example">${children}</fedi-signup>`, { snapshot: form });
  await expect.poll(() => answers.length).toBe(1);
  await widget.sees("loading");
  await page.clock.fastForward(6000);
  await widget.sees("form");
  await widget.emit(confirm);
  await expect(widget.element.getByRole("heading")).toHaveText(/An email is on its way/);
  await answers[0]?.();
  await expect(widget.element.getByRole("heading", { name: "Check your email" })).toBeVisible();
});

test("an address that was mistyped before the pack came is noticed when it comes", async ({
  page,
  widget,
  scripts,
}) => {
  await page.clock.install();
  const answers = await held(page, scripts);
  await widget.load(`<fedi-signup server="tidepool.example">${children}</fedi-signup>`, { snapshot: form });
  await expect.poll(() => answers.length).toBe(1);
  await page.clock.fastForward(6000);
  await widget.sees("form");
  await widget.email.fill("marina@gmial.com");
  await widget.username.focus();
  await answers[0]?.();
  await expect(widget.element.getByRole("button", { name: "marina@gmail.com" })).toBeVisible();
});

for (const [why, answer] of Object.entries({
  "cannot be loaded": { status: 404, body: "" },
  "is not the one that belongs to the script": { body: "document.title = 'taken over'; export {};" },
})) {
  test(`a pack that ${why} leaves a form that works, and plain sentences with links`, async ({
    page,
    widget,
    fails,
  }) => {
    fails.console.push(/404/, /integrity/);
    await page.route(extras, (route) =>
      route.fulfill({
        contentType: "text/javascript",
        headers: { "access-control-allow-origin": "*" },
        ...answer,
      }),
    );
    await widget.show(form);
    await widget.username.fill("marina");
    await widget.password.fill("a secret of mine");
    await widget.submit.click();
    await expect.poll(() => widget.called("submit")).toHaveLength(1);
    await widget.emit({
      ...form,
      problem: { code: "invalid", message: "Try later" },
      problems: [{ field: "email", code: "ERR_BLANK", origin: "server" }],
    });
    await expect(widget.alert).toContainText("Try later");
    await expect(widget.email).toHaveAccessibleDescription(/This is required/);
    await expect(widget.element.getByRole("link", { name: "Privacy policy" })).toHaveAttribute(
      "target",
      "_blank",
    );
    await widget.emit(confirm);
    await expect(widget.element.getByRole("heading")).toHaveText(/An email is on its way/);
    await expect(widget.element).toContainText("@alice@tidepool.example");
    await widget.emit(wrong("elsewhere", "captcha", { handover: "https://tidepool.example/auth/sign_up" }));
    await expect(widget.element.getByRole("link", { name: "Go to Tidepool" })).toHaveAttribute(
      "href",
      "https://tidepool.example/auth/sign_up",
    );
    expect(await page.title()).toBe("The shore");

    await test.step("which say no more than is known, and lead on", async () => {
      await widget.emit(review);
      await expect(widget.element).not.toContainText("confirmed");
      await widget.emit(returned);
      await expect(widget.element.getByRole("heading")).toHaveText(/^If the link .* confirmed/);
      await widget.element.getByRole("button", { name: "Create account" }).click();
      expect(await widget.called("forget")).toHaveLength(1);
    });

    await test.step("another try loads it", async () => {
      await page.unroute(extras);
      await page.evaluate(() => globalThis.stub.die());
      await widget.element.getByRole("button", { name: "Try again" }).click();
      await widget.sees("form");
      await widget.emit(confirm);
      await expect(widget.element.getByRole("heading", { name: "Check your email" })).toBeVisible();
    });
  });
}
