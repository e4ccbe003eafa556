import { grouped } from "../../../i18n/number-words";

/** The words of the list of reasons: what is made of each wording of the data. */
const codes = {
  title: "原因对照",
  sub: (p: { reasons: number; unread: number }) =>
    p.unread > 0
      ? `流失记录里有${grouped(p.reasons)}种说法，其中${grouped(p.unread)}种还认不出归哪一类，排在最前。点一行改归类，各项流失分析都会跟着变。`
      : `流失记录里的${grouped(p.reasons)}种说法都认得出。点一行可以改归类，各项流失分析都会跟着变。`,
  showAll: (p: { reasons: number }) => `显示全部${grouped(p.reasons)}种`,
  none: "流失记录里还没有写原因。导入“流失”表，或登记一笔流失，写上原因。",
  more: (p: { reasons: number }) => `另有${grouped(p.reasons)}种说法没有列出，客户都更少。`,
  silent: (p: { customers: number }) => `${grouped(p.customers)}家的流失记录没写原因，无从归类。`,
  counted: "家数含部分流失和后来赢回的，可能比上面多。",
  caption: "流失记录里的各种说法和归类",
  columns: {
    reason: "记录里的说法",
    customers: "客户",
    read: "归为",
    switching: "Keaveney八因",
    by: "依据",
  },
  by: { rules: "内置规则", own: "自己改的", none: "认不出" },
  form: {
    title: (p: { name: string }) => `原因对照：${p.name}`,
    ruled: (p: { read: string; switching: string }) =>
      `内置规则读作${p.read}；Keaveney八因里是${p.switching}。`,
    asRecorded: "按记录",
    asRuled: "按内置规则",
    none: "不归类",
    hint: "写着这个说法的流失都照此归类。记录里写明是我方终止的仍算被动，除非在这里选“客户主动”。",
    open: (p: { customers: number }) => `看这${grouped(p.customers)}家客户`,
    saved: (p: { name: string }) => `“${p.name}”已改归类。`,
    reset: "恢复内置规则",
    resetDone: (p: { name: string }) => `“${p.name}”已恢复按内置规则归类。`,
  },
  inForm: (p: { name: string; read: string }) =>
    `原因对照里“${p.name}”归为${p.read}，统计时以对照为准。`,
  cell: (p: { place: number }) => `第${grouped(p.place)}种说法流失的客户`,
};

export type CodesMessages = typeof codes;
export default codes;
