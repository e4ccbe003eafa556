import type { Period } from "../../domain/scope";
import { quantileOfSorted } from "../../kernel/stats/quantile";
import { columnOf, MISSING_DAY, type Table } from "../../kernel/table/column";
import { OccurrenceList, type Measured } from "./occurrences";
import {
  FULL,
  IN_TIME,
  LATE,
  NEVER_CAME,
  SHORT,
  UNCOUNTED,
  WAITS,
  type OrderUnits,
} from "./order-units";
import type { DeliveryFacts, Lack } from "./spec";

export interface Deliveries {
  readonly onTime: Measured;
  readonly inFull: Measured;
  readonly perfect: Measured;
  readonly facts: DeliveryFacts | null;
}

const hasAnyDay = (orders: Table, id: string): boolean =>
  columnOf(orders, id, "day")?.values.some((day) => day !== MISSING_DAY) === true;

const hasAnyNumber = (orders: Table, id: string): boolean =>
  columnOf(orders, id, "float64")?.values.some((value) => !Number.isNaN(value)) === true;

const lack = (field: string): Lack => ({ entity: "orders", field });

/** The columns of orders that are missing for judging time, and quantity. */
export function lacksOf(orders: Table): {
  readonly time: readonly Lack[];
  readonly quantity: readonly Lack[];
} {
  return {
    time: ["promisedOn", "deliveredOn"].filter((id) => !hasAnyDay(orders, id)).map(lack),
    quantity: ["quantity", "deliveredQuantity"].filter((id) => !hasAnyNumber(orders, id)).map(lack),
  };
}

const KEPT = 1;
const MISSED = 2;
const PENDING = 3;
const UNKNOWN = 0;

/**
 * Whether orders came on the promised day, whole, and both; judged on their promised day (else the day they came, else the day
 * of the order), within the window. An order still to come counts as pending when it was ordered in the window.
 */
export function deliveriesOf(
  units: OrderUnits,
  period: Period,
  lacks: ReturnType<typeof lacksOf>,
): Deliveries {
  const onTime = new OccurrenceList();
  const inFull = new OccurrenceList();
  const perfect = new OccurrenceList();
  const delays: number[] = [];
  let [undelivered, ordered, missing] = [0, 0, 0];
  for (let i = 0; i < units.n; i++) {
    const day = dayOf(units, i);
    const isDue = day >= period.fromDay && day <= period.toDay;
    const isToCome = day > period.toDay && isIn(period, units.orderedOn[i]!);
    if (!isDue && !isToCome) continue;
    const time = isDue ? timeOf(units.says[i]!) : PENDING;
    const quantity = isDue ? quantityOf(units.says[i]!) : PENDING;
    const customer = units.customers[i]!;
    note(onTime, time, { day, customer });
    note(inFull, quantity, { day, customer });
    note(perfect, bothOf(time, quantity), { day, customer });
    if (!isDue) continue;
    ordered += units.ordered[i]!;
    missing += units.missing[i]!;
    if (time !== MISSED) continue;
    if ((units.says[i]! & NEVER_CAME) !== 0) undelivered++;
    else delays.push(Math.max(1, units.deliveredOn[i]! - units.promisedOn[i]!));
  }
  delays.sort((a, b) => a - b);
  const late = delays.length;
  const hasTime = lacks.time.length === 0;
  const hasQuantity = lacks.quantity.length === 0;
  return {
    onTime: hasTime ? onTime.done() : lacks.time,
    inFull: hasQuantity ? inFull.done() : lacks.quantity,
    perfect: hasTime && hasQuantity ? perfect.done() : [...lacks.time, ...lacks.quantity],
    facts:
      hasTime || hasQuantity
        ? {
            isByOrder: units.isByOrder,
            late,
            lateMedian: late === 0 ? null : quantileOfSorted(delays, 0.5),
            lateP90: late === 0 ? null : quantileOfSorted(delays, 0.9),
            undelivered,
            shortRatio: hasQuantity && ordered > 0 ? missing / ordered : null,
          }
        : null,
  };
}

const isIn = (period: Period, day: number): boolean => day >= period.fromDay && day <= period.toDay;

function dayOf({ promisedOn, deliveredOn, orderedOn }: OrderUnits, i: number): number {
  if (promisedOn[i] !== MISSING_DAY) return promisedOn[i]!;
  return deliveredOn[i] === MISSING_DAY ? orderedOn[i]! : deliveredOn[i]!;
}

function timeOf(says: number): number {
  if ((says & LATE) !== 0) return MISSED;
  if ((says & WAITS) !== 0) return PENDING;
  return (says & IN_TIME) === 0 ? UNKNOWN : KEPT;
}

function quantityOf(says: number): number {
  if ((says & SHORT) !== 0) return MISSED;
  return (says & UNCOUNTED) !== 0 || (says & FULL) === 0 ? UNKNOWN : KEPT;
}

function bothOf(time: number, quantity: number): number {
  if (time === MISSED || quantity === MISSED) return MISSED;
  if (time === KEPT && quantity === KEPT) return KEPT;
  return time === PENDING || quantity === PENDING ? PENDING : UNKNOWN;
}

function note(
  list: OccurrenceList,
  verdict: number,
  { day, customer }: { readonly day: number; readonly customer: number },
): void {
  if (verdict === PENDING) list.pending++;
  else if (verdict === UNKNOWN) list.unknown++;
  else list.judge(day, customer, verdict === KEPT);
}
