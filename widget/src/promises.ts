/** For promises that nobody awaits: the next snapshot shows the visitor what failed. */
export const ignore = (): void => {};

let began = performance.now(); // the task that was the last to be known of

/** Lets the page do what waits. Aborting the task that it is called in ends no more than the wait. */
export const turn = async (): Promise<void> => {
  await (globalThis.scheduler?.yield?.().catch(ignore) ?? new Promise((go) => setTimeout(go)));
  began = performance.now();
};

/** Whether the task has taken long by now, as on a slow processor; elsewhere a turn more would only cost a frame. */
export const tired = (): boolean => performance.now() - began > 20;
