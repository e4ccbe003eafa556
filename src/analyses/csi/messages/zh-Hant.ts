import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { CsiMessages } from "./zh-Hans";

export default {
  name: "滿意度指數CSI",
  finding: (p) =>
    rich`滿意度指數（CSI）為${marked("csi", p.csi)}，95%信心在${p.low}到${p.high}之間（滿分100，${grouped(p.n)}份問卷）。`,
  findingSpread: (p) => rich`換一種權重，指數在${p.low}到${p.high}之間。`,
  findingSame: rich`換一種權重，指數幾乎不變。`,
  findingLost: (p) => rich`失分最多的是${marked("lost", `「${p.name}」（${p.lost}分）`)}。`,
  findingUp: (p) =>
    rich`${p.now}比${p.before}升了${marked("up", p.points)}分，超出抽樣誤差（${p.pValue}）。`,
  findingDown: (p) =>
    rich`${p.now}比${p.before}降了${marked("down", p.points)}分，超出抽樣誤差（${p.pValue}）。`,
  findingStill: (p) =>
    rich`${p.now}與${p.before}相差${p.points}分，可能只是抽樣誤差（${p.pValue}），不算變化。`,
  few: (p) => `只有${grouped(p.n)}份問卷，區間很寬，先別下結論。`,
  lowAlpha: (p) =>
    `這幾題的答案不太一致（Cronbach α=${p.alpha}，一般要求0.7以上）：合成一個數之前，先看看每一題。`,
  undated: "問卷沒有日期：全部計入，不分區間，也看不到變化。",
  block: "用哪些題",
  blockNames: { whole: "整體題", parts: "全部分項" },
  blockOption: (p) => `${p.name}（${grouped(p.items)}題）`,
  blockAuto: (p) => `自動：${p.name}`,
  weightsLabel: "權重",
  weightsAuto: "自動",
  schemes: {
    equal: "等權重",
    stated: "客戶說的重要性",
    derived: "從答案推出來的",
    component: "主成分",
  },
  items: {
    title: "指數從哪裡來，分丟在哪裡？",
    sub: (p) =>
      `每一條的全長是這一項的權重（${p.scheme}），深色是得到的分，淺色是丟掉的分，合起來100分。點開看低於中點的客戶。`,
    description: (p) =>
      `${grouped(p.items)}項的得分和失分，失分最多的是「${p.name}」，${p.lost}分。`,
    name: "項目",
    answers: "回答",
    mean: "平均分",
    index: "得分（0–100）",
    weight: "權重",
    points: "貢獻",
    lost: "失分",
    lowCustomers: "低於中點的客戶",
    lostLabel: (p) => `丟${p.lost}`,
  },
  schemesCard: {
    title: "換一種權重，會差多少？",
    sub: "同樣的答案，四種權重。圓點是指數，橫條是95%區間；沒有的那幾種，資料裡缺了要用的題。",
    description: (p) => `${grouped(p.schemes)}種權重下的指數，從${p.low}到${p.high}。`,
    scheme: "權重",
    index: "指數",
    interval: "95%區間",
    low: "下限",
    high: "上限",
    weightOf: (p) => `「${p.name}」的權重`,
  },
  trend: {
    title: "指數在變嗎？",
    sub: (p) =>
      `各期的指數和95%區間，權重始終相同，變的只是分數。橫線是全部問卷的${p.centre}，灰帶是這麼多份問卷正常會有的波動（±3倍標準誤）。`,
    subWide: (p) =>
      `各期的指數和95%區間，權重始終相同。橫線是全部問卷的${p.centre}，灰帶是正常波動：各期之間本來就比抽樣誤差更分散，所以放寬到${p.factor}倍。`,
    outBelow: (p) =>
      rich`${p.period}的指數${marked("out", p.index)}（全部問卷${p.centre}），低於正常波動的下限。`,
    outAbove: (p) =>
      rich`${p.period}的指數${marked("up", p.index)}（全部問卷${p.centre}），高於正常波動的上限。`,
    description: (p) =>
      `${grouped(p.periods)}期的滿意度指數，${p.outside === 0 ? "全部在管制界限以內" : `${grouped(p.outside)}期超出管制界限`}。`,
    period: "期間",
    answers: "問卷",
    index: "指數",
    interval: "95%區間",
    low: "下限",
    high: "上限",
    customers: "客戶",
    limits: "管制界限",
    limitLow: "管制下限",
    limitHigh: "管制上限",
    signal: "判斷",
    above: "高於管制界限",
    below: "低於管制界限",
    inside: "正常波動",
    running: "這一期還沒結束",
    none: "少於兩期，看不出趨勢。",
  },
  blocks: {
    title: "各組題目的指數",
    sub: "同一張問卷裡的幾組題，各自合成一個指數。",
    caption: "各組題目的題數、問卷、兩種權重的指數和一致性",
    name: "一組題",
    items: "題數",
    answers: "問卷",
    equal: "等權重",
    component: "主成分權重",
    alpha: "一致性α",
  },
  gaps: {
    title: "期望的，得到了嗎？",
    sub: "空心是期望，實心是得到的（0–100），線是差距。紅色是確實不如期望，綠色是確實超出，灰色是看不出差別。",
    finding: (p) =>
      rich`得到的比期望的${marked("gap", p.servqual)}分（95%區間${p.low}到${p.high}，${p.isStated ? "按客戶說的重要性加權" : "各構面等權重"}）。`,
    less: (p) => `低${p.points}`,
    more: (p) => `高${p.points}`,
    worst: (p) => rich`差得最多的是${marked("worst", `「${p.name}」`)}，${p.share}的問卷不如期望。`,
    description: (p) => `${grouped(p.gaps)}個構面的期望與得到，差得最多的是「${p.name}」。`,
    name: "構面",
    pairs: "兩樣都答的問卷",
    performance: "得到",
    expectation: "期望",
    gap: "差距",
    low: "下限",
    high: "上限",
    interval: "95%區間",
    pValue: "p值",
    below: "不如期望",
    met: "正如期望",
    above: "超出期望",
    belowCustomers: "不如期望的客戶",
    none: "問卷裡沒有「期望」題，看不到期望與得到的差距。加上同一構面的期望題（如「交貨準時的期望」），這裡就會算出來。",
  },
  how: {
    formula:
      "每一題換算成0–100分；指數＝Σ權重×得分，權重合計為1。沒有作答的題不算0分，這一題的平均只算答了的人。",
    schemes:
      "客戶說的重要性：各項重要性的平均，除以總和。從答案推出來的：各項對整體滿意（沒有就用推薦意願）的Shapley影響份額。主成分：各題相關矩陣的第一主成分。",
    outcome: (p) => `推權重用的題：「${p.name}」。`,
    interval: "區間把權重當作已知，只算抽樣誤差（按問卷線性化，t分配）。",
    change: "變化：最近兩期各自獨立比較（z檢定）；同一批客戶答兩次時偏保守。",
    trend:
      "走勢：管制圖，管制界限＝全部問卷的指數±3×σz×標準誤（全部問卷的離散程度）；σz（Laney）從至少8個完整的期間裡算，小於1按1。不到10份的期間只畫不判斷。",
    alpha: "一致性：Cronbach α，只用每題都答了的問卷。",
    gaps: "差距＝得到−期望，只用同一份問卷裡兩樣都答了的，成對t區間。",
  },
  cells: {
    low: "自己的指數低於50的客戶",
    item: "這一項低於中點的客戶",
    gap: "得到的不如期望的客戶",
    period: (p) => `${p.when}填過問卷的客戶`,
  },
  refusals: {
    "too-few-items":
      "要合成指數，同一張問卷裡至少要有兩道滿意度題（整體或分項）。只有一道題，請看「滿意度」。",
    "too-few-answers": "每一題至少要有10份回答。換一個區間，或放寬篩選。",
  },
} satisfies CsiMessages;
