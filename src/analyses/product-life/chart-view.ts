import { epochDay } from "../../kernel/base/calendar";
import type { CardRow, FigurePoint, TwinTable, TwinValue } from "../../page/charts/figure";
import type { AdoptionGroup, Phase, ProductLifeResult, ProductLine } from "./spec";
import { growthText, intervalText, type Words } from "./view-model";

/** Growth beyond this is drawn at the edge. */
const MOST_GROWTH = 1.5;
/** Names of so many dots of a phase stand in the chart: those of alarm, and the best that rises. */
const NAMED: Partial<Record<Phase, number>> = { decline: 3, rise: 1 };
/** Where fewer are left a step moves the curve by more than a fifth: it is drawn no further. */
const FEWEST_AT_RISK = 5;
const MOST_STOPS = 40;

interface MapDot {
  readonly x: number;
  readonly y: number;
  readonly phase: Phase;
  readonly title: string;
  readonly rows: readonly CardRow[];
  readonly cell: string;
  readonly isNamed: boolean;
}

export interface MapView {
  readonly dots: readonly MapDot[];
  readonly xDomain: readonly [number, number];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly percent: (ratio: number) => string;
  readonly short: (money: number) => string;
}

/** Products by growth and sales: those sold in the last twelve months that can be compared with the months before. */
export function mapView({ products }: ProductLifeResult, words: Words): MapView {
  const { t, format } = words;
  const named = new Map<Phase, number>();
  const dots = products.flatMap((line, place): MapDot[] => {
    if (line.growth === null || !(line.sales > 0)) return [];
    const count = (named.get(line.phase) ?? 0) + 1;
    named.set(line.phase, count);
    const most = NAMED[line.phase];
    return [
      {
        x: Math.min(line.growth, MOST_GROWTH),
        y: line.sales,
        phase: line.phase,
        title: line.name,
        rows: cardRows(line, words),
        cell: `product:${place}`,
        isNamed: most !== undefined && count <= most,
      },
    ];
  });
  const xs = dots.map(({ x }) => x);
  return {
    dots,
    xDomain: [Math.max(-1.02, Math.min(-0.2, ...xs) - 0.05), Math.max(0.2, ...xs) + 0.05],
    xLabel: t.map.x,
    yLabel: t.map.y,
    percent: (ratio) =>
      ratio >= MOST_GROWTH
        ? t.map.beyond({ value: format.percentChange(ratio) })
        : format.percentChange(ratio),
    short: (money) => format.short(money),
  };
}

function cardRows(line: ProductLine, words: Words): readonly CardRow[] {
  const { t, format, currency } = words;
  return [
    { label: t.map.phase, value: t.phases.names[line.phase] },
    { label: t.map.y, value: format.money(line.sales, currency) },
    { label: t.map.growth, value: growthText(line, words) },
    { label: t.map.interval, value: intervalText(line, words) },
    { label: t.phases.customers, value: format.count(line.customers) },
  ];
}

const shown =
  (format: Words["format"], say: (value: number) => string) =>
  (value: TwinValue): string =>
    typeof value === "number" ? say(value) : format.dash;

/** All listed products with their test. */
export function productsTwin({ products }: ProductLifeResult, words: Words): TwinTable {
  const { t, format, currency } = words;
  const show = (say: (value: number) => string) => shown(format, say);
  const percent = show((value) => format.percent(value));
  const change = show((value) => format.percentChange(value));
  const count = show((value) => format.count(value));
  const p = show((value) => format.pValue(value));
  return {
    columns: [
      { label: t.map.product },
      { label: t.map.phase },
      { label: t.map.y, numeric: true, show: show((value) => format.moneyExact(value, currency)) },
      { label: t.phases.customers, numeric: true, show: count },
      { label: t.map.growth, numeric: true, show: change },
      { label: `${t.map.interval} −`, numeric: true, show: change },
      { label: `${t.map.interval} +`, numeric: true, show: change },
      { label: t.map.level, numeric: true, show: percent },
      { label: t.map.first },
      { label: t.map.lines, numeric: true, show: count },
      { label: t.map.p, numeric: true, show: p },
      { label: t.map.q, numeric: true, show: percent },
    ],
    rows: products.map((line) => [
      line.name,
      t.phases.names[line.phase],
      line.sales,
      line.customers,
      line.growth,
      line.low,
      line.high,
      line.level,
      format.isoDay(epochDay(line.firstDay)),
      line.lines,
      line.p,
      line.q,
    ]),
  };
}

