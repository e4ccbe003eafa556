import type { ChurnCause } from "../../domain/churn-cause";
import { TENURE_USES } from "../../domain/tenure";
import { defineAnalysis, type Params } from "../define";

const COUNT = { kind: "integer", min: 0, max: 1e7, unit: "customer", default: 0 } as const;
/** Below 0: as a share of what a return is worth. */
const MONEY = { kind: "number", min: -1, max: 1e9, default: -1 } as const;

const spec = defineAnalysis({
  id: "winback",
  revision: 4,
  needs: { customers: ["key"] },
  uses: {
    ...TENURE_USES,
    orders: [...TENURE_USES.orders, "profit"],
    customers: [...TENURE_USES.customers, "customerName", "monthlyFee"],
    exits: [
      ...TENURE_USES.exits,
      "reasonGroup",
      "reasonCode",
      "text",
      "initiative",
      "intent",
      "competitor",
    ],
    complaints: ["customer", "openedAt"],
  },
  params: {
    /** who counts as lost: by exits and contracts where there are any, else by silence */
    source: { kind: "choice", options: ["auto", "contracts", "silence"], default: "auto" },
    /** days of silence after which a customer is lost; 0 = the churn window of the company */
    windowDays: { kind: "integer", min: 0, max: 3650, unit: "day", default: 0 },
    /** months since the break between which customers are to be won back */
    fromMonth: { kind: "integer", min: 0, max: 60, unit: "month", default: 6 },
    toMonth: { kind: "integer", min: 1, max: 72, unit: "month", default: 12 },
    /** money of the offer, paid when the customer comes back */
    offer: MONEY,
    /** money of one contact */
    contact: MONEY,
    /** part of a customer's money that is profit; 0 = from the data */
    margin: { kind: "ratio", min: 0, max: 1, step: 0.01, default: 0 },
    /** money of the year after a return ÷ that of the year before the break; 0 = from the returns of the past */
    secondLife: { kind: "number", min: 0, max: 10, step: 0.05, default: 0 },
    /** share of the list that is left alone, and the seed by which it is drawn */
    holdout: { kind: "ratio", min: 0, max: 0.5, step: 0.01, default: 0.1 },
    seed: { kind: "integer", min: 1, max: 1_000_000, default: 1 },
    /** what became of a round: those contacted and those left alone, and how many of each came back */
    contacted: COUNT,
    contactedBack: COUNT,
    alone: COUNT,
    aloneBack: COUNT,
  },
});

export default spec;

export type WinbackParams = Params<typeof spec.params>;

/** `given`: by the reader; `data`: from the data; `assumed`: nothing says it. */
type TermFrom = "given" | "data" | "assumed";

export interface Term {
  readonly value: number;
  readonly from: TermFrom;
}

/** What to do first: a special offer, a talk on what was mended, a friendly contact. */
export const TACTICS = ["offer", "improve", "recontact"] as const;
export type Tactic = (typeof TACTICS)[number];

/** Where a tactic is from: the reason that was given, or what the history shows. */
export type TacticFrom = "reason" | "complaint" | "money" | "history";

/** Offer and contact as parts of what a return is worth. */
export const OFFER_SHARE = 0.05;
export const CONTACT_SHARE = 0.005;

export interface WinbackRefusal {
  /** `no-days`: nothing says when anybody left; `few-breaks`: breaks; `no-return`: nobody ever came back */
  readonly code: "no-days" | "few-breaks" | "no-return";
  readonly need: number;
  readonly have: number;
}

/** Share of the broken-off that has come back by so many months. Names the cell "back:month:<month>". */
export interface RecoveryPoint {
  readonly month: number;
  readonly share: number;
  /** 95 %; null where it cannot be said */
  readonly low: number | null;
  readonly high: number | null;
  /** breaks that were seen so long and had not ended by then */
  readonly atRisk: number;
  /** customers that came back by then */
  readonly customers: number;
}

/** Breaks and returns of a group of reasons. */
export interface CauseRecovery {
  readonly cause: ChurnCause;
  readonly breaks: number;
  readonly returns: number;
  /** share back within 12 months; null where nobody was seen so long */
  readonly recovery12: number | null;
  /** chance of the first year by which its customers are judged: drawn to that of all; null where it cannot be said */
  readonly used12: number | null;
}

