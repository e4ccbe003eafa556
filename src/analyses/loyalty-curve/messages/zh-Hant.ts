import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { LoyaltyMessages } from "./zh-Hans";

export default {
  name: "滿意與忠誠曲線",
  findingSpecial: (p) =>
    rich`打${p.topScore}分的客戶有${marked("top", p.top)}再次購買，打${p.nextScore}分的只有${marked("next", p.next)}，前者是後者的${p.ratio}倍：滿分與眾不同，高出其他分數的走勢。`,
  findingBelow: (p) =>
    rich`打${p.topScore}分的客戶有${marked("top", p.top)}再次購買，打${p.nextScore}分的有${marked("next", p.next)}：滿分反而不如其他分數的走勢。`,
  findingNone: (p) =>
    rich`您的資料沒有顯示滿分與眾不同：打${p.topScore}分的客戶有${marked("top", p.top)}再次購買，打${p.nextScore}分的有${marked("next", p.next)}，都在同一條平滑的曲線上。`,
  findingThin: (p) =>
    rich`${grouped(p.n)}家客戶裡，打滿分的或打其他分的太少，還說不出滿分是否與眾不同。`,
  relations: {
    up: "整體來說，分數越高，越常再買。",
    down: "整體來說，分數越高，反而越少再買。",
    none: "分數高低與是否再買，看不出關係。",
  },
  question: "題目",
  follow: "追蹤",
  days: "天",
  curve: {
    title: "滿意到什麼程度，客戶才會再來？",
    sub: (p) =>
      `${grouped(p.n)}家客戶，填答後${grouped(p.days)}天內有沒有再買；${p.period}的問卷。點與直線是觀察值和95%區間，實線是只升不降的擬合，虛線是邏輯迴歸。`,
    description: (p) => `各分數客戶的再購率，全部合計${p.ratio}。`,
    step: (p) => `${p.score}分`,
    score: "分數",
    customers: "客戶",
    repeaters: "再次購買",
    ratio: "再購率",
    low: "下限",
    high: "上限",
    interval: "95%區間",
    isotonic: "只升不降的擬合",
    logistic: "邏輯迴歸",
  },
  tests: {
    title: "有多確定？",
    caption: "再購率的檢定：有沒有關係、滿分是否特別、比值和彈性",
    what: "問題",
    answer: "回答",
    trend: "分數與再購有沒有關係？",
    top: "滿分特別嗎？",
    ratio: (p) => `${p.top}分的再購率是${p.next}分的幾倍？`,
    elasticity: "分數高1%，再購率高多少？",
    yes: (p) => `有（${p.pValue}）`,
    no: (p) => `看不出（${p.pValue}）`,
    unknown: "資料太少",
    interval: (p) => `${p.value}（${p.low}–${p.high}）`,
  },
  lifts: {
    title: "讓一些客戶提高一分，值不值得？",
    sub: "假定提高一分的客戶，行為就像現在打高一分的那些；這是相關，不是保證。",
    caption: "從低一分提高到高一分：多回來的客戶、多賣的金額和扣除成本以後",
    best: (p) =>
      `每100家客戶從${p.best}，多回來約${p.bestPoints}家；${p.other}，約${p.otherPoints}家。`,
    unsure: "兩種提高都看不出能多留住客戶：差別在抽樣誤差之內。",
    step: (p) => `${p.from}分→${p.to}分`,
    some: (p) => `${p.customers}（共${p.there}）`,
    range: (p) => `${p.low}～${p.high}`,
    name: "提高",
    customers: "客戶",
    extra: "多回來",
    interval: "95%區間",
    sales: "多賣",
    gain: "扣掉成本",
    customersField: "提高多少家",
    customersUnit: "家",
    costField: "每家的成本（0為不算）",
  },
  how: {
    observation:
      "每家客戶取最近一份能追蹤滿期的問卷；填答之後，在規定的天數內又有銷售，就算再次購買。",
    fit: "只升不降的擬合：分數升了、再購率反而降的，與相鄰的合併（PAV）。再購率用Wilson區間，提高一分的效果用Newcombe區間。",
    test: "滿分是否特別：一條邏輯迴歸曲線，與給滿分另加一跳的模型比較（概似比檢定）。不顯著，就說資料沒有顯示。",
    missing: (p) =>
      `太新、還沒滿期的問卷${grouped(p.young)}份；同一客戶更早的${grouped(p.earlier)}份；沒有客戶名稱${grouped(p.unlinked)}份；沒有作答${grouped(p.unanswered)}份。`,
    cause: "再來的客戶可能本來就大、就近、沒有別家可選。相關不等於因果。",
  },
  cells: {
    at: (p) => `打${p.score}分、能追蹤的客戶`,
    left: (p) => `打${p.score}分、沒有再買的客戶`,
  },
  refusals: {
    "no-question": "還沒有可用的打分題。匯入一份帶日期和客戶的滿意度問卷。",
    "too-few-customers": "填答之後能追蹤滿期的客戶不到20家。縮短追蹤天數，或換「全部歷史」。",
  },
} satisfies LoyaltyMessages;
