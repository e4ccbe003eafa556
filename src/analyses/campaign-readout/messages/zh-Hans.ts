import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

interface Range {
  effect: string;
  low: string;
  high: string;
}

const messages = {
  name: "行动和结果",
  finding: (p: { campaigns: number }) =>
    rich`保存了${marked("all", `${grouped(p.campaigns)}次`)}行动`,
  judged: (p: { judged: number }) => rich`，${marked("judged", `${grouped(p.judged)}次`)}有了结果`,
  judgedNone: "，还没有一次有结果",
  helped: (p: { count: number }) => rich`，${marked("helped", `${grouped(p.count)}次`)}看得出有用`,
  harmed: (p: { count: number }) => rich`，${marked("harmed", `${grouped(p.count)}次`)}适得其反`,
  unclear: (p: { count: number }) => rich`，${grouped(p.count)}次看不出`,
  waiting: (p: { count: number }) => rich`，${grouped(p.count)}次还要等`,
  end: "。",
  none: {
    title: "还没有保存过行动",
    text: "在“值得挽留”或“赢回”里，名单分成要联系的和留作对照的。联系之前点“保存这次行动”，等观察期满，这里就按数据比较两边，不用自己数。",
  },
  lists: { targeting: "挽留", winback: "赢回" },
  plan: (p: { list: string; day: string; days: number; by: string }) =>
    `${p.list}名单，${p.day}开始，看${grouped(p.days)}天内${p.by}。`,
  /** what is counted, after 内 */
  by: {
    targeting: {
      orders: "有没有再买",
      exits: "有没有流失记录",
      flag: "有没有标记流失",
    },
    winback: {
      orders: "有没有再买",
      exits: "有没有赢回记录",
      flag: "有没有再买",
    },
  },
  blind: "现在的数据里没有用来看结果的列，这次行动看不出。可以自己数好，填在“做完之后”里。",
  wait: (p: { days: number; until: string }) =>
    `还要等${grouped(p.days)}天：数据只到${p.until}，现在不下结论。`,
  who: {
    both: (p: { contacted: string; alone: string }) => `联系的${p.contacted}，对照${p.alone}`,
    contacted: (p: { contacted: string }) => `联系的${p.contacted}`,
  },
  soFar: {
    bought: (p: { who: string }) => `到目前又买的：${p.who}。`,
    left: (p: { who: string }) => `到目前流失的：${p.who}。`,
    back: (p: { who: string }) => `到目前回来的：${p.who}。`,
  },
  ofSize: (p: { hits: number; size: number }) => `${grouped(p.size)}家里${grouped(p.hits)}家`,
  shares: {
    bought: (p: { who: string }) => `一次没买的：${p.who}。`,
    left: (p: { who: string }) => `流失的：${p.who}。`,
    back: (p: { who: string }) => `回来的：${p.who}。`,
  },
  share: (p: { share: string; hits: number; size: number }) =>
    `${p.share}（${grouped(p.size)}家里${grouped(p.hits)}家）`,
  works: {
    targeting: (p: Range & { gained: number; from: number; to: number }) =>
      `有用：少流失${p.effect}（95%区间${p.low}至${p.high}），大约多留住${grouped(p.gained)}家（${grouped(p.from)}到${grouped(p.to)}家）。`,
    winback: (p: Range & { gained: number; from: number; to: number }) =>
      `有用：多回来${p.effect}（95%区间${p.low}至${p.high}），大约多带回${grouped(p.gained)}家（${grouped(p.from)}到${grouped(p.to)}家）。`,
  },
  harms: {
    targeting: (p: Range) =>
      `适得其反：联系过的反而多流失${p.effect}（95%区间${p.low}至${p.high}），应当停下。`,
    winback: (p: Range) =>
      `适得其反：联系过的反而少回来${p.effect}（95%区间${p.low}至${p.high}），应当停下。`,
  },
  unclearLine: {
    targeting: (p: { low: string; high: string }) =>
      `看不出有没有用：真实的差别可能在${p.low}到${p.high}之间（正数为少流失），包含0。`,
    winback: (p: { low: string; high: string }) =>
      `看不出有没有用：真实的差别可能在${p.low}到${p.high}之间（正数为多回来），包含0。`,
  },
  noControl: "没有对照，看不出有没有用：不联系会怎样，没有人知道。",
  noContact: "要联系的客户，数据里一家也没有，看不出。",
  detectable: (p: { detectable: string }) =>
    `保存时算过，这样分至少差${p.detectable}才看得出来；看不出不等于没有用。`,
  expected: {
    targeting: (p: { expected: string; actual: string }) =>
      `保存时估计，不联系会流失${p.expected}；对照里实际是${p.actual}。`,
    winback: (p: { expected: string; actual: string }) =>
      `保存时估计，一年内会回来${p.expected}；对照里实际是${p.actual}。`,
  },
  missing: (p: { contacted: number; alone: number }) =>
    `查不到结果、没有算在里面的：联系的${grouped(p.contacted)}家，对照${grouped(p.alone)}家（数据里已经没有，或者没有写）。`,
  mixed: (p: { customers: number }) => `${grouped(p.customers)}家两边都有（合并过），两边都不算。`,
  disturbed: (p: { customers: number }) =>
    `对照里有${grouped(p.customers)}家在这段时间被另一次行动联系过，差别会显得比实际小。`,
  flagNote: "流失标记没有日期，观察期以后才流失的也算在内。",
  openContacted: (p: { customers: number }) => `打开联系的${grouped(p.customers)}家`,
  openAlone: (p: { customers: number }) => `打开对照的${grouped(p.customers)}家`,
  how: {
    title: "怎么算的？",
    compare:
      "对照是随机留出来的，除了没有联系，和联系的没有差别，所以两边比例的差就是联系的作用。区间用Newcombe的方法，家数少也可靠；区间包含0就说看不出。",
    day: "从行动那天的第二天算起，看满定好的天数；数据没到头，只报到目前的数，不下结论。",
    fixed: "名单、天数和看什么，都是保存时定下的，事后不改，免得挑着算。",
  },
  cells: {
    contacted: "一次行动里联系的客户",
    alone: "一次行动里留作对照的客户",
    "contacted-hit": "一次行动里联系了、已经流失或回来的客户",
    "alone-hit": "一次行动的对照里、已经流失或回来的客户",
  },
  keep: {
    button: "保存这次行动",
    title: "保存这次行动",
    hint: "联系之前保存，名单就定下了；观察期满，自动比较联系的和对照的。只存在这台电脑上，可以撤销；导入新数据不会改动。",
    see: (p: { campaigns: number }) => `已保存${grouped(p.campaigns)}次，看结果`,
    name: "名称",
    nameOf: (p: { list: string; day: string }) => `${p.list} ${p.day}`,
    on: "开始联系的日子",
    watch: "观察期（天）",
    outcome: "按什么看结果",
    outcomes: {
      targeting: {
        orders: "订单：有没有再买",
        exits: "流失记录",
        flag: "客户表里的流失标记",
      },
      winback: {
        orders: "订单：有没有再买",
        exits: "流失记录里的赢回日期",
        flag: "客户表里的流失标记",
      },
    },
    people: (p: { contacted: number; alone: number }) =>
      `联系${grouped(p.contacted)}家，对照${grouped(p.alone)}家。`,
    counting: "正在数名单……",
    noControl: "没有留对照，到时看不出有没有用；可以先在名单里留一部分。",
    tooMany: (p: { most: number }) => `名单太长，一边最多保存${grouped(p.most)}家。`,
    nobody: "名单是空的，没有可保存的。",
    early: (p: { day: string }) =>
      `名单是按${p.day}为止的数据排的，比这个日子晚。只有当时真的照这份名单分过，比较才算数。`,
    needs: "请填名称、日期，以及1到1095之间的整天数。",
    saved: (p: { name: string }) => `已保存行动“${p.name}”。`,
    removeOf: (p: { name: string }) => `删除行动“${p.name}”`,
    removed: (p: { name: string }) => `已删除行动“${p.name}”。`,
  },
};

export type CampaignReadoutMessages = typeof messages;
export default messages;
