// Runs the built Worker in several isolates, behind visitors who choose one and
// can leave: a request that one Worker makes of another and cancels ends as that
// of a browser that closes its connection at Cloudflare. On a local runtime the
// latter ends nothing.
//   node isolates.mjs "SERVER…" SITE
// "X-At: NAME" of a request names the isolate, by default "edge".
// POST /leave makes those leave who came with "X-Leaves: yes".
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { fetch, Miniflare, Response } from "miniflare";

const [servers, site] = process.argv.slice(2);
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
const settings = { SERVERS: servers, SITES: site, APP_NAME: "Example" };
/** The Worker's script with a stand-in for Go that tells how often it was started. */
const front = (name, bindings, more) => ({
  name,
  ...more,
  modules: [
    ...["worker.mjs", "answers.mjs", "isolate.mjs", "registration.mjs", "build/front.mjs"].map((path) => ({
      type: "ESModule",
      path: `${root}${path}`,
      contents: readFileSync(`${root}${path}`, "utf8"),
    })),
    { type: "ESModule", path: `${root}go.mjs`, contents: readFileSync(`${root}testdata/go.mjs`, "utf8") },
  ],
  modulesRoot: root,
  compatibilityDate: "2026-04-26",
  bindings,
});
/** Cloudflare's siteverify with the secret for tests that always passes: an answer is good once. */
const solved = new Set();
async function siteverify(request) {
  if (new URL(request.url).origin !== "https://challenges.cloudflare.com") return fetch(request);
  const form = new URLSearchParams(await request.text());
  const success = form.get("secret") === "1x0000000000000000000000000000000AA" && !solved.has(form.get("response"));
  solved.add(form.get("response"));
  return Response.json({ success, "error-codes": success ? [] : ["timeout-or-duplicate"] });
}

const runtime = new Miniflare({
  workers: [
    worker("visitor", "testdata/visitor.mjs", {
      serviceBindings: { edge: "edge", edge2: "edge2", work: "work", front: "front", front2: "front2", front3: "front3", limited: "limited", challenging: "challenging" },
    }),
    worker("edge", "worker.mjs", {
      kvNamespaces: { APPS: "here" },
      bindings: settings,
      durableObjects: { REGISTRATIONS: { className: "Registration", useSQLite: true } },
    }),
    // Elsewhere: what one of the two puts into its storage the other does not see.
    worker("edge2", "worker.mjs", {
      kvNamespaces: { APPS: "elsewhere" },
      bindings: settings,
      durableObjects: { REGISTRATIONS: { className: "Registration", scriptName: "edge", useSQLite: true } },
    }),
    worker("challenging", "worker.mjs", {
      kvNamespaces: { APPS: "challenging" },
      bindings: { ...settings, TURNSTILE_SECRET: "1x0000000000000000000000000000000AA" },
      durableObjects: { REGISTRATIONS: { className: "Registration", scriptName: "edge", useSQLite: true } },
      outboundService: siteverify,
    }),
    worker("work", "testdata/work.mjs"),
    front("front", settings),
    front("front2", settings),
    front("front3", { ...settings, SITES: `${site}/other` }),
    front("limited", { ...settings, APP_NAME: "Limited" }, { ratelimits: { LIMIT: { simple: { limit: 5, period: 60 } } } }),
  ],
});
console.log(`The edge is at ${(await runtime.ready).origin}`);
process.once("SIGTERM", async () => {
  await runtime.dispose();
  process.exit(0);
});
