import type { Grade } from "../../domain/rule-book";
import { withProgress } from "../../kernel/base/with-progress";
import { addMonths, FIRST_DAY, type EpochDay } from "../../kernel/base/calendar";
import { byRow } from "../../measures/by-row";
import { fitSpend, type SpendFit } from "../../measures/clv/gamma-gamma";
import { customerHistories, type CustomerHistories } from "../../measures/clv/purchase-history";
import { fitModel, type ModelFit } from "../../measures/clv/purchase-model";
import { customerLedger, type CustomerLedger } from "../../measures/customer-ledger";
import { orderBook } from "../../measures/order-book";
import type { Ambient, Answer, Input, Progress, Refusal } from "../define";
import { bootstrap, type BootstrapResult } from "./bootstrap";
import { frequencyCheck, holdoutCheck, trackingCheck, type Seen } from "./checks";
import { aliveBin, describe } from "./describe";
import { gridOf, type Grid } from "./grid";
import { DAYS_PER_MONTH, DAYS_PER_UNIT, MODELS } from "./models";
import {
  outlookOf,
  spendOf,
  tenYearsOf,
  valueBase,
  type Horizon,
  type Outlook,
  type Worth,
} from "./outlook";
import { simpleClv } from "./simple";
import type { ClvParams, ClvResult } from "./spec";
import { walletMembers, walletOf, type WalletShares } from "./wallet";

/** Below this the parameters are noise. */
const LEAST_CUSTOMERS = 30;
const LEAST_REPEATERS = 10;

/**
 * What each customer will bring: expected purchases and their money, discounted.
 *
 * @param input   `orders` with customer, orderedOn, amount, lineKind, and profit for the value `profit`; `customers`
 * @param params  model, unit, months, discount, value, replicates: see README
 * @param ambient scope (its period plays no part: the whole history up to the as-of day is read), selected rows, rng
 * @returns the result; or a refusal: `profit-missing`, `few-customers` (needs 30 with a purchase), `few-repeaters` (needs 10
 *   with a second purchase). Members: "all", "alive:<0..9>", "grid:<a|b|c>:<a|b|c>",
 *   "falling" (grade A now, not to come), "wallet:<band>"
 * @yields between passes over the base
 *
 * Methods D7–D12. O(lines + customers × passes).
 */
export default function* clv(
  input: Input,
  params: ClvParams,
  ambient: Ambient,
): Generator<Progress, Answer<ClvResult>, void> {
  const book = orderBook(input);
  const { scope, orderRows } = ambient;
  const everything = { fromDay: FIRST_DAY, toDay: scope.asOfDay };
  const ledger = customerLedger(book, everything, orderRows);
  const margin = params.value === "profit" ? marginOf(ledger) : 1;
  if (margin === null) return refused("profit-missing", 1, 0);
  const daysPerUnit = DAYS_PER_UNIT[params.unit];
  yield { done: 0.01 };
  const base = customerHistories(book, everything, daysPerUnit, orderRows);
  yield { done: 0.03 };
  const repeatsEach = Uint32Array.from(base.places, (place) => base.history.repeats[place]!);
  const repeaters = repeatsEach.filter((repeats) => repeats > 0).length;
  const n = base.customers.length;
  if (n < LEAST_CUSTOMERS) return refused("few-customers", LEAST_CUSTOMERS, n);
  if (repeaters < LEAST_REPEATERS) return refused("few-repeaters", LEAST_REPEATERS, repeaters);

  const source = { base, repeatsEach, margin, params };
  const valued = yield* valueCustomers(source);
  const fromDay = base.firstDays.reduce((one, other) => Math.min(one, other), scope.asOfDay);
  const seen = { book, orderRows, asOfDay: scope.asOfDay, daysPerUnit };
  const checks = yield* checkModel(source, valued, seen, fromDay);
  const intervals = yield* inProgress(simulate(source, valued, ambient), 0.55);
  const lastMonths = (addMonths(scope.asOfDay, -params.months) + 1) as EpochDay;
  const recent = { fromDay: lastMonths, toDay: scope.asOfDay };
  const past = customerLedger(book, recent, orderRows).sales;
  yield { done: 0.99 };
  const grid = gridOf(base, valued.worth.each, past);
  yield { done: 0.99 };
  const simple = simpleClv(book, params, margin, ambient);
  yield { done: 0.99 };
  const year = { fromDay: (addMonths(scope.asOfDay, -12) + 1) as EpochDay, toDay: scope.asOfDay };
  const yearSales = customerLedger(book, year, orderRows).sales;
  const wallet = walletOf(input.customers, base.customers, yearSales);
  const result = describe({
    ...source,
    ...valued,
    input,
    ambient,
    repeaters,
    fromDay,
    ledger,
    intervals,
    checks,
    grid,
    simple,
    wallet,
  });
  const scores = scoresOf(base, valued, book.customerCount);
  return { result, members: membersBy({ base, outlook: valued.outlook, grid, wallet }), scores };
}

/** CLV and the chance to be alive by row; missing for who has not bought yet. */
function scoresOf(
  { customers, places }: CustomerHistories,
  { worth, outlook }: Valued,
  rowCount: number,
): NonNullable<Answer<ClvResult>["scores"]> {
  const alive = Float64Array.from(places, (place) => outlook.alive[place]!);
  return {
    clv: byRow(customers, worth.each, rowCount),
    aliveChance: byRow(customers, alive, rowCount),
  };
}

