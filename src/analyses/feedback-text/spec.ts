import type { Theme } from "../../domain/text/themes";
import { defineAnalysis, type Params } from "../define";

const spec = defineAnalysis({
  id: "feedback-text",
  revision: 3,
  needs: { surveys: ["text"], customers: ["key"] },
  uses: {
    customers: ["customerName"],
    surveys: [
      "customer",
      "response",
      "answeredOn",
      "questionKind",
      "score",
      "scaleMin",
      "scaleMax",
      "isReversed",
    ],
  },
  params: {
    window: { kind: "choice", options: ["period", "all"], default: "period" },
  },
});

export default spec;

export type FeedbackParams = Params<typeof spec.params>;

export const MOODS = ["positive", "negative", "neutral"] as const;
export type Mood = (typeof MOODS)[number];

export interface MoodLine {
  /** names the cell "feedback:<mood>" */
  readonly mood: Mood;
  readonly comments: number;
  readonly customers: number;
}

export interface ThemeLine {
  /** names the cell "feedback-theme:<theme>" */
  readonly theme: Theme;
  /** comments that speak of it, once each */
  readonly comments: number;
  readonly customers: number;
  /** of them by what their clauses on the theme say */
  readonly positive: number;
  readonly negative: number;
  /** share against, of those for or against, with its Wilson interval; null when none is */
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** share of all comments that speak against it, in the two halves of the months; null when a half has too few comments */
  readonly before: number | null;
  readonly after: number | null;
  /** more against it in the later half than chance allows */
  readonly isRising: boolean;
}

export interface WordLine {
  /** names the cell "feedback-word:<word>" */
  readonly word: string;
  /** comments with the word: high and low scores, or for and against */
  readonly highs: number;
  readonly lows: number;
  readonly customers: number;
  /** log-odds ratio with the prior, above zero: more in high scores; and its 95 % interval */
  readonly logOdds: number;
  readonly low: number;
  readonly high: number;
}

export interface Quote {
  /** names masked */
  readonly text: string;
  /** row of `customers`, −1 for none */
  readonly row: number;
  readonly mood: Mood;
  readonly theme: Theme | null;
  /** civil day, or null */
  readonly day: number | null;
}

export interface FeedbackResult {
  readonly kind: "answered";
  /** nobody speaks surely more against anything than before */
  readonly isQuiet: boolean;
  readonly headline: {
    readonly n: number;
    readonly customers: number;
    readonly positive: number;
    readonly negative: number;
    readonly neutral: number;
    readonly net: number;
    readonly highs: number;
    readonly lows: number;
  };
  readonly fromDay: number;
  readonly toDay: number;
  readonly moods: readonly MoodLine[];
  /** most comments first; themes that nobody speaks of are left out */
  readonly themes: readonly ThemeLine[];
  /** what the two sides of the contrast are; null when a side has fewer than 20 comments */
  readonly contrast: {
    /** comments compared: at most 6,000 a side, evenly taken */
    readonly highs: number;
    readonly lows: number;
    /** at most 12 each, the surest first; only words whose interval does not hold zero */
    readonly high: readonly WordLine[];
    readonly low: readonly WordLine[];
  } | null;
  readonly trend: {
    /** one a calendar month; keys as in `periodKey` */
    readonly keys: readonly string[];
    readonly comments: Uint32Array;
    /** comments that speak against a theme, by month; one array a theme, in the order of `themes` */
    readonly against: readonly Uint32Array[];
  };
  readonly quotes: readonly Quote[];
  /** the words were cut by the engine's dictionary, or by pairs of letters */
  readonly cut: "dictionary" | "pairs";
  readonly undated: number;
  /** words in the reader's own lists */
  readonly ownWords: number;
}
