import type { CustomerRef } from "../../domain/customer-merge";
import type { OwnCampaign } from "../../domain/own-campaign";
import { shareDifference } from "../../kernel/stats/share-difference";
import { customerFinder } from "../../measures/merged-customers";
import { isSelected } from "../../measures/tenure/tenure";
import type { Ambient, Answer, Input, Progress } from "../define";
import { toldOf, type Told, type Watch } from "./outcome";
import {
  CAMPAIGN_PARTS,
  type CampaignLine,
  type CampaignPart,
  type CampaignReadoutResult,
  type PartCount,
} from "./spec";

/**
 * What became of the campaigns that somebody kept: those contacted against those left alone.
 *
 * @param input   customers; orders, exits and the flag of who left as far as the data have them
 * @param ambient scope, selected rows, the kept campaigns
 * @returns always an answer, empty without campaigns. Members: "campaign:<key>:contacted", "campaign:<key>:alone" (whose outcome is
 *   known), "campaign:<key>:contacted-hit", "campaign:<key>:alone-hit" (who left, or came back)
 *
 * Methods D51. O(customers + exits + lines of those on the lists).
 */
export default function* campaignReadout(
  input: Input,
  _params: unknown,
  ambient: Ambient,
): Generator<Progress, Answer<CampaignReadoutResult>, void> {
  const all = [...ambient.ownCampaigns].toSorted(
    ([a, one], [b, other]) => other.on - one.on || (a < b ? -1 : 1),
  );
  if (all.length === 0) return { result: describe([]), members: () => null };
  const find = customerFinder(input.customers);
  yield { done: 0.1 };
  const placed = all.map(([key, campaign]) => placedOf(key, campaign, find));
  const judged: Judged[] = [];
  for (const one of placed) {
    yield { done: 0.1 + (0.9 * judged.length) / placed.length };
    judged.push(judgedOf(one, placed, input, ambient));
  }
  return {
    result: describe(judged.map(({ line }) => line)),
    members: (cell) => membersOf(judged, cell),
  };
}

/** A campaign with the rows of its customers. */
interface Placed {
  readonly key: string;
  readonly campaign: OwnCampaign;
  readonly contacted: ReadonlySet<number>;
  readonly alone: ReadonlySet<number>;
  /** of each part: not in the data */
  readonly lost: { readonly contacted: number; readonly alone: number };
  readonly mixed: number;
}

function placedOf(key: string, campaign: OwnCampaign, find: (ref: CustomerRef) => number): Placed {
  const contacted = campaign.contacted.map(find);
  const alone = campaign.alone.map(find);
  const [there, kept] = [new Set(contacted), new Set(alone)];
  const both = new Set([...there].filter((row) => row >= 0 && kept.has(row)));
  const isOwn = (row: number): boolean => row >= 0 && !both.has(row);
  const count = (rows: readonly number[]): number => rows.filter((row) => row < 0).length;
  return {
    key,
    campaign,
    contacted: new Set([...there].filter(isOwn)),
    alone: new Set([...kept].filter(isOwn)),
    lost: { contacted: count(contacted), alone: count(alone) },
    mixed: both.size,
  };
}

interface Judged {
  readonly line: CampaignLine;
  readonly rows: Readonly<Record<CampaignPart, Uint32Array>>;
}

