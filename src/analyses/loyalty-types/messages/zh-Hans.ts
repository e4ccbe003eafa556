import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "四种忠诚类型",
  finding: (p: { hostages: string; mercenaries: string; n: number }) =>
    rich`${grouped(p.n)}家客户里，${marked("hostage", p.hostages)}常来却不满意（囚禁者），${marked("mercenary", p.mercenaries)}满意却不常来（图利者）。`,
  findingApostles: (p: { apostles: string; sales: string }) =>
    rich`又满意又常来的（传道者）占${marked("apostle", p.apostles)}，带来${p.sales}的销售额。`,
  findingUp: (p: { satisfied: string; others: string; pValue: string }) =>
    rich`满意的客户有${p.satisfied}常来，不满意的${p.others}：满意的更忠诚（${p.pValue}）。`,
  findingDown: (p: { satisfied: string; others: string; pValue: string }) =>
    rich`满意的客户有${p.satisfied}常来，不满意的反而有${p.others}（${p.pValue}）。`,
  findingNone: (p: { satisfied: string; others: string; pValue: string }) =>
    rich`满意的客户有${p.satisfied}常来，不满意的${p.others}：看不出满意的更忠诚（${p.pValue}）。`,
  unstable: (p: { share: string }) =>
    `把一条分界线移一格，最多有${p.share}的客户换一种类型：离线近的，不要当成定论。`,
  question: "题目",
  stretch: "每段",
  days: "天",
  satisfiedFrom: "满意：至少",
  loyalFrom: "忠诚：至少",
  pointsUnit: "分",
  stretchesUnit: "段",
  auto: (p: { satisfied: string; loyal: string }) =>
    `现在的分界：${p.satisfied}分起算满意，12段里有${p.loyal}段买过起算忠诚。填0为自动（满意取最高两档，忠诚取中位数）。`,
  map: {
    title: "客户站在哪一格？",
    sub: (p: { period: string; days: number }) =>
      `横轴是最近一次打的分，纵轴是${p.period}这12段（每段${grouped(p.days)}天）里有几段买过；圆越大，客户越多。点开看客户。`,
    description: (p: { n: number }) => `${grouped(p.n)}家客户按满意和忠诚分成四格。`,
    score: "分数",
    stretches: "买过的段数",
    customers: "客户",
    type: "类型",
    x: "满意 →",
    y: "忠诚 →",
    at: (p: { score: string; stretches: string }) => `${p.score}分 · ${p.stretches}段买过`,
  },
  types: {
    apostle: "传道者",
    mercenary: "图利者",
    hostage: "囚禁者",
    defector: "背离者",
  },
  table: {
    title: "对每一种，做什么？",
    caption: "四种类型的客户、占比、销售额、平均分和该做的事",
    type: "类型",
    customers: "客户",
    share: "占比",
    sales: "销售额",
    salesShare: "占销售额",
    score: "平均分",
    stretches: "平均买过",
    todo: "该做的事",
    todos: {
      apostle: "请他们推荐、作见证；别让他们失望一次。",
      mercenary: "满意却不常来：多半在比价。找出少买的原因，给常买的理由。",
      hostage: "常来却不满意，可能是没得选。先解决不满：有了别家，他们走得最快。",
      defector: "能挽回的先道歉、补救；不能的，别让坏话传开。",
    },
  },
  tied: {
    label: "转换成本看",
    options: {
      auto: "自动（有合同就看合同）",
      none: "不看",
      contract: "合同在身",
      tenure: "往来时间",
      kinds: "买了几种",
    },
    from: "转换成本高：至少",
    units: { tenure: "个月", kinds: "种" },
    why: {
      contract: () => "合同还没到期",
      tenure: (p: { from: string }) => `往来满${p.from}个月`,
      kinds: (p: { from: string }) => `买过至少${p.from}种`,
    },
    whyNot: {
      contract: () => "没有合同在身",
      tenure: (p: { from: string }) => `往来不满${p.from}个月`,
      kinds: (p: { from: string }) => `买的不到${p.from}种`,
    },
    share: (p: { share: string; why: string }) =>
      rich`囚禁者里${marked("tied", p.share)}${p.why}，要走有代价。`,
    more: (p: { apostles: string; pValue: string; kind: "contract" | "tenure" | "kinds" }) =>
      rich`比传道者（${p.apostles}）多（${p.pValue}）：不满意还留着，${p.kind === "contract" ? "至少一部分是合同留住的" : "转换成本说得通"}。`,
    less: (p: { apostles: string; pValue: string }) =>
      rich`比传道者（${p.apostles}）还少（${p.pValue}）：留住他们的不是转换成本。`,
    same: (p: { apostles: string; pValue: string }) =>
      rich`与传道者（${p.apostles}）看不出差别（${p.pValue}）：看不出他们是被转换成本留住的。`,
    rows: (p: { why: string }) => `其中：${p.why}`,
    todos: {
      tied: "代价一消失就会走：到期之前把不满解决。",
      free: "没有什么拦着，却还来：问清为什么，别等对手先问。",
    },
    how: {
      contract:
        "转换成本：截止日有合同在身（已开始、没到期、没取消；没写到期日的算还在）。合同表里没有的客户算没有合同。",
      tenure: "转换成本：从第一笔销售到截止日满几个月。往来久只是转换成本的迹象，不是证据。",
      kinds:
        "转换成本：到截止日买过几种（有品类看品类，没有看商品）。买得杂只是转换成本的迹象，不是证据。",
    },
    test: "囚禁者和传道者里转换成本高的占比有没有差别：2×2表的卡方检验。",
    unknown: (p: { customers: number }) =>
      `看不出转换成本的囚禁者${grouped(p.customers)}家，不在两行里。`,
  },
  how: {
    source: "四种类型出自Jones与Sasser（《哈佛商业评论》1995）：忠诚看行为，不看嘴上说的。",
    loyalty:
      "忠诚：到截止日（或最后一笔销售）为止，往回12段，有几段至少买过一次。首次购买晚于这12段开头的客户，时间不够，没有计入。",
    satisfaction: "满意：每家客户最近一次的分数；同一天两份取低的。",
    hostage: "没有转换成本的数据，“囚禁者”只是推断：常来而不满意。",
    test: "满意与忠诚有没有关系：2×2表的卡方检验。",
    missing: (p: { young: number; earlier: number; unlinked: number; unanswered: number }) =>
      `购买历史不够长、没有计入的客户${grouped(p.young)}家；同一客户更早的答卷${grouped(p.earlier)}份；没有客户名称${grouped(p.unlinked)}份；没有作答${grouped(p.unanswered)}份。`,
  },
  cells: {
    tied: "常来却不满意、要走有代价的客户",
    free: "常来却不满意、要走没有代价的客户",
    at: (p: { score: string; stretches: string }) =>
      `打${p.score}分、12段里买过${p.stretches}段的客户`,
  },
  refusals: {
    "no-question": "还没有可用的打分题。导入一份带客户名称的满意度问卷。",
    "too-few-customers": "答过卷、购买历史又够长的客户不到20家。把每段的天数改短，或换“全部历史”。",
  },
};

export type LoyaltyTypesMessages = typeof messages;
export default messages;
