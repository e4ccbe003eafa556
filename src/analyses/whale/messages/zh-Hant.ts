import { decimal, grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { WhaleMessages } from "./zh-Hans";

export default {
  name: "利潤與鯨魚曲線",
  finding: (p) =>
    rich`最好的20%客戶帶來${marked("top", p.share)}的利潤；最後${p.losers}（${marked("loss", `${grouped(p.customers)}家`)}）又虧掉${marked("lost", p.lost)}。`,
  findingNoLoss: (p) => rich`最好的20%客戶帶來${marked("top", p.share)}的利潤，沒有一家客戶虧損。`,
  findingMoney: (p) =>
    rich`利潤合計${marked("total", p.total)}，不是正數，所以只看金額：${grouped(p.earners)}家賺${p.earned}，${marked("loss", `${grouped(p.losers)}家`)}虧${p.lost}。`,
  findingCause: (p) =>
    rich`虧損主要來自${marked("cause", p.cause)}：${grouped(p.customers)}家，共${p.lost}。`,
  findingReturn: (p) => `每花1元服務，換回${p.amount}元毛利。`,
  findingCostless: "還沒有任何服務成本，以下只是毛利。",
  findingMissing: "資料裡沒有毛利，也沒有成本，看不出誰賺誰虧，所以不畫鯨魚曲線。",
  findingCostlessAssumption:
    "只有一個統一的毛利率、沒有服務成本，畫出來只是銷售額曲線換個名字，所以不畫。再填一項單位成本試試。",
  assumed: (p) =>
    `這是試算：毛利率${p.margin}是您的假定，不是資料。匯入「成本」或「毛利」後以資料為準。`,
  orderFilter: "訂單篩選只作用於毛利、訂單和退貨；其他服務成本分不到單，仍是這些客戶的全部。",
  missing: {
    title: "還差「成本」或「毛利」一欄",
    text: "在「訂單」表裡對應其中一欄，就能算出每家客戶的利潤。",
    open: "去匯入",
  },
  whatIf: {
    title: "先試算一下",
    text: "假定一個毛利率和每單的服務成本，看看哪些客戶可能虧損。只是試算，不寫進資料。",
    margin: "毛利率",
    perOrder: "每單成本",
    percent: "%",
  },
  curve: {
    title: "誰在賺錢，誰又把它虧掉？",
    sub: (p) =>
      `${grouped(p.customers)}家客戶按利潤從高到低累計，${p.period}。利潤＝毛利−退貨−服務成本−呆帳。`,
    subAssumed: (p) =>
      `試算：${grouped(p.customers)}家客戶按假定毛利率算出的利潤從高到低累計，${p.period}。`,
    description: (p) =>
      `鯨魚曲線：累計利潤升到${p.peak}的頂點，最後${grouped(p.losers)}家客戶又虧掉${p.lost}。`,
    peak: (p) => `頂點 ${p.value}，${grouped(p.customers)}家`,
    breakEven: (p) => `${grouped(p.customers)}家已賺到全部`,
    pointTitle: (p) => `前${p.ratio}的客戶（${grouped(p.customers)}家）`,
    customers: "客戶數",
    customerShare: "客戶占比",
    money: "累計利潤",
    share: "占總利潤",
  },
  causes: {
    title: "虧損從哪裡來？",
    sub: (p) =>
      `${grouped(p.customers)}家虧損客戶共虧${p.lost}；每家按最大的一項成本歸因，各項相加就是全部。`,
    none: "沒有虧損客戶。",
    description: (p) => `按原因分的虧損，最大的一項是${p.cause}，${p.lost}。`,
    names: {
      goods: "售價低於成本",
      returned: "退貨沖掉毛利",
      service: "服務費用",
      visits: "拜訪",
      contacts: "聯絡",
      orders: "訂單處理",
      returns: "退貨處理",
      complaints: "客訴處理",
      late: "拖欠貨款",
      "bad-debt": "呆帳",
    },
    label: (p) => `${p.lost} · ${grouped(p.customers)}家`,
    cause: "原因",
    customers: "客戶",
    loss: "虧損",
    cost: "這項成本",
    alone: "去掉它就不虧",
  },
  drivers: {
    title: "服務客戶花了什麼？",
    sub: (p) =>
      `合計${p.money}，占毛利${p.share}。單位成本可以改，不填就不算；表裡已有的金額照用。`,
    subNone: "還沒有服務成本。單位成本可以填，不填就不算；表裡有金額的照用。",
    subPlain: (p) => `合計${p.money}。單位成本可以改，不填就不算；表裡已有的金額照用。`,
    caption: "各項服務成本：次數、單位成本、金額和來源表",
    driver: "項目",
    count: "次數",
    unitCost: "單位成本",
    money: "金額",
    source: "來源",
    names: {
      service: "服務費用",
      visits: "拜訪",
      contacts: "其他聯絡",
      orders: "訂單",
      returns: "退貨行",
      complaints: "客訴",
      late: "拖欠天數",
      "bad-debt": "呆帳",
    },
    field: (p) => `每次${p.driver}的成本`,
    given: "按表中金額",
    gap: (p) => `${p.drivers}：${p.lacks}。`,
    gapTable: (p) => `沒有「${p.table}」表，未計入`,
    gapColumn: (p) => `「${p.table}」表缺「${p.column}」，未計入`,
    undated: (p) => `${grouped(p.rows)}行沒有日期，未計入`,
    unlinked: (p) => `${grouped(p.rows)}行沒有客戶，未計入`,
    kinds: (p) => `其中${p.kinds}。`,
    kind: (p) => `${p.name}${p.money}`,
  },
  losses: {
    title: "虧得最多的客戶",
    sub: (p) =>
      p.shown === p.customers
        ? `全部${grouped(p.customers)}家虧損客戶。`
        : `${grouped(p.customers)}家虧損客戶裡最大的${grouped(p.shown)}家。`,
    caption: "虧得最多的客戶及其原因",
    name: "客戶",
    profit: "利潤",
    gross: "毛利",
    cause: "主要原因",
    openAll: "打開全部虧損客戶",
  },
  levels: {
    title: "服務給對人了嗎？",
    sub: (p) => `平均每100元毛利用掉${p.intensity}元服務。${p.from}`,
    from: {
      given: "潛力取自客戶表，不低於中位數為高。",
      growth: "潛力看銷售額比上一期是否成長。",
      none: "潛力未知：客戶表沒有「潛力」，也沒有上一期可比。",
    },
    caption: "按利潤和潛力分組的客戶、毛利和服務成本",
    group: "客戶",
    profit: { high: "利潤高", low: "利潤低" },
    potential: { high: "潛力高", low: "潛力低", unknown: "潛力未知" },
    cell: (p) => `${p.profit}·${p.potential}`,
    customers: "家數",
    grossShare: "占毛利",
    costShare: "占服務",
    ratio: "服務÷毛利",
    advice: {
      "high:high": "配最好的服務",
      "high:low": "守住，按約定服務",
      "high:unknown": "守住，問清潛力",
      "low:high": "值得投入，設期限",
      "low:low": "改用低成本服務",
      "low:unknown": "先問清潛力",
    },
    adviceTitle: "建議",
    over: "服務過多",
    overSub: (p) => `${grouped(p.customers)}家，比按毛利該得的多花${p.money}。潛力高的不算。`,
    under: "服務不足",
    underSub: (p) =>
      `${grouped(p.customers)}家利潤高或潛力高的客戶，比按毛利該得的少花${p.money}。`,
    none: "沒有。",
    name: "客戶",
    rank: "毛利名次",
    gross: "毛利",
    cost: "服務成本",
    excess: "多花",
    short: "少花",
    openAll: "打開全部",
  },
  keeping: {
    title: "開發一個新客戶，等於維護幾個老客戶？",
    ratio: (p) =>
      rich`開發一個新客戶的花費是維護一個老客戶的${marked("ratio", p.ratio)}倍；常說的是${grouped(p.rule)}倍。`,
    detail: (p) =>
      `新客戶${grouped(p.news)}家，平均${p.perNew}；老客戶${grouped(p.kept)}家，平均${p.perKept}。`,
    unknown: "還算不出貴公司自己的倍數。",
    gapTable: (p) => `缺「${p.table}」表：不知道開發花了多少。`,
    gapColumn: (p) => `「${p.table}」表缺「${p.column}」：不知道開發花了多少。`,
    lacks: {
      new: "這段時間沒有新客戶。",
      kept: "這段時間之前沒有老客戶；選一個區間，就能分出新老。",
      "keeping-cost": "維護老客戶沒有任何花費紀錄；匯入「服務成本」，或填單位成本。",
    },
    perKept: (p) => `已知：維護一個老客戶平均${p.perKept}（${grouped(p.kept)}家）。`,
    rule: (p) => `常說的「${p.rule}倍」只是經驗，沒有資料就不套用。`,
  },
  how: {
    formula:
      "客戶利潤＝銷售毛利−退貨帶走的毛利−各項服務成本−呆帳。服務成本＝表中給出的金額＋次數×單位成本；單位成本不填就是零，不替您猜。",
    curve:
      "客戶按利潤從高到低排，前k家的累計利潤÷利潤合計。頂點是所有獲利客戶之和；之後每多一家，就少一截。",
    cause: "虧損客戶的主要原因：各項成本裡最大的一項；毛利本身為負且更大時，算「售價低於成本」。",
    level: (p) =>
      `該得的服務＝毛利×（全部服務成本÷全部毛利）。超過${decimal(p.over, 1)}倍為過多，不到${decimal(p.under, 1)}倍為不足；利潤高指合起來占毛利80%的客戶。`,
    basis: (p) => `依據：${p.period}內的${grouped(p.customers)}家客戶。`,
    costOnly: (p) => `其中${grouped(p.customers)}家這段時間沒有成交，只有花費或退貨。`,
    profitMissing: (p) =>
      `${grouped(p.lines)}行沒有毛利；全部行都沒有毛利的${grouped(p.customers)}家客戶不參加排名。`,
    returnsMissing: (p) => `${grouped(p.lines)}行退貨沒有毛利，沒有從利潤裡扣。`,
  },
  cells: {
    earning: "利潤為正的客戶",
    breakEven: "已賺到全部利潤的前幾家客戶",
    loss: "虧損的客戶",
    lossBy: (p) => `主要因「${p.cause}」虧損的客戶`,
    over: "服務過多的客戶",
    under: "服務不足的客戶",
  },
  refusals: { "no-customers": "這段時間裡沒有成交的客戶。換一個區間，或放寬篩選。" },
} satisfies WhaleMessages;
