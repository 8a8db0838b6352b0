import type { Form } from "../form.js";
import type { Format } from "../format.js";
import type { State, StateProblem } from "../state.js";
import type { Strings } from "../strings.js";

/** Everything that the drawing depends on. */
export interface View {
  state: State;
  t: Strings;
  f: Format;
  id: string; // begins all ids, so that several widgets fit on a page
  languages: readonly string[]; // the visitor's, preferred first
  server: string; // what the server is called
  form: Form;
  acts: Acts;
  busy: ReadonlySet<"refresh" | "resend">;
  waitUntil: number; // when the server takes the next try; 0: now
  note: string; // the outcome of what the visitor has just asked for
  home: string | undefined; // the server's start page, where a link to it is needed
  announced: string; // said to those who do not see the screen
  awake: boolean; // whether anything is shown yet
}

/** What a visitor can do. */
export interface Acts {
  submit(event: SubmitEvent): void;
  intend(): void; // the first sign that somebody will fill in the form
  resend(event: SubmitEvent): void;
  refresh(): void;
  again(): void;
  startOver(): void;
  handOver(event: Event, url: string, problem: StateProblem | undefined): void;
  reveal(): void;
}
