import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import { FIRST_DAY, epochDay } from "../../kernel/base/calendar";
import type { CardRow, TwinTable, TwinValue } from "../../page/charts/figure";
import type { WordOfMouthMessages } from "./messages/zh-Hans";
import type { Knot, MouthCurve, Outcome, WordOfMouthResult } from "./spec";

export interface Words {
  readonly t: WordOfMouthMessages;
  readonly format: Format;
}

const LEVEL = 0.05;
/** Burnham & Anderson: a difference of AIC that is support. */
const SUPPORTED = 2;
/** Beyond it an estimate of odds says no more than its direction: nobody, or everybody, did it there. */
const MOST_ODDS = 100;

/** The answer, for each outcome: how many did it, and whether there is a zone of tolerance. */
export function findings(result: WordOfMouthResult, followDays: number, words: Words): Rich {
  const { t, format } = words;
  const joint = format.language === "en" ? " " : "";
  return result.curves.flatMap((curve, i) => {
    const said = { n: curve.n, events: format.count(curve.events), days: followDays };
    return [
      ...(i === 0 ? [] : [joint]),
      ...t.did[curve.outcome](said),
      joint,
      zoneText(curve, words),
    ];
  });
}

function zoneText(curve: MouthCurve, { t, format }: Words): string {
  const { verdict, knots } = curve;
  const ends = endsOf(curve);
  if (verdict === "thin" || knots === null || ends === null) return t.thin;
  const [low, high] = knots.map(({ at }) => format.number(at)) as [string, string];
  if (verdict === "zone") return t.zone({ low, high });
  if (verdict === "bend") return t.bend({ low, high });
  if (curve.trendP === null || curve.trendP >= LEVEL) return t.unrelated[curve.outcome];
  const [least, most] = ends;
  return t.none({
    least: format.number(least.score),
    most: format.number(most.score),
    from: format.percent(least.straight),
    to: format.percent(most.straight),
  });
}

/** The straight line at the lowest and at the highest score that anybody gave. */
function endsOf({ steps }: MouthCurve) {
  const seen = steps.flatMap(({ score, straight, customers }) =>
    customers === 0 || straight === null ? [] : [{ score, straight }],
  );
  const [least, most] = [seen[0], seen.at(-1)];
  return least === undefined || most === undefined ? null : ([least, most] as const);
}

/** Why an outcome has no curve. */
export const absences = ({ absent }: WordOfMouthResult, { t }: Words): readonly string[] => [
  ...(absent.recommend === "no-pairs" || absent.recommend === "too-few"
    ? [t.absent.recommend[absent.recommend]]
    : []),
  ...(absent.complain === undefined || absent.complain === "no-pairs"
    ? []
    : [t.absent.complain[absent.complain]]),
];

export function curveSub(
  { fromDay, toDay, question }: WordOfMouthResult,
  { n, verdict }: MouthCurve,
  { t, format }: Words,
): string {
  const period =
    fromDay === FIRST_DAY ? t.wholeHistory : format.period(epochDay(fromDay), epochDay(toDay));
  return t.curves.sub({ name: question.name, n, period, isBent: isBent(verdict) });
}

/** The bent line is drawn where it is the better one. */
const isBent = (verdict: MouthCurve["verdict"]): boolean =>
  verdict === "zone" || verdict === "bend";

export interface MouthPoint {
  readonly score: number;
  readonly ratio: number | null;
  readonly low: number;
  readonly high: number;
  readonly straight: number | null;
  readonly bent: number | null;
  readonly cell: string;
  readonly title: string;
  readonly rows: readonly CardRow[];
}

