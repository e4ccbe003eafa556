import type { Feature, NumberFeature } from "../../kernel/learn/feature";
import { hasBit, type Bitset } from "../../kernel/table/bitset";
import { MISSING_CODE } from "../../kernel/table/column";
import { GRADES } from "../../domain/rule-book";
import type { Period, Scope } from "../../domain/scope";
import { activeCustomers, customerLedger } from "../../measures/customer-ledger";
import { orderBook } from "../../measures/order-book";
import { gradesUpTo } from "../../measures/survey-groups";
import type { Input } from "../define";
import { TRAITS, type TraitId } from "./spec";

/** The customers whose voice is wanted, and what is known of all of them; arrays by place in `customers`. */
export interface Frame {
  /** rows of `customers`, ascending */
  readonly customers: Uint32Array<ArrayBuffer>;
  /** money, days since the last sale, days with a sale; NaN where there was none in the window */
  readonly traits: Readonly<Record<TraitId, Float64Array<ArrayBuffer>>>;
  readonly groups: FrameGroups;
}

/** How the customers are told apart; a code a customer, −1 = no group. */
export interface FrameGroups {
  readonly source: "grade" | "column";
  readonly labels: readonly string[];
  readonly codes: Int32Array<ArrayBuffer>;
}

interface Sight {
  readonly period: Period;
  readonly scope: Scope;
  readonly orderRows: Bitset | null;
  readonly customerRows: Bitset | null;
  readonly by: string;
}

/** A column with more values than this is shown, and not used to weigh: each value has too few customers. */
const MOST_LEVELS = 20;

/**
 * Those that were asked, with what their orders of the window say of them.
 *
 * @param listed  rows of the customers that the survey lists; null: every customer with a sale in the window
 */
export function frameOf(input: Input, sight: Sight, listed: Uint32Array | null): Frame {
  const { period, scope, orderRows, customerRows, by } = sight;
  const ledger = customerLedger(orderBook(input), period, orderRows);
  const all = listed ?? activeCustomers(ledger);
  const customers = all.filter((row) => customerRows === null || hasBit(customerRows, row));
  const of = (value: (row: number) => number): Float64Array<ArrayBuffer> =>
    Float64Array.from(customers, (row) => (ledger.saleLines[row]! > 0 ? value(row) : NaN));
  return {
    customers,
    traits: {
      sales: of((row) => ledger.sales[row]!),
      recency: of((row) => period.toDay - ledger.lastDays[row]!),
      orders: of((row) => ledger.orderDays[row]!),
    },
    groups: groupsOf(input, customers, by, scope),
  };
}

function groupsOf(
  input: Input,
  customers: Uint32Array,
  by: string,
  { asOfDay }: Scope,
): FrameGroups {
  const column = by === "" ? undefined : input.customers.columns.get(by);
  if (column?.kind === "dictionary") {
    const codes = Int32Array.from(customers, (row) => {
      const code = column.codes[row]!;
      return code === MISSING_CODE ? -1 : code;
    });
    return { source: "column", labels: column.dictionary, codes };
  }
  const grades = gradesUpTo(input, asOfDay);
  const codes = Int32Array.from(customers, (row) => (grades === null ? -1 : grades[row]! - 1));
  return { source: "grade", labels: GRADES, codes };
}

/**
 * What the chance to answer is learnt from: logarithms of money, days since the last sale and days with one, and the group.
 * A column of very many values is left out. Losses and nothing sold count as 0.
 */
export function featuresOf({ traits, groups }: Frame): readonly Feature[] {
  const numbers = TRAITS.map((id): NumberFeature => ({
    kind: "number",
    id,
    values: traits[id].map((value) => Math.log1p(Math.max(0, value))),
  }));
  const seen = new Set(groups.codes);
  if (seen.size < 2 || seen.size > MOST_LEVELS) return numbers;
  return [
    ...numbers,
    { kind: "category", id: "group", codes: groups.codes, levels: groups.labels },
  ];
}
