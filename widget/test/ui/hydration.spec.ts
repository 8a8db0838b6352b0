// Pages that a framework drew on a server: it takes them over without a word, and the form works.
import type { ConsoleMessage, Page } from "@playwright/test";
import { drawn, frameworks, type Props } from "./frameworks/index.ts";
import { expect, test, type Widget } from "./harness.ts";
import { form } from "./snapshots.ts";

declare global {
  function hydrate(root: Element, props: Props): void;
}

/** Everything that the console says, but for what it recommends. */
function words(page: Page): string[] {
  const said: string[] = [];
  page.on("console", (message: ConsoleMessage) => {
    if (message.type() !== "info") said.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => said.push(String(error)));
  return said;
}

/** Loads a page with the widget's script first, or with the framework's alone. */
async function load(
  widget: Widget,
  name: string,
  props: Props,
  around = (root: string) => root,
): Promise<void> {
  const framework = frameworks[name];
  if (!framework) throw new Error(`no framework ${name}`);
  widget.policy = "";
  const { markup, script } = await drawn(framework, props);
  await widget.page.route("https://site.example/framework.js", (route) =>
    route.fulfill({ contentType: "text/javascript", body: script }),
  );
  await widget.load(
    `${around(`<div id="root">${markup}</div>`)}<script type="module" src="framework.js"></script>`,
    { snapshot: form },
    undefined,
    !props.loads,
  );
}

const takeOver = (page: Page, props: Props) =>
  page.evaluate(async (p) => {
    globalThis.hydrate(document.querySelector("#root") as Element, p);
    await new Promise((done) => setTimeout(done, 50));
  }, props);

/** The page is alive, and so is the form, before and after the page draws anew. */
async function works(widget: Widget): Promise<void> {
  const button = widget.page.getByRole("button", { name: "Pressed: 0" });
  await widget.sees("form");
  await expect(widget.page.locator("form")).toHaveCount(1);
  await widget.username.fill("alice");
  await button.click();
  await expect(widget.page.getByRole("button", { name: "Pressed: 1" })).toBeVisible();
  await expect(widget.username).toHaveValue("alice");
  await expect(widget.page.locator("form")).toHaveCount(1);
  await widget.submit.click();
  await expect
    .poll(() => widget.called("submit"))
    .toEqual([[expect.objectContaining({ username: "alice" })]]);
}

for (const name of Object.keys(frameworks)) {
  test.describe(name, () => {
    for (const text of [false, true]) {
      test(`takes over a page whose widget is there first, with ${text ? "a text" : "a link"} in it`, async ({
        page,
        widget,
      }) => {
        const said = words(page);
        let shows = (): void => {};
        const shown = new Promise<void>((resolve) => {
          shows = resolve;
        });
        // The page is not there as long as its picture is not.
        await page.route("https://site.example/slow.png", async (route) => {
          await shown;
          await route.fulfill({
            contentType: "image/svg+xml",
            body: "<svg xmlns='http://www.w3.org/2000/svg'/>",
          });
        });
        const loaded = load(widget, name, { text }, (root) => `${root}<img src="slow.png" alt="">`);
        await expect
          .poll(() => page.evaluate(() => typeof globalThis.hydrate).catch(() => ""))
          .toBe("function");
        await expect.poll(() => widget.called("open")).toHaveLength(1); // the core has told what to show
        await widget.sees("loading");
        await expect(widget.element).toContainText("Loading");
        await takeOver(page, { text });
        expect(said).toEqual([]);
        shows();
        await loaded;
        await works(widget);
        expect(said).toEqual([]);
      });
    }

    test("takes over late, and the page itself loads the widget", async ({ page, widget }) => {
      const said = words(page);
      const props = { loads: "/fedi-signup.js" };
      await load(widget, name, props);
      await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
      await expect(page.getByRole("link", { name: "Join" })).toBeVisible();
      await takeOver(page, props);
      await works(widget);
      expect(said).toEqual([]);
    });

    test("takes over late, with the form in the shadow tree", async ({ page, widget }) => {
      const said = words(page);
      // React tells of attributes that it did not write, unless it is told not to.
      const props = {
        attributes: { root: "shadow", ...(name.startsWith("React") && { suppressHydrationWarning: true }) },
      };
      await load(widget, name, props);
      await widget.sees("form");
      await takeOver(page, props);
      await works(widget);
      expect(said).toEqual([]);
    });

    test("takes over late: there is one form, and it works, whatever is said of it", async ({
      page,
      widget,
      fails,
    }) => {
      fails.console.push(/hydrat|server|match/i);
      await load(widget, name, {});
      await widget.sees("form");
      await takeOver(page, {});
      await works(widget);
    });

    test("takes over an island of Astro's late: the form waits for it", async ({ page, widget }) => {
      const said = words(page);
      await load(widget, name, {}, (root) => `<astro-island ssr>${root}</astro-island>`);
      await expect.poll(() => widget.called("open")).toHaveLength(1);
      await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
      await widget.sees("loading");
      // Astro's own script does no more than this around the framework's.
      await takeOver(page, {});
      await page.evaluate(() => {
        const island = document.querySelector("astro-island");
        island?.removeAttribute("ssr");
        island?.dispatchEvent(new CustomEvent("astro:hydrate"));
      });
      await works(widget);
      expect(said).toEqual([]);
    });
  });
}
