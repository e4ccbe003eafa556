import { churnScores } from "../../measures/churn/churn-scores";
import { churnQuestionOf } from "../churn-params";
import type { Ambient, Answer, Input, Progress } from "../define";
import { beforeOf } from "./changes";
import { answerOf, withoutScores } from "./describe";
import type { ChurnModelParams, ChurnModelResult } from "./spec";

/**
 * Who is about to leave, how sure that is, and why.
 *
 * @param input   `customers`, with the columns that the parameters name; `orders` when silence has to say who left
 * @param params  see README
 * @param ambient scope (its period plays no part), selected rows, stored columns, what the run before the present data left behind
 * @returns always an answer; without a model its `refusal` says what is missing. Members: "all" (today's customers),
 *   "at-risk", "chance:<0..9>", "tested:<0..9>" and "held:<percent>" (customers of the test)
 * @yields between slices of the fits
 *
 * Methods D47–D49. O(customers × features × trees).
 */
export default function* churnModel(
  input: Input,
  params: ChurnModelParams,
  ambient: Ambient,
): Generator<Progress, Answer<ChurnModelResult>, void> {
  const { scope, orderRows, customerRows } = ambient;
  const columns = ambient.columnsOf("customers");
  const sight = { tables: input, scope, orderRows, customerRows, columns };
  const work = churnScores(sight, churnQuestionOf(params));
  let step = work.next();
  for (; step.done !== true; step = work.next()) yield { done: step.value };
  const scores = step.value;
  if (scores.kind === "none") return { result: withoutScores(scores), members: () => null };
  return yield* answerOf(input.customers, scores, beforeOf(ambient));
}
