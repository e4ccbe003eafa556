import type { GradeRule, VisitLevel } from "../../../domain/grade-book";

/** A rule while it is written: numbers as they are typed, nothing for no limit. */
export interface RuleDraft {
  readonly visitLevel: VisitLevel;
  readonly visitDays: string;
  readonly creditLimit: string;
  readonly termDays: string;
}

const textOf = (limit: number | null): string => (limit === null ? "" : String(limit));

export const draftOf = ({
  visitLevel,
  visitDays,
  creditLimit,
  termDays,
}: GradeRule): RuleDraft => ({
  visitLevel,
  visitDays: textOf(visitDays),
  creditLimit: textOf(creditLimit),
  termDays: textOf(termDays),
});

/** The rule as written; null while a number of it is none. */
export function readDraft(draft: RuleDraft): GradeRule | null {
  const visitDays = limitOf(draft.visitDays);
  const creditLimit = limitOf(draft.creditLimit);
  const termDays = limitOf(draft.termDays);
  if (visitDays === undefined || creditLimit === undefined || termDays === undefined) return null;
  return { visitLevel: draft.visitLevel, visitDays, creditLimit, termDays };
}

/** null: no limit; undefined: not a number of 0 or more. */
function limitOf(text: string): number | null | undefined {
  const plain = text.normalize("NFKC").replaceAll(",", "").trim();
  if (plain === "") return null;
  return /^\d{1,12}(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
