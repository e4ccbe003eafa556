import { describe, expect, it } from "vitest";
import { orderLines } from "../../../tests/contract/gauntlet";
import { withSideTables } from "../../../tests/contract/side-tables";
import { resultOf } from "../../../tests/support/answers";
import { scopeOf, tablesOf } from "../../../tests/support/tables";
import { LANGUAGES } from "../../domain/field";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import compute from "./compute";
import { flowLines, flowTwin, flowView } from "./flow-view";
import en from "./messages/en";
import zhHans from "./messages/zh-Hans";
import zhHant from "./messages/zh-Hant";
import spec from "./spec";
import {
  breachText,
  cautions,
  checkLines,
  findings,
  gradeRows,
  howLines,
  ruleText,
  whyText,
  type Words,
} from "./view-model";

const messages = { "zh-Hans": zhHans, "zh-Hant": zhHant, en };
const wordsIn = (language: (typeof LANGUAGES)[number]): Words => ({
  t: messages[language],
  format: createFormat(language),
  currency: "CNY",
});
const words = wordsIn("zh-Hans");
const bare = tablesOf(orderLines(900, 60, 2));
const params = Object.fromEntries(
  Object.entries(spec.params).map(([name, param]) => [name, param.default]),
) as never;
const full = resultOf(spec, compute, { tables: withSideTables(bare, spec), scope: scopeOf(20453) });
const alone = resultOf(spec, compute, { tables: bare, scope: scopeOf(20453) });

describe("the words of grades", () => {
  it("tell the customers of each grade, who was moved and who is treated against the policy", () => {
    const said = plainText(findings(full, words));
    expect(said).toContain(`A级${full.headline.gradeA}家`);
    expect(said).toContain(`${full.breachCustomers}家没有按政策对待`);
    expect(full.headline.moved).toBeGreaterThan(0);
    expect(said).toContain(`升${full.up}家，降${full.down}家`);
  });

  it("say what plays no part instead of passing it over", () => {
    expect(cautions(full, words)).toEqual([]);
    expect(cautions(alone, words)).toEqual([zhHans.noCredit]);
    const lines = checkLines(alone, words).join();
    for (const blind of Object.values(zhHans.checks.blind)) expect(lines).toContain(blind);
  });

  it("give a reason for each move and each breach, in three languages", () => {
    for (const language of LANGUAGES) {
      const each = wordsIn(language);
      for (const line of full.moves) expect(whyText(line, each)).not.toBe("");
      for (const line of full.breaches) expect(breachText(line, each)).not.toBe("");
      expect(howLines(full, params, each)).toHaveLength(5);
      expect(plainText(findings(full, each))).not.toMatch(/undefined|NaN/);
      expect(gradeRows(full, each)).toHaveLength(3);
    }
  });

  it("word a rule, and cash apart from no limit", () => {
    const rule = { visitLevel: "manager", visitDays: 30, creditLimit: 0, termDays: 0 } as const;
    expect(ruleText(rule, words)).toBe("主管回访，30天内联系一次；现款，不赊欠，见票即付");
    expect(ruleText({ ...rule, creditLimit: null, termDays: null, visitDays: null }, words)).toBe(
      "主管回访，联系不限；欠款不限，账期不限",
    );
  });
});

describe("the picture of the flow", () => {
  const flow = full.flow!;
  const view = flowView(flow, words);

  it("has ribbons as thick as their customers are many, that fill the blocks of both sides", () => {
    view.ribbons.forEach(({ left, right }, k) => {
      expect(left[1] - left[0]).toBe(flow.cells[k]!.customers);
      expect(right[1] - right[0]).toBe(flow.cells[k]!.customers);
    });
    for (const { tier, side, from, to } of view.blocks) {
      const heads = flow.cells
        .filter((cell) => (side === 0 ? cell.from : cell.to) === tier)
        .reduce((sum, { customers }) => sum + customers, 0);
      expect(to - from).toBe(heads);
    }
  });

  it("has a twin with the same cells, and sentences without a gap", () => {
    expect(flowTwin(flow, words).rows).toHaveLength(flow.cells.length);
    for (const line of flowLines(flow, words)) expect(line).not.toMatch(/undefined|NaN/);
  });
});
