const LOOK_MS = 100;
/** A look that comes later than this had to wait for the page itself, which was drawing. */
const LATE_MS = 150;

interface Rest {
  /** how long it must have been quiet */
  readonly restMs: number;
  /** after this much it is not waited for any longer; for ever unless said */
  readonly mostMs?: number;
}

/**
 * Calls back once nothing has been under way for a while, neither in a worker nor on the page.
 *
 * @param idleMs for how long the workers have had nothing to do; looked at now and then, so it must know of work between two looks
 * @returns calls it off
 */
export function onRest(
  idleMs: () => number,
  { restMs, mostMs = Number.POSITIVE_INFINITY }: Rest,
  then: () => void,
): () => void {
  const startMs = performance.now();
  let lastMs = startMs;
  let quietSinceMs = startMs;
  const timer = setInterval(() => {
    const nowMs = performance.now();
    if (nowMs - lastMs > LATE_MS) quietSinceMs = nowMs;
    lastMs = nowMs;
    const quietMs = Math.min(idleMs(), nowMs - quietSinceMs);
    if (quietMs < restMs && nowMs - startMs < mostMs) return;
    clearInterval(timer);
    then();
  }, LOOK_MS);
  return () => {
    clearInterval(timer);
  };
}
