import { MISSING_CODE, MISSING_DAY, type Column } from "./column";

/** Rows of a chunk as stored: value = (base + slot) / scale, or the slot itself when slots are float64. */
export interface Slots {
  readonly payload:
    | Uint8Array<ArrayBuffer>
    | Uint16Array<ArrayBuffer>
    | Uint32Array<ArrayBuffer>
    | Float64Array<ArrayBuffer>;
  readonly base: number;
  readonly scale: number;
}

type Values = Float64Array | Int32Array | Uint32Array;
/** Money in cents, whole numbers, and four decimals (unit prices, shares). */
const SCALES = [1, 100, 10_000] as const;
const LARGEST_SPAN = 0xffffffff;

/**
 * Rows from..to of a column in the narrowest slots that lose nothing. O(rows).
 *
 * @param mayMiss the chunk has validity bits: a slot that holds the sentinel is missing and gets slot 0. Without them
 *   no row is missing, so a value that looks like the sentinel is kept.
 */
export function narrowSlots(column: Column, from: number, to: number, mayMiss: boolean): Slots {
  if (column.kind === "float64") return narrowFloats(column.values.subarray(from, to), mayMiss);
  const values: Int32Array | Uint32Array =
    column.kind === "day" ? column.values.subarray(from, to) : column.codes.subarray(from, to);
  const missing = column.kind === "day" ? MISSING_DAY : MISSING_CODE;
  const skip = mayMiss ? missing : Number.NaN;
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value === skip) continue;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (least > most) least = most = 0;
  const payload = slotsFor(most - least, values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    payload[i] = value === skip ? 0 : value - least;
  }
  return { payload, base: least, scale: 1 };
}

function narrowFloats(values: Float64Array<ArrayBuffer>, mayMiss: boolean): Slots {
  for (const scale of SCALES) {
    const narrowed = scaledIntegers(values, scale, mayMiss);
    if (narrowed !== null) return narrowed;
  }
  return { payload: values, base: 0, scale: 1 };
}

/** Null unless every value comes back exactly, -0 included; NaN of a missing row becomes slot 0. */
function scaledIntegers(values: Float64Array, scale: number, mayMiss: boolean): Slots | null {
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (mayMiss && Number.isNaN(value)) continue;
    const whole = Math.round(value * scale);
    if (whole / scale !== value || (whole === 0 && 1 / value < 0)) return null;
    if (whole < least) least = whole;
    if (whole > most) most = whole;
  }
  if (least > most) least = most = 0;
  if (!(most - least <= LARGEST_SPAN) || Math.abs(least) > 2 ** 52) return null;
  const payload = slotsFor(most - least, values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    payload[i] = Number.isNaN(value) ? 0 : Math.round(value * scale) - least;
  }
  return { payload, base: least, scale };
}

function slotsFor(
  span: number,
  length: number,
): Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer> {
  if (span <= 0xff) return new Uint8Array(length);
  return span <= 0xffff ? new Uint16Array(length) : new Uint32Array(length);
}

/**
 * Writes the values of one chunk into `values` from `row` on; rows whose bit in `words` is 0 get the sentinel of the
 * column's kind. `words` is null when no row of the chunk is missing.
 */
export function widenInto(
  values: Values,
  row: number,
  slots: Slots,
  words: Uint32Array | null,
): void {
  const { payload, base, scale } = slots;
  if (payload instanceof Float64Array) {
    values.set(payload, row);
  } else if (scale === 1) {
    for (let i = 0; i < payload.length; i++) values[row + i] = base + payload[i]!;
  } else {
    for (let i = 0; i < payload.length; i++) values[row + i] = (base + payload[i]!) / scale;
  }
  if (words === null) return;
  const missing = missingValue(values);
  for (let i = 0; i < payload.length; i++) {
    if (((words[i >>> 5]! >>> (i & 31)) & 1) === 0) values[row + i] = missing;
  }
}

function missingValue(values: Values): number {
  if (values instanceof Float64Array) return Number.NaN;
  return values instanceof Int32Array ? MISSING_DAY : MISSING_CODE;
}
