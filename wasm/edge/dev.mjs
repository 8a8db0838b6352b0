// Runs the built Worker locally, on Cloudflare's own runtime and without a
// network:
//   node dev.mjs [--port 8787] [--server http://127.0.0.1:3000]… [--site http://127.0.0.1:8080/]… [--app-name NAME] [--files DIR]
// Without servers and sites, those of wrangler.jsonc count.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = fileURLToPath(new URL(".", import.meta.url));

/**
 * Starts the Worker with an empty storage.
 *
 * @param {object} [options]
 * @param {string[]} [options.servers] names or, on this machine, http:// addresses
 * @param {string[]} [options.sites] return URLs
 * @param {string} [options.appName]
 * @param {number} [options.port] by default any that is free
 * @param {string} [options.files] folder of the files to serve, by default the widget's
 * @param {(text: string) => void} [options.onLog] gets what the Worker logs
 * @returns {Promise<{url: string, stop: () => Promise<void>}>} once it answers
 */
export async function startEdge({ servers = [], sites = [], appName = "", port = 0, files, onLog = () => {} } = {}) {
  for (const [path, what] of [
    [join(here, "build/app.wasm"), "The Worker"],
    [files ?? join(here, "../../widget/dist"), "The widget"],
  ]) {
    if (!existsSync(path)) throw new Error(`${what} is not built: ${path} is missing`);
  }
  const state = mkdtempSync(join(tmpdir(), "fedi-signup-edge-"));
  const variables = { SERVERS: servers.join(" "), SITES: sites.join(" "), APP_NAME: appName };
  const args = [
    join(here, "node_modules/wrangler/bin/wrangler.js"),
    ...["dev", "--config", join(here, "../../wrangler.jsonc"), "--local", "--ip", "127.0.0.1", "--port", String(port), "--inspector-port", "0"],
    ...["--persist-to", state, "--show-interactive-dev-session=false"],
    ...(files ? ["--assets", files] : []),
    ...Object.entries(variables).flatMap(([name, value]) => (value ? ["--var", `${name}:${value}`] : [])),
  ];
  const wrangler = spawn(process.execPath, args, {
    cwd: here,
    detached: true, // with a process group of its own, so that the runtime ends with it
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      CI: "true",
      NO_COLOR: "1",
      FORCE_COLOR: "0",
      // None of this uses the network.
      CLOUDFLARE_CF_FETCH_ENABLED: "false",
      WRANGLER_HIDE_BANNER: "true",
      WRANGLER_SEND_METRICS: "false",
      WRANGLER_SEND_ERROR_REPORTS: "false",
      WRANGLER_LOG_PATH: join(state, "logs"),
      WRANGLER_REGISTRY_PATH: join(state, "registry"),
    },
  });
  const ended = new Promise((resolve) => wrangler.once("close", resolve));
  const kill = () => {
    try {
      process.kill(-wrangler.pid, "SIGKILL");
    } catch {
      // it has ended already
    }
  };
  process.once("exit", kill);
  const stop = async () => {
    process.off("exit", kill);
    kill();
    await ended;
    rmSync(state, { recursive: true, force: true });
  };

  let output = "";
  const url = await new Promise((resolve) => {
    for (const stream of [wrangler.stdout, wrangler.stderr]) {
      stream.setEncoding("utf8");
      stream.on("data", (text) => {
        onLog(text);
        output += text;
        const ready = /Ready on (http:\/\/[\w.:]+)/.exec(output);
        if (ready) resolve(ready[1]);
      });
    }
    ended.then(() => resolve(undefined));
  });
  if (url === undefined) {
    await stop();
    throw new Error(`The Worker did not start:\n${output}`);
  }
  return { url, stop };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      server: { type: "string", multiple: true },
      site: { type: "string", multiple: true },
      "app-name": { type: "string" },
      port: { type: "string", default: "8787" },
      files: { type: "string" },
    },
  });
  const edge = await startEdge({
    servers: values.server,
    sites: values.site,
    appName: values["app-name"],
    port: Number(values.port),
    files: values.files,
    onLog: (text) => process.stderr.write(text),
  });
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, async () => {
      await edge.stop();
      process.exit(0);
    });
  }
  console.log(`The edge is at ${edge.url}`);
}
