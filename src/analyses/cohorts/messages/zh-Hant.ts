import { grouped } from "../../../i18n/number-words";
import type { CohortsMessages } from "./zh-Hans";

const NEXT = { month: "下個月", quarter: "下一季" } as const;
const LATER = { exact: "", orLater: "或以後" } as const;

const span = (p: { offset: number; grain: "month" | "quarter" }): string =>
  `${p.offset}${p.grain === "month" ? "個月" : "季"}`;

export default {
  name: "同期群",
  refusals: { "no-orders": "截止日之前沒有銷售紀錄。" },
  finding: (p) =>
    `新客中有${p.share}在${NEXT[p.grain]}${LATER[p.reading]}再次購買（95%區間${p.interval}，共${grouped(p.n)}家）。`,
  findingFew: (p) =>
    `只有${grouped(p.n)}家新客等到了${NEXT[p.grain]}，其中${grouped(p.back)}家${p.reading === "exact" ? "當時" : "當時或以後"}再次購買；家數太少，說不出比例。`,
  findingAt: (p) => `${p.offset}${p.grain === "month" ? "個月" : "季"}後${p.share}`,
  findingLater: (p) => `${p.later.join("，")}。`,
  findingSmall: (p) =>
    `每個同期群都不到${grouped(p.small)}家，單格會跳動，請看「平均」一列${p.grain === "month" ? "，或改按季看" : ""}。`,
  nothing: "還沒有新客走完一個完整的期間。",
  grain: "期間",
  grains: { month: "月", quarter: "季" },
  measure: "看什麼",
  measures: { heads: "家數", money: "金額" },
  reading: "讀法",
  readings: { exact: "當期有購買", orLater: "當期或以後有購買" },
  smallBelow: "少於多少家算小群",
  customerUnit: "家",
  title: "新客留得住嗎？",
  titleMoney: "新客的金額留得住嗎？",
  sub: (p) => `${grouped(p.cohorts)}個同期群，${grouped(p.customers)}家新客，截至${p.asOf}。`,
  subHeads: {
    exact: "格中是在那一期購買的客戶占比。",
    orLater: "格中是在那一期或以後購買的客戶占比。",
  },
  subNet: "已扣除退貨：每筆退貨從它之前最近一次購買中扣除。",
  subMoney: "格中是那一期的銷售額相當於首期的百分之幾。",
  subSmall: (p) => `不到${grouped(p.small)}家的群顏色減淡。`,
  subRunning: "斜線和*號是未完的期間。",
  description: "每個同期群在其後各期的留存率熱圖，第一列是平均。",
  how: [
    "按首次購買的期間把客戶分成同期群，看第幾期之後還有多少客戶購買。",
    "區間為95%信賴區間（Wilson）：家數越少，區間越寬。",
    "「平均」把各群的客戶合在一起算，只用那一期已經結束的同期群；小群按家數計入。",
    "資料的第一個同期群裡可能有舊客，通常留得最好。",
    "金額是整個群的：一家大客戶就能撐起來，請和家數對照著看。",
  ],
  older: (p) => `另有${grouped(p.customers)}家首次購買早於本期間，不在表中。`,
  after: (p) => `${p.offset}${p.grain === "month" ? "個月" : "季"}後`,
  running: "未完",
  first: "資料的第一期，可能含舊客",
  small: "家數少，僅供參考",
  cohort: "同期群",
  cohorts: "同期群數",
  size: "客戶數",
  sizeShort: "家數",
  offset: "第幾期",
  retained: "留存客戶",
  retention: "留存率",
  interval: "95%區間",
  low: "區間下限",
  high: "區間上限",
  sales: "銷售額",
  salesRatio: "相當於首期",
  pooled: "平均",
  by: "按什麼分群",
  byNone: "首次購買的期間",
  yes: "是",
  no: "否",
  rest: (p) => `其他（${grouped(p.values)}種）`,
  missing: "沒有填寫",
  titleBy: (p) => `按「${p.column}」看：誰留得住？`,
  subBy: (p) =>
    `${grouped(p.groups)}組，${grouped(p.customers)}家新客，截至${p.asOf}。每家從自己的首次購買算起，只計已經過完的期間。`,
  howBy:
    "按屬性分群時，只比較已經走到同一期的客戶，所以新舊客戶多寡不同的組也能相比；各組之間用卡方檢定，沒有填寫的一組和家數太少的組不參加。",
  share: "占比",
  followHint: "看這一格前後各期",
  openCell: (p) => `打開${p.name}${span(p)}後留下的${grouped(p.customers)}家`,
  rowTitle: (p) => `${p.name}：一期一期看`,
  rowSub: "陰影是95%區間，虛線是全部新客的平均；灰點家數少或期間未完。",
  rowDescription: (p) => `${p.name}在首期之後各期的占比，與平均相比。`,
  columnTitle: (p) => `${span(p)}後：越新的群留得越好嗎？`,
  columnTitleBy: (p) => `${span(p)}後：哪一組留得好？`,
  columnDescription: (p) =>
    `各群在首期之後第${p.offset}${p.grain === "month" ? "個月" : "季"}的占比，與平均相比。`,
  trend: {
    better: (p) =>
      `越新的群留得越好：每晚一${p.grain === "month" ? "個月" : "季"}進來，${span(p)}後的留存率高${p.step}（趨勢檢定${p.p}，${grouped(p.cohorts)}個群、${grouped(p.customers)}家）。`,
    worse: (p) =>
      `越新的群留得越差：每晚一${p.grain === "month" ? "個月" : "季"}進來，${span(p)}後的留存率低${p.step}（趨勢檢定${p.p}，${grouped(p.cohorts)}個群、${grouped(p.customers)}家）。`,
    none: (p) =>
      `看不出越新的群在${span(p)}後留得更好或更差（趨勢檢定${p.p}，${grouped(p.cohorts)}個群、${grouped(p.customers)}家）。`,
    tooFew: (p) => `走完${span(p)}的群或客戶太少，說不出新群是否更好。`,
    unequal:
      "按「當期或以後」讀，越新的群等待的時間越短，彼此不能比；要看趨勢，請改用「當期有購買」。",
    money: "金額常由少數大客戶左右，這裡只畫出來，不做檢定。",
  },
  differ: {
    told: (p) =>
      `${span(p)}後，「${p.best}」留得最好（${p.high}），「${p.worst}」最差（${p.low}），差別不是巧合（${p.p}）。`,
    alike: (p) => `看不出${span(p)}後的留存與「${p.column}」有關（${p.p}）。`,
    tooFew: (p) => `走完${span(p)}且家數夠的組不到兩個，比不出差別。`,
  },
  groupCell: (p) =>
    p.offset === 0 ? `分群裡的第${p.place}組` : `分群裡的第${p.place}組，${p.offset}期後購買的`,
} satisfies CohortsMessages;
