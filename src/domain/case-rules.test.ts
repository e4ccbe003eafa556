import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CASE_PRIORITIES,
  caseRulesDigest,
  ESCALATION_RULES,
  escalationDue,
  limitHoursOf,
  NO_CASE_RULES,
  PRIORITY_RULES,
  priorityRuleKey,
  ruledPriority,
  rulesNaming,
  ruleWord,
  severityPlaces,
  type CaseRules,
  type EscalationRule,
  type WaitingCase,
} from "./case-rules";

const matrixOf = (
  rules: readonly (readonly [kind: string | null, severity: string | null, priority: string])[],
): CaseRules => ({
  ...NO_CASE_RULES,
  matrix: new Map(
    rules.map(([kind, severity, priority]) => [
      priorityRuleKey(kind, severity),
      { kind, severity, priority, changedAtMs: 1 },
    ]),
  ),
});

const ladderOf = (...rules: readonly Partial<EscalationRule>[]): CaseRules => ({
  ...NO_CASE_RULES,
  escalations: new Map(
    rules.map((rule, i) => [
      String(i),
      {
        step: "respond",
        severity: null,
        priority: null,
        afterHours: 24,
        to: "主管",
        changedAtMs: 1,
        ...rule,
      },
    ]),
  ),
});

const WAITING: WaitingCase = {
  step: "respond",
  severity: "严重",
  priority: "高",
  hoursInStep: 30,
  hoursOpen: 30,
  isEscalated: false,
  escalatedTo: null,
};

describe("the priority that rules give a complaint", () => {
  const rules = matrixOf([
    ["质量", "严重", "特急"],
    [null, "严重", "高"],
    ["质量", null, "中"],
    [null, null, "低"],
  ]);

  it("is that of type and severity, then of the severity, then of the type, then of all", () => {
    expect(ruledPriority(rules, "质量", "严重")).toBe("特急");
    expect(ruledPriority(rules, "物流", "严重")).toBe("高");
    expect(ruledPriority(rules, "质量", "一般")).toBe("中");
    expect(ruledPriority(rules, "质量", null)).toBe("中");
    expect(ruledPriority(rules, null, null)).toBe("低");
  });

  it("is none without a rule that fits", () => {
    expect(ruledPriority(matrixOf([["质量", null, "中"]]), "物流", "严重")).toBeNull();
    expect(ruledPriority(NO_CASE_RULES, "质量", "严重")).toBeNull();
  });

  it("does not mind case, width and blanks of a word", () => {
    expect(ruledPriority(matrixOf([[null, "Major  A", "高"]]), null, " ｍajor a ")).toBe("高");
    fc.assert(
      fc.property(fc.string(), (word) => {
        expect(ruleWord(ruleWord(word))).toBe(ruleWord(word));
      }),
    );
  });

  it("promises its own hours, or those of all others", () => {
    const own = {
      ...NO_CASE_RULES,
      priorities: new Map([["高", { name: "高", rank: 1, limitHours: 8, changedAtMs: 1 }]]),
    };
    expect(limitHoursOf(own, "高", 24)).toBe(8);
    expect(limitHoursOf(own, "中", 24)).toBe(24);
    expect(limitHoursOf(own, null, 24)).toBe(24);
  });
});

describe("the first rules", () => {
  it("put severities in their order, whatever words a system has for them", () => {
    expect(severityPlaces(["一般", "重要", "严重"])).toEqual([2, 1, 0]);
    expect(severityPlaces(["轻微", "一般", "重大"])).toEqual([2, 1, 0]);
    expect(severityPlaces(["low", "high", "Medium", "critical"])).toEqual([2, 0, 1, 0]);
    expect(severityPlaces(["不严重", "严重"])).toEqual([2, 0]);
    expect(severityPlaces(["紧急", "不紧急"])).toEqual([0, 2]);
    expect(severityPlaces(["urgent", "non-urgent", "not critical"])).toEqual([0, 2, 2]);
    expect(severityPlaces(["甲类"])).toEqual([1]);
  });
});

