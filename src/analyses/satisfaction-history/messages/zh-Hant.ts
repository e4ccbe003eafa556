import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { HistoryMessages } from "./zh-Hans";

export default {
  name: "累積滿意",
  findingLower: (p) =>
    rich`${grouped(p.n)}家客戶不只答過一次：累積滿意${p.builtUp}分，最近一次${p.last}分，比累積的低（${p.pValue}）。`,
  findingHigher: (p) =>
    rich`${grouped(p.n)}家客戶不只答過一次：累積滿意${p.builtUp}分，最近一次${p.last}分，比累積的高（${p.pValue}）。`,
  findingSame: (p) =>
    rich`${grouped(p.n)}家客戶不只答過一次：累積滿意${p.builtUp}分，最近一次${p.last}分，看不出差別（${p.pValue}）。`,
  findingMoved: (p) =>
    rich`${marked("slipped", p.slipped)}家一向滿意、這次失望；${marked("recovering", p.recovering)}家一向不滿、這次好轉。`,
  verdicts: {
    history: "要看客戶還來不來，以前累積的滿意更能說明，最近一次沒有另外的資訊。",
    last: "要看客戶還來不來，最近一次更能說明，以前的累積沒有另外的資訊。",
    both: "要看客戶還來不來，以前累積的和最近一次各有各的資訊。",
    tied: "滿意的客戶更常再來，但分不清是累積的還是最近一次在起作用。",
    none: "您的資料沒有顯示滿意與再來有關，無論累積的還是最近一次。",
    thin: "能追蹤的客戶太少，還說不出累積的和最近一次哪個更能看出客戶還來不來。",
  },
  question: "題目",
  newWeight: "新問卷的權重",
  satisfiedFrom: "滿意：至少",
  pointsUnit: "分",
  follow: "追蹤",
  days: "天",
  cut: (p) =>
    `四捨五入到${p.satisfied}分起算滿意（填0為自動）。同一客戶兩次填答通常相隔${p.usual}天。`,
  map: {
    title: "累積的和最近一次，各在哪裡？",
    sub: (p) =>
      `「${p.name}」，${p.period}的問卷。橫軸是累積滿意，縱軸是最近一次；圓越大，客戶越多。點開看客戶。`,
    description: (p) => `${grouped(p.n)}家客戶按累積滿意和最近一次分成四格。`,
    builtUp: "累積滿意",
    last: "最近一次",
    customers: "客戶",
    standing: "類型",
    x: "累積滿意 →",
    y: "最近一次 →",
    from: "累積從",
    to: "累積到",
    at: (p) => `最近${p.score}分 · 累積${p.from}～${p.to}分`,
  },
  standings: {
    steady: "一直滿意",
    slipped: "這次失望",
    recovering: "這次好轉",
    unhappy: "一直不滿",
  },
  table: {
    title: "對每一種，做什麼？",
    caption: "四種客戶的數目、累積滿意、最近一次和該做的事",
    standing: "類型",
    customers: "客戶",
    todo: "該做的事",
    todos: {
      steady: "保持；請他們推薦。",
      slipped: "最先聯絡：問清這次出了什麼事，趁以前的好感還在。",
      recovering: "接著做對的事：累積的滿意要幾次才補得回來。",
      unhappy: "找出一直沒有解決的原因，或決定不再投入。",
    },
    withShare: (p) => `${p.customers}（${p.share}）`,
  },
  tests: {
    title: "哪一個更能看出客戶還來不來？",
    sub: (p) => `${grouped(p.n)}家客戶，填答後${grouped(p.days)}天內${p.came}再次購買。`,
    caption: "累積滿意與最近一次對再次購買的說明力",
    what: "問題",
    answer: "回答",
    history: "已知最近一次，以前累積的還多說明什麼嗎？",
    last: "已知以前累積的，最近一次還多說明什麼嗎？",
    joint: "兩個一起，與再來有關嗎？",
    yes: (p) => `是（${p.pValue}）`,
    no: (p) => `看不出（${p.pValue}）`,
    thin: "資料太少",
  },
  how: {
    level: (p) =>
      `累積滿意＝新問卷×權重＋以前的累積×（1−權重）。隔通常的${p.usual}天，新問卷的權重是${p.weight}；隔得越久，以前的越輕。同一天的幾份取平均。`,
    difference: "平均的差別用成對的t檢定。只算不只一天答過的客戶。",
    telling:
      "再來：填答之後規定的天數內有銷售，取每家客戶最近一份能追蹤滿期的問卷；用最近一次和那之前的累積做邏輯迴歸，以概似比比較，多一個變數一個自由度。",
    cause: "這是相關：常來的客戶可能本來就滿意。",
    missing: (p) =>
      `只有一天答過的客戶${grouped(p.single)}家；沒有日期${grouped(p.undated)}份；沒有客戶名稱${grouped(p.unlinked)}份；沒有作答${grouped(p.unanswered)}份。`,
  },
  cells: {
    at: (p) => `最近打${p.score}分、累積滿意相近的客戶`,
  },
  refusals: {
    "no-question": "還沒有可用的評分題。匯入一份帶日期和客戶的滿意度問卷。",
    "too-few-customers":
      "不只一天答過的客戶不到10家，看不出累積的滿意。換「全部歷史」，或再做一次調查。",
  },
} satisfies HistoryMessages;
