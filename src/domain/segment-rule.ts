import { epochDay, type EpochDay } from "../kernel/base/calendar";
import { FLAG_CHOICES, type Filter } from "./filter";
import type { FieldKind } from "./field";

/** What the pages say of every customer besides its own columns, and of which kind that is. */
export const RULE_SCORES = {
  sales: "money",
  salesChange: "money",
  profit: "money",
  margin: "ratio",
  returns: "money",
  orderDays: "number",
  recencyDays: "number",
  usualGapDays: "number",
  overdueIndex: "number",
  firstOrder: "date",
  lastOrder: "date",
  grade: "category",
  segment: "category",
  stage: "category",
  relation: "category",
  recencyScore: "number",
  frequencyScore: "number",
  moneyScore: "number",
  latestNps: "number",
  latestSatisfaction: "ratio",
  openComplaints: "number",
  clv: "money",
  aliveChance: "ratio",
  leaveChance: "ratio",
  healthScore: "number",
  coreScore: "number",
  netProfit: "money",
  serveCost: "money",
} as const satisfies Readonly<Record<string, FieldKind>>;

export type RuleScore = keyof typeof RULE_SCORES;
/** Scores that are made of surveys and complaints, with or without orders. */
export const ANSWER_SCORES = ["latestNps", "latestSatisfaction", "openComplaints"] as const;
export type AnswerScore = (typeof ANSWER_SCORES)[number];
export const isAnswerScore = (id: RuleScore): id is AnswerScore =>
  ANSWER_SCORES.some((one) => one === id);
/** Scores that an analysis says of each customer, and which analysis: asked as it answers a reader who has set nothing. */
export const MODEL_SCORES = {
  clv: "clv",
  aliveChance: "clv",
  leaveChance: "churn-model",
  healthScore: "health",
  coreScore: "core-customers",
  netProfit: "whale",
  serveCost: "whale",
} as const satisfies Partial<Record<RuleScore, string>>;
export type ModelScore = keyof typeof MODEL_SCORES;
export const isModelScore = (id: RuleScore): id is ModelScore => id in MODEL_SCORES;
/** What analyses say of customers, one slot a row, missing as NaN; without an entry nobody has said it. */
export type ModelColumns = ReadonlyMap<ModelScore, Float64Array<ArrayBuffer>>;
export const RULE_SCORE_IDS = Object.keys(RULE_SCORES) as readonly RuleScore[];

/** What a rule looks at: a score, or a column of the customer table (a field or an attribute). */
export type RuleField =
  | { readonly source: "score"; readonly id: RuleScore }
  | { readonly source: "column"; readonly id: string };

/** What a cell must be. A missing cell is only `missing`; ranges hold both of their bounds, null is no bound on that side. */
export type Condition =
  | { readonly kind: "values"; readonly values: readonly string[] }
  /** width and case do not matter */
  | { readonly kind: "contains"; readonly text: string }
  | { readonly kind: "number"; readonly from: number | null; readonly to: number | null }
  | { readonly kind: "days"; readonly fromDay: EpochDay | null; readonly toDay: EpochDay | null }
  | { readonly kind: "flag"; readonly isYes: boolean }
  | { readonly kind: "missing" };

/** One rule of a segment. `isNot`: everybody whom the condition does not hold, those without a value among them. */
export interface SegmentRule {
  readonly field: RuleField;
  readonly condition: Condition;
  readonly isNot: boolean;
}

/**
 * The rules that keep the same customers as these filters; null when rules cannot say it: filters on orders, on two answers of a flag, or
 * on a range together with missing cells.
 */
export function rulesOfFilters(filters: readonly Filter[]): readonly SegmentRule[] | null {
  const rules: SegmentRule[] = [];
  for (const filter of filters) {
    const condition = filter.entity === "customers" ? conditionOf(filter) : null;
    if (condition === null) return null;
    rules.push({ field: { source: "column", id: filter.column }, condition, isNot: false });
  }
  return rules;
}

function conditionOf(filter: Filter): Condition | null {
  switch (filter.kind) {
    case "values":
      return { kind: "values", values: filter.values };
    case "number": {
      const { from, to, withMissing } = filter;
      if (from === null && to === null) return withMissing ? { kind: "missing" } : null;
      return withMissing ? null : { kind: "number", from, to };
    }
    case "days": {
      const { fromDay, toDay, withMissing } = filter;
      if (fromDay === null && toDay === null) return withMissing ? { kind: "missing" } : null;
      return withMissing ? null : { kind: "days", fromDay, toDay };
    }
    case "flag": {
      const [choice, ...more] = filter.choices;
      if (choice === undefined || more.length > 0) return null;
      return choice === FLAG_CHOICES[2]
        ? { kind: "missing" }
        : { kind: "flag", isYes: choice === "yes" };
    }
  }
}

/** null: not of this shape. */
export function parseRule(value: unknown): SegmentRule | null {
  if (typeof value !== "object" || value === null) return null;
  const given = value as Record<string, unknown>;
  const field = parseField(given["field"]);
  const condition = parseCondition(given["condition"]);
  const { isNot } = given;
  if (field === null || condition === null || typeof isNot !== "boolean") return null;
  return { field, condition, isNot };
}

function parseField(value: unknown): RuleField | null {
  if (typeof value !== "object" || value === null) return null;
  const { source, id } = value as Record<string, unknown>;
  if (source === "column" && typeof id === "string" && id !== "") return { source, id };
  const score = RULE_SCORE_IDS.find((known) => known === id);
  return source === "score" && score !== undefined ? { source, id: score } : null;
}

interface Bounds {
  readonly from: number | null;
  readonly to: number | null;
}

const isBound = (value: unknown): value is number | null =>
  value === null || (typeof value === "number" && Number.isFinite(value));

/** null: no bound at all, one that is no number, or the wrong way round. */
function parseBounds(from: unknown, to: unknown): Bounds | null {
  if (!isBound(from) || !isBound(to) || (from === null && to === null)) return null;
  return from !== null && to !== null && from > to ? null : { from, to };
}

const dayOrNull = (value: number | null): EpochDay | null =>
  value === null ? null : epochDay(value);

function parseCondition(value: unknown): Condition | null {
  if (typeof value !== "object" || value === null) return null;
  const given = value as Record<string, unknown>;
  switch (given["kind"]) {
    case "values": {
      const { values } = given;
      const isFine =
        Array.isArray(values) &&
        values.length > 0 &&
        values.every((one) => typeof one === "string");
      return isFine ? { kind: "values", values } : null;
    }
    case "contains": {
      const { text } = given;
      return typeof text === "string" && text !== "" ? { kind: "contains", text } : null;
    }
    case "number": {
      const bounds = parseBounds(given["from"], given["to"]);
      return bounds === null ? null : { kind: "number", ...bounds };
    }
    case "days": {
      const bounds = parseBounds(given["fromDay"], given["toDay"]);
      if (bounds === null || !isWhole(bounds.from) || !isWhole(bounds.to)) return null;
      return { kind: "days", fromDay: dayOrNull(bounds.from), toDay: dayOrNull(bounds.to) };
    }
    case "flag":
      return typeof given["isYes"] === "boolean" ? { kind: "flag", isYes: given["isYes"] } : null;
    case "missing":
      return { kind: "missing" };
    default:
      return null;
  }
}

const isWhole = (value: number | null): boolean => value === null || Number.isInteger(value);
