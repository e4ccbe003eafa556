import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { CrossMessages } from "./zh-Hans";

export default {
  name: "交叉分析",
  noAttribute:
    "客戶表裡還沒有可以分組的欄位。匯入一份客戶資料（地區、行業、年齡、性別、自訂欄位都可以），就能看出哪類客戶不一樣。",
  findingApart: (p) =>
    rich`${p.outcome}：${marked("high", p.name)}最高，${p.value}；${marked("low", p.other)}最低，${p.otherValue}。`,
  findingSums: (p) =>
    rich`${p.outcome}：${marked("high", p.name)}最多，${p.value}，占${p.share}；${marked("low", p.other)}最少，${p.otherValue}。`,
  findingOne: (p) => rich`${p.outcome}：${marked("high", p.name)}${p.value}。`,
  findingMore: (p) =>
    rich`${marked("high", p.name)}的客戶有${grouped(p.customers)}家，比兩者互不相干時多得最明顯。`,
  findingFewer: (p) =>
    rich`${marked("high", p.name)}的客戶只有${grouped(p.customers)}家，比兩者互不相干時少得最明顯。`,
  findingTest: (p) => rich`依${p.by}分組，差別不是偶然（${p.pValue}），${p.size}。`,
  findingNone: (p) =>
    rich`依${p.by}分組，${marked("none", "看不出差別")}：${p.outcome}的高低可能只是偶然（${p.pValue}）。`,
  findingFew: (p) => rich`依${p.by}分組，沒有哪一組的客戶多到能下結論。把分組合併，或換一個屬性。`,
  findingLargest: (p) =>
    rich`${grouped(p.customers)}家客戶依${p.by}分組，${marked("high", p.name)}最多，占${p.share}。`,
  both: (p) => `${p.row} × ${p.column}`,
  sizes: {
    negligible: "但小到可以不管",
    small: "差別小",
    medium: "差別中等",
    large: "差別大",
  },
  outcomes: {
    mean: "平均每家銷售額",
    customers: "客戶數",
    sales: "銷售額",
    profit: "毛利",
    retention: "再次購買率",
  },
  groups: {
    yes: "是",
    no: "否",
    missing: "未填",
    any: "任何值",
    year: (p) => `${p.year}年`,
    rest: (p) => `其餘${grouped(p.groups)}組`,
    below: (p) => `${p.to}以下`,
    from: (p) => `${p.from}及以上`,
    between: (p) => `${p.from}–${p.to}`,
  },
  controls: {
    outcome: "看什麼",
    rows: "依什麼分",
    columns: "再依",
    auto: (p) => `自動：${p.name}`,
    autoNone: "自動",
    none: "不再分",
    bins: "數字分成",
    binsUnit: "段",
    cuts: "分界",
    cutsHint: "例如 30, 45, 60；空著則各段客戶一樣多",
    cutsWrong: (p) => `看不懂：${p.pieces}`,
    again: "前後各看",
    days: "天",
  },
  title: "哪一組不一樣？",
  sub: (p) => `${grouped(p.customers)}家客戶，${p.period}。`,
  upTo: (p) => `截至${p.day}的全部歷史`,
  small: (p) => `有${grouped(p.cells)}格不到${p.least}家客戶，用灰色，不作結論。`,
  description: (p) => `依${p.by}分組的${p.outcome}。`,
  overall: "全部客戶",
  all: "合計",
  few: "客戶太少，不作結論",
  table: {
    title: "各組的數字",
    caption: "每組的客戶數、數值、區間和占比",
    group: "分組",
    customers: "客戶",
    interval: "95%區間",
    low: "下限",
    high: "上限",
    share: "占客戶",
    rowShare: "占本列",
    salesShare: "占銷售額",
    profitShare: "占毛利",
    median: "中間一家",
    z: "偏離（標準化殘差）",
    note: "注意",
  },
  screen: {
    title: "哪個屬性最說明問題？",
    sub: "逐個屬性檢定，同時看了幾個已經折算在內。點一列，換到這個屬性。",
    caption: "每個屬性的組數、差別大小和檢定",
    attribute: "屬性",
    groups: "組數",
    verdict: "差別",
    effect: "效應 · p值（折算後）",
    none: "看不出差別",
    untested: "無法檢定",
    cramer: "V",
    epsilon: "ε²",
  },
  how: {
    outcome: {
      mean: "平均每家銷售額：這組客戶的銷售額之和除以家數；區間是平均數的95%區間（t分配）。中間一家不受個別大客戶影響，兩個數一起看。",
      customers: "客戶數：有過銷售的客戶。占比的區間是Wilson 95%區間。",
      sales: "銷售額：各組合計，是實數，沒有區間；檢定比較的是每家客戶的銷售額。",
      profit: "毛利：已知毛利的合計，沒有區間；檢定比較的是每家客戶的毛利。",
      retention:
        "再次購買率：前一段天數裡買過的客戶，有多少在最近這一段又買了。區間是Wilson 95%區間。",
    },
    groups:
      "文字一詞一組，多的在前，太多時小組合併；數字分成客戶數相近的幾段（或依給定的分界），每段含下限；日期依年。沒填的單獨一組，不參加檢定。",
    test: {
      "chi-squared": (p) =>
        `卡方檢定：χ²=${p.statistic}，自由度${grouped(p.df)}，${p.pValue}；效應Cramér's V=${p.effect}。`,
      "kruskal-wallis": (p) =>
        `Kruskal–Wallis檢定（比高低次序，不怕個別大客戶）：H=${p.statistic}，自由度${grouped(p.df)}，${p.pValue}；效應ε²=${p.effect}。`,
    },
    weak: "五分之一以上的格子期望不到5家，p值只是大概。",
    screen: (p) =>
      `自動：從${grouped(p.attributes)}個屬性裡挑差別最大的；因為挑過，用的是按Benjamini–Hochberg折算的p值。`,
    small: "不到30家（只數客戶時不到5家）的格子用灰色，不寫進結論；不到5家的組不參加次序檢定。",
    unknown: (p) => `${grouped(p.customers)}家客戶的數值未知，沒有計入。`,
  },
  cells: {
    row: (p) => `交叉分析第${p.row}組的客戶`,
    column: (p) => `交叉分析第${p.column}欄的客戶`,
    at: (p) => `交叉分析第${p.row}列第${p.column}欄的客戶`,
  },
  refusals: {
    "no-customers": "這段時間沒有客戶買過。放寬時間，或換「全部歷史」。",
    "no-profit": "還缺「成本」或「毛利」一欄。",
    "nobody-before": "前一段時間沒有客戶買過，算不出再次購買率。把天數加長。",
  },
} satisfies CrossMessages;
