import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { EffectMessages } from "./zh-Hans";

export default {
  name: "回覆快慢的作用",
  outcomes: {
    bought: (p) => `回覆後${grouped(p.days)}天內又買`,
    satisfied: "對處理表示滿意",
  },
  finding: (p) =>
    rich`客訴在${grouped(p.hours)}小時內得到回覆的客戶，${p.outcome}的佔${marked("within", p.within)}；更晚的只佔${marked("beyond", p.beyond)}（差值95%區間${p.low}至${p.high}）。`,
  fasterPays: "在這個時限以內，越快仍然越好。",
  fasterNot: "在這個時限以內再快，看不出更多好處。",
  findingNone: (p) =>
    rich`從${grouped(p.n)}位客訴過的客戶看，回覆快慢與「${p.outcome}」沒有看得出的關係。`,
  findingTrend: (p) =>
    rich`從${grouped(p.n)}位客訴過的客戶看，等得越久，${p.outcome}的越少，但沒有一個明顯的分界。`,
  findingOdd: (p) =>
    rich`從${grouped(p.n)}位客訴過的客戶看，回覆晚的反而更多${p.outcome}。多半是別的原因：容易辦的客訴常常不急著回。`,
  outcomeLabel: "看什麼結果",
  choices: { bought: "又來買", satisfied: "滿意" },
  followLabel: "回覆後看幾天",
  within: (p) => `${grouped(p.hours)}小時內`,
  between: (p) => `${grouped(p.from)}–${grouped(p.to)}小時`,
  beyond: (p) => `超過${grouped(p.hours)}小時`,
  doubling: (p) => `等待每翻一倍，勝算變為${p.odds}倍（95%區間${p.low}至${p.high}，${p.p}）。`,
  unanswered: (p) => `${grouped(p.customers)}位客戶的客訴沒有首次回覆時間，沒有計入。`,
  unfollowed: (p) => `${grouped(p.customers)}位還沒看滿時間，或沒有問過滿意，沒有計入。`,
  byDay: "表裡只有日期、沒有鐘點，等待按整天算。",
  chart: {
    title: "回覆越快，客戶越留得住嗎？",
    sub: (p) =>
      `${grouped(p.n)}位客戶，各取第一件有回覆的客訴；按首次回覆等了多久，${p.outcome}的比例和95%區間。不到10位的顏色淡。`,
    description: (p) => `按等待時間，${p.outcome}的比例：最快的${p.first}，最慢的${p.last}。`,
    wait: "首次回覆等了",
    customers: "客戶",
    hits: "有此結果",
    share: "比例",
    interval: "95%區間",
    low: "下限",
    high: "上限",
    falling: "只降不升的配適",
    all: "全部",
  },
  how: {
    follow:
      "從回覆的第二天起看，等得久不會少看幾天；還沒看滿的不計入。每位客戶只取第一件，互相獨立。",
    border:
      "分界：在4、8、24、48、72、168小時裡，找界內明顯多於界外的（Fisher精確檢定，誤判率控制在5%以內，兩邊各不少於10位），取最明顯的一個；它是挑出來的，差值會略偏大。",
    trend: "等待每翻一倍的勝算用邏輯迴歸，概似比檢定；等待按自然小時。",
    caution: "這是一起出現，不是因果：急的、重要的客戶可能本來就回得快。",
  },
  cells: {
    in: (p) => `客訴首次回覆${p.wait}的客戶`,
    lost: (p) => `客訴首次回覆${p.wait}、沒有這個結果的客戶`,
  },
  refusals: {
    "few-cases": "能看的客戶不到30位：需要客訴時間、首次回覆時間，以及回覆之後的訂單或滿意與否。",
  },
} satisfies EffectMessages;
