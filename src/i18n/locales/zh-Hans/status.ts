import { grouped } from "../../number-words";

/** What a page says while an analysis cannot answer, is computing, or failed. */
export const status = {
  running: "正在计算…",
  recomputing: "正在按新的条件重算…",
  remaining: (p: { time: string }) => `约剩${p.time}`,
  cancel: "取消",
  cancelled: "已取消，图表仍是上一次的结果。",
  run: "重新计算",
  missingTitle: "还差几列数据",
  missingText: (p: { columns: string; table: string }) =>
    `这一页需要“${p.table}”表里的${p.columns}。`,
  missingTable: (p: { table: string }) => `还没有导入“${p.table}”表。`,
  openData: "去导入",
  template: "下载模板",
  refusedTitle: "数据还不够下结论",
  refused: (p: { need: number; have: number }) =>
    `至少需要${grouped(p.need)}，现在是${grouped(p.have)}。放宽筛选或加长区间后再看。`,
  widen: "清除筛选",
  allTime: "看全部时间",
  failedTitle: "这次没有算出来",
  failedText: "您的数据没有改动。可以重试，若再次出现，请把下面的技术细节发给维护者。",
  noView: "这一页的内容没能载入。请检查网络后重试，或重新打开页面。",
  boundaryTitle: "这里出了错",
  boundaryText: "数据没有改动，其他页面照常可用。可以重试，或复制技术细节交给维护者。",
  ended: { replaced: "程序已在另一个标签页更新", deleted: "这个数据集已在另一个标签页删除" },
  reopen: "重新打开",
  endedText: "重新打开这个标签页即可继续。其他数据完好。",
};
