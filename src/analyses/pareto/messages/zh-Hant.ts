import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { ParetoMessages } from "./zh-Hans";

export default {
  name: "客戶集中度",
  measures: { sales: "銷售額", net: "淨銷售額", profit: "毛利" },
  finding: (p) =>
    rich`前${marked("top", p.ratio)}的客戶（${grouped(p.customers)}家）帶來80%的${p.measure}。`,
  findingTop: (p) => `最大的20%客戶占${p.share}。`,
  findingBefore: (p) => `上一期要前${p.ratio}的客戶才到80%。`,
  curve: {
    title: "誰在支撐我們？",
    sub: (p) => `${grouped(p.customers)}家客戶按${p.measure}由高到低累計，${p.period}。`,
    amountBenchmark: (p) => `A、B、C各占${p.measure}：基準${p.expected}，實際${p.actual}。`,
    customerBenchmark: (p) => `A、B、C各占客戶數：基準${p.expected}，實際${p.actual}。`,
    description: (p) =>
      `累計曲線：前${p.ratio}的客戶帶來80%的${p.measure}，最大的20%客戶占${p.share}。`,
    mark: (p) => `${p.ratio}的客戶 → 80%的${p.measure}`,
    pointTitle: (p) => `前${p.ratio}的客戶（${grouped(p.customers)}家）`,
    cumulative: "累計占比",
    grade: "等級",
    customers: "客戶數",
    customerShare: "客戶占比",
  },
  grades: {
    title: "三類客戶離基準有多遠？",
    caption: "各等級的客戶數、金額、占比與基準",
    grade: "等級",
    name: { a: "A類", b: "B類", c: "C類" },
    customers: "客戶",
    customerShare: "占客戶",
    amount: "金額",
    amountShare: "占金額",
    benchmark: "基準",
    distance: "差距",
    from: "最低",
    total: (p) => `${p.cut}。與基準相比，${p.distance}落在別的等級。`,
  },
  readings: {
    caption: "四種分級方式下的客戶數和金額占比",
    cut: "換一種分法",
    grade: (p) => `${grouped(p.customers)}家 ${p.share}`,
  },
  cutLabel: "分級方式",
  cuts: {
    "rank-15-35-50": "按客戶數15/35/50",
    "rank-20-30-50": "按客戶數20/30/50",
    "cumulative-50-80": "按金額累計50/80",
    "cumulative-80-95": "按金額累計80/95",
  },
  measureLabel: "衡量",
  lorenz: {
    title: "差距有多大？",
    sub: (p) =>
      `吉尼係數${p.gini}；集中程度相當於${p.effective}家同樣大的客戶（實有${grouped(p.customers)}家）。`,
    description: (p) => `羅倫茲曲線，吉尼係數${p.gini}；越彎，差距越大。`,
    equal: "人人一樣",
    pointTitle: (p) => `最小的${p.ratio}客戶`,
    share: (p) => `占${p.measure}`,
    customers: "客戶占比（由小到大）",
  },
  deciles: {
    title: "有沒有「平均客戶」？",
    sub: (p) => `平均${p.mean}，比${p.above}的客戶都高；中間那一家是${p.median}。`,
    description: "按金額由小到大排，每隔10%取一家客戶的金額，並標出平均值。",
    mean: (p) => `平均${p.amount}`,
    pointTitle: (p) => `第${p.percent}分位`,
    position: "分位",
    amount: "金額",
  },
  how: {
    formula:
      "客戶按金額由高到低排，前k家的占比＝前k家金額之和÷全部金額之和。按客戶數分級：名次÷客戶數不超過界線；按金額累計分級：累計到達界線為止，跨線的那一家算在內。",
    gini: "吉尼係數：0為人人一樣，越接近1越集中。相當客戶數＝金額之和的平方÷金額平方之和。",
    basis: (p) =>
      `依據：${p.period}內有成交的${grouped(p.customers)}家客戶，${grouped(p.lines)}筆銷售明細。`,
    leftOut: (p) =>
      `未計入：退貨${grouped(p.returned)}筆、取消${grouped(p.cancelled)}筆、贈送${grouped(p.free)}筆；這段時間沒有成交的客戶${grouped(p.idle)}家。`,
    netted: (p) => `已扣除退貨和取消${p.amount}。`,
    nonPositive: (p) =>
      `有${grouped(p.customers)}家客戶的金額不大於零（合計${p.amount}），排在最後，占比按零計。`,
    profitMissing: (p) =>
      `${grouped(p.lines)}筆沒有毛利；全部明細都沒有毛利的${grouped(p.customers)}家客戶不參加排名。`,
  },
  refusals: {
    "no-sales": "這段時間裡沒有成交的客戶。換一個區間，或放寬篩選。",
    "profit-missing":
      "資料裡沒有毛利或成本，不能按毛利排名。匯入時對應「成本」或「毛利」欄位即可。",
    "nothing-positive": "所有客戶的金額都不大於零，占比無從算起。",
  },
} satisfies ParetoMessages;
