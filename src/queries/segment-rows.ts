import type { Makeup, OwnSegment, RulesMakeup, SeenMakeup } from "../domain/own-segment";
import type { Needs } from "../domain/readiness";
import {
  ANSWER_SCORES,
  isAnswerScore,
  isModelScore,
  type ModelColumns,
  type RuleField,
  type RuleScore,
} from "../domain/segment-rule";
import { bitset, intersect, setBit, unite, without, type Bitset } from "../kernel/table/bitset";
import { floatColumn } from "../kernel/table/builder";
import type { Column } from "../kernel/table/column";
import { customerFinder } from "../measures/merged-customers";
import type { Tables } from "../measures/order-book";
import { joinedRows, ruleRows } from "../measures/segment-rules";
import { CUSTOMER_NEEDS, customerScores, type CustomerScores } from "./customer-scores";
import type { Scope, ScopeDays } from "../domain/scope";
import { ANSWER_NEEDS, answerColumn } from "./segment-answers";
import { scoreColumn } from "./segment-scores";
import type { SegmentTrouble } from "./segment-types";

/** Who belongs to a segment: rows of `customers`, and what of its definition the data cannot answer. */
export interface SegmentRows {
  readonly rows: Bitset;
  readonly trouble: SegmentTrouble;
}

const NO_TROUBLE: SegmentTrouble = { gone: [], absent: 0, lostParts: 0, isCircular: false };

export const NOTHING_SAID: ModelColumns = new Map();

/** The columns that these segments read. */
export function segmentNeeds(makeups: readonly Makeup[]): Needs {
  const named = makeups.flatMap((makeup) =>
    makeup.kind === "rules"
      ? makeup.rules.flatMap(({ field }) => (field.source === "column" ? [field.id] : []))
      : [],
  );
  const asked = makeups.flatMap((makeup) => (makeup.kind === "rules" ? makeup.rules : []));
  const beside = ANSWER_SCORES.filter((id) =>
    asked.some(({ field }) => field.source === "score" && field.id === id),
  );
  return {
    ...CUSTOMER_NEEDS,
    ...beside.reduce<Needs>((needs, id) => ({ ...needs, ...ANSWER_NEEDS[id] }), {}),
    customers: [...(CUSTOMER_NEEDS.customers ?? []), ...named],
  };
}

/**
 * Who belongs to which segment as of a day and in a period; filters do not matter, so that a segment is the same set on every page.
 *
 * @param tables    with the columns of `segmentNeeds`
 * @param segments  by key; those made of others are looked up here
 * @param said      what analyses say of the customers, as far as `modelScoresOf` names it
 * @returns a function of a makeup; rows that it gives are shared, treat them as read-only
 *
 * A rule on a column that is gone keeps nobody, a part that was deleted or that is made of itself is empty; all of it is told as trouble.
 * O(rules × customers), and once O(lines + customers log customers) for the scores.
 */
export function segmentFinder(
  tables: Tables,
  days: ScopeDays,
  segments: ReadonlyMap<string, OwnSegment>,
  said: ModelColumns = NOTHING_SAID,
): (makeup: Makeup) => SegmentRows {
  const { customers } = tables;
  const scores = scoresOf(tables, days);
  const known = new Map<string, Column | undefined>();
  const scoreOf = (id: RuleScore): Column | undefined => {
    if (isModelScore(id)) {
      const values = said.get(id);
      return values === undefined ? undefined : floatColumn(values);
    }
    if (isAnswerScore(id)) return answerColumn(tables, id, unfiltered(days));
    return scores === null ? undefined : scoreColumn(scores, id);
  };
  const columnOf = ({ source, id }: RuleField): Column | undefined => {
    if (source === "column") return customers.columns.get(id);
    if (!known.has(id)) known.set(id, scoreOf(id));
    return known.get(id);
  };
  const byRules = ({ joins, rules }: RulesMakeup): SegmentRows => {
    const gone: string[] = [];
    const sets = rules.map((rule) => {
      const rows = ruleRows(columnOf(rule.field), rule);
      if (rows === null) gone.push(`${rule.field.source}:${rule.field.id}`);
      return rows ?? bitset(customers.rowCount);
    });
    const rows = joinedRows(sets, joins, customers.rowCount);
    return { rows, trouble: { ...NO_TROUBLE, gone: [...new Set(gone)] } };
  };
  const partRows = (key: string, within: readonly string[]): SegmentRows => {
    const part = segments.get(key);
    const rows = bitset(customers.rowCount);
    if (part === undefined) return { rows, trouble: { ...NO_TROUBLE, lostParts: 1 } };
    if (within.includes(key)) return { rows, trouble: { ...NO_TROUBLE, isCircular: true } };
    return rowsOf(part.makeup, [...within, key]);
  };
  const rowsOf = (makeup: Makeup, within: readonly string[]): SegmentRows => {
    if (makeup.kind === "rules") return byRules(makeup);
    if (makeup.kind === "seen") return seenRows(tables, makeup);
    const [left, right] = [partRows(makeup.left, within), partRows(makeup.right, within)];
    const combine = { union: unite, intersection: intersect, difference: without };
    const rows = combine[makeup.operation](left.rows, right.rows);
    return { rows, trouble: bothTroubles(left.trouble, right.trouble) };
  };
  return (makeup) => rowsOf(makeup, []);
}

/** Every score of every customer without filters; null: there are no orders to make any of. */
export function scoresOf(tables: Tables, days: ScopeDays): CustomerScores | null {
  if (!tables.orders.columns.has("orderedOn")) return null;
  return customerScores(tables, { scope: unfiltered(days), orderRows: null, customerRows: null });
}

const unfiltered = ({ asOfDay, period }: ScopeDays): Scope => ({ asOfDay, period, filters: [] });

function seenRows({ customers }: Tables, { customers: seen }: SeenMakeup): SegmentRows {
  const find = customerFinder(customers);
  const rows = bitset(customers.rowCount);
  let absent = 0;
  for (const ref of seen) {
    const row = find(ref);
    if (row < 0) absent++;
    else setBit(rows, row);
  }
  return { rows, trouble: { ...NO_TROUBLE, absent } };
}

function bothTroubles(a: SegmentTrouble, b: SegmentTrouble): SegmentTrouble {
  return {
    gone: [...new Set([...a.gone, ...b.gone])],
    absent: a.absent + b.absent,
    lostParts: a.lostParts + b.lostParts,
    isCircular: a.isCircular || b.isCircular,
  };
}
