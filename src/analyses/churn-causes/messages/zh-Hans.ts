import codes from "./codes-zh-Hans";
import exits from "./exits-zh-Hans";
import groups from "./groups-zh-Hans";
import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "客户为什么流失",
  rest: "其余",
  months: (p: { months: number }) => `${grouped(p.months)}个月`,
  customers: (p: { customers: number }) => `${grouped(p.customers)}家`,
  axis: "成为客户后的月数",
  axisUnit: "时长（单位同数据）",
  causes: {
    natural: "自然流失",
    competition: "竞争流失",
    fault: "过失流失",
    involuntary: "被动流失",
    unknown: "原因不明",
  },
  initiatives: {
    voluntary: "主动流失",
    "involuntary-benign": "被动·非恶意",
    "involuntary-retaliatory": "被动·报复性",
    "involuntary-malicious": "被动·恶意",
    involuntary: "被动·意图不明",
    unknown: "主动被动不明",
  },
  switching: {
    pricing: "价格",
    inconvenience: "不方便",
    "core-failure": "核心服务失误",
    "encounter-failure": "接触时失礼",
    "failure-response": "出错后处理不当",
    rival: "被对手吸引",
    ethics: "诚信问题",
    involuntary: "非自愿转换",
    unknown: "原因不明",
  },
  finding: {
    first: (p: { lost: number; cause: string; customers: number; share: string }) =>
      rich`${marked("lost", `${grouped(p.lost)}家`)}流失客户里，最多的是${marked("cause", p.cause)}：${grouped(p.customers)}家，占${p.share}。`,
    money: (p: { cause: string; money: string }) =>
      rich`按金额看，损失最大的是${marked("money", p.cause)}：${p.money}。`,
    rival: (p: { name: string; customers: number }) =>
      rich`投向“${p.name}”的最多，${marked("rival", `${grouped(p.customers)}家`)}。`,
  },
  caution: {
    unknown: (p: { share: string }) =>
      `${p.share}的流失客户没有能看懂的原因，下面各项都偏低。请在下面的“原因对照”里归类，或补记“流失原因”。`,
    few: (p: { events: number }) => `只有${grouped(p.events)}家流失，先别下结论。`,
    fewExits: (p: { events: number }) =>
      `只有${grouped(p.events)}家流失记录，先别下结论。没有记录的客户都当还在，所以流失比例偏低，只能看各种原因之间的轻重。`,
  },
  missing: {
    title: "还看不出客户为什么流失",
    open: "去导入",
    gaps: {
      "no-source": "需要“流失”表（客户、流失日期、流失原因），或客户表里的时长、是否流失和原因。",
      "no-duration": "没有可用的时长列。请选一列数字。",
      "no-event": "没有说明是否流失的列。",
      "event-unclear": "看不懂哪个值表示流失。",
      "no-contracts": "“流失”表里没有能用的行，或者不知道客户从哪天开始。",
      "no-orders": "没有成交的订单。",
      "no-window": "算不出流失窗口。",
      nobody: "这个范围里没有能用的客户。",
      "too-few-in-sight":
        "每个客户能看到的时间前后错开，没有一个时长上同时看得到足够多的客户，算不出流失比例。早些时候的流失也导入进来，或者放宽范围，就能算了。",
      "no-causes":
        "知道谁流失了，不知道为什么。请在下面的“原因对照”里归类，在“流失”表里加“流失大类”或“流失原因”，或在这里选客户表里的一列。",
    },
  },
  controls: {
    level: "按什么分",
    levels: {
      cause: "自然、竞争、过失",
      initiative: "主动、被动",
      switching: "Keaveney八因",
      given: "原话",
    },
    cause: "原因取自",
    fromExits: "流失表",
    measure: "看什么",
    byCustomers: "客户数",
    byMoney: "金额",
  },
  curves: {
    title: "各种原因分别带走多少客户？",
    sub: (p: { customers: number; lost: number }) =>
      `${grouped(p.customers)}家客户，${grouped(p.lost)}家流失。各层相加就是全部流失，上面空白的是还在的。`,
    description: (p: { causes: number }) =>
      `按${grouped(p.causes)}种原因累计的流失比例，逐层叠加。`,
  },
  table: {
    title: "各种原因",
    sub: (p: { time: string }) => `从成为客户算起，到${p.time}为止。`,
    cut: (p: { fewest: number; losses: number }) =>
      `再往后还能看到的不足${grouped(p.fewest)}家，多流失一家比例就跳一大截，所以不再往后算；之后流失的${grouped(p.losses)}家计入家数和金额，不计入比例。`,
    caption: "各种原因的客户数、比例、区间和金额",
    cause: "原因",
    customers: "客户",
    incidence: "流失比例",
    interval: "95%区间",
    naive: "若单独算",
    money: "损失金额",
    time: "时间",
    left: "还在",
    running: "累计",
    note: "“若单独算”是把其他原因当作没发生（1−KM）得出的比例，总是偏高，各项相加会超过实际。",
  },
  levels: {
    title: "谁提出的，因为什么？",
    sub: "两级：先看主动还是被动，再看原因。",
    caption: "按主动被动和原因分的流失客户",
    initiative: "主动被动",
  },
  reasons: {
    title: "具体原因",
    sub: (p: { basis: string }) => `从多到少，后面是累计占比。${p.basis}`,
    description: (p: { reasons: number }) => `${grouped(p.reasons)}种流失原因，从多到少。`,
    name: "原因",
  },
  competitors: {
    title: "流向了谁？",
    sub: "有记录的竞争对手，从多到少。",
    description: (p: { competitors: number }) => `${grouped(p.competitors)}家竞争对手，从多到少。`,
    name: "竞争对手",
  },
  basis: {
    given: "金额取“流失金额”。",
    sales: "金额取流失前一年的销售额。",
    missing: (p: { customers: number }) => `${grouped(p.customers)}家不知道金额。`,
  },
  how: [
    "累计发生率（Aalen–Johansen）：每一刻只有还在的客户会流失，被别的原因带走的不再计入。各原因相加，再加上还在的，等于100%。",
    "原因按“流失大类”“流失原因”“说明”里的词归类；写了竞争对手而没有原因的，算竞争流失。归不进去的算原因不明，不猜。",
  ],
  cells: {
    cause: (p: { name: string }) => `因“${p.name}”流失的客户`,
    reason: (p: { place: number }) => `第${grouped(p.place)}种具体原因流失的客户`,
    competitor: (p: { place: number }) => `流向第${grouped(p.place)}家对手的客户`,
  },
  codes,
  exits,
  groups,
};

export type ChurnCausesMessages = typeof messages;
export default messages;
