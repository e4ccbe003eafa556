import type { Messages } from "../../messages";
import { grouped } from "../../number-words";

export const scope = {
  asOf: "截止",
  asOfTitle: "截止日",
  asOfHint: "所有頁面都從這一天往回看，之後的訂單不計入。",
  lastDay: (p) => `用資料的最後一天（${p.day}）`,
  period: "區間",
  periodTitle: "統計區間",
  months: (p) => `近${p.months}個月`,
  all: "全部時間",
  custom: "自選區間",
  from: "從",
  to: "到",
  versus: "對比上一期",
  versusHint: "與之前同樣長的一段相比",
  filter: "篩選",
  addFilter: "+ 篩選",
  filterTitle: "新增篩選",
  filterSearch: "搜尋篩選條件",
  filterNone: "沒有可以篩選的欄位。匯入的類別欄（區域、負責人、通路等）會出現在這裡。",
  values: (p) => `${grouped(p.count)}項`,
  moreValues: (p) => `還有${grouped(p.count)}項，請搜尋`,
  removeFilter: (p) => `移除篩選：${p.label}`,
  clear: "清除全部篩選",
  chosen: (p) => (p.more === 0 ? p.first : `${p.first}等${grouped(p.more + 1)}項`),
} satisfies Messages["scope"];
