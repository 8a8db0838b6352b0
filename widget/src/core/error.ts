import { own } from "../own.js";
import type { Code, FieldProblem, Problem } from "./types.js";

/** Why the core cannot run, or does not even begin. The other codes are the flow's own. */
export type CoreCode =
  | "bad-argument" // a verb was called with something else than it takes; nothing came of that
  | "wasm-blocked" // the page's content security policy forbids WebAssembly
  | "core-unreachable" // the core could not be loaded
  | "core-died"; // it ended unexpectedly, or sent what cannot be read; startCore starts a new one

/** What every verb rejects with. It holds no secret. */
export class SignupError extends Error {
  override readonly name = "SignupError";
  declare readonly code: Code | CoreCode;
  /** A finer code, such as why a server's name is refused. */
  declare readonly detail: string | undefined;
  /** When trying again makes sense, in milliseconds since the Unix epoch. */
  declare readonly retryAt: number | undefined;
  /** The page where the visitor can go on. */
  declare readonly handover: string | undefined;
  /** With the code "invalid": everything wrong with the fields. */
  declare readonly fields: readonly FieldProblem[];

  constructor(
    code: Code | CoreCode,
    message: string,
    problem: Partial<Problem> & { fields?: FieldProblem[] } = {},
  ) {
    super(message);
    const { detail, retryAt, handover, fields = [] } = problem;
    Object.assign(this, { code, detail, retryAt, handover, fields });
  }

  /** Whatever was thrown, as such an error, with the code that it has. */
  static of(reason: unknown): SignupError {
    if (reason instanceof SignupError) return reason;
    const code = own(Object(reason) as { code?: CoreCode }, "code") ?? "internal";
    return new SignupError(code, String((reason as Error | undefined)?.message ?? reason));
  }
}
