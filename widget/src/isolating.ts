import {
  type Hello,
  type Look,
  room,
  type Settings,
  type ToFrame,
  type ToPage,
  variables,
  version,
} from "./isolation.js";

const patience = 10_000; // milliseconds that the frame may take to answer once it is loaded

/** What the frame's document may do. It could keep nothing, and open no link, with less. */
const sandbox = "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox";

/** What the frame needs of the widget around it. */
export interface FrameHost {
  readonly returned: string; // the server whose email's link led to the page
  /** What to tell the frame of the page, where it stands in this box. */
  settings(box: HTMLElement): Settings;
  hear(message: ToPage): void;
  /** Is called when the frame begins once more, because the page has moved it. */
  again(): void;
  /** Is called when it does not answer. */
  failed(): void;
}

/** The frame in the page, and the way to what is in it. */
export class Frame {
  readonly box = document.createElement("div");
  readonly page: URL;

  readonly #host: FrameHost;
  readonly #frame = document.createElement("iframe");
  readonly #observers: { disconnect(): void }[] = [];
  readonly #stay = new AbortController();
  #port: MessagePort | undefined; // to what is in the frame now
  #waiting: ToFrame[] = []; // for that
  #settings = ""; // that were told last
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: FrameHost, page: URL) {
    this.#host = host;
    this.page = page;
    const frame = this.#frame;
    this.box.dataset.part = "fedi-signup"; // for the style sheet
    frame.setAttribute("part", "frame");
    frame.setAttribute("sandbox", sandbox);
    frame.referrerPolicy = "no-referrer";
    frame.title = "Sign-up";
    Object.assign(frame.style, {
      display: "block",
      border: "0",
      inlineSize: `calc(100% + ${2 * room}px)`,
      blockSize: "36rem", // as much as the form will probably take
      margin: `-${room}px`,
    });
    frame.addEventListener("load", () => this.#greet());
    frame.src = page.href;
    this.box.append(frame);
    this.#watch();
  }

  /** Whether there is something in it that could answer. */
  get listens(): boolean {
    return this.#port !== undefined && this.#frame.contentWindow !== null;
  }

  /** Tells the frame something, as soon as it listens. */
  say(message: ToFrame): void {
    if (this.#port) this.#port.postMessage(message);
    else this.#waiting.push(structuredClone(message)); // throws what postMessage would
  }

  /** Takes up as much room as what is drawn, and is called by its title. */
  fit(height: number, title: string): void {
    clearTimeout(this.#timer);
    this.#frame.style.blockSize = `${height}px`;
    if (title) this.#frame.title = title;
  }

  focus(options?: FocusOptions): void {
    this.#frame.focus(options);
  }

  /** Tells the frame what has changed in the page around it. */
  follow = (): void => {
    const settings = this.#host.settings(this.box);
    const now = JSON.stringify(settings);
    if (now === this.#settings || !this.#port) return;
    this.#settings = now;
    this.say({ type: "settings", settings });
  };

  remove(): void {
    clearTimeout(this.#timer);
    this.#stay.abort();
    for (const observer of this.#observers) observer.disconnect();
    this.#port?.close();
    this.box.remove();
  }

  /** Speaks first: to the one window, if it is still of the one origin. */
  #greet(): void {
    if (this.#port) this.#host.again();
    this.#port?.close();
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.onmessage = ({ data }: MessageEvent<ToPage>) => this.#host.hear(data);
    const settings = this.#host.settings(this.box);
    this.#settings = JSON.stringify(settings);
    const hello: Hello = { fediSignup: version, returned: this.#host.returned, settings };
    this.#frame.contentWindow?.postMessage(hello, this.page.origin, [port2]);
    for (const message of this.#waiting.splice(0)) port1.postMessage(message);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#host.failed(), patience);
  }

  /** Notices what can change how the page looks. */
  #watch(): void {
    const attributes = new MutationObserver(this.follow);
    for (const around of [document.documentElement, document.body])
      attributes.observe(around, { attributes: true });
    const sizes = new ResizeObserver(this.follow);
    sizes.observe(this.box);
    this.#observers.push(attributes, sizes);
    const { signal } = this.#stay;
    document.addEventListener("transitionend", this.follow, { signal });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", this.follow, { signal });
  }
}

/** How the page looks in a box. */
export function lookOf(box: HTMLElement): Look {
  const style = getComputedStyle(box);
  return {
    lang: (box.getRootNode() as ShadowRoot).host?.closest("[lang]")?.getAttribute("lang") ?? "",
    direction: style.direction,
    scheme: style.colorScheme,
    color: style.color,
    family: style.fontFamily,
    size: style.fontSize,
    rem: getComputedStyle(document.documentElement).fontSize,
    variables: Object.fromEntries(variables.map((name) => [name, style.getPropertyValue(name).trim()])),
  };
}
