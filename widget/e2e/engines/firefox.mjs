#!/usr/bin/env node
// Starts a Firefox for Playwright, which speaks WebDriver BiDi with it. Releases of
// Firefox older than Playwright wants do not know all commands of the kind
// emulation.*; the journeys do without these, so they are answered here.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { WebSocket, WebSocketServer } from "ws";

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

/** Passes on what the two say to each other. */
function relay(client, browser) {
  const open = once(browser, "open");
  const emulations = new Set(); // that were not answered yet
  client.on("message", async (data) => {
    const text = String(data);
    const { id, method } = JSON.parse(text);
    if (method.startsWith("emulation.")) emulations.add(id);
    await open;
    browser.send(text);
  });
  browser.on("message", (data) => {
    const text = String(data);
    const { id, error } = JSON.parse(text);
    const unknown = emulations.delete(id) && error === "unknown command";
    client.send(unknown ? JSON.stringify({ type: "success", id, result: {} }) : text);
  });
  client.on("close", () => browser.close());
  browser.on("close", () => client.close());
  browser.on("error", () => client.close());
}
