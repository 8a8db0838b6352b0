import { bare, own } from "../own.js";
import type { Code, FieldProblem, Problem } from "./types.js";

/** Why the core cannot run, or does not even begin. The other codes are the flow's own. */
export type CoreCode =
  | "bad-argument" // a verb was called with something else than it takes; nothing came of that
  | "wasm-blocked" // the page's content security policy forbids WebAssembly
  | "core-unreachable" // the core could not be loaded
  | "core-died"; // it ended unexpectedly, or sent what cannot be read; startCore starts a new one

/** Reads JSON from the core. */
export function parsed<T>(text: unknown): T {
  try {
    const value: unknown = JSON.parse(text as string);
    if (Object(value) === value) return value as T;
  } catch {}
  throw new SignupError("core-died", "fedi-signup FS07: the core sent what cannot be read");
}

/** What every verb rejects with. It holds no secret. */
export class SignupError extends Error {
  override readonly name = "SignupError";
  readonly code: Code | CoreCode;
  /** A finer code, such as why a server's name is refused. */
  readonly detail: string | undefined;
  /** When trying again makes sense, in milliseconds since the Unix epoch. */
  readonly retryAt: number | undefined;
  /** The page where the visitor can go on. */
  readonly handover: string | undefined;
  /** With the code "invalid": everything wrong with the fields. */
  readonly fields: readonly FieldProblem[];

  constructor(
    code: Code | CoreCode,
    message: string,
    problem: Partial<Problem> & { fields?: FieldProblem[] } = {},
  ) {
    super(message);
    this.code = code;
    this.detail = problem.detail;
    this.retryAt = problem.retryAt;
    this.handover = problem.handover;
    this.fields = problem.fields ?? [];
  }

  /** Reads what a promise of the core was rejected with. */
  static of(reason: unknown): SignupError {
    if (reason instanceof SignupError) return reason;
    const message = reason instanceof Error ? reason.message : String(reason);
    const json = own(Object(reason) as { json?: unknown }, "json");
    if (typeof json === "string") {
      try {
        const problem = bare(parsed<Problem & { fields?: FieldProblem[] }>(json));
        return new SignupError(problem.code, message, problem);
      } catch (error) {
        return error as SignupError;
      }
    }
    return new SignupError("internal", message);
  }
}
