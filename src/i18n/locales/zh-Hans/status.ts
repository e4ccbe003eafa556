import { grouped } from "../../number-words";

interface Counts {
  readonly need: number;
  readonly have: number;
}

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
  refused: (p: Counts) =>
    `至少需要${grouped(p.need)}，现在是${grouped(p.have)}。放宽筛选或加长区间后再看。`,
  /** By the code of a refusal, where there is more to say than two numbers. */
  reasons: {
    "few-customers": (p: Counts) =>
      `至少要有${grouped(p.need)}家客户，现有${grouped(p.have)}家。放宽筛选或加长区间后再看。`,
    "too-few-customers": (p: Counts) =>
      `至少要有${grouped(p.need)}家客户，现有${grouped(p.have)}家。放宽筛选或加长区间后再看。`,
    "few-repeaters": (p: Counts) =>
      `至少要有${grouped(p.need)}家买过两次以上的客户，现有${grouped(p.have)}家。`,
    "few-rhythms": (p: Counts) =>
      `至少要有${grouped(p.need)}家看得出下单节奏的客户，现有${grouped(p.have)}家。加长区间后再看。`,
    "few-months": (p: Counts) =>
      `至少要有${grouped(p.need)}个完整的月份，现有${grouped(p.have)}个。`,
    "few-periods": (p: Counts) =>
      `至少要有${grouped(p.need)}个可以前后相比的完整期间，现有${grouped(p.have)}个。改按月看，或等数据再长一些。`,
    "no-before": (p: Counts) =>
      `用来对比的那段时间，至少要有${grouped(p.need)}天的数据，现有${grouped(p.have)}天。缩短区间后再看。`,
    "few-orders": (p: Counts) =>
      `一家客户至少要有${grouped(p.need)}个下单日才能判断，现在最多的有${grouped(p.have)}个。`,
    "short-history": (p: Counts) =>
      `至少要有${grouped(p.need)}天的订单，现有${grouped(p.have)}天。`,
    "no-sales": () => "这个范围里没有销售。放宽筛选或加长区间后再看。",
    "no-orders": () => "这个范围里没有订单。放宽筛选或加长区间后再看。",
    "no-customers": () => "这个范围里没有客户。放宽筛选后再看。",
    "no-complaints": () => "这个范围里没有投诉。放宽筛选或加长区间后再看。",
    "no-comments": () => "这个范围里没有留言。放宽筛选或加长区间后再看。",
    "no-question": () => "问卷里没有可用的评分题。",
    "no-rating-question": () => "问卷里没有满意度评分题。",
    "no-scale-question": () => "问卷里没有0到10分的推荐题。",
    "too-few-answers": (p: Counts) =>
      `至少要有${grouped(p.need)}份作答，现有${grouped(p.have)}份。放宽筛选或加长区间后再看。`,
    "too-few-answered": (p: Counts) =>
      `至少要有${grouped(p.need)}家作答的客户，现有${grouped(p.have)}家。`,
    "too-few-silent": (p: Counts) =>
      `至少要有${grouped(p.need)}家没作答的客户，现有${grouped(p.have)}家。`,
    "too-few-items": (p: Counts) =>
      `至少要有${grouped(p.need)}道满意度题，现有${grouped(p.have)}道。`,
  },
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
