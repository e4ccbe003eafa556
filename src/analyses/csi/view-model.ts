import type { Rich } from "../../i18n/rich";
import type { CardRow, TwinTable, TwinValue } from "../../page/charts/figure";
import type { IntervalView } from "../../page/charts/interval-dots";
import type { BlockLine, CsiItem, CsiResult, CsiTrend } from "./spec";
import { periodName, signalText } from "./trend-view";
import { points, rangeText, shown, type Words } from "./words-view";

const FEW = 30;
const LEVEL = 0.05;
/** Less than this between the greatest and the least index is no difference to speak of, in points. */
const HARDLY = 0.5;
const CONSISTENT = 0.6;

const joint = ({ format }: Words): string => (format.language === "en" ? " " : "");

export function joined(sentences: readonly Rich[], words: Words): Rich {
  return sentences.flatMap((sentence, i) => (i === 0 ? sentence : [joint(words), ...sentence]));
}

/** The answer in three or four sentences. */
export function findings(result: CsiResult, words: Words): Rich {
  const { t } = words;
  const { spread } = result.headline;
  const sentences: Rich[] = [indexText(result, words)];
  const indices = result.schemes.map(({ index }) => index.index);
  if (indices.length > 1) {
    sentences.push(
      spread < HARDLY
        ? t.findingSame
        : t.findingSpread({
            low: points(Math.min(...indices), words),
            high: points(Math.max(...indices), words),
          }),
    );
  }
  const [first] = result.items;
  if (first !== undefined) {
    sentences.push(t.findingLost({ name: first.name, lost: points(first.lost, words) }));
  }
  return joined([...sentences, ...trendTexts(result, words)], words);
}

/** The index and what has moved, for where nothing else of it is shown. */
export function briefing(result: CsiResult, words: Words): Rich {
  return joined([indexText(result, words), ...trendTexts(result, words)], words);
}

function indexText({ headline }: CsiResult, words: Words): Rich {
  const { csi, low, high, n } = headline;
  return words.t.finding({
    csi: points(csi, words),
    low: points(low, words),
    high: points(high, words),
    n,
  });
}

function trendTexts({ trend }: CsiResult, words: Words): readonly Rich[] {
  const change = trend && trend.change;
  const texts = [change && changeText(change, words), signalText(trend, words)];
  return texts.filter((text) => text !== null);
}

function changeText(change: NonNullable<CsiTrend["change"]>, words: Words): Rich {
  const { t } = words;
  const said = {
    points: points(Math.abs(change.points), words),
    pValue: words.format.pValue(change.pValue),
    before: periodName(change.before, words),
    now: periodName(change.now, words),
  };
  if (change.pValue >= LEVEL) return t.findingStill(said);
  return change.points > 0 ? t.findingUp(said) : t.findingDown(said);
}

/** What the reader must know before the figures. */
export function cautions(result: CsiResult, words: Words): readonly string[] {
  const { t, format } = words;
  const { n, alpha } = result.headline;
  return [
    ...(n < FEW ? [t.few({ n })] : []),
    ...(alpha !== null && alpha < CONSISTENT
      ? [t.lowAlpha({ alpha: format.number(alpha, 2) })]
      : []),
  ];
}

export function blockName({ kind, name, items }: BlockLine, { t }: Words): string {
  return t.blockOption({ name: kind === "group" ? name : t.blockNames[kind], items });
}

export interface ItemBar {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly isLost: boolean;
}

export interface ItemView {
  readonly names: readonly string[];
  readonly bars: readonly ItemBar[];
  readonly points: readonly {
    readonly name: string;
    readonly x: number;
    readonly label: string;
    readonly cell: string;
    readonly title: string;
    readonly rows: readonly CardRow[];
  }[];
  readonly most: number;
  readonly tick: (value: number) => string;
}

/** Each item as long as its weight, in points of the index. */
export function itemView({ items }: CsiResult, words: Words): ItemView {
  const { t } = words;
  return {
    names: items.map((_, place) => String(place)),
    bars: items.flatMap(({ points: got, lost }, place): ItemBar[] => [
      { name: String(place), from: 0, to: got, isLost: false },
      { name: String(place), from: got, to: got + lost, isLost: true },
    ]),
    points: items.map((item, place) => ({
      name: String(place),
      x: item.points + item.lost,
      label: t.items.lostLabel({ lost: points(item.lost, words) }),
      cell: `csi-item:${place}`,
      title: item.name,
      rows: itemRows(item, words),
    })),
    most: Math.max(...items.map(({ weight }) => weight * 100)),
    tick: (value) => words.format.number(value, 0),
  };
}

