import { LEAST_EXITS, type TenureGap, type TenureSource } from "../../domain/tenure";
import { MISSING_DAY } from "../../kernel/table/column";
import { linkedTable } from "../cost-driver";
import type { Tables } from "../order-book";
import { tenureFromColumns, type TenureColumns } from "./from-columns";
import { contractTenureSteps, exitDays } from "./from-contracts";
import { tenureFromOrders, type TenureSight } from "./from-orders";
import type { Tenure } from "./tenure";

/** What the reader chose; empty column names mean the fields of the customer table. */
export interface TenureChoice {
  readonly source: TenureSource | "auto";
  readonly duration: string;
  readonly event: string;
  /** 0 = the company's own */
  readonly windowDays: number;
  /** exits are the source however few: who asks why customers left asks of those that are known to have */
  readonly areFewExitsEnough?: boolean;
}

/** The tenure that was found, and which sources the data have at all. */
export interface TenureFound {
  readonly source: TenureSource | null;
  readonly tenure: Tenure | TenureGap;
  readonly available: readonly TenureSource[];
}

/** Fields of the customer table that hold it where the reader names no column. */
const FIELDS: TenureColumns = { duration: "tenureMonths", event: "hasChurned" };

function columnsOf(tables: Tables, { duration, event }: TenureChoice): TenureColumns {
  const { columns } = tables.customers;
  const day = columns.has("hasChurned") ? FIELDS.event : "churnedOn";
  return {
    duration: duration === "" ? FIELDS.duration : duration,
    event: event === "" ? day : event,
  };
}

function availableSources(tables: Tables, choice: TenureChoice): readonly TenureSource[] {
  const { columns } = tables.customers;
  const named = columnsOf(tables, choice);
  const isNamed = choice.duration !== "" || choice.event !== "";
  const hasColumns = columns.has(named.duration) && columns.has(named.event);
  const hasContracts =
    linkedTable(tables.contracts)?.columns.has("startsOn") === true ||
    linkedTable(tables.exits)?.columns.has("exitedOn") === true ||
    columns.has("churnedOn");
  const hasOrders = tables.orders.rowCount > 0 && tables.orders.columns.has("orderedOn");
  return [
    ...(isNamed || hasColumns ? (["columns"] as const) : []),
    ...(hasContracts ? (["contracts"] as const) : []),
    ...(hasOrders ? (["silence"] as const) : []),
  ];
}

/**
 * Whether exits alone say who left, and fewer of them than LEAST_EXITS: then nobody can tell that all others stayed.
 *
 * O(rows of exits).
 */
export function hasFewExits(tables: Tables, asOfDay: number): boolean {
  if (linkedTable(tables.contracts)?.columns.has("startsOn") === true) return false;
  if (tables.customers.columns.has("churnedOn")) return false;
  const exits = exitDays(tables, asOfDay);
  if (exits === null) return false;
  return exits.days.reduce((n, day) => n + (day === MISSING_DAY ? 0 : 1), 0) < LEAST_EXITS;
}

function bestSource(
  tables: Tables,
  { asOfDay }: TenureSight,
  { areFewExitsEnough = false }: TenureChoice,
  available: readonly TenureSource[],
): TenureSource | null {
  const best = available[0] ?? null;
  if (best !== "contracts" || areFewExitsEnough || !available.includes("silence")) return best;
  return hasFewExits(tables, asOfDay) ? "silence" : best;
}

/**
 * How long each customer stayed, from the best source that the data have: columns that say it, else contracts and exits, else
 * silence after orders; or from the one that the reader chose. Exits alone, and fewer than ten, give way to silence.
 *
 * @param tables  what the three sources read, as far as the data have it
 * @yields between its parts
 */
export function* tenureOf(
  tables: Tables,
  sight: TenureSight,
  choice: TenureChoice,
): Generator<void, TenureFound, void> {
  const available = availableSources(tables, choice);
  const source =
    choice.source === "auto" ? bestSource(tables, sight, choice, available) : choice.source;
  yield;
  return { source, available, tenure: source === null ? "no-source" : yield* found(source) };

  function* found(from: TenureSource): Generator<void, Tenure | TenureGap, void> {
    switch (from) {
      case "columns": {
        const columns = columnsOf(tables, choice);
        return tenureFromColumns(tables.customers, columns, sight.customerRows, sight.asOfDay);
      }
      case "contracts":
        return yield* contractTenureSteps(tables, sight);
      case "silence":
        return yield* tenureFromOrders(tables, sight, choice.windowDays);
    }
  }
}
