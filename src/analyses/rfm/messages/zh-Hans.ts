import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

interface SegmentWords {
  readonly name: string;
  /** Who they are and what to do, in a line. */
  readonly advice: string;
}

const eleven: Readonly<Record<string, SegmentWords>> = {
  champions: { name: "冠军客户", advice: "刚买过、常买、买得多：给特权，请他们推荐" },
  loyal: { name: "忠诚客户", advice: "常买，花费高：推新品，邀请加入会员" },
  potential: { name: "潜在忠诚", advice: "最近买过，次数和金额中下：推荐相关产品" },
  new: { name: "新客户", advice: "刚买过，次数和金额最低：帮他们用好，早日再买" },
  promising: { name: "有希望", advice: "不久前买过，次数和金额最低：保持接触" },
  attention: { name: "需要关注", advice: "各项都在中间，开始变冷：给限时理由" },
  sleeping: { name: "将要沉睡", advice: "有一阵没来，买得少：用热门产品唤醒" },
  "at-risk": { name: "有流失风险", advice: "曾经常买，很久没来：专人联系" },
  "cannot-lose": { name: "不能失去", advice: "曾经买得最多，很久没来：马上上门" },
  hibernating: { name: "休眠", advice: "很久以前买过少许：低成本触达" },
  lost: { name: "已流失", advice: "最久没来，买得最少：不再投入" },
};

const eight: Readonly<Record<string, SegmentWords>> = {
  "important-value": { name: "重要价值", advice: "最近、常买、金额高：重点服务" },
  "important-develop": { name: "重要发展", advice: "最近、金额高、次数少：提高频次" },
  "important-keep": { name: "重要保持", advice: "常买、金额高、最近没来：主动联系" },
  "important-win-back": { name: "重要挽留", advice: "金额高、次数少、最近没来：设法挽回" },
  "general-value": { name: "一般价值", advice: "最近、常买、金额低：提高客单价" },
  "general-develop": { name: "一般发展", advice: "最近、次数少、金额低：培养习惯" },
  "general-keep": { name: "一般保持", advice: "常买、金额低、最近没来：简单提醒" },
  "general-win-back": { name: "一般挽留", advice: "三项都低：低成本维持" },
};

const messages = {
  name: "RFM细分",
  segments: { ...eleven, ...eight } as Readonly<Record<string, SegmentWords>>,
  /** Of the 27 cells. */
  cellName: (p: { r: string; f: string; m: string }) => `R${p.r}F${p.f}M${p.m}格`,
  cellAdvice: (p: { r: string; f: string; m: string }) => `最近${p.r}，次数${p.f}，金额${p.m}`,
  level: { low: "低", middle: "中", high: "高" },
  measures: { sales: "销售额", net: "净销售额" },
  finding: (p: { name: string; customers: number; customerShare: string; amountShare: string }) =>
    rich`${marked("first", p.name)}${grouped(p.customers)}家，占客户${p.customerShare}，占金额${p.amountShare}。`,
  findingMoved: (p: { moved: number; day: string }) =>
    `与${p.day}相比，${grouped(p.moved)}家客户换了分组。`,
  findingRisk: (p: { customers: number; amount: string }) =>
    rich`${marked("risk", `${grouped(p.customers)}家`)}曾经常买的客户最近没来，过去买了${p.amount}。`,
  grid: {
    title: "最近买过、又常买的有多少？",
    sub: (p: { customers: number; frequency: string; day: string }) =>
      `${grouped(p.customers)}家客户；横向${p.frequency}，纵向最近一次下单，分数越高越好；截至${p.day}。颜色深浅是金额。`,
    description: "按最近一次下单和次数的分数排成方格，每格写有客户数和金额。",
    recency: "最近R",
    frequency: "次数F",
    customers: "客户",
    customerShare: "占客户",
    amount: "金额",
    meanM: "金额平均分",
    cell: (p: { r: number; f: number }) => `R${p.r} F${p.f}`,
    count: (p: { customers: number }) => `${grouped(p.customers)}家`,
  },
  frequencies: { "order-days": "下单天数", orders: "订单数" },
  bars: {
    title: "钱在哪一群客户手里？",
    sub: (p: { measure: string; amount: string }) =>
      `各群占${p.measure}（共${p.amount}）的比例；短线是占客户数的比例，钱的条超过短线，说明这群客户更值钱。`,
    description: "每群客户一条横条，长短是占金额的比例，短线是占客户数的比例。",
  },
  table: {
    title: "每一群是谁，比上一期多了还是少了？",
    sub: (p: { day: string }) => `变动与${p.day}相比，用今天的分数界线。`,
    subWithout: "数据不够早，没有可比的上一期。",
    caption: "各群的客户数、金额、典型值与变动",
    segment: "分组",
    customers: "客户",
    customerShare: "占客户",
    amount: "金额",
    amountShare: "占金额",
    recency: "未下单天数",
    frequency: "次数",
    typicalAmount: "金额中位数",
    arrived: "进来",
    left: "离开",
    change: "净变",
  },
  moves: {
    title: "客户从哪里搬到了哪里？",
    sub: (p: { moved: number; stayed: number; day: string }) =>
      `自${p.day}以来，${grouped(p.moved)}家换了分组，${grouped(p.stayed)}家没有换。人数最多的几路：`,
    caption: "换了分组的客户，按人数排列",
    from: "原来",
    to: "现在",
    customers: "客户",
  },
  scores: {
    title: "分数是怎么分的？",
    sub: (p: { method: string }) => `${p.method}。每格是取值范围和客户数。`,
    caption: "各分数的取值范围和客户数",
    score: "分数",
    range: (p: { from: string; to: string }) => `${p.from}以上，至${p.to}`,
    upTo: (p: { to: string }) => `至${p.to}`,
    above: (p: { from: string }) => `${p.from}以上`,
    relative: "按名次",
  },
  presetLabel: "分组",
  presets: { eleven: "11类", eight: "8类（高低）", three: "27格" },
  methodLabel: "打分",
  methods: {
    quantile: "按人数等分（分位数）",
    rank: "按名次等分",
    fixed: "固定界线",
    median: "高于或低于中位数",
    mean: "高于或低于平均值",
  },
  frequencyLabel: "次数",
  cutsLabel: { recency: "最近（天）", frequency: "次数", money: "金额" },
  cutField: (p: { axis: string; index: number }) => `${p.axis}界线${p.index}`,
  how: {
    axes: (p: { frequency: string; measure: string }) =>
      `R＝截至日距最近一次下单的天数，F＝${p.frequency}，M＝${p.measure}；各自打分，R越近分越高，值相同分也相同。`,
    map: "11类看R和F、M的平均分（半分进上）；8类看三项高低；27格是三项各三档。每个分数组合只属于一个分组。",
    basis: (p: { customers: number; period: string }) =>
      `依据：${p.period}内有成交的${grouped(p.customers)}家客户。`,
    leftOut: (p: { returned: number; cancelled: number; free: number; idle: number }) =>
      `未计入：退货${grouped(p.returned)}行、取消${grouped(p.cancelled)}行、赠送${grouped(p.free)}行；没有成交的客户${grouped(p.idle)}家。`,
    noOrderId: "数据里没有订单号，次数按下单天数计。",
    small: "不到5家的分组颜色变浅，不下判断。",
  },
  refusals: {
    "no-sales": "没有成交的客户，分不了组。换一个区间，或放宽筛选。",
  },
};

export type RfmMessages = typeof messages;
export default messages;
