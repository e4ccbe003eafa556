import { loadCompute } from "../../src/analyses/computes";
import { acceptedColumns, columnIdsOf, columnsValue } from "../../src/analyses/column-params";
import type { Answer, ColumnsOf, Compute, Input } from "../../src/analyses/define";
import { resolveParams } from "../../src/analyses/params";
import { dayExtent } from "../../src/domain/day-extent";
import { ENTITIES, type Entity } from "../../src/domain/entities";
import { NO_REASON_READINGS } from "../../src/domain/exit-reasons";
import type { Generation } from "../../src/domain/generation";
import { NO_GRADE_BOOK } from "../../src/domain/grade-book";
import type { Needs } from "../../src/domain/readiness";
import { NO_CASE_RULES } from "../../src/domain/case-rules";
import { NO_OWN_CAMPAIGNS } from "../../src/domain/own-campaign";
import { NO_PAY_PROMISES } from "../../src/domain/pay-promise";
import { VOCABULARY } from "../../src/domain/vocabulary";
import type { Scope } from "../../src/domain/scope";
import { NO_OWN_WORDS } from "../../src/domain/text/own-words";
import { assemble } from "../../src/ingest/assemble";
import type { SheetRead } from "../../src/ingest/plan";
import { epochDay } from "../../src/kernel/base/calendar";
import { seededRng } from "../../src/kernel/base/rng";
import type { Table } from "../../src/kernel/table/column";
import { linkedThroughRecords } from "../../src/measures/record-customers";
import { callOf, HELP, WrongCall, type Call } from "./call";
import { readTable } from "./tables";

/** The seed of the analysis worker, so that both give the same draws. */
const SEED = 20251130;

interface Output {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

interface Answered {
  readonly kind: string;
  readonly headline?: Readonly<Record<string, number | null>>;
}

/** Runs a command line. @returns the exit code: 0, or 2 for a call that cannot be answered */
export async function main(args: readonly string[], { stdout, stderr }: Output): Promise<number> {
  if (args.includes("--help") || args.includes("-h")) {
    stdout.write(HELP);
    return 0;
  }
  try {
    const answer = await answerOf(callOf(args));
    stdout.write(`${JSON.stringify(answer, plain)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof WrongCall)) throw error;
    stderr.write(`${error.message}\n`);
    return 2;
  }
}

/** Typed arrays become plain arrays; what is not a number becomes null. */
function plain(_key: string, value: unknown): unknown {
  return ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>) : value;
}

async function answerOf(call: Call) {
  const { spec } = call;
  const reads: SheetRead[] = [];
  for (const table of call.tables) reads.push(await readTable(table, call.maps));
  const generation = assemble(null, reads, "append");
  const input = inputOf(generation);
  const [missing] = missingNeeds(spec.needs, input);
  if (missing !== undefined) throw new WrongCall(`the tables have no ${missing}; use --map`);
  const scope = scopeOf(call, input);
  const compute = await loadCompute(spec.id);
  if (compute === undefined) throw new WrongCall(`${spec.id} has no compute`);
  const columnsOf: ColumnsOf = (entity) => generation[entity]?.columns ?? [];
  const all = { orderRows: null, customerRows: null };
  const ambient = {
    scope,
    ...all,
    columnsOf,
    ownWords: NO_OWN_WORDS,
    reasonReadings: NO_REASON_READINGS,
    questionTags: new Map(),
    payPromises: NO_PAY_PROMISES,
    ownCampaigns: NO_OWN_CAMPAIGNS,
    caseRules: NO_CASE_RULES,
    causeReadings: new Map(),
    gradeBook: NO_GRADE_BOOK,
    rng: seededRng(SEED),
  };
  const given = withColumnIds(call, columnsOf);
  // The registry knows the parameters only by their spec, which has just resolved them.
  const params = resolveParams(spec.params, given) as never;
  const { result } = finished(compute(input, params, ambient));
  const answered = result as Answered;
  return {
    analysis: spec.id,
    revision: spec.revision,
    headline: answered.headline ?? {},
    result,
    issues: reads.map(({ entity, rowsRead, rowsKept, issues }) => ({
      table: entity,
      rowsRead,
      rowsKept,
      ...issues,
    })),
  };
}

/** The parameters of a call with column ids where it gives headers. @throws WrongCall for a column that cannot be meant */
function withColumnIds({ spec, params }: Call, columnsOf: ColumnsOf): Call["params"] {
  const given = { ...params };
  for (const [name, param] of Object.entries(spec.params)) {
    const text = given[name];
    if ((param.kind !== "column" && param.kind !== "columns") || typeof text !== "string") continue;
    const accepted = acceptedColumns(param, columnsOf);
    const ids = columnIdsOf(text).map((asked) => {
      const column =
        accepted.find(({ id }) => id === asked) ?? accepted.find(({ label }) => label === asked);
      if (column !== undefined) return column.id;
      const known = accepted.map(({ label }) => label).join(", ");
      throw new WrongCall(`${name}: no column "${asked}" in ${param.entity}; there are ${known}`);
    });
    given[name] = columnsValue(ids);
  }
  return given;
}

function inputOf(generation: Generation): Input {
  const tables: Partial<Record<Entity, Table>> = {};
  for (const entity of ENTITIES) {
    const stored = generation[entity];
    if (stored !== undefined) tables[entity] = stored.table;
  }
  const { orders, customers } = generation;
  const all = { ...tables, orders: orders.table, customers: customers.table };
  return { ...all, ...linkedThroughRecords(all) };
}

function missingNeeds(needs: Needs, input: Input): readonly string[] {
  return ENTITIES.flatMap((entity) =>
    (needs[entity] ?? [])
      .filter((column) => input[entity]?.columns.has(column) !== true)
      .map((column) => `${entity}.${column}`),
  );
}

function finished(compute: Compute<unknown>): Answer<unknown> {
  if (!("next" in compute)) return compute;
  for (;;) {
    const step = compute.next();
    if (step.done === true) return step.value;
  }
}

/** Surveys may come without days; nothing then depends on what day it is. */
const needsDays = (needs: Needs): boolean =>
  ENTITIES.some((entity) => {
    const { dayField } = VOCABULARY[entity];
    return dayField !== null && needs[entity]?.includes(dayField) === true;
  });

/** All the data up to the as-of day, unless the call says otherwise; the orders say which days there are, else all tables. */
function scopeOf({ spec, asOfDay, period }: Call, input: Input): Scope {
  const hasOrders = input.orders.rowCount > 0;
  const extents = (hasOrders ? (["orders"] as const) : ENTITIES).map((entity) =>
    dayExtent(entity, input[entity]),
  );
  const first = Math.min(...extents.map((extent) => extent.first));
  const last = Math.max(...extents.map((extent) => extent.last));
  const isDayless = first > last && asOfDay === null;
  if (isDayless && needsDays(spec.needs))
    throw new WrongCall("the tables have no readable day; use --as-of");
  const asOf = asOfDay ?? epochDay(isDayless ? 0 : last);
  const all = { fromDay: epochDay(Math.min(first, asOf)), toDay: asOf };
  return { asOfDay: asOf, period: period ?? all, filters: [] };
}
