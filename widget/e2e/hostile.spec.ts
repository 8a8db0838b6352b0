// What a server may answer that no browser's core may stumble over. The same is
// expected of the core of every compiler.
import type { Page } from "@playwright/test";
import type { Core, Signup, Snapshot } from "../src/core/index.ts";
import { expect, test } from "./test.ts";

declare global {
  interface Window {
    core: Core;
    hostile: Signup;
    told: Snapshot;
  }
}

const name = "hostile.example";

/** A server that answers by path: with text, with status and text, or else 404. */
class Hostile {
  answers: Record<string, string | [number, string, Record<string, string>?]> = {};

  constructor(readonly page: Page) {}

  async begin(): Promise<void> {
    const headers = {
      "access-control-allow-origin": "*",
      "access-control-allow-headers": "*",
      "access-control-expose-headers": "*",
      "content-type": "application/json",
    };
    await this.page.route(`https://${name}/**`, (route) => {
      const answer = this.answers[new URL(route.request().url()).pathname] ?? [404, '{"error":"Not Found"}'];
      const [status, body, more] = typeof answer === "string" ? [200, answer] : answer;
      return route.fulfill({ status, body, headers: { ...headers, ...more } });
    });
    await this.page.goto("/desk");
    await this.page.evaluate(async () => {
      const address = "/widget/core.js";
      const { startCore } = (await import(address)) as typeof import("../src/core/index.ts");
      window.core = await startCore();
    });
  }

  /** What comes of opening it: the code of the error, or the screen. */
  async open(): Promise<string> {
    return this.page.evaluate(async (server) => {
      window.hostile = window.core.createSignup(
        { appName: "Site", returnUrl: `${location.origin}/`, languages: ["cy", "en"], persist: "none" },
        (snapshot) => {
          window.told = snapshot;
        },
      );
      return window.hostile.open(server).then(
        () => window.told.screen,
        (error) => error.code,
      );
    }, name);
  }

  /** Does what a visitor can do, and gives the codes of what failed. */
  async everything(): Promise<string[]> {
    await this.open();
    return this.page.evaluate(async () => {
      const { hostile } = window;
      const values = {
        username: "alice",
        email: "alice@example.org",
        password: "correct horse",
        agreement: true,
      };
      const codes: string[] = [];
      for (const act of [
        () => hostile.document("about"),
        () => hostile.available("alice"),
        () => hostile.newCaptcha(),
        () => hostile.submit({ ...values, captcha_solution: "abc", terms: window.told.terms ?? "" }),
        () => hostile.refresh(),
      ]) {
        await act().catch((error) => codes.push(error.code));
      }
      return codes;
    });
  }

  /** The last snapshot, and its size as JSON. */
  async told(): Promise<Snapshot & { size: number }> {
    return this.page.evaluate(() => ({ ...window.told, size: JSON.stringify(window.told).length }));
  }
}

const mastodon = (members = "") =>
  `{"domain":"${name}","title":"Hostile","version":"4.5.3","source_url":"https://github.com/mastodon/mastodon","registrations":{"enabled":true},"api_versions":{"mastodon":7}${members}}`;
const akkoma = (members = "") =>
  `{"uri":"https://${name}","title":"Hostile","version":"2.7.2 (compatible; Akkoma 3.16.0)","registrations":true${members}}`;
const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
const app = '{"client_id":"id","client_secret":"secret"}';
const token = '{"access_token":"of-the-app","token_type":"Bearer","created_at":1e99}';

test("lists in lists: as deep as is read, deeper, and as deep as an answer can be", async ({
  page,
  expected,
}) => {
  expected.push(/Failed to load resource/);
  const server = new Hostile(page);
  await server.begin();
  const { answers } = server;
  answers["/api/v2/instance"] = mastodon(`,"a":${nested(63)}`);
  expect(await server.open(), "the bound").toBe("form");
  for (const depth of [64, 70, 290, 10_000, 400_000]) {
    answers["/api/v2/instance"] = answers["/api/v1/instance"] = mastodon(`,"a":${nested(depth)}`);
    expect(await server.open(), `${depth} deep`).toBe("bad-answer");
    answers["/api/v2/instance"] = mastodon();
    expect(await server.open(), `after ${depth}`).toBe("form");
  }

  const deep = nested(10_000);
  const ordinary: Hostile["answers"] = {
    "/api/v1/instance": akkoma(),
    "/api/v1/pleroma/captcha":
      '{"type":"native","token":"t","url":"data:image/png;base64,AA==","answer_data":"a"}',
    "/api/v1/apps": app,
    "/oauth/token": token,
    "/api/v1/accounts": [422, '{"error":"{\\"nickname\\":[\\"has already been taken\\"]}"}'],
  };
  for (const path of [
    ...Object.keys(ordinary),
    "/api/v1/instance/extended_description",
    "/api/v1/accounts/lookup",
    "/.well-known/nodeinfo",
    "/.well-known/host-meta",
    "/.well-known/webfinger",
  ]) {
    for (const status of [200, 422]) {
      server.answers = { ...ordinary, [path]: [status, deep] };
      if (path.startsWith("/.well-known/")) delete server.answers["/api/v1/instance"];
      expect(await server.everything(), `${path}, ${status}`).not.toContain("core-died");
    }
  }
  server.answers = { "/api/v2/instance": mastodon() };
  expect(await server.open(), "in the end").toBe("form");
});

