import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "客户能留多久",
  all: "全部客户",
  rest: "其余",
  yes: "是",
  no: "否",
  range: (p: { from: string; to: string }) => `${p.from}–${p.to}`,
  months: (p: { months: string }) => `${p.months}个月`,
  perMonth: "每月",
  perUnit: "每单位时间",
  axis: { days: "成为客户后的天数", months: "成为客户后的月数", unit: "时长（单位同数据）" },
  band: {
    days: (p: { from: string; to: string }) => `第${p.from}–${p.to}天`,
    months: (p: { from: string; to: string }) => `第${p.from}–${p.to}个月`,
    unit: (p: { from: string; to: string }) => `${p.from}–${p.to}`,
  },
  finding: {
    lost: "已经流失",
    silent: (p: { days: number }) => `已沉默超过${grouped(p.days)}天，算作流失`,
    median: (p: {
      customers: number;
      lost: number;
      state: string;
      median: string;
      interval: string | null;
    }) =>
      rich`${grouped(p.customers)}家客户里，${marked("lost", `${grouped(p.lost)}家`)}${p.state}；一半的客户会在${marked("median", p.median)}内离开${p.interval === null ? "" : `（95%区间${p.interval}）`}。`,
    /** most bought once and never again */
    once: (p: { customers: number; lost: number; state: string; share: string }) =>
      rich`${grouped(p.customers)}家客户里，${marked("lost", `${grouped(p.lost)}家`)}${p.state}；${marked("median", p.share)}的客户第一次买过之后就没再来。`,
    noMedian: (p: {
      customers: number;
      lost: number;
      state: string;
      time: string;
      share: string;
    }) =>
      rich`${grouped(p.customers)}家客户里，${marked("lost", `${grouped(p.lost)}家`)}${p.state}；满${p.time}时仍有${marked("median", p.share)}留着。`,
    noLoss: (p: { customers: number }) =>
      rich`${grouped(p.customers)}家客户都还在，没有人流失，画不出能看的曲线。`,
    peak: (p: { band: string; rate: string; per: string }) =>
      rich`${marked("peak", p.band)}最危险，${p.per}走掉${p.rate}，明显高于其他时段。`,
    differ: (p: {
      column: string;
      p: string;
      time: string;
      best: string;
      bestMean: string;
      worst: string;
      worstMean: string;
    }) =>
      rich`按“${p.column}”分，差别显著（${p.p}）：在最初的${p.time}里，${marked("best", `“${p.best}”`)}平均留${p.bestMean}，${marked("worst", `“${p.worst}”`)}只有${p.worstMean}。`,
    same: (p: { column: string; p: string }) => rich`按“${p.column}”分，看不出差别（${p.p}）。`,
    noTest: (p: { column: string }) => rich`按“${p.column}”分不出能比较的组。`,
  },
  interval: {
    both: (p: { lower: string; upper: string }) => `${p.lower}到${p.upper}`,
    from: (p: { lower: string }) => `${p.lower}以上`,
    upTo: (p: { upper: string }) => `${p.upper}以下`,
  },
  caution: {
    window: (p: { days: number; share: string }) =>
      `满${grouped(p.days)}天没下单才算流失，此前没有人算。曲线在那里陡降${p.share}，是只买过一次的客户同时满了期限，不是那时才危险。`,
    short: (p: { days: number; share: string }) =>
      `沉默超过${grouped(p.days)}天的客户，有${p.share}后来又买了：这个窗口偏短，流失算多了。`,
    shortSafer: (p: { days: number; share: string; safer: number }) =>
      `沉默超过${grouped(p.days)}天的客户，有${p.share}后来又买了：这个窗口偏短，流失算多了。95%的间隔在${grouped(p.safer)}天以内，可以改用它。`,
    closed: "多数客户只买过一次，所以窗口取自有下一单的间隔。",
    few: (p: { events: number }) => `只有${grouped(p.events)}家流失，区间很宽，先别下结论。`,
    cross: "曲线有交叉：整体检验会漏掉差别，请看平均留存时间。",
  },
  missing: {
    title: "还看不出客户何时流失",
    open: "去导入",
    gaps: {
      "no-source":
        "需要其中之一：客户表里的“在网月数”和“是否流失”；“合同”或“流失”表；或者带日期的“订单”。",
      "no-duration": "没有可用的时长列。请选一列数字，比如“在网月数”。",
      "no-event": "没有说明是否流失的列。请选一列，比如“是否流失”。",
      "event-unclear": "看不懂这一列的哪个值表示流失。请换一列，或改成“是／否”。",
      "no-contracts": "“合同”和“流失”表里没有能用的行，或者不知道客户从哪天开始。",
      "no-orders": "没有成交的订单，看不出谁沉默了。",
      "no-window": "还没有客户买过第二次，算不出流失窗口。请在下面填一个天数。",
      nobody: "这个范围里没有能用的客户。放宽筛选，或换一列。",
    },
  },
  controls: {
    source: "依据",
    sources: {
      auto: "自动",
      columns: "客户表的列",
      contracts: "合同与流失记录",
      silence: "沉默天数",
    },
    duration: "时长",
    event: "是否流失",
    field: "按已对应的列",
    window: "流失窗口",
    windowHint: "填0就按本公司的下单间隔算",
    group: "分组比较",
    noGroup: "不分组",
    strata: "在同类里比较",
    noStrata: "不限",
    weighting: "侧重",
    weightings: {
      "log-rank": "各时段同等",
      gehan: "客户多的时段",
      peto: "前期",
      late: "后期",
    },
  },
  curve: {
    title: "客户能留多久？",
    sub: (p: { customers: number; lost: number; rule: string }) =>
      `${grouped(p.customers)}家客户，${grouped(p.lost)}家流失。${p.rule}`,
    rules: {
      columns: "流失以客户表为准。",
      contracts: "流失以合同和流失记录为准。",
      silence: (p: { days: number }) => `超过${grouped(p.days)}天没有下单就算流失。`,
    },
    description: (p: { customers: number; lost: number }) =>
      `生存曲线：${grouped(p.customers)}家客户随时间留下的比例，${grouped(p.lost)}家流失。`,
    median: (p: { time: string }) => `一半 ${p.time}`,
    stop: (p: { group: string; time: string }) => `${p.group} · ${p.time}`,
    interval: "95%区间",
    axisInSight: (p: { axis: string }) => `${p.axis}（下排：当时还在的客户）`,
  },
  hazard: {
    title: "哪个阶段最容易流失？",
    sub: (p: { per: string }) =>
      `柱：各时段${p.per}流失的比例，分母只算当时还在的客户；线：平滑后的走势。浅色的时段流失不到10家，只供参考。`,
    description: (p: { bands: number }) => `按客户年龄分${grouped(p.bands)}段的流失率。`,
    rate: "流失率",
    band: "时段",
    censored: "看到这里为止",
    leftAtEnd: "段末留下",
    smooth: "平滑",
  },
  table: {
    title: (p: { column: string }) => `按“${p.column}”比较`,
    sub: (p: { time: string }) => `平均留存在最初的${p.time}里计算，各组都看得到这么久。`,
    test: (p: { chi2: string; df: number; p: string }) =>
      `检验：χ²＝${p.chi2}，自由度${grouped(p.df)}，${p.p}。`,
    missing: (p: { customers: number }) => `${grouped(p.customers)}家没有这一项，未参加比较。`,
    strata: (p: { column: string; count: number }) =>
      `在“${p.column}”的${grouped(p.count)}类里分别比较，再合起来。`,
    caption: "各组的客户数、流失数、中位时间和平均留存",
    group: "组",
    customers: "客户",
    lost: "流失",
    expected: "一样时应流失",
    medianTime: "一半流失于",
    median: (p: { median: string; interval: string }) => `${p.median}（${p.interval}）`,
    notReached: "还不到一半",
    mean: "平均留存",
    atEnd: "期末留下",
    time: "时间",
    atRisk: "当时还在",
    left: "留下",
    lower: "下限",
    upper: "上限",
    openLost: "打开已流失的客户",
  },
  rule: {
    title: "谁算流失？",
    columns: (p: { duration: string; event: string; values: string }) =>
      `时长取“${p.duration}”；“${p.event}”为${p.values}的算流失，其余还在。`,
    columnsDay: (p: { duration: string; event: string }) =>
      `时长取“${p.duration}”；“${p.event}”有日期的算流失，空白的还在。`,
    contracts: (p: { contracts: number; exits: number }) =>
      `${grouped(p.contracts)}家有合同，${grouped(p.exits)}家有流失记录。有流失日期的以它为准；没有的，最后一份合同解约，或到期30天没有续签，算在那天流失。`,
    notCounted: (p: { partialExits: number; wonBack: number }) =>
      `部分流失${grouped(p.partialExits)}次、已赢回${grouped(p.wonBack)}次，不算流失。`,
    pending: (p: { pending: number }) =>
      `${grouped(p.pending)}家的合同刚到期不满30天，还可能续签，不算流失。`,
    silence: (p: { days: number }) =>
      `没有合同，只能看沉默：${grouped(p.days)}天没有下单，在满${grouped(p.days)}天的那天算流失。`,
    basis: {
      given: "天数是您填的。",
      gaps: "天数是下单间隔的80%分位，还没等到下一单的间隔也算在内。",
      closed: "天数取等到了下一单的间隔的95%分位，因为等得到下一单的间隔不到80%。",
    },
    gaps: (p: { gaps: number; open: number }) =>
      `共${grouped(p.gaps)}个间隔，其中${grouped(p.open)}个还没结束。`,
    cameBack: (p: { long: number; back: number }) =>
      `历史上${grouped(p.long)}次沉默超过这个天数，其中${grouped(p.back)}次后来又下了单。`,
    late: (p: { customers: number }) =>
      `${grouped(p.customers)}家在数据开始之前就是客户：从看得到的那天起才算在内，否则会高估留存。`,
    noStart: (p: { customers: number }) => `${grouped(p.customers)}家没有时长或开始日，未计入。`,
    noOutcome: (p: { customers: number }) => `${grouped(p.customers)}家不知道是否流失，未计入。`,
    impossible: (p: { customers: number }) =>
      `${grouped(p.customers)}家的时长为负，或开始日在截止日之后，未计入。`,
  },
  how: [
    "生存曲线（Kaplan–Meier）：每有一家流失，留下的比例乘以（当时还在−1）÷当时还在。还没流失的客户看到哪天算到哪天，不当作流失，也不当作永远不走。",
    "区间按Greenwood方差，在双对数尺度上取95%。剩不到5家时不再画。",
    "分组比较用对数秩检验：各组流失数与“假如都一样”时应有的流失数相比。",
  ],
  howHazard: [
    "流失率＝时段内流失数÷客户在这个时段里度过的时间。红色的时段明显高于其余（p<0.05，已按时段数校正）。",
    "线是Epanechnikov核平滑的流失率，剩不到10家的地方不画。",
  ],
  cells: {
    lost: "已流失的客户",
    staying: "还在的客户",
    group: (p: { place: number }) => `第${grouped(p.place)}组的客户`,
    groupLost: (p: { place: number }) => `第${grouped(p.place)}组里已流失的客户`,
    band: (p: { place: number }) => `在第${grouped(p.place)}个时段流失的客户`,
  },
};

export type SurvivalMessages = typeof messages;
export default messages;
