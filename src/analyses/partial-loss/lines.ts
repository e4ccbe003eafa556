import { customerNameOf } from "../../measures/customer-name";
import type { Input } from "../define";
import type { Fall, Judged } from "./judge";
import type { CategoryLine, LessLine } from "./spec";
import type { Spans } from "./spans";

const LISTED = 100;
const CATEGORIES_NAMED = 3;

export interface Named {
  readonly input: Input;
  readonly judged: Judged;
  /** names of the categories */
  readonly names: readonly string[];
}

export interface PartialCustomers {
  /** rows that fell in all they buy, and those that fell in a category or in all */
  readonly overall: ReadonlySet<number>;
  readonly all: ReadonlySet<number>;
  /** the falls whose money counts: of one who fell in all, not its categories again */
  readonly counted: readonly (Fall & { readonly spans: Spans })[];
}

export function partialCustomers({ counted, overall, pairs }: Judged): PartialCustomers {
  const { whole, pairs: spans } = counted;
  const rows = new Set(overall.map(({ place }) => whole.customers[place]!));
  const all = new Set(rows);
  const falls = overall.map((fall) => ({ ...fall, spans: whole }));
  if (spans === null) return { overall: rows, all, counted: falls };
  for (const fall of pairs) {
    const row = spans.customers[fall.place]!;
    all.add(row);
    if (!rows.has(row)) falls.push({ ...fall, spans });
  }
  return { overall: rows, all, counted: falls };
}

/** Rows of the customers of each line, in the order of the lines. */
export function fallLines({ input, judged, names }: Named): readonly LessLine[] {
  const { pairs } = judged.counted;
  const fallenIn = new Map<number, Fall[]>();
  for (const fall of judged.pairs) {
    const row = pairs === null ? -1 : pairs.customers[fall.place]!;
    fallenIn.set(row, [...(fallenIn.get(row) ?? []), fall]);
  }
  const listed = partialCustomers(judged)
    .counted.toSorted((a, b) => byMoney(a, b) || a.q - b.q || a.place - b.place)
    .slice(0, LISTED);
  return listed.map((fall): LessLine => {
    const { spans, place, loss, p, q } = fall;
    const row = spans.customers[place]!;
    const isWhole = spans === judged.counted.whole;
    const own = isWhole && pairs !== null ? (fallenIn.get(row) ?? []).toSorted(byMoney) : [];
    return {
      row,
      name: customerNameOf(input.customers, row),
      category: isWhole ? null : names[spans.categories[place]!]!,
      fallen: own
        .slice(0, CATEGORIES_NAMED)
        .map(({ place: pair }) => names[pairs!.categories[pair]!]!),
      orders: spans.recentDays[place]!,
      expectedOrders: loss.expectedOrders,
      money: spans.recentMoney[place]!,
      expectedMoney: loss.expectedMoney,
      ratio: loss.ratio,
      ratioLow: loss.ratioLow,
      ratioHigh: loss.ratioHigh,
      atRisk: loss.atRisk,
      atRiskLow: loss.atRiskLow,
      atRiskHigh: loss.atRiskHigh,
      p,
      q,
    };
  });
}

const byMoney = (a: Fall, b: Fall): number => b.loss.atRisk - a.loss.atRisk;

/** The categories in which somebody fell, most money first, and their codes. */
export function categoriesFallen({ judged }: Named): readonly number[] {
  const { pairs } = judged.counted;
  if (pairs === null) return [];
  const money = new Map<number, number>();
  for (const { place, loss } of judged.pairs) {
    const code = pairs.categories[place]!;
    money.set(code, (money.get(code) ?? 0) + loss.atRisk);
  }
  return [...money].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([code]) => code);
}

export function categoryLines(named: Named): readonly CategoryLine[] {
  const { judged, names } = named;
  const { pairs } = judged.counted;
  if (pairs === null) return [];
  const tested = new Uint32Array(names.length);
  for (const place of judged.pairsTested) tested[pairs.categories[place]!]!++;
  return categoriesFallen(named).map((code): CategoryLine => {
    const own = judged.pairs.filter(({ place }) => pairs.categories[place] === code);
    return {
      name: names[code]!,
      customers: own.length,
      atRisk: own.reduce((sum, { loss }) => sum + loss.atRisk, 0),
      tested: tested[code]!,
      movement: judged.categoryMovements[code]!,
    };
  });
}
