// The element as JavaScript finds it.
import type { FediSignup } from "../../src/element.ts";
import { expect, test } from "./harness.ts";
import { form, ready } from "./snapshots.ts";

test("attributes are properties too, without white space and with known values alone", async ({
  widget,
  page,
}) => {
  await widget.load(
    `<fedi-signup server=" tidepool.example " theme="DARK" persist="stone" expose-token></fedi-signup>`,
  );
  const told = await page.evaluate(() => {
    const element = document.querySelector("fedi-signup") as FediSignup;
    const { server, theme, persist, exposeToken, appName } = element;
    element.appName = "The Shore";
    element.exposeToken = false;
    element.loading = "eager";
    Object.assign(element, { server: null });
    return [
      server,
      theme,
      persist,
      exposeToken,
      appName,
      element.outerHTML.replace(/>.*/s, ">").replace(' data-state="loading"', ""),
    ];
  });
  expect(told).toEqual([
    "tidepool.example",
    "dark",
    "session",
    true,
    "",
    '<fedi-signup theme="DARK" persist="stone" app-name="The Shore" loading="eager">',
  ]);
});

test("a property that was set before the element was defined counts", async ({ widget, page }) => {
  widget.policy = ""; // the script comes late
  await widget.load("<fedi-signup></fedi-signup>", { snapshot: form }, undefined, false);
  await page.evaluate(async () => {
    const given = { server: "tidepool.example", strings: { submit: "Off we go" } };
    Object.assign(document.querySelector("fedi-signup") as FediSignup, given);
    const script = Object.assign(document.createElement("script"), { type: "module", src: "fedi-signup.js" });
    document.head.append(script);
    await customElements.whenDefined("fedi-signup");
  });
  await widget.sees("form");
  await expect(widget.element).toHaveAttribute("server", "tidepool.example");
  await expect(widget.submit.or(widget.element.getByRole("button", { name: "Off we go" }))).toHaveText(
    "Off we go",
  );
});

test("another server is a property away", async ({ widget, page }) => {
  await widget.show(form);
  await page.evaluate(() => {
    (document.querySelector("fedi-signup") as FediSignup).server = "reef.example";
  });
  await expect.poll(() => widget.called("open")).toEqual([["tidepool.example"], ["reef.example"]]);
});

test("define tells which class a tag has, in any registry", async ({ widget, page }) => {
  await widget.show(form);
  const told = await page.evaluate(() => {
    const Signup = customElements.get("fedi-signup") as typeof FediSignup;
    const Other = Signup.define("shore-signup");
    const own = new (CustomElementRegistry as unknown as { new (): CustomElementRegistry })();
    const Own = Signup.define("fedi-signup", own);
    return [
      Signup.define() === Signup,
      Other === customElements.get("shore-signup") && Other.prototype instanceof Signup,
      Signup.define("shore-signup") === Other,
      Own === own.get("fedi-signup"),
    ];
  });
  expect(told).toEqual([true, true, true, true]);
});

test("checkValidity says whether it could be sent, reportValidity says why not", async ({ widget, page }) => {
  const blank = (field: string) => ({ field, code: "ERR_BLANK" as const, origin: "local" as const });
  const valid = () => page.evaluate(() => document.querySelector("fedi-signup")?.checkValidity());
  await widget.show(form, "", { problems: [blank("email")] });
  expect(await valid(), "nothing is typed yet").toBe(false);
  await widget.username.fill("alice");
  await expect.poll(() => widget.called("check").then((calls) => calls.length)).toBeGreaterThan(0);
  expect(await valid(), "an address is missing").toBe(false);
  await expect(widget.alert).toHaveCount(0);
  expect(await page.evaluate(() => document.querySelector("fedi-signup")?.reportValidity())).toBe(false);
  await expect(widget.alert).toBeFocused();
  await expect(widget.alert).toContainText("Enter your email address");
  expect(await widget.called("submit")).toEqual([]);
  await page.evaluate(() => Object.assign(globalThis.stub, { problems: [] }));
  await widget.email.fill("alice@example.org");
  await expect.poll(valid).toBe(true);
  expect(await page.evaluate(() => document.querySelector("fedi-signup")?.reportValidity())).toBe(true);
});

test("reset leaves what the attributes say, and no problem", async ({ widget, page }) => {
  await widget.show(
    { ...form, problems: [{ field: "email", code: "ERR_TAKEN", origin: "server" }] },
    'username="alice"',
  );
  await widget.username.fill("bert");
  await widget.email.fill("bert@example.org");
  await widget.password.fill("a secret of mine");
  await widget.element.getByRole("checkbox").check();
  await page.evaluate(() => document.querySelector("fedi-signup")?.reset());
  await expect(widget.username).toHaveValue("alice");
  await expect(widget.email).toHaveValue("");
  await expect(widget.password).toHaveValue("");
  await expect(widget.element.getByRole("checkbox")).not.toBeChecked();
  await expect(widget.element.locator("[aria-invalid]")).toHaveCount(0);
});

test("focus goes to the first field, or to the heading", async ({ widget, page }) => {
  const focus = () => page.evaluate(() => document.querySelector("fedi-signup")?.focus());
  await widget.show(form);
  await focus();
  await expect(widget.username).toBeFocused();
  await widget.emit(ready);
  await focus();
  await expect(widget.element.locator("[data-part=title]")).toBeFocused();
});
