import { SALE_LINE } from "../../domain/line-kind";
import type { Period } from "../../domain/scope";
import { chanceOfSoMany } from "../../kernel/stats/fisher-exact";
import { falseDiscoveryRates } from "../../kernel/stats/false-discovery";
import { poissonInterval, poissonTail } from "../../kernel/stats/poisson";
import { hasBit, type Bitset } from "../../kernel/table/bitset";
import { columnOf, requiredColumn, textAt, type Table } from "../../kernel/table/column";
import { causeAt, customersAt, placesBy } from "./coding";
import type { Coded } from "./pareto";
import type { BatchLine, ProductLine } from "./spec";

const LISTED = 12;
/** Fewer cases than this are no pattern. */
export const FEWEST = 3;
/** Batches are many and small, so that chance has many tries. */
const TIED_FALSE_DISCOVERY = 0.01;
export const HIGH_FALSE_DISCOVERY = 0.05;

/** The text of a column by case; null where missing, or without the column. */
export function caseText(
  { cases }: Coded,
  table: Table,
  id: string,
): (place: number) => string | null {
  const column = columnOf(table, id, "dictionary");
  return (place) => (column === undefined ? null : textAt(column, cases.rows[place]!));
}

/**
 * Batches with at least three complaints, and whether one cause comes together in them: Fisher's exact test of the cause that
 * the batch has most of, against all other cases.
 */
export function batchLines(coded: Coded, table: Table): readonly BatchLine[] {
  const { cases, coding } = coded;
  const productOf = caseText(coded, table, "productName");
  const allByCause = placesBy(cases.n, (i) => causeAt(coding, i));
  const explained = [...allByCause.values()].reduce((sum, { length }) => sum + length, 0);
  const lines = [...placesBy(cases.n, caseText(coded, table, "batch"))].flatMap(
    ([batch, places]): BatchLine[] => {
      const causes = [...placesBy(places.length, (k) => causeAt(coding, places[k]!))].sort(
        (a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1),
      );
      const [first] = causes;
      if (places.length < FEWEST || first === undefined) return [];
      const [cause, { length: hits }] = first;
      return [
        {
          batch,
          product: productOf(places[0]!),
          cases: places.length,
          customers: customersAt(cases, places),
          cause,
          hits,
          allHits: allByCause.get(cause)!.length,
          isTied: false,
        },
      ];
    },
  );
  const rates = falseDiscoveryRates(
    lines.map(({ hits, cases: size, allHits }) =>
      chanceOfSoMany({ hits, size: Math.min(size, explained), allHits, all: explained }),
    ),
  );
  return lines
    .map((line, i) => ({
      ...line,
      isTied: line.hits >= FEWEST && rates[i]! <= TIED_FALSE_DISCOVERY,
    }))
    .sort(
      (a, b) =>
        Number(b.isTied) - Number(a.isTied) || b.cases - a.cases || (a.batch < b.batch ? -1 : 1),
    )
    .slice(0, LISTED);
}

/** Sale lines within some days, by the word of a column that complaints have as well. */
export interface Sold {
  /** which column links the two tables; null when none does */
  readonly by: "productId" | "productName" | null;
  readonly lines: number;
  readonly byKey: ReadonlyMap<string, number>;
}

/** Filters on orders do not reach complaints, so that they must not reach what was sold either. O(order lines). */
export function soldOf(
  orders: Table,
  complaints: Table,
  { period, customerRows }: { readonly period: Period; readonly customerRows: Bitset | null },
): Sold {
  const nothing: Sold = { by: null, lines: 0, byKey: new Map() };
  const isReadable = ["customer", "orderedOn", "lineKind"].every((id) => orders.columns.has(id));
  if (!isReadable || orders.rowCount === 0) return nothing;
  const by =
    (["productId", "productName"] as const).find((id) =>
      [orders, complaints].every((table) => {
        const column = columnOf(table, id, "dictionary");
        return column !== undefined && column.dictionary.length > 0;
      }),
    ) ?? null;
  const days = requiredColumn(orders, "orderedOn", "day").values;
  const kinds = requiredColumn(orders, "lineKind", "dictionary").codes;
  const customers = requiredColumn(orders, "customer", "dictionary").codes;
  const column = by === null ? undefined : columnOf(orders, by, "dictionary");
  const counts = new Uint32Array(column === undefined ? 0 : column.dictionary.length);
  let lines = 0;
  for (let row = 0; row < days.length; row++) {
    if (kinds[row] !== SALE_LINE || days[row]! < period.fromDay || days[row]! > period.toDay) {
      continue;
    }
    if (customerRows !== null && !hasBit(customerRows, customers[row]!)) continue;
    lines++;
    const code = column === undefined ? counts.length : column.codes[row]!;
    if (code < counts.length) counts[code]!++;
  }
  const byKey = new Map(
    Array.from(counts, (count, code) => [column!.dictionary[code]!, count] as const),
  );
  return { by, lines, byKey };
}

/** Complaints per 1,000 sale lines of each product that has any of both, the highest lower end of the interval first. */
export function productLines(
  coded: Coded,
  table: Table,
  sold: Sold,
): readonly ProductLine[] | null {
  if (sold.by === null) return null;
  const { cases } = coded;
  const nameOf = caseText(coded, table, "productName");
  const groups = [...placesBy(cases.n, caseText(coded, table, sold.by))].filter(
    ([key]) => (sold.byKey.get(key) ?? 0) > 0,
  );
  const linked = groups.reduce((sum, [, { length }]) => sum + length, 0);
  const soldLinked = [...sold.byKey.values()].reduce((sum, count) => sum + count, 0);
  const lines = groups.map(([key, places]): ProductLine => {
    const count = sold.byKey.get(key)!;
    const { low, high } = poissonInterval(places.length);
    const per = 1000 / count;
    return {
      key,
      name: nameOf(places[0]!) ?? key,
      cases: places.length,
      customers: customersAt(cases, places),
      sold: count,
      rate: places.length * per,
      low: low * per,
      high: high * per,
      isHigh: false,
    };
  });
  const rates = falseDiscoveryRates(
    lines.map((line) => poissonTail(line.cases, (linked * line.sold) / soldLinked)),
    Math.max(lines.length, [...sold.byKey.values()].filter((count) => count > 0).length),
  );
  return lines
    .map((line, i) => ({
      ...line,
      isHigh: line.cases >= FEWEST && rates[i]! <= HIGH_FALSE_DISCOVERY,
    }))
    .sort((a, b) => b.low - a.low || b.cases - a.cases || (a.key < b.key ? -1 : 1))
    .slice(0, LISTED);
}