function itemRows(item: CsiItem, words: Words): readonly CardRow[] {
  const { t, format } = words;
  return [
    { label: t.items.index, value: points(item.index, words) },
    { label: t.items.weight, value: format.percent(item.weight) },
    { label: t.items.points, value: points(item.points, words) },
    { label: t.items.lost, value: points(item.lost, words) },
    { label: t.items.answers, value: format.count(item.answers) },
    { label: t.items.lowCustomers, value: format.count(item.lowCustomers) },
  ];
}

export function itemTwin({ items, schemes }: CsiResult, words: Words): TwinTable {
  const { t, format } = words;
  const show = (value: TwinValue): string =>
    value === null ? format.dash : format.percent(Number(value));
  return {
    columns: [
      { label: t.items.name },
      { label: t.items.answers, numeric: true },
      { label: t.items.mean, numeric: true, show: shown(words, 2) },
      { label: t.items.index, numeric: true, show: shown(words, 1) },
      { label: t.items.points, numeric: true, show: shown(words, 1) },
      { label: t.items.lost, numeric: true, show: shown(words, 1) },
      ...schemes.map(({ scheme }) => ({
        label: `${t.items.weight}: ${t.schemes[scheme]}`,
        numeric: true,
        show,
      })),
      { label: t.items.lowCustomers, numeric: true },
    ],
    rows: items.map((item) => [
      item.name,
      item.answers,
      item.mean,
      item.index,
      item.points,
      item.lost,
      ...schemes.map(({ scheme }) => item.weights[scheme]),
      item.lowCustomers,
    ]),
  };
}

/** The index under each kind of weights. */
export function schemeView(result: CsiResult, words: Words): IntervalView {
  const { t, format } = words;
  const lows = result.schemes.map(({ index }) => index.low);
  const highs = result.schemes.map(({ index }) => index.high);
  const [from, to] = [Math.floor(Math.min(...lows) - 1), Math.ceil(Math.max(...highs) + 1)];
  return {
    domain: [Math.max(0, from), Math.min(100, to)],
    reference: null,
    tick: (value) => format.number(value, 0),
    lines: result.schemes.map(({ scheme, index }) => ({
      name: t.schemes[scheme],
      value: index.index,
      low: index.low,
      high: index.high,
      label: points(index.index, words),
      isPale: scheme !== result.scheme,
      tone: "plain",
      cell: "all",
      rows: [
        { label: t.schemesCard.index, value: points(index.index, words) },
        { label: t.schemesCard.interval, value: rangeText(index, words) },
        ...result.items.slice(0, 5).map(({ name, weights }) => ({
          label: t.schemesCard.weightOf({ name }),
          value: format.percent(weights[scheme] ?? NaN),
        })),
      ],
    })),
  };
}

export function schemeTwin({ schemes }: CsiResult, words: Words): TwinTable {
  const { t } = words;
  const show = shown(words, 2);
  return {
    columns: [
      { label: t.schemesCard.scheme },
      { label: t.schemesCard.index, numeric: true, show },
      { label: t.schemesCard.low, numeric: true, show },
      { label: t.schemesCard.high, numeric: true, show },
    ],
    rows: schemes.map(({ scheme, index }) => [
      t.schemes[scheme],
      index.index,
      index.low,
      index.high,
    ]),
  };
}

export interface BlockRow {
  readonly id: string;
  readonly name: string;
  readonly items: string;
  readonly answers: string;
  readonly equal: string;
  readonly component: string;
  readonly alpha: string;
}

export function blockRows({ blocks }: CsiResult, words: Words): readonly BlockRow[] {
  const { t, format } = words;
  const number = (value: number | null, digits: number): string =>
    value === null ? format.dash : format.number(value, digits);
  return blocks.map((line) => ({
    id: line.id,
    name: line.kind === "group" ? line.name : t.blockNames[line.kind],
    items: format.count(line.items),
    answers: format.count(line.n),
    equal: number(line.equal, 1),
    component: number(line.component, 1),
    alpha: number(line.alpha, 2),
  }));
}

/** 怎么算的, line by line. */
export function howLines(result: CsiResult, { t }: Words): readonly string[] {
  const { how } = t;
  return [
    how.formula,
    how.schemes,
    ...(result.outcome === null ? [] : [how.outcome({ name: result.outcome })]),
    how.interval,
    how.change,
    ...(result.trend === null ? [] : [how.trend]),
    how.alpha,
  ];
}
