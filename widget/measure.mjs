// Starts a built core under Node, for the figures of size.mjs and bench.mjs.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInThisContext } from "node:vm";

const offline = {
  fetch: () => Promise.reject(new Error("offline")),
  get: () => null,
  set() {},
  remove() {},
  ascii: () => "",
};

/**
 * Starts the core of a folder with core.wasm and wasm_exec.js. Times are in
 * milliseconds. `look` is shown the memory whenever the core calls the page.
 */
export async function startCore(folder, host = offline, look = undefined) {
  const bytes = readFileSync(join(folder, "core.wasm"));
  runInThisContext(readFileSync(join(folder, "wasm_exec.js"), "utf8"));
  const go = new globalThis.Go();
  let memory;
  const { gojs } = go.importObject;
  for (const [name, call] of Object.entries(look ? gojs : {})) {
    gojs[name] = (...args) => {
      if (memory) look(memory);
      return call(...args);
    };
  }
  const began = performance.now();
  const module = await WebAssembly.compile(bytes);
  const compiled = performance.now();
  const instance = await WebAssembly.instantiate(module, go.importObject);
  memory = instance.exports.memory ?? instance.exports.mem;
  let core;
  globalThis["fedi-signup hand-over"] = (exported) => {
    core = exported;
    return exported ? undefined : host;
  };
  go.run(instance);
  const started = performance.now();
  if (!core) throw new Error(`the core of ${folder} does not start`);
  return {
    core,
    memory,
    compileTime: compiled - began,
    startTime: started - compiled,
  };
}