/** How firmly reasons are drawn to the share of all: as that many breaks; Infinity where the reasons do not differ. */
export interface PullStrength {
  readonly value: number;
  /** false: too few reasons to say; the value is assumed */
  readonly isFound: boolean;
}

type Stage = "early" | "open";

export interface WinbackLine {
  readonly row: number;
  readonly key: string;
  readonly name: string;
  /** last day before it counted as lost */
  readonly brokeOn: number;
  readonly monthsGone: number;
  readonly stage: Stage;
  /** until the window closes */
  readonly daysLeft: number;
  readonly cause: ChurnCause | null;
  /** in the words of its exit; "" without any */
  readonly reason: string;
  readonly tactic: Tactic;
  readonly tacticFrom: TacticFrom;
  /** of coming back within the next 12 months */
  readonly chance: number;
  /** profit of the year after a return */
  readonly value: number;
  /** chance × (value − offer) − contact */
  readonly score: number;
  /** drawn for the part that is left alone */
  readonly isLeftAlone: boolean;
}

/** The list parted at random, before anybody is called. */
export interface WinbackTrial {
  /** cells "back:contact" and "back:left-alone" */
  readonly contacted: number;
  readonly leftAlone: number;
  /** share of the list that is expected back within a year, going by those of the past */
  readonly expected: number;
  /** smallest difference of both shares that would be seen: 5 % two-sided, power 80 %; null without both parts */
  readonly detectable: number | null;
}

interface Within {
  readonly value: number;
  /** 95 % */
  readonly low: number;
  readonly high: number;
}

/** What a finished round shows. */
export interface TrialReadout {
  /** shares that came back */
  readonly contacted: number;
  readonly alone: number;
  /** share back of those contacted − share back of those left alone */
  readonly effect: Within;
  /** customers that the contact brought */
  readonly brought: Within;
}

export interface TacticLine {
  readonly tactic: Tactic;
  readonly customers: number;
  readonly expected: number;
}

export interface WinbackResult {
  readonly kind: "answered";
  /** nobody is in the window */
  readonly isQuiet: boolean;
  readonly headline: {
    readonly lost: number | null;
    readonly returned: number | null;
    readonly recovery12: number | null;
    readonly list: number | null;
    readonly expected: number | null;
  };
  readonly refusal: WinbackRefusal | null;
  readonly source: "contracts" | "silence" | null;
  /** of silence; null with contracts */
  readonly silenceDays: number | null;
  readonly breaks: number;
  readonly lost: number;
  /** breaks that ended, and customers that ever came back */
  readonly returns: number;
  readonly returned: number;
  readonly curve: readonly RecoveryPoint[];
  readonly causes: readonly CauseRecovery[];
  readonly pull: PullStrength;
  /** null without a list */
  readonly terms: {
    readonly offer: Term;
    readonly contact: Term;
    readonly margin: Term;
    readonly secondLife: Term;
    /** 95 %; null unless `secondLife` is from the data */
    readonly secondLifeRange: { readonly low: number; readonly high: number } | null;
    /** returns whose following year is over: what `secondLife` is from */
    readonly followed: number;
  } | null;
  /** lost customers by the clock: not yet in the window, in it, past it */
  readonly early: number;
  readonly open: number;
  readonly closed: number;
  /** lost by our own decision: not approached */
  readonly excluded: number;
  /** lost, but written down as won back since: not approached either */
  readonly wonBack: number;
  /** of those early or open: without money that is known, and with a chance nobody was seen long enough for */
  readonly unpriced: number;
  readonly unseen: number;
  /** of those early or open, priced: not worth a contact */
  readonly notWorth: number;
  readonly listed: number;
  readonly expected: number;
  /** null without a list */
  readonly trial: WinbackTrial | null;
  /** null unless the counts of a round are given */
  readonly readout: TrialReadout | null;
  readonly tactics: readonly TacticLine[];
  /** highest score first; at most 50 */
  readonly lines: readonly WinbackLine[];
}
