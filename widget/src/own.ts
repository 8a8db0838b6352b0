/**
 * A member that the record has itself. What servers name may be called like
 * what every object inherits: a code "constructor" would find a function.
 */
export function own<R extends object>(record: R, name: PropertyKey): R[keyof R] | undefined {
  return Object.hasOwn(record, name) ? record[name as keyof R] : undefined;
}
