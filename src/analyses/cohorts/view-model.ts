import type { TwinTable, TwinValue } from "../../page/charts/figure";
import type { CalendarGrain } from "../../domain/period-key";
import {
  cohortName,
  cohortTick,
  finite,
  offsetShare,
  pooledCells,
  POOLED,
  shareAt,
  SIZES,
  textsOf,
  type CohortParams,
  type Drawn,
  type HeatCell,
  type HeatView,
  type Measure,
  type Words,
} from "./cell-view";
import { epochDay } from "../../kernel/base/calendar";
import { trendText, type Followed } from "./follow-view";
import { differenceText, groupCells, groupName } from "./group-view";
import type { Cohort, CohortsResult, PooledCell } from "./spec";

/**
 * The share that gets the deepest colour: the largest one that does not rest on a small or unfinished group; where all groups
 * are small, the largest pooled one.
 */
export function deepest(result: CohortsResult, measure: Measure, smallBelow: number): number {
  const later = result.pooled.filter(({ offset }) => offset > 0);
  const large = later.filter(({ size }) => size >= smallBelow);
  const pooled = large.length > 0 ? large : later;
  const solid = result.byValue === null ? result.cohorts.filter(({ small }) => !small) : [];
  const groups = (result.byValue?.groups ?? []).flatMap(({ cells }) => cells.slice(1));
  const shares = [
    ...groups.filter(({ size }) => size >= smallBelow).map((cell) => offsetShare(cell, measure)),
    ...pooled.map((cell) => offsetShare(cell, measure)),
    ...solid.flatMap((row) =>
      Array.from(row.customers, (_, offset) => shareAt(row, offset, measure))
        .slice(1)
        .filter(({ running }) => !running)
        .map(({ value }) => value),
    ),
  ];
  return Math.max(0.01, ...shares.filter((share) => share !== null));
}

/**
 * The table of cohorts as fields of colour: the pooled row first, then the cohorts, oldest first; the sizes in the first
 * column instead of a column that is 100 % everywhere.
 */
export function heatView(result: CohortsResult, words: Words, measure: Measure): HeatView {
  const { t } = words;
  const top = deepest(result, measure, words.smallBelow);
  const drawn = { measure, top };
  const { byValue, cohorts } = result;
  const own =
    byValue === null
      ? cohorts.flatMap((row) => cohortCells(row, words, drawn))
      : byValue.groups.flatMap((group) => groupCells(group, words, drawn));
  const lengths =
    byValue === null
      ? cohorts.map(({ customers }) => customers.length)
      : byValue.groups.map(({ cells }) => cells.length);
  const longest = Math.max(1, ...lengths);
  const names = new Map(
    byValue === null
      ? cohorts.map((row) => [String(row.index), cohortTick(row, words)])
      : byValue.groups.map((group) => [String(group.place), groupName(group, words)]),
  );
  const rows = [POOLED, ...names.keys()];
  names.set(POOLED, t.pooled);
  return {
    cells: [...pooledCells(result, words, drawn), ...own],
    rows,
    columns: [SIZES, ...Array.from({ length: longest - 1 }, (_, i) => String(i + 1))],
    rowName: (row) => names.get(row) ?? row,
    columnName: (column) => (column === SIZES ? t.sizeShort : `+${column}`),
  };
}

function cohortCells(row: Cohort, words: Words, { measure, top }: Drawn): HeatCell[] {
  const { t, format, currency } = words;
  const name = cohortName(row, words);
  return Array.from(row.customers, (customers, offset): HeatCell => {
    const share = shareAt(row, offset, measure);
    const base = { row: String(row.index), pale: row.small, cell: `cohort:${row.key}:${offset}` };
    const sales = { label: t.sales, value: format.money(row.sales[offset] as number, currency) };
    const notes = [
      ...(row.first ? [{ label: t.first, value: "" }] : []),
      ...(row.small ? [{ label: t.small, value: "" }] : []),
    ];
    if (offset === 0) {
      const size = format.count(row.size);
      const rows = [{ label: t.size, value: size }, sales, ...notes];
      const running = share.running;
      const title = running ? `${name} · ${t.running}` : name;
      const texts = { tone: null, text: running ? `${size}*` : size, short: size };
      return { ...base, ...texts, column: SIZES, running, title, rows };
    }
    const interval = format.percentInterval(row.low[offset] as number, row.high[offset] as number);
    const ratio = finite(row.salesRatio[offset] as number);
    const title = `${name} · ${t.after({ offset, grain: words.grain })}`;
    return {
      ...base,
      ...textsOf(share, words, top),
      column: String(offset),
      running: share.running,
      title: share.running ? `${title} · ${t.running}` : title,
      rows: [
        { label: t.retention, value: format.percent(row.retention[offset] as number) },
        { label: t.interval, value: interval },
        { label: t.retained, value: `${format.count(customers)} / ${format.count(row.size)}` },
        sales,
        ...(ratio === null ? [] : [{ label: t.salesRatio, value: format.percent(ratio) }]),
        ...notes,
      ],
    };
  });
}

