import type { Cell } from "../parse/row-source";

// Codes that cells of .xls files and of .xlsb files share.

/** 30 bits of a number: the upper half of a double or a whole number, perhaps hundredths. MS-XLS 2.5.218. */
export function numberOfRk(rk: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(4, rk & 0xfffffffc, true);
  const value = (rk & 2) === 0 ? view.getFloat64(0, true) : rk >> 2;
  return (rk & 1) === 0 ? value : value / 100;
}

/** Half surrogates, which no file may hold, as U+FFFD: an issue counts them. */
export function wellFormed(text: string): string {
  return /[\ud800-\udfff]/.test(text) ? text.replace(/\p{Surrogate}/gu, "\ufffd") : text;
}

const ERRORS: ReadonlyMap<number, string> = new Map([
  [0x00, "#NULL!"],
  [0x07, "#DIV/0!"],
  [0x0f, "#VALUE!"],
  [0x17, "#REF!"],
  [0x1d, "#NAME?"],
  [0x24, "#NUM!"],
  [0x2a, "#N/A"],
]);

/** The error that a cell shows, by its code. MS-XLS 2.5.10. */
export function errorOf(code: number): Cell {
  return { error: ERRORS.get(code) ?? `#ERROR ${code}` };
}
