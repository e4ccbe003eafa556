import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "交叉分析",
  noAttribute:
    "客户表里还没有可以分组的列。导入一份客户资料（地区、行业、年龄、性别、自己的列都行），就能看出哪类客户不一样。",
  findingApart: (p: {
    name: string;
    value: string;
    other: string;
    otherValue: string;
    outcome: string;
  }) =>
    rich`${p.outcome}：${marked("high", p.name)}最高，${p.value}；${marked("low", p.other)}最低，${p.otherValue}。`,
  findingSums: (p: {
    name: string;
    value: string;
    share: string;
    other: string;
    otherValue: string;
    outcome: string;
  }) =>
    rich`${p.outcome}：${marked("high", p.name)}最多，${p.value}，占${p.share}；${marked("low", p.other)}最少，${p.otherValue}。`,
  findingOne: (p: { name: string; value: string; outcome: string }) =>
    rich`${p.outcome}：${marked("high", p.name)}${p.value}。`,
  findingMore: (p: { name: string; customers: number }) =>
    rich`${marked("high", p.name)}的客户有${grouped(p.customers)}家，比两者互不相干时多得最明显。`,
  findingFewer: (p: { name: string; customers: number }) =>
    rich`${marked("high", p.name)}的客户只有${grouped(p.customers)}家，比两者互不相干时少得最明显。`,
  findingTest: (p: { by: string; pValue: string; size: string }) =>
    rich`按${p.by}分组，差别不是偶然（${p.pValue}），${p.size}。`,
  findingNone: (p: { by: string; outcome: string; pValue: string }) =>
    rich`按${p.by}分组，${marked("none", "看不出差别")}：${p.outcome}的高低可以是偶然（${p.pValue}）。`,
  findingFew: (p: { by: string }) =>
    rich`按${p.by}分组，没有哪一组的客户多到能下结论。把分组合并，或换一个属性。`,
  findingLargest: (p: { by: string; name: string; share: string; customers: number }) =>
    rich`${grouped(p.customers)}家客户按${p.by}分组，${marked("high", p.name)}最多，占${p.share}。`,
  both: (p: { row: string; column: string }) => `${p.row} × ${p.column}`,
  sizes: {
    negligible: "但小到可以不管",
    small: "差别小",
    medium: "差别中等",
    large: "差别大",
  },
  outcomes: {
    mean: "平均每家销售额",
    customers: "客户数",
    sales: "销售额",
    profit: "毛利",
    retention: "再次购买率",
  },
  groups: {
    yes: "是",
    no: "否",
    missing: "未填",
    any: "任何值",
    year: (p: { year: number }) => `${p.year}年`,
    rest: (p: { groups: number }) => `其余${grouped(p.groups)}组`,
    below: (p: { to: string }) => `${p.to}以下`,
    from: (p: { from: string }) => `${p.from}及以上`,
    between: (p: { from: string; to: string }) => `${p.from}–${p.to}`,
  },
  controls: {
    outcome: "看什么",
    rows: "按什么分",
    columns: "再按",
    auto: (p: { name: string }) => `自动：${p.name}`,
    autoNone: "自动",
    none: "不再分",
    bins: "数字分成",
    binsUnit: "段",
    cuts: "分界",
    cutsHint: "例如 30, 45, 60；空着则各段客户一样多",
    cutsWrong: (p: { pieces: string }) => `读不懂：${p.pieces}`,
    again: "前后各看",
    days: "天",
  },
  title: "哪一组不一样？",
  sub: (p: { customers: number; period: string }) => `${grouped(p.customers)}家客户，${p.period}。`,
  upTo: (p: { day: string }) => `截至${p.day}的全部历史`,
  small: (p: { cells: number; least: number }) =>
    `有${grouped(p.cells)}格不到${p.least}家客户，用灰色，不作结论。`,
  description: (p: { by: string; outcome: string }) => `按${p.by}分组的${p.outcome}。`,
  overall: "全部客户",
  all: "合计",
  few: "客户太少，不作结论",
  table: {
    title: "各组的数字",
    caption: "每组的客户数、数值、区间和占比",
    group: "分组",
    customers: "客户",
    interval: "95%区间",
    low: "下限",
    high: "上限",
    share: "占客户",
    rowShare: "占本行",
    salesShare: "占销售额",
    profitShare: "占毛利",
    median: "中间一家",
    z: "偏离（标准化残差）",
    note: "注意",
  },
  screen: {
    title: "哪个属性最说明问题？",
    sub: "逐个属性检验，同时看了几个已经折算在内。点一行，换到这个属性。",
    caption: "每个属性的组数、差别大小和检验",
    attribute: "属性",
    groups: "组数",
    verdict: "差别",
    effect: "效应 · p值（折算后）",
    none: "看不出差别",
    untested: "无法检验",
    cramer: "V",
    epsilon: "ε²",
  },
  how: {
    outcome: {
      mean: "平均每家销售额：这组客户的销售额之和除以家数；区间是均值的95%区间（t分布）。中间一家不受个别大客户影响，两个数一起看。",
      customers: "客户数：有过销售的客户。占比的区间是Wilson 95%区间。",
      sales: "销售额：各组合计，是实数，没有区间；检验比较的是每家客户的销售额。",
      profit: "毛利：已知毛利的合计，没有区间；检验比较的是每家客户的毛利。",
      retention:
        "再次购买率：前一段天数里买过的客户，有多少在最近这一段又买了。区间是Wilson 95%区间。",
    },
    groups:
      "文字一词一组，多的在前，太多时小组合并；数字分成客户数相近的几段（或按给定的分界），每段含下限；日期按年。没填的单独一组，不参加检验。",
    test: {
      "chi-squared": (p: { statistic: string; df: number; pValue: string; effect: string }) =>
        `卡方检验：χ²=${p.statistic}，自由度${grouped(p.df)}，${p.pValue}；效应Cramér's V=${p.effect}。`,
      "kruskal-wallis": (p: { statistic: string; df: number; pValue: string; effect: string }) =>
        `Kruskal–Wallis检验（比高低次序，不怕个别大客户）：H=${p.statistic}，自由度${grouped(p.df)}，${p.pValue}；效应ε²=${p.effect}。`,
    },
    weak: "五分之一以上的格子期望不到5家，p值只是大概。",
    screen: (p: { attributes: number }) =>
      `自动：从${grouped(p.attributes)}个属性里挑差别最大的；因为挑过，用的是按Benjamini–Hochberg折算的p值。`,
    small: "不到30家（只数客户时不到5家）的格子用灰色，不写进结论；不到5家的组不参加次序检验。",
    unknown: (p: { customers: number }) => `${grouped(p.customers)}家客户的数值未知，没有计入。`,
  },
  cells: {
    row: (p: { row: string }) => `交叉分析第${p.row}组的客户`,
    column: (p: { column: string }) => `交叉分析第${p.column}列的客户`,
    at: (p: { row: string; column: string }) => `交叉分析第${p.row}行第${p.column}列的客户`,
  },
  refusals: {
    "no-customers": "这段时间没有客户买过。放宽时间，或换“全部历史”。",
    "no-profit": "还差“成本”或“毛利”一列。",
    "nobody-before": "前一段时间没有客户买过，算不出再次购买率。把天数加长。",
  },
};

export type CrossMessages = typeof messages;
export default messages;
