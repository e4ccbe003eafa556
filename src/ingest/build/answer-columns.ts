import type { StoredColumn } from "../../domain/generation";
import { QUESTION_KINDS, type Question } from "../../domain/question";
import { DictionaryBuilder, dictionaryColumn, floatColumn } from "../../kernel/table/builder";
import {
  MISSING_CODE,
  type Column,
  type DictionaryColumn,
  type Table,
} from "../../kernel/table/column";
import { dimensionOf } from "../map/questions";
import { scoreOfAnswer } from "../validate/answer";
import { isMissingWord } from "../validate/number";
import type { IssueLog } from "./issue-log";

/** A built table with the description of its columns. */
export interface BuiltTable {
  readonly table: Table;
  readonly meta: readonly StoredColumn[];
}

/** Columns that answers are made of; all others belong to the questionnaire. */
export const ANSWER_FIELDS: ReadonlySet<string> = new Set([
  "question",
  "questionKind",
  "dimension",
  "score",
  "scaleMin",
  "scaleMax",
  "isReversed",
  "text",
]);

/** One question of a sheet. */
export interface Asked {
  readonly name: string;
  /** What it is about, where the file says; null: by its words. */
  readonly dimension: string | null;
  readonly question: Question;
}

/** The scores and the texts of the distinct answers to a question, by code. */
export interface ReadAnswers {
  readonly scores: Float64Array;
  readonly texts: readonly (string | null)[];
}

/** @param codes of the answers to this question */
export function readAnswers(
  given: DictionaryColumn,
  codes: Uint32Array,
  asked: Asked,
  issues: IssueLog,
): ReadAnswers {
  const { question, name } = asked;
  const scores = new Float64Array(given.dictionary.length).fill(Number.NaN);
  const texts = given.dictionary.map((answer, code) => {
    if (isMissingWord(answer)) return null;
    if (question.kind === "text") return answer;
    scores[code] = scoreOfAnswer(answer, question);
    return Number.isNaN(scores[code]) ? answer : null;
  });
  if (question.kind === "text") return { scores, texts };
  for (const code of codes) {
    const text = code === MISSING_CODE ? null : (texts[code] ?? null);
    if (text !== null) {
      issues.add("score-unreadable", "missing", { row: null, column: name, cell: text });
    }
  }
  return { scores, texts };
}

/** The columns that every stored survey has, filled answer by answer. */
export class AnswerColumns {
  readonly #questions: readonly Asked[];
  readonly #codes: Uint32Array<ArrayBuffer>;
  readonly #scores: Float64Array<ArrayBuffer>;
  readonly #texts: Uint32Array<ArrayBuffer>;
  readonly #words = new DictionaryBuilder();

  constructor(rowCount: number, questions: readonly Asked[]) {
    this.#questions = questions;
    this.#codes = new Uint32Array(rowCount).fill(MISSING_CODE);
    this.#scores = new Float64Array(rowCount).fill(Number.NaN);
    this.#texts = new Uint32Array(rowCount).fill(MISSING_CODE);
  }

  /** @param code of the answer; MISSING_CODE: asked and not answered */
  put(row: number, question: number, read: ReadAnswers | null, code: number): void {
    this.#codes[row] = question;
    if (read === null || code === MISSING_CODE) return;
    this.#scores[row] = read.scores[code]!;
    const text = read.texts[code] ?? null;
    if (text !== null) this.#texts[row] = this.#words.encoder.encode(text);
  }

  /** A comment beside the score of the same row. */
  say(row: number, text: string): void {
    this.#texts[row] = this.#words.encoder.encode(text);
  }

  finish(frame: {
    readonly columns: Map<string, Column>;
    readonly kept: readonly StoredColumn[];
    readonly responses: Column;
    readonly rowCount: number;
  }): BuiltTable {
    const { columns, kept, responses, rowCount } = frame;
    const of = (value: (asked: Asked) => number): Column =>
      floatColumn(Float64Array.from(this.#codes, (code) => value(this.#questions[code]!)));
    const words = (value: (asked: Asked) => string): Column => {
      const builder = new DictionaryBuilder();
      const codes = this.#questions.map((asked) => builder.encoder.encode(value(asked)));
      for (const code of this.#codes) builder.pushCode(codes[code]!);
      return builder.finish();
    };
    const kinds = this.#questions.map(({ question }) => QUESTION_KINDS.indexOf(question.kind));
    const made: readonly (readonly [StoredColumn, Column])[] = [
      [describe("response", "number"), responses],
      [describe("question", "category"), words(({ name }) => name)],
      [
        describe("questionKind", "category"),
        dictionaryColumn(
          Uint32Array.from(this.#codes, (code) => kinds[code]!),
          QUESTION_KINDS,
        ),
      ],
      [
        describe("dimension", "category"),
        words(({ name, dimension, question }) => dimension ?? dimensionOf(name, question.kind)),
      ],
      [describe("score", "number"), floatColumn(this.#scores)],
      [describe("scaleMin", "number"), of(({ question }) => question.scaleMin)],
      [describe("scaleMax", "number"), of(({ question }) => question.scaleMax)],
      [describe("isReversed", "flag"), of(({ question }) => (question.isReversed ? 1 : 0))],
      [describe("text", "text"), dictionaryColumn(this.#texts, this.#words.encoder.entries)],
    ];
    for (const [{ id }, column] of made) columns.set(id, column);
    return { table: { rowCount, columns }, meta: [...kept, ...made.map(([meta]) => meta)] };
  }
}

function describe(id: string, fieldKind: StoredColumn["fieldKind"]): StoredColumn {
  return { id, fieldKind, label: id };
}
