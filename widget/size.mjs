// Prints what visitors download and what the core takes, each beside its
// budget, and fails when one is broken. Run by ./build.sh size.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { startCore } from "./measure.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const kB = 1000;
const MiB = 1024 * 1024;

const brotli = (file) =>
  brotliCompressSync(readFileSync(file), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  }).length;

const rows = [];
const measure = (what, bytes, budget, unit) => rows.push({ what, bytes, budget, unit });

const dist = join(root, "widget/dist");
const pack = (name) =>
  join(
    dist,
    readdirSync(dist).find((file) => file.startsWith(`${name}.`)),
  );
measure("first script, brotli 11", brotli(join(dist, "fedi-signup.js")), 20 * kB, kB);
measure("first fields, brotli 11", brotli(join(dist, "fedi-signup-early.js")), 6 * kB, kB);
measure("beyond the form, brotli 11", brotli(pack("extras")), 26 * kB, kB);
measure("the choice of a server, brotli 11", brotli(pack("servers")), 9 * kB, kB);
for (const file of readdirSync(dist).filter((name) => name.startsWith("texts-"))) {
  measure(`${file.split(".")[0]}, brotli 11`, brotli(join(dist, file)), 8 * kB, kB);
}
measure("the frame's side in the page, brotli 11", brotli(pack("isolate")), 4 * kB, kB);
measure("password meter, brotli 11", brotli(pack("strength")), 50 * kB, kB);
const opener = join(root, ".build/core/tinygo/opener.wasm");
if (existsSync(opener)) measure("opener, brotli 11", brotli(opener), 30 * kB, kB);
for (const [compiler, budget] of [
  ["tinygo", 150 * kB],
  ["go", 750 * kB],
]) {
  const core = join(root, ".build/core", compiler);
  if (!existsSync(core)) continue;
  measure(`core by ${compiler}, brotli 11`, brotli(join(core, "core.wasm")), budget, kB);
  measure(`core by ${compiler}, memory`, (await startCore(core)).memory.buffer.byteLength, 16 * MiB, MiB);
}
const worker = join(root, "wasm/edge/build/app.wasm");
if (existsSync(worker))
  measure("Worker, gzip", gzipSync(readFileSync(worker), { level: 9 }).length, 3000 * kB, kB);

for (const { what, bytes, budget, unit } of rows) {
  const show = (n) => `${(n / unit).toFixed(1)} ${unit === kB ? "kB" : "MiB"}`.padStart(10);
  console.log(`${what.padEnd(28)}${show(bytes)}  of ${show(budget)}${bytes > budget ? "  TOO LARGE" : ""}`);
}
process.exit(rows.some(({ bytes, budget }) => bytes > budget) ? 1 : 0); // the cores wait for ever
