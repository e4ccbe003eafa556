import type { Messages } from "../../messages";
import { grouped } from "../../number-words";

export const status = {
  running: "正在計算…",
  recomputing: "正在依新的條件重算…",
  remaining: (p) => `約剩${p.time}`,
  cancel: "取消",
  cancelled: "已取消，圖表仍是上一次的結果。",
  run: "重新計算",
  missingTitle: "還差幾欄資料",
  missingText: (p) => `這一頁需要「${p.table}」表裡的${p.columns}。`,
  missingTable: (p) => `還沒有匯入「${p.table}」表。`,
  openData: "去匯入",
  template: "下載範本",
  refusedTitle: "資料還不夠下結論",
  refused: (p) =>
    `至少需要${grouped(p.need)}，現在是${grouped(p.have)}。放寬篩選或加長區間後再看。`,
  /** By the code of a refusal, where there is more to say than two numbers. */
  reasons: {
    "few-customers": (p) =>
      `至少要有${grouped(p.need)}家客戶，現有${grouped(p.have)}家。放寬篩選或加長區間後再看。`,
    "too-few-customers": (p) =>
      `至少要有${grouped(p.need)}家客戶，現有${grouped(p.have)}家。放寬篩選或加長區間後再看。`,
    "few-repeaters": (p) =>
      `至少要有${grouped(p.need)}家買過兩次以上的客戶，現有${grouped(p.have)}家。`,
    "few-rhythms": (p) =>
      `至少要有${grouped(p.need)}家看得出下單節奏的客戶，現有${grouped(p.have)}家。加長區間後再看。`,
    "few-months": (p) => `至少要有${grouped(p.need)}個完整的月份，現有${grouped(p.have)}個。`,
    "few-periods": (p) =>
      `至少要有${grouped(p.need)}個可以前後相比的完整期間，現有${grouped(p.have)}個。改按月看，或等資料再長一些。`,
    "no-before": (p) =>
      `用來對比的那段時間，至少要有${grouped(p.need)}天的資料，現有${grouped(p.have)}天。縮短區間後再看。`,
    "few-orders": (p) =>
      `一家客戶至少要有${grouped(p.need)}個下單日才能判斷，現在最多的有${grouped(p.have)}個。`,
    "short-history": (p) => `至少要有${grouped(p.need)}天的訂單，現有${grouped(p.have)}天。`,
    "no-sales": () => "這個範圍裡沒有銷售。放寬篩選或加長區間後再看。",
    "no-orders": () => "這個範圍裡沒有訂單。放寬篩選或加長區間後再看。",
    "no-customers": () => "這個範圍裡沒有客戶。放寬篩選後再看。",
    "no-complaints": () => "這個範圍裡沒有客訴。放寬篩選或加長區間後再看。",
    "no-comments": () => "這個範圍裡沒有留言。放寬篩選或加長區間後再看。",
    "no-question": () => "問卷裡沒有可用的評分題。",
    "no-rating-question": () => "問卷裡沒有滿意度評分題。",
    "no-scale-question": () => "問卷裡沒有0到10分的推薦題。",
    "too-few-answers": (p) =>
      `至少要有${grouped(p.need)}份作答，現有${grouped(p.have)}份。放寬篩選或加長區間後再看。`,
    "too-few-answered": (p) => `至少要有${grouped(p.need)}家作答的客戶，現有${grouped(p.have)}家。`,
    "too-few-silent": (p) => `至少要有${grouped(p.need)}家沒作答的客戶，現有${grouped(p.have)}家。`,
    "too-few-items": (p) => `至少要有${grouped(p.need)}道滿意度題，現有${grouped(p.have)}道。`,
  },
  widen: "清除篩選",
  allTime: "看全部時間",
  failedTitle: "這次沒有算出來",
  failedText: "您的資料沒有改動。可以重試，若再次出現，請把下面的技術細節發給維護者。",
  noView: "這一頁的內容沒能載入。請檢查網路後重試，或重新開啟頁面。",
  boundaryTitle: "這裡出了錯",
  boundaryText: "資料沒有改動，其他頁面照常可用。可以重試，或複製技術細節交給維護者。",
  ended: { replaced: "程式已在另一個分頁更新", deleted: "這個資料集已在另一個分頁刪除" },
  reopen: "重新開啟",
  endedText: "重新開啟這個分頁即可繼續。其他資料完好。",
} satisfies Messages["status"];
