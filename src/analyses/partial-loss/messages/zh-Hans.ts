import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "部分流失",
  finding: (p: { days: number; customers: number; ratio: string; money: string }) =>
    rich`最近${grouped(p.days)}天，${marked("less", `${grouped(p.customers)}家客户`)}还在买，但不到自己平常的${p.ratio}，少买了${marked("money", p.money)}。`,
  findingParts: (p: { overall: number; categories: number }) =>
    rich`其中${marked("overall", `${grouped(p.overall)}家`)}整体买得少了，${marked("categories", `${grouped(p.categories)}家`)}只是个别品类少了。`,
  findingCategories: "都是个别品类少了，整体还看不出。",
  findingStopped: (p: { customers: number }) =>
    rich`另有${marked("stopped", `${grouped(p.customers)}家`)}已经停了，不算在内。`,
  findingNone: (p: { days: number; tested: number }) =>
    rich`最近${grouped(p.days)}天，没有发现买得少了的客户：能判断的${marked("tested", `${grouped(p.tested)}家`)}，都没有少到不像偶然。`,
  refused: {
    title: "还看不出谁买得少了",
    "short-history": (p: { need: number; have: number }) =>
      `要拿最近一段和更早的一段比，至少要${grouped(p.need)}天的订单，现在有${grouped(p.have)}天。可以把比较的天数缩短。`,
    "few-orders": (p: { need: number; have: number }) =>
      `下单太少：一家客户在这些天里至少要有${grouped(p.need)}个下单日，才看得出少买不是偶然；最多的一家有${grouped(p.have)}个。可以把比较的天数放长。`,
  },
  cautions: {
    untested: (p: { tested: number; untested: number }) =>
      `只有${grouped(p.tested)}家下单够多，能判断；另外${grouped(p.untested)}家这些天单子太少，少买了也看不出。比较的天数放长，能多判断一些。`,
    bursts: (p: { times: string }) =>
      `订单常常扎堆，起伏是随机时的${p.times}倍，误报会比设定的多。名单请当作线索，不当作定论。`,
  },
  controls: {
    windowDays: "看最近",
    windows: "对比之前",
    days: "天",
    pieces: "段",
    ratio: "少到平常的",
    level: "误报率上限",
    percent: "%",
    category: "品类",
    byKind: "商品类别",
    movement: "先扣除整体涨落",
  },
  chart: {
    title: "谁买得少了？",
    sub: (p: { shown: number; pastDays: number }) =>
      `少得最多的${grouped(p.shown)}笔：圆圈是按自己前${grouped(p.pastDays)}天的平常水平该有的，圆点是实际的。`,
    moved: (p: { movement: string }) =>
      `还在买的老客户，下单天数合起来是以前的${p.movement}，已经先扣除。`,
    description: (p: { name: string; money: string }) =>
      `各家客户平常该有的金额和实际金额的对比；少得最多的是${p.name}，少了${p.money}。`,
    point: (p: { name: string; category: string }) => `${p.name} · ${p.category}`,
    expected: "平常该有",
    actual: "实际",
    atRisk: "少买",
    interval: "少买的95%区间",
    ratio: "是平常的",
    ratioInterval: "比例的95%区间",
    orders: "下单日",
    expectedOrders: "平常该有的下单日",
    ordersOf: (p: { orders: string; expected: string }) => `${p.orders}天，平常${p.expected}天`,
    p: "p值",
    q: "误报率",
    customer: "客户",
    category: "品类",
    all: "全部",
  },
  list: {
    title: "买得少了的客户",
    sub: (p: { shown: number; lines: number; money: string; low: string; high: string }) =>
      `合计少买${p.money}（95%区间${p.low}至${p.high}）。${p.lines > p.shown ? `这里是前${grouped(p.shown)}笔。` : ""}`,
    caption: "少买最多的客户",
    mainly: (p: { categories: string }) => `全部，尤其是${p.categories}`,
    openAll: (p: { customers: number }) => `打开这${grouped(p.customers)}家`,
  },
  categories: {
    title: "少在哪些品类？",
    sub: "还在买的客户里，单看这个品类买得少了的。整个品类的涨落已经先扣除。",
    caption: "各品类少买的客户和金额",
    customers: "客户",
    tested: "能判断",
    movement: "整个品类的涨落",
  },
  stopped: {
    title: "已经停了的客户",
    sub: (p: { days: number; money: string }) =>
      `超过${grouped(p.days)}天没有下单，或按自己的步子早该下单却一单没有。照平常，他们这段时间该买${p.money}。`,
    caption: "停了的客户",
    lastDay: "最后下单",
    openAll: (p: { customers: number }) => `打开这${grouped(p.customers)}家`,
  },
  how: {
    test: (p: { days: number; windows: number }) =>
      `每家客户和自己比：最近${grouped(p.days)}天，对前面${grouped(p.windows)}段同样长的日子（首单那天不算，来得晚的从首单后一天算起）。`,
    exact: "下单日一天算一次；少得像不像偶然，用精确的条件二项检验。",
    discovery: (p: { level: string }) =>
      `同时看很多家，难免有碰巧的：用Benjamini–Hochberg方法，把名单里碰巧的比例控制在${p.level}以内。`,
    atRisk: (p: { ratio: string }) =>
      `少买＝平常该有的金额−实际金额。实际不到平常的${p.ratio}才列出；整体已经列出的客户，品类的钱不重复算。`,
    movement: (p: { movement: string }) =>
      `大家都少买（淡季、行情）不算一家客户的流失：还在买的客户合起来是以前的${p.movement}，平常水平先按它打折，最多不打折。`,
    tested: (p: { tested: number; pairs: number }) =>
      `能判断：哪怕一单没有、碰巧的可能也不到5%的才检验。检验了${grouped(p.tested)}家客户、${grouped(p.pairs)}个客户与品类的组合。`,
    noCategory: "数据里没有品类，只能看每家客户的整体。",
    unnamed: (p: { lines: number }) => `${grouped(p.lines)}行没有写品类，只算在整体里。`,
  },
  cells: {
    less: "买得少了的客户",
    overall: "整体买得少了的客户",
    categories: "个别品类买得少了的客户",
    stopped: "已经停了的客户",
    tested: "能判断是否买得少了的客户",
    line: (p: { place: number }) => `少买第${grouped(p.place)}名的客户`,
    category: (p: { place: number }) => `在少买第${grouped(p.place)}位的品类里买得少了的客户`,
  },
};

export type PartialLossMessages = typeof messages;
export default messages;
