// What belongs to one server, to one set of rules or to one person, and ends with them.
import type { Page } from "@playwright/test";
import type { Snapshot } from "../../src/core/types.ts";
import { expect, test, type Widget } from "./harness.ts";
import { captchaForm, confirm, form, fullForm, picture, ready, server, wrong } from "./snapshots.ts";

const here: Snapshot = { ...form, terms: "here" };
const changed: Snapshot = { ...form, terms: "changed" };
const there: Snapshot = {
  ...form,
  terms: "there",
  server: { ...server, host: "rockpool.example", domain: "rockpool.example", title: "Rockpool" },
};
const nowhere: Snapshot = { screen: "loading", fields: [], rules: [], documents: [], problems: [] };

const box = (widget: Widget) => widget.element.getByRole("checkbox");

/** What the core tells of another Open. */
async function opens(widget: Widget, snapshot: Snapshot): Promise<void> {
  await widget.emit(nowhere);
  await widget.emit(snapshot);
}

test("an agreement stands as long as the rules do", async ({ widget, page }) => {
  await widget.show(here);
  await box(widget).check();
  const stands = async () => {
    await widget.sees("form");
    await expect(box(widget)).toBeChecked();
    await expect(box(widget)).not.toHaveAttribute("aria-invalid");
  };
  await test.step("when the server is asked again", async () => {
    await opens(widget, here);
    await stands();
  });
  await test.step("when another one was begun and given up", async () => {
    await widget.emit(nowhere);
    await widget.emit(here);
    await stands();
  });
  await test.step("in another language", async () => {
    await widget.element.evaluate((element) => element.setAttribute("lang", "de"));
    await expect(widget.element.getByText("Sei nett.")).toBeVisible();
    await stands();
  });
  await test.step("with another core", async () => {
    await page.evaluate(() => globalThis.stub.die());
    await widget.sees("failed");
    await widget.element.getByRole("button", { name: "Noch einmal versuchen" }).click();
    await stands();
  });
  await test.step("after close and open", async () => {
    await page.evaluate(() => document.querySelector("fedi-signup")?.close());
    await page.evaluate(() => document.querySelector("fedi-signup")?.open());
    await stands();
  });
  await widget.element.getByRole("button", { name: "Konto anlegen" }).click();
  await expect
    .poll(() => widget.called("submit"))
    .toEqual([[expect.objectContaining({ agreement: true, terms: "here" })]]);
});

for (const [what, other, name] of [
  ["another server", there, "Rockpool"],
  ["other rules", changed, "Tidepool"],
] as const) {
  test(`an agreement ends with ${what}, which is said, and can be given anew`, async ({ widget, page }) => {
    await widget.show(here);
    await box(widget).check();
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await opens(widget, other);
    await expect(box(widget)).not.toBeChecked();
    await expect(box(widget)).toHaveAttribute("aria-invalid", "true");
    await expect(box(widget)).toHaveAccessibleDescription(
      new RegExp(`What ${name} asks you to agree to has changed`),
    );
    await expect(widget.status).toHaveText(
      new RegExp(`${name}.*What ${name} asks you to agree to has changed.*tick the box again`),
    );
    await expect(widget.alert, "nothing was refused").toHaveCount(0);
    await widget.submit.click();
    await expect
      .poll(() => widget.called("submit"))
      .toEqual([[expect.objectContaining({ agreement: false, terms: other.terms })]]);
    await box(widget).check();
    await expect(box(widget)).not.toHaveAttribute("aria-invalid");
    await opens(widget, here);
    await expect(box(widget), "the first one ended for good").not.toBeChecked();
  });
}

test("a document that changes while the form is filled in ends the agreement, and nothing else", async ({
  widget,
}) => {
  await widget.show(here);
  await widget.username.fill("marina");
  await widget.password.fill("a secret of mine");
  await box(widget).check();
  await expect(widget.status).toHaveText(/seems to be free/); // what is told next stands
  await widget.emit({ ...here, terms: "newer" });
  await expect(box(widget)).not.toBeChecked();
  await expect(box(widget)).toHaveAccessibleDescription(/tick the box again/);
  await expect(widget.status).toHaveText(/tick the box again/);
  await expect(widget.username).toHaveValue("marina");
  await expect(widget.password).toHaveValue("a secret of mine");
});

test("a tick that no event told of ends as well", async ({ widget }) => {
  await widget.show(here);
  await box(widget).evaluate((input: HTMLInputElement) => {
    input.checked = true;
  });
  await widget.emit({ ...here, terms: "newer" });
  await expect(box(widget)).not.toBeChecked();
});

test("who has not agreed is told of no change", async ({ widget }) => {
  await widget.show(here);
  await box(widget).check();
  await box(widget).uncheck();
  await opens(widget, there);
  await expect(box(widget)).not.toHaveAttribute("aria-invalid");
  await expect(widget.status).not.toContainText("tick");
});

