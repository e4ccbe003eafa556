import type { Format } from "../../i18n/format";
import type { TwinValue } from "../../page/charts/figure";
import type { CsiMessages } from "./messages/zh-Hans";
import type { Index } from "./spec";

export interface Words {
  readonly t: CsiMessages;
  readonly format: Format;
}

export const points = (value: number, { format }: Words): string => format.number(value, 1);

export const rangeText = ({ low, high }: Index, words: Words): string =>
  `${points(low, words)} – ${points(high, words)}`;

export const shown =
  (words: Words, digits: number) =>
  (value: TwinValue): string =>
    value === null ? words.format.dash : words.format.number(Number(value), digits);
