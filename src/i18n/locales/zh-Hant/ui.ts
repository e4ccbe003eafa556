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
  window: { label: "時間", period: "所選區間", all: "全部歷史" },
  question: {
    automatic: "自動",
    automaticIs: (p: { name: string }) => `自動：${p.name}`,
  },
  basis: { label: "退貨", sales: "不計退貨", net: "扣除退貨" },
  dismiss: "知道了",
  noColumn: "不選",
  knowsToday: (p: { names: string }) =>
    `「${p.names}」是按今天的分數或某天看到的名單圈的，裡面已經帶著「誰不再來了」，用它解釋流失容易倒果為因：各組的差別不要當原因看。要比較，請用客戶資料裡的欄位，例如區域、產業或來源。`,
  allColumns: "全部欄位",
  columnCount: (p: { count: number }) => `${grouped(p.count)}欄`,
} satisfies Messages["ui"];
