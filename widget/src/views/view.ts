import type { Acts } from "../acts.js";
import type { Aids, AidsHost } from "../aids.js";
import type { Challenge } from "../challenge.js";
import type { ChooserHost } from "../chooser.js";
import type { Document, Field, FieldProblem } from "../core/types.js";
import type { DraftsHost } from "../drafts.js";
import type { Form } from "../form.js";
import type { Format } from "../format.js";
import type { Guard } from "../guard.js";
import type { Part, TemplateResult } from "../html.js";
import type { AdviserHost } from "../mistakes.js";
import type { NarratorHost } from "../narrator.js";
import type { textsWith } from "../overrides.js";
import type { Lent } from "../packs/lent.js";
import type { Requests, RequestsHost } from "../requests.js";
import type { Rules } from "../rules.js";
import type { State } from "../state.js";
import type { FormStrings, Strings, Translation } from "../strings.js";
import type { TabsHost } from "../tabs.js";
import type { Translated, Translator } from "../translator.js";
import type { UsernameHost } from "../username.js";
import type { Look } from "./form.js";

/** What the pack of everything beyond the form exports for the first script. */
export interface Extras {
  textsWith: typeof textsWith;
  lend(lent: Lent): void;
  Format: typeof Format;
  toolsFor(host: ToolsHost): Tools;
  aid(v: FullView, field: Field): Part;
  look(v: FullView, field: Field): Look;
  alert(v: FullView): Part;
  rulesLeftOut(v: FullView): Part;
  rulesLink(v: FullView): Part;
  wait(v: FullView): Part;
  wayOut(v: FullView, problem: FieldProblem): Part;
  challenge(v: FullView): Part;
  screen(v: FullView): TemplateResult;
  slow(v: FullView): Part;
  above(v: FullView): Part;
}

/** What the pack of the choice of a server makes. */
export interface Choosing {
  styles: string;
  /** Leads to the choice, or to the server that there is no choice about. */
  begin(): Promise<void>;
  screen(v: FullView): TemplateResult;
  /** Leads back to the choice from the screens of a server. */
  back(): Part;
}

/** What the tools need of the widget around them. */
export type ToolsHost = AdviserHost &
  AidsHost &
  DraftsHost &
  NarratorHost &
  RequestsHost &
  ChooserHost &
  TabsHost &
  UsernameHost & {
    readonly element: HTMLElement & { close(): Promise<void> };
    readonly form: Form;
    readonly mount: Translated<Translation> & { readonly view: View };
  };

/** What helps in one widget, beside what draws it. */
export interface Tools {
  readonly aids: Aids;
  readonly requests: Requests;
  readonly guard: Guard;
  readonly challenge: Challenge;
  readonly styles: readonly string[];
  readonly choosing: Choosing | undefined; // once there was a choice
  /** Has the visitor choose a server. */
  choose(): Promise<void>;
  readonly translator: Translator<Translation>;
  readonly rules: Rules;
  readonly reader: { follow(event: MouseEvent, document: Document): void };
  /** To be called before a new state is drawn. */
  beforeDraw(before: State): void;
  /** To be called once a new state is drawn. */
  afterNews(before: State, lapsed: boolean): void;
  /** To be called whenever something was drawn. */
  afterDraw(): void;
  /** Has it drawn every second while a clock runs down, as long as it is on a page. */
  tick(present: boolean): void;
}

interface Always {
  state: State;
  f: Format;
  id: string; // begins all ids, so that several widgets fit on a page
  languages: readonly string[]; // the visitor's, preferred first
  server: string; // what the server is called
  form: Form;
  acts: Acts;
  waitUntil: number; // when the server takes the next try; 0: now
  onward: string | undefined; // the server's page to go on at, unless the page itself shows a link
  sending: boolean; // whether what was typed is on its way
  awake: boolean; // whether anything is shown yet
  expected: boolean; // whether it will be, by itself
}

/** With everything that draws and helps. */
export interface FullView
  extends Always,
    Pick<Tools, "aids" | "challenge" | "choosing" | "reader" | "requests" | "rules"> {
  extras: Extras;
  t: Strings;
}

/** Everything that the drawing depends on. The extras may not have come. */
export type View = FullView | (Always & { extras?: undefined; t: FormStrings & Partial<Strings> });
