import { describe, expect, it } from "vitest";
import { linkedTable } from "../../tests/support/linked-tables";
import { floatColumn, scopeOf, tablesOf, textColumn } from "../../tests/support/tables";
import slaSpec from "../analyses/sla/spec";
import { resolveParams } from "../analyses/params";
import type { CaseRules } from "../domain/case-rules";
import { NO_CASEWORK, type Casework } from "../domain/casework";
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
    respondedAt: floatColumn([undefined, undefined, before(28.9), before(38.9), before(48.9)]),
    resolvedAt: floatColumn([undefined, undefined, undefined, before(20), before(48)]),
    closedAt: floatColumn([undefined, undefined, undefined, undefined, before(40)]),
    cause: textColumn([undefined, undefined, "漏装", "漏装", "漏装"]),
    owner: textColumn(["王", "王", "李", undefined, "李"]),
  }),
};
const QUESTION = { scope: SCOPE, cell: null, missed: null, sla: resolveParams(slaSpec.params, {}) };
const ALL = { customerRows: null, only: null, casework: NO_CASEWORK };

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
    const desk = caseDesk({ ...TABLES, complaints }, QUESTION, {
      customerRows: null,
      only: null,
      casework,
    });
    const one = desk.cases.find(({ id }) => id === "2")!;
    expect(one).toMatchObject({
      respondedAt: END + 5,
      step: "cause",
      waitedDays: 0,
      isLate: false,
    });
  });

  it("puts first what the rules say, promises each priority its own hours, and names whom a case goes to", () => {
    const rules: CaseRules = {
      priorities: new Map([
        ["急", { name: "急", rank: 1, limitHours: 8, changedAtMs: 1 }],
        ["缓", { name: "缓", rank: 2, limitHours: 100, changedAtMs: 1 }],
      ]),
      matrix: new Map(),
      escalations: new Map([
        [
          "1",
          {
            step: "solve",
            severity: null,
            priority: null,
            afterHours: 24 * 7,
            to: "质量部",
            changedAtMs: 1,
          },
        ],
      ]),
    };
    const columns = new Map(TABLES.complaints.columns);
    columns.set("priority", textColumn(["急", "缓", undefined, "缓", undefined]));
    const complaints = { ...TABLES.complaints, columns };
    const casework = { ...NO_CASEWORK, rules };
    const desk = caseDesk({ ...TABLES, complaints }, QUESTION, {
      customerRows: null,
      only: null,
      casework,
    });
    expect(desk.cases.map(({ id, limitHours }) => [id, limitHours])).toEqual([
      ["1", 8],
      ["4", 100],
      ["2", 100],
      ["3", 24],
      ["5", 24],
    ]);
    // the first waits 12 hours, the second 72
    expect(desk.cases.filter(({ isLate }) => isLate).map(({ id }) => id)).toEqual(["1"]);
    expect(desk.cases.filter(({ due }) => due !== null).map(({ id }) => id)).toEqual(["3"]);
    expect(desk).toMatchObject({ late: 1, due: 1 });
    expect(desk.cases[3]?.due?.rule).toMatchObject({ to: "质量部" });
  });

  it("has a late case handed up where there is no rule, until it was", () => {
    const desk = caseDesk(TABLES, QUESTION, ALL);
    expect(desk.cases.filter(({ due }) => due !== null).map(({ id }) => id)).toEqual(["2"]);
    const keys = caseKeys(TABLES.complaints);
    const columns = new Map(TABLES.complaints.columns);
    columns.set("isEscalated", floatColumn([0, 1, 0, 0, 0]));
    expect(keys).toHaveLength(5);
    const told = caseDesk(
      { ...TABLES, complaints: { ...TABLES.complaints, columns } },
      QUESTION,
      ALL,
    );
    expect(told).toMatchObject({ late: 1, due: 0 });
  });

  it("waits by working hours where the promises are judged by them", () => {
    // 2025-11-30 is a Sunday: since Friday 12:00 six working hours have gone by
    const sla = { ...QUESTION.sla, clock: "working" as const, limitHours: 8 };
    const columns = new Map(TABLES.complaints.columns);
    columns.set(
      "openedAt",
      floatColumn([before(2.5), before(3.5), before(30), before(40), before(50)]),
    );
    const tables = { ...TABLES, complaints: { ...TABLES.complaints, columns } };
    const late = (question: typeof QUESTION): readonly (string | null)[] =>
      caseDesk(tables, question, ALL)
        .cases.filter(({ isLate }) => isLate)
        .map(({ id }) => id);
    expect(late({ ...QUESTION, sla })).toEqual(["2"]);
    expect(late(QUESTION).toSorted()).toEqual(["1", "2"]);
  });

  it("judges what was done after the as-of day by its own moment, in working hours too", () => {
    // opened on Friday 2025-11-28 at 15:00, answered here more than three weeks later
    const opened = before(2) - 9 * 60;
    const columns = new Map(TABLES.complaints.columns);
    columns.set("openedAt", floatColumn([opened, before(3), before(30), before(40), before(50)]));
    const complaints = { ...TABLES.complaints, columns };
    const done = new Map([
      [caseKeys(complaints)[0]!, { respondedAt: opened + 22 * MINUTES_PER_DAY, changedAtMs: 1 }],
    ]);
    const sla = { ...QUESTION.sla, clock: "working" as const, limitHours: 8 };
    const promptBy = (chosen: typeof sla): boolean | null | undefined =>
      caseDesk(
        { ...TABLES, complaints },
        { ...QUESTION, sla: chosen },
        {
          ...ALL,
          casework: { ...NO_CASEWORK, done },
        },
      ).cases.find(({ id }) => id === "1")?.checks.prompt;
    expect(promptBy(sla)).toBe(false);
    // some 130 working hours
    expect(promptBy({ ...sla, limitHours: 300 })).toBe(true);
  });

  it("says nothing of promises by a calendar without working time", () => {
    const sla = { ...QUESTION.sla, clock: "working" as const, dayFrom: 9, dayTo: 9 };
    const desk = caseDesk(TABLES, { ...QUESTION, sla }, ALL);
    expect(desk).toMatchObject({ n: 5, late: 0, due: 0 });
    expect(desk.cases.map(({ checks }) => checks.prompt)).toEqual([null, null, null, null, null]);
  });

  it("waits for a cause only where the data themselves name causes", () => {
    const columns = new Map(TABLES.complaints.columns);
    columns.set("cause", textColumn([undefined, undefined, "漏装", undefined, undefined]));
    const complaints = { ...TABLES.complaints, columns };
    const steps = (casework: Casework): readonly (string | null)[] =>
      caseDesk({ ...TABLES, complaints }, QUESTION, { ...ALL, casework }).cases.map(
        ({ step }) => step,
      );
    const unsolved = (casework: Casework): number =>
      steps(casework).filter((step) => step === "cause").length;
    columns.set(
      "resolvedAt",
      floatColumn([undefined, undefined, undefined, undefined, before(48)]),
    );
    expect(unsolved(NO_CASEWORK)).toBe(1);
    const done = new Map([[caseKeys(complaints)[2]!, { cause: "漏装", changedAtMs: 1 }]]);
    expect(unsolved({ ...NO_CASEWORK, done })).toBe(0);
  });

  it("has nothing without complaints", () => {
    expect(caseDesk(base, QUESTION, ALL)).toMatchObject({ cases: [], open: 0, over: 0 });
  });
});