export function curvePoints(
  { outcome, steps, verdict }: MouthCurve,
  { t, format }: Words,
): readonly MouthPoint[] {
  return steps.map((step) => ({
    ...step,
    bent: isBent(verdict) ? step.bent : null,
    cell: `mouth-${outcome}:${step.score}`,
    title: t.curves.at({ score: format.number(step.score) }),
    rows: [
      { label: t.curves.customers, value: format.count(step.customers) },
      { label: t.curves.did[outcome], value: format.count(step.events) },
      ...(step.ratio === null
        ? []
        : [
            { label: t.curves.ratio, value: format.percent(step.ratio) },
            { label: t.curves.interval, value: format.percentInterval(step.low, step.high) },
          ]),
    ],
  }));
}

export function curveTwin({ outcome, steps }: MouthCurve, { t, format }: Words): TwinTable {
  const show = (value: TwinValue): string =>
    value === null ? format.dash : format.percent(Number(value));
  return {
    columns: [
      { label: t.curves.score, numeric: true },
      { label: t.curves.customers, numeric: true },
      { label: t.curves.did[outcome], numeric: true },
      { label: t.curves.ratio, numeric: true, show },
      { label: t.curves.low, numeric: true, show },
      { label: t.curves.high, numeric: true, show },
      { label: t.curves.straight, numeric: true, show },
      { label: t.curves.bent, numeric: true, show },
    ],
    rows: steps.map((step) => [
      step.score,
      step.customers,
      step.events,
      step.ratio,
      step.ratio === null ? null : step.low,
      step.ratio === null ? null : step.high,
      step.straight,
      step.bent,
    ]),
  };
}

/** The zone to shade, where there is one. */
export const shadedZone = ({ verdict, knots }: MouthCurve): readonly [number, number] | null =>
  verdict === "zone" && knots !== null ? [knots[0].at, knots[1].at] : null;

export interface TestRow {
  readonly what: string;
  readonly answers: Readonly<Partial<Record<Outcome, string>>>;
}

/** One row a question, one answer an outcome. */
export function testRows({ curves }: WordOfMouthResult, { t, format }: Words): readonly TestRow[] {
  const row = (what: string, answer: (curve: MouthCurve) => string): TestRow => ({
    what,
    answers: Object.fromEntries(curves.map((curve) => [curve.outcome, answer(curve)])),
  });
  const knot = (found: Knot | undefined): string =>
    found === undefined
      ? format.dash
      : t.tests.knot({
          at: format.number(found.at),
          low: format.number(found.low, 1),
          high: format.number(found.high, 1),
        });
  const times = ({ verdict, slopes }: MouthCurve, place: 0 | 1 | 2): string => {
    const slope = slopes?.[place];
    if (slope === undefined || verdict === "none") return format.dash;
    const odds = Math.exp(slope);
    if (odds > MOST_ODDS) return t.tests.timesMore({ value: format.number(MOST_ODDS) });
    if (odds < 1 / MOST_ODDS) return t.tests.timesLess({ value: format.number(1 / MOST_ODDS, 2) });
    return t.tests.times({ value: format.number(odds, 2) });
  };
  return [
    row(t.tests.better, ({ deltaAic }) => {
      if (deltaAic === null) return t.tests.thin;
      const delta = format.number(Math.abs(deltaAic), 1);
      if (deltaAic <= 0) return t.tests.worse({ delta });
      return deltaAic > SUPPORTED ? t.tests.yes({ delta }) : t.tests.no({ delta });
    }),
    row(t.tests.low, ({ knots }) => knot(knots?.[0])),
    row(t.tests.high, ({ knots }) => knot(knots?.[1])),
    row(t.tests.same, ({ sameKnots }) =>
      sameKnots === null ? format.dash : format.percent(sameKnots),
    ),
    row(t.tests.below, (curve) => times(curve, 0)),
    row(t.tests.within, (curve) => times(curve, 1)),
    row(t.tests.above, (curve) => times(curve, 2)),
  ];
}

/** 怎么算的, line by line. */
export const howLines = (
  result: WordOfMouthResult,
  days: number,
  { t: { how } }: Words,
): readonly string[] => [
  how.observation({ days }),
  how.fit,
  how.zone,
  how.cause,
  how.missing(result.missing),
];
