import { describe, expect, it } from "vitest";
import { dayColumn, linkedTable } from "../../tests/support/linked-tables";
import { day, scopeOf, tablesOf, textColumn, type Line } from "../../tests/support/tables";
import type { ChurnCausesResult } from "../analyses/churn-causes/spec";
import type { Manifest } from "../domain/manifest";
import { OWN_EXITS, type OwnExit } from "../domain/own-exit";
import { parsed } from "../domain/own-work";
import { LEAST_EXITS } from "../domain/tenure";
import type { SurvivalResult } from "../analyses/survival/spec";
import { NOTHING_IN_FORCE, workDigest } from "../domain/work-in-force";
import { columnOf, textAt, type Table } from "../kernel/table/column";
import { AnalysisSession } from "./analysis-session";
import { exitsData } from "./own-exits";
import type { StoredData } from "./stored-generations";

const NAMES = Array.from({ length: 30 }, (_, i) => `客户${i}`);
const LINES: readonly Line[] = NAMES.map((customer) => ({
  customer,
  on: "2024-01-10",
  amount: 100,
}));
const made = tablesOf(LINES, NAMES);
const named = new Map([...made.customers.columns, ["customerName", textColumn(NAMES)]]);
const BASE = { ...made, customers: { ...made.customers, columns: named } };
const IMPORTED = linkedTable(BASE, ["客户0", "客户1"], {
  exitedOn: dayColumn(["2025-03-01", "2025-04-01"]),
  reasonGroup: textColumn(["自然", "过失"]),
  initiative: textColumn(["客户主动", "客户主动"]),
});
const ownExit = (name: string, change: Partial<OwnExit> = {}): OwnExit => ({
  customer: { id: name, name },
  exitedOn: day("2025-06-01"),
  reasonGroup: "竞争流失",
  initiative: "客户主动",
  competitor: "恒远电缆",
  changedAtMs: 1,
  ...change,
});

function stored(exits: Table | null) {
  const tables: Readonly<Record<string, Table>> = { ...BASE, ...(exits === null ? {} : { exits }) };
  const manifest: Manifest = {
    generation: "g1",
    previousGeneration: null,
    revision: 1,
    root: "",
    imports: [],
    tables: (["orders", "customers", "exits"] as const).flatMap((entity) => {
      const table = tables[entity];
      if (table === undefined) return [];
      const columns = [...table.columns].map(([id, { kind }]) => ({
        id,
        kind,
        fieldKind: "text" as const,
        label: id,
        missingCount: 0,
        distinctCount: null,
        chunks: [],
        dictionaryChunks: [],
      }));
      const nothing = { firstDay: null, lastDay: null, currency: null };
      return [{ entity, rowCount: table.rowCount, ...nothing, columns }];
    }),
  };
  const read: StoredData["table"] = (_workspace, _manifest, entity, ids) => {
    const { rowCount, columns } = tables[entity]!;
    const found = ids.flatMap((id) => {
      const column = columns.get(id);
      return column === undefined ? [] : [[id, column] as const];
    });
    return Promise.resolve({ rowCount, columns: new Map(found) });
  };
  return { manifest, read };
}

const written = (...own: readonly OwnExit[]) => new Map(own.map((one, i) => [String(i), one]));