interface Step {
  readonly time: number;
  readonly share: number;
}

export interface AdoptionCurve {
  readonly name: string;
  readonly steps: readonly Step[];
  readonly stops: readonly FigurePoint[];
}

export interface AdoptionView {
  readonly curves: readonly AdoptionCurve[];
  readonly longest: number;
  readonly highest: number;
  readonly xLabel: string;
  readonly percent: (ratio: number) => string;
}

/** One line a group; existing and new first. */
export function adoptionView(groups: readonly AdoptionGroup[], words: Words): AdoptionView {
  const curves = groups.map((group) => adoptionCurve(group, words));
  const steps = curves.flatMap((curve) => curve.steps);
  return {
    curves,
    longest: Math.max(1, ...steps.map(({ time }) => time)),
    highest: Math.min(1, Math.max(0.05, ...steps.map(({ share }) => share)) * 1.05),
    xLabel: words.t.adoption.days,
    percent: (ratio) => words.format.percent(ratio),
  };
}

function adoptionCurve(line: AdoptionGroup, { t, format }: Words): AdoptionCurve {
  const name = t.adoption.groups[line.group];
  const kept = Array.from(line.times, (time, k) => ({
    time,
    share: line.adopted[k] as number,
    low: line.low[k] as number,
    high: line.high[k] as number,
    atRisk: line.atRisk[k] as number,
  })).filter(({ atRisk }, k) => atRisk >= FEWEST_AT_RISK || k === 0);
  const last = kept.at(-1);
  const isWhole = kept.length === line.times.length;
  const steps: Step[] = [{ time: 0, share: 0 }, ...kept];
  if (isWhole && last !== undefined && line.lastTime > last.time) {
    steps.push({ time: line.lastTime, share: last.share });
  }
  const every = Math.max(1, Math.ceil(kept.length / MOST_STOPS));
  return {
    name,
    steps,
    stops: kept
      .filter((_, k) => k % every === 0 || k === kept.length - 1)
      .map((step) => ({
        x: step.time,
        y: step.share,
        title: t.adoption.stop({ group: name, days: format.days(step.time) }),
        cell: `product-adoption:${line.group}:yes`,
        rows: [
          { label: t.adoption.adopted, value: format.percent(step.share) },
          { label: t.adoption.interval, value: format.percentInterval(step.low, step.high) },
          { label: t.adoption.atRisk, value: format.count(step.atRisk) },
        ],
      })),
  };
}

export function adoptionTwin(groups: readonly AdoptionGroup[], { t, format }: Words): TwinTable {
  const show = (say: (value: number) => string) => shown(format, say);
  const percent = show((value) => format.percent(value));
  return {
    columns: [
      { label: t.adoption.group },
      { label: t.adoption.days, numeric: true, show: show((value) => format.count(value)) },
      { label: t.adoption.adopted, numeric: true, show: percent },
      { label: `${t.adoption.interval} −`, numeric: true, show: percent },
      { label: `${t.adoption.interval} +`, numeric: true, show: percent },
      { label: t.adoption.atRisk, numeric: true, show: show((value) => format.count(value)) },
    ],
    rows: groups.flatMap((line) =>
      Array.from(line.times, (time, k): TwinValue[] => [
        t.adoption.groups[line.group],
        time,
        line.adopted[k] as number,
        line.low[k] as number,
        line.high[k] as number,
        line.atRisk[k] as number,
      ]),
    ),
  };
}
