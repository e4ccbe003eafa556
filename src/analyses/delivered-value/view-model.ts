import type { Format } from "../../i18n/format";
import { epochDay } from "../../kernel/base/calendar";
import type { Rich } from "../../i18n/rich";
import type { IntervalView } from "../../page/charts/interval-dots";
import type { CardRow, TwinTable, TwinValue } from "../../page/charts/figure";
import type { WaterfallBar } from "../../page/charts/waterfall";
import type { DeliveredMessages } from "./messages/zh-Hans";
import type { DeliveredGroup, DeliveredResult, FacetLine, Points, TagBoard, TagLine } from "./spec";

export interface Words {
  readonly t: DeliveredMessages;
  readonly format: Format;
}

const LEVEL = 0.05;
/** As for every comparison of several groups. */
const GROUP_LEVEL = 0.1;
const FEW = 30;
const DRAWN_GROUPS = 15;

const points = (value: number, { format }: Words): string => format.number(value, 1);
const signed = (value: number, words: Words): string =>
  (value > 0 ? "+" : "") + points(value, words);
const rangeText = ({ low, high }: Pick<Points, "low" | "high">, words: Words): string =>
  `${points(low, words)} – ${points(high, words)}`;

const joined = (sentences: readonly Rich[], { format }: Words): Rich =>
  sentences.flatMap((sentence, i) =>
    i === 0 || format.language !== "en" ? sentence : [" ", ...sentence],
  );

const listOf = (names: readonly string[], { t }: Words): string => names.join(t.comma);

/** The answer in two to four sentences. */
export function findings(result: DeliveredResult, words: Words): Rich {
  const { t } = words;
  const { delivered, low, high, value, cost, n } = result.headline;
  const sentences: Rich[] = [];
  if (delivered !== null && low !== null && high !== null && value !== null && cost !== null) {
    sentences.push(
      t.finding({
        delivered: signed(delivered, words),
        low: points(low, words),
        high: points(high, words),
        value: points(value, words),
        cost: points(cost, words),
        n,
      }),
    );
    // Above zero is where the middle of the scale puts nearly everybody: nothing to claim.
    if (high < 0) sentences.push(t.dear);
  } else if (value !== null) sentences.push(t.onlyValue({ value: points(value, words), n }));
  else if (cost !== null) sentences.push(t.onlyCost({ cost: points(cost, words), n }));
  else sentences.push(t.noSides({ n }));
  const dearest = dearestOf(result.facets);
  if (dearest !== null) {
    sentences.push(
      t.dearest({ name: t.facets[dearest.facet], points: points(-dearest.points, words) }),
    );
  }
  const { contrast } = result.traits;
  if (contrast !== null && contrast.pValue < LEVEL) {
    sentences.push(
      t.contrast({
        best: t.traits[contrast.best as keyof typeof t.traits],
        worst: t.traits[contrast.worst as keyof typeof t.traits],
        points: points(contrast.difference.index, words),
      }),
    );
  }
  return joined(sentences, words);
}

/** What costs most; null without at least two kinds of cost to choose from. */
export function dearestOf(facets: readonly FacetLine[]): FacetLine | null {
  const costs = facets.filter(({ side }) => side === "cost");
  if (costs.length < 2) return null;
  return costs.reduce((most, line) => (line.points < most.points ? line : most));
}

/** What the reader must know before the figures. */
export function cautions(result: DeliveredResult, words: Words): readonly string[] {
  const { t } = words;
  const { headline, absent } = result;
  return [
    ...(headline.untagged > 0 ? [t.untagged({ aspects: headline.untagged })] : []),
    ...(headline.delivered !== null && absent.length > 0
      ? [
          t.absent({
            names: listOf(
              absent.map((facet) => t.facets[facet]),
              words,
            ),
          }),
        ]
      : []),
    ...(headline.n < FEW ? [t.few({ n: headline.n })] : []),
    ...(result.isUndated ? [t.undated] : []),
  ];
}

