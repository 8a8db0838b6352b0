// What helps with single fields.
import { readFileSync } from "node:fs";
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { bundlePacks } from "../../bundle.mjs";
import { expect, test } from "./harness.ts";
import { all, captchaForm, entropyForm, form, fullForm, picture, wrong } from "./snapshots.ts";

test("a mistyped mail provider is noticed, said aloud, and corrected by a click", async ({ widget }) => {
  await widget.show(form);
  await widget.email.fill("alice@gmial.com");
  const suggestion = widget.element.getByRole("button", { name: "Did you mean alice@gmail.com?" });
  await expect(suggestion).toHaveCount(0);
  await widget.email.blur();
  await expect(widget.status).toHaveText("Did you mean alice@gmail.com?");
  await suggestion.click();
  await expect(widget.email).toHaveValue("alice@gmail.com");
  await expect(widget.email).toBeFocused();
  await expect(suggestion).toHaveCount(0);
  await widget.submit.click();
  expect(await widget.called("submit")).toEqual([[expect.objectContaining({ email: "alice@gmail.com" })]]);
});

test("advice does not move the button away under the pointer", async ({ widget }) => {
  await widget.show(form);
  await widget.email.fill("alice@gmial.com");
  await widget.submit.click();
  expect(await widget.called("submit")).toHaveLength(1);
});

test("addresses that are right get no advice", async ({ widget }) => {
  await widget.show(form);
  const right =
    "gmail.com gmx.net web.de mailbox.org yahoo.it cam.ac.uk tidepool.social posteo.de mac.com pm.me";
  for (const domain of right.split(" ")) {
    await widget.email.fill(`alice@${domain}`);
    await widget.email.blur();
    await expect(widget.element.getByRole("button", { name: /Did you mean/ })).toHaveCount(0);
  }
  await expect(widget.status).not.toContainText("Did you mean");
});

test.describe("the strength of a password", () => {
  test("has its place before it is known, so that nothing moves under a pointer", async ({ widget }) => {
    await widget.show(form);
    await widget.password.focus();
    const top = async () => (await widget.submit.boundingBox())?.y;
    await expect(widget.element.locator("[data-part=strength]")).toBeAttached();
    const before = await top();
    await widget.password.fill("limpets under cold green water");
    await expect(widget.element.getByRole("meter")).toBeVisible();
    expect(await top()).toBe(before);
  });

  test("is told as one types, from a part that is loaded for it alone", async ({ widget, page }) => {
    const loaded: string[] = [];
    page.on("request", (request) => request.url().includes("/strength.") && loaded.push(request.url()));
    await widget.show(form, "", { available: { marina: "unknown" } });
    await widget.username.fill("marina");
    await widget.email.focus();
    expect(loaded).toEqual([]);
    await widget.password.focus();
    await expect.poll(() => loaded).toHaveLength(1);
    const meter = widget.element.getByRole("meter", { name: "Password strength" });
    await expect(meter).toHaveCount(0);
    for (const [password, words, value] of [
      ["password1", "Very easy to guess", "0"],
      ["marina2024", "Easy to guess", "1"],
      ["limpets under cold green water", "Very hard to guess", "4"],
    ] as const) {
      await widget.password.fill(password);
      await expect(meter).toHaveAttribute("aria-valuetext", words);
      await expect(meter).toHaveAttribute("aria-valuenow", value);
      await expect(widget.status).toHaveText(words);
    }
    await widget.password.fill("");
    await expect(meter).toHaveCount(0);
    await widget.password.fill("marina2024");
    await expect(meter).toHaveCount(1);
    await widget.emit(all["returned-approval"] ?? form);
    await widget.emit(form);
    await expect(widget.password).toHaveValue("");
    await expect(meter).toHaveCount(0);
    expect(loaded).toHaveLength(1);
  });

  test("is not weighed where the visitor saves data", async ({ widget, page }) => {
    const loaded: string[] = [];
    page.on("request", (request) => request.url().includes("/strength.") && loaded.push(request.url()));
    await page.addInitScript(() =>
      Object.defineProperty(navigator, "connection", { value: { saveData: true } }),
    );
    await widget.show(form);
    await widget.password.fill("password1");
    await widget.submit.click();
    await expect.poll(() => widget.called("submit")).toHaveLength(1);
    expect(loaded).toEqual([]);
    await expect(widget.element.locator("[data-part=strength]")).toHaveCount(0);
  });

  test("is that of the whole dictionaries within a step, though fewer words are loaded", async () => {
    const { strength } = await bundlePacks();
    const source = `data:text/javascript,${encodeURIComponent(strength?.text ?? "")}`;
    const { strengthOf } = (await import(source)) as typeof import("../../src/packs/strength.ts");
    const whole = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: 32 });
    const passwords = readFileSync(new URL("passwords.txt", import.meta.url), "utf8")
      .trim()
      .split("\n");
    expect(passwords).toHaveLength(200);
    for (const password of passwords) {
      const distance = Math.abs(strengthOf(password, []) - whole.check(password).score);
      expect(distance, password).toBeLessThanOrEqual(1);
    }
  });

  test("never stands in the way", async ({ widget, page, fails }) => {
    fails.console.push(/ERR_FAILED/);
    await page.route("**/strength.*", (route) => route.abort());
    await widget.show(form);
    await widget.password.fill("1");
    await widget.submit.click();
    expect(await widget.called("submit")).toHaveLength(1);
    await expect(widget.element.getByRole("meter")).toHaveCount(0);
  });

  test("that a server measures is explained, and asked for in its own words", async ({ widget }) => {
    await widget.show(entropyForm);
    await expect(widget.password).toHaveAccessibleDescription(/Tidepool measures how hard it is to guess/);
    await widget.emit({
      ...entropyForm,
      problems: [{ field: "password", code: "ERR_TOO_WEAK", origin: "local" }],
    });
    await expect(widget.password).toHaveAccessibleDescription(
      /Tidepool finds this password too easy to guess/,
    );
  });
});

