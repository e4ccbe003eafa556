import type { CalendarGrain } from "../../domain/period-key";
import { defineAnalysis, type Params } from "../define";

const WEIGHT = { kind: "number", min: 0, max: 10, step: 0.5, default: 1 } as const;

const spec = defineAnalysis({
  id: "core-customers",
  revision: 1,
  needs: { orders: ["customer", "orderedOn", "amount", "lineKind"], customers: ["key"] },
  uses: {
    orders: ["profit", "orderId"],
    customers: ["customerName"],
    invoices: [
      "customer",
      "invoiceId",
      "invoicedOn",
      "dueOn",
      "settledOn",
      "amount",
      "paidAmount",
      "openAmount",
      "termDays",
    ],
    payments: ["invoiceId", "paidOn"],
    service_costs: ["customer", "servedOn", "amount", "quantity", "unitCost"],
    contacts: ["customer", "contactedAt", "contactKind", "cost"],
    complaints: ["customer", "openedAt", "compensation"],
  },
  params: {
    window: { kind: "choice", options: ["period", "all"], default: "period" },
    /** what a customer is worth; without profit in the data it is sales */
    measure: { kind: "choice", options: ["profit", "sales"], default: "profit" },
    /** weights of the four tests */
    business: WEIGHT,
    pay: WEIGHT,
    service: WEIGHT,
    stay: WEIGHT,
    /** score from which a customer is a core customer */
    coreScore: { kind: "integer", min: 1, max: 100, default: 75 },
    /** least change a year that counts as rising or fading */
    growth: { kind: "ratio", min: 0, max: 5, step: 0.05, default: 0.2 },
  },
});

export default spec;

export type CoreParams = Params<typeof spec.params>;

/** Much business, paid on time, little service, for long: the four tests of the catalogue (#19). */
export const TESTS = ["business", "pay", "service", "stay"] as const;
export type TestId = (typeof TESTS)[number];

/** Most profit, considerable profit with a future, profit that fades (#8). */
export const KINDS = ["top", "promising", "fading"] as const;
export type Kind = (typeof KINDS)[number];

export interface TestLine {
  readonly test: TestId;
  /** 0..1 of all weight; 0 for a test that nobody can take */
  readonly weight: number;
  /** customers that the test says something of */
  readonly known: number;
  /** what it is measured by */
  readonly by: "profit" | "sales" | "late-days" | "cost" | "efforts" | "days" | null;
  /** mean place of the core customers in it, 0..1; null without any */
  readonly coreMean: number | null;
}

export interface CoreLine {
  readonly row: number;
  readonly name: string;
  /** 0..100 */
  readonly score: number;
  readonly amount: number;
  /** share of the customers that are worse in each test, 0..1; null: not known, its weight goes to the others */
  readonly parts: Readonly<Record<TestId, number | null>>;
}

export interface KindLine {
  /** names the cell "kind:<kind>" */
  readonly kind: Kind;
  readonly customers: number;
  readonly amount: number;
  /** at most 10; by money, fading ones by what a year takes away */
  readonly lines: readonly KindCustomer[];
}

export interface KindCustomer {
  readonly row: number;
  readonly name: string;
  readonly amount: number;
  /** change a year as a share of the own mean, with its 95 % interval; null: too short to say */
  readonly trend: { readonly slope: number; readonly low: number; readonly high: number } | null;
}

export interface CoreResult {
  readonly kind: "answered";
  readonly headline: {
    readonly customers: number;
    readonly core: number;
    readonly tests: number;
    readonly top: number;
    readonly promising: number;
    readonly fading: number;
  };
  readonly by: "profit" | "sales";
  readonly fromDay: number;
  readonly toDay: number;
  readonly amount: number;
  readonly coreAmount: number;
  readonly tests: readonly TestLine[];
  /** the core customers with the highest score, at most 30 */
  readonly core: readonly CoreLine[];
  readonly kinds: readonly KindLine[];
  readonly trendOver: {
    readonly grain: CalendarGrain;
    readonly periods: number;
    readonly judged: number;
    readonly hasSeason: boolean;
  } | null;
  /** level and slope of the largest customers with a slope, at most 300 */
  readonly points: readonly {
    readonly row: number;
    readonly name: string;
    readonly amount: number;
    readonly slope: number;
    readonly halfWidth: number;
    readonly kind: Kind | null;
  }[];
}
