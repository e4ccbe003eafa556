import { describe, expect, it } from "vitest";
import { resultOf } from "../../../tests/support/answers";
import { floatColumn, scopeOf, textColumn } from "../../../tests/support/tables";
import { LANGUAGES } from "../../domain/field";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import { seededRng } from "../../kernel/base/rng";
import type { Column } from "../../kernel/table/column";
import type { Input } from "../define";
import compute from "./compute";
import en from "./messages/en";
import zhHans from "./messages/zh-Hans";
import zhHant from "./messages/zh-Hant";
import { binsTwin, calibrationView, gainsTwin, gainsView, weightsView } from "./risk-view";
import spec from "./spec";
import { riskFile, whyText } from "./list-view";
import {
  cardLines,
  cautions,
  findings,
  howLines,
  isModelled,
  leftOutLines,
  modelRows,
  reasonText,
  refusalText,
  type Modelled,
  type Words,
} from "./view-model";

const messages = { "zh-Hans": zhHans, "zh-Hant": zhHant, en };
const wordsIn = (language: (typeof LANGUAGES)[number]): Words => ({
  t: messages[language],
  format: createFormat(language),
  currency: "CNY",
  columnName: (id) => `<${id}>`,
  isFlag: (id) => id === "attr:flag",
});
const words = wordsIn("zh-Hans");

function customers(n: number): Input {
  const rng = seededRng(3);
  const plan = Array.from({ length: n }, () => (rng.next() < 0.5 ? "月付" : "年付"));
  const flag = Array.from({ length: n }, () => (rng.next() < 0.3 ? 1 : 0));
  const left = plan.map((one, i) =>
    rng.next() < (one === "月付" ? 0.5 : 0.1) + 0.2 * flag[i]! ? 1 : 0,
  );
  const columns: Record<string, Column> = {
    key: textColumn(plan.map((_, i) => `K${i}`)),
    hasChurned: floatColumn(left),
    monthlyFee: floatColumn(plan.map(() => 10)),
    "attr:plan": textColumn(plan),
    "attr:flag": floatColumn(flag),
    "attr:same": floatColumn(flag.map(() => 1)),
  };
  return {
    orders: { rowCount: 0, columns: new Map() },
    customers: { rowCount: n, columns: new Map(Object.entries(columns)) },
  };
}

const resultFor = (n: number, params = {}) =>
  resultOf(spec, compute, { tables: customers(n), scope: scopeOf("2025-12-31"), params });
const modelled = (n: number, params = {}): Modelled => {
  const found = resultFor(n, params);
  if (!isModelled(found)) throw new Error(`refused: ${found.refusal!.code}`);
  return found;
};
const result = modelled(1200);

describe("findings", () => {
  it("say how many will leave, how many are at risk, and how well it was tested", () => {
    const text = plainText(findings(result, words));
    expect(text).toMatch(/^现有\d+家客户，按这个模型大约会流失\d+家。/);
    expect(text).toContain("没见过的300家客户检验");
  });

  it("are whole sentences in every language", () => {
    for (const language of LANGUAGES) {
      const all = wordsIn(language);
      const lines = [
        plainText(findings(result, all)),
        ...cardLines(result, all),
        ...howLines(result, all),
      ];
      for (const line of lines) expect(line).not.toMatch(/undefined|NaN|null/);
    }
  });
});

describe("reasons", () => {
  it("name the word of the customer, and yes or no for a flag", () => {
    const [first] = result.list.lines;
    expect(reasonText(first!, result.card, words)).toContain("<attr:plan>：月付");
    expect(reasonText(first!, result.card, words)).toContain("<attr:flag>：是");
    const nothing = { ...first!, reasons: [] };
    expect(reasonText(nothing, result.card, words)).toBe(words.format.dash);
  });

  it("say behaviour in sentences, and what is not known of it", () => {
    const card = {
      ...result.card,
      features: [
        { id: "recency", from: "orders", weight: 1 },
        { id: "rhythm", from: "orders", weight: 1 },
      ] as const,
    };
    const line = {
      ...result.list.lines[0]!,
      reasons: [
        { feature: 0, part: 2, value: 40 },
        { feature: 1, part: 1, value: null },
        { feature: 0, part: -1, value: 3 },
      ],
    };
    expect(reasonText(line, card, words)).toBe("已40天没下单；只下过一天单，看不出间隔");
  });
});

