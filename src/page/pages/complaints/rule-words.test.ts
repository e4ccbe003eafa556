import { describe, expect, it } from "vitest";
import { linkedTable } from "../../../../tests/support/linked-tables";
import { floatColumn, scopeOf, tablesOf, textColumn } from "../../../../tests/support/tables";
import { resolveParams } from "../../../analyses/params";
import en from "../../../analyses/sla/messages/rules-en";
import zhHans from "../../../analyses/sla/messages/rules-zh-Hans";
import zhHant from "../../../analyses/sla/messages/rules-zh-Hant";
import slaSpec from "../../../analyses/sla/spec";
import { NO_CASE_RULES, type EscalationRule } from "../../../domain/case-rules";
import { NO_CASEWORK } from "../../../domain/casework";
import { MINUTES_PER_DAY } from "../../../domain/moment";
import { caseDesk } from "../../../queries/case-desk";
import { dueBy, dueWords, firstRules, ruleText } from "./rule-words";

const SCOPE = scopeOf("2025-11-30");
const END = (SCOPE.asOfDay + 1) * MINUTES_PER_DAY;
const RULE: EscalationRule = {
  step: "respond",
  severity: null,
  priority: null,
  afterHours: 24,
  to: "经理",
  changedAtMs: 1,
};
const base = tablesOf([], ["甲"]);
const complaints = linkedTable(base, ["甲", "甲", "甲"], {
  complaintId: textColumn(["1", "2", "3"]),
  openedAt: floatColumn([END - 3001, END - 3002, END - 3003]),
  respondedAt: floatColumn([undefined, undefined, END - 2900]),
  severity: textColumn(["严重", "一般", "一般"]),
});
const deskWith = (escalations: ReadonlyMap<string, EscalationRule>) =>
  caseDesk(
    { ...base, complaints },
    { scope: SCOPE, cell: null, missed: null, sla: resolveParams(slaSpec.params, {}) },
    {
      customerRows: null,
      only: null,
      casework: { ...NO_CASEWORK, rules: { ...NO_CASE_RULES, escalations } },
    },
  );

describe("the complaints that a rule has due", () => {
  it("are counted under that rule alone, though another has the same step, hours and person", () => {
    const { cases } = deskWith(
      new Map([
        ["a", { ...RULE, severity: "严重" }],
        ["b", { ...RULE, severity: "一般" }],
      ]),
    );
    const idsBy = (key: string) => dueBy(cases, key).map(({ id }) => id);
    expect(idsBy("a")).toEqual(["1"]);
    expect(idsBy("b")).toEqual(["2"]);
    expect(idsBy("c")).toEqual([]);
  });

  it("are none where a reply is only late, by no rule", () => {
    const { cases, due } = deskWith(new Map());
    expect(due).toBe(2);
    expect(dueBy(cases, "a")).toEqual([]);
  });
});

describe("the words of a rule", () => {
  it("say whose hours are meant", () => {
    const texts = (clock: "calendar" | "working") =>
      [zhHans, zhHant, en].map((t) => ruleText(RULE, t, clock));
    expect(texts("calendar")).toEqual([
      "24小时没人首次回复",
      "24小時沒人首次回覆",
      "24 hours without a first reply",
    ]);
    expect(texts("working")).toEqual([
      "24个工作小时没人首次回复",
      "24個工作小時沒人首次回覆",
      "24 working hours without a first reply",
    ]);
    const [one] = deskWith(new Map()).cases;
    const said = dueWords(one!, { due: { rule: null }, t: zhHans, clock: "working" });
    expect(said).toEqual({ why: "24个工作小时没人首次回复", to: "上级" });
  });
});

describe("the rules to begin with", () => {
  it("are three priorities, the worst severity in the first and the slightest in the last", () => {
    const changes = firstRules(["一般", "严重", "轻微"], ["高", "中", "低"], 7);
    expect(changes).toHaveLength(6);
    const values = changes.map((change) => ("value" in change ? change.value : null));
    expect(values.slice(0, 3)).toEqual([
      { name: "高", rank: 1, limitHours: 8, changedAtMs: 7 },
      { name: "中", rank: 2, limitHours: 24, changedAtMs: 7 },
      { name: "低", rank: 3, limitHours: 72, changedAtMs: 7 },
    ]);
    expect(values.slice(3)).toEqual([
      { kind: null, severity: "一般", priority: "中", changedAtMs: 7 },
      { kind: null, severity: "严重", priority: "高", changedAtMs: 7 },
      { kind: null, severity: "轻微", priority: "低", changedAtMs: 7 },
    ]);
    expect(firstRules([], ["高", "中", "低"], 7)).toHaveLength(3);
  });
});
