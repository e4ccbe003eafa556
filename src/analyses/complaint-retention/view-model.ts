import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import type { CardRow, TwinTable, TwinValue } from "../../page/charts/figure";
import type { RetentionMessages } from "./messages/zh-Hans";
import {
  FEWEST_OF_GROUP,
  type Group,
  type RetentionParams,
  type RetentionResult,
  type StayLine,
} from "./spec";

/** The words of one language. */
export interface Words {
  readonly t: RetentionMessages;
  readonly format: Format;
}

const LEVEL = 0.05;
const isClear = (p: number | null): boolean => p !== null && p < LEVEL;

const lineOf = ({ lines }: RetentionResult, group: Group): StayLine | undefined =>
  lines.find((line) => line.group === group);

const shareText = (share: number | null | undefined, { format }: Words): string =>
  share === null || share === undefined ? format.dash : format.percent(share);

/** The answer in sentences; each is true or left out. */
export function findings(result: RetentionResult, words: Words): Rich {
  const sentences = [outcomeFinding(result, words), ...complaintFindings(result, words)];
  const joint = words.format.language === "en" ? " " : "";
  return sentences.flatMap((sentence, i) => (i === 0 ? sentence : [joint, ...sentence]));
}

function outcomeFinding(result: RetentionResult, words: Words): Rich {
  const { t } = words;
  const { n, pOutcome, horizonDays, stayContent, stayPoor } = result.headline;
  if (pOutcome === null) return t.findingFew({ n });
  if (!isClear(pOutcome)) return t.findingSame({ n });
  if (horizonDays === null || stayContent === null || stayPoor === null) return t.findingDiffer;
  if (stayContent <= stayPoor) return t.findingDiffer;
  return t.finding({
    content: shareText(stayContent, words),
    poor: shareText(stayPoor, words),
    days: horizonDays,
  });
}

function complaintFindings(result: RetentionResult, { t }: Words): readonly Rich[] {
  const { pComplaint, pContent, stayContent, stayNone } = result.headline;
  if (pComplaint === null) return [];
  const isLonger = stayContent !== null && stayNone !== null && stayContent > stayNone;
  const paradox = isClear(pContent) && isLonger ? [t.paradox] : [];
  if (!isClear(pComplaint)) return [t.complaintSame, ...paradox];
  return [result.isComplaintWorse ? t.complaintHurts : t.complaintHelps, ...paradox];
}

export interface CurveView {
  readonly group: Group;
  readonly name: string;
  readonly steps: readonly { readonly x: number; readonly y: number }[];
  readonly stops: readonly {
    readonly x: number;
    readonly y: number;
    readonly cell: string;
    readonly title: string;
    readonly rows: readonly CardRow[];
  }[];
}

export interface CurvesView {
  readonly curves: readonly CurveView[];
  readonly longest: number;
  readonly axis: string;
  readonly percent: (share: number) => string;
  readonly number: (value: number) => string;
}

const STOPS = 24;

export function curvesView(result: RetentionResult, words: Words): CurvesView {
  const { t, format } = words;
  const drawn = result.lines.filter(({ n, seenDays }) => n >= FEWEST_OF_GROUP && seenDays > 0);
  return {
    curves: drawn.map((line) => curveView(line, words)),
    longest: Math.max(...drawn.map(({ seenDays }) => seenDays), 1),
    axis: t.chart.axis,
    percent: (share) => format.percent(share),
    number: (value) => format.number(value, 0),
  };
}

function curveView(line: StayLine, { t, format }: Words): CurveView {
  const { group, seenDays } = line;
  const points = Array.from(line.days, (x, i) => ({ x, y: line.shares[i] ?? NaN, i }));
  const end = points.at(-1)?.y ?? 1;
  const stride = Math.max(1, Math.ceil(points.length / STOPS));
  const name = t.groups[group];
  return {
    group,
    name,
    steps: [{ x: 0, y: 1 }, ...points.map(({ x, y }) => ({ x, y })), { x: seenDays, y: end }],
    stops: points
      .filter(({ i }) => i % stride === 0 || i === points.length - 1)
      .map(({ x, y, i }) => {
        const [low, high] = [line.lower[i] ?? NaN, line.upper[i] ?? NaN];
        return {
          x,
          y,
          cell: `complaint-left:${group}`,
          title: t.chart.at({ days: format.number(x, 0) }),
          rows: [
            { label: name, value: format.percent(y) },
            ...(Number.isNaN(low)
              ? []
              : [{ label: t.chart.interval, value: format.percentInterval(low, high) }]),
          ],
        };
      }),
  };
}

export function curvesTwin({ lines }: RetentionResult, { t, format }: Words): TwinTable {
  const percent = (value: TwinValue): string =>
    value === null ? format.dash : format.percent(Number(value));
  const known = (value: number | undefined): TwinValue =>
    value === undefined || Number.isNaN(value) ? null : value;
  return {
    columns: [
      { label: t.chart.group },
      { label: t.chart.days, numeric: true, show: (value) => format.number(Number(value), 0) },
      { label: t.chart.stay, numeric: true, show: percent },
      { label: t.chart.low, numeric: true, show: percent },
      { label: t.chart.high, numeric: true, show: percent },
    ],
    rows: lines.flatMap(({ group, days, shares, lower, upper }) =>
      Array.from(days, (day, i) => [
        t.groups[group],
        day,
        known(shares[i]),
        known(lower[i]),
        known(upper[i]),
      ]),
    ),
  };
}

export const chartDescription = (result: RetentionResult, words: Words): string =>
  words.t.chart.description({
    content: shareText(lineOf(result, "content")?.share, words),
    poor: shareText(lineOf(result, "poor")?.share, words),
  });

export function chartSub(result: RetentionResult, params: RetentionParams, { t }: Words): string {
  const { n, windowDays } = result.headline;
  return t.chart.sub({ n, days: params.judgeDays, windowDays });
}

/** The two tests, in words. */
export function testText({ headline }: RetentionResult, { t, format }: Words): string {
  const text = (p: number | null): string => (p === null ? format.dash : format.number(p, 3));
  return t.table.p({ outcome: text(headline.pOutcome), complaint: text(headline.pComplaint) });
}

/** What was matched, and what was left out. */
export function noteLines({ headline, missing }: RetentionResult, { t }: Words): readonly string[] {
  const left = (["tooNew", "notFollowed", "undated"] as const).filter((id) => missing[id] > 0);
  return [
    t.matched({ pairs: headline.matched, unmatched: missing.unmatched }),
    ...left.map((id) => t[id]({ customers: missing[id] })),
    ...(missing.unlinked > 0 ? [t.unlinked({ cases: missing.unlinked })] : []),
  ];
}
