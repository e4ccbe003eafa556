import type { Grade } from "../../domain/rule-book";
import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import { epochDay } from "../../kernel/base/calendar";
import type { CardRow, TwinTable, TwinValue } from "../../page/charts/figure";
import type { ParetoMessages } from "./messages/zh-Hans";
import type { CutLine, GradeLine, ParetoResult } from "./spec";

/** The words of one language and the currency of the data. */
export interface Words {
  readonly t: ParetoMessages;
  readonly format: Format;
  readonly currency: string | null;
}

export interface CurvePoint {
  /** share of customers, largest first, 0..1 */
  readonly x: number;
  /** cumulative share of the amount, 0..1 */
  readonly y: number;
}

export interface CurveStop extends CurvePoint {
  readonly cell: string;
  readonly title: string;
  readonly rows: readonly CardRow[];
}

export interface CurveView {
  /** One run of points a grade that has customers; neighbours share their corner. */
  readonly areas: readonly { readonly grade: Grade; readonly points: readonly CurvePoint[] }[];
  readonly line: readonly CurvePoint[];
  /** Where 80 % is reached. */
  readonly mark: CurvePoint & { readonly text: string };
  /** 0, the ends of the grades, 1. */
  readonly xTicks: readonly number[];
  readonly stops: readonly CurveStop[];
  readonly percent: (share: number) => string;
}

/** Name of the measure as the result counts it. */
function measureName(result: ParetoResult, { t }: Words): string {
  if (result.measure === "profit") return t.measures.profit;
  return result.basis === "net" ? t.measures.net : t.measures.sales;
}

export function chosenCut(result: ParetoResult): CutLine {
  return result.cuts.find((cut) => cut.id === result.cut) as CutLine;
}

const period = (result: ParetoResult, { format }: Words): string =>
  format.period(epochDay(result.fromDay), epochDay(result.toDay));

/** Sentences of one language stand apart by a space or not at all. */
const joint = ({ format }: Words): string => (format.language === "en" ? " " : "");

/** The answer in sentences; each is true or left out. */
export function findings(result: ParetoResult, words: Words): Rich {
  const { t, format } = words;
  const ratio = format.percent(result.customersFor80 / result.customers);
  const sentences: Rich[] = [
    t.finding({ ratio, customers: result.customersFor80, measure: measureName(result, words) }),
  ];
  // Where the top fifth makes the 80 %, the first sentence has said it.
  const top = format.percent(result.headline.top20Share);
  if (ratio !== format.percent(0.2) || top !== format.percent(0.8)) {
    sentences.push([t.findingTop({ share: top })]);
  }
  const { before } = result;
  if (before !== null) {
    const then = format.percent(before.customersFor80 / before.customers);
    if (then !== ratio) sentences.push([t.findingBefore({ ratio: then })]);
  }
  return sentences.flatMap((sentence, i) => (i === 0 ? sentence : [joint(words), ...sentence]));
}

/** Line below the title of the curve. */
export function curveSub(result: ParetoResult, words: Words): string {
  const { t, format } = words;
  const cut = chosenCut(result);
  const shares = (pick: (grade: GradeLine) => number): string =>
    cut.grades.map((grade) => format.number(pick(grade) * 100, 0)).join("/");
  const expected = shares((grade) => grade.benchmark);
  const measure = measureName(result, words);
  const benchmark =
    cut.reading === "rank"
      ? t.curve.amountBenchmark({ measure, expected, actual: shares((g) => g.amountShare) })
      : t.curve.customerBenchmark({ expected, actual: shares((g) => g.customerShare) });
  const sub = t.curve.sub({ customers: result.customers, measure, period: period(result, words) });
  return sub + joint(words) + benchmark;
}

/** Line below the title of the grades. */
export function gradesSub(result: ParetoResult, words: Words): string {
  const { t, format } = words;
  const distance = format.percent(chosenCut(result).distance);
  return t.grades.total({ cut: t.cuts[result.cut], distance });
}

export function curveDescription(result: ParetoResult, words: Words): string {
  const { t, format } = words;
  return t.curve.description({
    ratio: format.percent(result.customersFor80 / result.customers),
    measure: measureName(result, words),
    share: format.percent(result.headline.top20Share),
  });
}

