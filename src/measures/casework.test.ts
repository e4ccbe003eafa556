import { describe, expect, it } from "vitest";
import { floatColumn, textColumn } from "../../tests/support/tables";
import { NO_CASEWORK, type Casework, type CaseWork, type OwnCase } from "../domain/casework";
import { columnOf, textAt, type Column, type Table } from "../kernel/table/column";
import { pickRows } from "../kernel/table/pick-rows";
import { caseBook, caseKeys, workedLinks, workedNumbers, workedTexts } from "./casework";

const TABLE: Table = {
  rowCount: 4,
  columns: new Map<string, Column>([
    ["complaintId", textColumn(["TS-1", "ts-2", undefined, undefined])],
    ["openedAt", floatColumn([100, 200, 300, 300])],
    ["complaintKind", textColumn(["质量", "交期", "交期", "交期"])],
    ["respondedAt", floatColumn([150, undefined, undefined, undefined])],
    ["owner", textColumn(["王", "李", "李", undefined])],
    ["status", textColumn(["处理中", "处理中", "处理中", "处理中"])],
  ]),
};

const workOn = (key: string, work: Omit<CaseWork, "changedAtMs">): Casework => ({
  ...NO_CASEWORK,
  done: new Map([[key, { ...work, changedAtMs: 1 }]]),
});
const OWN: OwnCase = { complaintId: "C20250101-01", openedAt: 900, text: "漏发", customer: null };
const column = <K extends "float64" | "dictionary">(id: string, kind: K) =>
  columnOf(TABLE, id, kind);

describe("caseKeys", () => {
  it("names a case by its number however it is written, else by moment, kind and text, and counts those alike", () => {
    const keys = caseKeys(TABLE);
    expect(keys[0]).toBe(caseKeys({ ...TABLE, rowCount: 1 })[0]);
    expect(keys[1]).toContain("id ");
    expect(new Set(keys).size).toBe(4);
    expect(keys[3]).toBe(`${keys[2]!} #2`);
  });

  it("names the same cases alike whatever rows an import gives them", () => {
    const turned = pickRows(TABLE, new Uint32Array([1, 0, 2, 3]));
    const [a, b, c, d] = caseKeys(TABLE);
    expect(caseKeys(turned)).toEqual([b, a, c, d]);
  });
});

describe("caseBook", () => {
  const key = caseKeys(TABLE)[1]!;

  it("lays what was done over what the table says, and leaves other cases as they are", () => {
    const book = caseBook(TABLE, workOn(key, { respondedAt: 260, owner: "赵", isEscalated: true }));
    const answered = workedNumbers("respondedAt", column("respondedAt", "float64"), book).values;
    expect([...answered]).toEqual([150, 260, NaN, NaN]);
    const owners = workedTexts("owner", column("owner", "dictionary"), book);
    expect([0, 1, 2, 3].map((row) => textAt(owners, row))).toEqual(["王", "赵", "李", null]);
    expect([...workedNumbers("isEscalated", undefined, book).values]).toEqual([NaN, 1, NaN, NaN]);
  });

  it("keeps a step out of the measures that the table dates nowhere, and says by the status that a case is over", () => {
    const book = caseBook(TABLE, workOn(key, { resolvedAt: 280, closedAt: 290 }));
    expect(workedNumbers("closedAt", undefined, book).values.every(Number.isNaN)).toBe(true);
    expect(textAt(workedTexts("status", column("status", "dictionary"), book), 1)).toBe("closed");
    expect(textAt(workedTexts("status", column("status", "dictionary"), book), 0)).toBe("处理中");
  });

  it("adds the complaints taken here below the others, until the data have their number", () => {
    const taken = new Map([["x", OWN]]);
    const book = caseBook(TABLE, { ...NO_CASEWORK, taken });
    expect(book.rowCount).toBe(5);
    expect(textAt(workedTexts("text", undefined, book), 4)).toBe("漏发");
    expect(workedNumbers("openedAt", column("openedAt", "float64"), book).values[4]).toBe(900);
    const links = { keys: ["甲", "乙"], rowOf: () => 1 };
    expect(textAt(workedLinks(undefined, book, links), 4)).toBe("乙");
    const columns = new Map(TABLE.columns).set(
      "complaintId",
      textColumn(["TS-1", "c20250101-01", undefined, undefined]),
    );
    expect(caseBook({ ...TABLE, columns }, { ...NO_CASEWORK, taken }).rowCount).toBe(4);
  });

  it("dates every step where all complaints were taken here", () => {
    const done = new Map([["id c20250101-01", { respondedAt: 950, changedAtMs: 1 }]]);
    const empty: Table = { rowCount: 0, columns: new Map() };
    const book = caseBook(empty, { ...NO_CASEWORK, done, taken: new Map([["x", OWN]]) });
    expect(book.measured.size).toBe(3);
    const key = book.keys[0]!;
    const answered = caseBook(empty, {
      ...NO_CASEWORK,
      done: new Map([[key, { respondedAt: 950, changedAtMs: 1 }]]),
      taken: new Map([["x", OWN]]),
    });
    expect([...workedNumbers("respondedAt", undefined, answered).values]).toEqual([950]);
  });
});
