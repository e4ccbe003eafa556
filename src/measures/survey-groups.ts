import type { Tables } from "../domain/generation";
import { abcCut, DEFAULT_ABC_CUT, GRADES } from "../domain/rule-book";
import { FIRST_DAY, type EpochDay } from "../kernel/base/calendar";
import { MISSING_CODE, type DictionaryColumn } from "../kernel/table/column";
import { activeCustomers, customerLedger } from "./customer-ledger";
import { gradesOf, valueRanking } from "./grades";
import { orderBook } from "./order-book";
import type { SurveyBook } from "./survey-book";

/** What answers are told apart by: a grade of the customer, a column of it, or a column of the answer. */
export interface AnswerGroups {
  readonly source: "grade" | "customer" | "answer";
  /** the column; null for grades */
  readonly column: string | null;
  readonly labels: readonly string[];
  /** group of each row of `surveys`, MISSING_CODE = none */
  readonly groupOf: (row: number) => number;
}

/** Columns by which to group; the empty text names none. The customer's column is asked first. */
export interface GroupChoice {
  readonly by: string;
  readonly byAnswer: string;
}

const ORDER_COLUMNS = ["customer", "orderedOn", "amount", "lineKind"];

/**
 * Groups of answers.
 *
 * @param tables  `customers` and `surveys` with the columns that `choice` names; `orders` for the grades
 * @returns grades by sales up to the day when no column is chosen; null when the column is absent or no text, or there are no
 *   orders to grade by
 */
export function answerGroups(
  tables: Tables,
  book: SurveyBook,
  choice: GroupChoice,
  asOfDay: EpochDay,
): AnswerGroups | null {
  if (choice.by !== "") {
    const column = tables.customers.columns.get(choice.by);
    if (column?.kind !== "dictionary") return null;
    return {
      source: "customer",
      column: choice.by,
      labels: column.dictionary,
      groupOf: ofCustomer(book, column),
    };
  }
  if (choice.byAnswer !== "") {
    const column = tables.surveys?.columns.get(choice.byAnswer);
    if (column?.kind !== "dictionary") return null;
    const { dictionary, codes } = column;
    return {
      source: "answer",
      column: choice.byAnswer,
      labels: dictionary,
      groupOf: (row) => codes[row]!,
    };
  }
  return byGrade(tables, book, asOfDay);
}

function ofCustomer({ customers }: SurveyBook, { codes }: DictionaryColumn) {
  return (row: number): number => {
    const customer = customers[row]!;
    return customer === MISSING_CODE ? MISSING_CODE : codes[customer]!;
  };
}

function byGrade(tables: Tables, { customers }: SurveyBook, asOfDay: EpochDay) {
  const grades = gradesUpTo(tables, asOfDay);
  if (grades === null) return null;
  const groupOf = (row: number): number => {
    const grade = customers[row] === MISSING_CODE ? 0 : grades[customers[row]!]!;
    return grade === 0 ? MISSING_CODE : grade - 1;
  };
  return { source: "grade", column: null, labels: GRADES, groupOf } as const;
}

/** Grade of every customer by its sales up to a day: 0 = none, 1 = A, 2 = B, 3 = C; null when there are no orders to grade by. */
export function gradesUpTo(tables: Tables, asOfDay: EpochDay): Uint8Array<ArrayBuffer> | null {
  const { orders } = tables;
  const isThere = ORDER_COLUMNS.every((id) => orders.columns.has(id));
  if (orders.rowCount === 0 || !isThere) return null;
  const book = orderBook(tables);
  const ledger = customerLedger(book, { fromDay: FIRST_DAY, toDay: asOfDay });
  const ranking = valueRanking(activeCustomers(ledger), ledger.sales);
  return gradesOf(ranking, abcCut(DEFAULT_ABC_CUT), book.customerCount);
}
