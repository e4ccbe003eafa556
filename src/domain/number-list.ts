/** No list of cuts is longer. */
const LONGEST = 20;

/**
 * Numbers written as people write them into one field: 30, 45, 60 — apart by commas, spaces or lines.
 *
 * @returns the numbers, ascending, each once; and the pieces that could not be read
 */
export function readNumberList(text: string): {
  readonly numbers: readonly number[];
  readonly unreadable: readonly string[];
} {
  const numbers = new Set<number>();
  const unreadable: string[] = [];
  for (const piece of text.split(/[\s,，、;；]+/u).filter((part) => part !== "")) {
    const value = Number(piece);
    if (Number.isFinite(value) && numbers.size < LONGEST) numbers.add(value);
    else unreadable.push(piece);
  }
  return { numbers: [...numbers].sort((a, b) => a - b), unreadable };
}
