// The whole way by keys alone, as Orca tells it. What was said to each act lies in
// transcripts; after a change of words, --update-snapshots writes them anew.
import { expect } from "@playwright/test";
import { test as base } from "../surroundings.ts";
import { alice } from "../visitor.ts";
import { Reader } from "./reader.ts";

interface Fixtures {
  /** Opens a page with the widget for the simulated server, as it is in a scenario. */
  open(scenario: string): Promise<void>;
  /** Holds the transcript against the one that is kept. */
  transcript: undefined;
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

  open: async ({ demo, desk, ownSite, reader }, use) => {
    await use(async (scenario) => {
      await desk.play(scenario);
      ownSite.serve({
        connect: demo.server,
        body: `<fedi-signup server="${demo.server}"></fedi-signup>`,
      });
      await reader.open(ownSite.origin);
    });
  },

  transcript: [
    async ({ reader }, use, info) => {
      await use(undefined);
      if (info.status !== info.expectedStatus) return;
      expect(reader.doubles, "said twice in a row").toEqual([]);
      expect(reader.transcript).toMatchSnapshot(`${info.title}.txt`);
    },
    { auto: true },
  ],
});

/** Tabs from the top of the page to the first field. */
const toTheForm = Array<string>(6).fill("Tab");

test("from the form to a working account", async ({ open, reader, desk, request }) => {
  await open("open");
  await reader.press(...toTheForm);
  await reader.type("alice@ex");
  await reader.press("Tab");
  await reader.type(alice.email);
  await reader.press("Tab");
  await reader.type("limpets under cold green water");
  await reader.press("Tab", "Tab", "space", "Tab", "Tab", "Tab", "Return");
  await reader.hears(/^Check your email/);
  const link = await desk.link(alice.email);
  await reader.meanwhile("the link in the mail is opened elsewhere", () => request.get(link));
  await reader.hears(/^Your account is ready/);
});

test("what is wrong with the form", async ({ open, reader }) => {
  await open("open");
  await reader.press(...toTheForm);
  await reader.type("alice");
  await reader.press("Return", "Tab");
});

test("a date of birth", async ({ open, reader }) => {
  await open("minimum-age");
  await reader.press(...toTheForm, "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab");
});

test("a closed server", async ({ open, reader }) => {
  await open("closed");
  await reader.press("Tab", "Tab");
});
