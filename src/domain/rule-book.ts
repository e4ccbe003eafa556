import { invariant } from "../kernel/base/invariant";

/**
 * Every threshold and preset that a business could set otherwise, in one place. A change of a number raises
 * the revision of the analyses that read it.
 */

export const GRADES = ["a", "b", "c"] as const;
export type Grade = (typeof GRADES)[number];

/** How customers, sorted by value, are cut into grades A, B and C. */
export interface AbcCut {
  readonly id: AbcCutId;
  /** `rank`: shares of the number of customers. `cumulative`: shares of the amount. */
  readonly reading: "rank" | "cumulative";
  /** Where A ends and where B ends, 0..1, from the largest customer down. */
  readonly ends: readonly [number, number];
  /**
   * What the textbook expects of each grade in the *other* reading: of a cut by rank the shares of the amount, of a
   * cut by amount the shares of the customers.
   */
  readonly benchmark: readonly [number, number, number];
}

export const ABC_CUT_IDS = [
  "rank-15-35-50",
  "rank-20-30-50",
  "cumulative-50-80",
  "cumulative-80-95",
] as const;
export type AbcCutId = (typeof ABC_CUT_IDS)[number];

/**
 * 15/35/50 of the customers against 50/30/20 of the sales: the service source of the catalogue (#11); 20/30/50 and
 * 80/95: the usual ABC analysis after Pareto and Dickie (1951).
 */
export const ABC_CUTS: readonly AbcCut[] = [
  { id: "rank-15-35-50", reading: "rank", ends: [0.15, 0.5], benchmark: [0.5, 0.3, 0.2] },
  { id: "rank-20-30-50", reading: "rank", ends: [0.2, 0.5], benchmark: [0.8, 0.15, 0.05] },
  { id: "cumulative-50-80", reading: "cumulative", ends: [0.5, 0.8], benchmark: [0.15, 0.35, 0.5] },
  { id: "cumulative-80-95", reading: "cumulative", ends: [0.8, 0.95], benchmark: [0.2, 0.3, 0.5] },
];

/** The grade that the customer list and other pages show. */
export const DEFAULT_ABC_CUT: AbcCutId = "rank-15-35-50";

export function abcCut(id: AbcCutId): AbcCut {
  const cut = ABC_CUTS.find((candidate) => candidate.id === id);
  invariant(cut !== undefined, `no cut ${id}`);
  return cut;
}

/** "x % of the customers make 80 % of the sales": the share asked for, and the share of customers it is compared with. */
export const PARETO_AMOUNT_SHARE = 0.8;
export const PARETO_CUSTOMER_PERCENT = 20;

/** Percentages of customers whose part of the amount is reported. */
export const TOP_PERCENTS = [1, 5, 10, 20, 30, 50] as const;

export const RFM_PRESETS = ["eleven", "eight", "three"] as const;
export type RfmPreset = (typeof RFM_PRESETS)[number];

/** Scores run from 1 (worst) to this. */
export const RFM_LEVELS: Readonly<Record<RfmPreset, 2 | 3 | 5>> = { eleven: 5, eight: 2, three: 3 };

/** First and last score, both included. */
export type ScoreRange = readonly [number, number];

/** A block of score cells; `fm` is the mean of F and M, halves rounded up; an absent axis is free. */
export interface ScoreBox {
  readonly r: ScoreRange;
  readonly f?: ScoreRange;
  readonly m?: ScoreRange;
  readonly fm?: ScoreRange;
}

export interface RfmSegment {
  readonly id: string;
  readonly boxes: readonly ScoreBox[];
}

const ELEVEN: readonly RfmSegment[] = [
  {
    id: "champions",
    boxes: [
      { r: [5, 5], fm: [4, 5] },
      { r: [4, 4], fm: [5, 5] },
    ],
  },
  {
    id: "loyal",
    boxes: [
      { r: [4, 4], fm: [4, 4] },
      { r: [3, 3], fm: [4, 5] },
    ],
  },
  { id: "potential", boxes: [{ r: [4, 5], fm: [2, 3] }] },
  { id: "new", boxes: [{ r: [5, 5], fm: [1, 1] }] },
  { id: "promising", boxes: [{ r: [4, 4], fm: [1, 1] }] },
  { id: "attention", boxes: [{ r: [3, 3], fm: [3, 3] }] },
  { id: "sleeping", boxes: [{ r: [3, 3], fm: [1, 2] }] },
  { id: "at-risk", boxes: [{ r: [1, 2], fm: [3, 4] }] },
  { id: "cannot-lose", boxes: [{ r: [1, 2], fm: [5, 5] }] },
  {
    id: "hibernating",
    boxes: [
      { r: [2, 2], fm: [1, 2] },
      { r: [1, 1], fm: [2, 2] },
    ],
  },
  { id: "lost", boxes: [{ r: [1, 1], fm: [1, 1] }] },
];

const HIGH: ScoreRange = [2, 2];
const LOW: ScoreRange = [1, 1];

const EIGHT: readonly RfmSegment[] = [
  { id: "important-value", boxes: [{ r: HIGH, f: HIGH, m: HIGH }] },
  { id: "important-develop", boxes: [{ r: HIGH, f: LOW, m: HIGH }] },
  { id: "important-keep", boxes: [{ r: LOW, f: HIGH, m: HIGH }] },
  { id: "important-win-back", boxes: [{ r: LOW, f: LOW, m: HIGH }] },
  { id: "general-value", boxes: [{ r: HIGH, f: HIGH, m: LOW }] },
  { id: "general-develop", boxes: [{ r: HIGH, f: LOW, m: LOW }] },
  { id: "general-keep", boxes: [{ r: LOW, f: HIGH, m: LOW }] },
  { id: "general-win-back", boxes: [{ r: LOW, f: LOW, m: LOW }] },
];

/** The 27 cells, best first, each named by its three scores. */
const THREE: readonly RfmSegment[] = [3, 2, 1].flatMap((r) =>
  [3, 2, 1].flatMap((f) =>
    [3, 2, 1].map((m) => ({
      id: `${r}${f}${m}`,
      boxes: [{ r: [r, r], f: [f, f], m: [m, m] } satisfies ScoreBox],
    })),
  ),
);

/**
 * Segments in the order in which they are shown. Each score cell lies in exactly one segment (proved by a test).
 *
 * `eleven`: the ten segments of the R × F map in wide use, with F and M averaged and the worst cell split off as lost.
 * `eight`: 重要/一般 by M, 价值/发展/保持/挽留 by R and F.
 */
export const RFM_SEGMENTS: Readonly<Record<RfmPreset, readonly RfmSegment[]>> = {
  eleven: ELEVEN,
  eight: EIGHT,
  three: THREE,
};

/** Upper ends of the classes of the fixed-cut mode: days, order days (or orders), money. */
export const RFM_FIXED_CUTS = {
  recency: [30, 60, 120, 240],
  frequency: [1, 2, 4, 8],
  money: [1000, 5000, 20000, 100000],
} as const;

/** Segments of fewer customers are drawn pale and carry no judgement. */
export const SMALL_GROUP = 5;

/**
 * Cost to serve of a customer against what its gross profit would buy at the average: beyond `over` times it is served more
 * than it brings, below `under` times less.
 */
export const SERVICE_LEVEL = { over: 1.5, under: 0.5 } as const;

/** "Winning a customer costs five times as much as keeping one": the rule of thumb of the catalogue (#26). */
export const WIN_TO_KEEP = 5;
