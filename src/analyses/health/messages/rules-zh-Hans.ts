import { grouped } from "../../../i18n/number-words";

/** The words of the list of definitions that are in force. */
const rules = {
  title: "正在用的口径",
  sub: "各页的数字按这些定义算。值取自各项分析当前的参数，在“去哪里改”改了，这里跟着变。",
  caption: "定义、当前的值和去哪里改",
  columns: { name: "口径", meaning: "意思", value: "现在的值", place: "去哪里改" },
  names: {
    scope: "截止日和区间",
    window: "流失窗口",
    current: "现有客户",
    lost: "流失的依据",
    partial: "部分流失",
    less: "买得少了",
    back: "赢回窗口",
    worth: "挽留的假定",
    credit: "信用的天数",
    ledger: "客户增减表的期间",
    grades: "A、B、C分级",
    weights: "健康分的权重",
    bands: "红黄绿灯",
    ownExits: "流失记录起算家数",
  },
  meanings: {
    scope: "截止日之后的订单当作还没发生；销售额等按区间合计。",
    window: "多久不下单算流失。预警和“谁会流失”共用。",
    current: (p: { days: number }) =>
      `截止日前${grouped(p.days)}天内下过单的客户，健康分只给他们打。`,
    lost: "“何时流失”“为何流失”里，谁算流失了。",
    partial: "流失表里写明“部分”的，客户还在，不算流失。",
    less: "还在买，但比自己平常少到这个程度，而且不像偶然。",
    back: "流失多久之后去赢回；太早的先等，太晚的不再排进名单。",
    worth: "本来要走的客户里有多少会因优惠留下；优惠和联系成本也在那里填。",
    credit: "从到期日算起；逾期的不同天数对应不同的信用措施。",
    ledger: (p: { days: number }) =>
      `按期间看谁新来、谁没再买；生命周期阶段里，${grouped(p.days)}天不买算流失。`,
    grades: "客户从大到小排，A、B、C各占多少。客户名单固定用这种分法，价值页可以换别的分法看。",
    weights: "八项得分按权重平均；客户缺的项按比例分给其余项。",
    bands: "健康分低于前一个数是红灯，低于后一个数是黄灯。",
    ownExits:
      "只有流失记录（导入或手工登记）说得出谁走了、又不足这么多家时，“何时流失”“影响因素”“赢回”按停单判断；“为何流失”从第一家起就算。",
  },
  values: {
    scope: (p: { day: string; period: string }) => `${p.day}；${p.period}`,
    byGaps: (p: { days: number }) => `${grouped(p.days)}天，按本公司的下单间隔算出`,
    given: (p: { days: number }) => `${grouped(p.days)}天，自己设的`,
    days: (p: { days: number }) => `${grouped(p.days)}天`,
    silence: (p: { source: string; days: number }) => `${p.source}，${grouped(p.days)}天`,
    auto: (p: { source: string }) => `${p.source}（自动选的）`,
    partial: (p: { count: number }) => `${grouped(p.count)}条`,
    silenceOnly: "依据不是流失表，用不上",
    less: (p: { days: number; past: number; ratio: string }) =>
      `近${grouped(p.days)}天不到前${grouped(p.past)}天水平的${p.ratio}`,
    back: (p: { from: number; to: number }) => `流失后${grouped(p.from)}到${grouped(p.to)}个月`,
    worth: (p: { accepted: string; alone: string }) =>
      `${p.accepted}会接受优惠；名单的${p.alone}留作对照`,
    credit: (p: { grace: number; prepay: number; legal: number }) =>
      `宽限${grouped(p.grace)}天；逾期超过${grouped(p.prepay)}天款到发货，超过${grouped(p.legal)}天走法律程序`,
    grain: { month: "月", quarter: "季", days: "自选天数" },
    weight: (p: { name: string; weight: number }) => `${p.name}${grouped(p.weight)}`,
    bands: (p: { danger: number; watch: number }) =>
      `${grouped(p.danger)}分，${grouped(p.watch)}分`,
    customers: (p: { count: number }) => `${grouped(p.count)}家`,
    byRank: (p: { shares: string }) => `按客户数：${p.shares}`,
    byAmount: (p: { shares: string }) => `按金额累计：${p.shares}`,
    unknown: "数据还不够，算不出",
  },
  top: "页面上方",
  fixed: "固定",
};

export type RulesMessages = typeof rules;
export default rules;
