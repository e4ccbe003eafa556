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
