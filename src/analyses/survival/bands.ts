import { normalTwoSided } from "../../kernel/stats/normal";
import {
  kaplanMeier,
  stepAt,
  Z_95,
  type SurvivalCurve,
} from "../../kernel/stats/survival/kaplan-meier";
import { atRiskAt, type Lifetimes, type Observations } from "../../kernel/stats/survival/lifetimes";
import type { TenureUnit } from "../../domain/tenure";
import type { TenureBand } from "./spec";

const MOST_BANDS = 12;
/** Widths that people count in, by unit. */
const WIDTHS: Readonly<Record<TenureUnit, readonly number[]>> = {
  day: [7, 14, 30, 61, 91, 182, 365, 730],
  month: [1, 2, 3, 6, 12, 24, 60],
  unit: [],
};
/** A band stands out when its rate differs from that of the others beyond chance, all bands considered. */
const LEVEL = 0.05;
/** Fewer losses make no peak. */
const FEWEST_LOST = 10;

/** Width of the bands: the smallest usual one that makes at most twelve. */
export function bandWidth(lastTime: number, unit: TenureUnit): number {
  const usual = WIDTHS[unit].find((width) => lastTime / width <= MOST_BANDS);
  if (usual !== undefined) return usual;
  const rough = Math.max(lastTime, Number.MIN_VALUE) / MOST_BANDS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((step) => step * power >= rough * (1 - 1e-12));
  return (factor ?? 10) * power;
}

/** The band of a time: (0, w], (w, 2w] …; time 0 belongs to the first. */
export const bandOf = (time: number, width: number): number =>
  Math.max(0, Math.ceil(time / width) - 1);

/**
 * Losses and time at risk by stretch of tenure.
 *
 * @param seen   the observations, for exact times in each band
 * @param sorted the same, sorted
 *
 * O(n + bands log n).
 */
export function tenureBands(seen: Observations, sorted: Lifetimes, width: number): TenureBand[] {
  const curve = kaplanMeier(sorted);
  const count = bandOf(curve.lastTime, width) + 1;
  const lost = new Float64Array(count);
  const censored = new Float64Array(count);
  const exposure = new Float64Array(count);
  const { durations, outcomes, entries } = seen;
  for (let i = 0; i < durations.length; i++) {
    const end = durations[i]!;
    const last = bandOf(end, width);
    if (outcomes[i] === 0) censored[last]!++;
    else lost[last]!++;
    const entry = entries === null ? 0 : entries[i]!;
    for (let k = Math.floor(entry / width); k <= last; k++) {
      exposure[k]! += Math.min(end, (k + 1) * width) - Math.max(entry, k * width);
    }
  }
  return Array.from({ length: count }, (_, index) => ({
    index,
    from: index * width,
    to: (index + 1) * width,
    atRisk: atRiskAfter(sorted, index * width),
    lost: lost[index]!,
    censored: censored[index]!,
    ...rateOf(lost[index]!, exposure[index]!),
    survival: shareLeft(curve, Math.min((index + 1) * width, curve.lastTime)),
  }));
}

/** Who is in sight just after a time; at 0 everybody who is there from the start, those who leave at once too. */
function atRiskAfter(sorted: Lifetimes, time: number): number {
  return time === 0
    ? atRiskAt(sorted, 0) + cameAtStart(sorted)
    : atRiskAt(sorted, time * (1 + 1e-12));
}

function cameAtStart({ entries }: Lifetimes): number {
  if (entries === null) return 0;
  let count = 0;
  while (count < entries.length && entries[count] === 0) count++;
  return count;
}

function rateOf(lost: number, exposure: number) {
  if (!(exposure > 0) || lost === 0) {
    const hazard = exposure > 0 ? 0 : null;
    return { hazard, hazardLower: null, hazardUpper: null };
  }
  const hazard = lost / exposure;
  const factor = Math.exp(Z_95 / Math.sqrt(lost));
  return { hazard, hazardLower: hazard / factor, hazardUpper: hazard * factor };
}

function shareLeft(curve: SurvivalCurve, time: number): number {
  const step = stepAt(curve, time);
  return step < 0 ? 1 : curve.survival[step]!;
}

/** The band with the highest rate, where it differs from the rest beyond chance; its index, or null. */
export function peakOf(bands: readonly TenureBand[]): number | null {
  const lost = bands.reduce((sum, band) => sum + band.lost, 0);
  const time = bands.reduce((sum, band) => sum + timeIn(band), 0);
  let best: { index: number; rate: number } | null = null;
  for (const band of bands) {
    const [d, t] = [band.lost, timeIn(band)];
    const [others, elsewhere] = [lost - d, time - t];
    if (d < FEWEST_LOST || others === 0 || band.hazard === null || elsewhere <= 0) continue;
    const ratio = band.hazard / (others / elsewhere);
    const z = Math.log(ratio) / Math.sqrt(1 / d + 1 / others);
    const isClear = ratio > 1 && normalTwoSided(z) * bands.length < LEVEL;
    if (isClear && (best === null || band.hazard > best.rate)) {
      best = { index: band.index, rate: band.hazard };
    }
  }
  return best === null ? null : best.index;
}

const timeIn = ({ hazard, lost }: TenureBand): number =>
  hazard === null || hazard === 0 ? 0 : lost / hazard;
