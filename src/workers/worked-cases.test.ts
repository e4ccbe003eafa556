import { describe, expect, it } from "vitest";
import { linkedTable } from "../../tests/support/linked-tables";
import { floatColumn, scopeOf, tablesOf, textColumn } from "../../tests/support/tables";
import { NO_CASE_RULES, priorityRuleKey, type CaseRules } from "../domain/case-rules";
import { NO_CASEWORK, type Casework } from "../domain/casework";
import type { Manifest } from "../domain/manifest";
import { MINUTES_PER_DAY } from "../domain/moment";
import { NOTHING_IN_FORCE, type WorkInForce } from "../domain/work-in-force";
import { caseKeys } from "../measures/casework";
import type { Table } from "../kernel/table/column";
import { resolveParams } from "../analyses/params";
import slaSpec, { type SlaResult } from "../analyses/sla/spec";
import type { CaseDesk } from "../queries/case-types";
import { AnalysisSession } from "./analysis-session";
import { analysisHandlers } from "./analysis-handlers";
import type { StoredData } from "./stored-generations";

const SCOPE = scopeOf("2025-11-30");
const CONTEXT = { progress: () => undefined, signal: new AbortController().signal };
const AT = (SCOPE.asOfDay - 20) * MINUTES_PER_DAY + 600;

interface Row {
  readonly id: string;
  readonly answeredAfter?: number;
  readonly owner: string;
}
const FIRST: readonly Row[] = [
  { id: "TS-1", owner: "王", answeredAfter: 60 },
  { id: "TS-2", owner: "李" },
];

const base = tablesOf([], ["甲", "乙"]);
const complaintsOf = (rows: readonly Row[]): Table =>
  linkedTable(
    base,
    rows.map(() => "甲"),
    {
      complaintId: textColumn(rows.map(({ id }) => id)),
      openedAt: floatColumn(rows.map(() => AT)),
      respondedAt: floatColumn(
        rows.map(({ answeredAfter }) =>
          answeredAfter === undefined ? undefined : AT + answeredAfter,
        ),
      ),
      owner: textColumn(rows.map(({ owner }) => owner)),
    },
  );

/** A store whose complaints and whose user's work can be changed. */
function store() {
  const state = {
    generation: "g1",
    complaints: complaintsOf(FIRST),
    work: NOTHING_IN_FORCE,
    reads: [] as string[],
  };
  const tables = (): Readonly<Record<string, Table>> => ({
    ...base,
    complaints: state.complaints,
  });
  const manifest = (): Manifest => ({
    generation: state.generation,
    previousGeneration: null,
    revision: 1,
    root: "",
    imports: [],
    tables: (["orders", "customers", "complaints"] as const).map((entity) => ({
      entity,
      rowCount: tables()[entity]!.rowCount,
      firstDay: null,
      lastDay: null,
      currency: null,
      columns: [...tables()[entity]!.columns].map(([id, { kind }]) => ({
        id,
        kind,
        fieldKind: "text" as const,
        label: id,
        missingCount: 0,
        distinctCount: null,
        chunks: [],
        dictionaryChunks: [],
      })),
    })),
  });
  const stored: StoredData = {
    manifest: () => Promise.resolve(manifest()),
    table: (_workspace, _manifest, entity, ids) => {
      const { rowCount, columns } = tables()[entity]!;
      state.reads.push(...ids.map((id) => `${entity}.${id}`));
      const found = ids.flatMap((id) => {
        const column = columns.get(id);
        return column === undefined ? [] : [[id, column] as const];
      });
      return Promise.resolve({ rowCount, columns: new Map(found) });
    },
    work: () => Promise.resolve(state.work),
    runs: () => Promise.resolve([]),
    keepRun: () => Promise.resolve(),
    generation: () => Promise.reject(new Error("not asked for here")),
    write: () => Promise.reject(new Error("not asked for here")),
    duplicate: () => Promise.reject(new Error("not here")),
    exclusively: (_workspace, _signal, body) => body(),
  };
  return { state, session: new AnalysisSession(stored) };
}

async function judged(session: AnalysisSession): Promise<SlaResult> {
  await session.open("w");
  const question = { analysis: "sla", params: {}, scope: SCOPE };
  return (await session.run(question, CONTEXT)) as SlaResult;
}

const working = (cases: Casework): WorkInForce => ({ ...NOTHING_IN_FORCE, cases });
const [, second] = caseKeys(complaintsOf(FIRST));
const ANSWERED: Casework = {
  ...NO_CASEWORK,
  done: new Map([[second!, { respondedAt: AT + 120, owner: "赵", changedAtMs: 1 }]]),
};

