import { describe, expect, it } from "vitest";
import { resultOf } from "../../../tests/support/answers";
import { survivalRows } from "../../../tests/support/survival-files";
import { floatColumn, scopeOf, tablesOf, textColumn } from "../../../tests/support/tables";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import type { Column } from "../../kernel/table/column";
import compute from "./compute";
import en from "./messages/en";
import zh from "./messages/zh-Hans";
import { profileFactor, profileFields, startingProfile } from "./profile-view";
import spec from "./spec";
import { cautions, effectText, findings, forestView, isDrawn, type Words } from "./view-model";

const chinese: Words = {
  t: zh,
  format: createFormat("zh-Hans"),
  columnName: (id) => id.replace("attr:", ""),
};
const english: Words = { ...chinese, t: en, format: createFormat("en") };

function drawn(columns: readonly string[]) {
  const rows = survivalRows("rossi");
  const made = columns.map((name): [string, Column] => [
    `attr:${name}`,
    floatColumn(rows.map((row) => Number(row[name]))),
  ]);
  const keys = textColumn(rows.map((_, i) => `k${i}`));
  const customers = { rowCount: rows.length, columns: new Map([["key", keys], ...made]) };
  const result = resultOf(spec, compute, {
    tables: { orders: tablesOf([]).orders, customers },
    scope: scopeOf("2025-06-30"),
    params: { duration: "attr:week", event: "attr:arrest" },
  });
  if (!isDrawn(result)) throw new Error(`no model: ${String(result.gap)}`);
  return result;
}
const rossi = drawn(["week", "arrest", "fin", "age", "race", "wexp", "mar", "paro", "prio"]);

describe("the words of cox", () => {
  it("tell the surest effects, the surest first, and how well the order is known", () => {
    expect(plainText(findings(rossi, chinese))).toBe(
      "在432家客户、114家流失里，其他条件相同时：“prio”每多2，流失风险高20%；“age”每多5，流失风险低25%；“fin”每多1，流失风险低32%。凭这些因素，两家里谁先走能说对64%（瞎猜是50%）。",
    );
    expect(plainText(findings(rossi, english))).toMatch(
      /all else alike: the rate of leaving is 20% higher for each 2 more of “prio”; 25% lower/,
    );
  });

  it("warn where an effect changes over time", () => {
    const lines = cautions(rossi, chinese);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^“age”每多5，流失风险前后不一样：/);
    expect(lines[1]).toMatch(/^“wexp”/);
  });

  it("say nothing where nothing can be told", () => {
    const none = drawn(["week", "arrest", "paro"]);
    expect(plainText(findings(none, chinese))).toMatch(/看不出这些因素与流失有关/);
    expect(cautions(none, chinese)).toEqual([]);
  });

  it("call a ratio lower, higher or so many times", () => {
    expect([0.5, 1.2, 2.3].map((ratio) => effectText(ratio, chinese))).toEqual([
      "低50%",
      "高20%",
      "是2.3倍",
    ]);
  });

  it("draw twice and half equally far from nothing, what raises the risk at the top", () => {
    const { lines, domain, reference } = forestView(rossi, chinese);
    expect(domain[0]).toBe(-domain[1]);
    expect(reference?.value).toBe(0);
    expect(lines.map(({ value }) => value)).toEqual(
      lines.map(({ value }) => value).toSorted((a, b) => b - a),
    );
    for (const { value, low, high } of lines) expect(low <= value && value <= high).toBe(true);
  });

  it("multiply the risk of a profile as the model does", () => {
    const fields = profileFields(rossi);
    const start = startingProfile(fields);
    const aged = { ...start, "attr:age": (start["attr:age"] ?? 0) + 5 };
    const ratio = profileFactor(fields, aged) / profileFactor(fields, start);
    const age = rossi.model.terms.find(({ column }) => column === "attr:age");
    expect(ratio).toBeCloseTo(age?.ratio ?? 0, 10);
  });
});
