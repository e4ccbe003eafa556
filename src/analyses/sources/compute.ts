import { withProgress } from "../../kernel/base/with-progress";
import type { Rng } from "../../kernel/base/rng";
import { independence } from "../../kernel/stats/independence";
import { quantiles } from "../../kernel/stats/quantile";
import { compensatedSum } from "../../kernel/stats/sum";
import { wilsonInterval } from "../../kernel/stats/wilson";
import { hasBit } from "../../kernel/table/bitset";
import { columnOf, type Column } from "../../kernel/table/column";
import { orderBook } from "../../measures/order-book";
import { valueGroups } from "../../measures/value-groups";
import { windowOf } from "../../measures/window";
import type { Ambient, Answer, Input, Progress } from "../define";
import { firstDaysOf, NEVER, type FirstDays } from "./first-days";
import {
  broughtBy,
  referralLines,
  referralTree,
  referredRows,
  referrerRows,
  type ReferralTree,
} from "./referrals";
import type {
  Ranged,
  Referrals,
  SourceLine,
  SourceName,
  SourcesParams,
  SourcesResult,
} from "./spec";

/** Most sources that are told apart; the smaller ones go together. */
const MOST_SOURCES = 12;
/** With fewer customers a share or a mean says nothing. */
const FEWEST = 20;
const DRAWS = 400;
const MOST_DRAWN = 20_000_000;
/** Some 20 ms of drawing. */
const DRAWN_AT_ONCE = 1_000_000;

/**
 * Where customers come from: how many by source, who buys again and for how much, and who brought whom.
 *
 * @param input   `orders` with customer, orderedOn, amount, lineKind; `customers` with the column chosen or `channel`, and `referredBy`
 * @param params  see README
 * @param ambient scope, selected rows, columns, rng
 * @returns the result; or a refusal: `no-customers` without a sale up to the as-of day. Without a column for the source `sources` is empty,
 *   without `referredBy` `referrals` is null. Members: "all", "source:<place>", "source-new:<place>", "source-again:<place>", "referred",
 *   "referrers", "referred-by:<row>"
 * @yields between its parts, before each source and every million draws
 *
 * O(lines + draws × customers).
 */
export default function* sources(
  input: Input,
  params: SourcesParams,
  ambient: Ambient,
): Generator<Progress, Answer<SourcesResult>, void> {
  const { scope, orderRows, customerRows } = ambient;
  const book = orderBook(input);
  yield { done: 0.1 };
  const window = windowOf(scope, "all");
  const first = firstDaysOf(book, { window, days: params.firstDays }, orderRows);
  const rows = Uint32Array.from(first.firstOn.keys()).filter(
    (row) => first.firstOn[row] !== NEVER && (customerRows === null || hasBit(customerRows, row)),
  );
  if (rows.length === 0) {
    const result = { kind: "insufficient", code: "no-customers", need: 1, have: 0 } as const;
    return { result, members: () => null };
  }
  yield { done: 0.2 };
  const id = params.column === "" ? "channel" : params.column;
  const column = input.customers.columns.get(id);
  const found = column === undefined ? [] : groupsOf(column, rows);
  const period = windowOf(scope, "period");
  const isNew = (row: number): boolean =>
    first.firstOn[row]! >= period.fromDay && first.firstOn[row]! <= period.toDay;
  const lines: SourceLine[] = [];
  for (const [place, { name, rows: own }] of found.entries()) {
    const done = 0.2 + (0.6 * place) / found.length;
    const line = yield* withProgress({ done }, lineOf(own, first, ambient.rng));
    lines.push({ place, name, newcomers: own.filter(isNew).length, ...line });
  }
  yield { done: 0.8 };
  const tree = treeOf(input, rows);
  yield { done: 0.9 };
  const referrals = tree === null ? null : referralLines(tree, input.customers, first.sales);
  yield { done: 1 };
  const seen = rows.filter((row) => first.isSeen[row] === 1);
  return {
    result: {
      kind: "answered",
      headline: {
        customers: rows.length,
        ...headlineOf(column === undefined ? null : lines, rows.length),
        newcomers: rows.filter(isNew).length,
        ...referredOf(referrals),
      },
      column: column === undefined ? null : id,
      firstDays: params.firstDays,
      asOfDay: scope.asOfDay,
      fromDay: period.fromDay,
      toDay: period.toDay,
      sales: compensatedSum(Float64Array.from(rows, (row) => first.sales[row]!)),
      sources: lines,
      again: againOf(seen, first),
      referrals,
    },
    members: (cell) => membersOf(cell, { rows, found, first, tree, isNew }),
  };
}

