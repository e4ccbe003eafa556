import { kept, removed, type WorkChange } from "../../../domain/own-work";
import {
  WINBACK_ATTEMPTS,
  type AttemptResult,
  type WinbackAttempt,
} from "../../../domain/winback-attempt";
import type { I18n } from "../../../i18n/i18n.svelte";
import type { CallFailure } from "../../../workers/call-error";
import type { AppState } from "../../state/app.svelte";
import { keepWork } from "../../state/keep-work";
import { failureWords } from "../data/failure-words";

/** What can be done with attempts to win somebody back; each is kept before it is shown, and can be taken back. */
export class AttemptMoves {
  readonly #app: AppState;
  readonly #i18n: I18n;
  #failure = $state.raw<CallFailure | null>(null);

  constructor(app: AppState, i18n: I18n) {
    this.#app = app;
    this.#i18n = i18n;
  }

  /** Why the last change was not kept; null: it was. */
  get failed(): string | null {
    if (this.#failure === null) return null;
    const { what, advice } = failureWords(this.#i18n.t.failures, this.#failure);
    return what + advice;
  }

  /** Forgets what failed before. */
  begin(): void {
    this.#failure = null;
  }

  /** @returns whether it is kept */
  record(attempt: Omit<WinbackAttempt, "changedAtMs">): Promise<boolean> {
    const { work } = this.#app;
    const whole = { ...attempt, changedAtMs: work.nowMs() };
    const told = this.#i18n.t.analysis.winback.attempts.saved({ name: attempt.name });
    return this.#keep(kept(WINBACK_ATTEMPTS, work.newId(), whole), told);
  }

  decide(key: string, attempt: WinbackAttempt, result: AttemptResult): Promise<boolean> {
    const t = this.#i18n.t.analysis.winback.attempts;
    const whole = { ...attempt, result, changedAtMs: this.#app.work.nowMs() };
    const told = t.changed({ name: attempt.name, result: t.results[result] });
    return this.#keep(kept(WINBACK_ATTEMPTS, key, whole), told);
  }

  remove(key: string): Promise<boolean> {
    const told = this.#i18n.t.analysis.winback.attempts.removed;
    return this.#keep(removed(WINBACK_ATTEMPTS, key), told);
  }

  async #keep(change: WorkChange, told: string): Promise<boolean> {
    this.#failure = null;
    const words = { told, undo: this.#i18n.t.ui.undo, topic: WINBACK_ATTEMPTS.name };
    this.#failure = await keepWork(this.#app, [change], words);
    return this.#failure === null;
  }
}
