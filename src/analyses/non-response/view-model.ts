import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import { FIRST_DAY, epochDay } from "../../kernel/base/calendar";
import type { TwinTable, TwinValue } from "../../page/charts/figure";
import type { IntervalView } from "../../page/charts/interval-dots";
import type { NonResponseMessages } from "./messages/zh-Hans";
import type { NonResponseParams, NonResponseResult, ResponseGroup, Trait } from "./spec";

export interface Words {
  readonly t: NonResponseMessages;
  readonly format: Format;
  readonly currency: string | null;
}

/** Standardised differences below this are called balanced (Austin 2009). */
const BALANCED = 0.1;
/** Below it the intervals are wide. */
const FEW_EFFECTIVE = 30;

/** Points of the net promoter score to one place, means to two. */
const scoreText = (value: number, { measure }: NonResponseResult, { format }: Words): string =>
  format.number(value, measure === "nps" ? 1 : 2);

function groupName(group: ResponseGroup, { groupSource }: NonResponseResult, { t }: Words): string {
  if (group.label === null) return t.noGroup;
  if (groupSource === "column") return group.label;
  const { gradeNames } = t;
  return group.label in gradeNames
    ? gradeNames[group.label as keyof typeof gradeNames]
    : group.label;
}

/** The answer: who is silent, whether the raw score would be another, and why. */
export function findings(result: NonResponseResult, words: Words): Rich {
  const { t, format } = words;
  const { asked, answered, difference, differenceP } = result.headline;
  const joint = format.language === "en" ? " " : "";
  const sentences: Rich[] = [
    t.findingAsked({
      asked,
      answered: format.count(answered),
      share: format.percent(result.response.value),
      silent: format.count(asked - answered),
    }),
  ];
  const said = {
    measure: t.measures[result.measure],
    raw: scoreText(result.raw.value, result, words),
    weighted: scoreText(result.weighted.value, result, words),
    points: scoreText(Math.abs(difference), result, words),
    pValue: format.pValue(differenceP),
  };
  if (result.verdict === "kind") sentences.push(t.findingKind(said));
  else if (result.verdict === "harsh") sentences.push(t.findingHarsh(said));
  else sentences.push(t.findingNone(said));
  const reason = reasonSentence(result, words);
  if (reason !== null) sentences.push(reason);
  return sentences.flatMap((sentence, i) => (i === 0 ? sentence : [joint, ...sentence]));
}

function reasonSentence(result: NonResponseResult, words: Words): Rich | null {
  const { t, format } = words;
  const group = result.reason === null ? undefined : result.groups[result.reason];
  if (group === undefined || group.score === null) return null;
  const said = {
    group: groupName(group, result, words),
    ratio: format.percent(group.ratio),
    all: format.percent(result.response.value),
    score: scoreText(group.score, result, words),
  };
  const isLow = group.score < result.raw.value;
  if (group.side === "less") {
    return isLow ? t.because.lessLow(said) : t.because.lessHigh(said);
  }
  return isLow ? t.because.moreLow(said) : t.because.moreHigh(said);
}

/** What the reader must know before the figures. */
export function cautions(
  result: NonResponseResult,
  params: NonResponseParams,
  { t, format }: Words,
): readonly string[] {
  const { trimmed, effective } = result.headline;
  const lines: string[] = [];
  if (effective < FEW_EFFECTIVE) lines.push(t.thin({ effective: format.number(effective, 0) }));
  if (trimmed > 0) lines.push(t.trimmed({ trimmed, cap: format.number(params.mostWeight, 1) }));
  if (result.balance.weighted > BALANCED) {
    lines.push(t.unbalanced({ gap: format.number(result.balance.weighted, 2) }));
  }
  return lines;
}

export function periodText({ fromDay, toDay }: NonResponseResult, { t, format }: Words): string {
  if (fromDay === FIRST_DAY) return t.wholeHistory;
  return format.period(epochDay(fromDay), epochDay(toDay));
}

/** Both scores on one axis, which holds their intervals with some room. */
export function scoreView(result: NonResponseResult, words: Words): IntervalView {
  const { t, format } = words;
  const { raw, weighted, scale } = result;
  const low = Math.min(raw.low, weighted.low);
  const high = Math.max(raw.high, weighted.high);
  const room = Math.max((high - low) * 0.25, (scale[1] - scale[0]) * 0.02);
  const show = (value: number): string => scoreText(value, result, words);
  const line = (name: string, of: typeof raw, cell: string, answers: string) => ({
    name,
    ...of,
    label: show(of.value),
    isPale: false,
    tone: "plain" as const,
    cell,
    rows: [
      { label: t.scores.score, value: show(of.value) },
      { label: t.scores.interval, value: `${show(of.low)}–${show(of.high)}` },
      { label: name === t.scores.raw ? t.scores.answers : t.scores.effective, value: answers },
    ],
  });
  const { answered, effective } = result.headline;
  return {
    domain: [Math.max(scale[0], low - room), Math.min(scale[1], high + room)],
    reference: null,
    tick: (value) => format.number(value, result.measure === "nps" ? 0 : 2),
    lines: [
      line(t.scores.raw, raw, "voice:answered", format.count(answered)),
      line(t.scores.weighted, weighted, "all", format.number(effective, 0)),
    ],
  };
}

