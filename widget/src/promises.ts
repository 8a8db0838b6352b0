/** For promises that nobody awaits: the next snapshot shows the visitor what failed. */
export const ignore = (): void => {};

/** Resolves after a second at most, or with what is awaited. */
export const briefly = (awaited: Promise<unknown>): Promise<unknown> =>
  Promise.race([awaited, new Promise((over) => setTimeout(over, 1000))]);

/** Resolves when the next frame has been drawn, which a hidden page never does. */
export const frame = (): Promise<unknown> =>
  new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));

/** Lets the page do what waits. Aborting the task that it is called in ends no more than the wait. */
export const turn = (): Promise<unknown> =>
  globalThis.scheduler?.yield?.().catch(ignore) ?? new Promise((go) => setTimeout(go));
