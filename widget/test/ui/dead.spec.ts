// A copy of the widget's markup without its script: a saved page, what a
// prerenderer made, what a framework keeps for the way back.
import type { Page } from "@playwright/test";
import { expect, test } from "./harness.ts";
import { closedButInvites, form, fullForm, resendable } from "./snapshots.ts";

const secret = "correct horse battery staple";

/** What pages and tools make of the markup. */
const made: Record<string, (markup: string) => string> = {
  "as it is": (markup) => markup,
  "without the form's attributes": (markup) => markup.replace(/<form[^>]*>/, "<form>"),
  "in the page's own form": (markup) =>
    `<form id="own" method="post" action="/subscribe"><input name="list" value="news">${markup}</form>`,
  "in the page's own dialog": (markup) => `<dialog open>${markup}</dialog>`,
};

/** Opens a page of this body, which stays while its frame takes what is sent; tells what that was. */
async function open(page: Page, body: string): Promise<() => Promise<string[]>> {
  const sent: string[] = [];
  await page.route("https://site.example/**", (route) => {
    const request = route.request();
    const { pathname, search } = new URL(request.url());
    if (pathname === "/saved" && request.frame() === page.mainFrame()) {
      return route.fulfill({
        contentType: "text/html",
        body: `<!doctype html><base target="taken"><body>${body}<iframe name="taken"></iframe>`,
      });
    }
    if (request.resourceType() !== "image")
      sent.push(`${request.method()} ${pathname}${search} ${request.postData() ?? ""}`);
    return route.fulfill({ body: "" });
  });
  await page.goto("https://site.example/saved");
  return async () => {
    await page.evaluate(async () => {
      await new Promise((begun) => requestAnimationFrame(() => setTimeout(begun)));
      document.querySelector("dialog")?.show();
      await fetch("/last");
    });
    return sent.splice(0).filter((line) => !line.includes("/last"));
  };
}

/** Puts something into every field, so that none is forgotten. */
function fill(page: Page): Promise<void> {
  return page.evaluate((password) => {
    for (const field of document.querySelectorAll<HTMLInputElement>("[data-name]")) {
      if (field.type === "checkbox") field.click();
      else if (field.type === "date") field.value = "2000-01-02";
      else field.value = field.type === "password" ? password : "alice@example.org";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }, secret);
}

/** All ways to submit what stands there. */
const ways: Record<string, (page: Page) => Promise<unknown>> = {
  button: (page) => page.locator("[data-part~=button][type=submit]").click(),
  Enter: (page) => page.locator("[data-name]").first().press("Enter"),
  "a script": (page) =>
    page.evaluate(() => document.querySelector<HTMLFormElement>("form:not(#own)")?.submit()),
  "a script that asks": (page) =>
    page.evaluate(() => document.querySelector<HTMLFormElement>("form:not(#own)")?.requestSubmit()),
};

for (const [screen, snapshot] of Object.entries({
  form,
  "the full form": fullForm,
  "where a mail is waited for": resendable,
  "where an invite is asked for": closedButInvites,
})) {
  test(`a copy without the script sends nothing that was typed: ${screen}`, async ({ page, widget }) => {
    await widget.show(snapshot);
    await fill(page);
    const markup = await widget.element.evaluate((element) => element.outerHTML);
    expect(markup).not.toContain(secret);
    for (const [how, make] of Object.entries(made)) {
      const sent = await open(page, make(markup));
      await fill(page);
      const data = await page.evaluate(() => [...document.forms].flatMap((form) => [...new FormData(form)]));
      expect(data, how).toEqual(how.endsWith("own form") ? [["list", "news"]] : []);
      for (const [way, submit] of Object.entries(ways)) {
        await submit(page);
        // A form that has lost its method asks for the page again, and tells it nothing.
        const asks = how.startsWith("without") && way.startsWith("a script");
        expect(await sent(), `${how}, by ${way}`).toEqual(asks ? ["GET /saved "] : []);
      }
    }
  });
}
