import type { Feature } from "../../kernel/learn/feature";
import { descendingOrder } from "../../kernel/stats/rank";
import type { Table } from "../../kernel/table/column";
import { customerKeyOf, customerNameOf } from "../../measures/customer-name";
import { atRiskFrom } from "../../measures/churn/at-risk";
import type { ChurnScores } from "../../measures/churn/churn-scores";
import type { FeatureFact } from "../../measures/churn/study";
import type { Listing, Progress } from "../define";
import type { AtRiskLine, ChurnList, FeatureLine, OneAtRisk, ReasonPart } from "./spec";

const LINES = 50;
const LINES_PER_SLICE = 8;
const REASONS = 4;
/** A part below this share of the largest is not worth a word. */
const LEAST_SHARE = 0.1;

/** Today's customers by chance, their money at stake, and the reasons of the first of them. O(customers log customers), yields between slices. */
export function* listOf(
  customers: Table,
  scores: ChurnScores,
  features: readonly FeatureLine[],
): Generator<Progress, ChurnList, void> {
  const { study, chances } = scores;
  const { rows } = study.now;
  const from = atRiskFrom(chances);
  const money = (i: number): number => (study.stakes === null ? NaN : study.stakes[rows[i]!]!);
  const bins = new Uint32Array(10);
  const all = { customers: 0, expected: 0, atStake: 0 };
  const risky = { customers: 0, expected: 0, atStake: 0 };
  for (let i = 0; i < chances.length; i++) {
    const chance = chances[i]!;
    const stake = chance * money(i);
    bins[Math.min(9, Math.floor(chance * 10))]!++;
    for (const group of chance >= from ? [all, risky] : [all]) {
      group.customers++;
      group.expected += chance;
      if (stake === stake) group.atStake += stake;
    }
  }
  const line = lineMaker(customers, scores, features);
  const said = (stake: number): number | null => (study.stakes === null ? null : stake);
  yield { done: 0.99 };
  const first = descendingOrder(chances).subarray(0, LINES);
  const lines: AtRiskLine[] = [];
  for (const [place, i] of first.entries()) {
    if (place % LINES_PER_SLICE === 0) yield { done: 0.99 };
    lines.push(line(i));
  }
  return {
    customers: all.customers,
    expected: all.expected,
    atStake: said(all.atStake),
    stakeFrom: study.stakeFrom,
    atRisk: { from, ...risky, atStake: said(risky.atStake) },
    bins,
    lines,
  };
}

/** The line of a customer by its place among today's. */
function lineMaker(
  customers: Table,
  scores: ChurnScores,
  features: readonly FeatureLine[],
): (place: number) => AtRiskLine {
  const { study, chances } = scores;
  return (place) => {
    const row = study.now.rows[place]!;
    const year = study.stakes === null ? NaN : study.stakes[row]!;
    return {
      row,
      key: customerKeyOf(customers, row),
      name: customerNameOf(customers, row),
      chance: chances[place]!,
      year: year === year ? year : null,
      atStake: year === year ? chances[place]! * year : null,
      reasons: reasonsAt(scores, place, features),
    };
  };
}

/** All of today's customers by their chance, as the first of them stand in the result. O(customers log customers) once, when asked. */
export function listingOf(
  customers: Table,
  scores: ChurnScores,
  features: readonly FeatureLine[],
): Listing {
  const { chances } = scores;
  const line = lineMaker(customers, scores, features);
  let order: ReturnType<typeof descendingOrder> | null = null;
  return {
    length: chances.length,
    line: (place) => line((order ??= descendingOrder(chances))[place]!),
  };
}

/** What the model says of any one of today's customers. O(customers) a question. */
export function oneMaker(
  customers: Table,
  scores: ChurnScores,
  features: readonly FeatureLine[],
): (row: number) => OneAtRisk | null {
  const { study, chances } = scores;
  const line = lineMaker(customers, scores, features);
  const from = atRiskFrom(chances);
  return (row) => {
    const place = study.now.rows.indexOf(row);
    if (place < 0) return null;
    const own = chances[place]!;
    let [above, sum] = [0, 0];
    for (const chance of chances) {
      if (chance > own) above++;
      sum += chance;
    }
    const customers = chances.length;
    const counts = { rank: above + 1, customers, usual: sum / customers, from };
    return { line: line(place), ...counts, windowDays: study.windowDays, features };
  };
}

function reasonsAt(
  { study, reasons }: ChurnScores,
  place: number,
  lines: readonly FeatureLine[],
): readonly ReasonPart[] {
  const parts = reasons.of(place);
  const order = descendingOrder(parts.map(Math.abs)).subarray(0, REASONS);
  const largest = Math.abs(parts[order[0]!]!);
  return Array.from(order)
    .filter((f) => Math.abs(parts[f]!) >= LEAST_SHARE * largest && parts[f] !== 0)
    .map((f) => ({
      feature: lines.findIndex(({ id }) => id === study.facts[f]!.id),
      part: parts[f]!,
      value: valueOf(study.now.features[f]!, study.facts[f]!, study.now.rows[place]!),
    }));
}

/** What a feature says of a customer, as people read it. */
function valueOf(feature: Feature, fact: FeatureFact, row: number): number | string | null {
  if (feature.kind === "category") {
    const code = feature.codes[row]!;
    return code < 0 ? null : feature.levels[code]!;
  }
  const value = feature.values[row]!;
  if (value !== value) return null;
  return fact.scale === "log" ? Math.expm1(value) : value;
}
