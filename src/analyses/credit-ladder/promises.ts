import { PROMISE_FATES } from "../../domain/pay-promise";
import { judgedPromises, type JudgedPromise } from "../../measures/pay-promises";
import type { Ambient, Input } from "../define";
import type { CreditLadderParams, PromiseFates, Step } from "./spec";

/** Promises that were broken, by customer. */
export interface BrokenPromises {
  /** null: nobody wrote one down */
  readonly fates: PromiseFates | null;
  /** customers with one broken in the look-back up to the as-of day, ascending */
  readonly breakers: readonly number[];
  /** the days by which they were due, within the look-back up to a day, earliest first */
  readonly duesAt: (row: number, day: number) => readonly number[];
}

/** The promises of the selected customers, judged at the end of the as-of day. O(rows of payments and invoices). */
export function brokenPromises(
  input: Input,
  { lookBack }: CreditLadderParams,
  { scope, payPromises }: Ambient,
  isSelected: (row: number) => boolean,
): BrokenPromises {
  const { from, all } = judgedPromises(input, payPromises, scope.asOfDay);
  // One of a customer that the data do not have is told; it is nobody's step.
  const told = all.filter(({ row }) => row < 0 || isSelected(row));
  const byRow = new Map<number, JudgedPromise[]>();
  for (const one of told) {
    if (one.row >= 0 && one.fate === "broken")
      byRow.set(one.row, [...(byRow.get(one.row) ?? []), one]);
  }
  const duesAt = (row: number, day: number): readonly number[] =>
    (byRow.get(row) ?? [])
      .map(({ dueOn }) => dueOn)
      .filter((dueOn) => dueOn <= day && dueOn > day - lookBack)
      .sort((a, b) => a - b);
  const breakers = [...byRow.keys()]
    .filter((row) => duesAt(row, scope.asOfDay).length > 0)
    .sort((a, b) => a - b);
  return {
    fates: told.length === 0 ? null : fatesOf(from, told, breakers.length),
    breakers,
    duesAt,
  };
}

function fatesOf(
  from: PromiseFates["from"],
  told: readonly JudgedPromise[],
  breakers: number,
): PromiseFates {
  const count = (fate: JudgedPromise["fate"]): number =>
    told.filter((one) => one.fate === fate).length;
  const [kept, broken, open, unclear] = PROMISE_FATES;
  return {
    from,
    counts: {
      kept: count(kept),
      broken: count(broken),
      open: count(open),
      unclear: count(unclear),
    },
    breakers,
    lines: told.map(({ key, fate, paid }) => ({ key, fate, paid })),
  };
}

/** The step that broken promises ask for. */
export function promiseStep(
  broken: number,
  { brokenAssess, brokenPrepay }: CreditLadderParams,
): Step {
  if (broken >= brokenPrepay) return 3;
  return broken >= brokenAssess ? 2 : 1;
}

/** Days until so many of them are older than the look-back that they no longer hold the step; 0 where they do not hold it. */
export function promiseDaysLeft(
  dues: readonly number[],
  step: Step,
  day: number,
  params: CreditLadderParams,
): number {
  if (step === 1 || step === 4) return 0;
  const limit = step === 3 ? params.brokenPrepay : params.brokenAssess;
  const last = dues[dues.length - limit];
  return last === undefined ? 0 : last + params.lookBack - day;
}
