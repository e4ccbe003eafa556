import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { RelationMessages } from "./zh-Hans";

export default {
  name: "關係階段",
  refusals: { "no-orders": "截止日之前沒有銷售紀錄，看不出關係走到了哪一步。" },
  stages: {
    explore: "考察期",
    form: "形成期",
    stable: "穩定期",
    decline: "退化期",
    left: "已離開",
  },
  finding: (p) =>
    rich`還在往來的${grouped(p.there)}家裡，考察期${marked("explore", `${grouped(p.explore)}家`)}，形成期${marked("form", `${grouped(p.form)}家`)}，穩定期${marked("stable", `${grouped(p.stable)}家`)}，退化期${marked("decline", `${grouped(p.decline)}家`)}；另有${marked("left", `${grouped(p.left)}家`)}超過${grouped(p.days)}天沒有下單，算已離開。`,
  early: {
    more: (p) =>
      `在本公司的資料裡，考察期客戶確實更容易流失：流失速度是其他客戶的${p.ratio}倍（95%區間${p.low}–${p.high}倍），按第一次長沉默算也有${p.first}倍（${p.firstLow}–${p.firstHigh}倍）。`,
    less: (p) =>
      `在本公司的資料裡，考察期客戶反而不容易流失：流失速度只有其他客戶的${p.ratio}倍（95%區間${p.low}–${p.high}倍），按第一次長沉默算也只有${p.first}倍（${p.firstLow}–${p.firstHigh}倍）。`,
    alike: (p) =>
      `看不出考察期客戶更容易流失：流失速度是其他客戶的${p.ratio}倍（95%區間${p.low}–${p.high}倍），按第一次長沉默算是${p.first}倍（${p.firstLow}–${p.firstHigh}倍），都包含1倍。`,
    mixed: (p) =>
      `考察期客戶是否更容易流失，要看怎麼算：按至今沒有回來的算，流失速度是其他客戶的${p.ratio}倍（95%區間${p.low}–${p.high}倍）；按第一次長沉默算，不管後來回沒回來，是${p.first}倍（${p.firstLow}–${p.firstHigh}倍）。兩種說法不一致，不下結論。`,
    tooFew: "流失的例子太少，說不出考察期客戶是否更容易流失。",
  },
  range: (p) => `${p.value}（${p.low}–${p.high}）`,
  counted: (p) => `${grouped(p.customers)}家（${p.share}）`,
  rules: {
    explore: (p) => `下單不到${grouped(p.formOrders)}天`,
    form: (p) => `下單滿${grouped(p.formOrders)}天，還沒到穩定`,
    stable: (p) =>
      `下單滿${grouped(p.stableOrders)}天、首單滿${grouped(p.stableDays)}天，間隔的波動不超過平均間隔的${p.regularity}倍`,
    decline: (p) =>
      `近${grouped(p.windowDays)}天的下單天數比之前${grouped(p.windowDays)}天少${p.fall}以上（之前至少3天）`,
    left: (p) => `超過${grouped(p.days)}天沒有下單`,
  },
  next: {
    explore: (p) =>
      `促成下一單：下單滿${grouped(p.formOrders)}天即進入形成期，其中${grouped(p.near)}家只差一天`,
    form: (p) =>
      `養成規律：下單滿${grouped(p.stableOrders)}天、往來滿${grouped(p.stableDays)}天且間隔均勻，即進入穩定期`,
    stable: "守住節奏：間隔一拉長就問一聲",
    decline: (p) => `問清原因：下單恢復即回到原來的階段，再沉默到${grouped(p.days)}天就算離開`,
    left: "挑值得的去贏回",
  },
  table: {
    title: "客戶在哪個階段，怎樣往前走？",
    sub: (p) => `截至${p.asOf}；點一列看是哪些客戶。`,
    stage: "階段",
    customers: "客戶",
    sales: "本期間銷售額",
    rate: "每百家每月流失",
    rule: "怎麼認定",
    next: "怎樣往前走",
    near: (p) => `打開只差一單的${grouped(p.near)}家`,
  },
  loss: {
    title: "哪個階段流失得快？",
    sub: "每百家客戶每月流失幾家，橫線是95%區間，虛線是全部客戶。",
    description: "四個關係階段的每月流失率，帶95%區間。",
    all: "全部",
    rate: "每百家每月流失",
    losses: "流失客戶",
    months: "觀察客戶月",
    low: "區間下限",
    high: "區間上限",
    share: (p) => `${grouped(p.closed)}次下單後沒有再來`,
    none: "有結果的下單太少，各階段的流失率都說不出。",
  },
  steps: {
    title: "能走到下一階段嗎？",
    reached: (p) =>
      `首單後${grouped(p.days)}天內走到${p.name}的占${p.share}（95%區間${p.interval}，共${grouped(p.seen)}家），走到的通常用${grouped(p.median)}天。`,
    nobody: (p) =>
      `首單滿${grouped(p.days)}天的${grouped(p.seen)}家裡，沒有一家在這段時間走到${p.name}。`,
    tooFew: (p) =>
      `首單滿${grouped(p.days)}天的只有${grouped(p.seen)}家，說不出多少能走到${p.name}。`,
  },
  controls: {
    title: "按什麼分階段？",
    sub: "四個階段的名稱來自客戶關係生命週期理論，理論沒有給出數字；下面的界限可以按自己的生意改。",
    lapse: "多久沒下單算離開",
    lapses: { auto: "由資料定", given: "自訂" },
    formOrders: "形成期：下單滿",
    stableOrders: "穩定期：下單滿",
    stableDays: "穩定期：往來滿",
    regularity: "穩定期：間隔波動不超過",
    windowDays: "退化期：比較前後各",
    fall: "退化期：少於之前的",
    orderDays: "天下單",
    days: "天",
    times: "倍平均間隔",
    percent: "%以上",
    reset: "恢復開始時的界限",
  },
  how: [
    "一天裡下幾單都算一個下單天數；依次看：是否已離開、是否退化、是否還在考察、是否穩定，其餘是形成期。",
    "流失率：最後一次下單後沉默超過視窗算流失，除以觀察的客戶月，口徑與「流失」頁的存活曲線相同。每段時間算在它之前那次下單所在的階段，所以不會因為沉默才落進退化期再算流失；中途沉默後又回來的不算流失。",
    "「至今沒有回來」會把近來沉默、以後還會回來的也算進去，這樣的客戶多半是老客戶；所以考察期與其他客戶之比另按第一次沉默超過視窗再算一遍，兩遍一致才下結論。",
    "區間按卜瓦松分布精確計算；考察期與其他客戶之比按二項分布精確計算，區間不含1才說更容易或更不容易。",
    "資料裡的第一單當作首單：舊客會被看成剛開始往來，這只會讓考察期顯得更安全。",
    "考察期流失快，也可能只是不合適的客戶先走了，不一定是階段本身造成的。",
  ],
  cells: {
    stage: (p) => `關係處在「${p.name}」的客戶`,
    left: "已離開的客戶",
    near: "再下一單就進入形成期的客戶",
  },
} satisfies RelationMessages;
