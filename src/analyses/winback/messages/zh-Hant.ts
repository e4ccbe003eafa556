import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { WinbackMessages } from "./zh-Hans";

export default {
  name: "贏回",
  finding: (p) =>
    rich`現在流失的有${marked("lost", `${grouped(p.lost)}家`)}，其中${marked("open", `${grouped(p.open)}家`)}走了${grouped(p.from)}到${grouped(p.to)}個月，正是贏回的時候。`,
  findingList: (p) =>
    rich`連同還沒到時候的，聯絡${marked("list", `${grouped(p.customers)}家`)}划算，預計淨賺${marked("money", p.money)}。`,
  findingNobody: "按現在的優惠和聯絡成本，聯絡誰都不划算。",
  findingRecovery: (p) =>
    rich`以往走了的，滿12個月回來${marked("recovery", p.share)}（95%區間${p.interval}），共有${marked("returned", `${grouped(p.returned)}家`)}回來過。`,
  findingReturned: (p) => rich`以往有${marked("returned", `${grouped(p.returned)}家`)}走了又回來。`,
  refused: {
    title: "還排不出贏回名單",
    "no-days": () => "資料裡沒有哪家顧客什麼時候走的：要訂單，或者有日期的流失紀錄、合約。",
    "few-breaks": (p) =>
      `流失過的太少，估不出回來的可能：至少要${grouped(p.need)}次，現在有${grouped(p.have)}次。`,
    "no-return": () => "以往走了的，一家也沒有回來過，估不出誰會回來。名單要等有了回來的例子再排。",
  },
  sources: {
    contracts: "流失以流失紀錄和合約為準；回來以贏回日期為準，沒有日期的看30天後有沒有新訂單。",
    silence: (p) =>
      `超過${grouped(p.days)}天沒有下單就算流失，從滿這些天的那天算起；再下單就算回來。`,
  },
  controls: {
    source: "依據",
    sources: { auto: "自動", contracts: "合約和流失紀錄", silence: "沉默天數" },
    windowDays: "流失視窗",
    windowHint: "0為按公司自己的下單間隔",
    days: "天",
    from: "贏回視窗從",
    to: "到",
    months: "個月",
    title: "按什麼算划算？",
    sub: "沒填的先按下面的假定算，改成自己的數更準。",
    offer: "回來時給的優惠",
    contact: "每次聯絡成本",
    margin: "毛利率",
    secondLife: "回來後一年是走前一年的",
    percent: "%",
    reset: "恢復開始時的值",
  },
  terms: {
    secondLifeData: (p) =>
      `第二段生命：以往回來滿一年的${grouped(p.followed)}次，一年買的是走前一年的${p.ratio}${p.interval === null ? "" : `（95%區間${p.interval}）`}。`,
    secondLifeAssumed: (p) =>
      `第二段生命：回來滿一年的只有${grouped(p.followed)}次，太少，先假定和走前一年一樣。`,
    marginData: (p) => `毛利率：流失顧客走前一年合計${p.margin}。`,
    marginAssumed: (p) => `毛利率：資料裡沒有成本，假定${p.margin}。`,
    offerAssumed: (p) => `優惠：假定${p.money}，即回來一家通常一年利潤的${p.share}；回來才給。`,
    contactAssumed: (p) => `聯絡成本：假定${p.money}，即通常一年利潤的${p.share}。`,
  },
  curve: {
    title: "走了以後，多久會回來？",
    sub: (p) =>
      `以往${grouped(p.breaks)}次流失，${grouped(p.returns)}次回來了；還沒回來的算到今天為止。兩條直線之間是贏回視窗。`,
    description: (p) => `流失後各月累計回來的比例，到第${grouped(p.month)}個月是${p.share}。`,
    axis: "流失後的月數",
    point: (p) => `流失滿${grouped(p.month)}個月`,
    share: "累計回來",
    interval: "95%區間",
    low: "下限",
    high: "上限",
    atRisk: "還在觀察",
    customers: "回來的顧客",
    window: "贏回視窗",
  },
  list: {
    title: "先贏回誰？",
    sub: (p) =>
      `名單共${grouped(p.customers)}家，再多就虧（另有${grouped(p.left)}家不划算）。${p.customers > p.shown ? `這裡是前${grouped(p.shown)}家。` : ""}`,
    caption: "預計淨賺最多的流失顧客",
    name: "顧客",
    score: "預計淨賺",
    chance: "一年內回來",
    value: "回來一年值",
    gone: "走了",
    goneMonths: (p) => `${p.months}個月`,
    clock: "時間",
    early: "還沒到",
    left: (p) => `還剩${grouped(p.days)}天`,
    tactic: "怎麼做",
    openAll: "打開整個名單",
  },
  tactics: {
    offer: "特別優惠",
    improve: "談改進",
    recontact: "再聯絡",
  },
  tacticFrom: {
    reason: "按流失原因",
    complaint: "走前有客訴",
    money: "買得多",
    history: "沒有原因",
  },
  tacticReason: (p) => `原因：${p.reason}`,
  tacticLine: (p) => `${p.tactic}：${grouped(p.customers)}家，預計淨賺${p.money}`,
  tacticText: (p) => `${p.tactic}（${p.from}）`,
  causes: {
    title: "因為什麼走的，更容易回來？",
    sub: {
      found: (p) =>
        `名單裡採用的比例向全部的靠攏，免得憑幾家就下結論；各原因相差越大，靠得越少：這裡全部的比例只抵${p.breaks}次流失。`,
      alike: "各原因之間看不出差別，名單裡都採用全部的比例。",
      few: (p) =>
        `原因太少，說不出彼此差多少；名單裡採用的比例向全部的靠攏，全部的比例抵${p.breaks}次流失（假定）。`,
    },
    caption: "各原因的流失和回來",
    cause: "原因",
    breaks: "流失",
    returns: "回來",
    recovery: "12個月內回來",
    used: "名單裡用的",
    names: {
      natural: "自然流失",
      competition: "競爭",
      fault: "我方過失",
      involuntary: "被動流失",
      unknown: "原因不明",
    },
  },
  notes: {
    closed: (p) =>
      `${grouped(p.customers)}家走了超過${grouped(p.month)}個月，視窗已過，不在名單裡。`,
    excluded: (p) => `${grouped(p.customers)}家是我方停的（欠款等），不主動聯絡。`,
    wonBack: (p) =>
      `${grouped(p.customers)}家的贏回嘗試記為挽回，資料裡還沒有新訂單，不再列入名單。`,
    unpriced: (p) => `${grouped(p.customers)}家走前一年沒有金額，估不出值多少，沒有排。`,
    unseen: (p) => `${grouped(p.customers)}家走得太久，以往沒有這麼久的例子，沒有排。`,
  },
  how: {
    curve:
      "回來的比例用乘積限法（Kaplan–Meier）估：還沒回來的只算到今天，不當作永遠不回來。回來的比例包括自己回來的，也包括你們聯絡回來的。",
    chance:
      "一年內回來的可能＝走了這麼久還沒回來的顧客裡，後面一年回來的比例。以往沒有那麼久的例子，就當作不再回來。",
    score:
      "預計淨賺＝可能×（回來一年值−優惠）−聯絡成本。回來一年值＝走前一年的金額×第二段生命×毛利率。",
    tactic:
      "我方過失的談改進；被對手搶走的、嫌貴的給優惠；自然流失的再聯絡。沒有原因的看經歷：走前180天有客訴的談改進，買得最多的三分之一給優惠，其餘再聯絡。",
    caution: "聯絡不聯絡差多少，只有記下每次嘗試、事後比較才知道。",
  },
  attempts: {
    title: "贏回嘗試",
    local: "自己記的，只存在這台電腦上，可以復原；匯入新資料不會改動。",
    record: "記一次嘗試",
    none: "還沒有記過。打過電話、給過優惠，記下來，才知道有沒有用。",
    noneOne: "這家顧客還沒有記過贏回嘗試。",
    caption: "記下的贏回嘗試",
    customer: "顧客",
    search: "找顧客",
    change: "換一家",
    on: "日期",
    channel: "方式",
    channels: ["電話", "拜訪", "LINE", "簡訊", "電子郵件"],
    offer: "給的優惠或說法",
    cost: "花費",
    result: "結果",
    results: { pending: "待定", won: "挽回", lost: "未挽回" },
    resultOf: (p) => `${p.name}的結果`,
    save: "記下",
    removeOf: (p) => `刪除${p.name}的這次嘗試`,
    saved: (p) => `已記下對${p.name}的嘗試。`,
    changed: (p) => `${p.name}：${p.result}。`,
    removed: "已刪除這次嘗試。",
    needs: "請選一家顧客，填上日期；花費要填數字，或者不填。",
    counts: (p) =>
      `記了${grouped(p.attempts)}次：挽回${grouped(p.won)}，未挽回${grouped(p.lost)}，待定${grouped(p.pending)}。`,
    share: (p) => `有結果的裡面挽回${p.share}（95%區間${p.interval}）。`,
    few: (p) =>
      `有結果的才${grouped(p.decided)}次，太少，還說不出比例（至少${grouped(p.need)}次）。`,
    spent: (p) => `一共花了${p.money}。`,
    withoutCost: (p) => `其中${grouped(p.attempts)}次沒有記花費。`,
    compare: "沒聯絡的也會有人自己回來，這個比例不全是聯絡的功勞。",
  },
  trial: {
    title: "怎麼知道是聯絡帶回來的？",
    sub: (p) =>
      `有人不聯絡也會回來。隨機留${grouped(p.leftAlone)}家不聯絡，聯絡${grouped(p.contacted)}家，滿一年再比。`,
    holdout: "留作對照",
    percent: "%",
    expected: (p) => `照過去看，名單上一年內會回來${p.share}，聯絡不聯絡都算在內。`,
    seen: (p) => `這樣分，至少差${p.detectable}才看得出來（5%顯著，80%把握）。`,
    none: "沒有留對照：事後說不清是聯絡帶回來的，還是本來就會回來。",
    tooFew: "名單太短，差多少都看不出來；可以幾輪合起來看。",
    openContact: (p) => `打開要聯絡的${grouped(p.customers)}家`,
    openAlone: (p) => `打開對照的${grouped(p.customers)}家`,
  },
  readout: {
    title: "做完之後：到底有沒有用？",
    sub: "沒有儲存在「行動」裡的，在這裡手動填結果，比較聯絡過的和沒聯絡的。",
    contacted: "聯絡了",
    contactedBack: "聯絡過的裡面回來",
    alone: "沒聯絡（對照）",
    aloneBack: "沒聯絡的裡面回來",
    unit: "家",
    shares: (p) => `回來的比例：聯絡過的${p.contacted}，沒聯絡的${p.alone}。`,
    works: (p) =>
      `有用：多回來${p.effect}（95%區間${p.low}至${p.high}），大約多帶回${grouped(p.brought)}家。`,
    harms: (p) =>
      `適得其反：聯絡過的反而少回來${p.effect}（95%區間${p.low}至${p.high}），應當停下。`,
    unclear: (p) => `還看不出：真實的差別可能在${p.low}到${p.high}之間（正數為多回來），包含0。`,
    wrong: "回來的家數不能比這一組的家數多。",
  },
  cells: {
    contact: "贏回名單上要聯絡的客戶",
    "left-alone": "贏回名單上留作對照的客戶",
    lost: "流失還沒回來的顧客",
    returned: "流失後回來過的顧客",
    early: "流失後還沒到贏回視窗的顧客",
    open: "正在贏回視窗內的顧客",
    closed: "贏回視窗已過的顧客",
    excluded: "我方停的顧客",
    won: "贏回嘗試記為挽回的客戶",
    list: "贏回名單上的顧客",
    "not-worth": "贏回不划算的顧客",
    tactic: (p) => `贏回名單上宜「${p.name}」的顧客`,
    month: (p) => `流失後${grouped(p.month)}個月內回來的顧客`,
  },
} satisfies WinbackMessages;
