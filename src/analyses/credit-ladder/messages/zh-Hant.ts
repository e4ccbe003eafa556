import promises from "./promises-zh-Hant";
import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { CreditLadderMessages } from "./zh-Hans";

const messages: CreditLadderMessages = {
  name: "信用階梯",
  steps: { 1: "完善資料", 2: "評估信用", 3: "款到發貨", 4: "法律途徑" },
  stepName: (p) => `${p.step}級·${p.name}`,
  customers: (p) => `${grouped(p.customers)}家`,
  finding: {
    high: (p) =>
      rich`${grouped(p.customers)}家有帳可查的客戶裡，${marked("prepay", `${grouped(p.prepay)}家`)}該款到發貨，${marked("legal", `${grouped(p.legal)}家`)}該走法律途徑；逾期未收共${marked("overdue", p.overdue)}。`,
    calm: (p) =>
      rich`${grouped(p.customers)}家有帳可查的客戶裡，沒有一家到了要款到發貨的地步；${marked("assess", `${grouped(p.assess)}家`)}該重新評估信用，逾期未收共${marked("overdue", p.overdue)}。`,
    promises: (p) =>
      rich`到期的${grouped(p.due)}筆付款承諾，${grouped(p.kept)}筆兌現，${marked("broken", `${grouped(p.broken)}筆落空`)}。`,
    lost: (p) =>
      rich`被動流失的${grouped(p.lost)}家，有${marked("lostHigh", `${grouped(p.high)}家`)}離開那天已在3、4級；其他流失的${grouped(p.other)}家裡是${grouped(p.otherHigh)}家。`,
    lostAlike: (p) =>
      rich`被動流失的${grouped(p.lost)}家裡${marked("lostHigh", `${grouped(p.high)}家`)}離開那天已在3、4級，其他流失的${grouped(p.other)}家裡是${grouped(p.otherHigh)}家，看不出差別。`,
  },
  missing: {
    title: "還排不出信用階梯",
    open: "去匯入",
    gaps: {
      "no-invoices":
        "需要「發票」表：客戶、金額、到期日（或發票日期和帳期），再加結清日期或未收金額。",
      nobody: "這個範圍裡沒有客戶有能看的發票。",
    },
  },
  controls: {
    graceDays: "寬限",
    prepayDays: "款到發貨：逾期超過",
    legalDays: "法律途徑：逾期超過",
    assessShare: "評估信用：遲付占",
    prepayShare: "款到發貨：遲付占",
    brokenAssess: "評估信用：承諾落空",
    brokenPrepay: "款到發貨：承諾落空",
    times: "次",
    days: "天",
    percent: "%",
  },
  chart: {
    title: "客戶都在哪一級？",
    sub: (p) => `${grouped(p.customers)}家有帳可查的客戶，各級的家數和逾期金額。`,
    description: (p) => `${grouped(p.customers)}家客戶在信用階梯四級上的家數。`,
    step: "級別",
    overdue: "逾期金額",
  },
  list: {
    title: "該怎麼做，憑什麼",
    sub: (p) => `2級以上，級別高、逾期多的在前：${grouped(p.lines)}家裡的前${grouped(p.shown)}家。`,
    caption: "2級以上的客戶，理由，和升降一級的條件",
    openAll: "打開3、4級名單",
    customer: "客戶",
    step: "建議",
    overdue: "逾期",
    oldest: "最久逾期",
    late: "遲付",
    lateOf: (p) => `${grouped(p.judged)}張裡${grouped(p.late)}張`,
    broken: "承諾落空",
    disputed: "爭議中",
    down: "怎樣降一級",
    pay: (p) => `收回${p.money}`,
    onTime: (p) => `接著${grouped(p.invoices)}張準時付`,
    promiseOld: (p) => `再過${grouped(p.days)}天，落空的承諾不再計`,
    both: (p) => `${p.one}，並且${p.other}`,
    up: "何時升一級",
    upIn: (p) => `再拖${grouped(p.days)}天`,
  },
  lost: {
    title: "流失的客戶當時在哪一級？",
    sub: "離開那天，按當時還沒收到的錢算。",
    caption: "流失客戶離開那天在信用階梯高位的家數",
    kind: "流失",
    kinds: { involuntary: "被動流失", other: "其他流失" },
    customers: "有帳可查",
    high: "當時在3、4級",
    share: "占",
    difference: (p) => `相差${p.difference}個百分點，95%區間${p.low}到${p.high}。`,
    none: "還沒有流失紀錄可對照。",
  },
  disputed: (p) =>
    `${grouped(p.customers)}家有發票還在爭議中。爭議是客訴，先處理客訴，不因此升級。`,
  how: (p) => [
    "四級來自防止被動流失的四步：完善資料庫、信譽度評估、預付費、法律措施。客戶按現有帳款落在最高的一級。",
    `遲付占比只看最近${grouped(p.lookBack)}天到期、知道付款日的發票；少於3張不看占比。`,
    "付款承諾由您登記，按收款（沒有收款表就按發票的結清）判斷：從許諾那天到約定那天，收到的錢夠數就是兌現；一筆錢只算一次，先算先到期的。",
    "這是建議，不是決定：錢為什麼遲到（開錯發票、有爭議、對方銀行），表裡看不出來。",
  ],
  cells: {
    all: "信用階梯上的客戶",
    step: (p) => `信用建議「${p.name}」的客戶`,
    disputed: "有發票在爭議中的客戶",
    broken: "近期有付款承諾落空的客戶",
    lost: (p) => `${p.name}、有帳可查的客戶`,
    lostHigh: (p) => `${p.name}、離開那天在3、4級的客戶`,
  },
  promises,
};

export default messages;
