import { describe, expect, it } from "vitest";
import { createFormat } from "../../../../i18n/format";
import en from "../../../../i18n/locales/en";
import { analysis as enAnalysis } from "../../../../i18n/locales/en/analysis";
import zhHans from "../../../../i18n/locales/zh-Hans";
import { analysis as zhAnalysis } from "../../../../i18n/locales/zh-Hans/analysis";
import { cellWords } from "./cell-words";

const chinese = (cell: string) =>
  cellWords({ t: { ...zhHans, analysis: zhAnalysis }, format: createFormat("zh-Hans") }, cell);
const english = (cell: string) =>
  cellWords({ t: { ...en, analysis: enAnalysis }, format: createFormat("en") }, cell);

describe("cellWords", () => {
  it("says which customers are behind a mark", () => {
    expect(chinese("grade:a")).toBe("A类客户");
    expect(chinese("segment:at-risk")).toBe("RFM分群“有流失风险”");
    expect(chinese("segment:at-risk+cannot-lose")).toBe("RFM分群“有流失风险和不能失去”");
    expect(chinese("segment:312")).toBe("RFM分群“R3F1M2格”");
    expect(chinese("cell:5-4")).toBe("最近5分、频率4分的客户");
    expect(chinese("flow:none:acquire")).toBe("阶段从“尚未成交”到“获客”的客户");
  });

  it("says what is to come of customers", () => {
    expect(chinese("alive:6")).toBe("仍在购买的概率为60%–70%的客户");
    expect(chinese("grid:a:c")).toBe("现在A类 → 将来C类");
    expect(english("falling")).toBe("customers that were grade A and will not be");
    expect(chinese("month:2025-11")).toBe("2025年11月下单的客户");
    expect(chinese("cluster:0")).toBe("行为分群第1群的客户");
    expect(chinese("basket-rule:0")).toBe("第1对搭配两样都买的客户");
    expect(chinese("bridge:won-back")).toBe("销售增减中“赢回”的客户");
    expect(chinese("bridge-factor:price")).toBe("“每件金额”有变动的客户");
    expect(chinese("bridge-cell:0:1")).toBe("销售增减表第1行第2列的客户");
    expect(chinese("basket-offers")).toBe("有商品可推荐的客户");
    expect(chinese("product-phase:decline")).toBe("近12个月买过“衰退”商品的客户");
    expect(chinese("product-exposed:0")).toBe("依赖所选衰退商品的客户");
    expect(chinese("product-adoption:new:no")).toBe("新客户中还没买新品的");
    expect(chinese("next:overdue")).toBe("下次下单“逾期”的客户");
    expect(chinese("stage-move:none:acquire")).toBe("上一个时段从“新来的”到“获客”的客户");
    expect(chinese("stage-now:retain")).toBe("现在处于“保留”的客户");
    expect(chinese("next-week:-2")).toBe("预计下单在“晚2周”的客户");
    expect(chinese("grid:a:x")).toBe("图上所选的客户（grid:a:x）");
  });

  it("says who earns, who loses and why, and who is served too much", () => {
    expect(chinese("campaign:a-1:alone")).toBe("一次行动里留作对照的客户");
    expect(chinese("campaign:a-1:x")).toBe("图上所选的客户（campaign:a-1:x）");
    expect(chinese("loss")).toBe("亏损的客户");
    expect(chinese("loss:late")).toBe("主要因“拖欠货款”亏损的客户");
    expect(english("loss:goods")).toBe("customers in loss mainly by goods sold below cost");
    expect(chinese("level:high:low")).toBe("利润高·潜力低");
    expect(chinese("over-served")).toBe("服务过多的客户");
    expect(chinese("loss:toString")).toBe("图上所选的客户（loss:toString）");
    expect(chinese("level:high:x")).toBe("图上所选的客户（level:high:x）");
  });

  it("names the period of a mark", () => {
    expect(chinese("ledger:2025-Q4:lost")).toBe("2025年第4季度沉睡的客户");
    expect(english("ledger:2025-Q4:lost")).toBe("customers gone quiet in Q4 2025");
    expect(chinese("state:2025-11:wonBack")).toBe("2025年11月赢回的客户");
    expect(chinese("state:2025-11-01~2025-11-30:new")).toBe("2025/11/1–2025/11/30新增的客户");
    expect(chinese("cohort:2025-03:0")).toBe("2025年3月首次购买的客户");
    expect(chinese("cohort:2025-03:3")).toBe("2025年3月首次购买、3个月后还在买的客户");
    expect(english("cohort:2025-Q1:1")).toBe(
      "first-time buyers of Q1 2025 who buy 1 quarter later",
    );
  });

  it("names a foreign cell by its id and takes no word from the prototype", () => {
    expect(chinese("x:y")).toBe("图上所选的客户（x:y）");
    expect(chinese("state:2025-11:toString")).toBe("图上所选的客户（state:2025-11:toString）");
    expect(chinese("ledger:7:lost")).toBe("图上所选的客户（ledger:7:lost）");
    expect(chinese("segment:constructor")).toBe("RFM分群“constructor”");
  });
});
