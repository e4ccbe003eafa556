import type { CallFailure } from "../../workers/call-error";
import { isCancelled } from "../../workers/client";
import { asFailure } from "./analysis.svelte";

/** One question of a page to the data. A newer question supersedes an older one; the old answer stays until the new one is there. */
export class Inquiry<Question, Answer> {
  readonly #ask: (question: Question) => Promise<Answer>;
  #answer = $state.raw<Answer | null>(null);
  #error = $state.raw<CallFailure | null>(null);
  #isAsking = $state.raw(false);
  #asked = "";
  /** the question whose answer is there */
  #answered = $state.raw<string | null>(null);
  #last: readonly [generation: string, question: Question] | null = null;

  constructor(ask: (question: Question) => Promise<Answer>) {
    this.#ask = ask;
  }

  /** null until the first answer */
  get answer(): Answer | null {
    return this.#answer;
  }
  /** The answer to this question and no other: null while it is asked, and after it failed. */
  answerTo(generation: string, question: Question): Answer | null {
    return this.#answered === JSON.stringify([generation, question]) ? this.#answer : null;
  }
  /** the answer is that of an earlier question */
  get isAsking(): boolean {
    return this.#isAsking;
  }
  get error(): CallFailure | null {
    return this.#error;
  }

  /** @param generation names the data with the work in force: another one asks again */
  async ask(generation: string, question: Question): Promise<void> {
    const asked = JSON.stringify([generation, question]);
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#last = [generation, question];
    this.#isAsking = true;
    try {
      const answer = await this.#ask(question);
      if (this.#asked !== asked) return;
      this.#answer = answer;
      this.#answered = asked;
      this.#error = null;
      this.#isAsking = false;
    } catch (thrown) {
      if (this.#asked !== asked) return;
      this.#asked = "";
      this.#isAsking = false;
      if (!isCancelled(thrown)) this.#error = asFailure(thrown);
    }
  }

  /** Forgets the question, its answer and its failure; an answer that is under way is dropped. */
  clear(): void {
    this.#asked = "";
    this.#last = null;
    this.#answer = null;
    this.#answered = null;
    this.#error = null;
    this.#isAsking = false;
  }

  /** Asks the same once more, after a failure. */
  retry(): Promise<void> {
    return this.#last === null ? Promise.resolve() : this.ask(...this.#last);
  }
}
