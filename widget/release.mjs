// Packs what build.mjs has made for a release:
//   node release.mjs --host DIR --package DIR --boms DIR --out DIR --time SECONDS [--before TAR.GZ]
// The same input gives the same bytes: names are sorted, and every file is as
// old as the commit, SECONDS after 1970. What browsers that still have the script
// of an earlier release may ask for comes from TAR.GZ, the folder of the release before.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { named } from "./bundle.mjs";

const { values: options } = parseArgs({
  options: Object.fromEntries(
    ["host", "package", "boms", "out", "time", "before"].map((name) => [name, { type: "string" }]),
  ),
});
const time = Number(options.time);
const halfAYear = 183 * 24 * 3600;
const immutable = "  Cache-Control: public, max-age=31536000, immutable\n";
const here = dirname(fileURLToPath(import.meta.url));
const { version } = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));

const out = resolve(options.out);
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

// What a host needs: types are for editors, which have them from the npm package, and
// the script of the isolated frame is for the edge.
const work = `${out}.new`;
rmSync(work, { recursive: true, force: true });
const folder = join(work, "fedi-signup");
cpSync(options.host, folder, {
  recursive: true,
  filter: (file) => !/\/(types|custom-elements\.json|isolated\.js(\.map)?)$/.test(file),
});

// Two names stay, as pages know them. All others change with what they hold, so that
// a browser may keep them for ever, and an old page never meets a new part.
for (const stem of ["element", "core"]) {
  const content = readFileSync(join(folder, `${stem}.js`), "utf8");
  const { file } = named(stem, ".js", content);
  renameSync(join(folder, `${stem}.js.map`), join(folder, `${file}.map`));
  writeFileSync(join(folder, file), content.replace(`${stem}.js.map`, `${file}.map`));
  rmSync(join(folder, `${stem}.js`));
}

for (const file of readdirSync(folder).filter((name) => /\.(js|wasm|map)$/.test(name))) {
  const content = readFileSync(join(folder, file));
  writeFileSync(join(folder, `${file}.gz`), gzipSync(content, { level: 9 }));
  const params = { [constants.BROTLI_PARAM_LGWIN]: 24 };
  writeFileSync(join(folder, `${file}.br`), brotliCompressSync(content, { params }));
}

const tags = ["fedi-signup-early.js", "fedi-signup.js"].map((file) => {
  const hash = createHash("sha384")
    .update(readFileSync(join(folder, file)))
    .digest("base64");
  return `<script type="module" src="/fedi-signup/${file}" integrity="sha384-${hash}" crossorigin="anonymous"></script>\n`;
});
writeFileSync(
  join(out, "snippet.html"),
  `${tags.join("")}<fedi-signup server="example.social"><a href="https://example.social/auth/sign_up">Join example.social</a></fedi-signup>
`,
);
copyFileSync(join(out, "snippet.html"), join(folder, "snippet.html"));

// Hosts read it at the root of a site only.
const headers = readFileSync(join(folder, "_headers"), "utf8").replaceAll(/^\//gm, "/fedi-signup/");
writeFileSync(
  join(folder, "_headers"),
  `# For Netlify, Cloudflare Pages and others: add these lines to the file _headers at the root of your site.
# If this folder is elsewhere than at /fedi-signup/, change that in each of them.
${headers}${["core", "element"].map((stem) => `/fedi-signup/${stem}.*\n${immutable}`).join("")}`,
);

// Files of earlier releases, each as old as the last that made it.
const kept = options.before ? takeOver(options.before) : new Map();

zip(work, `fedi-signup-${version}`);
tar(work, `fedi-signup-${version}`);

// WordPress takes no such files from authors, nor by its media library, but plugins as a zip.
const plugin = join(work, "wordpress/fedi-signup");
cpSync(folder, join(plugin, "files"), { recursive: true });
const recipe = readFileSync(join(here, "../examples/recipes/wordpress/fedi-signup.php"), "utf8");
writeFileSync(join(plugin, "fedi-signup.php"), recipe.replace("VERSION", version));
copyFileSync(join(here, "../LICENSE"), join(plugin, "LICENSE"));
zip(dirname(plugin), `fedi-signup-wordpress-${version}`);

execFileSync("npm", ["pack", "--silent", "--pack-destination", out], {
  cwd: options.package,
  stdio: "ignore",
});
renameSync(join(out, `fedi-signup-${version}.tgz`), join(out, `fedi-signup-npm-${version}.tgz`));
copyFileSync(join(folder, "licenses.txt"), join(out, "licenses.txt"));
for (const file of readdirSync(options.boms)) {
  const { serialNumber: _, ...bom } = JSON.parse(readFileSync(join(options.boms, file), "utf8"));
  bom.metadata.timestamp = new Date(time * 1000).toISOString();
  writeFileSync(join(out, file), `${JSON.stringify(bom, undefined, 1)}\n`);
}
rmSync(work, { recursive: true });

const sums = readdirSync(out).map((file) => {
  const sum = createHash("sha256").update(readFileSync(join(out, file)));
  return `${sum.digest("hex")}  ${file}\n`;
});
writeFileSync(join(out, "SHA256SUMS"), sums.join(""));

/**
 * Puts what scripts of earlier releases may still ask for into the folder: a
 * browser that has kept such a script finds its files when a new folder has
 * taken the place of the old one. Longer than half a year no script is kept.
 */
function takeOver(archive) {
  const old = join(work, "before");
  mkdirSync(old);
  execFileSync("tar", ["-xzf", resolve(archive), "-C", old]);
  const files = readdirSync(join(old, "fedi-signup")).flatMap((file) => {
    const made = statSync(join(old, "fedi-signup", file)).mtimeMs / 1000;
    const wanted = /\.[0-9a-f]{12}\.(js|wasm)(\.br|\.gz)?$/.test(file) && made > time - halfAYear;
    return wanted && !existsSync(join(folder, file)) ? [[file, made]] : [];
  });
  for (const [file] of files) renameSync(join(old, "fedi-signup", file), join(folder, file));
  return new Map(files);
}

/** What to pack of the folder fedi-signup in another one, made as old as the commit. */
function listed(parent) {
  const files = readdirSync(join(parent, "fedi-signup"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(parent.length + 1))
    .sort();
  for (const file of files) {
    const made = kept.get(basename(file)) ?? time;
    utimesSync(join(parent, file), made, made);
  }
  return { cwd: parent, input: files.join("\n"), env: { ...process.env, TZ: "UTC" } };
}

function zip(parent, archive) {
  execFileSync("zip", ["-q", "-X", "-@", join(out, `${archive}.zip`)], listed(parent));
}

function tar(parent, archive) {
  const owned = ["--owner=0", "--group=0", "--numeric-owner", "--mode=u=rw,go=r", "--format=ustar"];
  const packed = execFileSync("tar", ["-c", ...owned, "-T", "-"], { ...listed(parent), maxBuffer: 2 ** 30 });
  writeFileSync(join(out, `${archive}.tar.gz`), gzipSync(packed, { level: 9 }));
}
