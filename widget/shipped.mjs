// Prints what a visitor downloads of a folder that build.mjs has made:
//   node shipped.mjs DIR
// Hosts compress as they like; gzip stands for most, brotli for the best.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const [, , folder] = process.argv;
const files = readdirSync(folder);
const rows = [
  ["the first fields", /^fedi-signup-early\.js$/],
  ["the script", /^fedi-signup\.js$/],
  ["the opener", /^opener-/],
  ["the core", /^(core-|wasm_exec-)/],
  ["beyond the form", /^extras\./],
  ["the password meter", /^strength\./],
];

// The best compression of a core takes seconds, so it is kept for the file of that name.
const kept = join(dirname(fileURLToPath(import.meta.url)), "../.build/shipped.json");
const known = read(kept);

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}

function sizes(file) {
  const hashed = /\.[0-9a-f]{12}\./.test(file);
  if (hashed && known[file]) return known[file];
  const content = readFileSync(join(folder, file));
  const brotli = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_LGWIN]: 24 } });
  const all = [content, gzipSync(content, { level: 9 }), brotli].map(({ length }) => length);
  if (hashed) known[file] = all;
  return all;
}

const line = (what, numbers) =>
  console.log(
    what.padEnd(22) +
      numbers.map((n) => (typeof n === "number" ? `${(n / 1000).toFixed(1)} kB` : n).padStart(12)).join(""),
  );

line("what visitors load", ["as it is", "gzip", "brotli"]);
for (const [what, pattern] of rows) {
  const parts = files.filter((file) => pattern.test(file)).map(sizes);
  line(
    what,
    [0, 1, 2].map((i) => parts.reduce((sum, part) => sum + part[i], 0)),
  );
}
mkdirSync(dirname(kept), { recursive: true });
writeFileSync(kept, JSON.stringify(known));

if (files.some((file) => file.startsWith("core-go.")))
  console.log(`
This core was built with Go. With TinyGo it is a quarter of the size: install
that (https://tinygo.org, or ./build.sh tinygo on Debian) and build again.`);
