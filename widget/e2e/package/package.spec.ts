// The npm package, installed from its tarball, in what people build pages with.
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build as esbuild } from "esbuild";
import { createServer, build as vite } from "vite";
import webpack from "webpack";
import { expect, test } from "../test.ts";
import { alice, password, Visitor } from "../visitor.ts";
import { built, host, install, remove, signUpInTerminal } from "./apps.ts";

const quiet = "silent" as const;

interface Bundler {
  app: string;
  options?: Parameters<typeof install>[2];
  build(folder: string): Promise<string>; // tells the folder to serve
}

async function byVite(root: string): Promise<string> {
  await vite({ root, logLevel: quiet, configFile: false });
  return join(root, "dist");
}

const bundlers: Record<string, Bundler> = {
  Vite: { app: "vite", build: byVite },
  "Vite, by the recipe for React": {
    app: "react",
    options: { others: ["react", "react-dom"], recipe: "react" },
    build: byVite,
  },
  webpack: {
    app: "plain",
    async build(context) {
      const compiler = webpack({
        context,
        entry: "./main.js",
        mode: "production",
        output: { path: join(context, "dist") },
      });
      await new Promise<void>((resolve, reject) => {
        compiler?.run((error, stats) => {
          const wrong = error ?? (stats?.hasErrors() && new Error(stats.toString("errors-only")));
          compiler.close(() => (wrong ? reject(wrong) : resolve()));
        });
      });
      return context;
    },
  },
  esbuild: {
    app: "plain",
    async build(absWorkingDir) {
      const options = { bundle: true, format: "esm", splitting: true, outdir: "dist" } as const;
      await esbuild({ absWorkingDir, entryPoints: ["main.js"], ...options });
      return absWorkingDir;
    },
  },
};

for (const [name, { app, options, build }] of Object.entries(bundlers)) {
  test.describe(name, () => {
    // esbuild leaves the programs' files behind: the core comes as a script, and the form with it.
    test.use({ expected: [/404 .*(core|opener)\.wasm/] });

    test(`signs up from a page built by ${name}`, async ({ page, desk, demo }) => {
      await desk.play("open");
      const folder = install(app, demo.server, options);
      const site = await host(await build(folder));
      try {
        await page.goto(site.origin);
        const visitor = new Visitor(page);
        await visitor.signsUp(alice);
        await visitor.sees("confirm");
        await expect(visitor.widget.getByRole("heading", { name: "Check your email" })).toBeVisible();
      } finally {
        site.stop();
        remove(folder);
      }
    });
  });
}

test.describe("a page whose own script is in one file with the widget's", () => {
  test.use({ expected: [/slow\.png|ERR_FAILED/] });

  test("is left as it was sent until it has loaded", async ({ page, desk, demo }) => {
    await desk.play("open");
    const root = install("vite", demo.server);
    const file = join(root, "index.html");
    writeFileSync(file, readFileSync(file, "utf8").replace("</body>", '<img src="/slow.png" alt="" />$&'));
    const site = await host(await byVite(root));
    try {
      let shows = (): void => {};
      const shown = new Promise<void>((resolve) => {
        shows = resolve;
      });
      await page.route("**/slow.png", async (route) => {
        await shown;
        await route.abort();
      });
      const told = page.waitForResponse(/\/api\/v2\/instance/);
      await page.goto(site.origin, { waitUntil: "commit" });
      const sent = await page.locator("fedi-signup").innerHTML();
      await told;
      // By now the fields that every server has would be there.
      await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
      expect(await page.locator("fedi-signup").innerHTML()).toBe(sent);
      expect(await page.evaluate(() => document.readyState)).toBe("interactive");
      shows();
      await new Visitor(page).sees("form");
    } finally {
      site.stop();
      remove(root);
    }
  });
});

test.describe("Vite's server for development", () => {
  test.use({ expected: [/404 .*core\.wasm/] });

  test("signs up from a page that it serves", async ({ page, desk, demo }) => {
    await desk.play("open");
    const root = install("vite", demo.server);
    const server = await createServer({
      root,
      logLevel: quiet,
      configFile: false,
      server: { host: "127.0.0.1", port: 0 },
    });
    try {
      await server.listen();
      await page.goto(server.resolvedUrls?.local[0] ?? "");
      const visitor = new Visitor(page);
      await visitor.signsUp(alice);
      await visitor.sees("confirm");
    } finally {
      await server.close();
      remove(root);
    }
  });
});

