/**
 * The sign-up without a form: the core's flow, for pages that draw their own.
 *
 *     const core = await startCore();
 *     const signup = core.createSignup({ … }, (snapshot) => draw(snapshot));
 *     await signup.open("example.social");
 */
import { own } from "../own.js";
import { parsed, SignupError } from "./error.js";
import { askAhead } from "./host.js";
import { run } from "./load.js";
import type {
  Availability,
  DocumentKind,
  DocumentText,
  FieldProblem,
  Options,
  Snapshot,
  Values,
} from "./types.js";

export { coreBuild } from "./build-info.js";
export { type CoreCode, SignupError } from "./error.js";
export type * from "./types.js";

export interface CallOptions {
  signal?: AbortSignal;
}

/** One visitor's way through the sign-up. Verbs reject with a SignupError. */
export interface Signup {
  /** Reads what the server says of itself; goes on with an account that waits. */
  open(server: string, options?: CallOptions): Promise<void>;
  /** Opens the form of a closed server with an invite: its code or its link. */
  useInvite(invite: string, options?: CallOptions): Promise<void>;
  /**
   * Makes the app known to the server: call it on the first sign of intent. If the broker
   * wants a challenge solved first, call it again with the answer, which is good once.
   */
  prepare(options?: CallOptions, challenge?: string): Promise<void>;
  /** Asks for another picture. */
  newCaptcha(options?: CallOptions): Promise<void>;
  /** Finds everything in the values that the server would certainly refuse. */
  check(values: Values): Promise<FieldProblem[]>;
  available(username: string, options?: CallOptions): Promise<Availability>;
  /** Finds names like this one that are free. */
  suggest(username: string, options?: CallOptions): Promise<string[]>;
  submit(values: Values, options?: CallOptions): Promise<void>;
  /** Sends the confirmation email again, to another address if one is given. */
  resend(email?: string, options?: CallOptions): Promise<void>;
  /** Asks for the account's status now. */
  refresh(options?: CallOptions): Promise<void>;
  document(kind: DocumentKind, options?: CallOptions): Promise<DocumentText>;
  /** Drops the account that waits or is ready on this device, and shows the form again. */
  forget(options?: CallOptions): Promise<void>;
  /** Makes the new account's access token worthless. */
  revoke(options?: CallOptions): Promise<void>;
  /** Says whether the visitor is looking: the status is checked only then. */
  setVisible(visible: boolean): Promise<void>;
  /** The new account's access token; empty unless it is ready and not revoked. */
  accessToken(): Promise<string>;
  /** Ends the flow and everything it does. */
  close(): Promise<void>;
}

export interface Core {
  createSignup(options: Options, onSnapshot: (snapshot: Snapshot) => void): Signup;
  /** Resolves when the core ended unexpectedly, or is not to be understood. What was pending is rejected then. */
  readonly died: Promise<SignupError>;
}

/** The core's functions, as pkg/jsbridge makes them: structure is JSON text. */
interface CoreExports {
  createSignup(options: string, onSnapshot: (snapshot: string) => void): Verbs | undefined;
}

type Verbs = Record<keyof Signup, (...args: unknown[]) => Promise<unknown>>;

const cores = new Map<string | undefined, Promise<Core>>(); // that run, by folder

/**
 * Starts the core, which all of a page share until it dies. Its folder is the script's
 * unless `src` names another. A `server`, by its origin, is asked for its document
 * while the core loads.
 */
export async function startCore(options: { src?: string; server?: string } = {}): Promise<Core> {
  const server = own(options, "server");
  if (server) askAhead(server);
  const src = own(options, "src");
  const running = cores.get(src);
  if (running) return running;
  const core = start(src);
  cores.set(src, core);
  const forget = () => cores.delete(src);
  core.then(({ died }) => died.then(forget), forget);
  return core;
}

async function start(src?: string): Promise<Core> {
  const { exports, ended } = await run<CoreExports>(src);
  let giveUp: (error: SignupError) => void = () => {};
  const died = Promise.race([
    ended.then(coreDied, coreDied),
    new Promise<SignupError>((resolve) => {
      giveUp = resolve;
    }),
  ]);
  // biome-ignore lint/suspicious/noConsole: the site's owner should know, and nobody may listen
  died.then((error) => console.error(error.message));
  return {
    died,
    createSignup(signupOptions, onSnapshot) {
      const verbs = exports.createSignup(written(signupOptions), (text) => {
        let snapshot: Snapshot;
        try {
          snapshot = parsed(text);
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
      return signupOf(verbs, died, giveUp);
    },
  };
}

/** Data as JSON, whatever the toJSON makes of it that some pages put on all lists and objects. */
function written(data: unknown): string {
  return JSON.stringify(data, function (this: object, name) {
    return own(this, name);
  });
}

function coreDied(): SignupError {
  return new SignupError("core-died", "fedi-signup FS07: the core ended unexpectedly");
}

function signupOf(verbs: Verbs, died: Promise<SignupError>, giveUp: (error: SignupError) => void): Signup {
  let over: SignupError | undefined; // nothing works any more, for this reason
  const pending = new Set<(error: SignupError) => void>();
  died.then((error) => {
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
          const error = SignupError.of(reason);
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
      return parsed<T>(text);
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
