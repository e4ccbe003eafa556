import { grouped } from "../../../i18n/number-words";

type Grain = "month" | "quarter";
type Reading = "exact" | "orLater";

const NEXT = { month: "下个月", quarter: "下一季" } as const;
const LATER = { exact: "", orLater: "或以后" } as const;

interface Trend {
  readonly offset: number;
  readonly grain: Grain;
  readonly cohorts: number;
  readonly customers: number;
  readonly p: string;
}
const span = (p: { offset: number; grain: Grain }): string =>
  `${p.offset}${p.grain === "month" ? "个月" : "季"}`;

const messages = {
  name: "同期群",
  refusals: { "no-orders": "截止日之前没有销售记录。" },
  finding: (p: { share: string; interval: string; n: number; grain: Grain; reading: Reading }) =>
    `新客中有${p.share}在${NEXT[p.grain]}${LATER[p.reading]}再次购买（95%区间${p.interval}，共${grouped(p.n)}家）。`,
  findingFew: (p: { n: number; back: number; grain: Grain; reading: Reading }) =>
    `只有${grouped(p.n)}家新客等到了${NEXT[p.grain]}，其中${grouped(p.back)}家${p.reading === "exact" ? "当时" : "当时或以后"}再次购买；人数太少，说不出比例。`,
  findingAt: (p: { offset: number; share: string; grain: Grain }) =>
    `${p.offset}${p.grain === "month" ? "个月" : "季"}后${p.share}`,
  findingLater: (p: { later: readonly string[] }) => `${p.later.join("，")}。`,
  findingSmall: (p: { small: number; grain: Grain }) =>
    `每个同期群都不到${grouped(p.small)}家，单格会跳动，请看“平均”一行${p.grain === "month" ? "，或改按季看" : ""}。`,
  nothing: "还没有新客走完一个完整的期间。",
  grain: "期间",
  grains: { month: "月", quarter: "季" },
  measure: "看什么",
  measures: { heads: "家数", money: "金额" },
  reading: "读法",
  readings: { exact: "当期有购买", orLater: "当期或以后有购买" },
  smallBelow: "少于多少家算小群",
  customerUnit: "家",
  title: "新客留得住吗？",
  titleMoney: "新客的金额留得住吗？",
  sub: (p: { cohorts: number; customers: number; asOf: string }) =>
    `${grouped(p.cohorts)}个同期群，${grouped(p.customers)}家新客，截至${p.asOf}。`,
  subHeads: {
    exact: "格中是在那一期购买的客户占比。",
    orLater: "格中是在那一期或以后购买的客户占比。",
  },
  subNet: "已扣除退货：每笔退货从它之前最近一次购买中扣除。",
  subMoney: "格中是那一期的销售额相当于首期的百分之几。",
  subSmall: (p: { small: number }) => `不到${grouped(p.small)}家的群颜色减淡。`,
  subRunning: "斜线和*号是未完的期间。",
  description: "每个同期群在其后各期的留存率热力图，第一行是平均。",
  how: [
    "按首次购买的期间把客户分成同期群，看第几期之后还有多少客户购买。",
    "区间为95%置信区间（Wilson）：人越少，区间越宽。",
    "“平均”把各群的客户合在一起算，只用那一期已经结束的同期群；小群按人数计入。",
    "数据的第一个同期群里可能有老客户，通常留得最好。",
    "金额是整个群的：一家大客户就能撑起来，请和家数对照着看。",
  ],
  older: (p: { customers: number }) =>
    `另有${grouped(p.customers)}家首次购买早于本期间，不在表中。`,
  after: (p: { offset: number; grain: Grain }) =>
    `${p.offset}${p.grain === "month" ? "个月" : "季"}后`,
  running: "未完",
  first: "数据的第一期，可能含老客户",
  small: "人数少，仅供参考",
  cohort: "同期群",
  cohorts: "同期群数",
  size: "客户数",
  sizeShort: "家数",
  offset: "第几期",
  retained: "留存客户",
  retention: "留存率",
  interval: "95%区间",
  low: "区间下限",
  high: "区间上限",
  sales: "销售额",
  salesRatio: "相当于首期",
  pooled: "平均",
  by: "按什么分群",
  byNone: "首次购买的期间",
  yes: "是",
  no: "否",
  rest: (p: { values: number }) => `其他（${grouped(p.values)}种）`,
  missing: "没有填写",
  titleBy: (p: { column: string }) => `按“${p.column}”看：谁留得住？`,
  subBy: (p: { groups: number; customers: number; asOf: string }) =>
    `${grouped(p.groups)}组，${grouped(p.customers)}家新客，截至${p.asOf}。每家从自己的首次购买算起，只计已经过完的期间。`,
  howBy:
    "按属性分群时，只比较已经走到同一期的客户，所以新老客户多少不同的组也能相比；各组之间用卡方检验，没有填写的一组和人数太少的组不参加。",
  share: "占比",
  followHint: "看这一格前后各期",
  openCell: (p: { name: string; offset: number; grain: Grain; customers: number }) =>
    `打开${p.name}${p.offset}${p.grain === "month" ? "个月" : "季"}后留下的${grouped(p.customers)}家`,
  rowTitle: (p: { name: string }) => `${p.name}：一期一期看`,
  rowSub: "阴影是95%区间，虚线是全部新客的平均；灰点人数少或期间未完。",
  rowDescription: (p: { name: string }) => `${p.name}在首期之后各期的占比，与平均相比。`,
  columnTitle: (p: { offset: number; grain: Grain }) =>
    `${p.offset}${p.grain === "month" ? "个月" : "季"}后：越新的群留得越好吗？`,
  columnTitleBy: (p: { offset: number; grain: Grain }) =>
    `${p.offset}${p.grain === "month" ? "个月" : "季"}后：哪一组留得好？`,
  columnDescription: (p: { offset: number; grain: Grain }) =>
    `各群在首期之后第${p.offset}${p.grain === "month" ? "个月" : "季"}的占比，与平均相比。`,
  trend: {
    better: (p: Trend & { step: string }) =>
      `越新的群留得越好：每晚一${p.grain === "month" ? "个月" : "季"}进来，${span(p)}后的留存率高${p.step}（趋势检验${p.p}，${grouped(p.cohorts)}个群、${grouped(p.customers)}家）。`,
    worse: (p: Trend & { step: string }) =>
      `越新的群留得越差：每晚一${p.grain === "month" ? "个月" : "季"}进来，${span(p)}后的留存率低${p.step}（趋势检验${p.p}，${grouped(p.cohorts)}个群、${grouped(p.customers)}家）。`,
    none: (p: Trend) =>
      `看不出越新的群在${span(p)}后留得更好或更差（趋势检验${p.p}，${grouped(p.cohorts)}个群、${grouped(p.customers)}家）。`,
    tooFew: (p: { offset: number; grain: Grain }) =>
      `走完${span(p)}的群或客户太少，说不出新群是否更好。`,
    unequal: "按“当期或以后”读，越新的群等待的时间越短，彼此不能比；要看趋势，请改用“当期有购买”。",
    money: "金额常由少数大客户左右，这里只画出来，不做检验。",
  },
  differ: {
    told: (p: {
      best: string;
      high: string;
      worst: string;
      low: string;
      offset: number;
      grain: Grain;
      p: string;
    }) =>
      `${span(p)}后，“${p.best}”留得最好（${p.high}），“${p.worst}”最差（${p.low}），差别不是巧合（${p.p}）。`,
    alike: (p: { column: string; offset: number; grain: Grain; p: string }) =>
      `看不出${span(p)}后的留存与“${p.column}”有关（${p.p}）。`,
    tooFew: (p: { offset: number; grain: Grain }) =>
      `走完${span(p)}且人数够的组不到两个，比不出差别。`,
  },
  groupCell: (p: { place: number; offset: number }) =>
    p.offset === 0 ? `分群里的第${p.place}组` : `分群里的第${p.place}组，${p.offset}期后购买的`,
};
export type CohortsMessages = typeof messages;
export default messages;
