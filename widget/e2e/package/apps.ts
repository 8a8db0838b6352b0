// Apps that install the package from its tarball, as their owners would.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, dirname, extname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const work = here("../../../.build/apps");

/** The folder that build.mjs made of the package. */
export const built = here("../../../.build/package");

/**
 * A copy of an app, of those here or of a folder from there, with what a recipe
 * adds to it, that names this server, with the package in its node_modules,
 * beside what its lock file names and others that are here.
 */
export function install(
  app: string,
  server: string,
  { others = [], recipe }: { others?: string[]; recipe?: string } = {},
): string {
  mkdirSync(work, { recursive: true });
  const folder = mkdtempSync(join(work, `${basename(app)}-`));
  cpSync(here(`apps/${app}`), folder, { recursive: true });
  if (recipe) cpSync(here(`../../../examples/recipes/${recipe}`), folder, { recursive: true });
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    writeFileSync(file, readFileSync(file, "utf8").replaceAll(/SERVER|example\.social/g, server));
  }
  if (existsSync(join(folder, "package-lock.json"))) {
    // A copy of ours, so that npm builds nothing there either.
    cpSync(here("../../.npmrc"), join(folder, ".npmrc"));
    run(folder, "npm", "ci", "--prefer-offline", "--no-audit", "--no-fund");
  }
  // The tarball is what npm would unpack; nothing that it leaves out may be missed.
  const tarball = execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], {
    cwd: built,
    encoding: "utf8",
  }).trim();
  const unpacked = join(folder, "node_modules/fedi-signup");
  mkdirSync(unpacked, { recursive: true });
  execFileSync("tar", ["-xzf", join(folder, tarball), "-C", unpacked, "--strip-components=1"]);
  for (const name of others) {
    mkdirSync(dirname(join(folder, "node_modules", name)), { recursive: true });
    symlinkSync(here(`../../node_modules/${name}`), join(folder, "node_modules", name));
  }
  return folder;
}

// None of what builds an app is to tell its makers.
const environment = {
  ...process.env,
  ASTRO_TELEMETRY_DISABLED: "1",
  NEXT_TELEMETRY_DISABLED: "1",
  NUXT_TELEMETRY_DISABLED: "1",
};

/** The form without a page that examples/headless has, filled in by answers; tells what it said. */
export function signUpInTerminal(folder: string, server: string, runtime: string, ...args: string[]): string {
  const answers = ["alice", "alice@example.org", "correct horse battery staple", "yes", ""];
  return execFileSync(runtime, [...args, "terminal.mjs", server], {
    cwd: folder,
    encoding: "utf8",
    input: answers.join("\n"),
    timeout: 60_000,
  });
}

/** Runs a program in an app's folder; what it said is told if it fails. */
export function run(folder: string, program: string, ...args: string[]): void {
  execFileSync(program, args, { cwd: folder, env: environment, stdio: "pipe" });
}

export function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
};

/** Serves a folder as any static host does, with these headers. */
export async function host(
  folder: string,
  headers: Record<string, string> = {},
): Promise<{ origin: string; stop(): void }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "", "http://site").pathname.replace(/\/$/, "/index.html");
    try {
      const content = readFileSync(join(folder, path));
      const type = types[extname(path)] ?? "application/octet-stream";
      response.writeHead(200, { "content-type": type, ...headers }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Starts a framework's own server, which tells its address once it answers. */
export async function serve(
  folder: string,
  args: (port: string) => string[],
): Promise<{ origin: string; stop(): Promise<void> }> {
  const port = await freePort();
  const child = spawn(process.execPath, args(port), {
    cwd: folder,
    env: { ...environment, NODE_ENV: "production", HOST: "127.0.0.1", PORT: port },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const lines = createInterface({ input: child.stdout });
  const origin = `http://127.0.0.1:${port}`;
  await new Promise<void>((resolve, reject) => {
    lines.on("line", (line) => line.includes(`:${port}`) && resolve());
    lines.on("close", () => reject(new Error(`the server of ${folder} ended`)));
  });
  return {
    origin,
    async stop() {
      child.kill("SIGTERM");
      await exited;
    },
  };
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return String(port);
}
