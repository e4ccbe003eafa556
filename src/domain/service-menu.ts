import type { WorkKind } from "./own-work";
import { GRADES, RFM_SEGMENTS } from "./rule-book";
import type { Makeup } from "./own-segment";
import type { RuleScore } from "./segment-rule";

/** By what customers are served differently. */
export const MENU_DIVISIONS = ["grade", "rfm", "own"] as const;
export type MenuDivision = (typeof MENU_DIVISIONS)[number];

/** What a group gets of a service. */
export interface MenuOffer {
  /** in words; not empty */
  readonly text: string;
  /** what it costs for one customer in a year; null: nobody said */
  readonly yearCost: number | null;
}

/**
 * One service and who gets what of it. The user's own work, which no import touches; the key of the record is an id made with it.
 */
export interface MenuService {
  readonly division: MenuDivision;
  readonly name: string;
  /** by id of the group: a grade, an RFM segment, the key of an own segment; a group without an offer does not get the service */
  readonly offers: Readonly<Record<string, MenuOffer>>;
  readonly changedAtMs: number;
}

export const MENU_SERVICES: WorkKind<MenuService> = { name: "service-menu", parse: parseService };

/** One group of a division; `makeup` says who is in it. */
export interface MenuGroup {
  readonly id: string;
  readonly makeup: Makeup;
}

const scoreGroup = (score: RuleScore, value: string): MenuGroup => ({
  id: value,
  makeup: {
    kind: "rules",
    joins: "all",
    rules: [
      {
        field: { source: "score", id: score },
        condition: { kind: "values", values: [value] },
        isNot: false,
      },
    ],
  },
});

/** The groups of a division, the most valuable first. @param own  the user's segments by key */
export function menuGroups(
  division: MenuDivision,
  own: ReadonlyMap<string, { readonly makeup: Makeup }>,
): readonly MenuGroup[] {
  switch (division) {
    case "grade":
      return GRADES.map((grade) => scoreGroup("grade", grade));
    case "rfm":
      return RFM_SEGMENTS.eleven.map(({ id }) => scoreGroup("segment", id));
    case "own":
      return [...own].map(([id, { makeup }]) => ({ id, makeup }));
  }
}

export interface GroupBill {
  /** services that the group gets */
  readonly offers: number;
  /** of them, without a cost */
  readonly unpriced: number;
  /** of those with a cost, for one customer in a year */
  readonly yearCost: number;
}

/** What the menu gives one customer of a group, and costs for it. */
export function groupBill(services: Iterable<MenuService>, group: string): GroupBill {
  let [offers, unpriced, yearCost] = [0, 0, 0];
  for (const service of services) {
    const offer = service.offers[group];
    if (offer === undefined) continue;
    offers++;
    if (offer.yearCost === null) unpriced++;
    else yearCost += offer.yearCost;
  }
  return { offers, unpriced, yearCost };
}

const DAYS_PER_YEAR = 365;

/** What a bill comes to for so many customers over so many days. */
export const billOver = (bill: GroupBill, customers: number, days: number): number =>
  (bill.yearCost * customers * days) / DAYS_PER_YEAR;

function parseService(value: unknown): MenuService | null {
  if (typeof value !== "object" || value === null) return null;
  const { division, name, offers, changedAtMs } = value as Record<string, unknown>;
  const known = MENU_DIVISIONS.find((one) => one === division);
  if (known === undefined || typeof name !== "string" || name === "") return null;
  if (typeof offers !== "object" || offers === null || typeof changedAtMs !== "number") return null;
  const read: Record<string, MenuOffer> = {};
  for (const [group, offer] of Object.entries(offers)) {
    const one = parseOffer(offer);
    if (one === null) return null;
    read[group] = one;
  }
  return { division: known, name, offers: read, changedAtMs };
}

function parseOffer(value: unknown): MenuOffer | null {
  if (typeof value !== "object" || value === null) return null;
  const { text, yearCost } = value as Record<string, unknown>;
  if (typeof text !== "string" || text === "") return null;
  const isCost = typeof yearCost === "number" && Number.isFinite(yearCost) && yearCost >= 0;
  return yearCost === null || isCost ? { text, yearCost: isCost ? yearCost : null } : null;
}
