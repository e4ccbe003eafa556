import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { RenewalsMessages } from "./zh-Hans";

const messages: RenewalsMessages = {
  name: "合約續約",
  finding: (p) =>
    rich`${marked("all", `${grouped(p.customers)}家`)}合約客戶，第一次到期時續約的有${marked("first", p.rate)}（95%信賴區間${p.interval}）。`,
  findingLater: (p) =>
    `續過${grouped(p.renewals)}次的，下一次續約的有${p.rate}：容易走的先走了，留下的更穩，並不是誰變得更忠誠。`,
  findingValue: (p) =>
    rich`現有${marked("staying", `${grouped(p.customers)}家`)}從下次續約起，預計還會帶來${p.amount}${p.interval === null ? "" : `（95%信賴區間${p.interval}）`}。`,
  gaps: {
    "no-source": "沒有合約，也沒有寫明在期多久、是否流失的欄位。請匯入合約表，或選擇兩欄。",
    "no-contracts": "沒有合約表。訂單客戶的去留請看「未來價值」；有合約或訂閱時，匯入合約表即可。",
    "no-duration": "沒有寫明在期多久的數字欄，請選一欄。",
    "no-event": "沒有寫明是否流失的欄位，請選一欄。",
    "event-unclear": "看不出這一欄裡哪個值是流失，請換一欄。",
    "no-orders": "截止日之前沒有紀錄。",
    "no-window": "截止日之前沒有紀錄。",
    "few-customers": (p) =>
      `只有${grouped(p.customers)}家合約客戶，不到30家，只列實際續約，不推算未來。`,
    "nobody-left": "還沒有客戶離開，推算不出續約率怎樣變化。",
    "nobody-renewed": "還沒有客戶續約過，推算不出續約率怎樣變化。",
  },
  cautions: {
    boundary: "客戶之間的差別小到資料分不出來：續約率可當作人人一樣，區間從略。",
    "not-converged": "模型沒有算到穩定的解，推算只能作參考。",
    high: (p) =>
      `一期之前的模型預計${grouped(p.asked)}家中有${grouped(p.low)}到${grouped(p.high)}家續約，實際${grouped(p.kept)}家，比預計少：下面的推算偏樂觀。`,
    low: (p) =>
      `一期之前的模型預計${grouped(p.asked)}家中有${grouped(p.low)}到${grouped(p.high)}家續約，實際${grouped(p.kept)}家，比預計多：下面的推算偏保守。`,
  },
  periodLabel: "多久續一次",
  periodChoice: (p) => `續約週期：${p.period}`,
  periods: { auto: "自動", month: "每月", quarter: "每季", year: "每年" },
  unitName: { month: "個月", quarter: "季", year: "年", unit: "期" },
  durationLabel: "在期多久",
  eventLabel: "是否流失",
  mapped: "按已對應的欄位",
  discountLabel: "年折現率",
  title: "續約率隨次數怎樣變？",
  sub: (p) =>
    `點為實際續約率，直線為95%信賴區間，曲線為模型。共${grouped(p.asked)}次到期${p.out > 0 ? `；${grouped(p.out)}家資料不全，沒有算` : ""}。`,
  subPlain: (p) =>
    `點為實際續約率，直線為95%信賴區間。共${grouped(p.asked)}次到期${p.out > 0 ? `；${grouped(p.out)}家資料不全，沒有算` : ""}。`,
  description: "第幾次續約與續約率：實際的點、區間和模型曲線。",
  axis: "第幾次續約",
  point: (p) => `第${grouped(p.renewal)}次續約`,
  asked: "到期客戶",
  kept: "續約客戶",
  rate: "續約率",
  low: "區間下限",
  high: "區間上限",
  interval: "95%信賴區間",
  expected: "模型",
  staying: "一路留下",
  expectedStaying: "一路留下（模型）",
  stake: {
    title: "下次續約，先見誰？",
    sub: (p) =>
      `在期${grouped(p.staying)}家中最要緊的${grouped(p.shown)}家：不續的可能 × 不續就失去的金額。`,
    subPlain: (p) =>
      `在期${grouped(p.staying)}家中最可能不續的${grouped(p.shown)}家；沒有金額，只按可能性排。`,
    caption: "下次續約最要緊的客戶",
    openAll: "打開全部在期客戶",
    name: "客戶",
    renewals: "已續",
    times: (p) => `${grouped(p.count)}次`,
    chance: "下次續約",
    fee: (p) => `每${p.unit}金額`,
    worth: "預計還會帶來",
  },
  how: [
    "把每家客戶的在期時間折成續約次數：期中離開的，算作期末沒有續。合約到期30天內沒有續上的先不算流失。",
    "模型（shifted beta-geometric）：每家客戶每次到期離開的可能不變，但各家不同，按beta分布。所以整群的續約率會隨次數上升。",
    "預計帶來的金額 = 每期金額 × 預計還有幾期（折現到下次續約，下一期按全額計），由參數的不確定性給出區間。",
  ],
  howModel: (p) => `α = ${p.alpha}，β = ${p.beta}，對數概似${p.logLikelihood}。`,
  howCheck: (p) =>
    `檢驗：只用一期之前的資料，預計${grouped(p.asked)}家中${grouped(p.expected)}家續約，實際${grouped(p.kept)}家。`,
  howFee: (p) => `另有${grouped(p.customers)}家在期客戶不知道金額，沒有計入總額。`,
  howNotAsked: (p) => `${grouped(p.customers)}家還沒有到過期。`,
};
export default messages;