/** Later offsets that are told after the first one. */
const TOLD: Readonly<Record<CalendarGrain, readonly number[]>> = {
  month: [3, 6, 12],
  quarter: [2, 4],
};

/** The answer in sentences; each is true or left out. A share of a few customers is told as a count. */
export function findings(
  result: CohortsResult,
  { reading, measure }: Pick<CohortParams, "reading" | "measure">,
  words: Words,
): string {
  const { t, format, grain, smallBelow } = words;
  const at = (offset: number): PooledCell | undefined =>
    result.pooled.find((cell) => cell.offset === offset);
  const next = at(1);
  if (next === undefined) return t.nothing;
  const sentences: string[] = [];
  if (next.size < smallBelow) {
    sentences.push(t.findingFew({ n: next.size, back: next.customers, grain, reading }));
  } else {
    sentences.push(
      t.finding({
        share: format.percent(next.retention),
        interval: format.percentInterval(next.low, next.high),
        n: next.size,
        grain,
        reading,
      }),
    );
    const later = TOLD[grain]
      .map(at)
      .filter((cell) => cell !== undefined && cell.size >= smallBelow)
      .map((cell) =>
        t.findingAt({
          offset: (cell as PooledCell).offset,
          share: format.percent((cell as PooledCell).retention),
          grain,
        }),
      );
    if (later.length > 0) sentences.push(t.findingLater({ later }));
  }
  const { cohorts, smallCohorts } = result;
  if (result.byValue === null && cohorts.length > 1 && smallCohorts === cohorts.length) {
    sentences.push(t.findingSmall({ small: smallBelow, grain }));
  }
  if (measure === "heads" && result.byValue !== null)
    sentences.push(differenceText(result, 1, words));
  const trend = result.trends.find(({ offset }) => offset === 1);
  if (measure === "heads" && result.byValue === null && trend !== undefined)
    sentences.push(trendText(result, 1, reading, words));
  return joined(sentences, words);
}

const joined = (sentences: readonly string[], { format }: Words): string =>
  sentences.join(format.language === "en" ? " " : "");

/** What the table shows, from how many, and what its marks mean. */
export function subLines(result: CohortsResult, params: CohortParams, words: Words): string {
  const { t, format } = words;
  const { byValue, cohorts, customers, smallCohorts } = result;
  const asOf = format.day(epochDay(result.asOfDay));
  const counted =
    byValue === null
      ? t.sub({ cohorts: cohorts.length, customers, asOf })
      : t.subBy({ groups: byValue.groups.length, customers, asOf });
  const small = byValue === null ? smallCohorts : byValue.groups.filter((g) => g.small).length;
  const runs = byValue === null && cohorts.some(({ running }) => running);
  const isMoney = params.measure === "money";
  return joined(
    [
      counted,
      isMoney ? t.subMoney : t.subHeads[params.reading],
      ...(isMoney && params.basis === "net" ? [t.subNet] : []),
      ...(small > 0 ? [t.subSmall({ small: params.smallBelow })] : []),
      ...(runs ? [t.subRunning] : []),
    ],
    words,
  );
}

/** What a click on a field follows: its row and column; one that has only one of them leaves the other as it was. */
export function followedCell(
  view: HeatView,
  cell: string,
  before: Followed | null,
): Followed | null {
  const found = view.cells.find((field) => field.cell === cell);
  if (found === undefined || before === null) return before;
  return {
    row: found.row === POOLED ? before.row : found.row,
    offset: found.column === SIZES ? before.offset : Number(found.column),
  };
}

export function cohortsTwin(result: CohortsResult, words: Words): TwinTable {
  const { t, format, currency } = words;
  const number =
    (show: (value: number) => string) =>
    (value: TwinValue): string =>
      typeof value === "number" ? show(value) : format.dash;
  const count = number((value) => format.count(value));
  const percent = number((value) => format.percent(value));
  return {
    columns: [
      { label: t.cohort },
      { label: t.offset, numeric: true, show: count },
      { label: t.size, numeric: true, show: count },
      { label: t.retained, numeric: true, show: count },
      { label: t.retention, numeric: true, show: percent },
      { label: t.low, numeric: true, show: percent },
      { label: t.high, numeric: true, show: percent },
      {
        label: t.sales,
        numeric: true,
        show: number((value) => format.moneyExact(value, currency)),
      },
      { label: t.salesRatio, numeric: true, show: percent },
    ],
    rows: [
      ...result.pooled.map(({ offset, size, customers, retention, low, high, salesRatio }) => [
        t.pooled,
        ...[offset, size, customers, retention, low, high, null, salesRatio],
      ]),
      ...result.cohorts.flatMap((row) =>
        Array.from(row.customers, (customers, offset) => [
          cohortName(row, words) + (shareAt(row, offset, "heads").running ? ` · ${t.running}` : ""),
          ...[offset, row.size, customers, row.retention[offset] as number],
          ...[row.low[offset] as number, row.high[offset] as number],
          ...[row.sales[offset] as number, finite(row.salesRatio[offset] as number)],
        ]),
      ),
    ],
  };
}
