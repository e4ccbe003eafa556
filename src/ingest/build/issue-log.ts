import {
  ISSUE_LIST_LIMIT,
  type Issue,
  type IssueCode,
  type IssueCount,
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

/** Counts every issue and lists the first ISSUE_LIST_LIMIT. O(1) per issue. */
export class IssueLog {
  readonly #counts = new Map<string, { -readonly [K in keyof IssueCount]: IssueCount[K] }>();
  readonly #listed: Issue[] = [];

  add(code: IssueCode, severity: IssueSeverity, place: IssuePlace): void {
    const key = `${code} ${severity} ${place.column === null ? "" : place.column}`;
    const known = this.#counts.get(key);
    if (known) known.count++;
    else this.#counts.set(key, { code, severity, column: place.column, count: 1 });
    if (this.#listed.length >= ISSUE_LIST_LIMIT) return;
    const sample = rawText(place.cell).slice(0, SAMPLE_LENGTH);
    this.#listed.push({ code, severity, row: place.row, column: place.column, sample });
  }

  /** A statement about a whole column or file that stands for `count` cells or rows. */
  addCounted(code: IssueCode, column: string | null, count: number, sample: string): void {
    const key = `${code} note ${column === null ? "" : column}`;
    this.#counts.set(key, { code, severity: "note", column, count });
    this.#listed.push({ code, severity: "note", row: null, column, sample });
  }

  report(): IssueReport {
    return { counts: [...this.#counts.values()], listed: this.#listed };
  }
}
