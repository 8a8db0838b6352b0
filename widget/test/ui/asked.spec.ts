// Fields that nobody knows, which a server wants in a refusal.
import { expect, test } from "./harness.ts";
import { confirm, form, submitting } from "./snapshots.ts";

const asked = [
  { name: "favourite_pool", message: "can't be blank", maxLength: 500 },
  { name: "rules", maxLength: 500 },
];
const blank = (field: string) => ({ field, code: "ERR_BLANK", origin: "server" as const });
const wanted = {
  ...form,
  asked,
  problems: [{ ...blank("favourite_pool"), message: "can't be blank" }, blank("rules")],
};

test("it is drawn, has the focus, is explained, and what was typed and ticked stays", async ({ widget }) => {
  await widget.show(form);
  const pool = widget.element.getByRole("textbox", { name: "Favourite pool" });
  const rules = widget.element.getByRole("textbox", { name: "Rules" });
  await widget.username.fill("alice");
  await widget.password.fill("a secret of mine");
  await widget.element.getByRole("checkbox").check();
  await expect(pool).toHaveCount(0);
  await widget.submit.click();
  await widget.emit(submitting);
  await widget.emit(wanted);

  await expect(pool).toBeFocused();
  await expect(pool).toHaveAttribute("aria-required", "true");
  await expect(pool).toHaveAttribute("aria-invalid", "true");
  await expect(pool).toHaveAccessibleDescription(/^This is required\. Tidepool says: .?can't be blank.?$/);
  await expect(rules).toHaveAccessibleDescription("This is required. The server asks for this.");
  await expect(widget.alert).toContainText("2 fields need your attention:");
  await expect(widget.alert).toContainText("Favourite pool: This is required.");
  await expect(widget.username).toHaveValue("alice");
  await expect(widget.password).toHaveValue("a secret of mine");
  await expect(widget.element.getByRole("checkbox")).toBeChecked();

  await test.step("the box leads to it", async () => {
    await widget.alert.getByRole("link", { name: "Rules" }).click();
    await expect(rules).toBeFocused();
  });

  await test.step("what is typed goes along, in the server's order", async () => {
    await pool.fill("The deep one");
    await expect(pool).not.toHaveAttribute("aria-invalid", "true");
    await rules.fill("None");
    await widget.submit.click();
    await expect
      .poll(async () => (await widget.called("submit")).at(-1))
      .toMatchObject([
        {
          username: "alice",
          password: "a secret of mine",
          agreement: true,
          asked: [
            { name: "favourite_pool", value: "The deep one" },
            { name: "rules", value: "None" },
          ],
        },
      ]);
  });

  await test.step("another refusal stands at the field", async () => {
    await widget.emit({ ...submitting, asked });
    const wrong = { ...blank("favourite_pool"), code: "ERR_INVALID", message: "is invalid" };
    await widget.emit({ ...form, asked, problems: [wrong] });
    await expect(widget.alert).toBeFocused();
    await expect(widget.alert).toContainText("Favourite pool: Is invalid.");
    await expect(pool).toHaveValue("The deep one");
    await expect(pool).toHaveAccessibleDescription(/^Is invalid\. Tidepool says: /);
    await expect(rules).not.toHaveAttribute("aria-invalid", "true");
  });
});

test("where more is to be corrected, the box with all of it has the focus", async ({ widget }) => {
  await widget.show(form);
  await widget.submit.click();
  await widget.emit(submitting);
  await widget.emit({ ...wanted, problems: [...wanted.problems, blank("username")] });
  await expect(widget.alert).toBeFocused();
});

test("what a server asked is told to no other, and is forgotten with the form", async ({ widget }) => {
  await widget.show(wanted);
  const pool = widget.element.getByRole("textbox", { name: "Favourite pool" });
  for (const leave of [{ ...form, screen: "loading" as const }, confirm]) {
    await pool.fill("The deep one");
    await widget.emit(leave);
    await expect(pool).toHaveCount(0);
    await widget.emit(wanted);
    await expect(pool).toHaveValue("");
  }
});
