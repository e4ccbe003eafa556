import { promoterClass } from "../../domain/promoter";
import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import { epochDay } from "../../kernel/base/calendar";
import type { IntervalLine, IntervalView } from "../../page/charts/interval-dots";
import type { TwinTable } from "../../page/charts/figure";
import type { NpsMessages } from "./messages/zh-Hans";
import { NPS_CLASSES, type NpsClass, type NpsGroup, type NpsParams, type NpsResult } from "./spec";

export interface Words {
  readonly t: NpsMessages;
  readonly format: Format;
  /** name of the column by which groups are told apart */
  readonly by: string;
}

/** A difference is one when chance gives it less often than this; groups by their adjusted value. */
const LEVEL = 0.05;
const GROUP_LEVEL = 0.1;
const DRAWN_GROUPS = 15;
/** The interval is wider than the margin asked for, by half again: worth a word. */
const WIDE = 1.5;

const joint = ({ format }: Words): string => (format.language === "en" ? " " : "");
export const points = (value: number, { format }: Words): string => format.number(value, 1);
const signed = (value: number, words: Words): string =>
  (value > 0.05 ? "+" : "") + points(value, words);

export const periodText = ({ fromDay, toDay, isUndated }: NpsResult, words: Words): string =>
  isUndated ? words.t.wholeHistory : words.format.period(epochDay(fromDay), epochDay(toDay));

/** The answer in two or three sentences. */
export function findings(result: NpsResult, words: Words): Rich {
  const { t, format } = words;
  const { score, before } = result;
  const sentences: Rich[] = [
    t.finding({
      nps: points(score.nps, words),
      low: points(score.low, words),
      high: points(score.high, words),
      n: score.n,
    }),
    t.findingParts({
      promoters: format.percent(score.promoters / score.n),
      detractors: format.percent(score.detractors / score.n),
    }),
  ];
  if (before !== null) {
    const said = {
      points: points(Math.abs(before.points), words),
      pValue: words.format.pValue(before.pValue),
    };
    const isReal = before.pValue < LEVEL;
    sentences.push(
      isReal ? t.findingChange({ ...said, isUp: before.points > 0 }) : t.findingStill(said),
    );
  }
  return sentences.flatMap((sentence, i) => (i === 0 ? sentence : [joint(words), ...sentence]));
}

/** What the reader must know before the figures. */
export function cautions(result: NpsResult, params: NpsParams, words: Words): readonly string[] {
  const { t, format } = words;
  const lines: string[] = [];
  if (result.question.kind !== "nps") lines.push(t.otherQuestion({ name: result.question.name }));
  if (result.isUndated) lines.push(t.undated);
  const { low, high, n } = result.score;
  if ((high - low) / 2 > params.margin * WIDE && result.headline.neededN > n) {
    const margin = format.number(params.margin, 1);
    lines.push(t.few({ n, needed: result.headline.neededN, margin }));
  }
  return lines;
}

export interface ScoreColumn {
  readonly name: string;
  readonly count: number;
  readonly share: string;
  readonly kind: NpsClass;
  readonly cell: string;
  readonly customers: number;
}

const classNameOf = (score: number): NpsClass => NPS_CLASSES[promoterClass(score)];

export function scoreColumns(result: NpsResult, { format }: Words): readonly ScoreColumn[] {
  return Array.from(result.counts, (count, score) => ({
    name: String(score),
    count,
    share: format.percent(count / result.score.n),
    kind: classNameOf(score),
    cell: `nps-score:${score}`,
    customers: result.scoreCustomers[score] as number,
  }));
}

export function scoreTwin(result: NpsResult, words: Words): TwinTable {
  const { t, format } = words;
  const share = (value: string | number | null): string => format.percent(Number(value));
  return {
    columns: [
      { label: t.scores.score, numeric: true },
      { label: t.scores.className },
      { label: t.scores.answers, numeric: true },
      { label: t.scores.share, numeric: true, show: share },
      { label: t.scores.customers, numeric: true },
    ],
    rows: Array.from(result.counts, (count, score) => [
      score,
      t.cells.classes[classNameOf(score)],
      count,
      count / result.score.n,
      result.scoreCustomers[score] as number,
    ]),
  };
}

export const range = (low: number, high: number, words: Words): string =>
  `${points(low, words)} – ${points(high, words)}`;

