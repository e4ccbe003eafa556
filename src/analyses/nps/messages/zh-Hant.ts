import { decimal, grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { NpsMessages } from "./zh-Hans";

export default {
  name: "淨推薦值NPS",
  finding: (p) =>
    rich`淨推薦值（NPS）為${marked("nps", p.nps)}，95%把握在${p.low}到${p.high}之間（${grouped(p.n)}份回答）。`,
  findingParts: (p) =>
    rich`${marked("promoters", p.promoters)}是推薦者，${marked("detractors", p.detractors)}是批評者。`,
  findingChange: (p) =>
    rich`比上一期${p.isUp ? "升" : "降"}了${marked(p.isUp ? "up" : "down", p.points)}點，超出抽樣誤差（${p.pValue}）。`,
  findingStill: (p) => rich`與上一期相差${p.points}點，可能只是抽樣誤差（${p.pValue}），不算變化。`,
  otherQuestion: (p) =>
    `資料裡沒有「是否願意推薦」的題目，這裡用的是「${p.name}」。它同樣是十分制，但不是通常所說的NPS。`,
  few: (p) =>
    `只有${grouped(p.n)}份回答。要把誤差控制在±${p.margin}點以內，需要約${grouped(p.needed)}份。`,
  undated: "問卷沒有日期：全部計入，不分區間，也看不到變化。",
  wholeHistory: "全部歷史",
  question: "題目",
  compare: "依什麼比較",
  byGrade: "客戶等級",
  ofCustomers: "客戶的欄位",
  ofAnswers: "問卷的欄位",
  minAnswers: "每組至少",
  answersUnit: "份",
  scores: {
    title: "大家打了幾分？",
    sub: (p) => `${grouped(p.n)}份回答，${p.period}。`,
    description: (p) =>
      `0到10分的分佈：批評者${p.detractors}，中立者${p.passives}，推薦者${p.promoters}。`,
    classes: {
      detractor: "批評者（0–6分）",
      passive: "中立者（7–8分）",
      promoter: "推薦者（9–10分）",
    },
    title1: (p) => `${decimal(p.score, 0)}分`,
    answers: "回答",
    share: "占比",
    customers: "客戶",
    score: "分數",
    className: "類別",
  },
  trend: {
    title: "NPS在變嗎？",
    sub: (p) => `橫線是全部回答的${p.centre}；灰帶是這麼多份回答正常會有的波動（±3倍標準誤）。`,
    description: (p) =>
      `${grouped(p.periods)}期的NPS，${p.outside === 0 ? "全部在管制界限以內" : `${grouped(p.outside)}期超出管制界限`}。`,
    period: "期間",
    interval: "95%區間",
    limits: "管制界限",
    limitLow: "管制下限",
    limitHigh: "管制上限",
    signal: "判斷",
    above: "高於管制界限",
    below: "低於管制界限",
    inside: "正常波動",
    running: "這一期還沒結束",
    none: "少於兩期，看不出趨勢。",
  },
  groups: {
    title: (p) => `依「${p.by}」比較`,
    sub: (p) => `虛線是全部回答的NPS。少於${grouped(p.minAnswers)}份的組畫成灰色，不下判斷。`,
    description: (p) => `依${p.by}分的${grouped(p.groups)}組NPS及其95%區間。`,
    all: (p) => `全部 ${p.nps}`,
    name: "組別",
    answers: "回答",
    low: "下限",
    high: "上限",
    rest: "與其餘相差",
    qValue: "校正後p值",
    verdict: "判斷",
    higher: "高於其餘",
    lower: "低於其餘",
    same: "分不出高低",
    thin: "回答太少",
    label: (p) => `${p.nps}（${grouped(p.n)}）`,
    hidden: (p) => `還有${grouped(p.groups)}組沒有畫出來，全部在表格裡。`,
    more: (p) => `另有${grouped(p.groups)}組沒有列出。`,
    ungrouped: (p) => `${grouped(p.answers)}份回答沒有這一欄的值。`,
    none: "沒有可以比較的組：匯入訂單可依客戶等級比較，或選一欄。",
  },
  grade: (p) => `${p.grade}級客戶`,
  how: {
    formula: "NPS＝推薦者（9–10分）占比−批評者（0–6分）占比，乘以100。7–8分是中立者。",
    interval: "95%區間：±1.96倍標準誤；不到30份回答時用修正的Wald區間（每類各加一點，區間更寬）。",
    change: "與上一期比較：前面同樣長的一段時間；兩期各自的誤差合在一起檢定。",
    groups:
      "每組與其餘回答比較；比的組多，碰巧顯著的也多，所以p值依Benjamini–Hochberg校正，0.1以內才算有高低。",
    bands:
      "常被引用的參考（貝恩）：高於0不錯，高於20好，高於50優秀，高於80世界級。不同產業差別很大，僅供參考。",
    needed: (p) => `照現在的分散程度，誤差±${p.margin}點需要${grouped(p.needed)}份回答。`,
    missing: (p) =>
      `沒有作答${grouped(p.unanswered)}份；沒有日期、未計入${grouped(p.undated)}份；沒有客戶名稱${grouped(p.unlinked)}份（計入得分，點開看不到）；超出量表${grouped(p.offScale)}份。`,
    several: "同一客戶答過幾次，每次都算一份。",
  },
  cells: {
    classes: { detractor: "批評者", passive: "中立者", promoter: "推薦者" },
    score: (p) => `推薦意願打${p.score}分的客戶`,
    group: "NPS比較圖上這一組的客戶",
    period: (p) => `${p.when}答過推薦題的客戶`,
  },
  refusals: {
    "no-scale-question":
      "還沒有0–10分的題目。匯入一份問卷，其中一欄是「您有多大可能推薦我們？（0–10分）」。",
    "too-few-answers": "這段時間的回答不到5份，算不出有意義的NPS。換一個區間，或放寬篩選。",
  },
} satisfies NpsMessages;
