import { readDayList } from "../../domain/day-list";
import type { Period } from "../../domain/scope";
import { MISSING_DAY } from "../../kernel/table/column";
import type { Kept } from "../../domain/kept";
import { keptShare } from "../../measures/kept-share";
import { windowOf } from "../../measures/window";
import type { Ambient, Answer, Input, Progress } from "../define";
import { complaintPromises, satisfiedAnswers, type Satisfied } from "./care";
import { controlOf, monthKeyOf } from "./control";
import { deliveriesOf, lacksOf, type Deliveries } from "./deliveries";
import { isMeasured, type Measured, type Occurrences } from "./occurrences";
import { orderUnits } from "./order-units";
import {
  MEASURES,
  STANDARD_PARAMS,
  type Lack,
  type Measure,
  type ServiceChart,
  type ServiceParams,
  type ServiceResult,
  type StandardLine,
  type Verdict,
} from "./spec";

/** Fewer judged than this are compared with no standard. */
const FEWEST_JUDGED = 5;

/**
 * Service standards against what was measured and what was expected, month by month, before and after a change.
 *
 * @param input   `customers`; `orders` with promised and delivered days and quantities, `complaints`, `surveys` as far as there
 * @param params  window, standards, the measure that is drawn, the day of a change: see README
 * @param ambient scope; filters on orders reach the order figures only
 * @returns always an answer; what cannot be measured says which columns are missing. Members: "service:<measure>:<all|missed>",
 *   "service-month:<measure>:<yyyy-mm>" (those of whom it was missed)
 *
 * O(order lines + complaints + answers). Methods D27, D43; catalogue #64, #65, #67.
 */
export default function* service(
  input: Input,
  params: ServiceParams,
  ambient: Ambient,
): Generator<Progress, Answer<ServiceResult>, void> {
  const period = windowOf(ambient.scope, params.window);
  yield { done: 0.05 };
  const deliveries = yield* deliveriesIn(input, ambient, period);
  yield { done: 0.6 };
  const care = complaintPromises(input, params, ambient, period);
  yield { done: 0.7 };
  const satisfied = yield* satisfiedAnswers(input, ambient, period);
  yield { done: 0.9 };
  const measured: Readonly<Record<Measure, Measured>> = {
    "on-time": deliveries.onTime,
    "in-full": deliveries.inFull,
    perfect: deliveries.perfect,
    response: care.response,
    solution: care.solution,
    satisfied: satisfied.measured,
  };
  const { hasOwnLimits } = care;
  const seen: Seen = { measured, deliveries, satisfied, hasOwnLimits, params, period };
  const result = describe(seen);
  return { result, members: (cell) => membersOf(seen, cell) };
}

interface Seen {
  readonly measured: Readonly<Record<Measure, Measured>>;
  readonly deliveries: Deliveries;
  readonly satisfied: Satisfied;
  readonly hasOwnLimits: boolean;
  readonly params: ServiceParams;
  readonly period: Period;
}

const ORDER_COLUMNS = ["customer", "orderedOn", "lineKind"] as const;

function* deliveriesIn(
  { orders }: Input,
  { scope, orderRows }: Ambient,
  period: Period,
): Generator<Progress, Deliveries, void> {
  const absent = ORDER_COLUMNS.filter((id) => !orders.columns.has(id));
  if (absent.length > 0) {
    const lacks: readonly Lack[] = [{ entity: "orders", field: "orderedOn" }];
    return { onTime: lacks, inFull: lacks, perfect: lacks, facts: null };
  }
  const lacks = lacksOf(orders);
  if (lacks.time.length > 0 && lacks.quantity.length > 0) {
    const { time, quantity } = lacks;
    return { onTime: time, inFull: quantity, perfect: [...time, ...quantity], facts: null };
  }
  const units = yield* orderUnits(orders, scope.asOfDay, orderRows);
  yield { done: 0.5 };
  return deliveriesOf(units, period, lacks);
}

/** Measured, and not by nothing. */
function occurrencesOf({ measured }: Pick<Seen, "measured">, id: Measure): Occurrences | null {
  const one = measured[id];
  return isMeasured(one) && one.kept.length > 0 ? one : null;
}