test.describe("the flow without the widget's form", () => {
  const headless = "../../../../examples/headless";

  test("signs up by a form of 30 lines", async ({ page, desk, demo }) => {
    expect(
      readFileSync(join(import.meta.dirname, "apps", headless, "main.js"), "utf8").split("\n"),
    ).toHaveLength(31);
    await desk.play("open");
    const root = install(headless, demo.server);
    const site = await host(await byVite(root));
    try {
      await page.goto(site.origin);
      await page.getByLabel("username").fill(alice.username);
      await page.getByLabel("email").fill(alice.email);
      await page.getByLabel("password").fill("short");
      await page.getByLabel("agreement").check();
      await page.getByRole("button").click();
      await expect(page.getByRole("status")).toHaveText("form password: ERR_TOO_SHORT");
      await page.getByLabel("password").fill(password);
      await page.getByRole("button").click();
      await expect(page.getByRole("status")).toHaveText("Open the link in the email to a•••@example.org");
      await page.goto(await desk.link(alice.email));
      await page.goto(site.origin);
      await expect(page.getByRole("status")).toContainText("Welcome, @alice@");
    } finally {
      site.stop();
      remove(root);
    }
  });

  test("signs up in Node, where there is no page", async ({ desk, demo }) => {
    await desk.play("open");
    const folder = install(headless, demo.server);
    try {
      expect(signUpInTerminal(folder, demo.server, process.execPath)).toContain(
        "@alice@tidepool.example: open the link in the email to a•••@example.org",
      );
    } finally {
      remove(folder);
    }
  });
});

test("says in Node that a folder has to be an address", () => {
  const folder = install("plain", "https://tidepool.example");
  try {
    const program = `import { startCore } from "fedi-signup/core";
      startCore({ src: "assets/" }).catch((error) => console.log(String(error)));`;
    const told = execFileSync(process.execPath, ["--input-type=module", "-e", program], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(told).toMatch(/^TypeError: .*URL.*assets/);
  } finally {
    remove(folder);
  }
});

test("can be imported where there is no page, as on a framework's server", () => {
  const folder = install("plain", "https://tidepool.example");
  try {
    for (const entry of ["fedi-signup", "fedi-signup/element", "fedi-signup/core"]) {
      const program = `import(${JSON.stringify(entry)}).then((all) => console.log(Object.keys(all).join()))`;
      const told = execFileSync(process.execPath, ["--input-type=module", "-e", program], {
        cwd: folder,
        encoding: "utf8",
      });
      expect(told, entry).toMatch(/FediSignup|startCore/);
    }
  } finally {
    remove(folder);
  }
});

test("its types fit pages, React, Preact, Solid and Svelte, checked with those of its own", () => {
  const folder = install("types", "", {
    others: ["react", "@types/react", "preact", "solid-js", "svelte", "csstype"],
  });
  try {
    const tsc = join(import.meta.dirname, "../../node_modules/typescript/bin/tsc");
    const { stdout, status } = spawnSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" });
    expect(stdout).toBe("");
    expect(status).toBe(0);
  } finally {
    remove(folder);
  }
});

test("holds what package.json names, and no tool of ours", () => {
  const names = execFileSync("npm", ["pack", "--dry-run", "--json"], { cwd: built, encoding: "utf8" });
  const files: string[] = JSON.parse(names)[0].files.map(({ path }: { path: string }) => path);
  const { exports, customElements, devDependencies, scripts, ...told } = JSON.parse(
    readFileSync(join(built, "package.json"), "utf8"),
  );
  const named = Object.values(exports as Record<string, string | Record<string, string>>).flatMap((entry) =>
    typeof entry === "string" ? [entry] : Object.values(entry),
  );
  for (const path of [...named, customElements]) {
    const [before = "", after] = path.replace("./", "").split("*");
    if (after === undefined) expect(files).toContain(before);
    else expect(files.some((file) => file.startsWith(before) && file.endsWith(after))).toBe(true);
  }
  expect(files).toEqual(
    expect.arrayContaining(["README.md", "LICENSE", "CHANGELOG.md", "dist/licenses.txt"]),
  );
  expect([devDependencies, scripts]).toEqual([undefined, undefined]);
  expect(told).toMatchObject({ name: "fedi-signup", license: "MIT", type: "module" });
  for (const [, entry] of Object.entries(exports)) {
    if (typeof entry === "object") expect(Object.keys(entry as object)[0]).toBe("types");
  }
});
