// What a release holds, and how one follows another.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { bundlePacks, bundleScripts, named } from "../../bundle.mjs";
import { expect, test } from "../test.ts";
import { alice, Visitor } from "../visitor.ts";
import { built, host, remove } from "./apps.ts";

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

const made = 1_750_000_000; // seconds after 1970
const day = 24 * 3600;

/** Packs a release as ./build.sh release does, but for the bill of materials. */
function pack(
  into: string,
  dist: string,
  { before, ...environment }: Record<string, string> & { before?: string } = {},
): void {
  mkdirSync(join(into, "boms"), { recursive: true });
  writeFileSync(join(into, "boms/core.cdx.json"), `{"serialNumber": "${Math.random()}", "metadata": {}}`);
  const from = { host: join(into, "host"), package: join(into, "package"), boms: join(into, "boms") };
  cpSync(dist, from.host, { recursive: true }); // copies, whose files are of now
  cpSync(built, from.package, { recursive: true });
  const options = { ...from, out: join(into, "out"), time: `${made}`, ...(before && { before }) };
  execFileSync(
    process.execPath,
    ["widget/release.mjs", ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])],
    { cwd: root, env: { ...process.env, ...environment } },
  );
}

const zipIsThere = () => spawnSync("zip", ["-v"]).status === 0;

test("is packed into the same bytes whenever and wherever that is done", () => {
  test.skip(!zipIsThere(), "zip is missing");
  const folder = mkdtempSync(join(root, ".build/release-"));
  const few = join(folder, "few"); // as compressing takes long
  const kept =
    /dist$|\/(fedi-signup(-early)?|element|core)\.js(\.map)?$|\/(_headers|licenses\.txt|advice[^/]*)$/;
  cpSync(join(root, "widget/dist"), few, { recursive: true, filter: (file) => kept.test(file) });
  pack(join(folder, "a"), few, { TZ: "Pacific/Auckland", LC_ALL: "C" });
  pack(join(folder, "b"), few, { TZ: "America/Lima", LC_ALL: "C.UTF-8" });
  for (const name of readdirSync(join(folder, "a/out"))) {
    const [one, other] = ["a", "b"].map((run) => readFileSync(join(folder, run, "out", name)));
    expect.soft(one?.equals(other as Buffer), name).toBe(true);
  }
  remove(folder);
});

test("holds what README says, and its snippet signs up", async ({ page, desk, demo, dist }) => {
  test.skip(!zipIsThere(), "zip is missing");
  test.slow();
  const folder = mkdtempSync(join(root, ".build/release-"));
  pack(folder, dist);
  const out = join(folder, "out");
  const text = (name: string) => readFileSync(join(out, name), "utf8");

  const { version } = JSON.parse(read("widget/package.json"));
  const files = [
    "SHA256SUMS",
    "core.cdx.json",
    `fedi-signup-${version}.tar.gz`,
    `fedi-signup-${version}.zip`,
    `fedi-signup-npm-${version}.tgz`,
    `fedi-signup-wordpress-${version}.zip`,
    "licenses.txt",
    "snippet.html",
  ];
  expect(readdirSync(out).sort()).toEqual(files);
  execFileSync("sha256sum", ["--check", "--strict", "SHA256SUMS"], { cwd: out });
  expect(text("SHA256SUMS").trim().split("\n")).toHaveLength(files.length - 1);
  for (const part of ["Go", "TinyGo", "lit", "@zxcvbn-ts/core", "github.com/hack-pad/safejs"]) {
    if (part !== "TinyGo" || dist.endsWith("/tinygo"))
      expect(text("licenses.txt").split("\n")).toContain(part);
  }

  const site = join(folder, "site");
  mkdirSync(site);
  execFileSync("tar", ["-xzf", join(out, `fedi-signup-${version}.tar.gz`), "-C", site]);
  const unpacked = join(site, "fedi-signup");
  const packed = readdirSync(unpacked, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(unpacked.length + 1))
    .sort();
  const lines = (program: string, ...args: string[]) =>
    execFileSync(program, args, { encoding: "utf8" })
      .split("\n")
      .flatMap((line) => line.trim().match(/^(?:wordpress\/)?fedi-signup\/.*[^/]$/) ?? []);
  const within = packed.map((name) => `fedi-signup/${name}`);
  expect(lines("zip", "-sf", join(out, `fedi-signup-${version}.zip`)).sort()).toEqual(within);
  expect(lines("zip", "-sf", join(out, `fedi-signup-wordpress-${version}.zip`)).sort()).toEqual(
    [
      ...packed.map((name) => `fedi-signup/files/${name}`),
      "fedi-signup/LICENSE",
      "fedi-signup/fedi-signup.php",
    ].sort(),
  );
  const scripts = packed.filter((name) => /\.(js|wasm|map)$/.test(name));
  expect(scripts.filter((name) => !/\.[0-9a-f]{12}\.(js|wasm|js\.map)$/.test(name))).toEqual([
    "fedi-signup-early.js",
    "fedi-signup-early.js.map",
    "fedi-signup.js",
    "fedi-signup.js.map",
  ]);
  // What hosts are told to let browsers keep: all that has its hash in its name, and nothing else.
  const forEver = [
    ...readFileSync(join(unpacked, "_headers"), "utf8").matchAll(
      /^(\/.*)\*\n {2}Cache-Control: .*, immutable$/gm,
    ),
  ].map(([, path]) => path ?? "");
  const keptFor = (name: string) => forEver.some((path) => `/fedi-signup/${name}`.startsWith(path));
  expect(packed.filter(keptFor)).toEqual(packed.filter((name) => /\.[0-9a-f]{12}\./.test(name)));
  for (const name of scripts) {
    const content = readFileSync(join(unpacked, name));
    const unpack = { br: brotliDecompressSync, gz: gunzipSync };
    for (const [ending, decompress] of Object.entries(unpack)) {
      expect.soft(decompress(readFileSync(join(unpacked, `${name}.${ending}`))).equals(content)).toBe(true);
    }
  }

  const snippet = text("snippet.html");
  for (const name of ["fedi-signup-early.js", "fedi-signup.js"]) {
    const hash = createHash("sha384")
      .update(readFileSync(join(unpacked, name)))
      .digest("base64");
    expect(snippet).toContain(`${name}" integrity="sha384-${hash}" crossorigin="anonymous"`);
  }
  await desk.play("open");
  const served = await host(site);
  writeFileSync(
    join(site, "index.html"),
    `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,">${snippet.replaceAll(
      /(https:\/\/)?example\.social(?=["/])/g,
      demo.server,
    )}`,
  );
  try {
    const visitor = new Visitor(page);
    await page.goto(served.origin);
    await visitor.signsUp(alice);
    await visitor.sees("confirm");
  } finally {
    served.stop();
    remove(folder);
  }
});

