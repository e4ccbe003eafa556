import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "阶段流转",
  refusals: {
    "no-orders": "还没有订单，看不出客户在各阶段之间怎样流转。",
    "few-periods": "至少要有五个完整的时段，才看得出流转。",
  },
  finding: (p: { stay: string; periods: number; unit: string }) =>
    rich`近${grouped(p.periods)}个${p.unit}，每过一个${p.unit}有${marked("stay", p.stay)}的客户留在原来的阶段。`,
  findingLost: (p: { from: string; share: string; unit: string }) =>
    rich`最容易滑走的是“${p.from}”：每个${p.unit}${marked("lost", p.share)}转入待赢回。`,
  findingAhead: (p: { periods: number; unit: string; retain: string; now: string }) =>
    rich`照此下去，${grouped(p.periods)}个${p.unit}后“保留”有${marked("ahead", p.retain)}家，现在是${p.now}家。`,
  findingBetter: (p: { error: string; naive: string }) =>
    `回测：这样预测平均错放${p.error}的客户，“维持现状”错放${p.naive}。`,
  findingWorse: (p: { error: string; naive: string }) =>
    `回测：这样预测平均错放${p.error}的客户，并不比“维持现状”（${p.naive}）好，只宜看方向。`,
  units: { month: "月", quarter: "季度" },
  controls: {
    grain: "时段",
    grains: { auto: "自动", month: "月", quarter: "季度" },
    years: "看最近",
    yearUnit: "年",
    horizon: "往后预测",
    horizonUnit: "个时段",
  },
  stages: { none: "新来的", acquire: "获客", develop: "发展", retain: "保留", winback: "待赢回" },
  matrix: {
    title: "在这一阶段的客户，下一个时段去了哪里？",
    sub: (p: { from: string; to: string; periods: number }) =>
      `${p.from}至${p.to}，${grouped(p.periods)}个时段合计；颜色越深比例越高。点一格看上一个时段这样走的客户。`,
    description: "四个阶段的转移矩阵：行是原来的阶段，列是一个时段后的阶段。",
    from: "从",
    to: "到",
    share: "比例",
    interval: "95%区间",
    count: "次数",
    last: "上一个时段",
    move: (p: { from: string; to: string }) => `${p.from} → ${p.to}`,
  },
  flow: {
    title: "上一个时段客户怎样流转？",
    sub: (p: { from: string; to: string }) =>
      `${p.from}到${p.to}；带子越宽客户越多，点一条看是谁。`,
    description: "左边是原来的阶段和新来的客户，右边是一个时段后的阶段，带子的宽度是客户数。",
    customers: "客户",
  },
  ahead: {
    title: "各阶段将来会有多少客户？",
    sub: (p: { inflow: string; unit: string }) =>
      `照近来的转移比例，加上每个${p.unit}${p.inflow}家新客户；浅色带是80%的可能范围。`,
    description: "每个阶段一条线：过去的实际客户数，和按转移矩阵推算的将来。",
    day: "到",
    stage: "阶段",
    kind: "来源",
    actual: "实际",
    forecast: "预测",
    interval: "80%区间",
    customers: "客户",
  },
  test: {
    title: "这样预测可靠吗？",
    ahead: "往后",
    periods: (p: { count: number; unit: string }) => `${grouped(p.count)}个${p.unit}`,
    error: "按流转预测的误差",
    naive: "维持现状的误差",
    sub: (p: { origins: number }) =>
      `站在最近${grouped(p.origins)}个时段末，只用当时以前的转移去预测后来；误差是放错阶段的客户占比。`,
    none: "时段太少，还不能回测。",
    stationary: {
      sure: (p: { p: string }) =>
        `各时段的转移比例并不相同（${p.p}）：季节或变化在其中，预测只是平均。`,
      unsure: (p: { p: string }) => `各时段的转移比例看不出不同（${p.p}）。`,
    },
    order: {
      sure: (p: { p: string }) => `从哪里来也有关系，不只看现在的阶段（${p.p}）：预测是近似。`,
      unsure: (p: { p: string }) => `只看现在的阶段就够了，看不出还要看更早的（${p.p}）。`,
    },
  },
  cells: {
    now: (p: { name: string }) => `现在处于“${p.name}”的客户`,
    move: (p: { from: string; to: string }) => `上一个时段从“${p.from}”到“${p.to}”的客户`,
  },
  how: [
    "阶段的定义和“增减与留存”相同：超过沉默窗口没有下单是待赢回，否则按下过单的天数分获客、发展、保留。",
    "转移比例是次数之比；区间取狄利克雷分布（杰弗里斯先验）的边际，不可能的转移不算。",
    "预测：各阶段人数乘转移矩阵，再加每时段的新客户；可能范围是把过去的时段整段重抽500次。",
    "近似处：同一客户前后时段并不独立，区间略窄；沉默窗口取自全部数据。",
  ],
  window: (p: { days: string }) => `沉默窗口${p.days}。`,
};
export type StageFlowMessages = typeof messages;
export default messages;
