// The form on a page that the browser translates. Translators take each text out
// of the page and put elements with their own in its place, also later on.
import type { Page } from "@playwright/test";
import { expect, test } from "./harness.ts";
import {
  account,
  confirm,
  form,
  fullForm,
  ready,
  refused,
  resendable,
  review,
  server,
  submitting,
  wrong,
} from "./snapshots.ts";

/** Translates the page, by setting each text into brackets, as long as it is open. */
async function translate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const own = new WeakSet<Node>();
    const each = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      for (let node: Node | null = root; node; node = walker.nextNode()) {
        if (node instanceof Text && node.data.trim() && !own.has(node)) texts.push(node);
      }
      for (const text of texts) {
        const around = text.parentElement;
        if (!around?.translate || around.closest("script, style, textarea")) continue;
        const [outer, inner] = [document.createElement("font"), document.createElement("font")];
        const translated = new Text(`⟦${text.data.trim()}⟧`);
        own.add(translated);
        inner.append(translated);
        outer.append(inner);
        text.replaceWith(outer);
      }
    };
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        if (target instanceof Text) each(target);
        for (const node of addedNodes) each(node);
      }
    }).observe(document.documentElement, { childList: true, characterData: true, subtree: true });
    each(document.body);
  });
}

test("what is told of a name, a text and the strength goes on", async ({ widget, page }) => {
  await widget.show(fullForm, "", { available: { marina: "taken" }, suggestions: ["the_marina"] });
  await translate(page);
  await expect(widget.element).toContainText("⟦Username⟧");
  await widget.element.locator("[data-name=username]").fill("carla");
  const field = widget.element.locator("[data-field=username]");
  await expect(field).toContainText(
    "⟦People find you as⟧@carla@tidepool.example⟦. You can't change it later.⟧",
  );
  await expect(field).toContainText("⟦@⟧carla⟦seems to be free.⟧");
  await expect(widget.status).toHaveText("@carla seems to be free.");
  await widget.element.locator("[data-name=username]").fill("marina");
  await expect(field).toContainText("⟦This username is taken. Choose another.⟧");
  await expect(field).not.toContainText("carla");
  await expect(widget.status).toHaveText(/^@marina is taken\./);
  await field.getByRole("button", { name: "the_marina", exact: true }).click();
  await expect(field).toContainText("@the_marina@tidepool.example");

  const reason = widget.element.locator("[data-field=reason]");
  await reason.locator("textarea").fill("Limpets");
  await expect(reason).toContainText("⟦7 of 420 characters⟧");
  await reason.locator("textarea").fill("Limpets, whelks");
  await expect(reason).toContainText("⟦15 of 420 characters⟧");
  await expect(reason).not.toContainText("⟦7 of");

  const password = widget.element.locator("[data-field=password]");
  await password.locator("input").fill("aaaa");
  await expect(password).toContainText("⟦Very easy to guess⟧");
  await password.locator("input").fill("seven slow whelks under the pier");
  await expect(password).toContainText("⟦Very hard to guess⟧");
  await expect(password).not.toContainText("easy");
});

test("sending, refusal and clocks go on", async ({ widget, page }) => {
  await page.clock.install();
  await widget.show(fullForm);
  await translate(page);
  const button = widget.element.locator("button[type=submit]");
  await expect(button).toHaveText("⟦Apply for an account⟧");
  await widget.emit({ ...fullForm, screen: "submitting" });
  await expect(button).toHaveText(/^⟦Creating account\s…⟧$/);
  await widget.emit(refused);
  await expect(button).toHaveText("⟦Apply for an account⟧");
  await expect(widget.alert).toContainText("⟦7 fields need your attention:⟧");
  await expect(widget.alert).toContainText("⟦3 tries left until");
  await expect(widget.element.locator("[data-field=password]")).toContainText("⟦This password is too short.");
  await widget.emit({
    ...refused,
    problems: refused.problems.slice(0, 2),
    tries: { left: 2, limit: 5, resetAt: 9e12 },
  });
  await expect(widget.alert).toContainText("⟦2 fields need your attention:⟧");
  await expect(widget.alert).toContainText("⟦2 tries left");
  await expect(widget.alert).not.toContainText("⟦7 fields");

  const now = await page.evaluate(() => Date.now());
  await widget.emit(wrong("form", "rate-limited", { retryAt: now + 65_000, retryable: true }));
  const timer = widget.element.getByRole("timer");
  await expect(timer).toHaveText(/^⟦Too many tries from your network. You can try again in⟧1:0\d$/);
  await page.clock.fastForward(10_000);
  await expect(timer).toHaveText(/^⟦Too many tries from your network. You can try again in⟧0:5\d$/);
  await page.clock.fastForward(60_000);
  await expect(timer).toHaveCount(0);
});