test("how much of a password's space is left is told when it gets scarce, in bytes where those count", async ({
  widget,
}) => {
  await widget.show(form);
  await widget.password.fill("a".repeat(50));
  await expect(widget.element.getByRole("meter")).toBeVisible();
  await expect(widget.element.getByText("of 72 characters")).toHaveCount(0);
  await widget.password.fill("a".repeat(70));
  await expect(widget.element.getByText("70 of 72 characters")).toBeVisible();
  await widget.emit(entropyForm);
  await widget.password.fill("é".repeat(40));
  await expect(widget.element.getByText(/80 of 72 .*accented letters and emoji/)).toBeVisible();
});

test("the reason is counted in characters, as servers do", async ({ widget }) => {
  await widget.show(fullForm);
  await widget.element.locator("[data-name=reason]").fill("🐚🌊é");
  await expect(widget.element.getByText("3 of 420 characters")).toBeVisible();
});

test.describe("a captcha", () => {
  const field = "Characters in the picture";
  const ink = (page: import("@playwright/test").Page) =>
    page.evaluate(() => {
      const canvas = document.querySelector("canvas");
      const { data } = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
      return [canvas?.width, canvas?.height, data?.filter((_, i) => i % 4 === 3).some((alpha) => alpha > 0)];
    });

  test("is painted under the strict policy, has a name, and its answer is sent", async ({ widget, page }) => {
    await widget.show(captchaForm);
    await expect(widget.element.getByRole("img", { name: "Picture with characters to type" })).toBeVisible();
    await expect.poll(() => ink(page)).toEqual([160, 56, true]);
    const answer = widget.element.getByRole("textbox", { name: field });
    await expect(answer).toHaveAttribute("autocomplete", "off");
    await answer.fill("k7mq");
    await widget.submit.click();
    expect(await widget.called("submit")).toEqual([[expect.objectContaining({ captcha_solution: "k7mq" })]]);
  });

  test("another picture on demand: asked for once, announced, with an empty field", async ({
    widget,
    page,
  }) => {
    await widget.show(captchaForm, "", { delays: { newCaptcha: 60_000 }, available: { alice: "unknown" } });
    const answer = widget.element.getByRole("textbox", { name: field });
    await answer.fill("k7");
    await widget.username.fill("alice");
    const another = widget.element.getByRole("button", { name: "Another picture" });
    await another.dblclick();
    await expect(widget.element.getByText("Loading the picture")).toBeVisible();
    expect(await widget.called("newCaptcha")).toHaveLength(1);
    await page.route("https://captcha.example/**", (route) =>
      route.fulfill({ contentType: "image/svg+xml", body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
    );
    await widget.emit({
      ...captchaForm,
      captcha: { image: "https://captcha.example/2.svg", expiresAt: Date.now() + 60_000 },
    });
    await page.evaluate(() => globalThis.stub.proceed());
    await expect(widget.status).toHaveText("There's a new picture. Type its characters.");
    await expect(answer).toHaveValue("");
    await expect(widget.username).toHaveValue("alice");
    const said = await widget.status.evaluate((element) => element.textContent);
    await widget.emit({ ...captchaForm, captcha: { image: picture, expiresAt: Date.now() + 60_000 } });
    await expect.poll(() => widget.status.evaluate((element) => element.textContent)).not.toBe(said);
    await expect(widget.status).toHaveText("There's a new picture. Type its characters.");
    await widget.emit({
      ...captchaForm,
      captcha: { image: "https://captcha.example/2.svg", expiresAt: Date.now() + 60_000 },
    });
    await expect(
      widget.element.getByRole("img", { name: "Picture with characters to type" }),
    ).toHaveAttribute("src", "https://captcha.example/2.svg");
  });

  test("is never shown when it has expired", async ({ widget, page }) => {
    await page.clock.install();
    await widget.show(form);
    const now = await page.evaluate(() => Date.now());
    await widget.emit({ ...captchaForm, captcha: { image: picture, expiresAt: now + 20_000 } });
    await expect(widget.element.getByRole("img")).toBeVisible();
    await page.clock.fastForward(21_000);
    await expect(widget.element.getByText("The picture has expired.")).toBeVisible();
    await expect(widget.element.locator("canvas")).toHaveCount(0);
    await widget.emit({ ...captchaForm, captcha: { image: picture, expiresAt: now + 300_000 } });
    await expect.poll(() => ink(page)).toEqual([160, 56, true]);
  });

  test("that cannot be shown or fetched: that is said, with other ways on", async ({ widget, page }) => {
    await widget.show({ ...captchaForm, captcha: { image: "data:image/png;base64,AAAA", expiresAt: 0 } });
    await expect(widget.element.getByText("The picture couldn't be shown.")).toBeVisible();
    await expect(widget.element.getByRole("link", { name: "Sign up on Tidepool" })).toHaveAttribute(
      "href",
      "https://tidepool.example/auth/sign_up",
    );
    await widget.emit(captchaForm);
    await expect(widget.element.getByRole("img")).toBeVisible();
    await page.evaluate(() => Object.assign(globalThis.stub, { rejects: { newCaptcha: "captcha" } }));
    await widget.element.getByRole("button", { name: "Another picture" }).click();
    await widget.emit(all["form-captcha-missing"] ?? form);
    await expect(widget.element.getByText("The picture couldn't be shown.")).toBeVisible();
    await expect(widget.alert).toContainText("Ask for another one in the form");
    await expect(widget.element.locator("canvas")).toHaveCount(0);
    await widget.emit(captchaForm);
    await expect(widget.element.getByRole("img")).toBeVisible();
  });

  test("that was wrong is told at its field, with the new picture", async ({ widget }) => {
    await widget.show(captchaForm);
    const answer = widget.element.getByRole("textbox", { name: field });
    await answer.fill("xxxx");
    await widget.submit.click();
    await widget.emit({ ...captchaForm, screen: "submitting" });
    const problems = [{ field: "captcha_solution", code: "ERR_INVALID", origin: "server" as const }];
    await widget.emit({ ...(all["form-captcha-coming"] ?? form), problems }); // the old one was used
    await expect(widget.element.getByText("Loading the picture")).toBeVisible();
    await widget.emit({
      ...captchaForm,
      captcha: { image: `${picture}=`, expiresAt: Date.now() + 60_000 },
      problems: [{ field: "captcha_solution", code: "ERR_INVALID", origin: "server" }],
    });
    await expect(answer).toHaveValue("");
    await expect(widget.alert).toBeFocused();
    await expect(answer).toHaveAccessibleDescription(/weren't the characters in the picture/);
  });
});

test("why the date of birth is asked, and what becomes of it", async ({ widget }) => {
  await widget.show(fullForm);
  const date = widget.element.locator("[data-name=date_of_birth]");
  await expect(date).toHaveAccessibleDescription(
    "Tidepool checks that you're at least 16. It doesn't show the date to anyone.",
  );
  const fields = fullForm.fields.map((f) => (f.name === "date_of_birth" ? { ...f, unkept: true } : f));
  await widget.emit({ ...fullForm, fields });
  await expect(date).toHaveAccessibleDescription(
    "Tidepool checks that you're at least 16. It doesn't keep the date.",
  );
  for (const [code, says] of Object.entries({
    ERR_BLANK: /Enter your full date of birth/,
    ERR_INVALID: /with four digits/,
    ERR_BELOW_LIMIT: /at least 16 years old to join Tidepool/,
  })) {
    await widget.emit({
      ...fullForm,
      problems: [{ field: "date_of_birth", code, origin: "server", limit: 16 }],
    });
    await expect(date).toHaveAccessibleDescription(says);
  }
});

test("Enter twice and a double click send one sign-up, and another only after its answer", async ({
  widget,
}) => {
  await widget.show(form, "", { delays: { submit: 60_000 } });
  await widget.username.fill("alice");
  await widget.submit.dblclick();
  await widget.username.press("Enter");
  await widget.username.press("Enter");
  expect(await widget.called("submit")).toHaveLength(1);
  await widget.emit({ ...form, screen: "submitting" });
  await widget.username.press("Enter");
  await widget.emit(wrong("form", "server-error", { retryable: true }));
  await expect(widget.alert).toContainText("Something went wrong on Tidepool");
  await expect.poll(() => widget.called("submit")).toHaveLength(1);
  await expect
    .poll(async () => {
      await widget.username.press("Enter");
      return (await widget.called("submit")).length;
    })
    .toBe(2);
});
