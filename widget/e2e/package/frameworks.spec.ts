// The npm package in bundlers and frameworks that are installed first. Each app
// is built for production, and rendered by the framework's own server where it
// has one. Only under ./build.sh test all, as the installing takes minutes.
import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "../test.ts";
import { alice, Visitor } from "../visitor.ts";
import { host, install, remove, run, serve, signUpInTerminal } from "./apps.ts";

/** Each app, with the folder that it is built into, or what starts its server. */
const apps: Record<string, { app: string; out?: string; server?: (port: string) => string[] }> = {
  Rollup: { app: "rollup", out: "." },
  Parcel: { app: "parcel", out: "dist" },
  Astro: { app: "astro", out: "dist" },
  Next: {
    app: "next",
    server: (port) => ["node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1", "-p", port],
  },
  Nuxt: { app: "nuxt", server: () => [".output/server/index.mjs"] },
  SvelteKit: { app: "sveltekit", server: () => ["build/index.js"] },
};

for (const [name, { app, out = ".", server }] of Object.entries(apps)) {
  test.describe(name, () => {
    // Rollup leaves the core's file behind: it comes as a script. Nobody else may.
    test.use({ expected: name === "Rollup" ? [/404 .*core\.wasm/] : [] });

    test(`signs up from a page built by ${name}`, async ({ page, desk, demo }) => {
      test.setTimeout(600_000);
      await desk.play("open");
      const folder = install(app, demo.server);
      run(folder, "npm", "run", "build");
      const site = await (server ? serve(folder, server) : host(join(folder, out)));
      try {
        const response = await page.goto(site.origin);
        // What visitors see without scripts; Parcel leaves the quotation marks out.
        expect((await response?.text())?.replaceAll('"', "")).toContain(
          `<a href=${demo.server}/auth/sign_up>Join</a></fedi-signup>`,
        );
        const visitor = new Visitor(page);
        await visitor.signsUp(alice);
        await visitor.sees("confirm");
        await expect(visitor.widget.getByRole("heading", { name: "Check your email" })).toBeVisible();
      } finally {
        await site.stop();
        remove(folder);
      }
    });
  });
}

test("signs up in Deno and Bun, where there is no page", async ({ desk, demo }) => {
  test.setTimeout(600_000);
  const folder = install("runtimes", demo.server);
  cpSync(join(import.meta.dirname, "../../../examples/headless/terminal.mjs"), join(folder, "terminal.mjs"));
  // Their packages hold a program for each system; npm installs this one's.
  const program = (maker: string, name: string) => {
    const packages = join(folder, "node_modules", maker);
    return join(packages, readdirSync(packages)[0] ?? "", name);
  };
  try {
    for (const [runtime, ...args] of [
      [program("@deno", "deno"), "run", "--allow-read", "--allow-net"],
      [program("@oven", "bin/bun")],
    ] as [string, ...string[]][]) {
      await desk.play("open");
      expect(signUpInTerminal(folder, demo.server, runtime, ...args), runtime).toContain(
        "@alice@tidepool.example: open the link in the email to a•••@example.org",
      );
    }
  } finally {
    remove(folder);
  }
});
