import { grouped } from "../../number-words";
import type { FailureMessages } from "../zh-Hans/failures";

export const failures = {
  file: {
    E_FILE_EMPTY: ["檔案是空的。", "請確認匯出是否成功，再選一次。"],
    E_FILE_CHANGED: ["讀取的時候檔案變了或被移走了。", "請關閉正在編輯它的程式，再選一次。"],
    E_FILE_TOO_LARGE: ["檔案太大。", "CSV最大2GB，Excel最大300MB；請依年份分成幾個檔案匯出。"],
    E_BINARY: ["這不是試算表檔案。", "請另存為CSV或Excel（.xlsx）後再匯入。"],
    E_UNSUPPORTED_TYPE: [
      "還讀不了這種檔案。",
      "請用Excel或WPS開啟，另存為「Excel活頁簿（.xlsx）」或「CSV UTF-8」後再匯入。",
    ],
    E_ENCODING: ["文字的編碼認不出來。", "請在Excel裡另存為「CSV UTF-8」後再匯入。"],
    E_ENCODING_MIXED: [
      "檔案裡混用了兩種編碼。",
      "多半是兩個檔案拼在了一起；請分別匯入，或在Excel裡重新另存為「CSV UTF-8」。",
    ],
    E_ENCODING_TRUNCATED: ["檔案在一個字的中間斷了。", "匯出可能沒有完成，請重新匯出。"],
    E_CSV_UNBALANCED: ["有一個引號沒有成對。", '請在那一列補上或刪去多餘的引號（"）後再匯入。'],
    E_FIELD_TOO_LONG: ["有一格超過1MB。", "多半是引號沒有成對，把後面的內容都並進了一格。"],
    E_TOO_MANY_COLUMNS: ["超過2,000欄。", "請檢查分隔符號，或刪去不用的欄。"],
    E_TOO_MANY_ROWS: ["超過兩千萬列。", "請依年份分成幾個檔案匯入。"],
    E_ZIP_LIMIT: ["這個Excel檔案解開後大得不正常。", "請在Excel裡開啟並另存一份，再匯入。"],
    E_ZIP_INVALID: [
      "Excel檔案損壞，無法開啟。",
      "請在Excel裡開啟並另存一份；若無法開啟就重新匯出。",
    ],
    E_XML_FORBIDDEN: ["Excel檔案裡有不該有的內容。", "請在Excel裡開啟並另存一份，再匯入。"],
    E_XLSX_INVALID: ["Excel檔案的內容不完整。", "請在Excel裡開啟並另存一份，再匯入。"],
    E_XLSX_ENCRYPTED: ["Excel檔案設了密碼。", "請在Excel裡去掉開啟的密碼，另存後再匯入。"],
    E_XLSX_NO_SHEETS: ["Excel檔案裡沒有工作表。", "請確認選對了檔案。"],
    E_LIMIT: ["檔案超出了能讀的範圍。", "請分成幾個小一點的檔案匯入。"],
    E_NO_ROWS: ["只有表頭，沒有資料。", "請確認匯出時選了日期範圍。"],
    E_CANCELLED: ["已取消，什麼也沒有儲存。", "需要時可以重新匯入。"],
  },
  /** What a file is that is no table, and what to do with it. */
  foreign: {
    archive: ["這是一個壓縮檔。", "請先解壓縮，再把裡面的表格拖進來，可以一次拖多個。"],
    database: ["這是資料庫檔案。", "請在原來的軟體裡把資料表匯出為Excel（.xlsx）或CSV，再匯入。"],
    docx: [
      "這是文書檔案，不是試算表。",
      "請把裡面的表格複製到Excel，另存為「Excel活頁簿（.xlsx）」後再匯入；也可以直接貼上。",
    ],
    html: [
      "這是一個網頁，只是檔名像Excel。",
      "請用Excel開啟，另存為「Excel活頁簿（.xlsx）」後再匯入；在匯出它的系統裡選.xlsx或CSV更好。",
    ],
    image: [
      "這是一張圖片。",
      "請匯入圖片所依據的試算表；也可以用Excel手機版的「從圖片插入資料」，核對後存為.xlsx。",
    ],
    json: [
      "這是JSON資料。",
      "請在匯出它的系統裡選CSV或Excel；也可以用Excel的「資料 → 取得資料 → 從JSON」開啟，再另存為.xlsx。",
    ],
    mail: ["這是一封郵件。", "請開啟郵件，把附件裡的表格存下來，再匯入那個檔案。"],
    media: ["這是音訊或影片。", "請選擇試算表檔案：.xlsx、.xls、.ods或CSV。"],
    numbers: [
      "這是Apple Numbers試算表。",
      "請在Numbers裡選「檔案 → 輸出至 → Excel」，再匯入輸出的檔案。",
    ],
    office: [
      "這種文書檔案讀不了。",
      "請用原來的軟體開啟，另存為「Excel活頁簿（.xlsx）」後再匯入。",
    ],
    parquet: ["這是Parquet資料檔。", "請匯出為CSV後再匯入。"],
    pdf: [
      "這是PDF，裡面的表格讀不準。",
      "請向出具它的系統或同事索取Excel或CSV；也可以用Excel的「資料 → 取得資料 → 從PDF」取出表格，核對後另存為.xlsx。",
    ],
    pptx: ["這是簡報，不是試算表。", "請匯入圖表所依據的試算表檔案。"],
    rtf: ["這是文書檔案，不是試算表。", "請把裡面的表格複製到Excel，另存為.xlsx後再匯入。"],
    spreadsheetml: [
      "這是2003年的XML格式試算表。",
      "請用Excel開啟，另存為「Excel活頁簿（.xlsx）」後再匯入。",
    ],
    xls: [
      "這是很舊的Excel格式（4.0或更早）。",
      "請用Excel或LibreOffice開啟，另存為「Excel活頁簿（.xlsx）」後再匯入。",
    ],
    xml: [
      "這是XML資料。",
      "請在匯出它的系統裡選Excel或CSV；能用Excel開啟的話，另存為.xlsx後再匯入。",
    ],
  },
  storage: {
    E_WORKER_STALLED: [
      "讀這個檔案時卡住了，已經停下；什麼也沒有儲存，其他資料沒有變。",
      "請再試一次；仍然不行時，請用Excel開啟並另存一份再匯入。",
    ],
    E_QUOTA: [
      "空間不夠，沒有儲存；原有的資料沒有變。",
      "請騰出一些磁碟空間，或復原不用的匯入後再試。",
    ],
    E_DB_BLOCKED: [
      "另一個分頁還開著這些資料，瀏覽器沒有放手。",
      "請關閉這個網站的其他分頁；要刪除的會在那之後自動刪掉。",
    ],
    E_DB_CLOSED: [
      "瀏覽器中斷了存放資料的地方。",
      "請再試一次；仍然不行時重新開啟這個頁面，資料還在。",
    ],
    E_DB_CORRUPT: [
      "存下的內容和當初寫入的不一樣，沒有動它。",
      "能讀的部分照常可用；請保留原始試算表，可以重新匯入。",
    ],
    E_DB_LOST: [
      "先前存在這裡的資料不見了。",
      "請不要清除網站資料；先到「資料」頁看看還有什麼，再用原始試算表重新匯入。",
    ],
    E_DB_NEWER: ["這些資料是更新的版本寫的，這個頁面太舊。", "請重新開啟頁面，換到新版本。"],
    E_PRIVATE_MODE: ["瀏覽器在這裡不讓存資料（可能是無痕視窗）。", "請用一般視窗開啟。"],
    E_DISK_FULL_OPEN: ["磁碟滿了，打不開資料；資料還在。", "請騰出一些磁碟空間後再試。"],
    E_MEMORY: ["記憶體不足，沒有儲存；原有的資料沒有變。", "請關閉一些程式或分頁後再試。"],
    E_WORKER_CRASHED: ["背景計算中斷了，已經重新啟動；原有的資料沒有變。", "請再試一次。"],
    E_WORKER_BUILD: ["程式已經更新，這個頁面還是舊的。", "請重新開啟頁面；資料沒有變。"],
    E_WORK_INCOMPLETE: [
      "您自己寫的內容沒有讀全，所以沒有往裡面寫。",
      "請先在上面決定是否用現有的繼續。",
    ],
    E_LOCKED_BY_TAB: ["另一個視窗正在匯入。", "等它完成後再試。"],
    E_STALE_TAB: ["資料剛在另一個視窗裡更新過。", "請重新整理頁面後再匯入。"],
  } as Readonly<Record<string, readonly [string, string]>>,
  /** Megabytes. */
  space: (p: { needed: number; free: number }) =>
    `這次匯入大約要${grouped(p.needed)}MB，現在只剩${grouped(p.free)}MB。`,
  unknown: {
    what: "出了意料之外的問題，什麼也沒有儲存；原有的資料沒有變。",
    advice: (p: { code: string }) => `請再試一次；仍然不行時，請把代碼${p.code}告訴我們。`,
  },
  row: (p: { row: number }) => `第${grouped(p.row)}列。`,
} satisfies FailureMessages;