test("two widgets on a page: each agreement is its own", async ({ widget, page }) => {
  const tag = '<fedi-signup server="tidepool.example" loading="eager"></fedi-signup>';
  await widget.load(tag + tag, { snapshot: here });
  await expect(page.getByRole("checkbox")).toHaveCount(2);
  for (const agreement of await page.getByRole("checkbox").all()) await agreement.check();
  await widget.emit({ ...here, terms: "newer" }); // the stub tells one of them
  await expect(page.getByRole("checkbox", { checked: false })).toHaveCount(1);
  await expect(page.locator("[aria-invalid=true]")).toHaveCount(1);
});

test("what is known of a name, or wrong with a field, is not said of the next server", async ({
  widget,
  page,
}) => {
  await widget.show(here, "", { available: { marina: "taken" }, suggestions: ["marina_"] });
  await widget.username.fill("marina");
  await expect(widget.username).toHaveAccessibleDescription(/taken/);
  await page.evaluate(() => {
    globalThis.stub.problems = [{ field: "password", code: "ERR_TOO_SHORT", origin: "local", limit: 40 }];
  });
  await widget.password.fill("short for here");
  await widget.password.blur();
  await expect(widget.password).toHaveAttribute("aria-invalid", "true");

  await page.evaluate(() => Object.assign(globalThis.stub, { problems: [], available: { marina: "free" } }));
  const asked = (await widget.called("available")).length;
  await opens(widget, there);
  await expect(widget.username).toHaveValue("marina");
  await expect(widget.username).not.toHaveAttribute("aria-invalid");
  await expect(widget.password).not.toHaveAttribute("aria-invalid");
  await expect(widget.element.getByRole("button", { name: "marina_" })).toHaveCount(0);
  await expect(widget.element.getByText("@marina seems to be free."), "it is looked up there").toBeVisible();
  await expect(widget.status, "which does not drown what is said of the server").toHaveText(
    "Create an account on Rockpool (rockpool.example)",
  );
  expect((await widget.called("available")).slice(asked)).toEqual([["marina"]]);
});

test("an answer about a name that comes late is not told of the next server", async ({ widget, page }) => {
  await widget.show(here, "", { delays: { marina: 700 }, available: { marina: "taken" } });
  await widget.username.fill("marina");
  await expect.poll(() => widget.called("available")).toHaveLength(1);
  await page.evaluate(() => Object.assign(globalThis.stub, { available: {}, delays: {} }));
  await opens(widget, there);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 900)));
  await expect(widget.username).not.toHaveAttribute("aria-invalid");
});

test("characters typed for one picture are not sent for another server's", async ({ widget }) => {
  await widget.show({ ...captchaForm, terms: "here" });
  const characters = widget.element.getByRole("textbox", { name: /Characters/ });
  await characters.fill("gull");
  const other = { ...captchaForm, server: there.server, captcha: { image: `${picture} `, expiresAt: 0 } };
  await opens(widget, other as Snapshot);
  await expect(characters).toHaveValue("");
  await expect(widget.status).not.toContainText("new picture");
});

test("an invite is for one server", async ({ widget }) => {
  const asks = (snapshot: Snapshot): Snapshot => ({ ...fullForm, ...snapshot, fields: fullForm.fields });
  const invite = widget.element.getByRole("textbox", { name: /Invite/ });
  await widget.show(asks(here));
  await invite.fill("AbC123xy");
  await opens(widget, asks(here));
  await expect(invite).toHaveValue("AbC123xy");
  await opens(widget, asks(there));
  await expect(invite).toHaveValue("");
  await widget.element.evaluate((element) => element.setAttribute("theme", "dark"));
  await expect(invite).toHaveValue("");
});

test("a document of one server is not shown over the form of the next", async ({ widget }) => {
  await widget.show(here, "", {
    documents: { "privacy-policy": { html: "<p>Tidepool keeps nothing.</p>" } },
  });
  await widget.element.getByRole("listitem").getByRole("link", { name: "Privacy policy" }).click();
  await expect(widget.element.getByRole("dialog")).toBeVisible();
  await opens(widget, there);
  await expect(widget.element.getByRole("dialog")).toHaveCount(0);
});

/** Fills in everything, and lets the account be made and reach a screen. */
async function signsUp(widget: Widget, page: Page, last: Snapshot): Promise<void> {
  await widget.username.fill("alice@example.org");
  await expect(widget.status).toContainText("alice");
  await widget.email.fill("alice@example.org");
  await widget.password.fill("a secret of mine");
  await widget.element.locator("[type=date]").fill("1990-04-01");
  await widget.element.getByRole("textbox", { name: /Why/ }).fill("I am Alice");
  await widget.element.getByRole("textbox", { name: /Invite/ }).fill("AbC123xy");
  await box(widget).check();
  await widget.submit.click();
  await expect.poll(() => widget.called("submit")).toHaveLength(1);
  await page.evaluate(() => Object.assign(globalThis.stub, { snapshot: undefined }));
  await widget.emit({ ...fullForm, screen: "submitting" });
  await widget.emit(confirm);
  if (last !== confirm) await widget.emit(last);
}

