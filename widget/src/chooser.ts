import type { Verbs } from "./acts.js";
import { anything, joinMastodon, type Listing, readDirectory, sifted, type Wanted } from "./directory.js";
import { dispatch } from "./events.js";
import type { Part } from "./files.js";
import type { Format } from "./format.js";
import { addressOf, choiceOf, languagesOf, optionsOf, textOf } from "./options.js";
import { overridden } from "./overrides.js";
import { ignore } from "./promises.js";
import { filled } from "./say.js";
import { type ServerStrings, serverTexts } from "./server-strings.js";
import type { Session } from "./session.js";
import { loading, type State } from "./state.js";
import type { Strings } from "./strings.js";
import { Translator } from "./translator.js";

/** What choosing needs of the widget around it. */
export interface ChooserHost {
  readonly element: HTMLElement & Verbs;
  readonly session: Pick<Session, "state" | "core" | "signup" | "returned" | "wanted" | "arrive">;
  readonly announcer: { announce(text: string): void };
  readonly mount: {
    readonly container: HTMLElement;
    readonly preferred: readonly string[];
    readonly texts: Strings;
    readonly view: { readonly f: Format };
    update(): void;
    render(): void;
  };
  loadPart(part: Part): Promise<unknown>;
}

const mostServers = 50; // that a page can offer
const atOnce = 4; // servers that are asked at the same time
const patience = 10_000; // milliseconds that each may take
const page = 20; // listings that are shown at once
const rest = 1000; // milliseconds without a key after which the number of servers is told

/** The host that a name or an address stands for. */
export function hostOf(name: string): string {
  const url = name.includes("://") ? name : `https://${name}`;
  return URL.canParse(url) ? new URL(url).host : name;
}

/** What the core keeps of an account, under its server's name. */
const keptAs = "fedi-signup:account ";

/** The servers that have an account which waits, or has just become ready, the newest first. */
function keptIn(storage: "session" | "local" | "none"): string[] {
  try {
    if (storage === "none") return [];
    const kept = storage === "local" ? localStorage : sessionStorage;
    return Object.keys(kept)
      .filter((key) => key.startsWith(keptAs))
      .map((key) => ({ name: key.slice(keptAs.length), ...JSON.parse(kept.getItem(key) ?? "{}") }))
      .filter(({ screen }) => ["confirm", "review", "ready"].includes(screen))
      .sort((a, b) => b.at - a.at)
      .map(({ name }) => name);
  } catch {
    return []; // the storage is forbidden, or holds something else
  }
}

/** Lets the visitor choose a server, and remembers what is known of each. */
export class Chooser {
  translation: ServerStrings | undefined;
  readonly there = new Map<string, State>(); // where servers lead, by their names
  listings: readonly Listing[] | undefined; // of the directory, once they are there
  loading = false; // them, or others
  failed = false; // whether the directory does not answer
  wanted: Wanted = anything;
  ownership = "";
  shown = page;
  typed = ""; // into the search
  bad = false; // what was typed is no server's name
  busy = false; // while it is looked at

