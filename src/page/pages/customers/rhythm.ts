import { epochDay, type EpochDay } from "../../../kernel/base/calendar";
import type { CustomerRow } from "../../../queries/types";

/**
 * What the gaps between a customer's order days say today.
 *
 * - `unknown`: fewer than three order days
 * - `due`: within twice the usual gap; `nextDay` is the last order day plus the usual gap
 * - `overdue`: silent for more than twice the usual gap; `times` is how many usual gaps
 */
export type Rhythm =
  | { readonly kind: "unknown" }
  | {
      readonly kind: "due";
      readonly gapDays: number;
      readonly recencyDays: number;
      readonly nextDay: EpochDay;
    }
  | {
      readonly kind: "overdue";
      readonly gapDays: number;
      readonly recencyDays: number;
      readonly times: number;
    };

/** Twice the usual gap: half of a customer's own gaps are longer than the usual one, few are twice as long. */
const OVERDUE_GAPS = 2;

export function rhythmOf({ usualGapDays, recencyDays, lastOrderOn }: CustomerRow): Rhythm {
  if (usualGapDays === null || recencyDays === null || lastOrderOn === null || usualGapDays <= 0) {
    return { kind: "unknown" };
  }
  const known = { gapDays: usualGapDays, recencyDays };
  if (recencyDays > OVERDUE_GAPS * usualGapDays) {
    return { kind: "overdue", ...known, times: recencyDays / usualGapDays };
  }
  return { kind: "due", ...known, nextDay: epochDay(lastOrderOn + Math.round(usualGapDays)) };
}
