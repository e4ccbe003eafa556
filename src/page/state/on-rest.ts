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
 * @returns calls it off
 */
export function onRest(
  isBusy: () => boolean,
  { restMs, mostMs = Number.POSITIVE_INFINITY }: Rest,
  then: () => void,
): () => void {
  let quietMs = 0;
  let waitedMs = 0;
  let lastMs = performance.now();
  const timer = setInterval(() => {
    const nowMs = performance.now();
    const isLate = nowMs - lastMs > LATE_MS;
    lastMs = nowMs;
    waitedMs += LOOK_MS;
    quietMs = isLate || isBusy() ? 0 : quietMs + LOOK_MS;
    if (quietMs < restMs && waitedMs < mostMs) return;
    clearInterval(timer);
    then();
  }, LOOK_MS);
  return () => {
    clearInterval(timer);
  };
}
