import { ISSUE_LIST_LIMIT, type Issue, type IssueReport } from "../domain/issue";
import { plainCell } from "../ingest/merge/difference";
import type { IdentityIssue } from "../ingest/merge/identity-issues";
import { sheetRowOf } from "../ingest/build/row-runs";
import type { SheetRead } from "../ingest/plan";
import { formatPlain } from "./plain-text";

const SAMPLE_LENGTH = 120;

/** A sheet with its rows that are there already. */
export interface RepeatedRows {
  readonly read: SheetRead;
  /** Kept rows that equal another one, of the import or of the data; ascending. */
  readonly rows: readonly number[];
  /** They are left out of the import. */
  readonly areDropped: boolean;
  /** What the sheet says of its customers in two ways. */
  readonly identity: readonly IdentityIssue[];
}

/**
 * What is only seen when a sheet is laid beside the data: rows that are there already, and customers that it names in two
 * ways. In the form of the issues of reading, at most ISSUE_LIST_LIMIT rows listed.
 */
export function reviewIssues(sheet: RepeatedRows): IssueReport {
  const { read, rows, areDropped, identity } = sheet;
  const severity = areDropped ? "excluded" : "note";
  const repeated = rows.slice(0, ISSUE_LIST_LIMIT).map((row): Issue => ({
    code: "duplicate-row",
    severity,
    row: read.rows === null ? null : sheetRowOf(read.rows, row),
    column: null,
    sample: rowText(read, row),
  }));
  const named = identity.map(({ code, sample }): Issue => ({
    code,
    severity: "note",
    row: null,
    column: null,
    sample,
  }));
  const counts = [
    { code: "duplicate-row" as const, severity, column: null, count: rows.length },
    ...identity.map(({ code, count }) => ({
      code,
      severity: "note" as const,
      column: null,
      count,
    })),
  ] satisfies IssueReport["counts"];
  return {
    counts: counts.filter(({ count }) => count > 0),
    listed: [...repeated, ...named],
  };
}

function rowText(read: SheetRead, row: number): string {
  return read.meta
    .filter(({ id }) => id !== "lineKind")
    .map(({ id, fieldKind }) => formatPlain(plainCell(read.table, id, row), fieldKind))
    .filter((cell) => cell !== null && cell !== "")
    .join(" · ")
    .slice(0, SAMPLE_LENGTH);
}
