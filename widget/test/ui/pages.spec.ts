// Pages of other kinds than those that a server sends as HTML.
import type { Snapshot } from "../../src/core/types.ts";
import { children, expect, test } from "./harness.ts";
import { all, confirm, form } from "./snapshots.ts";

test("on a page of XML everything is drawn as on others", async ({ page, widget }) => {
  await page.route("https://site.example/page.xhtml", (route) =>
    route.fulfill({
      contentType: "application/xhtml+xml",
      body: `<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>The shore</title>
<link rel="icon" href="icon.svg" /><script>import("/fedi-signup.js");</script></head>
<body><fedi-signup server="tidepool.example" loading="eager">${children}</fedi-signup></body></html>`,
    }),
  );
  await page.goto("https://site.example/page.xhtml");
  await page.evaluate(() => customElements.whenDefined("fedi-signup"));
  await widget.emit(form);
  await widget.username.fill("alice");
  await expect(widget.element.getByRole("link", { name: "Join Tidepool" })).toBeHidden();
  await page.evaluate((snapshots) => {
    for (const snapshot of snapshots) globalThis.stub.emit(snapshot);
  }, Object.values(all));
  await widget.emit(all.ready as Snapshot);
  await widget.sees("ready");
});

for (const [what, place, address] of [
  [
    "a frame that is written into its page",
    "srcdoc",
    { appWebsite: "https://site.example", returnUrl: "https://site.example/page" },
  ],
  ["a page made by a script", "src", { appWebsite: "", returnUrl: "" }],
] as const) {
  test(`${what} has no address: the core is told the one around it, or none`, async ({ page, widget }) => {
    widget.policy = "";
    await widget.load("<iframe></iframe>", {}, undefined, false);
    await page.evaluate(
      ([attribute, prepared]) => {
        const html = `<!doctype html><script>prepared = ${prepared}</script>
<script type="module" src="https://site.example/fedi-signup.js"></script>
<fedi-signup server="tidepool.example" loading="eager"></fedi-signup>`;
        const blob = URL.createObjectURL(new Blob([html], { type: "text/html" }));
        document.querySelector("iframe")?.setAttribute(attribute, attribute === "src" ? blob : html);
      },
      [place, JSON.stringify({ snapshot: form })] as const,
    );
    const frame = page.frameLocator("iframe");
    await expect(frame.getByRole("textbox", { name: "Username" })).toBeVisible();
    const options = await frame.locator("fedi-signup").evaluate(() => globalThis.stub.options);
    expect(options).toEqual([expect.objectContaining(address)]);
  });
}

test("a page whose address cannot be changed: the element goes on", async ({ page, widget }) => {
  await page.addInitScript(() => {
    history.replaceState = () => {
      throw new DOMException("", "SecurityError");
    };
  });
  widget.address = "https://site.example/page?fedi-signup=tidepool.example";
  await widget.show(form);
});

test("in a frame that may submit no forms the button and Enter sign up all the same", async ({
  page,
  widget,
}) => {
  widget.policy = "";
  await widget.load('<iframe sandbox="allow-scripts allow-same-origin"></iframe>', {}, undefined, false);
  await page.evaluate(
    (prepared) => {
      const html = `<!doctype html><script>prepared = ${prepared}</script>
<script type="module" src="https://site.example/fedi-signup.js"></script>
<fedi-signup server="tidepool.example" loading="eager"></fedi-signup>`;
      document.querySelector("iframe")?.setAttribute("srcdoc", html);
    },
    JSON.stringify({ snapshot: form }),
  );
  const frame = page.frameLocator("iframe");
  const submitted = () =>
    frame.locator("fedi-signup").evaluate(() => globalThis.stub.called("submit").length);
  await frame.getByRole("textbox", { name: "Username" }).fill("alice");
  await frame.getByRole("button", { name: "Create account" }).click();
  await expect.poll(submitted).toBe(1);
  await frame.getByRole("textbox", { name: "Username" }).press("Enter");
  await expect.poll(submitted).toBe(2);
});

test("a page that takes away all attributes that it does not know: what is typed is sent, and wrong fields are found", async ({
  page,
  widget,
}) => {
  await page.addInitScript(() => {
    const strip = (element: Element) => {
      for (const name of element.getAttributeNames()) {
        if (name.startsWith("data-")) element.removeAttribute(name);
      }
    };
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const within = (target as Element).closest?.("fedi-signup");
        for (const element of within?.querySelectorAll("*") ?? []) strip(element);
      }
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true });
  });
  await widget.load(`<fedi-signup server="tidepool.example">${children}</fedi-signup>`, {
    snapshot: form,
    available: { alice: "taken" },
  });
  await widget.sees("form");
  await expect(widget.element.locator("[data-part]")).toHaveCount(0);
  await widget.username.pressSequentially("alice");
  await expect(widget.username).toHaveAccessibleDescription(/taken/);
  await widget.username.fill("alison");
  await widget.email.fill("alice@example.org");
  await widget.password.fill("a secret of mine");
  const agreement = widget.element.getByRole("checkbox");
  await agreement.check();
  await widget.submit.click();
  const sent = {
    username: "alison",
    email: "alice@example.org",
    password: "a secret of mine",
    agreement: true,
  };
  await expect.poll(() => widget.called("submit")).toEqual([[expect.objectContaining(sent)]]);
  await widget.emit({ ...form, screen: "submitting" });
  await widget.emit({ ...form, problems: [{ field: "email", code: "ERR_TAKEN", origin: "server" }] });
  await expect(widget.element.locator("form > [tabindex]")).toBeFocused();
  await expect(widget.username).toHaveValue("alison");
  await expect(widget.password).toHaveValue("a secret of mine");
  await expect(agreement).toBeChecked();
  await widget.emit(confirm);
  await expect(widget.element.getByRole("heading", { name: "Check your email" })).toBeFocused();
});
