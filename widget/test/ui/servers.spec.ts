// The choice of a server: among those that the page names, and among a directory's.
import type { Page } from "@playwright/test";
import { languages } from "../../bundle.mjs";
import { inaccessible } from "../../e2e/accessible.ts";
import type { Snapshot } from "../../src/core/types.ts";
import { listingsOf } from "../../src/directory.ts";
import { serverTexts } from "../../src/server-strings.ts";
import { children, expect, test, type Widget } from "./harness.ts";
import { confirm, form, returned, server, wrong } from "./snapshots.ts";

const at = (host: string, more: Partial<Snapshot> & { title?: string; people?: number } = {}): Snapshot => {
  const { title = host, people = 0, ...rest } = more;
  const { icon: _, ...told } = server;
  const approvalRequired = rest.screen === undefined && more.rules !== undefined;
  return {
    ...form,
    rules: [],
    server: { ...told, host, domain: host, title, activeUsers: people, approvalRequired },
    ...rest,
  };
};

const looks: Record<string, Snapshot> = {
  "open.example": at("open.example", { title: "Open Shore", people: 1234 }),
  "careful.example": at("careful.example", { title: "Careful Cove", rules: form.rules }),
  "closed.example": at("closed.example", {
    screen: "closed",
    fields: [],
    problem: { code: "closed" },
  }),
  "invite.example": at("invite.example", {
    screen: "closed",
    fields: [{ name: "invite_code", required: true }],
  }),
  "dead.example": { ...wrong("failed", "unreachable"), server: undefined } as unknown as Snapshot,
  "not a name": { ...wrong("failed", "bad-server"), server: undefined } as unknown as Snapshot,
};
const offered = Object.keys(looks).filter((name) => !name.includes(" "));

async function offers(widget: Widget, attributes = "", html?: string): Promise<void> {
  await widget.load(
    `<fedi-signup servers="${offered.join(" ")} OPEN.example https://slow.example/about" ${attributes}>${children}</fedi-signup>`,
    { snapshot: form, looks },
    html,
  );
  await widget.sees("choose");
}

const buttons = (widget: Widget) => widget.element.getByRole("list").getByRole("button");

// Colours follow a change of scheme in a moment.
const clean = (page: Page) => expect.poll(() => inaccessible(page, "fedi-signup")).toEqual([]);

test("servers tell how they take people before one is chosen, and a silent one holds up nobody", async ({
  page,
  widget,
}) => {
  await offers(widget);
  await expect(widget.element.getByRole("heading", { name: "Choose a server" })).toBeVisible();
  await expect(buttons(widget)).toHaveCount(6);
  for (const [i, name] of [
    "Open Shore open.example Open to everyone 1,234 active this month",
    "Careful Cove careful.example Staff review sign-ups",
    "closed.example Not accepting sign-ups",
    "invite.example Invite only",
    "dead.example Not answering",
    "slow.example Asking the server …",
  ].entries()) {
    await expect(buttons(widget).nth(i)).toHaveAccessibleName(name);
  }
  await expect(buttons(widget).first()).toHaveAccessibleDescription(server.description ?? "");
  await clean(page);

  await test.step("one that is chosen is opened, and the page can hear of it, and prevent it", async () => {
    const heard = await widget.listen("fedi-signup-choose", true);
    await buttons(widget).first().click();
    expect(await heard()).toEqual([{ server: "open.example" }]);
    expect(await widget.called("open")).toEqual([]);
    await page.evaluate(() => {
      document
        .querySelector("fedi-signup")
        ?.addEventListener("fedi-signup-choose", (e) => e.stopPropagation());
    });
    await buttons(widget).nth(2).press("Enter");
    await widget.sees("form");
    expect(await widget.called("open")).toEqual([["closed.example"]]);
    await expect(widget.element.getByRole("heading", { name: /Tidepool/ })).toBeFocused();
  });

  await test.step("the way back keeps what was typed, and what is known of the servers", async () => {
    await widget.username.fill("marina");
    await widget.element.getByRole("button", { name: "Choose another server" }).click();
    await widget.sees("choose");
    await expect(widget.element.getByRole("heading", { name: "Choose a server" })).toBeFocused();
    await expect(buttons(widget).first()).toHaveAccessibleName(/Open to everyone/);
    const asked = (await widget.called("look")).flat();
    expect(asked.filter((name) => name === "open.example")).toHaveLength(1);
    expect(asked.filter((name) => name === "dead.example")).toHaveLength(2);
    await widget.emit(confirm); // what the server before still says
    await widget.sees("choose");
    await buttons(widget).nth(1).click();
    await expect(widget.username).toHaveValue("marina");
    await widget.emit(confirm);
    await expect(widget.element.getByRole("button", { name: "Choose another server" })).toHaveCount(0);
  });
});

