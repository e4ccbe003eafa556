import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "什么加快流失",
  yes: "是",
  no: "否",
  rest: "其余",
  months: (p: { months: string }) => `${p.months}个月`,
  axis: { days: "成为客户后的天数", months: "成为客户后的月数", unit: "时长（单位同数据）" },
  /** who a coefficient is about, as the subject of a sentence */
  who: {
    number: (p: { column: string; step: string }) => `“${p.column}”每多${p.step}`,
    flag: (p: { column: string }) => `“${p.column}”为“是”的客户`,
    level: (p: { column: string; level: string; reference: string }) =>
      `“${p.column}”为“${p.level}”的客户（与“${p.reference}”相比）`,
  },
  term: {
    number: (p: { column: string; step: string }) => `${p.column} +${p.step}`,
    flag: (p: { column: string }) => p.column,
    level: (p: { column: string; level: string }) => `${p.column}：${p.level}`,
  },
  effect: {
    times: (p: { ratio: string }) => `是${p.ratio}倍`,
    higher: (p: { share: string }) => `高${p.share}`,
    lower: (p: { share: string }) => `低${p.share}`,
  },
  finding: {
    lead: (p: { customers: number; lost: number }) =>
      rich`在${grouped(p.customers)}家客户、${marked("lost", `${grouped(p.lost)}家`)}流失里，其他条件相同时：`,
    effects: (p: { list: readonly { mark: string; who: string; effect: string }[] }) =>
      p.list.flatMap(({ mark, who, effect }, i) => [
        ...(i === 0 ? [] : ["；"]),
        `${who}，流失风险`,
        marked(mark, effect),
        ...(i === p.list.length - 1 ? ["。"] : []),
      ]),
    others: (p: { count: number }) => rich`另有${grouped(p.count)}项也有影响，见下图。`,
    noneAtAll: (p: { customers: number; lost: number; p: string }) =>
      rich`在${grouped(p.customers)}家客户、${marked("lost", `${grouped(p.lost)}家`)}流失里，看不出这些因素与流失有关（${p.p}）。`,
    noneAlone: (p: { customers: number; lost: number; p: string }) =>
      rich`在${grouped(p.customers)}家客户、${marked("lost", `${grouped(p.lost)}家`)}流失里，这些因素合起来与流失有关（${p.p}），单独哪一项都还分不清。`,
    separated: (p: { customers: number; lost: number }) =>
      rich`在${grouped(p.customers)}家客户、${marked("lost", `${grouped(p.lost)}家`)}流失里，有的因素把走的和留的完全分开了，说不出倍数。`,
    concordance: (p: { share: string }) =>
      rich`凭这些因素，两家里谁先走能说对${p.share}（瞎猜是50%）。`,
  },
  caution: {
    few: (p: { events: number; terms: number }) =>
      `只有${grouped(p.events)}家流失，却要估${grouped(p.terms)}个系数（每个至少要10家）：倍数会偏大，先少选几项。`,
    drift: (p: { who: string; early: string; late: string }) =>
      `${p.who}，流失风险前后不一样：前期${p.early}，后期${p.late}。图里是整段的平均。`,
    driftMany: (p: { who: string; early: string; late: string; others: number }) =>
      `${p.who}，流失风险前后不一样：前期${p.early}，后期${p.late}；另有${grouped(p.others)}项也不一样。图里是整段的平均。把最明显的一列改到“在同类里比较”，其余会更准。`,
    unbounded: (p: { who: string; lost: number; customers: number }) =>
      `${p.who}共${grouped(p.customers)}家，流失${grouped(p.lost)}家：倍数没有尽头，不画。`,
    missing: (p: { missing: number; share: string }) =>
      `${grouped(p.missing)}家（${p.share}）因为缺值没有算进来，结论只对算进来的客户成立。`,
    notConverged: "计算没有收敛，数字只供参考。试试少选几项。",
  },
  missing: {
    title: "还看不出什么加快流失",
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
      nobody: "这个范围里没有能用的客户。放宽筛选，或少选几列。",
      "no-covariates": "客户表里没有可以比较的列。请导入客户的属性，比如行业、区域、是否有合同。",
      "few-losses": "流失的客户太少：至少要10家，而且比要估的系数多。",
      "no-fit": "选中的列说的都是一回事，算不出各自的作用。请换几列。",
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
    covariates: "因素",
    strata: "在同类里比较",
    noStrata: "不限",
  },
  forest: {
    title: "什么加快流失，什么留住客户？",
    sub: (p: { customers: number; lost: number }) =>
      `${grouped(p.customers)}家客户，${grouped(p.lost)}家流失。点：风险是对照的几倍；横线：95%区间。右边走得快，左边走得慢；灰色的还分不清。`,
    subStrata: (p: { column: string; count: number }) =>
      `只在“${p.column}”的${grouped(p.count)}类里各自比较。`,
    description: (p: { terms: number; first: string }) =>
      `${grouped(p.terms)}个因素的风险倍数与95%区间，最明显的是${p.first}。`,
    same: "无影响",
    times: (p: { ratio: string }) => `×${p.ratio}`,
    factor: "因素",
    against: "对照",
    ratio: "风险倍数",
    lower: "下限",
    upper: "上限",
    interval: "95%区间",
    p: "p值",
    early: "前期",
    late: "后期",
    driftP: "前后是否一样（p）",
    customers: "客户",
    lost: "流失",
    lostOf: (p: { lost: number; customers: number }) =>
      `${grouped(p.customers)}家里${grouped(p.lost)}家`,
    perStep: (p: { step: string }) => `少${p.step}`,
    openMissing: (p: { customers: number }) => `打开缺值的${grouped(p.customers)}家`,
    unused: (p: { list: string }) => `没有放进来的列：${p.list}。`,
    unusedOne: (p: { column: string; reason: string }) => `${p.column}（${p.reason}）`,
    reasons: {
      "one-value": "都一样",
      "many-words": "取值太多",
      sparse: "缺得太多",
      grows: "随时间越积越大",
      budget: "流失家数不够多放一列",
      collinear: "别的列已经说明",
    },
  },
  profile: {
    title: "这样的客户能留多久？",
    sub: "填一家客户的情况，看它比平均多留还是少留。只用上面的因素推算，没有区间。",
    answer: (p: { time: string; share: string; average: string }) =>
      rich`这样的客户满${p.time}还在的可能是${marked("share", p.share)}，平均水平的客户是${p.average}。`,
    stratum: (p: { column: string }) => `按“${p.column}”`,
    own: "这样的客户",
    average: "平均水平",
    time: "时间",
    description: (p: { time: string; share: string }) =>
      `按填写的情况推算的留存曲线，满${p.time}还在${p.share}。`,
  },
  how: [
    "比例风险模型（Cox）：每个因素把离开的风险乘上一个固定的倍数，其他因素不变。同一时间多家流失按Efron的办法处理。",
    "倍数1是没有影响；2是风险加倍，0.5是风险减半。数字列按一个整步来说，约等于一个标准差。文字列与最常见的值相比。",
    "前后是否一样：用Schoenfeld残差的检验看倍数是否随时间变化；前期、后期是在流失的前10%和后90%处推算的倍数。",
    "随时间累积的列（累计金额、订单数）不要放进来：早走的客户当然少。",
  ],
  tests: (p: { lr: string; df: number; p: string; wald: string; score: string; log: string }) =>
    `整体检验：似然比χ²＝${p.lr}，Wald ${p.wald}，得分${p.score}，自由度${grouped(p.df)}，${p.p}；对数似然${p.log}。`,
  leftOut: (p: { customers: number }) =>
    `${grouped(p.customers)}家没有时长或不知道是否流失，未计入。`,
  rules: {
    columns: "流失以客户表为准。",
    contracts: "流失以合同和流失记录为准。",
    silence: (p: { days: number }) => `超过${grouped(p.days)}天没有下单就算流失。`,
  },
  cells: {
    missing: "缺值、没有算进模型的客户",
    factor: (p: { place: number }) => `第${grouped(p.place)}个流失因素的客户`,
  },
};

export type CoxMessages = typeof messages;
export default messages;
