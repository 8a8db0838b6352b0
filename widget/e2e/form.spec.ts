// What the form says about what was typed.

import { openMail } from "./desk.ts";
import { inArabic, measured, rightToLeft } from "./right-to-left.ts";
import { expect, test } from "./test.ts";
import { alice, password } from "./visitor.ts";

test("an empty form names every problem and sends nothing", async ({ desk, visitor }) => {
  await desk.play("open");
  await visitor.opensSite();
  await visitor.submit.click();
  await expect(visitor.alert).toBeFocused();
  for (const field of [visitor.username, visitor.email, visitor.password, visitor.agreement]) {
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription(/\S/);
  }
  expect((await desk.received()).filter((r) => r.method === "POST" && r.path === "/api/v1/accounts")).toEqual(
    [],
  );
});

test("the whole way by keyboard alone, in forced colours", async ({
  page,
  browserName,
  desk,
  demo,
  visitor,
}) => {
  if (browserName === "chromium") await page.emulateMedia({ forcedColors: "active" });
  await desk.play("open");
  await visitor.opensSite();
  await visitor.username.focus();
  await page.keyboard.type(alice.username);
  for (const text of [alice.email, password]) {
    await page.keyboard.press("Tab");
    await page.keyboard.type(text);
  }
  await expect(visitor.password).toHaveValue(password);
  while (!(await visitor.agreement.evaluate((box) => box === document.activeElement))) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Space");
  await expect(visitor.agreement).toBeChecked();
  await page.keyboard.press("Enter");
  await visitor.sees("confirm");
  if (browserName !== "chromium") return; // another tab would take the focus
  const elsewhere = await page.context().newPage();
  await openMail(elsewhere, demo);
  await elsewhere.close();
  const has = (name: string) => visitor.widget.getByRole("button", { name }).and(page.locator(":focus"));
  // The widget may have found out by itself meanwhile.
  const waits = async () => (await visitor.widget.getAttribute("data-state")) === "confirm";
  for (let i = 0; i < 20 && (await waits()) && !(await has("Check now").count()); i++) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle);
    expect(seen, "where the focus is can be seen").not.toBe("none");
  }
  if (await waits()) await page.keyboard.press("Enter");
  await visitor.sees("ready");
});

test("a refusal names every problem of every field, in one box that has the focus", async ({
  desk,
  visitor,
  expected,
}) => {
  expected.push(/status of 422/);
  await desk.play("open");
  await visitor.opensSite();
  await visitor.signsUp({ username: "admin", email: "alice@throwaway.example", password });
  await expect(visitor.alert).toBeFocused();
  await expect(visitor.username).toHaveAttribute("aria-invalid", "true");
  await expect(visitor.username).toHaveAccessibleDescription(/is reserved on/);
  await expect(visitor.email).toHaveAttribute("aria-invalid", "true");
  await expect(visitor.email).toHaveAccessibleDescription(
    /doesn't accept addresses from this email provider/,
  );
  await expect(visitor.password).not.toHaveAttribute("aria-invalid", "true");

  await test.step("what was typed is kept, and the corrected form goes through", async () => {
    await expect(visitor.password).toHaveValue(password);
    await visitor.username.fill(alice.username);
    await visitor.fillsEmail(alice.email);
    await visitor.submit.click();
    await visitor.sees("confirm");
  });
});

test("a taken name is told while typing, with names that are free", async ({ desk, visitor }) => {
  await desk.play("open");
  await visitor.opensSite();
  await visitor.username.fill("marina");
  await visitor.username.press("Tab");
  await expect(visitor.widget).toContainText("@marina is taken.");
  const suggestion = visitor.widget.getByRole("button", { name: /marina/ }).first();
  const name = (await suggestion.textContent())?.match(/marina\w*/)?.[0] ?? "";
  await suggestion.click();
  await expect(visitor.username).toHaveValue(name);
  expect(name).not.toBe("marina");
});

