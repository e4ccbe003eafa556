import { readPeriodKey } from "../../domain/period-key";
import type { CardRow, TwinTable, TwinValue } from "../../page/charts/figure";
import type { SlaParams, SlaResult, Trend, WaitingCurve } from "./spec";
import { limitText, type Words } from "./view-model";

export interface CurvePoint {
  readonly x: number;
  readonly y: number;
}

export interface CurveStop extends CurvePoint {
  readonly title: string;
  readonly rows: readonly CardRow[];
}

/** A rising step curve: the share that is through after a time. */
export interface RisingView {
  readonly line: readonly CurvePoint[];
  /** where the promise is looked at: its share, with words */
  readonly mark: (CurvePoint & { readonly text: string }) | null;
  readonly xMax: number;
  readonly stops: readonly CurveStop[];
  readonly percent: (share: number) => string;
  readonly number: (value: number) => string;
}

/** The share that is through by a time, from the curve. */
function shareAt({ times, shares }: WaitingCurve, time: number): number {
  let share = 0;
  times.forEach((at, i) => {
    if (at <= time) share = shares[i] as number;
  });
  return share;
}

/** As far as nine in ten are through, or all that is known; at least twice the promise. */
function reach({ times, shares }: WaitingCurve, limit: number): number {
  const place = shares.findIndex((share) => share >= 0.95);
  const far = times[place < 0 ? times.length - 1 : place];
  return Math.max(2 * limit, far === undefined ? 0 : far);
}

function risingView(
  curve: WaitingCurve,
  options: {
    readonly limit: number;
    readonly text: (share: string) => string;
    readonly at: (time: string) => string;
    readonly label: string;
  },
  { format }: Words,
): RisingView {
  const { limit } = options;
  const xMax = reach(curve, limit);
  const within = Array.from(curve.times.keys()).filter((i) => (curve.times[i] as number) <= xMax);
  const points = within.map((i) => ({ x: curve.times[i] as number, y: curve.shares[i] as number }));
  const last = points.at(-1)?.y ?? 0;
  const share = shareAt(curve, limit);
  const stride = Math.max(1, Math.ceil(points.length / 40));
  return {
    line: [{ x: 0, y: 0 }, ...points, { x: xMax, y: last }],
    mark:
      points.length === 0
        ? null
        : { x: limit, y: share, text: options.text(format.percent(share)) },
    xMax,
    stops: points
      .filter((_, i) => i % stride === 0)
      .map((point) => ({
        ...point,
        title: options.at(format.number(point.x)),
        rows: [{ label: options.label, value: format.percent(point.y) }],
      })),
    percent: (value) => format.percent(value),
    number: (value) => format.number(value),
  };
}

export function responseView(result: SlaResult, params: SlaParams, words: Words): RisingView {
  const { t } = words;
  const limit = limitText(params, words);
  return risingView(
    result.responseCurve,
    {
      limit: params.limitHours,
      text: (share) => t.speed.limit({ limit, share }),
      at: (hours) => t.speed.at({ hours }),
      label: t.speed.share,
    },
    words,
  );
}

export function solutionView(result: SlaResult, params: SlaParams, words: Words): RisingView {
  const { t, format } = words;
  const at = (days: string): string => t.solution.at({ days });
  const text = (share: string): string => `${at(format.number(params.resolveDays))} ${share}`;
  const label = t.solution.share;
  return risingView(result.solutionCurve, { limit: params.resolveDays, text, at, label }, words);
}

const asNumber = (value: TwinValue): number => Number(value);

export function curveTwin(
  { times, shares }: WaitingCurve,
  labels: { readonly time: string; readonly share: string },
  { format }: Words,
): TwinTable {
  return {
    columns: [
      { label: labels.time, numeric: true, show: (value) => format.number(asNumber(value)) },
      { label: labels.share, numeric: true, show: (value) => format.percent(asNumber(value)) },
    ],
    rows: Array.from(times, (time, i) => [time, shares[i] as number]),
  };
}

export interface MonthPoint {
  readonly at: string;
  /** null: none is judged */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly isPart: boolean;
  readonly isOutside: boolean;
  readonly cell: string;
  readonly title: string;
  readonly rows: readonly CardRow[];
}

