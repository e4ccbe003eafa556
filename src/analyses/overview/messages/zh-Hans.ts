import { grouped } from "../../../i18n/number-words";
import type { CalendarGrain } from "../../../domain/period-key";
import { marked, rich, type Rich } from "../../../i18n/rich";

const messages = {
  /** The sentence on top when nothing can be said for certain. */
  quiet: (p: { customers: number; period: string }): Rich =>
    rich`${p.period}有${marked("strong", grouped(p.customers))}家客户下单，没有发现超出偶然波动的变化。`,
  more: "还要知道",
  findings: {
    concentration: (p: { share: string; customers: number }): Rich =>
      rich`前${marked("open", `${p.share}的客户（${grouped(p.customers)}家）`)}带来80%的销售额。`,
    "buying-less": (p: { count: number; amount: string }): Rich =>
      rich`${marked("bad", `${grouped(p.count)}家正在减少购买`)}，今后12个月涉及${marked("badText", p.amount)}。`,
    movement: (p: {
      period: string;
      new: number;
      wonBack: number;
      lost: number;
      net: number;
    }): Rich =>
      rich`${p.period}新增${grouped(p.new)}家、赢回${grouped(p.wonBack)}家、${marked("open", `沉睡${grouped(p.lost)}家`)}，${
        p.net === 0 ? "不增不减。" : `净${p.net > 0 ? "增" : "减"}${grouped(Math.abs(p.net))}家。`
      }`,
    "sales-changed": (p: { rose: boolean; change: string; now: string; before: string }): Rich =>
      rich`销售额比上一期${p.rose ? "增长" : "下降"}${marked(p.rose ? "rise" : "fall", p.change)}（${p.before} → ${p.now}），超出偶然波动。`,
    "retention-changed": (p: { rose: boolean; share: string; points: string }): Rich =>
      rich`客户留存率${p.rose ? "升" : "降"}到${marked("open", p.share)}，比一年前${p.rose ? "高" : "低"}${marked(p.rose ? "rise" : "fall", p.points)}，差异显著。`,
    dependence: (p: { name: string; share: string }): Rich =>
      rich`单一客户${marked("customer", p.name)}占销售额${marked("badText", p.share)}，依赖偏高。`,
    overdue: (p: { count: number; amount: string }): Rich =>
      rich`${marked("open", `${grouped(p.count)}家重要客户`)}超过自己的常规间隔未下单，本期销售额合计${p.amount}。`,
    returns: (p: { count: number; amount: string; share: string }): Rich =>
      rich`${marked("open", `${grouped(p.count)}家客户`)}退货明显多于平均（全体退货行占${p.share}），退货额${p.amount}。`,
    "loss-making": (p: { count: number; amount: string }): Rich =>
      rich`${marked("open", `${grouped(p.count)}家客户`)}毛利为负，合计亏${p.amount}。`,
  },
  figures: {
    profit: (p: { period: string }) => `盈利 · ${p.period}毛利`,
    sales: (p: { period: string }) => `盈利 · ${p.period}销售额`,
    retention: (p: { period: string }) => `忠诚 · ${p.period}留存率`,
    active: (p: { period: string }) => `规模 · ${p.period}下单客户`,
    thisPeriod: "本期",
    months: (p: { months: number }) => `近${p.months}个月`,
    versus: "较上一期",
    versusYear: "较一年前",
    noBefore: "数据未覆盖上一期，无法对比",
    margin: (p: { margin: string }) => `毛利率${p.margin}`,
    salesLine: (p: { amount: string }) => `销售额${p.amount}`,
    significant: "显著",
    notSignificant: "不显著",
    untested: "客户太少，未检验",
    n: (p: { n: number }) => `n = ${grouped(p.n)}`,
    repeat: (p: { share: string }) => `两次及以上${p.share}`,
    perCustomer: (p: { amount: string }) => `户均${p.amount}`,
    trend: (p: { from: string; to: string }) => `${p.from}至${p.to}的走势`,
    howSales:
      "销售额只计销售行，退货、取消和赠品另列。显著性：以两期内下单过的每家客户的差额为样本，双侧检验，p 小于 0.05 为显著。",
    howProfit:
      "毛利为已知毛利的销售行之和；毛利率以这些行的销售额为分母。缺成本的行不计入，也不当作零。",
    howRetention:
      "留存率 = 上一期下过单的客户中本期又下单的比例；括号内为95%威尔逊置信区间；与一年前相比用两比例检验。",
    howActive: "本期至少有一行销售的客户数；一期内有两个及以上下单日的算作复购。",
  },
  carriers: {
    title: "谁在支撑我们？",
    sub: (p: { a: string; b: string; c: string; n: number }) =>
      `${grouped(p.n)}家客户按销售额从高到低累计：A 15%、B 35%、C 50%。基准 50/30/20，实际 ${p.a}/${p.b}/${p.c}。`,
    label: (p: { share: string }) => `${p.share}的客户 → 80%的销售额`,
    description: (p: { share: string }) => `累计曲线：${p.share}的客户带来80%的销售额。`,
    how: "客户按本期销售额从高到低排序，横轴为客户累计占比，纵轴为销售额累计占比。A、B、C按名次15%、35%、50%划分；基准出自课程资料。",
    customerShare: "客户累计占比",
    salesShare: "销售额累计占比",
    grade: (p: { grade: string }) => `${p.grade}类`,
    customers: "客户",
    openAll: "去价值页",
  },
  ledger: {
    title: "客户是增是减？",
    sub: (p: { from: string; to: string; grain: CalendarGrain }) =>
      `${p.from}至${p.to}，${p.grain === "month" ? "每月" : "每季"}新客、赢回与沉睡的家数。`,
    description: (p: { periods: number; grain: CalendarGrain }) =>
      `${p.periods}${p.grain === "month" ? "个月" : "个季度"}的客户台账：零线以上为新客与赢回，以下为沉睡。`,
    how: {
      month:
        "期初 + 新客 + 赢回 − 沉睡 = 期末。当月有销售即为活跃；上月活跃、本月未下单记为沉睡；此前沉睡、本月又下单记为赢回。多数客户通常一个月内再下单，所以按月看。斜纹为未结束的月份。",
      quarter:
        "期初 + 新客 + 赢回 − 沉睡 = 期末。当季有销售即为活跃；上季活跃、本季未下单记为沉睡；此前沉睡、本季又下单记为赢回。多数客户通常隔一个月以上才再下单，所以按季看：按月看会把还没到时候的客户也算作沉睡。斜纹为未结束的季度。",
    },
    periods: { month: "月份", quarter: "季度" },
    opening: "期初",
    new: "新客",
    wonBack: "赢回",
    lost: "沉睡",
    closing: "期末",
    running: "未完",
  },
  lists: {
    buyingLess: "正在减少购买的客户",
    buyingLessSub: (p: { count: number; judged: number }) =>
      `在${grouped(p.judged)}家可判断的客户中有${grouped(p.count)}家，按涉及金额排列。`,
    nobodyLess: (p: { judged: number }) =>
      `在${grouped(p.judged)}家可判断的客户中，没有谁的下降超出偶然波动。`,
    howLess:
      "把近90天的下单日数与此前一年自己的节奏相比（已扣除整体季节变化），下降超出偶然（错误发现率10%以内），且日均销售额降到六成以下。涉及金额 = 按原节奏与现节奏推算的12个月差额。",
    call: "今天该联系谁",
    callSub: (p: { count: number }) => `A、B 类中${grouped(p.count)}家超过常规间隔的两倍未下单。`,
    nobodyOverdue: "A、B 类客户都在自己的常规间隔之内。",
    howCall:
      "四个及以上下单日、沉默至少为自己间隔中位数的两倍、且长于九成的历史间隔；按本期销售额排列。",
    returns: "退货偏多的客户",
    returnsSub: (p: { share: string }) => `全体退货行占${p.share}；下列客户显著更高。`,
    howReturns:
      "退货与取消的行占该客户全部行的比例，与全体比例做精确二项检验，错误发现率10%以内，且至少为两倍。",
    customer: "客户",
    sales: "本期销售额",
    change: "较自身以往",
    silent: "未下单",
    usual: (p: { days: string; usual: string }) => `${p.days} / 平时${p.usual}`,
    amount: "涉及金额",
    returned: "退货额",
    all: (p: { count: number }) => `全部${grouped(p.count)}家`,
    overdueBy: (p: { days: string; usual: string }) => `已${p.days}未下单，常规间隔${p.usual}`,
  },
  refusal: "还没有可以计算的销售行。",
};
export type OverviewMessages = typeof messages;
export default messages;
