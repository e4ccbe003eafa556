import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import {
  survivalReference,
  survivalRows,
  type SurvivalSet,
} from "../../../tests/support/survival-files";
import { floatColumn, scopeOf, tablesOf, textColumn } from "../../../tests/support/tables";
import type { Column } from "../../kernel/table/column";
import { columnsValue } from "../column-params";
import type { Input } from "../define";
import compute from "./compute";
import spec from "./spec";

const scope = scopeOf("2025-06-30");
const near = { rel: 1e-8 } as const;

/** A public file as the customer table that ingest would make of it; empty cells are missing. */
function tablesOfSet(set: SurvivalSet, columns: readonly string[], isTurned = false): Input {
  const read = survivalRows(set);
  const rows = isTurned ? [...read].reverse() : read;
  const made = columns.map((name): [string, Column] => {
    const texts = rows.map((row) => row[name]!);
    const isNumber = texts.every((text) => Number.isFinite(Number(text)));
    const known = (text: string) => (text === "" ? undefined : text);
    const column = isNumber
      ? floatColumn(texts.map((text) => (text === "" ? undefined : Number(text))))
      : textColumn(texts.map(known));
    return [`attr:${name}`, column];
  });
  const keys = textColumn(rows.map((_, i) => `k${i}`));
  const customers = { rowCount: rows.length, columns: new Map([["key", keys], ...made]) };
  return { orders: tablesOf([]).orders, customers };
}

const ROSSI = ["fin", "age", "race", "wexp", "mar", "paro", "prio"];
const rossi = (isTurned = false) => tablesOfSet("rossi", ["week", "arrest", ...ROSSI], isTurned);
const asRossi = { duration: "attr:week", event: "attr:arrest" };

interface Reference {
  readonly terms: readonly string[];
  readonly coef: readonly number[];
  readonly loglik: number;
  readonly concordance: number;
  readonly n: number;
}
const referenceOf = (set: SurvivalSet, model: string, ties = "efron"): Reference =>
  (survivalReference(set)[model] as Record<string, Reference>)[ties]!;