for (const [root, lang] of [
  ["light", "ar"],
  ["light", "de"],
  ["shadow", "ar"],
  ["shadow", "de"],
] as const) {
  test(`it is right in root="${root}", in ${lang}, on a phone and in forced colours`, async ({
    page,
    widget,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ forcedColors: "active" });
    await offers(widget, `root="${root}" lang="${lang}"`);
    const { title } = (await import(`../../src/texts/servers/${lang}.ts`)).default;
    await expect(widget.element.getByRole("heading", { name: title })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.emulateMedia({ forcedColors: "none" });
    await clean(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await clean(page);
  });
}

test("one server is no choice, and the attribute server leaves none", async ({ widget }) => {
  for (const attributes of [
    'servers="tidepool.example"',
    'servers="a.example b.example" server="tidepool.example"',
    'servers=" tidepool.example,  https://tidepool.example/about "',
  ]) {
    await widget.load(`<fedi-signup ${attributes}>${children}</fedi-signup>`, { snapshot: form });
    await widget.sees("form");
    await expect.poll(async () => (await widget.called("open")).flat().join()).toContain("tidepool.example");
    await expect(widget.element.getByRole("button", { name: "Choose another server" })).toHaveCount(0);
  }
});

test("an account that waits, or an email's link, leads to its server; a stranger's link does not", async ({
  page,
  widget,
}) => {
  const kept = (host: string, ticket: object) =>
    page.evaluate(
      ([key, text]) => sessionStorage.setItem(key ?? "", text ?? ""),
      [`fedi-signup:account ${host}`, JSON.stringify(ticket)],
    );
  const reload = async (servers: string, mark = "") => {
    widget.address = `https://site.example/page?${mark}`;
    await widget.load(`<fedi-signup servers="${servers}">${children}</fedi-signup>`, {
      snapshot: form,
      looks,
    });
  };
  await reload("open.example closed.example", "fedi-signup=closed.example");
  await widget.sees("form");
  expect(await widget.called("open")).toEqual([["closed.example"]]);

  await reload("open.example closed.example", "fedi-signup=evil.example");
  await widget.sees("choose");
  await expect(widget.element).toContainText("If an email from evil.example brought you here");
  await expect(widget.element.getByRole("link")).toHaveCount(0);

  await reload("open.example closed.example", "x=1");
  await kept("gone.example", { screen: "stopped", username: "a", at: 3 });
  await kept("elsewhere.example", { screen: "confirm", username: "a", at: 2 });
  await kept("open.example", { screen: "review", username: "a", at: 1 });
  await reload("open.example closed.example", "x=2");
  await widget.sees("form");
  expect(await widget.called("open")).toEqual([["open.example"]]);
  await widget.element.getByRole("button", { name: "Choose another server" }).click();
  await widget.sees("choose");

  await reload("directory", "x=3");
  await widget.sees("form");
  expect(await widget.called("open")).toEqual([["elsewhere.example"]]);
});

test("what the choice says of an email is said after a reload, too, and leaves another widget its mark", async ({
  page,
  widget,
}) => {
  widget.address = "https://site.example/page?from=here&fedi-signup=tidepool.example";
  await widget.load(
    `<fedi-signup server="tidepool.example" loading="eager"></fedi-signup>
     <fedi-signup servers="open.example closed.example" loading="eager"></fedi-signup>`,
    { snapshot: returned, looks },
  );
  const [own, choice] = [widget.element.first(), widget.element.last()];
  const says = async () => {
    await expect(own).toHaveAttribute("data-state", "returned");
    await expect(choice).toContainText("If an email from tidepool.example brought you here");
    await expect(choice.getByRole("list")).toContainText("Open Shore");
  };
  await says();
  expect(page.url()).toBe("https://site.example/page?from=here");
  await page.reload();
  await says();
});

test("servers that change are offered anew", async ({ widget }) => {
  await offers(widget);
  await widget.element.evaluate((element) => element.setAttribute("servers", "new.example other.example"));
  await expect(buttons(widget)).toHaveCount(2);
  await widget.element.evaluate((element) => element.setAttribute("server", "tidepool.example"));
  await widget.sees("form");
});

test("where the choice cannot be loaded, that is said, and trying again loads it", async ({
  page,
  widget,
  fails,
}) => {
  fails.console.push(/404/, /FS03/);
  const pack = /site\.example\/servers\.[0-9a-f]{12}\.js/;
  await page.route(pack, (route) => route.fulfill({ status: 404, body: "" }));
  await widget.load(`<fedi-signup servers="${offered.join(" ")}">${children}</fedi-signup>`, { looks });
  await widget.sees("failed");
  await expect(widget.element).toContainText("Part of this form couldn't be loaded");
  await expect(widget.element.getByRole("link", { name: "Join Tidepool" })).toBeVisible();
  await page.unroute(pack);
  await widget.element.getByRole("button", { name: "Try again" }).click();
  await widget.sees("choose");
});

// ---- the directory

const listing = (domain: string, more: object = {}) => ({
  domain,
  version: "4.5.0",
  description: `About ${domain}`,
  languages: ["en"],
  region: "europe",
  categories: ["general"],
  category: "general",
  proxied_thumbnail: "",
  last_week_users: 10,
  total_users: 100,
  approval_required: false,
  language: "en",
  ...more,
});

const listed = [
  listing("big.example", { last_week_users: 5000, approval_required: true }),
  listing("kunst.example", { languages: ["de"], category: "art", description: "Für alle, die malen" }),
  listing("asia.example", { region: "asia", last_week_users: 400 }),
  ...Array.from({ length: 30 }, (_, i) => listing(`small${i}.example`, { last_week_users: i })),
];

/** Has the directory answer with these, and keeps what it was asked. */
async function directory(page: Page, answer: unknown = listed, status = 200): Promise<string[]> {
  const asked: string[] = [];
  await page.route("https://api.joinmastodon.org/**", (route) => {
    asked.push(route.request().url());
    expect(route.request().headers().referer).toBeUndefined();
    return route.fulfill({
      status,
      headers: { "access-control-allow-origin": "*" },
      contentType: "application/json",
      body: typeof answer === "string" ? answer : JSON.stringify(answer),
    });
  });
  return asked;
}

async function opensDirectory(widget: Widget, attributes = ""): Promise<void> {
  await widget.load(`<fedi-signup servers="directory" ${attributes}>${children}</fedi-signup>`, {
    snapshot: form,
    looks,
  });
  await widget.sees("choose");
}

test("the directory's servers are searched, sifted and sorted, and asked for once", async ({
  page,
  widget,
}) => {
  const asked = await directory(page);
  await opensDirectory(widget);
  const { element } = widget;
  await expect(buttons(widget)).toHaveCount(20);
  await expect(element).toContainText("Servers found: 33");
  await expect(buttons(widget).first()).toHaveAccessibleName(
    "asia.example Open to everyone 400 active this week",
  );
  await element.getByRole("button", { name: "Show more servers" }).click();
  await expect(buttons(widget)).toHaveCount(33);
  await expect(buttons(widget).nth(20)).toBeFocused();

  await element.getByText("Filters", { exact: true }).click();
  const first = (name: string) =>
    expect(buttons(widget).first()).toHaveAccessibleName(new RegExp(`^${name}`));
  await element.getByLabel("Sort by").selectOption("Most active");
  await first("big.example");
  await element.getByLabel("Sort by").selectOption("Name");
  await first("asia.example");
  await element.getByLabel("Language").selectOption("German (1)");
  await first("kunst.example");
  await expect(buttons(widget)).toHaveCount(1);
  await element.getByLabel("Topic").selectOption("General (32)");
  await expect(element).toContainText("No server matches");
  await expect(element.getByRole("status")).toHaveText("No server matches. Try fewer filters.");
  await element.getByLabel("Language").selectOption("Any");
  await element.getByLabel("Region").selectOption("Asia (1)");
  await expect(buttons(widget)).toHaveCount(1);
  await element.getByLabel("Region").selectOption("Any");
  await element.getByLabel("Sign-ups").selectOption("Staff review sign-ups");
  await first("big.example");
  await expect(buttons(widget)).toHaveCount(1);
  await clean(page);
  expect(asked).toEqual([
    "https://api.joinmastodon.org/servers?language=&category=&region=&ownership=&registrations=",
  ]);
  await element.getByLabel("Run by").focus();
  await element.getByLabel("Run by").selectOption("One person");
  await expect.poll(() => asked.at(-1)).toContain("ownership=natural");
  await expect(element.getByLabel("Run by")).toBeFocused(); // the filters stay while the list is another
  await element.getByLabel("Topic").selectOption("Any");
  await element.getByLabel("Sign-ups").selectOption("Any");
  await element.getByRole("searchbox").fill("MALEN kunst");
  await first("kunst.example");
  await buttons(widget).first().click();
  expect(await widget.called("open")).toEqual([["kunst.example"]]);
  expect(asked).toHaveLength(2);
});

test("a server that is not listed is taken by its name, in any form that names one", async ({
  page,
  widget,
}) => {
  await directory(page);
  await opensDirectory(widget);
  const search = widget.element.getByRole("searchbox", { name: "Search, or enter a server name" });
  await search.fill("not a name");
  await search.press("Enter");
  await expect(search).toHaveAccessibleDescription(
    "This isn't a server name. One looks like example.social.",
  );
  await expect(search).toBeFocused();
  await search.fill("dead.example");
  await widget.element.getByRole("button", { name: "Continue with dead.example" }).click();
  await widget.sees("form");
  expect(await widget.called("open")).toEqual([["dead.example"]]);
});

test("skeletons stand for the list until it comes; where it does not, a name can be typed", async ({
  page,
  widget,
  fails,
}) => {
  fails.console.push(/503/);
  let answer = () => {};
  await page.route("https://api.joinmastodon.org/**", async (route) => {
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    return route.fulfill({ status: 503, headers: { "access-control-allow-origin": "*" } });
  });
  await opensDirectory(widget);
  await expect(widget.element.locator("[data-part~=skeleton]")).toHaveCount(4);
  await clean(page);
  answer();
  await expect(widget.element.getByText("The list of servers couldn't be loaded.").first()).toBeVisible();
  await page.unrouteAll({ behavior: "ignoreErrors" }).catch(() => {});
});

test("an owner's own directory takes the place of joinmastodon.org", async ({ page, widget }) => {
  await page.route("https://site.example/list.json?*", (route) =>
    route.fulfill({ contentType: "application/json", body: JSON.stringify(listed.slice(0, 2)) }),
  );
  await opensDirectory(widget, 'directory="/list.json"');
  await expect(buttons(widget)).toHaveCount(2);
  await expect(widget.element).toContainText("This list comes from site.example.");
});

test("of a hostile directory nothing runs, nothing deceives and nothing hangs", async ({ page, widget }) => {
  const hostile: unknown[] = [
    listing("javascript:alert(1)"),
    listing("evil.example/../../x"),
    listing("user@evil.example"),
    listing("127.0.0.1"),
    listing("<img src=x onerror=alert(1)>.example"),
    null,
    7,
    [],
    { domain: { toString: "x" } },
    { __proto__: null, constructor: "x" },
    listing("good.example", {
      description: `\u202Eevil <script>document.title = "owned"</script>\n${"x".repeat(100_000)}`,
      languages: "en",
      category: "constructor",
      region: "__proto__",
      proxied_thumbnail: "javascript:alert(1)",
      last_week_users: -1e308,
    }),
    listing("GOOD.example", { description: "twice" }),
  ];
  await directory(page, hostile);
  await opensDirectory(widget);
  await expect(buttons(widget)).toHaveCount(1);
  await expect(buttons(widget)).toHaveAccessibleName("good.example Open to everyone");
  await expect(widget.element.locator("img, script")).toHaveCount(0);
  expect((await buttons(widget).textContent())?.length).toBeLessThan(700);
  expect(await buttons(widget).textContent()).not.toContain("\u202E");
  expect(await page.title()).toBe("The shore");

  await test.step("nor of one that is no list, or too long", async () => {
    expect(() => listingsOf({ servers: [] })).toThrow();
    expect(() => listingsOf("servers")).toThrow();
    expect(listingsOf(Array.from({ length: 5000 }, (_, i) => listing(`s${i}.example`)))).toHaveLength(2000);
    await page.unroute("https://api.joinmastodon.org/**");
    await directory(page, `[${" ".repeat(2_100_000)}]`);
    await opensDirectory(widget);
    await expect(widget.element.getByText("The list of servers couldn't be loaded.").first()).toBeVisible();
  });
});

// ---- texts

for (const language of languages) {
  test(`${language} says all of the choice that English says, of the same things`, async () => {
    const theirs = (await import(`../../src/texts/servers/${language}.ts`)).default as typeof serverTexts;
    expect(theirs.lang).toBe(language);
    const flat = (texts: object, path = ""): [string, string][] =>
      Object.entries(texts).flatMap(([key, text]) =>
        typeof text === "string" ? [[path + key, text]] : flat(text as object, `${path}${key}/`),
      );
    const parts = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    const ours = new Map(flat(serverTexts));
    expect(flat(theirs).map(([path]) => path)).toEqual([...ours.keys()]);
    for (const [path, text] of flat(theirs)) {
      expect(text.trim(), path).toBeTruthy();
      expect(parts(text), path).toEqual(parts(ours.get(path) ?? ""));
    }
  });
}

test("a page can replace these texts too", async ({ widget }) => {
  await offers(widget);
  await widget.element.evaluate((element) => {
    (element as HTMLElement & { strings: unknown }).strings = {
      servers: { title: "Where will you live?", states: { open: "Come in" } },
    };
  });
  await expect(widget.element.getByRole("heading", { name: "Where will you live?" })).toBeVisible();
  await expect(buttons(widget).first()).toHaveAccessibleName(/Come in/);
});
