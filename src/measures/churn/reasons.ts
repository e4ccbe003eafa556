import { treeShap } from "../../kernel/learn/tree-shap";
import type { LearntLogistic, LearntModel } from "./models";
import type { Study } from "./study";

/** Customers whose reasons are looked at for the weight of each property overall. */
const MOST_WEIGHED = 400;
const WEIGHED_PER_SLICE = 4;

/** What each property adds to the log-odds of some of today's customers. */
export interface Reasons {
  /** place in the sample of today → one a feature */
  readonly of: (place: number) => Float64Array<ArrayBuffer>;
  /** mean size of each property's part over customers spread evenly over the sample */
  readonly weights: Float64Array<ArrayBuffer>;
}

/**
 * Parts of the log-odds: with the regression β(x − x̄), x̄ over the customers it learnt from; with trees exact Shapley values.
 * They say what the model goes by, not what would change a customer's mind.
 * @yields between slices
 */
export function* reasonsOf(study: Study, model: LearntModel): Generator<void, Reasons, void> {
  const of = model.kind === "logistic" ? logisticParts(model) : treeParts(model);
  yield;
  const n = study.now.rows.length;
  const count = Math.min(n, MOST_WEIGHED);
  const weights = new Float64Array(study.facts.length);
  for (let k = 0; k < count; k++) {
    if (k % WEIGHED_PER_SLICE === WEIGHED_PER_SLICE - 1) yield;
    const parts = of(Math.floor((k * n) / count));
    for (let f = 0; f < weights.length; f++) weights[f]! += Math.abs(parts[f]!) / count;
  }
  return { of, weights };
}

function treeParts({ forest, bins }: Extract<LearntModel, { kind: "trees" }>): Reasons["of"] {
  return (place) => treeShap(forest, bins, place).parts;
}

function logisticParts({ fit, design, meanParts }: LearntLogistic): Reasons["of"] {
  const { entries, columns, values } = design;
  return (place) =>
    Float64Array.from({ length: entries }, (_, f) => {
      const at = place * entries + f;
      return fit.weights[columns[at]!]! * values[at]! - meanParts[f]!;
    });
}