describe("escalationDue", () => {
  it("names the longest wait that is over, and whom it goes to", () => {
    const rules = ladderOf({}, { afterHours: 28, to: "经理" }, { afterHours: 72, to: "总经理" });
    expect(escalationDue(rules, WAITING)).toEqual({
      key: "1",
      to: "经理",
      step: "respond",
      afterHours: 28,
    });
  });

  it("keeps to its step, its severity and its priority", () => {
    expect(escalationDue(ladderOf({ step: "solve" }), WAITING)).toBeNull();
    expect(escalationDue(ladderOf({ step: "any", afterHours: 29 }), WAITING)).not.toBeNull();
    expect(escalationDue(ladderOf({ severity: "一般" }), WAITING)).toBeNull();
    expect(escalationDue(ladderOf({ severity: "严重", priority: "高" }), WAITING)).not.toBeNull();
    expect(escalationDue(ladderOf({ priority: "高" }), { ...WAITING, priority: null })).toBeNull();
    expect(escalationDue(ladderOf({}), { ...WAITING, step: null })).toBeNull();
    expect(escalationDue(ladderOf({ afterHours: 30 }), WAITING)).toBeNull();
  });

  it("is silent once it was handed to that person, and speaks again for the next above", () => {
    const rules = ladderOf({}, { afterHours: 48, to: "经理" });
    const told = { ...WAITING, isEscalated: true, escalatedTo: "主管" };
    expect(escalationDue(rules, told)).toBeNull();
    expect(escalationDue(rules, { ...told, escalatedTo: null })).toBeNull();
    const later = { ...told, hoursInStep: 49 };
    expect(escalationDue(rules, later)).toMatchObject({ to: "经理" });
    expect(escalationDue(rules, { ...later, escalatedTo: null })).toBeNull();
  });
});

describe("the rules that name a priority", () => {
  it("are those of the matrix and of the escalations, whatever its case", () => {
    const rules: CaseRules = {
      ...NO_CASE_RULES,
      matrix: matrixOf([
        ["质量", "严重", "A级"],
        [null, null, "低"],
      ]).matrix,
      escalations: ladderOf({ priority: "ａ级" }, {}).escalations,
    };
    const { matrix, escalations } = rulesNaming(rules, "a级");
    expect(matrix.map(([key]) => key)).toEqual([priorityRuleKey("质量", "严重")]);
    expect(escalations.map(([key]) => key)).toEqual(["0"]);
  });
});

describe("a ladder of escalation", () => {
  const ladder = ladderOf({ afterHours: 24, to: "经理" }, { afterHours: 72, to: "总监" });
  const handedTo = (escalatedTo: string, hoursInStep: number) =>
    escalationDue(ladder, { ...WAITING, isEscalated: true, escalatedTo, hoursInStep });

  it("does not go down: whoever was handed it on a step above has it", () => {
    expect(handedTo("总监", 30)).toBeNull();
    expect(handedTo("总监", 80)).toBeNull();
    expect(handedTo("经理", 30)).toBeNull();
    expect(handedTo("经理", 80)).toMatchObject({ to: "总监", key: "1" });
    expect(handedTo("别人", 30)).toMatchObject({ to: "经理", key: "0" });
  });

  it("knows only the steps that speak of this complaint", () => {
    const rules = ladderOf(
      { afterHours: 24, to: "经理" },
      { afterHours: 72, to: "总监", severity: "一般" },
    );
    const told = { ...WAITING, isEscalated: true, escalatedTo: "总监" };
    expect(escalationDue(rules, told)).toMatchObject({ to: "经理" });
  });

  it("is silent by a clock that says nothing", () => {
    const hours = { hoursInStep: NaN, hoursOpen: NaN };
    expect(escalationDue(ladder, { ...WAITING, ...hours })).toBeNull();
  });
});

describe("records of rules", () => {
  it("are read back, and left alone when they are none", () => {
    const priority = { name: "高", rank: 1, limitHours: 8, changedAtMs: 1 };
    expect(CASE_PRIORITIES.parse(priority)).toEqual(priority);
    expect(CASE_PRIORITIES.parse({ ...priority, limitHours: 0 })).toBeNull();
    const rule = { kind: null, severity: "严重", priority: "高", changedAtMs: 1 };
    expect(PRIORITY_RULES.parse(rule)).toEqual(rule);
    expect(PRIORITY_RULES.parse({ ...rule, severity: 3 })).toBeNull();
    const escalation = {
      step: "any",
      severity: null,
      priority: null,
      afterHours: 24,
      to: "主管",
      changedAtMs: 1,
    };
    expect(ESCALATION_RULES.parse(escalation)).toEqual(escalation);
    expect(ESCALATION_RULES.parse({ ...escalation, step: "later" })).toBeNull();
    expect(ESCALATION_RULES.parse({ ...escalation, to: " " })).toBeNull();
    expect(ESCALATION_RULES.parse(null)).toBeNull();
  });

  it("have a name as a set: none for none, another for another", () => {
    expect(caseRulesDigest(NO_CASE_RULES)).toBe("");
    const [a, b] = [matrixOf([[null, "严重", "高"]]), matrixOf([[null, "严重", "中"]])];
    expect(caseRulesDigest(a)).not.toBe(caseRulesDigest(b));
  });
});
