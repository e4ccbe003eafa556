import { descendingOrder } from "../stats/rank";
import { incompleteBeta } from "../stats/student-t";

/** What a campaign costs and how often its offer is taken. */
export interface CampaignTerms {
  /** money that a kept customer is worth, above 0 */
  readonly value: number;
  /** money of the offer, paid when it is taken */
  readonly offer: number;
  /** money of one contact */
  readonly contact: number;
  /** acceptance by a leaver ~ beta(alpha, beta) */
  readonly alpha: number;
  readonly beta: number;
}

export interface Empc {
  /** expected maximum profit a customer */
  readonly profit: number;
  /** share of customers that are contacted at it, on average over the acceptance */
  readonly share: number;
}

/**
 * Expected maximum profit for churn: the profit a customer when for every acceptance rate γ the best first part of the list
 * is contacted, averaged over γ.
 *
 * Contacting a leaver brings γ(value − offer) − contact; contacting a stayer costs offer + contact.
 *
 * @param scores  larger = more likely to leave
 * @param labels  1 = left; length n >= 1
 * @returns 0 and 0 when nobody left, or when the offer takes all that a kept customer is worth
 *
 * Exact: the best part of the list moves along the convex hull of the ROC curve as γ grows, and between two corners the profit
 * is linear in γ, so incomplete beta functions give the mean. O(n log n). Verbraken, Verbeke & Baesens, IEEE TKDE 25(5), 2013.
 */
export function expectedMaximumProfit(
  scores: Float64Array,
  labels: Uint8Array,
  terms: CampaignTerms,
): Empc {
  const n = scores.length;
  const { value, offer, contact, alpha, beta } = terms;
  if (value <= offer) return { profit: 0, share: 0 };
  const corners = rocHull(scores, labels);
  const mean = alpha / (alpha + beta);
  /** ∫ h and ∫ γ h from a to b */
  const mass = (a: number, b: number): number =>
    incompleteBeta(b, alpha, beta) - incompleteBeta(a, alpha, beta);
  const moment = (a: number, b: number): number =>
    mean * (incompleteBeta(b, alpha + 1, beta) - incompleteBeta(a, alpha + 1, beta));
  let [profit, share] = [0, 0];
  for (let i = 1; i < corners.length; i++) {
    const from = turningRate(corners[i - 1]!, corners[i]!, terms);
    const until = i + 1 < corners.length ? turningRate(corners[i]!, corners[i + 1]!, terms) : 1;
    const [a, b] = [Math.min(1, Math.max(0, from)), Math.min(1, Math.max(0, until))];
    if (!(b > a)) continue;
    const { leavers, stayers } = corners[i]!;
    const cost = contact * leavers + (offer + contact) * stayers;
    profit += ((value - offer) * leavers * moment(a, b) - cost * mass(a, b)) / n;
    share += ((leavers + stayers) / n) * mass(a, b);
  }
  return { profit, share };
}

interface Corner {
  readonly leavers: number;
  readonly stayers: number;
}

/** Acceptance from which it pays to go from one corner on to the next. */
function turningRate(one: Corner, next: Corner, { value, offer, contact }: CampaignTerms): number {
  const leavers = next.leavers - one.leavers;
  const stayers = next.stayers - one.stayers;
  if (leavers === 0) return Infinity;
  return (contact * leavers + (offer + contact) * stayers) / ((value - offer) * leavers);
}

/** Corners of the upper hull of (stayers, leavers) among the first k of the list, from none to all. */
function rocHull(scores: Float64Array, labels: Uint8Array): Corner[] {
  const order = descendingOrder(scores);
  const hull: Corner[] = [{ leavers: 0, stayers: 0 }];
  let [leavers, stayers] = [0, 0];
  for (let k = 0; k < order.length; k++) {
    if (labels[order[k]!] === 1) leavers++;
    else stayers++;
    // equal scores come together
    if (k + 1 < order.length && scores[order[k]!] === scores[order[k + 1]!]) continue;
    const next = { leavers, stayers };
    while (hull.length > 1 && !isAbove(hull.at(-2)!, hull.at(-1)!, next)) hull.pop();
    hull.push(next);
  }
  return hull;
}

/** Whether the middle corner lies above the line from the first to the last. */
function isAbove(first: Corner, middle: Corner, last: Corner): boolean {
  const up = (middle.leavers - first.leavers) * (last.stayers - first.stayers);
  return up > (last.leavers - first.leavers) * (middle.stayers - first.stayers);
}
