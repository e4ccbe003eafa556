import type { Rich } from "../../i18n/rich";
import { readPeriodKey } from "../../domain/period-key";
import { epochDay } from "../../kernel/base/calendar";
import type { ControlView } from "../../page/charts/control-line";
import type { CardRow, TwinTable, TwinValue } from "../../page/charts/figure";
import type { CsatParams, CsatPeriod, CsatTrend } from "./spec";
import type { Words } from "./view-model";

/** What the share is called. */
const boxName = ({ box }: Pick<CsatParams, "box">, { t }: Words): string => t.trend.boxes[box];

function periodName(key: string, { format }: Words): string {
  const period = readPeriodKey(key);
  return period === null ? key : format.periodName(period);
}

/** The last period that can be judged lies outside of its limits; null where it does not. */
export function signalText(
  trend: CsatTrend | null,
  params: Pick<CsatParams, "box">,
  words: Words,
): Rich | null {
  const last = trend?.periods.find(({ key }) => key === trend.judged);
  if (trend === null || last === undefined || last.share === null || last.signal === null)
    return null;
  const { format, t } = words;
  const said = {
    period: periodName(last.key, words),
    box: boxName(params, words),
    share: format.percent(last.share.ratio),
    centre: format.percent(trend.centre),
  };
  return last.signal === "above" ? t.trend.outAbove(said) : t.trend.outBelow(said);
}

export function trendSub(
  { centre, factor }: CsatTrend,
  params: Pick<CsatParams, "box">,
  words: Words,
): string {
  const { t, format } = words;
  const said = { box: boxName(params, words), centre: format.percent(centre) };
  return factor > 1
    ? t.trend.subWide({ ...said, factor: format.number(factor, 1) })
    : t.trend.sub(said);
}

export function trendView(trend: CsatTrend, words: Words): ControlView {
  const { format } = words;
  return {
    centre: trend.centre,
    bounds: [0, 1],
    step: 0.1,
    tick: (value) => format.percent(value),
    points: trend.periods.map((period, x) => {
      const name = format.periodTick(trend.grain, epochDay(period.fromDay));
      const { share, limitLow, limitHigh, isRunning } = period;
      return {
        x,
        name,
        value: share && share.ratio,
        low: share && share.low,
        high: share && share.high,
        limitLow,
        limitHigh,
        isOutside: period.signal !== null,
        isRunning,
        cell: `csat-period:${period.key}`,
        title: periodName(period.key, words),
        rows: cardRows(period, words),
      };
    }),
  };
}

function cardRows(period: CsatPeriod, { t, format }: Words): readonly CardRow[] {
  const { share, limitLow, limitHigh, n, signal, customers, isRunning } = period;
  if (share === null || limitLow === null || limitHigh === null) return [];
  return [
    { label: t.steps.share, value: format.percent(share.ratio) },
    { label: t.steps.interval, value: format.percentInterval(share.low, share.high) },
    { label: t.trend.limits, value: format.percentInterval(limitLow, limitHigh) },
    { label: t.trend.signal, value: t.trend[signal ?? "inside"] },
    { label: t.steps.answers, value: format.count(n) },
    { label: t.steps.customers, value: format.count(customers) },
    ...(isRunning ? [{ label: t.trend.running, value: "" }] : []),
  ];
}

export function trendTwin({ periods }: CsatTrend, { t, format }: Words): TwinTable {
  const show = (value: TwinValue): string =>
    value === null ? format.dash : format.percent(Number(value));
  return {
    columns: [
      { label: t.trend.period },
      { label: t.steps.answers, numeric: true },
      { label: t.steps.share, numeric: true, show },
      { label: t.steps.low, numeric: true, show },
      { label: t.steps.high, numeric: true, show },
      { label: t.trend.limitLow, numeric: true, show },
      { label: t.trend.limitHigh, numeric: true, show },
      { label: t.trend.signal },
      { label: t.steps.customers, numeric: true },
    ],
    rows: periods.map(({ key, n, share, limitLow, limitHigh, signal, customers }) => [
      key,
      n,
      share && share.ratio,
      share && share.low,
      share && share.high,
      limitLow,
      limitHigh,
      share === null ? "" : t.trend[signal ?? "inside"],
      customers,
    ]),
  };
}

export function trendDescription({ periods }: CsatTrend, { t }: Words): string {
  const outside = periods.filter(({ signal }) => signal !== null).length;
  return t.trend.description({ periods: periods.length, outside });
}
