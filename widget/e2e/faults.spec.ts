// Each fault of the network and of servers with each call of the journey: the
// visitor reads a sentence and has a way on, keeps what was typed, waits for
// nothing for ever, and sends nothing twice. Once the fault is over, the way on
// leads to the end. fault-table.ts prints where each of them ends at first. With
// $ALL_JOURNEYS each call meets each fault; else every third, in turn.
import type { APIRequestContext, Locator, Page } from "@playwright/test";
import type { FediSignup } from "../src/element.ts";
import type { State } from "../src/state.ts";
import { type Demo, startDemo } from "./demo.ts";
import type { Desk } from "./desk.ts";
import { test as base, expect } from "./test.ts";
import { type Call, type Fault, faults, type Reply, Unsteady } from "./unsteady.ts";
import { alice, type Person, type Visitor } from "./visitor.ts";

type Screen = State["screen"];

/** A call of the journey. */
interface Row {
  call: string;
  hits: (call: Call) => boolean;
  at?: Exclude<keyof Stage, "demo">; // who is called, by default the server
  scenario?: string; // of the demo, by default "open"
  server?: Answers; // if not as the demo's
  attributes?: (stage: Stage) => string; // of the widget
  fresh?: boolean; // whether each fault needs a page that knows nothing of the one before
  late?: boolean; // whether the fault begins when the visitor does what is besides
  /** What the visitor does besides, and where that ends if no problem is shown. */
  besides?: Partial<Record<Screen, (walk: Walk) => Promise<string | undefined>>>;
}

type Answers = (call: Call, real: () => Promise<Reply>) => Promise<Reply>;

/** Everybody who is called, each behind a network of its own. */
interface Stage {
  demo: Demo;
  server: Unsteady;
  domain: Unsteady; // that stands in handles, while the server answers for it
  broker: Unsteady;
  site: Unsteady; // which has the page and the first script
  parts: Unsteady; // which has everything else of the widget
}

const get =
  (...paths: string[]) =>
  (call: Call) =>
    call.method === "GET" && paths.includes(call.path);
const post =
  (...paths: string[]) =>
  (call: Call) =>
    call.method === "POST" && paths.includes(call.path);
const file = (part: string) => (call: Call) => call.path.includes(part);

const json = (content: unknown, status = 200): Reply => ({
  status,
  headers: { "content-type": "application/json", "access-control-allow-origin": "*" },
  body: Buffer.from(JSON.stringify(content)),
});

/** A server without some of its paths. */
const lacks =
  (...paths: string[]): Answers =>
  async (call, real) =>
    paths.includes(call.path) ? json({ error: "Not found" }, 404) : real();

/** A server whose documents do not tell what it runs. */
const unnamed: Answers = async (call, real) => {
  const reply = await real();
  if (call.path !== "/api/v2/instance") return reply;
  return json({ ...JSON.parse(reply.body.toString()), version: "0.9.9", source_url: "" });
};

const ofDomain = ({ domain }: Stage) => `server="${domain.origin}"`;
const ofBroker = ({ broker }: Stage) => `broker="${broker.origin}"`;

