import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { OverviewMessages } from "./zh-Hans";

export default {
  quiet: (p) =>
    rich`${p.period}有${marked("strong", grouped(p.customers))}家客戶下單，沒有發現超出偶然波動的變化。`,
  more: "還要知道",
  findings: {
    concentration: (p) =>
      rich`前${marked("open", `${p.share}的客戶（${grouped(p.customers)}家）`)}帶來80%的銷售額。`,
    "buying-less": (p) =>
      rich`${marked("bad", `${grouped(p.count)}家正在減少購買`)}，今後12個月涉及${marked("badText", p.amount)}。`,
    movement: (p) =>
      rich`${p.period}新增${grouped(p.new)}家、贏回${grouped(p.wonBack)}家、${marked("open", `沉睡${grouped(p.lost)}家`)}，${
        p.net === 0 ? "不增不減。" : `淨${p.net > 0 ? "增" : "減"}${grouped(Math.abs(p.net))}家。`
      }`,
    "sales-changed": (p) =>
      rich`銷售額比上一期${p.rose ? "成長" : "下降"}${marked(p.rose ? "rise" : "fall", p.change)}（${p.before} → ${p.now}），超出偶然波動。`,
    "retention-changed": (p) =>
      rich`客戶留存率${p.rose ? "升" : "降"}到${marked("open", p.share)}，比一年前${p.rose ? "高" : "低"}${marked(p.rose ? "rise" : "fall", p.points)}，差異顯著。`,
    dependence: (p) =>
      rich`單一客戶${marked("customer", p.name)}占銷售額${marked("badText", p.share)}，依賴偏高。`,
    overdue: (p) =>
      rich`${marked("open", `${grouped(p.count)}家重要客戶`)}超過自己的平常間隔未下單，本期銷售額合計${p.amount}。`,
    returns: (p) =>
      rich`${marked("open", `${grouped(p.count)}家客戶`)}退貨明顯多於平均（全體退貨列占${p.share}），退貨額${p.amount}。`,
    "loss-making": (p) =>
      rich`${marked("open", `${grouped(p.count)}家客戶`)}毛利為負，合計虧${p.amount}。`,
  },
  figures: {
    profit: (p) => `獲利 · ${p.period}毛利`,
    sales: (p) => `獲利 · ${p.period}銷售額`,
    retention: (p) => `忠誠 · ${p.period}留存率`,
    active: (p) => `規模 · ${p.period}下單客戶`,
    thisPeriod: "本期",
    months: (p) => `近${p.months}個月`,
    versus: "較上一期",
    versusYear: "較一年前",
    noBefore: "資料未涵蓋上一期，無法比較",
    margin: (p) => `毛利率${p.margin}`,
    salesLine: (p) => `銷售額${p.amount}`,
    significant: "顯著",
    notSignificant: "不顯著",
    untested: "客戶太少，未檢定",
    n: (p) => `n = ${grouped(p.n)}`,
    repeat: (p) => `兩次以上${p.share}`,
    perCustomer: (p) => `每戶${p.amount}`,
    trend: (p) => `${p.from}至${p.to}的走勢`,
    howSales:
      "銷售額只計銷售列，退貨、取消和贈品另列。顯著性：以兩期內下過單的每家客戶的差額為樣本，雙尾檢定，p 小於 0.05 為顯著。",
    howProfit:
      "毛利為已知毛利的銷售列之和；毛利率以這些列的銷售額為分母。缺成本的列不計入，也不當作零。",
    howRetention:
      "留存率 = 上一期下過單的客戶中本期又下單的比例；括號內為95%威爾遜信賴區間；與一年前相比用兩比例檢定。",
    howActive: "本期至少有一列銷售的客戶數；一期內有兩個以上下單日的算作回購。",
  },
  carriers: {
    title: "誰在支撐我們？",
    sub: (p) =>
      `${grouped(p.n)}家客戶按銷售額由高到低累計：A 15%、B 35%、C 50%。基準 50/30/20，實際 ${p.a}/${p.b}/${p.c}。`,
    label: (p) => `${p.share}的客戶 → 80%的銷售額`,
    description: (p) => `累計曲線：${p.share}的客戶帶來80%的銷售額。`,
    how: "客戶按本期銷售額由高到低排序，橫軸為客戶累計占比，縱軸為銷售額累計占比。A、B、C按名次15%、35%、50%劃分；基準出自課程資料。",
    customerShare: "客戶累計占比",
    salesShare: "銷售額累計占比",
    grade: (p) => `${p.grade}類`,
    customers: "客戶",
    openAll: "前往價值頁",
  },
  ledger: {
    title: "客戶是增是減？",
    sub: (p) =>
      `${p.from}至${p.to}，${p.grain === "month" ? "每月" : "每季"}新客、贏回與沉睡的家數。`,
    description: (p) =>
      `${p.periods}${p.grain === "month" ? "個月" : "季"}的客戶台帳：零線以上為新客與贏回，以下為沉睡。`,
    how: {
      month:
        "期初 + 新客 + 贏回 − 沉睡 = 期末。當月有銷售即為活躍；上月活躍、本月未下單記為沉睡；先前沉睡、本月又下單記為贏回。多數客戶通常一個月內再下單，所以按月看。斜紋為未結束的月份。",
      quarter:
        "期初 + 新客 + 贏回 − 沉睡 = 期末。當季有銷售即為活躍；上季活躍、本季未下單記為沉睡；先前沉睡、本季又下單記為贏回。多數客戶通常隔一個月以上才再下單，所以按季看：按月看會把還沒到時候的客戶也算作沉睡。斜紋為未結束的季度。",
    },
    periods: { month: "月份", quarter: "季度" },
    opening: "期初",
    new: "新客",
    wonBack: "贏回",
    lost: "沉睡",
    closing: "期末",
    running: "未完",
  },
  lists: {
    buyingLess: "正在減少購買的客戶",
    buyingLessSub: (p) =>
      `在${grouped(p.judged)}家可判斷的客戶中有${grouped(p.count)}家，按涉及金額排列。`,
    nobodyLess: (p) => `在${grouped(p.judged)}家可判斷的客戶中，沒有誰的下降超出偶然波動。`,
    howLess:
      "把近90天的下單日數與先前一年自己的節奏相比（已扣除整體季節變化），下降超出偶然（錯誤發現率10%以內），且日均銷售額降到六成以下。涉及金額 = 按原節奏與現節奏推算的12個月差額。",
    call: "今天該聯絡誰",
    callSub: (p) => `A、B 類中${grouped(p.count)}家超過平常間隔的兩倍未下單。`,
    nobodyOverdue: "A、B 類客戶都在自己的平常間隔之內。",
    howCall:
      "四個以上下單日、沉默至少為自己間隔中位數的兩倍、且長於九成的歷史間隔；按本期銷售額排列。",
    returns: "退貨偏多的客戶",
    returnsSub: (p) => `全體退貨列占${p.share}；下列客戶顯著較高。`,
    howReturns:
      "退貨與取消的列占該客戶全部列的比例，與全體比例做精確二項檢定，錯誤發現率10%以內，且至少為兩倍。",
    customer: "客戶",
    sales: "本期銷售額",
    change: "較自身以往",
    silent: "未下單",
    usual: (p) => `${p.days} / 平常${p.usual}`,
    amount: "涉及金額",
    returned: "退貨額",
    all: (p) => `全部${grouped(p.count)}家`,
    overdueBy: (p) => `已${p.days}未下單，平常間隔${p.usual}`,
  },
  refusal: "還沒有可以計算的銷售列。",
} satisfies OverviewMessages;
