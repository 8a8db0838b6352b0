// How much programs work, by which one knows that they have finished, however slow the machine is.
import { readdirSync, readFileSync } from "node:fs";

const look = 100; // milliseconds from one look to the next

/** Milliseconds so far that these processes, and all that they started, have worked or waited for a processor. */
function spent(roots: readonly number[]): number {
  const started = new Map<number, number[]>();
  const times = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    const pid = Number(name);
    if (!pid) continue;
    try {
      const [, rest = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(/\) (?!.*\) )/);
      const fields = rest.split(" ").map(Number);
      const [, parent = 0] = fields;
      started.set(parent, [...(started.get(parent) ?? []), pid]);
      const [, waited = 0] = readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ").map(Number);
      times.set(pid, ((fields[11] ?? 0) + (fields[12] ?? 0)) * 10 + waited / 1e6);
    } catch {
      // It has just ended.
    }
  }
  const all = [...roots];
  for (const pid of all) all.push(...(started.get(pid) ?? []));
  return all.reduce((sum, pid) => sum + (times.get(pid) ?? 0), 0);
}

/** Resolves when these processes, and all that they started, have done next to nothing for some milliseconds. */
export async function idle(roots: readonly number[], milliseconds: number): Promise<void> {
  const before: number[] = [];
  const looks = milliseconds / look;
  const enough = Date.now() + 60_000;
  while (Date.now() < enough) {
    const now = spent(roots);
    const then = before.at(-looks);
    if (then !== undefined && Math.abs(now - then) <= milliseconds * 0.05) return;
    before.push(now);
    await new Promise((next) => setTimeout(next, look));
  }
  throw new Error("the desktop does not come to rest");
}
