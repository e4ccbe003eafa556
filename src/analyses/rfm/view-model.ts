import { RFM_SEGMENTS, SMALL_GROUP } from "../../domain/rule-book";
import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import { epochDay } from "../../kernel/base/calendar";
import type { CardRow, TwinTable, TwinValue } from "../../page/charts/figure";
import type { RfmMessages } from "./messages/zh-Hans";
import { segmentName } from "./segment-name";
import type { AxisLine, RfmResult, SegmentLine } from "./spec";

/** The words of one language and the currency of the data. */
export interface Words {
  readonly t: RfmMessages;
  readonly format: Format;
  readonly currency: string | null;
}

/** Segments whose customers used to buy often and have long been away. */
const AT_RISK = ["at-risk", "cannot-lose"] as const;
export const AT_RISK_CELL = `segment:${AT_RISK.join("+")}`;

/** Who they are and what to do; the 27 cells say their three levels. */
export function segmentAdvice(id: string, { t }: Words): string {
  const known = t.segments[id];
  if (known !== undefined) return known.advice;
  const levels = [t.level.low, t.level.middle, t.level.high];
  const [r, f, m] = id.split("").map((score) => levels[Number(score) - 1] as string);
  return t.cellAdvice({ r: r as string, f: f as string, m: m as string });
}

export const isSmall = (line: SegmentLine): boolean => line.customers < SMALL_GROUP;

const measureName = ({ basis }: RfmResult, { t }: Words): string => t.measures[basis];

/** The segment with most money; null when nobody's amount is above zero. */
export function richest(result: RfmResult): SegmentLine | null {
  let best: SegmentLine | null = null;
  for (const line of result.segments) {
    if (line.amountShare === null || line.amount <= 0) continue;
    if (best === null || line.amount > best.amount) best = line;
  }
  return best;
}

/** The answer in sentences; each is true or left out. */
export function findings(result: RfmResult, words: Words): Rich {
  const { t, format, currency } = words;
  const sentences: Rich[] = [];
  const first = richest(result);
  if (first !== null && first.amountShare !== null) {
    sentences.push(
      t.finding({
        name: segmentName(first.id, words.t),
        customers: first.customers,
        customerShare: format.percent(first.customerShare),
        amountShare: format.percent(first.amountShare),
      }),
    );
  }
  const away = result.segments.filter(({ id }) => AT_RISK.some((risk) => risk === id));
  const count = away.reduce((sum, line) => sum + line.customers, 0);
  if (count > 0) {
    const amount = away.reduce((sum, line) => sum + line.amount, 0);
    sentences.push(t.findingRisk({ customers: count, amount: format.money(amount, currency) }));
  }
  const { movement } = result;
  if (movement !== null && movement.moved > 0) {
    const day = format.day(epochDay(movement.asOfDay));
    sentences.push([t.findingMoved({ moved: movement.moved, day })]);
  }
  const joint = format.language === "en" ? " " : "";
  return sentences.flatMap((sentence, i) => (i === 0 ? sentence : [joint, ...sentence]));
}

export interface GridView {
  readonly cells: readonly {
    readonly r: number;
    readonly f: number;
    /** 0..1 of the largest amount, root-scaled so that small cells show */
    readonly depth: number;
    readonly count: string;
    readonly money: string;
    readonly cell: string;
    readonly title: string;
    readonly rows: readonly CardRow[];
  }[];
  readonly levels: number;
  readonly recency: string;
  readonly frequency: string;
}