  readonly #host: ChooserHost;
  readonly #translator: Translator<ServerStrings>;
  readonly #lists = new Map<string, Listing[]>(); // by the address of the directory, and ownership
  #asked = false; // by the visitor, for the choice
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ChooserHost) {
    this.#host = host;
    const chooser = this;
    this.#translator = new Translator<ServerStrings>(
      "texts-servers-",
      {
        get preferred() {
          return host.mount.preferred;
        },
        get translation() {
          return chooser.translation;
        },
        set translation(texts) {
          chooser.translation = texts;
          host.mount.update();
        },
      },
      host.loadPart,
    );
  }

  get texts(): ServerStrings {
    void this.#translator.follow();
    const { servers } = this.#host.mount.texts as { servers?: object };
    return overridden(this.translation ?? serverTexts, servers);
  }

  readonly hostOf = hostOf;

  /** The servers that the page offers, each once. */
  get names(): string[] {
    const byHost = new Map<string, string>();
    for (const word of this.#words) {
      const host = hostOf(word);
      if (word !== "directory" && !byHost.has(host)) byHost.set(host, word);
    }
    return [...byHost.values()].slice(0, mostServers);
  }

  /** Whether the choice is among those of a directory. */
  get open(): boolean {
    return this.#words.includes("directory");
  }

  get #words(): string[] {
    return textOf(this.#host.element, "servers")
      .split(/[\s,]+/)
      .filter(Boolean);
  }

  /** Whether the visitor can choose again. */
  get offered(): boolean {
    const { element, session } = this.#host;
    const { screen } = session.state;
    const chosen = !["choose", "submitting", "confirm", "review", "ready"].includes(screen);
    return chosen && !textOf(element, "server") && (this.open || this.names.length > 1);
  }

  /** Shows the choice, or opens the server that there is no choice about. */
  async begin(): Promise<void> {
    const { element, session } = this.#host;
    const { signup } = session;
    const settled = this.#asked ? "" : this.#settled;
    this.#asked = false;
    if (settled) {
      await element.open(settled);
      return;
    }
    await this.#translator.follow();
    if (signup !== session.signup || session.wanted) return; // there is another wish by now
    session.arrive({ ...loading, screen: "choose" });
    if (this.open) await this.list();
    else await this.#look();
  }

  /**
   * The server that there is no choice about: whose email has led here, or that
   * has an account which waits or is ready. Anybody can write the first into an
   * address, so it counts only among the servers that the page names.
   */
  get #settled(): string {
    const { element, session } = this.#host;
    const { names } = this;
    const kept = keptIn(choiceOf(element, "persist"));
    if (this.open) return kept[0] ?? "";
    const [first = ""] = [session.returned, ...kept].flatMap((name) =>
      names.filter((one) => hostOf(one) === hostOf(name)),
    );
    return first || (names.length === 1 ? (names[0] ?? "") : "");
  }

  /** Another server's email may have led here, or somebody wrote such an address: only a name is read in it. */
  get returned(): string {
    const name = this.#host.session.returned;
    return URL.canParse(`https://${name}`) ? hostOf(name) : "";
  }

  /** Asks the servers what they say of themselves, a few at a time. */
  async #look(): Promise<void> {
    const { mount, session } = this.#host;
    const left = this.names.filter((name) => (this.there.get(name)?.screen ?? "failed") === "failed");
    for (const name of left) this.there.delete(name);
    const next = async () => {
      for (let name = left.shift(); name && session.state.screen === "choose"; name = left.shift()) {
        const there = await this.#lookAt(name);
        if (there) this.there.set(name, there);
        mount.update();
      }
    };
    await Promise.all(Array.from({ length: atOnce }, next));
  }

  /** Where a server leads, by a sign-up of its own that keeps nothing and ends there. */
  async #lookAt(name: string): Promise<State | undefined> {
    const { element, session } = this.#host;
    let there: State | undefined;
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), patience);
    try {
      const options = { ...optionsOf(element, ""), persist: "none" as const };
      const signup = session.core?.createSignup(options, (snapshot) => {
        there = snapshot;
      });
      await signup?.open(name, { signal: late.signal }).catch(ignore);
      signup?.close().catch(ignore);
    } catch {} // the core has ended, which the session tells
    clearTimeout(timer);
    const problem = { code: "unreachable", detail: "timeout" } as const;
    return late.signal.aborted ? { ...loading, screen: "failed", problem } : there;
  }

  readonly take = (name: string): void => {
    const { element } = this.#host;
    if (dispatch(element, "fedi-signup-choose", { server: name }, true)) element.open(name).catch(ignore);
  };

  readonly back = (): void => {
    this.#asked = true;
    this.#host.element.open("").catch(ignore);
  };

  // ---- the directory

  get #directory(): string {
    return addressOf(this.#host.element, "directory") || joinMastodon;
  }

  /** The host that the list comes from. */
  get source(): string {
    return new URL(this.#directory).host;
  }

  /** Reads the list, unless that is known. */
  readonly list = async (): Promise<void> => {
    const { mount } = this.#host;
    const { ownership } = this;
    const address = this.#directory;
    const key = `${address} ${ownership}`;
    const known = this.#lists.get(key);
    this.failed = false;
    this.loading = !known;
    this.listings = known ?? this.listings; // which the filters go by meanwhile
    mount.update();
    if (known) return;
    const read = await readDirectory(address, ownership).catch(ignore);
    if (read) this.#lists.set(key, read);
    if (key !== `${this.#directory} ${this.ownership}`) return; // another one is wanted by now
    this.loading = false;
    this.failed = !read;
    if (read) this.listings = read;
    mount.update();
    this.#tell(0);
  };

  get found(): Listing[] {
    return sifted(this.listings ?? [], this.wanted, languagesOf(this.#host.element));
  }

  /** What was typed, if it may be the name of a server that is not on the list. */
  get unlisted(): string {
    const typed = this.typed.trim();
    const like = /^[^\s]+\.[^\s.]{2,}$/.test(typed) || /^(https?:\/\/)?localhost\b/.test(typed);
    const host = hostOf(typed);
    return like && !this.listings?.some(({ name }) => name === host) ? typed : "";
  }

  readonly search = (event: Event): void => {
    this.typed = (event.target as HTMLInputElement).value;
    this.bad = false;
    this.want({ words: this.typed.trim() });
  };

  /** Changes what the visitor is looking for. */
  want(change: Partial<Wanted>): void {
    this.wanted = { ...this.wanted, ...change };
    this.shown = page;
    this.#host.mount.update();
    this.#tell(rest);
  }

  wantOwner(ownership: string): void {
    this.ownership = ownership;
    this.shown = page;
    void this.list();
  }

  readonly showMore = (): void => {
    const first = this.shown;
    this.shown += page;
    const { mount } = this.#host;
    mount.render();
    [...mount.container.querySelectorAll<HTMLElement>("[data-part=server]")].at(first)?.focus();
  };

  /** Goes on with the server whose name was typed. */
  readonly goTyped = async (event?: Event): Promise<void> => {
    event?.preventDefault();
    const { mount, session } = this.#host;
    const name = this.typed.trim();
    const listed = this.listings?.find((listing) => listing.name === hostOf(name));
    if (listed) {
      this.take(listed.name);
      return;
    }
    if (this.busy || !name || (!this.unlisted && this.found.length)) return;
    this.busy = true;
    mount.update();
    const there = await this.#lookAt(name);
    this.busy = false;
    this.bad = there?.problem?.code === "bad-server";
    mount.update();
    if (this.bad) mount.container.querySelector<HTMLElement>("[data-part=search] input")?.focus();
    else if (session.state.screen === "choose") this.take(name);
  };

  /** Tells how many servers were found, once the visitor rests. */
  #tell(after: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const { announcer, mount, session } = this.#host;
      if (session.state.screen !== "choose") return;
      const { texts } = this;
      const n = this.found.length;
      const told = this.failed
        ? texts.listFailed
        : n
          ? filled(texts.found, { n: mount.view.f.number(n) })
          : texts.none;
      announcer.announce(told);
    }, after);
  }
}
