import { decimal, grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "净推荐值NPS",
  finding: (p: { nps: string; low: string; high: string; n: number }) =>
    rich`净推荐值（NPS）为${marked("nps", p.nps)}，95%把握在${p.low}到${p.high}之间（${grouped(p.n)}份回答）。`,
  findingParts: (p: { promoters: string; detractors: string }) =>
    rich`${marked("promoters", p.promoters)}是推荐者，${marked("detractors", p.detractors)}是贬损者。`,
  findingChange: (p: { points: string; pValue: string; isUp: boolean }) =>
    rich`比上一期${p.isUp ? "升" : "降"}了${marked(p.isUp ? "up" : "down", p.points)}点，超出抽样误差（${p.pValue}）。`,
  findingStill: (p: { points: string; pValue: string }) =>
    rich`与上一期相差${p.points}点，可能只是抽样误差（${p.pValue}），不算变化。`,
  otherQuestion: (p: { name: string }) =>
    `数据里没有“是否愿意推荐”的题，这里用的是“${p.name}”。它同样是十分制，但不是通常所说的NPS。`,
  few: (p: { n: number; needed: number; margin: string }) =>
    `只有${grouped(p.n)}份回答。要把误差控制在±${p.margin}点以内，需要约${grouped(p.needed)}份。`,
  undated: "答卷没有日期：全部计入，不分区间，也看不到变化。",
  wholeHistory: "全部历史",
  question: "题目",
  compare: "按什么比较",
  byGrade: "客户等级",
  ofCustomers: "客户的列",
  ofAnswers: "答卷的列",
  minAnswers: "每组至少",
  answersUnit: "份",
  scores: {
    title: "大家打了几分？",
    sub: (p: { n: number; period: string }) => `${grouped(p.n)}份回答，${p.period}。`,
    description: (p: { promoters: string; passives: string; detractors: string }) =>
      `0到10分的分布：贬损者${p.detractors}，中立者${p.passives}，推荐者${p.promoters}。`,
    classes: {
      detractor: "贬损者（0–6分）",
      passive: "中立者（7–8分）",
      promoter: "推荐者（9–10分）",
    },
    title1: (p: { score: number }) => `${decimal(p.score, 0)}分`,
    answers: "回答",
    share: "占比",
    customers: "客户",
    score: "分数",
    className: "类别",
  },
  trend: {
    title: "NPS在变吗？",
    sub: (p: { centre: string }) =>
      `横线是全部回答的${p.centre}；灰带是这么多份回答正常会有的波动（±3倍标准误）。`,
    description: (p: { periods: number; outside: number }) =>
      `${grouped(p.periods)}期的NPS，${p.outside === 0 ? "全部在控制限以内" : `${grouped(p.outside)}期超出控制限`}。`,
    period: "期间",
    interval: "95%区间",
    limits: "控制限",
    limitLow: "控制下限",
    limitHigh: "控制上限",
    signal: "判断",
    above: "高于控制限",
    below: "低于控制限",
    inside: "正常波动",
    running: "这一期还没结束",
    none: "少于两期，看不出趋势。",
  },
  groups: {
    title: (p: { by: string }) => `按“${p.by}”比较`,
    sub: (p: { minAnswers: number }) =>
      `虚线是全部回答的NPS。少于${grouped(p.minAnswers)}份的组画成灰色，不下判断。`,
    description: (p: { groups: number; by: string }) =>
      `按${p.by}分的${grouped(p.groups)}组NPS及其95%区间。`,
    all: (p: { nps: string }) => `全部 ${p.nps}`,
    name: "组",
    answers: "回答",
    low: "下限",
    high: "上限",
    rest: "与其余相差",
    qValue: "校正后p值",
    verdict: "判断",
    higher: "高于其余",
    lower: "低于其余",
    same: "分不出高低",
    thin: "回答太少",
    label: (p: { nps: string; n: number }) => `${p.nps}（${grouped(p.n)}）`,
    hidden: (p: { groups: number }) => `还有${grouped(p.groups)}组没有画出来，全部在表格里。`,
    more: (p: { groups: number }) => `另有${grouped(p.groups)}组没有列出。`,
    ungrouped: (p: { answers: number }) => `${grouped(p.answers)}份回答没有这一列的值。`,
    none: "没有可以比较的组：导入订单可按客户等级比较，或选一列。",
  },
  grade: (p: { grade: string }) => `${p.grade}类客户`,
  how: {
    formula: "NPS＝推荐者（9–10分）占比−贬损者（0–6分）占比，乘以100。7–8分是中立者。",
    interval: "95%区间：±1.96倍标准误；不到30份回答时用修正的Wald区间（每类各加一点，区间更宽）。",
    change: "与上一期比较：前面同样长的一段时间；两期各自的误差合在一起检验。",
    groups:
      "每组与其余回答比较；比的组多，碰巧显著的也多，所以p值按Benjamini–Hochberg校正，0.1以内才算有高低。",
    bands:
      "常被引用的参考（贝恩）：高于0不错，高于20好，高于50优秀，高于80世界级。不同行业差别很大，只作参考。",
    needed: (p: { needed: number; margin: string }) =>
      `照现在的分散程度，误差±${p.margin}点需要${grouped(p.needed)}份回答。`,
    missing: (p: { unanswered: number; undated: number; unlinked: number; offScale: number }) =>
      `没有作答${grouped(p.unanswered)}份；没有日期、未计入${grouped(p.undated)}份；没有客户名称${grouped(p.unlinked)}份（计入得分，点开看不到）；超出量表${grouped(p.offScale)}份。`,
    several: "同一客户答过几次，每次都算一份。",
  },
  cells: {
    classes: { detractor: "贬损者", passive: "中立者", promoter: "推荐者" },
    score: (p: { score: string }) => `推荐意愿打${p.score}分的客户`,
    group: "NPS比较图上这一组的客户",
    period: (p: { when: string }) => `${p.when}答过推荐题的客户`,
  },
  refusals: {
    "no-scale-question":
      "还没有0–10分的题目。导入一份问卷，其中一列是“您有多大可能推荐我们？（0–10分）”。",
    "too-few-answers": "这段时间的回答不到5份，算不出有意义的NPS。换一个区间，或放宽筛选。",
  },
};

export type NpsMessages = typeof messages;
export default messages;
