import {
  civilFromDay,
  firstDayOfMonth,
  formatIsoDay,
  type EpochDay,
} from "../kernel/base/calendar";
import type { Language } from "../domain/field";
import type { Grain, NamedPeriod } from "../domain/period-key";
import {
  CHINESE_UNITS,
  currencySign,
  decimal,
  ENGLISH_UNITS,
  fixed,
  grouped,
  type MagnitudeUnit,
} from "./number-words";

/** A figure split for large display: the number big, sign before and unit after it small. */
export interface FigureParts {
  readonly sign: string;
  readonly number: string;
  readonly unit: string;
}

/**
 * Numbers, money and days as people write them in one language. Pure: no clock, no zone. Every method accepts any
 * finite number; ratios are 0..1 (0.12 is 12 %). Missing values are the caller's: `dash` is the mark for them.
 */
export interface Format {
  readonly language: Language;
  /** Mark of a value that cannot be said. */
  readonly dash: string;
  /** 1,234 */
  count(value: number): string;
  /** At most `digits` decimals (default 1), without trailing zeros. */
  number(value: number, digits?: number): string;
  /** Always `digits` decimals, for figures of one kind side by side: 0.850 (0.830–0.869) */
  fixed(value: number, digits: number): string;
  /** Short money: ¥8,560, ¥46.2万, ¥1.28亿; in English ¥46.2K, ¥1.28M. No sign when the currency is unknown. */
  money(amount: number, currency: string | null): string;
  /** As `money`, with + or − always. */
  moneyChange(amount: number, currency: string | null): string;
  moneyParts(amount: number, currency: string | null): FigureParts;
  /** To the cent, as in an account book: ¥1,234,567.80 */
  moneyExact(amount: number, currency: string | null): string;
  /** Short number for axes: 1.2万, 46.2K. */
  short(value: number): string;
  /** 22%, 6.2%, 0.4%; never 0% or 100% for a share that is neither. `digits` fixes the decimals. */
  percent(ratio: number, digits?: number): string;
  /** +6.2% or −12% */
  percentChange(ratio: number): string;
  /** Change of a share in percentage points: +2.9 个百分点 */
  points(difference: number): string;
  /** How far two shares lie apart, whichever is larger: 2.9 个百分点 */
  pointsApart(difference: number): string;
  /** 67.6–74.8%: an interval of shares. */
  percentInterval(low: number, high: number): string;
  /** How likely chance alone is, as tests print it: p=0.034, p<0.001 */
  pValue(p: number): string;
  /** 2025年11月30日, 30 Nov 2025 */
  day(day: EpochDay): string;
  /** 2025/11/30, 30 Nov 2025: for tables and chips. */
  dayShort(day: EpochDay): string;
  /** 11月30日, 30 Nov */
  dayOfYear(day: EpochDay): string;
  /** 2025年11月, Nov 2025 (argument: `monthIndex`) */
  month(monthIndex: number): string;
  /** 25/11, Nov ’25: for axes. */
  monthTick(monthIndex: number): string;
  /** 2025年11月, 2025年第4季度 or 2025/11/1–2025/11/30 */
  periodName(period: NamedPeriod): string;
  /** The short name of the period that begins on a day, for axes: 25/11, 25Q4, 11月1日. */
  periodTick(grain: Grain, fromDay: EpochDay): string;
  /** 2024年12月1日至2025年11月30日 */
  period(fromDay: EpochDay, toDay: EpochDay): string;
  /** 101天, 101 days */
  days(value: number): string;
  /** 甲、乙和丙 / a, b and c */
  list(items: readonly string[]): string;
  /** 3 分 20 秒 / 3 min 20 s; below a second the mark "<1 秒" */
  duration(elapsedMs: number): string;
  /** 12.4 MB */
  bytes(sizeBytes: number): string;
  /** 2025-11-30 */
  isoDay(day: EpochDay): string;
}

