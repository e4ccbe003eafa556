import { decimal, grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "流失预测",
  finding: (p: { customers: number; expected: number }) =>
    rich`现有${marked("all", `${grouped(p.customers)}家`)}客户，按这个模型大约会流失${grouped(p.expected)}家。`,
  /** `from`: of a chance of so much, which is less than twice the average; null: of twice the average */
  findingRisk: (p: { customers: number; from: string | null; money: string | null }) => [
    ...rich`其中${marked("risk", `${grouped(p.customers)}家`)}的可能性${p.from === null ? "至少是平均的两倍" : `不低于${p.from}`}`,
    ...(p.money === null ? [] : rich`，预计流失的年金额${marked("stake", p.money)}`),
    "。",
  ],
  findingTrust: (p: { tested: number; capture: string; lift: string }) =>
    `拿模型没见过的${grouped(p.tested)}家客户检验：名单前10%里有${p.capture}的流失者，是随便挑的${p.lift}倍。`,
  refused: {
    title: "还做不出可信的预测",
    "no-label":
      "没有哪一列说明谁已流失，也没有订单可以看出谁不再来。请选“流失标记”列，或导入订单。",
    "no-features": "没有可用的特征列。请在“特征”里选几列，或导入更多客户资料。",
    "few-customers": (p: { need: number; have: number }) =>
      `标记齐全的客户只有${grouped(p.have)}家，至少要${grouped(p.need)}家。`,
    "few-events": (p: { need: number; have: number }) =>
      `流失（或留下）的客户太少：这么多特征需要至少${grouped(p.need)}家，用来学习的只有${grouped(p.have)}家。少选几个特征，或等数据多一些。`,
    "short-history": (p: { need: number; have: number }) =>
      `订单历史太短：要有三个流失窗口共${grouped(p.need)}天，现有${grouped(p.have)}天。把流失窗口改到${grouped(Math.floor(p.have / 3))}天以内就能做；窗口越短，当成流失、后来又回来的客户越多。`,
    "empty-test": "检验部分没有客户，或者全是（全不是）流失者，无法检验。换一种划分。",
    "not-better":
      "在模型没见过的客户上，它并不比“人人都按平均流失率”更准，所以不给名单。可换一些特征再试。",
  },
  controls: {
    window: "流失窗口",
    days: "天",
    windowHint: "多少天不下单算流失；填0就按本公司的下单间隔算",
    source: "谁算流失",
    sources: { auto: "自动", label: "看标记列", orders: "看订单" },
    label: "流失标记",
    labelAuto: "自动识别",
    features: "特征",
    value: "年金额",
    valueAuto: "自动",
    split: "划分列",
    splitAuto: "随机四分之一检验",
    model: "模型",
    models: { auto: "更准的一个", logistic: "逻辑回归", trees: "提升树" },
    calibration: "校准",
    calibrations: { platt: "Platt", isotonic: "保序", none: "不校准" },
    more: "更多选项",
  },
  yes: "是",
  no: "否",
  list: {
    title: "先看谁？",
    sub: (p: { shown: number; customers: number }) =>
      `${grouped(p.customers)}家现有客户按流失可能性排，前${grouped(p.shown)}家。原因是模型的依据，不一定是客户离开的起因。`,
    caption: "流失可能性最高的客户、年金额和原因",
    name: "客户",
    chance: "可能性",
    year: "年金额",
    atStake: "预计损失",
    reasons: "推高可能性的原因",
    openAll: "打开全部高风险客户",
    why: (p: { chance: string; reasons: string }) => `流失可能性${p.chance}：${p.reasons}`,
    whyPlain: (p: { chance: string }) => `流失可能性${p.chance}`,
    action: "挽救",
    file: "流失风险名单",
    fileChance: "流失可能性",
    high: "高风险",
    stakes: {
      sales: "年金额是近365天的销售额。",
      fee: "年金额是月费乘12。",
      column: "年金额取自所选的列。",
      none: "没有年金额：可在“年金额”里选一列。",
    },
  },
  reason: {
    number: (p: { name: string; value: string }) => `${p.name} ${p.value}`,
    word: (p: { name: string; value: string }) => `${p.name}：${p.value}`,
    missing: (p: { name: string }) => `${p.name}未填`,
  },
  behaviours: {
    recency: "距上次下单",
    rhythm: "沉默÷平时间隔",
    "order-days": "近一年下单天数",
    sales: "近一年销售额",
    trend: "下单增减",
    tenure: "首单至今",
    "order-value": "每次下单金额",
    "sales-trend": "金额增减",
    "gap-variation": "间隔的波动",
    returned: "退货占比",
  },
  behaviourUnknown: {
    rhythm: "只下过一天单，看不出间隔",
    "gap-variation": "下单不到三天，看不出规律",
  },
  cautions: {
    weak: (p: { auc: string }) =>
      `模型只比随便挑好一些（AUC ${p.auc}）：先后顺序可作参考，可能性的数字不要当真。`,
    bold: "在检验客户上，模型把高的说得太高、低的说得太低；请看下面的校准图。",
    off: (p: { groups: number; of: number }) =>
      `检验客户按可能性分的${grouped(p.of)}组里，有${grouped(p.groups)}组实际流失的比例和模型说的对不上：先后顺序可用，可能性的数字不要当真。`,
    tooGood: (p: { auc: string; name: string }) =>
      `准得反常（AUC ${p.auc}）：多半有哪一列是流失之后才定下来的，最可疑的是“${p.name}”。请在“特征”里去掉它再看。`,
  },
  behaviourReasons: {
    recency: (p: { value: string }) => `已${p.value}没下单`,
    rhythm: (p: { value: string }) => `沉默了平时间隔的${p.value}倍`,
    "order-days": (p: { value: string }) => `近一年只下单${p.value}天`,
    sales: (p: { value: string }) => `近一年买了${p.value}`,
    trend: (p: { value: string }) => `下单次数变化${p.value}`,
    tenure: (p: { value: string }) => `首单至今${p.value}`,
    "order-value": (p: { value: string }) => `每次下单约${p.value}`,
    "sales-trend": (p: { value: string }) => `购买金额变化${p.value}`,
    "gap-variation": (p: { value: string }) => `下单间隔波动${p.value}`,
    returned: (p: { value: string }) => `退货占${p.value}`,
  },
  bins: {
    title: "可能性怎么分布？",
    sub: (p: { customers: number; expected: number }) =>
      `${grouped(p.customers)}家现有客户；可能性加起来约${grouped(p.expected)}家。`,
    description: "按流失可能性分成十段的客户数。",
    axis: "流失可能性",
    customers: "客户数",
    range: (p: { from: string; to: string }) => `${p.from}–${p.to}`,
  },
  weights: {
    title: "模型看重什么？",
    sub: (p: { shown: number; features: number }) =>
      p.shown === p.features
        ? `全部${grouped(p.features)}项特征，按对可能性的平均影响排。`
        : `${grouped(p.features)}项特征里影响最大的${grouped(p.shown)}项。`,
    description: (p: { first: string }) => `各特征的平均影响，最大的是${p.first}。`,
    feature: "特征",
    weight: "平均影响（对数几率）",
  },
  calibration: {
    title: "说30%，真的是30%吗？",
    sub: (p: { tested: number }) =>
      `模型没见过的${grouped(p.tested)}家客户按可能性分成十组；点在斜线上就是说得准，竖线是95%区间。`,
    description: "预测的可能性与实际流失率的对照，每点一组检验客户。",
    predicted: "预测的可能性",
    observed: "实际流失率",
    interval: "95%区间",
    customers: "客户数",
    group: (p: { number: number }) => `第${grouped(p.number)}组`,
  },
  gains: {
    title: "名单拉多长，抓住多少？",
    sub: (p: { tested: number; events: number }) =>
      `检验部分${grouped(p.tested)}家客户、${grouped(p.events)}家流失；虚线是随便挑。`,
    description: (p: { capture: string }) => `增益曲线：前10%的客户里有${p.capture}的流失者。`,
    listed: "名单占客户",
    capture: "占流失者",
    lift: "提升倍数",
    events: "流失者",
    point: (p: { percent: string; customers: number }) =>
      `名单前${p.percent}（${grouped(p.customers)}家）`,
    random: "随便挑",
  },
  card: {
    title: "模型档案",
    sub: (p: { train: number; trainEvents: number; tested: number; testedEvents: number }) =>
      `学习${grouped(p.train)}家（流失${grouped(p.trainEvents)}家），检验${grouped(p.tested)}家（流失${grouped(p.testedEvents)}家）。`,
    caption: "两种模型在检验客户上的表现",
    model: "模型",
    auc: "AUC（95%区间）",
    logLoss: "对数损失",
    brier: "Brier",
    skill: "比平均率好",
    slope: "校准斜率",
    size: "规模",
    chosen: (p: { model: string }) => `${p.model}（采用）`,
    trees: (p: { trees: number }) => `${grouped(p.trees)}棵树`,
    parameters: (p: { parameters: number }) => `${grouped(p.parameters)}个参数`,
    splits: {
      drawn: "划分：按客户编号抽四分之一检验，流失与未流失各抽；换种子才会变。",
      given: "划分：按所选的列，“是”为检验。",
      time: (p: { train: string; test: string; days: string }) =>
        `划分：用${p.train}之前的订单学习、其后${p.days}的结果为准；再用${p.test}为界检验。当天之后的数据一律不看。`,
    },
    window: (p: { days: string }) => `${p.days}没有再下单就算流失。`,
    choice: "采用交叉验证中对数损失较小的一个，检验部分不参与挑选。",
    calibrations: {
      platt: "可能性按交叉验证的结果做Platt校准。",
      isotonic: "可能性按交叉验证的结果做保序校准。",
      none: "可能性没有校准。",
    },
    unlabelled: (p: { customers: number }) =>
      `${grouped(p.customers)}家客户没有标记，不参与学习和检验。`,
    leftOut: (p: { names: string; reason: string }) => `未用：${p.names}，${p.reason}。`,
    reasons: {
      "many-words": "取值太多，像编号或名称",
      "one-value": "只有一个值",
      "tells-the-answer": "单凭它就能说出答案，多半是流失之后才填的",
      "too-few-events": "流失的客户还不够多，先不用",
    },
  },
  drift: {
    learnt: {
      title: "学完以后，客户变了吗？",
      from: (p: { day: string; before: number; now: number }) =>
        `拿今天的${grouped(p.now)}家，和模型学习时（${p.day}）的${grouped(p.before)}家比；可能性和检验的客户比。`,
    },
    last: {
      title: "和上一批数据比，变了吗？",
      from: (p: { day: string; n: number; events: number; before: number; now: number }) =>
        `上一批数据截至${p.day}：用了${grouped(p.n)}家，流失${grouped(p.events)}家，当时现有${grouped(p.before)}家；今天${grouped(p.now)}家。`,
      fromUndated: (p: { n: number; events: number; before: number; now: number }) =>
        `上一批数据：用了${grouped(p.n)}家，流失${grouped(p.events)}家，当时现有${grouped(p.before)}家；今天${grouped(p.now)}家。`,
    },
    first: "还没有上一次可比：下次导入数据后再打开这一页，就会和这次比。",
    description: (p: { features: number }) => `${grouped(p.features)}项特征各变了多少（PSI）。`,
    reading: "怎么看",
    bins: "比较的档数",
    comma: "、",
    bands: {
      steady: "稳定",
      luck: "可能是碰巧",
      grows: "随时间增长",
      some: "有些变化",
      far: "变化明显",
    },
    chance: {
      steady: (p: { psi: string }) => `可能性的分布稳定（PSI ${p.psi}）。`,
      luck: (p: { psi: string }) =>
        `可能性的分布看不出变化（PSI ${p.psi}，这么几家客户，碰巧也会有）。`,
      some: (p: { psi: string }) => `可能性的分布有些变化（PSI ${p.psi}）。`,
      far: (p: { psi: string }) =>
        `可能性的分布变化明显（PSI ${p.psi}）：先后顺序还可参考，可能性的数字要打折扣。`,
    },
    moved: {
      some: (p: { names: string; more: number }) =>
        `有些变化：${p.names}${p.more > 0 ? `，另有${grouped(p.more)}项` : ""}。`,
      far: (p: { names: string; more: number }) =>
        `变化明显：${p.names}${p.more > 0 ? `，另有${grouped(p.more)}项` : ""}。`,
    },
    still: "各项特征都没有分得出的变化。",
    slope: (p: { then: string; now: string }) => `校准斜率上次${p.then}，这次${p.now}（1最好）。`,
    auc: {
      alike: (p: { then: string; now: string; p: string }) =>
        `AUC上次${p.then}，这次${p.now}：分不出高下（${p.p}）。`,
      better: (p: { then: string; now: string; p: string }) =>
        `AUC上次${p.then}，这次${p.now}：比上次准（${p.p}）。`,
      worse: (p: { then: string; now: string; p: string }) =>
        `AUC上次${p.then}，这次${p.now}：不如上次准（${p.p}）。`,
    },
    how: [
      "PSI：先把当时的客户分成十档（词按最常见的十个），再看今天各档占比差多少：Σ（今天−当时）×ln（今天÷当时）。没填的单独一档，太小的档并入相邻的。",
      "通行的看法：0.1以内稳定，0.1到0.25有些变化，0.25以上变化明显；客户少时碰巧也会超过，所以另用卡方给出p，p不小于0.05的不算变化。",
      "“首单至今”随时间自然增长，不算变化，图里不画，表里有；变化只说明客户和当时不同，模型学到的未必还适用。",
    ],
  },
  how: {
    model:
      "逻辑回归（岭惩罚）和梯度提升树各学一遍；类别逐个取值展开，数值标准化，缺失单列一类，不填0。",
    auc: "AUC：随便抓一家流失的和一家没流失的，模型把前者排在前面的机会；0.5等于瞎猜。区间用DeLong法。",
    reasons:
      "原因：逻辑回归是系数×（取值−平均），提升树是精确的SHAP值；各项加起来就是这家客户的对数几率。",
    atRisk: (p: { from: string }) => `高风险：可能性不低于${p.from}（平均的两倍，最高按50%）。`,
    stake: "预计损失＝可能性×年金额。",
    events: (p: { parameters: number; per: number }) =>
      `${grouped(p.parameters)}个参数，每个至少要${decimal(p.per, 0)}家流失的客户，不够就不做。`,
  },
  cells: {
    atRisk: "流失风险高的客户",
    chance: (p: { from: string; to: string }) => `流失可能性${p.from}–${p.to}的客户`,
    tested: (p: { number: number }) => `检验第${grouped(p.number)}组的客户`,
    held: (p: { percent: number }) => `检验名单前${grouped(p.percent)}%的客户`,
  },
};

export type ChurnModelMessages = typeof messages;
export default messages;
