import { grouped } from "../../number-words";
import type { NotesMessages } from "../zh-Hans/notes";

export const notes = {
  title: "標籤和備註",
  local: "只存在這台電腦上，匯入新資料不會更動它們。",
  tagsLabel: "標籤",
  tagPlaceholder: "加一個標籤",
  addTag: "加標籤",
  removeTag: (p) => `移除標籤「${p.tag}」`,
  tagRemoved: (p) => `已移除標籤「${p.tag}」。`,
  tagTooLong: (p) => `標籤最多${grouped(p.length)}個字。`,
  notesLabel: "備註",
  write: "寫一則備註",
  placeholder: "說了什麼，答應了什麼，下次什麼時候聯絡",
  none: "還沒有備註。",
  edit: "修改",
  editOf: (p) => `修改${p.moment}的備註`,
  editLabel: "修改備註",
  remove: "刪除",
  removeOf: (p) => `刪除${p.moment}的備註`,
  changed: (p) => `${p.moment}修改過`,
  removed: "已刪除備註。",
  saving: "正在儲存…",
  saved: "已儲存在這台電腦上",
  unsavedTitle: "沒有儲存",
  incompleteTitle: (p) => `您自己寫的內容少了${grouped(p.missing)}處更動`,
  incompleteText:
    "這個瀏覽器記得它們，但存放的地方已經沒有了，可能是瀏覽器清理或磁碟損壞。在您決定之前，不會往裡面寫任何東西。",
  goOn: "就用現有的繼續",
  failedTitle: "標籤和備註讀不出來",
} satisfies NotesMessages;
