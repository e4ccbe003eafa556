import { median } from "../../kernel/stats/quantile";
import { hasBit } from "../../kernel/table/bitset";
import { MISSING_CODE, MISSING_DAY, requiredColumn, type Table } from "../../kernel/table/column";
import { daysOf, linkedTable } from "../../measures/cost-driver";
import { orderItems } from "../../measures/order-items";
import type { OrderBook } from "../../measures/order-book";
import type { Input } from "../define";
import { SWITCHING, type LoyaltyTypesParams, type SwitchingKind } from "./spec";
import type { Standing } from "./standing";

/** A month in which the length of a relation is counted, days. */
const MONTH = 365.25 / 12;

/** What leaving would cost the customers on the map. */
export interface Switching {
  readonly kind: SwitchingKind;
  /** by customer on the map; NaN where the data do not say */
  readonly values: Float64Array<ArrayBuffer>;
  /** leaving is costly from this value on */
  readonly from: number;
}

interface Sight {
  readonly input: Input;
  readonly orders: OrderBook;
  readonly standing: Standing;
  /** last day that is looked at */
  readonly toDay: number;
}

/**
 * The indicator of switching cost in force.
 *
 * - contract: 1 while a contract of the customer runs on the last day, else 0; the table is taken as all contracts there are
 * - tenure: whole months since the first sale
 * - kinds: kinds of goods bought so far (articles where the data have no kinds)
 *
 * @returns null when none is asked for, or the data do not have it; `auto` is the contract, as the others are mere signs of a cost.
 *   `from` automatic: 1 for the contract, else the median of the map, at least 1. O(contracts), or O(lines of these customers)
 */
export function switchingOf(sight: Sight, params: LoyaltyTypesParams): Switching | null {
  if (params.switching === "none") return null;
  const kind = params.switching === "auto" ? "contract" : params.switching;
  const values = valuesOf(sight, kind);
  if (values === null) return null;
  if (kind === "contract") return { kind, values, from: 1 };
  const known = values.filter((value) => !Number.isNaN(value));
  if (known.length === 0) return null;
  const automatic = Math.max(1, Math.floor(median(known)));
  return { kind, values, from: params.switchingFrom > 0 ? params.switchingFrom : automatic };
}

/** The indicators that the data have. */
export const switchingKinds = ({ input }: Pick<Sight, "input">): readonly SwitchingKind[] =>
  SWITCHING.filter((kind) => {
    if (kind === "contract") return contractsOf(input) !== null;
    return kind === "tenure" || itemsOf(input) !== null;
  });

function valuesOf(sight: Sight, kind: SwitchingKind): Float64Array<ArrayBuffer> | null {
  switch (kind) {
    case "contract":
      return runningContracts(sight);
    case "tenure":
      return monthsSinceFirst(sight);
    case "kinds":
      return kindsBought(sight);
  }
}

function contractsOf({ contracts }: Input): Table | null {
  const table = linkedTable(contracts);
  return table !== null && daysOf(table, "startsOn") !== null ? table : null;
}

/** A contract without an end goes on; one that was cancelled ends on that day. */
function runningContracts({ input, standing, toDay }: Sight) {
  const table = contractsOf(input);
  if (table === null) return null;
  const { codes } = requiredColumn(table, "customer", "dictionary");
  const [starts, ends, cancelled] = ["startsOn", "endsOn", "cancelledOn"].map((id) =>
    daysOf(table, id),
  );
  const isBound = new Uint8Array(input.customers.rowCount);
  for (let row = 0; row < codes.length; row++) {
    const start = starts?.[row] ?? MISSING_DAY;
    if (codes[row] === MISSING_CODE || start === MISSING_DAY || start > toDay) continue;
    const isOver = [ends, cancelled].some((days) => {
      const day = days?.[row] ?? MISSING_DAY;
      return day !== MISSING_DAY && day < toDay;
    });
    if (!isOver) isBound[codes[row]!] = 1;
  }
  return Float64Array.from(standing.customers, (customer) => isBound[customer]!);
}

function monthsSinceFirst({ orders, standing, toDay }: Sight) {
  return Float64Array.from(standing.customers, (customer) => {
    for (let slot = orders.offsets[customer]!; slot < orders.offsets[customer + 1]!; slot++) {
      if (hasBit(orders.saleSlots, slot))
        return Math.floor((toDay - orders.days[slot]! + 1) / MONTH);
    }
    return NaN;
  });
}

const itemsOf = (input: Input) => orderItems(input, "kind") ?? orderItems(input, "product");

function kindsBought({ input, orders, standing, toDay }: Sight) {
  const items = itemsOf(input);
  if (items === null) return null;
  return Float64Array.from(standing.customers, (customer) => {
    const seen = new Set<number>();
    for (let slot = orders.offsets[customer]!; slot < orders.offsets[customer + 1]!; slot++) {
      if (orders.days[slot]! > toDay) break;
      const code = items.codes[orders.rows[slot]!]!;
      if (hasBit(orders.saleSlots, slot) && code !== MISSING_CODE) seen.add(code);
    }
    return seen.size > 0 ? seen.size : NaN;
  });
}
