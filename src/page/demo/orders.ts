import { civilFromDay, dayFromCivil, daysInMonth, type EpochDay } from "../../kernel/base/calendar";
import type { Rng } from "../../kernel/base/rng";
import type { Product } from "./catalogue";
import { FIRST_MONTH, MONTHS, pick, type DemoCustomer } from "./customers";
import { succeeded } from "./succession";

export type DocumentKind = "sale" | "return" | "cancelled";

/** One line of a document. Money is in whole cents, so that quantity × price is exact. */
export interface DemoLine {
  readonly day: EpochDay;
  readonly document: string;
  readonly kind: DocumentKind;
  readonly customer: DemoCustomer;
  readonly product: Product;
  readonly quantity: number;
  readonly priceCents: number;
  readonly amountCents: number;
  readonly costCents: number;
}

type Draft = Omit<DemoLine, "document"> & { readonly order: number };

const LAST_DAY_OF_DEMO = dayFromCivil(2025, 11, 30);

/** Share of an average month's orders, January to December: few around the Spring Festival, most in autumn. */
const SEASON = [0.78, 0.52, 1.02, 1.08, 1.1, 1.0, 0.9, 0.94, 1.16, 1.22, 1.26, 1.02] as const;
/** New Year's Day of the lunar calendar; nobody delivers from three days before to eight after. */
const SPRING_FESTIVALS = [
  dayFromCivil(2023, 1, 22),
  dayFromCivil(2024, 2, 10),
  dayFromCivil(2025, 1, 29),
] as const;

/** Since then the fading customers order an eighth of what they did. */
const FADING_MONTHS = 3;

/** All lines by day and document; deterministic for a seed. */
export function makeLines(
  rng: Rng,
  customers: readonly DemoCustomer[],
  products: readonly Product[],
): readonly DemoLine[] {
  const byKind = Array.from({ length: 8 }, (_, kind) =>
    products.filter((product) => product.kindIndex === kind),
  );
  const drafts: Draft[] = [];
  let order = 0;
  for (const customer of customers) {
    for (let month = customer.fromMonth; month < customer.toMonth; month++) {
      const count = orderCount(rng, customer, month);
      for (let n = 0; n < count; n++) {
        const day = workDay(rng, month);
        if (day !== null)
          drafts.push(...makeOrder(rng, { customer, day, order: order++, month }, byKind));
      }
    }
  }
  const later = drafts.flatMap((draft) => afterSale(rng, draft));
  return numberDocuments([...drafts, ...later]);
}

function orderCount(rng: Rng, customer: DemoCustomer, month: number): number {
  const first = month === customer.fromMonth && month > 0;
  if (customer.course === "once") return month === customer.fromMonth ? 1 : 0;
  if (customer.gap && month >= customer.gap[0] && month < customer.gap[1]) return 0;
  const season = SEASON[(FIRST_MONTH.month - 1 + month) % 12] ?? 1;
  const rate = customer.monthlyOrders * season * trend(customer, month);
  // The first month of a new customer has an order: that is what made it the first.
  return Math.max(first ? 1 : 0, Math.floor(rate * (0.5 + rng.next()) + rng.next()));
}

function trend(customer: DemoCustomer, month: number): number {
  const age = (month - customer.fromMonth) / 12;
  if (customer.course === "growing") return 0.75 + 0.42 * age;
  if (customer.course === "declining") return Math.max(0.08, 1.25 - 0.42 * age);
  // Only the last season tells: before it these were among the best.
  if (customer.course === "fading") return month >= MONTHS - FADING_MONTHS ? 0.1 : 1.1;
  if (customer.course === "lost") return month > customer.toMonth - 4 ? 0.55 : 1;
  return 1 + 0.04 * age;
}

/** A working day of the month, or null when the holidays swallow the try. */
function workDay(rng: Rng, month: number): EpochDay | null {
  const index = FIRST_MONTH.month - 1 + month;
  const year = FIRST_MONTH.year + Math.floor(index / 12);
  const monthOfYear = (index % 12) + 1;
  const drawn = dayFromCivil(year, monthOfYear, 1 + rng.below(daysInMonth(year, monthOfYear)));
  // Day 0 is a Thursday; on Sundays the warehouse is closed, but not on the last day, so that the last month is whole.
  const isClosed = ((drawn % 7) + 7) % 7 === 3 && drawn !== LAST_DAY_OF_DEMO;
  const chosen = (isClosed ? drawn - 1 : drawn) as EpochDay;
  if (SPRING_FESTIVALS.some((festival) => chosen >= festival - 3 && chosen <= festival + 8)) {
    return null;
  }
  const { month: m, day } = civilFromDay(chosen);
  return m === 10 && day <= 5 ? null : chosen;
}

