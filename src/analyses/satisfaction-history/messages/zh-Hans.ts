import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "累计满意",
  findingLower: (p: { n: number; builtUp: string; last: string; pValue: string }) =>
    rich`${grouped(p.n)}家客户不止答过一次：累计满意${p.builtUp}分，最近一次${p.last}分，比累计的低（${p.pValue}）。`,
  findingHigher: (p: { n: number; builtUp: string; last: string; pValue: string }) =>
    rich`${grouped(p.n)}家客户不止答过一次：累计满意${p.builtUp}分，最近一次${p.last}分，比累计的高（${p.pValue}）。`,
  findingSame: (p: { n: number; builtUp: string; last: string; pValue: string }) =>
    rich`${grouped(p.n)}家客户不止答过一次：累计满意${p.builtUp}分，最近一次${p.last}分，看不出差别（${p.pValue}）。`,
  findingMoved: (p: { slipped: string; recovering: string }) =>
    rich`${marked("slipped", p.slipped)}家一向满意、这次失望；${marked("recovering", p.recovering)}家一向不满、这次好转。`,
  verdicts: {
    history: "要看客户还来不来，以前累计的满意更说明问题，最近一次没有另外的信息。",
    last: "要看客户还来不来，最近一次更说明问题，以前的累计没有另外的信息。",
    both: "要看客户还来不来，以前累计的和最近一次各有各的信息。",
    tied: "满意的客户更常再来，但分不清是累计的还是最近一次在起作用。",
    none: "您的数据没有显示满意与再来有关，无论累计的还是最近一次。",
    thin: "能跟踪的客户太少，还说不出累计的和最近一次哪个更能看出客户还来不来。",
  },
  question: "题目",
  newWeight: "新答卷的权重",
  satisfiedFrom: "满意：至少",
  pointsUnit: "分",
  follow: "跟踪",
  days: "天",
  cut: (p: { satisfied: string; usual: string }) =>
    `四舍五入到${p.satisfied}分起算满意（填0为自动）。同一客户两次答卷通常相隔${p.usual}天。`,
  map: {
    title: "累计的和最近一次，各在哪里？",
    sub: (p: { name: string; period: string }) =>
      `“${p.name}”，${p.period}的答卷。横轴是累计满意，纵轴是最近一次；圆越大，客户越多。点开看客户。`,
    description: (p: { n: number }) => `${grouped(p.n)}家客户按累计满意和最近一次分成四格。`,
    builtUp: "累计满意",
    last: "最近一次",
    customers: "客户",
    standing: "类型",
    x: "累计满意 →",
    y: "最近一次 →",
    from: "累计从",
    to: "累计到",
    at: (p: { score: string; from: string; to: string }) =>
      `最近${p.score}分 · 累计${p.from}～${p.to}分`,
  },
  standings: {
    steady: "一直满意",
    slipped: "这次失望",
    recovering: "这次好转",
    unhappy: "一直不满",
  },
  table: {
    title: "对每一种，做什么？",
    caption: "四种客户的数目、累计满意、最近一次和该做的事",
    standing: "类型",
    customers: "客户",
    todo: "该做的事",
    todos: {
      steady: "保持；请他们推荐。",
      slipped: "最先联系：问清这次出了什么事，趁以前的好感还在。",
      recovering: "接着做对的事：累计的满意要几次才补得回来。",
      unhappy: "找出一直没有解决的原因，或决定不再投入。",
    },
    withShare: (p: { customers: string; share: string }) => `${p.customers}（${p.share}）`,
  },
  tests: {
    title: "哪一个更能看出客户还来不来？",
    sub: (p: { n: number; came: string; days: number }) =>
      `${grouped(p.n)}家客户，答卷后${grouped(p.days)}天内${p.came}再次购买。`,
    caption: "累计满意与最近一次对再次购买的说明力",
    what: "问题",
    answer: "回答",
    history: "已知最近一次，以前累计的还多说明什么吗？",
    last: "已知以前累计的，最近一次还多说明什么吗？",
    joint: "两个一起，与再来有关吗？",
    yes: (p: { pValue: string }) => `是（${p.pValue}）`,
    no: (p: { pValue: string }) => `看不出（${p.pValue}）`,
    thin: "数据太少",
  },
  how: {
    level: (p: { weight: string; usual: string }) =>
      `累计满意＝新答卷×权重＋以前的累计×（1−权重）。隔通常的${p.usual}天，新答卷的权重是${p.weight}；隔得越久，以前的越轻。同一天的几份取平均。`,
    difference: "平均的差别用成对的t检验。只算不止一天答过的客户。",
    telling:
      "再来：答卷之后规定的天数内有销售，取每家客户最近一份能跟踪满期的答卷；用最近一次和那之前的累计做逻辑回归，以似然比比较，多一个变量一个自由度。",
    cause: "这是相关：常来的客户可能本来就满意。",
    missing: (p: { single: number; undated: number; unlinked: number; unanswered: number }) =>
      `只有一天答过的客户${grouped(p.single)}家；没有日期${grouped(p.undated)}份；没有客户名称${grouped(p.unlinked)}份；没有作答${grouped(p.unanswered)}份。`,
  },
  cells: {
    at: (p: { score: string }) => `最近打${p.score}分、累计满意相近的客户`,
  },
  refusals: {
    "no-question": "还没有可用的打分题。导入一份带日期和客户的满意度问卷。",
    "too-few-customers":
      "不止一天答过的客户不到10家，看不出累计的满意。换“全部历史”，或再做一次调查。",
  },
};

export type HistoryMessages = typeof messages;
export default messages;
