import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "让渡价值",
  comma: "、",
  finding: (p: {
    delivered: string;
    low: string;
    high: string;
    value: string;
    cost: string;
    n: number;
  }) =>
    rich`让渡价值为${marked("delivered", `${p.delivered}分`)}（95%区间${p.low}到${p.high}）：客户得到的总价值${p.value}分，付出的总成本${p.cost}分（${grouped(p.n)}份答卷）。`,
  dear: rich`客户觉得付出的比得到的多。`,
  onlyValue: (p: { value: string; n: number }) =>
    rich`客户得到的总价值为${marked("delivered", `${p.value}分`)}（满分100，${grouped(p.n)}份答卷）；没有问过客户付出的成本，算不出让渡价值。`,
  onlyCost: (p: { cost: string; n: number }) =>
    rich`客户付出的总成本为${marked("delivered", `${p.cost}分`)}（满分100，${grouped(p.n)}份答卷）；没有问过客户得到的价值，算不出让渡价值。`,
  noSides: (p: { n: number }) =>
    rich`${marked("delivered", `${grouped(p.n)}份答卷`)}问到的项目都还没有归类：在页面下方的表里归好，这里就会算出来。`,
  dearest: (p: { name: string; points: string }) =>
    rich`扣分最多的是${marked("dearest", `${p.name}（${p.points}分）`)}。`,
  contrast: (p: { best: string; worst: string; points: string }) =>
    rich`${marked("worst", p.worst)}比${p.best}低${p.points}分，超出抽样误差。`,
  untagged: (p: { aspects: number }) =>
    `有${grouped(p.aspects)}个项目没有归入价值或成本，没有计入。可以在页面下方的表里归类。`,
  absent: (p: { names: string }) => `问卷没有问到：${p.names}。让渡价值只包括问到的。`,
  few: (p: { n: number }) => `只有${grouped(p.n)}份答卷，区间很宽，先别下结论。`,
  undated: "答卷没有日期：全部计入，不分区间。",
  wholeHistory: "全部历史",
  weights: "权重",
  weightNames: { auto: "客户说的重要性", equal: "等权重" },
  compare: "按什么比较",
  byGrade: "客户等级",
  grade: (p: { grade: string }) => `${p.grade}级`,
  minAnswers: "每组至少",
  answersUnit: "份",
  facets: {
    product: "产品价值",
    service: "服务价值",
    staff: "人员价值",
    image: "形象价值",
    money: "货币成本",
    time: "时间成本",
    effort: "体力成本",
    mind: "精神成本",
  },
  sides: { value: "总价值", cost: "总成本" },
  traits: { search: "搜寻特征", experience: "体验特征", credence: "信用特征" },
  levels: {
    information: "信息服务",
    training: "培训咨询",
    support: "售后技术支持",
    solving: "解决问题",
    care: "情感呵护",
  },
  fall: {
    title: "客户得到什么，又付出什么？",
    sub: (p: { period: string }) =>
      `绿色是得到的价值，红色是付出的成本，最后一条是剩下的让渡价值。${p.period}。点开看低于中点的客户。`,
    description: (p: { facets: number }) => `${grouped(p.facets)}类价值和成本，累加到让渡价值。`,
    left: "让渡价值",
    facet: "类别",
    side: "哪一边",
    aspects: "项目",
    points: "分数",
    index: "得分（0–100，越高越好）",
    weight: "在这一边的权重",
    lowCustomers: "低于中点的客户",
    lowAll: "付出多于得到的客户",
  },
  groups: {
    title: "哪些客户得到的更多？",
    sub: (p: { minAnswers: number }) =>
      `圆点是让渡价值，横条是95%区间；绿色、红色是与其他客户确有差别。少于${grouped(p.minAnswers)}份的画成灰色。`,
    description: (p: { groups: number }) => `${grouped(p.groups)}组客户的让渡价值。`,
    all: (p: { delivered: string }) => `全部${p.delivered}`,
    name: "组",
    delivered: "让渡价值",
    rest: "比其他客户",
    qValue: "q值",
    customers: "客户",
    verdict: "判断",
    verdicts: { plain: "看不出差别", good: "确实更高", bad: "确实更低" },
    thin: "答卷太少",
    label: (p: { delivered: string; n: number }) => `${p.delivered}（${grouped(p.n)}）`,
    undrawn: (p: { groups: number }) => `还有${grouped(p.groups)}组没有画出来，全部在表格里。`,
    more: (p: { groups: number }) => `另有${grouped(p.groups)}组没有列出。`,
    ungrouped: (p: { answers: number }) => `${grouped(p.answers)}份答卷不属于任何一组。`,
  },
  board: {
    titles: { trait: "什么时候才看得出好坏？", level: "五层服务，各做得怎样？" },
    subs: {
      trait:
        "搜寻特征买之前就能比，体验特征用过才知道，信用特征用过也难判断。圆点是平均得分，横条是95%区间。",
      level: "从信息服务到情感呵护，一层托着一层。圆点是平均得分，横条是95%区间。",
    },
    description: (p: { kinds: number }) => `${grouped(p.kinds)}类项目的平均得分。`,
    none: {
      trait: "还没有项目归入搜寻、体验、信用三类特征。",
      level: "问卷里没有认得出属于哪一层服务的项目；可以在下方的表里归类。",
    },
    kind: "类别",
    index: "得分（0–100）",
    interval: "95%区间",
    low: "下限",
    high: "上限",
    answers: "答卷",
    label: (p: { index: string; aspects: number }) => `${p.index}（${grouped(p.aspects)}项）`,
    apart: (p: { best: string; worst: string; points: string; range: string; pValue: string }) =>
      `${p.best}比${p.worst}高${p.points}分（95%区间${p.range}，${p.pValue}）。`,
    same: (p: { best: string; worst: string; points: string; pValue: string }) =>
      `最高的${p.best}与最低的${p.worst}相差${p.points}分，可能只是抽样误差（${p.pValue}）。`,
    untagged: (p: { aspects: number }) => `还有${grouped(p.aspects)}项没有归入其中任何一类。`,
  },
  tags: {
    title: "每一项归在哪里？",
    sub: "先按名称里的词猜，您可以改；改过的是您自己的，导入不会动它，可以撤销。",
    caption: "问卷里的项目，各自归入价值或成本、特征和服务层次",
    about: "项目",
    facet: "价值或成本",
    trait: "特征",
    level: "服务层次",
    index: "得分",
    by: "谁定的",
    byOwn: "您",
    byGuess: "按词猜",
    none: "不归类",
    asGuessed: (p: { name: string }) => `按词猜：${p.name}`,
    form: (p: { about: string }) => `“${p.about}”归在哪里？`,
    hint: "价格满意、省力、放心这类题问的是付出，分数越高，成本越低。",
    saved: (p: { about: string }) => `已记下“${p.about}”的归类，正在重算。`,
    reset: "恢复按词猜",
    resetDone: (p: { about: string }) => `“${p.about}”已恢复按词猜。`,
  },
  how: {
    formula:
      "让渡价值＝总价值−总成本。每一题换算成0–100分；总价值＝Σ权重×得分，总成本＝Σ权重×（100−得分），两边的权重各自合计为1。没有作答的题不算0分。",
    stated: "权重：客户说的重要性，在价值和成本两边各自归一。",
    equal: "权重：同一边的每一项相同。",
    interval: "区间把权重当作已知，只算抽样误差（按答卷线性化，t分布）。",
    groups: "各组与其余客户比较：z检验，误报率10%（Benjamini–Hochberg）。",
    tags: "归类：先按名称里的词猜，您在下方表里定的优先。各类特征、各层服务的得分是其中各项的简单平均；最高与最低的差别按所有两两组合校正（Bonferroni）。",
    reading: "只用同一张问卷里的分项题；单次服务后的评价不混在一起。",
  },
  cells: {
    low: "付出多于得到的客户",
    facet: (p: { name: string }) => `${p.name}低于中点的客户`,
    group: "这一组答过问卷的客户",
  },
  refusals: {
    "no-aspects": "要算让渡价值，问卷里要有分项题（如产品质量、服务、价格），每题至少10份回答。",
  },
};

export type DeliveredMessages = typeof messages;
export default messages;