function judgedOf(placed: Placed, all: readonly Placed[], input: Input, ambient: Ambient): Judged {
  const { key, campaign, lost, mixed } = placed;
  const { name, list, on, watchDays, outcome, expected, detectable } = campaign;
  const told = toldOf(campaign, input, ambient);
  const seenUntil = told === null ? ambient.scope.asOfDay : told.lastDay;
  const daysLeft = Math.max(0, on + watchDays - seenUntil);
  const watch = { after: on, until: Math.min(on + watchDays, seenUntil) };
  const sight = { told, watch, ambient };
  const contacted = sortedPart(placed.contacted, sight);
  const alone = sortedPart(placed.alone, sight);
  const counts = {
    contacted: countOf(contacted, lost.contacted),
    alone: countOf(alone, lost.alone),
  };
  const isOver = told !== null && daysLeft === 0;
  const line: CampaignLine = {
    ...{
      key,
      name,
      list,
      on,
      watchDays,
      outcome,
      seenUntil,
      daysLeft,
      mixed,
      expected,
      detectable,
    },
    isTold: told !== null,
    ...counts,
    disturbed: disturbedOf(placed, all, alone.known),
    ...(isOver ? effectOf(list, counts) : NO_EFFECT),
  };
  const rows = {
    contacted: contacted.known,
    alone: alone.known,
    "contacted-hit": contacted.hit,
    "alone-hit": alone.hit,
  };
  return { line, rows };
}

interface Part {
  /** ascending rows whose outcome is known, and of them those to whom it happened */
  readonly known: Uint32Array;
  readonly hit: Uint32Array;
  readonly unknown: number;
}

interface PartSight {
  readonly told: Told | null;
  readonly watch: Watch;
  readonly ambient: Ambient;
}

function sortedPart(rows: ReadonlySet<number>, { told, watch, ambient }: PartSight): Part {
  const own = Uint32Array.from(rows)
    .filter((row) => isSelected(ambient.customerRows, row))
    .sort();
  if (told === null) return { known: own, hit: new Uint32Array(), unknown: 0 };
  const happened = Array.from(own, (row) => told.happened(row, watch));
  return {
    known: own.filter((_, i) => happened[i] !== null),
    hit: own.filter((_, i) => happened[i] === true),
    unknown: happened.filter((one) => one === null).length,
  };
}

const countOf = ({ known, hit, unknown }: Part, lost: number): PartCount => ({
  size: known.length,
  hits: hit.length,
  missing: unknown + lost,
});

/** Those left alone whom another campaign reached in the meantime. */
function disturbedOf(
  { key, campaign: { on, watchDays } }: Placed,
  all: readonly Placed[],
  alone: Uint32Array,
): number {
  const others = all.filter(
    (other) => other.key !== key && other.campaign.on >= on && other.campaign.on <= on + watchDays,
  );
  return alone.filter((row) => others.some(({ contacted }) => contacted.has(row))).length;
}

const NO_EFFECT = { effect: null, gained: null } as const;

function effectOf(
  list: OwnCampaign["list"],
  { contacted, alone }: { readonly contacted: PartCount; readonly alone: PartCount },
): Pick<CampaignLine, "effect" | "gained"> {
  if (contacted.size === 0 || alone.size === 0) return NO_EFFECT;
  // Fewer that leave is good, more that come back is.
  const effect =
    list === "targeting" ? shareDifference(alone, contacted) : shareDifference(contacted, alone);
  const { size } = contacted;
  return {
    effect,
    gained: { value: effect.value * size, low: effect.low * size, high: effect.high * size },
  };
}

function describe(campaigns: readonly CampaignLine[]): CampaignReadoutResult {
  const effects = campaigns.flatMap(({ effect }) => (effect === null ? [] : [effect]));
  return {
    kind: "answered",
    isQuiet: effects.length === 0,
    headline: {
      campaigns: campaigns.length,
      judged: effects.length,
      waiting: campaigns.filter(({ isTold, daysLeft }) => isTold && daysLeft > 0).length,
      helped: effects.filter(({ low }) => low > 0).length,
      harmed: effects.filter(({ high }) => high < 0).length,
    },
    campaigns,
  };
}

function membersOf(judged: readonly Judged[], cell: string): Uint32Array | null {
  const [kind, key, part, ...rest] = cell.split(":");
  if (kind !== "campaign" || rest.length > 0) return null;
  const known = CAMPAIGN_PARTS.find((one) => one === part);
  const found = judged.find(({ line }) => line.key === key);
  return known === undefined || found === undefined ? null : found.rows[known];
}
