import { readPeriodKey } from "../../domain/period-key";
import type { Rich } from "../../i18n/rich";
import { epochDay } from "../../kernel/base/calendar";
import type { ControlView } from "../../page/charts/control-line";
import type { CardRow, TwinTable } from "../../page/charts/figure";
import type { CsiPeriod, CsiTrend } from "./spec";
import { points, rangeText, shown, type Words } from "./words-view";

export function periodName(key: string, { format }: Words): string {
  const period = readPeriodKey(key);
  return period === null ? key : format.periodName(period);
}

/** The latest period that can be judged lies outside of its limits; null where it does not. */
export function signalText(trend: CsiTrend | null, words: Words): Rich | null {
  const last = trend?.periods.find(({ key }) => key === trend.judged);
  if (trend === null || last === undefined || last.index === null || last.signal === null)
    return null;
  const { trend: t } = words.t;
  const said = {
    period: periodName(last.key, words),
    index: points(last.index.index, words),
    centre: points(trend.centre, words),
  };
  return last.signal === "above" ? t.outAbove(said) : t.outBelow(said);
}

export function trendSub({ centre, factor }: CsiTrend, words: Words): string {
  const { trend: t } = words.t;
  const said = { centre: points(centre, words) };
  return factor > 1 ? t.subWide({ ...said, factor: words.format.number(factor, 1) }) : t.sub(said);
}

export function trendDescription({ periods }: CsiTrend, { t }: Words): string {
  const outside = periods.filter(({ signal }) => signal !== null).length;
  return t.trend.description({ periods: periods.length, outside });
}

export function trendView({ grain, centre, periods }: CsiTrend, words: Words): ControlView {
  const { format } = words;
  return {
    centre,
    bounds: [0, 100],
    step: 5,
    tick: (value) => format.number(value, 0),
    points: periods.map((period, x) => {
      const { key, fromDay, index, limitLow, limitHigh, signal, isRunning } = period;
      return {
        x,
        name: format.periodTick(grain, epochDay(fromDay)),
        value: index && index.index,
        low: index && index.low,
        high: index && index.high,
        limitLow,
        limitHigh,
        isOutside: signal !== null,
        isRunning,
        cell: `csi-period:${key}`,
        title: periodName(key, words),
        rows: cardRows(period, words),
      };
    }),
  };
}

function cardRows(period: CsiPeriod, words: Words): readonly CardRow[] {
  const { t, format } = words;
  const { index, limitLow, limitHigh, signal, customers, isRunning } = period;
  if (index === null || limitLow === null || limitHigh === null) return [];
  const limits = `${points(limitLow, words)} – ${points(limitHigh, words)}`;
  return [
    { label: t.trend.index, value: points(index.index, words) },
    { label: t.trend.interval, value: rangeText(index, words) },
    { label: t.trend.limits, value: limits },
    { label: t.trend.signal, value: t.trend[signal ?? "inside"] },
    { label: t.trend.answers, value: format.count(index.n) },
    { label: t.trend.customers, value: format.count(customers) },
    ...(isRunning ? [{ label: t.trend.running, value: "" }] : []),
  ];
}

export function trendTwin({ periods }: CsiTrend, words: Words): TwinTable {
  const { t } = words;
  const show = shown(words, 1);
  return {
    columns: [
      { label: t.trend.period },
      { label: t.trend.answers, numeric: true },
      { label: t.trend.index, numeric: true, show },
      { label: t.trend.low, numeric: true, show },
      { label: t.trend.high, numeric: true, show },
      { label: t.trend.limitLow, numeric: true, show },
      { label: t.trend.limitHigh, numeric: true, show },
      { label: t.trend.signal },
      { label: t.trend.customers, numeric: true },
    ],
    rows: periods.map(({ key, n, index, limitLow, limitHigh, signal, customers }) => [
      key,
      n,
      index && index.index,
      index && index.low,
      index && index.high,
      limitLow,
      limitHigh,
      index === null ? "" : t.trend[signal ?? "inside"],
      customers,
    ]),
  };
}
