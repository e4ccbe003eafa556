import { describe, expect, it } from "vitest";
import { journeyStep } from "./journey-words";

describe("journeyStep", () => {
  it("places the usual touchpoints of three languages in the order in which customers meet them", () => {
    const ways = [
      [
        "官网",
        "售前咨询",
        "在线下单",
        "付款",
        "送货",
        "安装",
        "对账开票",
        "售后服务",
        "退换货",
        "投诉处理",
        "续约",
      ],
      ["門店", "諮詢", "訂購", "支付", "配送", "安裝", "帳單", "維修", "退貨", "客訴", "回購"],
      [
        "website",
        "quotation",
        "order",
        "payment",
        "delivery",
        "installation",
        "invoice",
        "after-sales service",
        "returns",
        "complaints",
        "renewal",
      ],
    ];
    for (const way of ways) {
      const steps = way.map((name) => journeyStep(name));
      expect(steps).not.toContain(null);
      expect(steps).toEqual([...new Set(steps)].toSorted((a, b) => Number(a) - Number(b)));
    }
  });

  it("does not place what no word names", () => {
    expect(journeyStep("甲处")).toBeNull();
    expect(journeyStep("")).toBeNull();
  });
});