describe("exits written down here over the data", () => {
  it("follow the imported rows with day, words and customer; one of nobody known has no customer", async () => {
    const { manifest, read } = stored(IMPORTED);
    const base = {
      manifest,
      read: (...[, entity, ids]: Parameters<Parameters<typeof exitsData>[0]["read"]>) =>
        read("w", manifest, entity, ids),
    };
    const own = written(ownExit("客户5", { intent: "x" }), ownExit("没有"));
    const seen = await exitsData(base, own);
    const table = await seen.read(seen.manifest, "exits", [
      "customer",
      "exitedOn",
      "reasonGroup",
      "competitor",
    ]);
    expect(table.rowCount).toBe(4);
    const groups = columnOf(table, "reasonGroup", "dictionary")!;
    expect([0, 1, 2, 3].map((row) => textAt(groups, row))).toEqual([
      "自然",
      "过失",
      "竞争流失",
      "竞争流失",
    ]);
    const links = columnOf(table, "customer", "dictionary")!;
    expect([0, 1, 2, 3].map((row) => textAt(links, row))).toEqual([
      "客户0",
      "客户1",
      "客户5",
      null,
    ]);
    expect([...columnOf(table, "exitedOn", "day")!.values.slice(2)]).toEqual([
      day("2025-06-01"),
      day("2025-06-01"),
    ]);
    const meta = seen.manifest.tables.find(({ entity }) => entity === "exits");
    expect(meta?.rowCount).toBe(4);
    expect(meta?.columns.map(({ id }) => id)).toContain("competitor");
  });

  it("are seen by the causes of churn, and gone from them when they are taken back", async () => {
    const { manifest, read } = stored(IMPORTED);
    const state = { work: NOTHING_IN_FORCE };
    const session = new AnalysisSession({
      manifest: () => Promise.resolve(manifest),
      table: read,
      work: () => Promise.resolve(state.work),
    } as unknown as StoredData);
    const ask = async (): Promise<ChurnCausesResult> => {
      await session.open("w");
      const question = { analysis: "churn-causes", params: {}, scope: scopeOf("2025-11-30") };
      const signal = new AbortController().signal;
      return (await session.run(question, {
        progress: () => undefined,
        signal,
      })) as ChurnCausesResult;
    };
    expect((await ask()).events).toBe(2);
    state.work = { ...NOTHING_IN_FORCE, exits: written(ownExit("客户5"), ownExit("客户6")) };
    const after = await ask();
    expect(after.events).toBe(4);
    expect(after.competitors).toMatchObject([{ name: "恒远电缆", customers: 2 }]);
    expect(after.causes.find(({ code }) => code === "competition")?.events).toBe(2);
    state.work = NOTHING_IN_FORCE;
    expect((await ask()).events).toBe(2);
  });

  it("say why from the first on where nothing is imported, and who left once there are enough of them", async () => {
    const { manifest, read } = stored(null);
    const state = { work: NOTHING_IN_FORCE };
    const session = new AnalysisSession({
      manifest: () => Promise.resolve(manifest),
      table: read,
      work: () => Promise.resolve(state.work),
    } as unknown as StoredData);
    const ask = async <R>(analysis: string): Promise<R> => {
      await session.open("w");
      const question = { analysis, params: {}, scope: scopeOf("2025-11-30") };
      const signal = new AbortController().signal;
      return (await session.run(question, { progress: () => undefined, signal })) as R;
    };
    const after = async (count: number) => {
      const exits = written(...NAMES.slice(0, count).map((name) => ownExit(name)));
      state.work = { ...NOTHING_IN_FORCE, exits };
      const causes = await ask<ChurnCausesResult>("churn-causes");
      const { source } = await ask<SurvivalResult>("survival");
      return { source, told: causes.causes.map(({ code, events }) => [code, events]) };
    };
    expect(await after(0)).toEqual({ source: "silence", told: [] });
    expect(await after(1)).toEqual({ source: "silence", told: [["competition", 1]] });
    expect(await after(LEAST_EXITS - 1)).toEqual({
      source: "silence",
      told: [["competition", LEAST_EXITS - 1]],
    });
    expect(await after(LEAST_EXITS)).toEqual({
      source: "contracts",
      told: [["competition", LEAST_EXITS]],
    });
  });

  it("count as the reader laid down of their reason, with the imported ones", async () => {
    const { manifest, read } = stored(IMPORTED);
    const state = { work: NOTHING_IN_FORCE };
    const session = new AnalysisSession({
      manifest: () => Promise.resolve(manifest),
      table: read,
      work: () => Promise.resolve(state.work),
    } as unknown as StoredData);
    const ask = async (): Promise<ChurnCausesResult> => {
      await session.open("w");
      const question = { analysis: "churn-causes", params: {}, scope: scopeOf("2025-11-30") };
      const signal = new AbortController().signal;
      return (await session.run(question, {
        progress: () => undefined,
        signal,
      })) as ChurnCausesResult;
    };
    const exits = written(ownExit("客户5"), ownExit("客户6", { reasonCode: "H-07" }));
    state.work = { ...NOTHING_IN_FORCE, exits };
    const events = ({ causes }: ChurnCausesResult) =>
      Object.fromEntries(causes.map(({ code, events: lost }) => [code, lost]));
    expect(events(await ask())).toEqual({ natural: 1, fault: 1, competition: 2 });
    const reading = { reason: "H-07", cause: "natural", changedAtMs: 1 } as const;
    state.work = { ...state.work, reasons: new Map([["h-07", reading]]) };
    expect(events(await ask())).toEqual({ natural: 2, fault: 1, competition: 1 });
    expect(workDigest(state.work)).not.toBe(workDigest({ ...NOTHING_IN_FORCE, exits }));
    state.work = { ...NOTHING_IN_FORCE, exits };
    expect(events(await ask())).toEqual({ natural: 1, fault: 1, competition: 2 });
  });

  it("change the name of the data, and are not read in another shape", () => {
    const digest = workDigest({ ...NOTHING_IN_FORCE, exits: written(ownExit("客户5")) });
    expect(workDigest(NOTHING_IN_FORCE)).toBe("");
    expect(digest).not.toBe("");
    expect(workDigest({ ...NOTHING_IN_FORCE, exits: written(ownExit("客户6")) })).not.toBe(digest);
    const records = new Map<string, unknown>([
      ["fine", ownExit("客户5")],
      ["nobody", { ...ownExit("客户5"), customer: null }],
      ["no day", { ...ownExit("客户5"), exitedOn: "2025-06-01" }],
      ["no text", { ...ownExit("客户5"), competitor: 5 }],
    ]);
    expect([...parsed(OWN_EXITS, records).keys()]).toEqual(["fine"]);
  });
});
