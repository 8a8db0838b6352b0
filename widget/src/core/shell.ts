/**
 * What surrounds a core while it runs: the code that its compiler wants, and what
 * makes promises and data of its functions. It is loaded with the core.
 */
import { bare, own } from "../own.js";
import { ignore } from "../promises.js";
import support from "./compiler.js";
import type { SignupError } from "./error.js";
import { type Host, host } from "./host.js";
import type { Availability, CallOptions, Core, Signup } from "./index.js";
import type { FieldProblem, Problem, Snapshot } from "./types.js";

/** What the script lends, so that there is but one. */
interface Lent {
  SignupError: typeof SignupError;
}

/** Reads JSON from the core. */
function parsed<T>(text: unknown, { SignupError }: Lent): T {
  try {
    const value: unknown = JSON.parse(text as string);
    if (Object(value) === value) return value as T;
  } catch {}
  throw new SignupError("core-died", "fedi-signup FS07: the core sent what cannot be read");
}

/** Reads what a promise of the core was rejected with. */
function errorOf(reason: unknown, lent: Lent): SignupError {
  const { SignupError } = lent;
  const error = SignupError.of(reason);
  const json = own(Object(reason) as { json?: unknown }, "json");
  if (error === reason || typeof json !== "string") return error;
  try {
    const problem = bare(parsed<Problem & { fields?: FieldProblem[] }>(json, lent));
    return new SignupError(problem.code, error.message, problem);
  } catch (error) {
    return error as SignupError;
  }
}

/** The core's functions, as pkg/jsbridge makes them: structure is JSON text. */
interface CoreExports {
  createSignup(options: string, onSnapshot: (snapshot: string) => void): Verbs | undefined;
}

type Verbs = Record<keyof Signup, (...args: unknown[]) => Promise<unknown>>;

/** Starts a core that was compiled. */
export default async function surround(module: WebAssembly.Module, lent: Lent): Promise<Core> {
  const { SignupError } = lent;
  const coreDied = (how: string) => new SignupError("core-died", `fedi-signup FS07: the core ${how}`);
  const { exports, ended } = await start(module, host);
  if (!exports) throw coreDied("ended before it began");
  const over = () => coreDied("ended unexpectedly");
  let giveUp: (error: SignupError) => void = () => {};
  const died = Promise.race([
    ended.then(over, over),
    new Promise<SignupError>((resolve) => {
      giveUp = resolve;
    }),
  ]);
  let dead: SignupError | undefined;
  died.then((error) => {
    dead = error;
    // biome-ignore lint/suspicious/noConsole: the site's owner should know, and nobody may listen
    console.error(error.message);
  });
  return {
    died,
    createSignup(signupOptions, onSnapshot) {
      if (dead) throw dead;
      const verbs = exports.createSignup(written(signupOptions), (text) => {
        let snapshot: Snapshot;
        try {
          snapshot = parsed(text, lent);
        } catch (error) {
          giveUp(error as SignupError);
          return;
        }
        try {
          onSnapshot(snapshot);
        } catch (error) {
          reportError(error); // the page's own mistake must not reach the core
        }
      });
      if (!verbs) throw new SignupError("internal", "the core refused the options");
      return signupOf(verbs, died, giveUp, lent);
    },
  };
}

/** Data as JSON, whatever the toJSON makes of it that some pages put on all lists and objects. */
function written(data: unknown): string {
  return JSON.stringify(data, function (this: object, name) {
    return own(this, name);
  });
}

function signupOf(
  verbs: Verbs,
  died: Promise<SignupError>,
  giveUp: (error: SignupError) => void,
  lent: Lent,
): Signup {
  const { SignupError } = lent;
  let over: SignupError | undefined; // nothing works any more, for this reason
  const pending = new Set<(error: SignupError) => void>();
  died.then((error) => {
    // A program that still runs would go on asking the server; one that ended is not called.
    if (!over) perform("close").catch(ignore);
    over = error;
    for (const reject of pending) reject(error);
    pending.clear();
  });
  const call = (verb: keyof Signup, options?: CallOptions, arg?: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (over) throw over;
      let signal: AbortSignal | undefined;
      try {
        signal = own(options ?? {}, "signal") ?? undefined;
        // Throws unless it is one, of any window: with anything else the core could end.
        if (signal !== undefined) new EventTarget().addEventListener("abort", null, { signal });
        if (verb === "check" || verb === "submit") arg = written(arg);
      } catch (error) {
        throw new SignupError("bad-argument", String(error));
      }
      pending.add(reject);
      // A core that dies right here returns nothing.
      own(verbs, verb)?.(arg, signal)?.then(
        (value) => {
          pending.delete(reject);
          resolve(value);
        },
        (reason) => {
          pending.delete(reject);
          const error = errorOf(reason, lent);
          if (error.code === "core-died") giveUp(error);
          reject(error);
        },
      );
    });
  const perform = async (...args: Parameters<typeof call>): Promise<void> => {
    await call(...args);
  };
  const ask = async <T>(...args: Parameters<typeof call>): Promise<T> => {
    const text = await call(...args);
    try {
      return parsed<T>(text, lent);
    } catch (error) {
      giveUp(error as SignupError);
      throw error;
    }
  };

  return {
    open: (server, o) => perform("open", o, server),
    useInvite: (invite, o) => perform("useInvite", o, invite),
    prepare: (o, challenge = "") => perform("prepare", o, challenge),
    newCaptcha: (o) => perform("newCaptcha", o),
    check: (values) => ask("check", undefined, values),
    available: async (username, o) => (await call("available", o, username)) as Availability,
    suggest: (username, o) => ask("suggest", o, username),
    submit: (values, o) => perform("submit", o, values),
    resend: (email, o) => perform("resend", o, email ?? ""),
    refresh: (o) => perform("refresh", o),
    document: (kind, o) => ask("document", o, kind),
    forget: (o) => perform("forget", o),
    revoke: (o) => perform("revoke", o),
    setVisible: (visible) => perform("setVisible", undefined, visible),
    accessToken: async () => (await call("accessToken")) as string,
    close: async () => {
      const closed = perform("close");
      over ??= new SignupError("aborted", "the sign-up was closed"); // the core answers nothing any more
      await closed;
    },
  };
}

/** The name that pkg/jsbridge looks for. */
const handOver = "fedi-signup hand-over";

/** Starts the program. `ended` settles when it no longer runs. */
async function start(
  module: WebAssembly.Module,
  host: Host,
): Promise<{ exports?: CoreExports; ended: Promise<void> }> {
  let exports: CoreExports | undefined;
  // The program's global object is the page's, but for what must not meet the
  // page's own: Node's modules, and where the two come together.
  const apart = new Map<PropertyKey, unknown>([
    ["fs", undefined],
    ["process", undefined],
    ["path", undefined],
    [
      handOver,
      // The program calls it twice, first for the host, then with what it exports.
      (exported?: CoreExports): Host | undefined => {
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
  const { instance, trapped } = guarded(await WebAssembly.instantiate(module, go.importObject));
  const ended = Promise.race([go.run(instance), trapped]);
  return { ...(exports && { exports }), ended };
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
