import { DRIVER_IDS, type DriverId } from "../../domain/cost-driver";
import type { Bitset } from "../../kernel/table/bitset";
import { hasBit } from "../../kernel/table/bitset";
import { type CostDriver } from "../../measures/cost-driver";
import type { CustomerLedger } from "../../measures/customer-ledger";
import { UNIT_COST_PARAMS, type WhaleParams } from "./spec";

/** Sums of cents that should cancel leave at most this part of what was summed. */
const ROUNDING = 1e-9;

/** What each driver's count is multiplied with; null where only given money counts. */
export function unitCostOf(id: DriverId, params: WhaleParams): number | null {
  const name = UNIT_COST_PARAMS[id];
  return name === null ? null : params[name];
}

/** The profit and loss of each customer; arrays by customer row. */
export interface Statement {
  /** profit of sale lines, NaN where unknown; null when nothing says it */
  readonly goods: Float64Array | null;
  /** profit that went with what came back */
  readonly returned: Float64Array;
  /** money of each driver, in the order of DRIVER_IDS */
  readonly costs: readonly Float64Array[];
  /** all of it without bad debt: what serving took */
  readonly served: Float64Array;
  /** rows of the customers to rank, ascending */
  readonly customers: Uint32Array;
  readonly costOnlyCustomers: number;
  /** active customers left out because no line of theirs has a known profit */
  readonly unknownCustomers: number;
}

interface Source {
  readonly ledger: CustomerLedger;
  readonly drivers: readonly CostDriver[];
  readonly params: WhaleParams;
  readonly customerRows: Bitset | null;
  /** customers without a line in sight are no customers of a filtered part */
  readonly hasOrderFilter: boolean;
}

/**
 * What every customer brought and took.
 *
 * Ranked are customers with a sale whose profit is known (or assumed), and those that cost something or gave something back
 * without buying. O(customers × drivers).
 */
export function statementOf(source: Source): Statement {
  const { ledger, drivers, params } = source;
  const costs = drivers.map((driver) => moneyOf(driver, unitCostOf(driver.id, params)));
  const { goods, returned } = goodsOf(ledger, params.assumedMargin);
  const served = servedOf(costs, ledger.sales.length);
  const picked = pick(source, goods, returned, costs);
  return { goods, returned, costs, served, ...picked };
}

/** As known; else at the assumed margin; else null. */
function goodsOf(
  ledger: CustomerLedger,
  margin: number,
): { readonly goods: Float64Array | null; readonly returned: Float64Array } {
  const { profits, returnProfits, sales, returns } = ledger;
  if (profits !== null && returnProfits !== null && knowsAny(ledger)) {
    return { goods: profits, returned: returnProfits.map((profit) => 0 - profit) };
  }
  const returned = returns.map((amount) => 0 - amount * margin);
  return { goods: margin > 0 ? sales.map((amount) => amount * margin) : null, returned };
}

/** Whether the data say the profit of any line in sight: a column without a value is no profit. */
export function knowsAny({ profits, saleLines }: CustomerLedger): boolean {
  return profits?.some((profit, row) => saleLines[row]! > 0 && profit === profit) === true;
}

function moneyOf({ given, unpriced }: CostDriver, unitCost: number | null): Float64Array {
  if (unitCost === null || unitCost === 0) return given;
  return given.map((money, row) => money + unpriced[row]! * unitCost);
}

const BAD_DEBT = DRIVER_IDS.indexOf("bad-debt");

function servedOf(costs: readonly Float64Array[], customers: number): Float64Array {
  const served = new Float64Array(customers);
  costs.forEach((money, driver) => {
    if (driver === BAD_DEBT) return;
    for (let row = 0; row < customers; row++) served[row]! += money[row]!;
  });
  return served;
}

function pick(
  { ledger, customerRows, hasOrderFilter }: Source,
  goods: Float64Array | null,
  returned: Float64Array,
  costs: readonly Float64Array[],
): Pick<Statement, "customers" | "costOnlyCustomers" | "unknownCustomers"> {
  const rows: number[] = [];
  let costOnlyCustomers = 0;
  let unknownCustomers = 0;
  for (let row = 0; row < ledger.saleLines.length; row++) {
    if (ledger.saleLines[row]! > 0) {
      if (goods !== null && Number.isNaN(goods[row])) unknownCustomers++;
      else rows.push(row);
      continue;
    }
    if (customerRows !== null && !hasBit(customerRows, row)) continue;
    const costsAny = !hasOrderFilter && costs.some((money) => money[row] !== 0);
    if (!costsAny && returned[row] === 0) continue;
    costOnlyCustomers++;
    rows.push(row);
  }
  return { customers: Uint32Array.from(rows), costOnlyCustomers, unknownCustomers };
}

/** Profit of each ranked customer by row (others 0): what goods brought less everything else. */
export function profitsOf(
  { customers, goods, returned, costs }: Statement,
  size: number,
): Float64Array {
  const profits = new Float64Array(size);
  for (const row of customers) {
    const earned = goods === null ? 0 : goods[row]!;
    let profit = earned - returned[row]!;
    let turned = Math.abs(earned) + Math.abs(returned[row]!);
    for (const money of costs) {
      profit -= money[row]!;
      turned += Math.abs(money[row]!);
    }
    profits[row] = Math.abs(profit) <= turned * ROUNDING ? 0 : profit;
  }
  return profits;
}

/** What a ranked customer's goods earned after what came back. */
export const grossOf = ({ goods, returned }: Statement, row: number): number =>
  (goods === null ? 0 : goods[row]!) - returned[row]!;
