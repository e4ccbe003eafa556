import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { TargetingMessages } from "./zh-Hans";

export default {
  name: "挽留名單",
  finding: (p) =>
    rich`先聯絡前${marked("call", `${grouped(p.customers)}家`)}，預計淨賺${marked("profit", p.money)}。`,
  findingNobody: "按現在的優惠和聯絡成本，聯絡誰都不划算，不建議打電話。",
  findingAll: (p) =>
    rich`按現在的條件，${marked("call", `全部${grouped(p.customers)}家`)}都值得聯絡，預計淨賺${marked("profit", p.money)}。`,
  findingMore: (p) => `再多聯絡就開始虧；全部聯絡一遍，結果是${p.money}。`,
  findingByChance: (p) => `同樣多家，若只按流失機率挑，只有${p.money}。`,
  costAssumed: (p) =>
    p.customers === 0
      ? `名單長短全看聯絡成本，而每次${p.contact}是假定的：若每次要${p.dearer}，就沒有一家值得聯絡。請填上實際的花費。`
      : `名單長短全看聯絡成本，而每次${p.contact}是假定的：若每次要${p.dearer}，只值得聯絡前${grouped(p.customers)}家，淨賺${p.profit}。請填上實際的花費。`,
  notWorth: (p) =>
    `風險高不等於值得聯絡：有${grouped(p.customers)}家很可能流失，但留住它賺的不夠優惠和聯絡的花費。`,
  warning:
    "這裡假定聯絡能留住一部分本來要走的客戶，而且不會提醒別人離開。是不是這樣，只有留一部分不聯絡、事後比較才知道。",
  notTheSame: "風險高不等於值得聯絡：要看留住它能賺多少、它會不會接受優惠。",
  refused: {
    title: "還沒有可信的流失模型",
    text: "沒有流失機率，就算不出該聯絡誰。",
  },
  controls: {
    title: "這次行動的條件",
    sub: "沒填的先按下面的假設計算，改成自己的數字更準。流失怎麼算，在「誰會流失」裡設定，兩處通用。",
    margin: "毛利率",
    reset: "恢復開始時的值",
    offer: "每家優惠",
    contact: "每次聯絡成本",
    acceptance: "接受優惠的比例",
    clv: "每家年利潤",
    holdout: "留作對照",
    percent: "%",
  },
  terms: {
    marginData: (p) => `毛利：各家按自己近365天的毛利率，合計${p.margin}；沒有毛利的按合計。`,
    marginAssumed: (p) => `毛利率：資料裡沒有成本，假設${p.margin}。請改成你的毛利率。`,
    clvData: (p) => `一家普通客戶的年利潤（中位數）：${p.clv}。`,
    clvAssumed: (p) => `資料裡沒有金額，假設每家每年值${p.clv}。請改成你的數字。`,
    offerAssumed: (p) => `優惠：假設${p.offer}，即普通客戶年利潤的${p.share}。`,
    contactAssumed: (p) => `聯絡成本：假設${p.contact}，即普通客戶年利潤的${p.share}。`,
    acceptance: (p) => `接受比例：本來要走的客戶有${p.share}會因優惠留下，是文獻裡的常用假設。`,
  },
  curve: {
    title: "名單該多長？",
    sub: (p) => `${grouped(p.customers)}家現有客戶，按預計淨賺從高到低聯絡；虛線是只按流失機率挑。`,
    description: (p) => `利潤隨名單長度變化的曲線，${grouped(p.customers)}家時最高，${p.money}。`,
    best: (p) => `${grouped(p.customers)}家，${p.money}`,
    byChance: "按機率挑",
    customers: "名單長度",
    profit: "按淨賺挑",
    point: (p) => `前${grouped(p.customers)}家`,
  },
  list: {
    title: "先聯絡誰？",
    sub: (p) => `名單共${grouped(p.customers)}家，這裡是前${grouped(p.shown)}家。`,
    caption: "預計淨賺最多的客戶",
    name: "客戶",
    profit: "預計淨賺",
    chance: "流失機率",
    value: "留住值",
    part: "分組",
    contact: "聯絡",
    alone: "對照，不聯絡",
    openAll: "打開整個名單",
    why: (p) => `流失機率${p.chance}，聯絡一次預計淨賺${p.profit}`,
    action: "挽救",
    openContact: (p) => `打開要聯絡的${grouped(p.customers)}家`,
    openAlone: (p) => `打開對照的${grouped(p.customers)}家`,
  },
  holdout: {
    title: "怎麼知道有沒有用？",
    sub: (p) =>
      `隨機留${grouped(p.leftAlone)}家不聯絡，聯絡${grouped(p.contacted)}家，過一個流失期再比。`,
    none: "沒有留對照：事後說不清是聯絡留住的，還是本來就不走。",
    expected: (p) => `不聯絡預計流失${p.leaving}，聯絡預計少流失${p.effect}。`,
    seen: (p) => `這樣分，至少差${p.detectable}才看得出來（5%顯著，80%把握）。`,
    unseen: (p) =>
      `這樣分，要差${p.detectable}才看得出來，比預計的大，多半看不出。每組至少要${grouped(p.needed)}家。`,
  },
  readout: {
    title: "做完之後：到底有沒有用？",
    sub: "沒有儲存在「行動」裡的，在這裡手動填結果，比較聯絡過的和沒聯絡的。",
    contacted: "聯絡了",
    contactedLeft: "聯絡過的裡面流失",
    alone: "沒聯絡（對照）",
    aloneLeft: "沒聯絡的裡面流失",
    unit: "家",
    shares: (p) => `流失率：聯絡過的${p.contacted}，沒聯絡的${p.alone}。`,
    works: (p) =>
      `有用：少流失${p.effect}（95%區間${p.low}至${p.high}），大約多留住${grouped(p.kept)}家。`,
    harms: (p) =>
      `適得其反：聯絡過的反而多流失${p.effect}（95%區間${p.low}至${p.high}），應當停下。`,
    unclear: (p) => `還看不出：真實的差別可能在${p.low}到${p.high}之間（正數為少流失），包含0。`,
    wrong: "流失的家數不能比這一組的家數多。",
  },
  how: {
    profit:
      "聯絡一家的預計淨賺＝機率×接受比例×（留住值−優惠）−（1−機率）×優惠−聯絡成本。本來不走的客戶也會拿走優惠。",
    value: {
      profit: "留住值＝近365天銷售額×客戶自己的毛利率。",
      sales: "留住值＝近365天銷售額×毛利率。",
      fee: "留住值＝月費×12×毛利率。",
      column: "留住值＝所選的欄×毛利率。",
      none: "留住值＝每家年利潤，各家一樣。",
    },
    empc: (p) =>
      `EMPC（檢驗客戶上的最大期望利潤）：每家客戶${p.empc}，平均聯絡${p.share}的客戶；接受比例按Beta分布平均，每家都按普通客戶的年利潤算。`,
  },
  cells: {
    call: "挽留名單上的客戶",
    contact: "挽留名單上要聯絡的客戶",
    leftAlone: "挽留名單上留作對照的客戶",
    notWorth: "風險高但不值得聯絡的客戶",
    first: (p) => `挽留名單前${grouped(p.customers)}家`,
  },
} satisfies TargetingMessages;
