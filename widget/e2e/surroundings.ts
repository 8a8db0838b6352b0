// What every journey needs around its browser: a demo and a site for each worker, and a desk.
import { fileURLToPath } from "node:url";
import { test as base, expect } from "@playwright/test";
import { type Demo, startDemo } from "./demo.ts";
import { Desk } from "./desk.ts";
import { type OwnSite, startOwnSite } from "./own-site.ts";
import { Unsteady } from "./unsteady.ts";

export { expect };

export interface Options {
  /** Folder of the built widget. */
  dist: string;
}

export const test = base.extend<
  { desk: Desk; unsteady: Unsteady },
  Options & { demo: Demo; ownSite: OwnSite }
>({
  dist: [fileURLToPath(new URL("../dist", import.meta.url)), { scope: "worker", option: true }],

  demo: [
    async ({ dist }, use, worker) => {
      const demo = await startDemo(dist, worker.parallelIndex);
      await use(demo);
      await demo.stop();
    },
    { scope: "worker" },
  ],

  ownSite: [
    async ({ dist }, use) => {
      const site = await startOwnSite(dist);
      await use(site);
      await site.stop();
    },
    { scope: "worker" },
  ],

  desk: async ({ request, demo }, use) => use(new Desk(request, demo)),

  // The network before the demo's server, where that must be seen or fail.
  unsteady: async ({ demo }, use) => {
    const unsteady = await new Unsteady(demo.server).start();
    await use(unsteady);
    await unsteady.stop();
  },
});
