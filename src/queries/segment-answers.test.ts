import { describe, expect, it } from "vitest";
import { linkedTable, momentColumn } from "../../tests/support/linked-tables";
import { surveyTable, type TestAnswer } from "../../tests/support/surveys";
import { scopeOf, tablesOf, textColumn } from "../../tests/support/tables";
import type { AnswerScore } from "../domain/segment-rule";
import type { Tables } from "../measures/order-book";
import { answerColumn } from "./segment-answers";
import { segmentNeeds } from "./segment-rows";

const BARE = tablesOf([], ["甲", "乙", "丙"]);
const nps = (customer: string, on: string, score: number): TestAnswer => {
  return { customer, on, question: "推荐", kind: "nps", score, scale: [0, 10] };
};
const ANSWERS: readonly TestAnswer[] = [
  nps("甲", "2025-03-01", 3),
  nps("甲", "2025-06-01", 9),
  nps("甲", "2025-06-01", 7),
  // After the as-of day: nobody knows it yet.
  nps("甲", "2026-01-01", 0),
  nps("乙", "2025-02-01", 10),
  { customer: "乙", on: "2025-02-01", question: "满意", kind: "csat", score: 4 },
  { customer: "丙", on: "2025-02-01", question: "满意", kind: "csat" },
];
const COMPLAINTS = linkedTable(BARE, ["甲", "甲", "乙", "甲"], {
  openedAt: momentColumn(["2025-05-01", "2025-06-01", "2025-06-01", "2026-02-01"]),
  status: textColumn(["已关闭", "处理中", "处理中", "处理中"]),
});
const TABLES: Tables = { ...BARE, surveys: surveyTable(BARE, ANSWERS), complaints: COMPLAINTS };
const SCOPE = scopeOf("2025-11-30");
const valuesOf = (id: AnswerScore, tables: Tables = TABLES) => {
  const column = answerColumn(tables, id, SCOPE);
  return column?.kind === "float64" ? [...column.values] : undefined;
};

describe("answerColumn", () => {
  it("takes the latest recommendation up to the day, the lower of two of one day", () => {
    expect(valuesOf("latestNps")).toEqual([7, 10, NaN]);
  });

  it("takes satisfaction as a share of its scale", () => {
    expect(valuesOf("latestSatisfaction")).toEqual([NaN, 0.75, NaN]);
  });

  it("counts the complaints that are not over, and none for who never complained", () => {
    expect(valuesOf("openComplaints")).toEqual([1, 1, 0]);
  });

  it("cannot be asked without the table", () => {
    for (const id of ["latestNps", "latestSatisfaction", "openComplaints"] as const)
      expect(valuesOf(id, BARE)).toBeUndefined();
  });
});

describe("segmentNeeds", () => {
  it("reads surveys and complaints only for rules that ask for them", () => {
    const needs = (id: "sales" | AnswerScore) =>
      segmentNeeds([
        {
          kind: "rules",
          joins: "all",
          rules: [{ field: { source: "score", id }, condition: { kind: "missing" }, isNot: false }],
        },
      ]);
    expect(needs("sales").surveys).toBeUndefined();
    expect(needs("latestNps").surveys).toContain("answeredOn");
    expect(needs("openComplaints").complaints).toContain("status");
    expect(needs("openComplaints").orders).toEqual(needs("sales").orders);
  });
});
