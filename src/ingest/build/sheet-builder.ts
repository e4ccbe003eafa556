import type { StoredColumn } from "../../domain/generation";
import type { FieldKind } from "../../domain/field";
import { fieldSpec } from "../../domain/vocabulary";
import { invariant } from "../../kernel/base/invariant";
import type { Column } from "../../kernel/table/column";
import type { Cell, Row, RowBatch } from "../parse/row-source";
import { FileError, type ColumnPlan, type SheetPlan, type SheetRead } from "../plan";
import { isBlankCell } from "../validate/cell";
import { columnOfTexts } from "./byte-texts";
import { columnSink, type ColumnSink, type FinishedColumn } from "./column-sink";
import { exampleTest, type ExampleTest } from "./example-row";
import { addRowNames } from "./row-names";
import { rowGate, type RowGate } from "./row-gate";
import { RowRunsBuilder, type RowRuns } from "./row-runs";
import { IssueLog, issueReport, type IssueRecord } from "./issue-log";
import { deriveOrderColumns } from "./order-columns";
import { surveyRows } from "./survey-rows";

interface PlannedSink {
  readonly index: number;
  readonly column: StoredColumn;
  readonly sink: ColumnSink;
  readonly issues: IssueLog;
}

/** A column as it was read, with what its cells gave occasion to tell. */
export interface ColumnRead {
  /** Position in the plan; -1 for columns that the gate made. */
  readonly index: number;
  readonly described: StoredColumn;
  readonly column: FinishedColumn;
  readonly issues: IssueRecord;
}

/** Some columns of a sheet, or all of them. Plain data: it may be moved between threads. */
export interface SheetPart {
  readonly rowsRead: number;
  readonly rowsKept: number;
  readonly rows: RowRuns;
  readonly columns: readonly ColumnRead[];
  /** What concerns whole rows: the same in every part of one sheet. */
  readonly rowIssues: IssueRecord;
}

/**
 * Validates and builds the typed columns of one sheet in a single pass over its rows.
 *
 * A row without what its table needs (the gate) is kept out and counted; any other unreadable cell is missing and
 * counted. Rows before the data (titles, header) and blank rows are skipped.
 */
export class SheetBuilder {
  /** What concerns whole rows. */
  readonly #issues = new IssueLog();
  readonly #gate: RowGate;
  readonly #isExample: ExampleTest | null;
  readonly #sinks: readonly PlannedSink[];
  /** Rows of text files have a cell for each column; rows of workbooks end at their last cell. */
  readonly #width: number | null;
  /** 1-based row of the header, the row before the data. */
  readonly #headerRow: number;
  readonly #runs = new RowRunsBuilder();
  #rowsRead = 0;
  #rowsKept = 0;
  #blankRows = 0;

  /** @param only positions of the columns to be read beside those of the gate; null: all */
  constructor(plan: SheetPlan, only: ReadonlySet<number> | null = null) {
    this.#headerRow = plan.headerRow + 1;
    this.#width =
      plan.format === null || plan.format.delimiter === "blanks" ? null : plan.columns.length;
    this.#gate = rowGate(plan, this.#issues);
    this.#isExample = exampleTest(plan);
    const taken = new Set(this.#gate.columns.map((made) => made.column.id));
    this.#sinks = plan.columns
      .filter((column) => column.target !== null && !taken.has(column.target))
      .filter((column) => only === null || only.has(column.index))
      .map((column) => plannedSink(plan, column));
  }

  get rowsRead(): number {
    return this.#rowsRead;
  }

  /** Positions of the columns whose cells are looked at in every row that is kept. */
  get columnsRead(): ReadonlySet<number> {
    return new Set(this.#sinks.map((planned) => planned.index));
  }

  add(batch: RowBatch): void {
    const { firstRow, rows } = batch;
    for (let i = 0; i < rows.length; i++) this.addRow(rows[i]!, firstRow + i + 1);
  }

  /**
   * Takes the next row; nothing of it is kept but what its cells say.
   *
   * @param rowNumber 1-based row of the sheet
   * @returns whether the row was kept: the cells of `columnsRead` were looked at, each to its end
   */
  addRow(row: Row, rowNumber: number): boolean {
    if (rowNumber <= this.#headerRow) return false;
    if (isBlankRow(row)) {
      this.#blankRows++;
      return false;
    }
    this.#rowsRead++;
    const width = this.#width;
    if (width !== null && row.length !== width) this.#noteRagged(row, rowNumber, width);
    if (this.#isExample?.(row) === true) {
      this.#issues.add("example-row", "excluded", { row: rowNumber, column: null, cell: "" });
      return false;
    }
    if (!this.#gate.admit(row, rowNumber)) return false;
    this.#runs.add(this.#rowsKept++, rowNumber);
    const sinks = this.#sinks;
    for (let c = 0; c < sinks.length; c++) {
      const { index, sink } = sinks[c]!;
      sink.take(row[index], rowNumber);
    }
    return true;
  }

  finish(): SheetPart {
    if (this.#blankRows > 0) this.#issues.addCounted("blank-row", null, this.#blankRows, "");
    const gate = this.#gate.columns.map((made): ColumnRead => {
      const issues = { counted: [], listed: [] };
      return { index: -1, described: made.column, column: made.finish(), issues };
    });
    const sinks = this.#sinks.map(({ index, column: described, sink, issues }): ColumnRead => {
      const column = sink.finish();
      return { index, described, column, issues: issues.record() };
    });
    return {
      rowsRead: this.#rowsRead,
      rowsKept: this.#rowsKept,
      rows: this.#runs.finish(),
      columns: [...gate, ...sinks],
      rowIssues: this.#issues.record(),
    };
  }

  /** Short rows miss their last cells; of long rows the first cell without a header is shown. Nothing else is lost. */
  #noteRagged(row: Row, rowNumber: number, width: number): void {
    const extra: Cell | undefined = row.slice(width).find((cell) => !isBlankCell(cell));
    if (row.length > width && extra === undefined) return;
    this.#issues.add("ragged-row", "note", { row: rowNumber, column: null, cell: extra });
  }
}

