import { fixed, grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "投诉的先兆",
  finding: (p: { signal: string; share: string; times: string; low: string; high: string }) =>
    rich`${marked("top", p.signal)}之后，${p.share}有投诉，是其他订单的${p.times}倍（95%区间${p.low}–${p.high}）。`,
  findingMore: (p: { signals: string }) => rich`同样明显的先兆还有：${p.signals}。`,
  findingNow: (p: { customers: number; days: number }) =>
    rich`最近${grouped(p.days)}天里${marked("now", `${grouped(p.customers)}家客户`)}正有这个先兆、还没投诉，可以先打个电话。`,
  findingNone: (p: { n: number; signals: number }) =>
    rich`看了${grouped(p.n)}次购买、${grouped(p.signals)}种先兆，没有一种之后的投诉明显更多。`,
  followLabel: "购买后几天内的投诉算这次的",
  signals: {
    late: "到货晚",
    short: "到货短缺",
    "new-batch": "新批次（上市14天内）",
    "new-customer": "新客户（首购90天内）",
    "prior-complaint": "180天内投诉过",
    returned: "90天内退过货",
  },
  chart: {
    title: "什么事之后投诉更多？",
    sub: (p: { n: number; complaints: number; period: string }) =>
      `${grouped(p.n)}次购买（同一客户同一天算一次），${p.period}，其中${grouped(p.complaints)}次有投诉；点是有此先兆与没有的投诉比例之比，横线是95%区间，颜色淡的分不出是不是巧合。`,
    description: (p: { signal: string; times: string }) =>
      `各种先兆之后投诉比例的倍数，最高的是${p.signal}，${p.times}倍。`,
    even: "一样多",
    signal: "先兆",
    shown: "有此先兆",
    hits: "之后投诉",
    share: "比例",
    others: "没有的比例",
    ratio: "倍数",
    low: "下限",
    high: "上限",
    interval: "95%区间",
    times: (p: { times: string }) => `${p.times}倍`,
    thin: "投诉太少，不比",
  },
  table: {
    title: "眼下谁有先兆？",
    sub: (p: { days: number }) =>
      `最近${grouped(p.days)}天的购买有此先兆、还没投诉的客户；点一行打开。`,
    caption: "先兆、投诉比例和眼下的客户",
    now: "眼下的客户",
    verdict: "判断",
    leading: "▲ 先兆",
    unclear: "看不出",
  },
  lacks: (p: { signal: string; columns: string }) =>
    `${p.signal}：订单里没有${p.columns}，看不了。`,
  column: (p: { name: string }) => `“${p.name}”`,
  unlinked: (p: { complaints: number }) =>
    `${grouped(p.complaints)}件投诉之前这么多天里没有购买（或没写客户），没有算进去。`,
  how: {
    linked: "投诉归到它写的订单；没写订单号的，归到这位客户最近一次购买。超过天数的不算。",
    known:
      "只看投诉开始有记录以后、天数已满的购买；缺少日期、数量或批号的不算“没有先兆”，而是不知道。",
    ratio:
      "倍数的区间考虑了同一客户的多次购买相像（按客户聚类的稳健方差）；几种先兆一起比，错判率控制在5%以内，两边各至少5次投诉。",
    caution: "先兆是先后，不是因果：几种先兆也可能一起出现。",
  },
  cells: {
    now: (p: { name: string }) => `眼下有先兆“${p.name}”、还没投诉的客户`,
    hit: (p: { name: string }) => `“${p.name}”之后投诉的客户`,
  },
  times: (p: { times: number }) => fixed(p.times, 1),
  refusals: {
    "few-complaints":
      "能归到购买的投诉不到20件，看不出先兆。需要写明客户（最好有订单号）的投诉，和之前的订单。",
  },
};

export type SignalsMessages = typeof messages;
export default messages;
