import type { Table } from "../kernel/table/column";
import { describe, expect, it } from "vitest";
import type { Manifest } from "../domain/manifest";
import type { Input } from "../analyses/define";
import type { HealthResult, OneHealth } from "../analyses/health/spec";
import type { WinbackResult } from "../analyses/winback/spec";
import { tablesOf, day } from "../../tests/support/tables";
import { analysisHandlers } from "./analysis-handlers";
import { ownWordsDigest, type OwnWords } from "../domain/text/own-words";
import { NOTHING_IN_FORCE } from "../domain/work-in-force";
import { AnalysisSession } from "./analysis-session";
import type { CallContext } from "./serve";
import type { StoredData } from "./stored-generations";

const LINES = [
  { customer: "甲", on: "2025-01-05", amount: 800, region: "华东", profit: 80 },
  { customer: "乙", on: "2025-02-05", amount: 150, region: "华东", profit: 10 },
  { customer: "丙", on: "2025-03-05", amount: 50, region: "华南", profit: 5 },
];

const SCOPE = {
  asOfDay: day("2025-03-31"),
  period: { fromDay: day("2025-01-01"), toDay: day("2025-03-31") },
  filters: [],
};

const context: CallContext = { signal: new AbortController().signal, progress: () => undefined };

/** Stored data in memory that notes which columns are read. */
function storedData(input: Input, generation = "g1"): { stored: StoredData; reads: string[] } {
  const reads: string[] = [];
  const manifest: Manifest = {
    generation,
    previousGeneration: null,
    revision: 1,
    root: "",
    imports: [],
    tables: (["orders", "customers"] as const).map((entity) => ({
      entity,
      rowCount: input[entity].rowCount,
      firstDay: null,
      lastDay: null,
      currency: null,
      columns: [...input[entity].columns].map(([id, { kind }]) => ({
        id,
        kind,
        fieldKind: "text",
        label: id,
        missingCount: 0,
        distinctCount: null,
        chunks: [],
        dictionaryChunks: [],
      })),
    })),
  };
  const stored: StoredData = {
    manifest: () => Promise.resolve(manifest),
    table: (_workspace, _manifest, entity, ids) => {
      reads.push(...ids.map((id) => `${entity}.${id}`));
      const table: Table = input[entity] ?? { rowCount: 0, columns: new Map() };
      const { rowCount, columns } = table;
      const found = ids.flatMap((id) => {
        const column = columns.get(id);
        return column === undefined ? [] : [[id, column] as const];
      });
      return Promise.resolve({ rowCount, columns: new Map(found) });
    },
    work: () => Promise.resolve(NOTHING_IN_FORCE),
    runs: () => Promise.resolve([]),
    keepRun: () => Promise.resolve(),
    generation: () => Promise.reject(new Error("not asked for here")),
    write: () => Promise.reject(new Error("not asked for here")),
    duplicate: () => Promise.reject(new Error("not here")),
    exclusively: (_workspace, _signal, body) => body(),
  };
  return { stored, reads };
}