test("a JSON string in a JSON string, as deep as it goes", async ({ page, expected }) => {
  expected.push(/Failed to load resource/);
  const server = new Hostile(page);
  await server.begin();
  let refusal = '{"error":"No"}';
  for (let i = 0; i < 14; i++) refusal = JSON.stringify({ error: refusal });
  server.answers = {
    "/api/v2/instance": mastodon(),
    "/api/v1/apps": app,
    "/oauth/token": token,
    "/api/v1/accounts": [422, refusal],
  };
  expect(await server.everything()).toContain("invalid");
});

test("a byte-order mark, and numbers written in every way or beyond 32 bits", async ({ page, expected }) => {
  expected.push(/Failed to load resource/);
  const server = new Hostile(page);
  await server.begin();
  for (const [written, age] of [
    ["16", 16],
    ["16.0", 16],
    ['"16"', 16],
    ['"16.0"', 16],
    ["1.6e1", 16],
    ["2147483648", 150],
    ["4294967312", 150], // 16, where only 32 bits are looked at
    ["1e99", 150],
    ["-4294967280", 0],
    ['"sixteen"', 0],
  ] as const) {
    server.answers["/api/v2/instance"] = `\ufeff${mastodon().replace("true", `true,"min_age":${written}`)}`;
    expect(await server.open(), written).toBe("form");
    const { fields } = await server.told();
    expect(fields.find((field) => field.name === "date_of_birth")?.minAge ?? 0, written).toBe(age);
  }

  // The first of these is version 1 where only 32 bits are looked at, which reserves names.
  for (const version of ["4294967297", "7"]) {
    server.answers["/api/v2/instance"] = mastodon().replace(":7}", `:${version}}`);
    await server.open();
    const problems = await page.evaluate(() =>
      window.hostile.check({
        username: "admin",
        email: "a@example.org",
        password: "correct horse",
        agreement: true,
      }),
    );
    expect(
      problems.filter((p) => p.field === "username"),
      version,
    ).toEqual([]);
  }

  for (const [seconds, about] of [
    ["4294967596", 60], // 300
    ["300.0", 300],
    ['"300"', 300],
  ] as const) {
    server.answers = {
      "/api/v1/instance": akkoma(),
      "/api/v1/pleroma/captcha": `{"type":"native","token":"t","url":"data:image/png;base64,AA==","answer_data":"a","seconds_valid":${seconds}}`,
    };
    await server.open();
    const left = ((await server.told()).captcha?.expiresAt ?? 0) - Date.now();
    expect(Math.abs(left / 1000 - about), seconds).toBeLessThan(20);
  }

  server.answers = {
    "/api/v2/instance": mastodon(),
    "/api/v1/apps": app,
    "/oauth/token": token,
    "/api/v1/accounts": [
      422,
      '{"error":"No","details":{"username":[{"error":"ERR_TOO_LONG","description":"at most 4294967326 characters"}]}}',
      {
        "x-ratelimit-limit": "4294967301",
        "x-ratelimit-remaining": "4294967298",
        "x-ratelimit-reset": "1e9",
      },
    ],
  };
  expect(await server.everything()).toContain("invalid");
  const { tries, problems } = await server.told();
  expect(tries).toBeUndefined();
  expect(problems[0]?.limit, "the form's own").toBe(30);
});

test("1 MiB of whatever makes no more than a page can show", async ({ page, expected }) => {
  expected.push(/Failed to load resource/);
  const server = new Hostile(page);
  await server.begin();
  const all = (n: number, item: (i: number) => string) => Array.from({ length: n }, (_, i) => item(i)).join();
  for (const [what, members] of Object.entries({
    rules: `,"rules":[${all(24_000, (i) => `{"id":"${i}","text":"Be kind."}`)}]`,
    translations: `,"rules":[{"id":"1","text":"One.","translations":{${all(16_000, (i) => `"l${i}":{"text":"One.","hint":""}`)},"cy":{"text":"Un."}}}]`,
    languages: `,"languages":[${all(200_000, () => '"a"')}]`,
    members: all(150_000, () => ',"a":1').replaceAll(",,", ","),
    description: `,"description":"${"<b>word".repeat(140_000)}"`,
    versions: `,"and_more":{${all(80_000, (i) => `"v${i}":1`)}}`,
  })) {
    server.answers["/api/v2/instance"] = mastodon(members);
    expect(await server.open(), what).toBe("form");
    const { size, rules, rulesLeftOut } = await server.told();
    expect(size, what).toBeLessThan(20_000);
    if (what === "rules") expect([rules.length, rulesLeftOut]).toEqual([100, 23_900]);
    if (what === "translations") expect(rules[0]?.translations?.cy?.text).toBe("Un.");
  }
});

test("every text comes through, but for control characters", async ({ page }) => {
  const server = new Hostile(page);
  await server.begin();
  const rules = (text: string) =>
    mastodon(
      `,"rules":[{"id":"1","text":${JSON.stringify(text)},"translations":{"cy":{"text":${JSON.stringify(text)}}}}]`,
    );
  const text =
    'Croeso \u{1F3F4}\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F} "\\\ufdd0\u{1FAE9}\u{10FFFF} Welcome';
  server.answers["/api/v2/instance"] = rules(text);
  expect(await server.open()).toBe("form");
  expect((await server.told()).rules).toEqual([{ id: "1", text, translations: { cy: { text } } }]);
  for (let c = 0; c < 0xa0; c++) {
    if (c >= 0x20 && c < 0x7f) continue;
    server.answers["/api/v2/instance"] = rules(`a ${String.fromCharCode(c)} \u{1F3F4}\u{E0067} "`);
    expect(await server.open(), c.toString(16)).toBe("form");
  }
});
