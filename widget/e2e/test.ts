// The test of all journeys in Playwright's browsers, with two promises that are
// held in each test without asking: nothing goes wrong in the console, and the
// password goes nowhere but to the server.

import { test as base, expect } from "./surroundings.ts";
import { password, Visitor } from "./visitor.ts";

export { expect };

interface Fixtures {
  /** Texts of console errors that belong to the journey. What the server's own pages say is never looked at. */
  expected: RegExp[];
  visitor: Visitor;
  console: undefined;
  secrets: undefined;
}

// The browser itself reports every answer of 400 and more. With these two,
// servers tell that nobody has a name, and that an account is not usable yet.
const answers = [/404 .*\/api\/v1\/accounts\/lookup\?/, /403 .*\/api\/v1\/accounts\/verify_credentials/];

export const test = base.extend<Fixtures>({
  baseURL: async ({ demo }, use) => use(demo.site),

  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern
  expected: async ({}, use) => use([]),

  visitor: async ({ page }, use) => use(new Visitor(page)),

  console: [
    async ({ context, demo, expected }, use) => {
      const wrong: string[] = [];
      const add = (text: string) => {
        if (![...answers, ...expected].some((pattern) => pattern.test(text))) wrong.push(text);
      };
      context.on("console", (message) => {
        const ours = !message.page()?.url().startsWith(demo.server);
        if (message.type() === "error" && ours) add(`${message.text()} (${message.location().url})`);
      });
      context.on("weberror", (error) => add(String(error.error())));
      await use(undefined);
      expect(wrong, "errors in the console").toEqual([]);
    },
    { auto: true },
  ],

  secrets: [
    async ({ context, demo }, use) => {
      const seen: string[] = [];
      context.on("console", (message) => seen.push(message.text()));
      context.on("request", (request) => {
        seen.push(request.url());
        const sent = request.postData();
        if (sent?.includes(password)) {
          const address = request.url().replace("//localhost:", "//127.0.0.1:");
          expect.soft(address, "where the password goes").toBe(`${demo.server}/api/v1/accounts`);
        }
      });
      await use(undefined);
      for (const page of context.pages()) {
        seen.push(page.url());
        if (page.url().startsWith("http") && !page.url().startsWith(demo.server)) {
          const kept = page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
          seen.push(await kept.catch(() => "")); // a page that may keep nothing
        }
      }
      expect(
        seen.filter((text) => text.includes(password)),
        "where the password was seen",
      ).toEqual([]);
    },
    { auto: true },
  ],
});
