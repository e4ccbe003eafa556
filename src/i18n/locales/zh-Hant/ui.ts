import type { Messages } from "../../messages";
import { grouped } from "../../number-words";

export const ui = {
  close: "關閉",
  cancel: "取消",
  confirm: "確定",
  back: "返回",
  save: "儲存",
  remove: "移除",
  undo: "復原",
  retry: "重試",
  more: "更多",
  all: "全部",
  none: "無",
  search: "搜尋",
  clear: "清除",
  apply: "套用",
  loading: "正在載入…",
  sortBy: (p) => `按${p.column}排序`,
  sortedUp: "升序",
  sortedDown: "降序",
  rows: (p) => `共${grouped(p.count)}筆`,
  rowOf: (p) => `第${grouped(p.row)}行，共${grouped(p.count)}筆`,
  showAll: (p) => `全部${grouped(p.count)}筆`,
  noMatch: "沒有相符的結果",
  basis: { label: "退貨", sales: "不計退貨", net: "扣除退貨" },
  dismiss: "知道了",
} satisfies Messages["ui"];
