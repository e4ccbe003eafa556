import { fixed, grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { SignalsMessages } from "./zh-Hans";

export default {
  name: "客訴的先兆",
  finding: (p) =>
    rich`${marked("top", p.signal)}之後，${p.share}有客訴，是其他訂單的${p.times}倍（95%區間${p.low}–${p.high}）。`,
  findingMore: (p) => rich`同樣明顯的先兆還有：${p.signals}。`,
  findingNow: (p) =>
    rich`最近${grouped(p.days)}天裡${marked("now", `${grouped(p.customers)}家客戶`)}正有這個先兆、還沒客訴，可以先打個電話。`,
  findingNone: (p) =>
    rich`看了${grouped(p.n)}次購買、${grouped(p.signals)}種先兆，沒有一種之後的客訴明顯更多。`,
  followLabel: "購買後幾天內的客訴算這次的",
  signals: {
    late: "到貨晚",
    short: "到貨短缺",
    "new-batch": "新批次（上市14天內）",
    "new-customer": "新客戶（首購90天內）",
    "prior-complaint": "180天內客訴過",
    returned: "90天內退過貨",
  },
  chart: {
    title: "什麼事之後客訴更多？",
    sub: (p) =>
      `${grouped(p.n)}次購買（同一客戶同一天算一次），${p.period}，其中${grouped(p.complaints)}次有客訴；點是有此先兆與沒有的客訴比例之比，橫線是95%區間，顏色淡的分不出是不是巧合。`,
    description: (p) => `各種先兆之後客訴比例的倍數，最高的是${p.signal}，${p.times}倍。`,
    even: "一樣多",
    signal: "先兆",
    shown: "有此先兆",
    hits: "之後客訴",
    share: "比例",
    others: "沒有的比例",
    ratio: "倍數",
    low: "下限",
    high: "上限",
    interval: "95%區間",
    times: (p) => `${p.times}倍`,
    thin: "客訴太少，不比",
  },
  table: {
    title: "眼下誰有先兆？",
    sub: (p) => `最近${grouped(p.days)}天的購買有此先兆、還沒客訴的客戶；點一列打開。`,
    caption: "先兆、客訴比例和眼下的客戶",
    now: "眼下的客戶",
    verdict: "判斷",
    leading: "▲ 先兆",
    unclear: "看不出",
  },
  lacks: (p) => `${p.signal}：訂單裡沒有${p.columns}，看不了。`,
  column: (p) => `「${p.name}」`,
  unlinked: (p) =>
    `${grouped(p.complaints)}件客訴之前這麼多天裡沒有購買（或沒寫客戶），沒有算進去。`,
  how: {
    linked: "客訴歸到它寫的訂單；沒寫訂單號的，歸到這位客戶最近一次購買。超過天數的不算。",
    known:
      "只看客訴開始有記錄以後、天數已滿的購買；缺少日期、數量或批號的不算「沒有先兆」，而是不知道。",
    ratio:
      "倍數的區間考慮了同一客戶的多次購買相像（按客戶聚類的穩健變異數）；幾種先兆一起比，錯判率控制在5%以內，兩邊各至少5次客訴。",
    caution: "先兆是先後，不是因果：幾種先兆也可能一起出現。",
  },
  cells: {
    now: (p) => `眼下有先兆「${p.name}」、還沒客訴的客戶`,
    hit: (p) => `「${p.name}」之後客訴的客戶`,
  },
  times: (p) => fixed(p.times, 1),
  refusals: {
    "few-complaints":
      "能歸到購買的客訴不到20件，看不出先兆。需要寫明客戶（最好有訂單號）的客訴，和之前的訂單。",
  },
} satisfies SignalsMessages;
