import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

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
    first: boolean;
  }) => {
    const added = marked("new", `${grouped(p.added)}家`);
    if (p.first) return rich`${p.period}是数据的第一期，${added}都算新客。`;
    const change = p.closing - p.opening;
    const [from, to] = [grouped(p.opening), grouped(p.closing)];
    const net =
      change === 0
        ? `下单的客户还是${to}家`
        : `下单的客户从${from}家${change > 0 ? "增至" : "减至"}${to}家`;
    return rich`${p.period}新增${added}、赢回${marked("wonBack", `${grouped(p.wonBack)}家`)}、沉睡${marked("lost", `${grouped(p.lost)}家`)}，${net}。`;
  },
  findingMoney: (p: {
    opening: string;
    closing: string;
    difference: number;
    part: string;
    amount: string;
  }) => {
    const way = p.difference < 0 ? "减至" : "增至";
    const sales = p.difference === 0 ? `销售额持平` : `销售额从${p.opening}${way}${p.closing}`;
    return `${sales}，影响最大的是${p.part}（${p.amount}）。`;
  },
  findingWaiting: (p: {
    waiting: number;
    days: string;
    before: string;
    fell: number;
    back: number;
  }) =>
    rich`${marked("waiting", `${grouped(p.waiting)}家`)}超过${p.days}没有下单，等着赢回；${p.before}以来新增${grouped(p.fell)}家，赢回${grouped(p.back)}家。`,
  nothing: "还没有一个完整的期间。",
  rhythm: (p: { days: string }) =>
    `下单之后，八成在${p.days}内再下单，比现在的期间长。这样切，不少“沉睡”只是还没到下单的时候。`,
  rhythmAct: {
    quarter: "改按季看",
    days: (p: { days: string }) => `改按${p.days}看`,
  },
  grain: "期间",
  grains: { month: "月", quarter: "季", days: "自选天数" },
  windowDays: "每期天数",
  dayUnit: "天",
  measure: "账目",
  measures: { heads: "家数", money: "金额" },
  ledger: {
    title: "客户怎样来、怎样走？",
    sub: (p: { customers: number; asOf: string }) =>
      `每期下单客户的进出，共${grouped(p.customers)}家客户，截至${p.asOf}。`,
    subMoney: (p: { customers: number; asOf: string }) =>
      `每期销售额的增减来自哪里，共${grouped(p.customers)}家客户，截至${p.asOf}。`,
    net: "已扣除退货：每笔退货从它之前最近一次购买中扣除。",
    hatched: "斜线是未完的一期。",
    firstLeftOut: "数据的第一期人人都算新客，不画。",
    description: "每期新客和赢回向上、沉睡向下的柱图。",
    how: [
      "有销售就算活跃；退货和取消不算。",
      "新客：首次购买在本期。赢回：本期买，上期没买，更早买过。沉睡：上期买，本期没买。",
      "期初＋新客＋赢回－沉睡＝期末。期初是上期下单的客户，期末是本期下单的客户。",
      "金额：期初＋新客＋赢回＋增购－减购－沉睡＝期末，精确到分。增购、减购是两期都买的客户多买和少买的部分；沉睡是他们上期买的金额。",
      "未完的一期里，不少“沉睡”的客户还会下单，所以不用它下结论。",
    ],
    bookTitle: "每一期的账平不平？",
    bookSub: "一行就是一道算式，期末接下一期的期初；点数字看是哪些客户。",
    total: (p: { periods: number }) => `已结束的${grouped(p.periods)}期合计`,
    period: "期间",
    opening: "期初",
    new: "新客",
    wonBack: "赢回",
    growth: "增购",
    shrink: "减购",
    lost: "沉睡",
    closing: "期末",
    parts: {
      new: "新客",
      wonBack: "赢回的客户",
      growth: "老客户增购",
      shrink: "老客户减购",
      lost: "客户沉睡",
    },
    running: "未完",
    first: "数据起点",
    openingSales: "期初金额",
    newSales: "新客金额",
    wonBackSales: "赢回金额",
    lostSales: "沉睡金额",
    closingSales: "期末金额",
  },
  stages: {
    title: "客户处在哪个阶段？",
    sub: (p: { customers: number; asOf: string; before: string }) =>
      `${grouped(p.customers)}家客户，截至${p.asOf}，与${p.before}相比；点一个阶段看是哪些客户。`,
    names: { none: "尚未成交", acquire: "获客", develop: "发展", retain: "保留", winback: "赢回" },
    rules: {
      acquire: "只有一个下单日：促成第二单",
      noDevelop: "按现在的规则没有这一段",
      develop: (p: { to: number }) =>
        `${p.to === 2 ? "两个" : `2–${p.to}个`}下单日：带动品类和频次`,
      retain: (p: { from: number }) => `${p.from}个下单日起：用心维护，防止流失`,
      winback: (p: { days: string }) => `超过${p.days}没下单：挑值得的去赢回`,
    },
    customers: (p: { customers: number }) => `${grouped(p.customers)}家`,
    share: (p: { share: string }) => `占${p.share}`,
    same: "不变",
    sales: (p: { amount: string }) => `本期间销售额${p.amount}`,
    lapse: "多久没下单算沉睡",
    lapses: { auto: "由数据定", given: "自定" },
    retain: "几个下单日起算保留",
    how: [
      "按最近一次下单和下单日的个数分，一个客户只在一个阶段。",
      "沉睡的天数由数据定时，取八成订单会等到下一单的间隔（Kaplan–Meier，把还没等到下一单的也算进去）；等不到八成就取已完成间隔的95%分位，至少14天、至多730天。",
    ],
    source: (p: { days: string; finished: number; open: number }) =>
      `现在是${p.days}，来自${grouped(p.finished)}个已完成的间隔和${grouped(p.open)}个还没完成的间隔。`,
    given: (p: { days: string }) => `现在是自定的${p.days}。`,
  },
  flow: {
    title: "谁换了阶段？",
    sub: (p: { before: string; asOf: string; moved: number }) =>
      `行是${p.before}的阶段，列是${p.asOf}的阶段；${grouped(p.moved)}家换了阶段。`,
    how: [
      "两天用同一套规则、同样的沉睡天数，前一天只看当时已有的订单。",
      "灰格是没有换阶段的客户；颜色越深，换的人越多。点数字看是哪些客户。",
    ],
    corner: "从＼到",
    total: "合计",
    cell: (p: { from: string; to: string; customers: number }) =>
      `从${p.from}到${p.to}：${grouped(p.customers)}家`,
  },
};
export type LifecycleMessages = typeof messages;
export default messages;
