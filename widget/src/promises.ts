/** For promises that nobody awaits: the next snapshot shows the visitor what failed. */
export const ignore = (): void => {};

/** Lets the page do what waits. Aborting the task that it is called in ends no more than the wait. */
export const turn = (): Promise<unknown> =>
  globalThis.scheduler?.yield?.().catch(ignore) ?? new Promise((go) => setTimeout(go));
