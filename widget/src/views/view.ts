import type { Aids, AidsHost } from "../aids.js";
import type { Document, DocumentText, Field, FieldProblem } from "../core/types.js";
import type { Form } from "../form.js";
import type { Format } from "../format.js";
import type { Guard } from "../guard.js";
import type { Part, TemplateResult } from "../html.js";
import type { Lent } from "../packs/lent.js";
import type { State, StateProblem } from "../state.js";
import type { FormStrings, restTexts, Strings } from "../strings.js";

/** What the pack of everything beyond the form exports for the first script. */
export interface Rest {
  Aids: new (host: AidsHost) => Aids;
  Guard: new (host: HTMLElement, container: HTMLElement, redraw: () => void, leave: () => void) => Guard;
  texts: typeof restTexts;
  looks: string;
  lend(lent: Lent): void;
  aid(v: FullView, field: Field): Part;
  alert(v: FullView): Part;
  screen(v: FullView): TemplateResult;
  slow(v: FullView): Part;
  returnedThere(v: FullView): Part;
  /** Opens a document in place; where its text cannot be had, `openPage` has to. */
  read(
    v: FullView,
    container: HTMLElement,
    document: Document,
    load: () => Promise<DocumentText>,
    openPage: () => void,
  ): Promise<void>;
}

/** What a visitor has asked for and waits for. */
export type Busy = "refresh" | "resend" | "invite" | "captcha";

interface Always {
  state: State;
  f: Format;
  id: string; // begins all ids, so that several widgets fit on a page
  languages: readonly string[]; // the visitor's, preferred first
  server: string; // what the server is called
  form: Form;
  acts: Acts;
  busy: ReadonlySet<Busy>;
  waitUntil: number; // when the server takes the next try; 0: now
  rejected: readonly FieldProblem[]; // what was wrong with what the visitor has just asked for
  note: string; // the outcome of what the visitor has just asked for
  home: string | undefined; // the server's start page, where a link to it is needed
  awake: boolean; // whether anything is shown yet
}

/** With everything that draws and tells. */
export interface FullView extends Always {
  rest: Rest;
  aids: Aids;
  t: Strings;
}

/** Everything that the drawing depends on. The rest may not have come. */
export type View = FullView | (Always & { rest?: undefined; t: FormStrings });

/** What a visitor can do. */
export interface Acts {
  submit(event: SubmitEvent): void;
  intend(): void; // the first sign that somebody will fill in the form
  useInvite(event: SubmitEvent): void;
  newCaptcha(): void;
  resend(event: SubmitEvent): void;
  refresh(): void;
  again(): void;
  forget(): void;
  read(event: MouseEvent, document: Document): void;
  handOver(event: Event, url: string, problem: StateProblem | undefined): void;
  reveal(): void;
}
