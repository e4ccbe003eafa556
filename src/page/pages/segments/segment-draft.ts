import type { FieldKind } from "../../../domain/field";
import type { Makeup, SetOperation } from "../../../domain/own-segment";
import {
  draftOfRule,
  fieldOfKey,
  kindOfCondition,
  kindOfField,
  ruleOfDraft,
  type RuleDraft,
} from "./rule-draft";

/** A segment as it stands in the form. A fixed list has only its name to change. */
export interface SegmentDraft {
  readonly kind: Makeup["kind"];
  readonly name: string;
  readonly joins: "all" | "any";
  /** with the kind of its field, which decides what may be asked */
  readonly rules: readonly { readonly rule: RuleDraft; readonly kind: FieldKind }[];
  readonly operation: SetOperation;
  /** keys of segments; "" where none was chosen */
  readonly left: string;
  readonly right: string;
  /** what a fixed list was and stays */
  readonly seen: Makeup | null;
}

export const emptySegment = (
  kind: "rules" | "combined",
  first: SegmentDraft["rules"][number],
): SegmentDraft => ({
  kind,
  name: "",
  joins: "all",
  rules: [first],
  operation: "union",
  left: "",
  right: "",
  seen: null,
});

/** The form of a segment that was kept. @param kindOf  of a column; null: the data do not have it any more */
export function draftOfSegment(
  { name, makeup }: { readonly name: string; readonly makeup: Makeup },
  first: SegmentDraft["rules"][number],
  kindOf: (column: string) => FieldKind | null,
): SegmentDraft {
  const blank = { ...emptySegment("rules", first), name, kind: makeup.kind };
  switch (makeup.kind) {
    case "seen":
      return { ...blank, seen: makeup };
    case "combined": {
      const { operation, left, right } = makeup;
      return { ...blank, operation, left, right };
    }
    case "rules": {
      const rules = makeup.rules.map((rule) => {
        const kind = kindOfField(rule.field, kindOf) ?? kindOfCondition(rule.condition);
        return { rule: draftOfRule(rule, kind), kind };
      });
      return { ...blank, joins: makeup.joins, rules };
    }
  }
}

/** What the form says of the customers; null while it is not finished. */
export function makeupOf(draft: SegmentDraft): Makeup | null {
  const { joins, operation, left, right } = draft;
  switch (draft.kind) {
    case "seen":
      return draft.seen;
    case "combined":
      return left === "" || right === "" || left === right
        ? null
        : { kind: "combined", operation, left, right };
    case "rules": {
      const rules = draft.rules.map(({ rule, kind }) => ruleOfDraft(rule, kind));
      const read = rules.filter((rule) => rule !== null);
      return read.length === 0 || read.length < rules.length
        ? null
        : { kind: "rules", joins, rules: read };
    }
  }
}

/** What keeps a form from being kept; null: nothing. */
export function segmentFault(
  draft: SegmentDraft,
): "needsName" | "needsRules" | "needsParts" | null {
  if (draft.name.trim() === "") return "needsName";
  if (makeupOf(draft) !== null) return null;
  return draft.kind === "combined" ? "needsParts" : "needsRules";
}

/** Whether a field of the form names something that the data have. */
export function isKnownField(key: string, kindOf: (column: string) => FieldKind | null): boolean {
  const field = fieldOfKey(key);
  return field !== null && kindOfField(field, kindOf) !== null;
}
