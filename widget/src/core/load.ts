import { loadCore, loadSupport } from "../files.js";
import { bare } from "../own.js";
import { tell } from "../tell.js";
import { SignupError } from "./error.js";
import { type Host, host } from "./host.js";

/** The class of the compiler's support code. */
interface GoRuntime {
  importObject: WebAssembly.Imports;
  run(instance: WebAssembly.Instance): Promise<void>;
}

type GoConstructor = new () => GoRuntime;

/** A core that runs. `ended` settles when it no longer does. */
export interface RunningCore<Exports> {
  exports: Exports;
  ended: Promise<void>;
}

/** Loads a core, from beside the script or from another folder, and starts it. */
export async function run<Exports>(folder?: string): Promise<RunningCore<Exports>> {
  const [module, support] = await inTime((late) =>
    Promise.all([
      loadCore((url, integrity) => compile(url, integrity, late), folder).catch(told),
      evaluate(folder, late),
    ]),
  );
  return start<Exports>(module, support).catch(told);
}

function told(error: Error): never {
  tell(error.message);
  throw error;
}

const patience = 60_000; // milliseconds, as browsers wait for ever

/** Gives up what takes too long. */
function inTime<T>(load: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const late = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(unreachable("it takes too long"));
      late.abort(); // what hangs would be in the way of the next try
    }, patience);
  });
  // A timer that is left would keep Node from ending.
  return Promise.race([load(late.signal), over]).finally(() => clearTimeout(timer));
}

function unreachable(cause: string): SignupError {
  return new SignupError("core-unreachable", `fedi-signup FS03: the core could not be loaded: ${cause}`);
}

async function compile(url: string, integrity = "", signal: AbortSignal): Promise<WebAssembly.Module> {
  const init = bare({ integrity, credentials: "same-origin", signal });
  const response = await fetch(url, init).catch((error: Error) => {
    throw unreachable(`${url}: ${error.message}`);
  });
  if (!response.ok) throw unreachable(`${url} has status ${response.status}`);
  try {
    // Not every web server knows the type that streaming demands.
    return response.headers.get("content-type")?.startsWith("application/wasm")
      ? await WebAssembly.compileStreaming(response)
      : await WebAssembly.compile(await response.arrayBuffer());
  } catch (error) {
    throw blocked(error) ?? unreachable(`${url}: ${(error as Error).message}`);
  }
}

/** Whether it is the page's policy that forbids WebAssembly. WebKit compiles it even so, and refuses to instantiate. */
function blocked(error: unknown): SignupError | undefined {
  const policy = /content security policy|unsafe-eval|blocked by csp|disallowed by embedder/i;
  if (!policy.test((error as Error).message)) return undefined;
  return new SignupError(
    "wasm-blocked",
    "fedi-signup FS06: the page's content security policy blocks WebAssembly: add 'wasm-unsafe-eval' to its script-src",
  );
}

/**
 * The compiler's support code, as widget/build.mjs wraps it. It takes a global
 * object for its stand-ins of Node's modules and returns its class.
 */
type Support = (scope: object) => GoConstructor;

async function evaluate(folder: string | undefined, signal: AbortSignal): Promise<Support> {
  const loaded = await loadSupport(folder, signal).catch((error: Error) => {
    throw unreachable(error.message);
  });
  return (loaded as { default: Support }).default;
}

/** The name that pkg/jsbridge looks for. */
const handOver = "fedi-signup hand-over";

async function start<Exports>(module: WebAssembly.Module, support: Support): Promise<RunningCore<Exports>> {
  let exports: Exports | undefined;
  // The program's global object is the page's, but for what must not meet the
  // page's own: Node's modules, and where the two come together.
  const apart = new Map<PropertyKey, unknown>([
    ["fs", undefined],
    ["process", undefined],
    ["path", undefined],
    [
      handOver,
      // The program calls it twice, first for the host, then with what it exports.
      (exported?: Exports): Host | undefined => {
        if (exported === undefined) return host;
        exports = exported;
        return undefined;
      },
    ],
  ]);
  const scope = new Proxy(globalThis, {
    get: (page, name) => (apart.has(name) ? apart.get(name) : Reflect.get(page, name)),
    set: (_, name, value) => Boolean(apart.set(name, value)),
  });
  const Go = support(scope);
  const go = new Go();
  const fresh = await WebAssembly.instantiate(module, go.importObject).catch((error) => {
    throw blocked(error) ?? error;
  });
  const { instance, trapped } = guarded(fresh);
  const ended = Promise.race([go.run(instance), trapped]);
  if (exports === undefined) {
    throw new SignupError("core-died", "fedi-signup FS07: the core ended before it began");
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
    instance: Object.create(WebAssembly.Instance.prototype, { exports: bare({ value: exports }) }),
    trapped,
  };
}
