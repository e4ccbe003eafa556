import { readExit, reasonTextOf, type ReasonReadings } from "../domain/exit-reasons";
import type { Needs } from "../domain/readiness";
import { epochDay, type EpochDay } from "../kernel/base/calendar";
import {
  columnOf,
  MISSING_CODE,
  MISSING_DAY,
  requiredColumn,
  textAt,
  type Table,
} from "../kernel/table/column";
import { daysOf, linkedTable, numbersOf } from "../measures/cost-driver";
import { exitWordsReader } from "../measures/exit-words";
import type { Tables } from "../measures/order-book";
import { datedExits } from "../measures/tenure/dated-exits";
import type { CustomerContract, CustomerExit, Departures } from "./departure-types";

export const DEPARTURE_NEEDS: Needs = {
  exits: [
    "customer",
    "exitedOn",
    "reasonGroup",
    "reasonCode",
    "text",
    "initiative",
    "intent",
    "competitor",
    "scope",
    "lostAmount",
    "wonBackOn",
  ],
  contracts: [
    "customer",
    "contractId",
    "startsOn",
    "endsOn",
    "renewedOn",
    "isRenewed",
    "renewsByItself",
    "cancelledOn",
  ],
};

const knownDay = (day: number): EpochDay | null => (day === MISSING_DAY ? null : epochDay(day));

const dayAt = (days: Int32Array | null, i: number): EpochDay | null =>
  days === null ? null : knownDay(days[i]!);

function rowsOf(table: Table, customer: number): number[] {
  const { codes } = requiredColumn(table, "customer", "dictionary");
  const rows: number[] = [];
  if (customer === MISSING_CODE) return rows;
  for (let i = 0; i < codes.length; i++) if (codes[i] === customer) rows.push(i);
  return rows;
}

/**
 * The exits and the contract of one customer, of the data and written down here; also those after the as-of day.
 *
 * @param tables DEPARTURE_NEEDS, as far as the data have them
 * @param row    of `customers`
 *
 * O(rows of exits and contracts).
 */
export function departuresOf(tables: Tables, row: number, readings: ReasonReadings): Departures {
  const contracts = contractsOf(tables, row);
  const last = contracts.toSorted((a, b) => endOf(b) - endOf(a) || startOf(b) - startOf(a))[0];
  return {
    exits: exitsOf(tables, row, readings),
    contract: last ?? null,
    contractCount: contracts.length,
  };
}

/** A cancelled one ends on that day; one without an end goes on. */
const endOf = ({ cancelledOn, endsOn }: CustomerContract): number =>
  cancelledOn ?? endsOn ?? Number.MAX_SAFE_INTEGER;
const startOf = ({ startsOn }: CustomerContract): number => startsOn ?? Number.MIN_SAFE_INTEGER;

function exitsOf({ exits }: Tables, row: number, readings: ReasonReadings): CustomerExit[] {
  const dated = datedExits(exits);
  if (dated === null) return [];
  const { table } = dated;
  const wordsOf = exitWordsReader(table);
  const amounts = numbersOf(table, "lostAmount");
  const found = rowsOf(table, row).flatMap((i): CustomerExit[] => {
    const day = dayAt(dated.days, i);
    if (day === null) return [];
    const words = wordsOf(i);
    const { initiative, cause } = readExit(words, readings);
    const reason = reasonTextOf(words);
    const amount = amounts === null ? NaN : amounts[i]!;
    return [
      {
        exitedOn: day,
        isPartial: dated.isPartial(i),
        initiative,
        cause,
        reason,
        text: words.text === reason ? "" : words.text,
        competitor: words.competitor,
        lostAmount: Number.isNaN(amount) ? null : amount,
        wonBackOn: knownDay(dated.backOn(i)),
      },
    ];
  });
  return found.sort((a, b) => b.exitedOn - a.exitedOn);
}

function contractsOf({ contracts }: Tables, row: number): CustomerContract[] {
  const table = linkedTable(contracts);
  if (table === null) return [];
  const ids = columnOf(table, "contractId", "dictionary");
  const [starts, ends] = [daysOf(table, "startsOn"), daysOf(table, "endsOn")];
  const [renewedOn, cancelledOn] = [daysOf(table, "renewedOn"), daysOf(table, "cancelledOn")];
  const renewed = numbersOf(table, "isRenewed");
  const byItself = numbersOf(table, "renewsByItself");
  return rowsOf(table, row).flatMap((i): CustomerContract[] => {
    const [startsOn, endsOn] = [dayAt(starts, i), dayAt(ends, i)];
    if (startsOn === null && endsOn === null) return [];
    const renewal = dayAt(renewedOn, i);
    return [
      {
        id: ids === undefined ? null : textAt(ids, i),
        startsOn,
        endsOn,
        isRenewed: renewed?.[i] === 1 || renewal !== null,
        renewedOn: renewal,
        renewsByItself: byItself?.[i] === 1,
        cancelledOn: dayAt(cancelledOn, i),
      },
    ];
  });
}
