import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

/** The browser of $CHROME, else one where systems keep it, else Playwright's own. */
const executablePath = [
  process.env.CHROME,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
].find((path) => path && existsSync(path));

export default defineConfig({
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
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
    { name: "journeys", testDir: "e2e" }, // the built widget and core, against the demo
  ],
});
