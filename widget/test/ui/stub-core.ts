// Stands in for src/core/index.ts: a core that shows what the test tells it to,
// and keeps what the widget asked of it. The test finds it as window.stub.

import { SignupError } from "../../src/core/error.ts";
import type { Core, Signup } from "../../src/core/index.ts";
import type { Availability, DocumentText, FieldProblem, Options, Snapshot } from "../../src/core/types.ts";

export { SignupError };

export class Stub {
  calls: { verb: string; args: unknown[] }[] = [];
  options: Options[] = [];
  refusal = ""; // code that startCore fails with
  problems: FieldProblem[] = []; // what check finds
  available: Record<string, Availability> = {};
  readonly cancelled: string[] = []; // names whose look-up was cancelled
  readonly answered: string[] = []; // and those whose answer came, cancelled or not
  suggestions: string[] = [];
  delays: Record<string, number> = {}; // of verbs, and of available by name, in milliseconds
  rejects: Record<string, string> = {}; // code that a verb fails with
  rejectedFields: FieldProblem[] = []; // what is wrong then
  rejectedDetail = ""; // and the finer code
  documents: Record<string, Omit<DocumentText, "kind">> = {}; // by kind
  snapshot: Snapshot | undefined; // what open leads to
  there: Record<string, Snapshot> = {}; // and what it leads to at these servers instead
  looks: Record<string, Snapshot> = {}; // what sign-ups that keep nothing lead to, by server; nowhere if they are not here
  #waiting: (() => void)[] = [];
  #emit: (snapshot: Snapshot) => void = () => {};
  readonly #everyone: ((snapshot: Snapshot) => void)[] = [];
  #die: (error: SignupError) => void = () => {};

  /** Tells a snapshot to every widget of the page. */
  emitToAll(snapshot: Snapshot): void {
    for (const emit of this.#everyone) emit(structuredClone(snapshot));
  }

  emit(snapshot: Snapshot): void {
    this.#emit(structuredClone(snapshot));
  }

  /** Ends the delays of verbs that have begun. */
  proceed(): void {
    for (const go of this.#waiting.splice(0)) go();
  }

  die(): void {
    this.#die(new SignupError("core-died", "the core ended unexpectedly"));
  }

  called(verb: string): unknown[][] {
    return this.calls.filter((call) => call.verb === verb).map(({ args }) => args);
  }

  async start(options: { src?: string; server?: string } = {}): Promise<Core> {
    this.calls.push({ verb: "startCore", args: [options] });
    await this.#delay("startCore");
    if (this.refusal) throw new SignupError(this.refusal as "core-died", "the core cannot run");
    return {
      died: new Promise((resolve) => {
        this.#die = resolve;
      }),
      createSignup: (options, onSnapshot) => {
        if (options.persist === "none" && Object.keys(this.looks).length) return this.#look(onSnapshot);
        this.options.push(options);
        this.#emit = onSnapshot;
        this.#everyone.push(onSnapshot);
        return this.#signup(onSnapshot);
      },
    };
  }

  async #delay(verb: string): Promise<void> {
    if (!this.delays[verb]) return;
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
      setTimeout(resolve, this.delays[verb]);
    });
  }

  #look(onSnapshot: (snapshot: Snapshot) => void): Signup {
    const open = async (server: string) => {
      this.calls.push({ verb: "look", args: [server] });
      onSnapshot(structuredClone(this.looks[server] ?? (await new Promise(() => {}))));
    };
    return { ...this.#signup(() => {}), open, close: async () => {} };
  }

  #signup(onSnapshot: (snapshot: Snapshot) => void): Signup {
    const call = async (verb: string, ...args: unknown[]): Promise<void> => {
      this.calls.push({
        verb,
        args: args.filter((arg) => !(arg && typeof arg === "object" && "signal" in arg)),
      });
      await this.#delay(verb);
      if (this.rejects[verb]) {
        throw new SignupError(this.rejects[verb] as "invalid", verb, {
          fields: this.rejectedFields,
          ...(this.rejectedDetail && { detail: this.rejectedDetail }),
        });
      }
    };
    return {
      open: async (server) => {
        await call("open", server);
        const snapshot = this.there[server] ?? this.snapshot;
        if (snapshot) onSnapshot(structuredClone(snapshot));
      },
      useInvite: (invite) => call("useInvite", invite),
      newCaptcha: () => call("newCaptcha"),
      prepare: (_, challenge) => call("prepare", ...(challenge ? [challenge] : [])),
      check: async (values) => {
        await call("check", values);
        return this.problems;
      },
      available: async (name, { signal } = {}) => {
        signal?.addEventListener("abort", () => this.cancelled.push(name));
        await call("available", name);
        const answer = this.available[name] ?? "free";
        await new Promise((resolve) => setTimeout(resolve, this.delays[name] ?? 0));
        this.answered.push(name);
        return answer;
      },
      suggest: async (name) => {
        await call("suggest", name);
        return this.suggestions;
      },
      submit: (values) => call("submit", values),
      resend: (email) => call("resend", email),
      refresh: () => call("refresh"),
      document: async (kind) => {
        await call("document", kind);
        return { kind, html: "", ...this.documents[kind] };
      },
      forget: () => call("forget"),
      revoke: () => call("revoke"),
      setVisible: (visible) => call("setVisible", visible),
      accessToken: async () => "the-token",
      close: () => call("close"),
    };
  }
}

declare global {
  var stub: Stub;
}

globalThis.stub ??= Object.assign(new Stub(), (globalThis as { prepared?: Partial<Stub> }).prepared);

export const startCore = (options?: { src?: string; server?: string }): Promise<Core> =>
  globalThis.stub.start(options);
