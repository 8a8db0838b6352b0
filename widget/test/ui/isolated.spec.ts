// With isolate="…": what becomes of the frame when the page changes around it, with a
// page of the edge that the test plays.
import type { Snapshot } from "../../src/core/types.ts";
import type { FediSignup } from "../../src/element.ts";
import { test as base, expect, type Widget } from "./harness.ts";
import { form } from "./snapshots.ts";

/** Runs in the frame: shows the form of one server, or what the email of that leads to, and says what was passed in and asked. */
function edge(snapshot: Snapshot): void {
  addEventListener("message", ({ data, ports: [port] }) => {
    const say = (settings: unknown) => {
      document.body.textContent = JSON.stringify(settings);
    };
    say(data.settings);
    if (!port) return;
    port.onmessage = ({ data: { type, settings, id, verb, args } }) => {
      if (type === "settings") say(settings);
      if (verb === "open") show();
      if (type === "call" && verb !== "refresh")
        port.postMessage({ type: "answer", id, value: { verb, args } });
    };
    port.postMessage({ type: "drawn", height: 300, title: "Tidepool", valid: false });
    const { server } = data.settings.attributes;
    const screen = data.returned === server ? "returned" : "form";
    const detail = { ...snapshot, screen, server: { ...snapshot.server, host: server } };
    const show = () => port.postMessage({ type: "event", name: "fedi-signup-statechange", detail });
    show();
  });
}

const test = base.extend<{ isolated: Widget }>({
  isolated: async ({ page, widget }, use) => {
    widget.policy = `${widget.policy}; frame-src https:`;
    for (const name of ["edge", "other"]) {
      await page.route(`https://${name}.example/v1/isolated`, (route) =>
        route.fulfill({
          contentType: "text/html",
          body: `<!doctype html><body><script>(${edge})(${JSON.stringify(form)})</script>`,
        }),
      );
    }
    await use(widget);
  },
});

const frameOf = (widget: Widget) => widget.element.locator("iframe");

const tag = (attributes = "") =>
  `<fedi-signup server="tidepool.example" isolate="https://edge.example" ${attributes}></fedi-signup>`;

test("an address that isolates nothing: methods reject, too", async ({ isolated: widget, fails }) => {
  fails.console.push(/FS08/);
  await widget.load(tag().replace("https://edge.example", "http://edge.example"));
  await widget.sees("failed");
  for (const verb of ["open", "available", "refresh"] as const) {
    const code = widget.element.evaluate(
      (element, name) => (element as FediSignup)[name]("alice" as never).then(String, (error) => error.code),
      verb,
    );
    expect(await code, verb).toBe("core-unreachable");
  }
});

test("the mark of an email's link is taken out of the page's address", async ({ page, isolated: widget }) => {
  widget.address = "https://site.example/page?from=here&fedi-signup=tidepool.example#top";
  await widget.load(tag());
  await widget.sees("returned");
  await expect(page).toHaveURL("https://site.example/page?from=here#top");
});

test("a frame for another server leaves the mark to the one that it concerns", async ({
  page,
  isolated: widget,
}) => {
  widget.address = "https://site.example/page?from=here&fedi-signup=tidepool.example";
  const other = tag().replace("tidepool.example", "other.example");
  await widget.load(tag() + other);
  const states = () => page.locator("fedi-signup").evaluateAll((all) => all.map((e) => e.dataset.state));
  await expect.poll(states).toEqual(["returned", "form"]);
  await widget.element.last().evaluate((element) => (element as FediSignup).open()); // it draws last
  await expect(page).toHaveURL("https://site.example/page?from=here");
  await page.reload();
  await expect.poll(states).toEqual(["returned", "form"]);
});

test("another address is another frame", async ({ isolated: widget }) => {
  await widget.load(tag());
  await widget.sees("form");
  const refreshed = widget.element.evaluate((element) =>
    (element as FediSignup).refresh().catch((error) => error.code),
  );
  await widget.element.evaluate((element) => element.setAttribute("isolate", "https://other.example/"));
  await expect(frameOf(widget)).toHaveAttribute("src", "https://other.example/v1/isolated");
  await widget.sees("form");
  expect(await refreshed).toBe("aborted");
});

