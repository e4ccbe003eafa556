import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "客户集中度",
  measures: { sales: "销售额", net: "净销售额", profit: "毛利" },
  finding: (p: { ratio: string; customers: number; measure: string }) =>
    rich`前${marked("top", p.ratio)}的客户（${grouped(p.customers)}家）带来80%的${p.measure}。`,
  findingTop: (p: { share: string }) => `最大的20%客户占${p.share}。`,
  findingBefore: (p: { ratio: string }) => `上一期要前${p.ratio}的客户才到80%。`,
  curve: {
    title: "谁在支撑我们？",
    sub: (p: { customers: number; measure: string; period: string }) =>
      `${grouped(p.customers)}家客户按${p.measure}从高到低累计，${p.period}。`,
    amountBenchmark: (p: { measure: string; expected: string; actual: string }) =>
      `A、B、C各占${p.measure}：基准${p.expected}，实际${p.actual}。`,
    customerBenchmark: (p: { expected: string; actual: string }) =>
      `A、B、C各占客户数：基准${p.expected}，实际${p.actual}。`,
    description: (p: { ratio: string; measure: string; share: string }) =>
      `累计曲线：前${p.ratio}的客户带来80%的${p.measure}，最大的20%客户占${p.share}。`,
    mark: (p: { ratio: string; measure: string }) => `${p.ratio}的客户 → 80%的${p.measure}`,
    pointTitle: (p: { ratio: string; customers: number }) =>
      `前${p.ratio}的客户（${grouped(p.customers)}家）`,
    cumulative: "累计占比",
    grade: "等级",
    customers: "客户数",
    customerShare: "客户占比",
  },
  grades: {
    title: "三类客户离基准有多远？",
    caption: "各等级的客户数、金额、占比与基准",
    grade: "等级",
    name: { a: "A类", b: "B类", c: "C类" },
    customers: "客户",
    customerShare: "占客户",
    amount: "金额",
    amountShare: "占金额",
    benchmark: "基准",
    distance: "差距",
    from: "最低",
    total: (p: { cut: string; distance: string }) =>
      `${p.cut}。与基准相比，${p.distance}落在别的等级。`,
  },
  readings: {
    caption: "四种分级办法下的客户数和金额占比",
    cut: "换一种分法",
    grade: (p: { customers: number; share: string }) => `${grouped(p.customers)}家 ${p.share}`,
  },
  cutLabel: "分级办法",
  cuts: {
    "rank-15-35-50": "按客户数15/35/50",
    "rank-20-30-50": "按客户数20/30/50",
    "cumulative-50-80": "按金额累计50/80",
    "cumulative-80-95": "按金额累计80/95",
  },
  measureLabel: "衡量",
  lorenz: {
    title: "差距有多大？",
    sub: (p: { gini: string; effective: string; customers: number }) =>
      `基尼系数${p.gini}；集中程度相当于${p.effective}家同样大的客户（实有${grouped(p.customers)}家）。`,
    description: (p: { gini: string }) => `洛伦兹曲线，基尼系数${p.gini}；越弯，差距越大。`,
    equal: "人人一样",
    pointTitle: (p: { ratio: string }) => `最小的${p.ratio}客户`,
    share: (p: { measure: string }) => `占${p.measure}`,
    customers: "客户占比（从小到大）",
  },
  deciles: {
    title: "有没有“平均客户”？",
    sub: (p: { mean: string; above: string; median: string }) =>
      `平均${p.mean}，比${p.above}的客户都高；中间那一家是${p.median}。`,
    description: "按金额从小到大排，每隔10%取一家客户的金额，并标出平均值。",
    mean: (p: { amount: string }) => `平均${p.amount}`,
    pointTitle: (p: { percent: string }) => `第${p.percent}分位`,
    position: "分位",
    amount: "金额",
  },
  how: {
    formula:
      "客户按金额从高到低排，前k家的占比＝前k家金额之和÷全部金额之和。按客户数分级：名次÷客户数不超过界线；按金额累计分级：累计到达界线为止，跨线的那一家算在内。",
    gini: "基尼系数：0为人人一样，越接近1越集中。相当客户数＝金额之和的平方÷金额平方之和。",
    basis: (p: { customers: number; lines: number; period: string }) =>
      `依据：${p.period}内有成交的${grouped(p.customers)}家客户，${grouped(p.lines)}行销售。`,
    leftOut: (p: { returned: number; cancelled: number; free: number; idle: number }) =>
      `未计入：退货${grouped(p.returned)}行、取消${grouped(p.cancelled)}行、赠送${grouped(p.free)}行；这段时间没有成交的客户${grouped(p.idle)}家。`,
    netted: (p: { amount: string }) => `已扣除退货和取消${p.amount}。`,
    nonPositive: (p: { customers: number; amount: string }) =>
      `有${grouped(p.customers)}家客户的金额不大于零（合计${p.amount}），排在最后，占比按零计。`,
    profitMissing: (p: { lines: number; customers: number }) =>
      `${grouped(p.lines)}行没有毛利；全部行都没有毛利的${grouped(p.customers)}家客户不参加排名。`,
  },
  refusals: {
    "no-sales": "这段时间里没有成交的客户。换一个区间，或放宽筛选。",
    "profit-missing": "数据里没有毛利或成本，不能按毛利排名。导入时对应“成本”或“毛利”一列即可。",
    "nothing-positive": "所有客户的金额都不大于零，占比无从算起。",
  },
};

export type ParetoMessages = typeof messages;
export default messages;
