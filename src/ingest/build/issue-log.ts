import {
  ISSUE_LIST_LIMIT,
  type Issue,
  type IssueCode,
  type IssueReport,
  type IssueSeverity,
} from "../../domain/issue";
import type { Cell } from "../parse/row-source";
import { rawText } from "../validate/cell";

const SAMPLE_LENGTH = 120;

export interface IssuePlace {
  /** 1-based row of the sheet, or null for the whole file. */
  readonly row: number | null;
  readonly column: string | null;
  readonly cell: Cell | undefined;
}

interface Counted {
  readonly code: IssueCode;
  readonly severity: IssueSeverity;
  readonly column: string | null;
  count: number;
  /** 1-based row of the first one; Infinity for statements about the whole. */
  readonly firstRow: number;
}

/** What a log holds, as plain data. Its place among other logs is the order of what it watches in a row. */
export interface IssueRecord {
  readonly counted: readonly Readonly<Counted>[];
  readonly listed: readonly Issue[];
}

/** Counts every issue of what it watches (the rows, or one column) and lists the first ISSUE_LIST_LIMIT. O(1) per issue. */
export class IssueLog {
  readonly #counts = new Map<string, Counted>();
  readonly #listed: Issue[] = [];

  add(code: IssueCode, severity: IssueSeverity, place: IssuePlace): void {
    const { row, column } = place;
    const key = `${code} ${severity} ${column === null ? "" : column}`;
    const known = this.#counts.get(key);
    if (known) known.count++;
    else this.#counts.set(key, { code, severity, column, count: 1, firstRow: row ?? Infinity });
    if (this.#listed.length >= ISSUE_LIST_LIMIT) return;
    const sample = rawText(place.cell).slice(0, SAMPLE_LENGTH);
    this.#listed.push({ code, severity, row, column, sample });
  }

  /** A statement about a whole column or file that stands for `count` cells or rows; listed whatever came before. */
  addCounted(code: IssueCode, column: string | null, count: number, sample: string): void {
    const key = `${code} note ${column === null ? "" : column}`;
    this.#counts.set(key, { code, severity: "note", column, count, firstRow: Infinity });
    this.#listed.push({ code, severity: "note", row: null, column, sample });
  }

  record(): IssueRecord {
    return { counted: [...this.#counts.values()], listed: this.#listed };
  }
}

/**
 * One report of several logs: as if one log had met everything row by row, within a row in the order of the logs, and
 * statements about the whole last.
 */
export function issueReport(records: readonly IssueRecord[]): IssueReport {
  const counted = records.flatMap((record) => record.counted);
  const listed = records.flatMap((record) => record.listed);
  // sorting keeps the order of what is equal
  const rows = listed
    .flatMap((issue) => (issue.row === null ? [] : [{ issue, row: issue.row }]))
    .sort((a, b) => a.row - b.row)
    .map(({ issue }) => issue);
  return {
    counts: counted
      .toSorted((a, b) => compare(a.firstRow, b.firstRow))
      .map(({ code, severity, column, count }) => ({ code, severity, column, count })),
    listed: [...rows.slice(0, ISSUE_LIST_LIMIT), ...listed.filter((issue) => issue.row === null)],
  };
}

/** Two infinities are equal; their difference is not a number. */
function compare(a: number, b: number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