describe("AnalysisSession", () => {
  it("says what an analysis says of one customer, whether or not it was asked before, and nothing where it has nothing", async () => {
    const lines = Array.from({ length: 12 }, (_, i) => ({
      customer: i % 2 === 0 ? "甲" : "乙",
      on: day("2025-01-07") + 7 * i,
      amount: 100,
    }));
    const { stored } = storedData(tablesOf(lines));
    const session = new AnalysisSession(stored);
    await session.open("w");
    const question = { analysis: "health", params: {}, scope: SCOPE };
    const told = await session.one({ ...question, customer: "甲" }, context);
    expect(told).toMatchObject({ line: { row: 0, name: "甲" } });
    const result = (await session.run(question, context)) as HealthResult;
    const other = (await session.one({ ...question, customer: "乙" }, context)) as OneHealth;
    expect(other.usual).toBe(result.headline.meanScore);
    expect(await session.one({ ...question, customer: "丙" }, context)).toBeNull();
    expect(
      await session.one({ ...question, analysis: "pareto", customer: "甲" }, context),
    ).toBeNull();
  });

  it("gives the list of an analysis part by part, as its result begins, and none where it has none", async () => {
    const lines = Array.from({ length: 60 }, (_, i) => {
      const first = i < 30 ? day("2023-01-01") + i : day("2024-11-01") + i;
      const days = [0, 10, 20, ...(i < 15 ? [220, 230] : [])];
      return days.map((after) => ({ customer: `客${i}`, on: first + after, amount: 100 + i }));
    }).flat();
    const { stored } = storedData(tablesOf(lines));
    const session = new AnalysisSession(stored);
    await session.open("w");
    const params = { source: "silence", windowDays: 60 };
    const question = { analysis: "winback", params, scope: SCOPE };
    const result = (await session.run(question, context)) as WinbackResult;
    const first = await session.listed({ ...question, offset: 0, limit: 4 }, context);
    expect(first.total).toBe(result.listed);
    expect(first.lines).toHaveLength(4);
    const next = await session.listed({ ...question, offset: 4, limit: 1000 }, context);
    expect(result.listed).toBe(30);
    expect([...first.lines, ...next.lines]).toEqual(result.lines);
    const none = await session.listed(
      { ...question, analysis: "pareto", offset: 0, limit: 9 },
      context,
    );
    expect(none).toEqual({ total: 0, lines: [] });
  });

  it("computes an analysis from the columns that it names, reading each once", async () => {
    const { stored, reads } = storedData(tablesOf(LINES));
    const session = new AnalysisSession(stored);
    await session.open("w");
    expect(reads).toEqual([]);
    const first = await session.run({ analysis: "pareto", params: {}, scope: SCOPE }, context);
    expect(first).toMatchObject({ kind: "answered", headline: { customers: 3, total: 1000 } });
    await session.run({ analysis: "pareto", params: { basis: "net" }, scope: SCOPE }, context);
    expect(new Set(reads).size).toBe(reads.length);
    expect(reads).toContain("orders.amount");
    expect(reads).not.toContain("orders.region");
  });

  it("reads the column of a filter when the filter is used", async () => {
    const { stored, reads } = storedData(tablesOf(LINES));
    const session = new AnalysisSession(stored);
    await session.open("w");
    const scope = {
      ...SCOPE,
      filters: [{ kind: "values", entity: "orders", column: "region", values: ["华东"] }] as const,
    };
    const result = await session.run({ analysis: "pareto", params: {}, scope }, context);
    expect(result).toMatchObject({ headline: { customers: 2, total: 950 } });
    expect(reads).toContain("orders.region");
  });

  it("reads the number column of a filter, and says what it holds when asked", async () => {
    const { stored, reads } = storedData(tablesOf(LINES));
    const session = new AnalysisSession(stored);
    await session.open("w");
    const of = { entity: "orders", column: "profit" } as const;
    const filter = { kind: "number", ...of, from: 10, to: null, withMissing: false } as const;
    const scope = { ...SCOPE, filters: [filter] };
    const result = await session.run({ analysis: "pareto", params: {}, scope }, context);
    expect(result).toMatchObject({ headline: { customers: 2, total: 950 } });
    expect(reads).toContain("orders.profit");
    const { extent } = analysisHandlers(session);
    expect(await extent({ ...of, kind: "number" }, context)).toEqual({
      kind: "number",
      range: { least: 5, greatest: 80 },
      missingCount: 0,
    });
    expect(await extent({ ...of, column: "attr:none", kind: "number" }, context)).toBeNull();
  });

  it("answers who is behind a cell, also when the analysis was never run", async () => {
    const { stored } = storedData(tablesOf(LINES));
    const session = new AnalysisSession(stored);
    await session.open("w");
    const cell = { analysis: "pareto", params: {}, cell: "top:80" };
    expect([...(await session.members(cell, SCOPE, context))]).toEqual([0]);
    expect([...(await session.members({ ...cell, cell: "no such cell" }, SCOPE, context))]).toEqual(
      [],
    );
  });

  it("learns what several ask for at once one time only, and asks by key whatever row a merge has moved it to", async () => {
    const { stored } = storedData(tablesOf(LINES));
    let learnt = 0;
    const session = new AnalysisSession({
      ...stored,
      runs: () => {
        learnt++;
        return Promise.resolve([]);
      },
    });
    await session.open("w");
    const question = { analysis: "churn-model", params: {}, scope: SCOPE };
    await Promise.all([
      session.run(question, context),
      session.run({ ...question, params: { replicates: 0 } }, context),
      session.one({ ...question, customer: "甲" }, context),
      session.said(["leaveChance"], SCOPE, context),
    ]);
    expect(learnt).toBe(1);
    expect(await session.one({ ...question, customer: "nobody" }, context)).toBeNull();
  });

  it("does not remember what was computed from data that are no longer open", async () => {
    const first = storedData(tablesOf(LINES), "g1");
    const second = storedData(tablesOf(LINES.slice(1)), "g2");
    let current = first;
    const session = new AnalysisSession({
      ...first.stored,
      manifest: (workspace) => current.stored.manifest(workspace),
      table: (...call) => current.stored.table(...call),
    });
    await session.open("w");
    const cell = { analysis: "pareto", params: {}, cell: "all" };
    const late = session.run({ analysis: "pareto", params: {}, scope: SCOPE }, context);
    current = second;
    await session.open("w");
    await late;
    expect([...(await session.members(cell, SCOPE, context))]).toEqual([0, 1]);
  });

  it("stops before the order book is made when the call is stopped on the way", async () => {
    const { stored } = storedData(tablesOf(LINES));
    const session = new AnalysisSession(stored);
    await session.open("w");
    const stop = new AbortController();
    const stopped: CallContext = { signal: stop.signal, progress: () => undefined };
    const run = session.run({ analysis: "pareto", params: {}, scope: SCOPE }, stopped);
    stop.abort();
    await expect(run).rejects.toMatchObject({ code: "E_CANCELLED" });
    const again = await session.run({ analysis: "pareto", params: {}, scope: SCOPE }, context);
    expect(again).toMatchObject({ kind: "answered" });
  });

  it("says that there are no data instead of showing none", async () => {
    const { stored } = storedData(tablesOf(LINES));
    const session = new AnalysisSession({ ...stored, manifest: () => Promise.resolve(null) });
    await expect(session.open("w")).rejects.toMatchObject({ code: "E_DB_MISSING" });
  });

  it("asks again under another name when the reader's words change, and reads no column twice", async () => {
    const { stored, reads } = storedData(tablesOf(LINES));
    let words: OwnWords = new Map();
    const session = new AnalysisSession({
      ...stored,
      work: () => Promise.resolve({ ...NOTHING_IN_FORCE, words }),
    });
    const before = await session.open("w");
    await session.run({ analysis: "pareto", params: {}, scope: SCOPE }, context);
    words = new Map([["stop", ["送货"]]]);
    const after = await session.open("w");
    expect(after.generation).toBe(before.generation + ownWordsDigest(words));
    await session.run({ analysis: "pareto", params: {}, scope: SCOPE }, context);
    expect(new Set(reads).size).toBe(reads.length);
    expect((await session.prepare(SCOPE, [], context)).ambient.ownWords).toBe(words);
  });

  it("forgets the old generation when a new one is opened", async () => {
    const first = storedData(tablesOf(LINES), "g1");
    const second = storedData(tablesOf(LINES.slice(0, 1)), "g2");
    let current = first;
    const session = new AnalysisSession({
      ...first.stored,
      manifest: (workspace) => current.stored.manifest(workspace),
      table: (...call) => current.stored.table(...call),
    });
    await session.open("w");
    await session.run({ analysis: "pareto", params: {}, scope: SCOPE }, context);
    current = second;
    await session.open("w");
    const result = await session.run({ analysis: "pareto", params: {}, scope: SCOPE }, context);
    expect(result).toMatchObject({ headline: { customers: 1, total: 800 } });
  });
});
