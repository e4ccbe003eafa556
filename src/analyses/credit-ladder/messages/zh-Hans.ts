import promises from "./promises-zh-Hans";
import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "信用阶梯",
  steps: { 1: "完善资料", 2: "评估信用", 3: "款到发货", 4: "法律措施" },
  stepName: (p: { step: number; name: string }) => `${p.step}级·${p.name}`,
  customers: (p: { customers: number }) => `${grouped(p.customers)}家`,
  finding: {
    high: (p: { customers: number; prepay: number; legal: number; overdue: string }) =>
      rich`${grouped(p.customers)}家有账可查的客户里，${marked("prepay", `${grouped(p.prepay)}家`)}该款到发货，${marked("legal", `${grouped(p.legal)}家`)}该走法律程序；逾期未收共${marked("overdue", p.overdue)}。`,
    calm: (p: { customers: number; assess: number; overdue: string }) =>
      rich`${grouped(p.customers)}家有账可查的客户里，没有一家到了要款到发货的地步；${marked("assess", `${grouped(p.assess)}家`)}该重新评估信用，逾期未收共${marked("overdue", p.overdue)}。`,
    promises: (p: { due: number; kept: number; broken: number }) =>
      rich`到期的${grouped(p.due)}笔付款承诺，${grouped(p.kept)}笔兑现，${marked("broken", `${grouped(p.broken)}笔落空`)}。`,
    lost: (p: { lost: number; high: number; other: number; otherHigh: number }) =>
      rich`被动流失的${grouped(p.lost)}家，有${marked("lostHigh", `${grouped(p.high)}家`)}离开那天已在3、4级；其他流失的${grouped(p.other)}家里是${grouped(p.otherHigh)}家。`,
    lostAlike: (p: { lost: number; high: number; other: number; otherHigh: number }) =>
      rich`被动流失的${grouped(p.lost)}家里${marked("lostHigh", `${grouped(p.high)}家`)}离开那天已在3、4级，其他流失的${grouped(p.other)}家里是${grouped(p.otherHigh)}家，看不出差别。`,
  },
  missing: {
    title: "还排不出信用阶梯",
    open: "去导入",
    gaps: {
      "no-invoices":
        "需要“发票”表：客户、金额、到期日（或开票日期和账期），再加结清日期或未收金额。",
      nobody: "这个范围里没有客户有能看的发票。",
    },
  },
  controls: {
    graceDays: "宽限",
    prepayDays: "款到发货：逾期超过",
    legalDays: "法律措施：逾期超过",
    assessShare: "评估信用：迟付占",
    prepayShare: "款到发货：迟付占",
    brokenAssess: "评估信用：承诺落空",
    brokenPrepay: "款到发货：承诺落空",
    times: "次",
    days: "天",
    percent: "%",
  },
  chart: {
    title: "客户都在哪一级？",
    sub: (p: { customers: number }) =>
      `${grouped(p.customers)}家有账可查的客户，各级的家数和逾期金额。`,
    description: (p: { customers: number }) =>
      `${grouped(p.customers)}家客户在信用阶梯四级上的家数。`,
    step: "级别",
    overdue: "逾期金额",
  },
  list: {
    title: "该怎么做，凭什么",
    sub: (p: { shown: number; lines: number }) =>
      `2级以上，级别高、逾期多的在前：${grouped(p.lines)}家里的前${grouped(p.shown)}家。`,
    caption: "2级以上的客户，理由，和升降一级的条件",
    openAll: "打开3、4级名单",
    customer: "客户",
    step: "建议",
    overdue: "逾期",
    oldest: "最久逾期",
    late: "迟付",
    lateOf: (p: { late: number; judged: number }) => `${grouped(p.judged)}张里${grouped(p.late)}张`,
    broken: "承诺落空",
    disputed: "争议中",
    down: "怎样降一级",
    pay: (p: { money: string }) => `收回${p.money}`,
    onTime: (p: { invoices: number }) => `接着${grouped(p.invoices)}张准时付`,
    promiseOld: (p: { days: number }) => `再过${grouped(p.days)}天，落空的承诺不再计`,
    both: (p: { one: string; other: string }) => `${p.one}，并且${p.other}`,
    up: "何时升一级",
    upIn: (p: { days: number }) => `再拖${grouped(p.days)}天`,
  },
  lost: {
    title: "流失的客户当时在哪一级？",
    sub: "离开那天，按当时还没收到的钱算。",
    caption: "流失客户离开那天在信用阶梯的高位的家数",
    kind: "流失",
    kinds: { involuntary: "被动流失", other: "其他流失" },
    customers: "有账可查",
    high: "当时在3、4级",
    share: "占",
    difference: (p: { difference: string; low: string; high: string }) =>
      `相差${p.difference}个百分点，95%区间${p.low}到${p.high}。`,
    none: "还没有流失记录可对照。",
  },
  disputed: (p: { customers: number }) =>
    `${grouped(p.customers)}家有发票还在争议中。争议是投诉，先处理投诉，不因此升级。`,
  how: (p: { lookBack: number }) => [
    "四级来自防止被动流失的四步：完善资料库、信誉度评估、预付费、法律措施。客户按现有账款落在最高的一级。",
    `迟付占比只看最近${grouped(p.lookBack)}天到期、知道付款日的发票；少于3张不看占比。`,
    "付款承诺由您登记，按收款（没有收款表就按发票的结清）判断：从许诺那天到约定那天，收到的钱够数就是兑现；一笔钱只算一次，先算先到期的。",
    "这是建议，不是决定：钱为什么迟到（开错票、有争议、对方银行），表里看不出来。",
  ],
  cells: {
    all: "信用阶梯上的客户",
    step: (p: { name: string }) => `信用建议“${p.name}”的客户`,
    disputed: "有发票在争议中的客户",
    broken: "近期有付款承诺落空的客户",
    lost: (p: { name: string }) => `${p.name}、有账可查的客户`,
    lostHigh: (p: { name: string }) => `${p.name}、离开那天在3、4级的客户`,
  },
  promises,
};

export type CreditLadderMessages = typeof messages;
export default messages;
