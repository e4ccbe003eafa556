import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import { epochDay } from "../../kernel/base/calendar";
import type { TwinTable, TwinValue } from "../../page/charts/figure";
import type { LoyaltyMessages } from "./messages/zh-Hans";
import type { Lift, LoyaltyResult } from "./spec";

export interface Words {
  readonly t: LoyaltyMessages;
  readonly format: Format;
  readonly currency: string | null;
}

const LEVEL = 0.05;

/** The answer: the top score against the others, then whether there is a relation at all. */
export function findings(result: LoyaltyResult, words: Words): Rich {
  const { t, format } = words;
  const { p4, p5, ratio54, n } = result.headline;
  const relation = t.relations[result.relation];
  const joint = format.language === "en" ? " " : "";
  if (result.verdict === "thin" || p4 === null || p5 === null) {
    return [...t.findingThin({ n }), joint, relation];
  }
  const said = {
    top: format.percent(p5),
    topScore: format.number(result.scaleMax),
    next: format.percent(p4),
    nextScore: format.number(result.scaleMax - 1),
  };
  if (result.verdict === "none") return [...t.findingNone(said), joint, relation];
  if (result.verdict === "below") return [...t.findingBelow(said), joint, relation];
  const ratio = ratio54 === null ? format.dash : format.number(ratio54, 2);
  return [...t.findingSpecial({ ...said, ratio }), joint, relation];
}

export const curveSub = (result: LoyaltyResult, followDays: number, { t, format }: Words): string =>
  t.curve.sub({
    n: result.headline.n,
    days: followDays,
    period: format.period(epochDay(result.fromDay), epochDay(result.toDay)),
  });

export interface CurvePoint {
  readonly score: number;
  readonly ratio: number | null;
  readonly low: number;
  readonly high: number;
  readonly isotonic: number | null;
  readonly logistic: number | null;
  readonly isTop: boolean;
  readonly cell: string;
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
}

export function curvePoints(result: LoyaltyResult, { t, format }: Words): readonly CurvePoint[] {
  return result.steps.map((step) => ({
    ...step,
    isTop: step.score === result.scaleMax && result.verdict === "special",
    cell: `loyalty:${step.score}`,
    title: t.curve.step({ score: format.number(step.score) }),
    rows: [
      { label: t.curve.customers, value: format.count(step.customers) },
      { label: t.curve.repeaters, value: format.count(step.repeaters) },
      ...(step.ratio === null
        ? []
        : [
            { label: t.curve.ratio, value: format.percent(step.ratio) },
            { label: t.curve.interval, value: format.percentInterval(step.low, step.high) },
          ]),
    ],
  }));
}

export function curveTwin({ steps }: LoyaltyResult, { t, format }: Words): TwinTable {
  const show = (value: TwinValue): string =>
    value === null ? format.dash : format.percent(Number(value));
  return {
    columns: [
      { label: t.curve.score, numeric: true },
      { label: t.curve.customers, numeric: true },
      { label: t.curve.repeaters, numeric: true },
      { label: t.curve.ratio, numeric: true, show },
      { label: t.curve.low, numeric: true, show },
      { label: t.curve.high, numeric: true, show },
      { label: t.curve.isotonic, numeric: true, show },
      { label: t.curve.logistic, numeric: true, show },
    ],
    rows: steps.map((step) => [
      step.score,
      step.customers,
      step.repeaters,
      step.ratio,
      step.ratio === null ? null : step.low,
      step.ratio === null ? null : step.high,
      step.isotonic,
      step.logistic,
    ]),
  };
}

export interface TestRow {
  readonly what: string;
  readonly answer: string;
}

export function testRows(result: LoyaltyResult, words: Words): readonly TestRow[] {
  const { t, format } = words;
  const { trendP, pValue, ratio54, ratioLow, ratioHigh, elasticity } = result.headline;
  const verdict = (p: number | null): string => {
    if (p === null) return t.tests.unknown;
    return p < LEVEL
      ? t.tests.yes({ pValue: words.format.pValue(p) })
      : t.tests.no({ pValue: words.format.pValue(p) });
  };
  const ratio =
    ratio54 === null || ratioLow === null || ratioHigh === null
      ? t.tests.unknown
      : t.tests.interval({
          value: format.number(ratio54, 2),
          low: format.number(ratioLow, 2),
          high: format.number(ratioHigh, 2),
        });
  const [top, next] = [format.number(result.scaleMax), format.number(result.scaleMax - 1)];
  return [
    { what: t.tests.trend, answer: verdict(trendP) },
    { what: t.tests.top, answer: verdict(pValue) },
    { what: t.tests.ratio({ top, next }), answer: ratio },
    {
      what: t.tests.elasticity,
      answer: elasticity === null ? t.tests.unknown : `${format.number(elasticity, 2)}%`,
    },
  ];
}

export interface LiftRow {
  readonly step: string;
  readonly cell: string;
  readonly customers: string;
  readonly extra: string;
  readonly interval: string;
  readonly sales: string;
  readonly gain: string;
}

export function liftRows({ lifts }: LoyaltyResult, { t, format, currency }: Words): LiftRow[] {
  return lifts.map(({ from, to, there, customers, extra, extraLow, extraHigh, sales, gain }) => ({
    step: t.lifts.step({ from: format.number(from), to: format.number(to) }),
    cell: `loyalty:${from}`,
    customers: t.lifts.some({ customers: format.count(customers), there: format.count(there) }),
    extra: format.number(extra, 1),
    interval: t.lifts.range({
      low: format.number(extraLow, 1),
      high: format.number(extraHigh, 1),
    }),
    sales: format.money(sales, currency),
    gain: gain === null ? format.dash : format.money(gain, currency),
  }));
}

/** Which step pays more, when the data can tell; null with fewer than two steps or nothing to gain. */
export function liftText({ lifts }: LoyaltyResult, { t, format }: Words): string | null {
  const [lower, upper] = lifts;
  if (lower === undefined || upper === undefined) return null;
  const each = (lift: Lift): number => lift.extra / lift.customers;
  const [best, other] = each(upper) >= each(lower) ? [upper, lower] : [lower, upper];
  if (best.extraLow <= 0) return t.lifts.unsure;
  const name = (lift: Lift): string =>
    t.lifts.step({ from: format.number(lift.from), to: format.number(lift.to) });
  const points = (lift: Lift): string => format.number(each(lift) * 100, 0);
  return t.lifts.best({
    best: name(best),
    bestPoints: points(best),
    other: name(other),
    otherPoints: points(other),
  });
}

/** 怎么算的, line by line. */
export const howLines = (result: LoyaltyResult, { t: { how } }: Words): readonly string[] => [
  how.observation,
  how.fit,
  how.test,
  how.cause,
  how.missing(result.missing),
];
