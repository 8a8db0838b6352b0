// Prints how long a built core takes to start, and its memory: node bench.mjs DIR
import { startCore } from "./measure.mjs";

const runs = 10;
const [folder] = process.argv.slice(2);
const started = [];
for (let i = 0; i < runs; i++) started.push(await startCore(folder));
const median = (key) => started.map((core) => core[key]).sort((a, b) => a - b)[runs / 2];
const { memory } = started[0];
console.log(
  `${folder}: compile ${median("compileTime").toFixed(1)} ms, start ${median("startTime").toFixed(1)} ms ` +
    `(medians of ${runs}), memory ${(memory.buffer.byteLength / 2 ** 20).toFixed(1)} MiB`,
);
process.exit(0); // the cores wait for ever
