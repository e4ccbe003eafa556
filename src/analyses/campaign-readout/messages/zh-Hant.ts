import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { CampaignReadoutMessages } from "./zh-Hans";

const messages: CampaignReadoutMessages = {
  name: "行動與成效",
  finding: (p) => rich`儲存了${marked("all", `${grouped(p.campaigns)}次`)}行動`,
  judged: (p) => rich`，${marked("judged", `${grouped(p.judged)}次`)}有了結果`,
  judgedNone: "，還沒有一次有結果",
  helped: (p) => rich`，${marked("helped", `${grouped(p.count)}次`)}看得出有用`,
  harmed: (p) => rich`，${marked("harmed", `${grouped(p.count)}次`)}適得其反`,
  unclear: (p) => rich`，${grouped(p.count)}次看不出`,
  waiting: (p) => rich`，${grouped(p.count)}次還要等`,
  end: "。",
  none: {
    title: "還沒有儲存過行動",
    text: "在「值得挽留」或「贏回」裡，名單分成要聯絡的和留作對照的。聯絡之前按「儲存這次行動」，等觀察期滿，這裡就按資料比較兩邊，不用自己數。",
  },
  lists: { targeting: "挽留", winback: "贏回" },
  plan: (p) => `${p.list}名單，${p.day}開始，看${grouped(p.days)}天內${p.by}。`,
  by: {
    targeting: {
      orders: "有沒有再買",
      exits: "有沒有流失紀錄",
      flag: "有沒有標記流失",
    },
    winback: {
      orders: "有沒有再買",
      exits: "有沒有贏回紀錄",
      flag: "有沒有再買",
    },
  },
  blind: "現在的資料裡沒有用來看結果的欄位，這次行動看不出。可以自己數好，填在「做完之後」裡。",
  wait: (p) => `還要等${grouped(p.days)}天：資料只到${p.until}，現在不下結論。`,
  who: {
    both: (p) => `聯絡的${p.contacted}，對照${p.alone}`,
    contacted: (p) => `聯絡的${p.contacted}`,
  },
  soFar: {
    bought: (p) => `到目前又買的：${p.who}。`,
    left: (p) => `到目前流失的：${p.who}。`,
    back: (p) => `到目前回來的：${p.who}。`,
  },
  ofSize: (p) => `${grouped(p.size)}家裡${grouped(p.hits)}家`,
  shares: {
    bought: (p) => `一次沒買的：${p.who}。`,
    left: (p) => `流失的：${p.who}。`,
    back: (p) => `回來的：${p.who}。`,
  },
  share: (p) => `${p.share}（${grouped(p.size)}家裡${grouped(p.hits)}家）`,
  works: {
    targeting: (p) =>
      `有用：少流失${p.effect}（95%區間${p.low}至${p.high}），大約多留住${grouped(p.gained)}家（${grouped(p.from)}到${grouped(p.to)}家）。`,
    winback: (p) =>
      `有用：多回來${p.effect}（95%區間${p.low}至${p.high}），大約多帶回${grouped(p.gained)}家（${grouped(p.from)}到${grouped(p.to)}家）。`,
  },
  harms: {
    targeting: (p) =>
      `適得其反：聯絡過的反而多流失${p.effect}（95%區間${p.low}至${p.high}），應當停下。`,
    winback: (p) =>
      `適得其反：聯絡過的反而少回來${p.effect}（95%區間${p.low}至${p.high}），應當停下。`,
  },
  unclearLine: {
    targeting: (p) =>
      `看不出有沒有用：真實的差別可能在${p.low}到${p.high}之間（正數為少流失），包含0。`,
    winback: (p) =>
      `看不出有沒有用：真實的差別可能在${p.low}到${p.high}之間（正數為多回來），包含0。`,
  },
  noControl: "沒有對照，看不出有沒有用：不聯絡會怎樣，沒有人知道。",
  noContact: "要聯絡的客戶，資料裡一家也沒有，看不出。",
  detectable: (p) => `儲存時算過，這樣分至少差${p.detectable}才看得出來；看不出不等於沒有用。`,
  expected: {
    targeting: (p) => `儲存時估計，不聯絡會流失${p.expected}；對照裡實際是${p.actual}。`,
    winback: (p) => `儲存時估計，一年內會回來${p.expected}；對照裡實際是${p.actual}。`,
  },
  missing: (p) =>
    `查不到結果、沒有算在裡面的：聯絡的${grouped(p.contacted)}家，對照${grouped(p.alone)}家（資料裡已經沒有，或者沒有寫）。`,
  mixed: (p) => `${grouped(p.customers)}家兩邊都有（合併過），兩邊都不算。`,
  disturbed: (p) =>
    `對照裡有${grouped(p.customers)}家在這段時間被另一次行動聯絡過，差別會顯得比實際小。`,
  flagNote: "流失標記沒有日期，觀察期以後才流失的也算在內。",
  openContacted: (p) => `打開聯絡的${grouped(p.customers)}家`,
  openAlone: (p) => `打開對照的${grouped(p.customers)}家`,
  how: {
    title: "怎麼算的？",
    compare:
      "對照是隨機留出來的，除了沒有聯絡，和聯絡的沒有差別，所以兩邊比例的差就是聯絡的作用。區間用Newcombe的方法，家數少也可靠；區間包含0就說看不出。",
    day: "從行動那天的第二天算起，看滿訂好的天數；資料沒到頭，只報到目前的數，不下結論。",
    fixed: "名單、天數和看什麼，都是儲存時訂下的，事後不改，免得挑著算。",
  },
  cells: {
    contacted: "一次行動裡聯絡的客戶",
    alone: "一次行動裡留作對照的客戶",
    "contacted-hit": "一次行動裡聯絡了、已經流失或回來的客戶",
    "alone-hit": "一次行動的對照裡、已經流失或回來的客戶",
  },
  keep: {
    button: "儲存這次行動",
    title: "儲存這次行動",
    hint: "聯絡之前儲存，名單就訂下了；觀察期滿，自動比較聯絡的和對照的。只存在這台電腦上，可以復原；匯入新資料不會改動。",
    see: (p) => `已儲存${grouped(p.campaigns)}次，看結果`,
    name: "名稱",
    nameOf: (p) => `${p.list} ${p.day}`,
    on: "開始聯絡的日子",
    watch: "觀察期（天）",
    outcome: "按什麼看結果",
    outcomes: {
      targeting: {
        orders: "訂單：有沒有再買",
        exits: "流失紀錄",
        flag: "客戶表裡的流失標記",
      },
      winback: {
        orders: "訂單：有沒有再買",
        exits: "流失紀錄裡的贏回日期",
        flag: "客戶表裡的流失標記",
      },
    },
    people: (p) => `聯絡${grouped(p.contacted)}家，對照${grouped(p.alone)}家。`,
    counting: "正在數名單……",
    noControl: "沒有留對照，到時看不出有沒有用；可以先在名單裡留一部分。",
    tooMany: (p) => `名單太長，一邊最多儲存${grouped(p.most)}家。`,
    nobody: "名單是空的，沒有可儲存的。",
    early: (p) =>
      `名單是按${p.day}為止的資料排的，比這個日子晚。只有當時真的照這份名單分過，比較才算數。`,
    needs: "請填名稱、日期，以及1到1095之間的整天數。",
    saved: (p) => `已儲存行動「${p.name}」。`,
    removeOf: (p) => `刪除行動「${p.name}」`,
    removed: (p) => `已刪除行動「${p.name}」。`,
  },
};

export default messages;
