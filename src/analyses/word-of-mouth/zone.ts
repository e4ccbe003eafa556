import type { Rng } from "../../kernel/base/rng";
import { normalTwoSided } from "../../kernel/stats/normal";
import { quantiles } from "../../kernel/stats/quantile";
import { aicOf, fitLine, type Group, type LineFit } from "./bent-line";
import type { Knot, Verdict } from "./spec";

/** Resamples for the knots. */
const DRAWS = 300;
/** Burnham & Anderson: less is no support for the more complex model. */
const SUPPORTED = 2;
/** Customers drawn between two yields: some milliseconds. */
const SLICE = 50_000;
/** Scores with fewer customers than this are no place for a knot. */
const LEAST_A_STEP = 5;
const LEAST = 40;
/** Two knots need a score below, one above, and two between. */
const LEAST_STEPS = 4;

export interface Zone {
  readonly straight: LineFit | null;
  /** likelihood ratio of the straight line against a constant, one degree of freedom; null with one score */
  readonly trendP: number | null;
  readonly bent: LineFit | null;
  readonly verdict: Verdict;
  readonly knots: readonly [Knot, Knot] | null;
  readonly deltaAic: number | null;
  readonly sameKnots: number | null;
  readonly slopes: readonly [number, number, number] | null;
}

/**
 * Is there a zone of tolerance: scores between which it makes little difference, beyond which it makes much?
 *
 * @param groups  customers by score, ascending, n >= 1
 * @param rng     for the bootstrap of the knots: percentile intervals of 300 resamples of the customers
 * @returns the straight line and the best line with two knots at scores, on log odds; better means an AIC more than 2 lower with
 *   the two knots counted as parameters. A zone is that, with a slope between the knots that is less than half of both outer ones,
 *   which point the same way
 * @yields between resamples, as far as they are
 *
 * O(draws × (customers + pairs of scores × fit)). Method D37. Zeithaml, Berry & Parasuraman 1993 (zone); Burnham & Anderson 2002, section 2.6 (Δ AIC).
 */
export function* zoneOf(
  groups: readonly Group[],
  rng: Rng,
): Generator<{ readonly done: number }, Zone, void> {
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  const events = groups.reduce((sum, group) => sum + group.events, 0);
  const full = groups.filter((group) => group.n >= LEAST_A_STEP);
  const straight = groups.length < 2 ? null : fitLine(groups, []);
  const isThin =
    n < LEAST || full.length < LEAST_STEPS || Math.min(events, n - events) < 2 * LEAST_STEPS;
  const trendP = straight === null ? null : trendOf(straight, n, events);
  if (straight === null || isThin) return { ...NOTHING, straight, trendP };
  const places = full.slice(1, -1).map(({ score }) => score);
  const bent = bestBent(groups, places);
  const [low, high] = bent.knots as readonly [number, number];
  const lows = new Float64Array(DRAWS);
  const highs = new Float64Array(DRAWS);
  let [same, drawn] = [0, 0];
  for (let draw = 0; draw < DRAWS; draw++) {
    const { knots } = bestBent(resampled(groups, rng), places);
    lows[draw] = knots[0]!;
    highs[draw] = knots[1]!;
    if (knots[0] === low && knots[1] === high) same++;
    drawn += n;
    if (draw % 5 === 4 || drawn >= SLICE) {
      drawn = 0;
      yield { done: draw / DRAWS };
    }
  }
  const deltaAic = aicOf(straight) - aicOf(bent);
  const slopes = slopesOf(bent);
  return {
    straight,
    trendP,
    bent,
    verdict: verdictOf(deltaAic, slopes),
    knots: [knotOf(low, lows), knotOf(high, highs)],
    deltaAic,
    sameKnots: same / DRAWS,
    slopes,
  };
}

const NOTHING = {
  bent: null,
  verdict: "thin",
  knots: null,
  deltaAic: null,
  sameKnots: null,
  slopes: null,
} as const;

function trendOf({ logLikelihood }: LineFit, n: number, events: number): number {
  const term = (count: number): number => (count === 0 ? 0 : count * Math.log(count / n));
  const flat = term(events) + term(n - events);
  return normalTwoSided(Math.sqrt(Math.max(0, 2 * (logLikelihood - flat))));
}

function bestBent(groups: readonly Group[], places: readonly number[]): LineFit {
  let best: LineFit | null = null;
  for (let i = 0; i < places.length; i++) {
    for (let j = i + 1; j < places.length; j++) {
      const fit = fitLine(groups, [places[i]!, places[j]!]);
      if (best === null || fit.logLikelihood > best.logLikelihood + 1e-9) best = fit;
    }
  }
  return best!;
}

/** The customers drawn again, with putting back. */
function resampled(groups: readonly Group[], rng: Rng): readonly Group[] {
  const total = groups.reduce((sum, { n }) => sum + n, 0);
  // One slot for those it is true of and one for the others, by score.
  const ends = new Float64Array(2 * groups.length);
  let end = 0;
  groups.forEach(({ n, events }, g) => {
    ends[2 * g] = end += events;
    ends[2 * g + 1] = end += n - events;
  });
  const drawn = new Uint32Array(ends.length);
  for (let i = 0; i < total; i++) {
    const at = rng.below(total);
    let slot = 0;
    while (ends[slot]! <= at) slot++;
    drawn[slot]!++;
  }
  return groups
    .map(({ score }, g) => ({
      score,
      n: drawn[2 * g]! + drawn[2 * g + 1]!,
      events: drawn[2 * g]!,
    }))
    .filter(({ n }) => n > 0);
}

function slopesOf({ weights }: LineFit): readonly [number, number, number] {
  const [, first, second, third] = weights as unknown as [number, number, number, number];
  return [first, first + second, first + second + third];
}

function verdictOf(
  deltaAic: number,
  [below, within, above]: readonly [number, number, number],
): Verdict {
  if (deltaAic <= SUPPORTED) return "none";
  const isFlat = Math.abs(within) < 0.5 * Math.min(Math.abs(below), Math.abs(above));
  return isFlat && below * above > 0 ? "zone" : "bend";
}

function knotOf(at: number, drawn: Float64Array): Knot {
  const [low, high] = quantiles(drawn, [0.025, 0.975]);
  return { at, low: low!, high: high! };
}
