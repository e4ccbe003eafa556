import { describe, expect, it } from "vitest";
import { createFormat } from "../../../i18n/format";
import zhHans from "../../../i18n/locales/zh-Hans";
import { analysis } from "../../../i18n/locales/zh-Hans/analysis";
import { epochDay } from "../../../kernel/base/calendar";
import type { CustomerChange, CustomerStanding } from "../../../queries/types";
import { scoreChanges, type ChangeSight } from "./score-changes";

const sight: ChangeSight = {
  t: { ...zhHans, analysis },
  format: createFormat("zh-Hans"),
  currency: "CNY",
};
const standing: CustomerStanding = {
  asOfDay: epochDay(20000),
  periodSales: 100,
  everSales: 100,
  everOrderDays: 3,
  recencyDays: 10,
  grade: "b",
  rfm: "333",
  segment: "needs-attention",
  stage: "develop",
};
const rowsFor = (now: Partial<CustomerStanding>, before: Partial<CustomerStanding> = {}) => {
  const change: Extract<CustomerChange, { kind: "known" }> = {
    kind: "known",
    importedAtMs: 0,
    newLines: 0,
    newSales: 0,
    before: { ...standing, ...before },
    now: { ...standing, ...now },
  };
  return new Map(scoreChanges(change, sight).map((row) => [row.id, row]));
};

describe("scoreChanges", () => {
  it("has every score, and no reason for what stayed", () => {
    const rows = [...rowsFor({}).values()];
    expect(rows.map(({ id }) => id)).toEqual([
      "grade",
      "recency",
      "frequency",
      "money",
      "segment",
      "stage",
    ]);
    expect(rows.every(({ why, hasChanged }) => why === "" && !hasChanged)).toBe(true);
  });

  it("tells what the customer did apart from what others did", () => {
    const own = rowsFor({ rfm: "533", recencyDays: 2, grade: "a", periodSales: 900 });
    expect(own.get("recency")).toMatchObject({ before: "3", now: "5", direction: 1 });
    expect(own.get("recency")!.why).toContain("又下了单");
    expect(own.get("grade")!.why).toBe("本期销售额从¥100到¥900");
    const others = rowsFor({ rfm: "332", everSales: 120, grade: "a", periodSales: 80 });
    expect(others.get("money")!.why).toContain("别的客户更好");
    expect(others.get("grade")!.why).toContain("别的客户退了");
    const silent = rowsFor({ rfm: "133", recencyDays: 90, segment: "at-risk" });
    expect(silent.get("recency")).toMatchObject({ direction: -1 });
    expect(silent.get("recency")!.why).toContain("没有新的下单");
    expect(silent.get("segment")!.why).toBe("最近R的分变了");
  });

  it("says how a customer came into its stage", () => {
    expect(rowsFor({ stage: "winback" }).get("stage")!.why).toBe("太久没有再买");
    expect(rowsFor({ stage: "retain" }, { stage: "winback" }).get("stage")!.why).toContain(
      "又买了",
    );
    expect(rowsFor({}, { stage: null, rfm: null }).get("stage")).toMatchObject({ before: "–" });
  });
});
