import { isQuestion } from "../../domain/field";
import { invariant } from "../../kernel/base/invariant";
import { dayColumn, dictionaryColumn, floatColumn } from "../../kernel/table/builder";
import type { Column } from "../../kernel/table/column";
import type { ColumnPlan, SheetPlan } from "../plan";
import {
  ANSWER_FIELDS,
  AnswerColumns,
  readAnswers,
  type Asked,
  type BuiltTable,
} from "./answer-columns";
import { answerRows } from "./answer-rows";
import type { IssueLog } from "./issue-log";

/**
 * The rows of a survey sheet as answers: one row an answer whatever the layout of the sheet.
 *
 * Sheets with one column a question become one row for each questionnaire and question, questionnaires in sheet order and
 * questions in column order. A blank answer stays as a row without score and text: it was asked. An answer that is neither a
 * number on the scale nor a word of one is kept as text, its score is missing and counted. O(rows × questions).
 */
export function surveyRows(built: BuiltTable, plan: SheetPlan, issues: IssueLog): BuiltTable {
  const asked = plan.columns.filter(({ target }) => target !== null && isQuestion(target));
  return asked.length > 0 ? wideRows(built, asked, issues) : answerRows(built, plan, issues);
}

function wideRows(built: BuiltTable, asked: readonly ColumnPlan[], issues: IssueLog): BuiltTable {
  const { table, meta } = built;
  const questions = asked.map((column): Asked => {
    invariant(column.question !== undefined, `question ${column.index} has no scale`);
    return { name: column.header, dimension: null, question: column.question };
  });
  const width = questions.length;
  const rowCount = table.rowCount * width;
  const answers = new AnswerColumns(rowCount, questions);
  asked.forEach((column, place) => {
    const target = column.target ?? "";
    const given = table.columns.get(target);
    invariant(given?.kind === "dictionary", `answers of ${target} are not text`);
    const read = readAnswers(given, given.codes, questions[place]!, issues);
    for (let row = 0; row < table.rowCount; row++) {
      answers.put(row * width + place, place, read, given.codes[row]!);
    }
  });
  const responses = new Float64Array(rowCount);
  for (let row = 0; row < rowCount; row++) responses[row] = Math.floor(row / width);
  const kept = meta.filter(({ id }) => !isQuestion(id) && !ANSWER_FIELDS.has(id));
  const columns = new Map<string, Column>();
  for (const { id } of kept) columns.set(id, repeated(table.columns.get(id)!, width));
  return answers.finish({ columns, kept, responses: floatColumn(responses), rowCount });
}

/** Each row of a column `times` times. */
function repeated(column: Column, times: number): Column {
  const length = column.length * times;
  if (column.kind === "dictionary") {
    const codes = new Uint32Array(length);
    for (let row = 0; row < length; row++) codes[row] = column.codes[Math.floor(row / times)]!;
    return dictionaryColumn(codes, column.dictionary);
  }
  if (column.kind === "day") {
    const days = new Int32Array(length);
    for (let row = 0; row < length; row++) days[row] = column.values[Math.floor(row / times)]!;
    return dayColumn(days);
  }
  const values = new Float64Array(length);
  for (let row = 0; row < length; row++) values[row] = column.values[Math.floor(row / times)]!;
  return floatColumn(values);
}
