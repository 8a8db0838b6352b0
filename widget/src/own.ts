/**
 * A member that the record has itself. What servers name may be called like
 * what every object inherits: a code "constructor" would find a function.
 */
export function own<R extends object>(record: R, name: PropertyKey): R[keyof R] | undefined {
  // biome-ignore lint/plugin: this is the one place
  return Object.hasOwn(record, name) ? record[name as keyof R] : undefined;
}

/**
 * Options for the browser's functions, without what the page may have put on
 * Object.prototype.
 */
export function bare<const T extends object>(members: T): T {
  return Object.assign(Object.create(null), members);
}
