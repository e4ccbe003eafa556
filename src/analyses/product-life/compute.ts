import { customerLedger } from "../../measures/customer-ledger";
import { customerNameOf } from "../../measures/customer-name";
import { orderBook, type OrderBook } from "../../measures/order-book";
import { orderItems, type OrderItems } from "../../measures/order-items";
import { windowOf } from "../../measures/window";
import type { Ambient, Answer, Input, Progress } from "../define";
import { adoptionMembers, adoptionOf, chancesOf, type Chances } from "./adoption";
import { exposureOf, type Exposure } from "./exposure";
import { phaseLines } from "./phase-lines";
import { coursesOf, type Course } from "./phases";
import { calendarOf, productSales, type Calendar, type ProductSales } from "./sales";
import {
  PHASES,
  type Adoption,
  type DecliningLine,
  type ExposedLine,
  type Phase,
  type ProductLifeParams,
  type ProductLifeResult,
  type ProductLine,
} from "./spec";

const PRODUCTS_LISTED = 300;
const EXPOSED_LISTED = 30;
const CANDIDATES_LISTED = 40;
/** A product is new when it was not sold in so many days of data, and shown from so many buyers on. */
const NEW_AFTER_DAYS = 90;
const FEWEST_BUYERS = 10;

/**
 * The phase of each product's life, who depends on what declines, and how a new product is taken up.
 *
 * @param input   `orders` with customer, orderedOn, amount, lineKind, and what says what was bought; `customers`; `products`
 * @param params  item, years, rise, alarm, exposure, product: see README
 * @param ambient scope, selected rows; the period of the page does not cut it
 * @returns the result, or the refusal `no-sales`; without a column that says what was bought `level` is null. Members: "all",
 *   "product:<i>", "product-phase:<phase>", "product-exposed", "product-exposed:<i>", "product-adoption:<group>:yes|no"
 *
 * A generator: three passes over a million lines, each a few tens of milliseconds. Methods D28.
 */
export default function* productLife(
  input: Input,
  params: ProductLifeParams,
  ambient: Ambient,
): Generator<Progress, Answer<ProductLifeResult>, void> {
  const book = orderBook(input);
  yield { done: 0.02 };
  const window = windowOf(ambient.scope, "all");
  const { saleLines } = customerLedger(book, window, ambient.orderRows);
  const lines = saleLines.reduce((sum, count) => sum + count, 0);
  if (lines === 0 || book.saleSpan === null) {
    const result = { kind: "insufficient", code: "no-sales", need: 1, have: 0 } as const;
    return { result, members: () => null };
  }
  yield { done: 0.04 };
  const { asOfDay } = ambient.scope;
  const levels = (["product", "kind"] as const).filter(
    (level) => orderItems(input, level) !== null,
  );
  const level = levels.includes(params.item) ? params.item : (levels[0] ?? null);
  const items = level === null ? null : orderItems(input, level);
  const calendar = calendarOf(book.saleSpan.firstDay, asOfDay, params.years);
  if (items === null || calendar === null) {
    const shown = items === null ? null : level;
    return { result: nothing(shown, levels, lines), members: () => null };
  }
  yield { done: 0.05 };
  const sales = yield* productSales(book, items, calendar, ambient.orderRows);
  const asked = { input, book, params, calendar, items, sales };
  const seen = yield* look(asked, book.saleSpan.firstDay);
  const result = { ...describe(seen), level, levels };
  return { result, members: (cell) => membersOf(seen, cell) };
}

interface Asked {
  readonly input: Input;
  readonly book: OrderBook;
  readonly params: ProductLifeParams;
  readonly calendar: Calendar;
  readonly items: OrderItems;
  readonly sales: ProductSales;
}

interface Seen extends Asked {
  /** as listed: most sales first, then by name */
  readonly listed: readonly Course[];
  readonly courses: readonly Course[];
  /** products */
  readonly declining: readonly number[];
  readonly exposure: Exposure;
  readonly candidates: readonly number[];
  readonly chosen: number | null;
  readonly chances: Chances | null;
  readonly adoption: Adoption | null;
}

