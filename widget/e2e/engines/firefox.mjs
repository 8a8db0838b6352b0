#!/usr/bin/env node
// Starts a Firefox for Playwright, which speaks WebDriver BiDi with it. Releases of
// Firefox older than Playwright wants do not know all commands of the kind
// emulation.*; the journeys do without these, so they are answered here. And
// Playwright does not ask for the bodies of requests: they come as a header,
// "relay-body", in what it is told of them.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { WebSocket, WebSocketServer } from "ws";

const firstOwn = 1e9; // id of a command of the relay's own

const listening = /WebDriver BiDi listening on (ws:\/\/\S+)/;

const firefox = spawn(process.env.FIREFOX ?? "firefox-esr", process.argv.slice(2), {
  stdio: ["ignore", "inherit", "pipe"],
});
firefox.on("exit", (code) => process.exit(code ?? 1));
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => firefox.kill(signal));

for await (const line of createInterface({ input: firefox.stderr })) {
  const [, address] = line.match(listening) ?? [];
  process.stderr.write(`${address ? line.replace(address, await relayTo(address)) : line}\n`);
}

/** Listens in the browser's stead, and returns the address. */
async function relayTo(address) {
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  server.on("connection", (client, { url }) => relay(client, new WebSocket(address + url)));
  await once(server, "listening");
  return `ws://127.0.0.1:${server.address().port}`;
}

/** Passes on what the two say to each other, with the bodies of requests. */
function relay(client, browser) {
  const open = once(browser, "open");
  const emulations = new Set(); // that were not answered yet
  const asked = new Map(); // what takes the answers to the relay's own commands
  let passed = Promise.resolve(); // when all that the browser said so far is

  /** Asks for the body of a request. */
  function bodyOf({ request: { request } }) {
    const id = firstOwn + asked.size;
    browser.send(JSON.stringify({ id, method: "network.getData", params: { request, dataType: "request" } }));
    return new Promise((resolve) => {
      asked.set(id, ({ result }) => resolve(result?.bytes));
    });
  }

  client.on("message", async (data) => {
    const message = JSON.parse(String(data));
    const { id, method, params } = message;
    if (method.startsWith("emulation.")) emulations.add(id);
    if (method === "network.addDataCollector") params.dataTypes.push("request");
    await open;
    browser.send(JSON.stringify(message));
  });
  browser.on("message", (data) => {
    const message = JSON.parse(String(data));
    const { id, error, method, params } = message;
    if (asked.has(id)) return asked.get(id)(message);
    const unknown = emulations.delete(id) && error === "unknown command";
    const body = method === "network.beforeRequestSent" && params.request.bodySize && bodyOf(params);
    passed = passed.then(async () => {
      const value = await body;
      if (value) params.request.headers.push({ name: "relay-body", value });
      client.send(JSON.stringify(unknown ? { type: "success", id, result: {} } : message));
    });
  });
  client.on("close", () => browser.close());
  browser.on("close", () => client.close());
  browser.on("error", () => client.close());
}
