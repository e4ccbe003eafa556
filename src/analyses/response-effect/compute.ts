import { quantileOfSorted } from "../../kernel/stats/quantile";
import { complaintCases, type ComplaintCases } from "../../measures/complaint-cases";
import { orderBook } from "../../measures/order-book";
import { windowOf } from "../../measures/window";
import type { Ambient, Answer, Input } from "../define";
import { clearBorder, doublingEffect, stepId, stepLines, stepOf } from "./dose";
import { followedOf, type Followed } from "./followed";
import { STEP_HOURS, type EffectParams, type EffectResult } from "./spec";

const FEWEST = 30;
const LEVEL = 0.05;

/**
 * Does a quicker first response to a complaint go with customers that stay, or are satisfied, and from where on does it matter?
 *
 * @param input   `complaints` with customer, opening and response; `orders`, `customers`
 * @param params  window, outcome, days to follow: see README
 * @param ambient scope, selected customers; filters on orders do not reach it
 * @returns the result, or the refusal `few-cases` (fewer than 30 customers). Members: "response-in:<step>", and
 *   "response-lost:<step>" (those who did not buy, or were not satisfied)
 *
 * O(complaints log complaints + lines of these customers). Catalogue #66; methods D35 for the fit, D45 for the comparison.
 */
export default function responseEffect(
  input: Input,
  params: EffectParams,
  { scope, customerRows }: Ambient,
): Answer<EffectResult> {
  const { complaints } = input;
  if (complaints?.columns.has("openedAt") !== true) return refused(0);
  const period = windowOf(scope, params.window);
  const cases = complaintCases(complaints, { scope, period, customerRows });
  const book = orderBook(input);
  const followed = followedOf({ cases, table: complaints, book, params });
  if (followed.rows.length < FEWEST) return refused(followed.rows.length);
  return { result: describe(followed, cases), members: (cell) => membersOf(followed, cell) };
}

const refused = (have: number): Answer<EffectResult> => ({
  result: { kind: "insufficient", code: "few-cases", need: FEWEST, have },
  members: () => null,
});

function describe(followed: Followed, cases: ComplaintCases): EffectResult {
  const { rows, hours, hits, unanswered, unfollowed } = followed;
  const effect = doublingEffect(followed);
  const border = clearBorder(followed);
  const isShown = border !== null || (effect !== null && effect.pValue < LEVEL);
  return {
    kind: "answered",
    isQuiet: !isShown,
    headline: {
      n: rows.length,
      share: hits.reduce((sum, hit) => sum + hit, 0) / rows.length,
      medianHours: quantileOfSorted(hours, 0.5),
      oddsPerDoubling: effect === null ? null : effect.odds,
      oddsLow: effect === null ? null : effect.low,
      oddsHigh: effect === null ? null : effect.high,
      pValue: effect === null ? null : effect.pValue,
      borderHours: border === null ? null : border.hours,
      difference: border === null ? null : border.difference.value,
      differenceLow: border === null ? null : border.difference.low,
      differenceHigh: border === null ? null : border.difference.high,
    },
    grain: cases.grain,
    steps: stepLines(followed),
    border,
    missing: { unanswered, unfollowed, unlinked: cases.unlinked },
  };
}

function membersOf({ rows, hours, hits }: Followed, cell: string): Uint32Array | null {
  const [kind, step, ...rest] = cell.split(":");
  if (rest.length > 0 || (kind !== "response-in" && kind !== "response-lost")) return null;
  const place = [...STEP_HOURS.keys(), STEP_HOURS.length].find((k) => stepId(k) === step);
  if (place === undefined) return null;
  const isIn = (i: number): boolean =>
    stepOf(hours[i]!) === place && (kind === "response-in" || hits[i] === 0);
  return rows.filter((_, i) => isIn(i)).sort();
}
