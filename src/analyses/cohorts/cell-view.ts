import type { Format } from "../../i18n/format";
import { epochDay } from "../../kernel/base/calendar";
import type { CardRow } from "../../page/charts/figure";
import type { CalendarGrain } from "../../domain/period-key";
import type { Params } from "../define";
import type { CohortsMessages } from "./messages/zh-Hans";
import type spec from "./spec";
import type { Cohort, CohortsResult, OffsetCell } from "./spec";

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
  readonly columnName: (id: string) => string;
}

export const cohortName = ({ fromDay, toDay }: Cohort, { format, grain }: Words): string =>
  format.periodName({ grain, fromDay: epochDay(fromDay), toDay: epochDay(toDay) });

export const cohortTick = ({ fromDay }: Cohort, { format, grain }: Words): string =>
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
  /** the field that a click follows: names customers, but for the pooled ones; null: nothing to follow */
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

export interface Share {
  readonly value: number | null;
  readonly running: boolean;
}

export const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

export function shareAt(row: Cohort, offset: number, measure: Measure): Share {
  const list = measure === "heads" ? row.retention : row.salesRatio;
  return {
    value: finite(list[offset] as number),
    running: row.running && offset === row.customers.length - 1,
  };
}

export const offsetShare = (cell: OffsetCell, measure: Measure): number | null =>
  measure === "heads" ? cell.retention : cell.salesRatio;

/** Share of the accent in the deepest field: beyond it the figures on it could not be read in both themes. */
const DEEPEST = 0.5;

export interface Drawn {
  readonly measure: Measure;
  readonly top: number;
}

export const textsOf = (
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

export function pooledCells(
  result: CohortsResult,
  words: Words,
  { measure, top }: Drawn,
): HeatCell[] {
  const { t, format, grain } = words;
  const size = format.count(result.customers);
  const base = { row: POOLED, pale: false, running: false };
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
    cell: null,
  };
  const later = result.pooled.filter(({ offset }) => offset > 0);
  return [
    sizes,
    ...later.map((cell): HeatCell => {
      const { offset, customers, retention, low, high, salesRatio } = cell;
      return {
        ...base,
        ...textsOf({ value: offsetShare(cell, measure), running: false }, words, top),
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
        cell: `${POOLED}:${offset}`,
      };
    }),
  ];
}
