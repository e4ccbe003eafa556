import { PARETO_AMOUNT_SHARE, SERVICE_LEVEL } from "../../domain/rule-book";
import { countForShare } from "../../kernel/stats/concentration";
import { quantileOfSorted } from "../../kernel/stats/quantile";
import { compensatedSum } from "../../kernel/stats/sum";
import type { Table } from "../../kernel/table/column";
import { numbersOf } from "../../measures/cost-driver";
import { customerNameOf } from "../../measures/customer-name";
import { valueRanking } from "../../measures/grades";
import type { LevelCell, ServedLine, ServedList, ServiceLevels } from "./spec";
import { grossOf, type Statement } from "./statement";

const LINES_LISTED = 20;

type ProfitLevel = LevelCell["profit"];
type Potential = LevelCell["potential"];

/** Where each ranked customer stands; arrays by place in `rows`, most gross profit first. */
export interface Served {
  readonly rows: Uint32Array;
  readonly gross: Float64Array;
  readonly costs: Float64Array;
  readonly profit: readonly ProfitLevel[];
  readonly potential: readonly Potential[];
  /** +1 served beyond, −1 short of what it brings, 0 about right */
  readonly verdicts: Int32Array;
  readonly intensity: number;
  readonly potentialFrom: ServiceLevels["potentialFrom"];
}

/** How the potential of customers can be known. */
export interface Outlook {
  readonly customers: Table;
  /** sales of the days looked at, and of as many days before; null unless the data cover those */
  readonly sales: Float64Array;
  readonly salesBefore: Float64Array | null;
}

/**
 * Who is served beyond or below what they bring.
 *
 * High profit: the customers that make 80 % of the gross profit. High potential: a given potential at or above the median of
 * those known; else more sales than in the period before. Over-served: more than 1.5 times the cost to serve that their gross
 * profit would buy at the average, without a high potential. Under-served: less than half of it, with a high profit or potential.
 *
 * @returns null when serving cost nothing or nobody's goods earned anything
 */
export function servedOf(statement: Statement, outlook: Outlook): Served | null {
  const size = statement.returned.length;
  const grossByRow = new Float64Array(size);
  for (const row of statement.customers) grossByRow[row] = grossOf(statement, row);
  const ranking = valueRanking(statement.customers, grossByRow);
  const rows = ranking.customers;
  const costs = Float64Array.from(rows, (row) => statement.served[row]!);
  const total = compensatedSum(costs);
  if (!(total > 0) || !(ranking.total > 0)) return null;
  const intensity = total / ranking.total;
  const highs = countForShare(ranking.running, PARETO_AMOUNT_SHARE);
  const { potentialFrom, potentialOf } = potentials(outlook, rows);
  const profit = Array.from(rows, (_, k): ProfitLevel => (k < highs ? "high" : "low"));
  const potential = Array.from(rows, potentialOf);
  const verdicts = Int32Array.from(rows, (_, k) =>
    verdict(costs[k]!, ranking.values[k]! * intensity, profit[k]!, potential[k]!),
  );
  const gross = ranking.amounts;
  return { rows, gross, costs, profit, potential, verdicts, intensity, potentialFrom };
}

function verdict(cost: number, due: number, profit: ProfitLevel, potential: Potential): number {
  if (cost > SERVICE_LEVEL.over * due) return potential === "high" ? 0 : 1;
  const isWorthMore = profit === "high" || potential === "high";
  return isWorthMore && cost < SERVICE_LEVEL.under * due ? -1 : 0;
}

function potentials(
  { customers, sales, salesBefore }: Outlook,
  rows: Uint32Array,
): {
  readonly potentialFrom: ServiceLevels["potentialFrom"];
  readonly potentialOf: (row: number) => Potential;
} {
  const given = numbersOf(customers, "potential");
  const known = given === null ? [] : Array.from(rows, (row) => given[row]!).filter((v) => v === v);
  if (given !== null && known.length > 0) {
    const median = quantileOfSorted(Float64Array.from(known).sort(), 0.5);
    const level = (value: number): Potential => (value >= median ? "high" : "low");
    const potentialOf = (row: number): Potential =>
      Number.isNaN(given[row]) ? "unknown" : level(given[row]!);
    return { potentialFrom: "given", potentialOf };
  }
  if (salesBefore === null) return { potentialFrom: "none", potentialOf: () => "unknown" };
  const grew = (row: number): Potential => (sales[row]! > salesBefore[row]! ? "high" : "low");
  return { potentialFrom: "growth", potentialOf: grew };
}

const PROFITS = ["high", "low"] as const;
const POTENTIALS = ["high", "low", "unknown"] as const;

export function serviceLevels(served: Served, customers: Table): ServiceLevels {
  const cells = PROFITS.flatMap((profit) =>
    POTENTIALS.map((potential): LevelCell => {
      const cell = { profit, potential, customers: 0, gross: 0, costToServe: 0 };
      served.rows.forEach((_, k) => {
        if (served.profit[k] !== profit || served.potential[k] !== potential) return;
        cell.customers++;
        cell.gross += served.gross[k]!;
        cell.costToServe += served.costs[k]!;
      });
      return cell;
    }),
  );
  return {
    potentialFrom: served.potentialFrom,
    intensity: served.intensity,
    cells: cells.filter((cell) => cell.customers > 0),
    over: servedList(served, 1, customers),
    under: servedList(served, -1, customers),
  };
}

function servedList(served: Served, sign: 1 | -1, customers: Table): ServedList {
  const places = [...served.verdicts.keys()].filter((k) => served.verdicts[k] === sign);
  const excessOf = (k: number): number =>
    served.costs[k]! - Math.max(0, served.gross[k]!) * served.intensity;
  const farthest = places.toSorted((a, b) => sign * (excessOf(b) - excessOf(a)));
  return {
    customers: places.length,
    excess: compensatedSum(places.map(excessOf)),
    lines: farthest.slice(0, LINES_LISTED).map((k): ServedLine => ({
      row: served.rows[k]!,
      name: customerNameOf(customers, served.rows[k]!),
      rank: k + 1,
      gross: served.gross[k]!,
      costToServe: served.costs[k]!,
      excess: excessOf(k),
      potential: served.potential[k]!,
    })),
  };
}

/** Rows of the customers of a cell "level:<profit>:<potential>", "over-served" or "under-served", ascending; null for no such cell. */
export function servedMembers(served: Served, cell: string): Uint32Array | null {
  const [kind, first, second] = cell.split(":");
  const where = (isIn: (k: number) => boolean): Uint32Array =>
    served.rows.filter((_, k) => isIn(k)).sort();
  if (cell === "over-served") return where((k) => served.verdicts[k] === 1);
  if (cell === "under-served") return where((k) => served.verdicts[k] === -1);
  const profit = PROFITS.find((level) => level === first);
  const potential = POTENTIALS.find((level) => level === second);
  if (kind !== "level" || profit === undefined || potential === undefined) return null;
  return where((k) => served.profit[k] === profit && served.potential[k] === potential);
}