export function gridView(result: RfmResult, words: Words): GridView {
  const { t, format, currency } = words;
  const most = Math.max(...result.grid.map((cell) => cell.amount), 0);
  return {
    levels: result.levels,
    recency: t.grid.recency,
    frequency: t.grid.frequency,
    cells: result.grid.map(({ r, f, customers, amount, meanM }) => ({
      r,
      f,
      depth: most > 0 ? Math.sqrt(Math.max(0, amount) / most) : 0,
      count: customers === 0 ? "" : t.grid.count({ customers }),
      money: customers === 0 ? "" : format.money(amount, currency),
      cell: `cell:${r}-${f}`,
      title: t.grid.cell({ r, f }),
      rows: [
        { label: t.grid.customers, value: format.count(customers) },
        { label: t.grid.customerShare, value: format.percent(customers / result.customers) },
        { label: t.grid.amount, value: format.money(amount, currency) },
        { label: t.grid.meanM, value: meanM === null ? format.dash : format.number(meanM, 1) },
      ],
    })),
  };
}

export function gridSub(result: RfmResult, { t, format }: Words): string {
  return t.grid.sub({
    customers: result.customers,
    frequency: t.frequencies[result.frequency],
    day: format.day(epochDay(result.asOfDay)),
  });
}

const asNumber = (value: TwinValue): number => Number(value);

export function gridTwin(result: RfmResult, { t, format, currency }: Words): TwinTable {
  return {
    columns: [
      { label: t.grid.recency, numeric: true },
      { label: t.grid.frequency, numeric: true },
      { label: t.grid.customers, numeric: true, show: (v) => format.count(asNumber(v)) },
      {
        label: t.grid.amount,
        numeric: true,
        show: (v) => format.moneyExact(asNumber(v), currency),
      },
      { label: t.grid.meanM, numeric: true, show: (v) => format.number(asNumber(v), 2) },
    ],
    rows: result.grid.map(({ r, f, customers, amount, meanM }) => [r, f, customers, amount, meanM]),
  };
}

export interface BarsView {
  readonly bars: readonly {
    readonly name: string;
    readonly share: number;
    readonly customerShare: number;
    readonly small: boolean;
    readonly label: string;
    readonly cell: string;
    readonly rows: readonly CardRow[];
  }[];
  readonly percent: (share: number) => string;
}

/** One bar a segment that has customers, in the order of the map. */
export function barsView(result: RfmResult, words: Words): BarsView {
  const { t, format, currency } = words;
  return {
    percent: (share) => format.percent(share),
    bars: result.segments
      .filter((line) => line.customers > 0)
      .map((line) => ({
        name: segmentName(line.id, words.t),
        share: line.amountShare === null ? 0 : line.amountShare,
        customerShare: line.customerShare,
        small: isSmall(line),
        label: `${t.grid.count({ customers: line.customers })} · ${format.money(line.amount, currency)}`,
        cell: `segment:${line.id}`,
        rows: [
          { label: t.table.customers, value: format.count(line.customers) },
          { label: t.table.customerShare, value: format.percent(line.customerShare) },
          { label: t.table.amount, value: format.money(line.amount, currency) },
          {
            label: t.table.amountShare,
            value: line.amountShare === null ? format.dash : format.percent(line.amountShare),
          },
        ],
      })),
  };
}

export function barsSub(result: RfmResult, words: Words): string {
  const amount = words.format.money(result.amount, words.currency);
  return words.t.bars.sub({ measure: measureName(result, words), amount });
}

export function segmentsTwin(result: RfmResult, words: Words): TwinTable {
  const { t, format, currency } = words;
  const count = (value: TwinValue): string => format.count(asNumber(value));
  const percent = (value: TwinValue): string => format.percent(asNumber(value));
  const money = (value: TwinValue): string => format.moneyExact(asNumber(value), currency);
  return {
    columns: [
      { label: t.table.segment },
      { label: t.table.customers, numeric: true, show: count },
      { label: t.table.customerShare, numeric: true, show: percent },
      { label: t.table.amount, numeric: true, show: money },
      { label: t.table.amountShare, numeric: true, show: percent },
    ],
    rows: result.segments.map((line) => [
      segmentName(line.id, words.t),
      line.customers,
      line.customerShare,
      line.amount,
      line.amountShare,
    ]),
  };
}

