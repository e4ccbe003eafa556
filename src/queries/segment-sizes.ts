import type { OwnSegment } from "../domain/own-segment";
import type { ModelColumns } from "../domain/segment-rule";
import { compensatedSum } from "../kernel/stats/sum";
import { bitset, countBits, hasBit, type Bitset } from "../kernel/table/bitset";
import { customerNameOf } from "../measures/customer-name";
import type { Tables } from "../measures/order-book";
import type { CustomerScores } from "./customer-scores";
import { NOTHING_SAID, scoresOf, segmentFinder, type SegmentRows } from "./segment-rows";
import type { SegmentQuestion, SegmentSize, SegmentSizes } from "./segment-types";

/** Customers of a draft that are named. */
const NAMED = 5;

/**
 * How large segments are: customers, and their sales in the period and in the one before.
 *
 * @param tables    with the columns of `segmentNeeds` of all segments and of the draft
 * @param segments  those that are kept, by key
 * @param said      what analyses say of the customers, as far as rules ask for it
 * @returns sizes in the order of `segments`; sales null without orders
 *
 * O(segments × rules × customers).
 */
export function segmentSizes(
  tables: Tables,
  segments: ReadonlyMap<string, OwnSegment>,
  { scope, draft, groups }: SegmentQuestion,
  said: ModelColumns = NOTHING_SAID,
): SegmentSizes {
  const find = segmentFinder(tables, scope, segments, said);
  const scores = scoresOf(tables, scope);
  const everybody = bitset(tables.customers.rowCount, true);
  const drafted = draft === null ? null : find(draft);
  return {
    all: moneyOf(everybody, scores),
    sizes: [...segments].map(([key, { makeup }]) => [key, sizeOf(find(makeup), scores)]),
    groups: groups.map((makeup) => sizeOf(find(makeup), scores)),
    draft:
      drafted === null
        ? null
        : { ...sizeOf(drafted, scores), largest: largest(drafted.rows, tables, scores) },
  };
}

function sizeOf({ rows, trouble }: SegmentRows, scores: CustomerScores | null): SegmentSize {
  return { ...moneyOf(rows, scores), trouble };
}

function moneyOf(rows: Bitset, scores: CustomerScores | null): Omit<SegmentSize, "trouble"> {
  const sum = (values: Float64Array): number =>
    compensatedSum(values.map((value, row) => (hasBit(rows, row) ? value : 0)));
  return {
    customers: countBits(rows),
    sales: scores === null ? null : sum(scores.inPeriod.sales),
    salesBefore: scores === null || scores.before === null ? null : sum(scores.before.sales),
    profit: scores === null ? null : profitOf(rows, scores),
  };
}

function profitOf(rows: Bitset, { inPeriod }: CustomerScores): number | null {
  const { profits, saleLines } = inPeriod;
  if (profits === null) return null;
  const known = profits.filter(
    (profit, row) => hasBit(rows, row) && saleLines[row]! > 0 && !Number.isNaN(profit),
  );
  return known.length === 0 ? null : compensatedSum(known);
}

/** The names of the first by sales; of those without any, as they stand in the data. */
function largest(rows: Bitset, { customers }: Tables, scores: CustomerScores | null): string[] {
  const found: number[] = [];
  for (let row = 0; row < customers.rowCount; row++) if (hasBit(rows, row)) found.push(row);
  if (scores !== null) {
    const { sales } = scores.inPeriod;
    found.sort((a, b) => sales[b]! - sales[a]! || a - b);
  }
  return found.slice(0, NAMED).map((row) => customerNameOf(customers, row));
}
