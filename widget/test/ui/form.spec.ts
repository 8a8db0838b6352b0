// What the form does while somebody fills it in.
import type { Field, FieldProblem, Server, Snapshot } from "../../src/core/types.ts";
import { expect, test } from "./harness.ts";
import { captchaForm, confirm, form, fullForm, refused, submitting, wrong } from "./snapshots.ts";

test("every field has a name, and the purpose that browsers and password managers look for", async ({
  widget,
}) => {
  await widget.show(fullForm);
  for (const [name, attributes] of Object.entries({
    username: { autocomplete: "nickname", autocapitalize: "none", spellcheck: "false", dir: "ltr" },
    email: { autocomplete: "username", type: "text", inputmode: "email" },
    password: { autocomplete: "new-password", type: "password", minlength: "8" },
    date_of_birth: { autocomplete: "bday", type: "date", max: "2010-11-24", min: "1900-01-01" },
    reason: { autocomplete: "off" },
    invite_code: { autocomplete: "off" },
    agreement: { type: "checkbox" },
  })) {
    const field = widget.element.locator(`[data-name=${name}]`);
    await expect(field).toHaveAccessibleName(/\S/);
    for (const [attribute, value] of Object.entries(attributes))
      await expect(field).toHaveAttribute(attribute, value);
  }
  await expect(widget.element.getByRole("checkbox")).not.toBeChecked();
  await expect(widget.element.locator("[data-name=date_of_birth]")).toHaveValue("");
  await expect(widget.element.getByText("Staff at Tidepool review every sign-up.")).toBeVisible();
  await expect(widget.submit).toHaveText("Apply for an account");
  for (const link of await widget.element.getByRole("checkbox").locator("xpath=..").getByRole("link").all()) {
    if ((await link.textContent()) === "server rules") continue; // which are on this page
    await expect(link).toHaveAttribute("target", "_blank");
    await expect(link).toHaveAttribute("rel", /noopener/);
  }
});

test("where people sign in with their name, password managers keep that", async ({ widget }) => {
  await widget.show(captchaForm);
  await expect(widget.username).toHaveAttribute("autocomplete", "username");
  await expect(widget.email).toHaveAttribute("autocomplete", "email");
});

