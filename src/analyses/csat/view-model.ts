import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import { epochDay } from "../../kernel/base/calendar";
import type { TwinTable, TwinValue } from "../../page/charts/figure";
import type { IntervalView } from "../../page/charts/interval-dots";
import type { CsatMessages } from "./messages/zh-Hans";
import { signalText } from "./trend-view";
import type { CsatParams, CsatResult, RatedPart, Rating, Share } from "./spec";

export interface Words {
  readonly t: CsatMessages;
  readonly format: Format;
}

/** A difference is one when chance gives it less often than this. */
const LEVEL = 0.05;
const FEW = 30;
const DRAWN_PARTS = 15;

const joint = ({ format }: Words): string => (format.language === "en" ? " " : "");

export const periodText = ({ fromDay, toDay, isUndated }: CsatResult, words: Words): string =>
  isUndated ? words.t.wholeHistory : words.format.period(epochDay(fromDay), epochDay(toDay));

/** The answer in two or three sentences; top box and top-2 box always apart. */
export function findings(result: CsatResult, params: Pick<CsatParams, "box">, words: Words): Rich {
  const { t, format } = words;
  const { rating, question, before } = result;
  const sentences: Rich[] = [
    t.finding({
      top: format.percent(rating.topBox.ratio),
      topScore: format.number(question.scaleMax, 1),
      top2: format.percent(rating.top2Box.ratio),
      top2Score: format.number(question.scaleMax - 1, 1),
      n: rating.n,
    }),
  ];
  if (rating.belowMiddle.count > 0) {
    sentences.push(t.findingLow({ low: format.percent(rating.belowMiddle.ratio) }));
  }
  if (before !== null) {
    const { difference, pValue } = before.topBox;
    const said = {
      points: format.points(Math.abs(difference)).replace(/^\+/, ""),
      pValue: words.format.pValue(pValue),
    };
    const moved = difference > 0 ? t.findingUp(said) : t.findingDown(said);
    sentences.push(pValue < LEVEL ? moved : t.findingStill(said));
  }
  const signal = signalText(result.trend, params, words);
  if (signal !== null) sentences.push(signal);
  return sentences.flatMap((sentence, i) => (i === 0 ? sentence : [joint(words), ...sentence]));
}

/** What the reader must know before the figures. */
export function cautions(result: CsatResult, { t }: Words): readonly string[] {
  const { question, rating, isUndated } = result;
  return [
    ...(question.kind === "csat" ? [] : [t.partOnly({ name: question.name })]),
    ...(isUndated ? [t.undated] : []),
    ...(rating.n < FEW ? [t.few({ n: rating.n })] : []),
  ];
}

export interface StepBar {
  readonly name: string;
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  readonly label: string;
  readonly tone: "top" | "second" | "plain" | "low";
  readonly cell: string;
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
}

const percentRange = ({ low, high }: Share, { format }: Words): string =>
  format.percentInterval(low, high);

export function stepBars(result: CsatResult, words: Words): readonly StepBar[] {
  const { t, format } = words;
  const { scaleMin, scaleMax } = result.question;
  return result.steps.map(({ score, share, atLeast, customers }): StepBar => {
    const name = format.number(score, 1);
    let tone: StepBar["tone"] = "plain";
    if (score < (scaleMin + scaleMax) / 2) tone = "low";
    if (score === scaleMax - 1) tone = "second";
    if (score === scaleMax) tone = "top";
    return {
      name,
      ...share,
      label: format.percent(share.ratio),
      tone,
      cell: `csat-score:${score}`,
      title: t.steps.step({ score: name }),
      rows: [
        { label: t.steps.answers, value: format.count(share.count) },
        { label: t.steps.share, value: format.percent(share.ratio) },
        { label: t.steps.interval, value: percentRange(share, words) },
        { label: t.steps.atLeast, value: format.percent(atLeast.ratio) },
        { label: t.steps.customers, value: format.count(customers) },
      ],
    };
  });
}

const percentOf =
  ({ format }: Words) =>
  (value: TwinValue): string =>
    value === null ? format.dash : format.percent(Number(value));

export function stepTwin(result: CsatResult, words: Words): TwinTable {
  const { steps } = words.t;
  const show = percentOf(words);
  return {
    columns: [
      { label: steps.score, numeric: true },
      { label: steps.answers, numeric: true },
      { label: steps.share, numeric: true, show },
      { label: steps.low, numeric: true, show },
      { label: steps.high, numeric: true, show },
      { label: steps.atLeast, numeric: true, show },
      { label: steps.customers, numeric: true },
    ],
    rows: result.steps.map(({ score, share, atLeast, customers }) => [
      score,
      share.count,
      share.ratio,
      share.low,
      share.high,
      atLeast.ratio,
      customers,
    ]),
  };
}

export interface FactRow {
  readonly id: string;
  readonly what: string;
  readonly value: string;
  readonly interval: string;
  readonly before: string;
  readonly cell: string | null;
}

