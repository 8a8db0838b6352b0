// A page that draws its own content anew, with or without a thought of who else is there.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { expect, test, type Widget } from "./harness.ts";
import { form, refused, server } from "./snapshots.ts";

const idiomorph = readFileSync(createRequire(import.meta.url).resolve("idiomorph/dist/idiomorph.js"), "utf8");

declare global {
  var Idiomorph: { morph(old: Element, fresh: string, options?: object): void };
}

/** Types into the form, and leaves the caret in the middle of the name. */
async function types(widget: Widget): Promise<void> {
  await widget.email.fill("alice@example.org");
  await widget.password.fill("a secret of mine");
  await widget.element.getByRole("checkbox").check();
  await widget.username.fill("alce");
  await widget.username.press("ArrowLeft");
  await widget.username.press("ArrowLeft");
}

/** Finds everything as it was left, goes on, and signs up. */
async function goesOn(widget: Widget): Promise<void> {
  await expect(widget.page.locator("form")).toHaveCount(1);
  await expect(widget.username).toBeFocused();
  await widget.page.keyboard.type("i");
  await expect(widget.username).toHaveValue("alice");
  await expect(widget.element).toContainText("@alice@tidepool.example"); // in the hint, which is drawn anew
  await expect(widget.element).not.toContainText("Choose a username");
  await expect(widget.element.getByRole("link", { name: "Join" })).toBeHidden();
  await widget.submit.click();
  await expect
    .poll(() => widget.called("submit"))
    .toEqual([
      [
        expect.objectContaining({
          username: "alice",
          email: "alice@example.org",
          password: "a secret of mine",
          agreement: true,
        }),
      ],
    ]);
  expect(await widget.called("close")).toEqual([]);
}

const inPage = (page: Page, act: (element: HTMLElement) => void) =>
  page.evaluate(`(${act})(document.querySelector("fedi-signup"))`);

test.beforeEach(({ widget }) => {
  widget.policy = ""; // a strict one lets nobody write markup
});

const content = '<a href="https://tidepool.example/">Join</a>';

for (const [how, act] of Object.entries<(element: HTMLElement) => void>({
  "the only text is set": (element) => {
    element.textContent = "Join us";
  },
  "the children are replaced": (element) => element.replaceChildren(document.createElement("p")),
  "the markup is set": (element) => {
    element.innerHTML = "<p>Join us</p>";
  },
  "everything is taken out": (element) => element.replaceChildren(),
  "the form alone is taken out": (element) => element.lastElementChild?.remove(),
  "the element is compared with what a server sends": (element) =>
    Idiomorph.morph(element, '<fedi-signup server="tidepool.example"><p>Join</p></fedi-signup>'),
  "the page is compared": () => {
    const fresh = document.body.cloneNode(true) as HTMLElement;
    const element = fresh.querySelector("fedi-signup");
    element?.replaceChildren("Join");
    element?.removeAttribute("data-state");
    Idiomorph.morph(document.body, fresh.outerHTML);
  },
  "a part of the page takes the form's place": (element) =>
    Idiomorph.morph(element, "<div><b>Join</b></div><div>us</div>", { morphStyle: "innerHTML" }),
  "everything happens at once, and an attribute is set": (element) => {
    element.removeAttribute("data-state");
    element.replaceChildren("Join");
    element.setAttribute("theme", "dark");
  },
  "it is moved in the page": (element) => document.body.prepend(element),
})) {
  test(`the form comes back with what was typed, and the caret: ${how}`, async ({ page, widget }) => {
    await widget.load(`<fedi-signup server="tidepool.example">${content}</fedi-signup>`, { snapshot: form });
    await page.evaluate(idiomorph);
    await widget.sees("form");
    await types(widget);
    await inPage(page, act);
    await widget.sees("form");
    await goesOn(widget);
  });
}

for (const [how, act] of Object.entries<(element: HTMLElement) => void>({
  "its fields are taken out": (element) => {
    for (const field of element.querySelectorAll("[data-part=field]")) field.remove();
  },
  "the form is another one": (element) => {
    const form = element.querySelector("form");
    form?.replaceWith(form.cloneNode(true));
  },
  "every attribute is taken away": (element) => {
    for (const part of element.querySelectorAll("*"))
      for (const { name } of [...part.attributes]) part.removeAttribute(name);
  },
  "all is written anew": (element) => {
    const place = element.querySelector("[data-part=fedi-signup]");
    // biome-ignore lint/correctness/noSelfAssign: it is not the same afterwards
    if (place) place.innerHTML = place.innerHTML;
  },
  "comments are taken out": (element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_COMMENT);
    const comments: Node[] = [];
    while (walker.nextNode()) comments.push(walker.currentNode);
    for (const comment of comments) (comment as Comment).remove();
  },
  "it is compared with an earlier state of its own": (element) => {
    const copy = element.querySelector("[data-part=fedi-signup]")?.cloneNode(true) as HTMLElement;
    copy.querySelector("[data-part=rules-box]")?.remove();
    for (const input of copy.querySelectorAll("input")) input.removeAttribute("aria-describedby");
    Idiomorph.morph(element, `${copy.outerHTML}`, { morphStyle: "innerHTML" });
  },
})) {
  test(`the form is drawn anew, with what was typed: ${how}`, async ({ page, widget }) => {
    await widget.load(`<fedi-signup server="tidepool.example">${content}</fedi-signup>`, { snapshot: form });
    await page.evaluate(idiomorph);
    await widget.sees("form");
    await types(widget);
    await inPage(page, act);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    await expect(widget.username).toHaveValue("alce");
    await expect(widget.email).toHaveValue("alice@example.org");
    await expect(widget.element.getByRole("checkbox")).toBeChecked();
    await widget.username.fill("bert");
    await expect(widget.element).toContainText("@bert@tidepool.example");
    await widget.emit({ ...refused, fields: form.fields });
    await expect(widget.username).toHaveAccessibleDescription(/taken/);
    await expect(widget.element.getByRole("heading", { name: server.title ?? "" })).toHaveCount(1);
  });
}

