// After the account was made, and for those who come back from their email.
import type { Page } from "@playwright/test";
import type { Snapshot } from "../../src/core/types.ts";
import type { FediSignup } from "../../src/element.ts";
import { expect, test, type Widget } from "./harness.ts";
import {
  account,
  all,
  confirm,
  form,
  ready,
  resendable,
  returned,
  review,
  server,
  twoFactor,
  unwatched,
  wrong,
} from "./snapshots.ts";

test("the mail is a click away, where that is known", async ({ widget }) => {
  await widget.show(confirm);
  await expect(widget.element.getByRole("link", { name: "Open your email" })).toHaveCount(0);
  await widget.emit(all["confirm-web-mail"] ?? form);
  const mail = widget.element.getByRole("link", { name: "Open your email" });
  await expect(mail).toHaveAttribute("href", "https://mail.example.org/");
  await expect(mail).toHaveAttribute("target", "_blank");
});

test("who has just typed the address reads it in full, and nobody else", async ({ widget }) => {
  const address = widget.element.locator("p", { hasText: "is on its way to" }).locator("strong");
  await widget.show(form);
  await widget.email.fill("alice.shore@example.org");
  await widget.submit.click();
  await expect.poll(() => widget.called("submit")).toHaveLength(1);
  await widget.emit({ ...form, screen: "submitting" });
  await widget.emit({ ...confirm, resendAt: 1 });
  await expect(address).toHaveText("alice.shore@example.org");
  await widget.element.getByText("Wrong address?").click();
  const other = widget.element.getByRole("textbox", { name: "Another email address" });
  await other.fill("bert@example.org");
  await widget.element.getByRole("button", { name: "Send again" }).click();
  await expect.poll(() => widget.called("resend")).toEqual([["bert@example.org"]]);
  await expect(address, "that another tab has another account is told by the core").toHaveText(
    "a•••@example.org",
  );
  await widget.emit({ ...confirm, account: { ...account, email: "b•••@example.org" } });
  await expect(address).toHaveText("bert@example.org");
  expect(JSON.stringify(await widget.element.evaluate((e) => (e as FediSignup).state))).not.toContain(
    "bert@",
  );
  await widget.emit(form);
  await widget.emit({ ...confirm, account: { ...account, email: "b•••@example.org" } });
  await expect(address, "of the account before").toHaveText("b•••@example.org");
});

test("an account that cannot be watched: no promise to notice, but where to sign in", async ({ widget }) => {
  for (const snapshot of [unwatched, { ...unwatched, screen: "review" as const }]) {
    await widget.show(snapshot);
    await expect(widget.element).not.toContainText("This page will notice");
    await expect(widget.element.getByRole("button", { name: "Check now" })).toHaveCount(0);
    await expect(widget.element.getByRole("link", { name: "Log in to Tidepool" })).toHaveAttribute(
      "href",
      server.signInUrl,
    );
  }
  await widget.emit(all["confirm-unwatched-approval"] ?? form);
  await expect(widget.element).toContainText("After that, staff at Tidepool decide.");
});

test("how long the link lasts, and what helps where the waiting does", async ({ widget }) => {
  await widget.show(confirm);
  await expect(widget.element).toContainText("most servers delete sign-ups");
  await expect(widget.element).not.toContainText("private window");
  await widget.emit(all["confirm-resent"] ?? form);
  await expect(widget.element).toContainText(
    "The link works for 2 days. Tidepool deletes sign-ups that aren't confirmed within 7 days.",
  );
  await expect(widget.element).toContainText("log out there first, or open the link in a private window");
  await expect(widget.element.getByRole("link", { name: "status.tidepool.example" })).toHaveAttribute(
    "href",
    "https://status.tidepool.example/",
  );
});

test("what helps where no mail comes is said: time, the spam folder, the address, the server's staff", async ({
  widget,
}) => {
  await widget.show(resendable);
  const help = widget.element.locator("[data-part=panel]");
  await expect(help).toContainText("Didn't get the email?");
  for (const text of ["an hour on a busy server", "spam folder", "the address above"]) {
    await expect(help).toContainText(text);
  }
  const staff = widget.element.getByRole("link", { name: "staff@tidepool.example" });
  await expect(staff).toHaveAttribute("href", "mailto:staff@tidepool.example");
});

