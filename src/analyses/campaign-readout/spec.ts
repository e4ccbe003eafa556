import type { CampaignList, CampaignOutcome } from "../../domain/own-campaign";
import { defineAnalysis } from "../define";

const spec = defineAnalysis({
  id: "campaign-readout",
  revision: 1,
  needs: { customers: ["key"] },
  uses: {
    orders: ["customer", "orderedOn", "amount", "lineKind"],
    customers: ["customerId", "customerName", "hasChurned", "churnedOn"],
    exits: ["customer", "exitedOn", "scope", "wonBackOn"],
  },
  params: {},
});

export default spec;

/** The parts of a campaign, and of each those to whom it happened; ends of the cells "campaign:<key>:<part>". */
export const CAMPAIGN_PARTS = ["contacted", "alone", "contacted-hit", "alone-hit"] as const;
export type CampaignPart = (typeof CAMPAIGN_PARTS)[number];

/** One part of a campaign, as far as the data tell. */
export interface PartCount {
  /** customers of whom it is known; cell "campaign:<key>:contacted", "…:alone" */
  readonly size: number;
  /** of these: left (targeting), came back (winback); cell "campaign:<key>:contacted-hit", "…:alone-hit" */
  readonly hits: number;
  /** on the list, and not in the data any more, or the data do not say it of them */
  readonly missing: number;
}

interface Within {
  readonly value: number;
  /** 95 % */
  readonly low: number;
  readonly high: number;
}

/** One kept campaign against what happened. */
export interface CampaignLine {
  readonly key: string;
  readonly name: string;
  readonly list: CampaignList;
  readonly on: number;
  readonly watchDays: number;
  readonly outcome: CampaignOutcome;
  /** the data have what tells the outcome */
  readonly isTold: boolean;
  /** the last day that the data tell of, up to the as-of day */
  readonly seenUntil: number;
  /** until the time is over, as far as the data reach; 0: over */
  readonly daysLeft: number;
  readonly contacted: PartCount;
  readonly alone: PartCount;
  /** named in both parts, e.g. after a merge: in neither */
  readonly mixed: number;
  /** left alone here, and contacted by another campaign in that time */
  readonly disturbed: number;
  readonly expected: number | null;
  readonly detectable: number | null;
  /** above 0: the contact helped; null before the time is over, or with an empty part */
  readonly effect: Within | null;
  /** customers that the contact kept or brought back; null likewise */
  readonly gained: Within | null;
}

export interface CampaignReadoutResult {
  readonly kind: "answered";
  readonly isQuiet: boolean;
  readonly headline: {
    readonly campaigns: number;
    readonly judged: number;
    readonly waiting: number;
    readonly helped: number;
    readonly harmed: number;
  };
  /** the latest day first */
  readonly campaigns: readonly CampaignLine[];
}
