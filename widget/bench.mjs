// Prints how long a built core takes to start, its memory and, of TinyGo's, the
// stack that it needs beside what it has: node bench.mjs DIR [STACK]
import { startCore } from "./measure.mjs";
import { stackNeeds, systemStack } from "./stack.mjs";

const runs = 10;
const [folder, stack] = process.argv.slice(2);
const started = [];
for (let i = 0; i < runs; i++) started.push(await startCore(folder));
const median = (key) => started.map((core) => core[key]).sort((a, b) => a - b)[runs / 2];
const { memory } = started[0];
console.log(
  `${folder}: compile ${median("compileTime").toFixed(1)} ms, start ${median("startTime").toFixed(1)} ms ` +
    `(medians of ${runs}), memory ${(memory.buffer.byteLength / 2 ** 20).toFixed(1)} MiB`,
);
let tight = false;
for (const [way, { goroutine, system }] of Object.entries(
  stack ? await stackNeeds(folder, Number(stack)) : {},
)) {
  console.log(
    `${folder}: stack ${goroutine} of ${stack} bytes, the system's ${system} of ${systemStack}: ${way}`,
  );
  tight ||= 3 * goroutine > stack || 3 * system > systemStack;
}
if (tight) console.log(`${folder}: the stack is less than three times what is needed`);
process.exit(tight ? 1 : 0); // the cores wait for ever