test("while staff decide, an email is promised for a yes alone", async ({ widget }) => {
  await widget.show(review);
  await expect(widget.element).toContainText("You'll get an email when they accept it.");
  await expect(widget.element).not.toContainText(/decided|either way/);
});

test("an account that the server does not let in is not called ready", async ({ widget }) => {
  await widget.show(twoFactor);
  await expect(widget.element.getByRole("heading", { name: "One more step" })).toBeVisible();
  await expect(widget.element).not.toContainText(/Welcome|is ready/);
  await expect(widget.element).toContainText("two-factor authentication");
  await expect(widget.element).toContainText("its staff froze the account");
});

test("where nothing is told before staff accept an account, nothing is claimed", async ({ widget }) => {
  await widget.show(all["confirm-approval-only"] ?? form);
  await expect(widget.element).toContainText(
    "After that, staff at Tidepool decide, and you'll get an email when they accept you. This page sees nothing before that, nor if they decline.",
  );
  await expect(widget.element).not.toContainText("This page will notice");
  await widget.element.getByRole("button", { name: "Check now" }).click();
  await expect(widget.element.locator("[data-part=note]")).toHaveText(/Not accepted yet/);
  await expect(widget.status).toContainText("Not accepted yet");
  await expect(widget.element).not.toContainText("confirmed yet");
});

test("what was announced on one screen is not said again on the next", async ({ widget }) => {
  await widget.show(confirm);
  const check = widget.element.getByRole("button", { name: "Check now" });
  await check.click();
  await expect(widget.status).toContainText("Not confirmed yet");
  await check.focus();
  await widget.emit(ready);
  await expect(widget.element.getByRole("heading")).toBeFocused();
  await expect(widget.status).toHaveText(/^Your account is ready: @/);
});

test("where people need an app to use the account, the server's own list is a click away", async ({
  widget,
}) => {
  await widget.show(ready);
  await expect(widget.element).not.toContainText("you need an app");
  await widget.emit(all["ready-clients"] ?? form);
  await expect(widget.element).toContainText("To read and post on Tidepool, you need an app.");
  await expect(widget.element.getByRole("link", { name: "See which apps there are" })).toHaveAttribute(
    "href",
    "https://tidepool.example/login",
  );
});