test("the screens of waiting go on", async ({ widget, page }) => {
  await page.clock.install();
  await widget.show(submitting);
  await translate(page);
  const now = await page.evaluate(() => Date.now());
  await widget.emit({ ...confirm, resendAt: now + 45_000 });
  await expect(widget.element).toContainText("⟦An email is on its way to⟧a•••@example.org⟦. Open the link");
  await expect(widget.element).toContainText("⟦Your account will be⟧@alice@tidepool.example");
  const timer = widget.element.getByRole("timer");
  await expect(timer).toHaveText(/^⟦Available in⟧0:4\d$/);
  await page.clock.fastForward(20_000);
  await expect(timer).toHaveText(/^⟦Available in⟧0:2\d$/);
  await widget.element.getByRole("button", { name: "Check now" }).click();
  await expect(widget.element).toContainText("⟦Not confirmed yet.⟧");
  await expect(widget.element.getByRole("button", { name: "Check now" })).toHaveText("⟦Check now⟧");
  await widget.emit({
    ...resendable,
    account: { ...account, email: "b•••@example.org" },
  });
  await expect(timer).toHaveCount(0);
  await expect(widget.element).toContainText("⟦An email is on its way to⟧b•••@example.org⟦");
  await widget.emit(review);
  await expect(widget.element).toContainText("⟦Waiting for approval⟧");
  await expect(widget.element).not.toContainText("Check your email");
  await widget.emit(ready);
  await expect(widget.element).toContainText("⟦Your account is ready:⟧@alice@tidepool.example");
  await expect(widget.element).toContainText("⟦Log in to⟧Tidepool⟦with your email address");
});

test("another server, other rules and other texts take the place of the translated ones", async ({
  widget,
  page,
}) => {
  await widget.show(form);
  await translate(page);
  await widget.emit({
    ...form,
    server: {
      ...server,
      host: "other.example",
      domain: "other.example",
      title: "Other Shore",
      description: "Dry.",
    },
    rules: [{ id: "9", text: "Wear boots." }],
  });
  await expect(widget.element).toContainText("Other Shore");
  await expect(widget.element).toContainText("⟦Wear boots.⟧");
  await expect(widget.element).toContainText("⟦Dry.⟧");
  await expect(widget.element.locator("[data-part=columns]")).not.toContainText(/Tidepool|Be kind|kneel/);
  await widget.element.evaluate((element) => {
    (element as HTMLElement & { strings: object }).strings = { submit: "Join", email: "Mail" };
  });
  await expect(widget.element.locator("button[type=submit]")).toHaveText("⟦Join⟧");
  await expect(widget.element.locator("[data-field=email] label")).toHaveText("⟦Mail⟧");
});

test("handles, hosts, domains, addresses and clocks are not translated", async ({ widget, page }) => {
  await page.clock.install();
  const now = await page.evaluate(() => Date.now());
  const elsewhere = {
    ...server,
    title: "The shore",
    host: "social.tidepool.example",
    domain: "tidepool.example",
  };
  for (const snapshot of [
    { ...form, server: elsewhere, tries: { left: 0, limit: 5, resetAt: now + 60_000 } },
    { ...confirm, server: elsewhere, resendAt: now + 60_000 },
    {
      ...ready,
      server: elsewhere,
      follow: { handle: "@club@site.example", url: "https://tidepool.example/@club" },
    },
    { ...wrong("closed", "closed"), server: { ...elsewhere, title: elsewhere.host } },
    { ...form, returned: "other.example" },
  ]) {
    await widget.show(snapshot);
    if (snapshot.screen === "form") await widget.username.fill("carla");
    const loose = await widget.element.evaluate((element) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const texts: string[] = [];
      while (walker.nextNode()) {
        const { data, parentElement } = walker.currentNode as Text;
        if (/\w\.example\b|@\w|\d:\d\d\b/.test(data) && parentElement?.translate) texts.push(data);
      }
      return texts;
    });
    const example = /name@example\.org|@username@/; // whose words may be
    expect(loose.filter((text) => !example.test(text))).toEqual([]);
  }
});
