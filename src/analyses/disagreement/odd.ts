import type { Grade } from "../../domain/rule-book";
import type { Against, Level, OddId } from "./spec";

/** A disagreement: a grade by sales beside a level that does not go with it, and what is at stake. */
export interface OddRule {
  readonly id: OddId;
  readonly against: Against;
  readonly grades: readonly Grade[];
  readonly level: Level;
  /** `sales`, or the other score itself */
  readonly stake: "sales" | "other";
}

/** Only corners: neighbouring grades differ by the accident of a cut. */
export const ODD_RULES: readonly OddRule[] = [
  { id: "big-loss", against: "profit", grades: ["a", "b"], level: "loss", stake: "other" },
  { id: "big-silent", against: "activity", grades: ["a"], level: "silent", stake: "sales" },
  { id: "big-fading", against: "future", grades: ["a"], level: "c", stake: "sales" },
  { id: "small-promising", against: "future", grades: ["c"], level: "a", stake: "other" },
  { id: "small-profitable", against: "profit", grades: ["c"], level: "a", stake: "other" },
  { id: "small-active", against: "activity", grades: ["c"], level: "active", stake: "sales" },
];

export const ruleFor = (against: Against, grade: Grade, level: Level): OddRule | undefined =>
  ODD_RULES.find(
    (rule) => rule.against === against && rule.level === level && rule.grades.includes(grade),
  );
