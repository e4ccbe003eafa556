import { THEMES } from "../../domain/text/themes";
import { monthIndex, epochDay } from "../../kernel/base/calendar";
import { MISSING_DAY } from "../../kernel/table/column";
import type { Progress } from "../define";
import { sideOf, type Comments } from "./comments";
import { moodOf, type Reading } from "./reading";
import { MOODS } from "./spec";

/** Counts of one pass over all comments; arrays in the order of THEMES or MOODS. */
export interface Tally {
  readonly themes: readonly ThemeTally[];
  readonly moods: readonly { readonly comments: number; readonly customers: number }[];
  readonly customers: number;
  readonly highs: number;
  readonly lows: number;
  /** first month with a comment, and from there on one slot a month; null where no comment has a day */
  readonly firstMonth: number | null;
  readonly byMonth: Uint32Array;
}

export interface ThemeTally {
  readonly comments: number;
  readonly customers: number;
  readonly positive: number;
  readonly negative: number;
  /** comments against it, as `byMonth` */
  readonly againstByMonth: Uint32Array;
}

const SLICE = 8192;
const T = THEMES.length;

/** Counts comments, customers and months. O(comments × themes). */
export function* tally(comments: Comments, reading: Reading): Generator<Progress, Tally, void> {
  const { n, codes, customers } = comments;
  const { months, first, count: monthCount } = monthsOf(comments);
  const spoken = new Uint32Array(T);
  const [favour, against] = [new Uint32Array(T), new Uint32Array(T)];
  const moods = new Uint32Array(MOODS.length);
  const byMonth = new Uint32Array(monthCount);
  const againstByMonth = THEMES.map(() => new Uint32Array(monthCount));
  // Bits of a customer: the themes, then the moods, then that there is a comment at all.
  const marks = new Uint32Array(comments.customerCount);
  let [highs, lows] = [0, 0];
  for (let i = 0; i < n; i++) {
    if (i % SLICE === SLICE - 1) yield { done: 0.96 + (0.03 * i) / n };
    const code = codes[i]!;
    const mood = MOODS.indexOf(moodOf(reading.scores[code]!));
    const side = sideOf(comments, i);
    moods[mood]!++;
    if (side > 0) highs++;
    if (side < 0) lows++;
    const month = months[i]!;
    if (month >= 0) byMonth[month]!++;
    const owner = customers[i]!;
    if (owner >= 0)
      marks[owner]! |= reading.themes[code]! | (1 << (T + mood)) | (1 << (T + MOODS.length));
    for (let t = 0; t < T; t++) {
      const bit = 1 << t;
      if ((reading.themes[code]! & bit) === 0) continue;
      spoken[t]!++;
      if ((reading.forThemes[code]! & bit) !== 0) favour[t]!++;
      if ((reading.againstThemes[code]! & bit) === 0) continue;
      against[t]!++;
      if (month >= 0) againstByMonth[t]![month]!++;
    }
  }
  const marked = (bit: number): number => marks.reduce((sum, bits) => sum + ((bits >> bit) & 1), 0);
  return {
    themes: THEMES.map((_, t) => ({
      comments: spoken[t]!,
      customers: marked(t),
      positive: favour[t]!,
      negative: against[t]!,
      againstByMonth: againstByMonth[t]!,
    })),
    moods: MOODS.map((_, m) => ({ comments: moods[m]!, customers: marked(T + m) })),
    customers: marked(T + MOODS.length),
    highs,
    lows,
    firstMonth: first,
    byMonth,
  };
}

/** The month of each comment, counted from the first; −1 without a day. */
function monthsOf({ n, days }: Comments) {
  const months = new Int32Array(n).fill(-1);
  let [first, last] = [Infinity, -Infinity];
  for (let i = 0; i < n; i++) {
    if (days[i] === MISSING_DAY) continue;
    const month = monthIndex(epochDay(days[i]!));
    months[i] = month;
    first = Math.min(first, month);
    last = Math.max(last, month);
  }
  if (first > last) return { months, first: null, count: 0 };
  for (let i = 0; i < n; i++) if (days[i] !== MISSING_DAY) months[i]! -= first;
  return { months, first, count: last - first + 1 };
}
