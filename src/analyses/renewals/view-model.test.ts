import { describe, expect, it } from "vitest";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import en from "./messages/en";
import zh from "./messages/zh-Hans";
import type { RenewalsResult, RenewalStep } from "./spec";
import { cautions, findings, howLines, rateTwin, rateView, type Words } from "./view-model";

const chinese: Words = { t: zh, format: createFormat("zh-Hans"), currency: "CNY" };
const english: Words = { t: en, format: createFormat("en"), currency: "CNY" };

const step = (renewal: number, asked: number, kept: number): RenewalStep => ({
  renewal,
  asked,
  kept,
  rate: kept / asked,
  low: kept / asked - 0.03,
  high: kept / asked + 0.03,
  expected: kept / asked,
  staying: 0.5,
  expectedStaying: 0.5,
});

const answered: RenewalsResult = {
  kind: "answered",
  headline: {
    customers: 200,
    lost: 60,
    alpha: 0.7,
    beta: 1.2,
    logLikelihood: -321.5,
    retention1: 0.7,
    retentionNext: 0.9,
    residualValue: 1e6,
  },
  gap: null,
  period: "year",
  discount: 0.1,
  customers: 200,
  lost: 60,
  staying: 140,
  notAsked: 12,
  leftOut: 3,
  steps: [step(1, 188, 132), step(2, 100, 85), step(3, 40, 36), step(4, 9, 9)],
  model: {
    alpha: 0.7,
    beta: 1.2,
    logLikelihood: -321.5,
    quality: "exact",
    alphaError: 0.1,
    betaError: 0.2,
  },
  check: { asked: 150, expected: 131, low: 123.4, high: 138.6, kept: 130 },
  value: { total: 1e6, low: 9e5, high: 1.1e6, customers: 138, withoutFee: 2 },
  atStake: [],
};

describe("findings", () => {
  it("tells the first rate, the latest that enough were asked for, and what is still to come", () => {
    expect(plainText(findings(answered, chinese))).toBe(
      "200家合同客户，第一次到期时续约的有70%（95%区间67.2–73.2%）。续过2次的，下一次续约的有90%：容易走的先走了，留下的更稳，并不是谁变得更忠诚。现有138家从下次续约起，预计还会带来¥100万（95%区间¥90万–¥110万）。",
    );
    expect(plainText(findings(answered, english))).toContain("After 2 renewals it is 90%");
  });

  it("claims no rise that the first rate's interval allows", () => {
    const flat = { ...answered, steps: [step(1, 188, 132), step(2, 100, 71)] };
    expect(plainText(findings(flat, chinese))).not.toContain("续过");
  });

  it("says what is missing where there is nothing to tell", () => {
    const none: RenewalsResult = { ...answered, gap: "no-contracts", steps: [], value: null };
    expect(plainText(findings(none, chinese))).toContain("没有合同表");
    expect(cautions(none, chinese)).toEqual([]);
  });
});

describe("cautions", () => {
  it("says when the renewals since went against the model, and how", () => {
    expect(cautions(answered, chinese)).toEqual([]);
    const worse = { ...answered, check: { ...answered.check!, kept: 110 } };
    expect(cautions(worse, chinese).join("")).toContain("偏乐观");
    const better = { ...answered, check: { ...answered.check!, kept: 145 } };
    expect(cautions(better, english).join("")).toContain("cautious side");
  });

  it("gives the reason where renewals are shown without a model", () => {
    const few: RenewalsResult = { ...answered, gap: "few-customers", customers: 12, model: null };
    expect(cautions(few, chinese).join("")).toContain("只有12家");
  });
});

describe("rateView and rateTwin", () => {
  it("have every renewal, each opening those who were asked", () => {
    const { points } = rateView(answered, chinese);
    expect(points.map(({ cell }) => cell)).toEqual(["asked:1", "asked:2", "asked:3", "asked:4"]);
    expect(points[0]?.rows.map(({ value }) => value)).toContain("132 / 188");
    const twin = rateTwin(answered, chinese);
    expect(twin.rows[0]).toHaveLength(twin.columns.length);
  });
});

describe("howLines", () => {
  it("gives the parameters, the check and whom the total leaves out", () => {
    const lines = howLines(answered, chinese).join("");
    expect(lines).toContain("α = 0.7");
    expect(lines).toContain("预计150家中131家续约，实际130家");
    expect(lines).toContain("另有2家");
    expect(lines).toContain("12家还没有到过期");
  });
});