interface OrderFrame {
  readonly customer: DemoCustomer;
  readonly day: EpochDay;
  readonly order: number;
  readonly month: number;
}

function makeOrder(
  rng: Rng,
  { customer, day, order, month }: OrderFrame,
  byKind: readonly (readonly Product[])[],
): readonly Draft[] {
  const lineCount = 1 + rng.below(5);
  const total = customer.orderCents * (0.45 + 1.1 * rng.next());
  const chosen = new Set<Product>();
  while (chosen.size < lineCount) {
    const kind = rng.next() < 0.82 ? pick(rng, customer.kinds) : rng.below(8);
    chosen.add(pick(rng, byKind[kind] ?? []));
  }
  // Prices and costs rise a little over the years; copper moves the most.
  const inflation = 1 + month * 0.0011;
  return [...chosen].map((product) => {
    const share = customer.priceShare * (0.98 + 0.04 * rng.next());
    const priceCents = Math.max(1, Math.round(product.priceCents * inflation * share));
    const wanted = (total / lineCount) * (0.4 + 1.2 * rng.next());
    const quantity = roundQuantity(wanted / priceCents);
    const amountCents = priceCents * quantity;
    const costPerPiece =
      product.priceCents * product.costShare * inflation * (0.96 + 0.08 * rng.next());
    const costCents = Math.round(costPerPiece * quantity);
    return {
      day,
      order,
      kind: "sale",
      customer,
      product: succeeded(product, customer, month),
      quantity,
      priceCents,
      amountCents,
      costCents,
    };
  });
}

/** People order 7 or 40 or 1,200, seldom 1,187. */
function roundQuantity(quantity: number): number {
  if (quantity < 12) return Math.max(1, Math.round(quantity));
  const step = quantity < 100 ? 5 : 50;
  return Math.max(step, Math.round(quantity / step) * step);
}

/** What comes after a line: mostly nothing, sometimes a return, seldom the cancelling of the whole line. */
function afterSale(rng: Rng, line: Draft): readonly Draft[] {
  const draw = rng.next();
  if (draw < line.customer.returnShare) {
    const part = rng.next() < 0.5 ? line.quantity : Math.max(1, Math.floor(line.quantity * 0.3));
    return reversed(line, "return", part, 5 + rng.below(26));
  }
  return draw > 0.9975 ? reversed(line, "cancelled", line.quantity, 1 + rng.below(2)) : [];
}

function reversed(
  line: Draft,
  kind: DocumentKind,
  quantity: number,
  days: number,
): readonly Draft[] {
  const day = (line.day + days) as EpochDay;
  if (day > LAST_DAY_OF_DEMO) return [];
  return [
    {
      ...line,
      kind,
      day,
      quantity: -quantity,
      amountCents: -line.priceCents * quantity,
      costCents: -Math.round((line.costCents / line.quantity) * quantity),
    },
  ];
}

const PREFIX: Readonly<Record<DocumentKind, string>> = {
  sale: "XS",
  return: "TH",
  cancelled: "QX",
};

/** Documents are numbered within their day, as an accounting program does it. */
function numberDocuments(drafts: readonly Draft[]): readonly DemoLine[] {
  const inOrder = [...drafts].sort((a, b) => a.day - b.day || a.order - b.order);
  const numbers = new Map<string, string>();
  const counts = new Map<string, number>();
  return inOrder.map(({ order, ...line }) => {
    const { year, month, day } = civilFromDay(line.day);
    const pad = (value: number): string => String(value).padStart(2, "0");
    const stem = `${PREFIX[line.kind]}${year}${pad(month)}${pad(day)}`;
    const key = `${stem}/${order}`;
    let document = numbers.get(key);
    if (document === undefined) {
      const count = (counts.get(stem) ?? 0) + 1;
      counts.set(stem, count);
      document = `${stem}-${String(count).padStart(3, "0")}`;
      numbers.set(key, document);
    }
    return { ...line, document };
  });
}