/** The cumulative curve with one area a grade. */
export function curveView(result: ParetoResult, words: Words): CurveView {
  const { t, format } = words;
  const n = result.customers;
  const line = Array.from(result.curve.ranks, (rank, i) => ({
    x: rank / n,
    y: result.curve.shares[i] as number,
  }));
  const cut = chosenCut(result);
  const ends = gradeEnds(cut);
  const areas = ends.flatMap(({ grade, customers, end }) => {
    if (customers === 0) return [];
    const { ranks } = result.curve;
    const isInside = (rank: number): boolean => rank >= end - customers && rank <= end;
    return [{ grade, points: line.filter((_, k) => isInside(ranks[k] as number)) }];
  });
  const ratio = format.percent(result.customersFor80 / n);
  return {
    areas,
    line,
    mark: {
      x: result.customersFor80 / n,
      y: shareAt(result, result.customersFor80),
      text: t.curve.mark({ ratio, measure: measureName(result, words) }),
    },
    xTicks: apart([0, ...ends.slice(0, 2).map(({ end }) => end / n), 1]),
    stops: stopsOf(result, words),
    percent: (share) => format.percent(share),
  };
}

/** The grades with the number of customers up to the end of each. */
function gradeEnds(cut: CutLine): readonly (GradeLine & { readonly end: number })[] {
  let end = 0;
  return cut.grades.map((line) => ({ ...line, end: (end += line.customers) }));
}

function shareAt(result: ParetoResult, rank: number): number {
  return result.curve.shares[result.curve.ranks.indexOf(rank)] as number;
}

/** Ticks that do not run into each other; the first and the last always stay. */
function apart(ticks: readonly number[]): readonly number[] {
  const kept = ticks.filter((tick, i) => i === 0 || i === ticks.length - 1 || tick > 0.06);
  return kept.filter(
    (tick, i) =>
      i === 0 || i === kept.length - 1 || (tick - (kept[i - 1] as number) >= 0.07 && tick < 0.95),
  );
}

const STOPS = 24;

function stopsOf(result: ParetoResult, words: Words): CurveStop[] {
  const { t, format } = words;
  const n = result.customers;
  const ends = gradeEnds(chosenCut(result));
  const wanted = new Set([...ends.map(({ end }) => end), result.customersFor80]);
  for (let i = 1; i <= STOPS; i++) wanted.add(nearestRank(result.curve.ranks, (n * i) / STOPS));
  return [...wanted]
    .filter((rank) => rank > 0)
    .sort((a, b) => a - b)
    .map((rank) => {
      const { grade } = ends.find(({ end }) => rank <= end) as GradeLine;
      const share = shareAt(result, rank);
      const ratio = format.percent(rank / n);
      return {
        x: rank / n,
        y: share,
        cell: rank === result.customersFor80 ? "top:80" : `grade:${grade}`,
        title: t.curve.pointTitle({ ratio, customers: rank }),
        rows: [
          { label: t.curve.cumulative, value: format.percent(share) },
          { label: t.curve.grade, value: t.grades.name[grade] },
        ],
      };
    });
}

function nearestRank(ranks: Uint32Array, wanted: number): number {
  let best = Infinity;
  for (const rank of ranks) if (Math.abs(rank - wanted) < Math.abs(best - wanted)) best = rank;
  return best;
}

const asNumber = (value: TwinValue): number => Number(value);

export function curveTwin(result: ParetoResult, { t, format }: Words): TwinTable {
  const n = result.customers;
  const percent = (value: TwinValue): string => format.percent(asNumber(value));
  return {
    columns: [
      {
        label: t.curve.customers,
        numeric: true,
        show: (value) => format.count(asNumber(value)),
      },
      { label: t.curve.customerShare, numeric: true, show: percent },
      { label: t.curve.cumulative, numeric: true, show: percent },
    ],
    rows: Array.from(result.curve.ranks, (rank, i) => [
      rank,
      rank / n,
      result.curve.shares[i] as number,
    ]),
  };
}

export interface LorenzView {
  readonly points: readonly (CurvePoint & { title: string; rows: readonly CardRow[] })[];
  readonly equal: string;
  readonly percent: (share: number) => string;
}

