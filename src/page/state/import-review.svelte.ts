import type { CallFailure } from "../../workers/call-error";
import { isCancelled, type WorkerClient } from "../../workers/client";
import type { ImportReview, IngestCalls } from "../../workers/protocol";
import { asFailure } from "./analysis.svelte";

export type ReviewStatus = "idle" | "running" | "done" | "failed";

/** Whoever presses the button at once is not made to wait for a look at duplicates that nobody has asked for. */
const FIRST_IMPORT_WAIT_MS = 400;

type Question = IngestCalls["review"]["in"];

/**
 * What an import would do to the data that are there: asked again with every change, the latest answer counts.
 *
 * A look that has begun is left to end, and its answer dropped when it is no longer wanted: it cannot be cancelled half-way, and a
 * worker that is started anew for it would have lost the sheets that it has read.
 */
export class ImportReviewState {
  readonly #worker: Pick<WorkerClient<IngestCalls>, "call">;
  #status = $state<ReviewStatus>("idle");
  #report = $state.raw<ImportReview | null>(null);
  #error = $state.raw<CallFailure | null>(null);
  /** Raised by every question, and by stopping: what answers an earlier turn is dropped. */
  #turn = 0;
  #next: Question | null = null;
  #isAtWork = false;

  constructor(worker: Pick<WorkerClient<IngestCalls>, "call">) {
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

  ask(question: Question): void {
    this.#turn++;
    this.#next = question;
    this.#status = "running";
    this.#error = null;
    if (!this.#isAtWork) void this.#work();
  }

  /** No answer is wanted any more; what is known stays. */
  stop(): void {
    this.#turn++;
    this.#next = null;
    if (this.#status === "running") this.#status = this.#report === null ? "idle" : "done";
  }

  clear(): void {
    this.stop();
    this.#status = "idle";
    this.#report = null;
    this.#error = null;
  }

  /** One look at a time: of the questions that came meanwhile only the last is asked. */
  async #work(): Promise<void> {
    this.#isAtWork = true;
    while (this.#next !== null) {
      if (this.#next.workspace === null) await pause(FIRST_IMPORT_WAIT_MS);
      const question = this.#take();
      // stopped during the pause
      if (question !== null) await this.#look(question, this.#turn);
    }
    this.#isAtWork = false;
  }

  #take(): Question | null {
    const question = this.#next;
    this.#next = null;
    return question;
  }

  async #look(question: Question, turn: number): Promise<void> {
    try {
      const report = await this.#worker.call("review", question);
      if (turn !== this.#turn) return;
      this.#report = report;
      this.#status = "done";
    } catch (thrown) {
      if (turn !== this.#turn) return;
      if (isCancelled(thrown)) {
        this.stop();
        return;
      }
      this.#report = null;
      this.#error = asFailure(thrown);
      this.#status = "failed";
    }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
