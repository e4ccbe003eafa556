/** Tells the test's server. Beacons leave even while this thread is blocked or about to be killed. */
export function signal(kind: string, text: string): void {
  navigator.sendBeacon(`/signal/${kind}/${encodeURIComponent(text)}`);
}

/** A fault point that reports `stopAt` and never comes back from it, so that the test can kill the browser there. */
export function stoppingAt(stopAt: string | null): (name: string) => Promise<void> | void {
  return (name) => {
    if (name !== stopAt) return;
    signal("stopped", name);
    // Inside a transaction nothing can be awaited: the thread itself has to stand still.
    if (name.startsWith("inside:")) blockMs(20_000);
    return new Promise(() => undefined);
  };
}

function blockMs(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}
