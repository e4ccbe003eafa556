import type { GradeFacts, Reason } from "../domain/grade-facts";
import type { Grading } from "./grading";

/** What speaks for a move of a customer, in the order of REASONS. */
export function reasonsOf(
  { creditVotes, growthVotes }: Pick<Grading, "creditVotes" | "growthVotes">,
  row: number,
): readonly Reason[] {
  const reasons: Reason[] = [];
  if (creditVotes[row] === -1) reasons.push("arrears");
  if (growthVotes[row] === 1) reasons.push("growth");
  if (growthVotes[row] === -1) reasons.push("decline");
  return reasons;
}

/** Whether a customer has a reason to be moved. */
export function hasReason(
  { creditVotes, growthVotes }: Pick<Grading, "creditVotes" | "growthVotes">,
  reason: Reason,
  row: number,
): boolean {
  if (reason === "arrears") return creditVotes[row] === -1;
  return growthVotes[row] === (reason === "growth" ? 1 : -1);
}

const known = (value: number): number | null => (value === value ? value : null);

/** The figures behind the votes of a customer. */
export function factsOf(
  { standing, trends }: Pick<Grading, "standing" | "trends">,
  row: number,
): GradeFacts {
  const slope = trends === null ? NaN : trends.slopes[row]!;
  const half = trends === null ? NaN : trends.halfWidths[row]!;
  return {
    overdueShare: standing === null ? null : known(standing.overdueShares[row]!),
    lateDays: standing === null ? null : known(standing.lateDays[row]!),
    dueInvoices: standing === null ? 0 : standing.dueInvoices[row]!,
    trend: slope === slope ? { slope, low: slope - half, high: slope + half } : null,
  };
}