/** What customers get adds up, what it costs takes away; the last bar is what is left. */
export function fallBars(result: DeliveredResult, words: Words): readonly WaterfallBar[] {
  const { t } = words;
  const bars: WaterfallBar[] = [];
  let level = 0;
  for (const line of result.facets) {
    const name = t.facets[line.facet];
    bars.push({
      name,
      from: level,
      to: level + line.points,
      label: signed(line.points, words),
      tone: line.side === "value" ? "gain" : "loss",
      cell: `delivered-facet:${line.facet}`,
      title: name,
      rows: facetRows(line, words),
    });
    level += line.points;
  }
  const { delivered } = result.headline;
  if (delivered !== null) {
    bars.push({
      name: t.fall.left,
      from: 0,
      to: delivered,
      label: signed(delivered, words),
      tone: "whole",
      cell: "delivered-low",
      title: t.fall.left,
      rows: [{ label: t.fall.lowAll, value: words.format.count(result.lowCustomers ?? NaN) }],
    });
  }
  return bars;
}

function facetRows(line: FacetLine, words: Words): readonly CardRow[] {
  const { t, format } = words;
  return [
    { label: t.fall.aspects, value: listOf(line.aspects, words) },
    { label: t.fall.points, value: signed(line.points, words) },
    { label: t.fall.index, value: points(line.index, words) },
    { label: t.fall.weight, value: format.percent(line.weight) },
    { label: t.fall.lowCustomers, value: format.count(line.lowCustomers) },
  ];
}

const shown =
  (words: Words) =>
  (value: TwinValue): string =>
    value === null ? words.format.dash : points(Number(value), words);

export function fallTwin({ facets }: DeliveredResult, words: Words): TwinTable {
  const { t, format } = words;
  const share = (value: TwinValue): string => format.percent(Number(value));
  return {
    columns: [
      { label: t.fall.facet },
      { label: t.fall.side },
      { label: t.fall.aspects },
      { label: t.fall.weight, numeric: true, show: share },
      { label: t.fall.index, numeric: true, show: shown(words) },
      { label: t.fall.points, numeric: true, show: shown(words) },
      { label: t.fall.lowCustomers, numeric: true },
    ],
    rows: facets.map((line) => [
      t.facets[line.facet],
      t.sides[line.side],
      listOf(line.aspects, words),
      line.weight,
      line.index,
      line.points,
      line.lowCustomers,
    ]),
  };
}

const tagName = (tag: TagLine["tag"], { t }: Words): string => ({ ...t.traits, ...t.levels })[tag];

export function boardView(kind: "trait" | "level", board: TagBoard, words: Words): IntervalView {
  const { t, format } = words;
  return {
    domain: [0, 100],
    reference: null,
    tick: (value) => format.number(value, 0),
    lines: board.lines.map(({ tag, aspects, mean, lowCustomers }) => ({
      name: tagName(tag, words),
      value: mean.index,
      low: Math.max(0, mean.low),
      high: Math.min(100, mean.high),
      label: t.board.label({ index: points(mean.index, words), aspects: aspects.length }),
      isPale: false,
      tone: "plain",
      cell: `delivered-${kind}:${tag}`,
      rows: [
        { label: t.fall.aspects, value: listOf(aspects, words) },
        { label: t.board.index, value: points(mean.index, words) },
        { label: t.board.interval, value: rangeText(mean, words) },
        { label: t.board.answers, value: format.count(mean.n) },
        { label: t.fall.lowCustomers, value: format.count(lowCustomers) },
      ],
    })),
  };
}

export function boardTwin({ lines }: TagBoard, words: Words): TwinTable {
  const { t } = words;
  const show = shown(words);
  return {
    columns: [
      { label: t.board.kind },
      { label: t.fall.aspects },
      { label: t.board.answers, numeric: true },
      { label: t.board.index, numeric: true, show },
      { label: t.board.low, numeric: true, show },
      { label: t.board.high, numeric: true, show },
      { label: t.fall.lowCustomers, numeric: true },
    ],
    rows: lines.map(({ tag, aspects, mean, lowCustomers }) => [
      tagName(tag, words),
      listOf(aspects, words),
      mean.n,
      mean.index,
      mean.low,
      mean.high,
      lowCustomers,
    ]),
  };
}

/** Whether the kinds are told apart; null with fewer than two. */
export function boardText({ contrast }: TagBoard, words: Words): string | null {
  if (contrast === null) return null;
  const { t, format } = words;
  const said = {
    best: tagName(contrast.best, words),
    worst: tagName(contrast.worst, words),
    points: points(contrast.difference.index, words),
    range: rangeText(contrast.difference, words),
    pValue: format.pValue(contrast.pValue),
  };
  return contrast.pValue < LEVEL ? t.board.apart(said) : t.board.same(said);
}

type Groups = NonNullable<DeliveredResult["groups"]>;

