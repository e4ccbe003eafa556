import type { IssueCode, IssueCount, IssueReport, IssueSeverity } from "../../../domain/issue";

/** Issues of one column, by its header. */
export function issuesOfColumn(report: IssueReport, header: string): number {
  return report.counts
    .filter(({ column }) => column === header)
    .reduce((sum, { count }) => sum + count, 0);
}

export function issueTotal(report: IssueReport): number {
  return report.counts.reduce((sum, { count }) => sum + count, 0);
}

/** Issues of one code. */
export function countOf(report: IssueReport, code: IssueCode): number {
  return report.counts
    .filter((counted) => counted.code === code)
    .reduce((sum, { count }) => sum + count, 0);
}

const WEIGHT: Readonly<Record<IssueSeverity, number>> = { excluded: 0, missing: 1, note: 2 };

/** What costs most first: rows kept out, then empty cells, then notes; the most frequent first in each. */
export function countsByWeight(report: IssueReport): readonly IssueCount[] {
  return report.counts.toSorted(
    (a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || b.count - a.count,
  );
}