/** The figures of the question, each with its interval and what it was before. */
export function factRows(result: CsatResult, words: Words): readonly FactRow[] {
  const { t, format } = words;
  const { rating, before, question, headline } = result;
  const share = (
    id: "topBox" | "top2Box" | "belowMiddle",
    what: string,
    cell: string,
  ): FactRow => ({
    id,
    what,
    value: format.percent(rating[id].ratio),
    interval: percentRange(rating[id], words),
    before: before === null ? format.dash : format.percent(before.rating[id].ratio),
    cell,
  });
  const number = (value: number | null): string =>
    value === null ? format.dash : format.number(value, 2);
  const score = (down: number): string => format.number(question.scaleMax - down, 1);
  const ces: FactRow[] =
    headline.ces === null
      ? []
      : [
          {
            id: "ces",
            what: t.facts.ces,
            value: format.number(headline.ces, 1),
            interval: format.dash,
            before: format.dash,
            cell: null,
          },
        ];
  return [
    share("topBox", t.facts.topBox({ score: score(0) }), "csat-top"),
    share("top2Box", t.facts.top2Box({ score: score(1) }), "csat-top2"),
    share("belowMiddle", t.facts.belowMiddle, "csat-low"),
    {
      id: "mean",
      what: t.facts.mean,
      value: number(rating.mean),
      interval: meanRange(rating, words),
      before: number(before === null ? null : before.rating.mean),
      cell: null,
    },
    {
      id: "index",
      what: t.facts.index,
      value: format.number(rating.index, 1),
      interval: format.dash,
      before: before === null ? format.dash : format.number(before.rating.index, 1),
      cell: null,
    },
    ...ces,
  ];
}

function meanRange({ meanLow, meanHigh }: Rating, { format }: Words): string {
  if (meanLow === null || meanHigh === null) return format.dash;
  return `${format.number(meanLow, 2)}–${format.number(meanHigh, 2)}`;
}

export type PartKind = "dimension" | "touchpoint" | "effort";

export function partView(kind: PartKind, parts: readonly RatedPart[], words: Words): IntervalView {
  const { t, format } = words;
  return {
    domain: [0, 1],
    reference: null,
    tick: (value) => format.percent(value),
    lines: parts.slice(0, DRAWN_PARTS).map(({ label, rating, isThin, lowCustomers }, place) => ({
      name: label,
      value: rating.top2Box.ratio,
      low: rating.top2Box.low,
      high: rating.top2Box.high,
      label: t.parts.label({ share: format.percent(rating.top2Box.ratio), n: rating.n }),
      isPale: isThin,
      tone: "plain",
      cell: `csat-${kind}:${place}`,
      rows: [
        { label: t.parts.top2Box, value: format.percent(rating.top2Box.ratio) },
        { label: t.steps.interval, value: percentRange(rating.top2Box, words) },
        { label: t.parts.topBox, value: format.percent(rating.topBox.ratio) },
        { label: t.parts.mean, value: format.number(rating.mean, 2) },
        { label: t.parts.lowCustomers, value: format.count(lowCustomers) },
      ],
    })),
  };
}

export function partTwin(parts: readonly RatedPart[], words: Words): TwinTable {
  const { t, format } = words;
  const show = percentOf(words);
  const number = (value: TwinValue): string => format.number(Number(value), 2);
  return {
    columns: [
      { label: t.parts.name },
      { label: t.parts.scale },
      { label: t.parts.answers, numeric: true },
      { label: t.parts.topBox, numeric: true, show },
      { label: t.parts.top2Box, numeric: true, show },
      { label: t.parts.mean, numeric: true, show: number },
      { label: t.parts.index, numeric: true, show: number },
      { label: t.parts.lowCustomers, numeric: true },
    ],
    rows: parts.map(({ label, rating, scaleMin, scaleMax, lowCustomers }) => [
      label,
      t.parts.scaleText({ min: format.number(scaleMin), max: format.number(scaleMax) }),
      rating.n,
      rating.topBox.ratio,
      rating.top2Box.ratio,
      rating.mean,
      rating.index,
      lowCustomers,
    ]),
  };
}

export const undrawnParts = (parts: readonly RatedPart[]): number =>
  Math.max(0, parts.length - DRAWN_PARTS);

/** 怎么算的, line by line. */
export function howLines(result: CsatResult, { t }: Words): readonly string[] {
  const { how } = t;
  return [
    how.boxes,
    how.interval,
    how.index,
    ...(result.questions.some(({ isReversed }) => isReversed) ? [how.reversed] : []),
    ...(result.before === null ? [] : [how.change]),
    ...(result.touchpoints.length > 0 ? [how.touchpoint] : []),
    ...(result.trend === null ? [] : [how.trend]),
    how.missing(result.missing),
  ];
}

export const partsSub = (
  kind: PartKind,
  { isJourney }: CsatResult,
  { minAnswers }: CsatParams,
  { t }: Words,
): string => t.parts.sub({ minAnswers, isJourney: kind === "touchpoint" && isJourney });

/** Which touchpoint is the weakest, or that none is told apart; null with fewer than two to judge. */
export function weakestText(
  { touchpoints, weakest }: CsatResult,
  { t, format }: Words,
): string | null {
  if (touchpoints.filter(({ isThin }) => !isThin).length < 2) return null;
  const part = weakest === null ? undefined : touchpoints[weakest];
  if (part === undefined) return t.parts.noWeakest;
  return t.parts.weakest({
    name: part.label,
    share: format.percent(part.rating.top2Box.ratio),
    interval: percentRange(part.rating.top2Box, { t, format }),
  });
}

/** The lowest of some parts by what the chart shows. */
export const worstOf = (parts: readonly RatedPart[]): string =>
  parts.toSorted((a, b) => a.rating.top2Box.ratio - b.rating.top2Box.ratio)[0]?.label ?? "";
