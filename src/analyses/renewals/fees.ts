import { columnOf, MISSING_CODE, MISSING_DAY, type Table } from "../../kernel/table/column";
import { daysOf, linkedTable, numbersOf } from "../../measures/cost-driver";
import type { Tables } from "../../domain/generation";
import { DAYS_A_MONTH } from "./period";

/**
 * What each customer pays a month: by its latest contract that has begun, else by the customer table; NaN where nothing says so.
 *
 * @param asOfDay  contracts that begin later have not begun. O(rows)
 */
export function monthlyFees(tables: Tables, asOfDay: number): Float64Array {
  const own = numbersOf(tables.customers, "monthlyFee");
  const fees = own === null ? new Float64Array(tables.customers.rowCount).fill(NaN) : own.slice();
  const contracts = linkedTable(tables.contracts);
  const links = contracts === null ? undefined : columnOf(contracts, "customer", "dictionary");
  const startsOn = contracts === null ? null : daysOf(contracts, "startsOn");
  if (contracts === null || links === undefined || startsOn === null) return fees;
  const latest = new Int32Array(fees.length).fill(MISSING_DAY);
  const feeOf = feeReader(contracts, startsOn);
  for (let row = 0; row < contracts.rowCount; row++) {
    const [customer, start] = [links.codes[row]!, startsOn[row]!];
    if (customer === MISSING_CODE || start === MISSING_DAY || start > asOfDay) continue;
    const fee = feeOf(row);
    if (Number.isNaN(fee) || start < latest[customer]!) continue;
    latest[customer] = start;
    fees[customer] = fee;
  }
  return fees;
}

/** The fee of a contract, else its amount spread over its months. */
function feeReader(contracts: Table, startsOn: Int32Array): (row: number) => number {
  const fees = numbersOf(contracts, "monthlyFee");
  const amounts = numbersOf(contracts, "amount");
  const terms = numbersOf(contracts, "termMonths");
  const endsOn = daysOf(contracts, "endsOn");
  return (row) => {
    const fee = fees === null ? NaN : fees[row]!;
    if (!Number.isNaN(fee)) return fee;
    const term = terms === null ? NaN : terms[row]!;
    const end = endsOn === null ? MISSING_DAY : endsOn[row]!;
    const months = end === MISSING_DAY ? term : (end + 1 - startsOn[row]!) / DAYS_A_MONTH;
    const length = term > 0 ? term : months;
    return amounts === null || !(length > 0) ? NaN : amounts[row]! / length;
  };
}
