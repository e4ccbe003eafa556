import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { CoreMessages } from "./zh-Hans";

export default {
  name: "核心客戶",
  finding: (p) =>
    rich`${grouped(p.customers)}家裡有${marked("core", `${grouped(p.core)}家核心客戶`)}，帶來${p.share}（依能查到的${grouped(p.tests)}項測試）。`,
  findingNone: (p) => rich`${grouped(p.customers)}家裡沒有一家夠得上核心客戶的分數。`,
  findingKinds: (p) => [
    ...rich`${marked("top", `${grouped(p.top)}家`)}帶來一半`,
    ...(p.promising === null
      ? []
      : rich`，${marked("promising", `${grouped(p.promising)}家`)}有潛力`),
    ...(p.fading === null ? [] : rich`，${marked("fading", `${grouped(p.fading)}家`)}正在失去價值`),
    "。",
  ],
  by: { profit: "毛利", sales: "銷售額" },
  shareOf: { profit: (p) => `${p.share}的毛利`, sales: (p) => `${p.share}的銷售額` },
  noProfit: "資料裡沒有毛利，以下依銷售額。",
  noTrend: "完整的月份不足6個，看不出誰在漲、誰在跌。",
  missing: (p) => `查不到：${p.tests}。它的權重分給其他幾項；匯入相應的表後自動計入。`,
  controls: {
    measure: "依",
    coreScore: "核心客戶至少",
    score: "分",
    growth: "年增減達到",
    percent: "%",
  },
  tests: {
    title: "四項測試看什麼？",
    sub: "每項依名次打分：勝過多少同樣查得到的客戶。權重可以改。",
    caption: "四項測試的依據、可查客戶、權重和核心客戶的平均名次",
    name: "測試",
    by: "看什麼",
    known: "查得到",
    weight: "權重",
    share: "占分",
    core: "核心客戶平均勝過",
    names: { business: "生意大", pay: "付款準時", service: "不需要多少服務", stay: "願意長期" },
    bys: {
      profit: "毛利",
      sales: "銷售額",
      "late-days": "平均晚付天數",
      cost: "服務成本÷銷售額",
      efforts: "聯絡和客訴次數÷訂貨日",
      days: "首單到末單的天數",
    },
    none: "查不到",
    field: (p) => `${p.test}的權重`,
  },
  core: {
    title: "誰是核心客戶？",
    sub: (p) =>
      p.shown === p.core
        ? `${p.period}，全部${grouped(p.core)}家，分高在前。`
        : `${p.period}，${grouped(p.core)}家裡分最高的${grouped(p.shown)}家。`,
    caption: "核心客戶、分數和四項名次",
    name: "客戶",
    score: "分數",
    amount: { profit: "毛利", sales: "銷售額" },
    openAll: "打開全部",
    missing: "缺",
  },
  kinds: {
    title: "誰最有價值，往哪走？",
    sub: (p) =>
      `${p.by}最大的${grouped(p.points)}家：橫軸${p.by}（對數），縱軸自己銷售額每年的增減（${p.periods}）；空心的在誤差之內。`,
    description: (p) =>
      `客戶的價值與走勢：最大${grouped(p.top)}家，有潛力${grouped(p.promising)}家，正在失去價值${grouped(p.fading)}家。`,
    names: { top: "最大獲利", promising: "可觀且有潛力", fading: "正在失去價值", rest: "其餘" },
    lists: {
      top: (p) => `${grouped(p.customers)}家，合計${p.money}，占一半。守住。`,
      promising: (p) => `${grouped(p.customers)}家，合計${p.money}，明顯在漲。加碼投入。`,
      fading: (p) => `${grouped(p.customers)}家，合計${p.money}，明顯在跌。依一年少掉的錢排。`,
    },
    name: "客戶",
    slope: "每年增減",
    interval: "95%區間",
    openAll: "打開全部",
    months: (p) => `最近${grouped(p.n)}個完整月`,
    quarters: (p) => `最近${grouped(p.n)}個完整季`,
    y: "每年增減（與自己的平均比）",
    none: "沒有。",
    unknown: "太短，看不出",
  },
  how: {
    score: "分數＝各項名次依權重平均×100；查不到的一項，權重分給其他項；只查得到一項的客戶不打分。",
    kinds:
      "正在失去價值：有利可圖，但銷售額明顯下滑。最大獲利：其餘裡合計占一半的最大客戶。可觀且有潛力：再往下到合計80%，而且明顯上升。",
    trend:
      "走勢是客戶自己的銷售額對時間的直線，去掉大家共有的季節；超出95%區間並達到設定的增減才算明顯。",
  },
  cells: {
    core: "核心客戶",
    top: "最大獲利的客戶",
    promising: "可觀且有潛力的客戶",
    fading: "正在失去價值的客戶",
  },
} satisfies CoreMessages;
