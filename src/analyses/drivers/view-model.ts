import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import type { TwinTable, TwinValue } from "../../page/charts/figure";
import type { IntervalView } from "../../page/charts/interval-dots";
import type { DriversMessages } from "./messages/zh-Hans";
import type { Driver, DriversResult } from "./spec";

export interface Words {
  readonly t: DriversMessages;
  readonly format: Format;
}

/** Less than this of the variation is little. */
const WEAK = 0.25;
/** Fewer questionnaires a driver than this make wide intervals. */
const FEW_A_DRIVER = 20;
const LEVEL = 0.05;

const joint = ({ format }: Words): string => (format.language === "en" ? " " : "");

/** Drivers that are surely weighty and scored low. */
export const toFix = ({ drivers }: DriversResult): readonly Driver[] =>
  drivers.filter(({ quadrant, isUndecided }) => quadrant === "concentrate" && !isUndecided);

/** The answer in two or three sentences. */
export function findings(result: DriversResult, words: Words): Rich {
  const { t, format } = words;
  const { drivers, r2, outcome } = result;
  const [first, second] = drivers;
  const sentences: Rich[] = [
    t.finding({ r2: format.percent(r2), outcome: outcome.name, drivers: drivers.length }),
  ];
  if (first !== undefined && second !== undefined) {
    sentences.push(
      t.findingTop({
        first: first.name,
        firstShare: format.percent(first.share),
        second: second.name,
        secondShare: format.percent(second.share),
      }),
    );
    const fix = toFix(result).map(({ name }) => name);
    if (result.replicates > 0) {
      sentences.push(fix.length > 0 ? t.findingFix({ names: format.list(fix) }) : t.findingNoFix);
    }
  } else if (first !== undefined) sentences.push(t.findingOne({ first: first.name }));
  return sentences.flatMap((sentence, i) => (i === 0 ? sentence : [joint(words), ...sentence]));
}

/** What the reader must know before the figures. */
export function cautions(result: DriversResult, { t, format }: Words): readonly string[] {
  const { r2, n, asked, drivers } = result;
  return [
    ...(r2 < WEAK ? [t.weak({ r2: format.percent(r2) })] : []),
    ...(n < FEW_A_DRIVER * drivers.length ? [t.few({ n, drivers: drivers.length })] : []),
    ...(n < 0.7 * asked ? [t.incomplete({ n, asked })] : []),
    ...(drivers.some(({ beta }) => beta === null) ? [t.copies] : []),
  ];
}

/** Where a driver stands on the map, and whether that is certain. */
function placeText({ quadrant, isUndecided }: Driver, { t }: Words): string {
  return isUndecided ? t.map.undecided : t.map.quadrants[quadrant];
}

const isIdle = ({ betaP }: Driver): boolean => betaP !== null && betaP > LEVEL;

export function shareView(result: DriversResult, words: Words): IntervalView {
  const { format } = words;
  const highs = result.drivers.map(({ share, shareHigh }) => shareHigh ?? share);
  return {
    domain: [0, Math.min(1, Math.ceil(Math.max(...highs) * 10) / 10)],
    reference: null,
    tick: (value) => format.percent(value),
    lines: result.drivers.map((driver, place) => ({
      name: driver.name,
      value: driver.share,
      low: driver.shareLow ?? driver.share,
      high: driver.shareHigh ?? driver.share,
      label: format.percent(driver.share),
      isPale: isIdle(driver),
      tone: "plain",
      cell: `driver-low:${place}`,
      rows: driverRows(driver, words),
    })),
  };
}

function driverRows(driver: Driver, { t, format }: Words) {
  const { share, shareLow, shareHigh, performance, lowCustomers } = driver;
  return [
    { label: t.shares.share, value: format.percent(share) },
    ...(shareLow === null || shareHigh === null
      ? []
      : [{ label: t.shares.interval, value: format.percentInterval(shareLow, shareHigh) }]),
    { label: t.shares.performance, value: format.number(performance, 1) },
    { label: t.shares.quadrant, value: placeText(driver, { t, format }) },
    { label: t.shares.lowCustomers, value: format.count(lowCustomers) },
    ...(isIdle(driver) ? [{ label: t.shares.none, value: "" }] : []),
  ];
}