test.describe("while it loads", () => {
  const never = 600_000; // milliseconds
  const plain = tag().replace(/ isolate="[^"]*"/, ' loading="eager"');
  const set = (widget: Widget) =>
    widget.element.evaluate((element) => element.setAttribute("isolate", "https://edge.example"));

  test("the page asks for a frame before the core is there: there is no form outside of it", async ({
    page,
    isolated: widget,
  }) => {
    await widget.load(plain, { delays: { startCore: never }, snapshot: form });
    await widget.sees("loading");
    await widget.username.fill("alice");
    await set(widget);
    await expect(frameOf(widget)).toBeVisible();
    await widget.sees("form");
    await page.evaluate(() => globalThis.stub.proceed());
    await page.evaluate(() => new Promise(requestAnimationFrame));
    await expect(widget.username).toBeHidden();
    expect(await page.evaluate(() => globalThis.stub.options)).toEqual([]);
  });

  test("an element that was taken out and put back is asked for a frame", async ({
    page,
    isolated: widget,
  }) => {
    await widget.load(plain, { delays: { startCore: never } });
    await expect(widget.username).toBeVisible();
    await page.evaluate(async () => {
      const element = document.querySelector("fedi-signup") as FediSignup;
      element.remove();
      await element.close();
      document.body.append(element);
    });
    await expect(widget.username).toBeVisible();
    await set(widget);
    await expect(frameOf(widget)).toBeVisible();
  });

  for (const [what, act] of [
    ["the page wants none any more", (element: FediSignup) => element.removeAttribute("isolate")],
    ["the page closes it", (element: FediSignup) => element.close()],
  ] as const) {
    test(`${what}: no frame comes`, async ({ isolated: widget }) => {
      const come = await widget.hold("isolate");
      await widget.load(tag(), { snapshot: form });
      const asked = widget.element.evaluate((element) =>
        (element as FediSignup).refresh().catch((error) => error.code),
      );
      await widget.element.evaluate(act);
      come();
      expect(await asked).toBe("aborted");
      await expect(frameOf(widget)).toHaveCount(0);
      if (what === "the page closes it") await widget.sees("idle");
      else await expect(widget.username).toBeVisible();
    });
  }
});

test("the frame goes into a dialog and out of it, as the page wants", async ({ isolated: widget }) => {
  await widget.load(tag());
  await widget.sees("form");
  const dialog = widget.element.locator("dialog[part=dialog]");
  await widget.element.evaluate((element) => element.setAttribute("display", "dialog"));
  await expect(dialog.locator("iframe")).toHaveCount(1);
  await expect(frameOf(widget)).toBeHidden();
  await widget.element.evaluate((element) => (element as FediSignup).open());
  await expect(frameOf(widget)).toBeVisible();
  await widget.element.evaluate((element) => element.removeAttribute("display"));
  await expect(dialog).toHaveCount(0);
  await expect(frameOf(widget)).toBeVisible();
  await expect(frameOf(widget).contentFrame().locator("body")).toContainText("tidepool.example");
});

test("an element that is taken out of the page ends, and begins anew where it is put", async ({
  page,
  isolated: widget,
}) => {
  await widget.load(tag());
  await widget.sees("form");
  const asked = await page.evaluate(async () => {
    const element = document.querySelector("fedi-signup") as FediSignup;
    const refreshed = element.refresh().catch((error) => error.code);
    element.remove();
    const code = await refreshed;
    await element.close();
    const ended = element.state.screen;
    document.body.append(element);
    return [code, ended];
  });
  expect(asked).toEqual(["aborted", "loading"]);
  await widget.sees("form");
  await expect(frameOf(widget)).toHaveCount(1);
});

test("a choice of servers can be opened before the frame is there", async ({ isolated: widget }) => {
  await widget.load(
    tag('servers="tidepool.example shore.example" display="dialog"').replace(/server="[^"]*"/, ""),
  );
  const opened = await widget.element.evaluate((element) =>
    (element as FediSignup).open().then(() => "", String),
  );
  expect(opened).toBe("");
  await expect(frameOf(widget)).toBeVisible();
});

test("the language is that of the page where the element is", async ({ isolated: widget }) => {
  await widget.load(`<div lang="de">${tag()}</div>`);
  await expect(frameOf(widget).contentFrame().locator("body")).toContainText('"look":{"lang":"de"');
});

test("two forms of a page have a frame each", async ({ page, isolated: widget }) => {
  await widget.load(tag('id="one"') + tag('id="two" username="bob"'));
  const inside = (id: string) => page.locator(`#${id} iframe`).contentFrame().locator("body");
  await expect(inside("two")).toContainText('"username":"bob"');
  await expect(inside("one")).toContainText('"username":""');
  const told = page.evaluate(() => (document.querySelector("#two") as FediSignup).available("carol"));
  expect(await told).toEqual({ verb: "available", args: ["carol"] });
});