export interface TrendView {
  readonly months: readonly MonthPoint[];
  readonly centre: number | null;
  readonly yMax: number;
  readonly tick: (key: string) => string;
  readonly value: (value: number) => string;
}

const known = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;

const isPart = (trend: Trend, k: number): boolean =>
  (k === 0 && trend.isFirstPart) || (k === trend.keys.length - 1 && trend.isLastPart);

function monthName(key: string, { format }: Words): string {
  const period = readPeriodKey(key);
  return period === null ? key : format.periodName(period);
}

function monthTick(key: string, { format }: Words): string {
  const period = readPeriodKey(key);
  return period === null ? key : format.periodTick("month", period.fromDay);
}

export function shareTrend({ trend }: SlaResult, words: Words): TrendView {
  const { t, format } = words;
  return {
    months: trend.keys.map((key, k) => {
      const judged = trend.judged[k] as number;
      const met = trend.met[k] as number;
      return {
        at: key,
        value: judged === 0 ? null : met / judged,
        low: known(trend.low[k]),
        high: known(trend.high[k]),
        isPart: isPart(trend, k),
        isOutside: trend.slow.includes(key),
        cell: `complaint-month:${key}`,
        title: monthName(key, words),
        rows: [
          {
            label: t.trend.share,
            value: judged === 0 ? format.dash : format.percent(met / judged),
          },
          { label: t.trend.judged, value: format.count(judged) },
          ...partRow(trend, k, words),
        ],
      };
    }),
    centre: trend.centre,
    yMax: 1,
    tick: (key) => monthTick(key, words),
    value: (share) => format.percent(share),
  };
}

const partRow = (trend: Trend, k: number, { t }: Words): readonly CardRow[] =>
  isPart(trend, k) ? [{ label: t.trend.month, value: t.trend.part }] : [];

export function countTrend({ trend }: SlaResult, words: Words): TrendView {
  const { t, format } = words;
  const most = Math.max(...trend.cases, trend.counts?.high ?? 0, 1);
  return {
    months: trend.keys.map((key, k) => ({
      at: key,
      value: trend.cases[k] as number,
      low: trend.counts === null ? null : trend.counts.low,
      high: trend.counts === null ? null : trend.counts.high,
      isPart: isPart(trend, k),
      isOutside: trend.crowded.includes(key),
      cell: `complaint-month:${key}`,
      title: monthName(key, words),
      rows: [
        { label: t.trend.cases, value: format.count(trend.cases[k] as number) },
        ...partRow(trend, k, words),
      ],
    })),
    centre: trend.counts === null ? null : trend.counts.centre,
    yMax: most * 1.08,
    tick: (key) => monthTick(key, words),
    value: (value) => format.number(value),
  };
}

export function trendTwin({ trend }: SlaResult, words: Words): TwinTable {
  const { t, format } = words;
  const count = (value: TwinValue): string => format.count(asNumber(value));
  const percent = (value: TwinValue): string =>
    value === null ? format.dash : format.percent(asNumber(value));
  return {
    columns: [
      { label: t.trend.month },
      { label: t.trend.cases, numeric: true, show: count },
      { label: t.trend.judged, numeric: true, show: count },
      { label: t.trend.met, numeric: true, show: count },
      { label: t.trend.share, numeric: true, show: percent },
      { label: t.trend.low, numeric: true, show: percent },
      { label: t.trend.high, numeric: true, show: percent },
    ],
    rows: trend.keys.map((key, k) => {
      const judged = trend.judged[k] as number;
      const met = trend.met[k] as number;
      return [
        key,
        trend.cases[k] as number,
        judged,
        met,
        judged === 0 ? null : met / judged,
        known(trend.low[k]),
        known(trend.high[k]),
      ];
    }),
  };
}

/** Names of the months outside of their limits, or that there are none. */
export function outsideNames(keys: readonly string[], words: Words): string {
  if (keys.length === 0) return words.t.trend.none;
  return words.format.list(keys.map((key) => monthName(key, words)));
}
