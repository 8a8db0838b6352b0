import type { CoreCode } from "./core/error.js";
import type { Code, Problem, Snapshot } from "./core/types.js";

/** Why a visitor cannot go on: the flow's reasons, and those why there is no core. */
export type StateProblem = Omit<Problem, "code"> & { code: Code | CoreCode };

/** What the widget shows: the core's last snapshot, or that there is no core. */
export type State = Omit<Snapshot, "problem"> & { problem?: StateProblem };

export const loading: State = { screen: "loading", fields: [], rules: [], documents: [], problems: [] };
