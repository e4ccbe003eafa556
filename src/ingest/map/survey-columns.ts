import { QUESTION_PREFIX } from "../../domain/field";
import type { Question } from "../../domain/question";
import type { Row } from "../parse/row-source";
import { rawText } from "../validate/cell";
import type { FieldMatch } from "./match";
import { answerFacts, asksByHeader, proposeQuestion, usualScaleMost } from "./questions";

/** Fields of which a sheet with one column a question has none: they describe one answer. */
const ANSWER_FIELDS: ReadonlySet<string> = new Set([
  "question",
  "questionKind",
  "dimension",
  "score",
  "scaleMin",
  "scaleMax",
  "isReversed",
  "text",
]);
/** A column on a scale whose header says nothing is a question only among its like. */
const LIKE_COLUMNS = 4;
const LIKE_ROWS = 15;
const LIKE_SHARE = 0.5;

/** How each column would be read as a question; null for columns that ask nothing. O(cells). */
export function questionsOf(
  headers: readonly string[],
  rows: readonly Row[],
): readonly (Question | null)[] {
  const facts = headers.map((_, index) =>
    answerFacts(rows.map((row) => rawText(row[index])).filter((text) => text.trim() !== "")),
  );
  const usual = usualScaleMost(facts);
  return headers.map((header, index) => proposeQuestion(header, facts[index]!, usual));
}

/**
 * The matches of a survey sheet with its questions: unless a column names the question of each row, every column that asks
 * becomes one. The field of such a match is `QUESTION_PREFIX` alone.
 */
export function withQuestions(
  matches: readonly (FieldMatch | null)[],
  headers: readonly string[],
  questions: readonly (Question | null)[],
  rowCount: number,
): readonly (FieldMatch | null)[] {
  const named = matches.some((match) => match?.field === "question");
  const valued = matches.some((match) => match?.field === "score" || match?.field === "text");
  if (named && valued) return matches;
  const isFree = (match: FieldMatch | null): boolean =>
    match === null || ANSWER_FIELDS.has(match.field);
  const scaled = questions.filter(
    (question, column) => question !== null && isFree(matches[column] ?? null),
  ).length;
  const isPlural =
    rowCount >= LIKE_ROWS && scaled >= LIKE_COLUMNS && scaled >= headers.length * LIKE_SHARE;
  return matches.map((match, column) => {
    if (!isFree(match)) return match;
    const question = questions[column];
    if (question === null || question === undefined) return null;
    const isTold =
      match !== null || asksByHeader(headers[column] ?? "") || question.kind === "text";
    if (!isTold && !isPlural) return null;
    return { field: QUESTION_PREFIX, confidence: isTold ? 0.9 : 0.7 };
  });
}
