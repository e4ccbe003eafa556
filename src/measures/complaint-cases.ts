import { isClosedStatus } from "../domain/complaint-words";
import { dayOfMoment, hasTimeOfDay, MINUTES_PER_DAY } from "../domain/moment";
import type { Period, Scope } from "../domain/scope";
import { hasBit, type Bitset } from "../kernel/table/bitset";
import { columnOf, MISSING_CODE, requiredColumn, type Table } from "../kernel/table/column";
import { passingCodes } from "./cost-driver";

/** The complaints of some days, as they stood at the end of the as-of day; arrays by case. */
export interface ComplaintCases {
  readonly n: number;
  /** rows of the complaint table, ascending */
  readonly rows: Uint32Array;
  /** row of `customers`, or −1 where the complaint names nobody */
  readonly customers: Int32Array;
  /** moments (minutes since 1970-01-01T00:00); NaN where it has not happened, or nobody wrote it down */
  readonly opened: Float64Array;
  readonly responded: Float64Array;
  readonly resolved: Float64Array;
  readonly closed: Float64Array;
  /** 1: solved, by a date or by what the status says */
  readonly isSolved: Uint8Array;
  /** 1: over, nothing more is to be done */
  readonly isOver: Uint8Array;
  /** midnight after the as-of day */
  readonly end: number;
  readonly has: {
    readonly response: boolean;
    readonly resolution: boolean;
    readonly close: boolean;
  };
  /** the file knows hours of opening and response, or days only */
  readonly grain: "minute" | "day";
  /** rows left out: no readable day of opening */
  readonly undated: number;
  /** cases that name no customer */
  readonly unlinked: number;
  /** steps that lie before the opening of their case, taken as unknown */
  readonly misordered: number;
}

interface Sight {
  readonly scope: Scope;
  readonly period: Period;
  /** rows of customers that pass the filters; null = all, also complaints of nobody */
  readonly customerRows: Bitset | null;
}

const STEPS = ["respondedAt", "resolvedAt", "closedAt"] as const;

/**
 * Complaints opened within some days.
 *
 * What happened after the as-of day has not happened yet. Where the times of opening or of a step are days without hours, both
 * count as days. A step on the day of opening that only has a date is not before it. Otherwise a step before the opening is
 * unknown, and counted. O(rows).
 */
export function complaintCases(
  table: Table,
  { scope, period, customerRows }: Sight,
): ComplaintCases {
  const openings = requiredColumn(table, "openedAt", "float64").values;
  const customerCodes = columnOf(table, "customer", "dictionary")?.codes;
  const end = (scope.asOfDay + 1) * MINUTES_PER_DAY;
  const rows: number[] = [];
  let undated = 0;
  for (let row = 0; row < openings.length; row++) {
    const moment = openings[row]!;
    if (Number.isNaN(moment)) {
      undated++;
      continue;
    }
    const day = dayOfMoment(moment);
    if (day < period.fromDay || day > period.toDay) continue;
    if (customerRows !== null) {
      const customer = customerCodes === undefined ? MISSING_CODE : customerCodes[row]!;
      if (customer === MISSING_CODE || !hasBit(customerRows, customer)) continue;
    }
    rows.push(row);
  }
  return casesOf(table, Uint32Array.from(rows), { end, undated });
}

