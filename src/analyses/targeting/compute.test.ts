import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { floatColumn, scopeOf, textColumn } from "../../../tests/support/tables";
import { LANGUAGES } from "../../domain/field";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import { seededRng } from "../../kernel/base/rng";
import type { Column } from "../../kernel/table/column";
import type { Input } from "../define";
import churnModel from "../churn-model/spec";
import compute from "./compute";
import { holdoutPlan } from "./holdout";
import en from "./messages/en";
import zhHans from "./messages/zh-Hans";
import zhHant from "./messages/zh-Hant";
import { callFile } from "./list-view";
import spec, { DEARER_TIMES, type TargetingLine } from "./spec";
import {
  cautions,
  costCaution,
  curveTwin,
  curveView,
  findings,
  holdoutLines,
  howLines,
  isPlanned,
  readoutLines,
  termLines,
  type Planned,
  type Words,
} from "./view-model";

/** Customers of whom the unhappy and the small ones leave; fees differ a hundredfold. */
function customers(n: number): Input {
  const rng = seededRng(6);
  const mood = Array.from({ length: n }, () => 2 * rng.next() - 1);
  const fees = Array.from({ length: n }, () => 10 ** (2 * rng.next()));
  const left = mood.map((one, i) =>
    rng.next() < 1 / (1 + Math.exp(1 + 4 * one + Math.log10(fees[i]!))) ? 1 : 0,
  );
  const columns = new Map<string, Column>([
    ["key", textColumn(mood.map((_, i) => `K${i}`))],
    ["hasChurned", floatColumn(left)],
    ["attr:mood", floatColumn(mood)],
    ["monthlyFee", floatColumn(fees)],
  ]);
  return { orders: { rowCount: 0, columns: new Map() }, customers: { rowCount: n, columns } };
}

const tables = customers(1500);
const scope = scopeOf("2025-12-31");
const answer = (params = {}) => answerOf(spec, compute, { tables, scope, params });
const planned = (params = {}): Planned => {
  const result = resultOf(spec, compute, { tables, scope, params });
  if (!isPlanned(result)) throw new Error(`refused: ${result.refusal!.code}`);
  return result;
};
const result = planned();

