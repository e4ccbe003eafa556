import { GRADES, RFM_SEGMENTS } from "../domain/rule-book";
import type { RuleScore } from "../domain/segment-rule";
import { dayColumn, dictionaryColumn, floatColumn } from "../kernel/table/builder";
import { MISSING_CODE, MISSING_DAY, type Column } from "../kernel/table/column";
import { STAGES } from "../measures/lifecycle-stages";
import type { CustomerScores } from "./customer-scores";

/**
 * A score of every customer as a column, so that a rule can be asked of it as of any other: money in the currency of the data, days as
 * days, grade, segment and stage by their ids; missing where it cannot be said.
 *
 * @returns undefined for profit that the data do not have
 */
export function scoreColumn(scores: CustomerScores, id: RuleScore): Column | undefined {
  const { inPeriod, before, ever, sighted } = scores;
  const { profits, saleLines, sales } = inPeriod;
  const numbers = (value: (row: number) => number): Column =>
    floatColumn(Float64Array.from(sales, (_, row) => value(row)));
  switch (id) {
    case "sales":
      return floatColumn(sales);
    case "salesChange":
      return numbers((row) => (before === null ? NaN : sales[row]! - before.sales[row]!));
    case "profit":
      if (profits === null) return undefined;
      return numbers((row) => (saleLines[row] === 0 ? NaN : profits[row]!));
    case "returns":
      return floatColumn(inPeriod.returns);
    case "orderDays":
      return floatColumn(Float64Array.from(inPeriod.orderDays));
    case "recencyDays":
      return numbers((row) => recencyDays(ever.lastDays[row]!, sighted.scope.asOfDay));
    case "firstOrder":
      return dayColumn(ever.firstDays);
    case "lastOrder":
      return dayColumn(ever.lastDays);
    case "grade":
      return named(scores.grades, GRADES);
    case "segment":
      return named(
        scores.segments,
        RFM_SEGMENTS.eleven.map((segment) => segment.id),
      );
    case "stage":
      return named(scores.stages, STAGES.slice(1));
    case "recencyScore":
      return digits(scores.rfm, 100);
    case "frequencyScore":
      return digits(scores.rfm, 10);
    case "moneyScore":
      return digits(scores.rfm, 1);
  }
}

const recencyDays = (lastDay: number, asOfDay: number): number =>
  lastDay === MISSING_DAY ? NaN : asOfDay - lastDay;

/** Codes that begin at 1; 0 is missing. */
function named(codes: Uint8Array, names: readonly string[]): Column {
  return dictionaryColumn(
    Uint32Array.from(codes, (code) => (code === 0 ? MISSING_CODE : code - 1)),
    names,
  );
}

/** One digit of the three-digit RFM; 0 is missing. */
function digits(rfm: Uint16Array, place: 1 | 10 | 100): Column {
  return floatColumn(
    Float64Array.from(rfm, (score) => (score === 0 ? NaN : Math.floor(score / place) % 10)),
  );
}