test("an email address that need not be given says what it is good for", async ({ widget }) => {
  await widget.show(form);
  await expect(widget.email).toHaveAccessibleDescription(/We'll send a confirmation link to it/);
  await widget.emit({
    ...form,
    fields: form.fields.map((field) => (field.name === "email" ? { ...field, required: false } : field)),
  });
  await expect(widget.email).toHaveAccessibleDescription(/forget your password/);
});

test("all problems of all fields are tied to their fields, and told in one box that has the focus", async ({
  widget,
}) => {
  await widget.show(fullForm);
  await widget.submit.click();
  await widget.emit({ ...fullForm, screen: "submitting" });
  await expect(widget.submit).toHaveCount(0);
  await widget.emit(refused);
  await expect(widget.alert).toBeFocused();
  for (const [name, says] of Object.entries({
    username: /taken/,
    email: /account with this address.*or use another address\.$/, // without the link, and the hint that says the same
    password: /at least 8 characters/,
    date_of_birth: /at least 16 years/,
    reason: /why you want to join/,
    invite_code: /isn't valid here/,
    agreement: /Tick the box/,
  })) {
    const field = widget.element.locator(`[data-name=${name}]`);
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription(says);
  }
  const email = widget.element.locator("[data-field=email]");
  await expect(email.getByRole("link", { name: "Log in to Tidepool" })).toBeVisible();
  await expect(widget.alert).toContainText("7 fields need your attention");
  await expect(widget.alert).toContainText("“shoe_size” is odd.");
  await expect(widget.alert).toContainText("3 tries left");
  await widget.alert.getByRole("link", { name: "Agreement" }).click();
  await expect(widget.element.getByRole("checkbox")).toBeFocused();
});

test("rules that are left out are counted, with the way to them, and agreed to all the same", async ({
  widget,
}) => {
  await widget.show({ ...form, rulesLeftOut: 37_950 });
  const link = widget.element.getByRole("link", { name: "… and 37,950 more rules on the server's own page" });
  await expect(link).toHaveAttribute("href", "https://tidepool.example/about");
  await widget.emit({ ...form, rulesLeftOut: 1 });
  await expect(widget.element.getByText("… and 1 more rule on the server's own page")).toBeVisible();
  await widget.emit({ ...form, rules: [], documents: [], rulesLeftOut: 2 });
  await expect(widget.element.getByText("… and 2 more rules on the server's own page")).toBeVisible();
  await expect(widget.element.getByRole("checkbox")).toHaveAccessibleName(/server rules/);
  await widget.emit(form);
  await expect(widget.element.getByText("more rule")).toHaveCount(0);
});

test("problems that are left out are counted", async ({ widget }) => {
  await widget.show({
    ...refused,
    problems: [...refused.problems, { field: "", code: "ERR_MORE", origin: "server", limit: 11_990 }],
  });
  await expect(widget.alert).toContainText("The server found 11,990 more problems than fit here.");
});

test("a problem goes when it is solved, and a new one waits until the field is left", async ({
  widget,
  page,
}) => {
  await widget.show(form);
  const tooShort = { field: "password", code: "ERR_TOO_SHORT", origin: "local" as const, limit: 8 };
  await page.evaluate((p) => {
    globalThis.stub.problems = [p];
  }, tooShort);
  await widget.password.fill("short");
  await expect(widget.password).not.toHaveAttribute("aria-invalid");
  await widget.email.focus();
  await expect(widget.password).toHaveAttribute("aria-invalid", "true");
  await expect(widget.password).toHaveAccessibleDescription(/at least 8/);
  await expect(widget.email).not.toHaveAttribute("aria-invalid");
  await page.evaluate(() => {
    globalThis.stub.problems = [];
  });
  await widget.password.fill("long enough");
  await expect(widget.password).not.toHaveAttribute("aria-invalid");
});

test("the server's refusal of a field stays when the field is left, and is over when it is changed", async ({
  widget,
  page,
}) => {
  const wrongAddress = { field: "email", code: "ERR_INVALID", origin: "local" as const };
  await widget.show(form);
  await widget.username.fill("marina");
  await widget.submit.click();
  await widget.emit({ ...form, problems: [{ field: "username", code: "ERR_RESERVED", origin: "server" }] });
  await page.evaluate((problem) => {
    globalThis.stub.problems = [problem];
  }, wrongAddress);
  await widget.username.focus();
  await widget.email.fill("marina");
  await widget.password.focus();
  await expect(widget.email).toHaveAttribute("aria-invalid", "true");
  await expect(widget.username).toHaveAccessibleDescription(/is reserved on/);
  await widget.username.fill("marina2");
  await expect(widget.username).not.toHaveAttribute("aria-invalid");
});

test("a name is looked up once nothing is typed for a moment; late answers are dropped", async ({
  widget,
  page,
}) => {
  await widget.show(form, "", { available: { marina: "taken" }, delays: { marina: 700 }, suggestions: [] });
  await widget.username.pressSequentially("marina", { delay: 10 });
  await expect.poll(() => widget.called("available")).toEqual([["marina"]]);
  await widget.username.press("Backspace");
  await expect(widget.status).toHaveText("@marin seems to be free.");
  await expect.poll(() => widget.called("available")).toEqual([["marina"], ["marin"]]);
  expect(await page.evaluate(() => globalThis.stub.cancelled)).toEqual(["marina"]);
  await expect.poll(() => page.evaluate(() => globalThis.stub.answered)).toContain("marina");
  await expect(widget.username).not.toHaveAttribute("aria-invalid");
});

test("a look-up of the name goes on when the form is sent, for the core to know, and is not shown", async ({
  widget,
  page,
}) => {
  await widget.show(form, "", { available: { alice: "taken" }, delays: { alice: 700 }, suggestions: [] });
  await widget.username.fill("alice");
  await expect.poll(() => widget.called("available")).toEqual([["alice"]]);
  await widget.submit.click();
  await expect.poll(() => widget.called("submit")).toHaveLength(1);
  await expect.poll(() => page.evaluate(() => globalThis.stub.answered)).toEqual(["alice"]);
  expect(await page.evaluate(() => globalThis.stub.cancelled)).toEqual([]);
  await expect(widget.username).not.toHaveAttribute("aria-invalid");
});

test("a name that is sent at once is looked up then, for the core to know whether it was free", async ({
  widget,
  page,
}) => {
  await widget.show(form, "");
  await widget.username.evaluate((field: HTMLInputElement) => {
    field.value = "alice";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    field.form?.requestSubmit();
  });
  await expect.poll(() => widget.called("submit")).toHaveLength(1);
  const asked = await page.evaluate(() => globalThis.stub.calls.map(({ verb }) => verb));
  expect(asked.indexOf("available")).toBeGreaterThan(0);
  expect(asked.indexOf("available")).toBeLessThan(asked.indexOf("submit"));
  expect(await widget.called("available")).toEqual([["alice"]]);
});

test("a taken name comes with free ones, is said aloud, and is not sent", async ({ widget }) => {
  await widget.show(form, "", { available: { marina: "taken" }, suggestions: ["marina_", "the_marina"] });
  await widget.username.fill("marina");
  await expect(widget.username).toHaveAccessibleDescription(/taken/);
  await expect(widget.status).toHaveText(/@marina is taken.*marina_ and the_marina/);
  await widget.submit.click();
  await expect(widget.alert).toBeFocused();
  await expect(widget.alert).toContainText(/Not sent\..*Username:\s*This username is taken/);
  expect(await widget.called("submit")).toEqual([]);
  await widget.element.getByRole("button", { name: "the_marina" }).click();
  await expect(widget.username).toHaveValue("the_marina");
  await expect(widget.username).toBeFocused();
  await expect(widget.username).not.toHaveAttribute("aria-invalid");
});

test("an email address in the username is cut down to a name, and that is shown and said aloud", async ({
  widget,
}) => {
  await widget.show(form, "", { delays: { available: 60_000 } });
  const note = widget.element.locator("[data-part=note]", {
    hasText: "A username isn't an email address.",
  });
  await widget.username.fill("alice@example.org");
  await expect(widget.username).toHaveValue("alice");
  await expect(note).toBeVisible();
  await expect(widget.status).toContainText("Only the part before the @ was kept.");
  await widget.username.fill("carla");
  await expect(note).toHaveCount(0);
  await widget.username.press("@");
  await expect(widget.username).toHaveValue("carla");
  await expect(note).toBeVisible();
  await widget.username.fill("@bert");
  await expect(widget.username).toHaveValue("bert");
});

test("a handle or an address that is typed key by key becomes the name, as when it is pasted", async ({
  widget,
  page,
}) => {
  await widget.show(form);
  const { username } = widget;
  const said = await page.evaluateHandle(() => {
    const all: string[] = [];
    const status = document.querySelector("fedi-signup")?.shadowRoot?.querySelector("[role=status]");
    if (status)
      new MutationObserver(() => all.push(status.textContent ?? "")).observe(status, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    return all;
  });
  for (const [keys, name] of Object.entries({
    "@rita@tidepool.example": "rita",
    "rita@example.org": "rita",
    "rita＠example.org": "rita",
    rita: "rita",
  })) {
    await username.fill("");
    await username.pressSequentially(keys);
    await expect(username, keys).toHaveValue(name);
  }

  await test.step("it is said once", async () => {
    await username.fill("");
    const before = (await said.jsonValue()).length;
    await username.pressSequentially("@rita@tidepool.example");
    await expect(widget.status).toHaveText(/@rita seems to be free\.$/);
    const now = (await said.jsonValue()).slice(before).filter((text) => /Only the part/.test(text));
    expect(now).toHaveLength(1);
    await expect(widget.element.getByText("Only the part before the @ was kept.").last()).toBeVisible();
  });

  await test.step("who deletes, clicks or leaves goes on with the name", async () => {
    await username.press("Backspace");
    await username.pressSequentially("e2");
    await expect(username).toHaveValue("rite2");
    await username.pressSequentially("@tide");
    await username.click();
    await username.press("End");
    await username.pressSequentially("3");
    await expect(username).toHaveValue("rite23");
    await username.pressSequentially("@tide");
    await widget.email.focus();
    await username.focus();
    await username.press("End");
    await username.pressSequentially("4");
    await expect(username).toHaveValue("rite234");
  });

  await test.step("what is pasted is whole, so that typing goes on with the name", async () => {
    await username.fill("ta");
    await username.press("Home");
    await page.keyboard.insertText("ri@tidepool.example");
    await expect(username).toHaveValue("ri");
    await username.pressSequentially("ta");
    await expect(username).toHaveValue("rita");
  });

  await test.step("an input method composes in peace, and its words are cut when they are done", async () => {
    await username.fill("");
    const ime = await page.context().newCDPSession(page);
    const compose = (text: string) =>
      ime.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await compose("rita");
    await compose("rita＠");
    await expect(username).toHaveValue("rita＠");
    await page.keyboard.insertText("rita＠");
    await expect(username).toHaveValue("rita");
    await compose("tide");
    await expect(username).toHaveValue("ritatide");
    await page.keyboard.insertText("tide");
    await expect(username).toHaveValue("rita");
    await username.pressSequentially("pool.example");
    await expect(username).toHaveValue("rita");
  });
});

test("an address that is typed before what helps with names is there becomes the name, and so does its rest", async ({
  widget,
}) => {
  const come = await widget.hold("extras");
  await widget.load('<fedi-signup server="tidepool.example" loading="eager"></fedi-signup>', {
    snapshot: { ...form, problems: [] },
    available: { rita: "taken" },
  });
  const { username } = widget;
  await username.pressSequentially("rita@exam");
  come();
  await expect(username).toHaveValue("rita");
  await username.pressSequentially("ple.org");
  await expect(username).toHaveValue("rita");
  await expect(widget.element.getByText("Only the part before the @ was kept.").last()).toBeVisible();
  await expect(username).toHaveAccessibleDescription(/taken/);
});

test("a field that a refusal asks for comes between the others, which keep what was typed", async ({
  widget,
}) => {
  const [agreement, ...rest] = [...form.fields].reverse();
  const reason = { name: "reason" as const, required: false };
  const fields = (...more: Field[]) => [...rest].reverse().concat(more, agreement as Field);
  await widget.show({ ...form, fields: fields(reason) });
  const box = widget.element.getByRole("checkbox");
  const why = widget.element.getByRole("textbox", { name: /Why do you want/ });
  await why.fill("Crabs");
  await box.check();
  await widget.emit({ ...submitting, fields: fields(reason) });
  const born = { name: "date_of_birth" as const, required: true, why: "server-asked" as const };
  const problems = [{ field: "date_of_birth", code: "ERR_BLANK", origin: "server" as const }];
  await widget.emit({ ...form, fields: fields(born, { ...reason, required: true }), problems });
  await expect(widget.element.locator("[type=date]")).toBeVisible();
  await expect(why).toHaveValue("Crabs");
  await expect(box).toBeChecked();
});

test("the password can be read, and is hidden again to be sent", async ({ widget }) => {
  await widget.show(form);
  await widget.password.fill("a secret of mine");
  const show = widget.element.getByRole("button", { name: "Show password" });
  await expect(show).toHaveAttribute("aria-pressed", "false");
  await show.click();
  await expect(show).toHaveAttribute("aria-pressed", "true");
  await expect(widget.password).toHaveAttribute("type", "text");
  await expect(widget.password).toHaveValue("a secret of mine");
  await widget.submit.click();
  await expect(widget.password).toHaveAttribute("type", "password");
});

test("what is typed reaches the core, once, however often somebody clicks", async ({ widget }) => {
  await widget.show(fullForm);
  await widget.username.fill("alice");
  await widget.email.fill("alice@example.org");
  await widget.password.fill("a secret of mine");
  await widget.element.locator("[data-name=date_of_birth]").fill("2000-01-02");
  await widget.element.locator("[data-name=reason]").fill("Limpets");
  await expect(widget.element.getByText("7 of 420 characters")).toBeVisible();
  await widget.element.getByRole("checkbox").check();
  await widget.submit.click();
  await widget.emit({ ...fullForm, screen: "submitting" });
  await widget.element.getByRole("button", { name: "Creating account" }).click({ force: true });
  await widget.password.press("Enter");
  expect(await widget.called("submit")).toEqual([
    [
      {
        username: "alice",
        email: "alice@example.org",
        password: "a secret of mine",
        date_of_birth: "2000-01-02",
        reason: "Limpets",
        invite_code: "",
        captcha_solution: "",
        agreement: true,
      },
    ],
  ]);
});

test("throttled: the clock runs down, the button waits, and what was typed stays", async ({
  widget,
  page,
}) => {
  await page.clock.install();
  await widget.show(form);
  await widget.password.fill("a secret of mine");
  await widget.submit.click();
  const now = await page.evaluate(() => Date.now());
  await widget.emit(submitting);
  await widget.emit(wrong("form", "rate-limited", { retryAt: now + 65_000, retryable: true }));
  await expect(widget.alert).toBeFocused();
  await expect(widget.alert).toContainText(/You can try again in \d+ seconds/);
  await expect(widget.submit).toBeDisabled();
  await expect(widget.element.getByRole("timer")).toHaveText(/You can try again in 1:0\d/);
  await widget.submit.click({ force: true });
  expect(await widget.called("submit")).toHaveLength(1);
  await page.clock.fastForward(66_000);
  await expect(widget.submit).toBeEnabled();
  await expect(widget.element.getByRole("timer")).toHaveCount(0);
  await expect(widget.password).toHaveValue("a secret of mine");
});

test("after the last try the button keeps its reason, whatever is corrected", async ({ widget }) => {
  await widget.show(form);
  const tries = { left: 0, limit: 5, resetAt: Date.now() + 65_000 };
  const problems: FieldProblem[] = [{ field: "username", code: "ERR_RESERVED", origin: "server" }];
  await widget.emit({ ...form, problems, tries });
  await expect(widget.alert.first()).toContainText("No tries left until");
  await widget.username.fill("another");
  await expect(widget.submit).toBeDisabled();
  await expect(widget.element.getByRole("timer")).toHaveText(
    /^Too many tries from your network\. You can try again in 1:0\d$/,
  );
});

test("the app is made known on the first sign of intent only", async ({ widget }) => {
  await widget.show(form);
  expect(await widget.called("prepare")).toEqual([]);
  await widget.username.focus();
  await widget.email.focus();
  await expect.poll(() => widget.called("prepare")).toEqual([[]]);
});

test("what was read out is not found later, as if it were news", async ({ widget, page }) => {
  await page.clock.install();
  await widget.show(form);
  await widget.username.focus(); // or the next screen would be announced in its place
  await page.clock.pauseAt(Date.now() + 60_000);
  await widget.emit(submitting);
  await expect(widget.status).toHaveText("Creating account …");
  await widget.emit(confirm);
  await expect(widget.status, "on another screen").toHaveText("");
  await widget.emit({ ...confirm, resent: 1 });
  await expect(widget.status).toHaveText(/^A new email is on its way/);
  await page.clock.fastForward(8000);
  await expect(widget.status, "nor after some seconds").toHaveText("");
});

test("the mail is sent again to a corrected address, after its clock", async ({ widget, page }) => {
  await page.clock.install();
  await widget.show({ ...confirm, resendAt: 1 });
  await widget.element.getByText("Wrong address?").click();
  const other = widget.element.getByRole("textbox", { name: "Another email address" });
  const again = widget.element.getByRole("button", { name: "Send again" });
  await expect(widget.element.getByRole("link", { name: "staff@tidepool.example" })).toHaveAttribute(
    "href",
    "mailto:staff@tidepool.example",
  );
  await other.fill("al@example.org");
  await again.click();
  await expect.poll(() => widget.called("resend")).toEqual([["al@example.org"]]);
  const now = await page.evaluate(() => Date.now());
  await widget.emit({ ...confirm, resent: 1, resendAt: now + 60_000 });
  await expect(widget.status).toHaveText("A new email is on its way to a•••@example.org.");
  await expect(again).toBeDisabled();
  await again.click({ force: true });
  expect(await widget.called("resend")).toHaveLength(1);
  await page.clock.fastForward(61_000);
  await expect(again).toBeEnabled();
});

test("a wrong corrected address is told at its field", async ({ widget, page }) => {
  await widget.show({ ...confirm, resendAt: 1 });
  await widget.element.getByText("Wrong address?").click();
  await page.evaluate(() => {
    globalThis.stub.rejects = { resend: "invalid" };
  });
  const other = widget.element.getByRole("textbox", { name: "Another email address" });
  await other.fill("nonsense");
  await widget.element.getByRole("button", { name: "Send again" }).click();
  await widget.emit({
    ...confirm,
    resendAt: 1,
    problems: [{ field: "email", code: "ERR_INVALID", origin: "local" }],
  });
  await expect(other).toHaveAttribute("aria-invalid", "true");
  await expect(other).toHaveAccessibleDescription(/complete email address/);
  await expect(other).toBeFocused();
  await expect(other).toHaveValue("nonsense");
});

test("a mail that is refused, but for its address, leaves the focus where it is", async ({
  widget,
  page,
}) => {
  await widget.show({ ...confirm, resendAt: 1 });
  await page.evaluate(() => {
    globalThis.stub.rejects = { resend: "rate-limited" };
  });
  const again = widget.element.getByRole("button", { name: "Send again" });
  await again.click();
  await widget.emit(wrong("confirm", "rate-limited", { detail: "resend", retryable: true }));
  await expect(widget.element.getByRole("alert").first()).toContainText("only a few emails per account");
  await expect(again).toBeFocused();
});

test("the status is asked on demand, and that nothing changed is said", async ({ widget }) => {
  await widget.show(confirm);
  await widget.element.getByRole("button", { name: "Check now" }).click();
  await expect(widget.status).toHaveText("Not confirmed yet.");
  expect(await widget.called("refresh")).toHaveLength(1);
});

test("the focus goes along from screen to screen; who is elsewhere on the page hears of it", async ({
  widget,
  page,
}) => {
  await widget.show(form);
  await widget.submit.focus();
  await widget.emit(submitting);
  await widget.emit(confirm);
  await expect(widget.element.getByRole("heading", { name: "Check your email" })).toBeFocused();
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await widget.emit({ ...confirm, screen: "ready" });
  await expect(widget.status).toHaveText("Your account is ready: @alice@tidepool.example");
  await expect(page.locator("body")).toBeFocused();
});

test("what a page's script disables on submit can be used again", async ({ page, widget }) => {
  await widget.show(form, "", { rejects: { submit: "invalid" } });
  await page.evaluate(() => {
    document.addEventListener("submit", (event) => {
      for (const control of (event.target as HTMLFormElement).elements) {
        (control as HTMLButtonElement).disabled = true;
      }
    });
  });
  for (const tries of [1, 2]) {
    await widget.submit.click();
    await expect.poll(() => widget.called("submit")).toHaveLength(tries);
    await expect(widget.username).toBeEnabled();
  }
});

test("a password stays while its server is opened again, and is not in another's form", async ({
  widget,
}) => {
  const { server, ...others } = form;
  const loading: Snapshot = { ...others, screen: "loading", fields: [] };
  await widget.show(form);
  await widget.password.fill("a secret of mine");
  await widget.emit(loading);
  await widget.emit(form);
  await expect(widget.password).toHaveValue("a secret of mine");
  await widget.emit(loading);
  await widget.emit({ ...form, server: { ...(server as Server), host: "rockpool.example" } });
  await expect(widget.password).toHaveValue("");
});

test("a click counts, whatever is found out between its press and its release", async ({ widget, page }) => {
  await widget.show(form, "", {
    delays: { available: 600_000 },
    available: { rita: "taken" },
    suggestions: ["rita_"],
  });
  await widget.username.fill("rita");
  await widget.username.blur();
  await expect.poll(() => widget.called("available")).toHaveLength(1);
  await widget.submit.hover();
  await page.mouse.down();
  await page.evaluate(() => globalThis.stub.proceed());
  await expect.poll(() => page.evaluate(() => globalThis.stub.answered)).toEqual(["rita"]);
  await expect.poll(() => widget.called("suggest")).toHaveLength(1);
  await page.mouse.up();
  await expect(widget.alert, "which says that the name is taken").toContainText("taken");
  expect(await widget.called("submit")).toEqual([]);
});