export function scoreTwin(result: NonResponseResult, words: Words): TwinTable {
  const { t, format } = words;
  const { raw, weighted, headline } = result;
  const show = (value: TwinValue): string =>
    value === null ? format.dash : scoreText(Number(value), result, words);
  const count = (value: TwinValue): string =>
    value === null ? format.dash : format.number(Number(value), 0);
  return {
    columns: [
      { label: t.scores.score },
      { label: t.scores.score, numeric: true, show },
      { label: t.scores.low, numeric: true, show },
      { label: t.scores.high, numeric: true, show },
      { label: t.scores.effective, numeric: true, show: count },
    ],
    rows: [
      [t.scores.raw, raw.value, raw.low, raw.high, headline.answered],
      [t.scores.weighted, weighted.value, weighted.low, weighted.high, headline.effective],
      [
        t.scores.difference,
        headline.difference,
        headline.differenceLow,
        headline.differenceHigh,
        null,
      ],
    ],
  };
}

/** Lines drawn; the others are in the table. */
const DRAWN = 14;

export function groupView(result: NonResponseResult, words: Words): IntervalView {
  const { t, format } = words;
  const shown = result.groups.slice(0, DRAWN);
  const most = Math.max(result.response.value, ...shown.map(({ high }) => high));
  const end = Math.min(1, most * 1.1);
  return {
    domain: [0, end],
    ...(end < 0.4 ? {} : { ticks: [0, 0.2, 0.4, 0.6, 0.8, 1].filter((tick) => tick <= end) }),
    reference: { value: result.response.value, name: t.groups.all },
    tick: (value) => format.percent(value, 0),
    lines: shown.map((group, place) => ({
      name: groupName(group, result, words),
      value: group.ratio,
      low: group.low,
      high: group.high,
      label: t.groups.label({ share: format.percent(group.ratio), n: group.asked }),
      isPale: group.side === "alike",
      tone: group.side === "less" ? ("bad" as const) : ("plain" as const),
      cell: `voice-silent:${place}`,
      rows: [
        { label: t.groups.asked, value: format.count(group.asked) },
        { label: t.groups.silent, value: format.count(group.asked - group.answered) },
        { label: t.groups.ratio, value: format.percent(group.ratio) },
        { label: t.scores.interval, value: format.percentInterval(group.low, group.high) },
        ...(group.score === null
          ? []
          : [{ label: t.groups.score, value: scoreText(group.score, result, words) }]),
      ],
    })),
  };
}

export function groupTwin(result: NonResponseResult, words: Words): TwinTable {
  const { t, format } = words;
  const share = (value: TwinValue): string => format.percent(Number(value));
  const number = (value: TwinValue): string =>
    value === null ? format.dash : format.number(Number(value), 2);
  return {
    columns: [
      { label: t.groups.group },
      { label: t.groups.asked, numeric: true },
      { label: t.groups.answered, numeric: true },
      { label: t.groups.ratio, numeric: true, show: share },
      { label: t.scores.low, numeric: true, show: share },
      { label: t.scores.high, numeric: true, show: share },
      { label: t.groups.score, numeric: true, show: number },
      { label: t.groups.weight, numeric: true, show: number },
    ],
    rows: result.groups.map((group) => [
      groupName(group, result, words),
      group.asked,
      group.answered,
      group.ratio,
      group.low,
      group.high,
      group.score,
      group.rawShare > 0 ? group.weightedShare / group.rawShare : null,
    ]),
  };
}

export interface TraitRow {
  readonly what: string;
  readonly answered: string;
  readonly silent: string;
  readonly odds: string;
  readonly pValue: string;
}

export function traitRows({ traits }: NonResponseResult, words: Words): readonly TraitRow[] {
  const { t, format, currency } = words;
  const show = (id: Trait["id"], value: number | null): string => {
    if (value === null) return format.dash;
    if (id === "sales") return format.money(value, currency);
    return id === "recency" ? format.days(value) : format.number(value, 1);
  };
  return traits.map(({ id, answered, silent, odds, pValue }) => ({
    what: t.traits.names[id],
    answered: show(id, answered),
    silent: show(id, silent),
    odds:
      odds === null
        ? format.dash
        : t.traits.oddsText({
            value: format.number(odds.value, 2),
            low: format.number(odds.low, 2),
            high: format.number(odds.high, 2),
          }),
    pValue: pValue === null ? format.dash : format.pValue(pValue),
  }));
}

/** 怎么算的, line by line. */
export function howLines(
  result: NonResponseResult,
  params: NonResponseParams,
  { t, format }: Words,
): readonly string[] {
  const { asked, answered } = result.headline;
  const two = (value: number): string => format.number(value, 2);
  return [
    t.how.asked({ asked, answered }),
    t.how.propensity,
    t.how.trim({
      cap: format.number(params.mostWeight, 1),
      largest: format.number(result.largestWeight, 1),
    }),
    t.how.interval,
    t.how.balance({ raw: two(result.balance.raw), weighted: two(result.balance.weighted) }),
    t.how.limit,
    t.how.missing(result.missing),
  ];
}
