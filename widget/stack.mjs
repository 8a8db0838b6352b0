// Measures the stack that TinyGo's core needs on its deepest ways, so that
// build.sh does not have to guess. A goroutine's stack is a piece of the heap:
// a canary, then what is saved while it waits, growing up, then zeros that were
// never touched, then its frames, growing down. An overflow would overwrite the
// heap in silence.
import { startCore } from "./measure.mjs";

const canary = 0xb83bf575 | 0; // as in TinyGo's internal/task
export const systemStack = 1 << 16; // wasm-ld's default, at the beginning of the memory

/** The bytes of a stack that were touched: all but its longest run of zeros. */
function touched(words, from, to) {
  let longest = 0;
  for (let at = from, run = 0; at < to; at++) {
    run = words[at] === 0 ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return (to - from - longest) * 4;
}

const name = "example.social";
const nested = (depth) => "[".repeat(depth) + "]".repeat(depth);
const list = (n, item) => Array.from({ length: n }, (_, i) => item(i)).join();
const rules = list(
  20,
  (i) =>
    `{"id":"${i}","text":"Be kind.","translations":{"de":{"text":"Sei nett."},"fr":{"text":"Sois gentil."}}}`,
);
const v2 = (members = "") =>
  `{"domain":"${name}","title":"Example","description":"<p>An &amp; <a href='/'>example</a>","version":"4.5.3","source_url":"https://github.com/mastodon/mastodon",` +
  `"registrations":{"enabled":true,"min_age":16},"api_versions":{"mastodon":7},"rules":[${rules}],"configuration":{"urls":{"about":"https://${name}/about"}}${members}}`;
const v1 = (members = "") =>
  `{"uri":"https://${name}","title":"Example","version":"2.7.2 (compatible; Akkoma 3.16.0)","registrations":true${members}}`;
const app = {
  "/api/v1/apps": '{"client_id":"id","client_secret":"secret"}',
  "/oauth/token": '{"access_token":"token"}',
};
const refusals = {
  "of many fields": `{"error":"No","details":{${list(12_000, (i) => `"field_${i}":[{"error":"ERR_ODD","description":"is <b>odd</b>"}]`)}}}`,
  "of Akkoma": '{"error":"{\\"nickname\\":[\\"has already been taken\\"]}"}',
  "nested to the bound": `{"error":"No","details":${nested(63)}}`,
  "that is no JSON": "<html><p>Bad Gateway",
};

/** The ways through the core, each with what the server answers. */
const ways = {
  "to the form": { "/api/v2/instance": v2() },
  "of a document nested to the bound": { "/api/v2/instance": v2(`,"a":${nested(63)}`) },
  "of a document nested deeper": {
    "/api/v2/instance": v2(`,"a":${nested(100_000)}`),
    "/api/v1/instance": nested(100_000),
  },
  "of a mebibyte of rules": {
    "/api/v2/instance": v2(`,"rules":[${list(24_000, (i) => `{"id":"${i}","text":"Be kind."}`)}]`),
  },
  "of a closed server's notice": {
    "/api/v2/instance": v2().replace(
      '"enabled":true',
      `"enabled":false,"message":"${"<a href='/x'>x</a> &lt; ".repeat(2000)}"`,
    ),
  },
  "from a domain to its server, and to none": {
    "/.well-known/host-meta": `<XRD><Link rel="lrdd" template="https://web.${name}/{uri}"/></XRD>`,
    "/.well-known/nodeinfo": `{"links":[{"rel":"http://nodeinfo.diaspora.software/ns/schema/2.0","href":"https://web.${name}/n"}]}`,
    "/n": '{"software":{"name":"misskey","version":"2025.1"}}',
  },
  "through a captcha": {
    "/api/v1/instance": v1(),
    "/api/v1/pleroma/captcha":
      '{"type":"native","token":"t","url":"data:image/png;base64,AA==","answer_data":"a","seconds_valid":300}',
    "/api/v1/accounts": [422, refusals["of Akkoma"]],
    ...app,
  },
  "to an account": {
    "/api/v2/instance": v2(),
    "/api/v1/instance/extended_description": '{"updated_at":"2026-01-02T03:04:05Z","content":"<p>Text"}',
    "/api/v1/accounts": '{"access_token":"token"}',
    "/api/v1/emails/check_confirmation": "false",
    "/api/v1/emails/confirmations": "{}",
    ...app,
  },
  ...Object.fromEntries(
    Object.entries(refusals).map(([what, body]) => [
      `to a refusal ${what}`,
      { "/api/v2/instance": v2(), "/api/v1/accounts": [422, body], ...app },
    ]),
  ),
};

/** Does all that a visitor can do. */
async function everything(core) {
  let told = {};
  const signup = core.createSignup(
    JSON.stringify({
      appName: "Site",
      returnUrl: "https://site.example/",
      languages: ["de"],
      persist: "local",
    }),
    (text) => {
      told = JSON.parse(text);
    },
  );
  const values = () =>
    JSON.stringify({
      username: "alice",
      email: "alice@example.org",
      password: "correct horse",
      date_of_birth: "1990-01-02",
      captcha_solution: "abc",
      agreement: true,
      terms: told.terms,
    });
  for (const act of [
    () => signup.open(`@alice@${name}`),
    () => signup.document("about"),
    () => signup.available("alice"),
    () => signup.suggest("alice"),
    () => signup.newCaptcha(),
    () => signup.check(values()),
    () => signup.submit(values()),
    () => signup.refresh(),
    () => signup.resend("bob@example.org"),
    () => signup.forget(),
    () => signup.open("not a server"),
    () => signup.close(),
  ]) {
    await act().catch(() => {});
  }
}

/** The bytes that each way needs of a goroutine's stack, which has `size`, and of the system's. */
export async function stackNeeds(folder, size) {
  const needs = {};
  for (const [way, answers] of Object.entries(ways)) {
    const need = { goroutine: 0, system: 0 };
    let words;
    const look = (memory) => {
      if (words?.buffer !== memory.buffer) words = new Int32Array(memory.buffer);
      need.system = Math.max(need.system, touched(words, 0, systemStack / 4));
      for (let at = systemStack / 4; at < words.length; at += 4) {
        if (words[at] === canary)
          need.goroutine = Math.max(need.goroutine, touched(words, at, at + size / 4));
      }
    };
    const kept = new Map();
    const host = {
      async fetch(url) {
        const answer = answers[new URL(url).pathname] ?? [404, '{"error":"Not Found"}'];
        const [status, body] = typeof answer === "string" ? [200, answer] : answer;
        return new Response(body, {
          status,
          headers: {
            "x-ratelimit-limit": "5",
            "x-ratelimit-remaining": "4",
            "x-ratelimit-reset": "2099-01-02T03:04:05Z",
          },
        });
      },
      get: (_, key) => kept.get(key) ?? null,
      set: (_, key, value) => void kept.set(key, value),
      remove: (_, key) => void kept.delete(key),
      ascii: () => "",
    };
    const { core } = await startCore(folder, host, look);
    await everything(core);
    if (!need.goroutine) throw new Error("no stack was found: TinyGo lays them out in another way");
    needs[way] = need;
  }
  return needs;
}
