import type { Table } from "../kernel/table/column";
import { customerName, customerText } from "./customer-scores";

/** Syllables of a text without tones, one a character (`"苏州A"` gives su, zhou, a). */
export type Romanise = (text: string) => readonly string[];

/** How customers are found: by name, key and id as written, and by pinyin, initials or a mixture. */
export interface SearchIndex {
  /** normal form of the name, per customer row */
  readonly names: readonly string[];
  /** key and id, normal form, separated by a line break */
  readonly codes: readonly string[];
  /** one syllable a character of the name; null when it has no Han character */
  readonly syllables: readonly (readonly string[] | null)[];
}

const HAN = /\p{Script=Han}/u;
const SLICE = 500;

/** Width, case and blanks do not matter. */
export const normalSearch = (text: string): string =>
  text.normalize("NFKC").toLowerCase().replaceAll(/\s+/gu, "");

/** Loads the dictionary of readings (about 140 KB); worker only. */
export async function loadRomanise(): Promise<Romanise> {
  const { pinyin } = await import("pinyin-pro");
  return (text) => pinyin(text, { toneType: "none", type: "array", nonZh: "spaced", v: true });
}

/**
 * The index of a generation's customers; a generator that yields every few hundred names, because reading names aloud is slow
 * (about 20 µs a name).
 *
 * @param romanise  null: without pinyin
 */
export function* buildSearchIndex(
  customers: Table,
  romanise: Romanise | null,
): Generator<{ readonly done: number }, SearchIndex, void> {
  const names: string[] = [];
  const codes: string[] = [];
  const syllables: (readonly string[] | null)[] = [];
  for (let row = 0; row < customers.rowCount; row++) {
    const name = normalSearch(customerName(customers, row));
    names.push(name);
    const written = ["key", "customerId"].map((column) => customerText(customers, column, row));
    codes.push(written.map((text) => (text === null ? "" : normalSearch(text))).join("\n"));
    syllables.push(romanise !== null && HAN.test(name) ? romanise(name) : null);
    if (row % SLICE === SLICE - 1) yield { done: row / customers.rowCount };
  }
  return { names, codes, syllables };
}

/** Whether `rest` can be read off the syllables from `at` on, taking at least the first letter of each. */
function readsFrom(rest: string, syllables: readonly string[], at: number): boolean {
  if (rest === "") return true;
  const syllable = syllables[at];
  if (syllable === undefined) return false;
  let length = 0;
  while (length < rest.length && length < syllable.length && rest[length] === syllable[length]) {
    length++;
  }
  for (; length > 0; length--) {
    if (readsFrom(rest.slice(length), syllables, at + 1)) return true;
  }
  return false;
}

/**
 * How well a customer fits what was typed: 0 the very name or code, 1 begins with it, 2 pinyin or initials from the first
 * character on, 3 contains it, 4 pinyin or initials from a later character on; null = not at all.
 *
 * @param query  in normal form, not empty
 */
export function searchRank(index: SearchIndex, row: number, query: string): number | null {
  const name = index.names[row]!;
  const codes = index.codes[row]!;
  if (name === query || codes.split("\n").includes(query)) return 0;
  if (name.startsWith(query) || codes.startsWith(query) || codes.includes(`\n${query}`)) return 1;
  const syllables = index.syllables[row] ?? null;
  if (syllables !== null && readsFrom(query, syllables, 0)) return 2;
  if (name.includes(query) || codes.includes(query)) return 3;
  if (syllables === null) return null;
  for (let at = 1; at < syllables.length; at++) {
    if (readsFrom(query, syllables, at)) return 4;
  }
  return null;
}
