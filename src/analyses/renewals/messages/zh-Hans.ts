import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "合同续约",
  finding: (p: { customers: number; rate: string; interval: string }) =>
    rich`${marked("all", `${grouped(p.customers)}家`)}合同客户，第一次到期时续约的有${marked("first", p.rate)}（95%区间${p.interval}）。`,
  findingLater: (p: { renewals: number; rate: string }) =>
    `续过${grouped(p.renewals)}次的，下一次续约的有${p.rate}：容易走的先走了，留下的更稳，并不是谁变得更忠诚。`,
  findingValue: (p: { customers: number; amount: string; interval: string | null }) =>
    rich`现有${marked("staying", `${grouped(p.customers)}家`)}从下次续约起，预计还会带来${p.amount}${p.interval === null ? "" : `（95%区间${p.interval}）`}。`,
  gaps: {
    "no-source": "没有合同，也没有写明在期多久、是否流失的列。请导入合同表，或选择两列。",
    "no-contracts": "没有合同表。订单客户的去留请看“未来价值”；有合同或订阅时，导入合同表即可。",
    "no-duration": "没有写明在期多久的数字列，请选一列。",
    "no-event": "没有写明是否流失的列，请选一列。",
    "event-unclear": "看不出这一列里哪个值是流失，请换一列。",
    "no-orders": "截止日之前没有记录。",
    "no-window": "截止日之前没有记录。",
    "few-customers": (p: { customers: number }) =>
      `只有${grouped(p.customers)}家合同客户，不到30家，只列实际续约，不推算将来。`,
    "nobody-left": "还没有客户离开，推算不出续约率怎样变化。",
    "nobody-renewed": "还没有客户续约过，推算不出续约率怎样变化。",
  },
  cautions: {
    boundary: "客户之间的差别小到数据分不出来：续约率可当作人人一样，区间从略。",
    "not-converged": "模型没有算到稳定的解，推算只能作参考。",
    high: (p: { kept: number; low: number; high: number; asked: number }) =>
      `一期之前的模型预计${grouped(p.asked)}家中有${grouped(p.low)}到${grouped(p.high)}家续约，实际${grouped(p.kept)}家，比预计少：下面的推算偏乐观。`,
    low: (p: { kept: number; low: number; high: number; asked: number }) =>
      `一期之前的模型预计${grouped(p.asked)}家中有${grouped(p.low)}到${grouped(p.high)}家续约，实际${grouped(p.kept)}家，比预计多：下面的推算偏保守。`,
  },
  periodLabel: "多久续一次",
  periodChoice: (p: { period: string }) => `续约周期：${p.period}`,
  periods: { auto: "自动", month: "每月", quarter: "每季", year: "每年" },
  unitName: { month: "个月", quarter: "季", year: "年", unit: "期" },
  durationLabel: "在期多久",
  eventLabel: "是否流失",
  mapped: "按已对应的列",
  discountLabel: "年折现率",
  title: "续约率随次数怎样变？",
  sub: (p: { asked: number; out: number }) =>
    `点为实际续约率，竖线为95%区间，曲线为模型。共${grouped(p.asked)}次到期${p.out > 0 ? `；${grouped(p.out)}家资料不全，没有算` : ""}。`,
  subPlain: (p: { asked: number; out: number }) =>
    `点为实际续约率，竖线为95%区间。共${grouped(p.asked)}次到期${p.out > 0 ? `；${grouped(p.out)}家资料不全，没有算` : ""}。`,
  description: "第几次续约与续约率：实际的点、区间和模型曲线。",
  axis: "第几次续约",
  point: (p: { renewal: number }) => `第${grouped(p.renewal)}次续约`,
  asked: "到期客户",
  kept: "续约客户",
  rate: "续约率",
  low: "区间下限",
  high: "区间上限",
  interval: "95%区间",
  expected: "模型",
  staying: "一路留下",
  expectedStaying: "一路留下（模型）",
  stake: {
    title: "下次续约，先见谁？",
    sub: (p: { shown: number; staying: number }) =>
      `在期${grouped(p.staying)}家中最要紧的${grouped(p.shown)}家：不续的可能 × 不续就失去的金额。`,
    subPlain: (p: { shown: number; staying: number }) =>
      `在期${grouped(p.staying)}家中最可能不续的${grouped(p.shown)}家；没有金额，只按可能性排。`,
    caption: "下次续约最要紧的客户",
    openAll: "打开全部在期客户",
    name: "客户",
    renewals: "已续",
    times: (p: { count: number }) => `${grouped(p.count)}次`,
    chance: "下次续约",
    fee: (p: { unit: string }) => `每${p.unit}金额`,
    worth: "预计还会带来",
  },
  how: [
    "把每家客户的在期时间折成续约次数：期中离开的，算作期末没有续。合同到期30天内没有续上的先不算流失。",
    "模型（shifted beta-geometric）：每家客户每次到期离开的可能不变，但各家不同，按beta分布。所以整群的续约率会随次数上升。",
    "预计带来的金额 = 每期金额 × 预计还有几期（折现到下次续约，下一期按全额计），由参数的不确定性给出区间。",
  ],
  howModel: (p: { alpha: string; beta: string; logLikelihood: string }) =>
    `α = ${p.alpha}，β = ${p.beta}，对数似然${p.logLikelihood}。`,
  howCheck: (p: { asked: number; expected: number; kept: number }) =>
    `检验：只用一期之前的数据，预计${grouped(p.asked)}家中${grouped(p.expected)}家续约，实际${grouped(p.kept)}家。`,
  howFee: (p: { customers: number }) =>
    `另有${grouped(p.customers)}家在期客户不知道金额，没有计入总额。`,
  howNotAsked: (p: { customers: number }) => `${grouped(p.customers)}家还没有到过期。`,
};
export type RenewalsMessages = typeof messages;
export default messages;
