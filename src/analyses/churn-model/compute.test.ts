import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import {
  floatColumn,
  scopeOf,
  tablesOf,
  textColumn,
  type Line,
} from "../../../tests/support/tables";
import { survivalRows } from "../../../tests/support/survival-files";
import { telcoReference, telcoRows } from "../../../tests/support/telco";
import { seededRng } from "../../kernel/base/rng";
import type { Column } from "../../kernel/table/column";
import { columnsValue } from "../column-params";
import type { Input } from "../define";
import compute from "./compute";
import spec, { type AtRiskLine, type OneAtRisk } from "./spec";

const SCOPE = scopeOf("2025-12-31");
const answer = (tables: Input, params = {}) =>
  answerOf(spec, compute, { tables, scope: SCOPE, params });
const result = (tables: Input, params = {}) =>
  resultOf(spec, compute, { tables, scope: SCOPE, params });

/** A customer table of its own, without any order. */
function customersOf(columns: Readonly<Record<string, Column>>): Input {
  const rowCount = Object.values(columns)[0]!.length;
  return {
    orders: { rowCount: 0, columns: new Map() },
    customers: { rowCount, columns: new Map(Object.entries(columns)) },
  };
}

const reference = telcoReference();
const NUMBERS = ["tenure", "MonthlyCharges", "TotalCharges"];

function telcoTables(order: (rows: ReturnType<typeof telcoRows>) => ReturnType<typeof telcoRows>) {
  const test = new Set(reference.split.test_rows);
  const rows = order(telcoRows().map((row, i) => ({ ...row, test: test.has(i) ? "Yes" : "No" })));
  const columns: Record<string, Column> = {
    key: textColumn(rows.map((row) => row["customerID"]!)),
    "attr:Churn": textColumn(rows.map((row) => row["Churn"]!)),
    "attr:test": textColumn(rows.map((row) => row["test"]!)),
  };
  for (const id of NUMBERS) {
    const texts = rows.map((row) => row[id]!.trim());
    columns[`attr:${id}`] = floatColumn(texts.map((text) => (text === "" ? 0 : Number(text))));
  }
  for (const id of reference.features.one_hot_all_levels) {
    columns[`attr:${id}`] = textColumn(rows.map((row) => row[id]!));
  }
  return customersOf(columns);
}

