import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "沉默的客户",
  findingAsked: (p: { asked: number; answered: string; share: string; silent: string }) =>
    rich`${grouped(p.asked)}家客户里，${marked("answered", p.answered)}家作答（${p.share}），${marked("silent", p.silent)}家沉默。`,
  findingKind: (p: { measure: string; raw: string; weighted: string; points: string }) =>
    rich`原始的${p.measure}${p.raw}偏乐观：把沉默的客户补回来，是${marked("weighted", p.weighted)}，高估了${p.points}分。`,
  findingHarsh: (p: { measure: string; raw: string; weighted: string; points: string }) =>
    rich`原始的${p.measure}${p.raw}偏悲观：把沉默的客户补回来，是${marked("weighted", p.weighted)}，低估了${p.points}分。`,
  findingNone: (p: { measure: string; raw: string; weighted: string; pValue: string }) =>
    rich`把沉默的客户补回来，${p.measure}是${marked("weighted", p.weighted)}，原始的是${p.raw}：看不出差别（${p.pValue}）。`,
  because: {
    lessLow: (p: { group: string; ratio: string; all: string; score: string }) =>
      rich`主要因为${marked("reason", p.group)}作答少（${p.ratio}，全部${p.all}），而其中作答的打分偏低（${p.score}）。`,
    lessHigh: (p: { group: string; ratio: string; all: string; score: string }) =>
      rich`主要因为${marked("reason", p.group)}作答少（${p.ratio}，全部${p.all}），而其中作答的打分偏高（${p.score}）。`,
    moreLow: (p: { group: string; ratio: string; all: string; score: string }) =>
      rich`主要因为${marked("reason", p.group)}作答多（${p.ratio}，全部${p.all}），而它们打分偏低（${p.score}）。`,
    moreHigh: (p: { group: string; ratio: string; all: string; score: string }) =>
      rich`主要因为${marked("reason", p.group)}作答多（${p.ratio}，全部${p.all}），而它们打分偏高（${p.score}）。`,
  },
  measures: { nps: "净推荐值（NPS）", mean: "平均分" },
  trimmed: (p: { trimmed: number; cap: string }) =>
    `有${grouped(p.trimmed)}份答卷的权重超过平均的${p.cap}倍，已截到${p.cap}倍；这部分差别没有全部补回来。`,
  unbalanced: (p: { gap: string }) =>
    `补正以后，作答的与全部客户仍相差${p.gap}个标准差，只补回了一部分。`,
  thin: (p: { effective: string }) =>
    `补正后只相当于${p.effective}份同等分量的答卷，区间很宽，先别下结论。`,
  wholeHistory: "全部历史",
  question: "题目",
  asked: "该听到谁",
  askedChoices: { buyers: "这段时间买过的", listed: "问卷名单上的" },
  compare: "按什么比较",
  byGrade: "客户等级",
  cap: "权重最多",
  capUnit: "倍",
  gradeNames: { a: "A类客户", b: "B类客户", c: "C类客户" },
  noGroup: "没有分组",
  scores: {
    title: "补正前后的得分",
    sub: (p: { name: string; period: string }) =>
      `“${p.name}”，${p.period}，每家客户取最近一份。横条是95%区间。`,
    description: (p: { raw: string; weighted: string }) =>
      `原始得分${p.raw}，补正后${p.weighted}，各带95%区间。`,
    raw: "原始",
    weighted: "补正后",
    score: "得分",
    interval: "95%区间",
    low: "下限",
    high: "上限",
    answers: "答卷",
    effective: "相当于同等分量的答卷",
    difference: "原始−补正后",
  },
  groups: {
    title: "谁没有作答？",
    sub: (p: { all: string }) =>
      `各组的作答率，横条是95%区间，虚线是全部的${p.all}。点开看这一组沉默的客户。`,
    description: (p: { groups: number; all: string }) =>
      `${grouped(p.groups)}组客户的作答率，全部合计${p.all}。`,
    all: "全部",
    group: "分组",
    asked: "客户",
    answered: "作答",
    silent: "沉默",
    ratio: "作答率",
    score: "原始得分",
    weight: "每份答卷的权重",
    label: (p: { share: string; n: number }) => `${p.share}（${grouped(p.n)}）`,
    hidden: (p: { groups: number }) => `还有${grouped(p.groups)}组没有列出。`,
    openSilent: "打开全部沉默客户",
  },
  traits: {
    title: "沉默的客户有什么不同？",
    sub: "中位数；作答机会看的是高一个标准差（取对数后）时的比值比，大于1表示越高越常作答。",
    caption: "作答与沉默客户的购买情况，以及它们与作答的关系",
    what: "购买情况",
    answered: "作答的",
    silent: "沉默的",
    odds: "作答机会",
    oddsText: (p: { value: string; low: string; high: string }) =>
      `${p.value}倍（${p.low}–${p.high}）`,
    pValue: "显著性",
    names: { sales: "销售额", recency: "距上次购买", orders: "购买天数" },
  },
  how: {
    asked: (p: { asked: number; answered: number }) =>
      `该听到的：这段时间买过的客户，或问卷名单上的客户（可选），共${grouped(p.asked)}家，${grouped(p.answered)}家作答。`,
    propensity:
      "先估每家客户作答的机会：逻辑回归（岭惩罚1），用销售额、距上次购买、购买天数（都取对数）和分组；每份答卷的权重是1÷机会，少作答的客户里答了的，替更多家说话。",
    trim: (p: { cap: string; largest: string }) =>
      `权重超过平均${p.cap}倍的截到${p.cap}倍（最大的原本是${p.largest}倍）。`,
    interval:
      "区间用线性化方法，把“机会是估出来的”也算进去；差别的检验用两个得分的联合方差。作答率用Wilson区间。",
    balance: (p: { raw: string; weighted: string }) =>
      `作答的与全部客户最大的差别：补正前${p.raw}个标准差，补正后${p.weighted}（0.1以下算平衡）。`,
    limit:
      "只能补回看得到的差别。若有人正因为不满意才不作答，而购买情况与别人一样，这里看不出来；要知道，只能另外去问沉默的客户。",
    missing: (p: { earlier: number; outside: number; unlinked: number; undated: number }) =>
      `同一客户更早的${grouped(p.earlier)}份；不在这些客户之内的${grouped(p.outside)}家；没有客户名称${grouped(p.unlinked)}份；没有日期、未计入${grouped(p.undated)}份。`,
  },
  cells: {
    answered: "作答的客户",
    silent: "没有作答的客户",
    group: "这一组作答的客户",
    groupSilent: "这一组没有作答的客户",
  },
  refusals: {
    "no-question": "还没有可用的打分题。导入一份带客户的满意度问卷。",
    "no-customers": "答卷里没有客户：不知道谁答了，也就不知道谁没答。导入带客户名称或编号的问卷。",
    "too-few-answered": "这段时间作答的客户不到20家，看不出谁更常作答。换“全部历史”，或放宽筛选。",
    "too-few-silent": "沉默的客户不到10家：几乎人人作答，没有什么可补的。",
    unsettled: "作答机会的估计没有收敛，不下结论。换一个分组试试。",
  },
};

export type NonResponseMessages = typeof messages;
export default messages;
