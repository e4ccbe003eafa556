import { abcCut, DEFAULT_ABC_CUT, GRADES, RFM_SEGMENTS } from "../../domain/rule-book";
import type { Period } from "../../domain/scope";
import { coincidenceTest } from "../../kernel/stats/coincidence";
import { falseDiscoveryRates } from "../../kernel/stats/false-discovery";
import { MISSING_CODE } from "../../kernel/table/column";
import { activeCustomers, customerLedger } from "../../measures/customer-ledger";
import { elevenSegments } from "../../measures/eleven-segments";
import { gradesOf, valueRanking } from "../../measures/grades";
import type { OrderBook } from "../../measures/order-book";
import type { Ambient, Input } from "../define";
import { countOf, type Incidence } from "./incidence";
import { FALSE_DISCOVERY } from "./pairs";
import type { BasketParams, ItemLine, SegmentCell, SegmentItems } from "./spec";

const MOST_SEGMENTS = 12;
const MOST_ITEMS = 12;
const NONE = 255;

/** Into which segment each customer falls. */
export interface Segmentation {
  readonly from: SegmentItems["from"];
  readonly ids: readonly string[];
  /** one a customer row: index into `ids`, 255 = in none */
  readonly of: Uint8Array;
}

export interface SegmentQuestion {
  readonly input: Input;
  readonly book: OrderBook;
  readonly params: BasketParams;
  readonly ambient: Ambient;
  readonly period: Period;
}

/** The segments asked for; a column that is not there is as good as none. */
export function segmentationOf(question: SegmentQuestion): Segmentation {
  const { params } = question;
  const column = params.by === "" ? null : columnSegments(question);
  if (column !== null) return column;
  return params.segments === "rfm" ? rfmSegments(question) : gradeSegments(question);
}

function columnSegments({ input, params }: SegmentQuestion): Segmentation | null {
  const column = input.customers.columns.get(params.by);
  if (column?.kind !== "dictionary") return null;
  const counts = new Uint32Array(column.dictionary.length);
  for (const code of column.codes) if (code !== MISSING_CODE) counts[code]!++;
  const codes = Array.from(counts.keys())
    .filter((code) => counts[code]! > 0)
    .sort(
      (a, b) => counts[b]! - counts[a]! || (column.dictionary[a]! < column.dictionary[b]! ? -1 : 1),
    )
    .slice(0, MOST_SEGMENTS);
  const of = Uint8Array.from(column.codes, (code) => {
    const place = codes.indexOf(code);
    return place < 0 ? NONE : place;
  });
  return { from: "column", ids: codes.map((code) => column.dictionary[code]!), of };
}

function gradeSegments({ book, ambient, period }: SegmentQuestion): Segmentation {
  const ledger = customerLedger(book, period, ambient.orderRows);
  const ranking = valueRanking(activeCustomers(ledger), ledger.sales);
  const grades = gradesOf(ranking, abcCut(DEFAULT_ABC_CUT), book.customerCount);
  return {
    from: "grade",
    ids: GRADES,
    of: grades.map((grade) => (grade === 0 ? NONE : grade - 1)),
  };
}

function rfmSegments({ book, ambient, period }: SegmentQuestion): Segmentation {
  const { orderRows, scope } = ambient;
  const { asOfDay } = scope;
  const { customers, places } = elevenSegments(book, { period, asOfDay, orderRows });
  const of = new Uint8Array(book.customerCount).fill(NONE);
  customers.forEach((customer, i) => (of[customer] = places[i]!));
  return { from: "rfm", ids: RFM_SEGMENTS.eleven.map(({ id }) => id), of };
}

/** What counts as one: an order, or a customer. */
export interface Units {
  readonly sets: Incidence;
  /** customer of each set; the sets of a thing come customer by customer */
  readonly owners: Uint32Array;
}

