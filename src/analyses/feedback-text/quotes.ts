import { masked } from "../../domain/text/mask";
import { THEMES } from "../../domain/text/themes";
import { columnOf, MISSING_DAY, textAt, type Table } from "../../kernel/table/column";
import type { Comments } from "./comments";
import { moodOf, type Reading } from "./reading";
import type { Quote } from "./spec";

const QUOTES_PER_SIDE = 6;
const LONGEST = 90;
const SHORTEST = 6;

/** The comments that say most clearly for and against, each text once, with names masked and long ones cut. */
export function quotesOf(comments: Comments, reading: Reading, customers: Table): readonly Quote[] {
  const against = clearest(comments, reading, -1);
  const chosen = [...against, ...clearest(comments, reading, 1)];
  const names = columnOf(customers, "customerName", "dictionary");
  return chosen.map((i) => {
    const code = comments.codes[i]!;
    const row = comments.customers[i]!;
    const name = names === undefined || row < 0 ? null : textAt(names, row);
    const text = masked(comments.texts[code]!, name === null ? [] : [name]);
    const theme = THEMES.find((_, t) => ((reading.themes[code]! >> t) & 1) === 1);
    return {
      text: text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text,
      row,
      mood: moodOf(reading.scores[code]!),
      theme: theme ?? null,
      day: comments.days[i] === MISSING_DAY ? null : comments.days[i]!,
    };
  });
}

/** Places of the clearest on one side, each text once; equally clear ones by their text. One pass with a short list. */
function clearest(
  { n, codes, texts }: Comments,
  { scores }: Reading,
  sign: 1 | -1,
): readonly number[] {
  const best: number[] = [];
  const isBefore = (a: number, b: number): boolean => {
    const by = sign * (scores[codes[a]!]! - scores[codes[b]!]!);
    return by !== 0 ? by > 0 : texts[codes[a]!]! < texts[codes[b]!]!;
  };
  for (let i = 0; i < n; i++) {
    const code = codes[i]!;
    if (sign * scores[code]! <= 0 || texts[code]!.length < SHORTEST) continue;
    const last = best.at(-1);
    if (best.length === QUOTES_PER_SIDE && last !== undefined && !isBefore(i, last)) continue;
    if (best.some((place) => codes[place] === code)) continue;
    const at = best.findIndex((place) => isBefore(i, place));
    best.splice(at < 0 ? best.length : at, 0, i);
    best.length = Math.min(best.length, QUOTES_PER_SIDE);
  }
  return best;
}
