import type { FieldKind } from "../../../domain/field";
import {
  RULE_SCORE_IDS,
  RULE_SCORES,
  type Condition,
  type RuleField,
  type SegmentRule,
} from "../../../domain/segment-rule";
import { epochDay, formatIsoDay } from "../../../kernel/base/calendar";
import { numberBoundText, readDayBound, readNumberBound, type Bound } from "../../app/bound-text";

export type RuleTest =
  | "between"
  | "outside"
  | "oneOf"
  | "noneOf"
  | "contains"
  | "lacks"
  | "yes"
  | "no"
  | "missing"
  | "filled";

/** A rule as it stands in the form; texts as they were typed. */
export interface RuleDraft {
  /** score:sales, column:region */
  readonly field: string;
  readonly test: RuleTest;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly values: readonly string[];
}

const NEGATIVE: readonly RuleTest[] = ["outside", "noneOf", "lacks", "no", "filled"];

const fieldKey = ({ source, id }: RuleField): string => `${source}:${id}`;

/** null: an unknown score. */
export function fieldOfKey(key: string): RuleField | null {
  const [source, ...rest] = key.split(":");
  const id = rest.join(":");
  if (source === "column") return { source, id };
  const score = RULE_SCORE_IDS.find((known) => known === id);
  return score === undefined ? null : { source: "score", id: score };
}

/** @param kindOf  of a column; null: the data do not have it any more */
export function kindOfField(
  field: RuleField,
  kindOf: (column: string) => FieldKind | null,
): FieldKind | null {
  return field.source === "score" ? RULE_SCORES[field.id] : kindOf(field.id);
}

/** What can be asked of a column of a kind, the usual first. */
export function testsOf(kind: FieldKind): readonly [RuleTest, ...RuleTest[]] {
  switch (kind) {
    case "money":
    case "number":
    case "ratio":
    case "date":
    case "moment":
      return ["between", "outside", "missing", "filled"];
    case "category":
      return ["oneOf", "noneOf", "contains", "lacks", "missing", "filled"];
    case "text":
      return ["contains", "lacks", "missing", "filled"];
    case "flag":
      return ["yes", "no", "missing", "filled"];
  }
}

/** A rule on a field before anything was typed. */
export function emptyRule(field: string, kind: FieldKind): RuleDraft {
  return { field, test: testsOf(kind)[0], from: "", to: "", text: "", values: [] };
}

/** null: something is missing yet, or cannot be read. */
export function ruleOfDraft(draft: RuleDraft, kind: FieldKind): SegmentRule | null {
  const field = fieldOfKey(draft.field);
  const condition = conditionOf(draft, kind);
  if (field === null || condition === null) return null;
  // Of a flag "no" is an answer of its own, not everything but yes.
  const isNot = draft.test !== "no" && NEGATIVE.includes(draft.test);
  return { field, condition, isNot };
}

function conditionOf(draft: RuleDraft, kind: FieldKind): Condition | null {
  switch (draft.test) {
    case "missing":
    case "filled":
      return { kind: "missing" };
    case "yes":
    case "no":
      return { kind: "flag", isYes: draft.test === "yes" };
    case "oneOf":
    case "noneOf":
      return draft.values.length === 0 ? null : { kind: "values", values: draft.values };
    case "contains":
    case "lacks": {
      const text = draft.text.trim();
      return text === "" ? null : { kind: "contains", text };
    }
    case "between":
    case "outside":
      return rangeOf(draft, kind);
  }
}

function rangeOf({ from, to }: RuleDraft, kind: FieldKind): Condition | null {
  const isDay = kind === "date" || kind === "moment";
  const read = (text: string): Bound =>
    isDay ? readDayBound(text, false) : readNumberBound(text, kind);
  const [low, high] = [read(from), read(to)];
  if (low.kind === "unreadable" || high.kind === "unreadable") return null;
  const [first, last] = [valueOf(low), valueOf(high)];
  if (first === null && last === null) return null;
  if (first !== null && last !== null && first > last) return null;
  if (!isDay) return { kind: "number", from: first, to: last };
  const day = (value: number | null) => (value === null ? null : epochDay(value));
  return { kind: "days", fromDay: day(first), toDay: day(last) };
}

const valueOf = (bound: Exclude<Bound, { kind: "unreadable" }>): number | null =>
  bound.kind === "at" ? bound.value : null;

/** The form of a rule that was kept. @param kind  of its field; that of the condition where the field is gone */
export function draftOfRule({ field, condition, isNot }: SegmentRule, kind: FieldKind): RuleDraft {
  const blank = { field: fieldKey(field), from: "", to: "", text: "", values: [] };
  switch (condition.kind) {
    case "missing":
      return { ...blank, test: isNot ? "filled" : "missing" };
    case "flag":
      return { ...blank, test: condition.isYes === isNot ? "no" : "yes" };
    case "values":
      return { ...blank, test: isNot ? "noneOf" : "oneOf", values: condition.values };
    case "contains":
      return { ...blank, test: isNot ? "lacks" : "contains", text: condition.text };
    case "number": {
      const [from, to] = [condition.from, condition.to].map((at) => numberBoundText(at, kind));
      return { ...blank, test: isNot ? "outside" : "between", from: from ?? "", to: to ?? "" };
    }
    case "days": {
      const [from, to] = [condition.fromDay, condition.toDay].map((at) =>
        at === null ? "" : formatIsoDay(at),
      );
      return { ...blank, test: isNot ? "outside" : "between", from: from ?? "", to: to ?? "" };
    }
  }
}

/** The kind of a field that is gone, by what was asked of it. */
export function kindOfCondition({ kind }: Condition): FieldKind {
  switch (kind) {
    case "values":
    case "missing":
      return "category";
    case "contains":
      return "text";
    case "number":
      return "number";
    case "days":
      return "date";
    case "flag":
      return "flag";
  }
}
