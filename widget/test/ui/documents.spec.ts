// The element in another document than the one that made it.
import type { Page } from "@playwright/test";
import { expect, test } from "./harness.ts";
import { form, ready } from "./snapshots.ts";

type Place = { name: string; open: (page: Page) => Promise<unknown> };

/** Documents of the page's own, each kept as `there`. */
const places: Place[] = [
  {
    name: "an iframe",
    open: (page) =>
      page.evaluate(() => {
        const frame = document.createElement("iframe");
        Object.assign(frame, { width: 800, height: 900 });
        document.body.append(frame);
        Object.assign(globalThis, { there: frame.contentDocument });
      }),
  },
  {
    name: "a pop-up",
    open: (page) =>
      page.evaluate(() => {
        const popup = window.open("about:blank", "", "width=800,height=900");
        Object.assign(globalThis, { there: popup?.document });
      }),
  },
];

declare const there: Document;

/** Moves the element, with what is asked of it there. */
const moves = {
  there: (page: Page) =>
    page.evaluate(() => {
      const element = document.querySelector("fedi-signup") as HTMLElement;
      Object.assign(globalThis, { moved: element });
      there.body.append(element);
    }),
  back: (page: Page) => page.evaluate(() => document.querySelector("main")?.append(moved)),
};

declare const moved: HTMLElement;

/** What a visitor would notice of the looks. */
const looks = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const element = document.querySelector<HTMLElement>("fedi-signup") ?? moved;
    const view = element.ownerDocument.defaultView as Window;
    const tree = element.querySelector("[data-part=fedi-signup]")
      ? element
      : (element.shadowRoot as ShadowRoot);
    const style = (part: string) => view.getComputedStyle(tree.querySelector(part) as Element);
    return [
      style("[data-part=fedi-signup]").containerType,
      style("button[type=submit]").backgroundColor,
      style("button[type=submit]").borderRadius,
      style("[data-part~=control]").borderStyle,
      style("[data-part=hidden]").position,
      view.getComputedStyle(element).display,
    ];
  });

for (const root of ["light", "shadow"]) {
  for (const { name, open } of places) {
    test(`moved into ${name} and back the form keeps its looks and what was typed, root="${root}"`, async ({
      page,
      widget,
    }) => {
      await widget.show(form, `root="${root}"`);
      await widget.username.fill("alice");
      await widget.password.fill("correct horse battery");
      const before = await looks(page);
      await open(page);
      for (const move of [moves.there, moves.back, moves.there]) {
        await move(page);
        expect(await looks(page)).toEqual(before);
      }
      const values = await page.evaluate(() => {
        const tree = moved.querySelector("input") ? moved : (moved.shadowRoot as ShadowRoot);
        return [...tree.querySelectorAll("input")].map((input) => input.value);
      });
      expect(values).toEqual(["alice", "", "correct horse battery", "on"]);
      await widget.emit(ready); // the flow goes on there
      expect(await page.evaluate(() => moved.dataset.state)).toBe("ready");
    });
  }
}

test("a form in another document notices what is typed, left and pressed there", async ({ page, widget }) => {
  await widget.show(form, "", { problems: [{ field: "email", code: "ERR_INVALID", origin: "local" }] });
  await places[0]?.open(page);
  await moves.there(page);
  const frame = page.frameLocator("iframe");
  await frame.getByRole("textbox", { name: "E-mail" }).fill("alice");
  await frame.getByRole("textbox", { name: "Username" }).click();
  await expect(frame.getByText("not a complete e-mail address")).toBeVisible();
  await frame.getByRole("button", { name: "Create account" }).click();
  await expect.poll(async () => (await widget.called("submit")).length).toBe(1);
});

test("an element that waits to be seen begins in the document to which it was moved", async ({
  page,
  widget,
}) => {
  await widget.load('<div hidden><fedi-signup server="tidepool.example"></fedi-signup></div>', {
    snapshot: form,
  });
  await places[1]?.open(page);
  await moves.there(page);
  await expect.poll(() => page.evaluate(() => moved.dataset.state)).toBe("form");
});
