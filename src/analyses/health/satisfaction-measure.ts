import type { QuestionKind } from "../../domain/question";
import { MISSING_CODE, MISSING_DAY } from "../../kernel/table/column";
import { surveyBook } from "../../measures/survey-book";
import { linkedTable } from "../../measures/cost-driver";
import { emptyMeasure, type Measured } from "./measure";
import type { RecordSight } from "./record-measures";

const NEEDED = ["question", "questionKind", "score", "scaleMin", "scaleMax", "isReversed"];
/** Answers about how it was; not what matters or was expected. */
const HOW_IT_WAS: readonly QuestionKind[] = ["nps", "csat", "ces", "dimension"];
/** An older answer says nothing of today. */
const FRESH_DAYS = 365;

/**
 * The latest answers of each customer, less their fall: mean on the scale at the last day with an answer (of the last 365), less
 * what it fell below the mean of all earlier days. Missing without a dated answer. Null without a survey table.
 *
 * O(answers).
 */
export function satisfactionMeasure(sight: RecordSight): Measured | null {
  const table = linkedTable(sight.tables.surveys);
  if (table === null || NEEDED.some((id) => !table.columns.has(id))) return null;
  const book = surveyBook(table);
  const { days, customers: codes } = book;
  if (days === null) return null;
  const { customers, day } = sight;
  const lastDays = new Int32Array(customers).fill(MISSING_DAY);
  const sums = [0, 1, 2, 3].map(() => new Float64Array(customers));
  const [lastSum, lastCount, earlierSum, earlierCount] = sums as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const each = (visit: (customer: number, at: number, level: number) => void): void => {
    book.questions.forEach(({ kind, scaleMin, scaleMax }, question) => {
      if (!HOW_IT_WAS.includes(kind) || !(scaleMax > scaleMin)) return;
      for (let i = book.offsets[question]!; i < book.offsets[question + 1]!; i++) {
        const row = book.rows[i]!;
        const [customer, at, value] = [codes[row]!, days[row]!, book.values[row]!];
        if (customer === MISSING_CODE || customer >= customers || value !== value) continue;
        if (at === MISSING_DAY || at > day) continue;
        visit(customer, at, (value - scaleMin) / (scaleMax - scaleMin));
      }
    });
  };
  each((customer, at) => {
    if (lastDays[customer] === MISSING_DAY || at > lastDays[customer]!) lastDays[customer] = at;
  });
  each((customer, at, level) => {
    const isLast = at === lastDays[customer];
    (isLast ? lastSum : earlierSum)[customer]! += level;
    (isLast ? lastCount : earlierCount)[customer]! += 1;
  });
  const found = emptyMeasure("satisfaction", customers);
  for (let customer = 0; customer < customers; customer++) {
    if (lastCount[customer] === 0 || day - lastDays[customer]! >= FRESH_DAYS) continue;
    const latest = lastSum[customer]! / lastCount[customer]!;
    const hasEarlier = earlierCount[customer]! > 0;
    const earlier = hasEarlier ? earlierSum[customer]! / earlierCount[customer]! : NaN;
    const fall = hasEarlier ? Math.max(0, earlier - latest) : 0;
    found.scores[customer] = 100 * Math.max(0, latest - fall);
    found.facts[customer] = latest;
    found.usual[customer] = earlier;
  }
  return found;
}
