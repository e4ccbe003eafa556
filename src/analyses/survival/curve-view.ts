import type { FigurePoint } from "../../page/charts/figure";
import type { CurveLine } from "./spec";
import { timeAxis, timeText, type TimeAxis, type Words } from "./time-view";
import { bandName, FEWEST_AT_RISK, groupName, toldPeak, type Drawn } from "./view-model";
import { monthlyRate } from "./time-view";
import type { TwinTable } from "../../page/charts/figure";

/** A rate of fewer losses is pale. */
const FEWEST_LOST = 10;
/** Stops of one curve that the pointer and the arrow keys find. */
const MOST_STOPS = 60;

interface Step {
  readonly time: number;
  readonly share: number;
  readonly lower: number;
  readonly upper: number;
}

export interface DrawnCurve {
  readonly name: string;
  readonly steps: readonly Step[];
  readonly stops: readonly Omit<FigurePoint, "rows">[];
  readonly rowsOf: readonly { readonly label: string; readonly value: string }[][];
  readonly end: { readonly time: number; readonly share: number };
}

export interface CurvesView {
  readonly curves: readonly DrawnCurve[];
  readonly axis: TimeAxis;
  readonly longest: number;
  readonly percent: (ratio: number) => string;
  readonly median: { readonly time: number; readonly text: string } | null;
  readonly hasBand: boolean;
  /** customers in sight at the beginning of each stretch, for a row under the axis; none for groups */
  readonly inSight: readonly { readonly time: number; readonly text: string }[];
}

export function curvesView(result: Drawn, words: Words): CurvesView {
  const column = result.comparison?.column ?? "";
  const lines = result.comparison?.groups ?? [result.all];
  const curves = lines.map((line, index) =>
    drawnCurve(line, result.comparison === null ? "all" : `group:${index}`, column, words),
  );
  const longest = Math.max(...curves.map(({ end }) => end.time), Number.MIN_VALUE);
  const { estimate } = result.all.median;
  const axis = timeAxis(longest, words);
  const isWhole = result.comparison === null;
  return {
    curves,
    axis: isWhole ? { ...axis, label: words.t.curve.axisInSight({ axis: axis.label }) } : axis,
    inSight: isWhole
      ? result.bands
          .filter(({ from }) => from <= longest)
          .map(({ from, atRisk }) => ({ time: from, text: words.format.count(atRisk) }))
      : [],
    longest,
    percent: (ratio) => words.format.percent(ratio),
    median:
      result.comparison !== null || estimate === null || estimate > longest
        ? null
        : { time: estimate, text: words.t.curve.median({ time: timeText(estimate, words) }) },
    hasBand: result.comparison === null,
  };
}

function drawnCurve(line: CurveLine, cell: string, column: string, words: Words): DrawnCurve {
  const { t, format } = words;
  const name = groupName(line, column, words);
  const { times, atRisk, survival, lower, upper } = line;
  const shown: number[] = [];
  for (let k = 0; k < times.length; k++) {
    if ((atRisk[k] as number) >= FEWEST_AT_RISK || k === 0) shown.push(k);
  }
  const steps: Step[] = [{ time: 0, share: 1, lower: 1, upper: 1 }];
  for (const k of shown) {
    const share = survival[k] as number;
    const band = [lower[k] as number, upper[k] as number] as const;
    steps.push({
      time: times[k] as number,
      share,
      lower: Number.isNaN(band[0]) ? share : band[0],
      upper: Number.isNaN(band[1]) ? share : band[1],
    });
  }
  const last = steps.at(-1) as Step;
  const isWhole = shown.length === times.length;
  const end = { time: isWhole ? Math.max(last.time, line.lastTime) : last.time, share: last.share };
  if (end.time > last.time) steps.push({ ...last, time: end.time });
  const every = Math.max(1, Math.ceil(shown.length / MOST_STOPS));
  const stopped = shown.filter((_, i) => i % every === 0 || i === shown.length - 1);
  return {
    name,
    steps,
    end,
    stops: stopped.map((k) => ({
      x: times[k] as number,
      y: survival[k] as number,
      title: t.curve.stop({ group: name, time: timeText(times[k] as number, words) }),
      cell,
    })),
    rowsOf: stopped.map((k) => {
      const low = lower[k] as number;
      const interval = Number.isNaN(low)
        ? format.dash
        : format.percentInterval(low, upper[k] as number);
      return [
        { label: t.table.left, value: format.percent(survival[k] as number) },
        { label: t.curve.interval, value: interval },
        { label: t.table.atRisk, value: format.count(atRisk[k] as number) },
      ];
    }),
  };
}

