import { GRADES, RFM_SEGMENTS } from "../domain/rule-book";
import type { AnswerScore, ModelScore, RuleScore } from "../domain/segment-rule";
import { dayColumn, dictionaryColumn, floatColumn } from "../kernel/table/builder";
import { MISSING_CODE, MISSING_DAY, type Column } from "../kernel/table/column";
import relationSpec from "../analyses/relation-stages/spec";
import { eventSpan, saleEvents } from "../measures/lifecycle-events";
import { usualGapDays } from "../measures/lifecycle-gaps";
import { lapseWindow, STAGES } from "../measures/lifecycle-stages";
import { RELATION_STATES, relationStages } from "../measures/relation-stages";
import type { CustomerScores } from "./customer-scores";

/**
 * A score of every customer as a column, so that a rule can be asked of it as of any other: money in the currency of the data, days as
 * days, grade, segment and stage by their ids; missing where it cannot be said.
 *
 * @returns undefined for profit that the data do not have
 */
export function scoreColumn(
  scores: CustomerScores,
  id: Exclude<RuleScore, AnswerScore | ModelScore>,
): Column | undefined {
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
    case "margin":
      if (profits === null) return undefined;
      return numbers((row) => (sales[row]! > 0 ? profits[row]! / sales[row]! : NaN));
    case "returns":
      return floatColumn(inPeriod.returns);
    case "orderDays":
      return floatColumn(Float64Array.from(inPeriod.orderDays));
    case "recencyDays":
      return numbers((row) => recencyDays(ever.lastDays[row]!, sighted.scope.asOfDay));
    case "usualGapDays":
      return numbers(gapOf(scores));
    case "overdueIndex": {
      const gap = gapOf(scores);
      return numbers((row) => recencyDays(ever.lastDays[row]!, sighted.scope.asOfDay) / gap(row));
    }
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
    case "relation":
      return named(relationStates(scores), RELATION_STATES.slice(1));
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

/** The median of a customer's own gaps between order days; NaN with fewer than three of them. */
function gapOf({ book, sighted }: CustomerScores): (row: number) => number {
  const sight = { book, orderRows: sighted.orderRows, endDay: sighted.scope.asOfDay };
  return (row) => usualGapDays(sight, row) ?? NaN;
}

/** By the limits that the analysis begins with, as the stage is by those of the life cycle. */
function relationStates({ book, sighted }: CustomerScores): Uint8Array {
  const { asOfDay } = sighted.scope;
  const events = saleEvents(book, asOfDay, sighted.orderRows);
  const span = eventSpan(events);
  if (span === null) return new Uint8Array(book.customerCount);
  const { formOrders, stableOrders, stableDays, regularity, windowDays, fall } =
    relationSpec.params;
  return relationStages(events, asOfDay, {
    lapseDays: lapseWindow(events, asOfDay, span.firstDay).days,
    formOrders: formOrders.default,
    stableOrders: stableOrders.default,
    stableDays: stableDays.default,
    regularity: regularity.default,
    windowDays: windowDays.default,
    fall: fall.default,
  }).states;
}

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
