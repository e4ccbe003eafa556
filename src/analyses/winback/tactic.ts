import type { ChurnCause } from "../../domain/churn-cause";
import { MISSING_CODE, MISSING_DAY, requiredColumn } from "../../kernel/table/column";
import { daysOf, linkedTable } from "../../measures/cost-driver";
import type { Input } from "../define";
import type { Break } from "./breaks";
import type { Tactic, TacticFrom } from "./spec";

/** A complaint within so many days before the break speaks of its reason. */
const COMPLAINT_DAYS = 180;
/** Of those without a reason or a complaint, the part with the most money is worth an offer. */
const OFFER_PART = 1 / 3;

const OF_CAUSE: Readonly<Record<ChurnCause, Tactic | null>> = {
  fault: "improve",
  competition: "offer",
  natural: "recontact",
  involuntary: "recontact",
  unknown: null,
};

export interface TacticChoice {
  readonly tactic: Tactic;
  readonly from: TacticFrom;
}

/**
 * What to do about each lost customer: by its reason; without one, by what its history shows.
 *
 * @param values worth of a return of each, NaN where unknown
 */
export function tacticsOf(
  input: Input,
  lost: readonly Break[],
  values: Float64Array,
): readonly TacticChoice[] {
  const complained = complaintFinder(input);
  const sorted = values.filter((value) => value > 0).sort();
  // Above, not at: where all are alike nobody stands out.
  const usual = sorted[Math.ceil(sorted.length * (1 - OFFER_PART)) - 1];
  return lost.map((one, i): TacticChoice => {
    const known = knownTactic(one);
    if (known !== null) return { tactic: known, from: "reason" };
    if (complained(one)) return { tactic: "improve", from: "complaint" };
    if (usual !== undefined && values[i]! > usual) return { tactic: "offer", from: "money" };
    return { tactic: "recontact", from: "history" };
  });
}

/** By the reason. A price that was too high is mended by an offer, though it counts as our fault. */
function knownTactic({ cause, isPrice }: Break): Tactic | null {
  if (cause === null) return null;
  return isPrice && cause === "fault" ? "offer" : OF_CAUSE[cause];
}

function complaintFinder(input: Input): (one: Break) => boolean {
  const table = linkedTable(input.complaints);
  const openedOn = table === null ? null : daysOf(table, "openedAt");
  if (table === null || openedOn === null) return () => false;
  const { codes } = requiredColumn(table, "customer", "dictionary");
  const byRow = new Map<number, number[]>();
  codes.forEach((row, i) => {
    const day = openedOn[i]!;
    if (row === MISSING_CODE || day === MISSING_DAY) return;
    const own = byRow.get(row);
    if (own === undefined) byRow.set(row, [day]);
    else own.push(day);
  });
  return ({ row, day }) =>
    byRow.get(row)?.some((on) => on <= day && on > day - COMPLAINT_DAYS) === true;
}
