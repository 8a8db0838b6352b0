// Runs wasm/edge as an ordinary program, at another site than the page's.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Edge {
  /** Its address, on localhost: browsers take that and 127.0.0.1 for two sites. */
  url: string;
  stop(): Promise<void>;
}

/** Starts an edge with the widget of a folder, for one server and one page. */
export async function startEdge(dist: string, server: string, site: string, index: number): Promise<Edge> {
  const program = join(root, ".build", `edge-${index}`);
  execFileSync("go", ["build", "-o", program, "./wasm/edge"], { cwd: root, stdio: "inherit" });
  const child = spawn(program, ["-listen", "127.0.0.1:0", "-files", dist], {
    env: { ...process.env, SERVERS: server, SITES: site, APP_NAME: "Own site" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  const exited = once(child, "exit");
  for await (const line of createInterface({ input: child.stdout })) {
    const [, port] = line.match(/^The edge is at http:\/\/127\.0\.0\.1:(\d+)$/) ?? [];
    if (!port) continue;
    return {
      url: `http://localhost:${port}`,
      async stop() {
        child.kill("SIGTERM");
        await exited;
      },
    };
  }
  throw new Error("the edge ended before it said where it is");
}
