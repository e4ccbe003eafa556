import { PARETO_AMOUNT_SHARE } from "../../domain/rule-book";
import { countForShare } from "../../kernel/stats/concentration";
import type { ValueRanking } from "../../measures/grades";
import type { OwnTrends } from "../../measures/own-trend";
import { KINDS, type Kind } from "./spec";

/** The customers that make half of the value bring the most. */
const TOP_SHARE = 0.5;

/** 1 + index into KINDS of every customer by row; 0 = of no kind. */
export type KindCodes = Uint8Array;

/**
 * The three kinds of valuable customers, by what they bring and where it goes.
 *
 * - fading: in profit, and falling beyond the 95 % interval of the slope and beyond `growth` a year
 * - top: of the others, those that together make half of the value
 * - promising: of the rest, those that with the top make 80 %, rising beyond both
 *
 * @param trends  null: nobody's way is known, so only the top can be told
 */
export function kindsOf(
  ranking: ValueRanking,
  trends: OwnTrends | null,
  growth: number,
  customers: number,
): KindCodes {
  const codes = new Uint8Array(customers);
  const top = countForShare(ranking.running, TOP_SHARE);
  const considerable = countForShare(ranking.running, PARETO_AMOUNT_SHARE);
  ranking.customers.forEach((row, k) => {
    if (!(ranking.amounts[k]! > 0)) return;
    const way = wayOf(trends, row, growth);
    if (way === -1) codes[row] = codeOf("fading");
    else if (k < top) codes[row] = codeOf("top");
    else if (k < considerable && way === 1) codes[row] = codeOf("promising");
  });
  return codes;
}

export const codeOf = (kind: Kind): number => KINDS.indexOf(kind) + 1;

function wayOf(trends: OwnTrends | null, row: number, growth: number): -1 | 0 | 1 {
  if (trends === null) return 0;
  const slope = trends.slopes[row]!;
  if (!(Math.abs(slope) > trends.halfWidths[row]!) || Math.abs(slope) < growth) return 0;
  return slope > 0 ? 1 : -1;
}