test("what an address that was corrected brings is said before, and what the server keeps", async ({
  widget,
}) => {
  await widget.show(resendable);
  await widget.element.getByText("Wrong address?").click();
  const other = widget.element.getByRole("textbox", { name: "Another email address" });
  await expect(other).toHaveAccessibleDescription(
    /first link will stop working.*notice of the change.*two identical emails.*come back here afterwards/,
  );
  await widget.emit(all["confirm-unchanged-address"] ?? form);
  await expect(other).toHaveAccessibleDescription(/keeps the last address you gave.*haven't given yet/);
});

test("another address is folded away until it is wanted, or refused", async ({ page, widget }) => {
  await widget.show(resendable);
  const other = widget.element.getByRole("textbox", { name: "Another email address" });
  const again = widget.element.getByRole("button", { name: "Send again" });
  const summary = widget.element.locator("summary", { hasText: "Wrong address?" });
  await expect(other).toBeHidden();
  await summary.click();
  await other.fill("bert@example.org");
  await summary.click();
  await again.click();
  await expect.poll(() => widget.called("resend"), "what is folded away is not meant").toHaveLength(1);
  expect((await widget.called("resend"))[0]).not.toContain("bert@example.org");
  await summary.press("Enter");
  await other.fill("bert@example.org");
  await other.press("Enter");
  await expect.poll(() => widget.called("resend")).toContainEqual(["bert@example.org"]);
  await expect(other).toBeHidden();
  await expect(summary, "the focus is not lost with the field").toBeFocused();

  const refusal = { field: "email", code: "ERR_INVALID", origin: "server" } as const;
  await widget.emit({ ...resendable, problems: [refusal] });
  await expect(other).toBeVisible();
  await summary.click();
  await widget.emit({ ...resendable, problems: [refusal], resent: 1 });
  await expect(other, "who folds it away has seen it").toBeHidden();
  await widget.emit(resendable);
  await page.evaluate(() => {
    globalThis.stub.rejects = { resend: "invalid" };
  });
  await summary.click();
  await other.fill("nonsense");
  await other.press("Enter");
  await widget.emit({ ...resendable, problems: [refusal] });
  await expect(other).toBeFocused();
  await expect(other).toHaveValue("nonsense");
});

test("the first act is to open the mail, right below where it went", async ({ widget }) => {
  await widget.show(all["confirm-web-mail"] ?? form);
  const order = await widget.element
    .locator("[data-part=panel]")
    .evaluate((panel) =>
      [...panel.querySelectorAll("h2, p, a, button")]
        .slice(0, 4)
        .map(({ textContent }) => textContent?.trim()),
    );
  expect(order.slice(1)).toEqual([
    expect.stringContaining("Check your email"),
    expect.stringContaining("is on its way to"),
    expect.stringContaining("Open your email"),
  ]);
});

test("a mistyped corrected address is noticed", async ({ widget }) => {
  await widget.show(resendable);
  await widget.element.getByText("Wrong address?").click();
  const other = widget.element.getByRole("textbox", { name: "Another email address" });
  await other.fill("alice@gmial.com");
  await other.blur();
  await widget.element.getByRole("button", { name: "Did you mean alice@gmail.com?" }).click();
  await expect(other).toHaveValue("alice@gmail.com");
  await expect(other).toBeFocused();
  await other.fill("alice@gmial.com");
  await widget.element.getByRole("button", { name: "Send again" }).click();
  await expect(other).toBeHidden();
  await widget.element.getByText("Wrong address?").click();
  await expect(other).toHaveValue("");
  await expect(widget.element.getByRole("button", { name: /Did you mean/ })).toHaveCount(0);
});

test("starting over is there, but out of the way", async ({ widget }) => {
  for (const snapshot of [confirm, { ...confirm, screen: "review" as const }]) {
    await widget.show(snapshot);
    const over = widget.element.getByRole("button", { name: "Start over" });
    await expect(over).toBeHidden();
    await widget.element.getByText("Something wrong with this account?").click();
    const fold = widget.element.locator("details", { hasText: "Start over" });
    await expect(fold).toContainText(
      "accepts each email address only once: use another one for the next account, or log in with this one",
    );
    await expect(fold.getByRole("link", { name: "Log in to Tidepool" })).toHaveAttribute(
      "href",
      server.signInUrl,
    );
    await over.click();
    expect(await widget.called("forget")).toHaveLength(1);
    await widget.emit({ ...form, screen: "loading" });
    await widget.emit(form);
    await expect(widget.element.getByRole("heading", { name: "Tidepool" })).toBeFocused();
  }
});

test("ready: where to sign in, the profile, whom to follow, and another account", async ({ widget }) => {
  await widget.show(ready, 'follow="@club@site.example"');
  await expect(widget.element.getByRole("link", { name: /^Follow/ })).toHaveCount(0);
  await widget.emit(all["ready-follow"] ?? form);
  for (const [name, href] of Object.entries({
    "Log in to Tidepool": server.signInUrl,
    "View your profile": "https://tidepool.example/@alice",
    "Follow @club@site.example": "https://tidepool.example/@club@site.example",
  })) {
    await expect(widget.element.getByRole("link", { name })).toHaveAttribute("href", href);
  }
  await expect(widget.element).toContainText("with your email address (a•••@example.org)");
  await widget.element.getByRole("button", { name: "Create another account" }).click();
  expect(await widget.called("forget")).toHaveLength(1);
});

test("every end of an account has its own heading, sentence and next step", async ({ widget }) => {
  await widget.show(form);
  const headings = new Set<string>();
  for (const [code, says] of Object.entries({
    rejected: "You can ask them why",
    expired: "You can sign up again",
    suspended: "Log in there to read why",
    disabled: "Only they can undo that",
  } as const)) {
    await widget.emit(wrong("stopped", code as "rejected"));
    await expect(widget.element).toContainText(says);
    headings.add((await widget.element.getByRole("heading").textContent()) ?? "");
    await expect(widget.element.getByRole("link", { name: "Go to Tidepool" })).toBeVisible();
    await widget.element.getByRole("button", { name: /Sign up again|Create another account/ }).click();
  }
  expect(headings.size).toBe(4);
  expect(await widget.called("forget")).toHaveLength(4);
});

test("back from the mail, perhaps: nothing is claimed, and what is next for everybody", async ({
  widget,
}) => {
  await widget.show(returned);
  await expect(widget.element.getByRole("heading")).toHaveText("Did an email bring you here?");
  await expect(widget.element).toContainText(
    /If you followed the link in an email from Tidepool, .* Log in there/,
  );
  await expect(widget.element.getByRole("link", { name: "Log in to Tidepool" })).toHaveAttribute(
    "href",
    server.signInUrl,
  );
  await widget.emit({ ...returned, server: { ...server, approvalRequired: true } });
  await expect(widget.element).toContainText("If you followed the link in an email from Tidepool");
  await expect(widget.element).toContainText("Staff there may review your sign-up next;");
  await widget.element.getByRole("button", { name: "Create account" }).click();
  expect(await widget.called("forget")).toHaveLength(1);
});

test("no text claims what an address alone tells, which anybody can write", async ({ widget }) => {
  for (const state of [returned, { ...returned, server: { ...server, approvalRequired: true } }]) {
    await widget.show(state);
    const texts = await widget.element.locator("[data-part=panel] :is(h2, p)").allTextContents();
    const sentences = texts.flatMap((text) => text.split(/(?<=[.?!])\s/));
    const claims = sentences.filter((text) => /confirmed|ready|your account|welcome/i.test(text));
    expect(claims).toEqual([expect.stringMatching(/^If you followed/)]);
    await expect(widget.status).not.toContainText(/confirmed|ready/);
  }
});

test("the mark in the address is read once, for every widget, and taken out; the rest stays", async ({
  widget,
  page,
}) => {
  widget.address = "https://site.example/page?from=here&fedi-signup=other.example&x=a%20b+c#top";
  const tag = '<fedi-signup server="tidepool.example" loading="eager"></fedi-signup>';
  await widget.load(tag + tag, { snapshot: { ...form, returned: "other.example" } });
  await expect(page.getByText("If an email from other.example brought you here")).toHaveCount(2);
  expect(page.url()).toBe("https://site.example/page?from=here&x=a%20b+c#top");
  expect(await page.evaluate(() => globalThis.stub.options.map((o) => o.returned))).toEqual([
    "other.example",
    "other.example",
  ]);
  // Anybody can make up such an address.
  await expect(page.getByRole("link", { name: "other.example" })).toHaveCount(0);
});

test("the mark is told no more once the account was forgotten", async ({ widget, page }) => {
  widget.address = "https://site.example/page?from=here&fedi-signup=tidepool.example";
  await widget.show(returned);
  expect(page.url()).toBe("https://site.example/page?from=here");
  await widget.element.getByRole("button", { name: "Create account" }).click();
  await widget.emit(form);
  await widget.element.evaluate((element) => element.setAttribute("app-name", "Another"));
  await expect
    .poll(() => page.evaluate(() => globalThis.stub.options.map((o) => o.returned)))
    .toEqual(["tidepool.example", undefined]);
});

test.describe("beside a widget for another server", () => {
  const mark = (page: Page) => page.evaluate(() => history.state?.fediSignup);
  const told = (page: Page) => page.evaluate(() => globalThis.stub.options.map((o) => o.returned));
  const own = (page: Page) => page.locator("fedi-signup").last();
  const other = (page: Page) => page.locator("fedi-signup").first();

  const there = { ...form, server: { ...server, host: "other.example" } };

  /** Has both drawn, the one for another server last. */
  async function shows(widget: Widget, elsewhere: Snapshot): Promise<void> {
    const { page } = widget;
    widget.address = "https://site.example/page?from=here&fedi-signup=tidepool.example";
    await widget.load(
      '<fedi-signup server="other.example" loading="eager"></fedi-signup><fedi-signup server="tidepool.example" loading="eager"></fedi-signup>',
      { there: { "tidepool.example": returned, "other.example": elsewhere } },
    );
    await expect(own(page)).toHaveAttribute("data-state", "returned");
    await draws(page, "alice");
    expect(page.url()).toBe("https://site.example/page?from=here");
  }

  /** Has the other one drawn anew. */
  async function draws(page: Page, name: string): Promise<void> {
    await other(page).getByRole("textbox", { name: "Username" }).fill(name);
    await expect(other(page)).toContainText(`${name} seems to be free`);
  }

  for (const [what, elsewhere] of [
    ["says so too", { ...there, returned: "tidepool.example" }],
    ["says nothing of it", there],
  ] as const) {
    test(`that ${what}, the mark stays as long as the screen speaks of it`, async ({ page, widget }) => {
      await shows(widget, elsewhere);
      expect(await mark(page)).toBe("tidepool.example");
      await page.reload();
      await expect(own(page)).toHaveAttribute("data-state", "returned");
      expect(await told(page)).toEqual(["tidepool.example", "tidepool.example"]);

      await own(page).getByRole("button", { name: "Create account" }).click();
      await widget.emit(form);
      await expect(own(page)).toHaveAttribute("data-state", "form");
      await draws(page, "bert");
      expect(await mark(page)).toBeUndefined();
      await page.reload();
      await expect.poll(() => told(page)).toEqual([undefined, undefined]);
    });
  }
});

test("on the page of another server the mark stays, also after reloads", async ({ page, widget }) => {
  widget.address = "https://site.example/page?from=here&fedi-signup=OTHER.example";
  await widget.show({ ...form, returned: "other.example" });
  for (let times = 0; times < 2; times++) {
    await page.reload();
    await widget.sees("form");
    expect(await page.evaluate(() => globalThis.stub.options[0]?.returned)).toBe("other.example");
  }
});

test("the mark is taken out of the address however it is written", async ({ widget, page }) => {
  widget.address = "https://site.example/page?%66edi-signup=tidepool.example&a=1&fedi-signup=x";
  await widget.show(returned);
  expect(page.url()).toBe("https://site.example/page?a=1");
});

test("too many mails: the limit is the account's, no network's", async ({ widget }) => {
  const retryAt = Date.now() + 20 * 60_000;
  await widget.show(wrong("confirm", "rate-limited", { detail: "resend", retryAt, retryable: true }));
  await expect(widget.alert.first()).toContainText(
    /Tidepool sends only a few emails per account\. You can try again in \d+ minutes/,
  );
  await expect(widget.element).not.toContainText("network");
});

test("another account: the same address will not do, unless this account is gone", async ({ widget }) => {
  const hint = "It needs another email address.";
  await widget.show(ready);
  await expect(widget.element).toContainText(hint);
  await expect(widget.element).toContainText("log out there first");
  await widget.emit(wrong("stopped", "suspended"));
  await expect(widget.element).toContainText(hint);
  await widget.emit(wrong("stopped", "rejected"));
  await expect(widget.element.getByRole("button", { name: "Create another account" })).toBeVisible();
  await expect(widget.element).not.toContainText(hint);
});

test("a handle breaks before its server wherever it stands, and one without a server is whole", async ({
  page,
  widget,
}) => {
  await page.setViewportSize({ width: 320, height: 800 });
  const named = (snapshot: Snapshot, handle: string) => ({ ...snapshot, account: { ...account, handle } });
  const name = "@alice_in_the_tide";
  const handle = widget.element.locator("bdi", { hasText: "@" }).filter({ visible: true }).first();
  const parts = () =>
    handle.evaluate((bdi) => {
      const walker = document.createTreeWalker(bdi, NodeFilter.SHOW_TEXT);
      const parts: [string, number][] = [];
      while (walker.nextNode()) {
        const range = new Range();
        range.selectNodeContents(walker.currentNode);
        parts.push([range.toString(), range.getClientRects().length]); // its lines
      }
      return parts.filter(([text]) => text);
    });
  await widget.show(form);
  await widget.username.fill(name.slice(1));
  expect(await parts()).toEqual([
    [name, 1],
    ["@tidepool.example", 1],
  ]);
  for (const snapshot of [confirm, review, ready]) {
    await widget.emit(named(snapshot, `${name}@tidepool.example`));
    expect(await parts(), snapshot.screen).toEqual([
      [name, 1],
      ["@tidepool.example", 1],
    ]);
    await widget.emit(named(snapshot, "@alice"));
    expect(await parts(), snapshot.screen).toEqual([["@alice", 1]]);
  }
});

test("a failure has the colour of one", async ({ widget }) => {
  const sign = widget.element.locator("svg[data-part~=sign]");
  await widget.show(confirm);
  const usual = await sign.evaluate((svg) => getComputedStyle(svg).color);
  await widget.emit(wrong("failed", "server-error"));
  await expect(sign).not.toHaveCSS("color", usual);
});
