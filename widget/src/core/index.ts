/**
 * The sign-up without a form: the core's flow, for pages that draw their own.
 *
 *     const core = await startCore();
 *     const signup = core.createSignup({ … }, (snapshot) => draw(snapshot));
 *     await signup.open("example.social");
 */
import { own } from "../own.js";
import type { SignupError } from "./error.js";
import { folderAt } from "./folder.js";
import { askServer } from "./host.js";
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
  /** Throws a SignupError if the core died. */
  createSignup(options: Options, onSnapshot: (snapshot: Snapshot) => void): Signup;
  /** Resolves when the core ended unexpectedly, or is not to be understood. What was pending is rejected then, and what its sign-ups do ends. */
  readonly died: Promise<SignupError>;
}

const cores = new Map<string | undefined, Promise<Core>>(); // that run, by folder

/**
 * Starts the core, which all of a page share until it dies. Its folder is the script's
 * unless `src` names another, as `core-src` of the element does: an address, relative to
 * the page's base address, with a slash at its end or without. What is none, as a relative
 * one where there is no page, is rejected with a TypeError. A `server`, by its origin, is
 * asked for its document while the core loads.
 */
export async function startCore(options: { src?: string; server?: string } = {}): Promise<Core> {
  const server = own(options, "server");
  if (server) askServer(server);
  const given = own(options, "src");
  const src = given && folderAt(new Request(given).url); // resolved as fetch does
  const running = cores.get(src);
  if (running) return running;
  const core = run(src);
  cores.set(src, core);
  const forget = () => cores.delete(src);
  core.then(({ died }) => died.then(forget), forget);
  return core;
}
