import type { Format } from "../../i18n/format";
import type { CrossMessages } from "./messages/zh-Hans";
import type { CrossCell, CrossResult, GroupName } from "./spec";

/** The words of one language, the names of columns in it, and the currency of the data. */
export interface Words {
  readonly t: CrossMessages;
  readonly format: Format;
  readonly currency: string | null;
  readonly columnName: (column: string) => string;
}

export function groupName(name: GroupName, { t, format }: Words): string {
  const number = (value: number): string => format.number(value, 2);
  switch (name.kind) {
    case "text":
      return name.text;
    case "flag":
      return name.yes ? t.groups.yes : t.groups.no;
    case "one":
      return number(name.value);
    case "year":
      return t.groups.year({ year: name.year });
    case "rest":
      return t.groups.rest({ groups: name.groups });
    case "missing":
      return t.groups.missing;
    default:
      if (name.from === null)
        return name.to === null ? t.groups.any : t.groups.below({ to: number(name.to) });
      if (name.to === null) return t.groups.from({ from: number(name.from) });
      return t.groups.between({ from: number(name.from), to: number(name.to) });
  }
}

/** The figure of a cell as its outcome is written; a dash where nobody is in it. */
export function valueText({ value }: CrossCell, { outcome }: CrossResult, words: Words): string {
  const { format, currency } = words;
  if (value === null) return format.dash;
  if (outcome === "customers") return format.count(value);
  return outcome === "retention" ? format.percent(value) : format.money(value, currency);
}

export function intervalText(cell: CrossCell, { outcome }: CrossResult, words: Words): string {
  const { format, currency } = words;
  const { low, high } = cell;
  if (low === null || high === null) return format.dash;
  if (outcome === "mean") return `${format.money(low, currency)}–${format.money(high, currency)}`;
  return format.percentInterval(low, high);
}