function isBlankRow(row: Row): boolean {
  for (let i = 0; i < row.length; i++) if (!isBlankCell(row[i])) return false;
  return true;
}

/**
 * The sheet of its parts; columns that several parts have are taken from the first.
 *
 * @throws FileError E_FILE_CHANGED when the parts differ in rows; E_ENCODING when texts that came as bytes are no UTF-8
 */
export function sheetOf(plan: SheetPlan, parts: readonly [SheetPart, ...SheetPart[]]): SheetRead {
  const [{ rowsRead, rowsKept, rows, rowIssues }] = parts;
  const reads = new Map<string, ColumnRead>();
  for (const part of parts) {
    if (part.rowsKept !== rowsKept) throw new FileError("E_FILE_CHANGED");
    for (const read of part.columns) {
      if (!reads.has(read.described.id)) reads.set(read.described.id, read);
    }
  }
  const ordered = [...reads.values()].sort((a, b) => a.index - b.index);
  const columns = new Map<string, Column>();
  for (const { described, column } of ordered) {
    columns.set(described.id, column.kind === "texts" ? columnOfTexts(column) : column);
  }
  const meta = ordered.map(({ described }) => described);
  if (plan.rowsNamed !== undefined) {
    addRowNames(columns, meta, { name: plan.rowsNamed, rows, rowCount: rowsKept });
  }
  if (plan.entity === "orders") deriveOrderColumns(columns, meta, rowsKept);
  const built = { table: { rowCount: rowsKept, columns }, meta };
  const answerIssues = new IssueLog();
  const stored = plan.entity === "surveys" ? surveyRows(built, plan, answerIssues) : built;
  const issues = [
    rowIssues,
    headerIssues(plan),
    ...ordered.map((read) => read.issues),
    answerIssues.record(),
  ];
  return {
    entity: plan.entity,
    table: stored.table,
    meta: stored.meta,
    currency: currencyOf(plan),
    rowsRead,
    rowsKept,
    rows: stored.table.rowCount === rowsKept ? rows : null,
    issues: issueReport(issues),
  };
}

/** Headers that could not be names: blank ones, and those that a column before them has. */
function headerIssues(plan: SheetPlan): IssueRecord {
  const issues = new IssueLog();
  for (const { header, renamedFrom } of plan.columns) {
    if (renamedFrom === undefined) continue;
    const code = renamedFrom === "" ? "empty-header" : "duplicate-header";
    issues.addCounted(code, header, 1, renamedFrom);
  }
  return issues.record();
}

function plannedSink(plan: SheetPlan, column: ColumnPlan): PlannedSink {
  invariant(column.target !== null, `column ${column.index} has no target`);
  const fieldKind = kindOf(plan, column);
  const issues = new IssueLog();
  return {
    index: column.index,
    column: { id: column.target, fieldKind, label: column.header },
    sink: columnSink(column, fieldKind, issues),
    issues,
  };
}

function kindOf(plan: SheetPlan, column: ColumnPlan): FieldKind {
  // numbers, words and both of them at once: answers are read once their questions are known
  if (plan.entity === "surveys" && column.target === "score") return "category";
  const spec = column.target === null ? undefined : fieldSpec(plan.entity, column.target);
  return spec ? spec.kind : column.kind;
}

/** The currency of the amount, else of the first field of money that names one. */
function currencyOf(plan: SheetPlan): string | null {
  const named = plan.columns.filter(({ target, currency }) => {
    const spec = target === null ? undefined : fieldSpec(plan.entity, target);
    return currency !== null && spec?.kind === "money";
  });
  const amount = named.find(({ target }) => target === "amount");
  const column = amount ?? named[0];
  return column === undefined ? null : column.currency;
}
