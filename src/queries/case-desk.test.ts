import { describe, expect, it } from "vitest";
import { linkedTable } from "../../tests/support/linked-tables";
import { floatColumn, scopeOf, tablesOf, textColumn } from "../../tests/support/tables";
import { NO_CASEWORK } from "../domain/casework";
import { MINUTES_PER_DAY } from "../domain/moment";
import { caseKeys } from "../measures/casework";
import { caseDesk } from "./case-desk";

const SCOPE = scopeOf("2025-11-30");
const END = (SCOPE.asOfDay + 1) * MINUTES_PER_DAY;
const before = (days: number): number => END - days * MINUTES_PER_DAY;
const base = tablesOf([], ["甲", "乙"]);
const TABLES = {
  ...base,
  complaints: linkedTable(base, ["甲", "乙", "甲", "甲", "乙"], {
    complaintId: textColumn(["1", "2", "3", "4", "5"]),
    openedAt: floatColumn([before(0.5), before(3), before(30), before(40), before(50)]),
    respondedAt: floatColumn([undefined, undefined, before(29), before(39), before(49)]),
    resolvedAt: floatColumn([undefined, undefined, undefined, before(20), before(48)]),
    closedAt: floatColumn([undefined, undefined, undefined, undefined, before(40)]),
    cause: textColumn([undefined, undefined, "漏装", "漏装", "漏装"]),
    owner: textColumn(["王", "王", "李", undefined, "李"]),
  }),
};
const QUESTION = { scope: SCOPE, limitHours: 24, stuckDays: 7 };
const ALL = { customerRows: null, casework: NO_CASEWORK };

describe("caseDesk", () => {
  it("lists what is not over, stuck and longest waiting first, with the step to be done next", () => {
    const desk = caseDesk(TABLES, QUESTION, ALL);
    expect(desk).toMatchObject({ open: 4, over: 1, stuck: 2, late: 1 });
    expect(desk.cases.map(({ id, step }) => [id, step])).toEqual([
      ["3", "solve"],
      ["4", "close"],
      ["2", "respond"],
      ["1", "respond"],
      ["5", null],
    ]);
    expect(desk.cases.filter(({ isLate }) => isLate).map(({ id }) => id)).toEqual(["2"]);
    expect(desk.words.owner).toEqual(["李", "王"]);
  });

  it("follows the work of the user, also after the as-of day and where the table dates no such step", () => {
    const keys = caseKeys(TABLES.complaints);
    const done = new Map([[keys[1]!, { respondedAt: END + 5, changedAtMs: 1 }]]);
    const columns = new Map(TABLES.complaints.columns);
    columns.delete("respondedAt");
    const complaints = { ...TABLES.complaints, columns };
    const casework = { ...NO_CASEWORK, done };
    const desk = caseDesk({ ...TABLES, complaints }, QUESTION, { customerRows: null, casework });
    const one = desk.cases.find(({ id }) => id === "2")!;
    expect(one).toMatchObject({
      respondedAt: END + 5,
      step: "cause",
      waitedDays: 0,
      isLate: false,
    });
  });

  it("has nothing without complaints", () => {
    expect(caseDesk(base, QUESTION, ALL)).toMatchObject({ cases: [], open: 0, over: 0 });
  });
});
