import { cancelled } from "./call-error";
import type { CallContext } from "./serve";

interface Running<T> {
  readonly outcome: Promise<T>;
  readonly stop: AbortController;
  /** the calls that wait for it, each once for every time it asked */
  readonly waiting: Set<{ readonly context: CallContext }>;
}

/**
 * One computation a question at a time: whoever asks the same while it runs waits for the same answer, and all are told how far it is.
 * It is stopped when nobody waits for it any more.
 */
export class SharedWork<T> {
  #running = new Map<string, Running<T>>();

  /** Those who wait get what they asked for; whoever asks from now on is answered anew. */
  forget(): void {
    this.#running = new Map();
  }

  /** @throws CallFailure E_CANCELLED to the call that is stopped, and to no other */
  ask(
    question: string,
    context: CallContext,
    work: (context: CallContext) => Promise<T>,
  ): Promise<T> {
    if (context.signal.aborted) return Promise.reject(cancelled());
    const running = this.#running.get(question) ?? this.#begin(question, work);
    const waiter = { context };
    running.waiting.add(waiter);
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        running.waiting.delete(waiter);
        context.signal.removeEventListener("abort", stop);
      };
      const stop = (): void => {
        leave();
        reject(cancelled());
        if (running.waiting.size > 0) return;
        this.#end(question, running);
        running.stop.abort();
      };
      context.signal.addEventListener("abort", stop);
      running.outcome.finally(leave).then(resolve, reject);
    });
  }

  #begin(question: string, work: (context: CallContext) => Promise<T>): Running<T> {
    const stop = new AbortController();
    const waiting: Running<T>["waiting"] = new Set();
    const outcome = work({
      signal: stop.signal,
      progress(progress) {
        for (const { context } of waiting) context.progress(progress);
      },
    });
    const running = { outcome, stop, waiting };
    this.#running.set(question, running);
    const end = (): void => {
      this.#end(question, running);
    };
    outcome.then(end, end);
    return running;
  }

  #end(question: string, running: Running<T>): void {
    if (this.#running.get(question) === running) this.#running.delete(question);
  }
}
