import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "销售增减",
  refusals: {
    "no-before": "对比期的数据不够：至少要覆盖对比期的九成，才能说增减。",
    "no-sales": "两个时期都没有销售。",
  },
  finding: (p: { now: string; change: string; growth: string }) =>
    rich`销售额${p.now}，比对比期${marked("change", p.change)}（${p.growth}）。`,
  findingPlain: (p: { now: string; change: string }) =>
    rich`销售额${p.now}，比对比期${marked("change", p.change)}。`,
  more: (p: { money: string }) => `多${p.money}`,
  less: (p: { money: string }) => `少${p.money}`,
  equal: "持平",
  findingFactor: (p: { factor: string; effect: string }) =>
    rich`影响最大的是${marked("factor", p.factor)}：${p.effect}。`,
  findingMoves: (p: { gained: string; lost: string }) =>
    rich`新客户和赢回的客户带来${marked("new", p.gained)}，流失的客户带走${marked("lost", p.lost)}。`,
  findingKept: (p: { nrr: string }) =>
    rich`对比期的老客户这一期还贡献当时的${marked("nrr", p.nrr)}。`,
  controls: {
    against: "和谁比",
    againsts: { before: "上一期", year: "上年同期" },
    method: "分摊方法",
    methods: { lmdi: "对数平均", shapley: "Shapley值" },
    rows: "行",
    columns: "列",
    auto: "自动",
    none: "不分列",
  },
  bridge: {
    title: "哪些客户带来了增减？",
    sub: (p: { before: string; now: string }) => `从${p.before}到${p.now}；点一根柱看是哪些客户。`,
    description: "从对比期销售额到本期销售额的瀑布图，按新客户、赢回、增购、减购和流失分段。",
    before: "对比期",
    now: "本期",
    group: "客户",
    customers: "家数",
    change: "增减",
    beforeMoney: "对比期销售额",
    nowMoney: "本期销售额",
    moves: {
      new: "新客户",
      "won-back": "赢回",
      up: "买得更多",
      same: "没有变化",
      down: "买得更少",
      lost: "流失",
    },
  },
  factors: {
    title: "增减拆成几个因素",
    sub: "销售额＝客户数×每家订单数×每单件数×每件金额；各部分合计正好等于增减额。点一行看这一因素有变动的客户。",
    none: "有一期没有销售额，拆不成因素。",
    factor: "因素",
    before: "对比期",
    now: "本期",
    change: "变化",
    effect: "带来的增减",
    movers: "有变动的客户",
    names: {
      piece: { customers: "客户数", frequency: "每家订单数", items: "每单件数", price: "每件金额" },
      line: { customers: "客户数", frequency: "每家订单数", items: "每单行数", price: "每行金额" },
    },
  },
  kept: {
    title: "老客户的钱留住了多少？",
    sub: "净留存＝老客户本期÷当期销售额，含增购；毛留存不算增购。区间按抽取客户计算，95%。",
    period: "客户所属时期",
    customers: "客户",
    retention: "客户留存",
    nrr: "净留存NRR",
    interval: "95%区间",
    grr: "毛留存GRR",
  },
  pivot: {
    title: (p: { by: string }) => `按${p.by}看增减`,
    titleTwo: (p: { rows: string; columns: string }) => `按${p.rows}和${p.columns}看增减`,
    sub: "贡献＝增减额÷对比期全部销售额，各行相加就是总增幅。点一行看是哪些客户。",
    subTwo: "格子里是增减额，点一格看是哪些客户；各行贡献相加就是总增幅。",
    before: "对比期",
    now: "本期",
    change: "增减",
    growth: "增幅",
    contribution: "贡献",
    customers: "客户",
    rest: "其余",
    missing: "未写明",
  },
  movers: {
    rises: "增加最多的客户",
    falls: "减少最多的客户",
    none: "没有这样的客户。",
    sub: "点一家看详情。",
    name: "客户",
    move: "情形",
    before: "对比期",
    now: "本期",
    change: "增减",
  },
  cells: {
    period: (p: { number: number }) => `往前第${p.number}个对比期的客户`,
    all: "任一时期有销售的客户",
    move: (p: { name: string }) => `销售增减中“${p.name}”的客户`,
    factor: (p: { name: string }) => `“${p.name}”有变动的客户`,
    row: (p: { number: number }) => `销售增减表第${p.number}行的客户`,
    cell: (p: { row: number; column: number }) => `销售增减表第${p.row}行第${p.column}列的客户`,
  },
  how: [
    "只算销售行，退货没有扣除。新客户：首次购买在对比期之后；赢回：对比期之前买过、对比期没买、本期又买；流失：对比期买过、本期没买。",
    "对数平均：每个因素分到L·ln（本期÷对比期），L是两期销售额的对数平均。Shapley值：四个因素按所有先后次序逐个变动，取平均。两种都没有余数。",
  ],
  periods: (p: { before: string; now: string; customersBefore: number; customersNow: number }) =>
    `对比期${p.before}（${grouped(p.customersBefore)}家），本期${p.now}（${grouped(p.customersNow)}家）。`,
  itemLine: "数据没有每行的数量，所以一行算一件。",
  orderDay: "数据没有订单号，同一客户同一天算一单。",
};
export type BridgeMessages = typeof messages;
export default messages;
