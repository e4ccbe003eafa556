import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { AttractivenessMessages } from "./zh-Hans";

export default {
  name: "分群吸引力",
  finding: (p: { name: string; score: string }) =>
    rich`依目前的權重，${marked("top", p.name)}最值得投入（${p.score}分）。`,
  holds: {
    always: "怎麼改權重，它都是第一。",
    stable: (p: { part: string }) => `每個權重上下變動${p.part}以內，第一名都不變。`,
    unstable: (p: { part: string; rival: string }) =>
      `但權重只要變動${p.part}，就可能換成「${p.rival}」。`,
  },
  chance: (p: { share: string }) => `換一批同類客戶重算，${p.share}的情形仍是它第一。`,
  tooFew: "20家以上的客群不到兩組，沒辦法比較誰更值得投入；各組的數字見下表。",
  controls: {
    by: "依什麼分",
    rfm: "RFM分群（期初）",
    grade: "等級（期初）",
    weights: "權重",
    size: "規模",
    growth: "成長",
    margin: "毛利率",
    risk: "流失少",
  },
  criteria: { size: "規模", growth: "成長", margin: "毛利率", risk: "流失少" },
  missing: "未填寫",
  yes: "是",
  no: "否",
  rest: (p: { groups: number }) => `其餘${grouped(p.groups)}組`,
  chart: {
    title: "哪些客群值得投入？",
    sub: (p: { from: string; to: string }) =>
      `${p.from}至${p.to}，依期初的分組；滿分100，由四項按權重加總。`,
    description: (p: { groups: number }) => `${grouped(p.groups)}組客戶的吸引力得分，由高到低。`,
    score: (p: { score: string }) => `${p.score}分`,
    rank: "名次",
    ranks: (p: { best: number; worst: number }) =>
      p.best === p.worst ? `第${grouped(p.best)}` : `第${grouped(p.best)}–${grouped(p.worst)}`,
    leftOut: (p: { names: string }) => `有的組沒有${p.names}的數字，這一項沒有計分。`,
    halved: "所選區間之前沒有人買過，所以拿它的後一半和前一半相比。",
    orderStable: "權重上下浮動20%，整個名次都不變。",
    orderLoose: "權重上下浮動20%，有些名次會變，見「名次範圍」。",
    profitUnknown: (p: { lines: number }) =>
      `${grouped(p.lines)}列訂單沒有毛利，毛利率以已知的計算。`,
    newcomers: (p: { customers: number; sales: string }) =>
      `另有${grouped(p.customers)}家客戶期初還沒有買過（這段時間買了${p.sales}），不在任何組裡。`,
    openNew: "打開這些客戶",
    small: "不足20家的組只列數字，不評分。",
    columnCaution:
      "用目前的屬性或自建分群來分組時，要當心它是不是事後才填的：那樣成長和流失就是自己證明自己。",
  },
  table: {
    title: "各組的數字",
    sub: "流失：上一期買過、這一期沒有買的比例，括號裡是95%區間。",
    caption: "各組的規模、成長、毛利率、流失與得分",
    name: "客群",
    customers: "客戶數",
    sales: "銷售額",
    growth: "成長",
    margin: "毛利率",
    lost: "流失",
    score: "得分",
    range: "名次範圍（權重±20%）",
    first: "重抽時第一",
    openLost: (p: { name: string }) => `看「${p.name}」裡流失的客戶`,
  },
  how: [
    "分組用期初的樣子：這一期發生的事沒有參與分組，否則「成長快的組成長快」只是同義反覆。",
    "四項各依各組的最低和最高換算成0到1，流失越少越好；再按權重加總。",
    "名次範圍是算出來的，不是試出來的：兩組之差是權重的一次式，權重各在±20%內時的最小值和最大值可以直接寫出。",
    "重抽：每組的客戶有放回地重抽，看第一名換不換。",
  ],
  cells: {
    group: (p: { place: number }) => `吸引力第${grouped(p.place)}的客群`,
    lost: (p: { place: number }) => `吸引力第${grouped(p.place)}的客群裡流失的客戶`,
    new: "期初還沒有買過的客戶",
  },
} satisfies AttractivenessMessages;
