import type { Tables } from "../../domain/generation";
import type { Scope } from "../../domain/scope";
import type { SaleEvents } from "../../measures/lifecycle-events";
import type { Measured } from "./measure";
import { orderMeasures } from "./order-measures";
import {
  arrearsMeasure,
  complaintMeasure,
  contactMeasure,
  contractMeasure,
} from "./record-measures";
import { satisfactionMeasure } from "./satisfaction-measure";

export interface LookSight {
  readonly tables: Tables;
  readonly scope: Scope;
  readonly events: SaleEvents;
  readonly windowDays: number;
}

/** All measures of all customers as they were known at the end of a day. */
export interface Look {
  readonly customers: number;
  /** those that the tables can say, in the order of the page */
  readonly measures: readonly Measured[];
  readonly isCurrent: Uint8Array;
  readonly yearSales: Float64Array;
}

const OF_RECORDS = [
  satisfactionMeasure,
  complaintMeasure,
  arrearsMeasure,
  contactMeasure,
  contractMeasure,
];

/** Nothing that happened after the day is looked at. O(lines + rows of the other tables). Yields after each measure. */
export function* lookAt(
  { tables, scope, events, windowDays }: LookSight,
  day: number,
): Generator<void, Look, void> {
  const customers = events.offsets.length - 1;
  const { measures, isCurrent, yearSales } = yield* orderMeasures(events, day, windowDays);
  const sight = { tables, scope, customers, day, windowDays };
  const found = [...measures];
  for (const measureOf of OF_RECORDS) {
    yield;
    const measured = measureOf(sight);
    if (measured !== null) found.push(measured);
  }
  return { customers, measures: found, isCurrent, yearSales };
}
