import { grouped } from "../../number-words";

/** As-of day, period and filters. */
export const scope = {
  asOf: "截止",
  asOfTitle: "截止日",
  asOfHint: "所有页面都从这一天往回看，之后的订单不计入。",
  lastDay: (p: { day: string }) => `用数据的最后一天（${p.day}）`,
  period: "区间",
  periodTitle: "统计区间",
  months: (p: { months: number }) => `近${p.months}个月`,
  all: "全部时间",
  custom: "自选区间",
  from: "从",
  to: "到",
  versus: "对比上一期",
  versusHint: "与之前同样长的一段相比",
  filter: "筛选",
  addFilter: "+ 筛选",
  filterTitle: "添加筛选",
  filterSearch: "搜索筛选条件",
  filterNone: "没有可以筛选的列。导入的类别列（区域、负责人、渠道等）会出现在这里。",
  values: (p: { count: number }) => `${grouped(p.count)}项`,
  moreValues: (p: { count: number }) => `还有${grouped(p.count)}项，请搜索`,
  removeFilter: (p: { label: string }) => `移除筛选：${p.label}`,
  clear: "清除全部筛选",
  chosen: (p: { first: string; more: number }) =>
    p.more === 0 ? p.first : `${p.first}等${grouped(p.more + 1)}项`,
};