/** The things that the most customers have, and in whose orders they are more or less often than in all. */
export function segmentItems(
  units: Units,
  byCustomer: Incidence,
  segmentation: Segmentation,
  names: readonly string[],
): { readonly items: readonly number[]; readonly shown: SegmentItems } {
  const items = mostBought(byCustomer, names);
  const { ids, from, of } = segmentation;
  const everyCustomer = Uint32Array.from(Array(byCustomer.setCount).keys());
  const sizes = sizesOf({ sets: byCustomer, owners: everyCustomer }, segmentation);
  const counted = { units, of, sizes: sizesOf(units, segmentation) };
  const cells = items.flatMap((item, place) => cellsOf(counted, item, place));
  const shown = {
    from,
    segments: ids.map((id, segment) => ({ id, customers: sizes[segment]! })),
    items: items.map((item): ItemLine => ({
      name: names[item]!,
      customers: countOf(byCustomer, item),
      share: countOf(units.sets, item) / units.sets.units,
    })),
    cells: judged(cells, counted, items),
  };
  return { items, shown };
}

function mostBought(incidence: Incidence, names: readonly string[]): readonly number[] {
  return Array.from({ length: incidence.itemCount }, (_, item) => item)
    .filter((item) => countOf(incidence, item) > 0)
    .sort(
      (a, b) => countOf(incidence, b) - countOf(incidence, a) || (names[a]! < names[b]! ? -1 : 1),
    )
    .slice(0, MOST_ITEMS);
}

/** Sets with anything in them, by segment. */
function sizesOf({ sets, owners }: Units, { ids, of }: Segmentation): Uint32Array {
  const isUsed = new Uint8Array(sets.setCount);
  for (let k = 0; k < sets.sets.length; k++) isUsed[sets.sets[k]!] = 1;
  const sizes = new Uint32Array(ids.length);
  for (let set = 0; set < isUsed.length; set++) {
    if (isUsed[set] === 0) continue;
    const segment = of[owners[set]!]!;
    if (segment !== NONE) sizes[segment]!++;
  }
  return sizes;
}

interface Counted {
  readonly units: Units;
  readonly of: Uint8Array;
  readonly sizes: Uint32Array;
}

function cellsOf({ units, of, sizes }: Counted, item: number, place: number): SegmentCell[] {
  const { sets, owners } = units;
  const { offsets } = sets;
  const counts = new Uint32Array(sizes.length);
  const customers = new Uint32Array(sizes.length);
  const paid = new Float64Array(sizes.length);
  let last = -1;
  for (let k = offsets[item]!; k < offsets[item + 1]!; k++) {
    const owner = owners[sets.sets[k]!]!;
    const segment = of[owner]!;
    if (segment === NONE) continue;
    counts[segment]!++;
    paid[segment]! += sets.money[k]!;
    if (owner !== last) customers[segment]!++;
    last = owner;
  }
  const overall = countOf(sets, item) / sets.units;
  return Array.from(sizes.keys())
    .filter((segment) => sizes[segment]! > 0)
    .map((segment) => {
      const share = counts[segment]! / sizes[segment]!;
      return {
        segment,
        item: place,
        count: counts[segment]!,
        customers: customers[segment]!,
        share,
        index: share / overall,
        money: paid[segment]!,
        isSure: false,
      };
    });
}

/** Fisher's exact test, both sides, of each cell against all; false discoveries held to 5 %. */
function judged(
  cells: readonly SegmentCell[],
  { units, sizes }: Counted,
  items: readonly number[],
): readonly SegmentCell[] {
  const chanceOf = coincidenceTest(units.sets.units);
  const chances = cells.map(({ segment, item, count }) => {
    const [size, all] = [sizes[segment]!, countOf(units.sets, items[item]!)];
    const more = chanceOf(count, size, all);
    const less = 1 - chanceOf(count + 1, size, all);
    return Math.min(1, 2 * Math.max(0, Math.min(more, less)));
  });
  const rates = falseDiscoveryRates(chances);
  return cells.map((cell, i) => ({ ...cell, isSure: rates[i]! <= FALSE_DISCOVERY }));
}

/** Customers of a segment with a thing, ascending; null for a cell that is not shown. */
export function segmentMembers(
  { offsets, sets }: Incidence,
  { of, ids }: Segmentation,
  segment: number,
  item: number | undefined,
): Uint32Array | null {
  if (item === undefined || ids[segment] === undefined) return null;
  return sets.slice(offsets[item], offsets[item + 1]).filter((row) => of[row] === segment);
}
