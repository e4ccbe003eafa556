import { grouped } from "../../../i18n/number-words";

const messages = {
  name: "同期群",
  refusals: { "no-orders": "截止日之前没有销售记录。" },
  finding: (p: { share: string; interval: string; n: number }) =>
    `新客在下一期再次购买的占${p.share}（${p.interval}，n = ${grouped(p.n)}）。`,
  nothing: "还没有一个完整的期间。",
  grain: "期间",
  grains: { month: "月", quarter: "季" },
  reading: "读法",
  readings: { exact: "当期有购买", orLater: "当期或以后有购买" },
  title: "新客留得住吗？",
  sub: (p: { cohorts: number; customers: number; asOf: string; small: number }) =>
    `${grouped(p.cohorts)}个同期群，${grouped(p.customers)}家新客，截至${p.asOf}；少于${grouped(p.small)}家的颜色减淡，未完的期间带*号。`,
  description: "每个同期群在其后各期的留存率热力图。",
  how: "按首次购买的期间把客户分群，看第几期之后仍有购买的比例；区间为95%置信区间（Wilson）。合计只用该期已结束的同期群。",
  running: "未完",
  cohort: "同期群",
  size: "客户数",
  offset: "第几期",
  retained: "留存客户",
  retention: "留存率",
  interval: "区间",
  sales: "销售额",
  pooled: "合计",
};
export type CohortsMessages = typeof messages;
export default messages;
