import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { ClvMessages } from "./zh-Hans";

export default {
  name: "客戶終身價值",
  measures: { sales: "銷售額", profit: "毛利" },
  finding: (p) =>
    rich`未來${grouped(p.months)}個月，現有客戶預計帶來${marked("total", p.amount)}${p.measure}；${grouped(p.customers)}家裡約${grouped(p.alive)}家還在購買。`,
  findingInterval: (p) => `95%信賴區間${p.low}到${p.high}。`,
  findingFalling: (p) =>
    rich`${marked("falling", `${grouped(p.customers)}家`)}過去是A級，未來排不進A級，涉及${p.amount}。`,
  cautions: {
    "not-converged": "模型沒有算到穩定的解，以下數字僅供參考。請換一個模型，或放寬篩選。",
    boundary:
      "有一個參數跑到了邊界：資料分不出客戶之間在這一點上的差別，總數仍可看，參數不必解讀。",
    correlation: (p) =>
      `購買次數與單次金額相關（r = ${p.value}），模型假設兩者無關，個別客戶的金額會有偏差。`,
    high: (p) => `用前段資料預測後段，預測比實際多${p.ratio}：以下數字偏樂觀。`,
    low: (p) => `用前段資料預測後段，預測比實際少${p.ratio}：以下數字偏保守。`,
  },
  valueLabel: "價值",
  modelLabel: "模型",
  models: {
    "bg-nbd": "BG/NBD",
    "mbg-nbd": "MBG/NBD（首購後也可能流失）",
    "pareto-nbd": "Pareto/NBD",
  },
  monthsLabel: "看多遠",
  months: (p) => `${grouped(p.months)}個月`,
  discountLabel: "年折現率",
  grid: {
    title: "誰現在值錢，誰將來值錢？",
    sub: (p) =>
      `縱向：過去${grouped(p.months)}個月銷售額的等級；橫向：未來${grouped(p.months)}個月價值的等級。A占一半金額，B占其後30%。`,
    description: "三乘三的方格：現在的等級與將來的等級，各有多少客戶、預計多少價值。",
    now: "現在",
    next: "將來",
    grade: { a: "A", b: "B", c: "C" },
    cell: (p) => `現在${p.now}級 → 將來${p.next}級`,
    count: (p) => `${grouped(p.customers)}家`,
    customers: "客戶數",
    past: "過去銷售額",
    clv: "預計價值",
  },
  alive: {
    title: "多少客戶還在？",
    sub: (p) =>
      `依「仍在購買」的機率分十級；機率總和約${grouped(p.alive)}家，共${grouped(p.customers)}家。`,
    description: "客戶依仍在購買的機率分成十級的長條圖。",
    bin: (p) => `${p.from}–${p.to}`,
    probability: "仍在購買的機率",
    customers: "客戶數",
  },
  frequency: {
    title: "模型說得對嗎？次數分布",
    sub: "再次購買0次到7次以上的客戶數：長條為實際，點為模型。",
    description: "各再購次數的實際客戶數與模型預期。",
    repeats: (p) => `${grouped(p.repeats)}次${p.isLast ? "以上" : ""}`,
    label: "再購次數",
    actual: "實際",
    expected: "模型",
  },
  tracking: {
    title: "模型說得對嗎？累計走勢",
    sub: (p) =>
      `不看最後${grouped(p.days)}天重新擬合，預測這段時間再購${grouped(p.predicted)}次，實際${grouped(p.actual)}次。`,
    subPlain: "全部客戶的累計再購次數：實線為實際，虛線為模型。",
    description: "累計再購次數的實際與模型預期。",
    day: "日期",
    actual: "實際",
    expected: "模型",
  },
  top: {
    title: "將來最值錢的客戶",
    sub: (p) => `依預計價值排前${grouped(p.count)}家。`,
    caption: "預計價值最高的客戶",
    name: "客戶",
    purchases: "購買天數",
    lastDay: "最近購買",
    alive: "仍在購買",
    expected: "預計購買次數",
    spend: "每次金額",
    clv: "預計價值",
  },
  wallet: {
    title: "客戶的採購裡，我們占多少？",
    finding: (p) =>
      `${grouped(p.customers)}家寫了年採購潛力：近12個月我們占${p.share}，還有${p.room}給了別人或沒有買。`,
    unknown: (p) => `另有${grouped(p.customers)}家沒寫，不算。`,
    missing:
      "客戶表裡沒有「年採購潛力」一欄，算不出我們占客戶採購的多少。問過客戶一年總共要買多少，就把它填成這一欄再匯入。",
    caption: "依我們占採購的比例分的客戶數、銷售額、年採購潛力和餘地",
    band: "占採購",
    bands: {
      small: "不到20%",
      part: "20%到50%",
      main: "50%到100%",
      above: "超過100%（潛力寫低了）",
    },
    customers: "客戶數",
    sales: "近12個月銷售額",
    potential: "年採購潛力",
    room: "餘地",
    share: "占採購",
    name: "客戶",
    topTitle: "哪家還有最大的餘地？",
    topSub: "年採購潛力減去近12個月銷售額，最大的幾家。",
  },
  facts: {
    title: "參數與檢驗",
    caption: "模型參數、配適度與檢驗",
    name: "項目",
    value: "數值",
    units: { day: "天", week: "週", month: "月" },
    parameter: (p) => (p.unit === null ? p.name : `${p.name}（${p.unit}）`),
    logLikelihood: "對數概似",
    starts: "到達同一最大值的起點",
    of: (p) => `${grouped(p.part)}／${grouped(p.whole)}`,
    spend: "單次金額模型（gamma-gamma）p、q、γ",
    atLimit: "（到達邊界）",
    correlation: "次數與金額的相關係數",
    holdout: "保留檢驗：預測÷實際",
    error: "保留檢驗：每家平均誤差（次）",
    tenYears: "十年價值（折現）",
    simple: "教科書公式：留存率、每家價值",
    replicates: "區間所用的模擬次數",
  },
  how: {
    model:
      "每家客戶依自己的頻率隨機購買，直到某次之後悄悄離開；頻率和離開的可能性因客戶而異。由全部客戶的「買過幾次、最近一次、認識多久」以最大概似估計，再推算每家還在的機率和未來的購買次數。",
    money:
      "單次金額依gamma-gamma模型向整體平均收縮：買得少的客戶更靠近平均。價值＝預計次數×單次金額×毛利率，逐月折現。",
    interval: (p) =>
      `區間：照模型模擬${grouped(p.replicates)}次、每次${grouped(p.customers)}家客戶，重新估計，看總數怎樣變，再折算到全部客戶的規模（參數拔靴法）。`,
    basis: (p) =>
      `依據：${p.period}有成交的${grouped(p.customers)}家客戶，其中${grouped(p.repeaters)}家買過不只一天，共再購${grouped(p.purchases)}次。同一天的多張單算一次。`,
    leftOut: (p) =>
      `退貨、取消、贈送不算購買，金額不扣退貨；沒有成交的客戶${grouped(p.idle)}家不在內。所選期間不影響這裡：總是看到今天為止的全部歷史。`,
    margin: (p) => `毛利依全部歷史的平均毛利率${p.margin}計。`,
    simple: (p) =>
      `教科書公式對照：前一年的${grouped(p.before)}家裡有${grouped(p.kept)}家近一年還買（留存${p.retention}），每家每年${p.margin}；價值＝m×r÷(1＋d－r)，不含第一年。`,
  },
  cells: {
    wallet: (p) => `我們占採購${p.band}的客戶`,
    alive: (p) => `仍在購買的機率為${p.from}–${p.to}的客戶`,
    falling: "過去是A級、未來排不進A級的客戶",
  },
  refusals: {
    "few-customers": "客戶太少，模型只會配適雜訊。至少要30家有成交的客戶。",
    "few-repeaters": "買過不只一天的客戶太少，看不出購買的節奏。至少要10家。",
    "profit-missing":
      "資料裡沒有毛利或成本，不能依毛利估值。改依銷售額，或匯入時對應「成本」「毛利」一欄。",
  },
} satisfies ClvMessages;
