import { withProgress } from "../../kernel/base/with-progress";
import { falseDiscoveryRates } from "../../kernel/stats/false-discovery";
import { orderBook } from "../../measures/order-book";
import type { Ambient, Answer, Input, Progress } from "../define";
import { clusteredRatio, countsOf, type ClusteredRatio, type Trials } from "./clustered-ratio";
import {
  KNOWS_QUANTITY,
  KNOWS_TIME,
  lacksOf,
  LATE,
  linkedTo,
  purchasesOf,
  SHORT,
  type Linked,
  type Purchases,
} from "./purchases";
import { returnDays, type DaysByCustomer } from "./return-days";
import {
  NEW_BATCH_DAYS,
  NEW_CUSTOMER_DAYS,
  PRIOR_DAYS,
  RETURNED_DAYS,
  SIGNALS,
  type Signal,
  type SignalLine,
  type SignalsParams,
  type SignalsResult,
} from "./spec";

/** Fewer complaints than this teach nothing of what comes before them. */
const FEWEST = 20;
const FALSE_DISCOVERY = 0.05;

/**
 * What comes before complaints: late and short deliveries, new batches, new customers, an earlier complaint, a return.
 *
 * @param input   `complaints` with customer and opening; `orders` with deliveries and batches as far as there; `customers`
 * @param params  days to follow: see README
 * @param ambient scope, selected customers; filters on orders do not reach it
 * @returns the result, or the refusal `few-complaints` (fewer than 20 belong to a purchase). Members: "signal-now:<signal>" (a purchase
 *   of the last days shows it, no complaint since), "signal-hit:<signal>" (complained after it)
 *
 * O(lines + complaints log purchases). Catalogue #82.
 */
export default function* complaintSignals(
  input: Input,
  { followDays }: SignalsParams,
  { scope, customerRows }: Ambient,
): Generator<Progress, Answer<SignalsResult>, void> {
  const { complaints, orders } = input;
  if (complaints?.columns.has("openedAt") !== true) return refused(0);
  const lastDay = scope.asOfDay;
  const book = orderBook(input);
  yield { done: 0.1 };
  const purchases = yield* withProgress(
    { done: 0.3 },
    purchasesOf({ orders, complaints, book, lastDay, customerRows }),
  );
  const linked = linkedTo(purchases, complaints, { lastDay, followDays });
  yield { done: 0.6 };
  const lacks = lacksOf(orders);
  const missing = new Set(lacks.map(({ signal }) => signal));
  const returns = returnDays(book, lastDay);
  const seen: Seen = { purchases, linked, returns, lastDay, followDays, missing };
  const judged = judgedPlaces(seen);
  const hits = judged.filter((place) => linked.isHit[place] === 1).length;
  if (hits < FEWEST) return refused(hits);
  yield { done: 0.8 };
  return {
    result: yield* describe(seen, { judged, hits, lacks }),
    members: (cell) => membersOf(seen, judged, cell),
  };
}

const refused = (have: number): Answer<SignalsResult> => ({
  result: { kind: "insufficient", code: "few-complaints", need: FEWEST, have },
  members: () => null,
});

interface Seen {
  readonly purchases: Purchases;
  readonly linked: Linked;
  readonly returns: DaysByCustomer;
  readonly lastDay: number;
  readonly followDays: number;
  readonly missing: ReadonlySet<Signal>;
}

/** Purchases since complaints are recorded, of which the time to complain is over. */
function judgedPlaces({ purchases, linked, lastDay, followDays }: Seen): Int32Array {
  const { days, n } = purchases;
  return Int32Array.from({ length: n }, (_, place) => place).filter(
    (place) => days[place]! >= linked.firstDay && days[place]! + followDays <= lastDay,
  );
}

const UNKNOWN = -1;

/** 1: the purchase shows the signal, 0: it does not, −1: not known. */
function shows(seen: Seen, signal: Signal, place: number): 0 | 1 | typeof UNKNOWN {
  const { purchases, linked, returns, missing } = seen;
  if (missing.has(signal)) return UNKNOWN;
  const says = purchases.says[place]!;
  const day = purchases.days[place]!;
  const customer = purchases.customers[place]!;
  const isKnownSince = (days: number, from: number): boolean => day - days >= from;
  const flag = (isShown: boolean): 0 | 1 => (isShown ? 1 : 0);
  switch (signal) {
    case "late":
      return (says & KNOWS_TIME) === 0 ? UNKNOWN : flag((says & LATE) !== 0);
    case "short":
      return (says & KNOWS_QUANTITY) === 0 ? UNKNOWN : flag((says & SHORT) !== 0);
    case "new-batch": {
      const age = purchases.batchAges[place]!;
      // Whatever is sold first in the data looks new.
      if (Number.isNaN(age) || !isKnownSince(NEW_BATCH_DAYS, purchases.firstDay)) return UNKNOWN;
      return flag(age < NEW_BATCH_DAYS);
    }
    case "new-customer": {
      if (!isKnownSince(NEW_CUSTOMER_DAYS, purchases.firstDay)) return UNKNOWN;
      const first = purchases.days[purchases.offsets[customer]!]!;
      return flag(day - first < NEW_CUSTOMER_DAYS);
    }
    case "prior-complaint":
      if (!isKnownSince(PRIOR_DAYS, linked.firstDay)) return UNKNOWN;
      return flag(hasWithin(linked.complaintDays.get(customer), day, PRIOR_DAYS));
    case "returned":
      if (!isKnownSince(RETURNED_DAYS, purchases.firstDay)) return UNKNOWN;
      return flag(hasWithin(returns.get(customer), day, RETURNED_DAYS));
  }
}

