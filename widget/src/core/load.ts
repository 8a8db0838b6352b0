import { loadCore, loadSupport } from "../files.js";
import { bare } from "../own.js";
import { tell } from "../tell.js";
import { answerTo } from "./asked.js";
import { SignupError } from "./error.js";
import type { Core } from "./index.js";
import type Surround from "./shell.js";

/** Loads a core and what surrounds it, from beside the script or from another folder, and starts it. */
export async function run(folder?: string): Promise<Core> {
  // A folder that is no address throws at once, which an async function makes a rejection.
  const [module, surround] = await inTime(async (late) =>
    Promise.all([
      loadCore((url, integrity) => compile(url, integrity, late), folder).catch(told),
      evaluate(folder, late),
    ]),
  );
  return surround(module, { SignupError }).catch((error) => told(blocked(error) ?? error));
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

/** Asks for a program's file. */
export const requestProgram = (url: string, integrity = "", signal: AbortSignal): Promise<Response> =>
  fetch(url, bare({ integrity, credentials: "same-origin", signal }));

async function compile(url: string, integrity = "", signal: AbortSignal): Promise<WebAssembly.Module> {
  const answer = answerTo(url, signal) ?? requestProgram(url, integrity, signal);
  const response = await answer.catch((error: Error) => {
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
  if (!/policy|unsafe-eval|csp|embedder/i.test((error as Error).message)) return undefined;
  return new SignupError(
    "wasm-blocked",
    "fedi-signup FS06: the page's content security policy blocks WebAssembly: add 'wasm-unsafe-eval' to its script-src",
  );
}

async function evaluate(folder: string | undefined, signal: AbortSignal): Promise<typeof Surround> {
  const loaded = await loadSupport(folder, signal).catch((error: Error) => {
    throw unreachable(error.message);
  });
  return (loaded as { default: typeof Surround }).default;
}
