import type { CustomerRef } from "../../../domain/customer-merge";
import type { PayPromise } from "../../../domain/pay-promise";
import { epochDay, formatIsoDay, parseIsoDay, type EpochDay } from "../../../kernel/base/calendar";
import { typedCost } from "../churn/attempt-words";

/** What stands in the form, as it is typed. */
export interface PromiseDraft {
  readonly amount: string;
  /** 2025-11-30 */
  readonly madeOn: string;
  readonly dueOn: string;
}

export const emptyPromise = (today: EpochDay): PromiseDraft => ({
  amount: "",
  madeOn: formatIsoDay(today),
  dueOn: "",
});

export const draftOfPromise = ({ amount, madeOn, dueOn }: PayPromise): PromiseDraft => ({
  amount: String(amount),
  madeOn: formatIsoDay(epochDay(madeOn)),
  dueOn: formatIsoDay(epochDay(dueOn)),
});

/**
 * What the form says; else why it cannot be kept.
 *
 * @param today  of the reader's clock: nobody writes down what will be promised
 */
export function promiseOf(
  draft: PromiseDraft,
  customer: CustomerRef | null,
  { today, atMs }: { readonly today: number; readonly atMs: number },
): PayPromise | "needs" | "future" {
  const [madeOn, dueOn] = [parseIsoDay(draft.madeOn), parseIsoDay(draft.dueOn)];
  const amount = typedCost(draft.amount);
  if (customer === null || madeOn === null || dueOn === null || dueOn < madeOn) return "needs";
  if (amount === null || !(amount > 0) || amount === Infinity) return "needs";
  if (madeOn > today) return "future";
  return { customer, madeOn, dueOn, amount, changedAtMs: atMs };
}
