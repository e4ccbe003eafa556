/** How large numbers are cut short in one language, largest unit first; money and axis labels share it. */
export interface MagnitudeUnit {
  readonly size: number;
  readonly word: string;
}

export const CHINESE_UNITS = {
  "zh-Hans": [
    { size: 1e12, word: "万亿" },
    { size: 1e8, word: "亿" },
    { size: 1e4, word: "万" },
  ],
  "zh-Hant": [
    { size: 1e12, word: "兆" },
    { size: 1e8, word: "億" },
    { size: 1e4, word: "萬" },
  ],
} as const;

export const ENGLISH_UNITS = [
  { size: 1e9, word: "B" },
  { size: 1e6, word: "M" },
  { size: 1e4, word: "K", divisor: 1e3 },
] as const;

const SIGNS: Readonly<Record<string, string>> = {
  CNY: "¥",
  JPY: "¥",
  TWD: "NT$",
  HKD: "HK$",
  MOP: "MOP$",
  USD: "$",
  SGD: "S$",
  EUR: "€",
  GBP: "£",
  KRW: "₩",
};

/** The sign put before an amount; the code itself and a space when no sign is usual; nothing when unknown. */
export function currencySign(currency: string | null): string {
  if (currency === null) return "";
  return SIGNS[currency] ?? `${currency} `;
}

/** Whole numbers with comma groups, the same in all three languages: 1,234,567. Uses the true minus sign. */
export function grouped(value: number): string {
  return withGroups(Math.abs(Math.round(value)).toFixed(0), value <= -0.5);
}

/** At most `digits` decimals, trailing zeros dropped, comma groups: 46.2, 1,284, 0.07. */
export function decimal(value: number, digits: number): string {
  const text = trimZeros(Math.abs(value).toFixed(digits));
  return withGroups(text, value < 0 && text !== "0");
}

/** Exactly `digits` decimals with comma groups, as in an account book. */
export function fixed(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  return withGroups(text, value < 0 && Number(text) !== 0);
}

function trimZeros(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

function withGroups(text: string, negative: boolean): string {
  const [whole = "0", fraction] = text.split(".");
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return (negative ? "−" : "") + groups + (fraction === undefined ? "" : `.${fraction}`);
}
