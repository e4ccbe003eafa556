import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { surveyTable, type TestAnswer } from "../../tests/support/surveys";
import { day, tablesOf } from "../../tests/support/tables";
import { FIRST_DAY } from "../kernel/base/calendar";
import { bitset, setBit } from "../kernel/table/bitset";
import { answersTo, customersBehind, daysOfAnswers } from "./survey-answers";
import { surveyBook } from "./survey-book";

const BASE = tablesOf([], ["甲", "乙", "丙"]);
const ask = (question: string, more: Partial<TestAnswer> = {}): TestAnswer => ({
  question,
  kind: "csat",
  on: "2025-06-01",
  ...more,
});
const bookOf = (answers: readonly TestAnswer[]) => surveyBook(surveyTable(BASE, answers));
const YEAR = { fromDay: day("2025-01-01"), toDay: day("2025-12-31") };
const ALL = { fromDay: FIRST_DAY, toDay: day("2025-12-31") };

describe("surveyBook", () => {
  it("has one question for each name and scale, in the order of their names", () => {
    const { questions } = bookOf([
      ask("b", { score: 3 }),
      ask("a", { score: 9, scale: [1, 10] }),
      ask("a", { score: 2 }),
      ask("a", { score: 1 }),
    ]);
    expect(questions.map(({ name, scaleMax, answers }) => [name, scaleMax, answers])).toEqual([
      ["a", 10, 1],
      ["a", 5, 2],
      ["b", 5, 1],
    ]);
  });

  it("turns scores over where less is better, and takes none off the scale", () => {
    const { values, offScale } = bookOf([
      ask("effort", { score: 6, scale: [1, 7], isReversed: true }),
      ask("effort", { score: 8, scale: [1, 7], isReversed: true }),
      ask("effort", { scale: [1, 7], isReversed: true }),
    ]);
    expect([...values]).toEqual([2, NaN, NaN]);
    expect(offScale).toBe(1);
  });

  it("has the same questions and answers whatever the order of the rows", () => {
    const answer = fc.record({
      question: fc.constantFrom("a", "b", "c"),
      kind: fc.constantFrom("csat" as const, "nps" as const),
      scale: fc.constantFrom([1, 5] as const, [0, 10] as const),
      score: fc.integer({ min: -1, max: 11 }),
    });
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 40 }), (answers) => {
        const one = bookOf(answers);
        const other = bookOf(answers.toReversed());
        expect(other.questions).toEqual(one.questions);
        one.questions.forEach((_, question) => {
          const scores = (book: typeof one): number[] =>
            [...answersTo(book, question, { period: ALL, customerRows: null }).values].sort();
          expect(scores(other)).toEqual(scores(one));
        });
      }),
    );
  });
});

describe("answersTo", () => {
  const book = bookOf([
    ask("a", { score: 5, customer: "甲", on: "2025-03-01" }),
    ask("a", { score: 4, customer: "乙", on: "2024-03-01" }),
    ask("a", { score: 3, customer: "甲", on: "2025-04-01" }),
    ask("a", { customer: "丙", on: "2025-04-01" }),
    ask("a", { score: 1, customer: "丙", on: "" }),
    ask("a", { score: 2, on: "2025-05-01" }),
  ]);

  it("takes the days asked for, and what has no day into all of history only", () => {
    const year = answersTo(book, 0, { period: YEAR, customerRows: null });
    expect([...year.values]).toEqual([5, 3, 2]);
    expect([year.unanswered, year.undated, year.unlinked]).toEqual([1, 1, 1]);
    const all = answersTo(book, 0, { period: ALL, customerRows: null });
    expect([...all.values]).toEqual([5, 4, 3, 1, 2]);
    expect(daysOfAnswers(book, year, YEAR)).toEqual({
      fromDay: day("2025-03-01"),
      toDay: day("2025-05-01"),
    });
  });

  it("leaves out who does not pass the filters, and who is nobody", () => {
    const customerRows = bitset(3);
    setBit(customerRows, 0);
    const { rows } = answersTo(book, 0, { period: ALL, customerRows });
    expect([...rows]).toEqual([0, 2]);
    expect([...customersBehind(book, rows)]).toEqual([0]);
  });

  it("takes all answers into every period when none has a day", () => {
    const dayless = bookOf([1, 2, 3].map((score) => ({ question: "a", kind: "csat", score })));
    const { values } = answersTo(dayless, 0, { period: YEAR, customerRows: null });
    expect([...values]).toEqual([1, 2, 3]);
  });
});
