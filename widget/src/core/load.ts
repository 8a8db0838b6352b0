import { coreBuild } from "./build-info.js";
import { SignupError } from "./error.js";
import { type Host, host } from "./host.js";

/** The compiler's support code, which leaves its class on the page. */
interface GoRuntime {
  importObject: WebAssembly.Imports;
  run(instance: WebAssembly.Instance): Promise<void>;
}

type GoConstructor = new () => GoRuntime;

/** A core that runs. `ended` settles when it does not any more. */
export interface RunningCore<Exports> {
  exports: Exports;
  ended: Promise<void>;
}

/**
 * Loads the core once per page, from the folder of the script or from another,
 * and starts it.
 */
export async function run<Exports>(
  folder = new URL(".", import.meta.url).href,
): Promise<RunningCore<Exports>> {
  const [module, support] = await Promise.all([
    once(new URL(coreBuild.wasm.file, folder).href, compile),
    once(new URL(coreBuild.exec.file, folder).href, evaluate),
  ]);
  return start(module, support);
}

const loaded = new Map<string, Promise<unknown>>();

const patience = 60_000; // milliseconds, as browsers wait for ever

/** Loads an address once; after a failure, again. */
function once<T>(url: string, load: (url: string, signal: AbortSignal) => Promise<T>): Promise<T> {
  let promise = loaded.get(url) as Promise<T> | undefined;
  if (!promise) {
    const late = new AbortController();
    const over = new Promise<never>((_, reject) => {
      setTimeout(() => {
        reject(unreachable(url, "it takes too long"));
        late.abort(); // what hangs would be in the way of the next try
      }, patience);
    });
    promise = Promise.race([load(url, late.signal), over]);
    loaded.set(url, promise);
    promise.catch(() => loaded.delete(url));
  }
  return promise;
}

function unreachable(url: string, cause: string): SignupError {
  return new SignupError("core-unreachable", `the core could not be loaded from ${url}: ${cause}`);
}

async function compile(url: string, signal: AbortSignal): Promise<WebAssembly.Module> {
  const { integrity } = coreBuild.wasm;
  const response = await fetch(url, { integrity, credentials: "same-origin", signal }).catch(
    (error: Error) => {
      throw unreachable(url, error.message);
    },
  );
  if (!response.ok) throw unreachable(url, `status ${response.status}`);
  try {
    // Not every web server knows the type that streaming demands.
    return response.headers.get("content-type")?.startsWith("application/wasm")
      ? await WebAssembly.compileStreaming(response)
      : await WebAssembly.compile(await response.arrayBuffer());
  } catch (error) {
    const { message } = error as Error;
    if (/content security policy|unsafe-eval|blocked by csp|disallowed by embedder/i.test(message)) {
      throw new SignupError(
        "wasm-blocked",
        "the page's content security policy blocks WebAssembly: add 'wasm-unsafe-eval' to its script-src",
      );
    }
    throw unreachable(url, message);
  }
}

/** The names that the compiler's support code leaves on the page. */
const left = ["Go", "fs", "process", "path"] as const;

/** What it leaves there: its class, and stand-ins for Node's modules. */
type Support = { Go: GoConstructor } & Record<(typeof left)[number], unknown>;

const page = globalThis as Record<string, unknown>;

/** Takes what the page has under these names. */
function onPage(): Partial<Support> {
  return Object.fromEntries(left.filter((name) => name in page).map((name) => [name, page[name]]));
}

/** Puts back what onPage took. */
function restore(values: Partial<Support>): void {
  for (const name of left) {
    if (name in values) page[name] = values[name];
    else delete page[name];
  }
}

let attempts = 0;

/** Evaluates the support code and takes away what it leaves on the page. */
async function evaluate(url: string): Promise<Support> {
  const before = onPage();
  // Browsers remember an address whose import failed.
  const address = attempts++ === 0 ? url : `${url}?${attempts}`;
  await import(address).catch((error: Error) => {
    throw unreachable(url, error.message);
  });
  const support = onPage();
  restore(before);
  if (!support.Go) throw unreachable(url, "it is something else");
  return support as Support;
}

/** Does something with the support code's names on the page. */
function withSupport<T>(support: Support, act: () => T): T {
  const before = onPage();
  restore(support);
  try {
    return act();
  } finally {
    restore(before);
  }
}

/** The name that pkg/jsbridge looks for. */
const handOver = "fedi-signup hand-over";

async function start<Exports>(module: WebAssembly.Module, support: Support): Promise<RunningCore<Exports>> {
  const go = new support.Go();
  // Go's programs look for the names when they begin, and when they print.
  const gojs = go.importObject.gojs;
  const write = gojs?.["runtime.wasmWrite"] as ((at: number) => void) | undefined;
  if (gojs && write) gojs["runtime.wasmWrite"] = (at: number) => withSupport(support, () => write(at));
  const { instance, trapped } = guarded(await WebAssembly.instantiate(module, go.importObject));
  let exports: Exports | undefined;
  // The program calls it twice, first for the host, then with what it exports;
  // both before run returns, so that no other script comes in between.
  page[handOver] = (exported?: Exports): Host | undefined => {
    delete page[handOver];
    if (exported === undefined) return host;
    exports = exported;
    return undefined;
  };
  const ended = Promise.race([withSupport(support, () => go.run(instance)), trapped]);
  delete page[handOver];
  if (exports === undefined) {
    throw new SignupError("core-died", "the core ended before it began");
  }
  return { exports, ended };
}

/**
 * Notices a trap. TinyGo's programs end with one, in the middle of whatever
 * called them; nothing of theirs may run afterwards.
 */
function guarded(instance: WebAssembly.Instance): { instance: WebAssembly.Instance; trapped: Promise<void> } {
  let trap: (() => void) | undefined;
  const trapped = new Promise<void>((resolve) => {
    trap = resolve;
  });
  let dead = false;
  const exports = Object.fromEntries(
    Object.entries(instance.exports).map(([name, value]) => [
      name,
      typeof value !== "function"
        ? value
        : (...args: unknown[]) => {
            if (dead) return undefined;
            try {
              return value(...args);
            } catch (error) {
              if (!(error instanceof WebAssembly.RuntimeError)) throw error;
              dead = true;
              trap?.();
              return undefined;
            }
          },
    ]),
  );
  return {
    instance: Object.create(WebAssembly.Instance.prototype, { exports: { value: exports } }),
    trapped,
  };
}
