import type { Verbs } from "./acts.js";
import type { Account, Code } from "./core/types.js";
import { ignore } from "./promises.js";
import type { Session } from "./session.js";
import type { State } from "./state.js";

/** What the tabs need of the widget around them. */
export interface TabsHost {
  readonly element: Pick<Verbs, "refresh">;
  readonly session: Pick<Session, "state" | "arrive">;
}

/** What became of an account, all of it as its own tab shows it. */
type Answer = Pick<Account, "username" | "handle" | "email" | "url"> & {
  server: string; // its host
  screen: State["screen"];
  code: Code | ""; // what a ready account still needs
};

type Unread = { readonly [member in keyof Answer]?: unknown };

const confirmed = ["review", "ready"]; // the screens that are worth an answer

const longest = 1000; // characters of each text

/**
 * What the tabs of an origin tell each other, since each may keep its own account: the
 * one that an email's link opened asks, and the one that holds the account asks the
 * server and answers. Whatever else comes over the channel is ignored.
 */
export class Tabs {
  readonly #host: TabsHost;
  #channel: BroadcastChannel | undefined; // while there is something to ask or to tell
  #screen = "";

  constructor(host: TabsHost) {
    this.#host = host;
    this.beforeDraw();
  }

  /** To be called before a new state is drawn. */
  beforeDraw(): void {
    const { screen, server, account } = this.#host.session.state;
    if (screen === this.#screen) return;
    this.#screen = screen;
    if (account || screen === "returned") this.#open();
    else this.#close();
    if (account) this.#tell();
    else this.#channel?.postMessage({ server: server?.host });
  }

  #open(): void {
    try {
      this.#channel ??= new BroadcastChannel("fedi-signup");
      this.#channel.onmessage = ({ data }) => this.#hear(Object(data));
    } catch {
      // There is none, or it is forbidden: then each tab knows its own account alone.
    }
  }

  #close(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }

  /** Tells what became of the account, if it is this tab's own. */
  #tell(): void {
    const { screen, server, account, problem, told } = this.#host.session.state;
    if (!server || !account || told || !confirmed.includes(screen)) return;
    const { username, handle, email, url } = account;
    const code = ((screen === "ready" && problem?.code) || "") as Answer["code"];
    const answer: Answer = { server: server.host, screen, code, username, handle, email, url };
    this.#channel?.postMessage(answer);
  }

  async #hear(message: Unread): Promise<void> {
    const { element, session } = this.#host;
    const { problem: _, ...state } = session.state;
    if (!state.server || message.server !== state.server.host) return;
    if (!message.screen) {
      await element.refresh().catch(ignore);
      if (session.state.screen === state.screen) this.#tell(); // else it was told
    } else if ((state.told || state.screen === "returned") && isAnswer(message)) {
      const { screen, code, username, handle, email, url } = message;
      session.arrive({
        ...state,
        screen,
        told: true,
        account: { username, handle, email, url, watched: false },
        ...(code && { problem: { code, handover: state.server.signInUrl } }),
      });
    }
  }
}

function isAnswer(message: Unread): message is Answer {
  const { screen, code, username, handle, email, url } = message;
  return (
    confirmed.includes(screen as string) &&
    [code, username, handle, email, url].every((text) => typeof text === "string" && text.length < longest)
  );
}