describe("targeting", () => {
  it("stops the list where the next contact would lose money", () => {
    const { plan, headline } = result;
    expect(headline.bestLength).toBe(plan.bestLength);
    const best = Math.max(...plan.points.map(({ profit }) => profit));
    expectClose(headline.expectedProfit!, best, { rel: 1e-12 });
    expect(plan.lines.every(({ profit }, i) => i >= plan.bestLength || profit > 0)).toBe(true);
    expect(plan.points.at(-1)).toMatchObject({ customers: plan.customers });
    expectClose(plan.points.at(-1)!.profit, headline.profitOfAll!, { rel: 1e-9 });
  });

  it("prices a contact by chance, acceptance, worth, offer and contact", () => {
    const { offer, contact, clv } = result.terms;
    expectClose(offer, 0.05 * clv, { rel: 1e-12 });
    expectClose(contact, 0.005 * clv, { rel: 1e-12 });
    for (const { chance, value, profit } of result.plan.lines.slice(0, 5)) {
      expectClose(profit, chance * 0.3 * (value - offer) - (1 - chance) * offer - contact, {
        rel: 1e-9,
      });
    }
  });

  it("never earns more by sorting by the chance alone", () => {
    const { plan } = result;
    for (const { profit, byChance } of plan.points) {
      expect(byChance).toBeLessThanOrEqual(profit + 1e-6);
    }
    expect(plan.byChanceProfit).toBeLessThan(plan.expectedProfit);
    expect(plan.notWorth).toBeGreaterThan(0);
  });

  it("scales with money, and stays silent when nobody is worth it", () => {
    const terms = result.terms;
    const { clv, offer, contact } = terms;
    const double = planned({ offer: 2 * offer, contact: 2 * contact, clv: 2 * clv });
    expectClose(double.headline.empc!, 2 * result.headline.empc!, { rel: 1e-9 });
    const { dearer } = result.plan;
    const given = planned({ contact: dearer!.contact });
    expect(dearer!.contact).toBeCloseTo(DEARER_TIMES * contact, 9);
    expect(given.plan).toMatchObject({ bestLength: dearer!.customers, dearer: null });
    expectClose(given.plan.expectedProfit, dearer!.profit, { rel: 1e-9 });
    const dear = planned({ contact: 1e6 });
    expect(dear.headline).toMatchObject({ bestLength: 0, expectedProfit: 0, empc: 0 });
  });

  it("takes the published defaults where no money is known, and says what it took", () => {
    const columns = new Map([...tables.customers.columns].filter(([id]) => id !== "monthlyFee"));
    const poor = { ...tables, customers: { ...tables.customers, columns } };
    const found = resultOf(spec, compute, { tables: poor, scope });
    expect(found.valueFrom).toBeNull();
    expect(found.terms).toEqual({
      margin: 1,
      marginFrom: "assumed",
      clv: 200,
      clvFrom: "assumed",
      offer: 10,
      offerFrom: "assumed",
      contact: 1,
      contactFrom: "assumed",
    });
    expect(result.terms).toMatchObject({ margin: 0.3, marginFrom: "assumed", clvFrom: "data" });
    expect(planned({ margin: 0.5, offer: 0 }).terms).toMatchObject({
      margin: 0.5,
      marginFrom: "given",
      offer: 0,
      offerFrom: "given",
    });
  });

  it("lists those worth a contact as a file of them says it: whole, ranked, each in its part", () => {
    const { listing, members } = answer();
    expect(listing!.length).toBe(result.plan.bestLength);
    const all = Array.from(
      { length: listing!.length },
      (_, place) => listing!.line(place) as TargetingLine,
    );
    const known = result.plan.lines.slice(0, result.plan.bestLength);
    expect(all.slice(0, known.length)).toEqual(known);
    expect(all.every(({ profit }, i) => i === 0 || profit <= all[i - 1]!.profit)).toBe(true);
    const alone = all.filter(({ isLeftAlone }) => isLeftAlone).map(({ row }) => row);
    expect(alone.toSorted((a, b) => a - b)).toEqual([...members("left-alone")!]);
    const { columns } = callFile({ rank: "#", key: "key", name: "name" }, wordsIn("zh-Hans"));
    const first = all[0]!;
    expect(columns.map(({ header }) => header)).toEqual([
      "#",
      "key",
      "name",
      "预计净赚",
      "流失可能性",
      "留住值",
      "分组",
    ]);
    expect(columns.map(({ cell }) => cell(first, 1))).toEqual([
      1,
      first.key,
      first.name,
      first.profit,
      first.chance,
      first.value,
      first.isLeftAlone ? "对照，不联系" : "联系",
    ]);
  });

  it("opens those to call, those not worth it, and the first of any length", () => {
    const { members } = answer();
    expect(members("call")).toHaveLength(result.plan.bestLength);
    expect(members("not-worth")).toHaveLength(result.plan.notWorth);
    expect(members("first:7")).toHaveLength(7);
    const parts = [...members("contact")!, ...members("left-alone")!];
    expect(parts.toSorted((a, b) => a - b)).toEqual([...members("call")!]);
    expect(members("left-alone")).toHaveLength(result.plan.holdout.leftAlone);
    const drawn = result.plan.lines.filter(({ isLeftAlone }) => isLeftAlone);
    expect(drawn.every(({ row }) => members("left-alone")!.includes(row))).toBe(true);
    expect(members("first:0")).toBeNull();
    expect(members(`first:${result.plan.customers + 1}`)).toBeNull();
  });

  it("asks the churn model its own question: what both share is described alike", () => {
    const own: Readonly<Record<string, unknown>> = spec.params;
    const others: Readonly<Record<string, unknown>> = churnModel.params;
    expect(spec.shares.with).toBe(churnModel.id);
    expect([...spec.shares.params].sort()).toEqual(Object.keys(others).sort());
    for (const name of spec.shares.params) expect(own[name]).toEqual(others[name]);
  });

  it("has no plan without a churn model, and says why", () => {
    const few = { tables: customers(40), scope };
    const none = resultOf(spec, compute, few);
    expect(none.plan).toBeNull();
    expect(none.refusal).toMatchObject({ code: "few-customers", need: 50, have: 40 });
  });
});