function casesOf(
  table: Table,
  rows: Uint32Array,
  { end, undated }: { readonly end: number; readonly undated: number },
): ComplaintCases {
  const openings = requiredColumn(table, "openedAt", "float64").values;
  const codes = columnOf(table, "customer", "dictionary")?.codes;
  const opened = Float64Array.from(rows, (row) => openings[row]!);
  const customers = Int32Array.from(rows, (row) =>
    codes === undefined || codes[row] === MISSING_CODE ? -1 : codes[row]!,
  );
  const misplaced = { count: 0 };
  const [responded, resolved, closed] = STEPS.map((id) =>
    stepOf(table, id, { rows, opened, end, misplaced }),
  ) as [Float64Array, Float64Array, Float64Array];
  const isShut = passingCodes(columnOf(table, "status", "dictionary"), isClosedStatus);
  const statuses = columnOf(table, "status", "dictionary")?.codes;
  const has = {
    response: hasAny(table, "respondedAt"),
    resolution: hasAny(table, "resolvedAt"),
    close: hasAny(table, "closedAt"),
  };
  const isSolved = new Uint8Array(rows.length);
  const isOver = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const code = statuses === undefined ? MISSING_CODE : statuses[rows[i]!]!;
    // A later date is the better witness: on the as-of day the status was another.
    const isLater = happensLater(table, rows[i]!, end);
    const isClosedWord = !isLater && isShut !== null && code !== MISSING_CODE && isShut[code] === 1;
    const isClosedDay = !Number.isNaN(closed[i]!);
    isSolved[i] = !Number.isNaN(resolved[i]!) || isClosedDay || isClosedWord ? 1 : 0;
    isOver[i] = isClosedDay || isClosedWord || (!has.close && isSolved[i] === 1) ? 1 : 0;
  }
  const grain = grainOf(table, opened);
  return {
    n: rows.length,
    rows,
    customers,
    opened: grain === "day" ? opened.map(midnight) : opened,
    responded: grain === "day" ? responded.map(midnight) : responded,
    resolved: grain === "day" ? resolved.map(midnight) : resolved,
    closed: grain === "day" ? closed.map(midnight) : closed,
    isSolved,
    isOver,
    end,
    has,
    grain,
    undated,
    unlinked: customers.reduce((sum, row) => sum + (row < 0 ? 1 : 0), 0),
    misordered: misplaced.count,
  };
}

export const midnight = (moment: number): number =>
  Math.floor(moment / MINUTES_PER_DAY) * MINUTES_PER_DAY;

const hasAny = (table: Table, id: string): boolean =>
  columnOf(table, id, "float64")?.values.some((moment) => !Number.isNaN(moment)) === true;

/** Hours are known only where both ends of the first response (or, without one, of the solution) have them. */
export function grainOf(table: Table, opened: Float64Array): "minute" | "day" {
  const step = hasAny(table, "respondedAt") ? "respondedAt" : "resolvedAt";
  const values = columnOf(table, step, "float64")?.values;
  if (!hasTimeOfDay(opened)) return "day";
  return values === undefined || !hasAny(table, step) || hasTimeOfDay(values) ? "minute" : "day";
}

function happensLater(table: Table, row: number, end: number): boolean {
  return STEPS.some((id) => {
    const values = columnOf(table, id, "float64")?.values;
    return values !== undefined && values[row]! >= end;
  });
}

interface StepSight {
  readonly rows: Uint32Array;
  readonly opened: Float64Array;
  readonly end: number;
  readonly misplaced: { count: number };
}

function stepOf(table: Table, id: string, { rows, opened, end, misplaced }: StepSight) {
  const values = columnOf(table, id, "float64")?.values;
  return Float64Array.from(rows, (row, i) => {
    const moment = values === undefined ? NaN : values[row]!;
    if (Number.isNaN(moment) || moment >= end) return NaN;
    const placed = placedStep(moment, opened[i]!);
    if (Number.isNaN(placed)) misplaced.count++;
    return placed;
  });
}

/** The moment of a step as it counts: the opening for a mere date of that day, NaN for one before it. */
export function placedStep(moment: number, opened: number): number {
  if (moment >= opened) return moment;
  return moment === midnight(opened) ? opened : NaN;
}

/** Rows of `complaints` of some of the cases; null where none is. @param isIn null: of none */
export function casesIn(
  { rows }: ComplaintCases,
  isIn: ((place: number) => boolean) | null,
): Uint32Array | null {
  const found = isIn === null ? new Uint32Array() : rows.filter((_, place) => isIn(place));
  return found.length === 0 ? null : found;
}

/** Rows of the customers of these cases, ascending, each once; complaints of nobody have none. */
export function customersOfCases(
  cases: ComplaintCases,
  isIn: (place: number) => boolean,
): Uint32Array {
  const found = new Set<number>();
  for (let i = 0; i < cases.n; i++) {
    if (cases.customers[i]! >= 0 && isIn(i)) found.add(cases.customers[i]!);
  }
  return Uint32Array.from(found).sort();
}
