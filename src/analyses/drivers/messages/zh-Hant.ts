import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { DriversMessages } from "./zh-Hans";

export default {
  name: "滿意的驅動因素",
  finding: (p) =>
    rich`${grouped(p.drivers)}項一起解釋了「${p.outcome}」${marked("r2", p.r2)}的差異。`,
  findingTop: (p) =>
    rich`影響最大的是${marked("first", `「${p.first}」（${p.firstShare}）`)}，其次是${marked("second", `「${p.second}」（${p.secondShare}）`)}。`,
  findingOne: (p) => rich`只有「${marked("first", p.first)}」一項可比。`,
  findingFix: (p) => rich`重要而得分偏低、最該先改的是${marked("fix", p.names)}。`,
  findingNoFix: rich`沒有一項可以確定為「重要而得分偏低」。`,
  weak: (p) => `這些項目只解釋了${p.r2}的差異：真正左右滿意的，問卷裡可能沒有問到。`,
  few: (p) => `只有${grouped(p.n)}份完整問卷，要分${grouped(p.drivers)}項，區間會很寬。`,
  incomplete: (p) =>
    `${grouped(p.asked)}份問卷裡，只有${grouped(p.n)}份每一項都答了，其餘沒有計入。`,
  copies: "有幾項的答案幾乎一樣，分不清各自的作用，它們平分影響。",
  outcome: "解釋哪一題",
  outcomeAuto: (p) => `自動：${p.name}`,
  method: "方法",
  methods: { auto: "自動", shapley: "Shapley", johnson: "Johnson" },
  shares: {
    title: "哪些方面左右滿意？",
    sub: (p) =>
      `每項占R²的份額和95%區間（${grouped(p.n)}份完整問卷，${p.isExact ? "Shapley，所有次序取平均" : "Johnson相對權重"}）。點開看這一項低於中點的客戶。`,
    description: (p) => `各項的影響份額，最大的是「${p.first}」，${p.share}。`,
    name: "項目",
    share: "影響份額",
    interval: "95%區間",
    low: "下限",
    high: "上限",
    performance: "得分（0–100）",
    beta: "標準化係數",
    betaP: "p值",
    correlation: "相關係數",
    quadrant: "位置",
    lowCustomers: "低於中點的客戶",
    none: "單獨看不出作用（其他項已解釋）",
  },
  map: {
    title: "先改哪一項？",
    sub: "橫軸是得分，縱軸是影響份額；十字線是各自的平均。橢圓是95%區間；跨過十字線的畫成空心，算未定。",
    description: (p) => `重要性與表現圖，確定該先改的有${grouped(p.fix)}項。`,
    x: "得分（0–100）→",
    y: "影響份額 →",
    quadrants: { concentrate: "先改", keep: "保持", low: "以後再說", overkill: "可能過頭" },
    undecided: "未定",
    support: "有把握",
  },
  asymmetry: {
    title: "做不好會扣分，做得好會加分嗎？",
    sub: "低於中點比中間少多少，打最高分比中間多多少（總分0–100，其他各項不變）。",
    caption: "各項的扣分、加分和類型",
    name: "項目",
    penalty: "低分時",
    reward: "高分時",
    kind: "類型",
    kinds: {
      "must-be": "必備：扣的比加的多",
      delight: "驚喜：加的比扣的多",
      linear: "線性：扣和加分不出多少",
      none: "看不出作用",
    },
    unknown: "低分或高分的問卷太少",
  },
  left: (p) => `沒有計入：${p.names}。`,
  leftFew: (p) => `「${p.name}」（答的人太少）`,
  leftConstant: (p) => `「${p.name}」（所有人答得一樣）`,
  how: {
    shares:
      "影響份額：把各項按每一種先後次序放進迴歸，取它新增的R²的平均（Shapley，又稱LMG）；各項相加等於R²。超過12項時用Johnson相對權重。",
    said: "影響是從答案裡算出來的，不是客戶說的「重要性」；兩者常常不同。",
    interval: (p) =>
      `區間：重抽問卷${grouped(p.replicates)}次（自助法）。同一位置出現不到95%的，算未定。`,
    cause: "相關不等於因果：一項份額大，只說明它和總分一起變。",
    asymmetry:
      "扣分和加分：低分、高分各設一個虛擬變數，同一個迴歸裡一起算；兩者大小差別顯著才分類型。",
  },
  cells: { low: "這一項低於中點的客戶" },
  refusals: {
    "no-outcome": "還沒有打分題。匯入一份問卷，其中有整體滿意度和幾個分項。",
    "no-drivers": "同一份問卷裡只有整體題，沒有分項題，看不出是什麼在左右滿意。",
    "too-few-answers": "每一項都答了的問卷太少，分不出各項的影響。換「全部歷史」，或多收一些問卷。",
    "outcome-constant": "整體題所有人打的分都一樣，沒有差異可以解釋。",
  },
} satisfies DriversMessages;
