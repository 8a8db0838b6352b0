import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import type { Options } from "./e2e/test.ts";

/** The browser of $CHROME, else one where systems keep it, else Playwright's own. */
const executablePath = [
  process.env.CHROME,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
].find((path) => path && existsSync(path));

/** The folders of the widget, one for each compiler of the core; ./build.sh test makes them. */
const builds = ["tinygo", "go"]
  .map((compiler) => ({
    compiler,
    dist: fileURLToPath(new URL(`../.build/dist/${compiler}`, import.meta.url)),
  }))
  .filter(({ dist }) => existsSync(dist));

export default defineConfig<Options>({
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // A browser on a busy machine can stumble; what passes at the second try only is reported as flaky.
  retries: process.env.CI ? 1 : 0,
  reporter: process.env.CI ? "dot" : "list",
  use: {
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-quic",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "ui", testDir: "test/ui" }, // what the widget draws, on a core that the test plays
    // The built widget and core, against the demo. The scenes, which are many, play with the first build alone.
    ...builds.map(({ compiler, dist }, i) => ({
      name: `journeys-${compiler}`,
      testDir: "e2e",
      use: { dist },
      ...(i === 0 ? {} : { testIgnore: "**/screens.spec.ts" }),
    })),
  ],
});
