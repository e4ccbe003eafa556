import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

interface Ratio {
  readonly ratio: string;
  readonly low: string;
  readonly high: string;
  readonly first: string;
  readonly firstLow: string;
  readonly firstHigh: string;
}
interface Step {
  readonly name: string;
  readonly days: number;
  readonly share: string;
  readonly interval: string;
  readonly seen: number;
}

const messages = {
  name: "关系阶段",
  refusals: { "no-orders": "截止日之前没有销售记录，看不出关系走到了哪一步。" },
  stages: {
    explore: "考察期",
    form: "形成期",
    stable: "稳定期",
    decline: "退化期",
    left: "已离开",
  },
  finding: (p: {
    there: number;
    explore: number;
    form: number;
    stable: number;
    decline: number;
    left: number;
    days: number;
  }) =>
    rich`还在往来的${grouped(p.there)}家里，考察期${marked("explore", `${grouped(p.explore)}家`)}，形成期${marked("form", `${grouped(p.form)}家`)}，稳定期${marked("stable", `${grouped(p.stable)}家`)}，退化期${marked("decline", `${grouped(p.decline)}家`)}；另有${marked("left", `${grouped(p.left)}家`)}超过${grouped(p.days)}天没有下单，算已离开。`,
  early: {
    more: (p: Ratio) =>
      `在本公司的数据里，考察期客户确实更容易流失：流失速度是其他客户的${p.ratio}倍（95%区间${p.low}–${p.high}倍），按第一次长沉默算也有${p.first}倍（${p.firstLow}–${p.firstHigh}倍）。`,
    less: (p: Ratio) =>
      `在本公司的数据里，考察期客户反而不容易流失：流失速度只有其他客户的${p.ratio}倍（95%区间${p.low}–${p.high}倍），按第一次长沉默算也只有${p.first}倍（${p.firstLow}–${p.firstHigh}倍）。`,
    alike: (p: Ratio) =>
      `看不出考察期客户更容易流失：流失速度是其他客户的${p.ratio}倍（95%区间${p.low}–${p.high}倍），按第一次长沉默算是${p.first}倍（${p.firstLow}–${p.firstHigh}倍），都包含1倍。`,
    mixed: (p: Ratio) =>
      `考察期客户是否更容易流失，要看怎么算：按至今没有回来的算，流失速度是其他客户的${p.ratio}倍（95%区间${p.low}–${p.high}倍）；按第一次长沉默算，不管后来回没回来，是${p.first}倍（${p.firstLow}–${p.firstHigh}倍）。两种说法不一致，不下结论。`,
    tooFew: "流失的例子太少，说不出考察期客户是否更容易流失。",
  },
  range: (p: { value: string; low: string; high: string }) => `${p.value}（${p.low}–${p.high}）`,
  counted: (p: { customers: number; share: string }) => `${grouped(p.customers)}家（${p.share}）`,
  rules: {
    explore: (p: { formOrders: number }) => `下单不到${grouped(p.formOrders)}天`,
    form: (p: { formOrders: number }) => `下单满${grouped(p.formOrders)}天，还没到稳定`,
    stable: (p: { stableOrders: number; stableDays: number; regularity: string }) =>
      `下单满${grouped(p.stableOrders)}天、首单满${grouped(p.stableDays)}天，间隔的波动不超过平均间隔的${p.regularity}倍`,
    decline: (p: { windowDays: number; fall: string }) =>
      `近${grouped(p.windowDays)}天的下单天数比之前${grouped(p.windowDays)}天少${p.fall}以上（之前至少3天）`,
    left: (p: { days: number }) => `超过${grouped(p.days)}天没有下单`,
  },
  next: {
    explore: (p: { formOrders: number; near: number }) =>
      `促成下一单：下单满${grouped(p.formOrders)}天即进入形成期，其中${grouped(p.near)}家只差一天`,
    form: (p: { stableOrders: number; stableDays: number }) =>
      `养成规律：下单满${grouped(p.stableOrders)}天、往来满${grouped(p.stableDays)}天且间隔均匀，即进入稳定期`,
    stable: "守住节奏：间隔一拉长就问一声",
    decline: (p: { days: number }) =>
      `问清原因：下单恢复即回到原来的阶段，再沉默到${grouped(p.days)}天就算离开`,
    left: "挑值得的去赢回",
  },
  table: {
    title: "客户在哪个阶段，怎样往前走？",
    sub: (p: { asOf: string }) => `截至${p.asOf}；点一行看是哪些客户。`,
    stage: "阶段",
    customers: "客户",
    sales: "本期间销售额",
    rate: "每百家每月流失",
    rule: "怎么认定",
    next: "怎样往前走",
    near: (p: { near: number }) => `打开只差一单的${grouped(p.near)}家`,
  },
  loss: {
    title: "哪个阶段流失得快？",
    sub: "每百家客户每月流失几家，横线是95%区间，虚线是全部客户。",
    description: "四个关系阶段的每月流失率，带95%区间。",
    all: "全部",
    rate: "每百家每月流失",
    losses: "流失客户",
    months: "观察客户月",
    low: "区间下限",
    high: "区间上限",
    share: (p: { closed: number }) => `${grouped(p.closed)}次下单后没有再来`,
    none: "有结果的下单太少，各阶段的流失率都说不出。",
  },
  steps: {
    title: "能走到下一阶段吗？",
    reached: (p: Step & { median: number }) =>
      `首单后${grouped(p.days)}天内走到${p.name}的占${p.share}（95%区间${p.interval}，共${grouped(p.seen)}家），走到的通常用${grouped(p.median)}天。`,
    nobody: (p: Step) =>
      `首单满${grouped(p.days)}天的${grouped(p.seen)}家里，没有一家在这段时间走到${p.name}。`,
    tooFew: (p: { name: string; days: number; seen: number }) =>
      `首单满${grouped(p.days)}天的只有${grouped(p.seen)}家，说不出多少能走到${p.name}。`,
  },
  controls: {
    title: "按什么分阶段？",
    sub: "四个阶段的名称来自客户关系生命周期理论，理论没有给出数字；下面的界限可以按自己的生意改。",
    lapse: "多久没下单算离开",
    lapses: { auto: "由数据定", given: "自定" },
    formOrders: "形成期：下单满",
    stableOrders: "稳定期：下单满",
    stableDays: "稳定期：往来满",
    regularity: "稳定期：间隔波动不超过",
    windowDays: "退化期：比较前后各",
    fall: "退化期：少于之前的",
    orderDays: "天下单",
    days: "天",
    times: "倍平均间隔",
    percent: "%以上",
    reset: "恢复开始时的界限",
  },
  how: [
    "一天里下几单都算一个下单天数；依次看：是否已离开、是否退化、是否还在考察、是否稳定，其余是形成期。",
    "流失率：最后一次下单后沉默超过窗口算流失，除以观察的客户月，口径与“流失”页的生存曲线相同。每段时间算在它之前那次下单所在的阶段，所以不会因为沉默才落进退化期再算流失；中途沉默后又回来的不算流失。",
    "“至今没有回来”会把近来沉默、以后还会回来的也算进去，这样的客户多半是老客户；所以考察期与其他客户之比另按第一次沉默超过窗口再算一遍，两遍一致才下结论。",
    "区间按泊松分布精确计算；考察期与其他客户之比按二项分布精确计算，区间不含1才说更容易或更不容易。",
    "数据里的第一单当作首单：老客户会被看成刚开始往来，这只会让考察期显得更安全。",
    "考察期流失快，也可能只是不合适的客户先走了，不一定是阶段本身造成的。",
  ],
  cells: {
    stage: (p: { name: string }) => `关系处在“${p.name}”的客户`,
    left: "已离开的客户",
    near: "再下一单就进入形成期的客户",
  },
};
export type RelationMessages = typeof messages;
export default messages;
