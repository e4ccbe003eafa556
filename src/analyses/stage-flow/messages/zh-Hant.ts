import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { StageFlowMessages } from "./zh-Hans";

export default {
  name: "階段流轉",
  refusals: {
    "no-orders": "還沒有訂單，看不出客戶在各階段之間怎樣流轉。",
    "few-periods": "至少要有五個完整的時段，才看得出流轉。",
  },
  finding: (p) =>
    rich`近${grouped(p.periods)}個${p.unit}，每過一個${p.unit}有${marked("stay", p.stay)}的客戶留在原來的階段。`,
  findingLost: (p) =>
    rich`最容易滑走的是「${p.from}」：每個${p.unit}${marked("lost", p.share)}轉入待贏回。`,
  findingAhead: (p) =>
    rich`照此下去，${grouped(p.periods)}個${p.unit}後「保留」有${marked("ahead", p.retain)}家，現在是${p.now}家。`,
  findingBetter: (p) => `回測：這樣預測平均錯放${p.error}的客戶，「維持現狀」錯放${p.naive}。`,
  findingWorse: (p) =>
    `回測：這樣預測平均錯放${p.error}的客戶，並不比「維持現狀」（${p.naive}）好，只宜看方向。`,
  units: { month: "月", quarter: "季" },
  controls: {
    grain: "時段",
    grains: { auto: "自動", month: "月", quarter: "季" },
    years: "看最近",
    yearUnit: "年",
    horizon: "往後預測",
    horizonUnit: "個時段",
  },
  stages: { none: "新來的", acquire: "獲客", develop: "發展", retain: "保留", winback: "待贏回" },
  matrix: {
    title: "在這一階段的客戶，下一個時段去了哪裡？",
    sub: (p) =>
      `${p.from}至${p.to}，${grouped(p.periods)}個時段合計；顏色越深比例越高。點一格看上一個時段這樣走的客戶。`,
    description: "四個階段的轉移矩陣：列是原來的階段，欄是一個時段後的階段。",
    from: "從",
    to: "到",
    share: "比例",
    interval: "95%區間",
    count: "次數",
    last: "上一個時段",
    move: (p) => `${p.from} → ${p.to}`,
  },
  flow: {
    title: "上一個時段客戶怎樣流轉？",
    sub: (p) => `${p.from}到${p.to}；帶子越寬客戶越多，點一條看是誰。`,
    description: "左邊是原來的階段和新來的客戶，右邊是一個時段後的階段，帶子的寬度是客戶數。",
    customers: "客戶",
  },
  ahead: {
    title: "各階段將來會有多少客戶？",
    sub: (p) => `照近來的轉移比例，加上每個${p.unit}${p.inflow}家新客戶；淺色帶是80%的可能範圍。`,
    description: "每個階段一條線：過去的實際客戶數，和按轉移矩陣推算的將來。",
    day: "到",
    stage: "階段",
    kind: "來源",
    actual: "實際",
    forecast: "預測",
    interval: "80%區間",
    customers: "客戶",
  },
  test: {
    title: "這樣預測可靠嗎？",
    ahead: "往後",
    periods: (p) => `${grouped(p.count)}個${p.unit}`,
    error: "按流轉預測的誤差",
    naive: "維持現狀的誤差",
    sub: (p) =>
      `站在最近${grouped(p.origins)}個時段末，只用當時以前的轉移去預測後來；誤差是放錯階段的客戶占比。`,
    none: "時段太少，還不能回測。",
    stationary: {
      sure: (p) => `各時段的轉移比例並不相同（${p.p}）：季節或變化在其中，預測只是平均。`,
      unsure: (p) => `各時段的轉移比例看不出不同（${p.p}）。`,
    },
    order: {
      sure: (p) => `從哪裡來也有關係，不只看現在的階段（${p.p}）：預測是近似。`,
      unsure: (p) => `只看現在的階段就夠了，看不出還要看更早的（${p.p}）。`,
    },
  },
  cells: {
    now: (p) => `現在處於「${p.name}」的客戶`,
    move: (p) => `上一個時段從「${p.from}」到「${p.to}」的客戶`,
  },
  how: [
    "階段的定義和「增減與留存」相同：超過沉默視窗沒有下單是待贏回，否則按下過單的天數分獲客、發展、保留。",
    "轉移比例是次數之比；區間取狄利克雷分布（傑弗里斯先驗）的邊際，不可能的轉移不算。",
    "預測：各階段人數乘轉移矩陣，再加每時段的新客戶；可能範圍是把過去的時段整段重抽500次。",
    "近似處：同一客戶前後時段並不獨立，區間略窄；沉默視窗取自全部資料。",
  ],
  window: (p) => `沉默視窗${p.days}。`,
} satisfies StageFlowMessages;