export interface HazardView {
  readonly bars: readonly {
    readonly from: number;
    readonly to: number;
    readonly middle: number;
    readonly rate: number;
    readonly isPeak: boolean;
    /** too few losses to be taken for a rate */
    readonly isThin: boolean;
  }[];
  readonly line: readonly { readonly time: number; readonly rate: number }[];
  readonly stops: readonly FigurePoint[];
  readonly axis: TimeAxis;
  readonly longest: number;
  readonly percent: (ratio: number) => string;
  readonly smooth: string;
}

export function hazardView(result: Drawn, words: Words): HazardView {
  const { t, format } = words;
  const { unit, bands, hazard } = result;
  const peak = toldPeak(result);
  const known = bands.flatMap((band) =>
    band.hazard === null ? [] : [{ ...band, hazard: band.hazard }],
  );
  const rate = (value: number): number => monthlyRate(value, unit);
  const longest = Math.max(...known.map(({ to }) => to), Number.MIN_VALUE);
  return {
    bars: known.map(({ index, from, to, lost, hazard: value }) => ({
      from,
      to,
      middle: (from + to) / 2,
      rate: rate(value),
      isPeak: index === peak,
      isThin: lost < FEWEST_LOST,
    })),
    line:
      hazard === null
        ? []
        : Array.from(hazard.times, (time, k) => ({
            time,
            rate: rate(hazard.hazards[k] as number),
          })),
    stops: known.map((band) => ({
      x: (band.from + band.to) / 2,
      y: rate(band.hazard),
      title: bandName(band, words),
      ...(band.lost > 0 ? { cell: `band:${band.index}` } : {}),
      rows: [
        { label: t.hazard.rate, value: format.percent(rate(band.hazard)) },
        ...(band.hazardLower === null || band.hazardUpper === null
          ? []
          : [
              {
                label: t.curve.interval,
                value: format.percentInterval(rate(band.hazardLower), rate(band.hazardUpper)),
              },
            ]),
        { label: t.table.atRisk, value: format.count(band.atRisk) },
        { label: t.table.lost, value: format.count(band.lost) },
      ],
    })),
    axis: timeAxis(longest, words),
    longest,
    percent: (ratio) => format.percent(ratio),
    smooth: t.hazard.smooth,
  };
}

/** The stretches of tenure as a table. */
export function hazardTwin(result: Drawn, words: Words): TwinTable {
  const { t, format } = words;
  const percent = (value: unknown): string =>
    typeof value === "number" ? format.percent(value) : format.dash;
  const rate = (value: number | null): number | null =>
    value === null ? null : monthlyRate(value, result.unit);
  return {
    columns: [
      { label: t.hazard.band },
      { label: t.table.atRisk, numeric: true },
      { label: t.table.lost, numeric: true },
      { label: t.hazard.censored, numeric: true },
      { label: t.hazard.rate, numeric: true, show: percent },
      { label: t.table.lower, numeric: true, show: percent },
      { label: t.table.upper, numeric: true, show: percent },
      { label: t.hazard.leftAtEnd, numeric: true, show: percent },
    ],
    rows: result.bands.map((band) => [
      bandName(band, words),
      band.atRisk,
      band.lost,
      band.censored,
      rate(band.hazard),
      rate(band.hazardLower),
      rate(band.hazardUpper),
      band.survival,
    ]),
  };
}