export function driverTwin(result: DriversResult, words: Words): TwinTable {
  const { t, format } = words;
  const percent = (value: TwinValue): string =>
    value === null ? format.dash : format.percent(Number(value));
  const number =
    (digits: number) =>
    (value: TwinValue): string =>
      value === null ? format.dash : format.number(Number(value), digits);
  return {
    columns: [
      { label: t.shares.name },
      { label: t.shares.share, numeric: true, show: percent },
      { label: t.shares.low, numeric: true, show: percent },
      { label: t.shares.high, numeric: true, show: percent },
      { label: t.shares.performance, numeric: true, show: number(1) },
      { label: t.shares.beta, numeric: true, show: number(3) },
      { label: t.shares.betaP, numeric: true, show: number(4) },
      { label: t.shares.correlation, numeric: true, show: number(3) },
      { label: t.shares.quadrant },
      { label: t.shares.lowCustomers, numeric: true },
    ],
    rows: result.drivers.map((driver) => [
      driver.name,
      driver.share,
      driver.shareLow,
      driver.shareHigh,
      driver.performance,
      driver.beta,
      driver.betaP,
      driver.correlation,
      placeText(driver, words),
      driver.lowCustomers,
    ]),
  };
}

export interface MapPoint {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly isUndecided: boolean;
  readonly tone: "fix" | "plain";
  readonly cell: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  /** outline of the 95 % region; empty without samples */
  readonly outline: readonly { readonly x: number; readonly y: number; readonly name: string }[];
}

export interface MapView {
  readonly points: readonly MapPoint[];
  readonly cut: { readonly x: number; readonly y: number };
  readonly xDomain: readonly [number, number];
  readonly yDomain: readonly [number, number];
  readonly corners: DriversMessages["map"]["quadrants"];
  readonly axes: { readonly x: string; readonly y: string };
  readonly percent: (value: number) => string;
  readonly number: (value: number) => string;
}

/** Root of the 95 % point of chi-square on two degrees of freedom: the radius in standard deviations. */
const RADIUS = Math.sqrt(5.991464547107979);
const CORNERS = 48;

export function mapView(result: DriversResult, words: Words): MapView {
  const points = result.drivers.map((driver, place): MapPoint => ({
    name: driver.name,
    x: driver.performance,
    y: driver.share,
    isUndecided: driver.isUndecided,
    tone: driver.quadrant === "concentrate" ? "fix" : "plain",
    cell: `driver-low:${place}`,
    rows: [
      ...driverRows(driver, words),
      ...(driver.support === null
        ? []
        : [{ label: words.t.map.support, value: words.format.percent(driver.support) }]),
    ],
    outline: outlineOf(driver),
  }));
  const xs = points.flatMap(({ x, outline }) => [x, ...outline.map((corner) => corner.x)]);
  const ys = points.flatMap(({ y, outline }) => [y, ...outline.map((corner) => corner.y)]);
  const pad = Math.max(1, (Math.max(...xs) - Math.min(...xs)) * 0.08);
  return {
    points,
    cut: { x: result.cut.performance, y: result.cut.share },
    xDomain: [Math.min(...xs) - pad, Math.max(...xs) + pad],
    yDomain: [0, Math.max(...ys) * 1.12],
    corners: words.t.map.quadrants,
    axes: words.t.map,
    percent: (value) => words.format.percent(value),
    number: (value) => words.format.number(value, 0),
  };
}

function outlineOf({ name, performance, share, spread }: Driver): MapPoint["outline"] {
  if (spread === null) return [];
  const { x, y, correlation } = spread;
  const across = Math.sqrt(Math.max(0, 1 - correlation * correlation));
  return Array.from({ length: CORNERS + 1 }, (_, k) => {
    const angle = (2 * Math.PI * k) / CORNERS;
    const [u, v] = [Math.cos(angle), Math.sin(angle)];
    return {
      name,
      x: performance + RADIUS * x * u,
      y: Math.max(0, share + RADIUS * y * (correlation * u + across * v)),
    };
  });
}

export interface AsymmetryRow {
  readonly name: string;
  readonly cell: string;
  readonly penalty: string;
  readonly reward: string;
  readonly kind: string;
}

export function asymmetryRows({ drivers }: DriversResult, { t, format }: Words): AsymmetryRow[] {
  const signed = (value: number): string => (value > 0.05 ? "+" : "") + format.number(value, 1);
  return drivers.map(({ name, asymmetry }, place) => ({
    name,
    cell: `driver-low:${place}`,
    penalty: asymmetry === null ? format.dash : signed(asymmetry.penalty),
    reward: asymmetry === null ? format.dash : signed(asymmetry.reward),
    kind: asymmetry === null ? t.asymmetry.unknown : t.asymmetry.kinds[asymmetry.kind],
  }));
}

export function leftText({ left }: DriversResult, { t, format }: Words): string | null {
  if (left.length === 0) return null;
  const names = left.map(({ name, reason }) =>
    reason === "few" ? t.leftFew({ name }) : t.leftConstant({ name }),
  );
  return t.left({ names: format.list(names) });
}

/** 怎么算的, line by line. */
export function howLines(result: DriversResult, { t }: Words): readonly string[] {
  const { how } = t;
  return [
    how.shares,
    how.said,
    ...(result.replicates > 0 ? [how.interval({ replicates: result.replicates })] : []),
    how.cause,
  ];
}
