import gradesSpec, { type GradesParams } from "../analyses/grades/spec";
import { ruleOf, type GradeBook, type HandGrade } from "../domain/grade-book";
import { POLICY_CHECKS } from "../domain/grade-facts";
import { GRADES, type Grade } from "../domain/rule-book";
import { factsOf, reasonsOf } from "../measures/grade-facts";
import { ownLimitsOf, policyFact } from "../measures/grade-policy";
import { gradingOf, type Grading, type GradingSight } from "../measures/grading";
import { lastContacts } from "../measures/last-contact";
import type { Tables } from "../measures/order-book";
import type { GradeCard } from "./types";

/** What the grade of a customer is made from. */
export const GRADE_ANALYSIS = gradesSpec;

/** What is looked at, without the tables. */
type Sight = Omit<GradingSight, "tables" | "book"> & { readonly gradeBook: GradeBook };

/**
 * The grade of one customer by the same rule, and from the same code, as the analysis `grades`.
 *
 * @param tables  those that the analysis reads
 * @yields as `gradingOf`. O(lines)
 */
export function* gradeCard(
  tables: Tables,
  sight: Sight,
  params: GradesParams,
  row: number,
): Generator<{ readonly done: number }, GradeCard, void> {
  const { scope, orderRows, gradeBook } = sight;
  const steps = gradingOf({ tables, scope, orderRows, book: gradeBook }, params);
  let step = steps.next();
  while (step.done !== true) {
    yield { done: step.value };
    step = steps.next();
  }
  const grading = step.value;
  if (grading === null || !(grading.base[row]! > 0)) return { grade: null };
  const final = grading.final[row]!;
  const policy = {
    book: gradeBook,
    day: scope.asOfDay,
    contacts: lastContacts(tables, grading.base.length, scope.asOfDay),
    standing: grading.standing,
    ownLimits: ownLimitsOf(tables.customers),
  };
  return {
    grade: {
      base: nameOf(grading.base, row),
      rank: grading.ranked.ranking.customers.indexOf(row) + 1,
      customers: grading.ranked.ranking.customers.length,
      ruled: nameOf(grading.moved, row),
      final: nameOf(grading.final, row),
      reasons: reasonsOf(grading, row),
      facts: factsOf(grading, row),
      hand: handOf(grading, row),
      rule: { ...ruleOf(gradeBook, nameOf(grading.final, row)) },
      breaches: POLICY_CHECKS.flatMap((check) => {
        const found = policyFact(policy, check, final, row);
        if (found === null || !(found.beyond > 0)) return [];
        return [{ check, value: found.value, allowed: found.allowed }];
      }),
    },
  };
}

const nameOf = (grades: Uint8Array, row: number): Grade => GRADES[grades[row]! - 1]!;

function handOf({ byHand }: Grading, row: number): HandGrade | null {
  const found = byHand.get(row);
  return found === undefined ? null : { ...found };
}
