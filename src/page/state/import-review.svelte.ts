import type { CallFailure } from "../../workers/call-error";
import { isCancelled, type WorkerClient } from "../../workers/client";
import type { ImportReview, IngestCalls } from "../../workers/protocol";
import { asFailure } from "./analysis.svelte";

export type ReviewStatus = "idle" | "running" | "done" | "failed";

/** Whoever presses the button at once is not made to wait for a look at duplicates that nobody has asked for. */
const FIRST_IMPORT_WAIT_MS = 400;

/** What an import would do to the data that are there: asked again with every change, the latest answer counts. */
export class ImportReviewState {
  readonly #worker: WorkerClient<IngestCalls>;
  #status = $state<ReviewStatus>("idle");
  #report = $state.raw<ImportReview | null>(null);
  #error = $state.raw<CallFailure | null>(null);
  #controller: AbortController | null = null;

  constructor(worker: WorkerClient<IngestCalls>) {
    this.#worker = worker;
  }

  get status(): ReviewStatus {
    return this.#status;
  }
  /** The latest answer; while the next one is made, the one before. */
  get report(): ImportReview | null {
    return this.#report;
  }
  get error(): CallFailure | null {
    return this.#error;
  }

  ask(question: IngestCalls["review"]["in"]): void {
    this.stop();
    const controller = new AbortController();
    this.#controller = controller;
    this.#status = "running";
    this.#error = null;
    void this.#run(question, controller.signal);
  }

  /** Ends a look that is under way; what is known stays. */
  stop(): void {
    this.#controller?.abort();
    this.#controller = null;
    if (this.#status === "running") this.#status = this.#report === null ? "idle" : "done";
  }

  clear(): void {
    this.stop();
    this.#status = "idle";
    this.#report = null;
    this.#error = null;
  }

  async #run(question: IngestCalls["review"]["in"], signal: AbortSignal): Promise<void> {
    try {
      if (question.workspace === null) await pause(FIRST_IMPORT_WAIT_MS);
      signal.throwIfAborted();
      const report = await this.#worker.call("review", question, { signal });
      signal.throwIfAborted();
      this.#report = report;
      this.#status = "done";
    } catch (thrown) {
      if (signal.aborted || isCancelled(thrown)) return;
      this.#report = null;
      this.#error = asFailure(thrown);
      this.#status = "failed";
    }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
