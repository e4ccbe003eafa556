import type { FieldKind } from "../domain/field";
import { columnIdsOf } from "./column-params";
import type { Params, ParamSpecs } from "./define";

/** Of columns that may say who left, or which customers are for the test. */
const FLAGS = ["flag", "category", "text", "number"] as const satisfies readonly FieldKind[];
const FEATURES = [
  "number",
  "money",
  "ratio",
  "flag",
  "category",
] as const satisfies readonly FieldKind[];

/** What a churn model is asked: of the analysis that shows it, and of those that speak of its chances. */
export const CHURN_PARAMS = {
  /** who left according to a column of customers, or according to silence in the orders */
  source: { kind: "choice", options: ["auto", "label", "orders"], default: "auto" },
  label: { kind: "column", entity: "customers", accepts: FLAGS },
  features: { kind: "columns", entity: "customers", accepts: FEATURES, empty: "all" },
  /** yes = test; a fixed split, so that results compare with other software */
  split: { kind: "column", entity: "customers", accepts: FLAGS },
  /** money of a customer's year */
  value: { kind: "column", entity: "customers", accepts: ["money", "number"] },
  model: { kind: "choice", options: ["auto", "logistic", "trees"], default: "auto" },
  calibration: { kind: "choice", options: ["platt", "isotonic", "none"], default: "platt" },
  /** ridge of the regression */
  penalty: { kind: "number", min: 0, max: 1000, default: 1 },
  folds: { kind: "integer", min: 2, max: 10, default: 5 },
  /** days of silence that count as left; 0 = from the gaps of the data */
  windowDays: { kind: "integer", min: 0, max: 730, unit: "day", default: 0 },
  seed: { kind: "integer", min: 1, max: 1_000_000, default: 1 },
} as const satisfies ParamSpecs;

export const CHURN_PARAM_NAMES = Object.keys(
  CHURN_PARAMS,
) as readonly (keyof typeof CHURN_PARAMS)[];

/** The question that the parameters ask, the same for every analysis, so that a model is learnt once for all of them. */
export function churnQuestionOf(params: Params<typeof CHURN_PARAMS>) {
  const { source, label, split, value, model, calibration, penalty, folds } = params;
  const { features, windowDays, seed } = params;
  const ids = columnIdsOf(features);
  return {
    source,
    label,
    split,
    value,
    model,
    calibration,
    penalty,
    folds,
    windowDays,
    seed,
    features: ids.length === 0 ? null : ids,
  };
}

/** Why there is no churn model; words in the messages of each analysis. */
export interface ChurnRefusal {
  readonly code:
    | "no-label"
    | "no-features"
    | "few-customers"
    | "few-events"
    | "short-history"
    | "empty-test"
    | "not-better";
  readonly need: number;
  readonly have: number;
}
