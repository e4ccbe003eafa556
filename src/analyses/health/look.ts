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

/** Nothing that happened after the day is looked at. O(lines + rows of the other tables). */
export function lookAt({ tables, scope, events, windowDays }: LookSight, day: number): Look {
  const customers = events.offsets.length - 1;
  const { measures, isCurrent, yearSales } = orderMeasures(events, day, windowDays);
  const sight = { tables, scope, customers, day, windowDays };
  const others = [
    satisfactionMeasure(sight),
    complaintMeasure(sight),
    arrearsMeasure(sight),
    contactMeasure(sight),
    contractMeasure(sight),
  ].filter((one) => one !== null);
  return { customers, measures: [...measures, ...others], isCurrent, yearSales };
}
