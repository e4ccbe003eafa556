import { describe, expect, it } from "vitest";
import { ambientOf, day, scopeOf, tablesOf, type Line } from "../../tests/support/tables";
import { customerChange } from "./customer-change";

const OLD: Line[] = [
  { customer: "甲", on: "2025-01-10", amount: 100 },
  { customer: "乙", on: "2025-02-01", amount: 90 },
  { customer: "乙", on: "2025-03-31", amount: 20 },
  { customer: "丙", on: "2025-03-01", amount: 50 },
];
const NEW: Line[] = [
  { customer: "甲", on: "2025-04-20", amount: 400 },
  { customer: "丁", on: "2025-04-30", amount: 5 },
];
const both = tablesOf([...OLD, ...NEW]);
const scope = scopeOf("2025-04-30");
const added = { kind: "added", importedAtMs: 1, rows: NEW.length } as const;
const changeOf = (row: number, tables = both, asked = scope) =>
  customerChange(tables, ambientOf(tables, asked), row, added);

describe("customerChange", () => {
  it("compares with what the data said before the import, looked at from their last sale", () => {
    const change = changeOf(0);
    if (change.kind !== "known") throw new Error(change.kind);
    expect(change).toMatchObject({ newLines: 1, newSales: 400 });
    expect(change.before).toMatchObject({
      asOfDay: day("2025-03-31"),
      periodSales: 100,
      everOrderDays: 1,
      recencyDays: 80,
      stage: "winback",
    });
    expect(change.now).toMatchObject({ periodSales: 500, everOrderDays: 2, recencyDays: 10 });
  });

  it("gives the very scores that the data before the import give by themselves", () => {
    const alone = tablesOf(OLD);
    const until = { ...scopeOf("2025-03-31"), period: { ...scope.period } };
    const moved = scope.asOfDay - day("2025-03-31");
    const shifted = {
      ...until,
      period: {
        fromDay: (scope.period.fromDay - moved) as typeof scope.period.fromDay,
        toDay: (scope.period.toDay - moved) as typeof scope.period.toDay,
      },
    };
    for (const row of [0, 1, 2]) {
      const change = changeOf(row);
      // nothing is new in a table whose last rows are none
      const own = customerChange(alone, ambientOf(alone, shifted), row, { ...added, rows: 0 });
      if (change.kind !== "known" || own.kind !== "known") throw new Error("not known");
      expect(change.before).toEqual(own.now);
      expect(own.before).toEqual(own.now);
    }
  });

  it("knows no customer that came with the import", () => {
    const change = changeOf(3);
    if (change.kind !== "known") throw new Error(change.kind);
    expect(change.before).toMatchObject({ stage: null, rfm: null, recencyDays: null });
    expect(change.now.stage).toBe("acquire");
  });

  it("leaves the scores of now alone", () => {
    const again = changeOf(1);
    const fresh = tablesOf([...OLD, ...NEW]);
    expect(again).toEqual(changeOf(1, fresh));
  });

  it("says when there is nothing to compare with", () => {
    const ask = (last: Parameters<typeof customerChange>[3]) =>
      customerChange(both, ambientOf(both, scope), 0, last).kind;
    expect(ask({ kind: "first" })).toBe("none");
    expect(ask({ kind: "replaced", importedAtMs: 3 })).toBe("replaced");
    expect(ask({ ...added, rows: 6 })).toBe("none");
  });
});
