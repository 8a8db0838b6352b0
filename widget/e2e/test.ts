// The test of all journeys in Playwright's browsers, with two promises that are
// held in each test without asking: nothing goes wrong in the console, and the
// password and tokens go nowhere but to the server.

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

/** Where a token stands in what is sent. */
const givesBack = /\/(oauth|v1)\/revoke$/;

/** Whether a text has a secret in it, as it is or as addresses and forms write it. */
const has = (text: string, secret: string) =>
  [secret, encodeURIComponent(secret), String(new URLSearchParams([[secret, ""]])).slice(0, -1)].some(
    (written) => text.includes(written),
  );

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
      const told: string[] = []; // in the console, in addresses and in headers
      const kept: string[] = []; // in storages
      const tokens = new Set<string>();
      context.on("console", (message) => told.push(message.text()));
      context.on("request", (request) => {
        const address = request.url().replace("//localhost:", "//127.0.0.1:");
        const { authorization = "", "relay-body": relayed, ...headers } = request.headers();
        const body = request.postData() ?? relayed ?? "";
        const signsUp = request.method() === "POST" && address === `${demo.server}/api/v1/accounts`;
        if (signsUp) expect.soft(body, "what is sent can be read").toContain("username");
        if (has(body, password)) expect.soft(signsUp, `the password goes to ${address}`).toBe(true);
        if (!givesBack.test(address)) told.push(...[...tokens].filter((token) => has(body, token)));
        if (authorization) tokens.add(authorization.replace("Bearer ", ""));
        told.push(address, ...Object.values(headers));
      });
      await use(undefined);
      for (const page of context.pages()) {
        told.push(page.url());
        if (page.url().startsWith("http") && !page.url().startsWith(demo.server)) {
          const storages = page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
          kept.push(await storages.catch(() => "")); // a page that may keep nothing
        }
      }
      expect(
        [...told, ...kept].filter((text) => has(text, password)),
        "where the password was seen",
      ).toEqual([]);
      expect(
        told.filter((text) => [...tokens].some((token) => has(text, token))),
        "where a token was seen",
      ).toEqual([]);
    },
    { auto: true },
  ],
});
