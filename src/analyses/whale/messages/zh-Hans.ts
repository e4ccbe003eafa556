import { decimal, grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "利润与鲸鱼曲线",
  finding: (p: { share: string; losers: string; customers: number; lost: string }) =>
    rich`最好的20%客户带来${marked("top", p.share)}的利润；最后${p.losers}（${marked("loss", `${grouped(p.customers)}家`)}）又亏掉${marked("lost", p.lost)}。`,
  findingNoLoss: (p: { share: string }) =>
    rich`最好的20%客户带来${marked("top", p.share)}的利润，没有一家客户亏损。`,
  findingMoney: (p: {
    total: string;
    earners: number;
    earned: string;
    losers: number;
    lost: string;
  }) =>
    rich`利润合计${marked("total", p.total)}，不是正数，所以只看金额：${grouped(p.earners)}家赚${p.earned}，${marked("loss", `${grouped(p.losers)}家`)}亏${p.lost}。`,
  findingCause: (p: { cause: string; customers: number; lost: string }) =>
    rich`亏损主要来自${marked("cause", p.cause)}：${grouped(p.customers)}家，共${p.lost}。`,
  findingReturn: (p: { amount: string }) => `每花1元服务，换回${p.amount}元毛利。`,
  findingCostless: "还没有任何服务成本，以下只是毛利。",
  findingMissing: "数据里没有毛利，也没有成本，看不出谁赚谁亏，所以不画鲸鱼曲线。",
  findingCostlessAssumption:
    "只有一个统一的毛利率、没有服务成本，画出来只是销售额曲线换个名字，所以不画。再填一项单位成本试试。",
  assumed: (p: { margin: string }) =>
    `这是试算：毛利率${p.margin}是您的假定，不是数据。导入“成本”或“毛利”后以数据为准。`,
  orderFilter: "订单筛选只作用于毛利、订单和退货；其他服务成本分不到单，仍是这些客户的全部。",
  missing: {
    title: "还差“成本”或“毛利”一列",
    text: "在“订单”表里对应其中一列，就能算出每家客户的利润。",
    open: "去导入",
  },
  whatIf: {
    title: "先试算一下",
    text: "假定一个毛利率和每单的服务成本，看看哪些客户可能亏损。只是试算，不写进数据。",
    margin: "毛利率",
    perOrder: "每单成本",
    percent: "%",
  },
  curve: {
    title: "谁在赚钱，谁又把它亏掉？",
    sub: (p: { customers: number; period: string }) =>
      `${grouped(p.customers)}家客户按利润从高到低累计，${p.period}。利润＝毛利−退货−服务成本−坏账。`,
    subAssumed: (p: { customers: number; period: string }) =>
      `试算：${grouped(p.customers)}家客户按假定毛利率算出的利润从高到低累计，${p.period}。`,
    description: (p: { peak: string; losers: number; lost: string }) =>
      `鲸鱼曲线：累计利润升到${p.peak}的顶点，最后${grouped(p.losers)}家客户又亏掉${p.lost}。`,
    peak: (p: { value: string; customers: number }) => `顶点 ${p.value}，${grouped(p.customers)}家`,
    breakEven: (p: { customers: number }) => `${grouped(p.customers)}家已赚到全部`,
    pointTitle: (p: { ratio: string; customers: number }) =>
      `前${p.ratio}的客户（${grouped(p.customers)}家）`,
    customers: "客户数",
    customerShare: "客户占比",
    money: "累计利润",
    share: "占总利润",
  },
  causes: {
    title: "亏损从哪里来？",
    sub: (p: { customers: number; lost: string }) =>
      `${grouped(p.customers)}家亏损客户共亏${p.lost}；每家按最大的一项成本归因，各项相加就是全部。`,
    none: "没有亏损客户。",
    description: (p: { cause: string; lost: string }) =>
      `按原因分的亏损，最大的一项是${p.cause}，${p.lost}。`,
    names: {
      goods: "售价低于成本",
      returned: "退货冲掉毛利",
      service: "服务费用",
      visits: "拜访",
      contacts: "联系",
      orders: "订单处理",
      returns: "退货处理",
      complaints: "投诉处理",
      late: "拖欠货款",
      "bad-debt": "坏账",
    },
    label: (p: { lost: string; customers: number }) => `${p.lost} · ${grouped(p.customers)}家`,
    cause: "原因",
    customers: "客户",
    loss: "亏损",
    cost: "这项成本",
    alone: "去掉它就不亏",
  },
  drivers: {
    title: "服务客户花了什么？",
    sub: (p: { money: string; share: string }) =>
      `合计${p.money}，占毛利${p.share}。单位成本可以改，不填就不算；表里已有的金额照用。`,
    subNone: "还没有服务成本。单位成本可以填，不填就不算；表里有金额的照用。",
    subPlain: (p: { money: string }) =>
      `合计${p.money}。单位成本可以改，不填就不算；表里已有的金额照用。`,
    caption: "各项服务成本：次数、单位成本、金额和来源表",
    driver: "项目",
    count: "次数",
    unitCost: "单位成本",
    money: "金额",
    source: "来源",
    names: {
      service: "服务费用",
      visits: "拜访",
      contacts: "其他联系",
      orders: "订单",
      returns: "退货行",
      complaints: "投诉",
      late: "拖欠天数",
      "bad-debt": "坏账",
    },
    field: (p: { driver: string }) => `每次${p.driver}的成本`,
    given: "按表中金额",
    gap: (p: { drivers: string; lacks: string }) => `${p.drivers}：${p.lacks}。`,
    gapTable: (p: { table: string }) => `没有“${p.table}”表，未计入`,
    gapColumn: (p: { table: string; column: string }) => `“${p.table}”表缺“${p.column}”，未计入`,
    undated: (p: { rows: number }) => `${grouped(p.rows)}行没有日期，未计入`,
    unlinked: (p: { rows: number }) => `${grouped(p.rows)}行没有客户，未计入`,
    kinds: (p: { kinds: string }) => `其中${p.kinds}。`,
    kind: (p: { name: string; money: string }) => `${p.name}${p.money}`,
  },
  losses: {
    title: "亏得最多的客户",
    sub: (p: { shown: number; customers: number }) =>
      p.shown === p.customers
        ? `全部${grouped(p.customers)}家亏损客户。`
        : `${grouped(p.customers)}家亏损客户里最大的${grouped(p.shown)}家。`,
    caption: "亏得最多的客户及其原因",
    name: "客户",
    profit: "利润",
    gross: "毛利",
    cause: "主要原因",
    openAll: "打开全部亏损客户",
  },
  levels: {
    title: "服务给对人了吗？",
    sub: (p: { intensity: string; from: string }) =>
      `平均每100元毛利用掉${p.intensity}元服务。${p.from}`,
    from: {
      given: "潜力取自客户表，不低于中位数为高。",
      growth: "潜力看销售额比上一期是否增长。",
      none: "潜力未知：客户表没有“潜力”，也没有上一期可比。",
    },
    caption: "按利润和潜力分组的客户、毛利和服务成本",
    group: "客户",
    profit: { high: "利润高", low: "利润低" },
    potential: { high: "潜力高", low: "潜力低", unknown: "潜力未知" },
    cell: (p: { profit: string; potential: string }) => `${p.profit}·${p.potential}`,
    customers: "家数",
    grossShare: "占毛利",
    costShare: "占服务",
    ratio: "服务÷毛利",
    advice: {
      "high:high": "配最好的服务",
      "high:low": "守住，按约定服务",
      "high:unknown": "守住，问清潜力",
      "low:high": "值得投入，设期限",
      "low:low": "改用低成本服务",
      "low:unknown": "先问清潜力",
    },
    adviceTitle: "建议",
    over: "服务过多",
    overSub: (p: { customers: number; money: string }) =>
      `${grouped(p.customers)}家，比按毛利该得的多花${p.money}。潜力高的不算。`,
    under: "服务不足",
    underSub: (p: { customers: number; money: string }) =>
      `${grouped(p.customers)}家利润高或潜力高的客户，比按毛利该得的少花${p.money}。`,
    none: "没有。",
    name: "客户",
    rank: "毛利名次",
    gross: "毛利",
    cost: "服务成本",
    excess: "多花",
    short: "少花",
    openAll: "打开全部",
  },
  keeping: {
    title: "开发一个新客户，等于维护几个老客户？",
    ratio: (p: { ratio: string; rule: number }) =>
      rich`开发一个新客户的花费是维护一个老客户的${marked("ratio", p.ratio)}倍；常说的是${grouped(p.rule)}倍。`,
    detail: (p: { perNew: string; perKept: string; news: number; kept: number }) =>
      `新客户${grouped(p.news)}家，平均${p.perNew}；老客户${grouped(p.kept)}家，平均${p.perKept}。`,
    unknown: "还算不出贵公司自己的倍数。",
    gapTable: (p: { table: string }) => `缺“${p.table}”表：不知道开发花了多少。`,
    gapColumn: (p: { table: string; column: string }) =>
      `“${p.table}”表缺“${p.column}”：不知道开发花了多少。`,
    lacks: {
      new: "这段时间没有新客户。",
      kept: "这段时间之前没有老客户；选一个区间，就能分出新老。",
      "keeping-cost": "维护老客户没有任何花费记录；导入“服务成本”，或填单位成本。",
    },
    perKept: (p: { perKept: string; kept: number }) =>
      `已知：维护一个老客户平均${p.perKept}（${grouped(p.kept)}家）。`,
    rule: (p: { rule: number }) => `常说的“${p.rule}倍”只是经验，没有数据就不套用。`,
  },
  how: {
    formula:
      "客户利润＝销售毛利−退货带走的毛利−各项服务成本−坏账。服务成本＝表中给出的金额＋次数×单位成本；单位成本不填就是零，不替您猜。",
    curve:
      "客户按利润从高到低排，前k家的累计利润÷利润合计。顶点是所有盈利客户之和；之后每多一家，就少一截。",
    cause: "亏损客户的主要原因：各项成本里最大的一项；毛利本身为负且更大时，算“售价低于成本”。",
    level: (p: { over: number; under: number }) =>
      `该得的服务＝毛利×（全部服务成本÷全部毛利）。超过${decimal(p.over, 1)}倍为过多，不到${decimal(p.under, 1)}倍为不足；利润高指合起来占毛利80%的客户。`,
    basis: (p: { customers: number; period: string }) =>
      `依据：${p.period}内的${grouped(p.customers)}家客户。`,
    costOnly: (p: { customers: number }) =>
      `其中${grouped(p.customers)}家这段时间没有成交，只有花费或退货。`,
    profitMissing: (p: { lines: number; customers: number }) =>
      `${grouped(p.lines)}行没有毛利；全部行都没有毛利的${grouped(p.customers)}家客户不参加排名。`,
    returnsMissing: (p: { lines: number }) => `${grouped(p.lines)}行退货没有毛利，没有从利润里扣。`,
  },
  cells: {
    earning: "利润为正的客户",
    breakEven: "已赚到全部利润的前几家客户",
    loss: "亏损的客户",
    lossBy: (p: { cause: string }) => `主要因“${p.cause}”亏损的客户`,
    over: "服务过多的客户",
    under: "服务不足的客户",
  },
  refusals: { "no-customers": "这段时间里没有成交的客户。换一个区间，或放宽筛选。" },
};

export type WhaleMessages = typeof messages;
export default messages;
