import { periodKey } from "../../domain/period-key";
import type { Format } from "../../i18n/format";
import { rich, type Rich } from "../../i18n/rich";
import { epochDay, firstDayOfMonth } from "../../kernel/base/calendar";
import type { CardRow, TwinTable, TwinValue } from "../../page/charts/figure";
import type { ForecastMessages } from "./messages/zh-Hans";
import type { ForecastResult, ForecastSeries, MethodLine } from "./spec";

/** The words of one language and the currency of the data. */
export interface Words {
  readonly t: ForecastMessages;
  readonly format: Format;
  readonly currency: string | null;
}

export const MEASURES = ["sales", "customers"] as const;
export type Measure = (typeof MEASURES)[number];

/** Months of history that a chart shows; the table has all. */
const SHOWN = 36;

const shown = (value: number, measure: Measure, { format, currency }: Words): string =>
  measure === "sales" ? format.money(value, currency) : format.count(value);

export interface MonthPoint {
  /** month index */
  readonly month: number;
  readonly value: number;
  readonly title: string;
  readonly rows: readonly CardRow[];
  /** null in the future: nobody has bought yet */
  readonly cell: string | null;
}

export interface SeriesView {
  readonly actual: readonly MonthPoint[];
  readonly ahead: readonly MonthPoint[];
  /** the forecast of the months that were held out */
  readonly tested: readonly { readonly month: number; readonly value: number }[];
  /** begins at the last actual value, so that the shade is one with the line */
  readonly band: readonly { readonly month: number; readonly low: number; readonly high: number }[];
  readonly ticks: readonly number[];
  readonly tick: (month: number) => string;
  readonly short: (value: number) => string;
  readonly actualName: string;
  readonly aheadName: string;
  readonly testedName: string;
}

const cellOfMonth = (month: number): string =>
  `month:${periodKey("month", firstDayOfMonth(month), firstDayOfMonth(month + 1) - 1)}`;

/** A series as a chart draws it: the last three years, and what is to come. */
export function seriesView(result: ForecastResult, measure: Measure, words: Words): SeriesView {
  const { t, format } = words;
  const series = result[measure];
  const { fromMonth, nextMonth } = result;
  const skipped = Math.max(0, series.actual.length - SHOWN);
  const say = (value: number): string => shown(value, measure, words);
  const testedAt = (position: number): number | undefined =>
    series.holdout === null ? undefined : series.holdout.forecast[position - series.holdout.from];
  const actual = Array.from(series.actual.subarray(skipped), (value, k): MonthPoint => {
    const month = fromMonth + skipped + k;
    const tested = testedAt(skipped + k);
    return {
      month,
      value,
      title: format.month(month),
      rows: [
        { label: t.actual, value: say(value) },
        ...(tested === undefined ? [] : [{ label: t.tested, value: say(tested) }]),
      ],
      cell: cellOfMonth(month),
    };
  });
  const ahead = Array.from(series.ahead, (value, h): MonthPoint => ({
    month: nextMonth + h,
    value,
    title: format.month(nextMonth + h),
    rows: [
      { label: t.expected, value: say(value) },
      { label: t.interval, value: rangeText(series, h, say) },
    ],
    cell: null,
  }));
  const last = actual.at(-1);
  return {
    actual,
    ahead,
    tested: Array.from(series.holdout?.forecast ?? [], (value, h) => ({
      month: fromMonth + (series.holdout?.from ?? 0) + h,
      value,
    })),
    band: [
      ...(last === undefined ? [] : [{ month: last.month, low: last.value, high: last.value }]),
      ...Array.from(series.low, (low, h) => ({
        month: nextMonth + h,
        low,
        high: series.high[h] ?? low,
      })),
    ],
    ticks: [...actual, ...ahead].map(({ month }) => month).filter((month) => month % 6 === 0),
    tick: (month) => format.monthTick(month),
    short: (value) => format.short(value),
    actualName: t.actual,
    aheadName: t.expected,
    testedName: t.tested,
  };
}

const rangeText = (series: ForecastSeries, h: number, say: (value: number) => string): string =>
  `${say(series.low[h] ?? NaN)}–${say(series.high[h] ?? NaN)}`;

/** All months: actual ones, and the expected ones with their interval. */
export function seriesTwin(result: ForecastResult, measure: Measure, words: Words): TwinTable {
  const { t, format, currency } = words;
  const series = result[measure];
  const show = (value: TwinValue): string => {
    if (typeof value !== "number") return format.dash;
    return measure === "sales" ? format.moneyExact(value, currency) : format.number(value);
  };
  const numbers = [t.actual, t.tested, t.expected, t.low, t.high];
  const { holdout } = series;
  return {
    columns: [{ label: t.month }, ...numbers.map((label) => ({ label, numeric: true, show }))],
    rows: [
      ...Array.from(series.actual, (value, k): readonly TwinValue[] => [
        format.month(result.fromMonth + k),
        value,
        holdout === null ? null : (holdout.forecast[k - holdout.from] ?? null),
        null,
        null,
        null,
      ]),
      ...Array.from(series.ahead, (value, h): readonly TwinValue[] => [
        format.month(result.nextMonth + h),
        null,
        null,
        value,
        series.low[h] ?? null,
        series.high[h] ?? null,
      ]),
    ],
  };
}

