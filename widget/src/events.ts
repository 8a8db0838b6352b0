import type { Consent, Values } from "./core/types.js";
import type { State, StateProblem } from "./state.js";

/** The account was made; it still has to be confirmed. */
export interface SuccessDetail {
  server: string;
  handle: string;
  consent: Consent | undefined;
}

/** The account works. */
export interface ConfirmedDetail {
  server: string;
  handle: string;
  url: string;
  token?: string; // with the attribute expose-token only
}

export interface ErrorDetail extends Pick<StateProblem, "code"> {
  fields: { field: string; code: string }[];
  detail?: string;
  retryAt?: number;
  handover?: string;
  requestId?: string;
}

/** A visitor chose a server. */
export interface ChooseDetail {
  server: string; // as the page, the directory or the visitor names it
}

/** A visitor follows a link to go on at the server. */
export interface HandoverDetail {
  url: string;
  code: StateProblem["code"] | undefined; // why
}

/** The dialog was opened. */
export interface OpenDetail {
  opener: Element | undefined; // what was clicked
}

/** The details of the element's events, by name. None holds a secret, except a token that was asked for. */
export interface FediSignupEvents {
  "fedi-signup-statechange": State;
  "fedi-signup-choose": ChooseDetail;
  "fedi-signup-beforesubmit": Omit<Values, "password">;
  "fedi-signup-success": SuccessDetail;
  "fedi-signup-confirmed": ConfirmedDetail;
  "fedi-signup-error": ErrorDetail;
  "fedi-signup-handover": HandoverDetail;
  "fedi-signup-open": OpenDetail;
  "fedi-signup-close": null;
}

export type FediSignupEventMap = { [Name in keyof FediSignupEvents]: CustomEvent<FediSignupEvents[Name]> };

/** Dispatches an event; false if a listener prevented what it announces. */
export function dispatch<Name extends keyof FediSignupEvents>(
  target: EventTarget,
  name: Name,
  detail: FediSignupEvents[Name],
  cancelable = false,
): boolean {
  return target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
}