const rows: Row[] = [
  { call: "GET /api/v2/instance", hits: get("/api/v2/instance") },
  { call: "GET /api/v1/instance", hits: get("/api/v1/instance"), server: lacks("/api/v2/instance") },
  { call: "GET host-meta", hits: get("/.well-known/host-meta"), at: "domain", attributes: ofDomain },
  {
    call: "GET webfinger",
    hits: get("/.well-known/webfinger"),
    at: "domain",
    attributes: ofDomain,
  },
  { call: "GET nodeinfo", hits: get("/.well-known/nodeinfo"), server: unnamed },
  { call: "GET nodeinfo's document", hits: get("/nodeinfo/2.0"), server: unnamed },
  { call: "GET captcha", hits: get("/api/v1/pleroma/captcha"), scenario: "akkoma" },
  {
    call: "GET another captcha",
    hits: get("/api/v1/pleroma/captcha"),
    scenario: "akkoma",
    late: true,
    besides: { form: (walk) => walk.press("Another picture") },
  },
  {
    call: "GET lookup",
    hits: get("/api/v1/accounts/lookup"),
    besides: { form: (walk) => walk.waitsForTheName() },
  },
  ...Object.entries({
    privacy_policy: "Privacy policy",
    terms_of_service: "Terms of service",
    extended_description: "About this server",
  }).map(
    ([path, name]): Row => ({
      call: `GET ${path}`,
      hits: get(`/api/v1/instance/${path}`),
      fresh: true,
      besides: { form: (walk) => walk.reads(name) },
    }),
  ),
  { call: "POST /api/v1/apps", hits: post("/api/v1/apps") },
  { call: "POST /oauth/token", hits: post("/oauth/token") },
  { call: "POST to the broker", hits: post("/v1/app-token"), at: "broker", attributes: ofBroker },
  { call: "OPTIONS /api/v1/accounts", hits: (c) => c.method === "OPTIONS" && c.path === "/api/v1/accounts" },
  { call: "POST /api/v1/accounts", hits: post("/api/v1/accounts"), fresh: true },
  { call: "the same, with an invite", hits: post("/api/v1/accounts"), scenario: "invite-only", fresh: true },
  { call: "GET check_confirmation", hits: get("/api/v1/emails/check_confirmation") },
  {
    call: "the same, after a reload",
    hits: get("/api/v1/emails/check_confirmation"),
    besides: { confirm: (walk) => walk.reloads() },
  },
  { call: "GET verify_credentials", hits: get("/api/v1/accounts/verify_credentials") },
  {
    call: "POST confirmations",
    hits: post("/api/v1/emails/confirmations"),
    besides: { confirm: (walk) => walk.asksForAnotherMail() },
  },
  {
    call: "the same, of Akkoma",
    hits: post("/api/v1/pleroma/accounts/confirmation_resend"),
    scenario: "akkoma",
    besides: { confirm: (walk) => walk.asksForAnotherMail() },
  },
  { call: "POST /oauth/revoke", hits: post("/oauth/revoke") },
  {
    call: "the same, to start over",
    hits: post("/oauth/revoke"),
    besides: { confirm: (walk) => walk.startsOver() },
  },
  { call: "fedi-signup.js", hits: file("/fedi-signup.js"), at: "site", fresh: true },
  { call: "the opener", hits: file("/opener-"), at: "parts", fresh: true },
  { call: "the core", hits: file("/core-"), at: "parts", fresh: true },
  { call: "the core's wasm_exec.js", hits: file("/wasm_exec"), at: "parts", fresh: true },
  { call: "the pack extras.js", hits: file("/extras."), at: "parts", fresh: true },
  {
    call: "the pack strength.js",
    hits: file("/strength."),
    at: "parts",
    fresh: true,
    besides: { form: (walk) => walk.waitsForTheMeter() },
  },
];

let row: Row | undefined; // that is being tested

const test = base.extend<object, { stage: Stage }>({
  stage: [
    async ({ dist, ownSite }, use, worker) => {
      const demo = await startDemo(dist, worker.parallelIndex);
      const server = new Unsteady(demo.server, (call, real) => row?.server?.(call, real) ?? real());
      const domain = new Unsteady(demo.server, async ({ path }) => {
        const named = `${server.origin}/.well-known/webfinger?resource={uri}`;
        if (path.endsWith("host-meta") && row?.call === "GET host-meta") {
          return json({ links: [{ rel: "lrdd", template: named }] });
        }
        const self = {
          rel: "self",
          type: "application/activity+json",
          href: `${server.origin}/users/tidepool`,
        };
        if (path.endsWith("webfinger")) return json({ subject: "acct:tidepool", links: [self] });
        return json({ error: "Not found" }, 404);
      });
      const broker = new Unsteady(demo.server, async ({ body }) => json(await appToken(demo, body)));
      const site = new Unsteady(ownSite.origin);
      const parts = new Unsteady(demo.site, async (_, real) => {
        const { status, headers, body } = await real();
        return { status, headers: { ...headers, "access-control-allow-origin": "*" }, body };
      });
      const networks = [server, domain, broker, site, parts];
      for (const network of networks) await network.start();
      await use({ demo, server, domain, broker, site, parts });
      for (const network of networks) await network.stop();
      await demo.stop();
    },
    { scope: "worker" },
  ],

  // Whoever asks for the server meets the network before it.
  demo: [async ({ stage }, use) => use({ ...stage.demo, server: stage.server.origin }), { scope: "worker" }],
});

