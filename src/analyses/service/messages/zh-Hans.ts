import { grouped } from "../../../i18n/number-words";
import { marked, rich, type Rich } from "../../../i18n/rich";

interface Changed {
  readonly name: string;
  readonly day: string;
  readonly before: string;
  readonly after: string;
  readonly low: string;
  readonly high: string;
}

const messages = {
  name: "服务标准",
  finding: (p: { measured: number; kept: number; below: number }) =>
    p.below === 0
      ? rich`能量到的${grouped(p.measured)}项服务标准里，${marked("kept", `${grouped(p.kept)}项达标`)}，没有明确低于标准的。`
      : rich`能量到的${grouped(p.measured)}项服务标准里，${p.kept === 0 ? "没有一项明确达标" : `${grouped(p.kept)}项达标`}，${marked("below", `${grouped(p.below)}项没达到`)}。`,
  findingNone:
    "没有一项服务标准能量。需要订单的承诺交期和到货日期、实发数量，或投诉的首次回复时间，或满意度问卷，任何一种都行。",
  findingWorst: (p: { name: string; share: string; standard: string }) =>
    rich`差得最远的是“${p.name}”：做到${marked("worst", p.share)}，标准${p.standard}。`,
  changed: {
    better: (p: Changed): Rich =>
      rich`${p.day}之后，“${p.name}”从${p.before}${marked("better", `升到${p.after}`)}，超出平时的波动（差值95%区间${p.low}至${p.high}）。`,
    worse: (p: Changed): Rich =>
      rich`${p.day}之后，“${p.name}”从${p.before}${marked("worse", `降到${p.after}`)}，超出平时的波动（差值95%区间${p.low}至${p.high}）。`,
    unclear: (p: Changed): Rich =>
      rich`${p.day}前后，“${p.name}”由${p.before}到${p.after}，这点差别可能只是平时的波动（差值95%区间${p.low}至${p.high}）。`,
  },
  measures: {
    "on-time": "订单准时到货",
    "in-full": "订单足量到货",
    perfect: "准时又足量",
    satisfied: "满意（最高两档）",
  },
  responseName: {
    calendar: (p: { hours: string }) => `投诉${p.hours}小时内首次回复`,
    working: (p: { hours: string }) => `投诉${p.hours}个工作小时内首次回复`,
    own: "投诉在各级时限内首次回复",
  },
  solutionName: (p: { days: string }) => `投诉${p.days}天内解决`,
  limitLabel: "首次回复时限（小时）",
  resolveLabel: "解决时限（天）",
  quoted: (name: string) => `“${name}”`,
  lacks: (p: { table: string; columns: string }) => `${p.table}里没有${p.columns}`,
  noneJudged: "这段时间里没有能判断的",
  verdicts: {
    met: "✓ 达标",
    missed: "▼ 未达标",
    unclear: "还说不准",
    thin: "太少，不比",
  },
  expectedGap: (p: { share: string; gap: string }) => `${p.share}（实际${p.gap}）`,
  late: (p: { late: number; median: string; p90: string }) =>
    `迟到的${grouped(p.late)}单里，一半迟${p.median}以内，九成迟${p.p90}以内。`,
  undelivered: (p: { orders: number }) =>
    `${grouped(p.orders)}单过了承诺交期还没有到货日期，按没准时计。`,
  short: (p: { share: string }) => `少发的数量占订货数量的${p.share}。`,
  byLine: "没有订单号，每一行当作一单。",
  unreadableDays: (p: { pieces: string }) => `这个日期读不懂，没有采用：${p.pieces}。`,
  table: {
    title: "标准、实际和期望",
    sub: "标准可以直接改成你们自己的承诺。期望来自问卷里的期望题。",
    name: "服务标准",
    standard: "标准",
    standardOf: (p: { name: string }) => `${p.name}的标准（%）`,
    measured: "实际",
    interval: "95%区间",
    judged: "能判断",
    missed: "没做到",
    open: (p: { name: string; missed: string }) => `${p.missed}次没做到“${p.name}”，打开这些客户`,
    expected: "客户期望",
    verdict: "判断",
    lacking: (p: { name: string; why: string }) => `${p.name}：${p.why}。`,
  },
  chart: {
    title: (p: { name: string }) => `${p.name}：越来越好，还是平时的波动？`,
    measure: "看哪一项",
    changeOn: "改进从哪天开始",
    changeHint: "如培训、换仓库、换物流；前后各算控制限。",
    changed: (p: { day: string }) => `${p.day}起`,
    standard: (p: { name: string; standard: string }) => `标准${p.standard}`,
    sub: (p: { centre: string }) =>
      `按月的比例；平均${p.centre}，灰带是平时波动的范围（3σ控制限），带外的月份才值得追问。`,
    centre: {
      before: (p: { centre: string }) => `之前${p.centre}`,
      after: (p: { centre: string }) => `之后${p.centre}`,
    },
    widened: (p: { factor: string }) => `各月差别比随机大，控制限已放宽${p.factor}倍（Laney p′）。`,
    subFew: "按月的比例；完整的月份不到8个，还画不出控制限。",
    subFewSides: "按月的比例；改进前后完整的月份都不到6个，还画不出控制限。",
    description: (p: { months: number; outside: string }) =>
      `${grouped(p.months)}个月的比例；控制限外的月份：${p.outside}。`,
    none: "没有",
    month: "月份",
    judged: "能判断",
    met: "做到",
    share: "比例",
    low: "控制下限",
    high: "控制上限",
    limits: "控制限",
    verdict: "说明",
    outside: "超出平时的波动",
    part: "未满一个月",
    mixed: "改进在这个月中间，不算进任何一边",
  },
  how: {
    share: "实际＝做到的÷能判断的；还没到期的、没有记录的不算进分母。区间是Wilson 95%区间。",
    orders:
      "准时：各行都在承诺交期当天或之前到货；过了交期没有到货日期算没准时。足量：各行实发数量都不少于订货数量。按承诺交期归入月份。",
    verdict: "整个区间都不低于标准才算达标，都低于标准才算未达标；能判断的不到5件不比。",
    control:
      "控制图是Laney的p′图：平均±3×σ_z×标准误，只用完整的月份；σ_z是各月相对随机波动的倍数，小于1时按1算，件数很多时控制限才不会窄得失真。",
    change: "前后差别的区间用Newcombe法，按σ_z²折减件数。前后比较说不出别的变化有没有同时发生。",
    basis: (p: { period: string }) => `依据：${p.period}。订单筛选只作用于订单的三项。`,
  },
  cells: {
    all: (p: { name: string }) => `“${p.name}”能判断的客户`,
    missed: (p: { name: string }) => `没做到“${p.name}”的客户`,
    month: (p: { name: string; when: string }) => `${p.when}没做到“${p.name}”的客户`,
    measures: {
      "on-time": "订单准时到货",
      "in-full": "订单足量到货",
      perfect: "准时又足量",
      response: "投诉及时回复",
      solution: "投诉及时解决",
      satisfied: "满意",
    },
  },
};

export type ServiceMessages = typeof messages;
export default messages;