function* look(asked: Asked, firstSaleDay: number): Generator<Progress, Seen, void> {
  const { book, sales, calendar, params, items } = asked;
  const found = yield* coursesOf(sales, calendar, params, firstSaleDay);
  const { names } = items;
  const byName = (a: number, b: number): number => (names[a]! < names[b]! ? -1 : 1);
  const courses = found.toSorted((a, b) => b.sales - a.sales || byName(a.item, b.item));
  yield { done: 0.7 };
  const listed = courses.filter(
    ({ phase }, k) => k < PRODUCTS_LISTED || phase === "decline" || phase === "introduction",
  );
  const declining = courses.filter(({ phase }) => phase === "decline").map(({ item }) => item);
  const limit = params.exposure;
  const exposure = yield* exposureOf(book, sales, { calendar, declining, limit });
  const candidates = courses
    .map(({ item }) => item)
    .filter((item) => sales.buyers[item]! >= FEWEST_BUYERS)
    .filter((item) => sales.firstDays[item]! - firstSaleDay >= NEW_AFTER_DAYS)
    .toSorted((a, b) => sales.firstDays[b]! - sales.firstDays[a]! || byName(a, b))
    .slice(0, CANDIDATES_LISTED);
  const chosen =
    candidates.length === 0
      ? null
      : Math.min(Math.max(0, params.product - 1), candidates.length - 1);
  const item = chosen === null ? null : candidates[chosen]!;
  const chances = item === null ? null : yield* chancesOf(book, sales, item, calendar.asOfDay);
  yield { done: 0.95 };
  const adoption = chances === null || item === null ? null : adoptionOf(chances, names[item]!);
  return { ...asked, listed, courses, declining, exposure, candidates, chosen, chances, adoption };
}

function nothing(
  level: ProductLifeResult["level"],
  levels: ProductLifeResult["levels"],
  lines: number,
): ProductLifeResult {
  return {
    kind: "answered",
    headline: {
      products: 0,
      introduction: 0,
      rising: 0,
      mature: 0,
      declining: 0,
      ended: 0,
      unsure: 0,
      tested: 0,
      exposedCustomers: 0,
      exposedMoney: 0,
      growth: null,
      adoptionExisting90: null,
      adoptionNew90: null,
      adoptionP: null,
    },
    level,
    levels,
    months: null,
    lines,
    unnamed: level === null ? lines : 0,
    phases: [],
    products: [],
    declining: [],
    exposed: [],
    candidates: [],
    chosen: null,
    adoption: null,
  };
}

function describe(seen: Seen): Omit<ProductLifeResult, "level" | "levels"> {
  const { courses, sales, calendar, exposure, adoption, candidates, items } = seen;
  const count = (phase: Phase): number => courses.filter((course) => course.phase === phase).length;
  const within = (group: string): number | null =>
    adoption?.groups.find((line) => line.group === group)?.within90 ?? null;
  return {
    kind: "answered",
    headline: {
      products: courses.length,
      introduction: count("introduction"),
      rising: count("rise"),
      mature: count("maturity"),
      declining: count("decline"),
      ended: count("ended"),
      unsure: count("unsure"),
      tested: courses.filter(({ test }) => test !== null).length,
      exposedCustomers: exposure.exposed.length,
      exposedMoney: exposure.exposed.reduce((sum, { money }) => sum + money, 0),
      growth: allGrowth(sales),
      adoptionExisting90: within("existing"),
      adoptionNew90: within("new"),
      adoptionP: adoption?.existingAgainstNew?.p ?? null,
    },
    months: { first: calendar.first, last: calendar.last },
    lines: sales.seen,
    unnamed: sales.unnamed,
    phases: phaseLines(seen),
    products: seen.listed.map((course) => productLine(course, seen)),
    declining: decliningLines(seen),
    exposed: exposedLines(seen),
    candidates: candidates.map((item) => ({
      name: items.names[item]!,
      firstDay: sales.firstDays[item]!,
    })),
    chosen: seen.chosen,
    adoption,
  };
}

/** Sales of all products in the last twelve months ÷ those of the twelve before, less 1; null without two whole years. */
function allGrowth({ months, monthCount, productCount }: ProductSales): number | null {
  if (monthCount < 24) return null;
  let [now, before] = [0, 0];
  for (let item = 0; item < productCount; item++) {
    const end = (item + 1) * monthCount;
    for (let k = end - 12; k < end; k++) {
      now += months[k]!;
      before += months[k - 12]!;
    }
  }
  return before > 0 ? now / before - 1 : null;
}

