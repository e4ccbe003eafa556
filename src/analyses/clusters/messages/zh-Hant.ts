import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { ClustersMessages } from "./zh-Hans";

export default {
  name: "行為分群",
  refusals: {
    "few-customers": "客戶太少，逐家看就好。",
    "too-alike": "客戶的購買情形幾乎一樣，分不出群。",
  },
  finding: (p) =>
    rich`${grouped(p.customers)}家客戶按購買行為分成${marked("k", `${grouped(p.k)}群`)}。`,
  findingLargest: (p) =>
    rich`${marked("largest", `「${p.name}」${grouped(p.customers)}家`)}占客戶的${p.share}，帶來${p.money}的金額。`,
  findingGone: (p) =>
    rich`${marked("gone", `「${p.name}」${grouped(p.customers)}家`)}曾經買得多，卻很久沒來，累計金額${p.money}。`,
  clarity: {
    clear: "群與群分得清楚。",
    fair: "群與群大致分得開，邊界上有過渡。",
    weak: "客戶是連續過渡的，群與群之間沒有天然的界線，請當作方便管理的劃分。",
  },
  unstable: "換一批客戶重算，各種分法都不太穩定，請謹慎使用。",
  chosen: (p) => `您選了群數；資料本身最支持分${grouped(p.best)}群。`,
  sampled: (p) => `群數是用隨機抽取的${grouped(p.sampled)}家選定的，再把全部客戶歸入各群。`,
  number: "群數",
  auto: "自動",
  count: (p) => `${p.k}群`,
  map: {
    title: "各群在哪裡？",
    sub: (p) => `橫軸是多久沒下單，縱軸是每家金額，都取中位數；圓的大小是客戶數。截至${p.asOf}。`,
    description: (p) => `${p.k}個群的位置，金額最多的是「${p.largest}」。`,
    x: "距上次下單（天）",
    y: "每家金額",
  },
  list: {
    title: "每一群是什麼樣的客戶？",
    sub: "各項為該群的中位數；點一列看是哪些客戶。",
    name: "群",
    customers: "客戶",
    share: "占金額",
    recency: "多久沒下單",
    orders: "訂單數",
    days: "下單天數",
    money: "每家金額",
    stability: "穩定度",
  },
  levels: {
    recency: { low: "最近買過", middle: "有一陣子沒買", high: "很久沒買" },
    frequency: { low: "買得少", middle: "次數中等", high: "買得勤" },
    money: { low: "金額小", middle: "金額中等", high: "金額大" },
  },
  names: {
    recent: { high: "活躍大客戶", middle: "活躍常客", low: "新近小客戶" },
    middle: { high: "放緩的大客戶", middle: "普通客戶", low: "零星客戶" },
    long: { high: "走遠的大客戶", middle: "久未下單的客戶", low: "沉睡小客戶" },
  },
  numbered: (p) => `${p.name}${p.number}`,
  choices: {
    title: "分幾群合適？",
    sub: "輪廓係數越大，群分得越開；穩定度是換一批客戶後還能找回同樣群的程度，0.75以上算穩定。點一列改用它。",
    k: "群數",
    silhouette: "輪廓係數",
    stability: "穩定度",
    gap: "間隙統計量",
    shown: "現用",
  },
  cells: { cluster: (p) => `行為分群第${p.number}群的客戶` },
  how: [
    "用距上次下單的天數、下單次數和金額三項，先取對數，再按中位數和四分位距統一尺度，三項同樣重要。",
    "k平均法：讓每家客戶離自己群的中心盡量近；每種群數試20個起點，結果固定，可以重算。",
    "自動時，在穩定的群數裡取輪廓係數最大的一種。",
    "群名按三項的中位數在全部客戶中的位置（上、中、下三分之一）取。",
  ],
} satisfies ClustersMessages;
