import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "销售预测",
  refusals: {
    "no-orders": "截止日之前没有销售记录。",
    "few-months": "季节要看满两年才分得清。",
  },
  finding: (p: { months: number; total: string; low: string; high: string }) =>
    rich`今后${grouped(p.months)}个月预计销售${marked("total", p.total)}，八成把握在${p.low}到${p.high}之间。`,
  versus: {
    up: (p: { before: string; change: string }) =>
      rich`比上年同期的${p.before}多${marked("good", p.change)}。`,
    down: (p: { before: string; change: string }) =>
      rich`比上年同期的${p.before}少${marked("bad", p.change)}。`,
    same: (p: { before: string }) => rich`与上年同期的${p.before}分不出高下。`,
  },
  findingCustomers: (p: { month: string; customers: number; low: number; high: number }) =>
    rich`${p.month}预计有${marked("customers", `${grouped(p.customers)}家`)}客户下单（${grouped(p.low)}–${grouped(p.high)}家）。`,
  verdict: {
    better: (p: { gain: string }) => `用过去的月份检验，误差比“照抄上年同月”小${p.gain}。`,
    naive: "用过去的月份检验，没有一种方法比“照抄上年同月”更准，所以就照抄上年同月。",
    untested: "数据刚满两年，还分不出哪种方法更准，所以先照抄上年同月。",
  },
  worse: (p: { months: number }) =>
    `单看最近${grouped(p.months)}个月，这个方法并不比照抄上年同月准，请留有余地。`,
  skipped: "数据从月中开始，第一个月不完整，没有用。",
  running: (p: { month: string; day: string; sales: string; customers: number }) =>
    `${p.month}还没过完：到${p.day}已销售${p.sales}，${grouped(p.customers)}家下单。这个月也在预测之列。`,
  ahead: "预测",
  aheadMonths: (p: { months: number }) => `${p.months}个月`,
  series: {
    sales: {
      title: "接下来每个月卖多少？",
      sub: (p: { months: number; method: string }) =>
        `${grouped(p.months)}个完整月的销售额，用“${p.method}”向前推；阴影是80%的区间。`,
      value: "销售额",
    },
    customers: {
      title: "接下来每个月有多少客户下单？",
      sub: (p: { months: number; method: string }) =>
        `${grouped(p.months)}个完整月的下单客户数，用“${p.method}”向前推；阴影是80%的区间。`,
      value: "下单客户",
    },
  },
  description: (p: { from: string; to: string; total: string }) =>
    `逐月实际值与${p.from}至${p.to}的预测，合计${p.total}。`,
  actual: "实际",
  expected: "预测",
  tested: "检验时的预测",
  interval: "80%区间",
  month: "月份",
  low: "下限",
  high: "上限",
  test: {
    title: { sales: "销售额预测凭什么可信？", customers: "客户数预测凭什么可信？" },
    sub: (p: { origins: number }) =>
      `站在过去${grouped(p.origins)}个月的每个月末，只用当时已有的数据各预测一次，再与后来的实际相比。`,
    none: "满27个月以后才能用过去检验预测。",
    method: "方法",
    error: "平均误差",
    against: "与照抄上年同月相比",
    mase: "MASE",
    used: "采用",
    less: (p: { share: string }) => `小${p.share}`,
    more: (p: { share: string }) => `大${p.share}`,
    same: "相同",
    holdout: (p: { months: number; mase: string; naive: string }) =>
      `再从头到尾演一遍：藏起最近${grouped(p.months)}个月，只用之前的数据选方法、做预测，MASE为${p.mase}；照抄上年同月是${p.naive}。`,
    coverage: (p: { share: string; factor: string }) =>
      `模型自带的80%区间在检验中只罩住${p.share}，所以图上的区间已放宽到${p.factor}倍。`,
    covered: (p: { share: string }) => `检验中有${p.share}的月份落在80%区间内。`,
  },
  methods: {
    naive: "照抄上年同月",
    level: "只看水平（简单指数平滑）",
    season: "水平＋季节",
    "season-ratio": "水平×季节",
    "trend-season": "趋势＋季节（霍尔特–温特斯）",
    "trend-season-ratio": "趋势×季节（霍尔特–温特斯）",
    "damped-season": "渐缓趋势＋季节",
    mean: "最好两种的平均",
  },
  cells: { month: (p: { month: string }) => `${p.month}下单的客户` },
  how: [
    "每个自然月一个数，从第一笔销售到截止日；页面上的区间不截断它，筛选照常起作用。",
    "各种指数平滑方法和“照抄上年同月”一起比，谁在过去的检验中平均误差最小就用谁。",
    "区间来自2000次模拟；若过去证明它太窄，就按实际误差放宽。",
    "MASE＝平均误差÷“与上年同月之差”的平均。小于1，说明误差比平常年度间的变化还小。",
    "春节等移动的节日、工作日多少和已知的大事（新品、调价、丢客户）都没有算进去。",
  ],
};
export type ForecastMessages = typeof messages;
export default messages;
