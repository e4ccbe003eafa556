import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../domain/field";
import { createFormat } from "../../i18n/format";
import {
  bandOf,
  driftText,
  driftTwin,
  driftView,
  lastAucText,
  lastSub,
  learntSub,
} from "./drift-view";
import en from "./messages/en";
import zhHans from "./messages/zh-Hans";
import zhHant from "./messages/zh-Hant";
import type { CustomerDrift, LastRun } from "./spec";
import type { Modelled, Words } from "./view-model";

const messages = { "zh-Hans": zhHans, "zh-Hant": zhHant, en };
const wordsIn = (language: (typeof LANGUAGES)[number]): Words => ({
  t: messages[language],
  format: createFormat(language),
  currency: "CNY",
  columnName: (id) => `<${id}>`,
  isFlag: () => false,
});
const words = wordsIn("zh-Hans");
const sure = { bins: 10, p: 1e-9 };

const DRIFT: CustomerDrift = {
  before: 900,
  now: 1000,
  chance: { index: 0.05, ...sure },
  features: [
    { id: "recency", from: "orders", index: 0.31, ...sure },
    { id: "attr:plan", from: "column", index: 0.14, ...sure },
    { id: "attr:few", from: "column", index: 0.12, bins: 10, p: 0.2 },
    { id: "tenure", from: "orders", index: 0.9, ...sure },
  ],
};
const LAST: LastRun = {
  asOfDay: 20_270,
  n: 900,
  events: 100,
  model: "trees",
  auc: { value: 0.8, low: 0.78, high: 0.82 },
  slope: 1,
  aucP: 0.4,
  drift: DRIFT,
};
const RESULT = {
  card: {
    chosen: "trees",
    split: { kind: "time", trainDay: 20_000, testDay: 20_100 },
    models: [{ kind: "trees", auc: { value: 0.75, low: 0.72, high: 0.78 }, slope: 0.91 }],
  },
} as unknown as Modelled;

describe("bandOf", () => {
  it("draws the lines at 0.1 and 0.25, and calls nothing a change that luck does as well", () => {
    const bands = [0, 0.0999, 0.1, 0.2499, 0.25, 3].map((index) => bandOf({ index, ...sure }));
    expect(bands).toEqual(["steady", "steady", "some", "some", "far", "far"]);
    expect(bandOf({ index: 0.4, bins: 10, p: 0.05 })).toBe("luck");
  });
});

describe("driftText", () => {
  it("says how the chances stand, and names what has moved", () => {
    expect(driftText(DRIFT, words)).toBe(
      "可能性的分布稳定（PSI 0.05）。变化明显：距上次下单 0.31。有些变化：<attr:plan> 0.14。",
    );
    const still = { ...DRIFT, features: DRIFT.features.slice(2) };
    expect(driftText(still, words)).toContain("各项特征都没有分得出的变化。");
  });

  it("counts what it does not name", () => {
    const many = Array.from({ length: 7 }, (_, i) => ({ ...DRIFT.features[1]!, id: `attr:${i}` }));
    expect(driftText({ ...DRIFT, features: many }, words)).toContain("另有3项");
  });
});

describe("lastAucText", () => {
  it("tells two models apart only beyond chance", () => {
    expect(lastAucText(LAST, RESULT, words)).toBe(
      "AUC上次0.800 (0.780–0.820)，这次0.750 (0.720–0.780)：分不出高下（p=0.4）。校准斜率上次1.00，这次0.91（1最好）。",
    );
    expect(lastAucText({ ...LAST, slope: null }, RESULT, words)).not.toContain("校准斜率");
    expect(lastAucText({ ...LAST, aucP: 0.01 }, RESULT, words)).toContain("不如上次准");
    const weak = { ...LAST, aucP: 0.01, auc: { value: 0.6, low: 0.5, high: 0.7 } };
    expect(lastAucText(weak, RESULT, words)).toContain("比上次准");
  });
});

describe("the pictures of change", () => {
  it("hold every property in the table, the chances first, and name their reading", () => {
    const { rows } = driftTwin(DRIFT, words);
    expect(rows).toHaveLength(5);
    expect(rows[0]?.[0]).toBe("流失可能性");
    expect(rows.map((row) => row[2])).toEqual([
      "稳定",
      "变化明显",
      "有些变化",
      "可能是碰巧",
      "随时间增长",
    ]);
    // What grows by itself is in the table only: beside it nothing else could be read.
    expect(driftView(DRIFT, words).bars.map(({ band }) => band)).toEqual(["far", "some", "luck"]);
  });

  it("name no day where the data have none", () => {
    expect(lastSub(LAST, RESULT, words)).toContain("上一批数据截至2025年7月1日");
    expect(lastSub({ ...LAST, asOfDay: 0 }, RESULT, words)).toContain("上一批数据：用了900家");
  });

  it("are said in every language", () => {
    for (const language of LANGUAGES) {
      const all = wordsIn(language);
      for (const text of [learntSub(DRIFT, RESULT, all), lastSub(LAST, RESULT, all)]) {
        expect(text).not.toMatch(/undefined|NaN|\[object/);
        expect(text).toContain("PSI");
      }
    }
  });
});
