// The element in another document: a frame's, a window's, one that floats above all others; and back.
import { expect, test, type Widget } from "./harness.ts";
import { form, ready } from "./snapshots.ts";

declare global {
  var there: Window & typeof globalThis;
  var documentPictureInPicture: { requestWindow(size: object): Promise<Window & typeof globalThis> };
}

/** What our rules alone decide. */
function looks(element: Element): string {
  const view = element.ownerDocument.defaultView as Window;
  const parts = [
    "[data-part=fedi-signup]",
    "[data-part~=button]",
    "[data-part~=control]",
    "[data-part=input]",
  ];
  const tree = element.querySelector("form") ? element : (element.shadowRoot as ShadowRoot);
  return JSON.stringify([
    ...parts.map((part) => {
      const { display, containerType, backgroundColor, borderRadius, minBlockSize, lineHeight } =
        view.getComputedStyle(tree.querySelector(part) as Element);
      return { display, containerType, backgroundColor, borderRadius, minBlockSize, lineHeight };
    }),
    view.getComputedStyle(element).display,
  ]);
}

/** Makes another document, in globalThis.there. */
const documents: Record<string, (widget: Widget) => Promise<unknown>> = {
  "of a frame": ({ page }) =>
    page.evaluate(() => {
      const frame = document.createElement("iframe");
      frame.width = "900";
      frame.height = "900";
      document.body.append(frame);
      globalThis.there = frame.contentWindow as typeof there;
    }),
  "of a window": async ({ page }) => {
    const opened = page.waitForEvent("popup");
    await page.evaluate(() => {
      globalThis.there = window.open("", "", "width=900,height=900") as typeof there;
    });
    await opened;
  },
  "of a floating window": async ({ page }) => {
    await page.evaluate(() => {
      const button = document.createElement("button");
      button.id = "float";
      button.textContent = "Float";
      button.onclick = async () => {
        globalThis.there = await documentPictureInPicture.requestWindow({ width: 900, height: 900 });
      };
      document.body.prepend(button);
    });
    await page.locator("#float").click();
    await expect.poll(() => page.evaluate(() => typeof globalThis.there)).toBe("object");
  },
};

for (const [which, make] of Object.entries(documents)) {
  for (const root of ["light", "shadow"]) {
    test(`in the document ${which}, and back, root=${root}`, async ({ widget }) => {
      widget.policy = ""; // it holds for the other document as well, and for the test's way in
      await widget.show(form, `root="${root}"`, { documents: { about: { html: "<p>What we are</p>" } } });
      await widget.username.fill("alice");
      await widget.password.fill("a secret of mine");
      await widget.username.focus();
      const before = await widget.element.evaluate(looks);
      const element = await widget.element.elementHandle();
      await make(widget);
      // The tree that the widget is in, wherever that is.
      const inside = await element?.evaluateHandle((e) => (e.querySelector("form") ? e : e.shadowRoot));
      const part = (selector: string) =>
        inside?.evaluateHandle((tree, s) => tree?.querySelector(s), selector);

      await element?.evaluate((e) => globalThis.there.document.body.append(e));
      expect(await element?.evaluate(looks)).toBe(before);
      expect(await element?.evaluate((e) => e.ownerDocument !== document)).toBe(true);

      await test.step("what was typed is there, and the form goes on", async () => {
        const name = (await part("[data-name=username]"))?.asElement();
        expect(await name?.evaluate((input) => (input as HTMLInputElement).value)).toBe("alice");
        expect(await name?.evaluate((input) => input.matches(":focus") || document.hasFocus())).toBe(true);
        await name?.evaluate((input) => {
          (input as HTMLInputElement).value = "@bert@tidepool.example";
          input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
        });
        expect(await name?.evaluate((input) => (input as HTMLInputElement).value)).toBe("bert");
        await expect.poll(() => widget.called("available")).toContainEqual(["bert"]);
        const box = (await part("[data-name=agreement]"))?.asElement();
        await box?.evaluate((input) => (input as HTMLInputElement).click());
      });

      await test.step("a document is read there", async () => {
        const link = (await part("a[aria-haspopup=dialog]:not([href*=terms],[href*=privacy])"))?.asElement();
        await link?.evaluate((anchor) => (anchor as HTMLAnchorElement).click());
        await expect
          .poll(() => inside?.evaluate((tree) => tree?.querySelector("dialog")?.matches(":modal")))
          .toBe(true);
        await expect
          .poll(() =>
            inside?.evaluate((tree) => tree?.querySelector("iframe")?.contentDocument?.body.textContent),
          )
          .toContain("What we are");
      });

      await test.step("and stays open on the way back", async () => {
        await element?.evaluate((e) => document.querySelector("main")?.append(e));
        expect(await element?.evaluate(looks)).toBe(before);
        const dialog = widget.element.getByRole("dialog");
        await expect(dialog.frameLocator("iframe").getByText("What we are")).toBeVisible();
        await dialog.getByRole("button", { name: "Close" }).click();
      });

      await widget.submit.click();
      await expect
        .poll(() => widget.called("submit"))
        .toEqual([
          [expect.objectContaining({ username: "bert", password: "a secret of mine", agreement: true })],
        ]);
      expect(await widget.called("close")).toEqual([]);
    });
  }
}