test("nothing is registered before somebody shows an intent, and submitting costs one request", async ({
  desk,
  visitor,
}) => {
  await desk.play("open");
  await visitor.opensSite();
  expect((await desk.received()).map((r) => r.method)).not.toContain("POST");

  await visitor.fills(alice);
  const answered = async () => (await desk.received()).filter((r) => r.status > 0).map((r) => r.path);
  await expect
    .poll(answered)
    .toEqual(
      expect.arrayContaining([
        "/api/v1/apps",
        "/oauth/token",
        "/api/v1/instance/terms_of_service",
        "/api/v1/accounts/lookup",
      ]),
    );
  const before = (await desk.received()).length;
  await visitor.submit.click();
  await visitor.sees("confirm");
  const sent = (await desk.received())
    .slice(before)
    .map((r) => `${r.method} ${r.path}`)
    .filter((r) => !r.endsWith("/check_confirmation")); // after five seconds
  expect(sent).toEqual(["OPTIONS /api/v1/accounts", "POST /api/v1/accounts"]);
});

test("throttled: the clock is shown and the button waits", async ({ desk, visitor, expected }) => {
  expected.push(/status of 429/);
  await desk.play("throttled");
  await visitor.opensSite();
  await visitor.signsUp(alice);
  await expect(visitor.alert).toContainText(/\d+/);
  await expect(visitor.submit).toBeDisabled();
  await expect(visitor.username).toHaveValue(alice.username);
});

test("slow: each wait is shown, and the end is reached", async ({ page, desk, visitor }) => {
  await desk.play("slow");
  await page.addInitScript(() => {
    const waits = new Set<string>();
    const look = () => {
      const widget = document.querySelector("fedi-signup:defined");
      for (const state of ["loading", "submitting"])
        if (widget?.matches(`:state(${state})`)) waits.add(state);
      requestAnimationFrame(look);
    };
    look();
    Object.assign(globalThis, { waits });
  });
  await page.goto("/");
  await visitor.sees("form");
  await visitor.signsUp(alice);
  await visitor.sees("confirm");
  const waits = await page.evaluate(() => [...(globalThis as unknown as { waits: Set<string> }).waits]);
  expect(waits).toEqual(["loading", "submitting"]);
});

test("from right to left, rules stand beside their numbers, whichever way either is written", async ({
  page,
  demo,
  desk,
  ownSite,
  visitor,
}) => {
  await desk.play("open");
  ownSite.serve(rightToLeft(demo.server));
  await page.goto(ownSite.origin);
  await visitor.sees("form");
  expect(await visitor.widget.evaluate(measured), "English texts").toEqual({ texts: "ltr", far: [] });
  await page.evaluate(inArabic);
  await expect(visitor.widget.locator("[lang=ar]")).not.toHaveCount(0);
  expect(await visitor.widget.evaluate(measured), "Arabic texts, English rules").toEqual({
    texts: "rtl",
    far: [],
  });
});

test("what only this server wants is asked for once it has refused, with everything else kept", async ({
  page,
  demo,
  desk,
  visitor,
  expected,
}) => {
  expected.push(/status of 422/);
  await desk.play("wants");
  await visitor.opensSite();
  const pool = visitor.widget.getByRole("textbox", { name: "Favourite pool" });
  await visitor.fills(alice);
  await expect(pool).toHaveCount(0);
  await visitor.submit.click();
  await expect(pool).toBeFocused();
  await expect(pool).toHaveAccessibleDescription(/is required\. .+ says: .?can't be blank/);
  await expect(visitor.alert).toContainText("Favourite pool: This is required.");
  await expect(visitor.username).toHaveValue(alice.username);
  await expect(visitor.email).toHaveValue(alice.email);
  await expect(visitor.password).toHaveValue(password);
  await expect(visitor.agreement).toBeChecked();

  await page.keyboard.type("The deep one");
  await page.keyboard.press("Enter");
  await visitor.sees("confirm");
  const staff = await page.context().newPage();
  await staff.goto(`${demo.site}/desk/moderators`);
  await expect(staff.getByRole("article", { name: alice.username })).toContainText(
    "favourite_pool: The deep one",
  );
});
