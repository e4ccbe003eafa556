/** Thrown when the program contradicts itself. Never caused by user data; the boundary shows a report. */
export class InvariantError extends Error {
  override readonly name = "InvariantError";
}

/**
 * States what must be true at this point of the program.
 *
 * @param message a sentence that contains the offending value
 * @throws InvariantError when `condition` is false: a bug, never a data problem
 */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}

/** Closes an exhaustive switch: the compiler rejects the call while a case is missing. */
export function unreachable(value: never): never {
  throw new InvariantError(`unexpected value ${JSON.stringify(value)}`);
}
