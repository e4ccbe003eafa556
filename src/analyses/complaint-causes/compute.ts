import { COMPANY_ORIGINS, CUSTOMER_ORIGINS, SIDES } from "../../domain/cause-words";
import { poissonInterval } from "../../kernel/stats/poisson";
import { compensatedSum } from "../../kernel/stats/sum";
import type { Table } from "../../kernel/table/column";
import type { Period } from "../../domain/scope";
import { FIRST_DAY } from "../../kernel/base/calendar";
import { casesIn, complaintCases, customersOfCases } from "../../measures/complaint-cases";
import { orderBook } from "../../measures/order-book";
import { periodBefore, windowOf } from "../../measures/window";
import type { Ambient, Answer, Input, Progress, Refusal } from "../define";
import {
  afterChance,
  afterLines,
  againCurve,
  againWithin,
  casesByCustomer,
  followedAfter,
  gapsOf,
  isOrdersReadable,
  repeatLines,
  type Followed,
} from "./again";
import { causeAt, codingOf, customersAt } from "./coding";
import { batchLines, caseText, productLines, soldOf, type Sold } from "./goods";
import { lotCustomers, lotPlace, lotRates } from "./lot-rates";
import { lotsOf, type Lots, type LotSight } from "./lots";
import { boneLines, causeLines, codeLines, moneyAt, partLines, type Coded } from "./pareto";
import type { AfterLine, CauseLine, CausesParams, CausesResult } from "./spec";

const LISTED = 15;
const AGAIN_DAYS = 90;
const ORIGINS = [...COMPANY_ORIGINS, ...CUSTOMER_ORIGINS];

/**
 * What complaints come from, what comes back, and who buys again.
 *
 * @param input   `complaints` with openedAt, and what else is known of causes, products and batches; `orders` and `customers`
 * @param params  window, ranking, days to follow: see README
 * @param ambient scope, selected customers; filters on orders do not reach complaints
 * @returns the result, or the refusal `no-complaints`. Members: "complaint-cause:<name>", "complaint-bone:<bone>",
 *   "complaint-side:<side>", "complaint-origin:<origin>", "complaint-batch:<batch>", "complaint-product:<key>",
 *   "complaint-lot:<id>", "complaint-lot-buyers:<id>", "complaint-lot-silent:<id>", "complaint-named:<all|repeat>", "complaint-after:<outcome>"
 *
 * O(order lines + complaints log complaints). Methods D44, D45.
 */
export default function* complaintCauses(
  input: Input,
  params: CausesParams,
  ambient: Ambient,
): Generator<Progress, Answer<CausesResult>, void> {
  const table = input.complaints ?? { rowCount: 0, columns: new Map() };
  const period = windowOf(ambient.scope, params.window);
  const coded = table.columns.has("openedAt") ? codedOf(table, period, ambient) : null;
  if (coded === null || coded.cases.n === 0) {
    const result: Refusal = { kind: "insufficient", code: "no-complaints", need: 1, have: 0 };
    return { result, members: () => null };
  }
  const { customerRows } = ambient;
  const byCustomer = casesByCustomer(coded.cases);
  const sold = soldOf(input.orders, table, { period, customerRows });
  const { by } = sold;
  const lotSight = { orders: input.orders, complaints: table, coded, period, customerRows, by };
  const lots = yield* lotsOf(lotSight);
  const seen: Seen = {
    input,
    table,
    params,
    period,
    coded,
    byCustomer,
    readings: ambient.causeReadings,
    ruled:
      ambient.causeReadings.size === 0
        ? coded
        : { cases: coded.cases, coding: codingOf(coded.cases, table, new Map()) },
    earlier: period.fromDay === FIRST_DAY ? null : codedOf(table, periodBefore(period), ambient),
    sold,
    lots,
    lotSight,
    followed: isOrdersReadable(input.orders)
      ? followedAfter({
          cases: coded.cases,
          table,
          book: orderBook(input),
          byCustomer,
          period,
          customerRows,
          followDays: params.followDays,
          resolveDays: params.resolveDays,
        })
      : [],
  };
  return {
    result: describe(seen),
    members: (cell) => membersOf(seen, cell),
    cases: (cell) => casesIn(coded.cases, placeTest(seen, cell)),
  };
}

interface Seen {
  readonly input: Input;
  readonly table: Table;
  readonly params: CausesParams;
  readonly period: Period;
  readonly coded: Coded;
  readonly readings: Ambient["causeReadings"];
  /** the same by our words alone */
  readonly ruled: Coded;
  readonly earlier: Coded | null;
  readonly byCustomer: ReadonlyMap<number, readonly number[]>;
  readonly sold: Sold;
  readonly lots: Lots;
  readonly lotSight: LotSight;
  readonly followed: readonly Followed[];
}

function codedOf(table: Table, period: Period, ambient: Ambient): Coded {
  const { scope, customerRows, causeReadings } = ambient;
  const cases = complaintCases(table, { scope, period, customerRows });
  return { cases, coding: codingOf(cases, table, causeReadings) };
}