describe("holdoutPlan", () => {
  it("gives the sizes of the textbook: 0.10 against 0.07 needs 1356 each", () => {
    // R: power.prop.test(p1 = .1, p2 = .07, power = .8)$n is 1355.3
    const plan = holdoutPlan(new Array<number>(1000).fill(0.1), 0.3, 0.1);
    expect(plan.neededEach).toBe(1356);
    expect([plan.contacted, plan.leftAlone]).toEqual([900, 100]);
    expectClose(plan.detectable!, 2.801585218 * Math.sqrt(0.09 / 900 + 0.09 / 100), { rel: 1e-8 });
  });

  it("sees nothing when nobody is left alone", () => {
    expect(holdoutPlan([0.5, 0.5], 0.3, 0).detectable).toBeNull();
    expect(holdoutPlan([], 0.3, 0.1)).toMatchObject({ leaving: 0, neededEach: null });
  });
});

const messages = { "zh-Hans": zhHans, "zh-Hant": zhHant, en };
const wordsIn = (language: (typeof LANGUAGES)[number]): Words => ({
  t: messages[language],
  format: createFormat(language),
  currency: "CNY",
});
const words = wordsIn("zh-Hans");

describe("the words of targeting", () => {
  it("say whom to call and what it brings", () => {
    const text = plainText(findings(result, words));
    expect(text).toMatch(/^先联系前\d+家，预计净赚¥/);
    expect(text).toContain("若只按流失可能性挑");
    const nobody = planned({ contact: 1e6 });
    expect(plainText(findings(nobody, words))).toContain("不建议打电话");
  });

  it("warn that high risk is not the same as worth a call, whether or not anybody is in case", () => {
    expect(cautions(result, words)[0]).toContain("风险高不等于值得联系");
    expect(cautions(result, words)).toContain(words.t.warning);
    const nobody = { ...result, plan: { ...result.plan, notWorth: 0 } };
    expect(cautions(nobody, words)[0]).toBe(words.t.notTheSame);
  });

  it("say how much hangs on a cost that nobody gave", () => {
    const said = costCaution(result, words)!;
    expect(said).toContain(`只值得联系前${result.plan.dearer!.customers}家`);
    expect(costCaution(planned({ contact: 5 }), words)).toBeNull();
  });

  it("say what was assumed, and repeat nothing that the reader set", () => {
    const lines = termLines(result, words).join("\n");
    expect(lines).toContain("假定30%");
    expect(lines).toContain("普通客户年利润的5%");
    const own = termLines(planned({ margin: 0.4, offer: 3, contact: 0.5 }), words).join("\n");
    expect(own).not.toContain("优惠：");
    expect(own).not.toContain("毛利率：");
  });

  it("read a campaign out: works, harms, or cannot be seen", () => {
    const read = (contactedLeft: number, aloneLeft: number) =>
      readoutLines(planned({ contacted: 900, contactedLeft, alone: 300, aloneLeft }), words).join(
        "",
      );
    expect(read(90, 60)).toMatch(/有用：少流失10%.*大约多留住90家/);
    expect(read(180, 30)).toContain("适得其反");
    expect(read(90, 33)).toContain("还看不出");
    expect(readoutLines(planned({ contacted: 10, contactedLeft: 11, alone: 5 }), words)).toEqual(
      [],
    );
    expect(readoutLines(result, words)).toEqual([]);
  });

  it("say what the hold-out can show", () => {
    expect(holdoutLines(result, words)).toHaveLength(2);
    expect(holdoutLines(planned({ holdout: 0 }), words).at(-1)).toBe(words.t.holdout.none);
  });

  it("are whole in every language, and the chart starts from nobody", () => {
    for (const language of LANGUAGES) {
      const all = wordsIn(language);
      const lines = [
        plainText(findings(result, all)),
        ...howLines(result, all),
        ...holdoutLines(result, all),
        ...termLines(result, all),
        ...readoutLines(planned({ contacted: 90, alone: 10, aloneLeft: 5 }), all),
      ];
      for (const line of lines) expect(line).not.toMatch(/undefined|NaN|null/);
    }
    const view = curveView(result, words);
    expect(view.line[0]).toEqual({ x: 0, profit: 0, byChance: 0 });
    expect(view.best!.x).toBe(result.plan.bestLength);
    expect(curveTwin(result, words).rows).toHaveLength(result.plan.points.length);
  });
});
