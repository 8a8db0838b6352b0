// Runs the built Worker behind visitors who can leave: a request that one
// Worker makes of another and cancels ends as that of a browser that closes its
// connection at Cloudflare. On a local runtime the latter ends nothing.
//   node leaving.mjs SERVER SITE
// POST /leave makes those leave who came with "X-Leaves: yes".
import { fileURLToPath } from "node:url";
import { Miniflare } from "miniflare";

const [server, site] = process.argv.slice(2);
const root = fileURLToPath(new URL("..", import.meta.url));
const worker = (name, path, more) => ({
  name,
  modules: true,
  modulesRoot: root,
  scriptPath: `${root}${path}`,
  modulesRules: [
    { type: "ESModule", include: ["**/*.mjs", "**/*.js"] },
    { type: "CompiledWasm", include: ["**/*.wasm"] },
  ],
  compatibilityDate: "2026-04-26",
  ...more,
});
const runtime = new Miniflare({
  workers: [
    worker("visitor", "testdata/visitor.mjs", { serviceBindings: { EDGE: "edge", WORK: "work" } }),
    worker("edge", "worker.mjs", { kvNamespaces: ["APPS"], bindings: { SERVERS: server, SITES: site, APP_NAME: "Example" } }),
    worker("work", "testdata/work.mjs"),
  ],
});
console.log(`The edge is at ${(await runtime.ready).origin}`);
process.once("SIGTERM", async () => {
  await runtime.dispose();
  process.exit(0);
});
