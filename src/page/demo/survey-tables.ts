import { seededRng } from "../../kernel/base/rng";
import type { DemoCustomer } from "./customers";
import type { DemoCell, DemoTable } from "./distributor";
import type { DemoLine } from "./orders";
import { commentOn } from "./comments";
import { expectationsOf } from "./expectations";
import { makeQuestionnaires, makeRatings } from "./surveys";
import words from "./words.json";

const BLANK = "";

/** The half-yearly survey, one row a questionnaire, and the ratings after single contacts, one row an answer. */
export function surveyTables(
  customers: readonly DemoCustomer[],
  lines: readonly DemoLine[],
): { readonly surveys: DemoTable; readonly ratings: DemoTable } {
  // Its own draws: orders and service costs stay what they were before there were surveys.
  const rng = seededRng(20251202);
  // Draws of their own again: the scores stay what they were before anybody wrote.
  const written = seededRng(20251203);
  // And again: nothing moves for being asked about besides.
  const expected = seededRng(20251204);
  const surveys = makeQuestionnaires(rng, customers, lines).map((answered): DemoCell[] => [
    { day: answered.day },
    answered.customer.id,
    answered.customer.name,
    answered.recommend ?? BLANK,
    answered.overall,
    ...answered.parts.map((score) => score ?? BLANK),
    ...answered.importance,
    commentOn(written, answered),
    ...expectationsOf(expected, answered).map((score) => score ?? BLANK),
  ]);
  const { satisfaction, effort } = words.ratingQuestions;
  const ratings = makeRatings(rng, lines).flatMap((rating, index): DemoCell[][] => {
    const contact: DemoCell[] = [
      `PJ${String(index + 1).padStart(5, "0")}`,
      { day: rating.day },
      rating.customer.id,
      rating.customer.name,
      words.touchpoints[rating.touchpoint],
    ];
    return [
      [...contact, satisfaction, rating.satisfaction],
      [...contact, effort, rating.effort],
    ];
  });
  return {
    surveys: { headers: words.surveyHeaders, rows: surveys },
    ratings: { headers: words.ratingHeaders, rows: ratings },
  };
}