describe("cox", () => {
  it.each(["efron", "breslow"] as const)("agrees with R on rossi, %s, unasked", (ties) => {
    const params = { ...asRossi, ties };
    const { headline, columns } = resultOf(spec, compute, { tables: rossi(), scope, params });
    const reference = referenceOf("rossi", "cox", ties);
    expect(columns).toEqual(ROSSI.map((name) => `attr:${name}`));
    reference.terms.forEach((name, i) => expectClose(headline[name]!, reference.coef[i]!, near));
    expectClose(headline["logLikelihood"]!, reference.loglik, { rel: 1e-12 });
    expectClose(headline["concordance"]!, reference.concordance, near);
  });

  it("leaves out rows with an unknown value, as R does on lung", () => {
    const wanted = ["age", "sex", "ph.ecog", "ph.karno", "wt.loss"];
    const tables = tablesOfSet("lung", ["time", "status", ...wanted]);
    const params = {
      duration: "attr:time",
      event: "attr:status",
      covariates: columnsValue(wanted.map((name) => `attr:${name}`)),
    };
    const { result, members } = answerOf(spec, compute, { tables, scope, params });
    if (result.kind !== "answered") throw new Error("refused");
    const reference = referenceOf("lung", "cox2");
    expect([result.n, result.missing]).toEqual([reference.n, 228 - reference.n]);
    expect(members("missing")!.length).toBe(228 - reference.n);
    reference.terms.forEach((name, i) =>
      expectClose(result.headline[name]!, reference.coef[i]!, near),
    );
  });

  it("compares words with the most frequent one, and reaches R's likelihood on veteran", () => {
    const wanted = ["trt", "celltype", "karno", "diagtime", "age", "prior"];
    const tables = tablesOfSet("veteran", ["time", "status", ...wanted]);
    const params = { duration: "attr:time", event: "attr:status" };
    const { headline, model } = resultOf(spec, compute, { tables, scope, params });
    const { coef, loglik } = referenceOf("veteran", "cox");
    const small = coef[1]!;
    // R compares with squamous, here the most frequent is smallcell: differences are the same
    expectClose(headline["celltype=squamous"]!, -small, near);
    expectClose(headline["celltype=adeno"]!, coef[2]! - small, near);
    expectClose(headline["celltype=large"]!, coef[3]! - small, near);
    expectClose(headline["karno"]!, coef[4]!, near);
    expectClose(headline["logLikelihood"]!, loglik, { rel: 1e-12 });
    expect(model!.terms.filter(({ kind }) => kind === "level")[0]!.reference).toBe("smallcell");
  });

  it("does not depend on row order", () => {
    const [one, other] = [false, true].map((isTurned) =>
      resultOf(spec, compute, { tables: rossi(isTurned), scope, params: asRossi }),
    );
    for (const [name, value] of Object.entries(one!.headline))
      expect(Math.abs(other!.headline[name]! - value!)).toBeLessThan(1e-9);
  });

  it("gives each stratum its own hazard, and counts who is behind a term", () => {
    const params = { ...asRossi, strata: "attr:race" };
    const { result, members } = answerOf(spec, compute, { tables: rossi(), scope, params });
    if (result.kind !== "answered") throw new Error("refused");
    expect(result.columns).not.toContain("attr:race");
    expect(result.model!.baselines.map(({ label }) => label)).toEqual(["0", "1"]);
    expect(result.strata).toEqual({ column: "attr:race", count: 2 });
    for (const [i, { customers, lost }] of result.model!.terms.entries()) {
      expect(members(`factor:${i}`)!.length).toBe(customers);
      expect(lost).toBeLessThanOrEqual(customers);
    }
  });

  it("tells ratios for a step that people count in", () => {
    const { model } = resultOf(spec, compute, { tables: rossi(), scope, params: asRossi });
    const stepOf = Object.fromEntries(model!.terms.map(({ column, step }) => [column, step]));
    expect(stepOf).toMatchObject({ "attr:fin": 1, "attr:age": 5, "attr:prio": 2 });
    const age = model!.terms[1]!;
    expectClose(age.ratio!, Math.exp(5 * age.coefficient), { rel: 1e-12 });
  });

  it("uses unasked only as many columns as the losses carry, and says why the others stay out", () => {
    const n = 60;
    const numbers = (of: (i: number) => number | undefined) =>
      floatColumn(Array.from({ length: n }, (_, i) => of(i)));
    const columns = new Map<string, Column>([
      ["key", textColumn(Array.from({ length: n }, (_, i) => `k${i}`))],
      ["attr:t", numbers((i) => 1 + ((i * 37) % 60))],
      ["attr:e", numbers((i) => (i % 2 === 0 ? 1 : 0))],
      ["attr:same", numbers(() => 3)],
      ["attr:thin", numbers((i) => (i % 3 === 0 ? i : undefined))],
      ["attr:who", textColumn(Array.from({ length: n }, (_, i) => `name ${i}`))],
      ["attr:a", numbers((i) => (i * 7) % 11)],
      ["attr:twice", numbers((i) => 2 * ((i * 7) % 11))],
      ["attr:b", numbers((i) => (i * 5) % 13)],
      ["attr:c", numbers((i) => (i * 3) % 17)],
    ]);
    const tables = { orders: tablesOf([]).orders, customers: { rowCount: n, columns } };
    const params = { duration: "attr:t", event: "attr:e" };
    const result = resultOf(spec, compute, { tables, scope, params });
    expect(result.events).toBe(30);
    expect(Object.fromEntries(result.unused.map(({ column, reason }) => [column, reason]))).toEqual(
      {
        "attr:same": "one-value",
        "attr:thin": "sparse",
        "attr:who": "many-words",
        "attr:twice": "collinear",
        "attr:c": "budget",
      },
    );
  });

  it("leaves out unasked what grows with the time that a customer has been there", () => {
    const wanted = ["Contract", "MonthlyCharges", "TotalCharges"];
    const tables = tablesOfSet("telco", ["tenure", "Churn", ...wanted]);
    const params = { duration: "attr:tenure", event: "attr:Churn" };
    const { unused, columns } = resultOf(spec, compute, { tables, scope, params });
    expect(unused).toEqual([{ column: "attr:TotalCharges", reason: "grows" }]);
    expect(columns).toEqual(["attr:Contract", "attr:MonthlyCharges"]);
  });

  it("says why there is no model", () => {
    const none = answerOf(spec, compute, { tables: tablesOf([], ["a"]), scope });
    expect(none.result).toMatchObject({ model: null, gap: "no-source", headline: { n: 0 } });
    expect(none.members("all")).toBeNull();
    const bare = tablesOfSet("rossi", ["week", "arrest"]);
    expect(resultOf(spec, compute, { tables: bare, scope, params: asRossi }).gap).toBe(
      "no-covariates",
    );
    const few = tablesOf(
      Array.from({ length: 30 }, (_, i) => ({ customer: `c${i % 9}`, on: 20_000 + i, amount: 1 })),
    );
    expect(resultOf(spec, compute, { tables: few, scope }).model).toBeNull();
  });
});
