import type { Question } from "../../domain/question";
import { floatColumn } from "../../kernel/table/builder";
import {
  columnOf,
  MISSING_CODE,
  textAt,
  type DictionaryColumn,
  type Table,
} from "../../kernel/table/column";
import { answerFacts, kindOfWord, proposeQuestion } from "../map/questions";
import type { SheetPlan } from "../plan";
import {
  ANSWER_FIELDS,
  AnswerColumns,
  readAnswers,
  type Asked,
  type BuiltTable,
} from "./answer-columns";
import type { IssueLog } from "./issue-log";

/** A question without answers to learn its scale from. */
const RATING: Question = { kind: "dimension", scaleMin: 1, scaleMax: 5, isReversed: false };
const OPEN: Question = { ...RATING, kind: "text" };

/**
 * The rows of a sheet that has one row an answer already; kinds and scales follow from the questions and their answers where
 * the file does not say them. Rows of one respondent, else of one customer and day, are one questionnaire. O(rows).
 */
export function answerRows(built: BuiltTable, plan: SheetPlan, issues: IssueLog): BuiltTable {
  const { table, meta } = built;
  const scores = columnOf(table, "score", "dictionary");
  const texts = columnOf(table, "text", "dictionary");
  const only = plan.columns.find(({ target }) => target === "score" || target === "text");
  const groups = questionRows(table, only === undefined ? "score" : only.header);
  const questions = groups.map((group) => askedOf(table, group, scores));
  const answers = new AnswerColumns(table.rowCount, questions);
  groups.forEach(({ rows }, place) => {
    const codes = rows.map((row) => (scores === undefined ? MISSING_CODE : scores.codes[row]!));
    const read =
      scores === undefined ? null : readAnswers(scores, codes, questions[place]!, issues);
    rows.forEach((row, i) => {
      answers.put(row, place, read, codes[i]!);
      const text = texts === undefined ? null : textAt(texts, row);
      if (text !== null) answers.say(row, text);
    });
  });
  const kept = meta.filter(({ id }) => !ANSWER_FIELDS.has(id));
  const columns = new Map(kept.map(({ id }) => [id, table.columns.get(id)!]));
  const responses = floatColumn(responsesOf(table));
  return answers.finish({ columns, kept, responses, rowCount: table.rowCount });
}

interface QuestionRows {
  readonly name: string;
  readonly rows: Uint32Array;
}

/** The rows of each question; rows that name none belong to one question under `unnamed`. */
function questionRows(table: Table, unnamed: string): readonly QuestionRows[] {
  const names = columnOf(table, "question", "dictionary");
  const groups = new Map<number, number[]>();
  for (let row = 0; row < table.rowCount; row++) {
    const code = names === undefined ? MISSING_CODE : names.codes[row]!;
    const rows = groups.get(code);
    if (rows === undefined) groups.set(code, [row]);
    else rows.push(row);
  }
  return [...groups].map(([code, rows]) => ({
    name: code === MISSING_CODE ? unnamed : names!.dictionary[code]!,
    rows: Uint32Array.from(rows),
  }));
}

function askedOf(
  table: Table,
  { name, rows }: QuestionRows,
  scores: DictionaryColumn | undefined,
): Asked {
  const given: string[] = [];
  if (scores !== undefined) {
    for (const row of rows) {
      const text = textAt(scores, row);
      if (text !== null) given.push(text);
    }
  }
  const proposed = proposeQuestion(name, answerFacts(given), null);
  const own = given.length === 0 ? OPEN : (proposed ?? RATING);
  return {
    name,
    dimension: firstText(table, "dimension", rows),
    question: {
      kind: kindOfWord(firstText(table, "questionKind", rows)) ?? own.kind,
      scaleMin: firstNumber(table, "scaleMin", rows) ?? own.scaleMin,
      scaleMax: firstNumber(table, "scaleMax", rows) ?? own.scaleMax,
      isReversed: (firstNumber(table, "isReversed", rows) ?? Number(own.isReversed)) === 1,
    },
  };
}

function firstText(table: Table, id: string, rows: Uint32Array): string | null {
  const column = columnOf(table, id, "dictionary");
  if (column === undefined) return null;
  const row = rows.find((candidate) => column.codes[candidate] !== MISSING_CODE);
  return row === undefined ? null : textAt(column, row);
}

function firstNumber(table: Table, id: string, rows: Uint32Array): number | null {
  const column = columnOf(table, id, "float64");
  const row = rows.find((candidate) => !Number.isNaN(column?.values[candidate] ?? Number.NaN));
  return column === undefined || row === undefined ? null : column.values[row]!;
}

/** Questionnaires numbered in order of appearance. */
function responsesOf(table: Table): Float64Array<ArrayBuffer> {
  const numbers = new Map<string, number>();
  const respondent = columnOf(table, "respondent", "dictionary")?.codes;
  const customer = (
    columnOf(table, "customerId", "dictionary") ?? columnOf(table, "customerName", "dictionary")
  )?.codes;
  const days = columnOf(table, "answeredOn", "day")?.values;
  return Float64Array.from({ length: table.rowCount }, (_, row) => {
    const who = respondent?.[row] ?? MISSING_CODE;
    const whose = customer?.[row] ?? MISSING_CODE;
    let key = `row ${row}`;
    if (who !== MISSING_CODE) key = `respondent ${who}`;
    else if (whose !== MISSING_CODE) key = `customer ${whose} ${days?.[row] ?? ""}`;
    const known = numbers.get(key) ?? numbers.size;
    numbers.set(key, known);
    return known;
  });
}
