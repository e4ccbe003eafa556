import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { NextOrderMessages } from "./zh-Hans";

export default {
  name: "下次下單",
  refusals: { "few-rhythms": "至少要有十家客戶下過三次單，才看得出節奏。" },
  finding: (p) =>
    rich`${marked("overdue", `${grouped(p.overdue)}家`)}按自己的節奏早該下單，還沒有動靜，涉及${marked("money", p.money)}。`,
  findingNone: "沒有一家客戶明顯晚於自己的節奏。",
  findingDue: (p) =>
    rich`另有${marked("due", `${grouped(p.due)}家`)}正好到了該下單的時候（${p.money}）。`,
  findingSoon: (p) =>
    rich`今後${p.days}預計有${marked("soon", `${grouped(p.soon)}家`)}下單，合計約${p.money}。`,
  ahead: "多少天內算快到",
  dayUnit: "天",
  weeks: {
    title: "訂單該在哪一週來？",
    sub: (p) =>
      `${grouped(p.customers)}家有節奏、沒有走掉的客戶，按預計下單日分週；左邊是已經過了日子還沒來的。`,
    description: "以截止日為界，逾期和將來各週預計訂單金額的柱狀圖。",
    past: (p) => `晚${p.weeks}週`,
    future: (p) => `${p.weeks}週後`,
    thisWeek: "7天內",
    week: "預計下單的週",
    customers: "客戶",
    money: "預計金額",
    beyond: (p) => `${p.name}以上`,
  },
  states: {
    title: "客戶走到了哪一步？",
    sub: (p) =>
      `${grouped(p.all)}家客戶中有${grouped(p.rhythm)}家下過三次以上、看得出節奏；點一列看是哪些客戶。`,
    state: "情形",
    customers: "客戶",
    money: "下一單合計",
    names: { later: "還早", soon: "快到了", due: "到期", overdue: "逾期", gone: "可能已離開" },
    rules: {
      later: "預計下單日還遠",
      soon: (p) => `預計${p.days}內下單`,
      due: "預計日已過，還在正常範圍",
      overdue: "比自己八成的間隔都久",
      gone: (p) => `久得超出常理，也超過${p.days}的流失視窗`,
    },
  },
  list: {
    title: "先聯絡誰？",
    sub: (p) =>
      `到期和逾期的${grouped(p.all)}家中下一單金額最大的${grouped(p.shown)}家；點一家看詳情。`,
    none: "現在沒有到期或逾期的客戶。",
    openAll: "打開全部逾期客戶",
    name: "客戶",
    state: "情形",
    expected: "預計下單",
    interval: "八成區間",
    silence: "沒下單",
    usual: "平常間隔",
    index: "逾期倍數",
    regularity: "規律性",
    money: "下一單",
    times: (p) => `${p.times}倍`,
    regularities: { regular: "規律", mixed: "有波動", irregular: "不規律" },
  },
  cells: {
    state: (p) => `下次下單「${p.name}」的客戶`,
    week: (p) => `預計下單在「${p.name}」的客戶`,
  },
  how: [
    "每家客戶用自己歷次下單的間隔推算下一單；次數少的向全體客戶的節奏靠攏，次數多的主要看自己。",
    "預計日＝上次下單＋間隔的中位數；八成區間是同一推算的10%到90%。",
    "逾期：沒下單的天數超過推算間隔的80%分位。可能已離開：超過99%分位、流失視窗和平常間隔的三倍。",
    "下一單金額取最近五個下單日的中位數，沒有扣退貨。",
  ],
  coverage: (p) =>
    `檢驗：用更早的間隔推算每家最近一次間隔，${grouped(p.gaps)}個中有${p.share}落在八成區間內。`,
  window: (p) =>
    `流失視窗${p.days}：八成訂單會在這個天數內等到下一單（Kaplan–Meier，含還沒等到的）。`,
  shape: (p) => `規律度${p.value}：1是全憑偶然，越大越有規律。`,
} satisfies NextOrderMessages;