const groupName = ({ source }: Groups, label: string, { t }: Words): string =>
  source === "grade" ? t.grade({ grade: label.toUpperCase() }) : label;

function toneOf({ rest }: DeliveredGroup): "plain" | "good" | "bad" {
  if (rest === null || rest.qValue > GROUP_LEVEL) return "plain";
  return rest.points > 0 ? "good" : "bad";
}

const verdictOf = (group: DeliveredGroup, { t }: Words): string =>
  group.isThin ? t.groups.thin : t.groups.verdicts[toneOf(group)];

export function groupView(result: DeliveredResult, groups: Groups, words: Words): IntervalView {
  const { t, format } = words;
  const drawn = groups.rows.slice(0, DRAWN_GROUPS);
  const ends = drawn.flatMap(({ delivered }) => [delivered.low, delivered.high]);
  const { delivered: all } = result.headline;
  const within = (value: number): number => Math.min(100, Math.max(-100, value));
  return {
    domain: [
      within(Math.min(0, Math.floor(Math.min(...ends) / 10) * 10)),
      within(Math.max(10, Math.ceil(Math.max(...ends) / 10) * 10)),
    ],
    reference:
      all === null ? null : { value: all, name: t.groups.all({ delivered: points(all, words) }) },
    tick: (value) => format.number(value, 0),
    lines: drawn.map((group, place) => ({
      name: groupName(groups, group.label, words),
      value: group.delivered.index,
      low: within(group.delivered.low),
      high: within(group.delivered.high),
      label: t.groups.label({
        delivered: signed(group.delivered.index, words),
        n: group.delivered.n,
      }),
      isPale: group.isThin,
      tone: toneOf(group),
      cell: `delivered-group:${place}`,
      rows: [
        { label: t.groups.delivered, value: signed(group.delivered.index, words) },
        { label: t.board.interval, value: rangeText(group.delivered, words) },
        { label: t.sides.value, value: points(group.value, words) },
        { label: t.sides.cost, value: points(group.cost, words) },
        { label: t.board.answers, value: format.count(group.delivered.n) },
        { label: t.groups.customers, value: format.count(group.customers) },
        { label: t.groups.verdict, value: verdictOf(group, words) },
      ],
    })),
  };
}

export function groupTwin(groups: Groups, words: Words): TwinTable {
  const { t, format } = words;
  const show = shown(words);
  const showP = (value: TwinValue): string =>
    value === null ? format.dash : format.pValue(Number(value));
  return {
    columns: [
      { label: t.groups.name },
      { label: t.board.answers, numeric: true },
      { label: t.groups.delivered, numeric: true, show },
      { label: t.board.low, numeric: true, show },
      { label: t.board.high, numeric: true, show },
      { label: t.sides.value, numeric: true, show },
      { label: t.sides.cost, numeric: true, show },
      { label: t.groups.rest, numeric: true, show },
      { label: t.groups.qValue, numeric: true, show: showP },
      { label: t.groups.customers, numeric: true },
      { label: t.groups.verdict },
    ],
    rows: groups.rows.map((group) => [
      groupName(groups, group.label, words),
      group.delivered.n,
      group.delivered.index,
      group.delivered.low,
      group.delivered.high,
      group.value,
      group.cost,
      group.rest && group.rest.points,
      group.rest && group.rest.qValue,
      group.customers,
      verdictOf(group, words),
    ]),
  };
}

/** What of the groups is not drawn. */
export function groupNotes(groups: Groups, { t }: Words): readonly string[] {
  const undrawn = groups.rows.length - DRAWN_GROUPS;
  return [
    ...(undrawn > 0 ? [t.groups.undrawn({ groups: undrawn })] : []),
    ...(groups.hidden > 0 ? [t.groups.more({ groups: groups.hidden })] : []),
    ...(groups.ungrouped > 0 ? [t.groups.ungrouped({ answers: groups.ungrouped })] : []),
  ];
}

/** 怎么算的, line by line. */
export function howLines(result: DeliveredResult, { t }: Words): readonly string[] {
  const { how } = t;
  return [
    how.formula,
    result.isStated ? how.stated : how.equal,
    how.interval,
    how.groups,
    how.tags,
    how.reading,
  ];
}

export const periodText = (result: DeliveredResult, words: Words): string =>
  result.isUndated
    ? words.t.wholeHistory
    : words.format.period(epochDay(result.fromDay), epochDay(result.toDay));
