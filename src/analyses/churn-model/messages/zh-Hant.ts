import { decimal, grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { ChurnModelMessages } from "./zh-Hans";

export default {
  name: "流失預測",
  finding: (p) =>
    rich`現有${marked("all", `${grouped(p.customers)}家`)}客戶，按這個模型大約會流失${grouped(p.expected)}家。`,
  findingRisk: (p) => [
    ...rich`其中${marked("risk", `${grouped(p.customers)}家`)}的機率${p.from === null ? "至少是平均的兩倍" : `不低於${p.from}`}`,
    ...(p.money === null ? [] : rich`，預計流失的年金額${marked("stake", p.money)}`),
    "。",
  ],
  findingTrust: (p) =>
    `拿模型沒看過的${grouped(p.tested)}家客戶檢驗：名單前10%裡有${p.capture}的流失者，是隨便挑的${p.lift}倍。`,
  refused: {
    title: "還做不出可信的預測",
    "no-label":
      "沒有哪一欄說明誰已流失，也沒有訂單可以看出誰不再來。請選「流失標記」欄，或匯入訂單。",
    "no-features": "沒有可用的特徵欄。請在「特徵」裡選幾欄，或匯入更多客戶資料。",
    "few-customers": (p) => `標記齊全的客戶只有${grouped(p.have)}家，至少要${grouped(p.need)}家。`,
    "few-events": (p) =>
      `流失（或留下）的客戶太少：這麼多特徵需要至少${grouped(p.need)}家，用來學習的只有${grouped(p.have)}家。少選幾個特徵，或等資料多一些。`,
    "short-history": (p) =>
      `訂單歷史太短：要有三個流失視窗共${grouped(p.need)}天，現有${grouped(p.have)}天。把流失視窗改到${grouped(Math.floor(p.have / 3))}天以內就能做；視窗越短，當成流失、後來又回來的客戶越多。`,
    "empty-test": "檢驗部分沒有客戶，或者全是（全不是）流失者，無法檢驗。換一種劃分。",
    "not-better":
      "在模型沒看過的客戶上，它並不比「人人都按平均流失率」更準，所以不給名單。可換一些特徵再試。",
  },
  controls: {
    window: "流失視窗",
    days: "天",
    windowHint: "多少天不下單算流失；填0就按本公司的下單間隔算",
    source: "誰算流失",
    sources: { auto: "自動", label: "看標記欄", orders: "看訂單" },
    label: "流失標記",
    labelAuto: "自動辨識",
    features: "特徵",
    value: "年金額",
    valueAuto: "自動",
    split: "劃分欄",
    splitAuto: "隨機四分之一檢驗",
    model: "模型",
    models: { auto: "較準的一個", logistic: "邏輯迴歸", trees: "提升樹" },
    calibration: "校準",
    calibrations: { platt: "Platt", isotonic: "保序", none: "不校準" },
    more: "更多選項",
  },
  yes: "是",
  no: "否",
  list: {
    title: "先看誰？",
    sub: (p) =>
      `${grouped(p.customers)}家現有客戶按流失機率排，前${grouped(p.shown)}家。原因是模型的依據，不一定是客戶離開的起因。`,
    caption: "流失機率最高的客戶、年金額和原因",
    name: "客戶",
    chance: "機率",
    year: "年金額",
    atStake: "預計損失",
    reasons: "推高機率的原因",
    openAll: "打開全部高風險客戶",
    why: (p) => `流失機率${p.chance}：${p.reasons}`,
    whyPlain: (p) => `流失機率${p.chance}`,
    action: "挽救",
    file: "流失風險名單",
    fileChance: "流失機率",
    high: "高風險",
    stakes: {
      sales: "年金額是近365天的銷售額。",
      fee: "年金額是月費乘12。",
      column: "年金額取自所選的欄。",
      none: "沒有年金額：可在「年金額」裡選一欄。",
    },
  },
  reason: {
    number: (p) => `${p.name} ${p.value}`,
    word: (p) => `${p.name}：${p.value}`,
    missing: (p) => `${p.name}未填`,
  },
  behaviours: {
    recency: "距上次下單",
    rhythm: "沉默÷平時間隔",
    "order-days": "近一年下單天數",
    sales: "近一年銷售額",
    trend: "下單增減",
    tenure: "首單至今",
    "order-value": "每次下單金額",
    "sales-trend": "金額增減",
    "gap-variation": "間隔的波動",
    returned: "退貨占比",
  },
  behaviourUnknown: {
    rhythm: "只下過一天單，看不出間隔",
    "gap-variation": "下單不到三天，看不出規律",
  },
  cautions: {
    weak: (p) => `模型只比隨便挑好一些（AUC ${p.auc}）：先後順序可作參考，機率的數字不要當真。`,
    bold: "在檢驗客戶上，模型把高的說得太高、低的說得太低；請看下面的校準圖。",
    off: (p) =>
      `檢驗客戶按機率分的${grouped(p.of)}組裡，有${grouped(p.groups)}組實際流失的比例和模型說的對不上：先後順序可用，機率的數字不要當真。`,
    tooGood: (p) =>
      `準得反常（AUC ${p.auc}）：多半有哪一欄是流失之後才定下來的，最可疑的是「${p.name}」。請在「特徵」裡去掉它再看。`,
  },
  behaviourReasons: {
    recency: (p) => `已${p.value}沒下單`,
    rhythm: (p) => `沉默了平時間隔的${p.value}倍`,
    "order-days": (p) => `近一年只下單${p.value}天`,
    sales: (p) => `近一年買了${p.value}`,
    trend: (p) => `下單次數變化${p.value}`,
    tenure: (p) => `首單至今${p.value}`,
    "order-value": (p) => `每次下單約${p.value}`,
    "sales-trend": (p) => `購買金額變化${p.value}`,
    "gap-variation": (p) => `下單間隔波動${p.value}`,
    returned: (p) => `退貨占${p.value}`,
  },
  bins: {
    title: "機率怎麼分布？",
    sub: (p) => `${grouped(p.customers)}家現有客戶；機率加起來約${grouped(p.expected)}家。`,
    description: "按流失機率分成十段的客戶數。",
    axis: "流失機率",
    customers: "客戶數",
    range: (p) => `${p.from}–${p.to}`,
  },
  weights: {
    title: "模型看重什麼？",
    sub: (p) =>
      p.shown === p.features
        ? `全部${grouped(p.features)}項特徵，按對機率的平均影響排。`
        : `${grouped(p.features)}項特徵裡影響最大的${grouped(p.shown)}項。`,
    description: (p) => `各特徵的平均影響，最大的是${p.first}。`,
    feature: "特徵",
    weight: "平均影響（對數勝算）",
  },
  calibration: {
    title: "說30%，真的是30%嗎？",
    sub: (p) =>
      `模型沒看過的${grouped(p.tested)}家客戶按機率分成十組；點在斜線上就是說得準，豎線是95%區間。`,
    description: "預測的機率與實際流失率的對照，每點一組檢驗客戶。",
    predicted: "預測的機率",
    observed: "實際流失率",
    interval: "95%區間",
    customers: "客戶數",
    group: (p) => `第${grouped(p.number)}組`,
  },
  gains: {
    title: "名單拉多長，抓住多少？",
    sub: (p) => `檢驗部分${grouped(p.tested)}家客戶、${grouped(p.events)}家流失；虛線是隨便挑。`,
    description: (p) => `增益曲線：前10%的客戶裡有${p.capture}的流失者。`,
    listed: "名單占客戶",
    capture: "占流失者",
    lift: "提升倍數",
    events: "流失者",
    point: (p) => `名單前${p.percent}（${grouped(p.customers)}家）`,
    random: "隨便挑",
  },
  card: {
    title: "模型檔案",
    sub: (p) =>
      `學習${grouped(p.train)}家（流失${grouped(p.trainEvents)}家），檢驗${grouped(p.tested)}家（流失${grouped(p.testedEvents)}家）。`,
    caption: "兩種模型在檢驗客戶上的表現",
    model: "模型",
    auc: "AUC（95%區間）",
    logLoss: "對數損失",
    brier: "Brier",
    skill: "比平均率好",
    slope: "校準斜率",
    size: "規模",
    chosen: (p) => `${p.model}（採用）`,
    trees: (p) => `${grouped(p.trees)}棵樹`,
    parameters: (p) => `${grouped(p.parameters)}個參數`,
    splits: {
      drawn: "劃分：按客戶編號抽四分之一檢驗，流失與未流失各抽；換種子才會變。",
      given: "劃分：按所選的欄，「是」為檢驗。",
      time: (p) =>
        `劃分：用${p.train}之前的訂單學習、其後${p.days}的結果為準；再用${p.test}為界檢驗。當天之後的資料一律不看。`,
    },
    window: (p) => `${p.days}沒有再下單就算流失。`,
    choice: "採用交叉驗證中對數損失較小的一個，檢驗部分不參與挑選。",
    calibrations: {
      platt: "機率按交叉驗證的結果做Platt校準。",
      isotonic: "機率按交叉驗證的結果做保序校準。",
      none: "機率沒有校準。",
    },
    unlabelled: (p) => `${grouped(p.customers)}家客戶沒有標記，不參與學習和檢驗。`,
    leftOut: (p) => `未用：${p.names}，${p.reason}。`,
    reasons: {
      "many-words": "取值太多，像編號或名稱",
      "one-value": "只有一個值",
      "tells-the-answer": "單憑它就能說出答案，多半是流失之後才填的",
      "too-few-events": "流失的客戶還不夠多，先不用",
    },
  },
  drift: {
    learnt: {
      title: "學完以後，客戶變了嗎？",
      from: (p) =>
        `拿今天的${grouped(p.now)}家，和模型學習時（${p.day}）的${grouped(p.before)}家比；機率和檢驗的客戶比。`,
    },
    last: {
      title: "和上一批資料比，變了嗎？",
      from: (p) =>
        `上一批資料截至${p.day}：用了${grouped(p.n)}家，流失${grouped(p.events)}家，當時現有${grouped(p.before)}家；今天${grouped(p.now)}家。`,
      fromUndated: (p) =>
        `上一批資料：用了${grouped(p.n)}家，流失${grouped(p.events)}家，當時現有${grouped(p.before)}家；今天${grouped(p.now)}家。`,
    },
    first: "還沒有上一次可比：下次匯入資料後再打開這一頁，就會和這次比。",
    description: (p) => `${grouped(p.features)}項特徵各變了多少（PSI）。`,
    reading: "怎麼看",
    bins: "比較的級數",
    comma: "、",
    bands: {
      steady: "穩定",
      luck: "可能是碰巧",
      grows: "隨時間增長",
      some: "有些變化",
      far: "變化明顯",
    },
    chance: {
      steady: (p) => `機率的分布穩定（PSI ${p.psi}）。`,
      luck: (p) => `機率的分布看不出變化（PSI ${p.psi}，這麼幾家客戶，碰巧也會有）。`,
      some: (p) => `機率的分布有些變化（PSI ${p.psi}）。`,
      far: (p) => `機率的分布變化明顯（PSI ${p.psi}）：先後順序還可參考，機率的數字要打折扣。`,
    },
    moved: {
      some: (p) => `有些變化：${p.names}${p.more > 0 ? `，另有${grouped(p.more)}項` : ""}。`,
      far: (p) => `變化明顯：${p.names}${p.more > 0 ? `，另有${grouped(p.more)}項` : ""}。`,
    },
    still: "各項特徵都沒有分得出的變化。",
    slope: (p) => `校準斜率上次${p.then}，這次${p.now}（1最好）。`,
    auc: {
      alike: (p) => `AUC上次${p.then}，這次${p.now}：分不出高下（${p.p}）。`,
      better: (p) => `AUC上次${p.then}，這次${p.now}：比上次準（${p.p}）。`,
      worse: (p) => `AUC上次${p.then}，這次${p.now}：不如上次準（${p.p}）。`,
    },
    how: [
      "PSI：先把當時的客戶分成十級（詞按最常見的十個），再看今天各級占比差多少：Σ（今天−當時）×ln（今天÷當時）。沒填的單獨一級，太小的級併入相鄰的。",
      "通行的看法：0.1以內穩定，0.1到0.25有些變化，0.25以上變化明顯；客戶少時碰巧也會超過，所以另用卡方給出p，p不小於0.05的不算變化。",
      "「首單至今」隨時間自然增長，不算變化，圖裡不畫，表裡有；變化只說明客戶和當時不同，模型學到的未必還適用。",
    ],
  },
  how: {
    model:
      "邏輯迴歸（脊懲罰）和梯度提升樹各學一遍；類別逐個取值展開，數值標準化，缺失單列一類，不填0。",
    auc: "AUC：隨便抓一家流失的和一家沒流失的，模型把前者排在前面的機會；0.5等於瞎猜。區間用DeLong法。",
    reasons:
      "原因：邏輯迴歸是係數×（取值−平均），提升樹是精確的SHAP值；各項加起來就是這家客戶的對數勝算。",
    atRisk: (p) => `高風險：機率不低於${p.from}（平均的兩倍，最高按50%）。`,
    stake: "預計損失＝機率×年金額。",
    events: (p) =>
      `${grouped(p.parameters)}個參數，每個至少要${decimal(p.per, 0)}家流失的客戶，不夠就不做。`,
  },
  cells: {
    atRisk: "流失風險高的客戶",
    chance: (p) => `流失機率${p.from}–${p.to}的客戶`,
    tested: (p) => `檢驗第${grouped(p.number)}組的客戶`,
    held: (p) => `檢驗名單前${grouped(p.percent)}%的客戶`,
  },
} satisfies ChurnModelMessages;
