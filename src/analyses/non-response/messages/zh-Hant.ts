import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { NonResponseMessages } from "./zh-Hans";

export default {
  name: "沉默的客戶",
  findingAsked: (p) =>
    rich`${grouped(p.asked)}家客戶裡，${marked("answered", p.answered)}家作答（${p.share}），${marked("silent", p.silent)}家沉默。`,
  findingKind: (p) =>
    rich`原始的${p.measure}${p.raw}偏樂觀：把沉默的客戶補回來，是${marked("weighted", p.weighted)}，高估了${p.points}分。`,
  findingHarsh: (p) =>
    rich`原始的${p.measure}${p.raw}偏悲觀：把沉默的客戶補回來，是${marked("weighted", p.weighted)}，低估了${p.points}分。`,
  findingNone: (p) =>
    rich`把沉默的客戶補回來，${p.measure}是${marked("weighted", p.weighted)}，原始的是${p.raw}：看不出差別（${p.pValue}）。`,
  because: {
    lessLow: (p) =>
      rich`主要因為${marked("reason", p.group)}作答少（${p.ratio}，全部${p.all}），而其中作答的評分偏低（${p.score}）。`,
    lessHigh: (p) =>
      rich`主要因為${marked("reason", p.group)}作答少（${p.ratio}，全部${p.all}），而其中作答的評分偏高（${p.score}）。`,
    moreLow: (p) =>
      rich`主要因為${marked("reason", p.group)}作答多（${p.ratio}，全部${p.all}），而它們評分偏低（${p.score}）。`,
    moreHigh: (p) =>
      rich`主要因為${marked("reason", p.group)}作答多（${p.ratio}，全部${p.all}），而它們評分偏高（${p.score}）。`,
  },
  measures: { nps: "淨推薦值（NPS）", mean: "平均分" },
  trimmed: (p) =>
    `有${grouped(p.trimmed)}份問卷的權重超過平均的${p.cap}倍，已截到${p.cap}倍；這部分差別沒有全部補回來。`,
  unbalanced: (p) => `補正以後，作答的與全部客戶仍相差${p.gap}個標準差，只補回了一部分。`,
  thin: (p) => `補正後只相當於${p.effective}份同等分量的問卷，區間很寬，先別下結論。`,
  wholeHistory: "全部歷史",
  question: "題目",
  asked: "該聽到誰",
  askedChoices: { buyers: "這段時間買過的", listed: "問卷名單上的" },
  compare: "按什麼比較",
  byGrade: "客戶等級",
  cap: "權重最多",
  capUnit: "倍",
  gradeNames: { a: "A類客戶", b: "B類客戶", c: "C類客戶" },
  noGroup: "沒有分組",
  scores: {
    title: "補正前後的得分",
    sub: (p) => `「${p.name}」，${p.period}，每家客戶取最近一份。橫條是95%區間。`,
    description: (p) => `原始得分${p.raw}，補正後${p.weighted}，各帶95%區間。`,
    raw: "原始",
    weighted: "補正後",
    score: "得分",
    interval: "95%區間",
    low: "下限",
    high: "上限",
    answers: "問卷",
    effective: "相當於同等分量的問卷",
    difference: "原始−補正後",
  },
  groups: {
    title: "誰沒有作答？",
    sub: (p) => `各組的作答率，橫條是95%區間，虛線是全部的${p.all}。點開看這一組沉默的客戶。`,
    description: (p) => `${grouped(p.groups)}組客戶的作答率，全部合計${p.all}。`,
    all: "全部",
    group: "分組",
    asked: "客戶",
    answered: "作答",
    silent: "沉默",
    ratio: "作答率",
    score: "原始得分",
    weight: "每份問卷的權重",
    label: (p) => `${p.share}（${grouped(p.n)}）`,
    hidden: (p) => `還有${grouped(p.groups)}組沒有列出。`,
    openSilent: "開啟全部沉默客戶",
  },
  traits: {
    title: "沉默的客戶有什麼不同？",
    sub: "中位數；作答機會看的是高一個標準差（取對數後）時的比值比，大於1表示越高越常作答。",
    caption: "作答與沉默客戶的購買情況，以及它們與作答的關係",
    what: "購買情況",
    answered: "作答的",
    silent: "沉默的",
    odds: "作答機會",
    oddsText: (p) => `${p.value}倍（${p.low}–${p.high}）`,
    pValue: "顯著性",
    names: { sales: "銷售額", recency: "距上次購買", orders: "購買天數" },
  },
  how: {
    asked: (p) =>
      `該聽到的：這段時間買過的客戶，或問卷名單上的客戶（可選），共${grouped(p.asked)}家，${grouped(p.answered)}家作答。`,
    propensity:
      "先估每家客戶作答的機會：邏輯迴歸（嶺懲罰1），用銷售額、距上次購買、購買天數（都取對數）和分組；每份問卷的權重是1÷機會，少作答的客戶裡答了的，替更多家說話。",
    trim: (p) => `權重超過平均${p.cap}倍的截到${p.cap}倍（最大的原本是${p.largest}倍）。`,
    interval:
      "區間用線性化方法，把「機會是估出來的」也算進去；差別的檢驗用兩個得分的聯合方差。作答率用Wilson區間。",
    balance: (p) =>
      `作答的與全部客戶最大的差別：補正前${p.raw}個標準差，補正後${p.weighted}（0.1以下算平衡）。`,
    limit:
      "只能補回看得到的差別。若有人正因為不滿意才不作答，而購買情況與別人一樣，這裡看不出來；要知道，只能另外去問沉默的客戶。",
    missing: (p) =>
      `同一客戶更早的${grouped(p.earlier)}份；不在這些客戶之內的${grouped(p.outside)}家；沒有客戶名稱${grouped(p.unlinked)}份；沒有日期、未計入${grouped(p.undated)}份。`,
  },
  cells: {
    answered: "作答的客戶",
    silent: "沒有作答的客戶",
    group: "這一組作答的客戶",
    groupSilent: "這一組沒有作答的客戶",
  },
  refusals: {
    "no-question": "還沒有可用的評分題。匯入一份帶客戶的滿意度問卷。",
    "no-customers": "問卷裡沒有客戶：不知道誰答了，也就不知道誰沒答。匯入帶客戶名稱或編號的問卷。",
    "too-few-answered":
      "這段時間作答的客戶不到20家，看不出誰更常作答。換「全部歷史」，或放寬篩選。",
    "too-few-silent": "沉默的客戶不到10家：幾乎人人作答，沒有什麼可補的。",
    unsettled: "作答機會的估計沒有收斂，不下結論。換一個分組試試。",
  },
} satisfies NonResponseMessages;
