/** Words of a two-word column that say yes, left, or part of the test. */
const YES = new Set(
  [
    "yes y true t 1 churn churned left exited lost gone cancelled canceled terminated test",
    "是 已流失 流失 离网 離網 退网 已退 注销 註銷 离开 離開 已离开 已離開 测试 測試",
  ]
    .join(" ")
    .split(" "),
);

/** Whether a word of a two-word column means yes: that a customer left, or belongs to the test. */
export function saysYes(word: string): boolean {
  return YES.has(word.trim().toLowerCase());
}
