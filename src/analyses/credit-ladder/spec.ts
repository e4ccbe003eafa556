import type { PromiseFate } from "../../domain/pay-promise";
import { defineAnalysis, type Params } from "../define";

const DAYS = { kind: "integer", max: 730, unit: "day" } as const;
const BROKEN = { kind: "integer", min: 1, max: 20 } as const;
const SHARE = { kind: "ratio", min: 0.01, max: 1, step: 0.01 } as const;

const spec = defineAnalysis({
  id: "credit-ladder",
  revision: 3,
  needs: { customers: ["key"] },
  uses: {
    customers: ["customerName", "customerId"],
    invoices: [
      "customer",
      "invoiceId",
      "invoicedOn",
      "dueOn",
      "termDays",
      "settledOn",
      "amount",
      "paidAmount",
      "openAmount",
      "isDisputed",
    ],
    payments: ["customer", "invoiceId", "paidOn", "amount"],
    exits: [
      "customer",
      "exitedOn",
      "scope",
      "wonBackOn",
      "reasonGroup",
      "reasonCode",
      "text",
      "initiative",
      "intent",
      "competitor",
    ],
  },
  params: {
    /** days past due that are no lateness yet */
    graceDays: { ...DAYS, min: 0, default: 10 },
    /** past due by more than this: pays before delivery */
    prepayDays: { ...DAYS, min: 1, default: 30 },
    /** past due by more than this: legal steps */
    legalDays: { ...DAYS, min: 1, default: 90 },
    /** share of late invoices from which credit is assessed, and from which it ends */
    assessShare: { ...SHARE, default: 0.2 },
    prepayShare: { ...SHARE, default: 0.5 },
    /** broken promises from which credit is assessed, and from which it ends */
    brokenAssess: { ...BROKEN, default: 1 },
    brokenPrepay: { ...BROKEN, default: 2 },
    /** days in which the invoices of that share, and the broken promises, fell due */
    lookBack: { ...DAYS, min: 30, default: 365 },
  },
});

export default spec;

export type CreditLadderParams = Params<typeof spec.params>;

/** 1 keep the records complete, 2 assess the credit, 3 pay before delivery, 4 legal steps. */
export const STEPS = [1, 2, 3, 4] as const;
export type Step = (typeof STEPS)[number];

/** A share of late invoices of fewer than this says nothing. */
export const FEWEST_JUDGED = 3;

/** A customer on step 2 or above. */
export interface CreditLine {
  readonly row: number;
  readonly name: string;
  readonly step: Step;
  /** past due by more than the grace, without what is in dispute */
  readonly overdue: number;
  /** days past due of the oldest of it; 0 without */
  readonly oldest: number;
  readonly late: number;
  readonly judged: number;
  /** promises to pay that it broke in the look-back */
  readonly broken: number;
  readonly disputed: number;
  readonly balance: number;
  /** money to be paid to go down one step; 0: none is in the way */
  readonly payToGoDown: number;
  /** invoices in a row to be paid in time to go down one step; 0: none */
  readonly onTimeToGoDown: number;
  /** days until so many broken promises are older than the look-back that they hold it no more; 0: none does */
  readonly promiseDaysToGoDown: number;
  /** days until the oldest unpaid invoice lifts it one step; null: nothing unpaid would */
  readonly upInDays: number | null;
}

/** One step; names the cell "credit:<step>". */
export interface StepLine {
  readonly step: Step;
  readonly customers: number;
  readonly overdue: number;
}

/** What became of the promises to pay that somebody wrote down. */
export interface PromiseFates {
  /** what says that money came in; null: nothing */
  readonly from: "payments" | "invoices" | null;
  readonly counts: Readonly<Record<PromiseFate, number>>;
  /** customers with one broken in the look-back; cell "credit:broken" */
  readonly breakers: number;
  readonly lines: readonly {
    /** of the record */
    readonly key: string;
    readonly fate: PromiseFate;
    /** money that came in for it */
    readonly paid: number;
  }[];
}

/** Where those who left stood on the day they left; names the cells "credit-lost:<kind>" and "credit-lost-high:<kind>". */
export interface LostLine {
  readonly kind: "involuntary" | "other";
  /** with invoices of which anything is known on that day */
  readonly customers: number;
  /** of them on step 3 or 4 */
  readonly high: number;
}

export interface CreditLadderResult {
  readonly kind: "answered";
  readonly headline: {
    readonly n: number;
    readonly step1: number;
    readonly step2: number;
    readonly step3: number;
    readonly step4: number;
    readonly overdue: number | null;
    readonly lostInvoluntary: number | null;
    readonly lostInvoluntaryHigh: number | null;
    readonly lostOther: number | null;
    readonly lostOtherHigh: number | null;
    readonly promisesKept: number | null;
    readonly promisesBroken: number | null;
  };
  /** why there is no ladder */
  readonly gap: "no-invoices" | "nobody" | null;
  /** customers with an invoice that says anything, who are still there or still owe; cell "credit:all" */
  readonly n: number;
  readonly steps: readonly StepLine[];
  /** customers with something in dispute; cell "credit:disputed" */
  readonly disputed: number;
  /** highest step first, then most money overdue; at most 200 */
  readonly lines: readonly CreditLine[];
  /** null: nothing says who left, which is not nobody */
  readonly lost: readonly LostLine[] | null;
  /** null: nobody wrote one down */
  readonly promises: PromiseFates | null;
  /** share on steps 3–4 of the involuntary − of the others, with its 95 % interval; null without both */
  readonly difference: {
    readonly value: number;
    readonly low: number;
    readonly high: number;
  } | null;
}
