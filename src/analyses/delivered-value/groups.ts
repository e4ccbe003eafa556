import { falseDiscoveryRates } from "../../kernel/stats/false-discovery";
import { studentTwoSided } from "../../kernel/stats/student-t";
import { MISSING_CODE } from "../../kernel/table/column";
import { sheetMean } from "../../measures/sheet-mean";
import type { AnswerGroups } from "../../measures/survey-groups";
import type { Sheet } from "../../measures/survey-sheet";
import type { DeliveredGroup, DeliveredResult, Points } from "./spec";

const MOST_GROUPS = 60;

/** Weights of both sides, each adding up to 1; 0 for aspects in neither. */
export interface Sides {
  readonly value: Float64Array;
  readonly cost: Float64Array;
}

export interface GroupSight {
  readonly said: NonNullable<DeliveredResult["groups"]>;
  readonly slots: readonly (readonly number[])[];
}

/** Value less cost of some questionnaires: Σ w s over what gives, less Σ w (100 − s) over what costs; null without an answer to each. */
export function deliveredOf(
  sheet: Sheet,
  { value, cost }: Sides,
  slots: Uint32Array,
): Points | null {
  const both = sheetMean(
    sheet,
    value.map((weight, j) => weight + cost[j]!),
    slots,
  );
  if (both === null) return null;
  const { index, error, low, high, n } = both;
  return { index: index - 100, error, low: low - 100, high: high - 100, n };
}

/**
 * Delivered value of each group, and each against everybody else: Welch's t test, false discoveries held down over all groups
 * (Benjamini–Hochberg). A group of one questionnaire has no interval and is left out, as is one without an answer to a weighted aspect.
 */
export function groupsOf(
  sheet: Sheet,
  sides: Sides,
  by: AnswerGroups,
  ask: { readonly minAnswers: number; readonly behind: (slots: readonly number[]) => number },
): GroupSight {
  const slotsOf = new Map<number, number[]>();
  let ungrouped = 0;
  for (let slot = 0; slot < sheet.n; slot++) {
    const group = by.groupOf(sheet.rows[slot]!);
    if (group === MISSING_CODE) ungrouped++;
    else if (slotsOf.has(group)) slotsOf.get(group)!.push(slot);
    else slotsOf.set(group, [slot]);
  }
  const made = [...slotsOf].flatMap(([code, slots]) => {
    const delivered = deliveredOf(sheet, sides, Uint32Array.from(slots));
    if (delivered === null || delivered.n < 2) return [];
    const isThin = slots.length < ask.minAnswers;
    const test = isThin ? null : againstRest(sheet, sides, slots, delivered);
    return [{ code, slots, delivered, isThin, test }];
  });
  const rates = falseDiscoveryRates(
    made.flatMap(({ test }) => (test === null ? [] : [test.pValue])),
  );
  let place = 0;
  const lines = made.map(({ code, slots, delivered, isThin, test }) => {
    const own = Uint32Array.from(slots);
    const group: DeliveredGroup = {
      label: by.labels[code] ?? "",
      delivered,
      value: sheetMean(sheet, sides.value, own)!.index,
      cost: 100 - sheetMean(sheet, sides.cost, own)!.index,
      customers: ask.behind(slots),
      isThin,
      rest: test === null ? null : { ...test, qValue: rates[place++]! },
    };
    return { group, slots };
  });
  const order = (label: string): number => (by.source === "grade" ? by.labels.indexOf(label) : 0);
  const sorted = lines.toSorted(
    ({ group: a }, { group: b }) =>
      order(a.label) - order(b.label) ||
      Number(a.isThin) - Number(b.isThin) ||
      b.delivered.index - a.delivered.index ||
      (a.label < b.label ? -1 : 1),
  );
  const shown = sorted.slice(0, MOST_GROUPS);
  const { source, column } = by;
  const rows = shown.map(({ group }) => group);
  return {
    said: { source, column, rows, hidden: slotsOf.size - shown.length, ungrouped },
    slots: shown.map(({ slots }) => slots),
  };
}

function againstRest(sheet: Sheet, sides: Sides, slots: readonly number[], own: Points) {
  const isOwn = new Uint8Array(sheet.n);
  for (const slot of slots) isOwn[slot] = 1;
  const others = Uint32Array.from({ length: sheet.n }, (_, slot) => slot).filter(
    (slot) => isOwn[slot] === 0,
  );
  const rest = deliveredOf(sheet, sides, others);
  if (rest === null || rest.n < 2) return null;
  const points = own.index - rest.index;
  const error = Math.hypot(own.error, rest.error);
  if (error === 0) return { points, pValue: points === 0 ? 1 : 0 };
  // Welch & Satterthwaite: a small group beside all others has hardly more degrees than its own
  const degrees = error ** 4 / (own.error ** 4 / (own.n - 1) + rest.error ** 4 / (rest.n - 1));
  return { points, pValue: studentTwoSided(points / error, degrees) };
}
