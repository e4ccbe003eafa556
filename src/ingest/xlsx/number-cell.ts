import type { Cell } from "../parse/row-source";
import type { FormatReading } from "./number-format";
import { clockText, momentFromSerial } from "./serial-date";

/** The cell of a number in a number format: the number itself, or the date, time or code that the format shows. */
export function cellFromSerial(value: number, format: FormatReading, is1904: boolean): Cell {
  switch (format.kind) {
    case "number":
      return value;
    case "date":
      return momentFromSerial(value, is1904);
    case "time":
      return value >= 0 && value < 1 ? clockText(value, format) : momentFromSerial(value, is1904);
    case "duration":
      return clockText(value, format);
    case "padded": {
      const isCode = Number.isInteger(value) && value >= 0 && value < 1e15;
      return isCode ? String(value).padStart(format.digits, "0") : value;
    }
  }
}
