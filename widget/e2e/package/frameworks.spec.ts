// The npm package in bundlers and frameworks that are installed first. Each app
// is built for production, and rendered by the framework's own server where it
// has one. Only under ./build.sh test all, as the installing takes minutes. So are
// the recipes of generators that systems package, where these are there.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
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

/** Recipes whose generators systems package: where the release's folder goes, and the page that they make. */
const generated: Record<
  string,
  { command: [string, ...string[]]; into: string; page: string; others?: Record<string, string> }
> = {
  hugo: {
    command: ["hugo", "--quiet"],
    into: "static",
    page: "public/join/",
    others: { "config.toml": "", "layouts/page/single.html": "{{ .Content }}" },
  },
  jekyll: { command: ["jekyll", "build", "--quiet"], into: ".", page: "_site/join.html" },
  mkdocs: { command: ["mkdocs", "build", "--quiet"], into: "docs", page: "site/join/" },
  sphinx: {
    command: ["sphinx-build", "-q", "-D", "root_doc=join", ".", "_build"],
    into: "_static",
    page: "_build/join.html",
  },
};

for (const [recipe, { command, into, page: path, others = {} }] of Object.entries(generated)) {
  test(`signs up from the recipe for ${recipe}, built by it`, async ({ page, desk, demo, dist }) => {
    test.skip(spawnSync(command[0], ["--help"]).error !== undefined, `${command[0]} is missing`);
    await desk.play("open");
    const folder = install(`../../../../examples/recipes/${recipe}`, demo.server);
    for (const [file, text] of Object.entries(others)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    cpSync(dist, join(folder, into, "fedi-signup"), { recursive: true });
    run(folder, ...command);
    const slash = path.indexOf("/");
    const site = await host(join(folder, path.slice(0, slash)));
    // What no recipe brings along, and what a theme loads from elsewhere.
    await page.route(/favicon\.ico|fonts\.googleapis\.com/, (route) => route.fulfill());
    try {
      await page.goto(site.origin + path.slice(slash));
      const visitor = new Visitor(page);
      await visitor.signsUp(alice);
      await visitor.sees("confirm");
    } finally {
      site.stop();
      remove(folder);
    }
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
