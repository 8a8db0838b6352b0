import type { Signup } from "./core/index.js";
import { dispatch } from "./events.js";
import type { Form } from "./form.js";
import { ignore } from "./promises.js";
import type { Session } from "./session.js";
import { type State, type StateProblem, waitUntil } from "./state.js";

/** What the core's sign-up can do and the element offers. */
export type Verbs = Omit<Signup, "prepare" | "setVisible" | "accessToken">;

/** What the acts need of the widget around them. */
export interface ActsHost {
  readonly element: HTMLElement & Verbs;
  readonly session: Pick<Session, "state" | "signup" | "retry">;
  readonly form: Form;
  readonly announcer: { tellWait(): void };
  readonly mount: { update(): void; render(): void };
}

/** What a visitor's clicks do: in the form, and on every screen. */
export class Acts {
  readonly #host: ActsHost;
  #intended = false;
  submitting = false; // until the visitor knows the outcome
  #unsent = ""; // what was submitted, while it may be sent once more by itself

  constructor(host: ActsHost) {
    this.#host = host;
  }

  beforeDraw(): void {
    const { screen, ahead } = this.#host.session.state;
    if (screen === "loading" && !ahead) this.#intended = this.submitting = false;
  }

  /** Leads to what is wrong with a submission. */
  afterDraw(before: State): void {
    const { session, form } = this.#host;
    const { screen, problem, problems } = session.state;
    if (before.ahead && this.#intended) this.#prepare();
    const refused = this.submitting && (problem || problems.length > 0);
    if (screen === "form" && (refused || before.screen === "submitting")) {
      this.submitting = false;
      form.tellProblems();
      form.username?.suggestAfterRefusal();
    }
  }

  /** Called on the first sign that the visitor will fill in the form. */
  readonly intend = (): void => {
    if (this.#intended) return;
    this.#intended = true;
    this.#prepare();
  };

  #prepare(): void {
    this.#host.session.signup?.prepare().catch(ignore);
  }

  readonly submit = (event: Event): void => {
    event.preventDefault();
    this.#submit().catch(ignore);
  };

  /** Whether what did not go out, for want of a network, is sent by itself once there is one. */
  get waits(): boolean {
    const { session, form } = this.#host;
    return session.state.problem?.detail === "offline" && this.#unsent === JSON.stringify(form.values());
  }

  /** Sends, now that there is a network, what waits for one: once, and only as it was submitted. */
  reconnect(): void {
    if (this.waits) this.#submit(true).catch(ignore);
  }

  async #submit(again = false): Promise<void> {
    const { announcer, element, session, form, mount } = this.#host;
    if (this.submitting || session.state.screen !== "form") return;
    if (waitUntil(session.state)) {
      announcer.tellWait();
      return;
    }
    this.submitting = true;
    try {
      if (await form.submit()) {
        mount.update();
        const values = form.values();
        this.#unsent = again ? "" : JSON.stringify(values);
        await element.submit(values);
      } else {
        form.tellProblems();
      }
    } finally {
      this.submitting = false;
      if (!this.waits)
        this.#unsent = ""; // it holds the password
      else if (navigator.onLine) this.reconnect(); // it came back meanwhile
    }
  }

  readonly reveal = (): void => {
    const { form, mount } = this.#host;
    form.revealed = !form.revealed;
    mount.update();
  };

  readonly again = (): void => this.#host.session.retry();

  readonly forget = (): void => {
    this.#host.element.forget().catch(ignore);
  };

  readonly handOver = (event: Event, url: string, problem: StateProblem | undefined): void => {
    const detail = { url, code: problem?.code };
    if (!dispatch(this.#host.element, "fedi-signup-handover", detail, true)) event.preventDefault();
  };
}