describe("churn-model on Telco with the fixed split of the reference", () => {
  const telco = telcoTables((rows) => rows);
  const params = { label: "attr:Churn", split: "attr:test", calibration: "none" } as const;

  it("gives scikit-learn's AUC, log-loss, Brier score and lift of the ridge regression", () => {
    const { headline, card } = result(telco, { ...params, model: "logistic" });
    const expected = reference.models.logistic_l2_C1.test;
    expect(headline.n).toBe(7043);
    expect(headline.events).toBe(1869);
    expect([card!.testCustomers, card!.testEvents, card!.trainEvents]).toEqual([1761, 467, 1402]);
    expectClose(headline.auc!, expected.auc, { rel: 1e-4 });
    expectClose(headline.logLoss!, expected.log_loss, { rel: 1e-4 });
    expectClose(headline.brier!, expected.brier, { rel: 1e-4 });
    expectClose(headline.topDecileLift!, expected.top_decile_lift, { rel: 1e-4 });
  });

  it("reaches its tuned boosting with trees: AUC within 0.01, log-loss within 0.015", () => {
    const { headline, card } = result(telco, { ...params, calibration: "platt" });
    const expected = reference.models.hist_gradient_boosting_tuned.test_mean;
    expect(card!.chosen).toBe("trees");
    expect(Math.abs(headline.auc! - expected.auc)).toBeLessThan(0.01);
    expect(Math.abs(headline.logLoss! - expected.log_loss)).toBeLessThan(0.015);
    expect(headline.brierSkill!).toBeGreaterThan(0.3);
  });

  it("does not depend on the order of the rows, also with a split drawn by itself", () => {
    const turned = telcoTables((rows) => rows.toReversed());
    const drawn = { label: "attr:Churn", folds: 2 };
    const [one, two] = [result(telco, drawn), result(turned, drawn)];
    expect(two.headline).toEqual(one.headline);
    expect(two.list!.lines.map(({ name }) => name)).toEqual(
      one.list!.lines.map(({ name }) => name),
    );
  });

  it("explains each customer by parts that rise with the chance, in words of the table", () => {
    const { list, card } = result(telco, params);
    expect(list!.customers).toBe(5174);
    expect(list!.lines).toHaveLength(50);
    const [first] = list!.lines;
    expect(first!.reasons.some(({ part }) => part > 0)).toBe(true);
    const strongest = card!.features[0]!;
    expect(["attr:Contract", "attr:tenure"]).toContain(strongest.id);
    const chances = list!.lines.map(({ chance }) => chance);
    expect(chances).toEqual(chances.toSorted((a, b) => b - a));
  });

  it("opens the customers behind what it shows", () => {
    const { members, result: found } = answer(telco, params);
    if (found.kind !== "answered") throw new Error("refused");
    expect(members("held:10")).toHaveLength(177);
    expect(members("at-risk")).toHaveLength(found.list!.atRisk.customers);
    expect(members("held:11")).toBeNull();
  });

  it("says of any one customer what its list says, with its place among all", () => {
    const { members, of, result: found } = answer(telco, params);
    if (found.kind !== "answered") throw new Error("refused");
    const list = found.list!;
    const [first, second] = list.lines;
    const told = (row: number) => of!(row) as OneAtRisk | null;
    expect(told(first!.row)).toEqual({
      line: first,
      rank: 1,
      customers: list.customers,
      usual: list.expected / list.customers,
      from: list.atRisk.from,
      windowDays: null,
      features: found.card!.features,
    });
    expect(told(second!.row)!.line).toEqual(second);
    const today = members("all")!;
    const some = Array.from(
      today.filter((_, i) => i % 97 === 0),
      (row) => told(row)!,
    );
    for (const one of some)
      for (const other of some)
        expect(Math.sign(one.rank - other.rank)).toBe(
          Math.sign(other.line.chance - one.line.chance),
        );
    const left = telco.customers.columns.get("attr:Churn")!;
    const gone = Array.from({ length: telco.customers.rowCount }, (_, row) => row).find(
      (row) => !today.includes(row) && left.length > row,
    )!;
    expect(told(gone)).toBeNull();
    expect(told(-1)).toBeNull();
  });

  it("lists all of today's customers, as the result begins, by falling chance", () => {
    const { listing, result: found } = answer(telco, params);
    if (found.kind !== "answered") throw new Error("refused");
    const { lines, customers: many } = found.list!;
    expect(listing!.length).toBe(many);
    const all = Array.from({ length: many }, (_, place) => listing!.line(place) as AtRiskLine);
    expect(all.slice(0, lines.length)).toEqual(lines);
    expect(new Set(all.map(({ row }) => row)).size).toBe(many);
    expect(all.every(({ chance }, i) => i === 0 || chance <= all[i - 1]!.chance)).toBe(true);
    const atRisk = all.filter(({ chance }) => chance >= found.list!.atRisk.from);
    expect(atRisk).toHaveLength(found.list!.atRisk.customers);
    expect(lines[0]!.key).toMatch(/^\d{4}-[A-Z]{5}$/);
  });

  it("leaves out a column that gives the answer away, and names it", () => {
    const columns = new Map(telco.customers.columns);
    columns.set(
      "attr:Reason",
      textColumn(telcoRows().map((row) => (row["Churn"] === "Yes" ? "price" : "-"))),
    );
    const leaky = { ...telco, customers: { ...telco.customers, columns } };
    const found = result(leaky, { ...params, folds: 2 });
    expect(found.leftOut).toContainEqual({ id: "attr:Reason", reason: "tells-the-answer" });
    expect(found.card!.features.map(({ id }) => id)).not.toContain("attr:Reason");
  });

  it("leaves out the time that was watched, which is shorter where somebody left", () => {
    const rows = survivalRows("rossi");
    const columns: Record<string, Column> = { key: textColumn(rows.map((_, i) => `r${i}`)) };
    for (const name of ["week", "arrest", "fin", "age", "race", "wexp", "mar", "paro", "prio"])
      columns[`attr:${name}`] = floatColumn(rows.map((row) => Number(row[name])));
    const released = customersOf(columns);
    const found = result(released, { label: "attr:arrest", folds: 2 });
    expect(found.leftOut).toContainEqual({ id: "attr:week", reason: "tells-the-answer" });
    expect(found.headline.auc ?? 0.5).toBeLessThan(0.8);
  });
});

