// The challenge that the site's broker wants solved: a Turnstile, as the page loads it.
import { expect, test } from "./harness.ts";
import { confirm, form, wrong } from "./snapshots.ts";

interface Shown {
  sitekey: string;
  language: string;
  theme: string;
  callback(answer: string): void;
}

declare global {
  var shown: Shown[];
  var resets: string[];
  var removed: string[];
  var turnstile: unknown;
}

const attributes = 'broker="https://edge.example" challenge="1x00000000000000000000AA"';

test.beforeEach(({ page }) => page.route("https://edge.example/**", (route) => route.fulfill({ json: {} })));

test("it stands in the form, its answer goes with the first sign of intent, and what is refused is made anew", async ({
  widget,
  page,
}) => {
  await page.addInitScript(() => {
    globalThis.shown = [];
    globalThis.resets = [];
    globalThis.removed = [];
    globalThis.turnstile = {
      render(place: Element, options: Shown) {
        place.append("Are you human?");
        return `widget-${globalThis.shown.push(options)}`;
      },
      reset: (id: string) => globalThis.resets.push(id),
      remove: (id: string) => globalThis.removed.push(id),
    };
  });
  const solve = (answer: string) => page.evaluate((text) => globalThis.shown.at(-1)?.callback(text), answer);
  const answers = async () => (await widget.called("prepare")).flat().filter(Boolean);

  await widget.show(form, attributes);
  const place = widget.element.locator("[data-part=challenge]");
  await expect(place).toHaveText("Are you human?");
  expect(
    await page.evaluate(() =>
      globalThis.shown.map(({ sitekey, language, theme }) => [sitekey, language, theme]),
    ),
  ).toEqual([["1x00000000000000000000AA", "en", "light"]]);
  await solve("first");
  expect(await widget.called("prepare")).toEqual([]);
  await widget.username.fill("alice");
  await expect.poll(answers).toEqual(["first"]);

  await widget.emit({
    ...wrong("form", "broker", { detail: "challenge_required", retryable: true }),
    fields: form.fields,
  });
  await expect(widget.alert).toContainText("First confirm that you're human, at the end of the form.");
  await expect(place).toHaveText("Are you human?");
  expect(await page.evaluate(() => globalThis.resets)).toEqual(["widget-1"]);
  await solve("second");
  await expect.poll(answers).toEqual(["first", "second"]);
  await expect(widget.username).toHaveValue("alice");

  await widget.emit(form);
  expect(await page.evaluate(() => globalThis.removed)).toEqual([]);
  await widget.emit(confirm);
  await expect.poll(() => page.evaluate(() => globalThis.removed)).toEqual(["widget-1"]);
});

test("without a Turnstile on the page, or a key, the form is as ever", async ({ widget, page }) => {
  await widget.show(form, attributes);
  await expect(widget.element.locator("[data-part=challenge]")).toBeEmpty();
  await widget.username.fill("alice");
  await expect.poll(() => widget.called("prepare")).toHaveLength(1);
  await page.evaluate(() => {
    globalThis.turnstile = { render: (place: Element) => place.append("late") };
  });
  await widget.emit({ ...form, slow: true });
  await expect(widget.element.locator("[data-part=challenge]")).toHaveText("late");

  await widget.show(form, 'broker="https://edge.example"');
  await expect(widget.element.locator("[data-part=challenge]")).toHaveCount(0);
});

test("where its script is blocked, or does not like the key, the visitor is not sent to what is not there", async ({
  widget,
  page,
}) => {
  for (const there of [false, true]) {
    await widget.show(form, attributes);
    if (there) {
      await page.evaluate(() => {
        globalThis.turnstile = {
          render() {
            throw new Error("no such key");
          },
        };
        globalThis.addEventListener("error", (event) => event.preventDefault()); // as the owner reads it
      });
      await widget.emit({ ...form, slow: true });
    }
    await widget.username.fill("alice");
    await widget.emit({
      ...wrong("form", "broker", {
        detail: "challenge_required",
        retryable: true,
        handover: "https://tidepool.example/auth/sign_up",
      }),
      fields: form.fields,
    });
    await expect(widget.alert).toContainText("This site couldn't get the permission from");
    await expect(widget.alert).not.toContainText("human");
    await expect(widget.alert.getByRole("link")).toHaveAttribute(
      "href",
      "https://tidepool.example/auth/sign_up",
    );
    await expect(widget.username).toHaveValue("alice");
  }
});
