import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { LoyaltyTypesMessages } from "./zh-Hans";

export default {
  name: "四種忠誠類型",
  finding: (p) =>
    rich`${grouped(p.n)}家客戶裡，${marked("hostage", p.hostages)}常來卻不滿意（人質型），${marked("mercenary", p.mercenaries)}滿意卻不常來（傭兵型）。`,
  findingApostles: (p) =>
    rich`又滿意又常來的（傳道者）占${marked("apostle", p.apostles)}，帶來${p.sales}的銷售額。`,
  findingUp: (p) =>
    rich`滿意的客戶有${p.satisfied}常來，不滿意的${p.others}：滿意的更忠誠（${p.pValue}）。`,
  findingDown: (p) =>
    rich`滿意的客戶有${p.satisfied}常來，不滿意的反而有${p.others}（${p.pValue}）。`,
  findingNone: (p) =>
    rich`滿意的客戶有${p.satisfied}常來，不滿意的${p.others}：看不出滿意的更忠誠（${p.pValue}）。`,
  unstable: (p) => `把一條分界線移一格，最多有${p.share}的客戶換一種類型：離線近的，不要當成定論。`,
  question: "題目",
  stretch: "每段",
  days: "天",
  satisfiedFrom: "滿意：至少",
  loyalFrom: "忠誠：至少",
  pointsUnit: "分",
  stretchesUnit: "段",
  auto: (p) =>
    `現在的分界：${p.satisfied}分起算滿意，12段裡有${p.loyal}段買過起算忠誠。填0為自動（滿意取最高兩檔，忠誠取中位數）。`,
  map: {
    title: "客戶站在哪一格？",
    sub: (p) =>
      `橫軸是最近一次打的分，縱軸是${p.period}這12段（每段${grouped(p.days)}天）裡有幾段買過；圓越大，客戶越多。點開看客戶。`,
    description: (p) => `${grouped(p.n)}家客戶按滿意和忠誠分成四格。`,
    score: "分數",
    stretches: "買過的段數",
    customers: "客戶",
    type: "類型",
    x: "滿意 →",
    y: "忠誠 →",
    at: (p) => `${p.score}分 · ${p.stretches}段買過`,
  },
  types: {
    apostle: "傳道者",
    mercenary: "傭兵型",
    hostage: "人質型",
    defector: "背離者",
  },
  table: {
    title: "對每一種，做什麼？",
    caption: "四種類型的客戶、占比、銷售額、平均分和該做的事",
    type: "類型",
    customers: "客戶",
    share: "占比",
    sales: "銷售額",
    salesShare: "占銷售額",
    score: "平均分",
    stretches: "平均買過",
    todo: "該做的事",
    todos: {
      apostle: "請他們推薦、作見證；別讓他們失望一次。",
      mercenary: "滿意卻不常來：多半在比價。找出少買的原因，給常買的理由。",
      hostage: "常來卻不滿意，可能是沒得選。先解決不滿：有了別家，他們走得最快。",
      defector: "能挽回的先道歉、補救；不能的，別讓壞話傳開。",
    },
  },
  tied: {
    label: "轉換成本看",
    options: {
      auto: "自動（有合約就看合約）",
      none: "不看",
      contract: "合約在身",
      tenure: "往來時間",
      kinds: "買了幾種",
    },
    from: "轉換成本高：至少",
    units: { tenure: "個月", kinds: "種" },
    why: {
      contract: () => "合約還沒到期",
      tenure: (p) => `往來滿${p.from}個月`,
      kinds: (p) => `買過至少${p.from}種`,
    },
    whyNot: {
      contract: () => "沒有合約在身",
      tenure: (p) => `往來不滿${p.from}個月`,
      kinds: (p) => `買的不到${p.from}種`,
    },
    share: (p) => rich`人質型裡${marked("tied", p.share)}${p.why}，要走有代價。`,
    more: (p) =>
      rich`比傳道者（${p.apostles}）多（${p.pValue}）：不滿意還留著，${p.kind === "contract" ? "至少一部分是合約留住的" : "轉換成本說得通"}。`,
    less: (p) => rich`比傳道者（${p.apostles}）還少（${p.pValue}）：留住他們的不是轉換成本。`,
    same: (p) =>
      rich`與傳道者（${p.apostles}）看不出差別（${p.pValue}）：看不出他們是被轉換成本留住的。`,
    rows: (p) => `其中：${p.why}`,
    todos: {
      tied: "代價一消失就會走：到期之前把不滿解決。",
      free: "沒有什麼攔著，卻還來：問清為什麼，別等對手先問。",
    },
    how: {
      contract:
        "轉換成本：截止日有合約在身（已開始、沒到期、沒取消；沒寫到期日的算還在）。合約表裡沒有的客戶算沒有合約。",
      tenure: "轉換成本：從第一筆銷售到截止日滿幾個月。往來久只是轉換成本的跡象，不是證據。",
      kinds:
        "轉換成本：到截止日買過幾種（有品類看品類，沒有看商品）。買得雜只是轉換成本的跡象，不是證據。",
    },
    test: "人質型和傳道者裡轉換成本高的占比有沒有差別：2×2表的卡方檢定。",
    unknown: (p) => `看不出轉換成本的人質型客戶${grouped(p.customers)}家，不在兩列裡。`,
  },
  how: {
    source: "四種類型出自Jones與Sasser（《哈佛商業評論》1995）：忠誠看行為，不看嘴上說的。",
    loyalty:
      "忠誠：到截止日（或最後一筆銷售）為止，往回12段，有幾段至少買過一次。首次購買晚於這12段開頭的客戶，時間不夠，沒有計入。",
    satisfaction: "滿意：每家客戶最近一次的分數；同一天兩份取低的。",
    hostage: "沒有轉換成本的資料，「人質型」只是推斷：常來而不滿意。",
    test: "滿意與忠誠有沒有關係：2×2表的卡方檢定。",
    missing: (p) =>
      `購買歷史不夠長、沒有計入的客戶${grouped(p.young)}家；同一客戶更早的問卷${grouped(p.earlier)}份；沒有客戶名稱${grouped(p.unlinked)}份；沒有作答${grouped(p.unanswered)}份。`,
  },
  cells: {
    tied: "常來卻不滿意、要走有代價的客戶",
    free: "常來卻不滿意、要走沒有代價的客戶",
    at: (p) => `打${p.score}分、12段裡買過${p.stretches}段的客戶`,
  },
  refusals: {
    "no-question": "還沒有可用的打分題。匯入一份帶客戶名稱的滿意度問卷。",
    "too-few-customers":
      "填過問卷、購買歷史又夠長的客戶不到20家。把每段的天數改短，或換「全部歷史」。",
  },
} satisfies LoyaltyTypesMessages;
