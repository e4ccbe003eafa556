import { SALE_LINE } from "../../domain/line-kind";
import { dayOfMoment } from "../../domain/moment";
import type { Period } from "../../domain/scope";
import { hasBit, type Bitset } from "../../kernel/table/bitset";
import {
  columnOf,
  MISSING_CODE,
  requiredColumn,
  textAt,
  type DictionaryColumn,
  type Table,
} from "../../kernel/table/column";
import type { Progress } from "../define";
import { caseText, type Sold } from "./goods";
import { lotId, type LotKey } from "./lot-id";
import type { Coded } from "./pareto";
import type { CausesResult } from "./spec";

/** Some 20 ms of lines. */
const SLICE = 200_000;

/** What was sold of one batch of one product, and who complained of it. */
interface Lot extends LotKey {
  firstDay: number;
  lastDay: number;
  sold: number;
}

/** Batches as they were sold, and the complaints of each. */
export interface Lots {
  readonly lots: readonly Lot[];
  /** by row of `orders`: place in `lots`, −1 for what counts in none */
  readonly lotOfRow: Int32Array;
  /** by case: place in `lots`, or −1 */
  readonly lotOfCase: Int32Array;
  readonly from: number;
  readonly lacks: CausesResult["lotLacks"];
}

export interface LotSight {
  readonly orders: Table;
  readonly complaints: Table;
  readonly coded: Coded;
  readonly period: Period;
  readonly customerRows: Bitset | null;
  readonly by: Sold["by"];
}

const isFilled = (table: Table, id: string): boolean => {
  const column = columnOf(table, id, "dictionary");
  return column !== undefined && column.dictionary.length > 0;
};

/** The columns that are missing for linking complaints to batches as they were sold. */
function lacksOf({ orders, complaints }: LotSight): CausesResult["lotLacks"] {
  const isReadable = ["customer", "orderedOn", "lineKind"].every((id) => orders.columns.has(id));
  if (!isReadable) return ["orders"];
  return [
    ...(isFilled(orders, "batch") ? [] : (["orders"] as const)),
    ...(isFilled(complaints, "batch") ? [] : (["complaints"] as const)),
  ];
}

/**
 * Batches by product, with their sale lines up to the last day of the window, and the complaints of the window that name them.
 *
 * Filters on orders do not reach complaints, so that they must not reach what was sold either. O(order lines + cases).
 */
export function* lotsOf(sight: LotSight): Generator<Progress, Lots, void> {
  const { orders, coded, period } = sight;
  const lacks = lacksOf(sight);
  const lotOfRow = new Int32Array(orders.rowCount).fill(-1);
  const lotOfCase = new Int32Array(coded.cases.n).fill(-1);
  const from = Math.max(period.fromDay, firstOpening(sight.complaints));
  if (lacks.length > 0) return { lots: [], lotOfRow, lotOfCase, from, lacks };
  const lots: Lot[] = [];
  const places = new Map<number, number>();
  const lines = linesOf(sight);
  for (let row = 0; row < orders.rowCount; row++) {
    if (row % SLICE === SLICE - 1) yield { done: 0.5 * (row / orders.rowCount) };
    const code = lines.batch.codes[row]!;
    if (code === MISSING_CODE || !lines.isSold(row)) continue;
    const product = lines.product === null ? MISSING_CODE : lines.product.codes[row]!;
    // The code of a missing product is the largest there is; the sum stays a whole number.
    const key = product * lines.batch.dictionary.length + code;
    let place = places.get(key);
    if (place === undefined) {
      place = lots.length;
      places.set(key, place);
      const of = lines.product === null ? null : textAt(lines.product, row);
      lots.push({
        batch: textAt(lines.batch, row)!,
        product: of,
        firstDay: Infinity,
        lastDay: -Infinity,
        sold: 0,
      });
    }
    const lot = lots[place]!;
    lot.sold++;
    lot.firstDay = Math.min(lot.firstDay, lines.days[row]!);
    lot.lastDay = Math.max(lot.lastDay, lines.days[row]!);
    lotOfRow[row] = place;
  }
  linkCases(sight, lots, lotOfCase);
  return { lots, lotOfRow, lotOfCase, from, lacks };
}

interface SoldLines {
  readonly batch: DictionaryColumn;
  readonly product: DictionaryColumn | null;
  readonly days: Int32Array;
  readonly isSold: (row: number) => boolean;
}

function linesOf({ orders, period, customerRows, by }: LotSight): SoldLines {
  const days = requiredColumn(orders, "orderedOn", "day").values;
  const kinds = requiredColumn(orders, "lineKind", "dictionary").codes;
  const customers = requiredColumn(orders, "customer", "dictionary").codes;
  return {
    batch: requiredColumn(orders, "batch", "dictionary"),
    product: by === null ? null : requiredColumn(orders, by, "dictionary"),
    days,
    isSold: (row) =>
      kinds[row] === SALE_LINE &&
      days[row]! <= period.toDay &&
      (customerRows === null || hasBit(customerRows, customers[row]!)),
  };
}

/** Of what was sold before anybody wrote complaints down, nobody knows what was complained of. */
function firstOpening(complaints: Table): number {
  const { values } = requiredColumn(complaints, "openedAt", "float64");
  let first = Infinity;
  for (const moment of values) if (moment < first) first = moment;
  return dayOfMoment(first);
}

/** By product and batch; a complaint that names no product belongs to the only lot of its batch, if there is one alone. */
function linkCases(
  { complaints, coded, by }: LotSight,
  lots: readonly Lot[],
  lotOfCase: Int32Array,
) {
  const byId = new Map(lots.map((lot, place) => [lotId(lot), place]));
  const byBatch = new Map<string, number | null>();
  lots.forEach(({ batch }, place) => byBatch.set(batch, byBatch.has(batch) ? null : place));
  const batchOf = caseText(coded, complaints, "batch");
  const productOf = by === null ? () => null : caseText(coded, complaints, by);
  for (let i = 0; i < lotOfCase.length; i++) {
    const batch = batchOf(i);
    if (batch === null) continue;
    const product = productOf(i);
    const place = product === null ? byBatch.get(batch) : byId.get(lotId({ product, batch }));
    lotOfCase[i] = place ?? -1;
  }
}
