import { decimal, grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { CsatMessages } from "./zh-Hans";

export default {
  name: "滿意度CSAT",
  finding: (p) =>
    rich`${marked("top", p.top)}打了最高的${p.topScore}分，${marked("top2", p.top2)}打了${p.top2Score}分以上（${grouped(p.n)}份回答）。`,
  findingLow: (p) => rich`${marked("low", p.low)}低於量表中點。`,
  findingUp: (p) =>
    rich`最高分的占比比上一期升了${marked("up", p.points)}，超出抽樣誤差（${p.pValue}）。`,
  findingDown: (p) =>
    rich`最高分的占比比上一期降了${marked("down", p.points)}，超出抽樣誤差（${p.pValue}）。`,
  findingStill: (p) =>
    rich`最高分的占比與上一期相差${p.points}，可能只是抽樣誤差（${p.pValue}），不算變化。`,
  partOnly: (p) => `資料裡沒有整體滿意度的題目，這裡用的是「${p.name}」。`,
  few: (p) => `只有${grouped(p.n)}份回答，區間很寬，先別下結論。`,
  undated: "問卷沒有日期：全部計入，不分區間，也看不到變化。",
  wholeHistory: "全部歷史",
  question: "題目",
  minAnswers: "每項至少",
  answersUnit: "份",
  steps: {
    title: "大家打了幾分？",
    sub: (p) => `「${p.name}」，${p.period}。`,
    description: (p) => `各分數的占比：最高分${p.top}，最高兩檔合計${p.top2}，平均${p.mean}分。`,
    step: (p) => `${p.score}分`,
    score: "分數",
    answers: "回答",
    share: "占比",
    interval: "95%區間",
    atLeast: "不低於此分",
    customers: "客戶",
    low: "下限",
    high: "上限",
  },
  facts: {
    title: "這一題的數字",
    caption: "最高分、最高兩檔、低於中點、平均分和指數，各帶95%區間",
    what: "指標",
    value: "數值",
    interval: "95%區間",
    before: "上一期",
    topBox: (p) => `最高分（${p.score}分）`,
    top2Box: (p) => `最高兩檔（${p.score}分以上）`,
    belowMiddle: "低於中點",
    mean: "平均分",
    index: "指數（0–100）",
    ces: "省力程度（0–100，越高越省力）",
  },
  parts: {
    dimension: "哪一方面最不滿意？",
    touchpoint: "哪個接觸點最不滿意？",
    effort: "哪一步最費力？",
    weakest: (p) =>
      `「${p.name}」最弱：只有${p.share}（${p.interval}）打了最高兩檔，與其他每個接觸點都分得開。`,
    noWeakest: "最低的接觸點與其他的分不開：沒有一個可以確定為最弱。",
    sub: (p) =>
      `圓點是最高兩檔的占比，橫條是95%區間，${p.isJourney ? "按客戶經過的先後" : "從差到好"}。少於${grouped(p.minAnswers)}份的畫成灰色。點開看低於中點的客戶。`,
    description: (p) => `${grouped(p.parts)}項的最高兩檔占比，最低的是「${p.worst}」。`,
    name: "項目",
    scale: "量表",
    answers: "回答",
    topBox: "最高分",
    top2Box: "最高兩檔",
    mean: "平均分",
    index: "指數",
    lowCustomers: "低於中點的客戶",
    label: (p) => `${p.share}（${grouped(p.n)}）`,
    scaleText: (p) => `${p.min}–${p.max}`,
    undrawn: (p) => `還有${grouped(p.parts)}項沒有畫出來，全部在表格裡。`,
  },
  trend: {
    title: "滿意度在變嗎？",
    follow: "走勢看",
    boxes: { top: "最高分", top2: "最高兩檔" },
    sub: (p) =>
      `${p.box}的占比；橫線是全部回答的${p.centre}，灰帶是這麼多份回答正常會有的波動（±3倍標準誤）。`,
    subWide: (p) =>
      `${p.box}的占比；橫線是全部回答的${p.centre}，灰帶是正常波動：各期之間本來就比抽樣誤差更分散，所以放寬到${p.factor}倍。`,
    outBelow: (p) =>
      rich`${p.period}${p.box}只占${marked("out", p.share)}（全部回答${p.centre}），低於正常波動的下限。`,
    outAbove: (p) =>
      rich`${p.period}${p.box}占${marked("up", p.share)}（全部回答${p.centre}），高於正常波動的上限。`,
    description: (p) =>
      `${grouped(p.periods)}期的占比，${p.outside === 0 ? "全部在管制界限以內" : `${grouped(p.outside)}期超出管制界限`}。`,
    period: "期間",
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
  how: {
    boxes:
      "最高分（top box）和最高兩檔（top-2 box）分開算：4分和5分的客戶，以後的行為往往差得很遠，不能合在一個平均分裡。",
    interval: "占比用Wilson區間；平均分用t區間，95%。",
    index: "指數＝100×（平均分−最低分）÷（最高分−最低分）。不同量表可以放在一起比。",
    reversed: "分數越低越好的題目已經翻轉，這裡一律越高越好。",
    change: "與上一期比較：前面同樣長的一段時間；兩個占比的z檢定。",
    touchpoint:
      "接觸點：整體題和分項題裡，量表相同（最常見的那種）的回答合在一起；先後按名稱裡的詞（諮詢、下單、送貨、安裝、對帳、售後、退換……）排，認不出的放在最後。「最弱」要與其他每個接觸點的差別都顯著（z檢定，Bonferroni校正）。",
    trend:
      "走勢：p′管制圖（Laney），管制界限＝全部的占比±3×σz×標準誤；σz從至少8個完整的期間裡算，小於1按1。不到10份的期間只畫不判斷。",
    missing: (p) =>
      `沒有作答${grouped(p.unanswered)}份；沒有日期、未計入${grouped(p.undated)}份；沒有客戶名稱${grouped(p.unlinked)}份（計入占比，點開看不到）；超出量表${grouped(p.offScale)}份。`,
  },
  cells: {
    top: "打最高分的客戶",
    top2: "打最高兩檔的客戶",
    low: "低於量表中點的客戶",
    period: (p) => `${p.when}答過這一題的客戶`,
    score: (p) => `滿意度打${decimal(Number(p.score), 1)}分的客戶`,
    dimension: "這一方面低於中點的客戶",
    touchpoint: "這個接觸點低於中點的客戶",
    effort: "覺得這一步費力的客戶",
  },
  refusals: {
    "no-rating-question": "還沒有打分題。匯入一份問卷，其中至少一欄是滿意度評分。",
    "too-few-answers": "這段時間的回答不到5份，算不出有意義的滿意度。換一個區間，或放寬篩選。",
  },
} satisfies CsatMessages;
