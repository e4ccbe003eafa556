import {
  DISTINCT,
  MERGES,
  pairKey,
  refKey,
  type CustomerMerge,
  type CustomerRef,
} from "../../domain/customer-merge";
import { kept, removed } from "../../domain/own-work";
import type { IdentityReport } from "../../queries/types";
import type { CallFailure } from "../../workers/call-error";
import { isCancelled } from "../../workers/client";
import { asFailure } from "./analysis.svelte";
import type { OwnWork, Undo } from "./own-work.svelte";

export type IdentityCheckStatus = "idle" | "running" | "done" | "failed";

/** The look for customers that were entered twice, and what the reader decides about them. */
export class IdentityCheck {
  readonly #ask: () => Promise<IdentityReport>;
  readonly #work: OwnWork;
  #status = $state<IdentityCheckStatus>("idle");
  #report = $state.raw<IdentityReport | null>(null);
  #error = $state.raw<CallFailure | null>(null);

  constructor(ask: () => Promise<IdentityReport>, work: OwnWork) {
    this.#ask = ask;
    this.#work = work;
  }

  get status(): IdentityCheckStatus {
    return this.#status;
  }
  get error(): CallFailure | null {
    return this.#error;
  }
  /** What the last look found, less what was decided since. */
  get report(): IdentityReport | null {
    const report = this.#report;
    if (report === null) return null;
    const distinct = this.#work.all(DISTINCT);
    const merges = this.#work.all(MERGES);
    const pairs = report.pairs.filter(
      ({ from, into }) =>
        !distinct.has(pairKey(from.ref, into.ref)) &&
        !merges.has(refKey(from.ref)) &&
        !merges.has(refKey(into.ref)),
    );
    return { ...report, pairs, pairCount: report.pairCount - (report.pairs.length - pairs.length) };
  }
  /** Merges in force, in the order in which they were made. */
  get merges(): readonly CustomerMerge[] {
    return [...this.#work.all(MERGES).values()];
  }

  async look(): Promise<void> {
    this.#status = "running";
    this.#error = null;
    try {
      this.#report = await this.#ask();
      this.#status = "done";
    } catch (thrown) {
      this.#status = isCancelled(thrown) ? "idle" : "failed";
      if (!isCancelled(thrown)) this.#error = asFailure(thrown);
    }
  }

  /** @throws CallFailure; then nothing was kept */
  merge(from: CustomerRef, into: CustomerRef): Promise<Undo> {
    return this.#work.change(kept(MERGES, refKey(from), { from, into }));
  }

  /** @throws CallFailure */
  unmerge({ from }: CustomerMerge): Promise<Undo> {
    return this.#work.change(removed(MERGES, refKey(from)));
  }

  /** @throws CallFailure */
  keepApart(a: CustomerRef, b: CustomerRef): Promise<Undo> {
    return this.#work.change(kept(DISTINCT, pairKey(a, b), { a, b }));
  }
}
