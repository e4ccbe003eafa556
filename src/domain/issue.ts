/** Why a cell, a row or a file could not be taken as it is. The words are in `i18n`. */
export type IssueCode =
  | "date-unreadable"
  | "date-out-of-range"
  | "date-missing"
  | "amount-unreadable"
  | "amount-missing"
  | "number-unreadable"
  | "customer-missing"
  | "required-missing"
  | "flag-unreadable"
  | "score-unreadable"
  | "precision-lost"
  | "ragged-row"
  | "blank-row"
  | "example-row"
  | "control-characters"
  | "replacement-characters"
  | "duplicate-header"
  | "empty-header"
  | "duplicate-row"
  | "cell-error"
  | "id-point-zero"
  | "customer-name-conflict"
  | "customer-duplicate";

/** `excluded`: the row is kept out. `missing`: the cell is missing, the row stays. `note`: nothing was changed. */
export type IssueSeverity = "excluded" | "missing" | "note";

export interface Issue {
  readonly code: IssueCode;
  readonly severity: IssueSeverity;
  /** 1-based row of the sheet as a spreadsheet program counts it, or null for the whole file. */
  readonly row: number | null;
  /** Header text of the column, or null. */
  readonly column: string | null;
  /** The raw text, cut to 120 characters. */
  readonly sample: string;
}

export interface IssueCount {
  readonly code: IssueCode;
  readonly severity: IssueSeverity;
  readonly column: string | null;
  readonly count: number;
}

/** All issues counted; the first `listed` of them in full (at most ISSUE_LIST_LIMIT). */
export interface IssueReport {
  readonly counts: readonly IssueCount[];
  readonly listed: readonly Issue[];
}

/** Both as one. */
export function joinedIssues(a: IssueReport, b: IssueReport): IssueReport {
  return { counts: [...a.counts, ...b.counts], listed: [...a.listed, ...b.listed] };
}

export const ISSUE_LIST_LIMIT = 1000;
