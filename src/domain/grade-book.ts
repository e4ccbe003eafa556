import { sha256 } from "../kernel/base/sha256";
import type { WorkKind } from "./own-work";
import { GRADES, type Grade } from "./rule-book";

/** A grade that somebody gave by hand, and why. The key of the record is the key of the customer. */
export interface HandGrade {
  /** `key` of the customer: its id in the data, or its name. */
  readonly customer: string;
  readonly grade: Grade;
  readonly reason: string;
  readonly givenAtMs: number;
}

/** Who calls on the customers of a grade. */
export const VISIT_LEVELS = ["executive", "manager", "sales", "service"] as const;
export type VisitLevel = (typeof VISIT_LEVELS)[number];

/** How the customers of a grade are to be treated; null: nothing is laid down, so nothing is checked. */
export interface GradeRule {
  readonly visitLevel: VisitLevel;
  /** longest time without a contact */
  readonly visitDays: number | null;
  /** most that a customer may owe, unless the customer table gives it a limit of its own; 0: cash only */
  readonly creditLimit: number | null;
  /** days from invoice to payment */
  readonly termDays: number | null;
}

/** Part of the user's own work, as are the rules: no import touches them. */
export const HAND_GRADES: WorkKind<HandGrade> = { name: "grade-by-hand", parse: parseHandGrade };
/** One rule a record; the key is its Grade. */
export const GRADE_RULES: WorkKind<GradeRule> = { name: "grade-policy", parse: parseRule };

export const REASON_LENGTH = 300;

/**
 * What holds until somebody writes a policy: executives call on A, managers on B; A and B on credit, C against cash (the
 * service source of the catalogue, #13). Its money limits are nobody's to guess, so A and B have none.
 */
export const STARTING_POLICY: Readonly<Record<Grade, GradeRule>> = {
  a: { visitLevel: "executive", visitDays: 30, creditLimit: null, termDays: 60 },
  b: { visitLevel: "manager", visitDays: 60, creditLimit: null, termDays: 30 },
  c: { visitLevel: "sales", visitDays: 180, creditLimit: 0, termDays: 0 },
};

/** Everything about grades that the user laid down. */
export interface GradeBook {
  /** by key of the customer */
  readonly byHand: ReadonlyMap<string, HandGrade>;
  /** what was written of the policy, by grade */
  readonly rules: ReadonlyMap<Grade, GradeRule>;
}

export const NO_GRADE_BOOK: GradeBook = { byHand: new Map(), rules: new Map() };

export function gradeBookOf(
  byHand: ReadonlyMap<string, HandGrade>,
  rules: ReadonlyMap<string, GradeRule>,
): GradeBook {
  const known = GRADES.flatMap((grade) => {
    const rule = rules.get(grade);
    return rule === undefined ? [] : [[grade, rule] as const];
  });
  return { byHand, rules: new Map(known) };
}

/** The rule in force for a grade. */
export function ruleOf({ rules }: GradeBook, grade: Grade): GradeRule {
  return rules.get(grade) ?? STARTING_POLICY[grade];
}

/** Names a book: empty for one without a word, another text for anything else. */
export function gradeBookDigest({ byHand, rules }: GradeBook): string {
  if (byHand.size === 0 && rules.size === 0) return "";
  const text = JSON.stringify([[...byHand], [...rules]]);
  return `^${sha256(new TextEncoder().encode(text)).slice(0, 16)}`;
}

function parseHandGrade(value: unknown): HandGrade | null {
  if (typeof value !== "object" || value === null) return null;
  const { customer, grade, reason, givenAtMs } = value as Record<string, unknown>;
  const known = GRADES.find((one) => one === grade);
  if (typeof customer !== "string" || known === undefined) return null;
  if (typeof reason !== "string" || typeof givenAtMs !== "number") return null;
  return { customer, grade: known, reason, givenAtMs };
}

function parseRule(value: unknown): GradeRule | null {
  if (typeof value !== "object" || value === null) return null;
  const { visitLevel, visitDays, creditLimit, termDays } = value as Record<string, unknown>;
  const level = VISIT_LEVELS.find((one) => one === visitLevel);
  if (level === undefined) return null;
  if (!isLimit(visitDays) || !isLimit(creditLimit) || !isLimit(termDays)) return null;
  return { visitLevel: level, visitDays, creditLimit, termDays };
}

const isLimit = (value: unknown): value is number | null =>
  value === null || (typeof value === "number" && Number.isFinite(value) && value >= 0);