test("it signs up in the other document, and tells the page", async ({ page, widget }) => {
  await widget.show(form);
  await documents["of a frame"]?.(widget);
  await widget.element.evaluate((element) => {
    globalThis.there.document.body.append(element);
    const page = globalThis as unknown as { told: string[] };
    page.told = [];
    element.addEventListener("fedi-signup-beforesubmit", () => page.told.push("beforesubmit"));
    element.addEventListener("fedi-signup-confirmed", () => page.told.push("confirmed"));
  });
  const frame = page.frameLocator("iframe");
  await frame.getByRole("textbox", { name: "Username" }).fill("alice");
  await frame.getByLabel("Password", { exact: true }).fill("a secret of mine");
  await frame.getByRole("checkbox").check();
  await expect(frame.getByRole("meter")).toBeVisible();
  await frame.getByRole("button", { name: "Create account" }).click();
  await expect.poll(() => widget.called("submit")).toHaveLength(1);
  await widget.emit(ready);
  await expect(frame.getByRole("heading", { name: "Welcome!" })).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => (globalThis as unknown as { told: string[] }).told))
    .toEqual(["beforesubmit", "confirmed"]);
});

test("in the other document a field is checked when it is left there", async ({ page, widget }) => {
  await widget.show(form, "", { problems: [{ field: "email", code: "ERR_INVALID", origin: "local" }] });
  await documents["of a frame"]?.(widget);
  await widget.element.evaluate((element) => globalThis.there.document.body.append(element));
  const frame = page.frameLocator("iframe");
  await frame.getByRole("textbox", { name: "Email" }).fill("alice");
  await frame.getByRole("textbox", { name: "Username" }).click();
  await expect(frame.getByText("complete email address")).toBeVisible();
});

test("which window is looked at is that of the other document", async ({ page, widget }) => {
  await widget.show(form);
  await documents["of a frame"]?.(widget);
  await widget.element.evaluate((element) => globalThis.there.document.body.append(element));
  const hide = (where: "there" | "globalThis", state: string) =>
    page.evaluate(
      ([w, s]) => {
        const { document } = w === "there" ? globalThis.there : globalThis;
        Object.defineProperty(document, "visibilityState", { value: s, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
      },
      [where, state] as const,
    );
  const told = async () => (await widget.called("setVisible")).flat();
  const before = (await told()).length;
  await hide("globalThis", "hidden");
  expect((await told()).slice(before)).toEqual([]);
  await hide("there", "hidden");
  expect((await told()).slice(before)).toEqual([false]);
});

test("it is woken where it is seen", async ({ widget }) => {
  const tall = Array.from({ length: 200 }, () => "<p>A line</p>").join("");
  await widget.load(`${tall}<fedi-signup server="tidepool.example"></fedi-signup>`, { snapshot: form });
  await widget.sees("idle");
  await documents["of a frame"]?.(widget);
  const handle = await widget.element.elementHandle();
  await handle?.evaluate((element) => {
    for (const line of document.querySelectorAll("main p")) line.remove();
    globalThis.there.document.body.append(element);
  });
  await expect.poll(() => handle?.getAttribute("data-state")).toBe("form");
});

test("in a document that nobody sees it waits", async ({ page, widget }) => {
  await widget.show(form);
  const handle = await widget.element.elementHandle();
  await handle?.evaluate((element) => document.implementation.createHTMLDocument().body.append(element));
  await expect.poll(() => widget.called("close")).toHaveLength(1);
  await handle?.evaluate((element) => document.querySelector("main")?.append(element));
  await widget.sees("form");
  await expect(page.locator("form")).toHaveCount(1);
});

test("it takes the colours of a window before one that is not drawn, as where it came from is hidden", async ({
  widget,
}) => {
  widget.policy = "";
  await widget.show(form);
  const element = await widget.element.elementHandle();
  await documents["of a window"]?.(widget);
  await element?.evaluate((e) => {
    globalThis.requestAnimationFrame = () => 0;
    Object.assign(globalThis.there.document.body.style, { background: "black", color: "white" });
    globalThis.there.document.body.append(e);
  });
  const scheme = () =>
    element?.evaluate((e) => e.querySelector<HTMLElement>("[data-part=fedi-signup]")?.style.colorScheme);
  await expect.poll(scheme).toBe("dark");
});
