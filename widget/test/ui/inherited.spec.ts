// Servers may use any word: also those that every object inherits, such as "constructor".
import type { Snapshot } from "../../src/core/types.ts";
import { expect, test, type Widget } from "./harness.ts";
import { all, closedToAll, confirm, form, fullForm, server, wrong } from "./snapshots.ts";

const words = Object.getOwnPropertyNames(Object.prototype);

/** A snapshot with what only a careless or hostile server sends. */
const odd = (snapshot: object) => snapshot as Snapshot;

/** Each place of a snapshot where a server's own word stands, and what is told then. */
const places: Record<string, { at(word: string): Snapshot; tells?: RegExp }> = {
  "the code of a field's problem": {
    at: (code) => ({ ...form, problems: [{ field: "username", code, origin: "server", message: "is odd" }] }),
    tells: /Is odd\./,
  },
  "the code of a field's problem without a message": {
    at: (code) => ({ ...form, problems: [{ field: "username", code, origin: "server" }] }),
    tells: /This isn't valid\./,
  },
  "the name of a field with a problem": {
    at: (field) => ({ ...form, problems: [{ field, code: "ERR_ODD", origin: "server", message: "is odd" }] }),
    tells: /“\w+” is odd\./,
  },
  "a way out": {
    at: (kind) =>
      odd({
        ...form,
        problems: [
          { field: "email", code: "ERR_TAKEN", origin: "server", wayOut: { kind, url: server.signInUrl } },
        ],
      }),
    tells: /has an account with this address/,
  },
  "the code of a problem": {
    at: (code) => odd({ ...form, problem: { code } }),
    tells: /Something went wrong in this form\./,
  },
  "the code behind a closed door": { at: (code) => odd({ ...closedToAll, problem: { code } }) },
  "the code of a stopped account": {
    at: (code) => odd({ ...confirm, screen: "stopped", problem: { code } }),
    tells: /This account isn't available/,
  },
  "why there is no answer": {
    at: (detail) => wrong("failed", "unreachable", { detail }),
    tells: /Tidepool/,
  },
  "why a server is refused": {
    at: (detail) => wrong("failed", "bad-server", { detail }),
    tells: /doesn't hold a server name/,
  },
  "what became of a lost answer": {
    at: (detail) => wrong("form", "lost-answer", { detail }),
    tells: /Your account may exist by now/,
  },
  "the kind of a document": {
    at: (kind) => odd({ ...form, documents: [{ kind, url: "https://tidepool.example/x", agreed: true }] }),
    tells: /I have read and agree to the server rules and \w+ of/,
  },
  "the name of a field": {
    at: (name) => odd({ ...form, fields: [...form.fields, { name, required: true }] }),
  },
  "why a field is asked": {
    at: (why) => odd({ ...fullForm, fields: fullForm.fields.map((field) => ({ ...field, why })) }),
  },
  "a screen": { at: (screen) => odd({ ...form, screen }), tells: /Sign-up isn't working here/ },
  software: {
    at: (word) => ({
      ...wrong("elsewhere", "not-supported"),
      server: { ...server, software: word, softwareTitle: word },
    }),
  },
  "a language of a rule": {
    at: (tag) => ({
      ...form,
      rules: [{ id: "1", text: "Be kind.", translations: JSON.parse(`{"${tag}": {"text": "Other"}}`) }],
    }),
    tells: /Be kind\./,
  },
  "how people sign in": { at: (word) => odd({ ...all.ready, server: { ...server, signInWith: word } }) },
};

/** What the widget shows of each of the snapshots. */
function shown(widget: Widget, snapshots: Snapshot[]): Promise<string[]> {
  return widget.page.evaluate((all) => {
    const element = document.querySelector("fedi-signup");
    return all.map((snapshot) => {
      globalThis.stub.emit(snapshot);
      return element?.textContent ?? "";
    });
  }, snapshots);
}

const code = /\[object|native code|undefined|=>/;

test("a server's words may be called like what every object inherits", async ({ widget }) => {
  await widget.show(form);
  for (const [place, { at, tells = /Tidepool/ }] of Object.entries(places)) {
    const texts = await shown(
      widget,
      words.flatMap((word) => [form, at(word)]),
    );
    for (const [i, word] of words.entries()) {
      expect.soft(texts[2 * i + 1], `${place}: ${word}`).toMatch(tells);
      expect.soft(texts[2 * i + 1], `${place}: ${word}`).not.toMatch(code);
    }
  }
});

test("so they may where only the form could be loaded", async ({ page, widget, fails }) => {
  fails.console.push(/404/);
  await page.route(/\/extras\./, (route) => route.fulfill({ status: 404, body: "" }));
  await widget.show(form);
  for (const [place, { at }] of Object.entries(places)) {
    const texts = await shown(
      widget,
      words.flatMap((word) => [form, at(word)]),
    );
    for (const [i, word] of words.entries()) {
      expect.soft(texts[2 * i + 1], `${place}: ${word}`).toMatch(/\w/);
      expect.soft(texts[2 * i + 1], `${place}: ${word}`).not.toMatch(code);
    }
  }
});

test("a document of an odd kind is read under that name", async ({ page, widget }) => {
  await widget.show(form, "", { documents: {} });
  for (const kind of ["constructor", "__proto__"]) {
    await widget.emit(
      odd({ ...form, documents: [{ kind, url: "https://tidepool.example/x", agreed: false }] }),
    );
    await widget.element.getByRole("listitem").getByRole("link", { name: kind, exact: true }).click();
    await expect(page.getByRole("dialog", { name: kind, exact: true })).toBeVisible();
    await page.keyboard.press("Escape");
  }
});

test("names in a page's texts that stand for nothing leave nothing", async ({ widget }) => {
  await widget.show(form);
  await widget.element.evaluate((element) => {
    (element as HTMLElement & { strings: object }).strings = {
      haveAccount: "Go {constructor}{__proto__}on. {link}",
    };
  });
  await expect(widget.element).toContainText("Go on. Log in to Tidepool");
});
