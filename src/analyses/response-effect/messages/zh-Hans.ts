import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "回复快慢的作用",
  outcomes: {
    bought: (p: { days: number }) => `回复后${grouped(p.days)}天内又买`,
    satisfied: "对处理表示满意",
  },
  finding: (p: {
    hours: number;
    outcome: string;
    within: string;
    beyond: string;
    low: string;
    high: string;
  }) =>
    rich`投诉在${grouped(p.hours)}小时内得到回复的客户，${p.outcome}的占${marked("within", p.within)}；更晚的只占${marked("beyond", p.beyond)}（差值95%区间${p.low}至${p.high}）。`,
  fasterPays: "在这个时限以内，越快仍然越好。",
  fasterNot: "在这个时限以内再快，看不出更多好处。",
  findingNone: (p: { n: number; outcome: string }) =>
    rich`从${grouped(p.n)}位投诉过的客户看，回复快慢与“${p.outcome}”没有看得出的关系。`,
  findingTrend: (p: { n: number; outcome: string }) =>
    rich`从${grouped(p.n)}位投诉过的客户看，等得越久，${p.outcome}的越少，但没有一个明显的分界。`,
  findingOdd: (p: { n: number; outcome: string }) =>
    rich`从${grouped(p.n)}位投诉过的客户看，回复晚的反而更多${p.outcome}。多半是别的原因：容易办的投诉常常不急着回。`,
  outcomeLabel: "看什么结果",
  choices: { bought: "又来买", satisfied: "满意" },
  followLabel: "回复后看几天",
  within: (p: { hours: number }) => `${grouped(p.hours)}小时内`,
  between: (p: { from: number; to: number }) => `${grouped(p.from)}–${grouped(p.to)}小时`,
  beyond: (p: { hours: number }) => `超过${grouped(p.hours)}小时`,
  doubling: (p: { odds: string; low: string; high: string; p: string }) =>
    `等待每翻一倍，几率变为${p.odds}倍（95%区间${p.low}至${p.high}，${p.p}）。`,
  unanswered: (p: { customers: number }) =>
    `${grouped(p.customers)}位客户的投诉没有首次回复时间，没有计入。`,
  unfollowed: (p: { customers: number }) =>
    `${grouped(p.customers)}位还没看满时间，或没有问过满意，没有计入。`,
  byDay: "表里只有日期、没有钟点，等待按整天算。",
  chart: {
    title: "回复越快，客户越留得住吗？",
    sub: (p: { n: number; outcome: string }) =>
      `${grouped(p.n)}位客户，各取第一件有回复的投诉；按首次回复等了多久，${p.outcome}的比例和95%区间。不到10位的颜色淡。`,
    description: (p: { outcome: string; first: string; last: string }) =>
      `按等待时间，${p.outcome}的比例：最快的${p.first}，最慢的${p.last}。`,
    wait: "首次回复等了",
    customers: "客户",
    hits: "有此结果",
    share: "比例",
    interval: "95%区间",
    low: "下限",
    high: "上限",
    falling: "只降不升的拟合",
    all: "全部",
  },
  how: {
    follow:
      "从回复的第二天起看，等得久不会少看几天；还没看满的不计入。每位客户只取第一件，互相独立。",
    border:
      "分界：在4、8、24、48、72、168小时里，找界内明显多于界外的（Fisher精确检验，错判率控制在5%以内，两边各不少于10位），取最明显的一个；它是挑出来的，差值会略偏大。",
    trend: "等待每翻一倍的几率用逻辑回归，似然比检验；等待按自然小时。",
    caution: "这是一起出现，不是因果：急的、重要的客户可能本来就回得快。",
  },
  cells: {
    in: (p: { wait: string }) => `投诉首次回复${p.wait}的客户`,
    lost: (p: { wait: string }) => `投诉首次回复${p.wait}、没有这个结果的客户`,
  },
  refusals: {
    "few-cases": "能看的客户不到30位：需要投诉时间、首次回复时间，以及回复之后的订单或满意与否。",
  },
};

export type EffectMessages = typeof messages;
export default messages;