test("what was typed survives a form of its own, too: the password, the caret", async ({ page, widget }) => {
  await widget.show(form);
  await types(widget);
  await inPage(page, (element) => {
    const form = element.querySelector("form");
    form?.replaceWith(form.cloneNode(true));
  });
  await widget.sees("form");
  await goesOn(widget);
});

test("nobody is held in a field: the Tab key goes on, while the form is drawn", async ({ page, widget }) => {
  await widget.show(form);
  await widget.username.focus();
  for (const text of ["alice", "alice@example.org", "a secret of mine"]) {
    await page.keyboard.type(text);
    await page.keyboard.press("Tab");
  }
  await expect(widget.username).toHaveValue("alice");
  await expect(widget.email).toHaveValue("alice@example.org");
  await expect(widget.password).toHaveValue("a secret of mine");
});

test("what others add stays: an icon of a password manager, the letters of a translator", async ({
  page,
  widget,
}) => {
  await widget.show(form);
  await types(widget);
  const drawn = await widget.username.elementHandle();
  await inPage(page, (element) => {
    const icon = document.createElement("img");
    icon.alt = "Fill in";
    element.querySelector("[data-name=password]")?.after(icon);
    element.querySelector("[data-name=password]")?.setAttribute("data-manager", "1");
    const words = element.querySelector("[data-part=subtitle]");
    const font = document.createElement("font");
    font.append("Regeln");
    for (const node of words?.childNodes ?? [])
      if (node.nodeName === "#text" && node.nodeValue) node.replaceWith(font);
  });
  await widget.username.press("End");
  await expect(widget.element.getByRole("img", { name: "Fill in" })).toBeVisible();
  await expect(widget.element).toContainText("Regeln");
  await inPage(page, (element) => {
    element.querySelector("font")?.replaceWith("The rules");
    element.querySelector("img[alt='Fill in']")?.remove();
  });
  expect(await drawn?.evaluate((input) => input === document.activeElement)).toBe(true);
});

for (const [how, act] of Object.entries<(element: HTMLElement) => void>({
  "as soon as it comes": (element) => {
    new MutationObserver(() => {
      if (element.lastElementChild?.matches("[data-part=fedi-signup]")) element.lastElementChild.remove();
    }).observe(element, { childList: true });
    element.lastElementChild?.remove();
  },
  "every time it draws": (element) => {
    const draw = () => {
      element.replaceChildren(document.createElement("hr"));
      const link = document.createElement("a");
      link.href = "https://tidepool.example/";
      link.textContent = "Join Tidepool";
      element.replaceChildren(link);
      requestAnimationFrame(draw);
    };
    draw();
  },
})) {
  test(`a page that takes the form away ${how} gets its own content`, async ({ page, widget }) => {
    await widget.show(form);
    await inPage(page, act);
    await widget.sees("idle");
    await expect(page.locator("form")).toHaveCount(0);
    await expect(widget.element.getByRole("link", { name: "Join Tidepool" })).toBeVisible();
    expect(await widget.called("close")).toHaveLength(1);
  });
}

test("a page that takes an attribute away for ever is not fought for ever", async ({ page, widget }) => {
  await widget.show(form);
  await inPage(page, (element) => {
    new MutationObserver(() => element.removeAttribute("data-state")).observe(element, { attributes: true });
    element.removeAttribute("data-state");
  });
  await widget.sees("idle");
  await expect(widget.element.getByRole("link", { name: "Join Tidepool" })).toBeVisible();
});

test("a document that is read stays open", async ({ page, widget }) => {
  const documents = { about: { html: "<p>What we are</p>" } };
  await widget.show(form, "", { documents });
  await widget.element.getByRole("link", { name: "About this server" }).click();
  const dialog = widget.element.getByRole("dialog");
  await expect(dialog.frameLocator("iframe").getByText("What we are")).toBeVisible();
  await inPage(page, (element) => element.replaceChildren("Join"));
  await expect(dialog.frameLocator("iframe").getByText("What we are")).toBeVisible();
  expect(await dialog.evaluate((element) => element.matches(":modal"))).toBe(true);
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(dialog).toHaveCount(0);
  await widget.sees("form");
});
