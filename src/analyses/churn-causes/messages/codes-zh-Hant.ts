import { grouped } from "../../../i18n/number-words";
import type { CodesMessages } from "./codes-zh-Hans";

export default {
  title: "原因對照",
  sub: (p) =>
    p.unread > 0
      ? `流失記錄裡有${grouped(p.reasons)}種說法，其中${grouped(p.unread)}種還認不出歸哪一類，排在最前。點一列改歸類，各項流失分析都會跟著變。`
      : `流失記錄裡的${grouped(p.reasons)}種說法都認得出。點一列可以改歸類，各項流失分析都會跟著變。`,
  showAll: (p) => `顯示全部${grouped(p.reasons)}種`,
  none: "流失記錄裡還沒有寫原因。匯入「流失」表，或登記一筆流失，寫上原因。",
  more: (p) => `另有${grouped(p.reasons)}種說法沒有列出，客戶都更少。`,
  silent: (p) => `${grouped(p.customers)}家的流失記錄沒寫原因，無從歸類。`,
  counted: "家數含部分流失和後來贏回的，可能比上面多。",
  caption: "流失記錄裡的各種說法和歸類",
  columns: {
    reason: "記錄裡的說法",
    customers: "客戶",
    read: "歸為",
    switching: "Keaveney八因",
    by: "依據",
  },
  by: { rules: "內建規則", own: "自己改的", none: "認不出" },
  form: {
    title: (p) => `原因對照：${p.name}`,
    ruled: (p) => `內建規則讀作${p.read}；Keaveney八因裡是${p.switching}。`,
    asRecorded: "按記錄",
    asRuled: "按內建規則",
    none: "不歸類",
    hint: "寫著這個說法的流失都照此歸類。記錄裡寫明是我方終止的仍算被動，除非在這裡選「客戶主動」。",
    open: (p) => `看這${grouped(p.customers)}家客戶`,
    saved: (p) => `「${p.name}」已改歸類。`,
    reset: "恢復內建規則",
    resetDone: (p) => `「${p.name}」已恢復按內建規則歸類。`,
  },
  inForm: (p) => `原因對照裡「${p.name}」歸為${p.read}，統計時以對照為準。`,
  cell: (p) => `第${grouped(p.place)}種說法流失的客戶`,
} satisfies CodesMessages;
