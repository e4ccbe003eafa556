import type { OrderBook } from "../../measures/order-book";
import type { Exposure } from "./exposure";
import type { Course } from "./phases";
import type { Calendar, ProductSales } from "./sales";
import { PHASES, type Phase, type PhaseLine } from "./spec";

interface Source {
  readonly book: OrderBook;
  readonly calendar: Calendar;
  readonly sales: ProductSales;
  readonly courses: readonly Course[];
  readonly exposure: Exposure;
}

/** The phases that have products, in order of life, each with the figure of its task. O(lines). */
export function phaseLines(source: Source): readonly PhaseLine[] {
  const { courses } = source;
  const customers = customersByPhase(source);
  return PHASES.flatMap((phase, k) => {
    const own = courses.filter((course) => course.phase === phase);
    if (own.length === 0) return [];
    return {
      phase,
      products: own.length,
      sales: own.reduce((sum, course) => sum + course.sales, 0),
      customers: customers[k]!,
      kpi: kpiOf(phase, own, source),
    };
  });
}

function kpiOf(phase: Phase, own: readonly Course[], { sales, exposure }: Source): number | null {
  const ratio = (part: Uint32Array, whole: Uint32Array): number | null => {
    let [above, below] = [0, 0];
    for (const { item } of own) {
      above += part[item]!;
      below += whole[item]!;
    }
    return below > 0 ? above / below : null;
  };
  switch (phase) {
    case "introduction":
      return ratio(sales.repeaters, sales.buyers);
    case "rise":
      return ratio(sales.newBuyers, sales.yearBuyers);
    case "maturity":
      return ratio(sales.keptBuyers, sales.beforeBuyers);
    case "decline":
      return exposure.exposed.length;
    default:
      return null;
  }
}

/** Customers that bought anything of each phase in the last year. */
function customersByPhase({ book, calendar, sales, courses }: Source): Uint32Array {
  const phaseOf = new Uint8Array(sales.productCount).fill(PHASES.length);
  for (const { item, phase } of courses) phaseOf[item] = PHASES.indexOf(phase);
  const counts = new Uint32Array(PHASES.length);
  const { offsets, days } = book;
  for (let customer = 0; customer < book.customerCount; customer++) {
    let seen = 0;
    for (let slot = offsets[customer + 1]! - 1; slot >= offsets[customer]!; slot--) {
      const day = days[slot]!;
      if (day < calendar.yearFrom) break;
      const item = sales.items[slot]!;
      if (day > calendar.toDay || item >= sales.productCount) continue;
      const phase = phaseOf[item]!;
      if ((seen & (1 << phase)) !== 0) continue;
      seen |= 1 << phase;
      counts[phase]!++;
    }
  }
  return counts;
}
