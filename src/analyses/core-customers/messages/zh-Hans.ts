import { grouped } from "../../../i18n/number-words";
import { marked, rich, type Rich } from "../../../i18n/rich";

const messages = {
  name: "核心客户",
  finding: (p: { core: number; customers: number; share: string; tests: number }) =>
    rich`${grouped(p.customers)}家里有${marked("core", `${grouped(p.core)}家核心客户`)}，带来${p.share}（按能查到的${grouped(p.tests)}项测试）。`,
  findingNone: (p: { customers: number }) =>
    rich`${grouped(p.customers)}家里没有一家够得上核心客户的分数。`,
  /** null: none, or nobody knows */
  findingKinds: (p: { top: number; promising: number | null; fading: number | null }): Rich => [
    ...rich`${marked("top", `${grouped(p.top)}家`)}带来一半`,
    ...(p.promising === null
      ? []
      : rich`，${marked("promising", `${grouped(p.promising)}家`)}有潜力`),
    ...(p.fading === null ? [] : rich`，${marked("fading", `${grouped(p.fading)}家`)}正在失去价值`),
    "。",
  ],
  by: { profit: "毛利", sales: "销售额" },
  shareOf: {
    profit: (p: { share: string }) => `${p.share}的毛利`,
    sales: (p: { share: string }) => `${p.share}的销售额`,
  },
  noProfit: "数据里没有毛利，以下按销售额。",
  noTrend: "完整的月份不足6个，看不出谁在涨、谁在跌。",
  missing: (p: { tests: string }) =>
    `查不到：${p.tests}。它的权重分给其他几项；导入相应的表后自动计入。`,
  controls: {
    measure: "按",
    coreScore: "核心客户至少",
    score: "分",
    growth: "年增减达到",
    percent: "%",
  },
  tests: {
    title: "四项测试看什么？",
    sub: "每项按名次打分：胜过多少同样查得到的客户。权重可以改。",
    caption: "四项测试的依据、可查客户、权重和核心客户的平均名次",
    name: "测试",
    by: "看什么",
    known: "查得到",
    weight: "权重",
    share: "占分",
    core: "核心客户平均胜过",
    names: { business: "生意大", pay: "付款及时", service: "不需要多少服务", stay: "愿意长期" },
    bys: {
      profit: "毛利",
      sales: "销售额",
      "late-days": "平均晚付天数",
      cost: "服务成本÷销售额",
      efforts: "联系和投诉次数÷订货日",
      days: "首单到末单的天数",
    },
    none: "查不到",
    field: (p: { test: string }) => `${p.test}的权重`,
  },
  core: {
    title: "谁是核心客户？",
    sub: (p: { shown: number; core: number; period: string }) =>
      p.shown === p.core
        ? `${p.period}，全部${grouped(p.core)}家，分高在前。`
        : `${p.period}，${grouped(p.core)}家里分最高的${grouped(p.shown)}家。`,
    caption: "核心客户、分数和四项名次",
    name: "客户",
    score: "分数",
    amount: { profit: "毛利", sales: "销售额" },
    openAll: "打开全部",
    missing: "缺",
  },
  kinds: {
    title: "谁最有价值，往哪走？",
    sub: (p: { points: number; by: string; periods: string }) =>
      `${p.by}最大的${grouped(p.points)}家：横轴${p.by}（对数），纵轴自己销售额每年的增减（${p.periods}）；空心的在误差之内。`,
    description: (p: { top: number; promising: number; fading: number }) =>
      `客户的价值与走势：最大${grouped(p.top)}家，有潜力${grouped(p.promising)}家，正在失去价值${grouped(p.fading)}家。`,
    names: { top: "最大盈利", promising: "可观且有潜力", fading: "正在失去价值", rest: "其余" },
    lists: {
      top: (p: { customers: number; money: string }) =>
        `${grouped(p.customers)}家，合计${p.money}，占一半。守住。`,
      promising: (p: { customers: number; money: string }) =>
        `${grouped(p.customers)}家，合计${p.money}，明显在涨。加投入。`,
      fading: (p: { customers: number; money: string }) =>
        `${grouped(p.customers)}家，合计${p.money}，明显在跌。按一年少掉的钱排。`,
    },
    name: "客户",
    slope: "每年增减",
    interval: "95%区间",
    openAll: "打开全部",
    months: (p: { n: number }) => `最近${grouped(p.n)}个完整月`,
    quarters: (p: { n: number }) => `最近${grouped(p.n)}个完整季度`,
    y: "每年增减（与自己的平均比）",
    none: "没有。",
    unknown: "太短，看不出",
  },
  how: {
    score: "分数＝各项名次按权重平均×100；查不到的一项，权重分给其他项；只查得到一项的客户不打分。",
    kinds:
      "正在失去价值：有利可图，但销售额明显下滑。最大盈利：其余里合计占一半的最大客户。可观且有潜力：再往下到合计80%，而且明显上升。",
    trend:
      "走势是客户自己的销售额对时间的直线，去掉大家共有的季节；超出95%区间并达到设定的增减才算明显。",
  },
  cells: {
    core: "核心客户",
    top: "最大盈利的客户",
    promising: "可观且有潜力的客户",
    fading: "正在失去价值的客户",
  },
};

export type CoreMessages = typeof messages;
export default messages;
