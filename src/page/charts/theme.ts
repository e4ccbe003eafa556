/**
 * Colours of all charts as references to the tokens (page/ui/tokens.css), so a change of theme needs no redraw.
 * Saved files get the resolved colours (figure-export.ts).
 */
export interface ChartTheme {
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly line: string;
  readonly surface: string;
  readonly accent: string;
  readonly accentSoft: string;
  readonly good: string;
  readonly watch: string;
  readonly bad: string;
  readonly neutral: string;
  readonly grade: { readonly a: string; readonly b: string; readonly c: string };
  /** Text on a field of that grade. */
  readonly onGrade: { readonly a: string; readonly b: string; readonly c: string };
  readonly life: {
    readonly new: string;
    readonly returning: string;
    readonly back: string;
    readonly lost: string;
  };
  /** Okabe–Ito order, for categories without a fixed meaning. */
  readonly categories: readonly string[];
  /** A field of a heat map; `share` 0..1 from nearly the surface to the accent. */
  readonly ramp: (share: number) => string;
  /** Text on that field, at least 4.5:1 at every share in both themes. */
  readonly onRamp: (share: number) => string;
  readonly onAccent: string;
}

/** Shares at which the text on the ramp turns over; the accent of the dark theme is the lighter one, so it turns first. */
const TURNS = { dark: 0.58, light: 0.8 } as const;

export const chartTheme: ChartTheme = {
  ink: "var(--ink)",
  ink2: "var(--ink-2)",
  ink3: "var(--ink-3)",
  line: "var(--line)",
  surface: "var(--surface)",
  accent: "var(--accent)",
  accentSoft: "var(--accent-soft)",
  good: "var(--good)",
  watch: "var(--watch)",
  bad: "var(--bad)",
  neutral: "var(--neutral)",
  grade: { a: "var(--grade-a)", b: "var(--grade-b)", c: "var(--grade-c)" },
  onGrade: { a: "var(--on-grade-a)", b: "var(--on-grade-b)", c: "var(--on-grade-c)" },
  life: {
    new: "var(--life-new)",
    returning: "var(--life-returning)",
    back: "var(--life-back)",
    lost: "var(--life-lost)",
  },
  categories: Array.from({ length: 8 }, (_, index) => `var(--category-${index + 1})`),
  ramp: (share) => {
    const part = Math.round(Math.min(Math.max(share, 0), 1) * 100);
    return `color-mix(in oklab, var(--accent) ${part}%, var(--ramp-floor))`;
  },
  // One token each, as the chart library takes any other expression for data that a scale has to colour.
  onRamp: (share) => {
    if (share <= TURNS.dark) return "var(--on-ramp-pale)";
    return share <= TURNS.light ? "var(--on-ramp-middle)" : "var(--on-ramp-deep)";
  },
  onAccent: "var(--on-accent)",
};