/** What a broker does: it has an app of its own. */
async function appToken({ server }: Demo, asked: Buffer): Promise<unknown> {
  const scopes = "read:accounts write:accounts";
  const returnUrl = new URLSearchParams(asked.toString()).get("return_url") ?? "";
  const form = (path: string, fields: Record<string, string>) =>
    fetch(`${server}${path}`, { method: "POST", body: new URLSearchParams(fields) }).then((a) => a.json());
  const app = await form("/api/v1/apps", { client_name: "Site", redirect_uris: returnUrl, scopes });
  const { client_id, client_secret } = app;
  return form("/oauth/token", { grant_type: "client_credentials", client_id, client_secret, scope: scopes });
}

/** What the visitor sees. */
interface Sight {
  screen: Screen | "none";
  problem: string; // its code, and its detail
  fields: string;
  busy: boolean;
  watched: boolean; // whether the page can tell that the account works
  moment: number; // another one with each change of the state
  text: string;
  height: number;
  ways: number; // links and buttons that do something
}

function look(): Sight {
  const widget = document.querySelector<HTMLElement & Partial<FediSignup>>("fedi-signup");
  const { screen, problem, problems = [], account } = widget?.state ?? {};
  const ways = [
    ...(widget?.querySelectorAll<HTMLElement>("a[href], button:not([aria-disabled=true])") ?? []),
  ];
  return {
    screen: screen ?? "none",
    problem: [problem?.code, problem?.detail].filter(Boolean).join(" "),
    fields: problems.map(({ field, code }) => `${field} ${code}`).join(" "),
    busy: Boolean(
      widget?.querySelector(
        "[data-part=spinner], [data-part=resend]:not(:has([role=timer])) [aria-disabled=true]",
      ),
    ),
    watched: account?.watched === true,
    moment: (globalThis as { moment?: number }).moment ?? 0,
    // biome-ignore lint/performance/useDomNodeTextContent: what is hidden says nothing
    text: widget?.innerText ?? "",
    height: widget?.getBoundingClientRect().height ?? 0,
    ways: ways.filter((way) => way.checkVisibility()).length,
  };
}

/** Begins anew, as another visitor. */
function opens(): void {
  document
    .querySelector<FediSignup>("fedi-signup")
    ?.open()
    .catch(() => {});
}

const second = 1000;
const longest = 150 * second; // that a visitor waits for anything

/** One visitor's way to an account, with one fault. */
class Walk {
  cell = ""; // where it ended at first
  #sight: Sight | undefined;
  #done = new Set<Screen>(); // the screens where the visitor did what is besides
  #person: Person = alice;
  #filled = false;
  #confirmed = false;
  readonly #network: Unsteady;

  constructor(
    readonly row: Row,
    readonly fault: Fault,
    readonly stage: Stage,
    readonly visitor: Visitor,
    readonly desk: Desk,
    readonly request: APIRequestContext,
    readonly posts: string[], // the paths to which the page has posted
  ) {
    this.#network = stage[row.at ?? "server"];
  }

  get page(): Page {
    return this.visitor.page;
  }

  get what(): string {
    return `${this.row.call}, ${this.fault}`;
  }

