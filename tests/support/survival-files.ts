import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Papa from "papaparse";
import type { Observations } from "../../src/kernel/stats/survival/lifetimes";

const ROOT = fileURLToPath(new URL("../../../shared/data", import.meta.url));

export type SurvivalSet = "lung" | "rossi" | "veteran" | "waltons" | "telco";

interface Band {
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
}

interface TimeWithInterval {
  readonly est: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** What R's survfit says of one sample. */
export interface CurveReference {
  readonly n: number;
  readonly events: number;
  readonly time: readonly number[];
  readonly n_risk: readonly number[];
  readonly n_event: readonly number[];
  readonly surv: readonly number[];
  readonly std_err_greenwood: readonly (number | null)[];
  readonly ci_loglog: Band;
  readonly median_ci_loglog: TimeWithInterval;
  readonly rmean_to_last_time: { readonly est: number; readonly se: number };
}

/** What R's survdiff says. */
export interface TestReference {
  readonly groups: readonly string[];
  readonly n: readonly number[];
  readonly observed: readonly number[];
  readonly expected: readonly number[];
  readonly chisq: number;
  readonly df: number;
  readonly p: number;
  readonly var: readonly (readonly number[])[];
  readonly peto_peto_rho1: { readonly chisq: number; readonly p: number };
}

/** Results of R's survival package on one of the public files. */
export function survivalReference(set: SurvivalSet): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(`${ROOT}/reference/survival_${set}.json`, "utf8")) as Record<
    string,
    unknown
  >;
}

const PATHS: Readonly<Record<SurvivalSet, string>> = {
  lung: "survival/lung.csv",
  rossi: "survival/rossi.csv",
  veteran: "survival/veteran.csv",
  waltons: "survival/waltons.csv",
  telco: "telco/Telco-Customer-Churn.csv",
};

export type Row = Readonly<Record<string, string>>;

/** The rows of a public file as text by header. */
export function survivalRows(set: SurvivalSet): readonly Row[] {
  const text = readFileSync(`${ROOT}/${PATHS[set]}`, "utf8").trim();
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}

const TIMES: Readonly<Record<SurvivalSet, readonly [string, string, string]>> = {
  lung: ["time", "status", "2"],
  rossi: ["week", "arrest", "1"],
  veteran: ["time", "status", "1"],
  waltons: ["T", "E", "1"],
  telco: ["tenure", "Churn", "Yes"],
};

/** Durations and events of a public file. */
export function survivalSample(set: SurvivalSet, rows = survivalRows(set)): Observations {
  const [time, event, yes] = TIMES[set];
  return {
    durations: Float64Array.from(rows, (row) => Number(row[time])),
    outcomes: Uint8Array.from(rows, (row) => (row[event] === yes ? 1 : 0)),
    entries: null,
  };
}

/** Slots of the rows of each value of a column, values ascending as text. */
export function slotsByValue(rows: readonly Row[], column: string): Map<string, Uint32Array> {
  const values = [...new Set(rows.map((row) => row[column]!))].sort();
  return new Map(
    values.map((value) => [
      value,
      Uint32Array.from(rows.flatMap((row, i) => (row[column] === value ? [i] : []))),
    ]),
  );
}
