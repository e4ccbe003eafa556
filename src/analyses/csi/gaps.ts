import { studentTwoSided } from "../../kernel/stats/student-t";
import { customersBehind, rowsWhere, type AnswerScope } from "../../measures/survey-answers";
import type { SurveyBook } from "../../measures/survey-book";
import { allSlots, scored, sheetOf, type Asked, type Sheet } from "../../measures/survey-sheet";
import type { CsiResult, Gap } from "./spec";
import { sheetMean } from "../../measures/sheet-mean";
import { statedWeights } from "../../measures/stated-weights";

/** A gap of fewer pairs than this is not shown. */
const LEAST_PAIRS = 5;
/** Means of answers may differ in the last digit, in points. */
const SAME = 1e-9;

export interface GapBook {
  readonly result: NonNullable<CsiResult["gaps"]>;
  /** of each gap, the rows of `surveys` of those who got less than they expected */
  readonly below: readonly Uint32Array[];
}

/** A part that was asked about both ways. */
interface Part {
  readonly name: string;
  readonly got: readonly Asked[];
  readonly expected: readonly Asked[];
}

/**
 * What was got against what was expected: parts asked about both ways on one questionnaire.
 *
 * @returns null without such parts. Gap = performance − expectation, both 0–100, over the questionnaires with both; several
 *   questions about one part count with their mean. The score of all parts is weighted by stated importance when every part
 *   has one, else equally
 *
 * Parasuraman, Zeithaml & Berry, J. Retailing 64(1), 1988; Oliver, JMR 17(4), 1980. Method D38. O(answers).
 */
export function gapsOf(book: SurveyBook, scope: AnswerScope): GapBook | null {
  const pairs = partsOf(book)
    .map((part) => ({ part, sheet: pairSheet(book, part, scope) }))
    .filter(({ sheet }) => sheet.n >= LEAST_PAIRS);
  if (pairs.length === 0) return null;
  const stated = statedWeights(
    book,
    pairs.map(({ part }) => part.name),
    scope,
  );
  const weights = stated ?? pairs.map(() => 1 / pairs.length);
  const all = differencesOf(
    book,
    pairs.map(({ sheet }) => sheet),
  );
  const servqual = sheetMean(all, weights, allSlots(all));
  const rows = pairs
    .flatMap(({ part, sheet }) => {
      const below = rowsWhere(sheet.rows, (slot) => differenceAt(sheet, slot) < -SAME);
      const gap = gapOf(part.name, sheet, customersBehind(book, below).length);
      return gap === null ? [] : [{ gap, below }];
    })
    .toSorted((a, b) => a.gap.gap.index - b.gap.gap.index);
  if (servqual === null) return null;
  return {
    result: { rows: rows.map(({ gap }) => gap), servqual, isStated: stated !== null },
    below: rows.map(({ below }) => below),
  };
}

function partsOf(book: SurveyBook): readonly Part[] {
  const questions = scored(book);
  const expectations = questions.filter(({ kind }) => kind === "expectation");
  const names = new Set(expectations.map(({ dimension }) => dimension));
  return [...names]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .flatMap((name): Part[] => {
      const about = questions.filter(({ dimension }) => dimension === name);
      const got = about.filter(({ kind }) => kind === "dimension" || kind === "csat");
      const expected = about.filter(({ kind }) => kind === "expectation");
      return got.length === 0 ? [] : [{ name, got, expected }];
    });
}

/** Performance and expectation of the questionnaires with both: two columns. */
function pairSheet(book: SurveyBook, { got, expected }: Part, scope: AnswerScope): Sheet {
  const both = sheetOf(book, [...got, ...expected], scope);
  const [values, rows]: [number[], number[]] = [[], []];
  for (let slot = 0; slot < both.n; slot++) {
    const own = meanOf(both, slot, 0, got.length);
    const wanted = meanOf(both, slot, got.length, both.width);
    if (Number.isNaN(own) || Number.isNaN(wanted)) continue;
    values.push(own, wanted);
    rows.push(both.rows[slot]!);
  }
  return {
    values: Float64Array.from(values),
    rows: Uint32Array.from(rows),
    n: rows.length,
    width: 2,
  };
}

/** Mean of the answers in some columns of one questionnaire; NaN without any. */
function meanOf({ values, width }: Sheet, slot: number, from: number, to: number): number {
  let [sum, answers] = [0, 0];
  for (let j = from; j < to; j++) {
    const value = values[slot * width + j]!;
    if (value !== value) continue;
    sum += value;
    answers++;
  }
  return sum / answers;
}

const differenceAt = ({ values }: Sheet, slot: number): number =>
  values[slot * 2]! - values[slot * 2 + 1]!;

function gapOf(name: string, pairs: Sheet, belowCustomers: number): Gap | null {
  const slots = allSlots(pairs);
  const gap = sheetMean(pairs, [1, -1], slots);
  const performance = sheetMean(pairs, [1, 0], slots);
  const expectation = sheetMean(pairs, [0, 1], slots);
  if (gap === null || performance === null || expectation === null) return null;
  let [below, above] = [0, 0];
  for (const slot of slots) {
    const difference = differenceAt(pairs, slot);
    if (difference < -SAME) below++;
    else if (difference > SAME) above++;
  }
  return {
    name,
    pairs: pairs.n,
    performance: performance.index,
    expectation: expectation.index,
    gap,
    pValue: gap.error > SAME ? studentTwoSided(gap.index / gap.error, pairs.n - 1) : null,
    below: below / pairs.n,
    met: (pairs.n - below - above) / pairs.n,
    above: above / pairs.n,
    belowCustomers,
  };
}

/** The differences of all parts, one line a questionnaire and one column a part. */
function differencesOf(book: SurveyBook, pairs: readonly Sheet[]): Sheet {
  const slots = new Map<number, number>();
  const rows: number[] = [];
  for (const sheet of pairs) {
    for (const row of sheet.rows) {
      const response = book.responses[row]!;
      if (slots.has(response)) continue;
      slots.set(response, rows.length);
      rows.push(row);
    }
  }
  const width = pairs.length;
  const values = new Float64Array(rows.length * width).fill(NaN);
  pairs.forEach((sheet, j) => {
    sheet.rows.forEach((row, k) => {
      values[slots.get(book.responses[row]!)! * width + j] = differenceAt(sheet, k);
    });
  });
  return { values, rows: Uint32Array.from(rows), n: rows.length, width };
}
