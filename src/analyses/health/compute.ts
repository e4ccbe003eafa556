import { withProgress } from "../../kernel/base/with-progress";
import { descendingOrder } from "../../kernel/stats/rank";
import { hasBit } from "../../kernel/table/bitset";
import { requiredColumn, textAt } from "../../kernel/table/column";
import { customerNameOf } from "../../measures/customer-name";
import { eventSpan, saleEvents } from "../../measures/lifecycle-events";
import { lapseWindow } from "../../measures/lifecycle-stages";
import { orderBook } from "../../measures/order-book";
import type { Ambient, Answer, Input, Progress } from "../define";
import { backTestOf, type Tested } from "./back-test";
import { bandOf } from "./band";
import { lookAt, type Look } from "./look";
import { partsOf, scored, weightOf, type Scored } from "./score";
import {
  BANDS,
  BAND_LIMITS,
  MEASURES,
  type HealthLine,
  type HealthParams,
  type HealthResult,
  type MeasureLine,
  type OneHealth,
} from "./spec";

const LINES = 50;
const LOW = 50;

/**
 * How well each of today's customers is, from all that the tables say of it, and whom to call first.
 *
 * @param input   `orders` and `customers`; surveys, complaints, invoices with payments, contacts and contracts where there are any
 * @param params  weights of the measures, window: see README
 * @param ambient scope (its period plays no part), selected rows
 * @returns the result, or the refusal `no-customers`. Members: "all", "health:<band>", "health-call", "health-score:<0..9>",
 *   "health-low:<measure>"
 * @yields between its parts and measures
 *
 * Methods D53. O(lines + rows of the other tables + customers log customers).
 */
export default function* health(
  input: Input,
  params: HealthParams,
  ambient: Ambient,
): Generator<Progress, Answer<HealthResult>, void> {
  const { scope, orderRows, customerRows } = ambient;
  const { asOfDay } = scope;
  const events = saleEvents(orderBook(input), asOfDay, orderRows);
  const span = eventSpan(events);
  const none = (): Answer<HealthResult> => ({
    result: { kind: "insufficient", code: "no-customers", need: 1, have: 0 },
    members: () => null,
  });
  if (span === null) return none();
  const windowDays =
    params.windowDays > 0 ? params.windowDays : lapseWindow(events, asOfDay, span.firstDay).days;
  const sight = { tables: input, scope, events, windowDays };
  yield { done: 0.2 };
  const now = yield* withProgress({ done: 0.3 }, lookAt(sight, asOfDay));
  const score = scored(now.measures, params, now.customers);
  const rows: number[] = [];
  for (let customer = 0; customer < now.customers; customer++) {
    if (now.isCurrent[customer] === 0 || !(score.totals[customer]! > 0)) continue;
    if (customerRows === null || hasBit(customerRows, customer)) rows.push(customer);
  }
  if (rows.length === 0) return none();
  yield { done: 0.6 };
  const before = yield* withProgress({ done: 0.7 }, lookAt(sight, asOfDay - windowDays));
  const beforeScore = scored(before.measures, params, before.customers);
  const question = {
    events,
    look: before,
    score: beforeScore,
    customerRows,
    day: asOfDay - windowDays,
    windowDays,
    firstDay: span.firstDay,
  };
  const tested = yield* withProgress({ done: 0.9 }, backTestOf(question));
  return describe({ input, params, windowDays, now, score, rows, before, beforeScore, tested });
}

interface Seen {
  readonly input: Input;
  readonly params: HealthParams;
  readonly windowDays: number;
  readonly now: Look;
  readonly score: Scored;
  /** today's customers, ascending */
  readonly rows: readonly number[];
  readonly before: Look;
  readonly beforeScore: Scored;
  readonly tested: Tested | null;
}

const binOf = (score: number): number => Math.min(9, Math.floor(score / 10));

