import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "ABC-XYZ与分级稳定性",
  finding: (p: { x: number; share: string; z: number; zShare: string }) =>
    rich`${marked("x", `${grouped(p.x)}家`)}需求平稳，占金额${p.share}；${marked("z", `${grouped(p.z)}家`)}忽高忽低，占${p.zShare}。`,
  findingNone: "完整的月份不足6个，需求稳不稳还看不出来。",
  findingStable: (p: { share: string; borderline: number }) =>
    rich`${p.share}的客户换个切法、早一个月、换几个月份都还在原来那级；${marked("borderline", `${grouped(p.borderline)}家`)}在边界上。`,
  controls: {
    steady: "平稳：变异系数低于",
    erratic: "不稳：高于",
    cut: "定级方法",
  },
  cuts: {
    "rank-15-35-50": "按名次 15/35/50",
    "rank-20-30-50": "按名次 20/30/50",
    "cumulative-50-80": "按金额 50/80",
    "cumulative-80-95": "按金额 80/95",
  },
  grade: { a: "A", b: "B", c: "C" },
  demand: { x: "X 平稳", y: "Y 波动", z: "Z 忽高忽低", none: "太短" },
  matrix: {
    title: "哪些客户又大又稳？",
    sub: (p: { periods: string; median: string }) =>
      `${p.periods}，已去季节；变异系数中位数${p.median}。格子越深金额越多。`,
    subNone: "完整的月份不足6个，全部归入“太短”。",
    description: (p: { x: number; y: number; z: number }) =>
      `规模和平稳度的九格图：平稳${grouped(p.x)}家，波动${grouped(p.y)}家，忽高忽低${grouped(p.z)}家。`,
    cell: (p: { grade: string; demand: string }) => `${p.grade}·${p.demand}`,
    heads: (p: { customers: number }) => `${grouped(p.customers)}家`,
    customers: "客户",
    amount: { sales: "销售额", profit: "毛利" },
    share: "占比",
    grade: "级别",
    demand: "平稳度",
    months: (p: { n: number }) => `最近${grouped(p.n)}个完整月`,
    quarters: (p: { n: number }) => `最近${grouped(p.n)}个完整季度`,
    young: (p: { customers: number }) =>
      `其中${grouped(p.customers)}家成为客户不足6个月（季），不判断。`,
    advice: "AX可以按计划备货，AZ要一单一谈；CZ不必为它备货。",
  },
  trials: {
    title: "分级有多稳？",
    sub: (p: { draws: number }) =>
      `三种检验：切点移动5%，时段早一个月，月份有放回地重抽${grouped(p.draws)}次（八成以上同级算稳）。`,
    subNone: "三种检验：切点移动5%，时段早一个月，月份重抽。",
    caption: "各种检验下级别不变的客户比例",
    name: "检验",
    names: { cut: "切点±5%", window: "早一个月", draws: "重抽月份" },
    all: "全部",
    changed: "变级",
    missing: {
      cut: "任何数据都能做",
      window: "要选“所选时段”，并且数据更早",
      draws: "要有3个月以上",
    },
  },
  border: {
    title: "谁在边界上？",
    sub: (p: { shown: number; customers: number }) =>
      p.shown === p.customers
        ? `全部${grouped(p.customers)}家，大客户在前。`
        : `${grouped(p.customers)}家里最大的${grouped(p.shown)}家。`,
    none: "没有。",
    caption: "边界上的客户、级别和重抽结果",
    name: "客户",
    grade: "级别",
    trials: "哪种检验会变",
    chances: "重抽 A/B/C",
    openAll: "打开全部",
  },
  how: [
    "ABC：按规模的分级，和“集中度”完全一样。",
    "XYZ：每个客户从第一单起，各期销售额的标准差÷平均（变异系数）。多数客户一个月不到买一次时按季。两年以上数据先除以大家共有的季节。",
    "没有买的月份算0；不足6期不判断。",
    "重抽：把时段里的月份有放回地抽满，全体客户同抽，再按同样方法定级。",
  ],
  cells: {
    demand: (p: { demand: string }) => `需求${p.demand}的客户`,
    cell: (p: { grade: string; demand: string }) => `${p.grade}级、${p.demand}的客户`,
    borderline: "分级在边界上的客户",
    changed: (p: { trial: string }) => `${p.trial}会变级的客户`,
  },
};

export type XyzMessages = typeof messages;
export default messages;
