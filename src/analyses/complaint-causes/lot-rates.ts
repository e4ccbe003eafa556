import { binomialUpperTail } from "../../kernel/stats/binomial";
import { falseDiscoveryRates } from "../../kernel/stats/false-discovery";
import { poissonInterval } from "../../kernel/stats/poisson";
import { MISSING_CODE, requiredColumn, type Table } from "../../kernel/table/column";
import { customersAt, placesBy } from "./coding";
import { caseText, FEWEST, HIGH_FALSE_DISCOVERY } from "./goods";
import { lotId } from "./lot-id";
import type { Lots, LotSight } from "./lots";
import type { Coded } from "./pareto";
import type { LotLine, LotRates } from "./spec";

const LISTED = 8;

/**
 * Complaints per 1,000 sale lines by batch, and which batches have more than theirs of all.
 *
 * Only batches first sold within the days that both tables cover: of those their lines and their complaints are all in sight. Given
 * all complaints of these batches, those of one are binomial with its part of the lines (the exact test of two Poisson rates);
 * false-discovery rate 5 % over all batches sold, at least three complaints.
 *
 * @returns null where a column is missing, or no complaint names a batch that was sold
 */
export function lotRates(seen: Lots, sight: LotSight): LotRates | null {
  const { lots, from } = seen;
  const own = casesByLot(seen);
  const places = [...lots.keys()].filter((place) => lots[place]!.firstDay >= from);
  const casesAt = (place: number): number => own.get(place)?.length ?? NONE;
  const cases = places.reduce((sum, place) => sum + casesAt(place), 0);
  if (cases === 0) return null;
  const soldLines = places.reduce((sum, place) => sum + lots[place]!.sold, 0);
  const tried = places.filter((place) => casesAt(place) >= FEWEST);
  const rates = falseDiscoveryRates(
    tried.map((place) => binomialUpperTail(casesAt(place), cases, lots[place]!.sold / soldLines)),
    places.length,
  );
  const high = new Set(tried.filter((_, i) => rates[i]! <= HIGH_FALSE_DISCOVERY));
  const lowOf = (place: number): number => poissonInterval(casesAt(place)).low / lots[place]!.sold;
  const listed = tried
    .sort(
      (a, b) =>
        Number(high.has(b)) - Number(high.has(a)) ||
        lowOf(b) - lowOf(a) ||
        (lotId(lots[a]!) < lotId(lots[b]!) ? -1 : 1),
    )
    .slice(0, LISTED);
  const buyers = buyersOf(seen, sight.orders, new Set(listed));
  return {
    lines: listed.map((place) => ({
      ...lineOf(seen, sight, { place, own: own.get(place)!, buyers: buyers.get(place)! }),
      siblings: siblingRate(lots, places, { place, casesAt }),
      isHigh: high.has(place),
    })),
    high: high.size,
    tested: places.length,
    cases,
    soldLines,
    older: lots.filter(({ firstDay, lastDay }) => firstDay < from && lastDay >= from).length,
    unlinked: unlinkedCases(seen, sight),
  };
}

/** A batch that nobody complains of has no complaint: this zero is counted, not assumed. */
const NONE = 0;

const casesByLot = ({ lotOfCase }: Lots): ReadonlyMap<number, readonly number[]> =>
  placesBy(lotOfCase.length, (i) => (lotOfCase[i]! < 0 ? null : lotOfCase[i]!));

interface LotFacts {
  readonly place: number;
  readonly own: readonly number[];
  readonly buyers: ReadonlySet<number>;
}

function lineOf(
  { lots }: Lots,
  { coded, complaints }: LotSight,
  { place, own, buyers }: LotFacts,
): Omit<LotLine, "siblings" | "isHigh"> {
  const lot = lots[place]!;
  const { low, high } = poissonInterval(own.length);
  const per = 1000 / lot.sold;
  const nameOf = caseText(coded, complaints, "productName");
  return {
    id: lotId(lot),
    batch: lot.batch,
    product: nameOf(own[0]!) ?? lot.product,
    cases: own.length,
    customers: customersAt(coded.cases, own),
    sold: lot.sold,
    buyers: buyers.size,
    silent: silentOf(buyers, coded, own).length,
    rate: own.length * per,
    low: low * per,
    high: high * per,
  };
}

/** Complaints per 1,000 lines of the other batches of the product together; null without any. */
function siblingRate(
  lots: Lots["lots"],
  places: readonly number[],
  { place, casesAt }: { readonly place: number; readonly casesAt: (place: number) => number },
): number | null {
  const { product } = lots[place]!;
  if (product === null) return null;
  const others = places.filter((other) => other !== place && lots[other]!.product === product);
  const sold = others.reduce((sum, other) => sum + lots[other]!.sold, 0);
  return sold === 0 ? null : (1000 * others.reduce((sum, other) => sum + casesAt(other), 0)) / sold;
}

/** Rows of the customers who bought of some lots. O(order lines). */
function buyersOf(
  { lotOfRow }: Lots,
  orders: Table,
  wanted: ReadonlySet<number>,
): ReadonlyMap<number, ReadonlySet<number>> {
  const customers = requiredColumn(orders, "customer", "dictionary").codes;
  const buyers = new Map([...wanted].map((place) => [place, new Set<number>()]));
  if (wanted.size === 0) return buyers;
  for (let row = 0; row < lotOfRow.length; row++) {
    if (lotOfRow[row]! >= 0 && customers[row] !== MISSING_CODE)
      buyers.get(lotOfRow[row]!)?.add(customers[row]!);
  }
  return buyers;
}

/** Those of the buyers who have not complained of it. */
function silentOf(
  buyers: ReadonlySet<number>,
  { cases }: Coded,
  own: readonly number[],
): readonly number[] {
  const complained = new Set(own.map((i) => cases.customers[i]!));
  return [...buyers].filter((row) => !complained.has(row));
}

/** Complaints that name a batch of which nothing was sold, as far as the orders know. */
function unlinkedCases({ lotOfCase }: Lots, { coded, complaints }: LotSight): number {
  const batchOf = caseText(coded, complaints, "batch");
  return lotOfCase.reduce((sum, place, i) => sum + (place < 0 && batchOf(i) !== null ? 1 : 0), 0);
}

/** Rows of the customers who bought of a lot, and of those the ones who have not complained; null: there is no such lot. */
export function lotCustomers(
  seen: Lots,
  { orders, coded }: LotSight,
  { id, part }: { readonly id: string; readonly part: "buyers" | "silent" },
): Uint32Array | null {
  const place = lotPlace(seen, id);
  if (place === null) return null;
  const buyers = buyersOf(seen, orders, new Set([place])).get(place)!;
  const own = casesByLot(seen).get(place) ?? [];
  const rows = part === "buyers" ? [...buyers] : silentOf(buyers, coded, own);
  return Uint32Array.from(rows).sort();
}

/** The place of a lot by its id; null: there is none. */
export function lotPlace({ lots }: Lots, id: string): number | null {
  const place = lots.findIndex((lot) => lotId(lot) === id);
  return place < 0 ? null : place;
}
