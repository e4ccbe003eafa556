import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "口碑曲线",
  did: {
    recommend: (p: { n: number; events: string }) =>
      rich`${grouped(p.n)}家客户里，${marked("recommend", p.events)}家愿意推荐（9分或10分）。`,
    complain: (p: { n: number; events: string; days: number }) =>
      rich`${grouped(p.n)}家客户里，${marked("complain", p.events)}家在答卷后${grouped(p.days)}天内投诉。`,
  },
  zone: (p: { low: string; high: string }) =>
    `${p.low}分到${p.high}分是容忍区间：其间高一分低一分差别不大，出了区间，每一分都要紧。`,
  bend: (p: { low: string; high: string }) =>
    `走势在${p.low}分和${p.high}分转折，但中间并不平缓，不算容忍区间。`,
  none: (p: { least: string; most: string; from: string; to: string }) =>
    `您的数据没有显示容忍区间：从${p.least}分的${p.from}到${p.most}分的${p.to}，一条平滑的线就说得清。`,
  unrelated: {
    recommend: "分数高低与是否推荐，看不出关系，也没有容忍区间。",
    complain: "分数高低与是否投诉，看不出关系，也没有容忍区间。",
  },
  thin: "客户或分数太少，还说不出有没有容忍区间。",
  absent: {
    recommend: {
      "no-pairs": "看不出推荐：同一份问卷里没有0–10分的推荐题。",
      "too-few": "看不出推荐：两题都答的客户不到20家。",
    },
    complain: {
      "no-complaints": "看不出投诉：还没有带客户和日期的投诉记录。",
      "no-days": "看不出投诉：答卷没有日期，不知道投诉在前还是在后。",
      "too-few": "看不出投诉：答卷后能跟踪满期的客户不到20家。缩短跟踪天数，或换“全部历史”。",
    },
  },
  wholeHistory: "全部历史",
  question: "服务评分",
  follow: "投诉跟踪",
  days: "天",
  curves: {
    title: { recommend: "打几分的客户愿意推荐？", complain: "打几分的客户会投诉？" },
    sub: (p: { name: string; n: number; period: string; isBent: boolean }) =>
      `“${p.name}”，${grouped(p.n)}家客户，${p.period}的答卷。点与竖线是观察值和95%区间，${p.isBent ? "虚线是一条直线（对数几率），实线在两处转折" : "线是对数几率的一条直线"}。`,
    description: (p: { what: string; ratio: string }) =>
      `各分数客户${p.what}的比例，全部合计${p.ratio}。`,
    zone: "容忍区间",
    at: (p: { score: string }) => `${p.score}分`,
    score: "分数",
    customers: "客户",
    did: { recommend: "愿意推荐", complain: "投诉" },
    ratio: "比例",
    low: "下限",
    high: "上限",
    interval: "95%区间",
    straight: "直线",
    bent: "折线",
  },
  tests: {
    title: "有没有容忍区间？",
    sub: "容忍区间是服务分的一段：在其中客户不太在意好一点坏一点，低于它口碑变坏，高于它才变好。",
    caption: "推荐与投诉的折线同直线的比较",
    what: "问题",
    better: "折线比直线好吗？",
    yes: (p: { delta: string }) => `是，AIC低${p.delta}`,
    no: (p: { delta: string }) => `看不出，AIC只低${p.delta}`,
    worse: (p: { delta: string }) => `否，AIC高${p.delta}`,
    low: "下面的转折",
    high: "上面的转折",
    knot: (p: { at: string; low: string; high: string }) => `${p.at}分（${p.low}–${p.high}）`,
    same: "重抽样得到同样两处转折",
    below: "转折以下，每高一分几率变为",
    within: "两处之间",
    above: "转折以上",
    times: (p: { value: string }) => `${p.value}倍`,
    timesMore: (p: { value: string }) => `${p.value}倍以上`,
    timesLess: (p: { value: string }) => `${p.value}倍以下`,
    thin: "数据太少",
  },
  how: {
    observation: (p: { days: number }) =>
      `每家客户取最近一份说得清的答卷。推荐：同一份问卷里推荐题打9分或10分。投诉：答卷之后${grouped(p.days)}天内提出过投诉；超出投诉记录起止的答卷不算。`,
    fit: "对分数做逻辑回归：一条直线，与在两个分数处转折的折线比较，两处转折取拟合最好的。折线的AIC低2以上才算更好，两处转折各算一个参数。",
    zone: "容忍区间：折线更好，两端走向一致，而中间的坡度不到两端各自的一半。转折的95%区间来自300次自助抽样。",
    cause: "这是相关：爱抱怨的客户可能本来打分就低。",
    missing: (p: { unlinked: number; unanswered: number; young: number; before: number }) =>
      `没有客户名称${grouped(p.unlinked)}份；没有作答${grouped(p.unanswered)}份；看投诉时另有太新、还没满期的${grouped(p.young)}份，早于第一件投诉的${grouped(p.before)}份。`,
  },
  cells: {
    recommend: "愿意推荐的客户",
    complain: "答卷后投诉的客户",
    at: (p: { score: string }) => `服务打${p.score}分的客户`,
  },
  refusals: {
    "no-question": "还没有可用的服务评分题。导入一份带客户的满意度问卷。",
    "too-few-customers":
      "说得清的客户不到20家：要么同一份问卷里有推荐题，要么答卷之后有投诉记录可跟踪。缩短跟踪天数，或换“全部历史”。",
  },
};

export type WordOfMouthMessages = typeof messages;
export default messages;
