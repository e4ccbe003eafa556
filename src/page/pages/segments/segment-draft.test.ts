import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyFilter } from "../../../../tests/support/filters";
import { rulesOfFilters, type SegmentRule } from "../../../domain/segment-rule";
import { draftOfRule, emptyRule, kindOfCondition, ruleOfDraft, testsOf } from "./rule-draft";
import { draftOfSegment, emptySegment, makeupOf, segmentFault } from "./segment-draft";

const FIRST = { rule: emptyRule("score:sales", "money"), kind: "money" } as const;

const anyRule: fc.Arbitrary<SegmentRule> = fc
  .tuple(anyFilter, fc.boolean())
  .map(([filter, isNot]) => {
    const rules = rulesOfFilters([{ ...filter, entity: "customers" }]) ?? [];
    const [rule] = rules;
    if (rule === undefined) return null;
    // "no" is said as an answer of its own
    return rule.condition.kind === "flag" ? rule : { ...rule, isNot };
  })
  .filter((rule) => rule !== null)
  // Nobody types an exponent, and the fields take none.
  .filter((rule) => !/\de[+-]/.test(JSON.stringify(rule.condition)));

describe("ruleOfDraft", () => {
  it("reads back every rule that was kept, from what the form shows of it", () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        const kind = kindOfCondition(rule.condition);
        const draft = draftOfRule(rule, kind);
        expect(ruleOfDraft(draft, kind)).toEqual(rule);
        expect(testsOf(kind)).toContain(draft.test);
      }),
    );
  });

  it("is not finished with an unreadable number, none at all, or bounds the wrong way round", () => {
    const of = (from: string, to: string) => ruleOfDraft({ ...FIRST.rule, from, to }, "money");
    expect(of("", "")).toBeNull();
    expect(of("约五百", "")).toBeNull();
    expect(of("500", "100")).toBeNull();
    expect(of("1,000", "")).toMatchObject({ condition: { kind: "number", from: 1000, to: null } });
  });

  it("takes a percentage beside a share", () => {
    const draft = { ...emptyRule("column:attr:折扣", "ratio"), from: "15" };
    expect(ruleOfDraft(draft, "ratio")).toMatchObject({ condition: { from: 0.15 } });
  });
});

describe("makeupOf", () => {
  it("wants every rule finished, two different parts, and a name", () => {
    const draft = emptySegment("rules", FIRST);
    expect(makeupOf(draft)).toBeNull();
    expect(segmentFault(draft)).toBe("needsName");
    expect(segmentFault({ ...draft, name: "重点" })).toBe("needsRules");
    const parts = { ...draft, kind: "combined", name: "合", left: "a", right: "a" } as const;
    expect(segmentFault(parts)).toBe("needsParts");
    expect(makeupOf({ ...parts, right: "b" })).toEqual({
      kind: "combined",
      operation: "union",
      left: "a",
      right: "b",
    });
  });

  it("keeps a fixed list as it is when its name changes", () => {
    const makeup = {
      kind: "seen",
      customers: [{ id: "1", name: "甲" }],
      from: "x",
      seenAtMs: 3,
    } as const;
    const draft = draftOfSegment({ name: "旧名", makeup }, FIRST, () => null);
    expect(makeupOf({ ...draft, name: "新名" })).toBe(makeup);
  });
});
