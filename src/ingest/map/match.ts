import type { Entity } from "../../domain/entities";
import type { FieldSpec } from "../../domain/field";
import { VOCABULARY } from "../../domain/vocabulary";
import { headerScore } from "./header-score";
import type { ColumnProfile } from "./profile";

export interface FieldMatch {
  readonly field: string;
  /** 0..1 */
  readonly confidence: number;
}

const LEAST = 0.4;
/** From here on the header is a name of the field, not only something like it. */
const NAMED = 0.75;

interface Pair {
  readonly column: number;
  readonly field: string;
  readonly score: number;
}

/**
 * Matches columns to the fields of an entity: the best pair of column and field first, then the next best of what is
 * left. No field gets two columns.
 *
 * @returns for each column its field or null. O(columns × fields)
 */
export function matchColumns(
  entity: Entity,
  headers: readonly string[],
  profiles: readonly ColumnProfile[],
): readonly (FieldMatch | null)[] {
  const pairs: Pair[] = [];
  for (const [field, spec] of Object.entries<FieldSpec>(VOCABULARY[entity].fields)) {
    if (spec.derived) continue;
    headers.forEach((header, column) => {
      const named = headerScore(header, spec);
      if (named === 0) return;
      const score = named * evidence(field, spec, profiles[column]!);
      if (score >= LEAST) pairs.push({ column, field, score });
    });
  }
  const needed = new Set(VOCABULARY[entity].needs.flat());
  const isNeeded = (pair: Pair): boolean => needed.has(pair.field) && pair.score >= NAMED;
  // what the table needs chooses first; among equals the first column of the sheet wins
  pairs.sort(
    (a, b) => Number(isNeeded(b)) - Number(isNeeded(a)) || b.score - a.score || a.column - b.column,
  );
  const matches: (FieldMatch | null)[] = headers.map(() => null);
  const taken = new Set<string>();
  for (const { column, field, score } of pairs) {
    if (matches[column] !== null || taken.has(field)) continue;
    taken.add(field);
    matches[column] = { field, confidence: Math.min(0.99, score) };
  }
  return matches;
}

/** How well the cells fit the field, 0..1; 0.9 where an empty sample says nothing. */
function evidence(field: string, spec: FieldSpec, profile: ColumnProfile): number {
  if (profile.filled === 0) return 0.9;
  // answers may be numbers, words of a scale or both; prose is none
  if (field === "score") return profile.numberShare >= 0.6 || profile.distinct <= 30 ? 1 : 0;
  switch (spec.kind) {
    case "flag":
      return profile.flagShare >= 0.8 ? profile.flagShare : 0;
    case "date":
    case "moment":
      return profile.dateShare >= 0.5 ? profile.dateShare : 0;
    case "money":
    case "number":
    case "ratio":
      return profile.plainDateShare > 0.5 || profile.numberShare < 0.6 ? 0 : profile.numberShare;
    case "text":
    case "category":
      return textEvidence(field, profile);
  }
}

/** Names are no dates and no amounts; ids may be anything. */
function textEvidence(field: string, profile: ColumnProfile): number {
  if (profile.plainDateShare > 0.8) return 0.3;
  const isNumeric = profile.numberShare > 0.9;
  if (field === "customerName" || field === "productName") {
    // codes under the header "customer" still tell customers apart
    return isNumeric ? 0.8 : 1;
  }
  if (field === "owner" || field === "region" || field === "channel") return isNumeric ? 0.7 : 1;
  return 1;
}