/** Customers with features that say nothing, or something, of who left. */
function drawnCustomers(n: number, strength: number): Input {
  const rng = seededRng(9);
  const score = Array.from({ length: n }, () => 2 * rng.next() - 1);
  const left = score.map((one) => (rng.next() < 1 / (1 + Math.exp(1 - strength * one)) ? 1 : 0));
  return customersOf({
    key: textColumn(score.map((_, i) => `K${i}`)),
    hasChurned: floatColumn(left),
    "attr:score": floatColumn(score),
    "attr:noise": floatColumn(score.map(() => rng.next())),
  });
}

describe("churn-model", () => {
  it("refuses a list when the model is no better than the share of events", () => {
    const found = result(drawnCustomers(400, 0));
    expect(found.refusal).toMatchObject({ code: "not-better" });
    expect(found.list).toBeNull();
    expect(found.headline.n).toBe(400);
  });

  it("finds the churn field by itself and learns what it can", () => {
    const found = result(drawnCustomers(1500, 5));
    expect(found.source).toBe("label");
    expect(found.card!.features[0]!.id).toBe("attr:score");
    expect(found.headline.auc!).toBeGreaterThan(0.85);
  });

  it("refuses below ten events a parameter and says what is needed and there", () => {
    const small = drawnCustomers(50, 5);
    const found = result(small);
    expect(found.refusal).toMatchObject({ code: "few-events", need: 20 });
    expect(found.refusal!.have).toBeLessThan(20);
    const fewer = result(small, { features: columnsValue(["attr:score"]) });
    expect(fewer.headline.parameters).toBe(1);
  });

  it("asks for a column or for orders when nothing says who left", () => {
    const { hasChurned, ...rest } = Object.fromEntries(drawnCustomers(80, 1).customers.columns);
    expect(hasChurned).toBeDefined();
    expect(result(customersOf(rest)).refusal).toEqual({ code: "no-label", need: 1, have: 0 });
  });
});

/** Customers that buy every 10 days until they stop, some of them for good; slow ones stop more often. */
function rhythmicLines(customers: number): Line[] {
  const rng = seededRng(4);
  const lines: Line[] = [];
  for (let c = 0; c < customers; c++) {
    const gap = 5 + rng.below(30);
    const stops = rng.next() < gap / 50 ? rng.below(700) : 800;
    for (let day = rng.below(gap); day < Math.min(700, stops); day += 1 + rng.below(2 * gap)) {
      lines.push({ customer: `客户${c}`, on: 20_453 - 700 + day, amount: 100 + rng.below(50) });
    }
  }
  return lines;
}

describe("churn-model from orders", () => {
  const lines = rhythmicLines(900);
  const tables = tablesOf(lines);
  const scope = scopeOf(20_453);
  const found = resultOf(spec, compute, { tables, scope });

  it("learns at an earlier day, tests at a later one, and scores those who still buy", () => {
    expect(found.source).toBe("orders");
    const { split } = found.card!;
    if (split.kind !== "time") throw new Error(split.kind);
    expect(split.testDay - split.trainDay).toBe(found.windowDays);
    expect(split.testDay).toBe(20_453 - found.windowDays!);
    expect(found.headline.auc!).toBeGreaterThan(0.6);
    expect(found.list!.stakeFrom).toBe("sales");
  });

  it("says how today's customers differ from those it learnt from", () => {
    const drift = found.card!.sinceLearnt!;
    expect(drift.before).toBe(found.card!.trainCustomers);
    expect(drift.now).toBe(found.list!.customers);
    expect(drift.features.map(({ id }) => id).toSorted()).toEqual(
      found.card!.features.map(({ id }) => id).toSorted(),
    );
    // All have been there for longer by now.
    const tenure = drift.features.find(({ id }) => id === "tenure");
    expect(tenure!.index).toBeGreaterThan(0.25);
    const others = drift.features.filter(({ id }) => id !== "tenure");
    expect(found.headline.psiMost).toBe(others[0]!.index);
    expect(found.headline.psiChance).toBe(drift.chance!.index);
  });

  it("looks at nothing after the cut-off: what comes later changes labels only", () => {
    const later = lines.map((line) =>
      Number(line.on) > 20_453 - found.windowDays! ? { ...line, amount: line.amount * 9 } : line,
    );
    const again = resultOf(spec, compute, { tables: tablesOf(later), scope });
    expect(again.headline.auc).toBe(found.headline.auc);
    expect(again.headline.logLoss).toBe(found.headline.logLoss);
    expect(again.headline.atStake).not.toBe(found.headline.atStake);
  });

  it("refuses a history of less than three windows", () => {
    const short = result(tables, { windowDays: 300, source: "orders" });
    expect(short.refusal).toMatchObject({ code: "short-history", need: 900 });
  });
});
