// Measures the built Worker on Cloudflare's own runtime, against a plain
// JavaScript Worker that reads a token from KV and answers with it, and against
// Go started for each request. Only the ratios say something: they are of one
// run on one machine.
//   node bench.mjs [--targets]
// With --targets it ends with 1 where one is missed.
import { readdirSync, readFileSync } from "node:fs";
import { Agent, createServer, request } from "node:http";
import { fileURLToPath } from "node:url";
import { Miniflare } from "miniflare";

const root = fileURLToPath(new URL(".", import.meta.url));
const site = "https://www.example.org/joined";
const origin = "https://www.example.org";
const warmRounds = 5;
const warmRequests = 2000;
const connections = 10;
const firstVisitors = 200;

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** A server whose answers take their time, and that counts registrations. */
async function startServer() {
  let registrations = 0;
  const server = createServer((question, answer) => {
    question.resume().on("end", () => {
      const apps = question.url === "/api/v1/apps";
      if (apps) registrations++;
      const body = apps
        ? { client_id: "id", client_secret: "secret" }
        : { access_token: "token", token_type: "Bearer", scope: "read:accounts write:accounts" };
      setTimeout(() => answer.setHeader("Content-Type", "application/json").end(JSON.stringify(body)), 200);
    });
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    registrations: () => registrations,
    stop: () => server.close(),
  };
}

const modules = {
  modules: true,
  modulesRoot: root,
  modulesRules: [
    { type: "ESModule", include: ["**/*.mjs", "**/*.js"] },
    { type: "CompiledWasm", include: ["**/*.wasm"] },
  ],
};

/** The same job without Go: what a KV read and an answer cost. */
const plain = {
  modules: true,
  script: `export default {
    async fetch(request, { APPS }) {
      const form = new URLSearchParams(await request.text());
      const token = await APPS.get("token/" + form.get("server"));
      return Response.json({ access_token: token ?? "token", token_type: "Bearer" }, { headers: {
        "Access-Control-Allow-Origin": request.headers.get("Origin"), "Cache-Control": "no-store", Vary: "Origin" } });
    },
  }`,
};
/** The Worker as it is deployed. */
const edge = {
  ...modules,
  scriptPath: `${root}worker.mjs`,
  durableObjects: { REGISTRATIONS: { className: "Registration", useSQLite: true } },
};
/** Go, started for each request, with nothing in front and nothing shared. */
const goAlone = { ...modules, scriptPath: `${root}build/worker.mjs` };

/** Starts a Worker in a runtime of its own. */
async function start(worker, server) {
  const before = new Set(runtimes());
  const runtime = new Miniflare({
    ...worker,
    compatibilityDate: "2026-04-26",
    kvNamespaces: ["APPS"],
    bindings: { SERVERS: server, SITES: site, APP_NAME: "Example" },
    handleRuntimeStdio: (out, err) => [out, err].map((stream) => stream.resume()),
  });
  const { hostname, port } = await runtime.ready;
  const pid = runtimes().find((pid) => !before.has(pid));
  if (!pid) throw new Error("the runtime's process is not to be found");
  const agent = new Agent({ keepAlive: true, maxSockets: firstVisitors });
  const form = new URLSearchParams({ server, return_url: site }).toString();
  const ask = (method = "POST", path = "/v1/app-token") =>
    new Promise((resolve, reject) => {
      const body = method === "POST" ? form : "";
      const headers = { Origin: origin, "Content-Type": "application/x-www-form-urlencoded", "Content-Length": body.length };
      const sent = request({ hostname, port, method, path, agent, headers }, (answer) => {
        answer.resume().on("end", () => resolve(answer.statusCode)).on("error", reject);
      });
      sent.on("error", reject).end(body);
    });
  return {
    ask,
    /** CPU time that it used so far, in ms. */
    cpu: () => {
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ");
      return (Number(fields[11]) + Number(fields[12])) * 10;
    },
    /** Memory, in MiB: now ("VmRSS") or at most ("VmHWM"). */
    memory: (which) =>
      Number(new RegExp(`${which}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024,
    stop: async () => {
      agent.destroy();
      await runtime.dispose();
    },
  };
}

/** The processes of runtimes that this one has started. */
const runtimes = () =>
  readdirSync("/proc").filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      const [, name, parent] = /\((.+)\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8"));
      return name === "workerd" && Number(parent) === process.pid;
    } catch {
      return false; // it has ended
    }
  });

/** Asks so many times over a few connections. */
async function load(worker, requests, ...how) {
  let left = requests;
  const began = performance.now();
  const used = worker.cpu();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (left-- > 0) {
        const status = await worker.ask(...how);
        if (status >= 500) throw new Error(`answered ${status}`);
      }
    }),
  );
  return {
    cpu: (worker.cpu() - used) / requests,
    perSecond: (requests / (performance.now() - began)) * 1000,
  };
}

/** What becomes of many first visitors at once. */
async function first(kind) {
  const server = await startServer();
  const worker = await start(kind, server.url);
  const answers = await Promise.all(
    Array.from({ length: firstVisitors }, async () => {
      const began = performance.now();
      const status = await worker.ask().catch(() => 0); // with Go alone, a busy machine drops some
      return { status, took: performance.now() - began };
    }),
  );
  const result = {
    registrations: server.registrations(),
    served: answers.filter(({ status }) => status === 200).length,
    took: median(answers.map(({ took }) => took)),
    memory: worker.memory("VmHWM"),
  };
  await worker.stop();
  server.stop();
  return result;
}

let missed = 0;

/** Prints a figure, and whether it is as it should be. */
function target(name, value, sign, limit) {
  const met = sign === "≤" ? value <= limit : sign === "≥" ? value >= limit : value === limit;
  if (!met) missed++;
  const shown = Number.isInteger(value) ? String(value) : value.toFixed(2);
  console.log(`${name.padEnd(56)}${shown.padStart(8)}  ${sign} ${limit}${met ? "" : "  missed"}`);
}

const server = await startServer();
const [byPlain, byEdge] = [await start(plain, server.url), await start(edge, server.url)];
const rounds = [];
const kinds = [["OPTIONS"], ["GET"], ["GET", "/missing.js"]];
for (const worker of [byPlain, byEdge]) await load(worker, warmRequests); // the compiler of the runtime warms up
for (let round = 0; round < warmRounds; round++) {
  rounds.push({ plain: await load(byPlain, warmRequests), edge: await load(byEdge, warmRequests) });
}
const others = [];
for (const how of kinds) others.push((await load(byEdge, warmRequests, ...how)).cpu);
await byPlain.stop();
await byEdge.stop();

// The runtime itself grows for as long as nothing makes it collect, with plain JavaScript too.
const lasting = [];
const growth = []; // after the first 3,000
for (const kind of [plain, edge]) {
  const worker = await start(kind, server.url);
  await load(worker, 3000);
  const plateau = worker.memory("VmRSS");
  await load(worker, 6000);
  lasting.push(worker.memory("VmRSS"));
  growth.push(worker.memory("VmRSS") / plateau);
  await worker.stop();
}
server.stop();

const [alone, together] = [await first(goAlone), await first(edge)];

const cpu = { plain: median(rounds.map((r) => r.plain.cpu)), edge: median(rounds.map((r) => r.edge.cpu)) };
const perSecond = {
  plain: median(rounds.map((r) => r.plain.perSecond)),
  edge: median(rounds.map((r) => r.edge.perSecond)),
};
console.log(`warm token: ${cpu.edge.toFixed(2)} ms of CPU, ${perSecond.edge.toFixed(0)} a second
plain JavaScript: ${cpu.plain.toFixed(2)} ms, ${perSecond.plain.toFixed(0)} a second
${firstVisitors} first visitors: ${together.took.toFixed(0)} ms at the median, ${together.memory.toFixed(0)} MiB at most
memory of plain JavaScript after 9,000 requests, of that after 3,000: ${growth[0].toFixed(2)}
the same with Go alone: ${alone.took.toFixed(0)} ms, ${alone.memory.toFixed(0)} MiB, ${alone.registrations} registrations, ${alone.served} served
`);
target("warm token: CPU, of that of plain JavaScript", cpu.edge / cpu.plain, "≤", 0.6);
target("warm token: requests a second, of those of plain JS", perSecond.edge / perSecond.plain, "≥", 1.5);
for (const [i, how] of kinds.entries()) {
  target(`${how.join(" ")}: CPU, of that of plain JavaScript`, others[i] / cpu.plain, "≤", 0.6);
}
target(`${firstVisitors} first visitors: registrations`, together.registrations, "=", 1);
target(`${firstVisitors} first visitors: served`, together.served, "=", firstVisitors);
target(`${firstVisitors} first visitors: median wait, of that with Go alone`, together.took / alone.took, "≤", 0.2);
target(`${firstVisitors} first visitors: most memory, of that with Go alone`, together.memory / alone.memory, "≤", 0.15);
target("memory after 9,000 requests, of that after 3,000", growth[1], "≤", 1.3);
target("memory after 9,000 requests, of that of plain JavaScript", lasting[1] / lasting[0], "≤", 1.3);
if (process.argv.includes("--targets") && missed) process.exit(1);
process.exit(0);
