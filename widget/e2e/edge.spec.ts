// With broker="…": the Worker hands out the app token, on Cloudflare's own runtime.
import type { Route } from "@playwright/test";
import { openMail } from "./desk.ts";
import { test as base, expect } from "./test.ts";
import { alice } from "./visitor.ts";

/** The Worker, running. */
interface Edge {
  url: string;
  stop(): Promise<void>;
}

type StartEdge = (options: {
  servers: string[];
  sites: string[];
  appName: string;
  files: string;
}) => Promise<Edge>;

const script: string = "../../wasm/edge/dev.mjs";

const test = base.extend<object, { edge: Edge }>({
  edge: [
    async ({ demo, ownSite, dist }, use) => {
      const { startEdge } = (await import(script)) as { startEdge: StartEdge };
      const edge = await startEdge({
        servers: [demo.server],
        sites: [`${ownSite.origin}/`],
        appName: "Own site",
        files: dist,
      });
      await use(edge);
      await edge.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],
});

test("a broker: the app's secret never comes to the page, and the account works", async ({
  page,
  desk,
  demo,
  edge,
  ownSite,
  visitor,
}) => {
  await desk.play("open");
  ownSite.serve({
    body: `<fedi-signup server="${demo.server}" broker="${edge.url}"></fedi-signup>`,
    connect: `${demo.server} ${edge.url}`,
  });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(`${request.method()} ${request.url()}`));
  const late = async (route: Route) => {
    await visitor.sees("form"); // which the Worker has at hand
    await route.continue();
  };
  await page.route("**/*.wasm", late, { times: 1 });
  await page.goto(ownSite.origin);
  await visitor.sees("form");
  await visitor.signsUp(alice);
  await visitor.sees("confirm");
  expect(asked).toContain(`POST ${edge.url}/v1/app-token`);
  expect(asked).not.toContain(`POST ${demo.server}/api/v1/apps`);
  expect(asked).not.toContain(`POST ${demo.server}/oauth/token`);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toMatch(/client/i);

  await openMail(page, demo);
  await expect(page).toHaveURL(`${ownSite.origin}/`);
  await visitor.sees("ready");
});

test("a broker that does not know the site: said, with the way to the server's own page", async ({
  page,
  desk,
  demo,
  edge,
  ownSite,
  visitor,
  expected,
}) => {
  expected.push(/403|CORS policy|net::ERR_FAILED/);
  await desk.play("open");
  ownSite.serve({
    body: `<fedi-signup server="${demo.server}" broker="${edge.url}" return-url="${ownSite.origin}/elsewhere"></fedi-signup>`,
    connect: `${demo.server} ${edge.url}`,
  });
  await page.goto(ownSite.origin);
  await visitor.sees("form");
  await visitor.signsUp(alice);
  await expect(visitor.widget.getByRole("link", { name: "Sign up on Tidepool" })).toHaveAttribute(
    "href",
    `${demo.server}/auth/sign_up`,
  );
});
