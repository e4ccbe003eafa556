import { decimal, grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "满意度CSAT",
  finding: (p: { top: string; topScore: string; top2: string; top2Score: string; n: number }) =>
    rich`${marked("top", p.top)}打了最高的${p.topScore}分，${marked("top2", p.top2)}打了${p.top2Score}分以上（${grouped(p.n)}份回答）。`,
  findingLow: (p: { low: string }) => rich`${marked("low", p.low)}低于量表中点。`,
  findingUp: (p: { points: string; pValue: string }) =>
    rich`最高分的占比比上一期升了${marked("up", p.points)}，超出抽样误差（${p.pValue}）。`,
  findingDown: (p: { points: string; pValue: string }) =>
    rich`最高分的占比比上一期降了${marked("down", p.points)}，超出抽样误差（${p.pValue}）。`,
  findingStill: (p: { points: string; pValue: string }) =>
    rich`最高分的占比与上一期相差${p.points}，可能只是抽样误差（${p.pValue}），不算变化。`,
  partOnly: (p: { name: string }) => `数据里没有总体满意度的题，这里用的是“${p.name}”。`,
  few: (p: { n: number }) => `只有${grouped(p.n)}份回答，区间很宽，先别下结论。`,
  undated: "答卷没有日期：全部计入，不分区间，也看不到变化。",
  wholeHistory: "全部历史",
  question: "题目",
  minAnswers: "每项至少",
  answersUnit: "份",
  steps: {
    title: "大家打了几分？",
    sub: (p: { name: string; period: string }) => `“${p.name}”，${p.period}。`,
    description: (p: { top: string; top2: string; mean: string }) =>
      `各分数的占比：最高分${p.top}，最高两档合计${p.top2}，平均${p.mean}分。`,
    step: (p: { score: string }) => `${p.score}分`,
    score: "分数",
    answers: "回答",
    share: "占比",
    interval: "95%区间",
    atLeast: "不低于此分",
    customers: "客户",
    low: "下限",
    high: "上限",
  },
  facts: {
    title: "这一题的数字",
    caption: "最高分、最高两档、低于中点、平均分和指数，各带95%区间",
    what: "指标",
    value: "数值",
    interval: "95%区间",
    before: "上一期",
    topBox: (p: { score: string }) => `最高分（${p.score}分）`,
    top2Box: (p: { score: string }) => `最高两档（${p.score}分以上）`,
    belowMiddle: "低于中点",
    mean: "平均分",
    index: "指数（0–100）",
    ces: "省力程度（0–100，越高越省力）",
  },
  parts: {
    dimension: "哪一方面最不满意？",
    touchpoint: "哪个触点最不满意？",
    effort: "哪一步最费力？",
    weakest: (p: { name: string; share: string; interval: string }) =>
      `“${p.name}”最弱：只有${p.share}（${p.interval}）打了最高两档，与其他每个触点都分得开。`,
    noWeakest: "最低的触点与其他的分不开：没有一个可以确定为最弱。",
    sub: (p: { minAnswers: number; isJourney: boolean }) =>
      `圆点是最高两档的占比，横条是95%区间，${p.isJourney ? "按客户经过的先后" : "从差到好"}。少于${grouped(p.minAnswers)}份的画成灰色。点开看低于中点的客户。`,
    description: (p: { parts: number; worst: string }) =>
      `${grouped(p.parts)}项的最高两档占比，最低的是“${p.worst}”。`,
    name: "项目",
    scale: "量表",
    answers: "回答",
    topBox: "最高分",
    top2Box: "最高两档",
    mean: "平均分",
    index: "指数",
    lowCustomers: "低于中点的客户",
    label: (p: { share: string; n: number }) => `${p.share}（${grouped(p.n)}）`,
    scaleText: (p: { min: string; max: string }) => `${p.min}–${p.max}`,
    undrawn: (p: { parts: number }) => `还有${grouped(p.parts)}项没有画出来，全部在表格里。`,
  },
  trend: {
    title: "满意度在变吗？",
    follow: "走势看",
    boxes: { top: "最高分", top2: "最高两档" },
    sub: (p: { box: string; centre: string }) =>
      `${p.box}的占比；横线是全部回答的${p.centre}，灰带是这么多份回答正常会有的波动（±3倍标准误）。`,
    subWide: (p: { box: string; centre: string; factor: string }) =>
      `${p.box}的占比；横线是全部回答的${p.centre}，灰带是正常波动：各期之间本来就比抽样误差更分散，所以放宽到${p.factor}倍。`,
    outBelow: (p: { period: string; box: string; share: string; centre: string }) =>
      rich`${p.period}${p.box}只占${marked("out", p.share)}（全部回答${p.centre}），低于正常波动的下限。`,
    outAbove: (p: { period: string; box: string; share: string; centre: string }) =>
      rich`${p.period}${p.box}占${marked("up", p.share)}（全部回答${p.centre}），高于正常波动的上限。`,
    description: (p: { periods: number; outside: number }) =>
      `${grouped(p.periods)}期的占比，${p.outside === 0 ? "全部在控制限以内" : `${grouped(p.outside)}期超出控制限`}。`,
    period: "期间",
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
  how: {
    boxes:
      "最高分（top box）和最高两档（top-2 box）分开算：4分和5分的客户，以后的行为往往差得很远，不能合在一个平均分里。",
    interval: "占比用Wilson区间；平均分用t区间，95%。",
    index: "指数＝100×（平均分−最低分）÷（最高分−最低分）。不同量表可以放在一起比。",
    reversed: "分数越低越好的题已经翻转，这里一律越高越好。",
    change: "与上一期比较：前面同样长的一段时间；两个占比的z检验。",
    touchpoint:
      "触点：总体题和分项题里，量表相同（最常见的那种）的回答合在一起；先后按名称里的词（咨询、下单、送货、安装、对账、售后、退换……）排，认不出的放在最后。“最弱”要与其他每个触点的差别都显著（z检验，Bonferroni校正）。",
    trend:
      "走势：p′控制图（Laney），控制限＝全部的占比±3×σz×标准误；σz从至少8个完整的期间里算，小于1按1。不到10份的期间只画不判断。",
    missing: (p: { unanswered: number; undated: number; unlinked: number; offScale: number }) =>
      `没有作答${grouped(p.unanswered)}份；没有日期、未计入${grouped(p.undated)}份；没有客户名称${grouped(p.unlinked)}份（计入占比，点开看不到）；超出量表${grouped(p.offScale)}份。`,
  },
  cells: {
    top: "打最高分的客户",
    top2: "打最高两档的客户",
    low: "低于量表中点的客户",
    period: (p: { when: string }) => `${p.when}答过这一题的客户`,
    score: (p: { score: string }) => `满意度打${decimal(Number(p.score), 1)}分的客户`,
    dimension: "这一方面低于中点的客户",
    touchpoint: "这个触点低于中点的客户",
    effort: "觉得这一步费力的客户",
  },
  refusals: {
    "no-rating-question": "还没有打分题。导入一份问卷，其中至少一列是满意度评分。",
    "too-few-answers": "这段时间的回答不到5份，算不出有意义的满意度。换一个区间，或放宽筛选。",
  },
};

export type CsatMessages = typeof messages;
export default messages;
