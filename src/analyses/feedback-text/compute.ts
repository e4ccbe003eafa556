import { ownWordCount, type OwnWords } from "../../domain/text/own-words";
import { THEMES, type Theme } from "../../domain/text/themes";
import { hasDictionary } from "../../domain/text/words";
import { periodKey } from "../../domain/period-key";
import type { Period } from "../../domain/scope";
import { firstDayOfMonth } from "../../kernel/base/calendar";
import { wilsonInterval } from "../../kernel/stats/wilson";
import type { Table } from "../../kernel/table/column";
import { windowOf } from "../../measures/window";
import type { Ambient, Answer, Input, Progress, Refusal } from "../define";
import { commentsOf, customersOfComments, type Comments } from "./comments";
import { contrastOf, customersOfWord } from "./contrast";
import { quotesOf } from "./quotes";
import { moodOf, readTexts, type Reading } from "./reading";
import { halvesOf } from "./rising";
import { tally, type Tally } from "./tally";
import {
  MOODS,
  type FeedbackParams,
  type FeedbackResult,
  type Mood,
  type MoodLine,
  type ThemeLine,
} from "./spec";

/**
 * What customers say in their own words: for or against, of which themes, and what tells those who recommend from the others.
 *
 * @param input   `surveys` with text, and what else is known of the answers; `customers`
 * @param params  window: see README
 * @param ambient scope, selected customers; filters on orders do not reach surveys
 * @returns the result, or the refusal `no-comments`. Members: "feedback:<all|mood>", "feedback-theme:<theme>",
 *   "feedback-against:<theme>", "feedback-word:<word>"
 *
 * O(letters); yields between slices of some hundred texts. Method D41.
 */
export default function* feedbackText(
  input: Input,
  params: FeedbackParams,
  ambient: Ambient,
): Generator<Progress, Answer<FeedbackResult>, void> {
  const table = input.surveys ?? { rowCount: 0, columns: new Map() };
  const { customers } = input;
  const { customerRows } = ambient;
  const period = windowOf(ambient.scope, params.window);
  const comments = commentsOf(table, { period, customerRows, customers });
  if (comments.n === 0) {
    const result: Refusal = { kind: "insufficient", code: "no-comments", need: 1, have: 0 };
    return { result, members: () => null };
  }
  const own = ambient.ownWords;
  yield { done: 0 };
  const reading = yield* readTexts(comments, own);
  const contrast = yield* contrastOf(comments, own);
  const seen: Seen = { comments, reading, contrast, period, customers, own };
  const counted = yield* tally(comments, reading);
  return { result: describe(seen, counted), members: (cell) => membersOf(seen, cell) };
}

interface Seen {
  readonly comments: Comments;
  readonly reading: Reading;
  readonly contrast: FeedbackResult["contrast"];
  readonly period: Period;
  readonly customers: Table;
  readonly own: OwnWords;
}

const moodAt = ({ comments, reading }: Seen, i: number): Mood =>
  moodOf(reading.scores[comments.codes[i]!]!);

function describe(seen: Seen, counted: Tally): FeedbackResult {
  const { comments, reading, contrast, period, customers, own } = seen;
  const moods = MOODS.map((mood, m): MoodLine => ({ mood, ...counted.moods[m]! }));
  const [positive, negative, neutral] = moods.map((line) => line.comments / comments.n) as [
    number,
    number,
    number,
  ];
  const themes = themeLines(counted);
  return {
    kind: "answered",
    isQuiet: themes.every(({ isRising }) => !isRising),
    headline: {
      n: comments.n,
      customers: counted.customers,
      positive,
      negative,
      neutral,
      net: positive - negative,
      highs: counted.highs,
      lows: counted.lows,
    },
    fromDay: period.fromDay,
    toDay: period.toDay,
    moods,
    themes,
    contrast,
    trend: trendOf(counted, themes),
    quotes: quotesOf(comments, reading, customers),
    cut: hasDictionary() ? "dictionary" : "pairs",
    undated: comments.undated,
    ownWords: ownWordCount(own),
  };
}

const hasTheme = (bits: Uint32Array, { codes }: Comments, i: number, theme: number): boolean =>
  ((bits[codes[i]!]! >> theme) & 1) === 1;

const UNKNOWN_HALVES = { before: null, after: null, isRising: false } as const;

function themeLines(counted: Tally): readonly ThemeLine[] {
  const halves = halvesOf(counted);
  return THEMES.map((theme, t): ThemeLine => {
    const { comments, customers, positive, negative } = counted.themes[t]!;
    const told = positive + negative;
    const interval = told === 0 ? null : wilsonInterval(negative, told);
    return {
      theme,
      comments,
      customers,
      positive,
      negative,
      share: told === 0 ? null : negative / told,
      low: interval === null ? null : interval.low,
      high: interval === null ? null : interval.high,
      ...(halves?.[t] ?? UNKNOWN_HALVES),
    };
  })
    .filter((line) => line.comments > 0)
    .sort((a, b) => b.comments - a.comments);
}

function trendOf(
  { firstMonth, byMonth, themes }: Tally,
  lines: readonly ThemeLine[],
): FeedbackResult["trend"] {
  if (firstMonth === null) return { keys: [], comments: new Uint32Array(0), against: [] };
  return {
    keys: Array.from(byMonth, (_, k) => {
      const day = firstDayOfMonth(firstMonth + k);
      return periodKey("month", day, day);
    }),
    comments: byMonth,
    against: lines.map(({ theme }) => themes[THEMES.indexOf(theme)]!.againstByMonth),
  };
}

function membersOf(seen: Seen, cell: string): Uint32Array | null {
  const [kind = "", ...rest] = cell.split(":");
  const name = rest.join(":");
  const { comments, reading } = seen;
  const theme = THEMES.indexOf(name as Theme);
  switch (kind) {
    case "feedback":
      if (name === "all") return customersOfComments(comments, () => true);
      return MOODS.some((mood) => mood === name)
        ? customersOfComments(comments, (i) => moodAt(seen, i) === name)
        : null;
    case "feedback-theme":
      return theme < 0
        ? null
        : customersOfComments(comments, (i) => hasTheme(reading.themes, comments, i, theme));
    case "feedback-against":
      return theme < 0
        ? null
        : customersOfComments(comments, (i) => hasTheme(reading.againstThemes, comments, i, theme));
    case "feedback-word": {
      const rows = customersOfWord(comments, name.toLowerCase());
      return name === "" || rows.length === 0 ? null : rows;
    }
    default:
      return null;
  }
}
