import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "投诉后的留存",
  finding: (p: { content: string; poor: string; days: number }) =>
    rich`投诉处理得怎样，明显关系到客户留不留：${grouped(p.days)}天后，${marked("content", "处理好的")}还留着${p.content}，${marked("poor", "处理得不好的")}${p.poor}。`,
  findingDiffer: rich`投诉处理结果不同的客户，留存明显不同。`,
  findingSame: (p: { n: number }) =>
    rich`${grouped(p.n)}位投诉过的客户里，看不出处理结果和留存有关系。`,
  findingFew: (p: { n: number }) =>
    rich`跟踪了${grouped(p.n)}位投诉过的客户，但处理结果几乎都一样，比不出差别。`,
  complaintHurts: rich`与销售额相近、没有投诉的客户相比，投诉过的明显更早流失。`,
  complaintHelps: rich`与销售额相近、没有投诉的客户相比，投诉过的反而留得更久。`,
  complaintSame: rich`与销售额相近、没有投诉的客户相比，看不出差别。`,
  paradox: rich`处理好的比没有投诉的还留得更久（“补救悖论”在您的数据里成立）。`,
  judgeLabel: "投诉后第几天判定结果",
  resolveLabel: "几天内解决算处理好",
  windowLabel: "多久不买算流失（天，0＝自动）",
  groups: {
    content: "处理好",
    poor: "解决晚或不满意",
    open: "到时没解决",
    none: "没有投诉（相近客户）",
  },
  chart: {
    title: "投诉以后，客户留了多久？",
    sub: (p: { n: number; days: number; windowDays: number }) =>
      `${grouped(p.n)}位客户，各取第一件投诉，从投诉后第${grouped(p.days)}天起跟踪；${grouped(p.windowDays)}天没有再买算流失。线画到还有足够多客户在跟踪为止。`,
    description: (p: { content: string; poor: string }) =>
      `按投诉结果的留存曲线：处理好的${p.content}，处理得不好的${p.poor}。`,
    days: "天数",
    stay: "还留着",
    interval: "95%区间",
    low: "下限",
    high: "上限",
    at: (p: { days: string }) => `第${p.days}天`,
    axis: "从判定结果那天起的天数",
    group: "结果",
  },
  table: {
    title: "各组还留着多少？",
    sub: (p: { days: number }) => `到第${grouped(p.days)}天；点一行看这些客户里流失的。`,
    subNone: "各组能看的时间太短，还比不了。",
    caption: "按投诉结果：客户、流失、留存和仍在跟踪的人数",
    group: "结果",
    n: "客户",
    lost: "已流失",
    stay: "还留着",
    interval: "95%区间",
    atRisk: (p: { days: number }) => (p.days === 0 ? "起点在跟踪" : `${grouped(p.days)}天仍在跟踪`),
    p: (p: { outcome: string; complaint: string }) =>
      `对数秩检验（不到10位的组不比）：不同结果之间p＝${p.outcome}，投诉与相近的不投诉p＝${p.complaint}。`,
  },
  matched: (p: { pairs: number; unmatched: number }) =>
    `${grouped(p.pairs)}位投诉过的客户各配了一位没有投诉、最近也在买、上年销售额最接近（相差一倍以内）的客户；${grouped(p.unmatched)}位没有配到。`,
  tooNew: (p: { customers: number }) => `${grouped(p.customers)}位投诉不久，还不能判定结果。`,
  notFollowed: (p: { customers: number }) =>
    `${grouped(p.customers)}位投诉前没有买过，或判定之前就已流失，没有计入。`,
  undated: (p: { customers: number }) =>
    `${grouped(p.customers)}位的投诉已解决，但没有写何时解决、也没有回访，没有计入。`,
  unlinked: (p: { cases: number }) => `${grouped(p.cases)}件投诉没有写是哪个客户。`,
  how: {
    outcome:
      "处理好：判定时已解决，且回访满意；没有回访的，看是否在限定天数内解决。判定时还没解决的另成一组。所有客户都从同一天起算，避免“拖得久的自然留得久”。",
    lost: "流失：从投诉或最后一次购买起，满规定天数没有再买，记在满的那天；后来又回来的不改。",
    curve: "留存用Kaplan–Meier，还没看完的按“至少留了这么久”计入；差别用对数秩检验，每组至少10位。",
    caution: "这是一起出现，不是因果：结果不好的投诉，往往本来就更严重。",
  },
  cells: {
    stay: (p: { name: string }) => `投诉后跟踪的客户：${p.name}`,
    left: (p: { name: string }) => `投诉后流失的客户：${p.name}`,
  },
  refusals: {
    "few-cases": "能跟踪的客户不到30位：需要写明客户的投诉，以及投诉前后的订单。",
    "no-gaps": "没有一位客户买过两次，不知道多久不买算流失。可以自己填天数。",
  },
};

export type RetentionMessages = typeof messages;
export default messages;
