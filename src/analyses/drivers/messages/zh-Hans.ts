import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "满意的驱动因素",
  finding: (p: { r2: string; outcome: string; drivers: number }) =>
    rich`${grouped(p.drivers)}项一起解释了“${p.outcome}”${marked("r2", p.r2)}的差异。`,
  findingTop: (p: { first: string; firstShare: string; second: string; secondShare: string }) =>
    rich`影响最大的是${marked("first", `“${p.first}”（${p.firstShare}）`)}，其次是${marked("second", `“${p.second}”（${p.secondShare}）`)}。`,
  findingOne: (p: { first: string }) => rich`只有“${marked("first", p.first)}”一项可比。`,
  findingFix: (p: { names: string }) =>
    rich`重要而得分偏低、最该先改的是${marked("fix", p.names)}。`,
  findingNoFix: rich`没有一项可以确定为“重要而得分偏低”。`,
  weak: (p: { r2: string }) =>
    `这些项目只解释了${p.r2}的差异：真正左右满意的，问卷里可能没有问到。`,
  few: (p: { n: number; drivers: number }) =>
    `只有${grouped(p.n)}份完整答卷，要分${grouped(p.drivers)}项，区间会很宽。`,
  incomplete: (p: { n: number; asked: number }) =>
    `${grouped(p.asked)}份答卷里，只有${grouped(p.n)}份每一项都答了，其余没有计入。`,
  copies: "有几项的答案几乎一样，分不清各自的作用，它们平分影响。",
  outcome: "解释哪一题",
  outcomeAuto: (p: { name: string }) => `自动：${p.name}`,
  method: "方法",
  methods: { auto: "自动", shapley: "Shapley", johnson: "Johnson" },
  shares: {
    title: "哪些方面左右满意？",
    sub: (p: { n: number; isExact: boolean }) =>
      `每项占R²的份额和95%区间（${grouped(p.n)}份完整答卷，${p.isExact ? "Shapley，所有次序取平均" : "Johnson相对权重"}）。点开看这一项低于中点的客户。`,
    description: (p: { first: string; share: string }) =>
      `各项的影响份额，最大的是“${p.first}”，${p.share}。`,
    name: "项目",
    share: "影响份额",
    interval: "95%区间",
    low: "下限",
    high: "上限",
    performance: "得分（0–100）",
    beta: "标准化系数",
    betaP: "p值",
    correlation: "相关系数",
    quadrant: "位置",
    lowCustomers: "低于中点的客户",
    none: "单独看不出作用（其他项已解释）",
  },
  map: {
    title: "先改哪一项？",
    sub: "横轴是得分，纵轴是影响份额；十字线是各自的平均。椭圆是95%区间；跨过十字线的画成空心，算未定。",
    description: (p: { fix: number }) => `重要性与表现图，确定该先改的有${grouped(p.fix)}项。`,
    x: "得分（0–100）→",
    y: "影响份额 →",
    quadrants: { concentrate: "先改", keep: "保持", low: "以后再说", overkill: "可能过头" },
    undecided: "未定",
    support: "有把握",
  },
  asymmetry: {
    title: "做不好会扣分，做得好会加分吗？",
    sub: "低于中点比中间少多少，打最高分比中间多多少（总分0–100，其他各项不变）。",
    caption: "各项的扣分、加分和类型",
    name: "项目",
    penalty: "低分时",
    reward: "高分时",
    kind: "类型",
    kinds: {
      "must-be": "必备：扣的比加的多",
      delight: "惊喜：加的比扣的多",
      linear: "线性：扣和加分不出多少",
      none: "看不出作用",
    },
    unknown: "低分或高分的答卷太少",
  },
  left: (p: { names: string }) => `没有计入：${p.names}。`,
  leftFew: (p: { name: string }) => `“${p.name}”（答的人太少）`,
  leftConstant: (p: { name: string }) => `“${p.name}”（所有人答得一样）`,
  how: {
    shares:
      "影响份额：把各项按每一种先后次序放进回归，取它新增的R²的平均（Shapley，又称LMG）；各项相加等于R²。超过12项时用Johnson相对权重。",
    said: "影响是从答案里算出来的，不是客户说的“重要性”；两者常常不同。",
    interval: (p: { replicates: number }) =>
      `区间：重抽答卷${grouped(p.replicates)}次（自助法）。同一位置出现不到95%的，算未定。`,
    cause: "相关不等于因果：一项份额大，只说明它和总分一起变。",
    asymmetry:
      "扣分和加分：低分、高分各设一个虚拟变量，同一个回归里一起算；两者大小差别显著才分类型。",
  },
  cells: { low: "这一项低于中点的客户" },
  refusals: {
    "no-outcome": "还没有打分题。导入一份问卷，其中有总体满意度和几个分项。",
    "no-drivers": "同一份答卷里只有总体题，没有分项题，看不出是什么在左右满意。",
    "too-few-answers": "每一项都答了的答卷太少，分不出各项的影响。换“全部历史”，或多收一些答卷。",
    "outcome-constant": "总体题所有人打的分都一样，没有差异可以解释。",
  },
};

export type DriversMessages = typeof messages;
export default messages;