describe("the model card", () => {
  it("puts the model that is used first and says so", () => {
    const rows = modelRows(result.card, words);
    expect(rows).toHaveLength(2);
    expect(rows[0]!.kind).toBe(result.card.chosen);
    expect(rows[0]!.name).toContain("（采用）");
  });

  it("names what was left out, together by reason", () => {
    expect(leftOutLines(result, words)).toEqual(["未用：<attr:same>和<monthlyFee>，只有一个值。"]);
  });

  it("warns of a model that is hardly better than chance or too bold", () => {
    const [one, other] = result.card.models;
    const weak = { ...one!, auc: { value: 0.6, low: 0.55, high: 0.65 }, slope: 0.4 };
    const card = { ...result.card, chosen: weak.kind, models: [weak, other!] };
    expect(cautions({ ...result, card }, words)).toEqual([
      words.t.cautions.weak({ auc: "0.6" }),
      words.t.cautions.bold,
    ]);
    expect(cautions(result, words)).toEqual([]);
    const good = { ...one!, auc: { value: 0.99, low: 0.98, high: 1 } };
    expect(
      cautions({ ...result, card: { ...result.card, chosen: good.kind, models: [good] } }, words),
    ).toEqual([words.t.cautions.tooGood({ auc: "0.99", name: "<attr:plan>" })]);
    const groups = result.card.groups.map((group, i) =>
      i < 3 ? { ...group, meanChance: group.high + 0.01 } : group,
    );
    expect(cautions({ ...result, card: { ...result.card, groups } }, words)).toEqual([
      words.t.cautions.off({ groups: 3, of: groups.length }),
    ]);
  });

  it("says of how much it speaks where twice the average would be more than can be", () => {
    const said = (from: number): string => {
      const list = { ...result.list, expected: 0.4 * result.list.customers };
      return plainText(
        findings({ ...result, list: { ...list, atRisk: { ...list.atRisk, from } } }, words),
      );
    };
    expect(said(0.8)).toContain("至少是平均的两倍");
    expect(said(0.5)).toContain("的可能性不低于50%");
  });

  it("says what is needed and what is there when there is no model", () => {
    const none = resultFor(60);
    expect(isModelled(none)).toBe(false);
    expect(refusalText(none.refusal!, words)).toMatch(/需要至少\d+家/);
  });
});

describe("the charts", () => {
  it("draw gains from nothing to all, and every dot and column opens its customers", () => {
    const gains = gainsView(result.card, words);
    expect(gains.line[0]).toEqual({ x: 0, y: 0 });
    expect(gains.stops.at(-1)).toMatchObject({ x: 1, y: 1, cell: "held:100" });
    const dots = calibrationView(result.card, words);
    expect(dots.dots.map(({ cell }) => cell)).toContain("tested:9");
    expect(dots.most).toBeLessThanOrEqual(1);
    expect(weightsView(result.card, words).bars[0]!.name).toBe("<attr:plan>");
    expect(gainsTwin(result.card, words).rows).toHaveLength(result.card.gains.length);
    expect(binsTwin(result.list, words).rows).toHaveLength(10);
  });
});

describe("the file of the risk list", () => {
  it("says of each customer its chance, whether that is high, its money, and the reasons in words", () => {
    const found = resultOf(spec, compute, {
      tables: customers(1200),
      scope: scopeOf("2025-12-31"),
    });
    if (!isModelled(found)) throw new Error("refused");
    const shared = { rank: "名次", key: "标识", name: "名称", yes: "是", no: "否" };
    const { columns } = riskFile(found, shared, words);
    expect(columns.map(({ header }) => header)).toEqual([
      "名次",
      "标识",
      "名称",
      "流失可能性",
      "高风险",
      "年金额",
      "预计损失",
      "推高可能性的原因",
    ]);
    const first = found.list.lines[0]!;
    const isHigh = first.chance >= found.list.atRisk.from;
    expect(columns.map(({ cell }) => cell(first, 1))).toEqual([
      1,
      first.key,
      first.name,
      first.chance,
      isHigh ? "是" : "否",
      120,
      first.chance * 120,
      reasonText(first, found.card, words),
    ]);
    const plain = { ...first, reasons: [], year: null, atStake: null, chance: 0 };
    expect(columns.slice(3).map(({ cell }) => cell(plain, 2))).toEqual([0, "否", null, null, null]);
    expect(whyText(first, found, words)).toMatch(/^流失可能性[\d.]+%：/);
    expect(whyText(plain, found, words)).toBe("流失可能性0%");
  });
});