export function createFormat(language: Language): Format {
  const words = WORDS[language];
  const magnitude = (value: number): FigureParts => shorten(value, words.units);
  const money = (amount: number, currency: string | null): string => {
    const { number, unit } = magnitude(Math.abs(amount));
    const minus = amount < 0 && number !== "0" ? "−" : "";
    return minus + currencySign(currency) + number + unit;
  };
  return {
    language,
    dash: "–",
    count: grouped,
    number: (value, digits = 1) => decimal(value, digits),
    fixed,
    money,
    moneyChange: (amount, currency) => (amount > 0 ? "+" : "") + money(amount, currency),
    moneyParts: (amount, currency) => {
      const { number, unit } = magnitude(Math.abs(amount));
      const minus = amount < 0 && number !== "0" ? "−" : "";
      return { sign: minus + currencySign(currency), number, unit };
    },
    moneyExact: (amount, currency) => {
      const text = fixed(amount, 2);
      const sign = currencySign(currency);
      return text.startsWith("−") ? `−${sign}${text.slice(1)}` : sign + text;
    },
    short: (value) => {
      const { number, unit } = magnitude(Math.abs(value));
      return (value < 0 && number !== "0" ? "−" : "") + number + unit;
    },
    percent,
    percentChange: (ratio) => {
      const text = percent(ratio);
      return ratio > 0 && !text.startsWith("<") ? `+${text}` : text;
    },
    points: (difference) => {
      const text = decimal(difference * 100, 1);
      return (difference > 0 && text !== "0" ? "+" : "") + words.points(text);
    },
    pointsApart: (difference) => words.points(decimal(Math.abs(difference) * 100, 1)),
    percentInterval: (low, high) => `${decimal(low * 100, 1)}–${decimal(high * 100, 1)}%`,
    pValue: (p) => (p < 0.001 ? "p<0.001" : `p=${p < 0.1 ? fixed(p, 3) : decimal(p, 2)}`),
    day: (day) => words.day(civilFromDay(day)),
    dayShort: (day) => words.dayShort(civilFromDay(day)),
    dayOfYear: (day) => words.dayOfYear(civilFromDay(day)),
    month: (index) => words.month(civilFromDay(firstDayOfMonth(index))),
    monthTick: (index) => words.monthTick(civilFromDay(firstDayOfMonth(index))),
    periodName: (period) => periodName(period, words),
    periodTick: (grain, fromDay) => periodTick(grain, fromDay, words),
    period: (fromDay, toDay) => words.period(civilFromDay(fromDay), civilFromDay(toDay)),
    days: (value) => words.days(grouped(value), Math.round(value) === 1),
    list: (items) => joinList(items, words.comma, words.and),
    duration: (elapsedMs) => duration(elapsedMs, words),
    bytes,
    isoDay: formatIsoDay,
  };
}

interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

interface Quarter {
  readonly year: number;
  readonly quarter: number;
}

const quarterOf = (day: EpochDay): Quarter => {
  const { year, month } = civilFromDay(day);
  return { year, quarter: Math.ceil(month / 3) };
};

interface LanguageWords {
  readonly units: readonly (MagnitudeUnit & { readonly divisor?: number })[];
  readonly points: (text: string) => string;
  readonly day: (date: Civil) => string;
  readonly dayShort: (date: Civil) => string;
  readonly dayOfYear: (date: Civil) => string;
  readonly month: (date: Civil) => string;
  readonly monthTick: (date: Civil) => string;
  readonly quarter: (of: Quarter) => string;
  readonly quarterTick: (of: Quarter) => string;
  readonly period: (from: Civil, to: Civil) => string;
  readonly days: (text: string, isOne: boolean) => string;
  readonly comma: string;
  readonly and: string;
  readonly seconds: (text: string) => string;
  readonly minutes: (text: string) => string;
}

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const monthName = (month: number): string => MONTHS[month - 1] ?? "";
const twoDigits = (value: number): string => String(value % 100).padStart(2, "0");

const chinese = {
  day: ({ year, month, day }: Civil) => `${year}年${month}月${day}日`,
  dayShort: ({ year, month, day }: Civil) => `${year}/${month}/${day}`,
  dayOfYear: ({ month, day }: Civil) => `${month}月${day}日`,
  month: ({ year, month }: Civil) => `${year}年${month}月`,
  monthTick: ({ year, month }: Civil) => `${twoDigits(year)}/${month}`,
  quarterTick: ({ year, quarter }: Quarter) => `${twoDigits(year)}Q${quarter}`,
  days: (text: string) => `${text}天`,
  comma: "、",
  minutes: (text: string) => `${text}分`,
  seconds: (text: string) => `${text}秒`,
};

