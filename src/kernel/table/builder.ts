import { invariant } from "../base/invariant";
import { bitset, clearBit, type Bitset } from "./bitset";
import {
  MISSING_CODE,
  MISSING_DAY,
  type DayColumn,
  type DictionaryColumn,
  type FloatColumn,
} from "./column";
import { dictionaryEncoder, type DictionaryEncoder } from "./dictionary";

const FIRST_CAPACITY = 1024;

/** Grows a float64 column. NaN is a missing slot. Amortised O(1) per value. */
export class FloatBuilder {
  #values = new Float64Array(FIRST_CAPACITY);
  #length = 0;
  get length(): number {
    return this.#length;
  }
  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Float64Array(this.#length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }
  finish(): FloatColumn {
    return floatColumn(this.#values.slice(0, this.#length));
  }
}

/** Grows a day column. MISSING_DAY is a missing slot. */
export class DayBuilder {
  #values = new Int32Array(FIRST_CAPACITY);
  #length = 0;
  get length(): number {
    return this.#length;
  }
  push(day: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Int32Array(this.#length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = day;
  }
  finish(): DayColumn {
    return dayColumn(this.#values.slice(0, this.#length));
  }
}

/** Grows a dictionary column. A null text is a missing slot. */
export class DictionaryBuilder {
  #codes = new Uint32Array(FIRST_CAPACITY);
  #length = 0;
  readonly encoder: DictionaryEncoder;
  constructor(initial: readonly string[] = []) {
    this.encoder = dictionaryEncoder(initial);
  }
  get length(): number {
    return this.#length;
  }
  push(text: string | null): void {
    this.pushCode(text === null ? MISSING_CODE : this.encoder.encode(text));
  }
  /** @param code of an entry of the encoder, or MISSING_CODE */
  pushCode(code: number): void {
    if (this.#length === this.#codes.length) {
      const larger = new Uint32Array(this.#length * 2);
      larger.set(this.#codes);
      this.#codes = larger;
    }
    this.#codes[this.#length++] = code;
  }
  finish(): DictionaryColumn {
    return dictionaryColumn(this.#codes.slice(0, this.#length), this.encoder.entries);
  }
}

/** A column of these values; NaN slots are missing. */
export function floatColumn(values: Float64Array<ArrayBuffer>): FloatColumn {
  const length = values.length;
  let row = 0;
  while (row < length && values[row] === values[row]) row++;
  const validity = row === length ? null : bitset(length, true);
  if (validity) {
    for (; row < length; row++) if (values[row] !== values[row]) clearBit(validity, row);
  }
  return { kind: "float64", length, values, validity };
}

/** A column of these days; MISSING_DAY slots are missing. */
export function dayColumn(values: Int32Array<ArrayBuffer>): DayColumn {
  const length = values.length;
  let row = 0;
  while (row < length && values[row] !== MISSING_DAY) row++;
  const validity = row === length ? null : bitset(length, true);
  if (validity) {
    for (; row < length; row++) if (values[row] === MISSING_DAY) clearBit(validity, row);
  }
  return { kind: "day", length, values, validity };
}

/** A column of these codes; MISSING_CODE slots are missing. @throws when a code has no entry (a bug) */
export function dictionaryColumn(
  codes: Uint32Array<ArrayBuffer>,
  dictionary: readonly string[],
): DictionaryColumn {
  const length = codes.length;
  let validity: Bitset | null = null;
  let greatest = -1;
  for (let row = 0; row < length; row++) {
    const code = codes[row]!;
    if (code === MISSING_CODE) {
      validity ??= bitset(length, true);
      clearBit(validity, row);
    } else if (code > greatest) greatest = code;
  }
  invariant(greatest < dictionary.length, `code ${greatest} of ${dictionary.length} entries`);
  return { kind: "dictionary", length, codes, dictionary, validity };
}
