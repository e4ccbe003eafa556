import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import type { CardRow, TwinTable, TwinValue } from "../../page/charts/figure";
import type { PartialLossMessages } from "./messages/zh-Hans";
import type { LessLine, PartialLossParams, PartialLossResult } from "./spec";

/** The words of one language and the currency of the data. */
export interface Words {
  readonly t: PartialLossMessages;
  readonly format: Format;
  readonly currency: string | null;
}

/** From this ratio of variance to mean on the p are told to be too small. */
const BURSTS_FROM = 1.5;
/** With fewer of those with orders judged the page says so. */
const JUDGED_SHARE = 0.5;
const DRAWN = 15;

const joint = ({ format }: Words): string => (format.language === "en" ? " " : "");

/** The answer in sentences; each is true or left out. */
export function findings(result: PartialLossResult, params: PartialLossParams, words: Words): Rich {
  const { t, format, currency } = words;
  const partial = result.overall + result.inCategories;
  const days = params.windowDays;
  const sentences: Rich[] = [];
  if (partial === 0) sentences.push(t.findingNone({ days, tested: result.tested }));
  else {
    const money = format.money(result.atRisk.value, currency);
    sentences.push(
      t.finding({ days, customers: partial, ratio: format.percent(params.ratio), money }),
    );
    if (result.overall === 0) sentences.push([t.findingCategories]);
    else if (result.inCategories > 0) {
      const { overall, inCategories: categories } = result;
      sentences.push(t.findingParts({ overall, categories }));
    }
  }
  if (result.stopped > 0) sentences.push(t.findingStopped({ customers: result.stopped }));
  return sentences.flatMap((sentence, i) => (i === 0 ? sentence : [joint(words), ...sentence]));
}

/** What a reader must know before acting on it. */
export function cautions(result: PartialLossResult, { t, format }: Words): readonly string[] {
  const { tested, untested, dispersion } = result;
  const lines: string[] = [];
  if (tested < JUDGED_SHARE * (tested + untested))
    lines.push(t.cautions.untested({ tested, untested }));
  if (dispersion !== null && dispersion > BURSTS_FROM)
    lines.push(t.cautions.bursts({ times: format.number(dispersion) }));
  return lines;
}

export function refusalText({ refusal }: PartialLossResult, { t }: Words): string {
  return refusal === null ? "" : t.refused[refusal.code](refusal);
}

const categoryOf = (line: LessLine, { t }: Words): string =>
  line.category === null ? t.chart.all : line.category;

/** What fell of a line: one category, or all with those that fell most. */
export function categoryText(line: LessLine, words: Words): string {
  if (line.fallen.length === 0) return categoryOf(line, words);
  return words.t.list.mainly({ categories: words.format.list(line.fallen) });
}

export const lineKey = (line: LessLine): string =>
  `${line.row}:${line.category === null ? "" : `=${line.category}`}`;

/** One fall as it is drawn. */
export interface FallPoint {
  readonly name: string;
  readonly expected: number;
  readonly actual: number;
  readonly label: string;
  readonly title: string;
  readonly rows: readonly CardRow[];
  readonly cell: string;
}

export interface FallView {
  readonly points: readonly FallPoint[];
  readonly most: number;
  readonly expected: string;
  readonly actual: string;
  readonly short: (value: number) => string;
}

export function fallView(result: PartialLossResult, words: Words): FallView {
  const { t, format } = words;
  const points = result.lines.slice(0, DRAWN).map((line, place) => pointOf(line, place, words));
  return {
    points,
    most: Math.max(1e-9, ...points.map(({ expected, actual }) => Math.max(expected, actual))),
    expected: t.chart.expected,
    actual: t.chart.actual,
    short: (value) => format.short(value),
  };
}

function pointOf(line: LessLine, place: number, words: Words): FallPoint {
  const { t, format, currency } = words;
  const money = (amount: number): string => format.money(amount, currency);
  const category = categoryOf(line, words);
  const orders = format.count(line.orders);
  const expected = format.number(line.expectedOrders);
  return {
    name: line.category === null ? line.name : t.chart.point({ name: line.name, category }),
    expected: line.expectedMoney,
    actual: line.money,
    label: `−${money(line.atRisk)}`,
    title: t.chart.point({ name: line.name, category }),
    cell: `less-line:${place}`,
    rows: [
      { label: t.chart.expected, value: money(line.expectedMoney) },
      { label: t.chart.actual, value: money(line.money) },
      { label: t.chart.atRisk, value: money(line.atRisk) },
      { label: t.chart.interval, value: `${money(line.atRiskLow)} – ${money(line.atRiskHigh)}` },
      { label: t.chart.ratio, value: format.percent(line.ratio) },
      {
        label: t.chart.ratioInterval,
        value: format.percentInterval(line.ratioLow, line.ratioHigh),
      },
      { label: t.chart.orders, value: t.chart.ordersOf({ orders, expected }) },
      { label: t.chart.q, value: format.percent(line.q) },
    ],
  };
}

export function fallTwin({ lines }: PartialLossResult, words: Words): TwinTable {
  const { t, format, currency } = words;
  const number =
    (show: (value: number) => string) =>
    (value: TwinValue): string =>
      typeof value === "number" ? show(value) : format.dash;
  const money = (label: string) => ({
    label,
    numeric: true,
    show: number((value) => format.moneyExact(value, currency)),
  });
  const digits = (label: string, places: number) => ({
    label,
    numeric: true,
    show: number((value) => format.number(value, places)),
  });
  return {
    columns: [
      { label: t.chart.customer },
      { label: t.chart.category },
      money(t.chart.expected),
      money(t.chart.actual),
      money(t.chart.atRisk),
      digits(t.chart.expectedOrders, 1),
      digits(t.chart.orders, 0),
      { label: t.chart.ratio, numeric: true, show: number((value) => format.percent(value)) },
      digits(t.chart.p, 5),
      digits(t.chart.q, 4),
    ],
    rows: lines.map((line) => [
      line.name,
      categoryOf(line, words),
      line.expectedMoney,
      line.money,
      line.atRisk,
      line.expectedOrders,
      line.orders,
      line.ratio,
      line.p,
      line.q,
    ]),
  };
}

export function chartSub(
  result: PartialLossResult,
  params: PartialLossParams,
  words: Words,
): string {
  const { t, format } = words;
  const shown = Math.min(DRAWN, result.lines.length);
  const sub = t.chart.sub({ shown, pastDays: params.windowDays * params.windows });
  if (result.movement > 0.95) return sub;
  return sub + joint(words) + t.chart.moved({ movement: format.percent(result.movement) });
}

/** 怎么算的, line by line. */
export function howLines(
  result: PartialLossResult,
  params: PartialLossParams,
  { t, format }: Words,
): readonly string[] {
  const { tested, pairsTested, unnamedLines, movement } = result;
  const lines = [
    t.how.test({ days: params.windowDays, windows: params.windows }),
    t.how.exact,
    t.how.tested({ tested, pairs: pairsTested }),
    t.how.discovery({ level: format.percent(params.level) }),
    t.how.atRisk({ ratio: format.percent(params.ratio) }),
  ];
  if (params.movement) lines.push(t.how.movement({ movement: format.percent(movement) }));
  if (result.categoryFrom === null) lines.push(t.how.noCategory);
  if (unnamedLines > 0 && result.categoryFrom !== null)
    lines.push(t.how.unnamed({ lines: unnamedLines }));
  return lines;
}
