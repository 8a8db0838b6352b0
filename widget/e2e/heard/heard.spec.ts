// The whole way by keys alone, as Orca tells it. What was said to each act lies in
// transcripts, by journey and screen; after a change of words, --update-snapshots writes them anew.
import { expect } from "@playwright/test";
import { test as base } from "../surroundings.ts";
import { Unsteady } from "../unsteady.ts";
import { alice } from "../visitor.ts";
import { Reader } from "./reader.ts";

interface Fixtures {
  /** Opens a page with the widget for the simulated server, as it is in a scenario. */
  open(scenario: string, screen?: string): Promise<void>;
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
    const unsteady = await new Unsteady(demo.server, async ({ path, query }, real) => {
      const asked = path.endsWith("/lookup") && new URLSearchParams(query).get("acct")?.split("@")[0];
      return asked !== taken
        ? real()
        : {
            status: 200,
            headers: { "access-control-allow-origin": "*", "content-type": "application/json" },
            body: Buffer.from(JSON.stringify({ id: "1", username: taken, acct: taken })),
          };
    }).start();
    await use(unsteady);
    await unsteady.stop();
  },

  open: async ({ unsteady, desk, ownSite, reader }, use) => {
    await use(async (scenario, screen) => {
      await desk.play(scenario);
      ownSite.serve({
        connect: unsteady.origin,
        body: `<fedi-signup server="${unsteady.origin}"></fedi-signup>`,
      });
      await reader.open(ownSite.origin, screen);
    });
  },

  transcripts: [
    async ({ reader }, use, info) => {
      await use(undefined);
      if (info.status !== info.expectedStatus) {
        await info.attach("heard", { body: [...reader.transcripts.values()].join("") });
        return;
      }
      expect(reader.doubles, "said twice in a row").toEqual([]);
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

/** From the top of the page to the first field. */
const toTheForm = Array<string>(6).fill("Tab");

test("from the form to a working account", async ({ open, reader, unsteady, desk, request }) => {
  await open("open");
  await reader.press(...toTheForm);
  await reader.type("alice@ex");
  await reader.press("Tab");
  await reader.type(alice.email);
  await reader.press("Tab");
  await reader.type(password);
  await reader.press("Tab", "Tab", "space", "Tab", "Tab", "Tab");
  reader.screen("confirm");
  unsteady.fail("delay", ({ path }) => path === "/api/v1/accounts");
  await reader.starts("Return", /^Creating account/);
  await reader.meanwhile("the server answers", () => unsteady.heal(), /^Check your email/);
  const link = await desk.link(alice.email);
  reader.screen("ready");
  await reader.meanwhile("the link in the mail is opened elsewhere", () => request.get(link), /is ready/);
  await reader.press("Tab", "Tab", "Tab");
  reader.screen("another");
  await reader.press("Return");
  await reader.skip(...toTheForm);
  await reader.press("Tab", "Tab", "Tab", "Tab");
});

test("what is wrong with the form", async ({ open, reader }) => {
  await open("open");
  await reader.skip(...toTheForm);
  await reader.type("alice");
  await reader.press("Return", "Tab");
});

test("a name that is taken", async ({ open, reader }) => {
  await open("open");
  await reader.skip(...toTheForm);
  await reader.type(taken);
  await reader.press("Return");
});

test("a document", async ({ open, reader }) => {
  await open("open", "document");
  await reader.skip("Tab", "Tab", "Tab");
  await reader.press("Return", "Tab", "Escape");
});

test("a date of birth", async ({ open, reader }) => {
  await open("minimum-age");
  await reader.skip(...toTheForm, "Tab", "Tab", "Tab");
  await reader.press("Tab", "Tab", "Tab", "Tab");
});

test("a closed server", async ({ open, reader }) => {
  await open("closed", "closed");
  await reader.press("Tab", "Tab");
});
