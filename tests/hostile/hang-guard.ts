import { Worker } from "node:worker_threads";

const HANG_MS = 60_000;

/** Ends the process with a word about the seed when one mutation takes longer than a minute: no test timeout stops a loop. */
export class HangGuard {
  readonly #seed = new Int32Array(new SharedArrayBuffer(4));
  readonly #watcher: Worker;

  constructor() {
    const watch = `
      const { workerData, parentPort } = require("node:worker_threads");
      let seed = -1, sinceMs = Date.now();
      setInterval(() => {
        const now = Atomics.load(workerData, 0);
        if (now !== seed) { seed = now; sinceMs = Date.now(); return; }
        if (Date.now() - sinceMs < ${HANG_MS}) return;
        require("node:fs").writeSync(2, "\\nmutation with seed " + seed + " hangs\\n");
        process.kill(process.pid, "SIGKILL");
      }, 1000);`;
    this.#watcher = new Worker(watch, { eval: true, workerData: this.#seed });
    this.#watcher.unref();
  }

  /** To be called before each mutation. */
  begin(seed: number): void {
    Atomics.store(this.#seed, 0, seed);
  }

  async stop(): Promise<void> {
    await this.#watcher.terminate();
  }
}
