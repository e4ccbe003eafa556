import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "满意与忠诚曲线",
  findingSpecial: (p: {
    top: string;
    topScore: string;
    next: string;
    nextScore: string;
    ratio: string;
  }) =>
    rich`打${p.topScore}分的客户有${marked("top", p.top)}再次购买，打${p.nextScore}分的只有${marked("next", p.next)}，前者是后者的${p.ratio}倍：满分与众不同，高出其他分数的走势。`,
  findingBelow: (p: { top: string; topScore: string; next: string; nextScore: string }) =>
    rich`打${p.topScore}分的客户有${marked("top", p.top)}再次购买，打${p.nextScore}分的有${marked("next", p.next)}：满分反而不如其他分数的走势。`,
  findingNone: (p: { top: string; topScore: string; next: string; nextScore: string }) =>
    rich`您的数据没有显示满分与众不同：打${p.topScore}分的客户有${marked("top", p.top)}再次购买，打${p.nextScore}分的有${marked("next", p.next)}，都在同一条平滑的曲线上。`,
  findingThin: (p: { n: number }) =>
    rich`${grouped(p.n)}家客户里，打满分的或打其他分的太少，还说不出满分是否与众不同。`,
  relations: {
    up: "总的来说，分数越高，越常再买。",
    down: "总的来说，分数越高，反而越少再买。",
    none: "分数高低与是否再买，看不出关系。",
  },
  question: "题目",
  follow: "跟踪",
  days: "天",
  curve: {
    title: "满意到什么程度，客户才会再来？",
    sub: (p: { n: number; days: number; period: string }) =>
      `${grouped(p.n)}家客户，答卷后${grouped(p.days)}天内有没有再买；${p.period}的答卷。点与竖线是观察值和95%区间，实线是只升不降的拟合，虚线是逻辑回归。`,
    description: (p: { ratio: string }) => `各分数客户的再购率，全部合计${p.ratio}。`,
    step: (p: { score: string }) => `${p.score}分`,
    score: "分数",
    customers: "客户",
    repeaters: "再次购买",
    ratio: "再购率",
    low: "下限",
    high: "上限",
    interval: "95%区间",
    isotonic: "只升不降的拟合",
    logistic: "逻辑回归",
  },
  tests: {
    title: "有多确定？",
    caption: "再购率的检验：有没有关系、满分是否特别、比值和弹性",
    what: "问题",
    answer: "回答",
    trend: "分数与再购有没有关系？",
    top: "满分特别吗？",
    ratio: (p: { top: string; next: string }) => `${p.top}分的再购率是${p.next}分的几倍？`,
    elasticity: "分数高1%，再购率高多少？",
    yes: (p: { pValue: string }) => `有（${p.pValue}）`,
    no: (p: { pValue: string }) => `看不出（${p.pValue}）`,
    unknown: "数据太少",
    interval: (p: { value: string; low: string; high: string }) =>
      `${p.value}（${p.low}–${p.high}）`,
  },
  lifts: {
    title: "让一些客户提高一分，值不值？",
    sub: "假定提高一分的客户，行为就像现在打高一分的那些；这是相关，不是保证。",
    caption: "从低一分提高到高一分：多回来的客户、多卖的金额和扣除成本以后",
    best: (p: { best: string; bestPoints: string; other: string; otherPoints: string }) =>
      `每100家客户从${p.best}，多回来约${p.bestPoints}家；${p.other}，约${p.otherPoints}家。`,
    unsure: "两种提高都看不出能多留住客户：差别在抽样误差之内。",
    step: (p: { from: string; to: string }) => `${p.from}分→${p.to}分`,
    some: (p: { customers: string; there: string }) => `${p.customers}（共${p.there}）`,
    range: (p: { low: string; high: string }) => `${p.low}～${p.high}`,
    name: "提高",
    customers: "客户",
    extra: "多回来",
    interval: "95%区间",
    sales: "多卖",
    gain: "减去成本",
    customersField: "提高多少家",
    customersUnit: "家",
    costField: "每家的成本（0为不算）",
  },
  how: {
    observation:
      "每家客户取最近一份能跟踪满期的答卷；答卷之后，在规定的天数内又有销售，就算再次购买。",
    fit: "只升不降的拟合：分数升了、再购率反而降的，与相邻的合并（PAV）。再购率用Wilson区间，提高一分的效果用Newcombe区间。",
    test: "满分是否特别：一条逻辑回归曲线，与给满分另加一跳的模型比较（似然比检验）。不显著，就说数据没有显示。",
    missing: (p: { young: number; earlier: number; unlinked: number; unanswered: number }) =>
      `太新、还没满期的答卷${grouped(p.young)}份；同一客户更早的${grouped(p.earlier)}份；没有客户名称${grouped(p.unlinked)}份；没有作答${grouped(p.unanswered)}份。`,
    cause: "再来的客户可能本来就大、就近、没有别家可选。相关不等于因果。",
  },
  cells: {
    at: (p: { score: string }) => `打${p.score}分、能跟踪的客户`,
    left: (p: { score: string }) => `打${p.score}分、没有再买的客户`,
  },
  refusals: {
    "no-question": "还没有可用的打分题。导入一份带日期和客户的满意度问卷。",
    "too-few-customers": "答卷之后能跟踪满期的客户不到20家。缩短跟踪天数，或换“全部历史”。",
  },
};

export type LoyaltyMessages = typeof messages;
export default messages;
