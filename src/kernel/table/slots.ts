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
  if (column.kind === "day") {
    return narrowWholes(column.values.subarray(from, to), mayMiss ? MISSING_DAY : null);
  }
  // codes are below 2^31, and MISSING_CODE is -1 as a signed number: one loop for both kinds of values
  const { buffer, byteOffset } = column.codes;
  const codes = new Int32Array(buffer, byteOffset + from * 4, to - from);
  return narrowWholes(codes, mayMiss ? MISSING_CODE | 0 : null);
}

/** @param missing value of missing rows; null: none is missing */
function narrowWholes(values: Int32Array<ArrayBuffer>, missing: number | null): Slots {
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value === missing) continue;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (least > most) least = most = 0;
  const slots = new Uint32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    slots[i] = value === missing ? 0 : value - least;
  }
  return { payload: narrowest(slots, most - least), base: least, scale: 1 };
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
  const wholes = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const whole = Math.round(value * scale);
    wholes[i] = whole;
    if (mayMiss && value !== value) continue;
    if (whole / scale !== value || (whole === 0 && 1 / value < 0)) return null;
    if (whole < least) least = whole;
    if (whole > most) most = whole;
  }
  if (least > most) least = most = 0;
  if (!(most - least <= LARGEST_SPAN) || Math.abs(least) > 2 ** 52) return null;
  const slots = new Uint32Array(values.length);
  for (let i = 0; i < wholes.length; i++) {
    const whole = wholes[i]!;
    slots[i] = whole === whole ? whole - least : 0;
  }
  return { payload: narrowest(slots, most - least), base: least, scale };
}

/** The slots in as few bytes as hold the span. Copied by the engine: no loop here meets more than one kind of array. */
function narrowest(
  slots: Uint32Array<ArrayBuffer>,
  span: number,
): Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer> {
  if (span <= 0xff) return new Uint8Array(slots);
  return span <= 0xffff ? new Uint16Array(slots) : slots;
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
