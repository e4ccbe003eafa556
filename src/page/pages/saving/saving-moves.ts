import type { CustomerRef } from "../../../domain/customer-merge";
import { MERGES } from "../../../domain/customer-merge";
import { kept, removed } from "../../../domain/own-work";
import {
  endedCaseOf,
  movedTo,
  newCase,
  openCaseOf,
  SAVING_CASES,
  type SavingCase,
  type SavingPhase,
} from "../../../domain/saving";
import type { I18n } from "../../../i18n/i18n.svelte";
import type { AppState } from "../../state/app.svelte";
import { keepWork } from "../../state/keep-work";
import { wallDay } from "../../state/wall-clock";
import { failureWords } from "../data/failure-words";

/** What can be done with one press on the board; each is kept before it is shown, and can be taken back. */
export class SavingMoves {
  readonly #app: AppState;
  readonly #i18n: I18n;

  constructor(app: AppState, i18n: I18n) {
    this.#app = app;
    this.#i18n = i18n;
  }

  /** The open case of a customer; null: nobody has taken it. */
  openCase(customer: CustomerRef): readonly [key: string, one: SavingCase] | null {
    const { work } = this.#app;
    return openCaseOf(work.all(SAVING_CASES), customer, work.all(MERGES));
  }

  /** The case of a customer that ended last; null: none has. */
  endedCase(customer: CustomerRef): readonly [key: string, one: SavingCase] | null {
    const { work } = this.#app;
    return endedCaseOf(work.all(SAVING_CASES), customer, work.all(MERGES));
  }

  /** Puts a customer on the board, once. */
  async take(customer: CustomerRef, warning: string | null): Promise<void> {
    const { work, notices } = this.#app;
    const t = this.#i18n.t.analysis.health.saving;
    const name = customer.name ?? customer.id ?? "";
    if (this.openCase(customer) !== null) {
      notices.show("watch", t.already({ name }));
      return;
    }
    const atMs = work.nowMs();
    const taken = newCase(customer, warning, { onDay: wallDay(atMs), atMs });
    await this.#keep(kept(SAVING_CASES, work.newId(), taken), t.told.taken({ name }));
  }

  async move(key: string, one: SavingCase, phase: SavingPhase, name: string): Promise<void> {
    const t = this.#i18n.t.analysis.health.saving;
    const atMs = this.#app.work.nowMs();
    const steps = movedTo(one.steps, phase, wallDay(atMs));
    const told = t.told.moved({ name, phase: t.phases[phase] });
    await this.#keep(kept(SAVING_CASES, key, { ...one, steps, changedAtMs: atMs }), told);
  }

  /** @returns whether it is kept */
  save(key: string, one: SavingCase): Promise<boolean> {
    const t = this.#i18n.t.analysis.health.saving;
    const changed = { ...one, changedAtMs: this.#app.work.nowMs() };
    return this.#keep(kept(SAVING_CASES, key, changed), t.told.saved);
  }

  remove(key: string): Promise<boolean> {
    return this.#keep(removed(SAVING_CASES, key), this.#i18n.t.analysis.health.saving.told.removed);
  }

  async #keep(change: ReturnType<typeof removed>, told: string): Promise<boolean> {
    const { t } = this.#i18n;
    const failure = await keepWork(this.#app, [change], {
      told,
      undo: t.ui.undo,
      topic: SAVING_CASES.name,
    });
    if (failure === null) return true;
    const reason = failureWords(t.failures, failure);
    this.#app.notices.show("bad", `${t.notes.unsavedTitle} ${reason.what}${reason.advice}`);
    return false;
  }
}
