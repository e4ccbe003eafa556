import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "挽留名单",
  finding: (p: { customers: number; money: string }) =>
    rich`先联系前${marked("call", `${grouped(p.customers)}家`)}，预计净赚${marked("profit", p.money)}。`,
  findingNobody: "按现在的优惠和联系成本，联系谁都不划算，不建议打电话。",
  findingAll: (p: { customers: number; money: string }) =>
    rich`按现在的条件，${marked("call", `全部${grouped(p.customers)}家`)}都值得联系，预计净赚${marked("profit", p.money)}。`,
  findingMore: (p: { money: string }) => `再多联系就开始亏；全部联系一遍，结果是${p.money}。`,
  findingByChance: (p: { money: string }) => `同样多家，若只按流失可能性挑，只有${p.money}。`,
  costAssumed: (p: { contact: string; dearer: string; customers: number; profit: string }) =>
    p.customers === 0
      ? `名单长短全看联系成本，而每次${p.contact}是假定的：若每次要${p.dearer}，就没有一家值得联系。请填上实际的花费。`
      : `名单长短全看联系成本，而每次${p.contact}是假定的：若每次要${p.dearer}，只值得联系前${grouped(p.customers)}家，净赚${p.profit}。请填上实际的花费。`,
  notWorth: (p: { customers: number }) =>
    `风险高不等于值得联系：有${grouped(p.customers)}家很可能流失，但留住它赚的不够优惠和联系的花费。`,
  warning:
    "这里假定联系能留住一部分本来要走的客户，而且不会提醒别人离开。是不是这样，只有留一部分不联系、事后比较才知道。",
  notTheSame: "风险高不等于值得联系：要看留住它能赚多少、它会不会接受优惠。",
  refused: {
    title: "还没有可信的流失模型",
    text: "没有流失可能性，就算不出该联系谁。",
  },
  controls: {
    title: "这次行动的条件",
    sub: "没填的先按下面的假定算，改成自己的数更准。流失怎么算，在“谁会流失”里设，两处通用。",
    margin: "毛利率",
    reset: "恢复开始时的值",
    offer: "每家优惠",
    contact: "每次联系成本",
    acceptance: "接受优惠的比例",
    clv: "每家年利润",
    holdout: "留作对照",
    percent: "%",
  },
  terms: {
    marginData: (p: { margin: string }) =>
      `毛利：各家按自己近365天的毛利率，合计${p.margin}；没有毛利的按合计。`,
    marginAssumed: (p: { margin: string }) =>
      `毛利率：数据里没有成本，假定${p.margin}。请改成你的毛利率。`,
    clvData: (p: { clv: string }) => `一家普通客户的年利润（中位数）：${p.clv}。`,
    clvAssumed: (p: { clv: string }) => `数据里没有金额，假定每家每年值${p.clv}。请改成你的数。`,
    offerAssumed: (p: { offer: string; share: string }) =>
      `优惠：假定${p.offer}，即普通客户年利润的${p.share}。`,
    contactAssumed: (p: { contact: string; share: string }) =>
      `联系成本：假定${p.contact}，即普通客户年利润的${p.share}。`,
    acceptance: (p: { share: string }) =>
      `接受比例：本来要走的客户有${p.share}会因优惠留下，是文献里的常用假定。`,
  },
  curve: {
    title: "名单该多长？",
    sub: (p: { customers: number }) =>
      `${grouped(p.customers)}家现有客户，按预计净赚从高到低联系；虚线是只按流失可能性挑。`,
    description: (p: { customers: number; money: string }) =>
      `利润随名单长度变化的曲线，${grouped(p.customers)}家时最高，${p.money}。`,
    best: (p: { customers: number; money: string }) => `${grouped(p.customers)}家，${p.money}`,
    byChance: "按可能性挑",
    customers: "名单长度",
    profit: "按净赚挑",
    point: (p: { customers: number }) => `前${grouped(p.customers)}家`,
  },
  list: {
    title: "先联系谁？",
    sub: (p: { shown: number; customers: number }) =>
      `名单共${grouped(p.customers)}家，这里是前${grouped(p.shown)}家。`,
    caption: "预计净赚最多的客户",
    name: "客户",
    profit: "预计净赚",
    chance: "流失可能性",
    value: "留住值",
    part: "分组",
    contact: "联系",
    alone: "对照，不联系",
    openAll: "打开整个名单",
    why: (p: { chance: string; profit: string }) =>
      `流失可能性${p.chance}，联系一次预计净赚${p.profit}`,
    action: "挽救",
    openContact: (p: { customers: number }) => `打开要联系的${grouped(p.customers)}家`,
    openAlone: (p: { customers: number }) => `打开对照的${grouped(p.customers)}家`,
  },
  holdout: {
    title: "怎么知道有没有用？",
    sub: (p: { contacted: number; leftAlone: number }) =>
      `随机留${grouped(p.leftAlone)}家不联系，联系${grouped(p.contacted)}家，过一个流失期再比。`,
    none: "没有留对照：事后说不清是联系留住的，还是本来就不走。",
    expected: (p: { leaving: string; effect: string }) =>
      `不联系预计流失${p.leaving}，联系预计少流失${p.effect}。`,
    seen: (p: { detectable: string }) =>
      `这样分，至少差${p.detectable}才看得出来（5%显著，80%把握）。`,
    unseen: (p: { detectable: string; needed: number }) =>
      `这样分，要差${p.detectable}才看得出来，比预计的大，多半看不出。每组至少要${grouped(p.needed)}家。`,
  },
  readout: {
    title: "做完之后：到底有没有用？",
    sub: "没有保存在“行动”里的，在这里手工填结果，比较联系过的和没联系的。",
    contacted: "联系了",
    contactedLeft: "联系过的里面流失",
    alone: "没联系（对照）",
    aloneLeft: "没联系的里面流失",
    unit: "家",
    shares: (p: { contacted: string; alone: string }) =>
      `流失率：联系过的${p.contacted}，没联系的${p.alone}。`,
    works: (p: { effect: string; low: string; high: string; kept: number }) =>
      `有用：少流失${p.effect}（95%区间${p.low}至${p.high}），大约多留住${grouped(p.kept)}家。`,
    harms: (p: { effect: string; low: string; high: string }) =>
      `适得其反：联系过的反而多流失${p.effect}（95%区间${p.low}至${p.high}），应当停下。`,
    unclear: (p: { low: string; high: string }) =>
      `还看不出：真实的差别可能在${p.low}到${p.high}之间（正数为少流失），包含0。`,
    wrong: "流失的家数不能比这一组的家数多。",
  },
  how: {
    profit:
      "联系一家的预计净赚＝可能性×接受比例×（留住值−优惠）−（1−可能性）×优惠−联系成本。本来不走的客户也会拿走优惠。",
    value: {
      profit: "留住值＝近365天销售额×客户自己的毛利率。",
      sales: "留住值＝近365天销售额×毛利率。",
      fee: "留住值＝月费×12×毛利率。",
      column: "留住值＝所选的列×毛利率。",
      none: "留住值＝每家年利润，各家一样。",
    },
    empc: (p: { empc: string; share: string }) =>
      `EMPC（检验客户上的最大期望利润）：每家客户${p.empc}，平均联系${p.share}的客户；接受比例按Beta分布平均，每家都按普通客户的年利润算。`,
  },
  cells: {
    call: "挽留名单上的客户",
    contact: "挽留名单上要联系的客户",
    leftAlone: "挽留名单上留作对照的客户",
    notWorth: "风险高但不值得联系的客户",
    first: (p: { customers: number }) => `挽留名单前${grouped(p.customers)}家`,
  },
};

export type TargetingMessages = typeof messages;
export default messages;
