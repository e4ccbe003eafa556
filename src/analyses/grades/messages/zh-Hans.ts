import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "客户分级",
  finding: (p: { a: number; b: number; c: number; share: string }) =>
    rich`${marked("a", `A级${grouped(p.a)}家`)}，带来${p.share}；B级${grouped(p.b)}家，C级${grouped(p.c)}家。`,
  findingMoved: (p: { moved: number; up: number; down: number }) =>
    rich`按付款和增减又调了${marked("moved", `${grouped(p.moved)}家`)}：升${grouped(p.up)}家，降${grouped(p.down)}家。`,
  findingHands: (p: { hands: number }) =>
    rich`人工改定${marked("hands", `${grouped(p.hands)}家`)}。`,
  findingBreaches: (p: { breaches: number }) =>
    rich`${marked("breaches", `${grouped(p.breaches)}家`)}没有按政策对待。`,
  shares: {
    sales: (p: { share: string }) => `${p.share}的销售额`,
    profit: (p: { share: string }) => `${p.share}的毛利`,
  },
  noCredit: "没有能看出是否付款的“发票”，拖欠不参与分级；导入“发票”和“收款”后自动计入。",
  noTrend: "完整的月份不足6个，增减不参与分级。",
  controls: {
    cut: "定级方法",
    lateDays: "平均拖欠超过",
    overdueShare: "逾期未付超过",
    growth: "年增减达到",
    day: "天",
    percent: "%",
  },
  cuts: {
    "rank-15-35-50": "按名次 15/35/50",
    "rank-20-30-50": "按名次 20/30/50",
    "cumulative-50-80": "按金额 50/80",
    "cumulative-80-95": "按金额 80/95",
  },
  grade: { a: "A级", b: "B级", c: "C级", none: "没有成交" },
  table: {
    title: "每一级有多少，怎么对待？",
    sub: (p: { period: string; cut: string }) =>
      `${p.period}，${p.cut}。先按规模定级，再按付款和增减最多调一级，人工改定优先。`,
    caption: "各级客户数、按规模的客户数、金额和政策",
    name: "级别",
    customers: "客户",
    base: "按规模",
    amount: { sales: "销售额", profit: "毛利" },
    share: "占比",
    policy: "政策",
    rule: (p: { level: string; visit: string; credit: string; terms: string }) =>
      `${p.level}，${p.visit}；${p.credit}，${p.terms}`,
  },
  levels: { executive: "高层回访", manager: "主管回访", sales: "业务员跟进", service: "客服联系" },
  rules: {
    visit: (p: { days: number }) => `${grouped(p.days)}天内联系一次`,
    noVisit: "联系不限",
    credit: (p: { money: string }) => `欠款上限${p.money}`,
    noCredit: "欠款不限",
    cash: "现款，不赊欠",
    terms: (p: { days: number }) => (p.days === 0 ? "见票即付" : `账期${grouped(p.days)}天`),
    noTerms: "账期不限",
  },
  moves: {
    title: "谁被调了级，为什么？",
    sub: (p: { shown: number; moved: number }) =>
      p.shown === p.moved
        ? `全部${grouped(p.moved)}家，大客户在前。`
        : `${grouped(p.moved)}家里最大的${grouped(p.shown)}家。`,
    none: "没有客户因为付款或增减调级。",
    caption: "被调级的客户和理由",
    name: "客户",
    step: "级别",
    from: (p: { from: string; to: string }) => `${p.from}→${p.to}`,
    why: "理由",
    openAll: "打开全部",
  },
  reasons: {
    arrears: "拖欠",
    growth: "增长",
    decline: "下滑",
    overdue: (p: { share: string; days: string }) =>
      `到期货款还有${p.share}没付，平均晚付${p.days}`,
    onTime: (p: { invoices: number }) => `到期${grouped(p.invoices)}张发票都付了，没有拖欠到要降级`,
    noInvoices: "没有能看出是否付款的到期发票",
    trend: (p: { slope: string; interval: string }) =>
      `自己的销售额每年变动${p.slope}（与自己的平均比，95%区间${p.interval}）`,
    unsure: (p: { slope: string; interval: string }) =>
      `销售额每年变动${p.slope}，区间${p.interval}，不算明显`,
    noTrend: "不足6个完整的月（季），看不出增减",
  },
  breaches: {
    title: "谁没有按政策对待？",
    sub: (p: { shown: number; customers: number }) =>
      p.shown === p.customers
        ? `全部${grouped(p.customers)}家，大客户在前。`
        : `${grouped(p.customers)}家里最大的${grouped(p.shown)}家。`,
    none: "能查证的客户都按政策对待了。",
    caption: "没有按政策对待的客户",
    name: "客户",
    what: "哪里不合",
    openAll: "打开全部",
    contact: (p: { days: string; allowed: string }) => `${p.days}没有联系（应在${p.allowed}内）`,
    limit: (p: { money: string; allowed: string }) => `欠款${p.money}，上限${p.allowed}`,
    terms: (p: { days: string; allowed: string }) => `最早一张发票已${p.days}未付（${p.allowed}）`,
    cash: (p: { money: string }) => `欠款${p.money}（应现款）`,
    graded: (p: { grade: string; what: string }) => `${p.grade}：${p.what}`,
  },
  checks: {
    names: { contact: "联系间隔", limit: "欠款上限", terms: "账期" },
    line: (p: { check: string; breaches: number; checked: number }) =>
      `${p.check}：查得到${grouped(p.checked)}家，不合${grouped(p.breaches)}家`,
    unknown: (p: { customers: number }) => `，另有${grouped(p.customers)}家查不到`,
    blind: {
      contact: "联系间隔：没有“联系记录”表，查不了",
      limit: "欠款上限：没有能看出余额的“发票”，查不了",
      terms: "账期：没有能看出是否付款的“发票”，查不了",
    },
    starting: "政策还没有写过，先用参考值比对；在下面改成你们自己的。",
  },
  flow: {
    title: "客户在各级之间怎么流动？",
    sub: (p: { before: string; now: string }) =>
      `从${p.before}（左）到${p.now}（右），只按规模，家数。`,
    growth: (p: {
      before: string;
      now: string;
      change: string;
      customersBefore: number;
      customers: number;
    }) =>
      `A级金额从${p.before}（${grouped(p.customersBefore)}家）到${p.now}（${grouped(p.customers)}家），${p.change}。`,
    kept: (p: { joined: number; left: number; share: string }) =>
      `新进A级${grouped(p.joined)}家，掉出${grouped(p.left)}家；上期的A级客户这一期带来当时的${p.share}。`,
    description: (p: { joined: number; left: number }) =>
      `客户级别流动图：新进A级${grouped(p.joined)}家，掉出A级${grouped(p.left)}家。`,
    from: "上期",
    to: "这期",
    customers: "客户",
    before: "上期金额",
    now: "这期金额",
    none: "只有整段对比才画流动图：选“所选时段”，并且数据要覆盖上一个同样长的时段。",
    cell: (p: { from: string; to: string }) => `${p.from}→${p.to}`,
    sideTitle: (p: { grade: string; customers: number }) => `${p.grade} ${grouped(p.customers)}家`,
  },
  hands: {
    title: "人工改定的级别",
    sub: "改定的级别优先于规则，写着理由和日期；去客户页改，随时可以撤回。",
    none: "还没有。在客户页的“级别”里可以改定。",
    caption: "人工改定的级别、理由和日期",
    name: "客户",
    step: "规则→改定",
    reason: "理由",
    date: "日期",
    idle: (p: { customers: number }) =>
      `另有${grouped(p.customers)}家这段时间没有成交，改定暂不起作用。`,
  },
  policy: {
    title: "各级的政策",
    sub: "改了就按新政策比对；留空就是不限。只存在这台设备的这份数据里。",
    level: "谁去联系",
    visit: "最长间隔",
    credit: "欠款上限",
    terms: "账期",
    day: "天",
    save: "保存政策",
    reset: "恢复参考值",
    saved: (p: { grade: string }) => `${p.grade}的政策已保存。`,
    removed: (p: { grade: string }) => `${p.grade}的政策已恢复参考值。`,
    isWritten: "自定",
    isStarting: "参考值",
    wrong: "只能填不小于0的数字，或留空。",
    ownLimits: (p: { customers: number }) =>
      `客户表里写了信用额度的${grouped(p.customers)}家，按各自的额度。`,
  },
  card: {
    title: "级别",
    none: "这段时间没有成交，没有级别。",
    base: (p: { grade: string; rank: number; customers: number }) =>
      `按规模${p.grade}：在${grouped(p.customers)}家里排第${grouped(p.rank)}`,
    ruled: (p: { grade: string }) => `按规则${p.grade}`,
    hand: (p: { grade: string; date: string; reason: string }) =>
      `人工改定为${p.grade}（${p.date}）：${p.reason}`,
    policy: (p: { rule: string }) => `政策：${p.rule}`,
    change: "改定级别",
    grade: "级别",
    reason: "理由",
    placeholder: "例如：战略合作，董事会决定",
    save: "改定",
    cancel: "取消",
    takeBack: "撤回改定",
    saved: (p: { name: string; grade: string }) => `${p.name}改定为${p.grade}。`,
    removed: (p: { name: string }) => `已撤回${p.name}的改定。`,
  },
  how: {
    base: "规模：按销售额或毛利从大到小，和“集中度”的ABC完全一样。",
    credit: (p: { share: string; days: number }) =>
      `拖欠：最近365天到期的货款，未付超过${p.share}，或按金额加权平均晚付超过${grouped(p.days)}天，降一级；按时付款是本分，不加级。`,
    trend: (p: { periods: string; growth: string }) =>
      `增减：客户自己${p.periods}的销售额对时间的直线，斜率超出95%区间且每年达到${p.growth}才算；大家共有的季节已去掉。`,
    step: "各项相加最多调一级；增长和拖欠并存就不动，两条理由都写着。",
    months: (p: { n: number }) => `最近${grouped(p.n)}个完整月`,
    quarters: (p: { n: number }) => `最近${grouped(p.n)}个完整季度`,
    known: (p: { credit: number; judged: number; customers: number }) =>
      `${grouped(p.customers)}家里，${grouped(p.credit)}家看得出付款，${grouped(p.judged)}家看得出增减。`,
  },
  cells: {
    base: (p: { grade: string }) => `按规模${p.grade}`,
    moved: "被调级的客户",
    up: "升级的客户",
    down: "降级的客户",
    reason: (p: { reason: string }) => `有${p.reason}的客户`,
    hand: "人工改定级别的客户",
    breach: "没有按政策对待的客户",
    breachOf: (p: { check: string }) => `${p.check}不合政策的客户`,
    flow: (p: { from: string; to: string }) => `从${p.from}到${p.to}的客户`,
  },
};

export type GradesMessages = typeof messages;
export default messages;