/** The folder of an earlier release, with other bytes in each of its files. */
async function earlier(into: string): Promise<void> {
  const core = join(root, ".build/dist/go");
  mkdirSync(into, { recursive: true });
  for (const name of readdirSync(core).filter((file) => /^(core|wasm_exec)-/.test(file))) {
    cpSync(join(core, name), join(into, name));
  }
  const file = (stem: string, ending: string) => {
    const name = readdirSync(into).find((one) => one.startsWith(stem)) ?? "";
    return named(stem, ending, readFileSync(join(into, name)));
  };
  const packs = await bundlePacks("fedi-signup 0.0.1.");
  for (const { file, text } of Object.values(packs)) writeFileSync(join(into, file), text);
  const scripts = await bundleScripts({
    entryPoints: [join(root, "widget/src/fedi-signup.ts")],
    outdir: into,
    packs,
    core: { compiler: "go version go1", wasm: file("core-go", ".wasm"), exec: file("wasm_exec-go", ".js") },
  });
  for (const [name, text] of Object.entries(scripts)) writeFileSync(join(into, name), text);
}

test("in place of an older one, pages whose browser has kept the old script go on", async ({
  page,
  desk,
  demo,
  dist,
}) => {
  test.skip(!zipIsThere(), "zip is missing");
  test.skip(dist.endsWith("/go"), "the older one has that core");
  test.slow();
  await desk.play("open");
  const folder = mkdtempSync(join(root, ".build/upgrade-"));
  const widget = join(folder, "site/fedi-signup");
  await earlier(widget);
  for (const file of readdirSync(widget)) utimesSync(join(widget, file), made - 100 * day, made - 100 * day);
  const forgotten = "extras.0123456789ab.js";
  writeFileSync(join(widget, forgotten), "");
  utimesSync(join(widget, forgotten), made - 200 * day, made - 200 * day);
  const before = join(folder, "before.tar.gz");
  execFileSync("tar", ["-czf", before, "-C", join(folder, "site"), "fedi-signup"]);

  writeFileSync(
    join(folder, "site/index.html"),
    `<!doctype html><html lang="en"><head><title>A page</title><link rel="icon" href="data:,">
      <script type="module" src="/fedi-signup/fedi-signup.js"></script></head>
      <body><p style="height: 300vh"></p><fedi-signup server="${demo.server}"></fedi-signup></body></html>`,
  );
  const site = await host(join(folder, "site"), { "cache-control": "max-age=3600" });
  try {
    const visitor = new Visitor(page);
    await page.goto(site.origin);
    await visitor.sees("idle");

    pack(folder, dist, { before });
    rmSync(widget, { recursive: true });
    const { version } = JSON.parse(read("widget/package.json"));
    const archive = join(folder, `out/fedi-signup-${version}.tar.gz`);
    execFileSync("tar", ["-xzf", archive, "-C", join(folder, "site")]);
    expect(readFileSync(join(widget, "fedi-signup.js"), "utf8")).toContain(`fedi-signup ${version},`);
    expect(readdirSync(widget)).not.toContain(forgotten);

    const loaded: string[] = [];
    page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
    await page.goto("about:blank");
    await page.goto(site.origin);
    await visitor.widget.scrollIntoViewIfNeeded();
    await visitor.signsUp(alice);
    await visitor.sees("confirm");
    expect(loaded.filter((path) => /core-/.test(path))).toEqual([expect.stringContaining("core-go.")]);
  } finally {
    site.stop();
    remove(folder);
  }
});
