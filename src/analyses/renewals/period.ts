import type { Tables } from "../../domain/generation";
import type { TenureUnit } from "../../domain/tenure";
import { MISSING_DAY } from "../../kernel/table/column";
import { daysOf, linkedTable } from "../../measures/cost-driver";
import type { RenewalPeriod, RenewalsParams } from "./spec";

export const DAYS_A_MONTH = 365.2425 / 12;

/** Months in a period; a period of unknown length counts as one of its own. */
export const MONTHS: Readonly<Record<RenewalPeriod, number>> = {
  month: 1,
  quarter: 3,
  year: 12,
  unit: 1,
};

/** Contracts up to this many days are renewed monthly, and up to that many quarterly. */
const LONGEST_MONTH = 45;
const LONGEST_QUARTER = 135;

/**
 * How often customers are asked: as chosen, else by the median length of the contracts; months where a column counts months.
 * O(contracts log contracts).
 */
export function periodOf(
  tables: Tables,
  unit: TenureUnit,
  chosen: RenewalsParams["period"],
): RenewalPeriod {
  if (unit === "unit") return "unit";
  if (chosen !== "auto") return chosen;
  if (unit === "month") return "month";
  const length = medianLength(tables);
  if (length === null || length > LONGEST_QUARTER) return "year";
  return length > LONGEST_MONTH ? "quarter" : "month";
}

/** Length of a period in the unit of the tenure. */
export function lengthOf(period: RenewalPeriod, unit: TenureUnit): number {
  return unit === "day" ? MONTHS[period] * DAYS_A_MONTH : MONTHS[period];
}

/** Days; null where no contract has both ends. */
function medianLength(tables: Tables): number | null {
  const contracts = linkedTable(tables.contracts);
  const starts = contracts === null ? null : daysOf(contracts, "startsOn");
  const ends = contracts === null ? null : daysOf(contracts, "endsOn");
  if (starts === null || ends === null) return null;
  const lengths: number[] = [];
  starts.forEach((start, row) => {
    const end = ends[row]!;
    if (start !== MISSING_DAY && end !== MISSING_DAY && end > start) lengths.push(end - start);
  });
  return lengths.toSorted((a, b) => a - b)[lengths.length >> 1] ?? null;
}
