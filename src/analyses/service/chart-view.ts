import { readPeriodKey } from "../../domain/period-key";
import { monthIndex, epochDay } from "../../kernel/base/calendar";
import type { CardRow, TwinTable, TwinValue } from "../../page/charts/figure";
import type { MonthPoint, ServiceChart } from "./spec";
import type { Words } from "./view-model";

export interface ControlStop extends MonthPoint {
  readonly cell: string | undefined;
  readonly title: string;
  readonly rows: readonly CardRow[];
}

export interface ControlView {
  readonly stops: readonly ControlStop[];
  /** centre lines, each over the months of its phase */
  readonly centres: readonly {
    readonly key: string;
    readonly phase: string;
    readonly centre: number;
  }[];
  readonly standard: number;
  readonly standardName: string;
  /** key of the month of the change */
  readonly changeKey: string | null;
  readonly changeName: string;
  readonly tick: (key: string) => string;
  readonly percent: (share: number) => string;
  readonly lowest: number;
}

const monthOfKey = (key: string): number => {
  const period = readPeriodKey(key);
  return period === null ? 0 : monthIndex(period.fromDay);
};

export function controlView(
  chart: ServiceChart,
  { standard, standardName }: { readonly standard: number; readonly standardName: string },
  words: Words,
): ControlView {
  const { t, format } = words;
  const { months, limits, change, measure } = chart;
  const percent = (share: number): string => format.percent(share);
  const stops = months.map((month): ControlStop => ({
    ...month,
    cell: month.missedCustomers > 0 ? `service-month:${measure}:${month.key}` : undefined,
    title: format.month(monthOfKey(month.key)),
    rows: rowsOf(month, words),
  }));
  const values = months.flatMap(({ share, low }) => [
    ...(share === null ? [] : [share]),
    ...(low === null ? [] : [low]),
  ]);
  const changeKey = months.find(({ phase }) => phase !== "before")?.key ?? null;
  return {
    stops,
    centres: limits.flatMap(({ phase, centre }) =>
      months.filter((month) => month.phase === phase).map(({ key }) => ({ key, phase, centre })),
    ),
    standard,
    standardName: t.chart.standard({
      name: standardName,
      standard: percent(standard),
    }),
    changeKey: change === null ? null : changeKey,
    changeName:
      change === null ? "" : t.chart.changed({ day: format.dayShort(epochDay(change.day)) }),
    tick: (key) => format.monthTick(monthOfKey(key)),
    percent,
    // The scale begins at a tenth, so that shares near 100 % can be told apart, and says so on its axis.
    lowest: Math.max(0, Math.floor(10 * Math.min(standard, ...values) - 0.2) / 10),
  };
}

function rowsOf(month: MonthPoint, { t, format }: Words): readonly CardRow[] {
  const { share, judged, low, high, isOutside, isPart, phase } = month;
  return [
    { label: t.chart.share, value: share === null ? format.dash : format.percent(share) },
    { label: t.chart.judged, value: format.count(judged) },
    ...(low === null || high === null
      ? []
      : [{ label: t.chart.limits, value: format.percentInterval(low, high) }]),
    ...(isOutside ? [{ label: t.chart.verdict, value: t.chart.outside }] : []),
    ...(isPart ? [{ label: t.chart.verdict, value: t.chart.part }] : []),
    ...(phase === "mixed" ? [{ label: t.chart.verdict, value: t.chart.mixed }] : []),
  ];
}

/** What the limits are made of, or why there are none. */
export function chartSub({ limits, change }: ServiceChart, { t, format }: Words): string {
  if (limits.length === 0) return change === null ? t.chart.subFew : t.chart.subFewSides;
  const widest = Math.max(...limits.map(({ factor }) => factor));
  const centres = limits.map(({ phase, centre }) =>
    change === null
      ? format.percent(centre)
      : t.chart.centre[phase]({ centre: format.percent(centre) }),
  );
  const sub = t.chart.sub({ centre: format.list(centres) });
  return widest > 1 ? sub + t.chart.widened({ factor: format.number(widest, 1) }) : sub;
}

export const outsideNames = ({ months }: ServiceChart, { t, format }: Words): string => {
  const names = months
    .filter(({ isOutside }) => isOutside)
    .map(({ key }) => format.month(monthOfKey(key)));
  return names.length === 0 ? t.chart.none : format.list(names);
};

export function controlTwin({ months }: ServiceChart, { t, format }: Words): TwinTable {
  const number =
    (show: (value: number) => string) =>
    (value: TwinValue): string =>
      typeof value === "number" ? show(value) : format.dash;
  const count = number((value) => format.count(value));
  const percent = number((value) => format.percent(value));
  return {
    columns: [
      { label: t.chart.month },
      { label: t.chart.judged, numeric: true, show: count },
      { label: t.chart.met, numeric: true, show: count },
      { label: t.chart.share, numeric: true, show: percent },
      { label: t.chart.low, numeric: true, show: percent },
      { label: t.chart.high, numeric: true, show: percent },
      { label: t.chart.verdict },
    ],
    rows: months.map((month) => [
      month.key,
      month.judged,
      month.met,
      month.share,
      month.low,
      month.high,
      month.isOutside ? t.chart.outside : "",
    ]),
  };
}
