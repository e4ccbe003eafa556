/**
 * Words by which the complaint tables of others say how far a case is. Statuses are free text of the user's own system, so they
 * are looked for inside the text; what no word names is taken as open unless a date says otherwise.
 */

const NOT_YET =
  /未|待|没有|沒有|尚|处理中|處理中|进行|進行|not\b|un(?:resolved|settled|finished)|pending|progress|re-?open|open/iu;
const DONE =
  /结案|結案|已结|已結|办结|辦結|关闭|關閉|完结|完結|完成|已解决|已解決|解决|解決|已处理|已處理|归档|歸檔|撤销|撤銷|撤诉|撤訴|closed|resolved|solved|done|complete|finished|settled|withdrawn|cancel/iu;

/** Whether a status says that the case is over. */
export const isClosedStatus = (text: string): boolean => !NOT_YET.test(text) && DONE.test(text);
