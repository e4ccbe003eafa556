import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "商品组合",
  refusals: { "no-sales": "所选时间内没有销售，看不出商品组合。" },
  nothingNamed: "订单里没有写明买的是什么：缺商品名称、商品编号或品类，看不出商品组合。",
  finding: (p: { given: string; then: string; share: string; times: string }) =>
    rich`买“${p.given}”的，${marked("rule", p.share)}也买“${p.then}”，是偶然的${marked("lift", `${p.times}倍`)}。`,
  findingRules: (p: { rules: number }) =>
    rich`超出偶然的搭配共${marked("rules", `${grouped(p.rules)}对`)}。`,
  findingNone: (p: { pairs: number }) => `比较了${grouped(p.pairs)}对，没有一对超出偶然。`,
  findingTooFew: (p: { count: number }) =>
    `没有两种商品各在${grouped(p.count)}次以上的购买里出现，还比较不了搭配。`,
  findingOffers: (p: { offers: number }) =>
    rich`${marked("offers", `${grouped(p.offers)}家客户`)}买过其中一样、还没买过另一样。`,
  findingSegment: (p: { segment: string; item: string; times: string }) =>
    rich`差别最大的是${p.segment}：“${p.item}”出现的比例是全体的${marked("index", `${p.times}倍`)}。`,
  unnamed: (p: { lines: number; share: string }) =>
    `${grouped(p.lines)}行销售（${p.share}）没有写明买的是什么，未计入。`,
  raised: (p: { count: number }) => `可能的搭配太多，至少次数已提高到${grouped(p.count)}。`,
  controls: {
    item: "按什么分",
    items: { product: "商品", kind: "品类" },
    column: "按别的列",
    noColumn: "不用",
    per: "怎样算一起买",
    pers: { order: "同一订单", customer: "同一客户" },
    minCount: "至少一起出现",
    minUnits: { order: "单", customer: "家" },
    segments: "客户分组",
    segmentChoices: { grade: "ABC等级", rfm: "RFM分群" },
    by: "按客户的列",
    rankBy: "排序",
    ranks: { lift: "提升倍数", extra: "多出的次数" },
  },
  rules: {
    title: "什么和什么一起买？",
    sub: {
      order: (p: { shown: number; rules: number; orders: number }) =>
        `${grouped(p.orders)}张订单中超出偶然的${grouped(p.rules)}对，图上是${grouped(p.shown)}对；点一下看两样都买的客户。`,
      customer: (p: { shown: number; rules: number; orders: number }) =>
        `${grouped(p.orders)}家客户中超出偶然的${grouped(p.rules)}对，图上是${grouped(p.shown)}对；点一下看两样都买的客户。`,
    },
    none: "没有超出偶然的搭配。",
    description: "每个点是一对商品：越往右一起买得越多，越往上越超出偶然。",
    together: { order: "一起买的订单", customer: "两样都买的客户" },
    lift: "提升倍数",
    tableTitle: "最强的搭配",
    tableSub: "提升1倍就是偶然；点一行看买过前一样、还没买后一样的客户。",
    given: "买了",
    then: "也买",
    count: "一起",
    customers: "客户",
    support: "支持度",
    confidence: "置信度",
    interval: "95%区间",
    extra: "比偶然多",
    p: "p值",
    q: "误报率",
    candidates: "还没买的客户",
    times: (p: { times: string }) => `${p.times}倍`,
    point: (p: { given: string; then: string }) => `${p.given} → ${p.then}`,
  },
  segments: {
    title: "每一类客户买什么？",
    sub: {
      order:
        "每格是该类客户的订单中有这种商品的比例相对全部订单的指数，100就是和全体一样；淡色表示差别可能只是偶然。",
      customer:
        "每格是该类客户中买过这种商品的比例相对全体客户的指数，100就是和全体一样；淡色表示差别可能只是偶然。",
    },
    narrow: (p: { shown: number }) => `窄屏只画最大的${p.shown}类，其余见表格。`,
    description: "商品和客户分类的矩阵，颜色深浅是购买比例与全体之比。",
    item: "商品",
    all: "全体",
    index: "指数",
    share: { order: "该类订单中有它的", customer: "该类客户中买过的" },
    overall: { order: "全部订单中有它的", customer: "全体客户中买过的" },
    customers: "客户",
    money: "销售额",
    unsure: "差别可能只是偶然",
    grade: (p: { grade: string }) => `${p.grade}类客户`,
  },
  next: {
    title: "第一次买了这样，接下来买什么？",
    sub: "只算客户第一次买到的商品；比例是后来又买了新东西的客户中，下一步买这一样的有多少。",
    none: "还没有客户先后买过不同的商品。",
    from: "第一次买了",
    then: "接下来买",
    one: (p: { name: string; share: string; times: string }) =>
      `${p.name} ${p.share}（${p.times}倍）`,
    few: "人数太少，不说比例",
    followed: "又买了新的",
    days: "相隔（中位）",
    waiting: "还没买新的",
  },
  offers: {
    title: "可以向谁推荐什么？",
    sub: (p: { shown: number; all: number }) =>
      `${grouped(p.all)}家买过一样、没买过常一起买的另一样，列出${grouped(p.shown)}家。先后看比平常多出的比例和大约金额，不是预测；点一家看详情。`,
    none: "现在没有可推荐的客户。",
    openAll: "打开全部可推荐的客户",
    name: "客户",
    offer: "推荐",
    reason: "理由",
    because: (p: { because: string; share: string }) =>
      `买过“${p.because}”；买它的客户${p.share}也买`,
    lift: "提升",
    money: "大约金额",
    last: "上次下单",
  },
  cells: {
    rule: (p: { number: number }) => `第${p.number}对搭配两样都买的客户`,
    offer: (p: { number: number }) => `第${p.number}对搭配买了一样、没买另一样的客户`,
    offers: "有商品可推荐的客户",
    segment: "某类客户中买过某种商品的客户",
    then: "先买一样、接下来买了另一样的客户",
    waiting: "买了以后还没买过新商品的客户",
  },
  how: [
    "支持度：一起出现的占全部的比例；置信度：买了前一样的有多少也买后一样；提升：置信度÷后一样的普及率，1倍就是偶然。",
    "p值用Fisher精确检验；试的对数很多，所以用Benjamini–Hochberg把误报率控制在5%，全部可能的对都算作检验。",
    "至少三家客户这样买才算搭配，一家客户自己的习惯不算。",
    "同一客户的多张订单并不独立，订单多的客户会让搭配显得更可靠；可以改成按客户算。",
  ],
  lines: (p: { lines: number; items: number; frequent: number; count: number }) =>
    `依据${grouped(p.lines)}行销售、${grouped(p.items)}种商品；出现${grouped(p.count)}次以上的${grouped(p.frequent)}种两两比较。退货没有扣除。`,
};
export type BasketMessages = typeof messages;
export default messages;
