import type { Verbs } from "./acts.js";
import type { FieldProblem, SignupError } from "./core/index.js";
import { hasFocus } from "./focus.js";
import type { Form } from "./form.js";
import { ignore } from "./promises.js";
import type { State } from "./state.js";
import type { Strings } from "./strings.js";

/** What the requests need of the widget around them. */
export interface RequestsHost {
  readonly element: HTMLElement & Verbs;
  readonly session: { readonly state: State };
  readonly form: Pick<Form, "put">;
  readonly announcer: { announce(text: string): void; tellWait(): void };
  readonly mount: {
    readonly texts: Strings;
    update(): void;
    render(): void;
  };
}

type Request = "invite" | "captcha" | "resend" | "refresh";

const refusesAddress = ({ problems }: State) => problems.some(({ field }) => field === "email");

/** What a visitor can ask the server for besides the sign-up itself, and what came of it. */
export class Requests {
  readonly busy = new Set<Request>();
  note = ""; // the outcome of what was asked last
  rejected: readonly FieldProblem[] = []; // what was wrong with it
  address = ""; // that the last email was sent to, which the core tells masked
  unfolded = false; // whether there is a field for another one

  readonly #host: RequestsHost;

  #given = ""; // the address of a sign-up that may follow

  constructor(host: RequestsHost) {
    this.#host = host;
    host.element.addEventListener("fedi-signup-beforesubmit", ({ detail }) => {
      this.#given = String(detail.email);
    });
  }

  /** Forgets what belonged to another screen. */
  beforeDraw(before: State): void {
    const { state } = this.#host.session;
    const { screen, account } = state;
    if (screen !== before.screen) [this.note, this.rejected, this.unfolded] = ["", [], false];
    if (refusesAddress(state) && !refusesAddress(before)) this.unfolded = true;
    if (screen === "submitting") this.address = this.#given;
    else if (!account) this.address = "";
  }

  readonly useInvite = (event: SubmitEvent): void => {
    event.preventDefault();
    const { element, form, mount } = this.#host;
    const field = (event.target as HTMLFormElement).querySelector("input") as HTMLInputElement;
    const invite = field.value.trim();
    this.rejected = [];
    form.put("invite_code", invite);
    this.#once("invite", () => element.useInvite(invite))?.catch((error: Partial<SignupError>) => {
      this.rejected = error.fields ?? [];
      mount.render();
      field.focus();
    });
  };

  readonly newCaptcha = (): void => {
    this.#once("captcha", () => this.#host.element.newCaptcha())?.catch(ignore);
  };

  readonly resend = (event: SubmitEvent): void => {
    event.preventDefault();
    const { announcer, element, session } = this.#host;
    const form = event.target as HTMLFormElement;
    const fold = form.querySelector("details"); // some servers take no other address
    const field = fold?.open ? fold.querySelector("input") : null;
    if ((session.state.resendAt ?? 0) > Date.now()) {
      announcer.tellWait();
      return;
    }
    const send = async () => {
      await element.resend(field?.value);
      this.address = field?.value || this.address;
    };
    this.#once("resend", send)?.then(
      () => {
        form.reset();
        if (!fold) return;
        if (hasFocus(fold)) fold.querySelector("summary")?.focus();
        fold.open = false;
      },
      ({ code }: Partial<SignupError>) => code === "invalid" && field?.focus(),
    );
  };

  readonly fold = ({ target }: Event): void => {
    this.unfolded = (target as HTMLDetailsElement).open;
    this.#host.mount.update();
  };

  readonly refresh = (): void => {
    const { element, session, mount, announcer } = this.#host;
    const { screen, account } = session.state;
    this.note = "";
    this.#once("refresh", () => element.refresh())?.then(() => {
      if (session.state.screen !== screen) return;
      const { notAccepted, notYet, notDecided } = mount.texts;
      this.note = account?.approvalOnly ? notAccepted : screen === "confirm" ? notYet : notDecided;
      announcer.announce(this.note);
    }, ignore);
  };

  /** Asks, unless that has been asked already and not been answered yet. */
  #once(request: Request, ask: () => Promise<void>): Promise<void> | undefined {
    if (this.busy.has(request)) return undefined;
    const { mount } = this.#host;
    this.busy.add(request);
    mount.update();
    return ask().finally(() => {
      this.busy.delete(request);
      mount.update();
    });
  }
}
