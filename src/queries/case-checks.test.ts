import { describe, expect, it } from "vitest";
import { linkedTable } from "../../tests/support/linked-tables";
import { day, floatColumn, scopeOf, tablesOf, textColumn } from "../../tests/support/tables";
import { resolveParams } from "../analyses/params";
import slaSpec from "../analyses/sla/spec";
import { CASEWORK, NO_CASEWORK, type CaseWork } from "../domain/casework";
import { MINUTES_PER_DAY } from "../domain/moment";
import { wilsonInterval } from "../kernel/stats/wilson";
import { caseKeys } from "../measures/casework";
import { caseDesk } from "./case-desk";
import type { CaseDesk, CheckLine } from "./case-types";

const SCOPE = scopeOf("2025-11-30");
const at = (iso: string, hours = 0): number => day(iso) * MINUTES_PER_DAY + hours * 60;
const base = tablesOf([], ["甲"]);
const TABLES = {
  ...base,
  complaints: linkedTable(base, ["甲", "甲", "甲", "甲", "甲"], {
    complaintId: textColumn(["1", "2", "3", "4", "old"]),
    openedAt: floatColumn([
      at("2025-02-03", 9),
      at("2025-02-10", 9),
      at("2025-11-03", 9),
      at("2025-11-30", 20),
      at("2023-01-01", 9),
    ]),
    respondedAt: floatColumn([
      at("2025-02-03", 12),
      at("2025-02-13", 9),
      undefined,
      undefined,
      at("2023-01-01", 10),
    ]),
    resolvedAt: floatColumn([at("2025-02-06"), at("2025-03-20"), undefined, undefined, undefined]),
    closedAt: floatColumn([at("2025-02-08"), at("2025-03-21"), undefined, undefined, undefined]),
    resolution: textColumn(["补发", undefined, undefined, undefined, undefined]),
  }),
};
const deskWith = (work: CaseWork | null, row = 0): CaseDesk => {
  const key = caseKeys(TABLES.complaints)[row] ?? "";
  const casework = { ...NO_CASEWORK, done: new Map(work === null ? [] : [[key, work]]) };
  const question = { scope: SCOPE, cell: null, sla: resolveParams(slaSpec.params, {}) };
  return caseDesk(TABLES, question, { customerRows: null, only: null, casework });
};
const lineOf = ({ checks }: CaseDesk, id: CheckLine["id"]): CheckLine | undefined =>
  checks.find((line) => line.id === id);

describe("the three principles and four keys", () => {
  it("are told by dates and outcomes of the cases of the period; what is in time yet is not judged", () => {
    const desk = deskWith(null);
    // 3 and 72 hours; the third waits for weeks, the fourth for four hours
    expect(lineOf(desk, "prompt")).toMatchObject({ n: 4, judged: 3, kept: 1 });
    expect(lineOf(desk, "remedied")).toMatchObject({ judged: 2, kept: 1 });
    // 2.6 and 37.6 days; the third has waited for 28
    expect(lineOf(desk, "corrected")).toMatchObject({ judged: 3, kept: 1 });
    expect(lineOf(desk, "followed")).toMatchObject({ judged: 2, kept: 2 });
    for (const id of ["courteous", "candid", "understood"] as const) {
      expect(lineOf(desk, id)).toMatchObject({ judged: 0, kept: 0, low: null, high: null });
    }
  });

  it("have Wilson's interval, and add up over the quarters", () => {
    const prompt = lineOf(deskWith(null), "prompt");
    expect(prompt).toMatchObject(wilsonInterval(1, 3));
    expect(prompt?.quarters).toEqual([
      { key: "2025-Q1", judged: 2, kept: 1 },
      { key: "2025-Q4", judged: 1, kept: 0 },
    ]);
  });

  it("are judged by hand before anything else", () => {
    const desk = deskWith({ checks: { prompt: false, candid: true }, changedAtMs: 1 });
    expect(lineOf(desk, "prompt")).toMatchObject({ judged: 3, kept: 0 });
    expect(lineOf(desk, "candid")).toMatchObject({ judged: 1, kept: 1 });
  });

  it("are part of the record of a case", () => {
    const work = { checks: { candid: true }, changedAtMs: 1 };
    expect(CASEWORK.parse(work)).toEqual(work);
    expect(CASEWORK.parse({ checks: { candid: 1 }, changedAtMs: 1 })).toBeNull();
  });
});