describe("rules of priorities over the data", () => {
  it("give every complaint its priority, and are gone when they are taken back; work on a case goes before them", async () => {
    const { state, session } = store();
    const rule = { kind: null, severity: null, priority: "急", changedAtMs: 1 };
    const rules: CaseRules = {
      ...NO_CASE_RULES,
      priorities: new Map([["急", { name: "急", rank: 1, limitHours: 0.5, changedAtMs: 1 }]]),
      matrix: new Map([[priorityRuleKey(null, null), rule]]),
    };
    expect((await judged(session)).headline).toMatchObject({ n: 2, within24h: 0.5 });
    state.work = working({ ...NO_CASEWORK, rules });
    const ruled = await judged(session);
    // answered after an hour, promised within half of one
    expect(ruled.headline).toMatchObject({ n: 2, within24h: 0 });
    expect(ruled.hasOwnLimits).toBe(true);
    state.work = working({
      ...NO_CASEWORK,
      rules,
      done: new Map([[second!, { priority: "缓", changedAtMs: 1 }]]),
    });
    const groups = (await judged(session)).groups.find(({ dimension }) => dimension === "priority");
    expect(groups?.lines.map(({ name, limitHours }) => [name, limitHours]).toSorted()).toEqual(
      [
        ["急", 0.5],
        ["缓", 24],
      ].toSorted(),
    );
    state.work = NOTHING_IN_FORCE;
    const after = await judged(session);
    expect(after.headline).toMatchObject({ n: 2, within24h: 0.5 });
    expect(after.groups.some(({ dimension }) => dimension === "priority")).toBe(false);
  });
});

describe("work on complaints over the data", () => {
  it("is seen by the measures, and gone from them when it is taken back", async () => {
    const { state, session } = store();
    expect((await judged(session)).headline).toMatchObject({ n: 2, within24h: 0.5 });
    state.work = working(ANSWERED);
    const after = await judged(session);
    expect(after.headline).toMatchObject({ n: 2, within24h: 1 });
    const owners = after.groups.find(({ dimension }) => dimension === "owner")!;
    expect(owners.lines.map(({ name }) => name).toSorted()).toEqual(["王", "赵"].toSorted());
    state.work = NOTHING_IN_FORCE;
    expect((await judged(session)).headline).toMatchObject({ n: 2, within24h: 0.5 });
  });

  it("stands when the table of complaints is imported again in another order, with rows before", async () => {
    const { state, session } = store();
    state.work = working(ANSWERED);
    await judged(session);
    state.generation = "g2";
    state.complaints = complaintsOf([{ id: "TS-0", owner: "王" }, ...FIRST.toReversed()]);
    const again = await judged(session);
    expect(again.headline).toMatchObject({ n: 3, judged: 3, missed: 1 });
    const owners = again.groups.find(({ dimension }) => dimension === "owner")!;
    expect(owners.lines.map(({ name }) => name)).toContain("赵");
  });

  it("has the complaints taken here in the measures and on the desk, with their customer", async () => {
    const { state, session } = store();
    const own = {
      complaintId: "C20251120-01",
      openedAt: AT,
      customer: { id: null, name: "乙" },
      text: "漏发",
    };
    state.work = working({ ...NO_CASEWORK, taken: new Map([["x", own]]) });
    expect((await judged(session)).headline).toMatchObject({ n: 3 });
    const { cases } = analysisHandlers(session);
    const question = {
      scope: SCOPE,
      cell: null,
      missed: null,
      sla: resolveParams(slaSpec.params, {}),
    };
    const desk = (await cases(question, CONTEXT)) as CaseDesk;
    expect(desk.cases.find(({ id }) => id === "C20251120-01")).toMatchObject({
      isOwn: true,
      step: "respond",
      isLate: true,
      text: "漏发",
    });
  });

  it("is not read again with every other table when only the work has changed", async () => {
    const { state, session } = store();
    await judged(session);
    const before = state.reads.filter((read) => read.startsWith("orders.")).length;
    state.work = working(ANSWERED);
    await judged(session);
    expect(state.reads.filter((read) => read.startsWith("orders.")).length).toBe(before);
  });
});

describe("the complaints behind a mark", () => {
  it("are those alone, also the ones that are over, with the rows of the data and of complaints taken here", async () => {
    const { session } = store();
    await session.open("w");
    const handlers = analysisHandlers(session);
    const ask = async (cell: string | null): Promise<CaseDesk> => {
      const question = {
        scope: SCOPE,
        cell: cell === null ? null : { analysis: "sla", params: {}, cell },
        missed: null,
        sla: resolveParams(slaSpec.params, {}),
      };
      return (await handlers.cases(question, CONTEXT)) as CaseDesk;
    };
    expect((await ask(null)).n).toBe(2);
    const own = await ask("complaint-by:owner:王");
    expect(own.cases.map(({ id }) => id)).toEqual(["TS-1"]);
    expect((await ask("complaint-by:owner:nobody")).n).toBe(0);
  });
});