function describe(seen: Seen): CausesResult {
  const { input, table, params, period, coded, earlier, byCustomer, sold, followed } = seen;
  const { cases, coding } = coded;
  const causes = causeLines(coded, earlier, params.by);
  const more = causes.slice(LISTED);
  const gaps = gapsOf(cases, byCustomer);
  const batches = batchLines(coded, table);
  const lots = lotRates(seen.lots, seen.lotSight);
  const after = afterLines(followed);
  const repeats = [...byCustomer.values()].filter(({ length }) => length > 1).length;
  const sides = partLines(cases, SIDES, (i) => coding.sides[i]!);
  return {
    kind: "answered",
    headline: {
      n: cases.n,
      ...causeFigures(causes),
      companyShare: companyShare(sides),
      loss: moneyAt(coding, [...cases.rows.keys()]),
      ...rateFigures(cases.n, sold.lines),
      repeatCustomers: repeats,
      againWithin90: againWithin(gaps, AGAIN_DAYS, byCustomer.size),
      tiedBatches: batches.filter(({ isTied }) => isTied).length,
      highBatches: lots === null ? null : lots.high,
      boughtAgainGood: shareOf(after, "good"),
      boughtAgainPoor: shareOf(after, "poor"),
    },
    fromDay: period.fromDay,
    toDay: period.toDay,
    level: coding.level,
    causes: causes.slice(0, LISTED),
    more: more.length,
    moreCases: more.reduce((sum, line) => sum + line.cases, 0),
    moreMoney: compensatedSum(more.flatMap(({ money }) => (money === null ? [] : [money]))),
    unexplained: cases.n - causes.reduce((sum, line) => sum + line.cases, 0),
    behind: { all: customersAt(cases, [...cases.rows.keys()]), repeat: repeats },
    ...codeLines(coded, seen.ruled, seen.readings),
    bones: boneLines(coded),
    sides,
    origins: partLines(cases, ORIGINS, (i) => coding.origins[i]!),
    hasBatches: hasText(coded, table, "batch"),
    batches,
    products: productLines(coded, table, sold),
    soldLines: sold.lines,
    lots,
    lotLacks: seen.lots.lacks,
    again: againCurve(gaps),
    repeats: repeatLines(byCustomer, coding, input.customers),
    after,
    afterChance: afterChance(after),
    hasMoney: coding.money.some((amount) => !Number.isNaN(amount)),
  };
}

function hasText(coded: Coded, table: Table, id: string): boolean {
  const textOf = caseText(coded, table, id);
  return coded.cases.rows.some((_, i) => textOf(i) !== null);
}

const shareOf = (after: readonly AfterLine[], outcome: AfterLine["outcome"]): number | null =>
  after.find((line) => line.outcome === outcome)?.share ?? null;

/** Of the cases of which it is known whose doing they were. */
function companyShare(sides: CausesResult["sides"]): number | null {
  const of = (id: string): number =>
    sides.reduce((sum, side) => sum + (side.id === id ? side.cases : 0), 0);
  const known = of("company") + of("customer");
  return known === 0 ? null : of("company") / known;
}

function causeFigures(causes: readonly CauseLine[]) {
  const counts = causes.map((line) => line.cases).sort((a, b) => b - a);
  const explained = counts.reduce((sum, count) => sum + count, 0);
  if (explained === 0) return { explained, causes: 0, topShare: null, causesFor80: null };
  let running = 0;
  const place = counts.findIndex((count) => (running += count) >= 0.8 * explained - 1e-9);
  return {
    explained,
    causes: causes.length,
    topShare: counts[0]! / explained,
    causesFor80: place + 1,
  };
}

function rateFigures(n: number, soldLines: number) {
  if (soldLines === 0) return { per1000: null, per1000Low: null, per1000High: null };
  const { low, high } = poissonInterval(n);
  const per = 1000 / soldLines;
  return { per1000: n * per, per1000Low: low * per, per1000High: high * per };
}

/** Which cases a cell is made of; null: it is made of customers, or of nothing. */
function placeTest(seen: Seen, cell: string): ((place: number) => boolean) | null {
  const [kind = "", ...rest] = cell.split(":");
  const name = rest.join(":");
  const { coded, table, sold } = seen;
  const { coding } = coded;
  switch (kind) {
    case "complaint-cause":
      return (i) => causeAt(coding, i) === name;
    case "complaint-bone":
      return (i) => coding.causes[i]! >= 0 && coding.bones[i] === name;
    case "complaint-side":
      return (i) => coding.sides[i] === name;
    case "complaint-origin":
      return (i) => coding.origins[i] === name;
    case "complaint-batch": {
      const batchOf = caseText(coded, table, "batch");
      return name === "" ? null : (i) => batchOf(i) === name;
    }
    case "complaint-product": {
      if (sold.by === null || name === "") return null;
      const keyOf = caseText(coded, table, sold.by);
      return (i) => keyOf(i) === name;
    }
    case "complaint-lot": {
      const place = lotPlace(seen.lots, name);
      return place === null ? null : (i) => seen.lots.lotOfCase[i] === place;
    }
    default:
      return null;
  }
}

function membersOf(seen: Seen, cell: string): Uint32Array | null {
  const [kind = "", ...rest] = cell.split(":");
  const name = rest.join(":");
  const { coded, byCustomer, followed } = seen;
  const { cases } = coded;
  const isIn = placeTest(seen, cell);
  if (isIn !== null) {
    return cases.rows.some((_, i) => isIn(i)) ? customersOfCases(cases, isIn) : null;
  }
  switch (kind) {
    case "complaint-lot-buyers":
      return lotCustomers(seen.lots, seen.lotSight, { id: name, part: "buyers" });
    case "complaint-lot-silent":
      return lotCustomers(seen.lots, seen.lotSight, { id: name, part: "silent" });
    case "complaint-named": {
      if (name !== "all" && name !== "repeat") return null;
      const fewest = name === "repeat" ? 2 : 1;
      const rows = [...byCustomer].filter(([, { length }]) => length >= fewest);
      return Uint32Array.from(rows, ([row]) => row).sort();
    }
    case "complaint-after": {
      const rows = followed.filter(({ outcome }) => outcome === name).map(({ row }) => row);
      return rows.length === 0 ? null : Uint32Array.from(rows).sort();
    }
    default:
      return null;
  }
}
