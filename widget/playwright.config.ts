import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { installed as webkitGtk } from "./e2e/engines/webkitgtk.ts";
import { installed as orca } from "./e2e/heard/reader.ts";
import type { Options } from "./e2e/surroundings.ts";

/** How to start the first of these browsers that is there, else Playwright's own. */
function browser(...paths: (string | undefined)[]) {
  const executablePath = paths.find((path) => path && existsSync(path));
  return {
    ...(executablePath ? { executablePath } : {}),
    args: [
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-quic",
      "--disable-component-update",
      "--disable-sync",
      "--font-render-hinting=none", // the widths of letters as in a window
    ],
  };
}

/** The browser of $CHROME, else one where systems keep it. */
const chrome = [
  process.env.CHROME,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The same engine without a window around each page: it takes less than half the time. */
const shell = "/usr/bin/chromium-headless-shell";

/** Firefox as systems package it, through a relay. */
const firefox = ["/usr/bin/firefox-esr", "/usr/bin/firefox"].find(existsSync);
const relay = fileURLToPath(new URL("e2e/engines/firefox.mjs", import.meta.url));

/** The folders of the widget, one for each compiler of the core; ./build.sh test makes them. */
const builds = ["tinygo", "go"]
  .map((compiler) => ({
    compiler,
    dist: fileURLToPath(new URL(`../.build/dist/${compiler}`, import.meta.url)),
  }))
  .filter(({ dist }) => existsSync(dist));

/** Every scene and every fault: these are many, and play with the first build alone. */
const many = ["**/screens.spec.ts", "**/faults.spec.ts"];

/** What only another engine does, what tests the npm package, and README's pictures. */
const apart = ["**/engines/**", "**/heard/**", "**/package/**", "**/screenshots.spec.ts"];

/** Which journeys a project makes, unless it is to make all. */
const some = (journeys: RegExp) => (process.env.ALL_JOURNEYS ? {} : { testMatch: journeys });

/** Apps whose frameworks are installed first, which takes minutes. */
const slowApps = process.env.ALL_JOURNEYS ? [] : ["**/frameworks.spec.ts"];

/** In Firefox, which takes three times as long. */
const inFirefox = /(account|form|isolate)\.spec\.ts$/;

/** With a window around each page, which takes twice as long. */
const inWindow = /account\.spec\.ts$/;

/** With the second build: the form is the same, the core's other compiler counts. */
const withOtherCore = /(account|core|core-loading|hostile|policy|software|unreadable)\.spec\.ts$/;

export default defineConfig<Options>({
  fullyParallel: true,
  // Waits are for states, so on a machine with other work they only take longer.
  timeout: 60_000,
  expect: { timeout: 20_000 },
  workers: "150%", // of the processors: a browser waits half of the time
  forbidOnly: Boolean(process.env.CI),
  // A browser on a busy machine can stumble; what passes at the second try only is reported as flaky.
  retries: process.env.CI ? 1 : 0,
  reporter: [[process.env.CI ? "dot" : "list"], ["./e2e/fault-table.ts"], ["./e2e/failed-tests.ts"]],
  projects: [
    // What the widget draws, on a core that the test plays.
    { name: "ui", testDir: "test/ui", use: { launchOptions: browser(shell, ...chrome) } },
    // The built widget and core, against the demo.
    ...builds.map(({ compiler, dist }, i) => ({
      name: `journeys-${compiler}`,
      testDir: "e2e",
      use: { dist, launchOptions: browser(shell, ...chrome) },
      ...(i === 0 ? {} : some(withOtherCore)),
      testIgnore: [...many, ...apart],
    })),
    // The same in a whole browser.
    ...builds.slice(0, 1).map(({ dist }) => ({
      name: "journeys-window",
      testDir: "e2e",
      use: { dist, launchOptions: browser(...chrome) },
      ...some(inWindow),
      testIgnore: [...many, ...apart],
    })),
    ...builds.slice(0, firefox ? 1 : 0).map(({ dist }) => ({
      name: "firefox",
      testDir: "e2e",
      ...some(inFirefox),
      testIgnore: [...many, ...apart],
      timeout: 120_000,
      expect: { timeout: 30_000 },
      workers: 1, // a second one would steal the focus
      use: {
        dist,
        browserName: "firefox" as const,
        channel: "moz-firefox",
        launchOptions: {
          executablePath: relay,
          env: { ...process.env, FIREFOX: firefox },
          firefoxUserPrefs: { "ui.useOverlayScrollbars": 1 },
        },
      },
    })),
    ...builds.slice(0, webkitGtk ? 1 : 0).map(({ dist }) => ({
      name: "webkitgtk",
      testDir: "e2e/engines",
      timeout: 120_000,
      expect: { timeout: 20_000 },
      workers: 1,
      use: { dist },
    })),
    ...["firefox", "chromium"].slice(0, orca && builds[0] ? 2 : 0).map((browser) => ({
      name: `orca-${browser}`,
      testDir: "e2e/heard",
      snapshotPathTemplate: `{testDir}/transcripts/${browser}/{arg}{ext}`,
      timeout: 300_000,
      retries: 1, // a desktop's focus can go astray
      workers: 1, // the keys go to the window in front
      use: { dist: builds[0]?.dist ?? "" },
    })),
    ...builds.slice(0, 1).map(({ dist }) => ({
      name: "package",
      testDir: "e2e/package",
      testIgnore: slowApps,
      timeout: 120_000,
      use: { dist, launchOptions: browser(shell, ...chrome) },
    })),
    ...builds.slice(0, 1).map(({ dist }) => ({
      name: "screenshots",
      testDir: "e2e",
      testMatch: "**/screenshots.spec.ts",
      use: { dist, launchOptions: browser(shell, ...chrome) },
    })),
    ...builds.slice(0, 1).map(({ dist }) => ({
      name: "scenes",
      testDir: "e2e",
      testMatch: many,
      use: { dist, launchOptions: browser(shell, ...chrome) },
    })),
  ],
});