const WORDS: Readonly<Record<Language, LanguageWords>> = {
  "zh-Hans": {
    ...chinese,
    units: CHINESE_UNITS["zh-Hans"],
    points: (text) => `${text}个百分点`,
    quarter: ({ year, quarter }) => `${year}年第${quarter}季度`,
    period: (from, to) => `${chinese.day(from)}至${chinese.day(to)}`,
    and: "和",
  },
  "zh-Hant": {
    ...chinese,
    units: CHINESE_UNITS["zh-Hant"],
    points: (text) => `${text}個百分點`,
    quarter: ({ year, quarter }) => `${year}年第${quarter}季`,
    period: (from, to) => `${chinese.day(from)}至${chinese.day(to)}`,
    and: "和",
  },
  en: {
    units: ENGLISH_UNITS,
    points: (text) => `${text} pp`,
    day: ({ year, month, day }) => `${day} ${monthName(month)} ${year}`,
    dayShort: ({ year, month, day }) => `${day} ${monthName(month)} ${year}`,
    dayOfYear: ({ month, day }) => `${day} ${monthName(month)}`,
    month: ({ year, month }) => `${monthName(month)} ${year}`,
    monthTick: ({ year, month }) => `${monthName(month)} ’${twoDigits(year)}`,
    quarter: ({ year, quarter }) => `Q${quarter} ${year}`,
    quarterTick: ({ year, quarter }) => `Q${quarter} ’${twoDigits(year)}`,
    period: (from, to) => {
      const start = `${from.day} ${monthName(from.month)} ${from.year}`;
      return `${start} to ${to.day} ${monthName(to.month)} ${to.year}`;
    },
    days: (text, isOne) => `${text} ${isOne ? "day" : "days"}`,
    comma: ", ",
    and: " and ",
    minutes: (text) => `${text} min`,
    seconds: (text) => `${text} s`,
  },
};

function periodName({ grain, fromDay, toDay }: NamedPeriod, words: LanguageWords): string {
  if (grain === "month") return words.month(civilFromDay(fromDay));
  if (grain === "quarter") return words.quarter(quarterOf(fromDay));
  return `${words.dayShort(civilFromDay(fromDay))}–${words.dayShort(civilFromDay(toDay))}`;
}

function periodTick(grain: Grain, fromDay: EpochDay, words: LanguageWords): string {
  if (grain === "month") return words.monthTick(civilFromDay(fromDay));
  if (grain === "quarter") return words.quarterTick(quarterOf(fromDay));
  return words.dayOfYear(civilFromDay(fromDay));
}

/** Three significant digits, in the largest unit that the *rounded* number reaches: 99,999,600 is 1亿, not 10,000万. */
function shorten(value: number, units: LanguageWords["units"]): FigureParts {
  for (const [index, unit] of units.entries()) {
    const divisor = unit.divisor ?? unit.size;
    if (roundSignificant(value) < unit.size) continue;
    const scaled = value / divisor;
    const larger = units[index - 1];
    const carried = larger !== undefined && roundSignificant(scaled) * divisor >= larger.size;
    if (carried) return { sign: "", number: decimal(value / larger.size, 2), unit: larger.word };
    return { sign: "", number: decimal(scaled, significantDecimals(scaled)), unit: unit.word };
  }
  const digits = value < 100 && !Number.isInteger(value) ? significantDecimals(value) : 0;
  return { sign: "", number: decimal(value, Math.min(digits, 2)), unit: "" };
}

function significantDecimals(value: number): number {
  if (value >= 99.95) return 0;
  return value >= 9.995 ? 1 : 2;
}

function roundSignificant(value: number): number {
  return Number(value.toFixed(significantDecimals(value)));
}

function percent(ratio: number, digits?: number): string {
  const value = ratio * 100;
  if (digits !== undefined) return `${fixed(value, digits)}%`;
  const size = Math.abs(value);
  if (size === 0) return "0%";
  if (size < 0.1) return `${value < 0 ? "−" : ""}<0.1%`.replace("−<", ">−");
  if (size < 10) return `${decimal(value, 1)}%`;
  // A share just below the whole must not read as the whole.
  if (size > 99 && size < 100)
    return size >= 99.9 ? `>${decimal(99.9, 1)}%` : `${decimal(value, 1)}%`;
  return `${decimal(value, 0)}%`;
}

function joinList(items: readonly string[], comma: string, and: string): string {
  if (items.length <= 1) return items.join("");
  return items.slice(0, -1).join(comma) + and + (items.at(-1) ?? "");
}

function duration(elapsedMs: number, words: LanguageWords): string {
  const seconds = Math.round(elapsedMs / 1000);
  if (elapsedMs < 1000)
    return words.seconds(elapsedMs < 100 ? "<0.1" : decimal(elapsedMs / 1000, 1));
  if (seconds < 60) return words.seconds(decimal(elapsedMs / 1000, seconds < 10 ? 1 : 0));
  const joint = words.comma === ", " ? " " : "";
  const minutes = words.minutes(grouped(Math.floor(seconds / 60)));
  return seconds % 60 === 0 ? minutes : minutes + joint + words.seconds(String(seconds % 60));
}

function bytes(sizeBytes: number): string {
  if (sizeBytes < 1000) return `${grouped(sizeBytes)} B`;
  if (sizeBytes < 999_500) return `${grouped(sizeBytes / 1000)} KB`;
  if (sizeBytes < 999_500_000) return `${decimal(sizeBytes / 1e6, 1)} MB`;
  return `${decimal(sizeBytes / 1e9, 2)} GB`;
}
