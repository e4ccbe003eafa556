import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "挽留名单",
  finding: (p: { customers: number; money: string }) =>
    rich`先联系前${marked("call", `${grouped(p.customers)}家`)}，预计净赚${marked("profit", p.money)}。`,
  findingNobody: "按现在的优惠和联系成本，联系谁都不划算，不建议打电话。",
  findingMore: (p: { money: string }) => `再多联系就开始亏；全部联系一遍，结果是${p.money}。`,
  findingByChance: (p: { money: string }) => `同样多家，若只按流失可能性挑，只有${p.money}。`,
  notWorth: (p: { customers: number }) =>
    `风险高不等于值得联系：有${grouped(p.customers)}家很可能流失，但留住它赚的不够优惠和联系的花费。`,
  warning:
    "这里假定联系能留住一部分本来要走的客户，而且不会提醒别人离开。是不是这样，只有留一部分不联系、事后比较才知道。",
  salesValue: "每家的金额是销售额，不是利润。请填毛利率，否则净赚会说得太高。",
  refused: {
    title: "还没有可信的流失模型",
    text: "没有流失可能性，就算不出该联系谁。原因请看“谁会流失”。",
  },
  controls: {
    title: "这次行动的条件",
    offer: "每家优惠",
    contact: "每次联系成本",
    acceptance: "接受优惠的比例",
    margin: "毛利率",
    clv: "每家价值",
    holdout: "留作对照",
    percent: "%",
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
    openAll: "打开整个名单",
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
  how: {
    profit:
      "联系一家的预计净赚＝可能性×接受比例×（留住值−优惠）−（1−可能性）×优惠−联系成本。本来不走的客户也会拿走优惠。",
    value: {
      sales: "留住值＝近365天销售额×毛利率。",
      fee: "留住值＝月费×12×毛利率。",
      column: "留住值＝所选的列×毛利率。",
      none: "留住值＝填写的每家价值×毛利率，各家一样。",
    },
    empc: (p: { empc: string; share: string }) =>
      `EMPC（检验客户上的最大期望利润）：每家客户${p.empc}，平均联系${p.share}的客户；接受比例按Beta分布平均，每家价值用填写的数。`,
  },
  cells: {
    call: "挽留名单上的客户",
    notWorth: "风险高但不值得联系的客户",
    first: (p: { customers: number }) => `挽留名单前${grouped(p.customers)}家`,
  },
};

export type TargetingMessages = typeof messages;
export default messages;
