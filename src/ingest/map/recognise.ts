import type { Entity } from "../../domain/entities";
import { isQuestion, QUESTION_PREFIX, type FieldSpec } from "../../domain/field";
import { unmatchedGroups } from "../../domain/mapped-columns";
import { fieldSpec, VOCABULARY } from "../../domain/vocabulary";
import { isGenericHeader } from "./header-score";
import type { FieldMatch } from "./match";
import { matchKey } from "./normal-form";
import type { ColumnProfile } from "./profile";

/** A sheet as recognition sees it. */
export interface SheetFacts {
  readonly headers: readonly string[];
  readonly profiles: readonly ColumnProfile[];
  /** Columns that the table which explains most of them explains. */
  readonly mostMatched: number;
  /** Names of file and sheet, whatever is known. */
  readonly title: string;
}

/** What each part of the evidence can add; together a little over 1. */
const WEIGHT = { needed: 0.47, explained: 0.1, most: 0.25, telling: 0.15, title: 0.12 } as const;
const TELLING_ENOUGH = 3;
/** Without a word that only this table has, a sheet is hardly taken for it; orders and customers are the plain case. */
const PARTLY = 0.85;
const UNTOLD = 0.45;
/** Below this score a sheet is shown but nothing is proposed to be imported. */
export const LEAST_ENTITY = 0.45;

export function isPlain(entity: Entity): boolean {
  return entity === "orders" || entity === "customers";
}

/**
 * How much a sheet looks like a table, 0..1: that it has what the table needs, how many of its columns the table explains, also beside
 * the other tables,
 * words that only this table has, and what file and sheet are called.
 *
 * @param matches of `matchColumns` for this entity
 */
export function entityScore(
  entity: Entity,
  matches: readonly (FieldMatch | null)[],
  facts: SheetFacts,
): number {
  const telling = tellingCount(entity, matches, facts.headers);
  const titled = VOCABULARY[entity].names.some((word) =>
    matchKey(facts.title).includes(matchKey(word)),
  );
  const score =
    WEIGHT.needed * neededShare(entity, matches, facts.profiles) +
    WEIGHT.explained * explainedShare(matches, facts.profiles) +
    (WEIGHT.most * matchCount(matches)) / Math.max(1, facts.mostMatched) +
    (WEIGHT.telling * Math.min(telling, TELLING_ENOUGH)) / TELLING_ENOUGH;
  const isTold = isPlain(entity) || telling > 0 || titled;
  return Math.min(0.99, score * (isTold ? 1 : UNTOLD) + (titled && score > 0.3 ? WEIGHT.title : 0));
}

/** How sure the needed fields are, 0..1; less when one is missing. */
function neededShare(
  entity: Entity,
  matches: readonly (FieldMatch | null)[],
  profiles: readonly ColumnProfile[],
): number {
  const found = new Map(matches.flatMap((one) => (one ? [[one.field, one.confidence]] : [])));
  const of = (field: string): number => {
    const confidence = found.get(field);
    return confidence === undefined ? 0 : confidence;
  };
  const { needs } = VOCABULARY[entity];
  if (entity === "surveys" && of(QUESTION_PREFIX) > 0) return of(QUESTION_PREFIX);
  const shares = needs.map((group) => {
    const best = Math.max(...group.map(of));
    // quantity × unit price stands for the amount
    return entity === "orders" && group.includes("amount")
      ? Math.max(best, Math.min(of("quantity"), of("unitPrice")))
      : best;
  });
  const mean = shares.reduce((sum, share) => sum + share, 0) / needs.length;
  const isWhole = unmatchedGroups(entity, [...found.keys()]).length === 0;
  return mean * (isWhole ? 1 : PARTLY) * (entity === "customers" ? keyShare(matches, profiles) : 1);
}

/** A list of customers names each once. */
function keyShare(
  matches: readonly (FieldMatch | null)[],
  profiles: readonly ColumnProfile[],
): number {
  const isKey = (field: string): boolean => field === "customerId" || field === "customerName";
  const isDistinct = matches.some((match, column) => {
    const profile = profiles[column];
    if (match === null || profile === undefined || !isKey(match.field)) return false;
    return profile.filled > 0 && profile.distinct >= profile.filled * 0.95;
  });
  return isDistinct ? 1 : 0.45;
}

export function matchCount(matches: readonly (FieldMatch | null)[]): number {
  return matches.filter((match) => match !== null).length;
}

function explainedShare(
  matches: readonly (FieldMatch | null)[],
  profiles: readonly ColumnProfile[],
): number {
  let explained = 0;
  let filled = 0;
  matches.forEach((match, column) => {
    if (match === null && profiles[column]?.filled === 0) return;
    filled++;
    if (match !== null) explained += match.confidence;
  });
  return filled === 0 ? 0 : explained / filled;
}

/** Columns whose header is a word that this table has and few others; "date" and "type" say nothing. */
function tellingCount(
  entity: Entity,
  matches: readonly (FieldMatch | null)[],
  headers: readonly string[],
): number {
  return matches.filter((match, column) => {
    if (match === null || match.confidence < 0.6) return false;
    // many columns of a scale tell a survey; a single comment or score is told by its words
    if (isQuestion(match.field)) return match.confidence >= 0.7;
    const spec: FieldSpec | undefined = fieldSpec(entity, match.field);
    return spec?.telling === true && !isGenericHeader(headers[column] ?? "");
  }).length;
}
