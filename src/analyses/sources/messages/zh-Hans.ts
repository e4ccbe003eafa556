import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "客户来源与转介绍",
  finding: {
    noColumn: "客户资料里没有渠道，也没有选别的列，看不出客户从哪里来。",
    largest: (p: { name: string; share: string }) =>
      rich`最多的客户来自${marked("largest", p.name)}，占${p.share}。`,
    differ: (p: { best: string; share: string; worst: string; low: string }) =>
      `来自“${p.best}”的客户最留得住，${p.share}会再买；“${p.worst}”只有${p.low}。`,
    alike: "各来源的客户再买的比例差不多，差别可能只是碰巧。",
    tooFew: "看满头一段日子的客户还不够多，比不出哪个来源更留得住。",
    referred: (p: { customers: number; sales: string }) =>
      rich`${marked("referred", `${grouped(p.customers)}家`)}是老客户介绍来的，至今买了${p.sales}。`,
  },
  missing: "未填写",
  yes: "是",
  no: "否",
  rest: (p: { sources: number }) => `其余${grouped(p.sources)}个来源`,
  controls: { column: "来源看哪一列", channel: "渠道", firstDays: "头多少天" },
  chart: {
    title: "哪里来的客户留得住？",
    sub: (p: { days: number }) =>
      `首单后${grouped(p.days)}天内又在别的日子买过的比例，横线是95%区间。`,
    description: (p: { sources: number }) => `${grouped(p.sources)}个来源的再买比例和区间。`,
    all: "全部客户",
  },
  table: {
    title: "各来源的客户",
    sub: (p: { days: number }) =>
      `再买与头${grouped(p.days)}天金额只看已经过了这么多天的客户，不足20家不算。`,
    caption: "各来源的客户数、新客户、销售额、再买比例和头一段的金额",
    source: "来源",
    customers: "客户数",
    share: "占客户",
    newcomers: "区间内新客户",
    sales: "至今销售额",
    salesShare: "占销售额",
    seen: "看满的客户",
    again: "再买（95%区间）",
    firstSales: "头一段平均金额",
    range: (p: { value: string; low: string; high: string }) => `${p.value}（${p.low}–${p.high}）`,
  },
  referrals: {
    title: "谁介绍了谁？",
    sub: (p: { referrers: number; customers: number }) =>
      `${grouped(p.referrers)}家客户介绍来${grouped(p.customers)}家；带来的金额含下级再介绍的。`,
    noColumn:
      "客户资料里没有“介绍人”这一列。导入时把介绍人对应到这一列（写客户名称或编号），这里就会画出转介绍的树。",
    none: (p: { unknown: number }) =>
      p.unknown === 0
        ? "还没有填写介绍人。"
        : `${grouped(p.unknown)}家填了介绍人，但介绍人不在客户里。`,
    caption: "转介绍的树：每个介绍人带来的客户和金额",
    customer: "客户",
    direct: "直接介绍",
    all: "连同下级",
    own: "自己的销售额",
    brought: "带来的销售额",
    level: (p: { depth: number }) => `第${grouped(p.depth)}层：`,
    openAll: (p: { name: string; customers: number }) =>
      `看“${p.name}”带来的${grouped(p.customers)}家客户`,
    more: (p: { rest: number }) => `还有${grouped(p.rest)}行没有列出。`,
    unknown: (p: { customers: number }) =>
      `${grouped(p.customers)}家的介绍人不在客户里，没有计入。`,
    circular: (p: { links: number }) => `${grouped(p.links)}处互相介绍绕成了圈，已断开。`,
    openReferred: "打开介绍来的客户",
    openReferrers: "打开介绍人",
  },
  how: [
    "首单后要过满这么多天才算，先来后来的客户机会一样。",
    "再买：在首单之外的另一天又买过。区间用威尔逊法；金额的区间是把客户有放回地重抽四百次。",
    "来源不是原因：好客户可能本来就从那里来。带来的金额也不等于该付的介绍费。",
    "数据最早的几个月里，老客户的第一单会被看成首单。",
  ],
  cells: {
    source: (p: { place: number }) => `第${grouped(p.place)}个来源的客户`,
    new: (p: { place: number }) => `第${grouped(p.place)}个来源在区间内的新客户`,
    again: (p: { place: number }) => `第${grouped(p.place)}个来源里再买的客户`,
    referred: "别的客户介绍来的客户",
    referrers: "介绍过客户的客户",
    by: "同一介绍人带来的客户",
  },
};

export type SourcesMessages = typeof messages;
export default messages;
