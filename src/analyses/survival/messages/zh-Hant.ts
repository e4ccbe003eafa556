import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { SurvivalMessages } from "./zh-Hans";

const messages: SurvivalMessages = {
  name: "客戶能留多久",
  all: "全部客戶",
  rest: "其餘",
  yes: "是",
  no: "否",
  range: (p) => `${p.from}–${p.to}`,
  months: (p) => `${p.months}個月`,
  perMonth: "每月",
  perUnit: "每單位時間",
  axis: { days: "成為客戶後的天數", months: "成為客戶後的月數", unit: "時長（單位同資料）" },
  band: {
    days: (p) => `第${p.from}–${p.to}天`,
    months: (p) => `第${p.from}–${p.to}個月`,
    unit: (p) => `${p.from}–${p.to}`,
  },
  finding: {
    lost: "已經流失",
    silent: (p) => `已沉默超過${grouped(p.days)}天，算作流失`,
    median: (p) =>
      rich`${grouped(p.customers)}家客戶裡，${marked("lost", `${grouped(p.lost)}家`)}${p.state}；一半的客戶會在${marked("median", p.median)}內離開${p.interval === null ? "" : `（95%區間${p.interval}）`}。`,
    once: (p) =>
      rich`${grouped(p.customers)}家客戶裡，${marked("lost", `${grouped(p.lost)}家`)}${p.state}；${marked("median", p.share)}的客戶第一次買過之後就沒再來。`,
    noMedian: (p) =>
      rich`${grouped(p.customers)}家客戶裡，${marked("lost", `${grouped(p.lost)}家`)}${p.state}；滿${p.time}時仍有${marked("median", p.share)}留著。`,
    noLoss: (p) => rich`${grouped(p.customers)}家客戶都還在，沒有人流失，畫不出能看的曲線。`,
    peak: (p) => rich`${marked("peak", p.band)}最危險，${p.per}走掉${p.rate}，明顯高於其他時段。`,
    differ: (p) =>
      rich`按「${p.column}」分，差別顯著（${p.p}）：在最初的${p.time}裡，${marked("best", `「${p.best}」`)}平均留${p.bestMean}，${marked("worst", `「${p.worst}」`)}只有${p.worstMean}。`,
    same: (p) => rich`按「${p.column}」分，看不出差別（${p.p}）。`,
    noTest: (p) => rich`按「${p.column}」分不出能比較的組。`,
  },
  interval: {
    both: (p) => `${p.lower}到${p.upper}`,
    from: (p) => `${p.lower}以上`,
    upTo: (p) => `${p.upper}以下`,
  },
  caution: {
    window: (p) =>
      `滿${grouped(p.days)}天沒下單才算流失，此前沒有人算。曲線在那裡陡降${p.share}，是只買過一次的客戶同時滿了期限，不是那時才危險。`,
    short: (p) =>
      `沉默超過${grouped(p.days)}天的客戶，有${p.share}後來又買了：這個視窗偏短，流失算多了。`,
    shortSafer: (p) =>
      `沉默超過${grouped(p.days)}天的客戶，有${p.share}後來又買了：這個視窗偏短，流失算多了。95%的間隔在${grouped(p.safer)}天以內，可以改用它。`,
    closed: "多數客戶只買過一次，所以視窗取自有下一單的間隔。",
    few: (p) => `只有${grouped(p.events)}家流失，區間很寬，先別下結論。`,
    cross: "曲線有交叉：整體檢定會漏掉差別，請看平均留存時間。",
  },
  missing: {
    title: "還看不出客戶何時流失",
    open: "去匯入",
    gaps: {
      "no-source":
        "需要其中之一：客戶表裡的「在網月數」和「是否流失」；「合約」或「流失」表；或者帶日期的「訂單」。",
      "no-duration": "沒有可用的時長欄。請選一欄數字，例如「在網月數」。",
      "no-event": "沒有說明是否流失的欄。請選一欄，例如「是否流失」。",
      "event-unclear": "看不懂這一欄的哪個值表示流失。請換一欄，或改成「是／否」。",
      "no-contracts": "「合約」和「流失」表裡沒有能用的列，或者不知道客戶從哪天開始。",
      "no-orders": "沒有成交的訂單，看不出誰沉默了。",
      "no-window": "還沒有客戶買過第二次，算不出流失視窗。請在下面填一個天數。",
      nobody: "這個範圍裡沒有能用的客戶。放寬篩選，或換一欄。",
    },
  },
  controls: {
    source: "依據",
    sources: {
      auto: "自動",
      columns: "客戶表的欄",
      contracts: "合約與流失紀錄",
      silence: "沉默天數",
    },
    duration: "時長",
    event: "是否流失",
    field: "按已對應的欄",
    window: "流失視窗",
    windowHint: "填0就按本公司的下單間隔算",
    group: "分組比較",
    noGroup: "不分組",
    strata: "在同類裡比較",
    noStrata: "不限",
    weighting: "側重",
    weightings: {
      "log-rank": "各時段同等",
      gehan: "客戶多的時段",
      peto: "前期",
      late: "後期",
    },
  },
  curve: {
    title: "客戶能留多久？",
    sub: (p) => `${grouped(p.customers)}家客戶，${grouped(p.lost)}家流失。${p.rule}`,
    rules: {
      columns: "流失以客戶表為準。",
      contracts: "流失以合約和流失紀錄為準。",
      silence: (p) => `超過${grouped(p.days)}天沒有下單就算流失。`,
    },
    description: (p) =>
      `存活曲線：${grouped(p.customers)}家客戶隨時間留下的比例，${grouped(p.lost)}家流失。`,
    median: (p) => `一半 ${p.time}`,
    stop: (p) => `${p.group} · ${p.time}`,
    interval: "95%區間",
    axisInSight: (p) => `${p.axis}（下排：當時還在的客戶）`,
  },
  hazard: {
    title: "哪個階段最容易流失？",
    sub: (p) =>
      `柱：各時段${p.per}流失的比例，分母只算當時還在的客戶；線：平滑後的走勢。淺色的時段流失不到10家，僅供參考。`,
    description: (p) => `按客戶年齡分${grouped(p.bands)}段的流失率。`,
    rate: "流失率",
    band: "時段",
    censored: "看到這裡為止",
    leftAtEnd: "段末留下",
    smooth: "平滑",
  },
  table: {
    title: (p) => `按「${p.column}」比較`,
    sub: (p) => `平均留存在最初的${p.time}裡計算，各組都看得到這麼久。`,
    test: (p) => `檢定：χ²＝${p.chi2}，自由度${grouped(p.df)}，${p.p}。`,
    missing: (p) => `${grouped(p.customers)}家沒有這一項，未參加比較。`,
    strata: (p) => `在「${p.column}」的${grouped(p.count)}類裡分別比較，再合起來。`,
    caption: "各組的客戶數、流失數、中位時間和平均留存",
    group: "組",
    customers: "客戶",
    lost: "流失",
    expected: "一樣時應流失",
    medianTime: "一半流失於",
    median: (p) => `${p.median}（${p.interval}）`,
    notReached: "還不到一半",
    mean: "平均留存",
    atEnd: "期末留下",
    time: "時間",
    atRisk: "當時還在",
    left: "留下",
    lower: "下限",
    upper: "上限",
    openLost: "打開已流失的客戶",
  },
  rule: {
    title: "誰算流失？",
    columns: (p) => `時長取「${p.duration}」；「${p.event}」為${p.values}的算流失，其餘還在。`,
    columnsDay: (p) => `時長取「${p.duration}」；「${p.event}」有日期的算流失，空白的還在。`,
    contracts: (p) =>
      `${grouped(p.contracts)}家有合約，${grouped(p.exits)}家有流失紀錄。有流失日期的以它為準；沒有的，最後一份合約解約，或到期30天沒有續簽，算在那天流失。`,
    notCounted: (p) =>
      `部分流失${grouped(p.partialExits)}次、已贏回${grouped(p.wonBack)}次，不算流失。`,
    pending: (p) => `${grouped(p.pending)}家的合約剛到期不滿30天，還可能續簽，不算流失。`,
    silence: (p) =>
      `沒有合約，只能看沉默：${grouped(p.days)}天沒有下單，在滿${grouped(p.days)}天的那天算流失。`,
    basis: {
      given: "天數是您填的。",
      gaps: "天數是下單間隔的80%分位，還沒等到下一單的間隔也算在內。",
      closed: "天數取等到了下一單的間隔的95%分位，因為等得到下一單的間隔不到80%。",
    },
    gaps: (p) => `共${grouped(p.gaps)}個間隔，其中${grouped(p.open)}個還沒結束。`,
    cameBack: (p) =>
      `歷史上${grouped(p.long)}次沉默超過這個天數，其中${grouped(p.back)}次後來又下了單。`,
    late: (p) =>
      `${grouped(p.customers)}家在資料開始之前就是客戶：從看得到的那天起才算在內，否則會高估留存。`,
    noStart: (p) => `${grouped(p.customers)}家沒有時長或開始日，未計入。`,
    noOutcome: (p) => `${grouped(p.customers)}家不知道是否流失，未計入。`,
    impossible: (p) => `${grouped(p.customers)}家的時長為負，或開始日在截止日之後，未計入。`,
  },
  how: [
    "存活曲線（Kaplan–Meier）：每有一家流失，留下的比例乘以（當時還在−1）÷當時還在。還沒流失的客戶看到哪天算到哪天，不當作流失，也不當作永遠不走。",
    "區間按Greenwood變異數，在雙對數尺度上取95%。剩不到5家時不再畫。",
    "分組比較用對數秩檢定：各組流失數與「假如都一樣」時應有的流失數相比。",
  ],
  howHazard: [
    "流失率＝時段內流失數÷客戶在這個時段裡度過的時間。紅色的時段明顯高於其餘（p<0.05，已按時段數校正）。",
    "線是Epanechnikov核平滑的流失率，剩不到10家的地方不畫。",
  ],
  cells: {
    lost: "已流失的客戶",
    staying: "還在的客戶",
    group: (p) => `第${grouped(p.place)}組的客戶`,
    groupLost: (p) => `第${grouped(p.place)}組裡已流失的客戶`,
    band: (p) => `在第${grouped(p.place)}個時段流失的客戶`,
  },
};

export default messages;
