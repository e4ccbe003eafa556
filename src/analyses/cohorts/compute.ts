import type { Period } from "../../domain/scope";
import { epochDay, type EpochDay } from "../../kernel/base/calendar";
import { compensatedSum } from "../../kernel/stats/sum";
import { wilsonInterval } from "../../kernel/stats/wilson";
import {
  cellIndex,
  cohortTable,
  customersInCell,
  type CohortTable,
} from "../../measures/cohort-table";
import { ledgerGrain } from "../../measures/ledger-grain";
import { eventsOn, eventSpan } from "../../measures/lifecycle-events";
import {
  keyOfPeriod,
  lastFullPeriod,
  periodGrid,
  periodWithKey,
  type PeriodGrid,
} from "../../measures/lifecycle-periods";
import { orderBook, type OrderBook } from "../../measures/order-book";
import { windowOf } from "../../measures/window";
import type { Ambient, Answer, Input, Params, Progress } from "../define";
import { cohortGroups, customersOfGroup, type GroupBase } from "./groups";
import type spec from "./spec";
import type { Cohort, CohortGroups, CohortsResult, CohortTrend, PooledCell } from "./spec";
import { cohortTrends } from "./trends";

type CohortParams = Params<(typeof spec)["params"]>;

/**
 * Cohort retention: customers by the month or quarter of their first order, and how many of them buy k periods later.
 *
 * Sale lines only, with the basis `net` less their returns; nothing after the as-of day; the cohorts whose period touches the period of the scope. Pooled figures
 * take only cohorts for which the period at that offset is over. Wilson intervals at 95 %. With `by` also by the values of a
 * column of customers. Members: "cohort:<key>:<offset>", "cohort-group:<place>:<offset>". O(lines + periods^2).
 * methods D18; Wilson 1927; Cochran 1954; Armitage 1955.
 */
export default function* cohorts(
  input: Input,
  params: CohortParams,
  ambient: Ambient,
): Generator<Progress, Answer<CohortsResult>, void> {
  const { asOfDay } = ambient.scope;
  const book = orderBook(input);
  const events = eventsOn(book, asOfDay, { orderRows: ambient.orderRows, basis: params.basis });
  yield { done: 0.4 };
  const data = book.saleSpan;
  if (data === null || eventSpan(events) === null) {
    return {
      result: { kind: "insufficient", code: "no-orders", need: 1, have: 0 },
      members: () => null,
    };
  }
  const grid = gridOf(book, params, epochDay(data.firstDay), asOfDay);
  const table = cohortTable(events, grid);
  yield { done: 0.8 };
  const rows = cohortRows(table, grid, params, windowOf(ambient.scope, "period"));
  const customers = rows.reduce((n, row) => n + row.size, 0);
  const pooled = pooledCells(rows, grid);
  const trends = params.reading === "exact" ? cohortTrends(rows, lastFullPeriod(grid)) : [];
  const base = {
    events,
    grid,
    smallBelow: params.smallBelow,
    isOrLater: params.reading === "orLater",
  };
  const groups = cohortGroups(input.customers, params.by, rows, base);
  const result: CohortsResult = {
    kind: "answered",
    headline: {
      cohorts: rows.length,
      customers,
      ...pooledHeadline(pooled),
      ...testsHeadline(trends, groups?.said ?? null),
    },
    grain: grid.cut.grain === "quarter" ? "quarter" : "month",
    asOfDay,
    customers,
    customersBefore: rows[0] === undefined ? 0 : firstBefore(table, rows[0].index),
    smallCohorts: rows.filter((row) => row.small).length,
    cohorts: rows,
    pooled,
    trends,
    byValue: groups === null ? null : groups.said,
  };
  return {
    result,
    members: (cell) => {
      if (!cell.startsWith("cohort-group:")) return customersOf(cell, base);
      return groups === null ? null : customersOfGroup(groups, cell, base);
    },
  };
}

function pooledHeadline(pooled: readonly PooledCell[]) {
  const at = (offset: number): number | null =>
    pooled.find((cell) => cell.offset === offset)?.retention ?? null;
  return {
    pooledRetention1: at(1),
    pooledRetention3: at(3),
    pooledRetention6: at(6),
    pooledRetention12: at(12),
  };
}

