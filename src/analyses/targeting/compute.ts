import { churnScores } from "../../measures/churn/churn-scores";
import { churnQuestionOf } from "../churn-params";
import type { Ambient, Answer, Input, Progress } from "../define";
import { planOf } from "./plan";
import { readoutOf } from "./readout";
import type { TargetingParams, TargetingResult } from "./spec";
import { priced } from "./terms";

/**
 * Whom to call: expected profit of contacting each customer, and of a list of each length.
 *
 * @param input   as for `churn-model`, and the profit of orders when known
 * @param params  see README
 * @param ambient scope, selected rows, stored columns
 * @returns always an answer; without a churn model its `refusal` says why. Members: "all", "call" (the best length), "contact"
 *   and "left-alone" (its two parts), "not-worth" (at risk, but a contact loses money), "first:<n>" (the first n of the list)
 * @yields while the churn model is learnt
 *
 * Methods D50, D51. O(customers log customers + lines) beside the model.
 */
export default function* targeting(
  input: Input,
  params: TargetingParams,
  ambient: Ambient,
): Generator<Progress, Answer<TargetingResult>, void> {
  const { scope, orderRows, customerRows } = ambient;
  const columns = ambient.columnsOf("customers");
  const sight = { tables: input, scope, orderRows, customerRows, columns };
  const work = churnScores(sight, churnQuestionOf(params));
  let step = work.next();
  for (; step.done !== true; step = work.next()) yield { done: step.value };
  const scores = step.value;
  const acceptance = params.alpha / (params.alpha + params.beta);
  const readout = readoutOf(params);
  if (scores.kind === "none") {
    const result: TargetingResult = {
      kind: "answered",
      headline: {
        customers: null,
        empc: null,
        empcShare: null,
        bestLength: null,
        expectedProfit: null,
        profitOfAll: null,
      },
      refusal: scores.obstacle,
      windowDays: null,
      valueFrom: null,
      terms: null,
      acceptance,
      plan: null,
      readout,
    };
    return { result, members: () => null };
  }
  const prices = priced({ input, scores, params, ambient });
  yield { done: 0.99 };
  const { terms, valueFrom } = prices;
  const { plan, empc, members, listing } = planOf({ input, scores, params, prices });
  const { customers, bestLength, expectedProfit, profitOfAll } = plan;
  const result: TargetingResult = {
    kind: "answered",
    headline: {
      customers,
      empc: empc.profit,
      empcShare: empc.share,
      bestLength,
      expectedProfit,
      profitOfAll,
    },
    refusal: null,
    windowDays: scores.study.windowDays,
    valueFrom,
    terms,
    acceptance,
    plan,
    readout,
  };
  return { result, members, listing };
}
