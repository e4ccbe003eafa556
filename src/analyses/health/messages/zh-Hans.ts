import rules from "./rules-zh-Hans";
import saving from "./saving-zh-Hans";
import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "客户健康分",
  refusals: { "no-customers": "还没有最近下过单的客户，没有可以预警的对象。" },
  finding: (p: { danger: number; money: string }) =>
    rich`${marked("danger", `${grouped(p.danger)}家`)}客户亮了红灯，近一年共买了${marked("money", p.money)}。`,
  findingWatch: (p: { watch: number }) =>
    rich`另有${marked("watch", `${grouped(p.watch)}家`)}要留意。`,
  findingWatchOnly: (p: { watch: number }) =>
    rich`没有客户亮红灯，${marked("watch", `${grouped(p.watch)}家`)}要留意。`,
  findingNone: "现有客户都正常，没有需要预警的。",
  findingFirst: (p: { name: string; reason: string }) => `最该先联系${p.name}：${p.reason}。`,
  weak: "这个分数在过去没能分出谁会不再下单，只当提醒，别当预测。",
  untested: "历史还短，或不再下单的客户太少，分数准不准还没法回头检验。",
  proven: (p: { day: string; auc: string; low: string; high: string; days: number }) =>
    `回头检验：用${p.day}的分数看之后${grouped(p.days)}天谁没再下单，AUC为${p.auc}（95%区间${p.low}至${p.high}；0.5等于瞎猜，1是全对）。`,
  measures: {
    frequency: "下单频率",
    rhythm: "下单节奏",
    trend: "下单与金额走势",
    satisfaction: "满意评分",
    complaint: "投诉",
    arrears: "欠款",
    contact: "联系",
    contract: "合同到期",
  },
  reasons: {
    frequency: (p: { share: string; days: number }) =>
      `按以往频率，接下来${grouped(p.days)}天下单的可能约为${p.share}`,
    rhythm: (p: { days: number; gap: number }) =>
      `${grouped(p.days)}天没下单，结合全体推算的节奏约${grouped(p.gap)}天一次`,
    trend: (p: { share: string; days: number }) =>
      `近${grouped(p.days)}天下单和金额比之前少了${p.share}`,
    satisfaction: (p: { level: number }) => `满意评分低（百分制${grouped(p.level)}分）`,
    satisfactionFell: (p: { level: number; before: number }) =>
      `满意评分从${grouped(p.before)}分降到${grouped(p.level)}分`,
    complaintOpen: (p: { cases: number }) => `有${grouped(p.cases)}件投诉没处理完`,
    complaintRecent: "最近投诉过",
    arrears: (p: { days: number }) => `有货款逾期${grouped(p.days)}天`,
    contact: (p: { days: number; gap: number }) =>
      `${grouped(p.days)}天没联系，推算的节奏约${grouped(p.gap)}天一次`,
    contractSoon: (p: { days: number }) => `合同还有${grouped(p.days)}天到期`,
    contractPast: (p: { days: number }) => `合同已过期${grouped(p.days)}天`,
    join: "；",
    none: "各项都略低",
  },
  call: {
    title: "今天先联系谁？",
    sub: (p: { shown: number; all: number }) =>
      `${grouped(p.all)}家低于70分，按失分乘年销售额排，这里是前${grouped(p.shown)}家。`,
    caption: "最该先联系的客户",
    name: "客户",
    score: "健康分",
    change: "比上期",
    year: "年销售额",
    reasons: "原因",
    action: "挽救",
    openAll: "打开全部",
  },
  bins: {
    title: "客户健康分布",
    sub: (p: { customers: number; mean: string }) =>
      `${grouped(p.customers)}家现有客户，平均${p.mean}分；100分最好。`,
    description: "每十分一柱的客户数",
    axis: "健康分",
    customers: "客户",
    range: (p: { from: number; to: number }) => `${p.from}–${p.to}分`,
  },
  bands: {
    title: "红黄绿灯，灵不灵？",
    sub: (p: { day: string; days: number }) =>
      `用${p.day}的分数分组，看之后${grouped(p.days)}天没再下单的比例。`,
    subNone: "还没法回头检验。",
    caption: "各组客户与回头检验",
    band: "组",
    names: { danger: "红灯，50分以下", watch: "黄灯，50–70分", healthy: "绿灯，70分以上" },
    short: { danger: "红灯", watch: "黄灯", healthy: "绿灯" },
    customers: "现有客户",
    year: "年销售额",
    silent: "当时没再下单",
    silentOf: (p: { share: string; low: string; high: string; customers: number }) =>
      `${p.share}（${p.low}–${p.high}，${grouped(p.customers)}家）`,
  },
  weights: {
    title: "分数由什么组成",
    sub: "权重可以改，合计100。客户缺的项不算，它的权重按比例分给其余项。",
    caption: "组成、权重与检验",
    measure: "项",
    weight: "权重",
    effective: "实际占",
    known: "有数的客户",
    low: "低于50分",
    auc: "单项AUC",
    total: (p: { total: number }) => `合计${grouped(p.total)}`,
    scaled: (p: { total: number }) => `合计${grouped(p.total)}，不是100，已按比例折算。`,
    reset: "恢复原来的权重",
    window: "流失窗口",
    windowHint: "多少天不下单算流失；填0按本公司的下单间隔算，和“谁会流失”通用",
    days: "天",
    missing: (p: { measures: string }) => `还没有这些数据：${p.measures}。导入后自动算进来。`,
  },
  how: {
    score: "健康分＝各项得分按权重平均，只算客户有的项。每项0到100分，100最好。",
    frequency:
      "下单频率：按以往下单次数和经过的天数（伽马-泊松，向全体靠拢），下一个流失窗口里至少下一单的可能，乘100。",
    rhythm:
      "下单节奏：没下单的天数÷推算的节奏（自己的间隔加一次全体常见间隔的平均），1倍以内100分，3倍0分。",
    trend: "走势：最近一个流失窗口的下单天数和金额，与前一个窗口比，不降为100分。",
    others:
      "满意：最近一次评分减去下降；投诉：没处理完0分，窗口内处理完60分；欠款：逾期60天0分；联系：同下单节奏；合同：到期前90天起扣分。",
    rank: "名单按（100−健康分）×近365天销售额从大到小。",
  },
  cells: {
    call: "健康分低于70的客户",
    band: (p: { name: string }) => `${p.name}的客户`,
    score: (p: { from: number; to: number }) => `健康分${p.from}到${p.to}的客户`,
    low: (p: { name: string }) => `${p.name}低于50分的客户`,
  },
  rules,
  saving,
};

export type HealthMessages = typeof messages;
export default messages;
