import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "行为分群",
  refusals: {
    "few-customers": "客户太少，逐家看就好。",
    "too-alike": "客户的购买情况几乎一样，分不出群。",
  },
  finding: (p: { customers: number; k: number }) =>
    rich`${grouped(p.customers)}家客户按购买行为分成${marked("k", `${grouped(p.k)}群`)}。`,
  findingLargest: (p: { name: string; customers: number; share: string; money: string }) =>
    rich`${marked("largest", `“${p.name}”${grouped(p.customers)}家`)}占客户的${p.share}，带来${p.money}的金额。`,
  findingGone: (p: { name: string; customers: number; money: string }) =>
    rich`${marked("gone", `“${p.name}”${grouped(p.customers)}家`)}曾经买得多，却很久没来，累计金额${p.money}。`,
  clarity: {
    clear: "群与群分得清楚。",
    fair: "群与群大致分得开，边界上有过渡。",
    weak: "客户是连续过渡的，群与群之间没有天然的界线，请当作方便管理的划分。",
  },
  unstable: "换一批客户重算，各种分法都不太稳定，请谨慎使用。",
  chosen: (p: { best: number }) => `您选了群数；数据本身最支持分${grouped(p.best)}群。`,
  sampled: (p: { sampled: number }) =>
    `群数是用随机抽取的${grouped(p.sampled)}家选定的，再把全部客户归入各群。`,
  number: "群数",
  auto: "自动",
  count: (p: { k: number }) => `${p.k}群`,
  map: {
    title: "各群在哪里？",
    sub: (p: { asOf: string }) =>
      `横轴是多久没下单，纵轴是每家金额，都取中位数；圆的大小是客户数。截至${p.asOf}。`,
    description: (p: { k: number; largest: string }) =>
      `${p.k}个群的位置，金额最多的是“${p.largest}”。`,
    x: "距上次下单（天）",
    y: "每家金额",
  },
  list: {
    title: "每一群是什么样的客户？",
    sub: "各项为该群的中位数；点一行看是哪些客户。",
    name: "群",
    customers: "客户",
    share: "占金额",
    recency: "多久没下单",
    orders: "订单数",
    days: "下单天数",
    money: "每家金额",
    stability: "稳定度",
  },
  levels: {
    recency: { low: "最近买过", middle: "有一阵没买", high: "很久没买" },
    frequency: { low: "买得少", middle: "次数中等", high: "买得勤" },
    money: { low: "金额小", middle: "金额中等", high: "金额大" },
  },
  names: {
    recent: { high: "活跃大客户", middle: "活跃常客", low: "新近小客户" },
    middle: { high: "放缓的大客户", middle: "普通客户", low: "零星客户" },
    long: { high: "走远的大客户", middle: "久未下单的客户", low: "沉睡小客户" },
  },
  numbered: (p: { name: string; number: number }) => `${p.name}${p.number}`,
  choices: {
    title: "分几群合适？",
    sub: "轮廓系数越大，群分得越开；稳定度是换一批客户后还能找回同样群的程度，0.75以上算稳定。点一行改用它。",
    k: "群数",
    silhouette: "轮廓系数",
    stability: "稳定度",
    gap: "间隔统计量",
    shown: "现用",
  },
  cells: { cluster: (p: { number: number }) => `行为分群第${p.number}群的客户` },
  how: [
    "用距上次下单的天数、下单次数和金额三项，先取对数，再按中位数和四分位距统一尺度，三项同样重要。",
    "k均值法：让每家客户离自己群的中心尽量近；每种群数试20个起点，结果固定，可以重算。",
    "自动时，在稳定的群数里取轮廓系数最大的一种。",
    "群名按三项的中位数在全部客户中的位置（上、中、下三分之一）起。",
  ],
};
export type ClustersMessages = typeof messages;
export default messages;