export function lorenzView(result: ParetoResult, words: Words): LorenzView {
  const { t, format } = words;
  const label = t.lorenz.share({ measure: measureName(result, words) });
  return {
    points: Array.from(result.lorenz, (y, i) => ({
      x: i / 10,
      y,
      title: t.lorenz.pointTitle({ ratio: format.percent(i / 10) }),
      rows: [{ label, value: format.percent(y) }],
    })),
    equal: t.lorenz.equal,
    percent: (share) => format.percent(share),
  };
}

export function lorenzTwin(result: ParetoResult, words: Words): TwinTable {
  const { t, format } = words;
  const show = (value: TwinValue): string => format.percent(asNumber(value));
  return {
    columns: [
      { label: t.lorenz.customers, numeric: true, show },
      { label: t.lorenz.share({ measure: measureName(result, words) }), numeric: true, show },
    ],
    rows: Array.from(result.lorenz, (share, i) => [i / 10, share]),
  };
}

export interface DecilesView {
  readonly bars: readonly {
    readonly position: string;
    readonly amount: number;
    readonly title: string;
    readonly rows: readonly CardRow[];
  }[];
  readonly mean: number;
  readonly meanText: string;
  readonly yTicks: readonly number[];
  readonly short: (amount: number) => string;
}

/** The 10 … 90 % quantiles; the ends are one customer each and would flatten the rest. */
export function decilesView(result: ParetoResult, { t, format, currency }: Words): DecilesView {
  return {
    bars: Array.from(result.deciles.subarray(1, 10), (amount, i) => {
      const position = format.percent((i + 1) / 10);
      return {
        position,
        amount,
        title: t.deciles.pointTitle({ percent: position }),
        rows: [{ label: t.deciles.amount, value: format.money(amount, currency) }],
      };
    }),
    yTicks: roundTicks(Math.max(result.mean, result.deciles[9] as number)),
    mean: result.mean,
    meanText: t.deciles.mean({ amount: format.money(result.mean, currency) }),
    short: (amount) => format.short(amount),
  };
}

/** 0 and up to four round steps that reach no further than the largest value. */
function roundTicks(largest: number): readonly number[] {
  if (!(largest > 0)) return [0];
  const power = 10 ** Math.floor(Math.log10(largest));
  const step = [0.25, 0.5, 1, 2.5]
    .map((size) => size * power)
    .find((size) => largest / size <= 4.5);
  const size = step === undefined ? 2.5 * power : step;
  return Array.from({ length: Math.floor(largest / size) + 1 }, (_, i) => i * size);
}

export function decilesTwin(result: ParetoResult, { t, format, currency }: Words): TwinTable {
  return {
    columns: [
      { label: t.deciles.position, show: (value) => format.percent(asNumber(value)) },
      {
        label: t.deciles.amount,
        numeric: true,
        show: (value) => format.moneyExact(asNumber(value), currency),
      },
    ],
    rows: Array.from(result.deciles, (amount, i) => [i / 10, amount]),
  };
}

/** 怎么算的, line by line; what does not apply is left out. */
export function howLines(result: ParetoResult, words: Words): readonly string[] {
  const { t, format, currency } = words;
  const { excluded, missing, nonPositive } = result;
  const lines = [
    t.how.formula,
    t.how.gini,
    t.how.basis({
      customers: result.customers,
      lines: result.saleLines,
      period: period(result, words),
    }),
    t.how.leftOut({
      returned: excluded.returnedLines,
      cancelled: excluded.cancelledLines,
      free: excluded.freeLines,
      idle: excluded.idleCustomers,
    }),
  ];
  if (result.basis === "net" && result.measure === "sales" && excluded.returnedAmount !== 0) {
    lines.push(t.how.netted({ amount: format.money(-excluded.returnedAmount, currency) }));
  }
  if (nonPositive.customers > 0) {
    const amount = format.money(nonPositive.amount, currency);
    lines.push(t.how.nonPositive({ customers: nonPositive.customers, amount }));
  }
  if (missing.profitLines > 0) {
    const { profitLines, profitCustomers } = missing;
    lines.push(t.how.profitMissing({ lines: profitLines, customers: profitCustomers }));
  }
  return lines;
}