  async begins(): Promise<void> {
    if (!this.row.late) this.#network.fail(this.fault, this.row.hits);
    const first = this.page.url() === "about:blank";
    const fresh = first || this.row.fresh;
    if (!first) {
      await this.page.evaluate(() => {
        sessionStorage.clear();
        history.replaceState(null, ""); // where the email's link led is remembered over a reload
      });
    }
    // A script that does not come holds up what browsers call loading.
    const waitUntil = this.row.at === "site" && this.fault === "delay" ? "commit" : "load";
    await this.#does(() =>
      fresh ? this.page.goto(this.stage.site.origin, { waitUntil }) : this.page.evaluate(opens),
    );
  }

  /** Goes on until the account works, or the way leads elsewhere. */
  async goes(): Promise<void> {
    for (let acts = 0; acts < 12; acts++) {
      await this.#judges();
      if (await this.#arrived()) {
        expect.soft(this.#network.hits, `how often it was asked, ${this.what}`).toBeGreaterThan(0);
        this.cell ||= "goes on";
        return;
      }
    }
    throw new Error(`the way does not end: ${this.#saw.screen}: ${this.#saw.text}`);
  }

  /** Does what leads on from what is seen, and tells whether that was the end. */
  async #arrived(): Promise<boolean> {
    const { widget } = this.visitor;
    const { screen, problem, watched } = this.#saw;
    switch (screen) {
      case "ready":
      case "returned":
        return true;
      case "elsewhere":
        await this.#leads(widget.locator("[data-part=actions] a"));
        return true;
      case "none":
        await this.#leads(widget.getByRole("link"));
        await this.#does(() => this.page.reload());
        return false;
      case "failed":
        if (problem === "not-supported") {
          await this.#leads(widget.getByRole("link"));
          return true;
        }
        await this.press("Try again");
        return false;
      case "closed":
        await widget.getByLabel("Invite code or link").fill("LowTide8");
        await this.press("Use the invite");
        return false;
      case "form":
        if (problem === "lost-answer taken") {
          // There is an account: the visitor finds the email.
          const link = await this.desk.link(this.#person.email);
          await this.#does(() => this.page.goto(link));
        } else await this.#submits();
        return false;
      case "confirm":
        await this.#besides(screen);
        if (this.#saw.screen !== screen) return false;
        if (!watched) return true;
        await this.#confirms();
        return false;
      default:
        throw new Error(`a visitor does not know what to do on the screen ${screen}`);
    }
  }

  get #saw(): Sight {
    if (!this.#sight) throw new Error("the walk has not begun");
    return this.#sight;
  }

  /** Holds what is seen against the promises; the first problem ends the fault. */
  async #judges(end?: string): Promise<void> {
    const seen = this.#saw;
    const wrong = seen.problem || seen.fields;
    if (this.cell || this.#network.hits === 0 || !(wrong || end || seen.screen === "none")) return;
    if (seen.problem === "lost-answer") {
      // It is looked up whether there is an account.
      const told = async () => (await this.page.evaluate(look)).problem !== "lost-answer";
      await this.#time(longest, told, second / 2);
      this.#sight = await this.page.evaluate(look);
    }
    const { screen, problem, fields, text, height, ways } = this.#saw;
    this.cell = end ?? (screen === "none" ? "the page's own link" : `${screen}\n${problem || fields}`);
    expect.soft(height, `height, ${this.what}`).toBeGreaterThan(15);
    expect.soft(text, `the sentence, ${this.what}`).toMatch(/\w+ \w+/);
    expect.soft(text, `the sentence, ${this.what}`).not.toMatch(/undefined|\[object|NaN|\{\w+\}/);
    expect.soft(ways, `ways on, ${this.what}`).toBeGreaterThan(0);
    if (screen === "form" && this.#filled) await this.#keeps();
    this.#network.heal();
  }

  async #keeps(): Promise<void> {
    const { username, email, password, agreement } = this.visitor;
    const kept = [await username.inputValue(), await email.inputValue(), await password.inputValue()];
    expect
      .soft(kept, `what was typed, ${this.what}`)
      .toEqual([this.#person.username, this.#person.email, this.#person.password]);
    expect.soft(await agreement.isChecked(), `the agreement, ${this.what}`).toBe(true);
  }

  /** Does what changes the state, and waits for the outcome: a state after that of the given moment. */
  async #does(act: () => Promise<unknown>, since?: number): Promise<void> {
    const moment = since ?? (await this.page.evaluate(look)).moment;
    this.posts.length = 0;
    await act();
    this.#sight = await this.#outcome(moment);
    const twice = this.posts.filter((path, i) => this.posts.indexOf(path) !== i);
    expect.soft(twice, `posted twice, ${this.what}`).toEqual([]);
  }

  async #outcome(moment: number): Promise<Sight> {
    let seen = await this.page.evaluate(look);
    await this.#time(longest, async () => {
      seen = await this.page.evaluate(look);
      if (seen.screen === "none") return this.fault !== "delay" || this.#network.held > 0;
      const settled = !seen.busy && seen.screen !== "loading" && seen.screen !== "submitting";
      return settled && seen.moment !== moment;
    });
    return seen;
  }

  /** Lets time pass until something is so: fast where an answer does not come. */
  async #time(limit: number, until: () => Promise<boolean>, pace = 50): Promise<void> {
    for (let passed = 0; !(await until()); ) {
      if (passed > limit) {
        throw new Error(`no end after ${limit} ms: ${JSON.stringify(await this.page.evaluate(look))}`);
      }
      const hangs = this.#network.held > 0;
      // What comes beside it is given its time: a core is not compiled in an instant.
      if (hangs && this.row.at === "parts") await new Promise((go) => setTimeout(go, 100));
      const step = hangs ? 3 * second : pace;
      await this.page.clock.runFor(step);
      passed += step;
    }
  }

  async #submits(): Promise<void> {
    if (!this.#filled) {
      await this.visitor.fills(this.#person);
      this.#filled = true;
    }
    await this.#besides("form");
    const captcha = this.visitor.widget.getByLabel("Characters in the picture");
    if (await captcha.isVisible()) await captcha.fill(await this.desk.captcha());
    await this.#does(() => this.visitor.submit.click());
  }

  async #confirms(): Promise<void> {
    const link = await this.desk.link(this.#person.email);
    if (!this.#confirmed) await this.request.get(link, { maxRedirects: 0 });
    this.#confirmed = true;
    const button = this.visitor.widget.getByRole("button", { name: "Check now" });
    const { moment } = this.#saw;
    await this.#does(async () => {
      // The page looks by itself as well, and may be faster.
      if (await button.isVisible()) await button.click({ timeout: 2 * second }).catch(() => {});
      else await this.page.clock.runFor(6 * second);
    }, moment);
  }

  async #besides(screen: Screen): Promise<void> {
    const act = this.row.besides?.[screen];
    if (!act || this.#done.has(screen)) return;
    this.#done.add(screen);
    if (this.row.late) this.#network.fail(this.fault, this.row.hits);
    const end = await act(this);
    await this.#judges(end);
    if (this.#saw.problem) await act(this); // the way on
  }

  /** Sees that a link leads to the server. */
  async #leads(link: Locator): Promise<void> {
    const href = (await link.first().getAttribute("href")) ?? "";
    const { server, domain } = this.stage;
    expect.soft([server.origin, domain.origin], `the link, ${this.what}`).toContain(new URL(href).origin);
  }

  // ---- what a visitor may do besides

  async press(name: string): Promise<undefined> {
    await this.#does(() => this.visitor.widget.getByRole("button", { name }).click());
  }

  async waitsForTheName(): Promise<string> {
    const { widget } = this.visitor;
    await this.#time(longest, async () => {
      const looking = await widget.getByText("Checking whether").count();
      return (
        looking === 0 && (this.#network.hits > 0 || (await widget.getByText("seems to be free").count()) > 0)
      );
    });
    await this.#time(longest, async () => (await widget.getByText("Checking whether").count()) === 0);
    return "no word of it";
  }

  async waitsForTheMeter(): Promise<string> {
    await this.#time(longest, async () => this.#network.hits > 0);
    await this.page.clock.runFor(5 * second);
    return "no meter";
  }

  async reads(name: string): Promise<string> {
    const tabs: Page[] = [];
    const opened = (tab: Page) => tabs.push(tab);
    this.page.on("popup", opened);
    await this.visitor.widget.getByRole("link", { name }).first().click();
    const dialog = this.page.getByRole("dialog");
    const failed = dialog.getByRole("alert");
    await this.#time(longest, async () => tabs.length > 0 || (await failed.count()) > 0);
    this.page.off("popup", opened);
    const [tab] = tabs;
    if (tab) {
      await expect.soft(tab).toHaveURL(new RegExp(`^${this.stage.server.origin}/`));
      await tab.close();
      return "another tab";
    }
    await expect.soft(failed).toContainText("Read it there");
    await expect.soft(dialog.getByRole("link")).toHaveAttribute("href", /^http/);
    await dialog.getByRole("button", { name: "Close" }).click();
    return "dialog\nwith the link";
  }

  async reloads(): Promise<undefined> {
    await this.#does(() => this.page.reload());
  }

  async asksForAnotherMail(): Promise<undefined> {
    await this.page.clock.runFor(61 * second);
    await this.press("Send again");
  }

  async startsOver(): Promise<undefined> {
    await this.visitor.widget.getByText("Something wrong with this account?").click();
    await this.press("Start over");
    this.#person = { ...alice, username: "alice2", email: "alice2@example.org" };
    this.#filled = false;
  }
}

