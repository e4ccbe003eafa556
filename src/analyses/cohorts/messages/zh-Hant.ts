import { grouped } from "../../../i18n/number-words";
import type { CohortsMessages } from "./zh-Hans";
export default {
  name: "同期群",
  refusals: { "no-orders": "截止日之前沒有銷售紀錄。" },
  finding: (p) => `新客在下一期再次購買的占${p.share}（${p.interval}，n = ${grouped(p.n)}）。`,
  nothing: "還沒有一個完整的期間。",
  grain: "期間",
  grains: { month: "月", quarter: "季" },
  reading: "讀法",
  readings: { exact: "當期有購買", orLater: "當期或以後有購買" },
  title: "新客留得住嗎？",
  sub: (p) =>
    `${grouped(p.cohorts)}個同期群，${grouped(p.customers)}家新客，截至${p.asOf}；少於${grouped(p.small)}家的顏色減淡，未完的期間帶*號。`,
  description: "每個同期群在其後各期的留存率熱圖。",
  how: "按首次購買的期間把客戶分群，看第幾期之後仍有購買的比例；區間為95%信賴區間（Wilson）。合計只用該期已結束的同期群。",
  running: "未完",
  cohort: "同期群",
  size: "客戶數",
  offset: "第幾期",
  retained: "留存客戶",
  retention: "留存率",
  interval: "區間",
  sales: "銷售額",
  pooled: "合計",
} satisfies CohortsMessages;
