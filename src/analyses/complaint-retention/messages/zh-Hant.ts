import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { RetentionMessages } from "./zh-Hans";

export default {
  name: "客訴後的留存",
  finding: (p) =>
    rich`客訴處理得怎樣，明顯關係到客戶留不留：${grouped(p.days)}天後，${marked("content", "處理好的")}還留著${p.content}，${marked("poor", "處理得不好的")}${p.poor}。`,
  findingDiffer: rich`客訴處理結果不同的客戶，留存明顯不同。`,
  findingSame: (p) => rich`${grouped(p.n)}位客訴過的客戶裡，看不出處理結果和留存有關係。`,
  findingFew: (p) => rich`追蹤了${grouped(p.n)}位客訴過的客戶，但處理結果幾乎都一樣，比不出差別。`,
  complaintHurts: rich`與銷售額相近、沒有客訴的客戶相比，客訴過的明顯更早流失。`,
  complaintHelps: rich`與銷售額相近、沒有客訴的客戶相比，客訴過的反而留得更久。`,
  complaintSame: rich`與銷售額相近、沒有客訴的客戶相比，看不出差別。`,
  paradox: rich`處理好的比沒有客訴的還留得更久（「補救悖論」在您的資料裡成立）。`,
  judgeLabel: "客訴後第幾天判定結果",
  resolveLabel: "幾天內解決算處理好",
  windowLabel: "多久不買算流失（天，0＝自動）",
  groups: {
    content: "處理好",
    poor: "解決晚或不滿意",
    open: "到時沒解決",
    none: "沒有客訴（相近客戶）",
  },
  chart: {
    title: "客訴以後，客戶留了多久？",
    sub: (p) =>
      `${grouped(p.n)}位客戶，各取第一件客訴，從客訴後第${grouped(p.days)}天起追蹤；${grouped(p.windowDays)}天沒有再買算流失。線畫到還有足夠多客戶在追蹤為止。`,
    description: (p) => `按客訴結果的留存曲線：處理好的${p.content}，處理得不好的${p.poor}。`,
    days: "天數",
    stay: "還留著",
    interval: "95%區間",
    low: "下限",
    high: "上限",
    at: (p) => `第${p.days}天`,
    axis: "從判定結果那天起的天數",
    group: "結果",
  },
  table: {
    title: "各組還留著多少？",
    sub: (p) => `到第${grouped(p.days)}天；點一列看這些客戶裡流失的。`,
    subNone: "各組能看的時間太短，還比不了。",
    caption: "按客訴結果：客戶、流失、留存和仍在追蹤的人數",
    group: "結果",
    n: "客戶",
    lost: "已流失",
    stay: "還留著",
    interval: "95%區間",
    atRisk: (p) => (p.days === 0 ? "起點在追蹤" : `${grouped(p.days)}天仍在追蹤`),
    p: (p) =>
      `對數秩檢定（不到10位的組不比）：不同結果之間p＝${p.outcome}，客訴與相近的不客訴p＝${p.complaint}。`,
  },
  matched: (p) =>
    `${grouped(p.pairs)}位客訴過的客戶各配了一位沒有客訴、最近也在買、上年銷售額最接近（相差一倍以內）的客戶；${grouped(p.unmatched)}位沒有配到。`,
  tooNew: (p) => `${grouped(p.customers)}位客訴不久，還不能判定結果。`,
  notFollowed: (p) => `${grouped(p.customers)}位客訴前沒有買過，或判定之前就已流失，沒有計入。`,
  undated: (p) => `${grouped(p.customers)}位的客訴已解決，但沒有寫何時解決、也沒有回訪，沒有計入。`,
  unlinked: (p) => `${grouped(p.cases)}件客訴沒有寫是哪個客戶。`,
  how: {
    outcome:
      "處理好：判定時已解決，且回訪滿意；沒有回訪的，看是否在限定天數內解決。判定時還沒解決的另成一組。所有客戶都從同一天起算，避免「拖得久的自然留得久」。",
    lost: "流失：從客訴或最後一次購買起，滿規定天數沒有再買，記在滿的那天；後來又回來的不改。",
    curve:
      "留存用Kaplan–Meier，還沒看完的按「至少留了這麼久」計入；差別用對數秩檢定，每組至少10位。",
    caution: "這是一起出現，不是因果：結果不好的客訴，往往本來就更嚴重。",
  },
  cells: {
    stay: (p) => `客訴後追蹤的客戶：${p.name}`,
    left: (p) => `客訴後流失的客戶：${p.name}`,
  },
  refusals: {
    "few-cases": "能追蹤的客戶不到30位：需要寫明客戶的客訴，以及客訴前後的訂單。",
    "no-gaps": "沒有一位客戶買過兩次，不知道多久不買算流失。可以自己填天數。",
  },
} satisfies RetentionMessages;
