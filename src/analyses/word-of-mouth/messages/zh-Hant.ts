import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { WordOfMouthMessages } from "./zh-Hans";

export default {
  name: "口碑曲線",
  did: {
    recommend: (p) =>
      rich`${grouped(p.n)}家客戶裡，${marked("recommend", p.events)}家願意推薦（9分或10分）。`,
    complain: (p) =>
      rich`${grouped(p.n)}家客戶裡，${marked("complain", p.events)}家在填答後${grouped(p.days)}天內提出客訴。`,
  },
  zone: (p) =>
    `${p.low}分到${p.high}分是容忍區間：其間高一分低一分差別不大，出了區間，每一分都要緊。`,
  bend: (p) => `走勢在${p.low}分和${p.high}分轉折，但中間並不平緩，不算容忍區間。`,
  none: (p) =>
    `您的資料沒有顯示容忍區間：從${p.least}分的${p.from}到${p.most}分的${p.to}，一條平滑的線就說得清。`,
  unrelated: {
    recommend: "分數高低與是否推薦，看不出關係，也沒有容忍區間。",
    complain: "分數高低與是否提出客訴，看不出關係，也沒有容忍區間。",
  },
  thin: "客戶或分數太少，還說不出有沒有容忍區間。",
  absent: {
    recommend: {
      "no-pairs": "看不出推薦：同一份問卷裡沒有0–10分的推薦題。",
      "too-few": "看不出推薦：兩題都答的客戶不到20家。",
    },
    complain: {
      "no-complaints": "看不出客訴：還沒有帶客戶和日期的客訴紀錄。",
      "no-days": "看不出客訴：問卷沒有日期，不知道客訴在前還是在後。",
      "too-few": "看不出客訴：填答後能追蹤滿期的客戶不到20家。縮短追蹤天數，或換「全部歷史」。",
    },
  },
  wholeHistory: "全部歷史",
  question: "服務評分",
  follow: "客訴追蹤",
  days: "天",
  curves: {
    title: { recommend: "打幾分的客戶願意推薦？", complain: "打幾分的客戶會提出客訴？" },
    sub: (p) =>
      `「${p.name}」，${grouped(p.n)}家客戶，${p.period}的問卷。點與直線段是觀察值和95%區間，${p.isBent ? "虛線是一條直線（對數勝算），實線在兩處轉折" : "線是對數勝算的一條直線"}。`,
    description: (p) => `各分數客戶${p.what}的比例，全部合計${p.ratio}。`,
    zone: "容忍區間",
    at: (p) => `${p.score}分`,
    score: "分數",
    customers: "客戶",
    did: { recommend: "願意推薦", complain: "客訴" },
    ratio: "比例",
    low: "下限",
    high: "上限",
    interval: "95%區間",
    straight: "直線",
    bent: "折線",
  },
  tests: {
    title: "有沒有容忍區間？",
    sub: "容忍區間是服務評分的一段：在其中客戶不太在意好一點壞一點，低於它口碑變壞，高於它才變好。",
    caption: "推薦與客訴的折線同直線的比較",
    what: "問題",
    better: "折線比直線好嗎？",
    yes: (p) => `是，AIC低${p.delta}`,
    no: (p) => `看不出，AIC只低${p.delta}`,
    worse: (p) => `否，AIC高${p.delta}`,
    low: "下面的轉折",
    high: "上面的轉折",
    knot: (p) => `${p.at}分（${p.low}–${p.high}）`,
    same: "重抽樣得到同樣兩處轉折",
    below: "轉折以下，每高一分勝算變為",
    within: "兩處之間",
    above: "轉折以上",
    times: (p) => `${p.value}倍`,
    timesMore: (p) => `${p.value}倍以上`,
    timesLess: (p) => `${p.value}倍以下`,
    thin: "資料太少",
  },
  how: {
    observation: (p) =>
      `每家客戶取最近一份說得清的問卷。推薦：同一份問卷裡推薦題打9分或10分。客訴：填答之後${grouped(p.days)}天內提出過客訴；超出客訴紀錄起迄的問卷不算。`,
    fit: "對分數做邏輯迴歸：一條直線，與在兩個分數處轉折的折線比較，兩處轉折取配適最好的。折線的AIC低2以上才算更好，兩處轉折各算一個參數。",
    zone: "容忍區間：折線更好，兩端走向一致，而中間的坡度不到兩端各自的一半。轉折的95%區間來自300次拔靴抽樣。",
    cause: "這是相關：愛抱怨的客戶可能本來評分就低。",
    missing: (p) =>
      `沒有客戶名稱${grouped(p.unlinked)}份；沒有作答${grouped(p.unanswered)}份；看客訴時另有太新、還沒滿期的${grouped(p.young)}份，早於第一件客訴的${grouped(p.before)}份。`,
  },
  cells: {
    recommend: "願意推薦的客戶",
    complain: "填答後提出客訴的客戶",
    at: (p) => `服務打${p.score}分的客戶`,
  },
  refusals: {
    "no-question": "還沒有可用的服務評分題。匯入一份帶客戶的滿意度問卷。",
    "too-few-customers":
      "說得清的客戶不到20家：要麼同一份問卷裡有推薦題，要麼填答之後有客訴紀錄可追蹤。縮短追蹤天數，或換「全部歷史」。",
  },
} satisfies WordOfMouthMessages;
