/** Work that tells how far it is, 0..1. */
export type Work<T> = Generator<number, T, void>;

/** Work as one stretch of a larger one. */
export function* between<T>(work: Work<T>, from: number, to: number): Work<T> {
  let step = work.next();
  for (; step.done !== true; step = work.next()) yield from + (to - from) * step.value;
  return step.value;
}
