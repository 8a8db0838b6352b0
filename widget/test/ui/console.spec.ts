// What the owner of a page is told in the console, and that visitors' consoles are quiet otherwise.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { children, expect, test } from "./harness.ts";
import { form, fullForm } from "./snapshots.ts";

/** The warnings that come from now on. */
function warnings(page: Page): string[] {
  const told: string[] = [];
  page.on("console", (message) => message.type() === "warning" && told.push(message.text()));
  return told;
}

const told = (sentence: string) => `fedi-signup ${sentence} (README: Messages in the console)`;

test("each mistake in the attributes is told once, with what mends it", async ({ page, widget }) => {
  const found = warnings(page);
  await widget.show(
    form,
    'theme="drak" root="LIGHT" loading="eager " persist="forever" broker="ftp://x.example" lang="en_US" expose-token="false" app_name="Shore" srever="a.example" colour="blue" data-x="" class="c" v-if="x" _ngcontent-a=""',
  );
  const all = [
    told(
      'FS01: <fedi-signup theme="drak"> has a value it does not know, so "auto" is used. Use "auto", "light", or "dark".',
    ),
    told(
      'FS01: <fedi-signup persist="forever"> has a value it does not know, so "session" is used. Use "session", "local", or "none".',
    ),
    told(
      'FS01: <fedi-signup broker="ftp://x.example"> is not a web address, so it is ignored. Use one that begins with https://.',
    ),
    told(
      'FS01: <fedi-signup lang="en_US"> is not a language tag, so it is ignored. Use one like "en" or "pt-BR".',
    ),
    told(
      'FS01: <fedi-signup expose-token="false"> is on, whatever its value. Remove the attribute to turn it off.',
    ),
    told('FS02: <fedi-signup> has no attribute "app_name". Did you mean "app-name"?'),
    told('FS02: <fedi-signup> has no attribute "srever". Did you mean "server"?'),
  ];
  await expect.poll(() => found).toEqual(all);
  await widget.emit(fullForm);
  await widget.element.evaluate((element) => element.setAttribute("theme", "lihgt"));
  await expect.poll(() => found.slice(all.length)).toEqual([expect.stringContaining('theme="lihgt"')]);
});

test("a page without mistakes is told nothing, and loads no words for it", async ({ page, widget }) => {
  const found = warnings(page);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.route("**/broker/**", (route) => route.fulfill({ json: {} }));
  await widget.show(
    form,
    'theme="dark" persist="local" lang="pt-BR" locale="de" broker="/broker" invite="x" id="f" class="c" aria-label="Join"',
  );
  await widget.emit(fullForm);
  await expect.poll(() => asked.some((path) => path.startsWith("/texts-"))).toBe(true);
  expect(asked.filter((path) => path.startsWith("/advice"))).toEqual([]);
  expect(found).toEqual([]);
});

test("a file that is missing is told with its address and status", async ({ page, widget, fails }) => {
  fails.console.push(/Failed to load resource/);
  const found = warnings(page);
  await page.route("**/extras.*", (route) => route.fulfill({ status: 404 }));
  await widget.load(`<fedi-signup server="tidepool.example">${children}</fedi-signup>`, { snapshot: form });
  await widget.sees("form");
  await expect
    .poll(() => found)
    .toEqual([
      expect.stringMatching(
        /^fedi-signup FS03: https:\/\/site\.example\/extras\.\w+\.js: 404\. Upload all files of one release, unchanged\.$/,
      ),
    ]);
});

test("a page that was opened as a file is told to come from a web server", async ({
  page,
  scripts,
  fails,
}) => {
  fails.console.push(/./);
  const found = warnings(page);
  const folder = mkdtempSync(join(tmpdir(), "fedi-signup-"));
  try {
    await page.route("https://cdn.example/*", (route) =>
      route.fulfill({
        contentType: "text/javascript",
        headers: { "access-control-allow-origin": "*" },
        body: scripts[new URL(route.request().url()).pathname.slice(1)] ?? "",
      }),
    );
    writeFileSync(
      join(folder, "page.html"),
      `<!doctype html><script>prepared = ${JSON.stringify({ snapshot: form })}</script>
      <script type="module" src="https://cdn.example/fedi-signup.js"></script>
      <fedi-signup server="tidepool.example">${children}</fedi-signup>`,
    );
    await page.goto(pathToFileURL(join(folder, "page.html")).href);
    await expect.poll(() => found).toEqual([expect.stringMatching(/^fedi-signup FS05: .*web server/)]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
