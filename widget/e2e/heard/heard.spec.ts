// The whole way by keys alone, as Orca tells it. What was said to each act lies in
// transcripts, by browser, journey and screen, after » what the page told of its own accord;
// after a change of words, --update-snapshots writes them anew. What must hold in
// any words is said beside each act.
import { writeFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { startOwnSite } from "../own-site.ts";
import { test as base } from "../surroundings.ts";
import { Unsteady } from "../unsteady.ts";
import { alice } from "../visitor.ts";
import { Reader } from "./reader.ts";

interface Fixtures {
  /** Opens a page with the widget for the simulated server, as it is in a scenario; its address. */
  open(scenario: string, screen?: string, attributes?: string): Promise<string>;
  /** Before the simulated server, so that its answers can be held back. */
  unsteady: Unsteady;
  /** Holds what was said against what is kept. */
  transcripts: undefined;
}

const test = base.extend<Fixtures, { reader: Reader }>({
  reader: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern
    async ({}, use, worker) => {
      const reader = await Reader.start(worker.project.name.replace("orca-", ""));
      await use(reader);
      await reader.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],

  unsteady: async ({ demo }, use) => {
    const unsteady = await new Unsteady(demo.server, async ({ path, query, body }, real) => {
      const answer = (status: number, json: unknown) => ({
        status,
        headers: { "access-control-allow-origin": "*", "content-type": "application/json" },
        body: Buffer.from(JSON.stringify(json)),
      });
      const asked = path.endsWith("/lookup") && new URLSearchParams(query).get("acct")?.split("@")[0];
      if (asked === taken) return answer(200, { id: "1", username: taken, acct: taken });
      const known = path === "/api/v1/accounts" && /(@|%40)known\.example/.test(String(body));
      if (!known) return real();
      const email = [{ error: "ERR_TAKEN", description: "has already been taken" }];
      return answer(422, { error: "Validation failed: Email has already been taken", details: { email } });
    }).start();
    await use(unsteady);
    await unsteady.stop();
  },

  // Each on a site of its own, which has nothing kept.
  open: async ({ unsteady, desk, dist, reader }, use) => {
    const site = await startOwnSite(dist);
    await use(async (scenario, screen, attributes = "") => {
      await desk.play(scenario);
      site.serve({
        connect: unsteady.origin,
        body: `<fedi-signup server="${unsteady.origin}" ${attributes}></fedi-signup>`,
      });
      await reader.open(`${site.origin}/`, screen);
      return `${site.origin}/`;
    });
    await site.stop();
  },

  transcripts: [
    async ({ reader }, use, info) => {
      await use(undefined);
      if (info.status !== info.expectedStatus) {
        writeFileSync(info.outputPath("heard.txt"), [...reader.transcripts.values()].join(""));
        await reader.close();
        return;
      }
      // Firefox has the description of a field with something wrong read a second time.
      const doubles = reader.doubles.filter(
        (line) => !/^Enter your .* We'll send|^Tidepool already has/.test(line),
      );
      expect(doubles, "said twice in a row").toEqual([]);
      for (const [screen, text] of reader.transcripts) {
        expect.soft(text).toMatchSnapshot([info.title.replaceAll(" ", "-"), `${screen}.txt`]);
      }
    },
    { auto: true },
  ],
});

/** A name that somebody has. */
const taken = "limpet";

const password = "limpets under cold green water";

/** Goes on to a field, and types into it. */
async function fillIn(reader: Reader, field: RegExp, text: string): Promise<void> {
  await reader.find(field);
  await reader.fill(text);
}

/** Fills in what every server asks for, and goes to the box of the agreement, or to the field before it. */
async function fillAll(reader: Reader, last = agreement): Promise<void> {
  await fillIn(reader, username, alice.username);
  await fillIn(reader, email, alice.email);
  await fillIn(reader, secret, password);
  await reader.find(last);
}

/** Sends the form, has the server wait until that is told, which a quick answer would take back, and goes on. */
async function send(reader: Reader, unsteady: Unsteady, told = /^Check your email/): Promise<void> {
  unsteady.fail("delay", ({ path }) => path === "/api/v1/accounts");
  await reader.starts("Return", /^Creating account/);
  unsteady.heal();
  await reader.told(told);
}

const username = /^Username/;
const email = /^Email address/;
const secret = /^Password/;
const reason = /^Why do you want/;
const agreement = /^I have read/;

const aloud = (text: string) => `» ${text}`;

const handle = "@alice@tidepool.example";

test("from the form to a working account", { tag: "@core" }, async ({
  open,
  reader,
  unsteady,
  desk,
  request,
}) => {
  await open("open");
  expect(reader.now, "nothing is said before the visitor is there").toEqual([]);
  await reader.find(/^Privacy policy/);
  await reader.press("Tab", "Tab", "Tab");
  const name = await reader.type(alice.email);
  expect(
    name,
    "an address in place of a name is cut down to one, and that is told without a stop in it",
  ).toEqual([
    expect.stringMatching(/^» Only the part before the @ was kept\. .* @alice seems to be free\.$/),
  ]);
  await reader.press("Tab");
  await reader.type(alice.email);
  await reader.press("Tab");
  const strength = [aloud("Very hard to guess")];
  expect(await reader.type(password), "how hard a password is to guess is said once").toEqual(strength);
  await reader.press("Tab");
  expect((await reader.press("shift+Tab")).join(), "and not with the focus").not.toContain("hard to guess");
  expect(await reader.press("Tab"), "a button says its name once").toEqual([
    "Show password toggle button not pressed.",
  ]);
  await reader.press("Tab", "space", "Tab", "Tab", "Tab", "Tab");
  reader.screen("confirm");
  unsteady.fail("delay", ({ path }) => path === "/api/v1/accounts");
  await reader.starts("Return", /^Creating account/);
  await reader.meanwhile("the server answers", () => unsteady.heal(), /^Check your email/);
  const link = await desk.link(alice.email);
  reader.screen("ready");
  const ready = await reader.meanwhile(
    "the link in the mail is opened elsewhere",
    () => request.get(link),
    /is ready/,
  );
  expect(ready, "what became of the account is told in full").toContain(
    aloud(`Your account is ready: ${handle}`),
  );
  await reader.press("Tab", "Tab", "Tab");
  reader.screen("another");
  const another = (await reader.press("Return")).join("");
  expect(another, "the form's title says what it is, with a space between its lines").toMatch(
    /^Create an account on\sTidepool\b/,
  );
  expect(another.match(/Create an account/g), "and says it once").toHaveLength(1);
  expect(another, "nothing of the last person's is told").not.toContain("free");
  await reader.find(username);
  expect((await reader.press("Tab")).join(), "nor kept, nor is an empty field wrong").not.toMatch(
    /alice|invalid|Enter/,
  );
  expect((await reader.press("Tab", "Tab", "Tab")).join(), "the box is not ticked").toContain("not checked");
});

test("what is wrong with the form", { tag: "@core" }, async ({ open, reader }) => {
  await open("open");
  await reader.find(username);
  expect(await reader.type("alice"), "a name is not spoken over while it is typed").toEqual([
    aloud("@alice seems to be free."),
  ]);
  expect((await reader.press("Tab")).join(), "a field that nobody was in is not wrong").not.toContain(
    "invalid",
  );
  const back = (await reader.press("shift+Tab")).join();
  expect(back, "the hint of the name stands still").toContain("@username@tidepool.example");
  const box = await reader.press("Return");
  expect(box, "what is wrong is told in one piece").toEqual([
    expect.stringMatching(/^Not sent\. 3 fields .*Email address: Enter your email address\..* panel\.$/),
  ]);
  await reader.press("Tab");
  const wrong = (await reader.press("Return")).join(" ");
  expect(wrong, "a field that is wrong says so, and why").toMatch(/invalid.* Enter your email address\./);
  const typed = (await reader.type(alice.email)).join();
  expect(typed, "the box of what was wrong stands still").not.toMatch(/your attention|Password|Agreement/);
  await reader.press("shift+Tab");
  expect((await reader.press("Tab")).join(), "a field that was corrected is not wrong").not.toContain(
    "invalid",
  );
  await reader.find(/^(Email address|Password) link/, "shift+Tab");
  await reader.find(/ link/, "shift+Tab");
  expect(reader.now.join(), "nor does what was corrected leave the box before the next try").toContain(
    "Email address link",
  );
});

test("a name that is taken", async ({ open, reader }) => {
  await open("open");
  await reader.find(username);
  await reader.type(taken);
  expect(await reader.press("Return"), "Enter at a taken name says that nothing was sent, and why").toEqual([
    expect.stringMatching(/^Not sent\..*Username: This username is taken\./),
  ]);
});

test("a refusal", async ({ open, reader, unsteady }) => {
  await open("open");
  await fillIn(reader, username, alice.username);
  await fillIn(reader, secret, password);
  await reader.find(agreement);
  await reader.skip("space");
  await reader.find(email, "shift+Tab");
  await reader.type("alice@throwaway.example");
  await send(reader, unsteady, /accept addresses/);
  expect(
    await reader.rest(),
    "a refusal is told in one piece, with its reasons, where Enter was pressed",
  ).toEqual([
    expect.stringMatching(/1 field .*Email address: .* doesn't accept addresses from this email provider\./),
    expect.stringMatching(/^» Creating account/),
  ]);
  await reader.press("Tab");
});

test("an address that has an account", async ({ open, reader, unsteady }) => {
  await open("open");
  await fillIn(reader, username, alice.username);
  await fillIn(reader, email, "alice@known.example");
  await fillIn(reader, secret, password);
  await reader.find(agreement);
  await reader.skip("space");
  await send(reader, unsteady, /1 field/);
  await reader.rest();
  reader.screen("field");
  const link = await reader.press("Tab", "Return");
  expect(link.join(" "), "a field that is wrong says why").toMatch(/ Email address .*invalid.* account/);
  expect(link.join(" "), "and not what the link below it says").not.toContain("Log in to");
  expect((await reader.press("Tab")).join(), "which is told at the link").toContain("Log in to");
});

test("an account that moderators look at", async ({ open, reader, unsteady, desk, request }) => {
  await open("approval");
  await fillAll(reader, reason);
  await reader.press("shift+Tab", "Tab");
  const counter = await reader.type("I count limpets.");
  expect(counter, "how much of the reason's space is used is said at the end").toEqual([
    expect.stringMatching(/^» 16 /),
  ]);
  await reader.press("Tab", "space");
  reader.screen("confirm");
  await send(reader, unsteady);
  const link = await desk.link(alice.email);
  reader.screen("review");
  const review = await reader.meanwhile(
    "the link in the mail is opened elsewhere",
    () => request.get(link),
    /reviewing/,
  );
  expect(review, "that it is reviewed is told though the focus was on a title").toContainEqual(
    expect.stringMatching(
      /^» Your email address is confirmed\. Staff at Tidepool are reviewing your sign-up\./,
    ),
  );
  await reader.press("Tab");
  reader.screen("ready");
  const ready = await reader.meanwhile(
    "moderators approve",
    () => desk.moderate("approve", "alice"),
    /is ready/,
  );
  expect(ready, "and that it is ready, though the focus was on what has gone").toContain(
    aloud(`Your account is ready: ${handle}`),
  );
});

test("an account that moderators reject", async ({ open, reader, unsteady, desk, request }) => {
  await open("approval");
  await fillAll(reader, reason);
  await reader.fill("Cheap watches.");
  await reader.find(agreement);
  await reader.skip("space");
  await send(reader, unsteady);
  const link = await desk.link(alice.email);
  await reader.meanwhile("the link in the mail is opened elsewhere", () => request.get(link), /reviewing/);
  reader.screen("rejected");
  const rejected = await reader.meanwhile(
    "moderators reject",
    () => desk.moderate("reject", "alice"),
    /accept/,
  );
  expect(rejected, "that it is rejected is told though the focus was on a title").toContainEqual(
    expect.stringMatching(/^» .* didn't accept this sign-up/),
  );
});

test("a date of birth", async ({ open, reader }) => {
  await open("minimum-age");
  await reader.find(/^Show password/);
  const parts = [];
  for (let part = 0; part < 3; part++) parts.push((await reader.press("Tab")).join(" "));
  expect(parts[0], "a date has a label and a hint").toMatch(/^Date of birth.*at least 16/);
  expect(parts.join(), "and its parts have names").toMatch(/Month.*Day.*Year/);
  await reader.press("Tab");
  reader.screen("wrong");
  const box = await reader.press("shift+Tab", "Return");
  expect(box.join(), "a date that is missing is told").toContain(
    "Date of birth: Enter your full date of birth.",
  );
  await reader.press("Tab", "Tab", "Tab", "Tab");
  expect((await reader.press("Return")).join(), "and the reason is told at the date").toContain(
    "Enter your full date",
  );
});

test("an address that was wrong", async ({ open, reader, unsteady, desk }) => {
  await open("open");
  await fillAll(reader);
  await reader.skip("space");
  reader.screen("confirm");
  await send(reader, unsteady);
  await reader.press("Tab", "Tab");
  expect(await reader.press("Tab"), "a grey button is not described by the clock").toEqual([
    "Send again push button grayed.",
  ]);
  expect(await reader.press("Return"), "it says on the press when it is possible").toEqual([
    aloud("Available in CLOCK"),
  ]);
  reader.screen("again");
  await reader.press("shift+Tab", "Return", "Tab");
  await reader.type("alice@");
  const half = (await reader.press("shift+Tab", "Tab")).join();
  expect(half, "nothing is wrong with an address that was not sent").not.toContain("invalid");
  await reader.type("alice@example.net");
  expect(await reader.until("Return", /on its way/), "where the next one goes is told").toContain(
    aloud("A new email is on its way to a•••@example.net."),
  );
  await desk.link("alice@example.net");
});

test("a server that was asked too often", async ({ open, reader, unsteady }) => {
  await open("throttled");
  await fillAll(reader);
  await reader.skip("space");
  await send(reader, unsteady, /try again/);
  await reader.rest();
  await reader.find(/^terms of service/);
  reader.screen("grey");
  expect(await reader.press("Tab"), "a grey button is not described by the clock").toEqual([
    "Create account push button grayed.",
  ]);
  expect(await reader.press("Return"), "it says on the press when it is possible").toEqual([
    aloud("Too many tries from your network. You can try again in CLOCK"),
  ]);
});

test("a closed server", async ({ open, reader }) => {
  await open("closed", "closed");
  await reader.press("Tab", "Tab");
});

test("a captcha", async ({ open, reader }) => {
  await open("akkoma");
  await reader.find(/^Show password/);
  await reader.press("Tab");
  reader.screen("another");
  const another = await reader.meanwhile(
    "another picture is asked for",
    () => reader.press("Return"),
    /picture/,
  );
  expect(another, "a new picture is told").toContain(aloud("There's a new picture. Type its characters."));
  expect((await reader.press("Tab", "Tab")).join(), "the field is tied to its picture").toContain(
    "Picture with",
  );
});

test("a document", async ({ open, reader }) => {
  await open("open", "document");
  await reader.find(/^Privacy policy/);
  const title = await reader.press("Return");
  expect(title, "a document opens on its title, which is all that is read").toEqual(["Privacy policy."]);
  const stops: string[] = [];
  for (let stop = 0; stop < 5; stop++) stops.push((await reader.press("Tab")).join(" "));
  expect(stops[0], "each stop of the Tab key is told: the button").toMatch(/^Close/);
  expect(stops[1], "the server's own page").toMatch(/^Open the page on Tidepool/);
  expect(stops[2], "the frame, by its name").toMatch(/^Privacy policy region/);
  expect(stops[3], "and the links in it, from the first").toMatch(/^our staff link/);
  expect(stops[4]).toMatch(/^more about us link/);
  const back = [...stops].reverse().slice(1);
  for (const stop of back) expect((await reader.press("shift+Tab")).join(" "), "and back").toBe(stop);
});

test("two tabs", async ({ open, reader, unsteady }) => {
  const page = await open("open", "first", 'persist="local"');
  await fillAll(reader);
  await reader.skip("space");
  await reader.skip("ctrl+t");
  reader.screen("second");
  await reader.go(page);
  await fillAll(reader);
  await reader.skip("space");
  await send(reader, unsteady);
  const last = await reader.press("ctrl+End");
  expect(last.join(), "what was said before is not found as if it were news").not.toContain(
    "Creating account",
  );
  reader.screen("first");
  await reader.skip("ctrl+Prior");
  await reader.starts("Return", /^Check your email/);
  await reader.close();
});

test("ready while the page is in the background", async ({ open, reader, unsteady, desk, request }) => {
  await open("open");
  await fillAll(reader);
  await reader.skip("space");
  await send(reader, unsteady);
  const link = await desk.link(alice.email);
  await reader.skip("ctrl+t");
  await request.get(link);
  reader.screen("ready");
  const ready = await reader.starts("ctrl+Prior", /is ready/);
  await reader.rest();
  expect(ready, "who comes back is told in full").toContain(aloud(`Your account is ready: ${handle}`));
  await reader.close();
});
