import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "赢回",
  finding: (p: { lost: number; open: number; from: number; to: number }) =>
    rich`现在流失的有${marked("lost", `${grouped(p.lost)}家`)}，其中${marked("open", `${grouped(p.open)}家`)}走了${grouped(p.from)}到${grouped(p.to)}个月，正是赢回的时候。`,
  findingList: (p: { customers: number; money: string }) =>
    rich`连同还没到时候的，联系${marked("list", `${grouped(p.customers)}家`)}划算，预计净赚${marked("money", p.money)}。`,
  findingNobody: "按现在的优惠和联系成本，联系谁都不划算。",
  findingRecovery: (p: { share: string; interval: string; returned: number }) =>
    rich`以往走了的，满12个月回来${marked("recovery", p.share)}（95%区间${p.interval}），共有${marked("returned", `${grouped(p.returned)}家`)}回来过。`,
  findingReturned: (p: { returned: number }) =>
    rich`以往有${marked("returned", `${grouped(p.returned)}家`)}走了又回来。`,
  refused: {
    title: "还排不出赢回名单",
    "no-days": () => "数据里没有哪家客户什么时候走的：要订单，或者有日期的流失记录、合同。",
    "few-breaks": (p: { need: number; have: number }) =>
      `流失过的太少，估不出回来的可能：至少要${grouped(p.need)}次，现在有${grouped(p.have)}次。`,
    "no-return": () => "以往走了的，一家也没有回来过，估不出谁会回来。名单要等有了回来的例子再排。",
  },
  sources: {
    contracts: "流失以流失记录和合同为准；回来以赢回日期为准，没有日期的看30天后有没有新订单。",
    silence: (p: { days: number }) =>
      `超过${grouped(p.days)}天没有下单就算流失，从满这些天的那天算起；再下单就算回来。`,
  },
  controls: {
    source: "依据",
    sources: { auto: "自动", contracts: "合同和流失记录", silence: "沉默天数" },
    windowDays: "流失窗口",
    windowHint: "0为按公司自己的下单间隔",
    days: "天",
    from: "赢回窗口从",
    to: "到",
    months: "个月",
    title: "按什么算划算？",
    sub: "没填的先按下面的假定算，改成自己的数更准。",
    offer: "回来时给的优惠",
    contact: "每次联系成本",
    margin: "毛利率",
    secondLife: "回来后一年是走前一年的",
    percent: "%",
    reset: "恢复开始时的值",
  },
  terms: {
    secondLifeData: (p: { ratio: string; interval: string | null; followed: number }) =>
      `第二段生命：以往回来满一年的${grouped(p.followed)}次，一年买的是走前一年的${p.ratio}${p.interval === null ? "" : `（95%区间${p.interval}）`}。`,
    secondLifeAssumed: (p: { followed: number }) =>
      `第二段生命：回来满一年的只有${grouped(p.followed)}次，太少，先假定和走前一年一样。`,
    marginData: (p: { margin: string }) => `毛利率：流失客户走前一年合计${p.margin}。`,
    marginAssumed: (p: { margin: string }) => `毛利率：数据里没有成本，假定${p.margin}。`,
    offerAssumed: (p: { money: string; share: string }) =>
      `优惠：假定${p.money}，即回来一家通常一年利润的${p.share}；回来才给。`,
    contactAssumed: (p: { money: string; share: string }) =>
      `联系成本：假定${p.money}，即通常一年利润的${p.share}。`,
  },
  curve: {
    title: "走了以后，多久会回来？",
    sub: (p: { breaks: number; returns: number }) =>
      `以往${grouped(p.breaks)}次流失，${grouped(p.returns)}次回来了；还没回来的算到今天为止。两条竖线之间是赢回窗口。`,
    description: (p: { month: number; share: string }) =>
      `流失后各月累计回来的比例，到第${grouped(p.month)}个月是${p.share}。`,
    axis: "流失后的月数",
    point: (p: { month: number }) => `流失满${grouped(p.month)}个月`,
    share: "累计回来",
    interval: "95%区间",
    low: "下限",
    high: "上限",
    atRisk: "还在观察",
    customers: "回来的客户",
    window: "赢回窗口",
  },
  list: {
    title: "先赢回谁？",
    sub: (p: { shown: number; customers: number; left: number }) =>
      `名单共${grouped(p.customers)}家，再多就亏（另有${grouped(p.left)}家不划算）。${p.customers > p.shown ? `这里是前${grouped(p.shown)}家。` : ""}`,
    caption: "预计净赚最多的流失客户",
    name: "客户",
    score: "预计净赚",
    chance: "一年内回来",
    value: "回来一年值",
    gone: "走了",
    goneMonths: (p: { months: string }) => `${p.months}个月`,
    clock: "时间",
    early: "还没到",
    left: (p: { days: number }) => `还剩${grouped(p.days)}天`,
    tactic: "怎么做",
    openAll: "打开整个名单",
    file: "赢回名单",
    brokeOn: "最后一天",
    inWindow: "窗口内",
    daysLeft: "窗口还剩（天）",
    part: "分组",
    contact: "联系",
    alone: "对照，不联系",
    action: "尝试",
  },
  tactics: {
    offer: "特别优惠",
    improve: "谈改进",
    recontact: "再联系",
  },
  tacticFrom: {
    reason: "按流失原因",
    complaint: "走前有投诉",
    money: "买得多",
    history: "没有原因",
  },
  tacticReason: (p: { reason: string }) => `原因：${p.reason}`,
  tacticLine: (p: { tactic: string; customers: number; money: string }) =>
    `${p.tactic}：${grouped(p.customers)}家，预计净赚${p.money}`,
  tacticText: (p: { tactic: string; from: string }) => `${p.tactic}（${p.from}）`,
  causes: {
    title: "因为什么走的，更容易回来？",
    sub: {
      found: (p: { breaks: string }) =>
        `名单里按的比例向全部的靠拢，免得凭几家就下结论；各原因相差越大，靠得越少：这里全部的比例只抵${p.breaks}次流失。`,
      alike: "各原因之间看不出差别，名单里都按全部的比例。",
      few: (p: { breaks: string }) =>
        `原因太少，说不出彼此差多少；名单里按的比例向全部的靠拢，全部的比例抵${p.breaks}次流失（假定）。`,
    },
    caption: "各原因的流失和回来",
    cause: "原因",
    breaks: "流失",
    returns: "回来",
    recovery: "12个月内回来",
    used: "名单里按",
    names: {
      natural: "自然流失",
      competition: "竞争",
      fault: "我方过失",
      involuntary: "被动流失",
      unknown: "原因不明",
    },
  },
  notes: {
    closed: (p: { customers: number; month: number }) =>
      `${grouped(p.customers)}家走了超过${grouped(p.month)}个月，窗口已过，不在名单里。`,
    excluded: (p: { customers: number }) =>
      `${grouped(p.customers)}家是我方停的（欠款等），不主动联系。`,
    wonBack: (p: { customers: number }) =>
      `${grouped(p.customers)}家的赢回尝试记为挽回，数据里还没有新订单，不再列入名单。`,
    unpriced: (p: { customers: number }) =>
      `${grouped(p.customers)}家走前一年没有金额，估不出值多少，没有排。`,
    unseen: (p: { customers: number }) =>
      `${grouped(p.customers)}家走得太久，以往没有这么久的例子，没有排。`,
  },
  how: {
    curve:
      "回来的比例用乘积限法（Kaplan–Meier）估：还没回来的只算到今天，不当作永远不回来。回来的比例包括自己回来的，也包括你们联系回来的。",
    chance:
      "一年内回来的可能＝走了这么久还没回来的客户里，后面一年回来的比例。以往没有那么久的例子，就当作不再回来。",
    score:
      "预计净赚＝可能×（回来一年值−优惠）−联系成本。回来一年值＝走前一年的金额×第二段生命×毛利率。",
    tactic:
      "我方过失的谈改进；被对手抢走的、嫌贵的给优惠；自然流失的再联系。没有原因的看经历：走前180天有投诉的谈改进，买得最多的三分之一给优惠，其余再联系。",
    caution: "联系不联系差多少，只有记下每次尝试、事后比较才知道。",
  },
  attempts: {
    title: "赢回尝试",
    local: "自己记的，只存在这台电脑上，可以撤销；导入新数据不会改动。",
    record: "记一次尝试",
    recordOf: (p: { name: string }) => `给${p.name}记一次尝试`,
    none: "还没有记过。打过电话、给过优惠，记下来，才知道有没有用。",
    noneOne: "这家客户还没有记过赢回尝试。",
    caption: "记下的赢回尝试",
    customer: "客户",
    search: "找客户",
    change: "换一家",
    on: "日期",
    channel: "方式",
    channels: ["电话", "上门", "微信", "短信", "邮件"],
    offer: "给的优惠或说法",
    cost: "花费",
    result: "结果",
    results: { pending: "待定", won: "挽回", lost: "未挽回" },
    resultOf: (p: { name: string }) => `${p.name}的结果`,
    save: "记下",
    removeOf: (p: { name: string }) => `删除${p.name}的这次尝试`,
    saved: (p: { name: string }) => `已记下对${p.name}的尝试。`,
    changed: (p: { name: string; result: string }) => `${p.name}：${p.result}。`,
    removed: "已删除这次尝试。",
    needs: "请选一家客户，填上日期；花费要填数字，或者不填。",
    counts: (p: { attempts: number; won: number; lost: number; pending: number }) =>
      `记了${grouped(p.attempts)}次：挽回${grouped(p.won)}，未挽回${grouped(p.lost)}，待定${grouped(p.pending)}。`,
    share: (p: { share: string; interval: string }) =>
      `有结果的里面挽回${p.share}（95%区间${p.interval}）。`,
    few: (p: { need: number; decided: number }) =>
      `有结果的才${grouped(p.decided)}次，太少，还说不出比例（至少${grouped(p.need)}次）。`,
    spent: (p: { money: string }) => `一共花了${p.money}。`,
    withoutCost: (p: { attempts: number }) => `其中${grouped(p.attempts)}次没有记花费。`,
    compare: "没联系的也会有人自己回来，这个比例不全是联系的功劳。",
  },
  trial: {
    title: "怎么知道是联系带回来的？",
    sub: (p: { contacted: number; leftAlone: number }) =>
      `有人不联系也会回来。随机留${grouped(p.leftAlone)}家不联系，联系${grouped(p.contacted)}家，满一年再比。`,
    holdout: "留作对照",
    percent: "%",
    expected: (p: { share: string }) =>
      `照过去看，名单上一年内会回来${p.share}，联系不联系都算在内。`,
    seen: (p: { detectable: string }) =>
      `这样分，至少差${p.detectable}才看得出来（5%显著，80%把握）。`,
    none: "没有留对照：事后说不清是联系带回来的，还是本来就会回来。",
    tooFew: "名单太短，差多少都看不出来；可以几轮合起来看。",
    openContact: (p: { customers: number }) => `打开要联系的${grouped(p.customers)}家`,
    openAlone: (p: { customers: number }) => `打开对照的${grouped(p.customers)}家`,
  },
  readout: {
    title: "做完之后：到底有没有用？",
    sub: "没有保存在“行动”里的，在这里手工填结果，比较联系过的和没联系的。",
    contacted: "联系了",
    contactedBack: "联系过的里面回来",
    alone: "没联系（对照）",
    aloneBack: "没联系的里面回来",
    unit: "家",
    shares: (p: { contacted: string; alone: string }) =>
      `回来的比例：联系过的${p.contacted}，没联系的${p.alone}。`,
    works: (p: { effect: string; low: string; high: string; brought: number }) =>
      `有用：多回来${p.effect}（95%区间${p.low}至${p.high}），大约多带回${grouped(p.brought)}家。`,
    harms: (p: { effect: string; low: string; high: string }) =>
      `适得其反：联系过的反而少回来${p.effect}（95%区间${p.low}至${p.high}），应当停下。`,
    unclear: (p: { low: string; high: string }) =>
      `还看不出：真实的差别可能在${p.low}到${p.high}之间（正数为多回来），包含0。`,
    wrong: "回来的家数不能比这一组的家数多。",
  },
  cells: {
    contact: "赢回名单上要联系的客户",
    "left-alone": "赢回名单上留作对照的客户",
    lost: "流失还没回来的客户",
    returned: "流失后回来过的客户",
    early: "流失后还没到赢回窗口的客户",
    open: "正在赢回窗口内的客户",
    closed: "赢回窗口已过的客户",
    excluded: "我方停的客户",
    won: "赢回尝试记为挽回的客户",
    list: "赢回名单上的客户",
    "not-worth": "赢回不划算的客户",
    tactic: (p: { name: string }) => `赢回名单上宜“${p.name}”的客户`,
    month: (p: { month: number }) => `流失后${grouped(p.month)}个月内回来的客户`,
  },
};

export type WinbackMessages = typeof messages;
export default messages;
