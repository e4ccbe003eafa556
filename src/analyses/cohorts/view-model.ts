import type { Format } from "../../i18n/format";
import { epochDay } from "../../kernel/base/calendar";
import type { CardRow, TwinTable, TwinValue } from "../../page/charts/figure";
import type { CalendarGrain } from "../../domain/period-key";
import type { Params } from "../define";
import type { CohortsMessages } from "./messages/zh-Hans";
import type spec from "./spec";
import type { Cohort, CohortsResult, PooledCell } from "./spec";

export type CohortParams = Params<(typeof spec)["params"]>;

/** What a cell says: the share of customers, or of the first period's sales. */
export const MEASURES = ["heads", "money"] as const;
/** The cuts that a reader chooses among; what pages open with is one of them in the end. */
export const GRAINS: readonly CalendarGrain[] = ["month", "quarter"];
export type Measure = (typeof MEASURES)[number];

export interface Words {
  readonly t: CohortsMessages;
  readonly format: Format;
  readonly currency: string | null;
  readonly grain: CalendarGrain;
  /** groups with fewer customers are pale */
  readonly smallBelow: number;
}

const cohortName = ({ fromDay, toDay }: Cohort, { format, grain }: Words): string =>
  format.periodName({ grain, fromDay: epochDay(fromDay), toDay: epochDay(toDay) });

const cohortTick = ({ fromDay }: Cohort, { format, grain }: Words): string =>
  format.periodTick(grain, epochDay(fromDay));

/** Row of the pooled figures, and column of the sizes. */
export const POOLED = "pooled";
export const SIZES = "size";

export interface HeatCell {
  readonly row: string;
  /** `SIZES`, or the offset */
  readonly column: string;
  /** 0..1 of the deepest colour; null for a size or a share that cannot be said */
  readonly tone: number | null;
  readonly text: string;
  /** without the sign of per cent, for narrow drawings */
  readonly short: string;
  readonly pale: boolean;
  readonly running: boolean;
  readonly title: string;
  readonly rows: readonly CardRow[];
  readonly cell: string | null;
}

export interface HeatView {
  readonly cells: readonly HeatCell[];
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly rowName: (row: string) => string;
  readonly columnName: (column: string) => string;
}

const shareOf = (value: number): string => {
  const percent = value * 100;
  return percent > 0 && percent < 0.5 ? "<1" : percent.toFixed(0);
};

interface Share {
  readonly value: number | null;
  readonly running: boolean;
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

function shareAt(row: Cohort, offset: number, measure: Measure): Share {
  const list = measure === "heads" ? row.retention : row.salesRatio;
  return {
    value: finite(list[offset] as number),
    running: row.running && offset === row.customers.length - 1,
  };
}

const pooledShare = (cell: PooledCell, measure: Measure): number | null =>
  measure === "heads" ? cell.retention : cell.salesRatio;

/**
 * The share that gets the deepest colour: the largest one that does not rest on a small or unfinished group; where all groups
 * are small, the largest pooled one.
 */
export function deepest(result: CohortsResult, measure: Measure, smallBelow: number): number {
  const later = result.pooled.filter(({ offset }) => offset > 0);
  const large = later.filter(({ size }) => size >= smallBelow);
  const pooled = large.length > 0 ? large : later;
  const solid = result.cohorts.filter(({ small }) => !small);
  const shares = [
    ...pooled.map((cell) => pooledShare(cell, measure)),
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
  const cells = [
    ...pooledCells(result, words, { measure, top }),
    ...result.cohorts.flatMap((row) => cohortCells(row, words, { measure, top })),
  ];
  const longest = Math.max(1, ...result.cohorts.map(({ customers }) => customers.length));
  const names = new Map(result.cohorts.map((row) => [String(row.index), cohortTick(row, words)]));
  names.set(POOLED, t.pooled);
  return {
    cells,
    rows: [POOLED, ...result.cohorts.map(({ index }) => String(index))],
    columns: [SIZES, ...Array.from({ length: longest - 1 }, (_, i) => String(i + 1))],
    rowName: (row) => names.get(row) ?? row,
    columnName: (column) => (column === SIZES ? t.sizeShort : `+${column}`),
  };
}

/** Share of the accent in the deepest field: beyond it the figures on it could not be read in both themes. */
const DEEPEST = 0.5;

interface Drawn {
  readonly measure: Measure;
  readonly top: number;
}

const textsOf = (
  { value, running }: Share,
  { format }: Words,
  top: number,
): Pick<HeatCell, "tone" | "text" | "short"> => {
  if (value === null) return { tone: null, text: format.dash, short: format.dash };
  const short = shareOf(value) + (running ? "*" : "");
  return {
    tone: Math.min(1, value / top) * DEEPEST,
    text: running ? `${shareOf(value)}%*` : `${shareOf(value)}%`,
    short,
  };
};

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

function pooledCells(result: CohortsResult, words: Words, { measure, top }: Drawn): HeatCell[] {
  const { t, format, grain } = words;
  const size = format.count(result.customers);
  const base = { row: POOLED, pale: false, running: false, cell: null };
  const sizes: HeatCell = {
    ...base,
    column: SIZES,
    tone: null,
    text: size,
    short: size,
    title: t.pooled,
    rows: [
      { label: t.size, value: size },
      { label: t.cohorts, value: format.count(result.cohorts.length) },
    ],
  };
  const later = result.pooled.filter(({ offset }) => offset > 0);
  return [
    sizes,
    ...later.map((cell): HeatCell => {
      const { offset, customers, retention, low, high, salesRatio } = cell;
      return {
        ...base,
        ...textsOf({ value: pooledShare(cell, measure), running: false }, words, top),
        pale: cell.size < words.smallBelow,
        column: String(offset),
        title: `${t.pooled} · ${t.after({ offset, grain })}`,
        rows: [
          { label: t.retention, value: format.percent(retention) },
          { label: t.interval, value: format.percentInterval(low, high) },
          { label: t.retained, value: `${format.count(customers)} / ${format.count(cell.size)}` },
          { label: t.cohorts, value: format.count(cell.cohorts) },
          ...(salesRatio === null
            ? []
            : [{ label: t.salesRatio, value: format.percent(salesRatio) }]),
        ],
      };
    }),
  ];
}

/** Later offsets that are told after the first one. */
const TOLD: Readonly<Record<CalendarGrain, readonly number[]>> = {
  month: [3, 6, 12],
  quarter: [2, 4],
};

/** The answer in sentences; each is true or left out. A share of a few customers is told as a count. */
export function findings(
  result: CohortsResult,
  reading: CohortParams["reading"],
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
  if (cohorts.length > 1 && smallCohorts === cohorts.length) {
    sentences.push(t.findingSmall({ small: smallBelow, grain }));
  }
  return sentences.join(format.language === "en" ? " " : "");
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
