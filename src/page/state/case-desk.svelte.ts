import type { Scope } from "../../domain/scope";
import type { CaseDesk } from "../../queries/types";
import type { CallFailure } from "../../workers/call-error";
import { isCancelled } from "../../workers/client";
import { asFailure } from "./analysis.svelte";

export interface DeskQuestion {
  readonly scope: Scope;
  readonly limitHours: number;
  readonly stuckDays: number;
}

/** The complaints on the desk. A newer question supersedes an older one; the old answer stays until the new one is there. */
export class CaseDeskState {
  readonly #ask: (question: DeskQuestion) => Promise<CaseDesk>;
  #desk = $state.raw<CaseDesk | null>(null);
  #error = $state.raw<CallFailure | null>(null);
  #asked = "";
  #last: readonly [generation: string, question: DeskQuestion] | null = null;

  constructor(ask: (question: DeskQuestion) => Promise<CaseDesk>) {
    this.#ask = ask;
  }

  /** null until the first answer */
  get desk(): CaseDesk | null {
    return this.#desk;
  }
  get error(): CallFailure | null {
    return this.#error;
  }

  /** @param generation names the data with the work in force: another one asks again */
  async ask(generation: string, question: DeskQuestion): Promise<void> {
    const asked = JSON.stringify([generation, question]);
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#last = [generation, question];
    try {
      const desk = await this.#ask(question);
      if (this.#asked !== asked) return;
      this.#desk = desk;
      this.#error = null;
    } catch (thrown) {
      if (this.#asked !== asked) return;
      this.#asked = "";
      if (!isCancelled(thrown)) this.#error = asFailure(thrown);
    }
  }

  /** Asks the same once more, after a failure. */
  retry(): Promise<void> {
    return this.#last === null ? Promise.resolve() : this.ask(...this.#last);
  }
}
