import codes from "./codes-zh-Hant";
import exits from "./exits-zh-Hant";
import groups from "./groups-zh-Hant";
import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { ChurnCausesMessages } from "./zh-Hans";

const messages: ChurnCausesMessages = {
  name: "客戶為什麼流失",
  rest: "其餘",
  months: (p) => `${grouped(p.months)}個月`,
  customers: (p) => `${grouped(p.customers)}家`,
  axis: "成為客戶後的月數",
  axisUnit: "時長（單位同資料）",
  causes: {
    natural: "自然流失",
    competition: "競爭流失",
    fault: "過失流失",
    involuntary: "被動流失",
    unknown: "原因不明",
  },
  initiatives: {
    voluntary: "主動流失",
    "involuntary-benign": "被動·非惡意",
    "involuntary-retaliatory": "被動·報復性",
    "involuntary-malicious": "被動·惡意",
    involuntary: "被動·意圖不明",
    unknown: "主動被動不明",
  },
  switching: {
    pricing: "價格",
    inconvenience: "不方便",
    "core-failure": "核心服務失誤",
    "encounter-failure": "接觸時失禮",
    "failure-response": "出錯後處理不當",
    rival: "被對手吸引",
    ethics: "誠信問題",
    involuntary: "非自願轉換",
    unknown: "原因不明",
  },
  finding: {
    first: (p) =>
      rich`${marked("lost", `${grouped(p.lost)}家`)}流失客戶裡，最多的是${marked("cause", p.cause)}：${grouped(p.customers)}家，占${p.share}。`,
    money: (p) => rich`按金額看，損失最大的是${marked("money", p.cause)}：${p.money}。`,
    rival: (p) => rich`投向「${p.name}」的最多，${marked("rival", `${grouped(p.customers)}家`)}。`,
  },
  caution: {
    unknown: (p) =>
      `${p.share}的流失客戶沒有能看懂的原因，下面各項都偏低。請在下面的「原因對照」裡歸類，或補記「流失原因」。`,
    few: (p) => `只有${grouped(p.events)}家流失，先別下結論。`,
    fewExits: (p) =>
      `只有${grouped(p.events)}家流失記錄，先別下結論。沒有記錄的客戶都當還在，所以流失比例偏低，只能看各種原因之間的輕重。`,
  },
  missing: {
    title: "還看不出客戶為什麼流失",
    open: "去匯入",
    gaps: {
      "no-source": "需要「流失」表（客戶、流失日期、流失原因），或客戶表裡的時長、是否流失和原因。",
      "no-duration": "沒有可用的時長欄。請選一欄數字。",
      "no-event": "沒有說明是否流失的欄。",
      "event-unclear": "看不懂哪個值表示流失。",
      "no-contracts": "「流失」表裡沒有能用的列，或者不知道客戶從哪天開始。",
      "no-orders": "沒有成交的訂單。",
      "no-window": "算不出流失視窗。",
      nobody: "這個範圍裡沒有能用的客戶。",
      "too-few-in-sight":
        "每個客戶能看到的時間前後錯開，沒有一個時長上同時看得到足夠多的客戶，算不出流失比例。早些時候的流失也匯入進來，或者放寬範圍，就能算了。",
      "no-causes":
        "知道誰流失了，不知道為什麼。請在下面的「原因對照」裡歸類，在「流失」表裡加「流失大類」或「流失原因」，或在這裡選客戶表裡的一欄。",
    },
  },
  controls: {
    level: "按什麼分",
    levels: {
      cause: "自然、競爭、過失",
      initiative: "主動、被動",
      switching: "Keaveney八因",
      given: "原話",
    },
    cause: "原因取自",
    fromExits: "流失表",
    measure: "看什麼",
    byCustomers: "客戶數",
    byMoney: "金額",
  },
  curves: {
    title: "各種原因分別帶走多少客戶？",
    sub: (p) =>
      `${grouped(p.customers)}家客戶，${grouped(p.lost)}家流失。各層相加就是全部流失，上面空白的是還在的。`,
    description: (p) => `按${grouped(p.causes)}種原因累計的流失比例，逐層疊加。`,
  },
  table: {
    title: "各種原因",
    sub: (p) => `從成為客戶算起，到${p.time}為止。`,
    cut: (p) =>
      `再往後還能看到的不足${grouped(p.fewest)}家，多流失一家比例就跳一大截，所以不再往後算；之後流失的${grouped(p.losses)}家計入家數和金額，不計入比例。`,
    caption: "各種原因的客戶數、比例、區間和金額",
    cause: "原因",
    customers: "客戶",
    incidence: "流失比例",
    interval: "95%區間",
    naive: "若單獨算",
    money: "損失金額",
    time: "時間",
    left: "還在",
    running: "累計",
    note: "「若單獨算」是把其他原因當作沒發生（1−KM）得出的比例，總是偏高，各項相加會超過實際。",
  },
  levels: {
    title: "誰提出的，因為什麼？",
    sub: "兩級：先看主動還是被動，再看原因。",
    caption: "按主動被動和原因分的流失客戶",
    initiative: "主動被動",
  },
  reasons: {
    title: "具體原因",
    sub: (p) => `從多到少，後面是累計占比。${p.basis}`,
    description: (p) => `${grouped(p.reasons)}種流失原因，從多到少。`,
    name: "原因",
  },
  competitors: {
    title: "流向了誰？",
    sub: "有紀錄的競爭對手，從多到少。",
    description: (p) => `${grouped(p.competitors)}家競爭對手，從多到少。`,
    name: "競爭對手",
  },
  basis: {
    given: "金額取「流失金額」。",
    sales: "金額取流失前一年的銷售額。",
    missing: (p) => `${grouped(p.customers)}家不知道金額。`,
  },
  how: [
    "累計發生率（Aalen–Johansen）：每一刻只有還在的客戶會流失，被別的原因帶走的不再計入。各原因相加，再加上還在的，等於100%。",
    "原因按「流失大類」「流失原因」「說明」裡的詞歸類；寫了競爭對手而沒有原因的，算競爭流失。歸不進去的算原因不明，不猜。",
  ],
  cells: {
    cause: (p) => `因「${p.name}」流失的客戶`,
    reason: (p) => `第${grouped(p.place)}種具體原因流失的客戶`,
    competitor: (p) => `流向第${grouped(p.place)}家對手的客戶`,
  },
  codes,
  exits,
  groups,
};

export default messages;