/** Whether any of some days lies within so many days before a day. */
const hasWithin = (days: readonly number[] | undefined, day: number, within: number): boolean =>
  days !== undefined && days.some((one) => one < day && one >= day - within);

/** Purchases of which it is known whether they show a signal. */
type Asked = Trials & { readonly places: Int32Array };

function trialsOf(seen: Seen, judged: Int32Array, signal: Signal): Asked {
  const { purchases, linked } = seen;
  const shown = judged.map((place) => shows(seen, signal, place));
  const places = judged.filter((_, i) => shown[i] !== UNKNOWN);
  return {
    places,
    customers: places.map((place) => purchases.customers[place]!),
    isShown: Uint8Array.from(shown.filter((value) => value !== UNKNOWN)),
    isHit: Uint8Array.from(places, (place) => linked.isHit[place]!),
  };
}

interface Told extends Pick<SignalsResult, "lacks"> {
  readonly judged: Int32Array;
  /** of the judged, those that were complained of */
  readonly hits: number;
}

/** Yields after each signal. */
function* describe(
  seen: Seen,
  { judged, hits, lacks }: Told,
): Generator<Progress, SignalsResult, void> {
  const { purchases, linked, lastDay, followDays } = seen;
  const known: { signal: Signal; now: number; trials: Asked; tested: ClusteredRatio | null }[] = [];
  for (const signal of SIGNALS) {
    const trials = trialsOf(seen, judged, signal);
    yield { done: 0.9 };
    if (trials.places.length === 0) continue;
    const now = nowOf(seen, signal).length;
    known.push({ signal, now, trials, tested: clusteredRatio(trials) });
    yield { done: 0.9 };
  }
  const tested = known.filter((each) => each.tested !== null);
  const rates = falseDiscoveryRates(tested.map((each) => each.tested!.p));
  const rateOf = new Map(tested.map(({ signal }, i) => [signal, rates[i]!]));
  const lines = known
    .map(({ signal, now, trials, tested: ratio }) => {
      const cells = { now, hitCustomers: hitOf(seen, trials).length };
      return { ...lineOf(signal, trials, { ratio, qValue: rateOf.get(signal) ?? null }), ...cells };
    })
    .sort(byStrength);
  const ratioOf = (signal: Signal): number | null =>
    lines.find((line) => line.signal === signal)?.ratio ?? null;
  const leading = lines.filter(({ isLeading }) => isLeading).length;
  return {
    kind: "answered",
    isQuiet: leading === 0,
    headline: {
      n: judged.length,
      complaints: hits,
      share: hits / judged.length,
      leading,
      lateRatio: ratioOf("late"),
      shortRatio: ratioOf("short"),
      newBatchRatio: ratioOf("new-batch"),
      newCustomerRatio: ratioOf("new-customer"),
      priorComplaintRatio: ratioOf("prior-complaint"),
      returnedRatio: ratioOf("returned"),
    },
    fromDay: Math.max(linked.firstDay, purchases.firstDay),
    toDay: lastDay - followDays,
    lines,
    lacks,
    unlinked: linked.unlinked,
  };
}

function lineOf(
  signal: Signal,
  trials: Trials,
  { ratio, qValue }: { readonly ratio: ClusteredRatio | null; readonly qValue: number | null },
): Omit<SignalLine, "now" | "hitCustomers"> {
  return {
    signal,
    ...countsOf(trials),
    ratio: ratio === null ? null : ratio.ratio,
    low: ratio === null ? null : ratio.low,
    high: ratio === null ? null : ratio.high,
    qValue,
    isLeading: ratio !== null && ratio.ratio > 1 && qValue !== null && qValue <= FALSE_DISCOVERY,
  };
}

const byStrength = (a: SignalLine, b: SignalLine): number =>
  Number(b.isLeading) - Number(a.isLeading) ||
  (b.ratio ?? -Infinity) - (a.ratio ?? -Infinity) ||
  SIGNALS.indexOf(a.signal) - SIGNALS.indexOf(b.signal);

/** Customers with a purchase of the last days that shows a signal, who have not complained since. */
function nowOf(seen: Seen, signal: Signal): Uint32Array {
  const { purchases, linked, lastDay, followDays } = seen;
  const rows = new Set<number>();
  for (let place = 0; place < purchases.n; place++) {
    const day = purchases.days[place]!;
    if (day + followDays <= lastDay || shows(seen, signal, place) !== 1) continue;
    const row = purchases.customers[place]!;
    const isSettled = linked.complaintDays.get(row)?.some((one) => one >= day) === true;
    if (!isSettled) rows.add(row);
  }
  return Uint32Array.from(rows).sort();
}

/** Customers who complained after a purchase that shows the signal. */
function hitOf({ purchases }: Seen, { places, isShown, isHit }: Asked): Uint32Array {
  const rows = places.filter((_, i) => isShown[i] === 1 && isHit[i] === 1);
  return Uint32Array.from(new Set(rows.map((place) => purchases.customers[place]!))).sort();
}

function membersOf(seen: Seen, judged: Int32Array, cell: string): Uint32Array | null {
  const [kind, name, ...rest] = cell.split(":");
  const signal = SIGNALS.find((id) => id === name);
  if (signal === undefined || rest.length > 0 || seen.missing.has(signal)) return null;
  if (kind === "signal-now") return nowOf(seen, signal);
  return kind === "signal-hit" ? hitOf(seen, trialsOf(seen, judged, signal)) : null;
}
