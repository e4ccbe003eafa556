import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { CoxMessages } from "./zh-Hans";

export default {
  name: "什麼加快流失",
  yes: "是",
  no: "否",
  rest: "其餘",
  months: (p) => `${p.months}個月`,
  axis: { days: "成為客戶後的天數", months: "成為客戶後的月數", unit: "時長（單位同資料）" },
  who: {
    number: (p) => `「${p.column}」每多${p.step}`,
    flag: (p) => `「${p.column}」為「是」的客戶`,
    level: (p) => `「${p.column}」為「${p.level}」的客戶（與「${p.reference}」相比）`,
  },
  term: {
    number: (p) => `${p.column} +${p.step}`,
    flag: (p) => p.column,
    level: (p) => `${p.column}：${p.level}`,
  },
  effect: {
    times: (p) => `是${p.ratio}倍`,
    higher: (p) => `高${p.share}`,
    lower: (p) => `低${p.share}`,
  },
  finding: {
    lead: (p) =>
      rich`在${grouped(p.customers)}家客戶、${marked("lost", `${grouped(p.lost)}家`)}流失裡，其他條件相同時：`,
    effects: (p) =>
      p.list.flatMap(({ mark, who, effect }, i) => [
        ...(i === 0 ? [] : ["；"]),
        `${who}，流失風險`,
        marked(mark, effect),
        ...(i === p.list.length - 1 ? ["。"] : []),
      ]),
    others: (p) => rich`另有${grouped(p.count)}項也有影響，見下圖。`,
    noneAtAll: (p) =>
      rich`在${grouped(p.customers)}家客戶、${marked("lost", `${grouped(p.lost)}家`)}流失裡，看不出這些因素與流失有關（${p.p}）。`,
    noneAlone: (p) =>
      rich`在${grouped(p.customers)}家客戶、${marked("lost", `${grouped(p.lost)}家`)}流失裡，這些因素合起來與流失有關（${p.p}），單獨哪一項都還分不清。`,
    separated: (p) =>
      rich`在${grouped(p.customers)}家客戶、${marked("lost", `${grouped(p.lost)}家`)}流失裡，有的因素把走的和留的完全分開了，說不出倍數。`,
    concordance: (p) => rich`憑這些因素，兩家裡誰先走能說對${p.share}（瞎猜是50%）。`,
  },
  caution: {
    few: (p) =>
      `只有${grouped(p.events)}家流失，卻要估${grouped(p.terms)}個係數（每個至少要10家）：倍數會偏大，先少選幾項。`,
    drift: (p) => `${p.who}，流失風險前後不一樣：前期${p.early}，後期${p.late}。圖裡是整段的平均。`,
    driftMany: (p) =>
      `${p.who}，流失風險前後不一樣：前期${p.early}，後期${p.late}；另有${grouped(p.others)}項也不一樣。圖裡是整段的平均。把最明顯的一欄改到「在同類裡比較」，其餘會更準。`,
    unbounded: (p) =>
      `${p.who}共${grouped(p.customers)}家，流失${grouped(p.lost)}家：倍數沒有盡頭，不畫。`,
    missing: (p) =>
      `${grouped(p.missing)}家（${p.share}）因為缺值沒有算進來，結論只對算進來的客戶成立。`,
    notConverged: "計算沒有收斂，數字只供參考。試試少選幾項。",
  },
  missing: {
    title: "還看不出什麼加快流失",
    open: "去匯入",
    gaps: {
      "no-source":
        "需要其中之一：客戶表裡的「在網月數」和「是否流失」；「合約」或「流失」表；或者帶日期的「訂單」。",
      "no-duration": "沒有可用的時長欄。請選一欄數字，比如「在網月數」。",
      "no-event": "沒有說明是否流失的欄。請選一欄，比如「是否流失」。",
      "event-unclear": "看不懂這一欄的哪個值表示流失。請換一欄，或改成「是／否」。",
      "no-contracts": "「合約」和「流失」表裡沒有能用的列，或者不知道客戶從哪天開始。",
      "no-orders": "沒有成交的訂單，看不出誰沉默了。",
      "no-window": "還沒有客戶買過第二次，算不出流失視窗。請在下面填一個天數。",
      nobody: "這個範圍裡沒有能用的客戶。放寬篩選，或少選幾欄。",
      "no-covariates": "客戶表裡沒有可以比較的欄。請匯入客戶的屬性，比如行業、區域、是否有合約。",
      "few-losses": "流失的客戶太少：至少要10家，而且比要估的係數多。",
      "no-fit": "選中的欄說的都是一回事，算不出各自的作用。請換幾欄。",
    },
  },
  controls: {
    source: "依據",
    sources: {
      auto: "自動",
      columns: "客戶表的欄",
      contracts: "合約與流失記錄",
      silence: "沉默天數",
    },
    duration: "時長",
    event: "是否流失",
    field: "按已對應的欄",
    window: "流失視窗",
    windowHint: "填0就按本公司的下單間隔算",
    covariates: "因素",
    strata: "在同類裡比較",
    noStrata: "不限",
  },
  forest: {
    title: "什麼加快流失，什麼留住客戶？",
    sub: (p) =>
      `${grouped(p.customers)}家客戶，${grouped(p.lost)}家流失。點：風險是對照的幾倍；橫線：95%區間。右邊走得快，左邊走得慢；灰色的還分不清。`,
    subStrata: (p) => `只在「${p.column}」的${grouped(p.count)}類裡各自比較。`,
    description: (p) => `${grouped(p.terms)}個因素的風險倍數與95%區間，最明顯的是${p.first}。`,
    same: "無影響",
    times: (p) => `×${p.ratio}`,
    factor: "因素",
    against: "對照",
    ratio: "風險倍數",
    lower: "下限",
    upper: "上限",
    interval: "95%區間",
    p: "p值",
    early: "前期",
    late: "後期",
    driftP: "前後是否一樣（p）",
    customers: "客戶",
    lost: "流失",
    lostOf: (p) => `${grouped(p.customers)}家裡${grouped(p.lost)}家`,
    perStep: (p) => `少${p.step}`,
    openMissing: (p) => `打開缺值的${grouped(p.customers)}家`,
    unused: (p) => `沒有放進來的欄：${p.list}。`,
    unusedOne: (p) => `${p.column}（${p.reason}）`,
    reasons: {
      "one-value": "都一樣",
      "many-words": "取值太多",
      sparse: "缺得太多",
      grows: "隨時間越積越大",
      budget: "流失家數不夠多放一欄",
      collinear: "別的欄已經說明",
    },
  },
  profile: {
    title: "這樣的客戶能留多久？",
    sub: "填一家客戶的情況，看它比平均多留還是少留。只用上面的因素推算，沒有區間。",
    answer: (p) =>
      rich`這樣的客戶滿${p.time}還在的可能是${marked("share", p.share)}，平均水準的客戶是${p.average}。`,
    stratum: (p) => `按「${p.column}」`,
    own: "這樣的客戶",
    average: "平均水準",
    time: "時間",
    description: (p) => `按填寫的情況推算的留存曲線，滿${p.time}還在${p.share}。`,
  },
  how: [
    "比例風險模型（Cox）：每個因素把離開的風險乘上一個固定的倍數，其他因素不變。同一時間多家流失按Efron的辦法處理。",
    "倍數1是沒有影響；2是風險加倍，0.5是風險減半。數字欄按一個整步來說，約等於一個標準差。文字欄與最常見的值相比。",
    "前後是否一樣：用Schoenfeld殘差的檢定看倍數是否隨時間變化；前期、後期是在流失的前10%和後90%處推算的倍數。",
    "隨時間累積的欄（累計金額、訂單數）不要放進來：早走的客戶當然少。",
  ],
  tests: (p) =>
    `整體檢定：概似比χ²＝${p.lr}，Wald ${p.wald}，得分${p.score}，自由度${grouped(p.df)}，${p.p}；對數概似${p.log}。`,
  leftOut: (p) => `${grouped(p.customers)}家沒有時長或不知道是否流失，未計入。`,
  rules: {
    columns: "流失以客戶表為準。",
    contracts: "流失以合約和流失記錄為準。",
    silence: (p) => `超過${grouped(p.days)}天沒有下單就算流失。`,
  },
  cells: {
    missing: "缺值、沒有算進模型的客戶",
    factor: (p) => `第${grouped(p.place)}個流失因素的客戶`,
  },
} satisfies CoxMessages;
