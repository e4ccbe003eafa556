import { studentTwoSided } from "../../kernel/stats/student-t";
import { customersBehind, rowsWhere, type AnswerScope } from "../../measures/survey-answers";
import type { SurveyBook } from "../../measures/survey-book";
import { allSlots, scored, sheetSteps, type Asked, type Sheet } from "../../measures/survey-sheet";
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
 * Parasuraman, Zeithaml & Berry, J. Retailing 64(1), 1988; Oliver, JMR 17(4), 1980. Method D38. O(answers), yields after each part.
 */
export function* gapsOf(
  book: SurveyBook,
  scope: AnswerScope,
): Generator<void, GapBook | null, void> {
  const pairs: { readonly part: Part; readonly sheet: Sheet }[] = [];
  for (const part of partsOf(book)) {
    const sheet = pairSheet(part, yield* sheetSteps(book, [...part.got, ...part.expected], scope));
    if (sheet.n >= LEAST_PAIRS) pairs.push({ part, sheet });
    yield;
  }
  if (pairs.length === 0) return null;
  const names = pairs.map(({ part }) => part.name);
  const stated = yield* statedWeights(book, names, scope);
  const weights = stated ?? pairs.map(() => 1 / pairs.length);
  const all = yield* differencesOf(
    book,
    pairs.map(({ sheet }) => sheet),
  );
  const servqual = sheetMean(all, weights, allSlots(all));
  const found: { readonly gap: Gap; readonly below: Uint32Array }[] = [];
  for (const { part, sheet } of pairs) {
    yield;
    const below = rowsWhere(sheet.rows, (slot) => differenceAt(sheet, slot) < -SAME);
    const gap = gapOf(part.name, sheet, customersBehind(book, below).length);
    if (gap !== null) found.push({ gap, below });
  }
  if (servqual === null) return null;
  const rows = found.toSorted((a, b) => a.gap.gap.index - b.gap.gap.index);
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

/** Performance and expectation of the questionnaires with both: two columns. @param both  what was got, then what was expected */
function pairSheet({ got }: Part, both: Sheet): Sheet {
  const values = new Float64Array(both.n * 2);
  const rows = new Uint32Array(both.n);
  let n = 0;
  for (let slot = 0; slot < both.n; slot++) {
    const own = meanOf(both, slot, 0, got.length);
    const wanted = meanOf(both, slot, got.length, both.width);
    if (Number.isNaN(own) || Number.isNaN(wanted)) continue;
    values[2 * n] = own;
    values[2 * n + 1] = wanted;
    rows[n] = both.rows[slot]!;
    n++;
  }
  return { values: values.slice(0, 2 * n), rows: rows.slice(0, n), n, width: 2 };
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

/** The differences of all parts, one line a questionnaire and one column a part. Yields after each part. */
function* differencesOf(book: SurveyBook, pairs: readonly Sheet[]): Generator<void, Sheet, void> {
  const slots = new Int32Array(book.responseCount).fill(-1);
  const rows = new Uint32Array(book.responseCount);
  let n = 0;
  for (const sheet of pairs) {
    for (const row of sheet.rows) {
      const response = book.responses[row]!;
      if (slots[response] !== -1) continue;
      slots[response] = n;
      rows[n] = row;
      n++;
    }
    yield;
  }
  const width = pairs.length;
  const values = new Float64Array(n * width).fill(NaN);
  for (const [j, sheet] of pairs.entries()) {
    for (let k = 0; k < sheet.n; k++) {
      values[slots[book.responses[sheet.rows[k]!]!]! * width + j] = differenceAt(sheet, k);
    }
    yield;
  }
  return { values, rows: rows.slice(0, n), n, width };
}