/** What is asked, and of whom. */
interface Source {
  readonly base: CustomerHistories;
  /** repeat purchases of each customer of the base */
  readonly repeatsEach: Uint32Array;
  readonly margin: number;
  readonly params: ClvParams;
}

/** Both models and what follows from them for each customer. */
interface Valued {
  readonly fit: ModelFit;
  readonly spend: SpendFit | null;
  readonly outlook: Outlook;
  readonly spends: Float64Array;
  readonly worth: Worth;
}

const horizonOf = ({ months, discount, unit }: ClvParams): Horizon => ({
  months,
  discount,
  daysPerUnit: DAYS_PER_UNIT[unit],
});

function* valueCustomers(source: Source): Generator<Progress, Valued, void> {
  const { base, repeatsEach, margin, params } = source;
  const model = MODELS[params.model];
  const fit = yield* withProgress({ done: 0.05 }, fitModel(model, base.history));
  const spend = yield* withProgress({ done: 0.2 }, fitSpend(repeatsEach, base.meanSpends));
  yield { done: 0.25 };
  const outlook = outlookOf(model, fit.parameters, base.history, horizonOf(params));
  yield { done: 0.3 };
  const tenYears = tenYearsOf(model, fit.parameters, base.history, horizonOf(params));
  yield { done: 0.35 };
  const spends = spendOf(base, spend, meanRepeatSpend(base, repeatsEach));
  const worth = valueBase(base, { outlook, tenYears }, spends, margin);
  return { fit, spend, outlook, spends, worth };
}

function* checkModel(
  { base, params }: Source,
  { fit }: Valued,
  seen: Seen,
  fromDay: number,
): Generator<Progress, Pick<ClvResult, "frequency" | "tracking" | "holdout">, void> {
  const model = MODELS[params.model];
  const frequency = frequencyCheck(model, fit.parameters, base.history);
  yield { done: 0.4 };
  const tracking = trackingCheck(model, fit.parameters, base, seen);
  yield { done: 0.45 };
  const horizonDays = params.months * DAYS_PER_MONTH;
  const checking = holdoutCheck(model, fit.parameters, seen, { fromDay, horizonDays });
  const holdout = yield* withProgress({ done: 0.5 }, checking);
  return { frequency, tracking, holdout };
}

function simulate(
  { base, repeatsEach, params, margin }: Source,
  { fit, spend, worth }: Valued,
  ambient: Ambient,
): Generator<number, BootstrapResult, void> {
  const task = {
    model: MODELS[params.model],
    parameters: fit.parameters,
    base,
    spend,
    fallbackSpend: meanRepeatSpend(base, repeatsEach),
    horizon: horizonOf(params),
    replicates: params.replicates,
    rng: ambient.rng,
  };
  return bootstrap(task, { purchases: worth.purchases, value: worth.total / margin });
}

function refused(
  code: string,
  need: number,
  have: number,
): { result: Refusal; members: () => null } {
  return { result: { kind: "insufficient", code, need, have }, members: () => null };
}

function* inProgress<T>(
  work: Generator<number, T, void>,
  from: number,
): Generator<Progress, T, void> {
  let step = work.next();
  for (; step.done !== true; step = work.next()) yield { done: from + (1 - from) * step.value };
  return step.value;
}

/** Gross profit ÷ sales of the customers whose profit is known; null when the data have none, or no sales. */
function marginOf({ profits, sales }: CustomerLedger): number | null {
  if (profits === null) return null;
  let [profit, amount] = [0, 0];
  profits.forEach((value, customer) => {
    if (Number.isNaN(value)) return;
    profit += value;
    amount += sales[customer]!;
  });
  return amount > 0 ? profit / amount : null;
}

function meanRepeatSpend({ meanSpends }: CustomerHistories, repeats: Uint32Array): number {
  let [money, purchases] = [0, 0];
  meanSpends.forEach((mean, i) => {
    if (Number.isNaN(mean)) return;
    money += mean * repeats[i]!;
    purchases += repeats[i]!;
  });
  return money / purchases;
}

interface Placed {
  readonly base: CustomerHistories;
  readonly outlook: Outlook;
  readonly grid: Grid;
  readonly wallet: WalletShares | null;
}

const membersBy = (placed: Placed) => (cell: string) => membersOf(placed, cell);

function membersOf({ base, outlook, grid, wallet }: Placed, cell: string): Uint32Array | null {
  const pick = (isMember: (i: number) => boolean): Uint32Array =>
    base.customers.filter((_, i) => isMember(i));
  if (cell === "all") return base.customers.slice();
  if (cell === "falling") {
    return pick((i) => {
      const { now, next } = grid.cells[grid.cellOf[i]!]!;
      return now === "a" && next !== "a";
    });
  }
  const [kind, first, second, ...rest] = cell.split(":");
  if (kind === "alive" && second === undefined && /^\d$/.test(first ?? "")) {
    const bin = Number(first);
    return pick((i) => aliveBin(outlook.alive[base.places[i]!]!) === bin);
  }
  if (kind === "wallet" && second === undefined) return walletMembers(wallet, first ?? "");
  if (kind === "grid" && rest.length === 0) {
    const index = grid.cells.findIndex(
      ({ now, next }) => now === (first as Grade) && next === (second as Grade),
    );
    return index < 0 ? null : pick((i) => grid.cellOf[i] === index);
  }
  return null;
}