function productLine(course: Course, { sales, items }: Seen): ProductLine {
  const { item, phase, growth, level, test, q, from } = course;
  const { monthCount } = sales;
  const months = sales.months.slice(item * monthCount, (item + 1) * monthCount);
  months.fill(NaN, 0, from);
  return {
    name: items.names[item]!,
    phase,
    sales: course.sales,
    customers: sales.yearBuyers[item]!,
    lines: sales.lines[item]!,
    firstDay: sales.firstDays[item]!,
    growth: growth === null ? null : growth.ratio,
    low: growth === null ? null : growth.low,
    high: growth === null ? null : growth.high,
    level,
    s: test === null ? null : test.s,
    p: test === null ? null : test.p,
    q,
    months,
  };
}

function decliningLines({ declining, listed, exposure, params }: Seen): readonly DecliningLine[] {
  return declining.map((item, place) => {
    let [exposed, money] = [0, 0];
    exposure.places.forEach((own, k) => {
      if (own !== place || exposure.shares[k]! < params.exposure) return;
      exposed++;
      money += exposure.money[k]!;
    });
    return { place: listed.findIndex((course) => course.item === item), exposed, money };
  });
}

function exposedLines({ exposure, input }: Seen): readonly ExposedLine[] {
  return exposure.exposed
    .toSorted((a, b) => b.money - a.money || a.customer - b.customer)
    .slice(0, EXPOSED_LISTED)
    .map(({ customer, ...line }) => ({
      row: customer,
      name: customerNameOf(input.customers, customer),
      ...line,
    }));
}

function membersOf(seen: Seen, cell: string): Uint32Array | null {
  const [kind, first, second = "", more] = cell.split(":");
  if (more !== undefined) return null;
  const { exposure, listed, courses, chances } = seen;
  if (cell === "all") return buyersOf(seen, null);
  if (cell === "product-exposed") {
    return Uint32Array.from(exposure.exposed, ({ customer }) => customer);
  }
  if (first === undefined) return null;
  const place = /^\d{1,6}$/.test(first) ? Number(first) : -1;
  switch (kind) {
    case "product": {
      const course = listed[place];
      return course === undefined ? null : buyersOf(seen, new Set([course.item]));
    }
    case "product-phase": {
      const phase = PHASES.find((id) => id === first);
      const own = courses.filter((course) => course.phase === phase);
      return own.length === 0 ? null : buyersOf(seen, new Set(own.map(({ item }) => item)));
    }
    case "product-exposed":
      return place < 0 || place >= seen.declining.length ? null : exposedTo(seen, place);
    case "product-adoption":
      return chances === null ? null : adoptionMembers(chances, first, second);
    default:
      return null;
  }
}

function exposedTo({ exposure, params }: Seen, place: number): Uint32Array {
  const rows: number[] = [];
  exposure.places.forEach((own, k) => {
    if (own === place && exposure.shares[k]! >= params.exposure) rows.push(exposure.customers[k]!);
  });
  return Uint32Array.from(rows);
}

/** Customers that bought any of some products in the last year; null: any product at any time. */
function buyersOf(
  { book, sales, calendar }: Seen,
  wanted: ReadonlySet<number> | null,
): Uint32Array {
  const { items, productCount } = sales;
  const isWanted = new Uint8Array(productCount);
  if (wanted === null) isWanted.fill(1);
  else for (const item of wanted) isWanted[item] = 1;
  const [fromDay, toDay] =
    wanted === null ? [-Infinity, calendar.asOfDay] : [calendar.yearFrom, calendar.toDay];
  const rows: number[] = [];
  for (let customer = 0; customer < book.customerCount; customer++) {
    for (let slot = book.offsets[customer]!; slot < book.offsets[customer + 1]!; slot++) {
      const item = items[slot]!;
      if (item >= productCount || isWanted[item] === 0) continue;
      if (book.days[slot]! < fromDay || book.days[slot]! > toDay) continue;
      rows.push(customer);
      break;
    }
  }
  return Uint32Array.from(rows);
}
