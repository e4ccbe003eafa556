import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { ServiceMessages } from "./zh-Hans";

export default {
  name: "服務標準",
  finding: (p) =>
    p.below === 0
      ? rich`能量到的${grouped(p.measured)}項服務標準裡，${marked("kept", `${grouped(p.kept)}項達標`)}，沒有明確低於標準的。`
      : rich`能量到的${grouped(p.measured)}項服務標準裡，${p.kept === 0 ? "沒有一項明確達標" : `${grouped(p.kept)}項達標`}，${marked("below", `${grouped(p.below)}項沒達到`)}。`,
  findingNone:
    "沒有一項服務標準能量。需要訂單的承諾交期和到貨日期、實出數量，或客訴的首次回覆時間，或滿意度問卷，任何一種都行。",
  findingWorst: (p) =>
    rich`差得最遠的是「${p.name}」：做到${marked("worst", p.share)}，標準${p.standard}。`,
  changed: {
    better: (p) =>
      rich`${p.day}之後，「${p.name}」從${p.before}${marked("better", `升到${p.after}`)}，超出平時的波動（差值95%區間${p.low}至${p.high}）。`,
    worse: (p) =>
      rich`${p.day}之後，「${p.name}」從${p.before}${marked("worse", `降到${p.after}`)}，超出平時的波動（差值95%區間${p.low}至${p.high}）。`,
    unclear: (p) =>
      rich`${p.day}前後，「${p.name}」由${p.before}到${p.after}，這點差別可能只是平時的波動（差值95%區間${p.low}至${p.high}）。`,
  },
  measures: {
    "on-time": "訂單準時到貨",
    "in-full": "訂單足量到貨",
    perfect: "準時又足量",
    satisfied: "滿意（最高兩級）",
  },
  responseName: {
    calendar: (p) => `客訴${p.hours}小時內首次回覆`,
    working: (p) => `客訴${p.hours}個工作小時內首次回覆`,
    own: "客訴在各級時限內首次回覆",
  },
  solutionName: (p) => `客訴${p.days}天內解決`,
  limitLabel: "首次回覆時限（小時）",
  resolveLabel: "解決時限（天）",
  quoted: (name) => `「${name}」`,
  lacks: (p) => `${p.table}裡沒有${p.columns}`,
  noneJudged: "這段時間裡沒有能判斷的",
  verdicts: {
    met: "✓ 達標",
    missed: "▼ 未達標",
    unclear: "還說不準",
    thin: "太少，不比",
  },
  expectedGap: (p) => `${p.share}（實際${p.gap}）`,
  late: (p) => `遲到的${grouped(p.late)}單裡，一半遲${p.median}以內，九成遲${p.p90}以內。`,
  undelivered: (p) => `${grouped(p.orders)}單過了承諾交期還沒有到貨日期，以未準時計。`,
  short: (p) => `少出的數量佔訂貨數量的${p.share}。`,
  byLine: "沒有訂單編號，每一列當作一單。",
  unreadableDays: (p) => `這個日期讀不懂，沒有採用：${p.pieces}。`,
  table: {
    title: "標準、實際和期望",
    sub: "標準可以直接改成你們自己的承諾。期望來自問卷裡的期望題。",
    name: "服務標準",
    standard: "標準",
    standardOf: (p) => `${p.name}的標準（%）`,
    measured: "實際",
    interval: "95%區間",
    judged: "能判斷",
    missed: "沒做到",
    open: (p) => `${p.missed}次沒做到「${p.name}」，打開這些客戶`,
    expected: "客戶期望",
    verdict: "判斷",
    lacking: (p) => `${p.name}：${p.why}。`,
  },
  chart: {
    title: (p) => `${p.name}：越來越好，還是平時的波動？`,
    measure: "看哪一項",
    changeOn: "改進從哪天開始",
    changeHint: "如教育訓練、換倉庫、換物流；前後各算管制界限。",
    changed: (p) => `${p.day}起`,
    standard: (p) => `標準${p.standard}`,
    sub: (p) =>
      `按月的比例；平均${p.centre}，灰帶是平時波動的範圍（3σ管制界限），帶外的月份才值得追問。`,
    centre: { before: (p) => `之前${p.centre}`, after: (p) => `之後${p.centre}` },
    widened: (p) => `各月差別比隨機大，管制界限已放寬${p.factor}倍（Laney p′）。`,
    subFew: "按月的比例；完整的月份不到8個，還畫不出管制界限。",
    subFewSides: "按月的比例；改進前後完整的月份都不到6個，還畫不出管制界限。",
    description: (p) => `${grouped(p.months)}個月的比例；管制界限外的月份：${p.outside}。`,
    none: "沒有",
    month: "月份",
    judged: "能判斷",
    met: "做到",
    share: "比例",
    low: "管制下限",
    high: "管制上限",
    limits: "管制界限",
    verdict: "說明",
    outside: "超出平時的波動",
    part: "未滿一個月",
    mixed: "改進在這個月中間，不算進任何一邊",
  },
  how: {
    share: "實際＝做到的÷能判斷的；還沒到期的、沒有紀錄的不算進分母。區間是Wilson 95%區間。",
    orders:
      "準時：各列都在承諾交期當天或之前到貨；過了交期沒有到貨日期算沒準時。足量：各列實出數量都不少於訂貨數量。按承諾交期歸入月份。",
    verdict: "整個區間都不低於標準才算達標，都低於標準才算未達標；能判斷的不到5件不比。",
    control:
      "管制圖是Laney的p′圖：平均±3×σ_z×標準誤，只用完整的月份；σ_z是各月相對隨機波動的倍數，小於1時按1算，件數很多時管制界限才不會窄得失真。",
    change: "前後差別的區間用Newcombe法，按σ_z²折減件數。前後比較說不出別的變化有沒有同時發生。",
    basis: (p) => `依據：${p.period}。訂單篩選只作用於訂單的三項。`,
  },
  cells: {
    all: (p) => `「${p.name}」能判斷的客戶`,
    missed: (p) => `沒做到「${p.name}」的客戶`,
    month: (p) => `${p.when}沒做到「${p.name}」的客戶`,
    measures: {
      "on-time": "訂單準時到貨",
      "in-full": "訂單足量到貨",
      perfect: "準時又足量",
      response: "客訴及時回覆",
      solution: "客訴及時解決",
      satisfied: "滿意",
    },
  },
} satisfies ServiceMessages;
