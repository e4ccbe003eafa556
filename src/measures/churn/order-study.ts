import type { StoredColumn, Tables } from "../../domain/generation";
import type { Feature } from "../../kernel/learn/feature";
import { learnEncoding } from "../../kernel/learn/encoder";
import { hasBit, type Bitset } from "../../kernel/table/bitset";
import { eventSpan, saleEvents, type SaleEvents } from "../lifecycle-events";
import { lapseWindow } from "../lifecycle-stages";
import { orderBook } from "../order-book";
import { BEHAVIOURS, behaviourAt, type Behaviour } from "./behaviour";
import { columnFeatures } from "./column-features";
import { keyOrder } from "./key-order";
import { obstacle, type FeatureFact, type LeftOut, type Sample, type StudyOrNot } from "./study";

/** Events that each parameter of a model needs (Peduzzi et al., J. Clin. Epidemiol. 49, 1996). */
export const EVENTS_PER_PARAMETER = 10;
/** With fewer properties there is nothing to learn beyond recency and rhythm. */
const LEAST_PARAMETERS = 3;

export interface OrderQuestion {
  readonly tables: Tables;
  readonly orderRows: Bitset | null;
  readonly customerRows: Bitset | null;
  readonly asOfDay: number;
  readonly columns: readonly StoredColumn[];
  /** columns of customers to use beside behaviour; null = none: nothing tells what they were at an earlier day */
  readonly features: readonly string[] | null;
  /** 0 = from the gaps of the data */
  readonly windowDays: number;
  readonly seed: number;
}

/**
 * Who falls silent, from orders alone. With a window of w days: learnt from what was known 2w days before the as-of day and
 * what happened in the w days after, tested on the w days up to the as-of day, and asked of today's customers.
 *
 * A customer takes part at a day when it bought in the w days up to it. It left when it buys nothing in the w days after.
 * @yields between slices
 */
export function* orderStudy(question: OrderQuestion): Generator<void, StudyOrNot, void> {
  const { tables, orderRows, asOfDay, seed } = question;
  if (!tables.orders.columns.has("customer")) return obstacle("no-label", 1, 0);
  yield;
  const book = orderBook(tables);
  yield;
  const events = saleEvents(book, asOfDay, orderRows);
  yield;
  const span = eventSpan(events);
  if (span === null) return obstacle("few-customers", 1, 0);
  const windowDays =
    question.windowDays > 0
      ? question.windowDays
      : lapseWindow(events, asOfDay, span.firstDay).days;
  const need = 3 * windowDays;
  const have = asOfDay - span.firstDay + 1;
  if (have < need) return obstacle("short-history", need, have);
  const [testDay, trainDay] = [asOfDay - windowDays, asOfDay - 2 * windowDays];
  const at = (day: number): Behaviour => behaviourAt(events, { book, day, windowDays });
  const seen = { events, windowDays, question };
  yield;
  const then = at(trainDay);
  yield;
  const train = sampleOf(seen, then, trainDay);
  yield;
  const later = at(testDay);
  yield;
  const test = sampleOf(seen, later, testDay);
  yield;
  const today = at(asOfDay);
  yield;
  const now = sampleOf(seen, today, asOfDay);
  yield;
  if (test.rows.length === 0) return obstacle("empty-test", 1, 0);
  const chosen = yield* chooseFeatures(question, train);
  const { facts, leftOut, extra, count } = chosen;
  const withColumns = (sample: Sample): Sample => ({
    ...sample,
    features: [...sample.features.slice(0, count), ...extra],
  });
  return {
    kind: "study",
    study: {
      source: "orders",
      facts,
      leftOut,
      train: withColumns(train),
      test: withColumns(test),
      now: withColumns({ ...now, rows: keyOrder(tables.customers, now.rows, seed) }),
      split: { kind: "time", trainDay, testDay },
      windowDays,
      unlabelled: 0,
      stakes: today.yearSales,
      stakeFrom: "sales",
    },
  };
}

interface Seen {
  readonly events: SaleEvents;
  readonly windowDays: number;
  readonly question: OrderQuestion;
}

function sampleOf({ events, windowDays, question }: Seen, then: Behaviour, day: number): Sample {
  const { tables, customerRows, seed } = question;
  const { offsets, days } = events;
  const labels = new Uint8Array(then.isCurrent.length);
  const rows: number[] = [];
  for (let customer = 0; customer < labels.length; customer++) {
    if (then.isCurrent[customer] === 0) continue;
    if (customerRows !== null && !hasBit(customerRows, customer)) continue;
    rows.push(customer);
    // the first line after the day decides
    let slot = offsets[customer + 1]! - 1;
    let next = Number.POSITIVE_INFINITY;
    for (; slot >= offsets[customer]! && days[slot]! > day; slot--) next = days[slot]!;
    labels[customer] = next <= day + windowDays ? 0 : 1;
  }
  return {
    features: then.features,
    rows: keyOrder(tables.customers, Uint32Array.from(rows), seed),
    labels,
  };
}

interface Chosen {
  readonly facts: readonly FeatureFact[];
  readonly leftOut: readonly LeftOut[];
  readonly extra: readonly Feature[];
  /** behaviours used, from the first */
  readonly count: number;
}

/** As many behaviours as the events carry, the most telling first; columns that were asked for come on top. */
function* chooseFeatures(
  { tables, columns, features }: OrderQuestion,
  train: Sample,
): Generator<void, Chosen, void> {
  let events = 0;
  for (const row of train.rows) events += train.labels[row]!;
  const rarer = Math.min(events, train.rows.length - events);
  const found =
    features === null || features.length === 0
      ? { features: [], facts: [], leftOut: [] }
      : yield* columnFeatures(
          { customers: tables.customers, columns, rows: train.rows },
          features,
          new Set(),
        );
  let parameters = 0;
  const before: number[] = [];
  for (const feature of [...found.features, ...train.features]) {
    yield;
    before.push(parameters);
    parameters += learnEncoding([feature], train.rows).parameters;
  }
  let count: number = BEHAVIOURS.length;
  while (count > LEAST_PARAMETERS && parameters * EVENTS_PER_PARAMETER > rarer) {
    count--;
    parameters = before[found.features.length + count]!;
  }
  const leftOut: LeftOut[] = [
    ...found.leftOut,
    ...BEHAVIOURS.slice(count).map(({ id }) => ({ id, reason: "too-few-events" as const })),
  ];
  const facts = [
    ...BEHAVIOURS.slice(0, count).map((fact): FeatureFact => ({ ...fact, from: "orders" })),
    ...found.facts,
  ];
  return { facts, leftOut, extra: found.features, count };
}
