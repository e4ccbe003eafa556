import { sha256 } from "../kernel/base/sha256";
import { parseRef, type CustomerRef } from "./customer-merge";
import type { WorkKind } from "./own-work";

/** The lists that a campaign is made from: whom to keep, whom to win back. */
export const CAMPAIGN_LISTS = ["targeting", "winback"] as const;
export type CampaignList = (typeof CAMPAIGN_LISTS)[number];

/** What tells afterwards who stayed or came back: orders, dated exits and returns, a flag of who has left. */
export const CAMPAIGN_OUTCOMES = ["orders", "exits", "flag"] as const;
export type CampaignOutcome = (typeof CAMPAIGN_OUTCOMES)[number];

/**
 * A campaign as it was planned: who was to be contacted, who was left alone to compare with, how long to wait and what to count. All of
 * it is laid down before the result is known. The user's own work; the key of the record is an id made with it.
 */
export interface OwnCampaign {
  readonly name: string;
  readonly list: CampaignList;
  /** day number; what happens after it counts */
  readonly on: number;
  readonly watchDays: number;
  readonly outcome: CampaignOutcome;
  readonly contacted: readonly CustomerRef[];
  readonly alone: readonly CustomerRef[];
  /** share that was expected to leave, or to come back, without a contact; null: nobody said */
  readonly expected: number | null;
  /** smallest difference of both shares that would be seen; null: not to be told */
  readonly detectable: number | null;
  readonly changedAtMs: number;
}

export const OWN_CAMPAIGNS: WorkKind<OwnCampaign> = {
  name: "own-campaign",
  parse: parseCampaign,
};

/** By key of the record. */
export type OwnCampaigns = ReadonlyMap<string, OwnCampaign>;

export const NO_OWN_CAMPAIGNS: OwnCampaigns = new Map();

export const CAMPAIGN_NAME_LENGTH = 60;
export const MOST_WATCH_DAYS = 1095;

const digests = new WeakMap<OwnCampaigns, string>();

/** Names a set of campaigns: empty for none, another text for any other set. */
export function ownCampaignsDigest(campaigns: OwnCampaigns): string {
  if (campaigns.size === 0) return "";
  const known = digests.get(campaigns);
  if (known !== undefined) return known;
  const digest = `!${sha256(new TextEncoder().encode(JSON.stringify([...campaigns]))).slice(0, 16)}`;
  digests.set(campaigns, digest);
  return digest;
}

function parseCampaign(value: unknown): OwnCampaign | null {
  if (typeof value !== "object" || value === null) return null;
  const given = value as Record<string, unknown>;
  const { name, on, watchDays, changedAtMs } = given;
  const isPlanned =
    typeof name === "string" &&
    Number.isInteger(on) &&
    Number.isInteger(watchDays) &&
    (watchDays as number) >= 1 &&
    (watchDays as number) <= MOST_WATCH_DAYS &&
    CAMPAIGN_LISTS.some((list) => list === given["list"]) &&
    CAMPAIGN_OUTCOMES.some((outcome) => outcome === given["outcome"]);
  const isFine =
    isPlanned &&
    areRefs(given["contacted"]) &&
    areRefs(given["alone"]) &&
    isShare(given["expected"]) &&
    isShare(given["detectable"]) &&
    typeof changedAtMs === "number";
  return isFine ? (given as unknown as OwnCampaign) : null;
}

const areRefs = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => parseRef(one) !== null);

const isShare = (value: unknown): boolean =>
  value === null || (typeof value === "number" && value >= 0 && Number.isFinite(value));
