import type { FieldGroup } from "../../domain/field";
import type { StoredColumn } from "../../domain/generation";
import type { IssueCode } from "../../domain/issue";
import { fieldSpec, VOCABULARY } from "../../domain/vocabulary";
import { DayBuilder, FloatBuilder } from "../../kernel/table/builder";
import type { Column } from "../../kernel/table/column";
import { isCellError, type Cell, type Row } from "../parse/row-source";
import { FileError, type ColumnPlan, type SheetPlan } from "../plan";
import { dayOfCell, hasText, isBlankCell, numberOfCell, rawText } from "../validate/cell";
import { dateProblem, OUT_OF_RANGE } from "../validate/date";
import { numberProblem } from "../validate/number";
import type { IssueLog } from "./issue-log";

/** Decides whether a row is kept, by the values that must not be missing, and keeps those values. */
export interface RowGate {
  /** Keeps the required values of the row, or counts why it is left out and returns false. */
  admit(row: Row, rowNumber: number): boolean;
  /** Columns that the gate builds itself. */
  readonly columns: readonly { readonly column: StoredColumn; finish(): Column }[];
}

function planned(plan: SheetPlan, target: string): ColumnPlan | null {
  const column = plan.columns.find((candidate) => candidate.target === target);
  return column === undefined ? null : column;
}

/** @throws FileError E_NO_ROWS with the missing field in `detail` when the plan lacks what an order must have */
function demand(column: ColumnPlan | null, field: string): ColumnPlan {
  if (column === null) throw new FileError("E_NO_ROWS", { detail: field });
  return column;
}

/** The gate of a table, by what its rows must have (`needs` of the vocabulary). */
export function rowGate(plan: SheetPlan, issues: IssueLog): RowGate {
  if (plan.entity === "orders") return orderGate(plan, issues);
  // a survey row without an answer says that somebody was asked
  if (plan.entity === "surveys" || plan.rowsNamed !== undefined)
    return { admit: () => true, columns: [] };
  const checks = VOCABULARY[plan.entity].needs.map((group) => groupCheck(plan, group, issues));
  return {
    admit: (row, rowNumber) => checks.every((check) => check(row, rowNumber)),
    columns: [],
  };
}

type RowCheck = (row: Row, rowNumber: number) => boolean;

/** Whether one of the fields of a group can be read in a row; if not, the issue of the first of them is counted. */
function groupCheck(plan: SheetPlan, group: FieldGroup, issues: IssueLog): RowCheck {
  const readers = group.flatMap((id) => {
    const column = planned(plan, id);
    return column === null ? [] : [{ column, code: issueOf(plan, id, column) }];
  });
  const [first] = readers;
  if (first === undefined) throw new FileError("E_NO_ROWS", { detail: group.join(" ") });
  return (row, rowNumber) => {
    // no closure for each row
    for (const { column, code } of readers) if (code(row[column.index]) === null) return true;
    const cell = row[first.column.index];
    const code = first.code(cell);
    if (code !== null) {
      issues.add(code, "excluded", { row: rowNumber, column: first.column.header, cell });
    }
    return false;
  };
}

/** Why a cell cannot be the value of its field; null when it can. */
function issueOf(
  plan: SheetPlan,
  field: string,
  column: ColumnPlan,
): (cell: Cell | undefined) => IssueCode | null {
  const kind = fieldSpec(plan.entity, field)?.kind;
  if (kind === "date" || kind === "moment") {
    return (cell) => {
      const day = dayOfCell(cell, column.dateOrder);
      return day <= OUT_OF_RANGE ? dateCode(cell, day) : null;
    };
  }
  if (kind === "money" || kind === "number" || kind === "ratio") {
    return (cell) =>
      Number.isNaN(numberOfCell(cell, column.decimalMark)) ? amountCode(cell) : null;
  }
  const isCustomer = field === "customerId" || field === "customerName";
  return (cell) => {
    if (hasText(cell)) return null;
    return isCustomer ? "customer-missing" : "required-missing";
  };
}

