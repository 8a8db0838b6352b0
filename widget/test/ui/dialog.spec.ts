// The form in a dialog, which buttons and links of the page open.
import { inaccessible } from "../../e2e/accessible.ts";
import type { FediSignup } from "../../src/element.ts";
import { expect, test, type Widget } from "./harness.ts";
import { form, ready, returned } from "./snapshots.ts";

const fallback = '<a href="https://tidepool.example/auth/sign_up" data-fedi-signup-open>Join Tidepool</a>';

const tall = Array.from({ length: 100 }, () => "<p>A line</p>").join("");

const page = (attributes = "") => `<button type="button" data-fedi-signup-open="join">Sign up</button>
<p><button type="button" data-fedi-signup-open="join">Become a <b>member</b></button>
<button type="button" data-fedi-signup-open="other">Another</button></p>
<fedi-signup id="join" server="tidepool.example" display="dialog" ${attributes}>${fallback}</fedi-signup>${tall}`;

const dialogOf = (widget: Widget) => widget.element.locator("dialog[part=dialog]");

for (const root of ["light", "shadow"]) {
  test(`buttons and links open it, and closing keeps what was typed: root=${root}`, async ({
    page: tab,
    widget,
  }) => {
    await widget.load(page(`root="${root}"`), { snapshot: form });
    const opened = await widget.listen("fedi-signup-open");
    const closed = await widget.listen("fedi-signup-close");
    const dialog = dialogOf(widget);
    const link = tab.getByRole("link", { name: "Join Tidepool" });
    await expect(link).toBeVisible();
    await widget.sees("idle");
    expect(await widget.called("startCore"), "nobody asked for it").toEqual([]);
    const button = tab.getByRole("button", { name: "Sign up", exact: true });
    await button.focus();
    await expect.poll(() => widget.called("startCore")).toHaveLength(1);
    await widget.sees("form");
    await expect(dialog).toBeHidden();

    const scroll = () =>
      tab.evaluate(() => {
        scrollBy(0, 50);
        return scrollY;
      });
    expect(await scroll()).toBe(50);
    await tab.evaluate(() => scrollTo(0, 0));
    await button.press("Enter");
    await expect(dialog).toBeVisible();
    expect(await widget.element.evaluate(({ shadowRoot }) => shadowRoot?.activeElement?.localName)).toBe(
      "dialog",
    );
    await expect(dialog).toHaveAccessibleName(/Create an account on.*Tidepool/);
    expect(await opened()).toHaveLength(1);
    await tab.mouse.move(10, 10);
    await tab.mouse.wheel(0, 300);
    expect(await tab.evaluate(() => getComputedStyle(document.documentElement).overflow)).toBe("hidden");
    expect(await inaccessible(tab, "fedi-signup")).toEqual([]);
    await widget.username.fill("alice");
    await widget.password.fill("a long one that nobody knows");

    const closing = {
      "the key": () => tab.keyboard.press("Escape"),
      "the backdrop": () => tab.mouse.click(4, 4),
      "the button": () => dialog.getByRole("button", { name: "Close" }).click(),
    };
    let times = 0;
    for (const [way, close] of Object.entries(closing)) {
      await close();
      await expect(dialog, way).toBeHidden();
      await expect(times ? link : button, way).toBeFocused();
      await expect.poll(closed, way).toHaveLength(++times);
      await link.click();
      await expect(dialog).toBeVisible();
      await expect(widget.username).toHaveValue("alice");
      await expect(widget.password).toHaveValue("a long one that nobody knows");
    }
    expect(await widget.called("open"), "the sign-up goes on").toHaveLength(1);
    // What is dragged out of a field closes nothing.
    const box = await widget.username.boundingBox();
    await tab.mouse.move((box?.x ?? 0) + 30, (box?.y ?? 0) + 10);
    await tab.mouse.down();
    await tab.mouse.move(2, 2);
    await tab.mouse.up();
    await expect(dialog).toBeVisible();
    await tab.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    expect(await scroll()).toBe(50);

    await test.step("a button that came later, for the same element or another", async () => {
      await tab.evaluate(() => {
        const later = document.body.appendChild(document.createElement("button"));
        later.dataset.fediSignupOpen = "join";
        later.textContent = "Later";
      });
      await tab.getByRole("button", { name: "Another" }).click();
      await expect(dialog).toBeHidden();
      await tab.getByRole("button", { name: "Later" }).click();
      await expect(dialog).toBeVisible();
      await tab.keyboard.press("Escape");
    });

    await test.step("in another tab a link stays a link", async () => {
      const prevented = await link.evaluate((a) => {
        const click = new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey: true });
        addEventListener("click", (event) => event.preventDefault(), { once: true });
        document.addEventListener(
          "click",
          ({ defaultPrevented }) => a.setAttribute("data-by", `${defaultPrevented}`),
          {
            once: true,
          },
        );
        a.dispatchEvent(click);
        return a.dataset.by;
      });
      expect(prevented).toBe("false");
      await expect(dialog).toBeHidden();
    });
  });
}