/** The faults that a call meets: the next call meets others. */
function met(index: number): readonly Fault[] {
  return process.env.ALL_JOURNEYS ? faults : faults.filter((_, i) => (i + index) % 3 === 0);
}

for (const [index, tested] of rows.entries()) {
  test(tested.call, async ({ page, stage, desk, ownSite, request, visitor, expected }, info) => {
    test.setTimeout(300_000);
    // What browsers themselves say of a network.
    expected.push(
      /Failed to load resource/,
      /CORS policy/,
      /Fetch API cannot load/,
      /'integrity'/,
      /load module script/,
    );
    row = tested;
    const networks = [stage.server, stage.domain, stage.broker, stage.site, stage.parts];
    const origins = networks.map(({ origin }) => origin).join(" ");
    ownSite.serve({
      body: `<fedi-signup ${tested.attributes?.(stage) ?? ""} server="${stage.server.origin}" core-src="${stage.parts.origin}/widget"><a href="${stage.server.origin}/auth/sign_up">Join Tidepool</a></fedi-signup>`,
      connect: origins,
      script: `'self' ${stage.parts.origin} 'wasm-unsafe-eval'`,
    });
    page.setDefaultTimeout(20_000);
    await page.clock.install();
    await page.addInitScript(() => {
      const page = globalThis as { moment?: number };
      addEventListener("fedi-signup-statechange", () => {
        page.moment = Math.random();
      });
    });
    const posts: string[] = [];
    const sent: string[] = [];
    let answers: Promise<unknown>[] = [];
    page.on("request", (r) => {
      if (r.method() !== "POST") return;
      posts.push(new URL(r.url()).pathname);
      sent.push(new URL(r.url()).pathname);
      answers.push(r.response().catch(() => null));
    });
    for (const fault of met(index)) {
      sent.length = 0;
      for (const network of networks) network.forget();
      await desk.play(tested.scenario ?? "open");
      const walk = new Walk(tested, fault, stage, visitor, desk, request, posts);
      await test.step(fault, async () => {
        try {
          await walk.begins();
          await walk.goes();
        } catch (error) {
          expect.soft(String(error), walk.what).toBe("");
          walk.cell = `BAD\n${walk.cell}`;
        }
      });
      for (const network of networks) network.heal();
      await Promise.all(answers); // or what comes late would count for the next fault
      answers = [];
      // Browsers may send a POST again by themselves where a connection breaks.
      const came = networks.flatMap(({ calls }) => calls.filter(({ method }) => method === "POST"));
      for (const path of new Set(sent)) {
        const again = came.filter((call) => call.path === path && call.broke).length;
        const times = came.filter((call) => call.path === path).length;
        expect
          .soft(times, `POST ${path}, ${walk.what}`)
          .toBeLessThanOrEqual(sent.filter((p) => p === path).length + again);
      }
      const made = (await desk.received()).filter(
        (r) => r.method === "POST" && r.path === "/api/v1/accounts" && r.status === 200,
      );
      expect
        .soft(made.length, `accounts, ${walk.what}`)
        .toBeLessThanOrEqual(tested.call.includes("start over") ? 2 : 1);
      info.annotations.push({
        type: "fault",
        description: JSON.stringify([tested.call, fault, walk.cell]),
      });
    }
  });
}
