import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { PartialLossMessages } from "./zh-Hans";

export default {
  name: "部分流失",
  finding: (p) =>
    rich`最近${grouped(p.days)}天，${marked("less", `${grouped(p.customers)}家客戶`)}還在買，但不到自己平常的${p.ratio}，少買了${marked("money", p.money)}。`,
  findingParts: (p) =>
    rich`其中${marked("overall", `${grouped(p.overall)}家`)}整體買得少了，${marked("categories", `${grouped(p.categories)}家`)}只是個別品類少了。`,
  findingCategories: "都是個別品類少了，整體還看不出來。",
  findingStopped: (p) =>
    rich`另有${marked("stopped", `${grouped(p.customers)}家`)}已經停了，不算在內。`,
  findingNone: (p) =>
    rich`最近${grouped(p.days)}天，沒有發現買得少了的客戶：能判斷的${marked("tested", `${grouped(p.tested)}家`)}，都沒有少到不像偶然。`,
  refused: {
    title: "還看不出誰買得少了",
    "short-history": (p) =>
      `要拿最近一段和更早的一段比，至少要${grouped(p.need)}天的訂單，現在有${grouped(p.have)}天。可以把比較的天數縮短。`,
    "few-orders": (p) =>
      `下單太少：一家客戶在這些天裡至少要有${grouped(p.need)}個下單日，才看得出少買不是偶然；最多的一家有${grouped(p.have)}個。可以把比較的天數放長。`,
  },
  cautions: {
    untested: (p) =>
      `只有${grouped(p.tested)}家下單夠多，能判斷；另外${grouped(p.untested)}家這些天單子太少，少買了也看不出來。比較的天數放長，能多判斷一些。`,
    bursts: (p) =>
      `訂單常常集中在一起，起伏是隨機時的${p.times}倍，誤報會比設定的多。名單請當作線索，不當作定論。`,
  },
  controls: {
    windowDays: "看最近",
    windows: "對比之前",
    days: "天",
    pieces: "段",
    ratio: "少到平常的",
    level: "誤報率上限",
    percent: "%",
    category: "品類",
    byKind: "商品類別",
    movement: "先扣除整體漲落",
  },
  chart: {
    title: "誰買得少了？",
    sub: (p) =>
      `少得最多的${grouped(p.shown)}筆：圓圈是依自己前${grouped(p.pastDays)}天的平常水準該有的，圓點是實際的。`,
    moved: (p) => `還在買的老客戶，下單天數合起來是以前的${p.movement}，已經先扣除。`,
    description: (p) =>
      `各家客戶平常該有的金額和實際金額的對比；少得最多的是${p.name}，少了${p.money}。`,
    point: (p) => `${p.name} · ${p.category}`,
    expected: "平常該有",
    actual: "實際",
    atRisk: "少買",
    interval: "少買的95%區間",
    ratio: "是平常的",
    ratioInterval: "比例的95%區間",
    orders: "下單日",
    expectedOrders: "平常該有的下單日",
    ordersOf: (p) => `${p.orders}天，平常${p.expected}天`,
    p: "p值",
    q: "誤報率",
    customer: "客戶",
    category: "品類",
    all: "全部",
  },
  list: {
    title: "買得少了的客戶",
    sub: (p) =>
      `合計少買${p.money}（95%區間${p.low}至${p.high}）。${p.lines > p.shown ? `這裡是前${grouped(p.shown)}筆。` : ""}`,
    caption: "少買最多的客戶",
    mainly: (p) => `全部，尤其是${p.categories}`,
    openAll: (p) => `打開這${grouped(p.customers)}家`,
  },
  categories: {
    title: "少在哪些品類？",
    sub: "還在買的客戶裡，單看這個品類買得少了的。整個品類的漲落已經先扣除。",
    caption: "各品類少買的客戶和金額",
    customers: "客戶",
    tested: "能判斷",
    movement: "整個品類的漲落",
  },
  stopped: {
    title: "已經停了的客戶",
    sub: (p) =>
      `超過${grouped(p.days)}天沒有下單，或依自己的步調早該下單卻一單沒有。照平常，他們這段時間該買${p.money}。`,
    caption: "停了的客戶",
    lastDay: "最後下單",
    openAll: (p) => `打開這${grouped(p.customers)}家`,
  },
  how: {
    test: (p) =>
      `每家客戶和自己比：最近${grouped(p.days)}天，對前面${grouped(p.windows)}段同樣長的日子（首單那天不算，來得晚的從首單後一天算起）。`,
    exact: "下單日一天算一次；少得像不像偶然，用精確的條件二項檢定。",
    discovery: (p) =>
      `同時看很多家，難免有碰巧的：用Benjamini–Hochberg方法，把名單裡碰巧的比例控制在${p.level}以內。`,
    atRisk: (p) =>
      `少買＝平常該有的金額−實際金額。實際不到平常的${p.ratio}才列出；整體已經列出的客戶，品類的錢不重複算。`,
    movement: (p) =>
      `大家都少買（淡季、行情）不算一家客戶的流失：還在買的客戶合起來是以前的${p.movement}，平常水準先按它打折，最多不打折。`,
    tested: (p) =>
      `能判斷：哪怕一單沒有、碰巧的可能也不到5%的才檢定。檢定了${grouped(p.tested)}家客戶、${grouped(p.pairs)}個客戶與品類的組合。`,
    noCategory: "資料裡沒有品類，只能看每家客戶的整體。",
    unnamed: (p) => `${grouped(p.lines)}列沒有寫品類，只算在整體裡。`,
  },
  cells: {
    less: "買得少了的客戶",
    overall: "整體買得少了的客戶",
    categories: "個別品類買得少了的客戶",
    stopped: "已經停了的客戶",
    tested: "能判斷是否買得少了的客戶",
    line: (p) => `少買第${grouped(p.place)}名的客戶`,
    category: (p) => `在少買第${grouped(p.place)}位的品類裡買得少了的客戶`,
  },
} satisfies PartialLossMessages;
