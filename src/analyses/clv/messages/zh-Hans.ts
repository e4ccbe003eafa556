import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "客户终身价值",
  measures: { sales: "销售额", profit: "毛利" },
  finding: (p: {
    months: number;
    amount: string;
    measure: string;
    alive: number;
    customers: number;
  }) =>
    rich`今后${grouped(p.months)}个月，现有客户预计带来${marked("total", p.amount)}${p.measure}；${grouped(p.customers)}家里约${grouped(p.alive)}家还在购买。`,
  findingInterval: (p: { low: string; high: string }) => `95%区间${p.low}到${p.high}。`,
  findingFalling: (p: { customers: number; amount: string }) =>
    rich`${marked("falling", `${grouped(p.customers)}家`)}过去是A类，今后排不进A类，涉及${p.amount}。`,
  cautions: {
    "not-converged": "模型没有算到稳定的解，下面的数字只能作参考。换一个模型，或放宽筛选。",
    boundary:
      "有一个参数跑到了边界：数据分不出客户之间在这一点上的差别，总数仍可看，参数不必解读。",
    correlation: (p: { value: string }) =>
      `购买次数与单次金额相关（r = ${p.value}），模型假定两者无关，单个客户的金额会有偏差。`,
    high: (p: { ratio: string }) =>
      `用前段数据预测后段，预测比实际多${p.ratio}：下面的数字偏乐观。`,
    low: (p: { ratio: string }) => `用前段数据预测后段，预测比实际少${p.ratio}：下面的数字偏保守。`,
  },
  valueLabel: "价值",
  modelLabel: "模型",
  models: {
    "bg-nbd": "BG/NBD",
    "mbg-nbd": "MBG/NBD（首购后也可能流失）",
    "pareto-nbd": "Pareto/NBD",
  },
  monthsLabel: "看多远",
  months: (p: { months: number }) => `${grouped(p.months)}个月`,
  discountLabel: "年折现率",
  grid: {
    title: "谁现在值钱，谁将来值钱？",
    sub: (p: { months: number }) =>
      `纵向：过去${grouped(p.months)}个月销售额的等级；横向：今后${grouped(p.months)}个月价值的等级。A占一半金额，B占其后30%。`,
    description: "三乘三的方格：现在的等级与将来的等级，各有多少客户、预计多少价值。",
    now: "现在",
    next: "将来",
    grade: { a: "A", b: "B", c: "C" },
    cell: (p: { now: string; next: string }) => `现在${p.now}类 → 将来${p.next}类`,
    count: (p: { customers: number }) => `${grouped(p.customers)}家`,
    customers: "客户数",
    past: "过去销售额",
    clv: "预计价值",
  },
  alive: {
    title: "多少客户还在？",
    sub: (p: { alive: number; customers: number }) =>
      `按“仍在购买”的概率分十档；概率之和约${grouped(p.alive)}家，共${grouped(p.customers)}家。`,
    description: "客户按仍在购买的概率分成十档的柱形图。",
    bin: (p: { from: string; to: string }) => `${p.from}–${p.to}`,
    probability: "仍在购买的概率",
    customers: "客户数",
  },
  frequency: {
    title: "模型说得对吗？次数分布",
    sub: "再次购买0次到7次以上的客户数：柱为实际，点为模型。",
    description: "各再购次数的实际客户数与模型预期。",
    repeats: (p: { repeats: number; isLast: boolean }) =>
      `${grouped(p.repeats)}次${p.isLast ? "以上" : ""}`,
    label: "再购次数",
    actual: "实际",
    expected: "模型",
  },
  tracking: {
    title: "模型说得对吗？累计走势",
    sub: (p: { days: number; predicted: number; actual: number }) =>
      `不看最后${grouped(p.days)}天重新拟合，预测这段时间再购${grouped(p.predicted)}次，实际${grouped(p.actual)}次。`,
    subPlain: "全部客户的累计再购次数：实线为实际，虚线为模型。",
    description: "累计再购次数的实际与模型预期。",
    day: "日期",
    actual: "实际",
    expected: "模型",
  },
  top: {
    title: "将来最值钱的客户",
    sub: (p: { count: number }) => `按预计价值排前${grouped(p.count)}家。`,
    caption: "预计价值最高的客户",
    name: "客户",
    purchases: "购买天数",
    lastDay: "最近购买",
    alive: "仍在购买",
    expected: "预计购买次数",
    spend: "每次金额",
    clv: "预计价值",
  },
  wallet: {
    title: "客户的采购里，我们占多少？",
    finding: (p: { customers: number; share: string; room: string }) =>
      `${grouped(p.customers)}家写了年采购潜力：近12个月我们占${p.share}，还有${p.room}给了别人或没有买。`,
    unknown: (p: { customers: number }) => `另有${grouped(p.customers)}家没写，不算。`,
    missing:
      "客户表里没有“年采购潜力”一列，算不出我们占客户采购的多少。问过客户一年总共要买多少，就把它填成这一列再导入。",
    caption: "按我们占采购的比例分的客户数、销售额、年采购潜力和余地",
    band: "占采购",
    bands: {
      small: "不到20%",
      part: "20%到50%",
      main: "50%到100%",
      above: "超过100%（潜力写低了）",
    },
    customers: "客户数",
    sales: "近12个月销售额",
    potential: "年采购潜力",
    room: "余地",
    share: "占采购",
    name: "客户",
    topTitle: "哪家还有最大的余地？",
    topSub: "年采购潜力减去近12个月销售额，最大的几家。",
  },
  facts: {
    title: "参数与检验",
    caption: "模型参数、拟合优度与检验",
    name: "项目",
    value: "数值",
    units: { day: "天", week: "周", month: "月" },
    parameter: (p: { name: string; unit: string | null }) =>
      p.unit === null ? p.name : `${p.name}（${p.unit}）`,
    logLikelihood: "对数似然",
    starts: "到达同一最大值的起点",
    of: (p: { part: number; whole: number }) => `${grouped(p.part)}／${grouped(p.whole)}`,
    spend: "单次金额模型（gamma-gamma）p、q、γ",
    atLimit: "（到达边界）",
    correlation: "次数与金额的相关系数",
    holdout: "留出检验：预测÷实际",
    error: "留出检验：每家平均误差（次）",
    tenYears: "十年价值（折现）",
    simple: "教科书公式：留存率、每家价值",
    replicates: "区间所用的模拟次数",
  },
  how: {
    model:
      "每家客户按自己的频率随机购买，直到某次之后悄悄离开；频率和离开的可能性因客户而异。由全部客户的“买过几次、最近一次、认识多久”用最大似然估计，再推算每家还在的概率和今后的购买次数。",
    money:
      "单次金额按gamma-gamma模型向总体平均收缩：买得少的客户更靠近平均。价值＝预计次数×单次金额×毛利率，逐月折现。",
    interval: (p: { replicates: number; customers: number }) =>
      `区间：照模型模拟${grouped(p.replicates)}次、每次${grouped(p.customers)}家客户，重新估计，看总数怎样变，再折算到全部客户的规模（参数自助法）。`,
    basis: (p: { customers: number; repeaters: number; purchases: number; period: string }) =>
      `依据：${p.period}有成交的${grouped(p.customers)}家客户，其中${grouped(p.repeaters)}家买过不止一天，共再购${grouped(p.purchases)}次。同一天的多张单算一次。`,
    leftOut: (p: { idle: number }) =>
      `退货、取消、赠送不算购买，金额不扣退货；没有成交的客户${grouped(p.idle)}家不在内。所选区间不影响这里：总是看到今天为止的全部历史。`,
    margin: (p: { margin: string }) => `毛利按全部历史的平均毛利率${p.margin}计。`,
    simple: (p: { kept: number; before: number; retention: string; margin: string }) =>
      `教科书公式对照：前一年的${grouped(p.before)}家里有${grouped(p.kept)}家近一年还买（留存${p.retention}），每家每年${p.margin}；价值＝m×r÷(1＋d－r)，不含第一年。`,
  },
  cells: {
    wallet: (p: { band: string }) => `我们占采购${p.band}的客户`,
    alive: (p: { from: string; to: string }) => `仍在购买的概率为${p.from}–${p.to}的客户`,
    falling: "过去是A类、今后排不进A类的客户",
  },
  refusals: {
    "few-customers": "客户太少，模型只会拟合噪声。至少要30家有成交的客户。",
    "few-repeaters": "买过不止一天的客户太少，看不出购买的节奏。至少要10家。",
    "profit-missing":
      "数据里没有毛利或成本，不能按毛利估值。改按销售额，或导入时对应“成本”“毛利”一列。",
  },
};

export type ClvMessages = typeof messages;
export default messages;
