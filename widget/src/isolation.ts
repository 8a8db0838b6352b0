/**
 * What a page and the frame that keeps its form from its scripts say to each
 * other. The page speaks first, to the frame's window; all else goes through the
 * port that comes with that.
 */
import type { FieldProblem } from "./core/types.js";
import type { FediSignupEvents } from "./events.js";
import type { Attribute } from "./options.js";

/** Both sides have to be of the same. */
export const version = 1;

/** The attributes that count in the frame, too. No token leaves it, and its broker is its own. */
export const passed = [
  "server",
  "servers",
  "directory",
  "app-name",
  "app-website",
  "return-url",
  "invite",
  "username",
  "email",
  "reason",
  "lang",
  "locale",
  "persist",
  "challenge",
  "follow",
] as const satisfies Attribute[];

/** The variables that style the form. */
export const variables = [
  "accent",
  "on-accent",
  "danger",
  "success",
  "muted",
  "border",
  "field",
  "radius",
  "gap",
  "density",
  "font",
  "max-width",
].map((name) => `--fedi-signup-${name}`);

/** What the element can be asked to do in the frame, and how many arguments that takes beside its options. */
export const verbs = {
  open: 1,
  useInvite: 1,
  newCaptcha: 0,
  check: 1,
  available: 1,
  suggest: 1,
  submit: 1,
  resend: 1,
  refresh: 0,
  document: 1,
  forget: 0,
  revoke: 0,
  close: 0,
  focus: 0,
  reset: 0,
  reportValidity: 0,
} as const;

export type Verb = keyof typeof verbs;

/** How the page around the frame looks. */
export interface Look {
  lang: string; // of the page, there
  direction: string;
  scheme: string; // color-scheme
  color: string;
  family: string; // font
  size: string; // of the font
  rem: string; // that of the page
  variables: Record<string, string>;
}

export interface Settings {
  attributes: Record<string, string>;
  strings: object; // without functions
  look: Look;
}

export interface Hello {
  fediSignup: typeof version;
  returned: string; // the server whose email's link led to the page
  settings: Settings;
}

export type ToFrame =
  | { type: "settings"; settings: Settings }
  | { type: "call"; id: number; verb: Verb; args: unknown[] }
  | { type: "abort"; id: number };

/** What a verb rejects with. */
export interface Failure {
  code: string;
  message: string;
  detail?: string;
  retryAt?: number;
  handover?: string;
  fields?: FieldProblem[];
}

/** What is drawn in the frame. */
export interface Drawn {
  height: number; // in CSS pixels
  title: string;
  valid: boolean; // as checkValidity
}

export type ToPage =
  | ({ type: "drawn" } & Drawn)
  | {
      [Name in keyof FediSignupEvents]: { type: "event"; name: Name; detail: FediSignupEvents[Name] };
    }[keyof FediSignupEvents]
  | { type: "answer"; id: number; value?: unknown; failure?: Failure };

/** The events that the page hears of. */
export const told = [
  "fedi-signup-statechange",
  "fedi-signup-choose",
  "fedi-signup-beforesubmit",
  "fedi-signup-success",
  "fedi-signup-confirmed",
  "fedi-signup-error",
  "fedi-signup-handover",
] as const satisfies (keyof FediSignupEvents)[];

export const room = 4; // CSS pixels around the form, for the frame of what has the focus
