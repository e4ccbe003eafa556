import { sha256 } from "../kernel/base/sha256";
import { parseRef, type CustomerRef } from "./customer-merge";
import type { WorkKind } from "./own-work";
import { isModelScore, parseRule, type ModelScore, type SegmentRule } from "./segment-rule";

export const SET_OPERATIONS = ["union", "intersection", "difference"] as const;
export type SetOperation = (typeof SET_OPERATIONS)[number];

/** Customers that are found anew in whatever data are open: all of the rules must hold, or any of them. */
export interface RulesMakeup {
  readonly kind: "rules";
  readonly joins: "all" | "any";
  /** at least one */
  readonly rules: readonly SegmentRule[];
}

/** Customers as somebody saw them: who they are does not change any more. */
export interface SeenMakeup {
  readonly kind: "seen";
  readonly customers: readonly CustomerRef[];
  /** in words, where they were seen */
  readonly from: string;
  readonly seenAtMs: number;
}

/** Two segments, by their keys. */
export interface CombinedMakeup {
  readonly kind: "combined";
  readonly operation: SetOperation;
  readonly left: string;
  readonly right: string;
}

export type Makeup = RulesMakeup | SeenMakeup | CombinedMakeup;

/**
 * A set of customers that somebody made and named. The user's own work, which no import touches; the key of the record is an id made
 * with it.
 */
export interface OwnSegment {
  readonly name: string;
  readonly makeup: Makeup;
  readonly changedAtMs: number;
}

export const OWN_SEGMENTS: WorkKind<OwnSegment> = { name: "own-segment", parse: parseSegment };

export const SEGMENT_NAME_LENGTH = 60;
/** A larger set is better said by a rule than name by name. */
export const MOST_SEEN = 20_000;

const PREFIX = "segment:";

/** The column of `customers` that says who belongs to a segment: it exists only while data are read (ADR 0016). */
export const segmentColumn = (key: string): string => PREFIX + key;

/** The key of the segment that such a column is of; null: another column. */
export function segmentOfColumn(column: string): string | null {
  return column.startsWith(PREFIX) ? column.slice(PREFIX.length) : null;
}

/** The segments that a makeup names. */
function partsOf(makeup: Makeup): readonly string[] {
  return makeup.kind === "combined" ? [makeup.left, makeup.right] : [];
}

/** Whether a segment under `key` may be made of `part` without being made of itself. */
export function isPartFree(
  segments: ReadonlyMap<string, OwnSegment>,
  part: string,
  key: string,
): boolean {
  const seen = new Set<string>();
  const open = [part];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === key) return false;
    if (seen.has(at)) continue;
    seen.add(at);
    const found = segments.get(at);
    if (found !== undefined) open.push(...partsOf(found.makeup));
  }
  return true;
}

/** Fields that say that a customer has gone. */
const GONE: ReadonlySet<string> = new Set(["hasChurned", "churnedOn", "status"]);

/**
 * Whether belonging to a segment depends on what became of a customer: a score of today, a field that says who has gone, or a list of
 * customers as somebody saw them, on whatever page. What explains leaving must be known before it; such a segment is not.
 */
export function knowsToday(segments: ReadonlyMap<string, OwnSegment>, key: string): boolean {
  const seen = new Set<string>();
  const open = [key];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const found = segments.get(at);
    if (found === undefined) continue;
    if (isOfToday(found.makeup)) return true;
    open.push(...partsOf(found.makeup));
  }
  return false;
}

function isOfToday(makeup: Makeup): boolean {
  switch (makeup.kind) {
    case "rules":
      return makeup.rules.some(({ field }) => field.source === "score" || GONE.has(field.id));
    case "seen":
      return true;
    case "combined":
      return false;
  }
}

const digests = new WeakMap<ReadonlyMap<string, OwnSegment>, string>();

/** Names what segments are made of: empty for none, another text for anything else. Their names change no figure. */
export function segmentsDigest(segments: ReadonlyMap<string, OwnSegment>): string {
  if (segments.size === 0) return "";
  const known = digests.get(segments);
  if (known !== undefined) return known;
  const made = [...segments].map(([key, { makeup }]) => [key, makeup]);
  const text = JSON.stringify(made);
  const digest = `%${sha256(new TextEncoder().encode(text)).slice(0, 16)}`;
  digests.set(segments, digest);
  return digest;
}

function parseSegment(value: unknown): OwnSegment | null {
  if (typeof value !== "object" || value === null) return null;
  const { name, makeup, changedAtMs } = value as Record<string, unknown>;
  const made = parseMakeup(makeup);
  if (typeof name !== "string" || name === "" || typeof changedAtMs !== "number") return null;
  return made === null ? null : { name, makeup: made, changedAtMs };
}

function parseMakeup(value: unknown): Makeup | null {
  if (typeof value !== "object" || value === null) return null;
  const given = value as Record<string, unknown>;
  switch (given["kind"]) {
    case "rules":
      return parseRules(given);
    case "seen":
      return parseSeen(given);
    case "combined":
      return parseCombined(given);
    default:
      return null;
  }
}

function parseRules({ joins, rules }: Record<string, unknown>): RulesMakeup | null {
  if ((joins !== "all" && joins !== "any") || !Array.isArray(rules)) return null;
  const read = rules.map(parseRule);
  const known = read.filter((rule) => rule !== null);
  // A rule left out would let others in: rather no segment than another one.
  return known.length === 0 || known.length < read.length
    ? null
    : { kind: "rules", joins, rules: known };
}

function parseSeen({ customers, from, seenAtMs }: Record<string, unknown>): SeenMakeup | null {
  if (!Array.isArray(customers) || typeof from !== "string" || typeof seenAtMs !== "number")
    return null;
  const refs = customers.map(parseRef).filter((ref) => ref !== null);
  return refs.length < customers.length ? null : { kind: "seen", customers: refs, from, seenAtMs };
}

function parseCombined({ operation, left, right }: Record<string, unknown>): CombinedMakeup | null {
  const known = SET_OPERATIONS.find((one) => one === operation);
  if (known === undefined || typeof left !== "string" || typeof right !== "string") return null;
  return { kind: "combined", operation: known, left, right };
}

/** What analyses have to say before these segments are known: asked for by their rules, or by those of the segments they are made of. */
export function modelScoresOf(
  makeups: readonly Makeup[],
  segments: ReadonlyMap<string, OwnSegment>,
): readonly ModelScore[] {
  const found = new Set<ModelScore>();
  const seen = new Set<string>();
  const visit = (makeup: Makeup): void => {
    if (makeup.kind === "rules") {
      for (const { field } of makeup.rules)
        if (field.source === "score" && isModelScore(field.id)) found.add(field.id);
    }
    if (makeup.kind !== "combined") return;
    for (const key of [makeup.left, makeup.right]) {
      const part = segments.get(key);
      if (part === undefined || seen.has(key)) continue;
      seen.add(key);
      visit(part.makeup);
    }
  };
  makeups.forEach(visit);
  return [...found].sort();
}
