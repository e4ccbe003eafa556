/** What a frame may cost before the rest waits for the next one: a frame of 60 a second, and a little. */
const BUDGET_MS = 20;

/** Drawn in a later frame; the returned function takes the job back. */
export type InFrames = (job: () => void) => () => void;

/**
 * Runs jobs in the order they were asked for, as many in a frame as fit into its budget and at least one, so that a page
 * of charts is drawn in short tasks between which it stays usable.
 *
 * @param onFrame  asks for the next frame
 * @param nowMs    a clock in milliseconds
 */
export function frameQueue(onFrame: (run: () => void) => void, nowMs: () => number): InFrames {
  const waiting = new Set<() => void>();
  let isAsked = false;
  const ask = (): void => {
    if (isAsked || waiting.size === 0) return;
    isAsked = true;
    onFrame(run);
  };
  const run = (): void => {
    isAsked = false;
    const startMs = nowMs();
    try {
      for (const job of waiting) {
        waiting.delete(job);
        job();
        if (nowMs() - startMs >= BUDGET_MS) break;
      }
    } finally {
      ask();
    }
  };
  return (job) => {
    // Of its own, so that one function asked for twice is two jobs.
    const own = (): void => {
      job();
    };
    waiting.add(own);
    ask();
    return () => {
      waiting.delete(own);
    };
  };
}
