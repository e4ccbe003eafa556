import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "满意度指数CSI",
  finding: (p: { csi: string; low: string; high: string; n: number }) =>
    rich`满意度指数（CSI）为${marked("csi", p.csi)}，95%把握在${p.low}到${p.high}之间（满分100，${grouped(p.n)}份答卷）。`,
  findingSpread: (p: { low: string; high: string }) =>
    rich`换一种权重，指数在${p.low}到${p.high}之间。`,
  findingSame: rich`换一种权重，指数几乎不变。`,
  findingLost: (p: { name: string; lost: string }) =>
    rich`失分最多的是${marked("lost", `“${p.name}”（${p.lost}分）`)}。`,
  findingUp: (p: { points: string; pValue: string; before: string; now: string }) =>
    rich`${p.now}比${p.before}升了${marked("up", p.points)}分，超出抽样误差（${p.pValue}）。`,
  findingDown: (p: { points: string; pValue: string; before: string; now: string }) =>
    rich`${p.now}比${p.before}降了${marked("down", p.points)}分，超出抽样误差（${p.pValue}）。`,
  findingStill: (p: { points: string; pValue: string; before: string; now: string }) =>
    rich`${p.now}与${p.before}相差${p.points}分，可能只是抽样误差（${p.pValue}），不算变化。`,
  few: (p: { n: number }) => `只有${grouped(p.n)}份答卷，区间很宽，先别下结论。`,
  lowAlpha: (p: { alpha: string }) =>
    `这几题的答案不太一致（Cronbach α=${p.alpha}，一般要求0.7以上）：合成一个数之前，先看看每一题。`,
  undated: "答卷没有日期：全部计入，不分区间，也看不到变化。",
  block: "用哪些题",
  blockNames: { whole: "总体题", parts: "全部分项" },
  blockOption: (p: { name: string; items: number }) => `${p.name}（${grouped(p.items)}题）`,
  blockAuto: (p: { name: string }) => `自动：${p.name}`,
  weightsLabel: "权重",
  weightsAuto: "自动",
  schemes: {
    equal: "等权重",
    stated: "客户说的重要性",
    derived: "从答案推出来的",
    component: "主成分",
  },
  items: {
    title: "指数从哪里来，分丢在哪里？",
    sub: (p: { scheme: string }) =>
      `每一条的全长是这一项的权重（${p.scheme}），深色是得到的分，浅色是丢掉的分，合起来100分。点开看低于中点的客户。`,
    description: (p: { items: number; name: string; lost: string }) =>
      `${grouped(p.items)}项的得分和失分，失分最多的是“${p.name}”，${p.lost}分。`,
    name: "项目",
    answers: "回答",
    mean: "平均分",
    index: "得分（0–100）",
    weight: "权重",
    points: "贡献",
    lost: "失分",
    lowCustomers: "低于中点的客户",
    lostLabel: (p: { lost: string }) => `丢${p.lost}`,
  },
  schemesCard: {
    title: "换一种权重，会差多少？",
    sub: "同样的答案，四种权重。圆点是指数，横条是95%区间；没有的那几种，数据里缺了要用的题。",
    description: (p: { schemes: number; low: string; high: string }) =>
      `${grouped(p.schemes)}种权重下的指数，从${p.low}到${p.high}。`,
    scheme: "权重",
    index: "指数",
    interval: "95%区间",
    low: "下限",
    high: "上限",
    weightOf: (p: { name: string }) => `“${p.name}”的权重`,
  },
  trend: {
    title: "指数在变吗？",
    sub: (p: { centre: string }) =>
      `各期的指数和95%区间，权重始终相同，变的只是分数。横线是全部答卷的${p.centre}，灰带是这么多份答卷正常会有的波动（±3倍标准误）。`,
    subWide: (p: { centre: string; factor: string }) =>
      `各期的指数和95%区间，权重始终相同。横线是全部答卷的${p.centre}，灰带是正常波动：各期之间本来就比抽样误差更分散，所以放宽到${p.factor}倍。`,
    outBelow: (p: { period: string; index: string; centre: string }) =>
      rich`${p.period}的指数${marked("out", p.index)}（全部答卷${p.centre}），低于正常波动的下限。`,
    outAbove: (p: { period: string; index: string; centre: string }) =>
      rich`${p.period}的指数${marked("up", p.index)}（全部答卷${p.centre}），高于正常波动的上限。`,
    description: (p: { periods: number; outside: number }) =>
      `${grouped(p.periods)}期的满意度指数，${p.outside === 0 ? "全部在控制限以内" : `${grouped(p.outside)}期超出控制限`}。`,
    period: "期间",
    answers: "答卷",
    index: "指数",
    interval: "95%区间",
    low: "下限",
    high: "上限",
    customers: "客户",
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
  blocks: {
    title: "各组题目的指数",
    sub: "同一张问卷里的几组题，各自合成一个指数。",
    caption: "各组题目的题数、答卷、两种权重的指数和一致性",
    name: "一组题",
    items: "题数",
    answers: "答卷",
    equal: "等权重",
    component: "主成分权重",
    alpha: "一致性α",
  },
  gaps: {
    title: "期望的，得到了吗？",
    sub: "空心是期望，实心是得到的（0–100），线是差距。红色是确实不如期望，绿色是确实超出，灰色是看不出差别。",
    finding: (p: { servqual: string; low: string; high: string; isStated: boolean }) =>
      rich`得到的比期望的${marked("gap", p.servqual)}分（95%区间${p.low}到${p.high}，${p.isStated ? "按客户说的重要性加权" : "各方面等权重"}）。`,
    less: (p: { points: string }) => `低${p.points}`,
    more: (p: { points: string }) => `高${p.points}`,
    worst: (p: { name: string; share: string }) =>
      rich`差得最多的是${marked("worst", `“${p.name}”`)}，${p.share}的答卷不如期望。`,
    description: (p: { gaps: number; name: string }) =>
      `${grouped(p.gaps)}个方面的期望与得到，差得最多的是“${p.name}”。`,
    name: "方面",
    pairs: "两样都答的答卷",
    performance: "得到",
    expectation: "期望",
    gap: "差距",
    low: "下限",
    high: "上限",
    interval: "95%区间",
    pValue: "p值",
    below: "不如期望",
    met: "正如期望",
    above: "超出期望",
    belowCustomers: "不如期望的客户",
    none: "问卷里没有“期望”题，看不到期望与得到的差距。加上同一方面的期望题（如“交货准时的期望”），这里就会算出来。",
  },
  how: {
    formula:
      "每一题换算成0–100分；指数＝Σ权重×得分，权重合计为1。没有作答的题不算0分，这一题的平均只算答了的人。",
    schemes:
      "客户说的重要性：各项重要性的平均，除以总和。从答案推出来的：各项对总体满意（没有就用推荐意愿）的Shapley影响份额。主成分：各题相关矩阵的第一主成分。",
    outcome: (p: { name: string }) => `推权重用的题：“${p.name}”。`,
    interval: "区间把权重当作已知，只算抽样误差（按答卷线性化，t分布）。",
    change: "变化：最近两期各自独立比较（z检验）；同一批客户答两次时偏保守。",
    trend:
      "走势：控制图，控制限＝全部答卷的指数±3×σz×标准误（全部答卷的离散程度）；σz（Laney）从至少8个完整的期间里算，小于1按1。不到10份的期间只画不判断。",
    alpha: "一致性：Cronbach α，只用每题都答了的答卷。",
    gaps: "差距＝得到−期望，只用同一份答卷里两样都答了的，配对t区间。",
  },
  cells: {
    low: "自己的指数低于50的客户",
    item: "这一项低于中点的客户",
    gap: "得到的不如期望的客户",
    period: (p: { when: string }) => `${p.when}答过问卷的客户`,
  },
  refusals: {
    "too-few-items":
      "要合成指数，同一张问卷里至少要有两道满意度题（总体或分项）。只有一道题，请看“满意度”。",
    "too-few-answers": "每一题至少要有10份回答。换一个区间，或放宽筛选。",
  },
};

export type CsiMessages = typeof messages;
export default messages;
