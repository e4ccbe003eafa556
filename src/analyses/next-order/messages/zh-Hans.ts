import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "下次下单",
  refusals: { "few-rhythms": "至少要有十家客户下过三次单，才看得出节奏。" },
  finding: (p: { overdue: number; money: string }) =>
    rich`${marked("overdue", `${grouped(p.overdue)}家`)}按自己的节奏早该下单，还没有动静，涉及${marked("money", p.money)}。`,
  findingNone: "没有一家客户明显晚于自己的节奏。",
  findingDue: (p: { due: number; money: string }) =>
    rich`另有${marked("due", `${grouped(p.due)}家`)}正好到了该下单的时候（${p.money}）。`,
  findingSoon: (p: { days: string; soon: number; money: string }) =>
    rich`今后${p.days}预计有${marked("soon", `${grouped(p.soon)}家`)}下单，合计约${p.money}。`,
  ahead: "多少天内算快到",
  dayUnit: "天",
  weeks: {
    title: "订单该在哪一周来？",
    sub: (p: { customers: number }) =>
      `${grouped(p.customers)}家有节奏、没有走掉的客户，按预计下单日分周；左边是已经过了日子还没来的。`,
    description: "以截止日为界，逾期和将来各周预计订单金额的柱图。",
    past: (p: { weeks: number }) => `晚${p.weeks}周`,
    future: (p: { weeks: number }) => `${p.weeks}周后`,
    thisWeek: "7天内",
    week: "预计下单的周",
    customers: "客户",
    money: "预计金额",
    beyond: (p: { name: string }) => `${p.name}以上`,
  },
  states: {
    title: "客户走到了哪一步？",
    sub: (p: { rhythm: number; all: number }) =>
      `${grouped(p.all)}家客户中有${grouped(p.rhythm)}家下过三次以上、看得出节奏；点一行看是哪些客户。`,
    state: "情形",
    customers: "客户",
    money: "下一单合计",
    names: { later: "还早", soon: "快到了", due: "到期", overdue: "逾期", gone: "可能已走" },
    rules: {
      later: "预计下单日还远",
      soon: (p: { days: string }) => `预计${p.days}内下单`,
      due: "预计日已过，还在正常范围",
      overdue: "比自己八成的间隔都久",
      gone: (p: { days: string }) => `久得超出常理，也超过${p.days}的流失窗口`,
    },
  },
  list: {
    title: "先联系谁？",
    sub: (p: { shown: number; all: number }) =>
      `到期和逾期的${grouped(p.all)}家中下一单金额最大的${grouped(p.shown)}家；点一家看详情。`,
    none: "现在没有到期或逾期的客户。",
    openAll: "打开全部逾期客户",
    name: "客户",
    state: "情形",
    expected: "预计下单",
    interval: "八成区间",
    silence: "没下单",
    usual: "平常间隔",
    index: "逾期倍数",
    regularity: "规律性",
    money: "下一单",
    times: (p: { times: string }) => `${p.times}倍`,
    regularities: { regular: "规律", mixed: "有波动", irregular: "不规律" },
  },
  cells: {
    state: (p: { name: string }) => `下次下单“${p.name}”的客户`,
    week: (p: { name: string }) => `预计下单在“${p.name}”的客户`,
  },
  how: [
    "每家客户用自己历次下单的间隔推算下一单；次数少的向全体客户的节奏靠拢，次数多的主要看自己。",
    "预计日＝上次下单＋间隔的中位数；八成区间是同一推算的10%到90%。",
    "逾期：没下单的天数超过推算间隔的80%分位。可能已走：超过99%分位、流失窗口和平常间隔的三倍。",
    "下一单金额取最近五个下单日的中位数，没有扣退货。",
  ],
  coverage: (p: { share: string; gaps: number }) =>
    `检验：用更早的间隔推算每家最近一次间隔，${grouped(p.gaps)}个中有${p.share}落在八成区间内。`,
  window: (p: { days: string }) =>
    `流失窗口${p.days}：八成订单会在这个天数内等到下一单（Kaplan–Meier，含还没等到的）。`,
  shape: (p: { value: string }) => `规律度${p.value}：1是全凭偶然，越大越有规律。`,
};
export type NextOrderMessages = typeof messages;
export default messages;