type Groups = NonNullable<NpsResult["groups"]>;

function toneOf({ rest }: NpsGroup): IntervalLine["tone"] {
  if (rest === null || rest.qValue > GROUP_LEVEL) return "plain";
  return rest.points > 0 ? "good" : "bad";
}

function verdictOf(group: NpsGroup, { t }: Words): string {
  if (group.isThin) return t.groups.thin;
  const tone = toneOf(group);
  if (tone === "plain") return t.groups.same;
  return tone === "good" ? t.groups.higher : t.groups.lower;
}

const groupName = (groups: Groups, label: string, { t }: Words): string =>
  groups.source === "grade" ? t.grade({ grade: label.toUpperCase() }) : label;

export function groupView(result: NpsResult, groups: Groups, words: Words): IntervalView {
  const { t, format } = words;
  const shown = groups.rows.slice(0, DRAWN_GROUPS);
  const lows = shown.map(({ score }) => score.low);
  const highs = shown.map(({ score }) => score.high);
  const step = (value: number, round: (x: number) => number): number => round(value / 10) * 10;
  return {
    domain: [
      Math.min(0, step(Math.min(...lows), Math.floor)),
      Math.max(10, step(Math.max(...highs), Math.ceil)),
    ],
    reference: {
      value: result.score.nps,
      name: t.groups.all({ nps: points(result.score.nps, words) }),
    },
    tick: (value) => format.number(value, 0),
    lines: shown.map((group, place) => ({
      name: groupName(groups, group.label, words),
      value: group.score.nps,
      low: group.score.low,
      high: group.score.high,
      label: t.groups.label({ nps: points(group.score.nps, words), n: group.score.n }),
      isPale: group.isThin,
      tone: toneOf(group),
      cell: `nps-group:${place}`,
      rows: [
        { label: "NPS", value: points(group.score.nps, words) },
        { label: t.trend.interval, value: range(group.score.low, group.score.high, words) },
        { label: t.scores.answers, value: format.count(group.score.n) },
        { label: t.scores.customers, value: format.count(group.customers) },
        ...(group.rest === null
          ? []
          : [{ label: t.groups.rest, value: signed(group.rest.points, words) }]),
        { label: t.groups.verdict, value: verdictOf(group, words) },
      ],
    })),
  };
}

export function groupTwin(groups: Groups, words: Words): TwinTable {
  const { t } = words;
  const show = (value: string | number | null): string =>
    value === null ? words.format.dash : points(Number(value), words);
  const showP = (value: string | number | null): string =>
    value === null ? words.format.dash : words.format.pValue(Number(value));
  return {
    columns: [
      { label: t.groups.name },
      { label: t.groups.answers, numeric: true },
      { label: "NPS", numeric: true, show },
      { label: t.groups.low, numeric: true, show },
      { label: t.groups.high, numeric: true, show },
      { label: t.groups.rest, numeric: true, show },
      { label: t.groups.qValue, numeric: true, show: showP },
      { label: t.groups.verdict },
    ],
    rows: groups.rows.map((group) => [
      groupName(groups, group.label, words),
      group.score.n,
      group.score.nps,
      group.score.low,
      group.score.high,
      group.rest && group.rest.points,
      group.rest && group.rest.qValue,
      verdictOf(group, words),
    ]),
  };
}

/** What of the groups is not drawn. */
export function groupNotes(groups: Groups, { t }: Words): readonly string[] {
  const undrawn = groups.rows.length - DRAWN_GROUPS;
  return [
    ...(undrawn > 0 ? [t.groups.hidden({ groups: undrawn })] : []),
    ...(groups.hidden > 0 ? [t.groups.more({ groups: groups.hidden })] : []),
    ...(groups.ungrouped > 0 ? [t.groups.ungrouped({ answers: groups.ungrouped })] : []),
  ];
}

/** 怎么算的, line by line. */
export function howLines(result: NpsResult, params: NpsParams, words: Words): readonly string[] {
  const { how } = words.t;
  const needed = result.headline.neededN;
  return [
    how.formula,
    how.interval,
    ...(result.before === null ? [] : [how.change]),
    how.needed({ needed, margin: words.format.number(params.margin, 1) }),
    how.bands,
    how.several,
    how.missing(result.missing),
  ];
}
