import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { ForecastMessages } from "./zh-Hans";

export default {
  name: "銷售預測",
  refusals: {
    "no-orders": "截止日之前沒有銷售紀錄。",
    "few-months": "季節要看滿兩年才分得清。",
  },
  finding: (p) =>
    rich`今後${grouped(p.months)}個月預計銷售${marked("total", p.total)}，八成把握在${p.low}到${p.high}之間。`,
  versus: {
    up: (p) => rich`比去年同期的${p.before}多${marked("good", p.change)}。`,
    down: (p) => rich`比去年同期的${p.before}少${marked("bad", p.change)}。`,
    same: (p) => rich`與去年同期的${p.before}分不出高下。`,
  },
  findingCustomers: (p) =>
    rich`${p.month}預計有${marked("customers", `${grouped(p.customers)}家`)}客戶下單（${grouped(p.low)}–${grouped(p.high)}家）。`,
  verdict: {
    better: (p) => `用過去的月份檢驗，誤差比「照抄去年同月」小${p.gain}。`,
    naive: "用過去的月份檢驗，沒有一種方法比「照抄去年同月」更準，所以就照抄去年同月。",
    untested: "資料剛滿兩年，還分不出哪種方法更準，所以先照抄去年同月。",
  },
  worse: (p) => `單看最近${grouped(p.months)}個月，這個方法並不比照抄去年同月準，請保留餘裕。`,
  skipped: "資料從月中開始，第一個月不完整，沒有採用。",
  running: (p) =>
    `${p.month}還沒過完：到${p.day}已銷售${p.sales}，${grouped(p.customers)}家下單。這個月也在預測之列。`,
  ahead: "預測",
  aheadMonths: (p) => `${p.months}個月`,
  series: {
    sales: {
      title: "接下來每個月賣多少？",
      sub: (p) =>
        `${grouped(p.months)}個完整月的銷售額，用「${p.method}」往前推；陰影是80%的區間。`,
      value: "銷售額",
    },
    customers: {
      title: "接下來每個月有多少客戶下單？",
      sub: (p) =>
        `${grouped(p.months)}個完整月的下單客戶數，用「${p.method}」往前推；陰影是80%的區間。`,
      value: "下單客戶",
    },
  },
  description: (p) => `逐月實際值與${p.from}至${p.to}的預測，合計${p.total}。`,
  actual: "實際",
  expected: "預測",
  tested: "檢驗時的預測",
  interval: "80%區間",
  month: "月份",
  low: "下限",
  high: "上限",
  test: {
    title: { sales: "銷售額預測憑什麼可信？", customers: "客戶數預測憑什麼可信？" },
    sub: (p) =>
      `站在過去${grouped(p.origins)}個月的每個月底，只用當時已有的資料各預測一次，再與後來的實際相比。`,
    none: "滿27個月以後才能用過去檢驗預測。",
    method: "方法",
    error: "平均誤差",
    against: "與照抄去年同月相比",
    mase: "MASE",
    used: "採用",
    less: (p) => `小${p.share}`,
    more: (p) => `大${p.share}`,
    same: "相同",
    holdout: (p) =>
      `再從頭到尾演練一次：藏起最近${grouped(p.months)}個月，只用之前的資料選方法、做預測，MASE為${p.mase}；照抄去年同月是${p.naive}。`,
    coverage: (p) =>
      `模型本身的80%區間在檢驗中只涵蓋${p.share}，所以圖上的區間已放寬到${p.factor}倍。`,
    covered: (p) => `檢驗中有${p.share}的月份落在80%區間內。`,
  },
  methods: {
    naive: "照抄去年同月",
    level: "只看水準（簡單指數平滑）",
    season: "水準＋季節",
    "season-ratio": "水準×季節",
    "trend-season": "趨勢＋季節（霍爾特–溫特斯）",
    "trend-season-ratio": "趨勢×季節（霍爾特–溫特斯）",
    "damped-season": "漸緩趨勢＋季節",
    mean: "最好兩種的平均",
  },
  cells: { month: (p) => `${p.month}下單的客戶` },
  how: [
    "每個自然月一個數，從第一筆銷售到截止日；頁面上的區間不截斷它，篩選照常作用。",
    "各種指數平滑方法和「照抄去年同月」一起比，誰在過去的檢驗中平均誤差最小就用誰。",
    "區間來自2000次模擬；若過去證明它太窄，就按實際誤差放寬。",
    "MASE＝平均誤差÷「與去年同月之差」的平均。小於1，表示誤差比平常年度間的變化還小。",
    "農曆春節等移動的節日、工作天數和已知的大事（新品、調價、客戶流失）都沒有算進去。",
  ],
} satisfies ForecastMessages;
