import { grouped } from "../../../i18n/number-words";

/** The words of the form in which a lost customer is written down. */
const exits = {
  title: "手工登记的流失",
  sub: "登记只存在这台电脑上，重新导入也不会改动；流失的各项分析会跟着变。点一行可以修改。",
  none: "还没有手工登记的流失。客户走了就记一笔，原因才统计得出来。",
  few: (p: { have: number; need: number }) =>
    `登记的${grouped(p.have)}家已计入“为何流失”、“赢回”和“信用”。没有导入流失表、又不足${grouped(p.need)}家时，“何时流失”和“影响因素”仍按停单判断谁走了：没登记不等于还在。`,
  add: "登记流失",
  caption: "手工登记的流失客户",
  columns: {
    customer: "客户",
    day: "流失日期",
    kind: "性质",
    reason: "原因",
    competitor: "流向对手",
  },
  form: {
    title: "登记流失",
    titleOf: (p: { name: string }) => `登记流失：${p.name}`,
    customer: "客户",
    customerHint: "输入名称、编号或拼音，从下面选一个。",
    clear: "换一个客户",
    day: "流失日期",
    initiative: "谁主动",
    cause: "原因大类",
    intent: "性质",
    reason: "具体原因",
    reasonHint: "自己的话就行；同一个原因用同一个词，才好统计。",
    competitor: "流向哪个对手",
    text: "说明",
    needs: "请选客户，填流失日期。",
    future: "流失日期在今天之后，请检查。",
    later: (p: { day: string }) => `流失日期在截止日${p.day}之后，截止日往后调才会算上。`,
    saved: (p: { name: string }) => `已登记${p.name}流失。`,
    remove: "删除登记",
    removed: "登记已删除。",
  },
  initiatives: { voluntary: "客户主动", involuntary: "被动（我方终止）", unknown: "不清楚" },
  causes: { natural: "自然流失", competition: "竞争流失", fault: "过失流失", unknown: "不清楚" },
  intents: {
    benign: "非恶意",
    retaliatory: "报复性",
    malicious: "恶意",
    unknown: "不清楚",
  },
  involuntaryGroup: "被动流失",
  reasons: ["价格", "交期", "质量", "服务态度", "没人联系", "搬迁", "停业", "不再需要", "欠款"],
};

export type ExitsMessages = typeof exits;
export default exits;
