import { SALE_LINE } from "../domain/line-kind";
import type { Needs } from "../domain/readiness";
import {
  isOpenPhase,
  phaseOf,
  standsSince,
  takenOn,
  type SavingCase,
  type SavingPhase,
} from "../domain/saving";
import { compensatedSum } from "../kernel/stats/sum";
import { kaplanMeier } from "../kernel/stats/survival/kaplan-meier";
import { lifetimes } from "../kernel/stats/survival/lifetimes";
import { survivalQuantile } from "../kernel/stats/survival/survival-quantile";
import { wilsonInterval } from "../kernel/stats/wilson";
import { hasBit, type Bitset } from "../kernel/table/bitset";
import {
  MISSING_CODE,
  MISSING_DAY,
  requiredColumn,
  textAt,
  type Table,
} from "../kernel/table/column";
import { customerNameOf } from "../measures/customer-name";
import { customerFinder } from "../measures/merged-customers";
import { orderBook, type OrderBook, type Tables } from "../measures/order-book";
import { datedExits } from "../measures/tenure/dated-exits";
import type {
  PhaseTime,
  SavingBoard,
  SavingFacts,
  SavingFunnel,
  SavingQuestion,
} from "./saving-types";

export const SAVING_NEEDS: Needs = {
  orders: ["customer", "orderedOn", "amount", "lineKind"],
  customers: ["key", "customerId", "customerName"],
  exits: ["customer", "exitedOn"],
};

const YEAR_DAYS = 365;
/** Below so many ended cases the share that was saved is left unsaid. */
const LEAST_ENDED = 5;

/**
 * What the data say of the customers that somebody is trying to keep, and how it has gone so far.
 *
 * @param tables        SAVING_NEEDS; without orders all money is null
 * @param customerRows  rows of customers that pass the filters; null = all, also cases of customers that the data do not have
 * @returns facts in the order of the cases, and the funnel over those cases
 *
 * O(cases × lines of their customers + cases log cases).
 */
export function savingBoard(
  tables: Tables,
  { scope, today, cases }: SavingQuestion,
  customerRows: Bitset | null,
): SavingBoard {
  const find = customerFinder(tables.customers);
  const book = tables.orders.columns.has("orderedOn") ? orderBook(tables) : null;
  const shown = cases.flatMap(([key, one]) => {
    const row = find(one.customer);
    const isShown = customerRows === null || (row >= 0 && hasBit(customerRows, row));
    return isShown ? [{ key, one, row }] : [];
  });
  const left = lastExits(tables);
  const facts = shown.map(({ key, one, row }): SavingFacts => {
    const given = one.customer.name ?? one.customer.id ?? "";
    const known = book === null || row < 0 ? null : book;
    return {
      key,
      row,
      customer: row < 0 ? null : keyAt(tables.customers, row),
      name: row < 0 ? given : customerNameOf(tables.customers, row),
      yearSales:
        known === null ? null : yearSales(known, row, Math.min(takenOn(one), scope.asOfDay)),
      again: known === null ? null : boughtAfter(known, row, [sinceOf(one), scope.asOfDay]),
      exitedOn: left.get(row) ?? null,
    };
  });
  return { facts, funnel: funnelOf(shown, facts, today) };
}

const keyAt = (customers: Table, row: number): string | null =>
  textAt(requiredColumn(customers, "key", "dictionary"), row);

/** The last exit of each customer, by row; also one later than the as-of day: the board is of today. */
function lastExits({ exits }: Tables): ReadonlyMap<number, number> {
  const last = new Map<number, number>();
  const dated = datedExits(exits);
  dated?.customers.forEach((row, i) => {
    const day = dated.days[i]!;
    if (row === MISSING_CODE || day === MISSING_DAY) return;
    last.set(row, Math.max(day, last.get(row) ?? day));
  });
  return last;
}

/** Orders after this day are new: after the end of a case that has ended, else after it was taken. */
const sinceOf = (one: SavingCase): number =>
  isOpenPhase(phaseOf(one)) ? takenOn(one) : standsSince(one);

function yearSales(book: OrderBook, row: number, lastDay: number): number {
  const amounts: number[] = [];
  for (let slot = book.offsets[row]!; slot < book.offsets[row + 1]!; slot++) {
    const day = book.days[slot]!;
    if (day > lastDay) break;
    if (day > lastDay - YEAR_DAYS && book.lineKinds[slot] === SALE_LINE) {
      amounts.push(book.amounts[slot]!);
    }
  }
  return compensatedSum(amounts);
}

function boughtAfter(
  book: OrderBook,
  row: number,
  [since, lastDay]: readonly [since: number, lastDay: number],
): SavingFacts["again"] {
  if (since >= lastDay) return null;
  const days = new Set<number>();
  const amounts: number[] = [];
  for (let slot = book.offsets[row]!; slot < book.offsets[row + 1]!; slot++) {
    const day = book.days[slot]!;
    if (day > lastDay) break;
    if (day <= since || book.lineKinds[slot] !== SALE_LINE) continue;
    days.add(day);
    amounts.push(book.amounts[slot]!);
  }
  return { orderDays: days.size, amount: compensatedSum(amounts) };
}

type Shown = readonly { readonly one: SavingCase }[];

function funnelOf(shown: Shown, facts: readonly SavingFacts[], today: number): SavingFunnel {
  const nowIn = (phase: SavingPhase): readonly number[] =>
    shown.flatMap(({ one }, i) => (phaseOf(one) === phase ? [i] : []));
  const [saved, lost] = [nowIn("saved"), nowIn("lost")];
  const ended = saved.length + lost.length;
  const interval = wilsonInterval(saved.length, ended);
  const seen = saved.filter((i) => facts[i]!.again !== null);
  const again = seen.filter((i) => facts[i]!.again!.orderDays > 0);
  return {
    entered: shown.length,
    started: shown.filter(({ one }) => one.steps.some(({ phase }) => phase !== "warned")).length,
    warned: nowIn("warned").length,
    saving: nowIn("saving").length,
    saved: saved.length,
    lost: lost.length,
    savedShare:
      ended < LEAST_ENDED
        ? null
        : { value: saved.length / ended, low: interval.low, high: interval.high },
    times: { warned: timeIn(shown, "warned", today), saving: timeIn(shown, "saving", today) },
    again: {
      seen: seen.length,
      customers: again.length,
      amount: compensatedSum(again.map((i) => facts[i]!.again!.amount)),
    },
  };
}

/** Time until a phase was left, whichever way; who is still in it counts as not yet. */
function timeIn(shown: Shown, phase: SavingPhase, today: number): PhaseTime {
  const times: number[] = [];
  const outcomes: number[] = [];
  for (const { one } of shown) {
    one.steps.forEach((step, i) => {
      if (step.phase !== phase) return;
      const next = one.steps[i + 1];
      // a clock that was set back must not give a negative time
      times.push(Math.max(0, (next?.onDay ?? today) - step.onDay));
      outcomes.push(next === undefined ? 0 : 1);
    });
  }
  const left = outcomes.filter((outcome) => outcome === 1).length;
  const seen = {
    durations: Float64Array.from(times),
    outcomes: Uint8Array.from(outcomes),
    entries: null,
  };
  const curve = kaplanMeier(lifetimes(seen));
  return { spells: times.length, left, medianDays: survivalQuantile(curve, 0.5).estimate };
}
