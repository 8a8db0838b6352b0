// What a release holds, and how one follows another.
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "../test.ts";
import { alice, Visitor } from "../visitor.ts";
import { host, remove } from "./apps.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const read = (...path: string[]) => readFileSync(join(root, ...path), "utf8");

test("has one version: in package.json, the lock file, the banner and the changelog", () => {
  const { version } = JSON.parse(read("widget/package.json"));
  expect(JSON.parse(read("widget/package-lock.json"))).toMatchObject({
    version,
    packages: { "": { version } },
  });
  expect(read("widget/dist/fedi-signup.js")).toContain(`/*! fedi-signup ${version}, `);
  expect(read("CHANGELOG.md")).toContain(`\n\n## ${version}`);
});

test("unpacked over an older one, pages with the old script go on", async ({ page, desk, demo, dist }) => {
  test.skip(dist.endsWith("/go"), "two builds are needed, which are like two releases");
  await desk.play("open");
  const folder = mkdtempSync(join(root, ".build/upgrade-"));
  cpSync(join(root, ".build/dist/go"), folder, { recursive: true });
  const site = await host(folder);
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  writeFileSync(
    join(folder, "index.html"),
    `<!doctype html><html lang="en"><head><title>A page</title><link rel="icon" href="data:,">
      <script type="module" src="/fedi-signup.js"></script></head>
      <body><p style="height: 200vh"></p><fedi-signup server="${demo.server}"></fedi-signup></body></html>`,
  );
  try {
    const visitor = new Visitor(page);
    await page.goto(site.origin);
    await visitor.sees("idle");

    cpSync(dist, folder, { recursive: true });
    await visitor.widget.scrollIntoViewIfNeeded();
    await visitor.signsUp(alice);
    await visitor.sees("confirm");
    expect(loaded.filter((path) => /core-/.test(path))).toEqual([expect.stringContaining("core-go.")]);

    loaded.length = 0;
    await page.reload();
    await visitor.widget.scrollIntoViewIfNeeded();
    await visitor.sees("confirm");
    expect(loaded.filter((path) => /core-/.test(path))).toEqual([expect.stringContaining("core-tinygo.")]);
  } finally {
    site.stop();
    remove(folder);
  }
});
