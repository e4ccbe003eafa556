import { loadCompute } from "../../src/analyses/computes";
import type { Answer, Compute, Input } from "../../src/analyses/define";
import { resolveParams } from "../../src/analyses/params";
import type { Scope } from "../../src/domain/scope";
import { assemble } from "../../src/ingest/assemble";
import type { SheetRead } from "../../src/ingest/plan";
import { epochDay } from "../../src/kernel/base/calendar";
import { seededRng } from "../../src/kernel/base/rng";
import { requiredColumn } from "../../src/kernel/table/column";
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
  const input: Input = { orders: generation.orders.table, customers: generation.customers.table };
  const scope = scopeOf(call, input);
  const compute = await loadCompute(spec.id);
  if (compute === undefined) throw new WrongCall(`${spec.id} has no compute`);
  const ambient = { scope, orderRows: null, customerRows: null, rng: seededRng(SEED) };
  // The registry knows the parameters only by their spec, which has just resolved them.
  const params = resolveParams(spec.params, call.params) as never;
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

function finished(compute: Compute<unknown>): Answer<unknown> {
  if (!("next" in compute)) return compute;
  for (;;) {
    const step = compute.next();
    if (step.done === true) return step.value;
  }
}

/** All the data up to the as-of day, unless the call says otherwise. */
function scopeOf({ asOfDay, period }: Call, { orders }: Input): Scope {
  const days = requiredColumn(orders, "orderedOn", "day").values;
  if (days.length === 0) throw new WrongCall("the orders have no readable row");
  let first = days[0] as number;
  let last = first;
  for (const day of days) {
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const asOf = asOfDay ?? epochDay(last);
  const all = { fromDay: epochDay(Math.min(first, asOf)), toDay: asOf };
  return { asOfDay: asOf, period: period ?? all, filters: [] };
}
