// The npm package in bundlers and frameworks that are installed first. Each app
// is built for production, and rendered by the framework's own server where it
// has one. Only under ./build.sh test all, as the installing takes minutes. So are
// the recipes whose generators npm installs or, where they are there, systems package.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

const root = join(import.meta.dirname, "../../..");

interface Recipe {
  app?: string; // what it is added to, with a lock file; else the system has what builds it
  command: [string, ...string[]];
  into?: string; // where the release's folder goes, unless the package is imported
  page: string; // that is made
  others?: Record<string, string>;
}

const npm: Recipe["command"] = ["npm", "run", "build"];

const recipes: Record<string, Recipe> = {
  astro: { app: "astro", command: npm, page: "dist/join/" },
  eleventy: { app: "eleventy", command: npm, into: ".", page: "_site/join/" },
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
  starlight: { app: "starlight", command: npm, into: "public", page: "dist/join/" },
  vitepress: { app: "vitepress", command: npm, into: "public", page: ".vitepress/dist/join.html" },
  vue: { app: "vue", command: npm, page: "dist/" },
};

for (const [recipe, { app, command, into, page: path, others = {} }] of Object.entries(recipes)) {
  test(`signs up from the recipe for ${recipe}, built by it`, async ({ page, desk, demo, dist }) => {
    test.setTimeout(600_000);
    test.skip(spawnSync(command[0], ["--help"]).error !== undefined, `${command[0]} is missing`);
    await desk.play("open");
    const folder = install(app ?? `../../../../examples/recipes/${recipe}`, demo.server, { recipe });
    for (const [file, text] of Object.entries(others)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    if (into) cpSync(dist, join(folder, into, "fedi-signup"), { recursive: true });
    run(folder, ...command);
    const slash = path.search(/\/(join|$)/);
    const site = await host(join(folder, path.slice(0, slash)));
    // What no recipe brings along, and what a theme loads from elsewhere.
    await page.route(/favicon\.(ico|svg)|fonts\.googleapis\.com/, (route) => route.fulfill());
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

for (const [recipe, form, page] of [
  ["hugo", "forms/%.json", "public/join/"],
  ["eleventy", "_includes/%.json", "_site/join/"],
] as const) {
  test(`the form that ${recipe} builds into a page is there without a core`, async ({
    page: tab,
    desk,
    demo,
    dist,
  }) => {
    test.setTimeout(600_000);
    const { app, command, into = "", others = {} } = recipes[recipe] as Recipe;
    test.skip(spawnSync(command[0], ["--help"]).error !== undefined, `${command[0]} is missing`);
    await desk.play("open");
    const made = spawnSync("go", ["run", "./examples/snapshot", demo.server], {
      cwd: root,
      encoding: "utf8",
    });
    const server = new URL(demo.server).host;
    const folder = install(app ?? `../../../../examples/recipes/${recipe}`, demo.server, { recipe });
    if (recipe === "eleventy") {
      rmSync(join(folder, "join.md"));
      const text = readFileSync(join(root, "examples/recipes/form-in-page/join.html"), "utf8");
      others["join.html"] = text
        .replaceAll("https://example.social", demo.server)
        .replace('server="example.social"', `server="${demo.server}"`)
        .replace("example.social.json", `${server}.json`);
    }
    for (const [file, text] of Object.entries({ ...others, [form.replace("%", server)]: made.stdout })) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    cpSync(dist, join(folder, into, "fedi-signup"), { recursive: true });
    run(folder, ...command);
    const site = await host(join(folder, page.split("/")[0] as string));
    await tab.route(/\.wasm$|favicon/, () => {}); // it never comes
    try {
      await tab.goto(`${site.origin}/join/`);
      await new Visitor(tab).sees("form");
    } finally {
      site.stop();
      remove(folder);
    }
  });
}

test("signs up in Deno and Bun, where there is no page", async ({ desk, demo }) => {
  test.setTimeout(600_000);
  const folder = install("runtimes", demo.server);
  cpSync(join(root, "examples/headless/terminal.mjs"), join(folder, "terminal.mjs"));
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