/** Order lines are kept when they have a customer, a readable day and a readable amount. */
function orderGate(plan: SheetPlan, issues: IssueLog): RowGate {
  const hasCustomer = groupCheck(plan, ["customerId", "customerName"], issues);
  const date = demand(planned(plan, "orderedOn"), "orderedOn");
  const amount = amountReader(plan, issues);
  const days = new DayBuilder();
  const amounts = new FloatBuilder();
  const { index: dateIndex, dateOrder, header } = date;
  return {
    admit(row, rowNumber) {
      const dateCell = row[dateIndex];
      const day = dayOfCell(dateCell, dateOrder);
      if (day <= OUT_OF_RANGE) {
        issues.add(dateCode(dateCell, day), "excluded", {
          row: rowNumber,
          column: header,
          cell: dateCell,
        });
        return false;
      }
      if (!hasCustomer(row, rowNumber)) return false;
      const value = amount.read(row, rowNumber);
      if (Number.isNaN(value)) return false;
      days.push(day);
      amounts.push(value);
      return true;
    },
    columns: [
      {
        column: { id: "orderedOn", fieldKind: "date", label: header },
        finish: () => days.finish(),
      },
      {
        column: { id: "amount", fieldKind: "money", label: amount.label },
        finish: () => amounts.finish(),
      },
    ],
  };
}

function dateCode(cell: Cell | undefined, day: number): IssueCode {
  if (isBlankCell(cell)) return "date-missing";
  if (cell !== undefined && isCellError(cell)) return "cell-error";
  const problem = dateProblem(rawText(cell), day);
  if (problem === "out-of-range") return "date-out-of-range";
  return problem === "missing" ? "date-missing" : "date-unreadable";
}

interface AmountReader {
  readonly label: string;
  /** NaN after the issue was counted. */
  read(row: Row, rowNumber: number): number;
}

function amountReader(plan: SheetPlan, issues: IssueLog): AmountReader {
  const column = planned(plan, "amount");
  if (column === null) return productReader(plan, issues);
  const { index, decimalMark, header } = column;
  return {
    label: header,
    read(row, rowNumber) {
      const cell = row[index];
      const value = numberOfCell(cell, decimalMark);
      if (Number.isNaN(value)) noteAmount(issues, cell, rowNumber, header);
      return value;
    },
  };
}

/** Quantity × unit price where the file has no amount. */
function productReader(plan: SheetPlan, issues: IssueLog): AmountReader {
  const quantity = demand(planned(plan, "quantity"), "amount");
  const price = demand(planned(plan, "unitPrice"), "amount");
  return {
    label: "amount",
    read(row, rowNumber) {
      const q = numberOfCell(row[quantity.index], quantity.decimalMark);
      const p = numberOfCell(row[price.index], price.decimalMark);
      const value = product(q, p);
      if (Number.isNaN(value)) {
        const wrong = Number.isNaN(q) ? quantity : price;
        noteAmount(issues, row[wrong.index], rowNumber, wrong.header);
      }
      return value;
    },
  };
}

/** 3 × 0.1 is 0.3: a product of short decimals is rounded where their exact product ends. */
function product(quantity: number, price: number): number {
  const raw = quantity * price;
  const rounded = Math.round(raw * 1e6) / 1e6;
  const value = Math.abs(rounded - raw) <= Math.abs(raw) * 4e-16 ? rounded : raw;
  return value === 0 ? 0 : value;
}

function noteAmount(issues: IssueLog, cell: Cell | undefined, row: number, column: string): void {
  issues.add(amountCode(cell), "excluded", { row, column, cell });
}

function amountCode(cell: Cell | undefined): IssueCode {
  const isMissing = isBlankCell(cell) || numberProblem(rawText(cell)) === "missing";
  return isMissing ? "amount-missing" : "amount-unreadable";
}
