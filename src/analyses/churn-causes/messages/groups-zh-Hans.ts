import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

/** The words of groups side by side. */
const groups = {
  control: "分组比较",
  none: "不分组",
  rest: "其余",
  yes: "是",
  no: "否",
  range: (p: { from: string; to: string }) => `${p.from}–${p.to}`,
  noTest: (p: { column: string }) => rich`按“${p.column}”分，流失太少，比不出差别。`,
  same: (p: { column: string; p: string }) =>
    rich`按“${p.column}”分，各组因各种原因流失的比例看不出差别（Gray检验，${p.p}）。`,
  differ: (p: { column: string; cause: string; p: string }) =>
    rich`按“${p.column}”分，差别最明显的是${marked("cause", p.cause)}（Gray检验，${p.p}）。`,
  differBetween: (p: {
    column: string;
    cause: string;
    p: string;
    most: string;
    mostShare: string;
    least: string;
    leastShare: string;
  }) =>
    rich`按“${p.column}”分，差别最明显的是${marked("cause", p.cause)}：“${p.most}”${marked("most", p.mostShare)}，“${p.least}”${marked("least", p.leastShare)}（Gray检验，${p.p}）。`,
  title: (p: { column: string }) => `按“${p.column}”分，差在哪里？`,
  sub: (p: { cause: string }) => `各组因“${p.cause}”累计流失的比例，画到还剩5家为止。`,
  description: (p: { cause: string; groups: number }) =>
    `${grouped(p.groups)}组客户因“${p.cause}”累计流失的比例。`,
  tableTitle: (p: { cause: string }) => `各组因“${p.cause}”流失的比例`,
  tableSub: (p: { time: string }) => `截至成为客户后${p.time}；更晚的流失计入家数，不计入比例。`,
  lost: "流失",
  lower: "区间下限",
  upper: "区间上限",
  atRisk: "还在的客户",
  missing: (p: { customers: number }) => `${grouped(p.customers)}家没有这一项，未参加比较。`,
  testTitle: "各种原因的检验",
  testSub: "各组的流失比例一样吗？",
  df: "自由度",
  tooFew: "不足5家",
  testNote:
    "p是单项检验的；上面那句话里的p已按检验的项数放大（Bonferroni），免得项数一多，总有一项碰巧显著。",
  how: [
    "比例只算到各组都还看得到足够多客户的时候；Gray检验用全部流失，更晚的也算，只是那时看得到的客户少，分量也轻。",
    "Gray检验比较的是累计发生率：一组客户被别的原因带走得多，剩下能因这个原因流失的就少，这一点已算在内。对数秩检验做不到。",
    "有差别不等于就是这一项造成的，各组在别处也可能不同。",
  ],
  cells: {
    group: (p: { place: number }) => `第${grouped(p.place)}组的客户`,
    groupLost: (p: { place: number; name: string }) =>
      `第${grouped(p.place)}组里因“${p.name}”流失的客户`,
  },
};

export type GroupsMessages = typeof groups;
export default groups;
