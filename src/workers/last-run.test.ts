import { describe, expect, it } from "vitest";
import { floatColumn, scopeOf, textColumn } from "../../tests/support/tables";
import type { ChurnModelResult } from "../analyses/churn-model/spec";
import type { Manifest } from "../domain/manifest";
import { withRun, type KeptRun } from "../domain/run-record";
import { NOTHING_IN_FORCE } from "../domain/work-in-force";
import { seededRng } from "../kernel/base/rng";
import type { Column, Table } from "../kernel/table/column";
import { AnalysisSession } from "./analysis-session";
import type { CallContext } from "./serve";
import type { StoredData } from "./stored-generations";

const N = 900;
const KINDS = { float64: "number", dictionary: "text", day: "date" } as const;
const context: CallContext = { signal: new AbortController().signal, progress: () => undefined };

/** Customers of whom those with a high score left; `shift` moves another property of all of them. */
function customersOf(seed: number, shift: number): Table {
  const rng = seededRng(seed);
  const score = Array.from({ length: N }, () => rng.next());
  const columns: readonly (readonly [string, Column])[] = [
    ["key", textColumn(score.map((_, i) => `K${i}`))],
    ["hasChurned", floatColumn(score.map((one) => Number(rng.next() < one)))],
    ["attr:score", floatColumn(score)],
    ["attr:visits", floatColumn(score.map(() => rng.next() + shift))],
  ];
  return { rowCount: N, columns: new Map(columns) };
}

/** A workspace in memory whose customers change with every import. */
function workspaceInMemory() {
  const state = { generation: "g1", customers: customersOf(1, 0), runs: [] as readonly KeptRun[] };
  const manifest = (): Manifest => ({
    generation: state.generation,
    previousGeneration: null,
    revision: 1,
    root: "",
    imports: [],
    tables: [
      {
        entity: "customers",
        rowCount: N,
        firstDay: null,
        lastDay: null,
        currency: null,
        columns: [...state.customers.columns].map(([id, { kind }]) => ({
          id,
          kind,
          fieldKind: id === "hasChurned" ? "flag" : KINDS[kind],
          label: id,
          missingCount: 0,
          distinctCount: null,
          chunks: [],
          dictionaryChunks: [],
        })),
      },
    ],
  });
  const stored: StoredData = {
    manifest: () => Promise.resolve(manifest()),
    table: (_workspace, _manifest, entity, ids) => {
      const none: Table = { rowCount: 0, columns: new Map() };
      const { rowCount, columns } = entity === "customers" ? state.customers : none;
      const found = [...columns].filter(([id]) => ids.includes(id));
      return Promise.resolve({ rowCount, columns: new Map(found) });
    },
    work: () => Promise.resolve(NOTHING_IN_FORCE),
    runs: () => Promise.resolve(state.runs),
    keepRun: (_workspace, question, record) => {
      const body: unknown = JSON.parse(JSON.stringify(record.body));
      state.runs = withRun(state.runs, question, { ...record, body });
      return Promise.resolve();
    },
    generation: () => Promise.reject(new Error("not asked for here")),
    write: () => Promise.reject(new Error("not asked for here")),
    duplicate: () => Promise.reject(new Error("not asked for here")),
    exclusively: () => Promise.reject(new Error("not asked for here")),
  };
  const session = new AnalysisSession(stored);
  const ask = async (asOf: string, params = {}) => {
    await session.open("w");
    const question = { analysis: "churn-model", params, scope: scopeOf(asOf) };
    const result = (await session.run(question, context)) as ChurnModelResult;
    if (result.card === null) throw new Error(result.refusal?.code);
    return { ...result, card: result.card };
  };
  return { state, ask };
}

describe("the churn model over two imports", () => {
  it("says what it said before the import, and what has moved since", async () => {
    const { state, ask } = workspaceInMemory();
    const first = await ask("2025-06-30");
    expect(first.card.lastRun).toBeNull();
    expect((await ask("2025-06-30")).card.lastRun).toBeNull();
    expect((await ask("2025-06-30", { folds: 3 })).card.lastRun).toBeNull();

    state.generation = "g2";
    state.customers = customersOf(2, 0.4);
    const { card, headline } = await ask("2025-07-31");
    expect(card.lastRun).toMatchObject({
      asOfDay: scopeOf("2025-06-30").asOfDay,
      n: N,
      events: first.headline.events,
    });
    expect(headline.lastAuc).toBe(first.headline.auc);
    expect(headline.lastAucP!).toBeGreaterThan(0.05);
    const [moved, still] = card.lastRun!.drift.features;
    expect(moved).toMatchObject({ id: "attr:visits" });
    expect(moved!.index).toBeGreaterThan(0.25);
    expect(still!.p).toBeGreaterThan(0.001);
    // Looking back before the earlier run compares with nothing, and forgets nothing.
    expect((await ask("2025-05-31")).card.lastRun).toBeNull();
    expect((await ask("2025-07-31")).headline.lastAuc).toBe(first.headline.auc);
    expect(state.runs).toHaveLength(2);
  });
});
