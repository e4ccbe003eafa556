import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import Papa from "papaparse";
import type { Feature } from "../../src/kernel/learn/feature";

const ROOT = resolve(process.cwd(), "../shared/data");
const NUMBERS = ["tenure", "MonthlyCharges", "TotalCharges"] as const;

interface Scores {
  readonly auc: number;
  readonly log_loss: number;
  readonly brier: number;
  readonly top_decile_lift: number;
  readonly top_decile_capture: number;
}

export interface TelcoReference {
  readonly split: { readonly test_rows: readonly number[] };
  readonly features: { readonly one_hot_all_levels: readonly string[] };
  readonly models: {
    readonly logistic_l2_C1: {
      readonly intercept: number;
      readonly coef: Readonly<Record<string, number>>;
      readonly test: Scores;
      readonly test_probability_first20: readonly number[];
    };
    readonly logit_unpenalised_statsmodels: {
      readonly terms: readonly string[];
      readonly coef: readonly number[];
      readonly se: readonly number[];
      readonly loglik: number;
    };
    readonly hist_gradient_boosting_tuned: { readonly test_mean: Scores };
  };
}

export const telcoReference = (): TelcoReference =>
  JSON.parse(readFileSync(`${ROOT}/reference/churn_telco.json`, "utf8")) as TelcoReference;

/** The ridge regression of the reference, run to the end by `tests/golden/telco-logistic.py`. */
export interface TelcoLogistic {
  /** of the objective by any coefficient, at the answer */
  readonly largestGradient: number;
  readonly intercept: number;
  readonly coef: Readonly<Record<string, number>>;
  /** of the first twenty rows to test on */
  readonly testChances: readonly number[];
}

export const telcoLogistic = (): TelcoLogistic =>
  JSON.parse(readFileSync("tests/golden/telco-logistic.json", "utf8")) as TelcoLogistic;

export type TelcoRow = Readonly<Record<string, string>>;

export const telcoRows = (): readonly TelcoRow[] =>
  Papa.parse<TelcoRow>(readFileSync(`${ROOT}/telco/Telco-Customer-Churn.csv`, "utf8"), {
    header: true,
    skipEmptyLines: true,
  }).data;

/** Features as the reference reads them: a blank TotalCharges is 0. */
export function telcoFeatures(rows: readonly TelcoRow[], categories: readonly string[]): Feature[] {
  const numbers = NUMBERS.map((id): Feature => {
    const values = Float64Array.from(rows, (row) => Number(row[id]));
    return { kind: "number", id, values };
  });
  const words = categories.map((id): Feature => {
    const levels = [...new Set(rows.map((row) => row[id]!))].sort();
    const codes = Int32Array.from(rows, (row) => levels.indexOf(row[id]!));
    return { kind: "category", id, codes, levels };
  });
  return [...numbers, ...words];
}

/** Row numbers of the reference's fixed split. */
export function telcoSplit(
  { split }: TelcoReference,
  count: number,
): { readonly train: Uint32Array; readonly test: Uint32Array } {
  const test = Uint32Array.from(split.test_rows);
  const isTest = new Set(test);
  const train = Uint32Array.from(Array.from({ length: count }, (_, row) => row)).filter(
    (row) => !isTest.has(row),
  );
  return { train, test };
}