function describe(seen: Seen): ServiceResult {
  const { params, period, deliveries } = seen;
  const standards = MEASURES.map((id) => standardLine(seen, id));
  const drawable = MEASURES.filter((id) =>
    occurrencesOf(seen, id)?.days.some((day) => day !== MISSING_DAY),
  );
  const change = readDayList(params.changeOn);
  const chart = chartOf(seen, drawable, change.days[0] ?? null);
  const share = (id: Measure): number | null =>
    standards.find((line) => line.id === id)?.kept?.share ?? null;
  const difference = chart?.change?.difference ?? null;
  return {
    kind: "answered",
    isQuiet: standards.every(({ verdict }) => verdict === null),
    headline: {
      measured: standards.filter(({ verdict }) => verdict !== null).length,
      kept: standards.filter(({ verdict }) => verdict === "met").length,
      below: standards.filter(({ verdict }) => verdict === "missed").length,
      onTime: share("on-time"),
      inFull: share("in-full"),
      perfect: share("perfect"),
      withinResponse: share("response"),
      withinSolution: share("solution"),
      satisfied: share("satisfied"),
      change: difference === null ? null : difference.value,
      changeLow: difference === null ? null : difference.low,
      changeHigh: difference === null ? null : difference.high,
    },
    fromDay: period.fromDay,
    toDay: period.toDay,
    standards,
    hasOwnLimits: seen.hasOwnLimits,
    drawable,
    chart,
    delivery: deliveries.facts,
    unreadableDays: change.unreadable,
  };
}

function standardLine(seen: Seen, id: Measure): StandardLine {
  const standard = seen.params[STANDARD_PARAMS[id]];
  const measured = seen.measured[id];
  const expected = id === "satisfied" ? seen.satisfied.expected : null;
  if (!isMeasured(measured)) {
    const none = { kept: null, verdict: null, customers: 0, missedCustomers: 0 };
    return { id, standard, expected, lacks: measured, ...none };
  }
  const kept = keptOf(measured);
  return {
    id,
    standard,
    kept,
    lacks: [],
    verdict: verdictOf(kept, standard),
    expected,
    customers: customersOf(measured, () => true).length,
    missedCustomers: customersOf(measured, (i) => measured.kept[i] === 0).length,
  };
}

function keptOf({ kept, pending, unknown }: Occurrences): Kept {
  const met = kept.reduce((sum, one) => sum + one, 0);
  return keptShare({ met, missed: kept.length - met, pending, unknown });
}

function verdictOf({ met, missed, low, high }: Kept, standard: number): Verdict | null {
  if (low === null || high === null) return null;
  if (met + missed < FEWEST_JUDGED) return "thin";
  if (low >= standard) return "met";
  return high < standard ? "missed" : "unclear";
}

function chartOf(
  seen: Seen,
  drawable: readonly Measure[],
  changeDay: number | null,
): ServiceChart | null {
  const wanted = drawable.find((id) => id === seen.params.measure) ?? drawable[0];
  const found = wanted === undefined ? null : occurrencesOf(seen, wanted);
  if (wanted === undefined || found === null) return null;
  const control = controlOf({ found, period: seen.period, changeDay });
  return control === null ? null : { measure: wanted, ...control };
}

function customersOf(
  { customers }: Occurrences,
  isIn: (place: number) => boolean,
): Uint32Array<ArrayBuffer> {
  const found = new Set<number>();
  customers.forEach((customer, i) => {
    if (customer >= 0 && isIn(i)) found.add(customer);
  });
  return Uint32Array.from(found).sort();
}

function membersOf(seen: Seen, cell: string): Uint32Array | null {
  const [kind, name = "", which, ...rest] = cell.split(":");
  const id = MEASURES.find((measure) => measure === name);
  const found = id === undefined ? null : occurrencesOf(seen, id);
  if (found === null || which === undefined || rest.length > 0) return null;
  if (kind === "service") {
    if (which === "all") return customersOf(found, () => true);
    return which === "missed" ? customersOf(found, (i) => found.kept[i] === 0) : null;
  }
  if (kind !== "service-month") return null;
  const isOf = (i: number): boolean =>
    found.days[i] !== MISSING_DAY && monthKeyOf(found.days[i]!) === which;
  if (!found.days.some((_, i) => isOf(i))) return null;
  return customersOf(found, (i) => found.kept[i] === 0 && isOf(i));
}