test("open() opens it and goes on where it was; with a server it reads that; close() ends all", async ({
  page: tab,
  widget,
}) => {
  await widget.load(page(), { snapshot: form });
  const dialog = dialogOf(widget);
  const call = (act: (element: FediSignup) => Promise<void>) =>
    widget.element.evaluate(act as unknown as (element: HTMLElement) => Promise<void>);
  await call((element) => element.open());
  await expect(dialog).toBeVisible();
  await widget.sees("form");
  const before = (await widget.called("open")).length;
  await tab.keyboard.press("Escape");
  await call((element) => element.open());
  await expect(dialog).toBeVisible();
  expect(await widget.called("open")).toHaveLength(before);
  await call((element) => element.open("other.example"));
  expect((await widget.called("open")).at(-1)).toEqual(["other.example"]);
  await call((element) => element.close());
  await expect(dialog).toBeHidden();
  await expect(tab.getByRole("link", { name: "Join Tidepool" })).toBeVisible();
  expect(await widget.called("close")).toHaveLength(1);
});

test("who comes from an email finds it open, on every screen that speaks of it", async ({ widget }) => {
  widget.address = "https://site.example/page?fedi-signup=tidepool.example";
  for (const snapshot of [returned, ready]) {
    await widget.load(page(), { snapshot });
    await expect(dialogOf(widget)).toBeVisible();
    await expect(widget.element.getByRole("heading")).toBeVisible();
  }
  widget.address = "https://site.example/page?fedi-signup=other.example";
  await widget.load(page(), { snapshot: { ...form, returned: "other.example" } });
  await widget.sees("form");
  await expect(dialogOf(widget), "the form is for another server").toBeHidden();
});

test("where it cannot be loaded the form stands in the page", async ({ page: tab, widget, fails }) => {
  fails.console.push(/./);
  await tab.route(/\/dialog\.[0-9a-f]{12}\.js/, (route) => route.abort());
  await widget.load(page(), { snapshot: form });
  await widget.sees("form");
  await expect(widget.username).toBeVisible();
});

test("it can be wanted, or not any more, at any time; an element that is moved keeps it open", async ({
  page: tab,
  widget,
}) => {
  await widget.load(page(), { snapshot: form });
  const dialog = dialogOf(widget);
  const lock = () => tab.evaluate(() => getComputedStyle(document.documentElement).overflow);
  await tab.getByRole("button", { name: "Sign up", exact: true }).click();
  await widget.username.fill("alice");
  await widget.element.evaluate((element) => document.body.prepend(element));
  await expect(dialog).toBeVisible();
  expect(await dialog.evaluate((open) => open.matches(":modal"))).toBe(true);
  await widget.element.evaluate((element) => element.setAttribute("display", "inline"));
  await expect(dialog).toHaveCount(0);
  await expect(widget.username).toBeVisible();
  await expect(widget.username).toHaveValue("alice");
  expect(await lock()).toBe("visible");
  await widget.element.evaluate((element) => element.setAttribute("display", "dialog"));
  await expect(widget.username).toBeHidden();
  await tab.getByRole("button", { name: "Sign up", exact: true }).click();
  await expect(widget.username).toHaveValue("alice");
  await widget.element.evaluate((element) => element.remove());
  await expect.poll(lock, "the page is free again").toBe("visible");
});

test("it fits a phone, and is dark where the page is", async ({ page: tab, widget }) => {
  widget.policy = "";
  for (const width of [390, 1200]) {
    await tab.setViewportSize({ width, height: 844 });
    await widget.load(`<style>body { background: #111; color: #eee } a { color: #9cf }</style>${page()}`, {
      snapshot: form,
    });
    await tab.getByRole("button", { name: "Sign up", exact: true }).click();
    const dialog = dialogOf(widget);
    await expect(widget.username).toBeVisible();
    const { scheme, wide, box } = await dialog.evaluate((open) => ({
      scheme: getComputedStyle(open).colorScheme,
      wide: open.scrollWidth > open.clientWidth,
      box: open.getBoundingClientRect().toJSON() as DOMRect,
    }));
    expect(scheme).toBe("dark");
    expect(wide).toBe(false);
    expect(box.width).toBe(width === 390 ? 390 : 37 * 16);
    expect(await inaccessible(tab, "fedi-signup")).toEqual([]);
    if (process.env.SHOTS) await tab.screenshot({ path: `${process.env.SHOTS}/dialog-${width}.png` });
  }
});
