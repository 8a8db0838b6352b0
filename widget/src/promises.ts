/** For promises that nobody awaits: the next snapshot shows the visitor what failed. */
export const ignore = (): void => {};

/** Lets the page do what waits, in a task of the page's that was given up as well. */
export const turn = (): Promise<unknown> =>
  globalThis.scheduler?.yield?.().catch(ignore) ?? new Promise((go) => setTimeout(go));
