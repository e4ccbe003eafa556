import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "细分吸引力",
  finding: (p: { name: string; score: string }) =>
    rich`按现在的权重，${marked("top", p.name)}最值得投入（${p.score}分）。`,
  holds: {
    always: "怎么改权重，它都是第一。",
    stable: (p: { part: string }) => `每个权重上下变动${p.part}以内，第一名都不变。`,
    unstable: (p: { part: string; rival: string }) =>
      `但权重只要变动${p.part}，就可能换成“${p.rival}”。`,
  },
  chance: (p: { share: string }) => `换一批同类客户重算，${p.share}的情形仍是它第一。`,
  tooFew: "20家以上的客户群不到两组，没法比较谁更值得投入；各组的数见下表。",
  controls: {
    by: "按什么分",
    rfm: "RFM分群（期初）",
    grade: "等级（期初）",
    weights: "权重",
    size: "规模",
    growth: "增长",
    margin: "毛利率",
    risk: "流失少",
  },
  criteria: { size: "规模", growth: "增长", margin: "毛利率", risk: "流失少" },
  missing: "未填写",
  yes: "是",
  no: "否",
  rest: (p: { groups: number }) => `其余${grouped(p.groups)}组`,
  chart: {
    title: "哪些客户群值得投入？",
    sub: (p: { from: string; to: string }) =>
      `${p.from}至${p.to}，按期初的分组；满分100，由四项按权重加成。`,
    description: (p: { groups: number }) => `${grouped(p.groups)}组客户的吸引力得分，由高到低。`,
    score: (p: { score: string }) => `${p.score}分`,
    rank: "名次",
    ranks: (p: { best: number; worst: number }) =>
      p.best === p.worst ? `第${grouped(p.best)}` : `第${grouped(p.best)}–${grouped(p.worst)}`,
    leftOut: (p: { names: string }) => `有的组没有${p.names}的数，这一项没有计分。`,
    halved: "所选区间之前没有人买过，所以拿它的后一半和前一半相比。",
    orderStable: "权重上下浮动20%，整个名次都不变。",
    orderLoose: "权重上下浮动20%，有些名次会变，见“名次范围”。",
    profitUnknown: (p: { lines: number }) =>
      `${grouped(p.lines)}行订单没有毛利，毛利率按已知的算。`,
    newcomers: (p: { customers: number; sales: string }) =>
      `另有${grouped(p.customers)}家客户期初还没有买过（这段时间买了${p.sales}），不在任何组里。`,
    openNew: "打开这些客户",
    small: "不足20家的组只列数，不打分。",
    columnCaution:
      "用现在的属性或自建细分来分组时，要当心它是不是事后才填的：那样增长和流失就是自己证明自己。",
  },
  table: {
    title: "各组的数",
    sub: "流失：上一期买过、这一期没有买的比例，括号里是95%区间。",
    caption: "各组的规模、增长、毛利率、流失与得分",
    name: "客户群",
    customers: "客户数",
    sales: "销售额",
    growth: "增长",
    margin: "毛利率",
    lost: "流失",
    score: "得分",
    range: "名次范围（权重±20%）",
    first: "重抽时第一",
    openLost: (p: { name: string }) => `看“${p.name}”里流失的客户`,
  },
  how: [
    "分组用期初的样子：这一期发生的事没有参与分组，否则“增长快的组增长快”只是同义反复。",
    "四项各按各组的最低和最高换算成0到1，流失越少越好；再按权重加成。",
    "名次范围是算出来的，不是试出来的：两组之差是权重的一次式，权重各在±20%内时的最小值和最大值可以直接写出。",
    "重抽：每组的客户有放回地重抽，看第一名换不换。",
  ],
  cells: {
    group: (p: { place: number }) => `吸引力第${grouped(p.place)}的客户群`,
    lost: (p: { place: number }) => `吸引力第${grouped(p.place)}的客户群里流失的客户`,
    new: "期初还没有买过的客户",
  },
};

export type AttractivenessMessages = typeof messages;
export default messages;
