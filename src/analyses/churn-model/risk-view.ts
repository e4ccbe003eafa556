import type { CardRow, TwinTable, TwinValue } from "../../page/charts/figure";
import type { ChurnCard, ChurnList } from "./spec";
import { featureName, type Words } from "./view-model";

const asNumber = (value: TwinValue): number => Number(value);
const MOST_BARS = 10;

export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly title: string;
  readonly rows: readonly CardRow[];
}

export interface BinsView {
  readonly columns: readonly {
    readonly name: string;
    readonly value: number;
    readonly cell: string;
    readonly title: string;
    readonly rows: readonly CardRow[];
  }[];
  readonly label: string;
  readonly short: (value: number) => string;
}

const rangeOf = (bin: number, { t, format }: Words): string =>
  t.bins.range({ from: format.percent(bin / 10), to: format.percent((bin + 1) / 10) });

export function binsView({ bins }: ChurnList, words: Words): BinsView {
  const { t, format } = words;
  return {
    columns: Array.from(bins, (value, bin) => ({
      name: format.percent(bin / 10),
      value,
      cell: `chance:${bin}`,
      title: rangeOf(bin, words),
      rows: [{ label: t.bins.customers, value: format.count(value) }],
    })),
    label: t.bins.axis,
    short: (value) => format.short(value),
  };
}

export function binsTwin({ bins }: ChurnList, words: Words): TwinTable {
  const { t, format } = words;
  return {
    columns: [
      { label: t.bins.axis },
      {
        label: t.bins.customers,
        numeric: true,
        show: (value) => format.count(asNumber(value)),
      },
    ],
    rows: Array.from(bins, (value, bin) => [rangeOf(bin, words), value]),
  };
}

export interface WeightsView {
  readonly bars: readonly {
    readonly name: string;
    readonly weight: number;
    readonly label: string;
    readonly rows: readonly CardRow[];
  }[];
}

export function weightsView({ features }: ChurnCard, words: Words): WeightsView {
  const { t, format } = words;
  return {
    bars: features.slice(0, MOST_BARS).map((line) => ({
      name: featureName(line, words),
      weight: line.weight,
      label: format.fixed(line.weight, 2),
      rows: [{ label: t.weights.weight, value: format.number(line.weight, 3) }],
    })),
  };
}

export function weightsTwin({ features }: ChurnCard, words: Words): TwinTable {
  const { t, format } = words;
  return {
    columns: [
      { label: t.weights.feature },
      {
        label: t.weights.weight,
        numeric: true,
        show: (value) => format.number(asNumber(value), 3),
      },
    ],
    rows: features.map((line) => [featureName(line, words), line.weight]),
  };
}

export interface CalibrationView {
  readonly dots: readonly (Mark & {
    readonly low: number;
    readonly high: number;
    readonly cell: string;
  })[];
  readonly most: number;
  readonly x: string;
  readonly y: string;
  readonly percent: (value: number) => string;
}

export function calibrationView({ groups }: ChurnCard, { t, format }: Words): CalibrationView {
  const dots = groups.map(({ customers, meanChance, observed, low, high }, i) => ({
    x: meanChance,
    y: observed,
    low,
    high,
    cell: `tested:${i}`,
    title: t.calibration.group({ number: i + 1 }),
    rows: [
      { label: t.calibration.predicted, value: format.percent(meanChance) },
      { label: t.calibration.observed, value: format.percent(observed) },
      { label: t.calibration.interval, value: format.percentInterval(low, high) },
      { label: t.calibration.customers, value: format.count(customers) },
    ],
  }));
  const most = Math.max(...dots.map(({ x, high }) => Math.max(x, high)), 0.1);
  return {
    dots,
    most: Math.min(1, Math.ceil(most * 10) / 10),
    x: t.calibration.predicted,
    y: t.calibration.observed,
    percent: (value) => format.percent(value),
  };
}

export function calibrationTwin({ groups }: ChurnCard, { t, format }: Words): TwinTable {
  const percent = (value: TwinValue): string => format.percent(asNumber(value));
  return {
    columns: [
      {
        label: t.calibration.customers,
        numeric: true,
        show: (value) => format.count(asNumber(value)),
      },
      { label: t.calibration.predicted, numeric: true, show: percent },
      { label: t.calibration.observed, numeric: true, show: percent },
      { label: `${t.calibration.interval} −`, numeric: true, show: percent },
      { label: `${t.calibration.interval} +`, numeric: true, show: percent },
    ],
    rows: groups.map(({ customers, meanChance, observed, low, high }) => [
      customers,
      meanChance,
      observed,
      low,
      high,
    ]),
  };
}

export interface GainsView {
  /** from 0 */
  readonly line: readonly { readonly x: number; readonly y: number }[];
  readonly stops: readonly (Mark & { readonly cell: string })[];
  readonly x: string;
  readonly y: string;
  readonly random: string;
  readonly percent: (value: number) => string;
}

export function gainsView({ gains }: ChurnCard, { t, format }: Words): GainsView {
  const stops = gains.map(({ percent, customers, capture, lift, events }) => ({
    x: percent / 100,
    y: capture,
    cell: `held:${percent}`,
    title: t.gains.point({ percent: format.percent(percent / 100), customers }),
    rows: [
      { label: t.gains.capture, value: format.percent(capture) },
      { label: t.gains.events, value: format.count(events) },
      { label: t.gains.lift, value: format.number(lift, 2) },
    ],
  }));
  return {
    line: [{ x: 0, y: 0 }, ...stops],
    stops,
    x: t.gains.listed,
    y: t.gains.capture,
    random: t.gains.random,
    percent: (value) => format.percent(value),
  };
}

export function gainsTwin({ gains }: ChurnCard, { t, format }: Words): TwinTable {
  const percent = (value: TwinValue): string => format.percent(asNumber(value));
  const count = (value: TwinValue): string => format.count(asNumber(value));
  return {
    columns: [
      { label: t.gains.listed, numeric: true, show: percent },
      { label: t.bins.customers, numeric: true, show: count },
      { label: t.gains.events, numeric: true, show: count },
      { label: t.gains.capture, numeric: true, show: percent },
      { label: t.gains.lift, numeric: true, show: (value) => format.number(asNumber(value), 2) },
    ],
    rows: gains.map((step) => [
      step.percent / 100,
      step.customers,
      step.events,
      step.capture,
      step.lift,
    ]),
  };
}
