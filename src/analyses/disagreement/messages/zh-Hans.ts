import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "评分矛盾",
  finding: (p: { customers: number; odd: number; share: string }) =>
    rich`${grouped(p.customers)}家客户里，${marked("any", `${grouped(p.odd)}家`)}（${p.share}）的评分互相矛盾。`,
  findingNone: (p: { customers: number }) =>
    rich`${grouped(p.customers)}家客户的各种评分大体一致，没有明显矛盾的客户。`,
  findingMinor: rich`牵涉的金额都很小，可以不管。`,
  mains: {
    "big-loss": (p: { customers: number; stake: string; share: string }) =>
      rich`最要紧的：${marked("main", `${grouped(p.customers)}家`)}卖得多却亏钱，共亏${p.stake}。`,
    "big-silent": (p: { customers: number; stake: string; share: string }) =>
      rich`最要紧的：${marked("main", `${grouped(p.customers)}家`)}A类客户已经不大来了，他们占销售额的${p.share}。`,
    "big-fading": (p: { customers: number; stake: string; share: string }) =>
      rich`最要紧的：${marked("main", `${grouped(p.customers)}家`)}A类客户以后带不来多少，他们占销售额的${p.share}。`,
    "small-promising": (p: { customers: number; stake: string; share: string }) =>
      rich`最要紧的：${marked("main", `${grouped(p.customers)}家`)}现在是C类，往后预计带来${p.stake}。`,
    "small-profitable": (p: { customers: number; stake: string; share: string }) =>
      rich`最要紧的：${marked("main", `${grouped(p.customers)}家`)}按销售额是C类，却赚了${p.stake}毛利。`,
    "small-active": (p: { customers: number; stake: string; share: string }) =>
      rich`最要紧的：${marked("main", `${grouped(p.customers)}家`)}常来却买得少，共${p.stake}。`,
  },
  controls: { months: "往后看", monthsUnit: "个月" },
  odd: {
    title: "矛盾在哪里，该做什么？",
    sub: "按牵涉的金额在全体里的比重排列；不到1%的用灰色，可以不管。点一行看客户。",
    caption: "每种矛盾的客户数、牵涉的金额和该做的事",
    what: "矛盾",
    customers: "客户",
    stake: "牵涉的金额",
    todo: "该做的事",
    none: "没有发现矛盾的客户。",
    names: {
      "big-loss": "卖得多，却亏钱",
      "big-silent": "买得多，却不来了",
      "big-fading": "从前大，将来小",
      "small-promising": "现在小，将来大",
      "small-profitable": "卖得少，却赚得多",
      "small-active": "常来，却买得少",
    },
    stakes: {
      "big-loss": (p: { money: string }) => `亏${p.money}`,
      "big-silent": (p: { money: string }) => `销售额${p.money}`,
      "big-fading": (p: { money: string }) => `销售额${p.money}`,
      "small-promising": (p: { money: string }) => `预计${p.money}`,
      "small-profitable": (p: { money: string }) => `毛利${p.money}`,
      "small-active": (p: { money: string }) => `销售额${p.money}`,
    },
    share: (p: { stake: string; share: string }) => `${p.stake}（${p.share}）`,
    todos: {
      "big-loss": "逐家查价格、折扣和退货；谈不拢，就不再按大客户对待。",
      "big-silent": "这周就联系，问清楚为什么不来。",
      "big-fading": "按节奏看是在走下坡；趁还在买，找出少买的原因。",
      "small-promising": "刚起步、节奏好：配人跟进，别按小客户对待。",
      "small-profitable": "利润比规模好看：保住价格，看能不能多卖。",
      "small-active": "跑得勤、单子小：推套餐、整箱，或设起订量。",
    },
  },
  top: {
    title: (p: { odd: string }) => `先看这些：${p.odd}`,
    sub: (p: { shown: number; customers: number }) =>
      `金额最大的${grouped(p.shown)}家，共${grouped(p.customers)}家。`,
    name: "客户",
    sales: "销售额",
    profit: "毛利",
    future: "往后预计",
    all: "打开全部",
  },
  matrices: {
    activity: {
      title: "大客户还在来吗？",
      levels: { active: "活跃", middling: "一般", silent: "沉寂" },
    },
    future: { title: "大客户将来还大吗？", levels: { a: "将来A", b: "将来B", c: "将来C" } },
    profit: {
      title: "大客户也赚钱吗？",
      levels: { a: "利润A", b: "利润B", c: "利润C", loss: "亏损" },
    },
    sub: (p: { customers: number; words: string }) =>
      `${grouped(p.customers)}家客户；${p.words}。描边的格子是矛盾。`,
    agreements: {
      strong: "两种评分大体一致",
      some: "两种评分有些一致",
      weak: "两种评分各说各的",
      none: "两种评分无法比较",
    },
    rho: (p: { words: string; rho: string }) => `${p.words}（秩相关${p.rho}）`,
    description: (p: { title: string }) => `${p.title}按销售额的A、B、C类，横向是另一种评分。`,
    grade: (p: { grade: string }) => `${p.grade}类`,
    cell: (p: { grade: string; level: string }) => `${p.grade}类 × ${p.level}`,
    customers: "客户",
    sales: "销售额",
    odd: "矛盾",
    gradeColumn: "等级",
    levelColumn: "另一种评分",
  },
  gaps: {
    "no-profit": "没有毛利或成本，不知道哪些客户亏钱。导入带成本或毛利的订单就能看到。",
    "few-customers": "不到30家客户，算不出将来的价值。",
    "few-repeaters": "回头买过的客户不到10家，算不出将来的价值。",
    "no-fit": "这份数据的购买节奏不合模型，没有给出将来的价值。",
  },
  how: {
    grades: "等级：按这段时间的销售额从高到低，前15%的客户为A，其次35%为B，其余为C。",
    activity:
      "活跃：RFM十一分群里的冠军、忠诚、潜力；沉寂：将睡、有风险、不能失去、冬眠、流失；其余为一般。看全部历史。",
    future: (p: { months: number }) =>
      `将来：用BG/NBD和gamma-gamma模型估计往后${grouped(p.months)}个月的金额，再按同样的比例分A、B、C；与“未来价值”一节同一方法，不折现。`,
    profit: "利润：按已知毛利分A、B、C，小于零的另列为亏损。没有计服务成本，那要看“利润”一节。",
    corners: "只看对角：相邻两级的差别可能只是分界线的偶然。",
    agreement: "一致程度：斯皮尔曼秩相关，1为完全一致，0为互不相干。",
  },
  cells: {
    any: "评分互相矛盾的客户",
    at: (p: { cell: string }) => `${p.cell}的客户`,
  },
  refusals: {
    "few-customers": "这段时间买过的客户不到20家，分不出等级。放宽时间，或换“全部历史”。",
  },
};

export type DisagreementMessages = typeof messages;
export default messages;
