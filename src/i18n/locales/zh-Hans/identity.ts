import type { Evidence } from "../../../domain/customer-merge";
import { grouped } from "../../number-words";

/** Customers entered twice, merged by hand, or missing from the customer table. */
export const identity = {
  heading: "同一家客户只算一家",
  lead: "同一家客户常有几种写法。这里找出可能重复的，由您决定；合并只影响看到的结果，导入的表格不变，随时可以拆开，重新导入后仍然有效。",
  look: "找可能重复的客户",
  looking: "正在逐一比对…",
  pairs: (p: { pairs: number }) => `${grouped(p.pairs)}对客户可能是同一家`,
  noPairs: "没有发现可能重复的客户。",
  score: (p: { share: string }) => `把握${p.share}：`,
  evidence: {
    "same-name": "名称只差公司后缀",
    "same-phone": "电话相同",
    "near-name": "名称只差一个字",
    "place-in-name": "名称只差地名",
    "same-city": "地区相同",
    "other-city": "地区不同",
    "other-phone": "电话不同",
    "other-id": "编号不同",
  } satisfies Record<Evidence, string>,
  orders: (p: { lines: number }) => `${grouped(p.lines)}行订单`,
  merge: "合并",
  keepApart: "不是同一家",
  pairNamed: (p: { from: string; into: string }) => `${p.from}和${p.into}`,
  more: "再看一些",
  merged: (p: { from: string; into: string }) => `“${p.from}”已并入“${p.into}”。`,
  keptApart: "记住了，不再提示这一对。",
  unmerged: "已拆开。",
  undo: "撤销",
  failed: "没能保存，数据没有变。",
  mergeCount: (p: { merges: number }) => `已合并${grouped(p.merges)}个客户`,
  unmerge: "拆开",
  unlisted: {
    none: "订单里的客户都在客户资料里。",
    some: (p: { customers: number; lines: number; amount: string }) =>
      `${grouped(p.customers)}个有订单的客户不在客户资料里（${grouped(p.lines)}行，${p.amount}）`,
    advice: "他们照样计入所有分析，只是没有资料里的属性。多半是名称写法不同，或资料还没有补上。",
    caption: "不在客户资料里的客户，金额大的在前",
    name: "客户",
    lines: "订单行",
    amount: "金额",
    more: (p: { listed: number }) => `只列出金额最大的${grouped(p.listed)}个。`,
  },
};

export type IdentityMessages = typeof identity;
