import { grouped } from "../../../i18n/number-words";
import type { LifecycleMessages } from "./zh-Hans";
export default {
  name: "客戶生命週期",
  refusals: { "no-orders": "截止日之前沒有銷售紀錄。" },
  finding: (p) =>
    `${p.period}：期初${grouped(p.opening)}家，新增${grouped(p.added)}家，贏回${grouped(p.wonBack)}家，沉睡${grouped(p.lost)}家，期末${grouped(p.closing)}家。`,
  nothing: "還沒有一個完整的期間。",
  grain: "期間",
  grains: { month: "月", quarter: "季", days: "30天區間" },
  ledger: {
    title: "客戶怎樣來、怎樣走？",
    sub: (p) => `${grouped(p.customers)}家客戶，截至${p.asOf}；斜線表示未完的期間。`,
    description: "每期新客和贏回向上、沉睡向下的長條圖。",
    how: "有銷售即為活躍。新客：首次購買在本期；贏回：本期買、上期沒買、以前買過；沉睡：上期買、本期沒買。期初＋新客＋贏回－沉睡＝期末；金額另有增購與減購，精確到分。",
    period: "期間",
    opening: "期初",
    new: "新客",
    wonBack: "贏回",
    lost: "沉睡",
    closing: "期末",
    running: "未完",
    openingSales: "期初金額",
    newSales: "新客金額",
    wonBackSales: "贏回金額",
    growth: "增購",
    shrink: "減購",
    lostSales: "沉睡金額",
    closingSales: "期末金額",
  },
  stages: {
    title: "客戶處在哪個階段？",
    sub: (p) =>
      `超過${p.lapse}沒有下單算沉睡、待贏回；下過單${grouped(p.retain)}天起算保留。上一欄是${p.before}。`,
    names: { none: "尚未成交", acquire: "開發", develop: "發展", retain: "維繫", winback: "贏回" },
    stage: "階段",
    customers: "客戶",
    before: "之前",
    sales: "銷售額",
  },
  flow: {
    title: "誰換了階段？",
    sub: (p) => `從${p.before}到${p.asOf}。`,
    from: "從",
    to: "到",
    customers: "客戶",
  },
} satisfies LifecycleMessages;
