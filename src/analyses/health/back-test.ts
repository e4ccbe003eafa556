import { aucOf } from "../../kernel/learn/discrimination";
import { wilsonInterval } from "../../kernel/stats/wilson";
import { hasBit, type Bitset } from "../../kernel/table/bitset";
import type { SaleEvents } from "../../measures/lifecycle-events";
import { bandOf } from "./band";
import type { Look } from "./look";
import type { Scored } from "./score";
import { BANDS, MEASURES, type BackTest, type BandId, type BandLine, type MeasureId } from "./spec";

/** With fewer of either kind an area under the curve says nothing. */
const LEAST_EACH = 10;

export interface BackTestQuestion {
  readonly events: SaleEvents;
  readonly look: Look;
  readonly score: Scored;
  readonly customerRows: Bitset | null;
  readonly day: number;
  readonly windowDays: number;
  readonly firstDay: number;
}

export interface Tested {
  readonly backTest: BackTest;
  readonly aucs: Readonly<Record<MeasureId, number | null>>;
  readonly bands: Readonly<Record<BandId, BandLine["tested"]>>;
}

/**
 * Whether the score of an earlier day told who would fall silent: no order in the window after it.
 *
 * @yields after each area
 * @returns null when the history does not reach two windows back from that day, or fewer than ten fell silent or stayed
 */
export function* backTestOf(question: BackTestQuestion): Generator<void, Tested | null, void> {
  const { look, score, customerRows, day, windowDays, firstDay } = question;
  if (day - firstDay < 2 * windowDays - 1) return null;
  const rows: number[] = [];
  for (let customer = 0; customer < look.customers; customer++) {
    if (look.isCurrent[customer] === 0 || !(score.totals[customer]! > 0)) continue;
    if (customerRows === null || hasBit(customerRows, customer)) rows.push(customer);
  }
  const labels = Uint8Array.from(rows, (row) => (isSilent(question, row) ? 1 : 0));
  const silent = labels.reduce((sum, label) => sum + label, 0);
  if (silent < LEAST_EACH || rows.length - silent < LEAST_EACH) return null;
  const auc = aucOf(
    Float64Array.from(rows, (row) => -score.scores[row]!),
    labels,
  );
  if (auc === null) return null;
  const found: [MeasureId, number | null][] = [];
  for (const id of MEASURES) {
    yield;
    found.push([id, aucBy(look, id, rows, labels)]);
  }
  const aucs = Object.fromEntries(found) as Record<MeasureId, number | null>;
  yield;
  const bands = Object.fromEntries(
    BANDS.map((id) => {
      const own = rows.flatMap((row, i) => (bandOf(score.scores[row]!) === id ? [labels[i]!] : []));
      const gone = own.reduce((sum, label) => sum + label, 0);
      return [id, { customers: own.length, silent: gone, ...wilsonInterval(gone, own.length) }];
    }),
  ) as unknown as Record<BandId, BandLine["tested"]>;
  const { value, low, high } = auc;
  const backTest = { day, customers: rows.length, silent, auc: { value, low, high } };
  return { backTest, aucs, bands };
}

/** Of one measure alone, among those that have it. */
function aucBy(
  look: Look,
  id: MeasureId,
  rows: readonly number[],
  labels: Uint8Array,
): number | null {
  const measured = look.measures.find((one) => one.id === id);
  if (measured === undefined) return null;
  const { scores } = measured;
  const known = rows.flatMap((row, i) => (scores[row] === scores[row] ? [i] : []));
  const auc = aucOf(
    Float64Array.from(known, (i) => -scores[rows[i]!]!),
    Uint8Array.from(known, (i) => labels[i]!),
  );
  return auc === null ? null : auc.value;
}

function isSilent({ events, day, windowDays }: BackTestQuestion, customer: number): boolean {
  const { offsets, days } = events;
  for (let slot = offsets[customer + 1]! - 1; slot >= offsets[customer]!; slot--) {
    if (days[slot]! <= day) return true;
    if (days[slot]! <= day + windowDays) return false;
  }
  return true;
}
