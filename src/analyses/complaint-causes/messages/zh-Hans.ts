import { decimal, grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "投诉原因",
  finding: (p: { cause: string; share: string; causes: number; few: number }) =>
    rich`投诉最多的原因是${marked("top", p.cause)}，占${p.share}；${grouped(p.causes)}种原因里，${marked("few", `前${grouped(p.few)}种`)}就占了八成。`,
  findingOne: (p: { cause: string; cases: number }) =>
    rich`${grouped(p.cases)}件投诉都归到同一个原因：${marked("top", p.cause)}。`,
  findingUnexplained: (p: { cases: number }) =>
    rich`${grouped(p.cases)}件投诉都没有写原因，只能数件数。`,
  findingBatch: (p: { cause: string; batch: string; hits: number; cases: number }) =>
    rich`${marked("cause", p.cause)}集中在批次${marked("batch", p.batch)}：这批的${grouped(p.cases)}件里有${grouped(p.hits)}件。`,
  findingRising: (p: { causes: string }) =>
    rich`比上一期明显变多的：${marked("rising", p.causes)}。`,
  findingRepeat: (p: { customers: number; share: string }) =>
    rich`${marked("repeat", `${grouped(p.customers)}家`)}投诉过不止一次；90天内再投诉的约${p.share}。`,
  noCauses:
    "投诉表里没有“投诉原因”，下面按投诉类型统计。填上原因后，可以看到帕累托、鱼骨图和批次。",
  byLabel: "按什么排",
  bys: { count: "件数", money: "金额" },
  followLabel: "投诉后跟踪（天）",
  levels: { cause: "投诉原因", causeGroup: "原因大类", complaintKind: "投诉类型" },
  pareto: {
    title: "先解决哪几个原因？",
    sub: (p: { cases: number; period: string; level: string }) =>
      `${grouped(p.cases)}件写明原因的投诉，${p.period}，按${p.level}；折线是累计占比。`,
    subMoney: (p: { money: string; period: string; level: string }) =>
      `损失和赔偿合计${p.money}，${p.period}，按${p.level}；折线是累计占比。`,
    description: (p: { cause: string; share: string }) =>
      `原因的帕累托图，最大的是${p.cause}，占${p.share}。`,
    cause: "原因",
    cases: "件数",
    share: "占比",
    running: "累计",
    money: "金额",
    customers: "客户",
    before: "上一期",
    change: "变化",
    rising: "▲ 明显变多",
    bone: "鱼骨",
    side: "责任",
    more: (p: { causes: number; cases: number }) =>
      `另有${grouped(p.causes)}种原因、${grouped(p.cases)}件没有画出。`,
    unexplained: (p: { cases: number }) => `${grouped(p.cases)}件没有写原因，不在图里。`,
  },
  bones: {
    title: "鱼骨图",
    sub: "按人、机、料、法、环归类；数字是件数，点一根骨看投诉。归类凭原因里的字词。",
    description: (p: { bone: string; cases: number }) =>
      `原因的鱼骨图，最多的一根是${p.bone}，${grouped(p.cases)}件。`,
    names: {
      man: "人",
      machine: "机",
      material: "料",
      method: "法",
      environment: "环",
      other: "其他",
    },
    head: (p: { cases: number }) => `投诉${grouped(p.cases)}件`,
    bone: "骨",
    label: (p: { name: string; cases: number }) => `${p.name} ${grouped(p.cases)}`,
  },
  codes: {
    title: "原因对照",
    sub: (p: { causes: number; unread: number }) =>
      `${grouped(p.causes)}种原因各算作什么${p.unread > 0 ? `，${grouped(p.unread)}种凭字词看不出` : ""}。点一行来改，鱼骨图、来源和责任跟着变。`,
    columns: {
      cause: "原因",
      cases: "件数",
      bone: "鱼骨（人机料法环）",
      origin: "来源（公司五类、客户三类）",
      side: "责任",
      by: "谁定的",
    },
    by: { own: "您定的", rules: "按字词", none: "看不出" },
    showAll: (p: { causes: number }) => `全部${grouped(p.causes)}种`,
    showListed: (p: { causes: number }) => `看${grouped(p.causes)}种`,
    more: (p: { causes: number }) =>
      `另有${grouped(p.causes)}种件数更少、您也没有定过的，没有列出。`,
    form: (p: { name: string }) => `“${p.name}”算作什么`,
    ruled: (p: { name: string }) => `按字词（${p.name}）`,
    hint: "定了责任，就以您定的为准；只定来源的，表里填了责任方的仍按表里的。只存在这台电脑上，能撤销。",
  },
  sides: {
    title: "问题出在谁？",
    sub: "责任方按表里填的；没填的按原因的字词判断。公司五类、客户三类。",
    caption: "按责任方和来源的件数、客户",
    part: "来源",
    names: { company: "公司", customer: "客户", unknown: "看不出" },
    origins: {
      exaggerated: "夸大功效",
      mismatch: "产品不匹配",
      quality: "产品质量",
      service: "服务不满",
      neglect: "忽视情感",
      rival: "关键人被同行影响",
      usage: "使用方法",
      process: "内部管理流程",
    },
    cases: "件数",
    share: "占比",
    customers: "客户",
  },
  batches: {
    title: "哪些批次有问题？",
    sub: "至少3件投诉的批次；“集中”表示同一原因在这批里多得不像巧合（多项比较后错判率1%以内）。",
    none: "没有一个批次有3件以上写明原因的投诉。",
    caption: "批次、件数和主要原因",
    batch: "批号",
    product: "商品",
    cases: "件数",
    customers: "客户",
    cause: "主要原因",
    hits: "其中",
    verdict: "判断",
    tied: "▲ 集中",
  },
  products: {
    title: "哪些商品投诉率高？",
    sub: (p: { per: string; sold: number }) =>
      `每千行销售的投诉数，按区间下限排；整体${p.per}（${grouped(p.sold)}行）。横线是95%区间。`,
    description: (p: { product: string; rate: string }) =>
      `各商品每千行销售的投诉数，最高的是${p.product}，${p.rate}。`,
    product: "商品",
    cases: "投诉",
    sold: "销售行",
    rate: "每千行",
    interval: "95%区间",
    verdict: "判断",
    high: "▲ 偏高",
    label: (p: { rate: string; cases: number }) => `${p.rate}（${grouped(p.cases)}件）`,
  },
  lots: {
    title: "哪些批次的投诉率高？",
    sub: "每千行销售的投诉数，按商品和批号算；一行算一次，不看数量。点一行看投诉，点客户数看买过这批的客户。",
    finding: (p: {
      batch: string;
      product: string | null;
      per: string;
      rest: string | null;
      buyers: number;
      silent: number;
    }) =>
      rich`${marked("lot", `批次${p.batch}`)}${p.product === null ? "" : `（${p.product}）`}每千行投诉${p.per}件${p.rest === null ? "" : `，其余批次合起来${p.rest}件`}；买过这批的${grouped(p.buyers)}家里，${marked("silent", `${grouped(p.silent)}家还没投诉`)}。`,
    caption: "批次、投诉、销售行和每千行投诉数",
    batch: "批号",
    product: "商品",
    cases: "投诉",
    sold: "销售行",
    rate: "每千行",
    interval: "95%区间",
    siblings: "同商品其他批",
    buyers: "买过的客户",
    openBuyers: (p: { batch: string; buyers: number }) =>
      `打开买过批次${p.batch}的${grouped(p.buyers)}家客户`,
    verdict: "判断",
    high: "▲ 偏高",
    none: (p: { tested: number }) => `${grouped(p.tested)}个批次里，没有一个高得不像巧合。`,
    basis: (p: { tested: number; cases: number; sold: number }) =>
      `比较了${grouped(p.tested)}个批次：${grouped(p.sold)}行销售、${grouped(p.cases)}件投诉；“偏高”是与其余批次相比，多项比较后错判率5%以内，至少3件。`,
    older: (p: { batches: number }) =>
      `另有${grouped(p.batches)}个批次这段时间也在卖，但开始得更早（或那时还没有投诉记录），前面的投诉看不全，没有比较。`,
    unlinked: (p: { cases: number }) =>
      `${grouped(p.cases)}件投诉写的批号在销售行里找不到，没有算进去。`,
    unmatched: "投诉里的批号和订单里的对不上，算不出每个批次的投诉率。",
    lacks: {
      orders: "订单里没有“批号”，不知道每个批次卖了多少，算不出批次的投诉率。",
      complaints: "投诉里没有“批号”，算不出批次的投诉率。",
    },
  },
  again: {
    title: "谁又来投诉？",
    sub: (p: { customers: number }) =>
      `一次投诉之后，同一客户再次投诉的比例；没再投诉的按“至少过了这么久”计入。${grouped(p.customers)}家不止一次。`,
    description: (p: { share: string }) => `再次投诉的累计比例；90天内${p.share}。`,
    days: "天数",
    share: "再次投诉",
    at: (p: { days: string }) => `${p.days}天内`,
    listTitle: "投诉最多的客户",
    listSub: "同一原因反复出现，说明上次没有根治。",
    listCaption: "投诉不止一次的客户",
    none: "没有客户投诉两次以上。",
    customer: "客户",
    cases: "次数",
    cause: "最多的原因",
    same: "其中同因",
    openAll: "打开这些客户",
  },
  after: {
    title: "投诉处理得好，客户还买吗？",
    sub: (p: { days: number }) =>
      `首次投诉后${grouped(p.days)}天内再次购买的比例，只看已满这么多天的客户；横线是95%区间。`,
    description: (p: { good: string; poor: string }) =>
      `处理得好的再次购买${p.good}，处理得不好的${p.poor}。`,
    names: { good: "处理得好", poor: "处理得不好", open: "没有解决", none: "没有投诉" },
    outcome: "结果",
    followed: "客户",
    bought: "再次购买",
    share: "比例",
    interval: "95%区间",
    label: (p: { share: string; followed: number }) => `${p.share}（${grouped(p.followed)}家）`,
    clear: "处理得好的明显更愿意再买。",
    unclear: "好与不好之间的差别，还分不出是不是巧合。",
    few: "可比的客户太少，不下结论。",
    how: "处理得好：回访满意；没有回访的，看是否在14天内解决。没有投诉的客户从各自购买日的中间一天起算。",
  },
  how: {
    level: "原因按“投诉原因”统计；没有这一列时用“原因大类”，再没有用“投诉类型”。",
    money: "金额＝损失金额＋赔偿金额，没填的不当作0。",
    rising: (p: { share: string }) =>
      `明显变多：与同样长的上一期相比，占比上升超出偶然（Fisher精确检验，错判率${p.share}以内）。`,
    tied: "批次集中：这批投诉里同一原因的件数，用Fisher精确检验与全部投诉相比。",
    rate: "投诉率的区间是泊松精确区间；“偏高”是按销售行数分摊后，仍多得不像巧合。",
    basis: (p: { cases: number; period: string }) =>
      `依据：${p.period}内的${grouped(p.cases)}件投诉。`,
  },
  rate: (p: { per: number }) => decimal(p.per, 1),
  cells: {
    cause: (p: { name: string }) => `因“${p.name}”投诉的客户`,
    bone: (p: { name: string }) => `投诉原因属于“${p.name}”的客户`,
    side: (p: { name: string }) => `投诉责任在“${p.name}”的客户`,
    batch: (p: { name: string }) => `投诉过批次${p.name}的客户`,
    product: (p: { name: string }) => `投诉过商品${p.name}的客户`,
    lot: (p: { name: string }) => `投诉过批次${p.name}的客户`,
    buyers: (p: { name: string }) => `买过批次${p.name}的客户`,
    silent: (p: { name: string }) => `买过批次${p.name}、还没投诉的客户`,
    repeat: "投诉不止一次的客户",
    named: "有投诉的客户",
    after: (p: { name: string }) => `投诉后跟踪的客户：${p.name}`,
  },
  refusals: { "no-complaints": "这段时间里没有投诉。换一个区间，或放宽筛选。" },
};

export type CausesMessages = typeof messages;
export default messages;
