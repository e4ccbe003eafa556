import { DRIVER_IDS } from "../../domain/cost-driver";
import type { Table } from "../../kernel/table/column";
import { customerNameOf } from "../../measures/customer-name";
import type { Whale } from "./curve";
import type { Cause, CauseLine, LossLine } from "./spec";
import { grossOf, type Statement } from "./statement";

const LOSSES_LISTED = 20;
const CAUSES: readonly Cause[] = ["goods", "returned", ...DRIVER_IDS];

/** Why each loss-making customer loses, by place in `causes`. */
export interface LossCauses {
  /** rows, largest loss last, as in the ranking */
  readonly rows: Uint32Array;
  readonly causes: readonly Cause[];
}

/** What a cause took from a customer: goods count when they brought less than nothing. */
function weightOf(statement: Statement, cause: Cause, row: number): number {
  if (cause === "goods") return statement.goods === null ? 0 : 0 - statement.goods[row]!;
  if (cause === "returned") return statement.returned[row]!;
  return statement.costs[DRIVER_IDS.indexOf(cause)]![row]!;
}

/** The largest of what a loss-making customer cost; the earlier of equals. */
function mainCause(statement: Statement, row: number): Cause {
  let main: Cause = "goods";
  let most = weightOf(statement, main, row);
  for (const cause of CAUSES) {
    const weight = weightOf(statement, cause, row);
    if (weight > most) [main, most] = [cause, weight];
  }
  return main;
}

export function lossCausesOf(statement: Statement, { ranking, lossCustomers }: Whale): LossCauses {
  const rows = ranking.customers.slice(ranking.customers.length - lossCustomers);
  return { rows, causes: Array.from(rows, (row) => mainCause(statement, row)) };
}

/** The loss tail by cause, the dearest first. Every loss-making customer has one cause, so the parts add up. */
export function causeLines(
  statement: Statement,
  { rows, causes }: LossCauses,
  profits: Float64Array,
): readonly CauseLine[] {
  return CAUSES.flatMap((cause): CauseLine[] => {
    const line = { cause, customers: 0, loss: 0, cost: 0, alone: 0 };
    rows.forEach((row, place) => {
      if (causes[place] !== cause) return;
      const cost = weightOf(statement, cause, row);
      const profit = profits[row]!;
      line.customers++;
      line.loss += profit;
      line.cost += cost;
      if (profit + cost >= 0) line.alone++;
    });
    return line.customers === 0 ? [] : [line];
  }).sort((one, other) => one.loss - other.loss);
}

export function lossLines(
  statement: Statement,
  { rows, causes }: LossCauses,
  profits: Float64Array,
  customers: Table,
): readonly LossLine[] {
  const lines: LossLine[] = [];
  for (let k = rows.length - 1; k >= Math.max(0, rows.length - LOSSES_LISTED); k--) {
    const row = rows[k]!;
    const gross = grossOf(statement, row);
    lines.push({
      row,
      name: customerNameOf(customers, row),
      profit: profits[row]!,
      gross,
      costToServe: gross - profits[row]!,
      cause: causes[k]!,
    });
  }
  return lines;
}