export function seriesDescription(result: ForecastResult, measure: Measure, words: Words): string {
  const { t, format } = words;
  const series = result[measure];
  return t.description({
    from: format.month(result.nextMonth),
    to: format.month(result.nextMonth + series.ahead.length - 1),
    total: shown(series.total.value, measure, words),
  });
}

export const seriesSub = (result: ForecastResult, measure: Measure, { t }: Words): string =>
  t.series[measure].sub({
    months: result[measure].actual.length,
    method: t.methods[result[measure].method],
  });

/** What is expected of the year before, where the interval allows to say it. */
function versus({ total, yearBefore }: ForecastSeries, words: Words): Rich | null {
  const { t, format, currency } = words;
  if (yearBefore === null || yearBefore <= 0) return null;
  const before = format.money(yearBefore, currency);
  const change = format.percent(Math.abs(total.value / yearBefore - 1));
  if (yearBefore < total.low) return t.versus.up({ before, change });
  return yearBefore > total.high ? t.versus.down({ before, change }) : t.versus.same({ before });
}

function verdict({ method, methods, origins }: ForecastSeries, { t, format }: Words): string {
  if (origins === 0) return t.verdict.untested;
  const used = methods.find(({ id }) => id === method);
  const naive = methods.find(({ id }) => id === "naive");
  if (used === undefined || naive === undefined || method === "naive") return t.verdict.naive;
  return t.verdict.better({ gain: format.percent(1 - used.error / naive.error) });
}

/** The answer in sentences; each is true or left out. */
export function findings(result: ForecastResult, words: Words): Rich {
  const { t, format, currency } = words;
  const { sales, customers } = result;
  const money = (value: number): string => format.money(value, currency);
  const { value, low, high } = sales.total;
  const compared = versus(sales, words);
  const sentences: Rich[] = [
    t.finding({
      months: sales.ahead.length,
      total: money(value),
      low: money(low),
      high: money(high),
    }),
    ...(compared === null ? [] : [compared]),
    t.findingCustomers({
      month: format.month(result.nextMonth),
      customers: Math.round(customers.ahead[0] ?? NaN),
      low: Math.round(customers.low[0] ?? NaN),
      high: Math.round(customers.high[0] ?? NaN),
    }),
    rich`${verdict(sales, words)}`,
  ];
  const joint = format.language === "en" ? " " : "";
  return sentences.flatMap((sentence, i) => (i === 0 ? sentence : [joint, ...sentence]));
}

/** The errors of the hidden months; null where they cannot be said. */
function errorsOf(holdout: ForecastSeries["holdout"]) {
  if (holdout === null || holdout.mase === null || holdout.naiveMase === null) return null;
  return { mase: holdout.mase, naive: holdout.naiveMase, months: holdout.forecast.length };
}

/** What to be careful about. */
export function cautions(result: ForecastResult, words: Words): readonly string[] {
  const { t, format, currency } = words;
  const { holdout, method } = result.sales;
  const { running } = result;
  const errors = errorsOf(holdout);
  const isWorse = errors !== null && method !== "naive" && errors.mase >= errors.naive;
  return [
    ...(isWorse ? [t.worse({ months: errors.months })] : []),
    ...(running === null
      ? []
      : [
          t.running({
            month: format.month(result.nextMonth),
            day: format.dayOfYear(epochDay(running.toDay)),
            sales: format.money(running.sales, currency),
            customers: running.customers,
          }),
        ]),
    ...(result.skippedFirst ? [t.skipped] : []),
  ];
}

export interface MethodRow {
  readonly id: MethodLine["id"];
  readonly name: string;
  readonly error: string;
  readonly against: string;
  readonly mase: string;
  readonly isUsed: boolean;
}

/** The methods, best first. */
export function methodRows(
  { methods, method }: ForecastSeries,
  measure: Measure,
  words: Words,
): readonly MethodRow[] {
  const { t, format, currency } = words;
  const naive = methods.find(({ id }) => id === "naive");
  return methods.map(({ id, error, mase }) => ({
    id,
    name: t.methods[id],
    error: measure === "sales" ? format.money(error, currency) : format.number(error),
    against:
      naive === undefined || id === "naive" ? format.dash : againstText(error / naive.error, words),
    mase: mase === null ? format.dash : format.number(mase, 2),
    isUsed: id === method,
  }));
}

function againstText(ratio: number, { t, format }: Words): string {
  if (!Number.isFinite(ratio) || Math.abs(ratio - 1) < 0.0005) return t.test.same;
  const share = format.percent(Math.abs(1 - ratio));
  return ratio < 1 ? t.test.less({ share }) : t.test.more({ share });
}

/** What the hidden months and the intervals of the past say. */
export function testLines(
  { holdout, coverage, stretch }: ForecastSeries,
  { t, format }: Words,
): readonly string[] {
  const lines: string[] = [];
  const errors = errorsOf(holdout);
  if (errors !== null) {
    const [mase, naive] = [format.number(errors.mase, 2), format.number(errors.naive, 2)];
    lines.push(t.test.holdout({ months: errors.months, mase, naive }));
  }
  if (coverage !== null) {
    const share = format.percent(coverage);
    lines.push(
      stretch > 1.05
        ? t.test.coverage({ share, factor: format.number(stretch) })
        : t.test.covered({ share }),
    );
  }
  return lines;
}
