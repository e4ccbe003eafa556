import { FIRST_DAY, type EpochDay } from "../kernel/base/calendar";
import type { Period, Scope } from "../domain/scope";

/** The days that an analysis looks at: the period of the scope, or all days up to the as-of day. */
export type WindowChoice = "period" | "all";

/** Both ends included; never past the as-of day. `toDay < fromDay` = no day. */
export function windowOf(scope: Scope, choice: WindowChoice): Period {
  if (choice === "all") return { fromDay: FIRST_DAY, toDay: scope.asOfDay };
  const toDay = Math.min(scope.period.toDay, scope.asOfDay) as EpochDay;
  return { fromDay: scope.period.fromDay, toDay };
}

/** Share of a period that the data must reach over for its sums to be compared. */
export const COVERED = 0.9;

/** Whether data that begin on this day say enough of the period to compare it with another. */
export function isCovered(period: Period, firstDay: number): boolean {
  const lacking = Math.max(0, firstDay - period.fromDay);
  return lacking <= (1 - COVERED) * (period.toDay - period.fromDay + 1);
}

/** The period of the same number of days that ends the day before. */
export function periodBefore(period: Period): Period {
  const days = period.toDay - period.fromDay + 1;
  return {
    fromDay: (period.fromDay - days) as EpochDay,
    toDay: (period.fromDay - 1) as EpochDay,
  };
}