function describe(seen: Seen): Answer<HealthResult> {
  const { rows, score, now, windowDays, tested } = seen;
  const { scores } = score;
  const bins = new Uint32Array(10);
  let sum = 0;
  for (const row of rows) {
    bins[binOf(scores[row]!)]!++;
    sum += scores[row]!;
  }
  const bands = BANDS.map((id) => {
    const own = rows.filter((row) => bandOf(scores[row]!) === id);
    return {
      id,
      customers: own.length,
      year: own.reduce((total, row) => total + now.yearSales[row]!, 0),
      tested: tested === null ? null : tested.bands[id],
    };
  });
  const [danger, watch] = bands as [(typeof bands)[0], (typeof bands)[0], (typeof bands)[0]];
  const callable = rows.filter((row) => scores[row]! < BAND_LIMITS.watch);
  const auc = tested === null ? null : tested.backTest.auc;
  const result: HealthResult = {
    kind: "answered",
    headline: {
      customers: rows.length,
      meanScore: sum / rows.length,
      danger: danger.customers,
      watch: watch.customers,
      yearInDanger: danger.year,
      auc: auc === null ? null : auc.value,
      aucLow: auc === null ? null : auc.low,
      aucHigh: auc === null ? null : auc.high,
    },
    windowDays,
    bands,
    bins,
    measures: measureLines(seen),
    backTest: tested === null ? null : tested.backTest,
    lines: linesOf(seen, callable),
    callable: callable.length,
  };
  const healthScore = new Float64Array(now.customers).fill(NaN);
  for (const row of rows) healthScore[row] = scores[row]!;
  const today = new Set(rows);
  return {
    result,
    members: (cell) => membersOf(seen, cell),
    scores: { healthScore },
    of: (row): OneHealth | null =>
      today.has(row) ? { line: lineOf(seen, row), windowDays, usual: sum / rows.length } : null,
  };
}

function measureLines({ params, now, score, rows, tested }: Seen): readonly MeasureLine[] {
  return MEASURES.map((id): MeasureLine => {
    const measured = now.measures.find((one) => one.id === id);
    const weight = weightOf(params, id);
    let [known, sum, low, effective] = [0, 0, 0, 0];
    for (const row of measured === undefined ? [] : rows) {
      const own = measured!.scores[row]!;
      if (own !== own) continue;
      known++;
      sum += own;
      if (own < LOW) low++;
      effective += weight / score.totals[row]!;
    }
    return {
      id,
      weight,
      effective: effective / rows.length,
      known,
      mean: known === 0 ? null : sum / known,
      low,
      auc: tested === null ? null : tested.aucs[id],
    };
  });
}

function linesOf(seen: Seen, callable: readonly number[]): readonly HealthLine[] {
  const { now, score } = seen;
  const urgency = Float64Array.from(
    callable,
    (row) => (100 - score.scores[row]!) * Math.max(0, now.yearSales[row]!),
  );
  return Array.from(descendingOrder(urgency).subarray(0, LINES), (i) => lineOf(seen, callable[i]!));
}

function lineOf(seen: Seen, row: number): HealthLine {
  const { input, params, now, score, before, beforeScore } = seen;
  const keys = requiredColumn(input.customers, "key", "dictionary");
  const name = customerNameOf(input.customers, row);
  const own = score.scores[row]!;
  const earlier = before.isCurrent[row] === 1 ? beforeScore.scores[row]! : NaN;
  return {
    row,
    key: textAt(keys, row) ?? name,
    name,
    score: own,
    change: earlier === earlier ? own - earlier : null,
    year: now.yearSales[row]!,
    parts: partsOf(now.measures, params, row, score.totals[row]!),
    missing:
      MEASURES.length - now.measures.filter(({ scores }) => scores[row] === scores[row]).length,
  };
}

function membersOf({ rows, score, now }: Seen, cell: string): Uint32Array | null {
  const { scores } = score;
  const pick = (isMember: (row: number) => boolean): Uint32Array =>
    Uint32Array.from(rows.filter(isMember));
  if (cell === "all") return pick(() => true);
  if (cell === "health-call") return pick((row) => scores[row]! < BAND_LIMITS.watch);
  const [kind, name = "", ...rest] = cell.split(":");
  if (rest.length > 0) return null;
  if (kind === "health" && BANDS.some((id) => id === name))
    return pick((row) => bandOf(scores[row]!) === name);
  if (kind === "health-score" && /^\d$/.test(name))
    return pick((row) => binOf(scores[row]!) === Number(name));
  if (kind === "health-low" && MEASURES.some((id) => id === name)) {
    const measured = now.measures.find(({ id }) => id === name);
    return pick((row) => measured !== undefined && measured.scores[row]! < LOW);
  }
  return null;
}
