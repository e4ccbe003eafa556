import { unmatchedGroups } from "../../domain/mapped-columns";
import { fieldSpec } from "../../domain/vocabulary";
import { ATTRIBUTE_PREFIX, isQuestion, QUESTION_PREFIX } from "../../domain/field";
import type { Question } from "../../domain/question";
import type { Entity } from "../../domain/entities";
import type {
  ColumnPlan,
  ColumnProposal,
  DateOrder,
  DecimalMark,
  SheetInspection,
  SheetPlan,
  TextFormat,
} from "../../ingest/plan";
import type { CallProgress, SheetReport } from "../../workers/protocol";
import type { CallFailure } from "../../workers/call-error";

export type SheetStatus = "ready" | "reading" | "read" | "failed";

/** One sheet on its way in: the proposal of the inspection, what the reader changed, and what reading it gave. */
export class SheetDraft {
  readonly inspection: SheetInspection;
  readonly #format: TextFormat | null;
  #included = $state(false);
  #columns = $state.raw<readonly ColumnProposal[]>([]);
  #rowsNamed = $state<string | null>(null);
  #status = $state<SheetStatus>("ready");
  #report = $state.raw<SheetReport | null>(null);
  #progress = $state.raw<CallProgress | null>(null);
  #error = $state.raw<CallFailure | null>(null);
  /** Raised by every change of the plan: an answer to an older plan is dropped. */
  #version = 0;

  constructor(inspection: SheetInspection, format: TextFormat | null) {
    this.inspection = inspection;
    this.#format = format;
    this.#columns = inspection.columns;
    this.#included = inspection.entity !== null && !inspection.hidden;
  }

  /** Whether the reader wants this sheet. */
  get included(): boolean {
    return this.#included;
  }
  get entity(): Entity | null {
    return this.inspection.entity;
  }
  get columns(): readonly ColumnProposal[] {
    return this.#columns;
  }
  get status(): SheetStatus {
    return this.#status;
  }
  get report(): SheetReport | null {
    return this.#report;
  }
  get progress(): CallProgress | null {
    return this.#progress;
  }
  get error(): CallFailure | null {
    return this.#error;
  }
  get version(): number {
    return this.#version;
  }

  /** The groups of fields still without a column, one of each is enough; empty when the sheet can be read. */
  get unmatched(): readonly (readonly string[])[] {
    if (this.entity === null) return [];
    return unmatchedGroups(this.entity, this.targets);
  }

  /** Fields and attributes that columns are matched to, or that the rows themselves give. */
  get targets(): readonly string[] {
    const own = this.#columns.flatMap(({ target }) => (target === null ? [] : [target]));
    return this.rowsNamed === null ? own : [...own, "customerId"];
  }

  /** What the rows are called by, each a customer of its own; null where a column says who they are, or nobody does. */
  get rowsNamed(): string | null {
    const isTold = this.#columns.some(
      ({ target }) => target === "customerId" || target === "customerName",
    );
    return this.entity === "customers" && !isTold ? this.#rowsNamed : null;
  }

  /** How to read the sheet as it stands, or null while it cannot be read. */
  get plan(): SheetPlan | null {
    if (this.entity === null || this.unmatched.length > 0) return null;
    const columns = this.#columns.map(
      ({
        index,
        header,
        target,
        kind,
        dateOrder,
        decimalMark,
        currency,
        renamedFrom,
        dropPointZero,
        question,
      }): ColumnPlan => ({
        index,
        header,
        target,
        kind,
        dateOrder,
        decimalMark,
        currency,
        ...(renamedFrom === undefined ? {} : { renamedFrom }),
        ...(dropPointZero === undefined ? {} : { dropPointZero }),
        ...(question === undefined || target === null || !isQuestion(target) ? {} : { question }),
      }),
    );
    const { sheetIndex, headerRow } = this.inspection;
    const { rowsNamed } = this;
    return {
      ...{ sheetIndex, entity: this.entity, format: this.#format, headerRow, columns },
      ...(rowsNamed !== null && { rowsNamed }),
    };
  }

  /** Takes every row for a customer of its own, called by this name and its row; null: no longer. */
  nameRows(name: string | null): void {
    this.#rowsNamed = name;
    this.#change((column) => column);
  }

  setIncluded(included: boolean): void {
    this.#included = included;
  }

  /** Gives a column a field, `"attribute"`, `"question"`, or null to leave it out. A field that another column had moves here. */
  setTarget(index: number, target: string | null): void {
    const entity = this.entity;
    this.#change((column) => {
      if (column.index !== index) {
        const yields = target !== null && column.target === target;
        return yields ? { ...column, target: attributeOf(column) } : column;
      }
      if (target === "attribute") return { ...column, target: attributeOf(column), confidence: 1 };
      if (target === "question") return asQuestion(column);
      const field = target === null || entity === null ? undefined : fieldSpec(entity, target);
      return { ...column, target, kind: field?.kind ?? column.kind, confidence: 1 };
    });
  }

  setDateOrder(index: number, dateOrder: DateOrder): void {
    this.#change((column) =>
      column.index === index ? { ...column, dateOrder, dateOrderAmbiguous: false } : column,
    );
  }

  setDecimalMark(index: number, decimalMark: DecimalMark): void {
    this.#change((column) =>
      column.index === index ? { ...column, decimalMark, decimalMarkAmbiguous: false } : column,
    );
  }

  setKind(index: number, kind: ColumnPlan["kind"]): void {
    this.#change((column) => (column.index === index ? { ...column, kind } : column));
  }

  /** How the answers of a column are read. */
  setQuestion(index: number, question: Question): void {
    this.#change((column) => (column.index === index ? { ...column, question } : column));
  }

  /** The reading of this version has begun. */
  begin(): void {
    this.#status = "reading";
    this.#report = null;
    this.#error = null;
    this.#progress = null;
  }
  advance(progress: CallProgress): void {
    this.#progress = progress;
  }
  finish(report: SheetReport): void {
    this.#report = report;
    this.#status = "read";
  }
  fail(error: CallFailure): void {
    this.#error = error;
    this.#status = "failed";
  }
  /** Back to unread, e.g. after a cancel. */
  reset(): void {
    this.#status = "ready";
    this.#report = null;
    this.#error = null;
    this.#progress = null;
  }

  #change(edit: (column: ColumnProposal) => ColumnProposal): void {
    this.#columns = this.#columns.map(edit);
    this.#version += 1;
    this.reset();
  }
}

/** What a column is that the reader calls a question and whose answers told nothing. */
const SATISFACTION: Question = { kind: "dimension", scaleMin: 1, scaleMax: 5, isReversed: false };

function asQuestion(column: ColumnProposal): ColumnProposal {
  const { question = SATISFACTION } = column;
  const target = `${QUESTION_PREFIX}${column.header === "" ? String(column.index + 1) : column.header}`;
  return { ...column, target, kind: "category", question, confidence: 1 };
}

function attributeOf(column: ColumnPlan): string {
  return `${ATTRIBUTE_PREFIX}${column.header === "" ? String(column.index + 1) : column.header}`;
}
