/** For promises that nobody waits for: the snapshot shows the visitor what failed. */
export const ignore = (): void => {};