function testsHeadline(trends: readonly CohortTrend[], byValue: CohortGroups | null) {
  return {
    trendP1: trends.find(({ offset }) => offset === 1)?.p ?? null,
    groups: byValue === null ? 0 : byValue.groups.length,
    groupsP1: byValue?.differences.find(({ offset }) => offset === 1)?.p ?? null,
  };
}

/** The customers behind "cohort:<key>:<offset>". */
function customersOf(cell: string, { events, grid, isOrLater }: GroupBase): Uint32Array | null {
  const [, key, digits] = /^cohort:([^:]+):(\d+)$/.exec(cell) ?? [];
  const cohort = key === undefined ? -1 : periodWithKey(grid, key);
  const offset = Number(digits);
  if (cohort === -1 || cohort + offset >= grid.count) return null;
  return customersInCell(events, grid, { cohort, offset, orLater: isOrLater });
}

function gridOf(
  book: OrderBook,
  { grain: asked }: CohortParams,
  firstDay: EpochDay,
  asOfDay: EpochDay,
): PeriodGrid {
  const grain = asked === "auto" ? ledgerGrain(book, asOfDay) : asked;
  return periodGrid({ grain, windowDays: 1 }, firstDay, asOfDay);
}

/** The cohorts that have customers and whose period touches the window. */
function cohortRows(
  table: CohortTable,
  grid: PeriodGrid,
  params: CohortParams,
  window: Period,
): readonly Cohort[] {
  const rows: Cohort[] = [];
  for (let index = 0; index < grid.count; index++) {
    const inScope = grid.starts[index + 1]! > window.fromDay && grid.starts[index]! <= window.toDay;
    if (inScope && table.heads[cellIndex(grid.count, index, 0)]! > 0) {
      rows.push(cohortRow(table, grid, index, params));
    }
  }
  return rows;
}

function cohortRow(
  table: CohortTable,
  grid: PeriodGrid,
  index: number,
  params: CohortParams,
): Cohort {
  const cells = grid.count - index;
  const at = cellIndex(grid.count, index, 0);
  const heads = params.reading === "exact" ? table.heads : table.headsOrLater;
  const customers = heads.slice(at, at + cells);
  const sales = table.sales.slice(at, at + cells);
  const size = table.heads[at]!;
  const intervals = Array.from(customers, (count) => wilsonInterval(count, size));
  return {
    index,
    key: keyOfPeriod(grid, index),
    fromDay: grid.starts[index]!,
    toDay: grid.starts[index + 1]! - 1,
    size,
    small: size < params.smallBelow,
    first: index === 0,
    running: grid.runningLast,
    customers,
    retention: Float64Array.from(customers, (count) => count / size),
    low: Float64Array.from(intervals, ({ low }) => low),
    high: Float64Array.from(intervals, ({ high }) => high),
    sales,
    salesRatio: sales.map((value) => (sales[0] === 0 ? Number.NaN : value / sales[0]!)),
  };
}

function pooledCells(rows: readonly Cohort[], grid: PeriodGrid): PooledCell[] {
  const full = lastFullPeriod(grid);
  const pooled: PooledCell[] = [];
  for (let offset = 0; offset <= full; offset++) {
    const fair = rows.filter((row) => row.index + offset <= full);
    if (fair.length === 0) break;
    const size = fair.reduce((n, row) => n + row.size, 0);
    const customers = fair.reduce((n, row) => n + row.customers[offset]!, 0);
    const base = compensatedSum(fair.map((row) => row.sales[0]!));
    const { low, high } = wilsonInterval(customers, size);
    pooled.push({
      offset,
      cohorts: fair.length,
      size,
      customers,
      retention: customers / size,
      low,
      high,
      salesRatio: base === 0 ? null : compensatedSum(fair.map((row) => row.sales[offset]!)) / base,
    });
  }
  return pooled;
}

function firstBefore(table: CohortTable, index: number): number {
  let n = 0;
  for (let cohort = 0; cohort < index; cohort++) {
    n += table.heads[cellIndex(table.periods, cohort, 0)]!;
  }
  return n;
}
