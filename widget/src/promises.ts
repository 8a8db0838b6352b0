/** For promises that nobody awaits: the next snapshot shows the visitor what failed. */
export const ignore = (): void => {};

/** Lets the page do what waits. */
export const turn = (): Promise<unknown> =>
  globalThis.scheduler?.yield?.() ?? new Promise((go) => setTimeout(go));
