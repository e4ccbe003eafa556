import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { SourcesMessages } from "./zh-Hans";

export default {
  name: "客戶來源與轉介紹",
  finding: {
    noColumn: "客戶資料裡沒有通路，也沒有選別的欄位，看不出客戶從哪裡來。",
    largest: (p: { name: string; share: string }) =>
      rich`最多的客戶來自${marked("largest", p.name)}，占${p.share}。`,
    differ: (p: { best: string; share: string; worst: string; low: string }) =>
      `來自「${p.best}」的客戶最留得住，${p.share}會再買；「${p.worst}」只有${p.low}。`,
    alike: "各來源的客戶再買的比例差不多，差別可能只是碰巧。",
    tooFew: "看滿頭一段日子的客戶還不夠多，比不出哪個來源更留得住。",
    referred: (p: { customers: number; sales: string }) =>
      rich`${marked("referred", `${grouped(p.customers)}家`)}是老客戶介紹來的，至今買了${p.sales}。`,
  },
  missing: "未填寫",
  yes: "是",
  no: "否",
  rest: (p: { sources: number }) => `其餘${grouped(p.sources)}個來源`,
  controls: { column: "來源看哪一欄", channel: "通路", firstDays: "頭多少天" },
  chart: {
    title: "哪裡來的客戶留得住？",
    sub: (p: { days: number }) =>
      `首單後${grouped(p.days)}天內又在別的日子買過的比例，橫線是95%區間。`,
    description: (p: { sources: number }) => `${grouped(p.sources)}個來源的再買比例和區間。`,
    all: "全部客戶",
  },
  table: {
    title: "各來源的客戶",
    sub: (p: { days: number }) =>
      `再買與頭${grouped(p.days)}天金額只看已經過了這麼多天的客戶，不足20家不算。`,
    caption: "各來源的客戶數、新客戶、銷售額、再買比例和頭一段的金額",
    source: "來源",
    customers: "客戶數",
    share: "占客戶",
    newcomers: "區間內新客戶",
    sales: "至今銷售額",
    salesShare: "占銷售額",
    seen: "看滿的客戶",
    again: "再買（95%區間）",
    firstSales: "頭一段平均金額",
    range: (p: { value: string; low: string; high: string }) => `${p.value}（${p.low}–${p.high}）`,
  },
  referrals: {
    title: "誰介紹了誰？",
    sub: (p: { referrers: number; customers: number }) =>
      `${grouped(p.referrers)}家客戶介紹來${grouped(p.customers)}家；帶來的金額含下層再介紹的。`,
    noColumn:
      "客戶資料裡沒有「介紹人」這一欄。匯入時把介紹人對應到這一欄（寫客戶名稱或編號），這裡就會畫出轉介紹的樹。",
    none: (p: { unknown: number }) =>
      p.unknown === 0
        ? "還沒有填寫介紹人。"
        : `${grouped(p.unknown)}家填了介紹人，但介紹人不在客戶裡。`,
    caption: "轉介紹的樹：每個介紹人帶來的客戶和金額",
    customer: "客戶",
    direct: "直接介紹",
    all: "連同下層",
    own: "自己的銷售額",
    brought: "帶來的銷售額",
    level: (p: { depth: number }) => `第${grouped(p.depth)}層：`,
    openAll: (p: { name: string; customers: number }) =>
      `看「${p.name}」帶來的${grouped(p.customers)}家客戶`,
    more: (p: { rest: number }) => `還有${grouped(p.rest)}列沒有列出。`,
    unknown: (p: { customers: number }) =>
      `${grouped(p.customers)}家的介紹人不在客戶裡，沒有計入。`,
    circular: (p: { links: number }) => `${grouped(p.links)}處互相介紹繞成了圈，已斷開。`,
    openReferred: "打開介紹來的客戶",
    openReferrers: "打開介紹人",
  },
  how: [
    "首單後要過滿這麼多天才算，先來後來的客戶機會一樣。",
    "再買：在首單之外的另一天又買過。區間用威爾遜法；金額的區間是把客戶有放回地重抽四百次。",
    "來源不是原因：好客戶可能本來就從那裡來。帶來的金額也不等於該付的介紹費。",
    "資料最早的幾個月裡，老客戶的第一單會被看成首單。",
  ],
  cells: {
    source: (p: { place: number }) => `第${grouped(p.place)}個來源的客戶`,
    new: (p: { place: number }) => `第${grouped(p.place)}個來源在區間內的新客戶`,
    again: (p: { place: number }) => `第${grouped(p.place)}個來源裡再買的客戶`,
    referred: "別的客戶介紹來的客戶",
    referrers: "介紹過客戶的客戶",
    by: "同一介紹人帶來的客戶",
  },
} satisfies SourcesMessages;
