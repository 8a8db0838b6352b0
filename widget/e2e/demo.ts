// Runs examples/demo: one for each worker of the tests.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A running demo. */
export interface Demo {
  /** Origin of the community's site. */
  site: string;
  /** Origin of the simulated server. */
  server: string;
  stop(): Promise<void>;
}

/** Starts a demo with the widget of a folder. Workers of different index get different programs. */
export async function startDemo(dist: string, index: number): Promise<Demo> {
  const program = join(root, ".build", `demo-${index}`);
  execFileSync("go", ["build", "-o", program, "./examples/demo"], { cwd: root, stdio: "inherit" });
  const child = spawn(program, ["-site", "127.0.0.1:0", "-server", "127.0.0.1:0", "-widget", dist], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  for await (const line of createInterface({ input: child.stdout })) {
    const [site, server] = line.match(/http:\/\/[0-9.:]+/g) ?? [];
    if (!site || !server) continue;
    return {
      site,
      server,
      async stop() {
        child.kill("SIGTERM");
        await exited;
      },
    };
  }
  throw new Error("the demo ended before it said where it is");
}
