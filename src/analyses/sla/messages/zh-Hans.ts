import desk from "./desk-zh-Hans";
import rules from "./rules-zh-Hans";
import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "投诉时效",
  finding: (p: { cases: number; limit: string; share: string; judged: number }) =>
    rich`${marked("all", `${grouped(p.cases)}件`)}投诉，${p.limit}首次回复的占${marked("share", p.share)}（能判断的${grouped(p.judged)}件）。`,
  findingNoResponse: (p: { cases: number }) =>
    rich`${marked("all", `${grouped(p.cases)}件`)}投诉，没有“首次回复时间”，看不出回复得快不快。`,
  findingNoneJudged: (p: { cases: number }) =>
    rich`${marked("all", `${grouped(p.cases)}件`)}投诉，还没有一件能判断是否按时回复。`,
  findingOpen: (p: { open: number; stuck: number; days: number }) =>
    rich`${marked("open", `${grouped(p.open)}件`)}还没解决；${marked("stuck", `${grouped(p.stuck)}件`)}在同一步停了超过${grouped(p.days)}天。`,
  findingNoneOpen: "都已解决。",
  findingSlow: (p: { name: string; dimension: string; share: string }) =>
    rich`${p.dimension}${marked("slow", p.name)}只有${marked("slowShare", p.share)}按时，明显低于整体。`,
  limit: {
    calendar: (p: { hours: string }) => `${p.hours}小时内`,
    working: (p: { hours: string }) => `${p.hours}个工作小时内`,
    own: "各级时限内",
  },
  byDay: "表里只有日期、没有钟点，时效按天算：当天和次日都算24小时内。",
  misordered: (p: { count: number }) => `有${grouped(p.count)}个时间早于投诉时间，当作没有填写。`,
  unlinked: (p: { count: number }) => `${grouped(p.count)}件没有对应客户，仍计入件数。`,
  beyondHolidays: (p: { count: number; first: number; last: number }) =>
    `${grouped(p.count)}件投诉不在${p.first}至${p.last}年，这些年份的节假日没有内置，可在下面自己补。`,
  unreadableDays: (p: { pieces: string }) => `这些日期读不懂，没有采用：${p.pieces}。`,
  clockLabel: "时效怎么算",
  clocks: { calendar: "自然小时", working: "工作小时" },
  limitLabel: "首次回复时限（小时）",
  resolveLabel: "解决时限（天）",
  stuckLabel: "停多久算卡住（天）",
  speed: {
    title: "多久有人回复？",
    sub: (p: { cases: number; period: string; clock: string }) =>
      `${grouped(p.cases)}件投诉，${p.period}；到某个时间为止已首次回复的比例，${p.clock}。还没回复的按“至少等了这么久”计入。`,
    description: (p: { median: string; share: string; limit: string }) =>
      `首次回复的累计比例；一半在${p.median}内，${p.limit}为${p.share}。`,
    hours: "等待（小时）",
    share: "已回复",
    limit: (p: { limit: string; share: string }) => `${p.limit} ${p.share}`,
    at: (p: { hours: string }) => `${p.hours}小时内`,
    median: (p: { hours: string }) => `一半在${p.hours}小时内`,
  },
  solution: {
    title: "多久解决？",
    sub: (p: { cases: number; period: string }) =>
      `${grouped(p.cases)}件投诉，${p.period}；到第几天为止已解决的比例，自然日。没解决的按“至少等了这么久”计入。`,
    description: (p: { median: string }) => `已解决的累计比例；一半在${p.median}内。`,
    days: "等待（天）",
    share: "已解决",
    at: (p: { days: string }) => `${p.days}天内`,
    median: (p: { days: string }) => `一半在${p.days}天内`,
    unreached: "一半以上还没有",
  },
  trend: {
    title: "越来越快，还是越来越慢？",
    sub: (p: { centre: string }) =>
      `按投诉的月份，时限内首次回复的比例；平均${p.centre}，灰带是正常波动的范围（3σ控制限），带外的月份才值得追问。`,
    subFew: "按投诉的月份，时限内首次回复的比例；完整的月份不到8个，还画不出控制限。",
    description: (p: { months: number; slow: string }) =>
      `${grouped(p.months)}个月的按时回复比例；低于控制限的月份：${p.slow}。`,
    none: "没有",
    countTitle: "投诉变多了吗？",
    countSub: (p: { centre: string }) => `每月投诉件数；平均${p.centre}件，灰带是正常波动的范围。`,
    countSubFew: "每月投诉件数；完整的月份不到8个，还画不出控制限。",
    countDescription: (p: { months: number; crowded: string }) =>
      `${grouped(p.months)}个月的投诉件数；高于控制限的月份：${p.crowded}。`,
    month: "月份",
    cases: "件数",
    judged: "能判断",
    met: "按时",
    share: "按时比例",
    low: "下限",
    high: "上限",
    part: "未满一个月",
    outside: "超出正常波动",
  },
  steps: {
    title: "卡在哪一步？",
    sub: (p: { days: number }) =>
      `投诉处理五步；停在同一步超过${grouped(p.days)}天算卡住。没有记录的步骤跳过不算。`,
    subEscalated: (p: { days: number; stuck: number; escalated: number }) =>
      `投诉处理五步；停在同一步超过${grouped(p.days)}天算卡住。卡住的${grouped(p.stuck)}件里，已升级${grouped(p.escalated)}件。`,
    caption: "五个步骤的完成、等待和用时",
    step: "步骤",
    names: {
      record: "① 受理登记",
      respond: "② 首次回复",
      cause: "③ 查清原因",
      solve: "④ 整改解决",
      close: "⑤ 回访结案",
    },
    waitingIn: {
      record: "受理",
      respond: "待回复",
      cause: "待查因",
      solve: "待解决",
      close: "待回访",
    },
    done: "已完成",
    waiting: "正等待",
    stuck: "其中卡住",
    median: "用时（中位）",
    p90: "九成在",
    unknown: "表里没有",
  },
  cases: {
    title: "等得最久的投诉",
    sub: (p: { shown: number; stuck: number }) =>
      p.shown === p.stuck
        ? `全部${grouped(p.stuck)}件卡住的投诉。`
        : `${grouped(p.stuck)}件卡住的投诉里最久的${grouped(p.shown)}件。`,
    none: "没有卡住的投诉。",
    caption: "卡住的投诉",
    openAll: "打开这些客户",
    customer: "客户",
    nobody: "（未对应客户）",
    id: "单号",
    opened: "投诉日期",
    step: "停在",
    waiting: "已等",
    owner: "负责人",
    kind: "类型",
    severity: "严重程度",
    escalated: "已升级",
    yes: "是",
    no: "否",
  },
  groups: {
    title: "谁快谁慢？",
    sub: "“偏慢”只标在超出偶然的组：多项比较后错判率控制在5%以内。点一行看客户。",
    caption: "各组的按时比例、用时和未结",
    label: "分组",
    dimensions: {
      owner: "负责人",
      department: "部门",
      complaintKind: "类型",
      severity: "严重程度",
      priority: "优先级",
      channel: "渠道",
    },
    name: "组",
    cases: "件数",
    share: "按时",
    interval: "95%区间",
    promised: "时限",
    response: "回复（中位）",
    solution: "解决（中位）",
    open: "未解决",
    stuck: "卡住",
    verdict: "判断",
    slow: "▼ 偏慢",
    more: (p: { groups: number; cases: number }) =>
      `另有${grouped(p.groups)}组、${grouped(p.cases)}件没有列出。`,
    without: (p: { cases: number }) => `${grouped(p.cases)}件没有填写。`,
  },
  calendar: {
    title: "工作日历",
    sub: "工作小时按这份日历计算：只数工作日的上班时间。",
    week: "每周上班",
    weeks: { "mon-fri": "周一至周五", "mon-sat": "周一至周六", all: "每天" },
    from: "上班（点）",
    to: "下班（点）",
    holidays: "法定节假日",
    sets: { cn: "中国大陆（含调休上班日）", none: "不用" },
    off: "另外放假的日子",
    on: "另外上班的日子",
    example: "例：2025-10-01~2025-10-08, 2025-12-31",
  },
  hours: (p: { hours: string }) => `${p.hours}小时`,
  days: (p: { days: string }) => `${p.days}天`,
  how: {
    share: (p: { limit: string }) =>
      `按时比例＝${p.limit}首次回复的件数÷能判断的件数。还没回复、也没超时的不算进分母；没有回复时间但已在时限内解决的算按时，其余没有记录的不判断。`,
    counts: (p: { met: number; missed: number; pending: number; unknown: number }) =>
      `按时${grouped(p.met)}件，超时${grouped(p.missed)}件，还在时限内${grouped(p.pending)}件，无法判断${grouped(p.unknown)}件。`,
    interval: (p: { low: string; high: string }) => `95%区间：${p.low}至${p.high}（Wilson）。`,
    curve:
      "曲线用乘积极限法（Kaplan–Meier）：未完成的件按“至少等了这么久”参加，不会因为还没办完就显得快。",
    working: "工作小时只数工作日历里的上班时间；下班后来的投诉从下一个上班时刻算起。",
    control:
      "控制限：比例用p图（平均±3倍标准误），件数用单值移动极差图（平均±2.66×平均移动极差）；只用完整的月份。",
    basis: (p: { cases: number; period: string }) =>
      `依据：${p.period}内的${grouped(p.cases)}件投诉。`,
    undated: (p: { count: number }) => `${grouped(p.count)}行没有投诉日期，没有计入。`,
    filters: "订单筛选不作用于投诉；客户筛选作用。",
  },
  cells: {
    all: "有投诉的客户",
    met: "投诉得到按时回复的客户",
    missed: "投诉超时才回复或还没回复的客户",
    pending: "投诉还在回复时限内的客户",
    open: "投诉还没解决的客户",
    stuck: "投诉卡住的客户",
    late: "投诉没有按时解决的客户",
    step: (p: { step: string }) => `投诉${p.step}的客户`,
    by: (p: { dimension: string; name: string }) => `投诉的${p.dimension}是“${p.name}”的客户`,
    month: (p: { when: string }) => `${p.when}有投诉的客户`,
  },
  desk,
  rules,
  refusals: {
    "no-complaints": "这段时间里没有投诉。换一个区间，或放宽筛选。",
    "no-working-hours": "工作日历里下班不晚于上班，没有工作时间可算。",
  },
};

export type SlaMessages = typeof messages;
export default messages;
