const LOOK_MS = 100;

interface Rest {
  /** how long it must have been quiet */
  readonly restMs: number;
  /** after this much it is not waited for any longer; for ever unless said */
  readonly mostMs?: number;
}

/**
 * Calls back once nothing has been under way for a while.
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
  const timer = setInterval(() => {
    waitedMs += LOOK_MS;
    quietMs = isBusy() ? 0 : quietMs + LOOK_MS;
    if (quietMs < restMs && waitedMs < mostMs) return;
    clearInterval(timer);
    then();
  }, LOOK_MS);
  return () => {
    clearInterval(timer);
  };
}
