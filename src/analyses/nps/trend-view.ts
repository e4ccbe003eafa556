import { readPeriodKey } from "../../domain/period-key";
import { epochDay } from "../../kernel/base/calendar";
import type { ControlView } from "../../page/charts/control-line";
import type { CardRow, TwinTable } from "../../page/charts/figure";
import type { NpsPeriod, NpsResult } from "./spec";
import { points, range, type Words } from "./view-model";

type Trend = NonNullable<NpsResult["trend"]>;

function periodName(key: string, { format }: Words): string {
  const period = readPeriodKey(key);
  return period === null ? key : format.periodName(period);
}

export function trendView({ grain, centre, periods }: Trend, words: Words): ControlView {
  const { format } = words;
  return {
    centre,
    bounds: [-100, 100],
    step: 20,
    tick: (value) => format.number(value, 0),
    points: periods.map((period, x) => {
      const { key, fromDay, score, limitLow, limitHigh, signal, isRunning } = period;
      return {
        x,
        name: format.periodTick(grain, epochDay(fromDay)),
        value: score && score.nps,
        low: score && score.low,
        high: score && score.high,
        limitLow,
        limitHigh,
        isOutside: signal !== null,
        isRunning,
        cell: `nps-period:${key}`,
        title: periodName(key, words),
        rows: cardRows(period, words),
      };
    }),
  };
}

function cardRows(period: NpsPeriod, words: Words): readonly CardRow[] {
  const { t, format } = words;
  const { score, limitLow, limitHigh, signal, customers, isRunning } = period;
  if (score === null || limitLow === null || limitHigh === null) return [];
  return [
    { label: "NPS", value: points(score.nps, words) },
    { label: t.trend.interval, value: range(score.low, score.high, words) },
    { label: t.trend.limits, value: range(limitLow, limitHigh, words) },
    { label: t.trend.signal, value: t.trend[signal ?? "inside"] },
    { label: t.scores.answers, value: format.count(score.n) },
    { label: t.scores.customers, value: format.count(customers) },
    ...(isRunning ? [{ label: t.trend.running, value: "" }] : []),
  ];
}

export function trendTwin({ periods }: Trend, words: Words): TwinTable {
  const { t, format } = words;
  const show = (value: string | number | null): string =>
    value === null ? format.dash : points(Number(value), words);
  return {
    columns: [
      { label: t.trend.period },
      { label: t.scores.answers, numeric: true },
      { label: "NPS", numeric: true, show },
      { label: t.groups.low, numeric: true, show },
      { label: t.groups.high, numeric: true, show },
      { label: t.trend.limitLow, numeric: true, show },
      { label: t.trend.limitHigh, numeric: true, show },
      { label: t.trend.signal },
      { label: t.scores.customers, numeric: true },
    ],
    rows: periods.map(({ key, n, score, limitLow, limitHigh, signal, customers }) => [
      key,
      n,
      score && score.nps,
      score && score.low,
      score && score.high,
      limitLow,
      limitHigh,
      score === null ? "" : t.trend[signal ?? "inside"],
      customers,
    ]),
  };
}

export function trendDescription({ periods }: Trend, { t }: Words): string {
  const outside = periods.filter(({ signal }) => signal !== null).length;
  return t.trend.description({ periods: periods.length, outside });
}
