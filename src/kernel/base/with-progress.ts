/** Work that does not tell how far it is, at one point of a larger one. @param progress  what is yielded for each of its slices */
export function* withProgress<P, T>(
  progress: P,
  work: Generator<unknown, T, void>,
): Generator<P, T, void> {
  let step = work.next();
  for (; step.done !== true; step = work.next()) yield progress;
  return step.value;
}
