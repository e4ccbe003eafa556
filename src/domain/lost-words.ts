/**
 * Words by which a column of a customer table says that somebody is lost, or still there. Whole cells, in lower case.
 * Data, not code: a word that is missing here is added here.
 */
const LOST = [
  "是",
  "流失",
  "已流失",
  "流失客户",
  "流失客戶",
  "离网",
  "離網",
  "退出",
  "解约",
  "解約",
  "已解约",
  "已解約",
  "退网",
  "退網",
  "已退",
  "注销",
  "註銷",
  "离开",
  "離開",
  "已离开",
  "已離開",
  "销户",
  "銷戶",
  "yes",
  "y",
  "true",
  "t",
  "churn",
  "churned",
  "lost",
  "left",
  "gone",
  "terminated",
  "exited",
  "cancelled",
  "canceled",
  "attrited",
  "attrited customer",
  "dead",
  "event",
  "1",
] as const;

const STAYING = [
  "否",
  "在网",
  "在網",
  "正常",
  "合作中",
  "未流失",
  "留存",
  "现有客户",
  "現有客戶",
  "no",
  "n",
  "false",
  "f",
  "stayed",
  "active",
  "current",
  "retained",
  "existing",
  "existing customer",
  "not churned",
  "alive",
  "censored",
  "0",
] as const;

const MEANINGS: ReadonlyMap<string, boolean> = new Map([
  ...LOST.map((word): [string, boolean] => [word, true]),
  ...STAYING.map((word): [string, boolean] => [word, false]),
]);

/** Whether a cell says that the customer is lost; null for a word that is not known. */
export function lostOfWord(text: string): boolean | null {
  return MEANINGS.get(text.trim().toLowerCase()) ?? null;
}

/** Words by which a column of two says which rows are the test, beside those that say yes. */
const TEST = ["test", "测试", "測試"];

/** Whether a word of a two-word column means yes: that a customer left, or belongs to the test. */
export function saysYes(word: string): boolean {
  return lostOfWord(word) === true || TEST.includes(word.trim().toLowerCase());
}

/** Words of an exit that is not a whole one: part of what the customer bought. */
const PARTIAL = ["部分", "部份", "局部", "部分流失", "部份流失", "partial", "partly", "part"];

export function isPartialWord(text: string): boolean {
  return PARTIAL.includes(text.trim().toLowerCase());
}
