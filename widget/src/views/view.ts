import type { Aids } from "../aids.js";
import type { Document, FieldProblem } from "../core/types.js";
import type { Form } from "../form.js";
import type { Format } from "../format.js";
import type { State, StateProblem } from "../state.js";
import type { FormStrings, Strings } from "../strings.js";

/** What the pack of everything beyond the form exports. */
export type Rest = typeof import("../packs/rest.js");

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