/** null: no column says who brought whom */
function treeOf({ customers }: Input, rows: Uint32Array): ReferralTree | null {
  const referredBy = columnOf(customers, "referredBy", "dictionary");
  return referredBy === undefined ? null : referralTree(customers, referredBy, rows);
}

const referredOf = (referrals: Referrals | null) => ({
  referred: referrals === null ? null : referrals.referred,
  referredSales: referrals === null ? null : referrals.sales,
});

/** @param lines  null: no column says where customers come from */
function headlineOf(lines: readonly SourceLine[] | null, all: number) {
  if (lines === null) return { sources: null, knownShare: null, p: null };
  const known = lines.filter(({ name }) => name.kind !== "missing");
  const customers = known.reduce((sum, line) => sum + line.customers, 0);
  return { sources: known.length, knownShare: customers / all, p: differenceOf(known) };
}

interface Found {
  readonly name: SourceName;
  readonly rows: Uint32Array<ArrayBuffer>;
}

const groupsOf = (column: Column, rows: Uint32Array<ArrayBuffer>): readonly Found[] =>
  valueGroups(column, rows, MOST_SOURCES).map(({ name, rows }) => ({
    name: name.kind === "rest" ? { kind: "rest", sources: name.values } : name,
    rows,
  }));

function* lineOf(rows: Uint32Array<ArrayBuffer>, first: FirstDays, rng: Rng) {
  const seen = rows.filter((row) => first.isSeen[row] === 1);
  const amounts = Float64Array.from(seen, (row) => first.firstSales[row]!);
  return {
    customers: rows.length,
    sales: compensatedSum(Float64Array.from(rows, (row) => first.sales[row]!)),
    seen: seen.length,
    again: againOf(seen, first),
    firstSales: seen.length < FEWEST ? null : yield* meanOf(amounts, rng),
  };
}

function againOf(seen: Uint32Array, { isAgain }: FirstDays) {
  if (seen.length < FEWEST) return null;
  let customers = 0;
  for (const row of seen) customers += isAgain[row]!;
  return { value: customers / seen.length, ...wilsonInterval(customers, seen.length), customers };
}

/** The mean, and where 95 % of the means of customers drawn with replacement lie. */
function* meanOf(amounts: Float64Array<ArrayBuffer>, rng: Rng): Generator<void, Ranged, void> {
  const n = amounts.length;
  const draws = Math.max(100, Math.min(DRAWS, Math.floor(MOST_DRAWN / n)));
  const means = new Float64Array(draws);
  let drawn = 0;
  for (let draw = 0; draw < draws; draw++) {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += amounts[rng.below(n)]!;
    means[draw] = sum / n;
    drawn += n;
    if (drawn < DRAWN_AT_ONCE) continue;
    drawn = 0;
    yield;
  }
  const [low = Number.NaN, high = Number.NaN] = quantiles(means, [0.025, 0.975]);
  return { value: compensatedSum(amounts) / n, low, high };
}

/** Whether buying again has to do with the source, over those with enough customers; null: fewer than two of them. */
function differenceOf(lines: readonly SourceLine[]): number | null {
  const counts = lines.flatMap(({ again, seen }) =>
    again === null ? [] : [again.customers, seen - again.customers],
  );
  return independence(counts, 2)?.pValue ?? null;
}

interface Study {
  readonly rows: Uint32Array<ArrayBuffer>;
  readonly found: readonly Found[];
  readonly first: FirstDays;
  readonly tree: ReferralTree | null;
  readonly isNew: (row: number) => boolean;
}

function membersOf(cell: string, { rows, found, first, tree, isNew }: Study): Uint32Array | null {
  if (cell === "all") return rows;
  const [kind, text = ""] = cell.split(":");
  const at = /^\d+$/.test(text) ? Number(text) : -1;
  if (kind === "referred" || kind === "referrers" || kind === "referred-by") {
    if (tree === null) return null;
    if (cell === "referred") return referredRows(tree);
    if (cell === "referrers") return referrerRows(tree);
    return tree.children.has(at) ? broughtBy(tree, at) : null;
  }
  const own = found[at]?.rows;
  if (own === undefined) return null;
  switch (kind) {
    case "source":
      return own;
    case "source-new":
      return own.filter(isNew);
    case "source-again":
      return own.filter((row) => first.isSeen[row] === 1 && first.isAgain[row] === 1);
    default:
      return null;
  }
}
