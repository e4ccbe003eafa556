import { invariant } from "../base/invariant";

/** Digits of the upper word of a double, the least significant first. */
const SHIFTS = [0, 11, 22] as const;
const DIGITS = 1 << 11;
/** Whole numbers that lie within this span are sorted by counting. */
const COUNTABLE_SPAN = 1 << 16;
/** Up to this length a run of equal upper words is sorted by insertion. */
const SHORT_RUN = 24;

/**
 * Positions of `values` in ascending order; equal values keep their order.
 *
 * @param values  length n, no NaN; −0 equals 0
 * @returns a permutation of 0..n-1
 *
 * Whole numbers close together (days, counts) take one counting pass. Otherwise least-significant-digit radix sort on the order-preserving bit pattern of the upper words of IEEE doubles (sign, exponent
 * and 20 bits), 11 bits a pass; a pass in which all values agree is skipped. The few neighbours that differ in the lower
 * word only are then put right. O(n), unless many values agree to six digits and differ after them (then O(n log n)).
 * Knuth, TAOCP 3, 5.2.5; the bit trick after Herf, "Radix Tricks", 2001.
 */
export function ascendingOrder(values: Float64Array): Uint32Array<ArrayBuffer> {
  return ordered(values, 1);
}

/** As `ascendingOrder`, largest first; equal values keep their order (ascending position). */
export function descendingOrder(values: Float64Array): Uint32Array<ArrayBuffer> {
  return ordered(values, -1);
}

interface Keyed {
  readonly keys: Uint32Array<ArrayBuffer>;
  readonly order: Uint32Array<ArrayBuffer>;
}

function ordered(values: Float64Array, sign: 1 | -1): Uint32Array<ArrayBuffer> {
  const n = values.length;
  const counted = orderByCounting(values, sign);
  if (counted !== null) return counted;
  const signed = new Float64Array(n);
  let from: Keyed = { keys: upperKeys(values, sign, signed), order: new Uint32Array(n) };
  for (let i = 0; i < n; i++) from.order[i] = i;
  let to: Keyed = { keys: new Uint32Array(n), order: new Uint32Array(n) };
  for (const shift of SHIFTS) {
    const starts = digitStarts(from.keys, shift);
    if (starts === null) continue;
    scatter(from, to, shift, starts);
    [from, to] = [to, from];
  }
  settleRuns(from, signed);
  return from.order;
}

/** One stable counting pass; null unless all values are whole and within a span that is worth it. */
function orderByCounting(values: Float64Array, sign: 1 | -1): Uint32Array<ArrayBuffer> | null {
  const n = values.length;
  if (n === 0) return null;
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < n; i++) {
    const value = values[i]!;
    if (value !== Math.floor(value)) return null;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (!(most - least < Math.min(COUNTABLE_SPAN, n))) return null;
  const span = most - least + 1;
  const origin = sign === 1 ? least : most;
  const starts = new Uint32Array(span + 1);
  for (let i = 0; i < n; i++) starts[(values[i]! - origin) * sign + 1]!++;
  for (let key = 0; key < span; key++) starts[key + 1]! += starts[key]!;
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const key = (values[i]! - origin) * sign;
    const place = starts[key]!;
    starts[key] = place + 1;
    order[place] = i;
  }
  return order;
}

/** The upper words, so changed that they order as unsigned numbers; `signed` receives the values times the sign. */
function upperKeys(
  values: Float64Array,
  sign: number,
  signed: Float64Array<ArrayBuffer>,
): Uint32Array<ArrayBuffer> {
  const n = values.length;
  for (let i = 0; i < n; i++) {
    const value = values[i]!;
    if (value !== value) invariant(false, `value ${i} is not a number`);
    signed[i] = value * sign + 0; // −0 becomes 0, so both share a place
  }
  const words = new Uint32Array(signed.buffer);
  const keys = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const word = words[2 * i + 1]! | 0;
    keys[i] = word ^ ((word >> 31) | 0x80000000);
  }
  return keys;
}

/** Where the keys of each digit go; null when all keys have the same digit. */
function digitStarts(keys: Uint32Array, shift: number): Uint32Array | null {
  const n = keys.length;
  const starts = new Uint32Array(DIGITS);
  for (let i = 0; i < n; i++) starts[(keys[i]! >>> shift) & (DIGITS - 1)]!++;
  if (n === 0 || starts[(keys[0]! >>> shift) & (DIGITS - 1)] === n) return null;
  let start = 0;
  for (let digit = 0; digit < DIGITS; digit++) {
    const count = starts[digit]!;
    starts[digit] = start;
    start += count;
  }
  return starts;
}

/** One stable counting pass. */
function scatter(from: Keyed, to: Keyed, shift: number, starts: Uint32Array): void {
  const { keys, order } = from;
  const { keys: keysTo, order: orderTo } = to;
  for (let k = 0; k < keys.length; k++) {
    const key = keys[k]!;
    const digit = (key >>> shift) & (DIGITS - 1);
    const place = starts[digit]!;
    starts[digit] = place + 1;
    keysTo[place] = key;
    orderTo[place] = order[k]!;
  }
}

/** Puts the positions with equal upper words in order of their whole values. */
function settleRuns({ keys, order }: Keyed, values: Float64Array): void {
  const n = keys.length;
  let from = 0;
  while (from < n) {
    const key = keys[from]!;
    let to = from + 1;
    let settled = true;
    while (to < n && keys[to] === key) {
      if (values[order[to]!]! < values[order[to - 1]!]!) settled = false;
      to++;
    }
    if (!settled) settleRun(order.subarray(from, to), values);
    from = to;
  }
}

function settleRun(run: Uint32Array, values: Float64Array): void {
  if (run.length > SHORT_RUN) {
    run.sort((a, b) => values[a]! - values[b]! || a - b);
    return;
  }
  for (let k = 1; k < run.length; k++) {
    const position = run[k]!;
    const value = values[position]!;
    let place = k;
    while (place > 0 && values[run[place - 1]!]! > value) {
      run[place] = run[place - 1]!;
      place--;
    }
    run[place] = position;
  }
}

/**
 * Ranks 1..n of values, ties sharing the mean of their ranks (R and SciPy: method "average").
 *
 * @param values  length n, no NaN
 * @param order   `ascendingOrder(values)`, when it is known
 * @returns length n; whole or half numbers; the sum is n(n + 1)/2
 */
export function averageRanks(
  values: Float64Array,
  order: Uint32Array = ascendingOrder(values),
): Float64Array<ArrayBuffer> {
  const ranks = new Float64Array(values.length);
  let from = 0;
  while (from < order.length) {
    const value = values[order[from]!]!;
    let to = from + 1;
    while (to < order.length && values[order[to]!]! === value) to++;
    const rank = (from + 1 + to) / 2;
    for (let k = from; k < to; k++) ranks[order[k]!] = rank;
    from = to;
  }
  return ranks;
}
