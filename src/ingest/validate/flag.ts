import type { Cell } from "../parse/row-source";
import { rawText } from "./cell";

const YES = new Set("yes y true t 1 on 是 有 对 對 真 已 √ ✓ ✔ ☑".split(" "));
const NO = new Set("no n false f 0 off 否 无 無 没有 沒有 不是 假 未 × ✗ ✘ ☐".split(" "));

/** 1 for a word that says yes, 0 for one that says no, NaN for anything else. */
function readFlag(text: string): number {
  const word = text.normalize("NFKC").trim().toLowerCase();
  if (YES.has(word)) return 1;
  return NO.has(word) ? 0 : Number.NaN;
}

/** The flag of a cell; NaN when it has none. */
export function flagOfCell(cell: Cell | undefined): number {
  if (typeof cell === "boolean") return cell ? 1 : 0;
  return cell === undefined || cell === null ? Number.NaN : readFlag(rawText(cell));
}
