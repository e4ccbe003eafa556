import { grouped } from "../../../i18n/number-words";

const messages = {
  name: "客户生命周期",
  refusals: { "no-orders": "截止日之前没有销售记录。" },
  finding: (p: {
    period: string;
    opening: number;
    added: number;
    wonBack: number;
    lost: number;
    closing: number;
  }) =>
    `${p.period}：期初${grouped(p.opening)}家，新增${grouped(p.added)}家，赢回${grouped(p.wonBack)}家，沉睡${grouped(p.lost)}家，期末${grouped(p.closing)}家。`,
  nothing: "还没有一个完整的期间。",
  grain: "期间",
  grains: { month: "月", quarter: "季", days: "30天窗口" },
  ledger: {
    title: "客户怎样来、怎样走？",
    sub: (p: { customers: number; asOf: string }) =>
      `${grouped(p.customers)}家客户，截至${p.asOf}；斜线表示未完的期间。`,
    description: "每期新客和赢回向上、沉睡向下的柱图。",
    how: "有销售即为活跃。新客：首次购买在本期；赢回：本期买、上期没买、以前买过；沉睡：上期买、本期没买。期初＋新客＋赢回－沉睡＝期末；金额另有增购与减购，精确到分。",
    period: "期间",
    opening: "期初",
    new: "新客",
    wonBack: "赢回",
    lost: "沉睡",
    closing: "期末",
    running: "未完",
    openingSales: "期初金额",
    newSales: "新客金额",
    wonBackSales: "赢回金额",
    growth: "增购",
    shrink: "减购",
    lostSales: "沉睡金额",
    closingSales: "期末金额",
  },
  stages: {
    title: "客户处在哪个阶段？",
    sub: (p: { lapse: string; retain: number; before: string }) =>
      `超过${p.lapse}没有下单算沉睡、待赢回；下过单${grouped(p.retain)}天起算保留。上一列是${p.before}。`,
    names: { none: "尚未成交", acquire: "获客", develop: "发展", retain: "保留", winback: "赢回" },
    stage: "阶段",
    customers: "客户",
    before: "之前",
    sales: "销售额",
  },
  flow: {
    title: "谁换了阶段？",
    sub: (p: { before: string; asOf: string }) => `从${p.before}到${p.asOf}。`,
    from: "从",
    to: "到",
    customers: "客户",
  },
};
export type LifecycleMessages = typeof messages;
export default messages;
