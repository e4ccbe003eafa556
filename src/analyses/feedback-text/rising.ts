import { chanceOfSoMany } from "../../kernel/stats/fisher-exact";
import { falseDiscoveryRates } from "../../kernel/stats/false-discovery";
import type { Tally } from "./tally";

/** Shares of the comments that speak against a theme, in the earlier and in the later half of the months. */
export interface Halves {
  readonly before: number;
  readonly after: number;
  /** more in the later half than chance allows */
  readonly isRising: boolean;
}

/** A half with fewer comments says nothing. */
const FEWEST_COMMENTS = 30;
const FALSE_DISCOVERY = 0.05;

/**
 * Which themes are spoken against more often of late: the months from the first to the last comment in two halves (a middle month
 * belongs to the later one), Fisher's exact test one-sided, false-discovery rate 5 % over all themes.
 *
 * @returns one a theme, in the order of THEMES; null when a half has fewer than 30 comments
 */
export function halvesOf({ byMonth, themes }: Tally): readonly Halves[] | null {
  const middle = Math.floor(byMonth.length / 2);
  const [early, late] = [sum(byMonth.subarray(0, middle)), sum(byMonth.subarray(middle))];
  if (early < FEWEST_COMMENTS || late < FEWEST_COMMENTS) return null;
  const counted = themes.map(({ againstByMonth }) => ({
    before: sum(againstByMonth.subarray(0, middle)),
    after: sum(againstByMonth.subarray(middle)),
  }));
  const rates = falseDiscoveryRates(
    counted.map(({ before, after }) =>
      chanceOfSoMany({ hits: after, size: late, allHits: before + after, all: early + late }),
    ),
  );
  return counted.map(({ before, after }, t) => ({
    before: before / early,
    after: after / late,
    isRising: rates[t]! <= FALSE_DISCOVERY && after / late > before / early,
  }));
}

const sum = (counts: Uint32Array): number => counts.reduce((all, count) => all + count, 0);
