import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linkedTable } from "../../tests/support/linked-tables";
import { day, floatColumn, scopeOf, tablesOf, textColumn } from "../../tests/support/tables";
import { resolveParams } from "../analyses/params";
import slaSpec from "../analyses/sla/spec";
import { CASEWORK, NO_CASEWORK, type CaseWork } from "../domain/casework";
import { MINUTES_PER_DAY } from "../domain/moment";
import { wilsonInterval } from "../kernel/stats/wilson";
import { complaintCases } from "../measures/complaint-cases";
import { MET, MISSED, responses, solutions } from "../measures/complaint-promises";
import { caseKeys } from "../measures/casework";
import { calendarClock } from "../measures/working-clock";
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
  const question = {
    scope: SCOPE,
    cell: null,
    missed: null,
    sla: resolveParams(slaSpec.params, {}),
  };
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

const QUESTION = { scope: SCOPE, cell: null, missed: null, sla: resolveParams(slaSpec.params, {}) };
const ALL = { customerRows: null, only: null, casework: NO_CASEWORK };
type Columns = Parameters<typeof linkedTable>[2];
const tablesWith = (columns: Columns) => ({
  ...base,
  complaints: linkedTable(
    base,
    Array.from({ length: 4 }, () => "甲"),
    columns,
  ),
});

describe("a table that does not write a thing down", () => {
  const columns: Columns = {
    complaintId: textColumn(["1", "2", "3", "4"]),
    openedAt: floatColumn([1, 2, 3, 4].map((k) => at(`2025-03-0${String(k)}`, 9))),
    status: textColumn(["已关闭", "已关闭", "处理中", "处理中"]),
    isSatisfied: floatColumn([1, undefined, undefined, undefined]),
    // written down here, of the first: the table has no such words
    resolution: textColumn(["补发", undefined, undefined, undefined]),
  };
  const tables = tablesWith(columns);
  const [first = ""] = caseKeys(tables.complaints);
  const work = {
    resolution: "补发",
    respondedAt: at("2025-03-01", 10),
    resolvedAt: at("2025-03-02"),
    closedAt: at("2025-03-03"),
    changedAtMs: 1,
  };
  const linesWith = (done: CaseWork) =>
    caseDesk(tables, QUESTION, {
      ...ALL,
      casework: { ...NO_CASEWORK, done: new Map([[first, done]]) },
    });

  it("has no share of it, neither of those kept here nor of those missed", () => {
    const desk = linesWith(work);
    for (const id of ["remedied", "prompt", "followed", "corrected"] as const) {
      expect(lineOf(desk, id), id).toMatchObject({ n: 4, judged: 0, kept: 0 });
    }
  });

  it("is overruled by hand, and by the cases taken here, which write down all", () => {
    const desk = linesWith({ ...work, checks: { prompt: false } });
    expect(lineOf(desk, "prompt")).toMatchObject({ judged: 1, kept: 0 });
    const own = { complaintId: "1", openedAt: at("2025-03-01", 9), customer: null };
    const casework = {
      ...NO_CASEWORK,
      done: new Map([[first, work]]),
      taken: new Map([["x", own]]),
    };
    const taken = caseDesk(tables, QUESTION, { ...ALL, casework });
    for (const id of ["remedied", "prompt", "followed", "corrected"] as const) {
      expect(lineOf(taken, id), id).toMatchObject({ judged: 1, kept: 1 });
    }
  });
});

describe("moments are judged as under the response times", () => {
  const HOUR = 60;
  const start = at("2025-10-06");
  const verdicts = (columns: Columns) => {
    const tables = tablesWith(columns);
    const { cases } = caseDesk(tables, QUESTION, ALL);
    const period = { fromDay: day("2025-01-01"), toDay: SCOPE.asOfDay };
    const book = complaintCases(tables.complaints, { scope: SCOPE, period, customerRows: null });
    const limits = new Float64Array(book.n).fill(QUESTION.sla.limitHours);
    const said = (codes: Uint8Array) =>
      Array.from(codes, (code) => ({ [MET]: true, [MISSED]: false })[code] ?? null);
    const byId = cases.toSorted((a, b) => Number(a.id) - Number(b.id));
    return {
      prompt: byId.map(({ checks }) => checks.prompt),
      corrected: byId.map(({ checks }) => checks.corrected),
      response: said(responses(book, calendarClock, limits).verdicts),
      solution: said(solutions(book, QUESTION.sla.resolveDays).verdicts),
    };
  };

  it("before the opening is unknown, mere dates count as days, and solved soon is answered soon", () => {
    const ids = textColumn(["1", "2", "3", "4"]);
    const hours = verdicts({
      complaintId: ids,
      openedAt: floatColumn([
        start + 9 * HOUR,
        start + 9 * HOUR,
        start + 9 * HOUR,
        start + 9 * HOUR,
      ]),
      respondedAt: floatColumn([start - 7 * 24 * HOUR, start + 10 * HOUR, undefined, undefined]),
      resolvedAt: floatColumn([undefined, undefined, start + 20 * HOUR, start - 1]),
      status: textColumn(["已关闭", "已关闭", "已关闭", "已关闭"]),
    });
    expect(hours.prompt).toEqual([null, true, true, null]);
    expect(hours.corrected).toEqual([null, null, true, null]);
    // Monday to Tuesday at 15:00 is one day where the openings are dates
    const dates = verdicts({
      complaintId: ids,
      openedAt: floatColumn([start, start, start, start]),
      respondedAt: floatColumn([start + 39 * HOUR, start + 49 * HOUR, undefined, undefined]),
    });
    expect(dates.prompt).toEqual([true, false, false, false]);
  });

  it("for whatever moments", () => {
    const moment = fc.option(
      fc.integer({ min: -48, max: 24 * 20 }).map((hours) => start + hours * HOUR),
      { nil: undefined },
    );
    const moments = fc.array(moment, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.boolean(), moments, moments, moments, (isDay, replies, ends, closes) => {
        const { prompt, corrected, response, solution } = verdicts({
          complaintId: textColumn(["1", "2", "3", "4"]),
          openedAt: floatColumn([0, 9, 30, 55].map((h) => start + (isDay ? 24 : h) * HOUR)),
          respondedAt: floatColumn(replies),
          resolvedAt: floatColumn(ends),
          closedAt: floatColumn(closes),
          status: textColumn(["已关闭", undefined, "处理中", undefined]),
        });
        expect(prompt).toEqual(response);
        expect(corrected).toEqual(solution);
      }),
    );
  });
});

describe("the cases behind a check", () => {
  it("are those that its line counts: of the period, open or over, all of them", () => {
    const n = 600;
    const rows = Array.from({ length: n }, (_, k) => k);
    const opened = rows.map((k) => at(k % 2 === 0 ? "2025-03-03" : "2023-03-03", 9) + k);
    const complaints = linkedTable(
      base,
      rows.map(() => "甲"),
      {
        complaintId: textColumn(rows.map(String)),
        openedAt: floatColumn(opened),
        respondedAt: floatColumn(opened.map((moment) => moment + 3 * MINUTES_PER_DAY)),
        resolvedAt: floatColumn(opened.map((moment) => moment + 4 * MINUTES_PER_DAY)),
      },
    );
    const desk = caseDesk({ ...base, complaints }, { ...QUESTION, missed: "prompt" }, ALL);
    const { judged, kept } = lineOf(desk, "prompt")!;
    expect(judged - kept).toBe(n / 2);
    expect(desk.cases).toHaveLength(judged - kept);
    expect(desk).toMatchObject({ n, over: n });
  });
});
