import type { Messages } from "../../messages";
import { grouped } from "../../number-words";

export const recovery = {
  title: "先別著急，沒有任何東西被改動",
  reasons: {
    discarded: "瀏覽器報告說，它丟棄了一個損壞的資料庫。這裡原來有資料，現在讀不到了。",
    lost: "這裡原來有資料，但瀏覽器的儲存裡已經找不到它們。",
    "rolled-back": "儲存裡的資料比上次看到的要舊，最近的改動不在其中。",
    "chunks-missing": "資料的一部分在儲存裡找不到了。",
    unreadable: "儲存裡的資料現在讀不出來。",
  },
  newer: "這些資料由更新版本的程式寫成，目前版本不會去動它們。",
  newerAdvice: "關閉所有開啟本程式的分頁，再重新開啟，會用上新版本。",
  blocked: "瀏覽器暫時沒有開啟資料庫，可能是另一個分頁正佔用著舊版本。",
  blockedAdvice: "關閉其他開啟本程式的分頁，然後重試。",
  failed: "瀏覽器的儲存現在打不開。",
  failedAdvice: "重試一次。如果仍然不行，重新啟動瀏覽器再開啟本頁，資料會留在原處。",
  damaged: "有一部分資料與寫入時不一致，為避免給出錯誤的數字，已停止使用。",
  known: "上次記得的情況",
  knownRows: (p) => `${p.table}${grouped(p.rows)}筆`,
  readable: "現在還能讀到的",
  nothingReadable: "沒有可以讀到的表。",
  todoTitle: "可以這樣做",
  todo: {
    retry: "重試：有時只是瀏覽器還沒準備好。",
    reimport: "把原來的表格再匯入一次。它會存為新的一份，現有的內容原樣保留。",
    keep: "在資料回來之前，請不要清除瀏覽器資料，也不要重新安裝瀏覽器。",
    other: "也可以開啟另一個資料集，這裡的內容不受影響。",
  },
  retry: "重試",
  reimport: "重新匯入表格",
  details: "技術細節",
  copy: "複製",
  copied: "已複製",
} satisfies Messages["recovery"];
