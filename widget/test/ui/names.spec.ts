// What a server calls itself is its own choice; its host is not.
import type { Snapshot } from "../../src/core/types.ts";
import { expect, test, type Widget } from "./harness.ts";
import { all, confirm, form, fullForm, ready, server, wrong } from "./snapshots.ts";

const claimed = {
  ...server,
  host: "claimant.example",
  domain: "claimant.example",
  title: "tidepool.example",
};

/** The hosts that the widget shows for each of the snapshots, each after another one. */
function hosts(widget: Widget, snapshots: Snapshot[]): Promise<string[]> {
  return widget.page.evaluate((all) => {
    const element = document.querySelector("fedi-signup");
    return all.map((snapshot) => {
      globalThis.stub.emit(snapshot);
      const host = element?.querySelector<HTMLElement>("[data-part=host]");
      return host?.checkVisibility() ? host.textContent : "";
    });
  }, snapshots);
}

const screens = Object.entries(all).filter(([, { screen }]) => screen !== "loading");

test("every screen names the host of a server that calls itself otherwise", async ({ widget }) => {
  await widget.show(form);
  const claims = screens.map(([, snapshot]) => ({ ...snapshot, server: claimed }));
  const shown = await hosts(widget, claims);
  for (const [i, [name]] of screens.entries()) expect.soft(shown[i], name).toBe("claimant.example");
});

test("so does each where only the form could be loaded", async ({ page, widget, fails }) => {
  fails.console.push(/404/);
  await page.route(/\/extras\./, (route) => route.fulfill({ status: 404, body: "" }));
  await widget.show(form);
  const claims = screens.map(([, snapshot]) => ({ ...snapshot, server: claimed }));
  const shown = await hosts(widget, claims);
  for (const [i, [name]] of screens.entries()) expect.soft(shown[i], name).toBe("claimant.example");
});

test("who does not see the screen hears the host too", async ({ widget }) => {
  await widget.show(form);
  await widget.emit({ ...confirm, server: claimed });
  await expect(widget.status).toHaveText("Check your email (claimant.example)");
  await widget.emit({ ...form, server: claimed });
  await expect(widget.status).toHaveText("Create an account on tidepool.example (claimant.example)");
  await widget.emit({ ...form, server: claimed, screen: "submitting" });
  await widget.emit({ ...form, server: claimed, screen: "submitting", slow: true });
  await expect(widget.status).toHaveText(/^tidepool\.example \(claimant\.example\) is checking whether/);
  await widget.emit(form);
  await widget.emit({ ...ready, server: { ...server, title: server.host } });
  await expect(widget.status).toHaveText("Welcome! (tidepool.example)");
});

const titles = {
  "turns what follows": "Shore\u202e",
  "ends what sets it apart": "Shore\u2069\u202e\u2068",
  "turns and begins anew": "\u2067Shore\u2066\u202d\u202e",
  "breaks lines": "Sho\u0000\r\nre\u2028\u202e",
  "is written from right to left": "(שלום) עולם!",
};

for (const [what, title] of Object.entries(titles)) {
  test(`a title that ${what} leaves the sentences around it as they are`, async ({ widget, page }) => {
    await page.setViewportSize({ width: 1200, height: 900 });
    const odd = { ...server, title, softwareTitle: title };
    for (const [snapshot, before, after] of [
      [{ ...fullForm, server: { ...odd, approvalRequired: true } }, "Staff at ", " review every sign-up"],
      [{ ...wrong("elsewhere", "app-refused"), server: odd }, ", which runs ", ", doesn't let other sites"],
      [
        { ...confirm, server: odd, account: { ...confirm.account, watched: false } } as Snapshot,
        "Log in to ",
        " afterwards",
      ],
    ] as const) {
      await widget.show(snapshot);
      for (const words of [before, after]) {
        const places = await widget.element.evaluate((element, wanted) => {
          const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const text = walker.currentNode as Text;
            const at = text.data.indexOf(wanted);
            if (at < 0 || !text.parentElement?.checkVisibility()) continue;
            return [...wanted.trim()].map((_, i) => {
              const range = new Range();
              const from = at + wanted.search(/\S/) + i;
              range.setStart(text, from);
              range.setEnd(text, from + 1);
              return range.getBoundingClientRect().x;
            });
          }
          return [];
        }, words);
        expect(places.length, words).toBeGreaterThan(5);
        expect(places, words).toEqual([...places].sort((a, b) => a - b));
      }
      const loose = await widget.element.evaluate((element) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const all: string[] = [];
        while (walker.nextNode()) all.push((walker.currentNode as Text).data);
        return all.filter((text) => /[\p{Bidi_C}\0]/u.test(text));
      });
      expect(loose).toEqual([]);
    }
  });
}
