import type { CoreCode } from "./core/error.js";
import type { Code, Problem, Screen, Snapshot } from "./core/types.js";

/** Why a visitor cannot go on: the flow's reasons, and those why there is no core. */
export type StateProblem = Omit<Problem, "code"> & { code: Code | CoreCode };

/**
 * What the widget shows: the core's last snapshot, that a server is to be chosen,
 * or that there is no core. While it is ahead, it is what nobody has asked the server
 * for: a form that was at hand, or while that loads, the fields that every server has.
 * Where it was told, the account is that of another tab, which asked the server.
 */
export type State = Omit<Snapshot, "screen" | "problem"> & {
  screen: Screen | "choose";
  problem?: StateProblem;
  ahead?: true;
  told?: true;
};

export const loading: State = { screen: "loading", fields: [], rules: [], documents: [], problems: [] };

/** Fields that every server asks, for those who would begin before it has answered. */
export const early: State = {
  ...loading,
  fields: (["username", "email", "password"] as const).map((name) => ({ name, required: true })),
  ahead: true,
};

/** When the server takes the next try; 0 if it takes one now. */
export function waitUntil({ problem, tries }: State): number {
  const until = problem?.retryAt || (tries?.left === 0 ? tries.resetAt : 0);
  return until > Date.now() ? until : 0;
}
