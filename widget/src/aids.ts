import { meant } from "./addresses.js";
import type { Part } from "./files.js";
import { hasFocus } from "./focus.js";
import type { Form } from "./form.js";
import { named } from "./names.js";
import { partOf } from "./parts.js";
import { say } from "./say.js";
import type { State } from "./state.js";
import type { Strings } from "./strings.js";

/** What the aids need of the widget around them. */
export interface AidsHost {
  readonly session: { readonly state: State };
  readonly form: Pick<Form, "released" | "clear">;
  readonly announcer: { announce(text: string): void };
  readonly mount: {
    readonly container: HTMLElement;
    readonly texts: Strings;
    update(): void;
  };
  loadPart(part: Part): Promise<unknown>;
}

type Strength = typeof import("./packs/strength.js");

type Input = HTMLInputElement & { field?: string };

const pause = 150; // milliseconds without a key before a password is weighed

/** What is known of a password. */
interface Weight {
  score?: number;
  characters: number;
  bytes: number;
}

const none: Weight = { characters: 0, bytes: 0 };

/** Whether the visitor wants as little as possible loaded, where the browser tells. */
const savesData = () => Boolean((navigator as { connection?: { saveData?: boolean } }).connection?.saveData);

/** What helps a visitor with single fields. Of a password it keeps only numbers. */
export class Aids {
  suggestion: string | undefined; // for the email address
  password: Weight = none;
  weighing = false; // whether a meter is to come, so that its place is kept
  broken = ""; // the picture that cannot be shown

  readonly #host: AidsHost;
  #email: HTMLInputElement | undefined; // that the suggestion is for
  #weighed: HTMLInputElement | undefined; // that the password is in
  #strength: Promise<Strength> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #picture = ""; // the last one
  #painted: { canvas: HTMLCanvasElement; image: string } | undefined;

  constructor(host: AidsHost) {
    this.#host = host;
    const { container } = host.mount;
    this.#picture = host.session.state.captcha?.image ?? "";
    const on = (event: string, name: string, act: (input: Input) => void) =>
      container.addEventListener(event, ({ target }) => {
        const input = target as Input;
        if (input.dataset.name === name) act(input);
      });
    on("focusin", "password", (input) => this.#weigh(input));
    on("input", "password", (input) => this.#weigh(input));
    on("input", "email", () => this.#suggest(undefined));
    container.addEventListener("reset", () => this.#suggest(undefined));
    on("focusout", "email", async (input) => {
      await host.form.released;
      if (input.isConnected) this.#suggest(input);
    });
    // Visitors may have been faster than this.
    for (const input of container.querySelectorAll<Input>("input")) {
      if (input.field === "email" && !hasFocus(input)) this.#suggest(input);
      if (input.field === "password" && input.value) this.#weigh(input);
    }
  }

  // ---- email address

  #suggest(input: HTMLInputElement | undefined): void {
    const before = this.suggestion;
    this.#email = input;
    this.suggestion = input && meant(input.value.trim());
    if (this.suggestion === before) return;
    this.#host.mount.update();
    if (this.suggestion)
      this.#host.announcer.announce(
        say(this.#host.mount.texts.mistyped, { address: named(this.suggestion) }),
      );
  }

  readonly takeAddress = (): void => {
    const [input, address] = [this.#email, this.suggestion];
    if (!input || !address) return;
    input.value = address;
    input.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    input.focus();
  };

  // ---- password

  #loadMeter(): void {
    this.#strength ??= this.#host.loadPart(partOf("strength")) as Promise<Strength>;
    this.#strength.catch(() => {
      this.#strength = undefined; // there is no meter then
      this.weighing = false;
    });
    if (!this.weighing) {
      this.weighing = true;
      this.#host.mount.update();
    }
  }

  #weigh(input: HTMLInputElement): void {
    this.#weighed = input;
    clearTimeout(this.#timer);
    if (!savesData()) this.#loadMeter();
    this.#timer = setTimeout(async () => {
      const { strengthOf } = (await this.#strength?.catch(() => undefined)) ?? {};
      if (!input.isConnected) return;
      const { value } = input;
      const known = [...this.#host.mount.container.querySelectorAll<Input>("input")]
        .filter(({ field }) => field === "username" || field === "email")
        .flatMap(({ value }) => value.split(/[@.]/))
        .concat(this.#host.session.state.server?.domain.split(".") ?? [])
        .filter((text) => text.length > 2);
      const score = strengthOf && value ? strengthOf(value, known) : undefined;
      this.password = {
        characters: [...value].length,
        bytes: new TextEncoder().encode(value).length,
        ...(score === undefined ? {} : { score }),
      };
      await this.#host.form.released;
      this.#host.mount.update();
    }, pause);
  }

  // ---- captcha

  readonly spoiled = (): void => {
    this.broken = this.#host.session.state.captcha?.image ?? "";
    this.#host.mount.update();
  };

  /** To be called before a new state is drawn: what was read in one picture is wrong for the next. */
  beforeDraw(): void {
    const { form, session, announcer, mount } = this.#host;
    const { screen, captcha } = session.state;
    if (screen === "loading") this.#picture = "";
    if (!captcha?.image || captcha.image === this.#picture) return;
    if (this.#picture) {
      form.clear("captcha_solution");
      announcer.announce(mount.texts.captchaChanged);
    }
    this.#picture = captcha.image;
  }

  /** Forgets what belongs to fields that are gone, and paints the picture if its canvas is new. */
  afterDraw(): void {
    if (this.#weighed?.isConnected === false) {
      clearTimeout(this.#timer);
      this.#weighed = undefined;
      this.password = none;
      this.#host.mount.update();
    }
    if (this.#email?.isConnected === false) this.#suggest(undefined);
    const image = this.#host.session.state.captcha?.image ?? "";
    const canvas = this.#host.mount.container.querySelector("canvas");
    if (!canvas || (canvas === this.#painted?.canvas && image === this.#painted.image)) return;
    this.#painted = { canvas, image };
    paint(canvas, image).catch(this.spoiled);
  }
}

async function paint(canvas: HTMLCanvasElement, image: string): Promise<void> {
  const [head = "", body = ""] = image.split(",", 2);
  const bytes = Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: head.slice(5).split(";")[0] ?? "" }));
  [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
  bitmap.close();
}