/** All that can be seen, heard or read of the widget. */
const everything = (widget: Widget) =>
  widget.element.evaluate((element) =>
    [
      element.innerHTML,
      JSON.stringify((element as HTMLElementTagNameMap["fedi-signup"]).state),
      ...[...element.querySelectorAll<HTMLInputElement>("input, textarea")].map((field) => field.value),
    ].join("\n"),
  );

for (const [what, last, label] of [
  ["Start over", confirm, "Start over"],
  ["Create another account", ready, "Create another account"],
  ["Sign up again", wrong("stopped", "expired"), "Sign up again"],
  ["another tab that forgot the account", confirm, ""],
] as const) {
  test(`nothing is left of the person before: ${what}`, async ({ widget, page }) => {
    const full: Snapshot = { ...fullForm, terms: "here" };
    await widget.show(full, 'username="alice" email="alice@example.org" reason="I am Alice" persist="local"');
    await signsUp(widget, page, last);
    if (label) {
      await widget.element.getByRole("button", { name: label, includeHidden: true }).dispatchEvent("click");
      await expect.poll(() => widget.called("forget")).toHaveLength(1);
    }
    await opens(widget, full);
    await expect(widget.username).toHaveValue("");
    await expect(box(widget)).not.toBeChecked();
    await expect(box(widget)).not.toHaveAttribute("aria-invalid");
    const left = await everything(widget);
    for (const trace of ["alice", "Alice", "1990", "secret", "AbC123xy", "was kept"]) {
      expect(left.replace(/(username|email|reason)="[^"]*"/g, "")).not.toContain(trace);
    }

    await test.step("not by an attribute either, until the page changes it", async () => {
      await widget.element.evaluate((element) => element.setAttribute("theme", "dark"));
      await widget.element.evaluate((element) => element.setAttribute("email", " alice@example.org "));
      await expect(widget.email).toHaveValue("");
      await widget.element.evaluate((element) => element.setAttribute("email", "bob@example.org"));
      await expect(widget.email).toHaveValue("bob@example.org");
      await expect(widget.username).toHaveValue("");
    });
  });
}

test("nothing is said of a password that is gone", async ({ widget, page }) => {
  const answers: (() => Promise<void>)[] = [];
  await page.route("**/strength.*", (route) => {
    answers.push(() => route.fallback());
  });
  await widget.show({ ...fullForm, terms: "here" });
  await signsUp(widget, page, confirm);
  await opens(widget, fullForm);
  await expect(widget.password).toHaveValue("");
  const [answer] = answers;
  await Promise.all([page.waitForResponse("**/strength.*"), answer?.()]);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  await expect(widget.element.getByRole("meter")).toHaveCount(0);
  await expect(widget.status).not.toContainText("guess");
});

test("the page's own invite is for everybody", async ({ widget, page }) => {
  await widget.show({ ...fullForm, terms: "here" }, 'invite="Page4all"');
  await signsUp(widget, page, confirm);
  await opens(widget, fullForm);
  await expect(widget.element.getByRole("textbox", { name: /Invite/ })).toHaveValue("Page4all");
});

test("what the page gives for the next one while the account is shown, is taken", async ({
  widget,
  page,
}) => {
  await widget.show({ ...fullForm, terms: "here" }, 'email="alice@example.org"');
  await signsUp(widget, page, ready);
  await widget.element.evaluate((element) => element.setAttribute("email", "bob@example.org"));
  await widget.emit({ ...ready, resent: 0 });
  await opens(widget, fullForm);
  await expect(widget.email).toHaveValue("bob@example.org");
});

test("a prefill whose attribute is taken away goes, unless the visitor typed", async ({ widget }) => {
  await widget.show(here, 'username="alice" email="alice@example.org"');
  await widget.username.fill("marina");
  await widget.element.evaluate((element) => {
    for (const name of ["username", "email"]) element.removeAttribute(name);
  });
  await expect(widget.email).toHaveValue("");
  await expect(widget.username).toHaveValue("marina");
});

test("a prefill that changes where the visitor is already gives way to what they type", async ({
  widget,
  page,
}) => {
  await widget.show(here, 'username="alice"');
  await widget.username.focus();
  await widget.element.evaluate((element) => element.setAttribute("username", "bob"));
  await expect(widget.username).toHaveValue("bob");
  await page.keyboard.type("marina");
  await expect(widget.username).toHaveValue("marina");
});

test("a lost answer leaves what was typed, and the agreement", async ({ widget }) => {
  await widget.show(here);
  await widget.username.fill("marina");
  await box(widget).check();
  await widget.submit.click();
  await widget.emit({ ...here, screen: "submitting" });
  await widget.emit({ ...wrong("form", "lost-answer"), terms: "here" });
  await expect(widget.username).toHaveValue("marina");
  await expect(box(widget)).toBeChecked();
});
