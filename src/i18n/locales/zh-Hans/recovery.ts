import { grouped } from "../../number-words";

/** When stored data are damaged, gone, newer or locked. Calm; never advises clearing anything. */
export const recovery = {
  title: "先别着急，没有任何东西被改动",
  reasons: {
    discarded: "浏览器报告说，它丢弃了一个损坏的数据库。这里原来有数据，现在读不到了。",
    lost: "这里原来有数据，但浏览器的存储里已经找不到它们。",
    "rolled-back": "存储里的数据比上次看到的要旧，最近的改动不在其中。",
    "chunks-missing": "数据的一部分在存储里找不到了。",
    unreadable: "存储里的数据现在读不出来。",
  },
  newer: "这些数据由更新版本的程序写成，当前版本不会去动它们。",
  newerAdvice: "关闭所有打开本程序的标签页，再重新打开，会用上新版本。",
  blocked: "浏览器暂时没有打开数据库，可能是另一个标签页正占用着旧版本。",
  blockedAdvice: "关闭其他打开本程序的标签页，然后重试。",
  failed: "浏览器的存储现在打不开。",
  failedAdvice: "重试一次。如果仍然不行，重启浏览器再打开本页，数据会留在原处。",
  damaged: "有一部分数据与写入时不一致，为避免给出错误的数字，已停止使用。",
  known: "上次记得的情况",
  knownRows: (p: { rows: number; table: string }) => `${p.table}${grouped(p.rows)}行`,
  readable: "现在还能读到的",
  nothingReadable: "没有可以读到的表。",
  todoTitle: "可以这样做",
  todo: {
    retry: "重试：有时只是浏览器还没准备好。",
    reimport: "把原来的表格再导入一次。它会存为新的一份，现有的内容原样保留。",
    keep: "在数据回来之前，请不要清除浏览器数据，也不要重装浏览器。",
    other: "也可以打开另一个数据集，这里的内容不受影响。",
  },
  retry: "重试",
  reimport: "重新导入表格",
  details: "技术细节",
  copy: "复制",
  copied: "已复制",
};
