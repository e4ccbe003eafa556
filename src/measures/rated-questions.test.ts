import { describe, expect, it } from "vitest";
import { surveyTable, type TestAnswer } from "../../tests/support/surveys";
import { tablesOf } from "../../tests/support/tables";
import { chosenQuestion, ratedQuestions, steppedQuestions } from "./rated-questions";
import { surveyBook } from "./survey-book";

const of = tablesOf([{ customer: "A", on: "2025-01-01", amount: 1 }]);
const rated = (answers: readonly TestAnswer[]) =>
  ratedQuestions(surveyBook(surveyTable(of, answers)));

const PRICE: TestAnswer = { question: "price", kind: "dimension", score: 3 };
const WHOLE: TestAnswer = { question: "whole", kind: "csat", score: 4 };
const LATER: TestAnswer = { question: "advice", kind: "dimension", score: 5 };

describe("chosenQuestion", () => {
  it("means the same question after an import has brought others before it", () => {
    const { id } = chosenQuestion(rated([PRICE, WHOLE]), "price")!;
    const after = rated([PRICE, WHOLE, LATER]);
    expect(after.map(({ name }) => name)).toEqual(["advice", "price", "whole"]);
    expect(chosenQuestion(after, id)!.name).toBe("price");
  });

  it("tells one question on two scales, or turned over, apart", () => {
    const ids = rated([PRICE, { ...PRICE, scale: [1, 10] }, { ...PRICE, isReversed: true }]).map(
      ({ id }) => id,
    );
    expect(new Set(ids).size).toBe(3);
  });

  it("takes a question about the whole where the one asked for is gone or none is asked for", () => {
    const questions = rated([PRICE, LATER, WHOLE]);
    for (const wanted of ["", "csat:1:5:gone"]) {
      expect(chosenQuestion(questions, wanted)!.name).toBe("whole");
    }
    expect(chosenQuestion([], "")).toBeNull();
  });
});

describe("steppedQuestions", () => {
  it("leaves out scales with more than eleven steps", () => {
    const book = surveyBook(surveyTable(of, [PRICE, { ...WHOLE, scale: [0, 100] }]));
    expect(steppedQuestions(book).map(({ name }) => name)).toEqual(["price"]);
  });
});
