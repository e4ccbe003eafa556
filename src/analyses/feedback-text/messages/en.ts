import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { FeedbackMessages } from "./zh-Hans";

const comments = (count: number): string =>
  `${grouped(count)} ${count === 1 ? "comment" : "comments"}`;

export default {
  name: "In their own words",
  finding: (p) =>
    rich`Of ${marked("all", comments(p.comments))}, ${marked("positive", p.positive)} are favourable and ${marked("negative", p.negative)} unfavourable.`,
  findingTheme: (p) =>
    rich`Most is said against ${marked("theme", p.theme)}: ${p.share} of those for or against it are against.`,
  findingRising: (p) =>
    rich`Rising: ${marked("rising", p.theme)}, named against in ${p.before} of the comments of the first half and in ${p.after} of the second.`,
  findingWords: (p) => rich`Customers with low scores above all mention ${marked("words", p.low)}.`,
  moods: { positive: "Favourable", negative: "Unfavourable", neutral: "Cannot tell" },
  undated: (p) => `${comments(p.count)} without a date count in all history only.`,
  pairs:
    "This browser cannot cut Chinese by a dictionary; pairs of letters stand in, so the words are rougher.",
  themes: {
    title: "What do they talk about?",
    sub: (p) =>
      `${comments(p.comments)}, ${p.period}; against on the left, for on the right. One comment may speak of several things.`,
    description: (p) => `Comments by theme; most on ${p.theme}, ${grouped(p.comments)}.`,
    names: {
      delivery: "Delivery",
      quality: "Quality",
      price: "Price",
      service: "Service",
      reply: "Replies",
      after: "After-sales",
      packing: "Packing",
      range: "Range and stock",
      billing: "Billing",
    },
    theme: "Theme",
    comments: "Comments",
    positive: "For",
    negative: "Against",
    share: "Share against",
    interval: "95% interval",
    none: "No comment speaks of any theme.",
  },
  contrast: {
    title: "Which words tell high scores from low?",
    sub: "To the right words that high scores (promoters, or three quarters of the scale and more) use more, to the left low scores; whiskers are 95% intervals, and only words whose interval leaves out zero are shown.",
    description: (p) => `More in high scores: ${p.high}; more in low scores: ${p.low}.`,
    few: "Fewer than 20 comments with high or with low scores: too few to compare words.",
    none: "No word differs beyond chance.",
    word: "Word",
    highs: "High scores",
    lows: "Low scores",
    logOdds: "Log-odds ratio",
  },
  trend: {
    title: "More against than before?",
    sub: (p) => `Share of a month's comments that speak against ${p.theme}.`,
    label: "Theme",
    description: (p) => `Share of comments against ${p.theme} over ${grouped(p.months)} months.`,
    month: "Month",
    comments: "Comments",
    against: "Against",
    share: "Share",
  },
  lists: {
    title: "Your own words",
    sub: "Add words of praise and blame in your trade, product names, and words you do not want to see. Yours count before ours; they stay on this computer and no import changes them.",
    which: "List",
    names: {
      positive: "Praise",
      negative: "Blame",
      neutral: "Neither praise nor blame",
      whole: "Never cut",
      stop: "Never listed",
    },
    themeName: (p) => `Theme: ${p.theme}`,
    counted: (p) => `${p.name} (${grouped(p.count)})`,
    hints: {
      positive: "A comment with one of these is favourable; a “not” before it turns it.",
      negative: "A comment with one of these is unfavourable.",
      neutral: "Words of our list that say nothing in your trade, such as “cheap”.",
      whole: "Names of products and people, and jargon: kept in one piece.",
      stop: "Words that say nothing; they stay out of the comparison of words.",
    },
    themeHint: "Comments with these words belong to the theme; our own words still count.",
    placeholder: "One a line, or separated by commas",
    saved: (p) =>
      p.count === 0
        ? "The list is empty now; figures are being redone."
        : `${grouped(p.count)} ${p.count === 1 ? "word" : "words"} saved; figures are being redone.`,
  },
  quotes: {
    title: "In their words",
    sub: "The clearest ones; names, telephone numbers and addresses are masked. A quotation opens its customer.",
    caption: "Quotations",
    text: "Comment",
    mood: "Mood",
    theme: "Theme",
    day: "Date",
  },
  how: {
    feeling:
      "Mood = polarity × degree × negation, added clause by clause, with our own list of words in simplified and traditional Chinese and English. Above 0 is favourable, below 0 unfavourable; without such a word it cannot be told.",
    accuracy:
      "On 1,000 public Chinese reviews of goods and hotels 78% are judged right (none of them was used for the list). Irony and jargon are misjudged.",
    themes: "Themes go by words; for or against counts only the clause that speaks of the theme.",
    rising:
      "“Rising”: the months with comments in two halves; shares of comments against a theme, Fisher's exact test, false-discovery rate 5%.",
    contrast:
      "The comparison of words is the weighted log-odds ratio with a Dirichlet prior; a word counts once a comment, and a Chinese denial goes with the word after it.",
    own: (p) => `Also counted: words from your own lists, ${grouped(p.words)}.`,
    basis: (p) => `From ${comments(p.comments)} in ${p.period}.`,
  },
  cells: {
    all: "customers who left a comment",
    positive: "customers with a favourable comment",
    negative: "customers with an unfavourable comment",
    neutral: "customers whose comment does not tell",
    theme: (p) => `customers who speak of ${p.theme}`,
    against: (p) => `customers against ${p.theme}`,
    word: (p) => `customers who write “${p.word}”`,
  },
  refusals: { "no-comments": "No comment in this period. Choose another, or loosen the filters." },
} satisfies FeedbackMessages;