export interface Move {
  readonly from: string;
  readonly to: string;
  readonly customers: number;
  readonly cell: string;
}

const MOVES_SHOWN = 10;

/** The largest moves between two segments, customers who have a segment on both days. */
export function largestMoves(result: RfmResult, words: Words): readonly Move[] {
  const { movement, preset } = result;
  if (movement === null) return [];
  const ids = RFM_SEGMENTS[preset].map((segment) => segment.id);
  const size = ids.length + 1;
  const moves = ids.flatMap((from, row) =>
    ids.flatMap((to, column): Move[] => {
      const customers = movement.matrix[row * size + column] as number;
      if (from === to || customers === 0) return [];
      const [a, b] = [segmentName(from, words.t), segmentName(to, words.t)];
      return [{ from: a, to: b, customers, cell: `move:${from}:${to}` }];
    }),
  );
  return moves.sort((a, b) => b.customers - a.customers).slice(0, MOVES_SHOWN);
}

export interface ScoreRow {
  readonly score: number;
  /** recency, frequency, money: range and customers */
  readonly axes: readonly { readonly range: string; readonly customers: number }[];
}

/** Scores in use on an axis with two classes only. */
const TWO_OF: Readonly<Record<number, readonly number[]>> = { 2: [1, 2], 3: [1, 3], 5: [2, 4] };

/** What each score means on each axis, best first. */
export function scoreRows(result: RfmResult, words: Words): readonly ScoreRow[] {
  const { format, currency } = words;
  const days = (value: number): string => format.number(value, 1);
  const money = (value: number): string => format.money(value, currency);
  const axes = [
    { line: result.recency, reversed: true, show: days },
    { line: result.frequencyAxis, reversed: false, show: days },
    { line: result.money, reversed: false, show: money },
  ];
  const { thresholds } = result.recency;
  const all = Array.from({ length: result.levels }, (_, i) => i + 1);
  const two = thresholds !== null && thresholds.length === 1 ? TWO_OF[result.levels] : undefined;
  const scale = two === undefined ? all : two;
  return scale.toReversed().map((score) => ({
    score,
    axes: axes.map(({ line, reversed, show }) => {
      const place = scale.indexOf(score);
      const index = reversed ? scale.length - 1 - place : place;
      return {
        range: rangeOf(line, index, { show, words }),
        customers: line.counts[score - 1] as number,
      };
    }),
  }));
}

function rangeOf(
  { thresholds }: AxisLine,
  index: number,
  { show, words }: { show: (value: number) => string; words: Words },
): string {
  const { t, format } = words;
  if (thresholds === null) return t.scores.relative;
  const from = thresholds[index - 1];
  const to = thresholds[index];
  if (from === undefined) return to === undefined ? format.dash : t.scores.upTo({ to: show(to) });
  if (to === undefined) return t.scores.above({ from: show(from) });
  // Two equal thresholds leave no value between them: nobody can have this score.
  return from === to ? format.dash : t.scores.range({ from: show(from), to: show(to) });
}

/** 怎么算的, line by line; what does not apply is left out. */
export function howLines(
  result: RfmResult,
  words: Words,
  asked: RfmResult["frequency"],
): readonly string[] {
  const { t, format } = words;
  const { excluded } = result;
  const lines = [
    t.how.axes({
      frequency: t.frequencies[result.frequency],
      measure: measureName(result, words),
    }),
    t.how.map,
    t.how.basis({
      customers: result.customers,
      period: format.period(epochDay(result.fromDay), epochDay(result.toDay)),
    }),
    t.how.leftOut({
      returned: excluded.returnedLines,
      cancelled: excluded.cancelledLines,
      free: excluded.freeLines,
      idle: excluded.idleCustomers,
    }),
  ];
  if (asked !== result.frequency) lines.push(t.how.noOrderId);
  if (result.segments.some((line) => line.customers > 0 && isSmall(line))) lines.push(t.how.small);
  return lines;
}
