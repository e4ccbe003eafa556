import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { XyzMessages } from "./zh-Hans";

export default {
  name: "ABC-XYZ與分級穩定性",
  finding: (p) =>
    rich`${marked("x", `${grouped(p.x)}家`)}需求平穩，占金額${p.share}；${marked("z", `${grouped(p.z)}家`)}忽高忽低，占${p.zShare}。`,
  findingNone: "完整的月份不足6個，需求穩不穩還看不出來。",
  findingStable: (p) =>
    rich`${p.share}的客戶換個切法、早一個月、換幾個月份都還在原來那級；${marked("borderline", `${grouped(p.borderline)}家`)}在邊界上。`,
  controls: {
    steady: "平穩：變異係數低於",
    erratic: "不穩：高於",
    cut: "定級方法",
  },
  cuts: {
    "rank-15-35-50": "依名次 15/35/50",
    "rank-20-30-50": "依名次 20/30/50",
    "cumulative-50-80": "依金額 50/80",
    "cumulative-80-95": "依金額 80/95",
  },
  grade: { a: "A", b: "B", c: "C" },
  demand: { x: "X 平穩", y: "Y 波動", z: "Z 忽高忽低", none: "太短" },
  matrix: {
    title: "哪些客戶又大又穩？",
    sub: (p) => `${p.periods}，已去季節；變異係數中位數${p.median}。格子越深金額越多。`,
    subNone: "完整的月份不足6個，全部歸入「太短」。",
    description: (p) =>
      `規模和平穩度的九格圖：平穩${grouped(p.x)}家，波動${grouped(p.y)}家，忽高忽低${grouped(p.z)}家。`,
    cell: (p) => `${p.grade}·${p.demand}`,
    heads: (p) => `${grouped(p.customers)}家`,
    customers: "客戶",
    amount: { sales: "銷售額", profit: "毛利" },
    share: "占比",
    grade: "級別",
    demand: "平穩度",
    months: (p) => `最近${grouped(p.n)}個完整月`,
    quarters: (p) => `最近${grouped(p.n)}個完整季`,
    young: (p) => `其中${grouped(p.customers)}家成為客戶不足6個月（季），不判斷。`,
    advice: "AX可以依計畫備貨，AZ要一單一談；CZ不必為它備貨。",
  },
  trials: {
    title: "分級有多穩？",
    sub: (p) =>
      `三種檢驗：切點移動5%，期間早一個月，月份有放回地重抽${grouped(p.draws)}次（八成以上同級算穩）。`,
    subNone: "三種檢驗：切點移動5%，期間早一個月，月份重抽。",
    caption: "各種檢驗下級別不變的客戶比例",
    name: "檢驗",
    names: { cut: "切點±5%", window: "早一個月", draws: "重抽月份" },
    all: "全部",
    changed: "變級",
    missing: {
      cut: "任何資料都能做",
      window: "要選「所選期間」，而且資料更早",
      draws: "要有3個月以上",
    },
  },
  border: {
    title: "誰在邊界上？",
    sub: (p) =>
      p.shown === p.customers
        ? `全部${grouped(p.customers)}家，大客戶在前。`
        : `${grouped(p.customers)}家裡最大的${grouped(p.shown)}家。`,
    none: "沒有。",
    caption: "邊界上的客戶、級別和重抽結果",
    name: "客戶",
    grade: "級別",
    trials: "哪種檢驗會變",
    chances: "重抽 A/B/C",
    openAll: "打開全部",
  },
  how: [
    "ABC：依規模的分級，和「集中度」完全一樣。",
    "XYZ：每個客戶從第一單起，各期銷售額的標準差÷平均（變異係數）。多數客戶一個月不到買一次時依季。兩年以上資料先除以大家共有的季節。",
    "沒有買的月份算0；不足6期不判斷。",
    "重抽：把期間裡的月份有放回地抽滿，全體客戶同抽，再依同樣方法定級。",
  ],
  cells: {
    demand: (p) => `需求${p.demand}的客戶`,
    cell: (p) => `${p.grade}級、${p.demand}的客戶`,
    borderline: "分級在邊界上的客戶",
    changed: (p) => `${p.trial}會變級的客戶`,
  },
} satisfies XyzMessages;
