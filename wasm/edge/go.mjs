// Go, as the build made it: a program for each request. What it still waits for
// ends with it, or the runtime would wake a program that is no more, and log that.
import go from "./build/worker.mjs";

const { prototype } = globalThis.Go;
const { run } = prototype;

prototype.run = async function (...program) {
  await run.apply(this, program);
  for (const timer of this._scheduledTimeouts.values()) clearTimeout(timer);
};

export default go;
