// Apps that install the package from its tarball, as their owners would.
import { execFileSync } from "node:child_process";
import {
  cpSync,
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
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const work = here("../../../.build/apps");

/** The folder that build.mjs made of the package. */
export const built = here("../../../.build/package");

/** A copy of an app that names this server, with the package in its node_modules, and others that are here. */
export function install(app: string, server: string, others: string[] = []): string {
  mkdirSync(work, { recursive: true });
  const folder = mkdtempSync(join(work, `${app}-`));
  cpSync(here(`apps/${app}`), folder, { recursive: true });
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    writeFileSync(file, readFileSync(file, "utf8").replaceAll("SERVER", server));
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

/** Serves a folder as any static host does. */
export async function host(folder: string): Promise<{ origin: string; stop(): void }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "", "http://site").pathname.replace(/\/$/, "/index.html");
    try {
      const content = readFileSync(join(folder, path));
      response.setHeader("content-type", types[extname(path)] ?? "application/octet-stream").end(content);
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
