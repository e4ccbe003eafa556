import { isCancelled } from "../../../workers/client";

/** The answer to the newest of several questions; an older answer that comes late is dropped, the last one stays shown. */
export class Latest<T> {
  #value = $state.raw<T | null>(null);
  #status = $state<"idle" | "running" | "done" | "failed">("idle");
  #turn = 0;

  get value(): T | null {
    return this.#value;
  }
  get status(): "idle" | "running" | "done" | "failed" {
    return this.#status;
  }

  async ask(question: () => Promise<T>): Promise<void> {
    const turn = ++this.#turn;
    this.#status = "running";
    try {
      const value = await question();
      if (turn !== this.#turn) return;
      this.#value = value;
      this.#status = "done";
    } catch (thrown) {
      // The reason has no place on this page: it offers to go back or to ask again, and the worker keeps its own report.
      if (turn !== this.#turn) return;
      this.#value = null;
      // Who takes a question back is not told that it failed.
      this.#status = isCancelled(thrown) ? "idle" : "failed";
    }
  }

  clear(): void {
    this.#turn += 1;
    this.#value = null;
    this.#status = "idle";
  }
}
