import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { LifecycleMessages } from "./zh-Hans";
export default {
  name: "客戶生命週期",
  refusals: { "no-orders": "截止日之前沒有銷售紀錄。" },
  finding: (p) => {
    const added = marked("new", `${grouped(p.added)}家`);
    if (p.first) return rich`${p.period}是資料的第一期，${added}都算新客。`;
    const change = p.closing - p.opening;
    const [from, to] = [grouped(p.opening), grouped(p.closing)];
    const net =
      change === 0
        ? `下單的客戶還是${to}家`
        : `下單的客戶從${from}家${change > 0 ? "增至" : "減至"}${to}家`;
    return rich`${p.period}新增${added}、贏回${marked("wonBack", `${grouped(p.wonBack)}家`)}、沉睡${marked("lost", `${grouped(p.lost)}家`)}，${net}。`;
  },
  findingMoney: (p) => {
    const way = p.difference < 0 ? "減至" : "增至";
    const sales = p.difference === 0 ? `銷售額持平` : `銷售額從${p.opening}${way}${p.closing}`;
    return `${sales}，影響最大的是${p.part}（${p.amount}）。`;
  },
  findingWaiting: (p) =>
    rich`${marked("waiting", `${grouped(p.waiting)}家`)}超過${p.days}沒有下單，等著贏回；${p.before}以來新增${grouped(p.fell)}家，贏回${grouped(p.back)}家。`,
  nothing: "還沒有一個完整的期間。",
  rhythm: (p) =>
    `下單之後，八成在${p.days}內再下單，比現在的期間長。這樣切，不少「沉睡」只是還沒到下單的時候。`,
  rhythmAct: { quarter: "改按季看", days: (p) => `改按${p.days}看` },
  grain: "期間",
  grains: { month: "月", quarter: "季", days: "自訂天數" },
  windowDays: "每期天數",
  dayUnit: "天",
  measure: "帳目",
  measures: { heads: "家數", money: "金額" },
  ledger: {
    title: "客戶怎樣來、怎樣走？",
    sub: (p) => `每期下單客戶的進出，共${grouped(p.customers)}家客戶，截至${p.asOf}。`,
    subMoney: (p) => `每期銷售額的增減來自哪裡，共${grouped(p.customers)}家客戶，截至${p.asOf}。`,
    net: "已扣除退貨：每筆退貨從它之前最近一次購買中扣除。",
    hatched: "斜線是未完的一期。",
    firstLeftOut: "資料的第一期人人都算新客，不畫。",
    description: "每期新客和贏回向上、沉睡向下的長條圖。",
    how: [
      "有銷售就算活躍；退貨和取消不算。",
      "新客：首次購買在本期。贏回：本期買，上期沒買，更早買過。沉睡：上期買，本期沒買。",
      "期初＋新客＋贏回－沉睡＝期末。期初是上期下單的客戶，期末是本期下單的客戶。",
      "金額：期初＋新客＋贏回＋增購－減購－沉睡＝期末，精確到小數兩位。增購、減購是兩期都買的客戶多買和少買的部分；沉睡是他們上期買的金額。",
      "未完的一期裡，不少「沉睡」的客戶還會下單，所以不用它下結論。",
    ],
    bookTitle: "每一期的帳平不平？",
    bookSub: "一列就是一道算式，期末接下一期的期初；點數字看是哪些客戶。",
    total: (p) => `已結束的${grouped(p.periods)}期合計`,
    period: "期間",
    opening: "期初",
    new: "新客",
    wonBack: "贏回",
    growth: "增購",
    shrink: "減購",
    lost: "沉睡",
    closing: "期末",
    parts: {
      new: "新客",
      wonBack: "贏回的客戶",
      growth: "舊客增購",
      shrink: "舊客減購",
      lost: "客戶沉睡",
    },
    running: "未完",
    first: "資料起點",
    openingSales: "期初金額",
    newSales: "新客金額",
    wonBackSales: "贏回金額",
    lostSales: "沉睡金額",
    closingSales: "期末金額",
  },
  stages: {
    title: "客戶處在哪個階段？",
    sub: (p) =>
      `${grouped(p.customers)}家客戶，截至${p.asOf}，與${p.before}相比；點一個階段看是哪些客戶。`,
    names: { none: "尚未成交", acquire: "開發", develop: "發展", retain: "維繫", winback: "贏回" },
    rules: {
      acquire: "只有一個下單日：促成第二單",
      noDevelop: "按現在的規則沒有這一段",
      develop: (p) => `${p.to === 2 ? "兩個" : `2–${p.to}個`}下單日：帶動品項和頻次`,
      retain: (p) => `${p.from}個下單日起：用心維繫，防止流失`,
      winback: (p) => `超過${p.days}沒下單：挑值得的去贏回`,
    },
    customers: (p) => `${grouped(p.customers)}家`,
    share: (p) => `占${p.share}`,
    same: "不變",
    sales: (p) => `本期間銷售額${p.amount}`,
    lapse: "多久沒下單算沉睡",
    lapses: { auto: "由資料定", given: "自訂" },
    retain: "幾個下單日起算維繫",
    how: [
      "按最近一次下單和下單日的個數分，一個客戶只在一個階段。",
      "沉睡的天數由資料定時，取八成訂單會等到下一單的間隔（Kaplan–Meier，把還沒等到下一單的也算進去）；等不到八成就取已完成間隔的95%分位，至少14天、至多730天。",
    ],
    source: (p) =>
      `現在是${p.days}，來自${grouped(p.finished)}個已完成的間隔和${grouped(p.open)}個還沒完成的間隔。`,
    given: (p) => `現在是自訂的${p.days}。`,
  },
  flow: {
    title: "誰換了階段？",
    sub: (p) => `列是${p.before}的階段，欄是${p.asOf}的階段；${grouped(p.moved)}家換了階段。`,
    how: [
      "兩天用同一套規則、同樣的沉睡天數，前一天只看當時已有的訂單。",
      "灰格是沒有換階段的客戶；顏色越深，換的人越多。點數字看是哪些客戶。",
    ],
    corner: "從＼到",
    total: "合計",
    cell: (p) => `從${p.from}到${p.to}：${grouped(p.customers)}家`,
  },
} satisfies LifecycleMessages;
