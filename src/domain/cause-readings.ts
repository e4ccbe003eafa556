import { sha256 } from "../kernel/base/sha256";
import {
  boneOf,
  BONES,
  COMPANY_ORIGINS,
  CUSTOMER_ORIGINS,
  originOf,
  sideOf,
  type Bone,
  type Origin,
  type Side,
} from "./cause-words";
import { ruleWord } from "./case-rules";
import type { WorkKind } from "./own-work";

/** Whose doing, as a reader may lay it down. */
export const LAID_SIDES = ["company", "customer"] as const;
export const ORIGINS: readonly Origin[] = [...COMPANY_ORIGINS, ...CUSTOMER_ORIGINS];

/**
 * What a reader would have one cause of complaints count as; what is absent is read by our words. The key of the record is
 * `causeKey`. The user's own work.
 */
export interface CauseReading {
  /** as the complaints write it */
  readonly cause: string;
  readonly bone?: Bone;
  readonly origin?: Origin;
  readonly side?: (typeof LAID_SIDES)[number];
  readonly changedAtMs: number;
}

export const CAUSE_READINGS: WorkKind<CauseReading> = { name: "complaint-cause", parse };

/** By key. */
export type CauseReadings = ReadonlyMap<string, CauseReading>;

export const causeKey = ruleWord;

/** What a complaint says of its cause; null: nothing. */
export interface CauseFacts {
  readonly cause: string | null;
  readonly group: string | null;
  readonly kind: string | null;
  readonly responsible: string | null;
  /** the word that it is counted under */
  readonly counted: string | null;
}

export interface ReadCause {
  readonly bone: Bone;
  readonly origin: Origin | null;
  readonly side: Side;
}

/** Neither our words nor anything laid down say what it counts as. */
export const isUnread = ({ bone, origin, side }: ReadCause): boolean =>
  bone === "other" && origin === null && side === "unknown";

/**
 * What the cause of a complaint counts as: what the reader laid down of its word, else by our words. A side that was laid down goes
 * before what the complaint itself says; one that follows from an origin does not.
 */
export function readCause(
  { cause, group, kind, responsible, counted }: CauseFacts,
  readings: CauseReadings,
): ReadCause {
  const laid =
    readings.size === 0 || counted === null ? undefined : readings.get(causeKey(counted));
  const origin = laid?.origin ?? originOf(cause, kind);
  return {
    bone: laid?.bone ?? boneOf(group, cause),
    origin,
    side: laid?.side ?? sideOf(responsible, origin),
  };
}

/** Names a set of readings: empty for none, another text for any other set. */
export function causeReadingsDigest(readings: CauseReadings): string {
  if (readings.size === 0) return "";
  return `^${sha256(new TextEncoder().encode(JSON.stringify([...readings]))).slice(0, 16)}`;
}

function parse(value: unknown): CauseReading | null {
  if (typeof value !== "object" || value === null) return null;
  const given = value as Record<string, unknown>;
  const isOneOf = (id: string, codes: readonly string[]): boolean =>
    given[id] === undefined || codes.some((code) => code === given[id]);
  const isFine =
    typeof given["cause"] === "string" &&
    typeof given["changedAtMs"] === "number" &&
    isOneOf("bone", BONES) &&
    isOneOf("origin", ORIGINS) &&
    isOneOf("side", LAID_SIDES);
  return isFine ? (given as unknown as CauseReading) : null;
}
