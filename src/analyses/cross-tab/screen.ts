import { independence } from "../../kernel/stats/independence";
import { falseDiscoveryRates } from "../../kernel/stats/false-discovery";
import type { Grouping } from "./groups";
import type { CrossParams, CrossTest, ScreenLine } from "./spec";
import { countsBy, levelTest, relationOf, shareTest } from "./tests-of";

/** What is looked at first where nothing tells the attributes apart. */
const USUAL = ["industry", "region", "channel", "grade", "status", "city", "owner"];
/** More groups than this, with fewer customers each than the next, are names rather than kinds. */
const MOST_WORDS = 40;
const CUSTOMERS_PER_WORD = 5;

const LEVEL = 0.05;

/** Whether so many groups of so few customers are rather names. */
export function isNames({ names, known, codes }: Grouping): boolean {
  const rest = names.find((name) => name.kind === "rest");
  const words = rest === undefined ? known : known - 1 + rest.groups;
  return words > MOST_WORDS || words * CUSTOMERS_PER_WORD > codes.length;
}

/** What an attribute is tested on. */
export interface Subject {
  readonly outcome: CrossParams["outcome"];
  readonly values: Float64Array;
  readonly order: Uint32Array;
  /** the second attribute, when customers are counted by two */
  readonly columns: Grouping | null;
}

/** The test of one attribute: of the share that bought again, of the customers by the second attribute, else of money. */
export function testOf(
  rows: Grouping,
  { outcome, values, order, columns }: Subject,
): CrossTest | null {
  if (outcome === "retention") return shareTest(values, rows.codes, rows.known);
  if (outcome === "customers" && columns !== null) {
    const smaller = Math.min(rows.known, columns.known);
    return relationOf(independence(countsBy(rows, columns), Math.max(1, columns.known)), smaller);
  }
  return levelTest(values, order, rows.codes, rows.known);
}

/** Lines by how much their attribute says; those that differ beyond chance before the others. */
export function screened(lines: readonly Omit<ScreenLine, "qValue">[]): readonly ScreenLine[] {
  const tested = lines.filter(({ test }) => test !== null);
  const rates = falseDiscoveryRates(tested.map(({ test }) => test!.pValue));
  const usual = (column: string): number => {
    const place = USUAL.indexOf(column);
    return place < 0 ? USUAL.length : place;
  };
  return lines
    .map((line): ScreenLine => {
      const place = tested.indexOf(line);
      return { ...line, qValue: place < 0 ? null : rates[place]! };
    })
    .sort((a, b) => {
      const [one, two] = [rankOf(a), rankOf(b)];
      if (one.isClear !== two.isClear) return one.isClear ? -1 : 1;
      if (one.isClear) return two.effect - one.effect || (a.column < b.column ? -1 : 1);
      return usual(a.column) - usual(b.column) || (a.column < b.column ? -1 : 1);
    });
}

const rankOf = ({ test, qValue }: ScreenLine) => ({
  isClear: qValue !== null && qValue < LEVEL,
  effect: test === null ? 0 : test.effect,
});
