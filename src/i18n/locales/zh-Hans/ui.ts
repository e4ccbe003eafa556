import { grouped } from "../../number-words";

/** Words of the building blocks that every page uses. */
export const ui = {
  close: "关闭",
  cancel: "取消",
  confirm: "确定",
  back: "返回",
  save: "保存",
  remove: "移除",
  undo: "撤销",
  retry: "重试",
  more: "更多",
  all: "全部",
  none: "无",
  search: "搜索",
  clear: "清除",
  apply: "应用",
  loading: "正在载入…",
  sortBy: (p: { column: string }) => `按${p.column}排序`,
  sortedUp: "升序",
  sortedDown: "降序",
  rows: (p: { count: number }) => `共${grouped(p.count)}行`,
  rowOf: (p: { row: number; count: number }) => `第${grouped(p.row)}行，共${grouped(p.count)}行`,
  showAll: (p: { count: number }) => `全部${grouped(p.count)}条`,
  noMatch: "没有相符的结果",
  window: { label: "时间", period: "所选区间", all: "全部历史" },
  question: {
    automatic: "自动",
    automaticIs: (p: { name: string }) => `自动：${p.name}`,
  },
  basis: { label: "退货", sales: "不计退货", net: "扣除退货" },
  dismiss: "知道了",
  noColumn: "不选",
  knowsToday: (p: { names: string }) =>
    `“${p.names}”是按今天的分数或某天看到的名单圈的，里面已经带着“谁不再来了”，用它解释流失容易倒果为因：各组的差别不要当原因看。要比较，请用客户资料里的列，例如区域、行业或来源。`,
  allColumns: "全部列",
  columnCount: (p: { count: number }) => `${grouped(p.count)}列`,
};
