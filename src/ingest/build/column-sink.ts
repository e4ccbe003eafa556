import type { FieldKind } from "../../domain/field";
import { MINUTES_PER_DAY } from "../../domain/moment";
import type { PackedTexts } from "../../kernel/table/byte-dictionary";
import { DayBuilder, DictionaryBuilder, FloatBuilder } from "../../kernel/table/builder";
import { MISSING_DAY, type Column } from "../../kernel/table/column";
import { ByteCell } from "../parse/byte-cell";
import type { Cell } from "../parse/row-source";
import type { ColumnPlan } from "../plan";
import { dayOfCell, isBlankCell, isErrorLike, numberOfCell, rawText } from "../validate/cell";
import { dateProblem, OUT_OF_RANGE } from "../validate/date";
import { flagOfCell } from "../validate/flag";
import { minuteOfCell } from "../validate/moment";
import { isMissingWord, numberProblem } from "../validate/number";
import { ByteTexts } from "./byte-texts";
import type { IssueLog } from "./issue-log";
import { TextReading } from "./text-reading";

/** A typed column, or a dictionary column whose texts are still UTF-8. */
export type FinishedColumn = Column | PackedTexts;

/** Takes the cells of one column of the kept rows, in order, and becomes a typed column. */
export interface ColumnSink {
  /** @param row 1-based row of the sheet, for issues */
  take(cell: Cell | undefined, row: number): void;
  finish(): FinishedColumn;
}

/** The sink for a column of this kind. Unreadable cells are missing and counted; nothing is guessed. */
export function columnSink(plan: ColumnPlan, kind: FieldKind, issues: IssueLog): ColumnSink {
  switch (kind) {
    case "date":
      return dateSink(plan, issues);
    case "moment":
      return momentSink(plan, issues);
    case "flag":
      return flagSink(plan, issues);
    case "number":
    case "money":
    case "ratio":
      return numberSink(plan, issues);
    case "text":
    case "category":
      return textSink(plan, issues);
  }
}

function numberSink(plan: ColumnPlan, issues: IssueLog): ColumnSink {
  const builder = new FloatBuilder();
  const mark = plan.decimalMark;
  return {
    take(cell, row) {
      const value = numberOfCell(cell, mark);
      builder.push(value);
      if (Number.isNaN(value) && cell !== "") noteNumber(issues, plan.header, row, cell);
    },
    finish: () => builder.finish(),
  };
}

/** Where a cell was in the file, and what it was. */
interface Place {
  readonly row: number;
  readonly column: string;
  readonly cell: Cell | undefined;
}

function noteNumber(issues: IssueLog, column: string, row: number, cell: Cell | undefined): void {
  if (isBlankCell(cell)) return;
  const place = { row, column, cell };
  if (isErrorLike(cell)) {
    issues.add("cell-error", "missing", place);
    return;
  }
  const problem = numberProblem(rawText(cell));
  if (problem === "missing") return;
  issues.add(problem === "precision" ? "precision-lost" : "number-unreadable", "missing", place);
}

function dateSink(plan: ColumnPlan, issues: IssueLog): ColumnSink {
  const builder = new DayBuilder();
  const order = plan.dateOrder;
  return {
    take(cell, row) {
      const day = dayOfCell(cell, order);
      const isDay = day > OUT_OF_RANGE;
      builder.push(isDay ? day : MISSING_DAY);
      if (!isDay && cell !== "") noteDate(issues, { row, column: plan.header, cell }, day);
    },
    finish: () => builder.finish(),
  };
}

function momentSink(plan: ColumnPlan, issues: IssueLog): ColumnSink {
  const builder = new FloatBuilder();
  const order = plan.dateOrder;
  return {
    take(cell, row) {
      const day = dayOfCell(cell, order);
      const isDay = day > OUT_OF_RANGE;
      builder.push(isDay ? day * MINUTES_PER_DAY + minuteOfCell(cell, order) : Number.NaN);
      if (!isDay && cell !== "") noteDate(issues, { row, column: plan.header, cell }, day);
    },
    finish: () => builder.finish(),
  };
}

function flagSink(plan: ColumnPlan, issues: IssueLog): ColumnSink {
  const builder = new FloatBuilder();
  return {
    take(cell, row) {
      const flag = flagOfCell(cell);
      builder.push(flag);
      if (Number.isNaN(flag)) noteFlag(issues, { row, column: plan.header, cell });
    },
    finish: () => builder.finish(),
  };
}

function noteFlag(issues: IssueLog, place: Place): void {
  const { cell } = place;
  if (isBlankCell(cell)) return;
  if (isErrorLike(cell)) issues.add("cell-error", "missing", place);
  else if (!isMissingWord(rawText(cell))) issues.add("flag-unreadable", "missing", place);
}

function noteDate(issues: IssueLog, place: Place, day: number): void {
  const { cell } = place;
  if (isBlankCell(cell)) return;
  if (isErrorLike(cell)) {
    issues.add("cell-error", "missing", place);
    return;
  }
  const problem = dateProblem(rawText(cell), day);
  if (problem === "missing") return;
  issues.add(
    problem === "out-of-range" ? "date-out-of-range" : "date-unreadable",
    "missing",
    place,
  );
}

function textSink(plan: ColumnPlan, issues: IssueLog): ColumnSink {
  const builder = new DictionaryBuilder();
  const entries = builder.encoder.entries;
  const reading = new TextReading(plan, issues);
  /** Set by the first cell when the cells of this source come as bytes. */
  let byBytes: ByteTexts | null = null;
  /** Rows too short to have this cell, before the first that has it. */
  let shortRows = 0;
  return {
    take(cell, row) {
      if (cell instanceof ByteCell) {
        byBytes ??= new ByteTexts(cell, reading);
        for (; shortRows > 0; shortRows--) byBytes.takeMissing();
        byBytes.take(cell, row);
        return;
      }
      if (cell === undefined) {
        if (byBytes !== null) {
          byBytes.takeMissing();
          return;
        }
        shortRows++;
      }
      const text = reading.textOf(cell);
      const before = entries.length;
      builder.push(text);
      if (text === null) reading.noteMissing(cell, row);
      else if (entries.length !== before) reading.noteText(cell, row, text);
    },
    finish() {
      reading.finish();
      return byBytes === null ? builder.finish() : byBytes.finish();
    },
  };
}
